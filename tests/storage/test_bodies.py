from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoreError
from onrecord.records import Article, Encoding, Mention, Problem
from onrecord.storage import KINDS, Record
from onrecord.storage.bodies import from_body, to_body
from onrecord.storage.rows import from_row, to_rows, to_storable

from .samples import FIRST, make_article, make_everything, make_mention

# Every code point, surrogates too.
ANY_TEXT = st.text(st.characters(exclude_categories=()))
st.register_type_strategy(str, ANY_TEXT)


def any_record(kind: type[Record]) -> st.SearchStrategy[Record]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: st.from_type(hints[field.name]) for field in fields(kind)})


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@given(data=st.data())
def test_any_record_comes_back_as_it_was(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(any_record(kind))
    body, attachment = to_body(record)
    body.encode("utf-8")
    # By repr: unlike ==, it tells -0.0 from 0.0 and finds nan equal to nan.
    assert repr(from_body(kind, body, attachment)) == repr(record)


@given(text=ANY_TEXT)
def test_storable_text_has_one_code_point_for_each(text: str) -> None:
    stored = to_storable(text)
    assert len(stored) == len(text)
    assert "\0" not in stored
    stored.encode("utf-8")
    (row,) = to_rows("o", "s", [make_article("x", text)], lambda _: None)
    assert from_row(Article, row) == make_article("x", text)


@given(body=st.one_of(st.text(), st.recursive(st.integers() | st.text(), st.lists).map(str)))
def test_text_that_is_no_record_is_an_error_of_the_store(body: str) -> None:
    with pytest.raises(StoreError):
        from_body(Mention, body)


@pytest.mark.parametrize(
    "body",
    [
        '{"id":"p","where":"w","code":"c"}',
        '{"id":"p","where":"w","code":"c","message":"m","hint":null,"more":1}',
        '{"id":"p","where":"w","code":"c","message":7}',
        '{"id":"p","where":"w","code":"c","message":{"utf8":"%"}}',
        "[" * 100_000,
    ],
)
def test_a_body_with_other_fields_is_refused(body: str) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        from_body(Problem, body)


def test_a_field_with_a_default_may_be_missing() -> None:
    assert from_body(Problem, '{"id":"p","where":"w","code":"c","message":"m"}').hint is None


def test_bytes_outside_the_attachment_are_refused() -> None:
    encoding = next(record for record in make_everything()["a"][1] if isinstance(record, Encoding))
    body, attachment = to_body(encoding)
    assert len(attachment) == sum(len(vector.values) for vector in encoding.vectors)
    with pytest.raises(StoreError, match="outside the attachment"):
        from_body(Encoding, body, attachment[:-1])


def test_the_text_of_an_article_is_not_repeated_in_its_body() -> None:
    (row,) = to_rows("o", "s", [make_article("x", FIRST)], lambda _: None)
    assert row.text == FIRST
    assert "marched" not in row.body


def test_two_surrogates_in_a_row_stay_two() -> None:
    problem = Problem(id="p", where="\ud83d\ude00", code="c", message="m")
    assert from_body(Problem, to_body(problem)[0]) == problem


def test_a_value_of_a_wrong_type_names_the_record() -> None:
    mention = make_mention(make_article("x", FIRST), "Oda")
    with pytest.raises(StoreError, match=mention.id):
        to_body(replace(mention, span=(1, 2)))  # type: ignore[arg-type]


def test_a_field_of_a_type_without_conversion_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd:
        id: str
        seen: complex

    with pytest.raises(StoreError, match="complex"):
        from_body(Odd, "{}")  # type: ignore[type-var]


def test_no_record_has_a_default_made_by_a_function() -> None:
    # `from_body` leaves missing fields to plain defaults only.
    assert all(field.default_factory is MISSING for kind in KINDS.values() for field in fields(kind))
