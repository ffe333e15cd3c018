"""PDF with text in it. pypdf reads it in a process of its own: PDFs are programs, and some do not end.

Lines are joined to paragraphs again; a scan without text is a problem, as nothing here reads pictures.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.isolation import Failure, call_isolated, explain_failure
from onrecord.sources.readers.reader import File, Place, ReadOptions, clean_field, make_page, make_problem, read_whole

MAX_PAGES = 2000
"""Pages of a document: more is a book."""

MAX_TEXT_CHARS = 5_000_000
"""Code points of a document; what comes after is not read."""

FULL_LINE_SHARE = 0.75
"""A line of at least this share of the usual full line runs on into the next one. First setting, not measured."""

_PROGRAM_TITLE = re.compile(r"^(?:Microsoft \w+ - )|\.(?:docx?|odt|indd|qxd|pdf|rtf|pptx?|xlsx?|x?html?|txt|md)$|^untitled|^about:blank$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads the text of a PDF."""

    name: str = "pdf"
    title: str = "PDF"
    suffixes: frozenset[str] = frozenset({".pdf"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when the version line stands in the first kilobyte, as readers of PDF allow."""
        return b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<")

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page."""
        data = read_whole(file, place)
        if isinstance(data, Problem):
            yield data
            return
        found = call_isolated(extract_pdf, data, is_isolated=options.is_isolated) if data else Failure(kind="failed", words="the file is empty")
        if isinstance(found, Failure):
            yield explain_failure(found, place)
            return
        text, title, state = found
        if state == "encrypted":
            yield make_problem(place.where, "encrypted", "the PDF is locked with a password", "save it without one")
        elif not text.strip():
            yield make_problem(place.where, "empty", "there is no text in the PDF; it may be a scan", "run text recognition on it first")
        else:
            if state:
                yield make_problem(place.where, "truncated", f"the text is cut off: {state}")
            yield make_page(place.name, "text", text.encode("utf-8", "replace"), title=clean_field(title))


def extract_pdf(data: bytes) -> tuple[str, str | None, str]:
    """Return text, title and what stands in the way: `encrypted`, or words on what was cut; runs in a worker."""
    import logging
    import warnings

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    document = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if document.is_encrypted and not document.decrypt(""):
        return "", None, "encrypted"
    pages: list[list[str]] = []
    count, state = 0, ""
    for number, page in enumerate(document.pages):
        if number >= MAX_PAGES or count > MAX_TEXT_CHARS:
            state = f"only the first {number} pages were read"
            break
        pages.append(page.extract_text().splitlines())
        count += sum(map(len, pages[-1]))
    title = document.metadata.title if document.metadata is not None else None
    title = str(title).strip() if title else None
    return "\n\n".join(filter(None, map(join_lines, pages))), None if title is None or _PROGRAM_TITLE.search(title) else title, state


def join_lines(lines: Sequence[str]) -> str:
    """Return the paragraphs of printed lines, with blank lines between.

    A line that fills the column runs on, unless it is the last before a gap; a word divided at its end is joined when it goes on in lower case.
    """
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    full = lengths[int(len(lengths) * 0.8)] if lengths else 0
    paragraphs: list[str] = []
    runs_on = False
    for line in (" ".join(line.replace("\u00ad", "").split()) for line in lines):
        if not line:
            runs_on = False
        elif runs_on and re.search(r"[^\W\d_]-$", paragraphs[-1]) and line[0].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + line
        elif runs_on:
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
        runs_on = bool(line) and len(line) >= FULL_LINE_SHARE * full
    return "\n\n".join(paragraphs)


READER = PdfReader()
