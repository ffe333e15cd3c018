"""Pages saved as a single file (MHTML: `.mht`, `.mhtml`): of all its parts, the page itself. Pictures, styles and frames are left out.

Parsed here and not as an e-mail: such files are large, all but one part is of no use, and boundaries that lie must cost no time.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.charsets import keep_charset
from onrecord.sources.readers.reader import File, Place, ReadOptions, has_suffix, make_page, make_problem, read_whole
from onrecord.sources.readers.roots import decode_head

MAX_PARTS = 10_000
"""A page with pictures has some hundreds of parts."""

MAX_DEPTH = 8
"""Multiparts in multiparts; browsers write one, word processors two."""

MAX_HEADER_BYTES = 16 * 2**10
MAX_VALUE_CHARS = 4000
_FORMS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_OF_MAIL = frozenset({"received", "return-path", "message-id", "delivered-to", "dkim-signature", "list-unsubscribe", "to"})
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(.*)")
_PARAMETER = re.compile(r";\s*([A-Za-z][\w*-]{0,40})\s*=\s*(?:\"([^\"]*)\"|([^\s;\"]*))")
_LOCATION = re.compile(r"^content-location:", re.IGNORECASE | re.MULTILINE)
_SAVER = re.compile(r"\W{0,3}saved by\b", re.IGNORECASE)
_NOT_BASE64 = bytes(sign for sign in range(256) if not re.match(rb"[A-Za-z0-9+/=]", bytes([sign])))
_ANY_DELIMITER = re.compile(rb"^--([^\s-][^\r\n]{0,69}|-[^\r\n]{1,69})\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part that holds no parts: its header fields, where its content stands, and whether its end was seen."""

    fields: Mapping[str, str]
    start: int
    end: int
    is_closed: bool


@dataclass(slots=True)
class _Faults:
    """What is wrong with how the parts stand: `has_lied` when a boundary is not there, `excess` says in words of what there is too much."""

    has_lied: bool = False
    excess: str = ""


@dataclass(frozen=True, slots=True)
class MhtmlReader:
    """Reads the page that a browser saved with all that belongs to it."""

    name: str = "mhtml"
    title: str = "web page saved as a single file"
    suffixes: frozenset[str] = frozenset({".mht", ".mhtml"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for the header lines browsers write; by its ending when it begins with a `Content-Type`."""
        return is_saved_page(head) or (has_suffix(filename, self.suffixes) and "content-type" in read_fields(_skip_blank(decode_head(head)))[0])

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield the page, and what is wrong with the file."""
        data = read_whole(file, place)
        if isinstance(data, Problem):
            yield data
            return
        faults = _Faults()
        fields, start = _read_section_fields(data, len(data) - len(data.removeprefix(codecs.BOM_UTF8).lstrip()), len(data))
        sections = list(_walk(data, fields, start, faults)) if "content-type" in fields else []
        found = _choose(data, fields, sections)
        if found is not None:
            section, form, content = found
            url = _read_address(fields.get("snapshot-content-location")) or _read_address(section.fields.get("content-location"))
            yield make_page(place.name, form, keep_charset(content, read_parameter(section.fields, "charset")), url=url)
            if not section.is_closed:
                yield make_problem(place.where, "truncated", "the file ends inside of the page", "save the page again")
        elif "content-type" not in fields:
            yield make_problem(place.where, "damaged", "the file does not begin with the header of a saved page", "give the file that the browser wrote")
        elif not faults.has_lied:
            yield make_problem(place.where, "empty", "there is no page among the parts of the file")
        if faults.has_lied:
            yield make_problem(place.where, "damaged", "no part of the file begins with the boundary it names")
        if faults.excess:
            yield make_problem(place.where, "too_complex", f"{faults.excess}; the rest is not read")


def is_saved_page(head: bytes) -> bool:
    """True when a file begins as browsers and word processors begin a page saved as a single file, not as an e-mail does."""
    text = _skip_blank(decode_head(head))
    fields, _ = read_fields(text)
    if "content-type" not in fields:
        return False
    if "snapshot-content-location" in fields:
        return True
    if fields.keys() & _OF_MAIL:
        return False
    return _SAVER.match(fields.get("from", "")) is not None or (_read_kind(fields) == "multipart/related" and _LOCATION.search(text) is not None)


def _skip_blank(text: str) -> str:
    return text.lstrip("\ufeff \t\r\n")


def read_fields(text: str) -> tuple[dict[str, str], int]:
    """Return the header fields a text begins with, by names in lower case, and where its content begins.

    The first of two fields of one name counts. What is no header line ends the header.
    """
    fields: dict[str, str] = {}
    name, at = "", 0
    for line in text.splitlines(keepends=True):
        if not line.strip():
            return fields, at + len(line)
        if name and line[0] in " \t":
            fields[name] = f"{fields[name]} {line.strip()}"[:MAX_VALUE_CHARS]
        elif header := _HEADER.match(line):
            name = header[1].lower()
            fields.setdefault(name, header[2].strip()[:MAX_VALUE_CHARS])
        else:
            return fields, at
        at += len(line)
    return fields, at


def read_parameter(fields: Mapping[str, str], name: str) -> str | None:
    """Return a parameter of the content type (`charset`, `boundary`, `start`), `None` when it is missing or empty."""
    found = (quoted or bare for key, quoted, bare in _PARAMETER.findall(fields.get("content-type", "")) if key.lower() == name)
    return next(found, None) or None


def _walk(data: bytes, fields: Mapping[str, str], start: int, faults: _Faults) -> Iterator[Section]:
    """Yield the parts of a file that hold no parts, in its order."""
    stack = [(iter([Section(fields=fields, start=start, end=len(data), is_closed=True)]), 0)]
    count = 0
    while stack:
        sections, depth = stack[-1]
        section = next(sections, None)
        if section is None:
            stack.pop()
            continue
        count += 1
        if count > MAX_PARTS or depth > MAX_DEPTH:
            faults.excess = f"the file has more than {MAX_PARTS} parts" if count > MAX_PARTS else f"more than {MAX_DEPTH} parts lie in one another"
            if count > MAX_PARTS:
                return
        elif _read_kind(section.fields).startswith("multipart/"):
            stack.append((_split(data, section, faults), depth + 1))
        else:
            yield section


def _split(data: bytes, section: Section, faults: _Faults) -> Iterator[Section]:
    """Yield the parts of a multipart as its boundary parts them; a boundary that is not there is looked for."""
    boundary = (read_parameter(section.fields, "boundary") or "").encode("latin-1", "replace")
    delimiter = _compile_delimiter(boundary)
    first = delimiter.search(data, section.start, section.end) if boundary else None
    if first is None:
        faults.has_lied = True
        other = _ANY_DELIMITER.search(data, section.start, section.end)
        if other is None:
            return
        delimiter = _compile_delimiter(other[1])
    start: int | None = None
    for found in delimiter.finditer(data, section.start, section.end):
        if start is not None:
            yield _make_section(data, start, _skip_back(data, start, found.start()), is_closed=True)
        start = found.end()
        if found[1]:
            return
    if start is not None:
        yield _make_section(data, start, section.end, is_closed=section.is_closed and section.end < len(data))


def _compile_delimiter(boundary: bytes) -> re.Pattern[bytes]:
    """Return what finds the lines that part sections; it begins with the boundary itself, which makes it fast."""
    line = b"--" + re.escape(boundary)
    return re.compile(line + b"(?<![^\\n]" + line + rb")(--)?[ \t]*(?:\r?\n|\Z)" if boundary else rb"(?!)")


def _skip_back(data: bytes, start: int, end: int) -> int:
    """Return the end of content before a delimiter: the line break before it is the delimiter's."""
    for sign in (b"\n", b"\r"):
        end -= end > start and data[end - 1 : end] == sign
    return end


def _make_section(data: bytes, start: int, end: int, *, is_closed: bool) -> Section:
    fields, start = _read_section_fields(data, start, end)
    return Section(fields=fields, start=start, end=end, is_closed=is_closed)


def _read_section_fields(data: bytes, start: int, end: int) -> tuple[dict[str, str], int]:
    # Some signs end lines for Python and not in a header; as question marks they keep their places.
    head = data[start : min(end, start + MAX_HEADER_BYTES)].decode("ascii", "replace").translate(dict.fromkeys((11, 12, 28, 29, 30), "?"))
    fields, length = read_fields(head)
    return fields, start + length


def _choose(data: bytes, top: Mapping[str, str], sections: list[Section]) -> tuple[Section, str, bytes] | None:
    """Return the part that is the page with its form and decoded content: the one the file names, else the first with something in it, HTML before text."""
    address = _join_lines(top.get("snapshot-content-location") or top.get("content-location"))
    start = read_parameter(top, "start")

    def rank(section: Section) -> tuple[bool, bool]:
        is_named = (start is not None and section.fields.get("content-id") == start) or (address != "" and _join_lines(section.fields.get("content-location")) == address)
        return _FORMS[_read_kind(section.fields)] != "html", not is_named

    for section in sorted((section for section in sections if _read_kind(section.fields) in _FORMS), key=rank):
        content = _decode(data[section.start : section.end], section.fields.get("content-transfer-encoding", ""))
        if content.strip():
            return section, _FORMS[_read_kind(section.fields)], content
    return None


def _decode(content: bytes, encoding: str) -> bytes:
    """Return content as it was before it was made fit for mail; what is cut off or does not belong there is left out."""
    encoding = encoding.strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(content)
    if encoding == "base64" and not content.lstrip().startswith(b"<"):
        signs = content.translate(None, _NOT_BASE64).partition(b"=")[0]
        signs = signs[: len(signs) - (len(signs) % 4 == 1)]
        return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))
    return content


def _read_kind(fields: Mapping[str, str]) -> str:
    return fields.get("content-type", "").partition(";")[0].strip().lower()


def _read_address(value: str | None) -> str | None:
    """Return an address of the web, `None` for one of a disk."""
    address = _join_lines(value)
    return address if address.startswith(("http://", "https://")) else None


def _join_lines(value: str | None) -> str:
    """Return an address in one piece: long ones are written over several lines."""
    return "".join((value or "").split())


READER = MhtmlReader()
