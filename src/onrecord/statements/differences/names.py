"""Differences in who and where: another place, another actor, another spelling.

In: a `Pair`. Out: findings labelled `place_changed`, `actor_changed`, `spelling_variant`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.names.keys import names_match, to_latin, words_match
from onrecord.names.places import find_capital, find_country
from onrecord.records import Mention, Span
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.sides import Side


def find_place_changes(pair: Pair) -> Iterator[Finding]:
    """Yield places that differ: in aligned conditions, where one names a place the other does not; else, where nobody commits to
    anything, names on both sides without a counterpart."""
    left = [m for m in pair.left.mentions if m.kind == "place"]
    right = [m for m in pair.right.mentions if m.kind == "place"]
    only_left = [m for m in left if not _has_place(pair.left, m, pair.right, right)]
    only_right = [m for m in right if not _has_place(pair.right, m, pair.left, left)]
    for first, second in _aligned_conditions(pair):
        mine = next((m for m in only_left if first.holds(m.span)), None)
        theirs = next((m for m in only_right if second.holds(m.span)), None)
        if mine or theirs:
            a, b = mine.span if mine else first, theirs.span if theirs else second
            yield Finding(label="place_changed", left=a, right=b, reason=f"`{pair.left.cut(a)}` here, `{pair.right.cut(b)}` there")
            return
    if only_left and only_right and not (pair.left.commitments and pair.right.commitments):
        a, b = only_left[0].span, only_right[0].span
        yield Finding(label="place_changed", left=a, right=b, reason=f"`{pair.left.cut(a)}` here, `{pair.right.cut(b)}` there")


def _aligned_conditions(pair: Pair) -> list[tuple[Span, Span]]:
    return [(a.span, b.span) for left, right in pair_commitments(pair) for a, b in pair_conditions(pair, left, right)[0]]


def _has_place(side: Side, mention: Mention, other_side: Side, others: Sequence[Mention]) -> bool:
    """True when the other telling names the same place, in any spelling, or the country for its seat of government."""
    words = mention.span.of(side.article.text)
    country = find_country(words, side.article.lang) or find_capital(words, side.article.lang)
    for other in others:
        theirs = other.span.of(other_side.article.text)
        if mention.canonical == other.canonical or names_match(words, theirs):
            return True
        if country and country == (find_country(theirs, other_side.article.lang) or find_capital(theirs, other_side.article.lang)):
            return True
    folded = {to_latin(w) for w in words.split()}
    return any(words_match(word, other_side.article.text[s.start : s.end]) for s, _ in other_side.words for word in folded if len(word) > 3)


def find_actor_changes(pair: Pair) -> Iterator[Finding]:
    """Yield another doer or victim: other names without a counterpart, or another group of people in aligned parts."""
    left = [m for m in pair.left.mentions if m.kind in ("person", "organisation")]
    right = [m for m in pair.right.mentions if m.kind in ("person", "organisation")]
    only_left = [m for m in left if not _has_name(m, pair.left, right, pair.right)]
    only_right = [m for m in right if not _has_name(m, pair.right, left, pair.left)]
    if only_left and only_right:
        a, b = only_left[0], only_right[0]
        yield Finding(label="actor_changed", left=a.span, right=b.span, reason=f"`{pair.left.cut(a.span)}` here, `{pair.right.cut(b.span)}` there")
        return
    for first, second in pair_commitments(pair):
        if first.holder and second.holder and first.holder_canonical and second.holder_canonical and not names_match(first.holder_canonical, second.holder_canonical):
            words = pair.left.cut(first.holder), pair.right.cut(second.holder)
            yield Finding(label="actor_changed", left=first.holder, right=second.holder, reason=f"who is bound: `{words[0]}` here, `{words[1]}` there")
            return
    yield from _group_changes(pair)


def _group_changes(pair: Pair) -> Iterator[Finding]:
    """Yield a group of people that is another one on the other side ("people" / "our men" / "soldiers")."""
    if pair.left.pack is None or pair.right.pack is None:
        return
    areas = _aligned_conditions(pair) or [(piece, other) for piece in pair.left.attribution.content for other in pair.right.attribution.content][:1]
    for first, second in areas:
        mine = list(find_forms(pair.left, pair.left.pack.figures.populations, (first,)))
        theirs = list(find_forms(pair.right, pair.right.pack.figures.populations, (second,)))
        if mine and theirs and not {k for k, _ in mine} & {k for k, _ in theirs}:
            a, b = mine[0][1], theirs[0][1]
            yield Finding(label="actor_changed", left=a, right=b, reason=f"`{pair.left.cut(a)}` here, `{pair.right.cut(b)}` there")
            return


def _has_name(mention: Mention, side: Side, others: Sequence[Mention], other_side: Side) -> bool:
    words = mention.span.of(side.article.text)
    if any(names_match(mention.canonical, o.canonical) or names_match(words, o.span.of(other_side.article.text)) for o in others):
        return True
    return any(words_match(word, other_side.article.text[s.start : s.end]) for s, _ in other_side.words for word in words.split() if len(word) > 3)


def find_spelling_variants(pair: Pair) -> Iterator[Finding]:
    """Yield a name that both tellings hold in two spellings, the speaker's own included."""
    mine, theirs = _names_of(pair.left), _names_of(pair.right)
    for a in mine:
        for b in theirs:
            left, right = a.of(pair.left.article.text), b.of(pair.right.article.text)
            if find_country(left, pair.left.article.lang):
                continue  # each language has its own name for a country: that is translation
            for first, second in zip(left.split(), right.split(), strict=False):
                if first[:1].isupper() and first.casefold() != second.casefold() and words_match(first, second) and not _is_inflection(first, second):
                    yield Finding(label="spelling_variant", left=a, right=b, reason=f"`{first}` / `{second}`")
                    return


def _names_of(side: Side) -> list[Span]:
    spans = [m.span for m in side.mentions]
    source = side.attribution.source
    if side.attribution.speaker_evidence and any(s.holds(side.attribution.speaker_evidence) for s in source):
        spans.insert(0, side.attribution.speaker_evidence)
    return spans


def _is_inflection(left: str, right: str) -> bool:
    """True when one is the other with an ending of up to two letters ("Trump" / "Trumps")."""
    short, long = sorted((to_latin(left), to_latin(right)), key=len)
    return long.startswith(short) and 0 < len(long) - len(short) <= 2
