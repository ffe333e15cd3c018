"""Bytes become the text as written, or are told apart from text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.encodings import decode_bytes, decode_record

GERMAN = "Der Präsident sagte am Samstag, die Gespräche könnten über Nacht enden. „Wir müssen zurück“, erklärte er."
RUSSIAN = "Президент заявил в субботу, что переговоры закончатся, если мост будет разрушен, и новой даты нет."
POLISH = "Prezydent powiedział w sobotę, że rozmowy zostaną przerwane, jeśli most zostanie zniszczony."
TURKISH = "Cumhurbaşkanı cumartesi günü görüşmelerin sona ereceğini söyledi; köprü yıkılırsa dönüş olmayacağını açıkladı."
JAPANESE = "大統領は土曜日、橋が破壊されれば交渉は終わると述べた。首都で記者会見を開いた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (POLISH, "cp1250"), (POLISH, "iso8859_2"), (TURKISH, "cp1254"),
        (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (GERMAN, "utf-16-le"), (RUSSIAN, "utf-16-be"),
        ("Café à Zürich", "latin-1"),
    ],
)  # fmt: skip
def test_legacy_encodings_are_recognised_and_said_to_be_guessed(text: str, encoding: str) -> None:
    decoded, _, problems = decode_bytes(text.encode(encoding), where="a.txt")
    assert decoded == text
    assert [problem.code for problem in problems] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)  # fmt: skip
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode_bytes(mark + RUSSIAN.encode(encoding)) == (RUSSIAN, encoding, ())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"), (b"PK\x03\x04" + b"a" * 50, "zip"), (b"\x89PNG\r\n\x1a\n" + b"x" * 90, "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"), (b"\x1f\x8b\x08", "gzip"), (b"\x7fELF\x02", "ELF"), (bytes(range(32)) * 9, "binary data"),
    ],
)  # fmt: skip
def test_binary_data_is_no_text(data: bytes, kind: str) -> None:
    text, encoding, problems = decode_bytes(data)
    assert (text, encoding) == ("", "binary")
    assert problems[0].code == "not_text" and f"`{kind}`" in problems[0].message


def test_line_ends_and_nul_stay_as_they_are() -> None:
    text = "one\r\ntwo\rthree\x00four " * 5
    assert decode_bytes(text.encode()) == (text, "utf-8", ())


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    data = RUSSIAN.encode()[:-2]
    text, encoding, problems = decode_bytes(data)
    assert encoding == "utf-8" and text[:-1] == RUSSIAN[: len(text) - 1] and text[-1] == "\ufffd"
    assert problems[0].code == "encoding_guessed"


def test_the_charset_a_page_declares_is_used() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>мир</body></html>'
    assert decode_bytes(page.encode("cp1251"))[:2] == (page, "windows-1251")


def test_lone_surrogates_of_a_record_become_one_replacement_each() -> None:
    text, problems = decode_record("a\ud83db\udc00c".encode("utf-8", "surrogatepass"), where="r")
    assert text == "a\ufffdb\ufffdc"
    assert [problem.code for problem in problems] == ["encoding_guessed"]


@given(st.binary(max_size=300))
def test_no_bytes_make_decoding_raise(data: bytes) -> None:
    text, encoding, _ = decode_bytes(data)
    text.encode("utf-8")
    assert encoding
    decode_record(data)[0].encode("utf-8")


@given(st.text(min_size=1))
def test_utf8_text_comes_back_unless_it_is_mostly_controls(text: str) -> None:
    decoded, encoding, _ = decode_bytes(text.encode("utf-8"))
    assert encoding != "utf-8" or decoded in (text, text.removeprefix("\ufeff"))
