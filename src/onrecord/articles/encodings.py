"""From bytes to text: byte order marks, UTF-8, legacy encodings; and what is no text at all.

In: bytes of unknown origin. Out: the text exactly as written (line ends and NUL kept, byte order mark left out), the
encoding's name and what had to be guessed. Whether the text is an article is left to `make`.
"""

from __future__ import annotations

import codecs
import re

from onrecord.articles.language import identify_language
from onrecord.articles.problems import make_problem
from onrecord.records import Problem

CONTROL_SHARE = 0.10
"""More control characters than this and the data is no text: a printed text needs tabs and line ends only, which do not count."""

GUESS_BYTES = 65_536
"""How much the encoding guess reads: enough letters to tell code pages apart, little enough to stay fast on large files."""

LEGACY_ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u",
    "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "iso8859_15", "cp866", "cp874",
    "gb18030", "big5", "cp932", "euc_jp", "cp949",
)  # fmt: skip
"""Encodings that web pages and wire files really used. Source: the WHATWG Encoding Standard's list, rare ones left out."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "PDF"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"BZh91AY&SY", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x28\xb5\x2f\xfd", "zstd"), (b"Rar!\x1a\x07", "RAR"),
    (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"), (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"), (b"OggS\x00", "Ogg"), (b"ID3\x02", "MP3"), (b"ID3\x03", "MP3"), (b"ID3\x04", "MP3"),
    (b"wOFF", "WOFF"), (b"wOF2", "WOFF2"), (b"\x7fELF", "ELF"), (b"\xca\xfe\xba\xbe", "Java class"), (b"\x00asm", "WebAssembly"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE2"), (b"SQLite format 3\x00", "SQLite"), (b"PAR1", "Parquet"), (b"{\\rtf", "RTF"),
)  # fmt: skip

_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2", "iso8859_9", "iso8859_15"})
_LATIN_PAGES = (
    (frozenset(["pl", "cs", "sk", "hu", "hr", "sl", "bs", "ro", "sq", "dsb", "hsb"]), ("cp1250", "iso8859_2")),
    (frozenset(["tr", "az", "ku"]), ("cp1254",)),
    (frozenset(["lt", "lv", "et", "ltg"]), ("cp1257",)),
    (frozenset({"vi"}), ("cp1258",)),
)
"""The code pages customary for a language written in Latin letters; all others use cp1252."""

_EAST_ASIAN = {"gb18030": ("zh",), "big5": ("zh",), "cp932": ("ja",), "euc_jp": ("ja",), "cp949": ("ko",)}

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r") + b"\x7f"
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode_bytes(data: bytes, *, where: str = "") -> tuple[str, str, tuple[Problem, ...]]:
    """Return the text of `data`, the name of its encoding, and problems.

    Args:
        data: the bytes of a text or HTML file.
        where: the page's name, for the problems.

    Returns:
        `("", "binary", (not_text,))` when it is no text; otherwise the text without its byte order mark, the encoding
        ("utf-8", "cp1251" ...) and `encoding_guessed` unless it is UTF-8 or marked.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name, where)
    lane = _find_utf16_lane(data)
    if lane is not None:
        return data.decode(lane, "replace"), lane, (_guessed(where, lane),)
    kind = find_binary_kind(data)
    if kind is not None:
        return (
            "",
            "binary",
            (make_problem(where, "not_text", f"the data is `{kind}`, not text", "convert it to text or HTML first"),),
        )
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    damaged = _decode_damaged_utf8(data)
    if damaged is not None:
        message = "a few bytes are not valid `utf-8`; each stands as U+FFFD"
        return damaged, "utf-8", (make_problem(where, "encoding_guessed", message),)
    name = _find_declared(data) or _guess_legacy(data) or "cp1252"
    return data.decode(name, "replace"), name, (_guessed(where, name),)


def decode_record(data: bytes, *, where: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a JSON record's field and problems.

    The field is UTF-8 that may hold lone surrogates (JSON can write them); each becomes one U+FFFD, so offsets stay.
    """
    text = data.decode("utf-8", "surrogatepass") if _is_utf8(data) else data.decode("utf-8", "replace")
    clean = replace_surrogates(text)
    if clean == text:
        return text, ()
    return clean, (make_problem(where, "encoding_guessed", "lone surrogates stand as U+FFFD"),)


def replace_surrogates(text: str) -> str:
    """Return `text` with each lone surrogate replaced by U+FFFD: same length, and it can be written as UTF-8."""
    try:
        text.encode("utf-8")  # faster than looking for them
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def find_binary_kind(data: bytes) -> str | None:
    """Return what format `data` is when it is no text ("PDF", "PNG", "binary data"); `None` for text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data[4:8] == b"ftyp":
        return "MP4"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "RIFF"
    if data[257:262] == b"ustar":
        return "tar"
    if not data:
        return None
    return "binary data" if count_controls(data) > CONTROL_SHARE * len(data) else None


def count_controls(data: bytes) -> int:
    """Return how many bytes are control characters other than tabs and line ends."""
    return len(data) - len(data.translate(None, _CONTROLS))


def _guessed(where: str, name: str) -> Problem:
    return make_problem(where, "encoding_guessed", f"the encoding is not stated and no UTF-8; read as `{name}`", "give the text as UTF-8")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _decode_marked(data: bytes, name: str, where: str) -> tuple[str, str, tuple[Problem, ...]]:
    text = data.decode(name, "replace")
    controls = sum(text.count(chr(code)) for code in _CONTROLS)
    if controls > CONTROL_SHARE * len(text):
        return "", "binary", (make_problem(where, "not_text", "the data begins like text but is `binary data`"),)
    if "\ufffd" in text and _has_damage(data, name):
        return (
            text,
            name,
            (make_problem(where, "encoding_guessed", f"a few bytes are not valid `{name}`; each stands as U+FFFD"),),
        )
    return text, name, ()


def _has_damage(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return True
    return False


def _find_utf16_lane(data: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` for UTF-16 without a mark, else `None`.

    In alphabetic scripts every high byte is small (00 Latin, 03 Greek, 04 Cyrillic, 05 Hebrew, 06 Arabic), while the low bytes
    are spread; no other text encoding has every second byte below 0x10.
    """
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    for name, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        small = sum(1 for byte in high if byte < 0x10 and byte not in b"\t\n\r")
        stray = sum(1 for byte in low if byte < 0x09)
        if small > 0.9 * len(high) and stray < 0.05 * len(low) and len(set(high)) <= 8:
            return name
    return None


def _decode_damaged_utf8(data: bytes) -> str | None:
    """Return the text of UTF-8 with a few broken bytes, `None` when it is rather another encoding.

    Bytes above 7F that by chance form valid UTF-8 sequences are rare in legacy text, so many valid sequences beside few broken
    ones speak for UTF-8.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(1 for char in text if char > "\x7f") - broken
    return text if valid >= 4 * broken else None


def _find_declared(data: bytes) -> str | None:
    """Return the encoding an HTML page declares for itself, when Python knows it and it can read the data."""
    found = _META_CHARSET.search(data[:4096])
    if found is None:
        return None
    name = found.group(1).decode("ascii").lower()
    # The WHATWG standard reads both of these as cp1252.
    name = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "windows-1252") else name
    try:
        is_charset = codecs.lookup(name).name not in ("utf-8", "utf-16", "utf-32", "utf-7", "idna", "punycode")
        data[:GUESS_BYTES].decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return name if is_charset else None


def _guess_legacy(data: bytes) -> str | None:
    """Return the likeliest legacy encoding, `None` without any idea.

    charset-normalizer tells the scripts apart; among Latin code pages, which differ in a few letters, the language decides.
    """
    from charset_normalizer import from_bytes

    sample = data[:GUESS_BYTES]
    best = from_bytes(sample, cp_isolation=list(LEGACY_ENCODINGS), enable_fallback=False).best()
    name = best.encoding if best is not None else None
    if name in _EAST_ASIAN:
        return max(_EAST_ASIAN, key=lambda page: _rate_east_asian(sample, page))
    if name is not None and name not in _LATIN:
        return name
    lang, _, _ = identify_language(sample.decode("cp1252", "replace"))
    choices = next((pages for langs, pages in _LATIN_PAGES if lang in langs), ("cp1252",))
    if name in choices:
        choices = (name, *choices)
    return max(choices, key=lambda page: _count_letters(sample, page))  # the first of equals


def _rate_east_asian(sample: bytes, name: str) -> float:
    """Return how sure it is that the page's own language stands in the sample: two-byte code pages decode each other's text."""
    try:
        text = sample[:2_000].decode(name)
    except UnicodeDecodeError as error:
        if error.start < len(sample[:2_000]) - 4:
            return -1.0
        text = sample[: error.start].decode(name)
    lang, probability, _ = identify_language(text)
    return probability if lang in _EAST_ASIAN[name] else 0.0


def _count_letters(sample: bytes, name: str) -> int:
    """Return how many bytes above 7F are letters in this code page: signs amid words show the wrong page."""
    high = bytes(byte for byte in sample if byte > 0x7F)
    return sum(map(str.isalpha, high.decode(name, "replace")))
