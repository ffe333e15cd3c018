"""Cutting text at the borders of spans that nest, overlap or reach outside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.views.marking import cut_lines, cut_text

spans = st.lists(st.builds(lambda start, size: Span(start=start, end=start + size), st.integers(0, 40), st.integers(0, 20)), max_size=8)
texts = st.text(alphabet="ab \nж", max_size=40)


@given(texts, spans)
def test_segments_put_together_are_the_text(text: str, marked: list[Span]) -> None:
    segments = cut_text(text, Span(start=0, end=len(text)), marked)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.span.of(text) == segment.text for segment in segments)


@given(texts, spans)
def test_a_segment_lies_wholly_inside_or_wholly_outside_each_span(text: str, marked: list[Span]) -> None:
    for segment in cut_text(text, Span(start=0, end=len(text)), marked):
        for index, span in enumerate(marked):
            assert (index in segment.covers) == (segment.span.overlap(span) > 0)


@given(texts, spans)
def test_each_span_with_visible_words_starts_and_ends_once_over_all_lines(text: str, marked: list[Span]) -> None:
    lines = cut_lines(text, marked)
    starts = [index for line in lines for segment in line for index in segment.starts if index < len(marked)]
    ends = [index for line in lines for segment in line for index in segment.ends if index < len(marked)]
    assert sorted(starts) == sorted(ends) == sorted(set(starts))
    assert {index for index, span in enumerate(marked) if span.of(text).strip()} <= set(starts)


@given(texts)
def test_lines_keep_all_but_line_feeds_and_blank_lines(text: str) -> None:
    printed = ["".join(segment.text for segment in line) for line in cut_lines(text, [])]
    assert printed == [line for line in text.split("\n") if line.strip()]


def test_overlapping_spans_are_cut_at_all_borders() -> None:
    segments = cut_text("abcdef", Span(start=0, end=6), [Span(start=1, end=4), Span(start=3, end=6)])
    assert [(segment.text, segment.covers) for segment in segments] == [("a", ()), ("bc", (0,)), ("d", (0, 1)), ("ef", (1,))]


def test_a_span_outside_the_part_is_left_out() -> None:
    (segment,) = cut_text("abcdef", Span(start=0, end=3), [Span(start=4, end=6)])
    assert (segment.text, segment.covers) == ("abc", ())
