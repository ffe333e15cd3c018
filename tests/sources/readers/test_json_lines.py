"""JSON Lines good and bad: a bad line costs itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.records import Page, Problem
from onrecord.sources.readers import json_lines
from tests.sources.asking import line, pages, problem, read, write


def test_json_lines_give_one_page_each_with_their_fields() -> None:
    data = line(id="a", text="one", lang="en", title="T", published="2031-03-14", url="https://x.example", outlet="Gazette") + b"\n  \n" + line(id=7, text="zwei")
    first, second = pages("-", stdin=data)
    assert (first.name, first.form, first.data, first.lang, first.title) == ("a", "record", b"one", "en", "T")
    assert (first.published, first.url, first.outlet) == ("2031-03-14", "https://x.example", "Gazette")
    assert (second.name, second.lang) == ("7", None)


def test_a_byte_order_mark_and_a_missing_last_line_break_do_not_matter() -> None:
    assert [page.name for page in pages("-", stdin=b"\xef\xbb\xbf" + line(id="a", text="x") + line(id="b", text="y").rstrip())] == ["a", "b"]


BAD = [
    (b"{", "bad_json"), (b"\xff\xfe", "bad_json"), (b"[" * 100_000, "bad_json"), (b'{"id": "a", "text": "x"', "bad_json"), (b"[]", "bad_record"),
    (b'"words"', "bad_record"), (b"null", "bad_record"), (line(id="a"), "bad_record"), (line(text="x"), "bad_record"), (line(id="", text="x"), "bad_record"),
    (line(id=True, text="x"), "bad_record"), (line(id=1.5, text="x"), "bad_record"), (line(id="a", text=None), "bad_record"),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "code"), BAD)
def test_a_bad_line_is_a_problem_with_its_number_and_the_others_are_read(tmp_path: Path, bad: bytes, code: str) -> None:
    path = write(tmp_path / "news.jsonl", line(id="a", text="x") + b"\n" + bad.rstrip() + b"\n" + line(id="b", text="y"))
    found = read(path)
    assert [item.name for item in found if isinstance(item, Page)] == ["a", "b"]
    (said,) = [item for item in found if isinstance(item, Problem)]
    assert (said.code, said.where) == (code, f"{path}:3")
    assert said.hint


def test_a_field_that_is_no_string_is_left_out_and_told() -> None:
    found = read("-", stdin=line(id="a", text="x", published=20310314, lang=None, title=" "))
    (page,) = [item for item in found if isinstance(item, Page)]
    (said,) = [item for item in found if isinstance(item, Problem)]
    assert (page.published, page.lang, page.title) == (None, None, None)
    assert said.code == "bad_field"
    assert "`published`" in said.message


def test_a_line_over_the_limit_is_skipped_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 60)
    found = read("-", stdin=line(id="a", text="x" * 500) + line(id="b", text="y"))
    assert [(type(item).__name__, item.where) for item in found] == [("Problem", "standard input:1"), ("Page", "standard input:2")]


def test_nothing_at_all_is_told(tmp_path: Path) -> None:
    assert problem("-", stdin=b"").code == "no_articles"
    assert problem(write(tmp_path / "news.jsonl", b"\n\n")).code == "no_articles"


def test_lone_surrogates_in_a_record_can_be_printed() -> None:
    (page,) = pages("-", stdin=b'{"id": "a\\ud800", "text": "x\\udfff", "title": "t\\ud800"}\n')
    page.name.encode()
    assert page.title is not None
    page.title.encode()
    assert page.data == "x\udfff".encode("utf-8", "surrogatepass")
