"""Ids are digests of identity fields: stable across machines, different for different fields, possible for any text."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ids import hash_text, make_id

FIELD = st.recursive(
    st.one_of(st.text(), st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False)), lambda inner: st.lists(inner, max_size=3), max_leaves=6,
)  # fmt: skip


def test_an_id_is_its_kind_and_sixteen_hex_digits() -> None:
    assert make_id("article", "a", "b") == "article-4ab75486c087d8bd"


@given(st.lists(FIELD, max_size=4))
def test_the_same_fields_give_the_same_id(fields: list[object]) -> None:
    first = make_id("x", *fields)  # type: ignore[arg-type]
    assert first == make_id("x", *json.loads(json.dumps(fields)))
    assert first.startswith("x-")


@given(st.lists(FIELD, max_size=4))
def test_fields_are_digested_as_json(fields: list[object]) -> None:
    payload = json.dumps(["x", *fields], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    assert make_id("x", *fields) == f"x-{hashlib.sha256(payload).hexdigest()[:16]}"  # type: ignore[arg-type]


@pytest.mark.parametrize(("left", "right"), [(("a", "b"), ("ab",)), (("a", "b"), ("b", "a")), (("1",), (1,)), ((None,), ("",)), ((["a", "b"],), ("a", "b")), ((True,), (1,))])
def test_other_fields_give_another_id(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert make_id("x", *left) != make_id("x", *right)


def test_another_kind_gives_another_id() -> None:
    assert make_id("x", "a").split("-")[1] != make_id("y", "a").split("-")[1]


@given(st.text(alphabet=st.characters()))
def test_any_text_has_a_hash(text: str) -> None:
    assert len(hash_text(text + "\ud800")) == 64
    assert hash_text(text) == hash_text(text)


def test_equal_looking_texts_of_other_code_points_differ() -> None:
    assert hash_text("\u00e9") != hash_text("e\u0301")
