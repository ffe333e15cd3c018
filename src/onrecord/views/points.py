"""Joins differences between pairs of renderings to points: what three articles word in three ways is one point, not three.

In: a statement. Out: numbered `Point`s with the words on every side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Difference, Rendering, Span, Statement
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.statements.differences.scope import SCOPE
from onrecord.views.entries import Point, PointSide
from onrecord.views.lookup import Lookup
from onrecord.views.parts import Passage
from onrecord.views.point_words import Reason, word_notes, word_point, word_whole
from onrecord.views.wording import is_minor, name_difference, name_lacking, rank_difference

_REQUOTED = "paraphrase_in_quote_marks"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A difference with blanks trimmed off its spans. `kind` tells those of one label apart that say different things; `whole` = it concerns all that was said; `empty` is the rendering
    where nothing stands, if the other has words."""

    label: str
    kind: str
    reason: str
    pair: tuple[int, int]
    sides: tuple[tuple[int, Span | None], tuple[int, Span | None]]
    whole: bool
    empty: int | None


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
    groups.sort(key=lambda group: (*_weigh(group, statement.renderings), _first_place(group)))
    return tuple(_make_point(number, group, statement.renderings, lookup, names) for number, group in enumerate(groups, start=1))


def _cut_difference(difference: Difference, renderings: Sequence[Rendering], lookup: Lookup) -> _Cut:
    at = (difference.left, difference.right)
    spans = [None if span is None else _trim(lookup.article(renderings[k].article).text, span) for k, span in zip(at, difference.spans, strict=True)]
    blank = [k for k, span in zip(at, spans, strict=True) if span is None]
    return _Cut(
        label=difference.label,
        kind="scope" if difference.reason.startswith(SCOPE) else "apart" if difference.reason.endswith(PERHAPS_NOT_ONE) else "",
        reason=difference.reason,
        pair=at,
        sides=((at[0], spans[0]), (at[1], spans[1])),
        whole=all(span is None or span.holds(renderings[k].span) for k, span in zip(at, spans, strict=True)),
        empty=blank[0] if len(blank) == 1 else None,
    )


def _is_said_otherwise(cut: _Cut, every: Sequence[_Cut], langs: Sequence[str | None]) -> bool:
    """True for changed words of a quotation that another point tells already, and for those of a translation, which has to choose its words."""
    if cut.label != _REQUOTED:
        return False
    (left, mine), (right, theirs) = cut.sides
    if langs[left] != langs[right]:
        return True
    others = [other for other in every if other.label != _REQUOTED and other.pair == cut.pair and not other.whole and not is_minor(other.label)]
    return all(span is None or any(s is not None and s.overlap(span) for other in others for at, s in other.sides if at == side) for side, span in ((left, mine), (right, theirs)))


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
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


def _weigh(group: Sequence[_Cut], renderings: Sequence[Rendering]) -> tuple[bool, bool, int, str]:
    """Return the order of a point: what outlets tell differently before what one article says in two ways, spelling and language last."""
    label = group[0].label
    articles = {renderings[at].article for cut in group for at in cut.pair}
    return is_minor(label), len(articles) == 1, rank_difference(label), label


def _first_place(group: Sequence[_Cut]) -> tuple[int, int]:
    return min(((at, span.start) for cut in group for at, span in cut.sides if span is not None), default=(0, 0))


def _make_point(number: int, group: Sequence[_Cut], renderings: Sequence[Rendering], lookup: Lookup, names: Mapping[int, str]) -> Point:
    found: dict[int, list[Span]] = {}
    for cut in group:
        for at, span in cut.sides:
            found.setdefault(at, []).extend([] if span is None or cut.whole else [span])
    sides: dict[int, tuple[Passage, ...]] = {at + 1: tuple(lookup.cut(renderings[at].article, span) for span in _merge(spans)) for at, spans in sorted(found.items())}
    reasons = [Reason(left=cut.pair[0] + 1, right=cut.pair[1] + 1, text=cut.reason) for cut in group]
    langs = {at: lookup.article(renderings[at - 1].article).lang for at in sides}
    is_whole = group[0].whole
    told = (word_whole(sides, reasons, langs, names), ()) if is_whole else word_point(sides, reasons, names, lacking=name_lacking(group[0].label))
    return Point(
        number=number,
        label=group[0].label,
        title=name_difference(group[0].label, group[0].kind),
        whole=is_whole,
        sides=tuple(PointSide(rendering=at, passages=passages) for at, passages in sides.items()),
        reasons=tuple(dict.fromkeys(cut.reason for cut in group if cut.reason)),
        sentence=told[0],
        rest=told[1],
        notes=() if is_whole else word_notes(sides, reasons, names),
        minor=is_minor(group[0].label),
    )


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].overlap(span):
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
