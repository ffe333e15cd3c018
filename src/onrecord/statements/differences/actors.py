"""Differences in who acts or is acted upon.

In: a `Pair`. Out: findings labelled `actor_changed`; the reason begins with `GROUP` where no name but another group of people is told. Left to others: who says it (`sources.py`).
Across languages every word is another one: there two names count that play one part, and groups in conditions and consequences that say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.languages.fold import primary_subtag
from onrecord.names.keys import names_match, words_match
from onrecord.names.places import find_capital, find_country, find_demonym
from onrecord.records import Commitment, Mention, Span
from onrecord.statements.differences.clauses import find_small_words, has_same_setting
from onrecord.statements.differences.logic import list_aligned_conditions, list_aligned_parts, pair_commitments
from onrecord.statements.differences.numbers import agree_in_number
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.differences.scope import SAME_NOUN
from onrecord.statements.nouns import WHOLE, find_nouns
from onrecord.statements.sides import Side

GROUP = "group: "
"""How the reason begins where common nouns differ."""
REACH = 40
"""Code points before a name in which the noun stands that it belongs to: "member of the"."""
_COMPOUND = re.compile(r"[-‐‑][^\W\d_]{3,}")
_BEFORE_NOUN = frozenset({"en", "nl", "de", "tr"})
"""Languages in which a name stands right before the noun that it tells more of."""
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+(?:[ \u00a0][^\W\d_]+)?)")
_MARK = re.compile(r"[^\w\s'’]")
_ROLE = "role "
_PEOPLE = "people"


def find_actor_changes(pair: Pair) -> Iterator[Finding]:
    """Yield another doer or victim: other names without a counterpart, or another group of people in aligned parts."""
    left = [m for m in pair.left.mentions if m.kind in ("person", "organisation")]
    right = [m for m in pair.right.mentions if m.kind in ("person", "organisation")]
    only_left = [m for m in left if not _has_name(m, pair.left, right, pair.right) and is_head(pair.left, m)]
    only_right = [m for m in right if not _has_name(m, pair.right, left, pair.left) and is_head(pair.right, m)]
    swapped = next(((a, b) for a in only_left for b in only_right if _play_one_part(pair, a, b)), None)
    if swapped is not None:
        a, b = swapped
        yield Finding(label="actor_changed", left=a.span, right=b.span, reason=f"`{pair.left.cut(a.span)}` here, `{pair.right.cut(b.span)}` there")
        return
    for first, second in pair_commitments(pair):
        if not first.holder or not second.holder or _is_pronoun(pair.left, first.holder) or _is_pronoun(pair.right, second.holder):
            continue  # "we" is whoever speaks, and "he" whoever is found for it
        if first.holder_canonical and second.holder_canonical and not names_match(first.holder_canonical, second.holder_canonical):
            here, there = _find_state(pair.left, first), _find_state(pair.right, second)
            if (here or there) and (here is None or there is None or here == there):
                continue  # a state is bound by whoever speaks for it
            if _is_speaker(pair.left, first) != _is_speaker(pair.right, second) and not (_is_person(pair.left, first) and _is_person(pair.right, second)):
                continue  # and so is any other body
            words = pair.left.cut(first.holder), pair.right.cut(second.holder)
            yield Finding(label="actor_changed", left=first.holder, right=second.holder, reason=f"who is bound: `{words[0]}` here, `{words[1]}` there")
            return
    yield from _group_changes(pair)


def _play_one_part(pair: Pair, left: Mention, right: Mention) -> bool:
    """True when two names may stand for one another: no state for somebody who speaks for it, and across languages only names of one kind whose neighbours agree or that
    stand in parts of commitments that say the same."""
    states = [find_country(side.cut(m.span), side.lang) or find_capital(side.cut(m.span), side.lang) for side, m in ((pair.left, left), (pair.right, right))]
    if (states[0] is None) != (states[1] is None):
        return False
    if pair.same_language:
        return True
    return left.kind == right.kind and (has_same_setting(pair, left.span, right.span) or any(a.holds(left.span) and b.holds(right.span) for a, b in list_aligned_parts(pair)))


def _is_speaker(side: Side, commitment: Commitment) -> bool:
    """True when whoever speaks is bound."""
    speaker = side.attribution.speaker
    if speaker and commitment.holder_canonical and names_match(commitment.holder_canonical, speaker):
        return True
    return commitment.holder is not None and any(piece.overlap(commitment.holder) for piece in side.attribution.source)


def _is_person(side: Side, commitment: Commitment) -> bool:
    """True when whoever speaks, or somebody else by his name, is bound."""
    return _is_speaker(side, commitment) or any(m.kind == "person" and commitment.holder is not None and m.span.overlap(commitment.holder) for m in side.mentions)


def _find_state(side: Side, commitment: Commitment) -> str | None:
    """Return the state (ISO code) that is bound, by its name, its seat of government or an adjective ("the Korvan government"); `None` for anybody else."""
    name, lang = commitment.holder_canonical or "", side.lang
    words = [*(commitment.holder.of(side.article.text).split() if commitment.holder else ()), *name.split()]
    return find_country(name, lang) or find_capital(name, lang) or next((code for word in words if (code := find_demonym(word, lang) or find_country(word, lang))), None)


def is_head(side: Side, mention: Mention) -> bool:
    """True for a name that says who acts, not whose somebody or something is: none in "a UN staffer", "NATO-Mitarbeiter", "a member of the Senate", "Meclis üyesi"."""
    text, name = side.article.text, mention.span
    if _COMPOUND.match(text, name.end):
        return False
    if side.pack is None:
        return True
    after = _NEXT.match(text, name.end) if primary_subtag(side.lang) in _BEFORE_NOUN else None
    if after is not None:
        nearby = (Span(start=after.start(1), end=after.end()),)
        if any(found.start == after.start(1) for found in _list_people(side, nearby)):
            return False
    if mention.kind == "person":
        return True  # "President Orlay" is Orlay
    before = Span(start=max(0, name.start - REACH), end=name.start)
    small = side.pack.stopwords
    return not any(
        all(word.casefold() in small for word in gap.split()) and not _MARK.search(gap) for found in _list_people(side, (before,)) if (gap := text[found.end : name.start])
    )


def _list_people(side: Side, spans: tuple[Span, ...]) -> list[Span]:
    """Return where spans name offices, groups of people, or members and things of an organisation."""
    if side.pack is None:
        return []
    tables = (side.pack.offices, side.pack.figures.populations)
    return [span for table in tables for _, span in find_forms(side, table, spans)] + find_small_words(side, "members", spans)


def _is_pronoun(side: Side, span: Span) -> bool:
    return side.pack is not None and any(side.folded(span) in forms for forms in side.pack.pronouns.values())


def _group_changes(pair: Pair) -> Iterator[Finding]:
    """Yield a group of people, or somebody by his role, that is another one on the other side ("people" / "our men" / "soldiers", "witnesses" / "neighbours")."""
    if pair.left.pack is None or pair.right.pack is None:
        return
    whole = (pair.left.attribution.content, pair.right.attribution.content)
    areas: list[tuple[tuple[Span, ...], tuple[Span, ...]]] = [((first,), (second,)) for first, second in list_aligned_conditions(pair)]
    areas = [*areas, whole] if pair.same_language else [((first,), (second,)) for first, second in list_aligned_parts(pair)]
    for first, second in areas:
        mine, theirs = _list_groups(pair.left, first), _list_groups(pair.right, second)
        if not pair.same_language:  # each language has words of its own for one group, officers may be "staff"
            mine, theirs = _leave_aligned(pair, mine, theirs)
        only_left = [(key, span) for key, span in mine if key not in {k for k, _ in theirs}]
        only_right = [(key, span) for key, span in theirs if key not in {k for k, _ in mine}]
        alike = next(((a, b) for key, a in only_left for other, b in only_right if _may_part(key, other) and not _are_counts(pair, a, b) and has_same_setting(pair, a, b)), None)
        if alike is not None:
            a, b = alike
            yield Finding(label="actor_changed", left=a, right=b, reason=f"{GROUP}`{pair.left.cut(a)}` here, `{pair.right.cut(b)}` there")
            return


def _leave_aligned(pair: Pair, left: Sequence[tuple[str, Span]], right: Sequence[tuple[str, Span]]) -> tuple[list[tuple[str, Span]], list[tuple[str, Span]]]:
    """Return the groups of both sides without those whose words mean what one of the other side's mean."""
    alike = [(one, other) for one in left for other in right if one[0] != other[0] and pair.likeness(one[1], other[1]) >= SAME_NOUN]
    here, there = {one for one, _ in alike}, {other for _, other in alike}
    return [group for group in left if group not in here], [group for group in right if group not in there]


def _list_groups(side: Side, spans: tuple[Span, ...]) -> list[tuple[str, Span]]:
    """Return (concept, span) of the groups of people and the roles told in spans."""
    counted = list(find_forms(side, side.pack.figures.populations, spans)) if side.pack else []
    roles = list(find_nouns(side, spans, "roles.toml"))
    named = [span for key, span in roles if key == WHOLE]
    return [pair for pair in counted if not any(span.overlap(pair[1]) for span in named)] + [
        (f"{_ROLE}{key}", span) for key, span in roles if key != WHOLE and not any(span.overlap(other) for _, other in counted)
    ]


def _are_counts(pair: Pair, left: Span, right: Span) -> bool:
    """True when two groups are counted and not as many: "four people" and "two children" may both be so."""
    mine, theirs = (next((f for f in side.figures if f.span.overlap(group)), None) for side, group in ((pair.left, left), (pair.right, right)))
    return mine is not None and theirs is not None and not agree_in_number(mine, theirs)


def _may_part(left: str, right: str) -> bool:
    """True when two groups exclude each other: a role says of a man or a soldier what he is besides, and only of "people" who they are."""
    if left.startswith(_ROLE) == right.startswith(_ROLE):
        return True
    return _PEOPLE in (left, right)


def _has_name(mention: Mention, side: Side, others: Sequence[Mention], other_side: Side) -> bool:
    words = mention.span.of(side.article.text)
    if any(names_match(mention.canonical, o.canonical) or names_match(words, o.span.of(other_side.article.text)) for o in others):
        return True
    return any(words_match(word, other_side.article.text[s.start : s.end]) for s, _ in other_side.words for word in words.split() if len(word) > 3)
