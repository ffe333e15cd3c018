"""Pages saved as a single file: the page is found among its parts, with its address and its letters, however the file is damaged or made to do harm."""

from __future__ import annotations

import base64
import time

import pytest
from reading import check, codes, pages, read
from samples import HTML, MAIL, MHTML, WORDS

from onrecord.articles import read_article
from onrecord.sources.readers import mhtml
from onrecord.sources.readers.reader import HEAD_BYTES
from onrecord.sources.readers.registry import choose_reader


def part(body: bytes, kind: str = "text/html", **fields: str) -> bytes:
    """Return a part of a file; `content_location="x"` becomes a header line."""
    lines = [f"Content-Type: {kind}", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def save(*parts: bytes, boundary: str = "b", stated: str | None = None, end: bytes = b"--b--\r\n", more: str = "") -> bytes:
    """Return parts as a browser saves them."""
    head = f'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{boundary if stated is None else stated}"{more}\r\n\r\n'
    return head.encode() + b"".join(b"--" + boundary.encode() + b"\r\n" + one + b"\r\n" for one in parts) + end


def page_of(text: str) -> bytes:
    return f"<html><body><p>{text}</p></body></html>".encode()


def test_the_page_comes_with_its_address_and_without_the_day_it_was_saved() -> None:
    (found,) = read(MHTML, "The bridge.mhtml")
    (page,) = pages([found])
    assert (page.name, page.form, page.url, page.published, page.title) == ("The bridge", "html", "https://x.example/news/closed-bridge.html", None, None)
    article, _ = read_article(page)
    assert article is not None
    assert (article.title, article.outlet, article.lang) == ("The bridge", "x.example", "en")
    assert f"{WORDS} Café." in article.text


@pytest.mark.parametrize(
    ("charset", "encoding", "meta"),
    [
        ("utf-8", "quoted-printable", ""), ("windows-1251", "quoted-printable", ""), ("windows-1251", "base64", ""), ("koi8-r", "8bit", ""), ("utf-8", "BASE64", ""),
        ("windows-1251", "8bit", "koi8-r"),
    ],
)  # fmt: skip
def test_letters_arrive_whatever_they_were_sent_in(charset: str, encoding: str, meta: str) -> None:
    text = "Министр сказал, что мост останется закрытым."
    data = f"<html><head><meta charset='{meta or charset}'></head><body><p>{text}</p></body></html>".encode(charset)
    if encoding == "quoted-printable":
        data = b"".join(b"=%02X" % byte for byte in data).replace(b"=3C", b"<").replace(b"=20", b" =\r\n")
    if encoding == "BASE64":
        data = base64.encodebytes(data)
    if encoding == "base64":
        data = base64.b64encode(data)
    (page,) = pages(read(save(part(data, f"text/html; charset={charset}", Content_Transfer_Encoding=encoding))))
    article, _ = read_article(page)
    assert article is not None
    assert article.text == text


@pytest.mark.parametrize("charset", ["utf-16", "nonsense", "zip", "hex", "ascii", '"', "x" * 5000])
def test_a_wrong_charset_costs_no_words(charset: str) -> None:
    (page,) = pages(read(save(part(page_of("Der Minister schließt die Brücke."), f"text/html; charset={charset}"))))
    article, _ = read_article(page)
    assert article is not None
    assert article.text == "Der Minister schließt die Brücke."


def test_the_part_the_file_names_is_the_page_and_frames_are_not() -> None:
    frame, main = part(page_of("An advertisement."), Content_ID="<f2>", Content_Location="cid:f2"), part(HTML, Content_ID="<f1>", Content_Location="https://x.example/a")
    assert pages(read(save(frame, main, more='; start="<f1>"')))[0].data == HTML
    assert pages(read(save(main, frame)))[0].data == HTML
    by_address = save(frame, main).replace(b"MIME-Version", b"Snapshot-Content-Location: https://x.exa\r\n mple/a\r\nMIME-Version")
    assert (pages(read(by_address))[0].data, pages(read(by_address))[0].url) == (HTML, "https://x.example/a")


def test_a_page_in_a_multipart_in_a_multipart_is_found() -> None:
    inner = b"--c\r\n" + part(b"plain words", "text/plain") + b"\r\n--c\r\n" + part(HTML) + b"\r\n--c--"
    data = save(part(inner, 'multipart/alternative; boundary="c"'), part(b"AAAA", "image/png"))
    assert [page.data for page in pages(read(data))] == [HTML]
    assert codes(read(data)) == []


def test_an_address_on_a_disk_is_none() -> None:
    assert pages(read(save(part(HTML, Content_Location="file:///C:/saved/page.htm"))))[0].url is None


def test_a_page_without_pictures_is_saved_without_parts() -> None:
    data = b"From: <Saved by Windows Internet Explorer 8>\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + HTML
    assert [(page.form, page.data) for page in pages(read(data, "a.mht"))] == [("html", HTML)]


def test_a_letter_with_a_page_in_it_is_a_letter() -> None:
    letter = MAIL.replace(b"multipart/alternative", b"multipart/related").replace(
        b"--b\nContent-Type: text/html", b"--b\nContent-Location: https://x.example/a\nContent-Type: text/html"
    )
    chosen = choose_reader(letter[:HEAD_BYTES], "a")
    assert chosen is not None
    assert chosen.name == "mail"


def test_a_file_that_ends_in_the_page_is_told_and_one_that_ends_after_it_is_not() -> None:
    data = save(part(HTML), part(b"AAAA" * 50, "image/png"))
    at = data.index(b"</p>")
    cut = read(data[:at])
    assert (codes(cut), WORDS.encode() in pages(cut)[0].data) == (["truncated"], True)
    assert codes(read(data[:-60])) == []
    assert pages(read(data[:-60]))[0].data == HTML


def test_base64_that_ends_early_gives_what_came() -> None:
    cut = base64.b64encode(HTML)[:-7]
    assert HTML.startswith(pages(read(save(part(cut, Content_Transfer_Encoding="base64"), end=b"")))[0].data)


def test_without_a_page_there_is_a_problem_and_no_article() -> None:
    assert codes(read(save(part(b"AAAA", "image/png")))) == ["empty"]
    assert codes(read(save(part(b" \r\n ")))) == ["empty"]
    assert codes(read(save())) == ["empty"]
    assert codes(read(b"\x00\x01\x02", "a.bin", "mhtml")) == ["damaged"]


@pytest.mark.parametrize("stated", ["other", "", "b" * 3000, "--", "(", "b\\"])
def test_a_boundary_that_lies_is_told_and_the_page_read(stated: str) -> None:
    found = read(save(part(HTML), part(b"AAAA", "image/png"), stated=stated))
    assert [page.data for page in pages(found)] == [HTML]
    assert codes(found) == ["damaged"]


def test_one_boundary_that_begins_another_does_not_cut_it() -> None:
    inner = b"--bb\r\n" + part(HTML + b"\r\n--bbb and --b in words\r\n x--b") + b"\r\n--bb--"
    (page,) = pages(read(save(part(inner, 'multipart/related; boundary="bb"'))))
    assert page.data.endswith(b"x--b")


def test_an_encoding_that_lies_costs_no_words() -> None:
    assert pages(read(save(part(HTML, Content_Transfer_Encoding="base64"))))[0].data == HTML
    assert pages(read(save(part(HTML, Content_Transfer_Encoding="x-nonsense"))))[0].data == HTML


BOMBS = {
    "parts": save(*[part(b"AAAA", "image/png")] * 50_000),
    "parts of nothing": save(*[b""] * 400_000),
    "pages": save(*[part(b"")] * 50_000),
    "multiparts": save(*[part(b"", "multipart/related; boundary=c")] * 50_000),
    "nested": save(b"\r\n".join(part(b"", f"multipart/related; boundary=c{n}") + f"--c{n}".encode() for n in range(3000))),
    "one in itself": save(*[part(b"", "multipart/related; boundary=b")] * 20_000),
    "header": save(b"X-A: " + b"a" * 10**7 + b"\r\n\r\n"),
    "header lines": save(b"X-A: a\r\n" * 10**6 + b"\r\n"),
    "parameters": save(part(HTML, "multipart/related" + ';a="' * 10**6)),
    "dashes": save(part(b"-" * 10**7), boundary="-", end=b""),
    "lines of dashes": save(b"--b\r\n" * 10**6, stated="c"),
    "soft breaks": save(part(b"=\r\n" * 3 * 10**6, Content_Transfer_Encoding="quoted-printable")),
    "signs": save(part(b"=" * 10**7, Content_Transfer_Encoding="base64")),
}


@pytest.mark.parametrize("name", BOMBS)
def test_files_made_to_do_harm_cost_a_problem_and_little_time(name: str) -> None:
    started = time.process_time()
    check(read(BOMBS[name], "a.mht"))
    assert time.process_time() - started < 5
    page_first = BOMBS[name].replace(b"\r\n\r\n", b"\r\n\r\n--b\r\n" + part(HTML) + b"\r\n", 1)
    if name not in ("dashes", "lines of dashes"):
        assert HTML in [page.data for page in pages(read(page_first, "a.mht"))]


def test_parts_beyond_the_limit_are_told() -> None:
    found = read(save(part(HTML), *[part(b"AAAA", "image/png")] * 50_000))
    assert ([page.data for page in pages(found)], codes(found)) == ([HTML], ["too_complex"])
    assert "too_complex" in codes(read(BOMBS["nested"]))


def test_a_file_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.sources.readers.reader.MAX_FILE_BYTES", len(MHTML) - 1)
    assert codes(read(MHTML)) == ["too_large"]


def test_a_header_is_read_as_it_is_written() -> None:
    fields, length = mhtml.read_fields('Subject: one\r\n two\r\nSUBJECT: three\r\nContent-Type:text/html; Charset = "a b"\r\n\r\nbody: no')
    assert (fields["subject"], mhtml.read_parameter(fields, "charset"), length) == ("one two", "a b", 79)
    assert mhtml.read_fields("no header at all") == ({}, 0)
