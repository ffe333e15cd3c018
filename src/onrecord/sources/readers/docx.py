"""Word documents (DOCX): the paragraphs of the main text. Deleted text of tracked changes, notes and headers are left out.

A zip file with XML, so `zipfile` and lxml suffice; both with the limits of `zipped` and `markup`, in a process of their own.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.isolation import Failure, call_isolated, explain_failure
from onrecord.sources.readers.markup import Element, iterate_pieces, local_name, read_text
from onrecord.sources.readers.reader import MAX_FILE_BYTES, File, Place, ReadOptions, clean_field, has_suffix, make_page, make_problem, open_bytes, read_whole
from onrecord.sources.readers.zipped import is_zip

MAX_PARAGRAPHS_CHARS = 5_000_000
"""Code points of a document; what comes after is not read."""

_MAIN = "word/document.xml"
_ABOUT = "docProps/core.xml"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}


@dataclass(frozen=True, slots=True)
class DocxReader:
    """Reads the text of a Word document."""

    name: str = "docx"
    title: str = "Word document"
    suffixes: frozenset[str] = frozenset({".docx"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for a zip file whose first entries are Word's; by its ending also when others come first."""
        return is_zip(head) and (b"word/" in head or (b"[Content_Types].xml" in head and b"xl/" not in head and b"ppt/" not in head) or has_suffix(filename, self.suffixes))

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page."""
        data = read_whole(file, place)
        if isinstance(data, Problem):
            yield data
            return
        found = call_isolated(extract_docx, data, is_isolated=options.is_isolated) if data else Failure(kind="failed", words="the file is empty")
        if isinstance(found, Failure):
            yield explain_failure(found, place)
            return
        text, title, lang, trouble = found
        if trouble:
            yield make_problem(place.where, "damaged", f"the document is damaged: {trouble}")
        if text.strip():
            yield make_page(place.name, "text", text.encode("utf-8", "replace"), title=clean_field(title), lang=clean_field(lang))
        elif not trouble:
            yield make_problem(place.where, "empty", "there is no text in the document")


def extract_docx(data: bytes) -> tuple[str, str | None, str | None, str]:
    """Return text, title, language and what is damaged; runs in a worker."""
    title = lang = None
    paragraphs: list[str] = []
    count, trouble = 0, ""
    place = Place(where="", name="")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _read_entry(archive, _MAIN)
            about = _read_entry(archive, _ABOUT) if _ABOUT in archive.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, struct.error) as error:
        return "", None, None, str(error) or type(error).__name__
    for item in iterate_pieces(open_bytes(main), frozenset({"p"}), place):
        if isinstance(item, Problem):
            trouble = item.message
            continue
        paragraphs.append(_read_paragraph(item))
        count += len(paragraphs[-1])
        if count > MAX_PARAGRAPHS_CHARS:
            trouble = "it is too long; the rest is not read"
            break
    for item in iterate_pieces(open_bytes(about), frozenset({"title", "language"}), place) if about else ():
        if not isinstance(item, Problem):
            title = read_text(item) if local_name(item) == "title" else title
            lang = read_text(item) if local_name(item) == "language" else lang
    return "\n\n".join(text for p in paragraphs if (text := p.strip())), title, lang, trouble


def _read_entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return an entry, refused when it has more real bytes than a file may have."""
    with archive.open(name) as opened:
        data = opened.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise ValueError(f"`{name}` has more than {MAX_FILE_BYTES} bytes")
    return data


def _read_paragraph(paragraph: Element) -> str:
    """Return the text of a paragraph, text boxes in it included, once."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name == "t":
            parts.append(read_text(element))
        elif name == "fallback":  # the same text box once more, for old programs
            continue
        elif name in _BREAKS and len(element) == 0:
            parts.append(_BREAKS[name])
        elif name == "p" and parts:
            parts.append("\n")
        stack.extend(reversed(list(element)))
    return "".join(parts)


READER = DocxReader()
