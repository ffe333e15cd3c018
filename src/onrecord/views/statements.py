"""Sets each utterance out for reading: its tellings side by side and the points on which they differ.

In: the statements of a comparison. Out: numbered `StatementEntry`s.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.records import Rendering, Span, Statement
from onrecord.views.entries import Mark, Passage, Point, RenderingEntry, StatementEntry
from onrecord.views.lookup import Lookup
from onrecord.views.points import join_differences
from onrecord.views.revised import Revised, make_revision_points

LEAD_LENGTH = 220
"""How many code points of a statement are printed large before it is cut."""

_REACH = 90
_QUOTES = "\"'‘’‚“”„«»‹›"
_UNDATED = "9999"


def list_statements(statements: Iterable[Statement], lookup: Lookup, revised: Revised) -> tuple[StatementEntry, ...]:
    """Return all statements with at least one rendering, by date (undated last), then most articles, most renderings."""
    told = [statement for statement in statements if statement.renderings]
    told.sort(key=lambda s: (s.said_at.start if s.said_at else _UNDATED, -_count_articles(s), -len(s.renderings), s.id))
    return tuple(_make_statement(number, statement, lookup, revised) for number, statement in enumerate(told, start=1))


def choose_lead(statements: Sequence[StatementEntry]) -> int | None:
    """Return the number of the statement told by most articles, then most often, then with most differences; `None` for none."""
    best = max(statements, key=lambda s: (s.articles, len(s.renderings), len(s.points), -s.number), default=None)
    return None if best is None else best.number


def _count_articles(statement: Statement) -> int:
    return len({rendering.article for rendering in statement.renderings})


def _make_statement(number: int, statement: Statement, lookup: Lookup, revised: Revised) -> StatementEntry:
    points = join_differences(statement, lookup)
    points += make_revision_points(len(points) + 1, statement.renderings, revised, lookup)
    articles = {rendering.article for rendering in statement.renderings}
    publishers = Counter(lookup.entry(id).publisher for id in articles)
    renderings = tuple(_make_rendering(at, rendering, points, publishers, lookup) for at, rendering in enumerate(statement.renderings, start=1))
    lead, is_cut = _cut_lead(min(renderings, key=lambda r: (r.own_words, r.type != "direct", r.number)).passage)
    return StatementEntry(
        number=number,
        id=statement.id,
        speaker=statement.speaker,
        said_at=statement.said_at,
        said_at_how=statement.said_at_how,
        occasion=statement.occasion,
        articles=_count_articles(statement),
        lead=lead,
        lead_is_cut=is_cut,
        renderings=renderings,
        points=points,
    )


def _make_rendering(number: int, rendering: Rendering, points: Sequence[Point], publishers: Mapping[str, int], lookup: Lookup) -> RenderingEntry:
    text = lookup.article(rendering.article).text
    attribution = lookup.attribution(rendering.attribution)
    near = (*attribution.source, *attribution.cue) if attribution else ()
    entry = lookup.entry(rendering.article)
    shown = _widen(text, rendering.span, near)
    return RenderingEntry(
        number=number,
        label=entry.publisher if publishers[entry.publisher] == 1 else entry.label,
        article=entry,
        passage=lookup.cut(rendering.article, rendering.span),
        shown=lookup.cut(rendering.article, shown),
        content=attribution.content if attribution else (rendering.span,),
        cue=tuple(lookup.cut(rendering.article, span) for span in attribution.cue) if attribution else (),
        type=rendering.type,
        own_words=attribution is None,
        marks=_find_marks(number, rendering.span, shown, points),
    )


def _find_marks(number: int, said: Span, shown: Span, points: Sequence[Point]) -> tuple[Mark, ...]:
    """Return the words to mark; a side that covers all that was said is listed only, as marking everything marks nothing."""
    marks = [
        Mark(span=passage.span, point=point.number)
        for point in points
        for side in point.sides
        if side.rendering == number
        for passage in side.passages
        if shown.overlap(passage.span) and not passage.span.holds(said)
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.point)))


def _widen(text: str, said: Span, near: Iterable[Span]) -> Span:
    """Return `said` with the sources and cues of the same line that stand close, and the quotation marks around it."""
    start, end = said.start, said.end
    for span in sorted(near, key=lambda other: max(said.start - other.end, other.start - said.end)):
        low, high = min(start, span.start), max(end, span.end)
        gap = text[span.end : start] if span.end <= start else text[end : span.start]
        if len(gap) <= _REACH and "\n" not in text[low:start] and "\n" not in text[end:high]:
            start, end = low, high
    while start > 0 and _is_opening(text[start - 1]):
        start -= 1
    return Span(start=start, end=_reach_closing(text, end))


def _reach_closing(text: str, end: int) -> int:
    """Return where the closing quotation marks, brackets or full stop after `end` are over; a comma alone does not count."""
    at = reach = end
    while at < len(text) and (_is_closing(text[at]) or text[at] in ".,;!?…"):
        at += 1
        if _is_closing(text[at - 1]):
            reach = at
    while reach < at and text[reach] in ".!?…":
        reach += 1
    return reach


def _is_opening(character: str) -> bool:
    return character in _QUOTES or unicodedata.category(character) in {"Ps", "Pi"}


def _is_closing(character: str) -> bool:
    return character in _QUOTES or unicodedata.category(character) in {"Pe", "Pf"}


def _cut_lead(passage: Passage) -> tuple[Passage, bool]:
    words = passage.words
    if len(words) <= LEAD_LENGTH:
        return passage, False
    blank = max(words.rfind(" ", 0, LEAD_LENGTH), words.rfind("\n", 0, LEAD_LENGTH))
    size = len(words[: blank if blank > 0 else LEAD_LENGTH].rstrip())
    span = Span(start=passage.span.start, end=passage.span.start + size)
    return Passage(article=passage.article, article_id=passage.article_id, span=span, words=words[:size], lang=passage.lang), True
