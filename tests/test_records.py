"""Records are frozen, slotted, of plain values, and say in their docstring what they are; spans slice back."""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import records
from onrecord.records import Attribution, DateRange, Span

RECORDS = [kind for _, kind in inspect.getmembers(records, inspect.isclass) if dataclasses.is_dataclass(kind)]
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(start=min(pair), end=max(pair)))


def leaves(kind: object) -> set[object]:
    """Return the plain types a field is made of."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is tuple:
        return {leaf for part in typing.get_args(kind) if part is not Ellipsis for leaf in leaves(part)}
    return {kind}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_is_frozen_slotted_keyword_only_and_plain(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)
    assert all(field.kw_only for field in dataclasses.fields(kind))
    for leaf in {leaf for hint in typing.get_type_hints(kind).values() for leaf in leaves(hint)}:
        assert leaf in {str, int, float, bool, bytes, type(None), *RECORDS}
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")


@pytest.mark.parametrize("kind", [kind for kind in RECORDS if "id" in {f.name for f in dataclasses.fields(kind)}], ids=lambda kind: kind.__name__)
def test_a_record_with_an_id_says_what_it_is_made_of(kind: type) -> None:
    assert "Identity:" in (kind.__doc__ or "")


@given(st.text(max_size=40), SPANS)
def test_a_span_slices_its_words(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]


@given(SPANS, SPANS)
def test_overlap_is_symmetric_and_bounded(left: Span, right: Span) -> None:
    assert left.overlap(right) == right.overlap(left)
    assert 0 <= left.overlap(right) <= min(left.end - left.start, right.end - right.start)
    if left.holds(right):
        assert left.overlap(right) == right.end - right.start


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [("2031-03-14", "2031-03-15", "2031-03-14"), ("2031-02-28", "2031-03-01", "2031-02-28"), ("2032-02-28", "2032-03-01", None), ("2031-03-01", "2031-04-01", None)],
)
def test_a_range_of_one_day_is_that_day(start: str, end: str, day: str | None) -> None:
    assert DateRange(start=start, end=end).day == day


@pytest.mark.parametrize(
    ("start", "end", "last"), [("2031-03-14", "2031-03-15", "2031-03-14"), ("2032-02-01", "2032-03-01", "2032-02-29"), ("2031-03-14", "2031-03-14", "2031-03-14")]
)
def test_a_range_ends_on_the_day_before_its_end(start: str, end: str, last: str) -> None:
    assert DateRange(start=start, end=end).last == last


def test_an_attribution_spans_from_its_first_to_its_last_piece() -> None:
    pieces = (Span(start=30, end=40), Span(start=2, end=9))
    attribution = Attribution(
        id="attribution-1", article="article-1", source=(), cue=(), content=pieces, type="direct", speaker=None, speaker_as_written=None, speaker_how="unknown",
        speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=0.5, made_by="t@1",
    )  # fmt: skip
    assert attribution.span == Span(start=2, end=40)
