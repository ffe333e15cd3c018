"""The list of sources: read with its defaults, written back the same, and every mistake named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.sources.fetch.source_list import DEFAULT_EVERY_S, Source, format_every, format_source_list, parse_every, parse_source_list, read_source_file

LIST = """
[[source]]
name = "Example Times"
url = "https://example.org/rss"
group = "wire"
lang = "nl"
owner = "Example Group"
every = "15m"

[[source]]
name = "Örtliche Zeitung"
url = "https://zeitung.example/sitemap.xml"
kind = "sitemap"
outlet = "OZ"
"""


def mistakes(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse_source_list(text, "sources.toml")
    assert caught.value.hint
    return caught.value.message


def test_a_list_is_read_with_its_defaults() -> None:
    first, second = parse_source_list(LIST)
    assert first == Source(name="Example Times", url="https://example.org/rss", kind="feed", group="wire", lang="nl", outlet="Example Times", owner="Example Group", every_s=900)
    assert second == Source(name="Örtliche Zeitung", url="https://zeitung.example/sitemap.xml", kind="sitemap", outlet="OZ", every_s=DEFAULT_EVERY_S)


def test_a_list_written_reads_back_the_same() -> None:
    sources = (*parse_source_list(LIST), Source(name='a "b" \\ \x7f\t\n', url="http://a.example/?a=b&c='d'", outlet="x", every_s=86400))
    assert parse_source_list(format_source_list(sources))[:2] == sources[:2]
    assert parse_source_list(format_source_list(sources))[2].name == 'a "b" \\ \x7f'


def test_every_mistake_is_named_with_its_line() -> None:
    message = mistakes('[[source]]\nname = "A"\nurl = "ftp://a.example/"\nkind = "rss"\nlang = "dutch!"\nevery = "soon"\ngruop = "x"\nowner = 3\n\n[[source]]\nname = "A"\n')
    for words in (
        "8 mistakes", "line 3 (entry 1): `ftp://a.example/` is not fetched: its scheme is `ftp`", "line 4 (entry 1): `rss` is no kind; allowed: feed sitemap page", "line 5 (entry 1): `dutch!`",
        "line 6 (entry 1): `soon` is no duration", "line 7 (entry 1): unknown field `gruop`; did you mean `group`?", "line 8 (entry 1): `owner` must be a string",
        "line 10 (entry 2): `url` is missing", "line 11 (entry 2): `A` is also the name of entry 1",
    ):  # fmt: skip
        assert words in message, message


@pytest.mark.parametrize("text", ["", "source = 3", "source = [1]", "[source]\nname = 'a'", "[[sources]]\nname = 'a'", "x = ", "[[source]]\nname = 'a'\nname = 'b'", "[" * 5000])
def test_what_is_no_list_is_an_error(text: str) -> None:
    assert "`sources.toml`" in mistakes(text)


def test_two_sources_with_one_address_and_unknown_tables_are_mistakes() -> None:
    assert "`http://a.example/` is also the url of entry 1" in mistakes("[[source]]\nname='a'\nurl='http://a.example/'\n[[source]]\nname='b'\nurl='http://a.example/'")
    assert "unknown table or field `settings`" in mistakes("[settings]\n[[source]]\nname='a'\nurl='http://a.example/'")


def test_an_entry_is_named_without_line_when_headers_stand_in_a_string() -> None:
    assert "\nentry 1: `url` is missing" in mistakes('[[source]]\nname = """\n[[source]]\n"""')


def test_many_mistakes_are_counted_and_the_first_told() -> None:
    assert "and 30 more" in mistakes("[[source]]\n" * 25)


def test_a_private_address_or_port_may_stand_in_the_list() -> None:
    assert len(parse_source_list("[[source]]\nname='a'\nurl='http://10.0.0.1:8080/'")) == 1


def test_a_file_is_read_and_one_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("\ufeff" + LIST, encoding="utf-8")
    assert len(read_source_file(tmp_path / "a.toml")) == 2
    (tmp_path / "b.toml").write_bytes(LIST.encode("latin-1"))
    for name in ("b.toml", "none.toml"):
        with pytest.raises(InputError, match=name):
            read_source_file(tmp_path / name)


@pytest.mark.parametrize(("written", "seconds"), [("90s", 90), ("1m", 60), ("30m", 1800), (" 2 h ", 7200), ("31d", 2678400)])
def test_a_duration_is_read(written: str, seconds: float) -> None:
    assert parse_every(written) == seconds
    assert parse_every(format_every(seconds)) == seconds


@pytest.mark.parametrize("written", ["", "30", "m", "1s", "32d", "-5m", "1.5h", "1w", "９m9", "1000000000h"])
def test_what_is_no_duration_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no duration"):
        parse_every(written)


@given(st.text(max_size=60))
def test_no_words_make_the_reader_fail_otherwise(words: str) -> None:
    for text in (words, f"[[source]]\nname = {words}", f"[[source]]\nname = 'a'\nurl = '''{words}'''"):
        try:
            parse_source_list(text)
        except InputError:
            continue
