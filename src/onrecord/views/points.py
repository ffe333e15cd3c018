"""Joins differences between pairs of renderings to points: what three articles word in three ways is one point, not three.

In: a statement. Out: numbered `Point`s with the words on every side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Article, Difference, Rendering, Span, Statement
from onrecord.statements.differences.actors import GROUP
from onrecord.statements.differences.agents import DOER
from onrecord.statements.differences.closeness import CLOSER
from onrecord.statements.differences.intent import INTENT
from onrecord.statements.differences.joints import JOINTS
from onrecord.statements.differences.needs import NEEDS
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.statements.differences.scope import SCOPE
from onrecord.statements.differences.sources import TOLD_BY
from onrecord.views.entries import Point, PointSide
from onrecord.views.lookup import Lookup
from onrecord.views.parts import Passage
from onrecord.views.point_words import Reason, word_notes, word_point, word_whole
from onrecord.views.wording import is_minor, name_difference, name_lacking, rank_difference

_REQUOTED, _SHORTENED = "paraphrase_in_quote_marks", "truncated"
_KINDS = {SCOPE: "scope", CLOSER: "closer", GROUP: "group", DOER: "doer", TOLD_BY: "source", INTENT: "intent"} | dict.fromkeys(NEEDS, "needed") | dict.fromkeys(JOINTS, "both")
"""How a reason begins, and which of the things that its label may say it says."""
_VAGUE = frozenset({"scope", "closer", "group"})
"""Kinds of points that tell of the same thing more or less closely: more or fewer of them, a group for its members."""
_REWORDED = frozenset({"place_changed", "actor_changed", "verb_strength", "event_stage", "figure_changed", "date_shift", "modality_or_negation"})
"""Labels of words that stand in the place of others."""
_LEFT_OUT = frozenset({"omitted_condition", "added_condition"})
_TOPIC = re.compile(r"(\w+): `")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A difference with blanks trimmed off its spans. `kind` tells those of one label apart that say different things; `whole` = it concerns all that was said; `empty` is the rendering
    where nothing stands, if the other has words. `topic` is what a label of several topics is about ("violence"), `parts` are the parts of commitments (keys) in which the words stand, `red` =
    a red line hangs on one of them."""

    label: str
    kind: str
    reason: str
    pair: tuple[int, int]
    sides: tuple[tuple[int, Span | None], tuple[int, Span | None]]
    whole: bool
    empty: int | None
    topic: str
    parts: frozenset[str]
    red: bool


def join_differences(statement: Statement, lookup: Lookup, names: Mapping[int, str]) -> tuple[Point, ...]:
    """Return the points on which the renderings of a statement differ, what changes the meaning most first.

    Args:
        statement: the renderings and the differences between pairs of them.
        lookup: where their articles are found.
        names: what each rendering is called, by its number from 1.
    """
    every = [_cut_difference(difference, statement.renderings, lookup) for difference in statement.differences]
    langs = [lookup.article(rendering.article).lang for rendering in statement.renderings]
    cuts = [cut for cut in every if not _is_said_otherwise(cut, every, langs)]
    omissions = Counter((cut.label, cut.pair) for cut in cuts if cut.empty is not None)
    groups: list[list[_Cut]] = []
    for cut in cuts:
        same = [group for group in groups if any(_is_same_point(cut, other, omissions) for other in group)]
        groups = [group for group in groups if group not in same]
        groups.append([*(member for group in same for member in group), cut])
    groups = _join_parts(groups)
    told = [(group, _find_elsewhere(group, statement.renderings, lookup)) for group in groups]
    told.sort(key=lambda pair: (*_weigh(pair[0], pair[1], statement.renderings), _first_place(pair[0])))
    return tuple(_make_point(number, group, elsewhere, statement.renderings, lookup, names) for number, (group, elsewhere) in enumerate(told, start=1))


def _cut_difference(difference: Difference, renderings: Sequence[Rendering], lookup: Lookup) -> _Cut:
    at = (difference.left, difference.right)
    spans = [None if span is None else _trim(lookup.article(renderings[k].article), span) for k, span in zip(at, difference.spans, strict=True)]
    blank = [k for k, span in zip(at, spans, strict=True) if span is None]
    parts = [part for k, span in zip(at, spans, strict=True) if span is not None for part in lookup.parts.touching(renderings[k].article, span)]
    topic = _TOPIC.match(difference.reason)
    return _Cut(
        label=difference.label,
        kind="apart" if difference.reason.endswith(PERHAPS_NOT_ONE) else next((kind for start, kind in _KINDS.items() if difference.reason.startswith(start)), ""),
        reason=difference.reason,
        pair=at,
        sides=((at[0], spans[0]), (at[1], spans[1])),
        whole=all(span is None or span.holds(renderings[k].span) for k, span in zip(at, spans, strict=True)),
        empty=blank[0] if len(blank) == 1 else None,
        topic=topic[1] if topic else "",
        parts=frozenset(part.key for part in parts),
        red=any(part.red for part in parts),
    )


def _is_said_otherwise(cut: _Cut, every: Sequence[_Cut], langs: Sequence[str | None]) -> bool:
    """True for changed words of a quotation, and for words left out, that another point tells already, and for changed words of a translation, which has to choose its words."""
    if cut.label not in (_REQUOTED, _SHORTENED) or cut.kind:
        return False
    (left, mine), (right, theirs) = cut.sides
    if cut.label == _REQUOTED and langs[left] != langs[right]:
        return True
    others = [other for other in every if other.label not in (_REQUOTED, _SHORTENED) and other.pair == cut.pair and not other.whole and not is_minor(other.label)]
    least = 0.5 if cut.label == _SHORTENED else 0.0
    return all(
        span is None or any(s is not None and s.overlap(span) > least * (span.end - span.start - 1) for other in others for at, s in other.sides if at == side)
        for side, span in ((left, mine), (right, theirs))
    )


def _trim(article: Article, span: Span) -> Span:
    """Return a span without blanks at its borders."""
    words = span.of(article.text)
    if not words.strip():
        return span
    return Span(start=span.start + len(words) - len(words.lstrip()), end=span.end - len(words) + len(words.rstrip()))


def _is_same_point(first: _Cut, second: _Cut, omissions: Mapping[tuple[str, tuple[int, int]], int]) -> bool:
    """True for the same label at the same words, for two that each concern everything, and for two that each name the only
    words which the same rendering lacks."""
    if first.label != second.label or first.kind != second.kind or first.whole != second.whole:
        return False
    if first.whole:
        return True
    if first.empty is not None and first.empty == second.empty and first.pair != second.pair:
        return omissions[(first.label, first.pair)] == omissions[(second.label, second.pair)] == 1
    return any(a == b and s is not None and t is not None and s.overlap(t) > 0 for a, s in first.sides for b, t in second.sides)


def _join_parts(groups: Sequence[list[_Cut]]) -> list[list[_Cut]]:
    """Return groups of which those are one that reword one part of a commitment in one way, in whatever language, or that lack it; where one pair of tellings
    has several such changes they stay apart."""
    joined: list[list[_Cut]] = []
    changes = Counter((key, cut.pair) for group in groups for cut in group for key in _list_keys([cut]))
    for group in groups:
        keys = _list_keys(group)
        many = any(changes[key, cut.pair] > 1 for key in keys for cut in group)
        same = next((other for other in joined if not keys.isdisjoint(_list_keys(other))), None) if not many else None
        if same is None:
            joined.append(list(group))
        else:
            same.extend(group)
    return joined


def _list_keys(group: Sequence[_Cut]) -> set[tuple[str, str, str, str]]:
    """Return what a group rewords where: label, kind, topic and part of a commitment; of a condition left out, which telling lacks it."""
    reworded = {(cut.label, cut.kind, cut.topic, part) for cut in group if cut.label in _REWORDED and not cut.whole for part in cut.parts}
    return reworded | {("left out", "", str(cut.empty), part) for cut in group if cut.label in _LEFT_OUT for part in cut.parts}


def _find_elsewhere(group: Sequence[_Cut], renderings: Sequence[Rendering], lookup: Lookup) -> tuple[int, ...]:
    """Return the tellings (numbers from 0) of articles that leave a condition out in one telling and have it in another."""
    if group[0].label not in _LEFT_OUT:
        return ()
    keys = {key for cut in group for key in cut.parts}
    empty = {cut.empty for cut in group if cut.empty is not None}
    has = {at for cut in group for at, span in cut.sides if span is not None}
    has |= {at for at, rendering in enumerate(renderings) if lookup.parts.inside(rendering.article, rendering.span, keys)}
    return tuple(sorted(at for at in has - empty if renderings[at].article in {renderings[k].article for k in empty}))


def _weigh(group: Sequence[_Cut], elsewhere: Sequence[int], renderings: Sequence[Rendering]) -> tuple[bool, bool, bool, bool, bool, bool, bool, int, int, str]:
    """Return the order of a point.

    What outlets tell differently comes before what one article says in two ways or leaves out of one telling alone, and spelling and language last; a condition of a red line that an outlet leaves
    out leads, even if it tells it further down: many read its lead alone. Then what a red line hangs on, what changes an act or a condition before what names the same more or less closely; then what
    many articles tell differently, and only then what it is.
    """
    label, kind = group[0].label, group[0].kind
    articles = {renderings[at].article for cut in group for at in cut.pair}
    lacking = {renderings[cut.empty].article for cut in group if cut.empty is not None}
    is_held = bool(elsewhere) and lacking <= {renderings[at].article for at in elsewhere}
    is_red = any(cut.red for cut in group)
    leads = is_red and label in _LEFT_OUT and len(articles) > 1 and (not is_held or _is_told_later(group, elsewhere, renderings))
    return is_minor(label), kind == "apart", len(articles) == 1, not leads, is_held, not is_red, kind in _VAGUE, -len(articles), rank_difference(label), label


def _is_told_later(group: Sequence[_Cut], elsewhere: Sequence[int], renderings: Sequence[Rendering]) -> bool:
    """True when an article leaves a condition out of a telling that stands before all of its tellings that have it."""
    lacking = (renderings[cut.empty] for cut in group if cut.empty is not None)
    return any(all(one.span < renderings[at].span for at in elsewhere if renderings[at].article == one.article) for one in lacking)


def _first_place(group: Sequence[_Cut]) -> tuple[int, int]:
    return min(((at, span.start) for cut in group for at, span in cut.sides if span is not None), default=(0, 0))


def _make_point(number: int, group: Sequence[_Cut], elsewhere: Sequence[int], renderings: Sequence[Rendering], lookup: Lookup, names: Mapping[int, str]) -> Point:
    found: dict[int, list[Span]] = {}
    for cut in group:
        for at, span in cut.sides:
            found.setdefault(at, []).extend([] if span is None or cut.whole else [span])
    sides: dict[int, tuple[Passage, ...]] = {at + 1: tuple(lookup.cut(renderings[at].article, span) for span in _merge(spans)) for at, spans in sorted(found.items())}
    reasons = [Reason(left=cut.pair[0] + 1, right=cut.pair[1] + 1, text=cut.reason) for cut in group]
    langs = {at: lookup.article(renderings[at - 1].article).lang for at in sides}
    is_whole = group[0].whole
    has = tuple(at + 1 for at in elsewhere)
    told = (word_whole(sides, reasons, langs, names), ()) if is_whole else word_point(sides, reasons, names, lacking=name_lacking(group[0].label), elsewhere=has)
    return Point(
        number=number,
        label=group[0].label,
        title=name_difference(group[0].label, group[0].kind or ("lacking" if all(cut.empty is not None for cut in group) else "")),
        whole=is_whole,
        sides=tuple(PointSide(rendering=at, passages=passages) for at, passages in sides.items()),
        reasons=tuple(dict.fromkeys(cut.reason for cut in group if cut.reason)),
        sentence=told[0],
        rest=told[1],
        notes=() if is_whole else word_notes(sides, reasons, names),
        minor=is_minor(group[0].label),
        apart=tuple(sorted({(cut.pair[0] + 1, cut.pair[1] + 1) for cut in group})),
    )


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].overlap(span):
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
