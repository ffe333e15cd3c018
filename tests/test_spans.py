"""Looking up by place gives what passing over everything gives, in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.spans import SpanIndex

SPANS = st.builds(lambda start, length: Span(start=start, end=start + length), st.integers(0, 40), st.integers(1, 12))
ITEMS = st.lists(st.lists(SPANS, max_size=3), max_size=12)


@given(ITEMS, st.lists(SPANS, max_size=3))
def test_inside_is_what_any_of_the_spans_holds(items: list[list[Span]], spans: list[Span]) -> None:
    expected = [number for number, own in enumerate(items) if any(span.holds(one) for span in spans for one in own)]
    assert SpanIndex(enumerate(items)).inside(*spans) == expected


@given(ITEMS, SPANS)
def test_across_is_what_shares_a_code_point(items: list[list[Span]], span: Span) -> None:
    expected = [number for number, own in enumerate(items) if any(one.overlap(span) for one in own)]
    assert SpanIndex(enumerate(items)).across(span) == expected


def test_without_items_nothing_is_found() -> None:
    index: SpanIndex[str] = SpanIndex(())
    assert index.inside(Span(start=0, end=9)) == index.across(Span(start=0, end=9)) == []
