"""Cuts text at the borders of spans, so that nested and overlapping spans can each be marked.

In: text and spans. Out: segments that put together give the text, each with the spans that cover it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of text that no span border crosses.

    `covers`, `starts` and `ends` are indexes of the spans that cover it, that begin with it and that end with it, ascending.
    """

    span: Span
    text: str
    covers: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def cut_text(text: str, within: Span, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """Return `text[within.start:within.end]` in segments, in text order.

    Args:
        text: the whole text.
        within: the part to cut.
        spans: what to mark, in any order, overlapping or not; parts outside `within` are left out, a span that shares
            no code point with it is in no segment.

    Returns:
        Non-empty segments without gaps; empty when `within` is empty.
    """
    low, high = max(0, within.start), min(within.end, len(text))
    clipped = [(max(low, span.start), min(high, span.end)) for span in spans]
    live = [index for index, (start, end) in enumerate(clipped) if start < end]
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index in live:
        opening.setdefault(clipped[index][0], []).append(index)
        closing.setdefault(clipped[index][1], []).append(index)
    borders = sorted({low, high, *opening, *closing}) if low < high else []
    active: set[int] = set()
    segments: list[Segment] = []
    for start, end in pairwise(borders):
        active.difference_update(closing.get(start, ()))
        active.update(opening.get(start, ()))
        segments.append(
            Segment(
                span=Span(start=start, end=end),
                text=text[start:end],
                covers=tuple(sorted(active)),
                starts=tuple(opening.get(start, ())),
                ends=tuple(closing.get(end, ())),
            )
        )
    return tuple(segments)


def cut_lines(text: str, spans: Sequence[Span]) -> tuple[tuple[Segment, ...], ...]:
    """Return the lines of `text` in segments, without line feeds and without blank lines.

    Args:
        text: the whole text.
        spans: what to mark; each starts and ends once, in the first and last segment left of it.

    Returns:
        One tuple of segments a line, in text order.
    """
    feeds = [Span(start=at, end=at + 1) for at, character in enumerate(text) if character == "\n"]
    segments = cut_text(text, Span(start=0, end=len(text)), [*spans, *feeds])
    lines: list[list[Segment]] = [[]]
    for segment in segments:
        if segment.text == "\n":
            lines.append([])
        else:
            lines[-1].append(segment)
    kept = [line for line in lines if any(segment.text.strip() for segment in line)]
    return _place_borders(kept)


def _place_borders(lines: Sequence[Sequence[Segment]]) -> tuple[tuple[Segment, ...], ...]:
    """Return the lines with each span starting and ending at the first and last segment that still shows it."""
    first: dict[int, Span] = {}
    last: dict[int, Span] = {}
    for line in lines:
        for segment in line:
            for index in segment.covers:
                first.setdefault(index, segment.span)
                last[index] = segment.span
    return tuple(
        tuple(
            Segment(
                span=segment.span,
                text=segment.text,
                covers=segment.covers,
                starts=tuple(index for index in segment.covers if first[index] == segment.span),
                ends=tuple(index for index in segment.covers if last[index] == segment.span),
            )
            for segment in line
        )
        for line in lines
    )
