"""Differences in named places and in the spelling of names.

In: a `Pair`. Out: findings labelled `place_changed`, `spelling_variant`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from onrecord.names.keys import differ_in_ending, differ_in_last_vowel, sound_key, to_latin, words_match
from onrecord.names.places import find_capital, find_country, lands_match
from onrecord.names.spellings import is_cyrillic
from onrecord.records import Mention, Span
from onrecord.statements.differences.clauses import has_same_setting
from onrecord.statements.differences.closeness import find_closer_place, find_site
from onrecord.statements.differences.logic import list_aligned_conditions, pair_commitments
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.differences.phrases import is_located, widen
from onrecord.statements.differences.places import are_of_one_size, find_place_nouns, find_single_place
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

SAME_SOUNDS = 4
"""Signs of a `sound_key` with which two names in two languages begin that are one. A first setting."""
_APOSTROPHES = str.maketrans("’ʼ`", "'''")
"""An apostrophe in another form is no other spelling."""
_UNDECLINED = frozenset({"en", "nl", "de", "fr", "es", "it", "pt"})
"""Languages in which a family name that ends in a vowel has no cases."""


def find_place_changes(pair: Pair) -> Iterator[Finding]:
    """Yield places that differ: one in each aligned condition, where both name one, or one names it after a preposition of place; else names in aligned parts, or names or nouns of place, that play one part."""
    left = [m for m in pair.left.mentions if m.kind == "place" and not _is_doer(pair.left, m)]
    right = [m for m in pair.right.mentions if m.kind == "place" and not _is_doer(pair.right, m)]
    only_left = [m for m in left if not _has_place(pair.left, m, pair.right, right)]
    only_right = [m for m in right if not _has_place(pair.right, m, pair.left, left)]
    conditions = list_aligned_conditions(pair)
    parts = [((first, only_left), (second, only_right)) for first, second in conditions]
    found = [finding for left_part, right_part in parts if (finding := find_closer_place(pair, left_part, right_part) or _change_inside(pair, left_part, right_part)) is not None]
    if found:
        yield from found
        return
    swapped = _swap_inside(pair, [*conditions, *((one.consequence, other.consequence) for one, other in pair_commitments(pair))])
    if swapped is not None:
        yield swapped
        return
    wide = (
        [((one.consequence,), (other.consequence,)) for one, other in pair_commitments(pair)] if conditions else [(pair.left.attribution.content, pair.right.attribution.content)]
    )
    nouns = next((change for here, there in wide if (change := _noun_change(pair, here, there, anywhere=False))), None) or _single_change(pair)
    if nouns is not None:
        yield _place_finding(pair, *(widen(side, noun, side.attribution.span) for side, noun in zip((pair.left, pair.right), nouns, strict=True)))
        return
    if pair.left.commitments and pair.right.commitments:
        return
    alike = [(a.span, b.span) for a in only_left for b in only_right if has_same_setting(pair, a.span, b.span) and _is_site(pair.left, a.span) == _is_site(pair.right, b.span)]
    if alike:
        yield _place_finding(pair, *alike[0])


def _swap_inside(pair: Pair, parts: Sequence[tuple[Span, Span]]) -> Finding | None:
    """Return two names that play one part in conditions or consequences that say the same, one of them a place: what one language's names tell is a town may be tagged as a person.

    A state beside a person or an organisation is no place but who acts.
    """
    for left, right in parts:
        mine = [m for m in pair.left.mentions if left.holds(m.span) and not _is_doer(pair.left, m) and not _has_place(pair.left, m, pair.right, pair.right.mentions)]
        theirs = [m for m in pair.right.mentions if right.holds(m.span) and not _is_doer(pair.right, m) and not _has_place(pair.right, m, pair.left, pair.left.mentions)]
        for a, b in product(mine, theirs):
            kinds = {a.kind, b.kind}
            if "place" not in kinds or not has_same_setting(pair, a.span, b.span) or (not pair.same_language and _begin_alike(pair.left.cut(a.span), pair.right.cut(b.span))):
                continue
            if len(kinds) == 1 or not (find_country(pair.left.cut(a.span), pair.left.lang) or find_country(pair.right.cut(b.span), pair.right.lang)):
                return _place_finding(pair, a.span, b.span)
    return None


def _is_doer(side: Side, mention: Mention) -> bool:
    """True for a state that is told to act, not to be where something happens: who is bound by a commitment, or what the words of its consequence begin with."""
    return any((c.holder is not None and c.holder.overlap(mention.span)) or c.consequence.start == mention.span.start for c in side.commitments)


def _begin_alike(left: str, right: str) -> bool:
    """True when two names in two languages begin with the same sounds: cases of one name may end in sounds of their own ("Bobrownikach" / "Бобровники")."""
    a, b = sound_key(left), sound_key(right)
    return len(a) >= SAME_SOUNDS and a[:SAME_SOUNDS] == b[:SAME_SOUNDS]


def _change_inside(pair: Pair, left: tuple[Span, Sequence[Mention]], right: tuple[Span, Sequence[Mention]]) -> Finding | None:
    """Return another place in two conditions that are the same; each comes with the names that only its side has."""
    first, second = left[0], right[0]
    mine, theirs = (next((m.span for m in names if part.holds(m.span)), None) for part, names in (left, right))
    if mine is None and theirs is None:
        nouns = _noun_change(pair, (first,), (second,), anywhere=True)
        if nouns is None:
            return None
        mine, theirs = nouns
    here, there = None if mine else _noun_in(pair.left, first), None if theirs else _noun_in(pair.right, second)
    if any(name and noun and find_country(side.cut(name), side.lang) for side, name, noun in ((pair.left, mine, there), (pair.right, theirs, here))):
        return None  # "Egypt" / "the border": what has no name may lie in the country
    mine, theirs = mine or here, theirs or there
    phrases = [widen(side, place, part) if place else None for side, place, part in ((pair.left, mine, first), (pair.right, theirs, second))]
    told = next(((side, place, part) for side, place, part, other in ((pair.left, mine, first, theirs), (pair.right, theirs, second, mine)) if place and not other), None)
    if told is not None and not is_located(*told):
        return None  # "arms from the West" tells where they come from, not where something happens
    if told is not None and any(
        m.kind == "place" and part.holds(m.span) for side, part in ((pair.left, first), (pair.right, second)) if side is not told[0] for m in side.mentions
    ):
        return None  # both name the same place, and `find_closer_place` finds nothing in what one adds
    return _place_finding(pair, *phrases)


def _place_finding(pair: Pair, left: Span | None, right: Span | None) -> Finding:
    return Finding(label="place_changed", left=left, right=right, reason=f"{_name(pair.left, left)} here, {_name(pair.right, right)} there")


def _noun_in(side: Side, span: Span) -> Span | None:
    """Return the first noun of place in a span, `None` without."""
    return next((found for _, found in find_place_nouns(side, (span,))), None)


def _name(side: Side, span: Span | None) -> str:
    return f"`{side.cut(span)}`" if span else "no such place"


def _noun_change(pair: Pair, left: tuple[Span, ...], right: tuple[Span, ...], *, anywhere: bool) -> tuple[Span, Span] | None:
    """Return nouns of place that are none of the other part's ("territories" / "republics"), `None` without; unless `anywhere`, they must play one part."""
    mine = list(find_place_nouns(pair.left, left))
    theirs = list(find_place_nouns(pair.right, right))
    only_left = [span for key, span in mine if key not in {k for k, _ in theirs}]
    only_right = [span for key, span in theirs if key not in {k for k, _ in mine}]
    return next(((a, b) for a in only_left for b in only_right if anywhere or has_same_setting(pair, a, b)), None)


def _single_change(pair: Pair) -> tuple[Span, Span] | None:
    """Return the only places that both tell, each without a name of its own, where they are of one size: "in the zone" / "in the territorial waters"; `None` otherwise."""
    left, right = find_single_place(pair.left), find_single_place(pair.right)
    return (left[1], right[1]) if left and right and left[0] != right[0] and are_of_one_size(left[0], right[0]) else None


def _has_place(side: Side, mention: Mention, other_side: Side, others: Sequence[Mention]) -> bool:
    """True when the other telling names the same place, in any spelling, or the country for its seat of government."""
    words = mention.span.of(side.article.text)
    country = find_country(words, side.article.lang) or find_capital(words, side.article.lang)
    for other in others:
        theirs = other.span.of(other_side.article.text)
        if mention.canonical == other.canonical or lands_match(words, theirs):
            return True
        if country and country == (find_country(theirs, other_side.article.lang) or find_capital(theirs, other_side.article.lang)):
            return True
    if words.isupper() and _stands_for_initials(words, other_side):
        return True
    folded = {to_latin(w) for w in _own_words(side, mention.span)}
    return any(words_match(word, other_side.article.text[s.start : s.end]) for s, _ in other_side.words for word in folded if len(word) > 3)


def _own_words(side: Side, name: Span) -> list[str]:
    """Return the words of a name that are its own: "Mill" of "Mill Street"; all where none is."""
    text = side.article.text
    nouns = [noun for _, noun in find_nouns(side, (name,), "places.toml", in_names=True)]
    words = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(text, name.start, name.end)]
    return [word.of(text) for word in words if word not in nouns] or name.of(text).split()


def _is_site(side: Side, name: Span) -> bool:
    """True for a name that holds, or stands before, a noun for something smaller than a town ("Park Road", "a Korva clinic"): it may lie in any town that is named."""
    return find_site(side, name) is not None


def _stands_for_initials(short: str, side: Side) -> bool:
    """True when the words of a name in a telling begin with the letters of an abbreviation ("UN" / "United Nations")."""
    letters = "".join(c for c in short if c.isalpha())
    words = [m[0] for piece in side.attribution.content for m in WORD.finditer(side.article.text, piece.start, piece.end)]
    return any("".join(w[0] for w in words[k : k + 2 * len(letters)] if w[0].isupper()).startswith(letters) for k, word in enumerate(words) if word[0] == letters[:1])


def find_spelling_variants(pair: Pair) -> Iterator[Finding]:
    """Yield each name that both tellings hold in two spellings, the speaker's own included; another alphabet or another ending is none."""
    mine, theirs = _names_of(pair.left), _names_of(pair.right)
    told: set[tuple[str, str]] = set()
    for a in mine:
        for b in theirs:
            left, right = a.of(pair.left.article.text), b.of(pair.right.article.text)
            if find_country(left, pair.left.article.lang):
                continue  # each language has its own name for a country: that is translation
            if is_cyrillic(left) != is_cyrillic(right) or (is_cyrillic(left) and not pair.same_language):
                continue  # each alphabet writes a name by its own letters
            for first, second in product(*_list_unshared(left, right)):
                is_ending = differ_in_ending(first, second) and not (pair.same_language and pair.left.lang in _UNDECLINED and _are_family_names(left, right, first, second))
                if (first, second) not in told and first[:1].isupper() and second[:1].isupper() and words_match(first, second) and not is_ending:
                    told.add((first, second))
                    yield Finding(label="spelling_variant", left=a, right=b, reason=f"`{first}` / `{second}`")


def _are_family_names(left: str, right: str, first: str, second: str) -> bool:
    """True when two words that differ in their last vowel end two names, one of which has a given name before it: given names may differ so, too (`Mario` / `Maria`)."""
    return differ_in_last_vowel(first, second) and left.endswith(first) and right.endswith(second) and (left != first or right != second)


def _list_unshared(left: str, right: str) -> tuple[list[str], list[str]]:
    """Return the words of two names that stand in only one of them."""
    mine, theirs = left.translate(_APOSTROPHES).split(), right.translate(_APOSTROPHES).split()
    shared = {word.casefold() for word in mine} & {word.casefold() for word in theirs}
    return [word for word in mine if word.casefold() not in shared], [word for word in theirs if word.casefold() not in shared]


def _names_of(side: Side) -> list[Span]:
    spans = [m.span for m in side.mentions]
    source = side.attribution.source
    if side.attribution.speaker_evidence and any(s.holds(side.attribution.speaker_evidence) for s in source):
        spans.insert(0, side.attribution.speaker_evidence)
    return spans
