"""Lines that name the author of a piece and its day at once, as printed pages and PDFs have them. In: one line. Out: the names in it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.articles.bylines import MAX_BYLINE_CHARS, Name, read_byline, read_names
from onrecord.articles.headers import read_date_line
from onrecord.languages.pack import Pack

_SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s+-\s+")
_CLEAR = re.compile(r"[|•·]")
"""What stands between a name and a day only; a dash stands behind the name of a place, too."""


def read_name_and_date(line: str, pack: Pack | None) -> tuple[Name, ...] | None:
    """Return the names of a line such as "Jane Doe | 3 May 2031" or "3 May 2031 - By Jane Doe", `None` for any other.

    Args:
        line: one line.
        pack: the language's pack, for months' names.
    """
    if len(line) > MAX_BYLINE_CHARS or not any(map(str.isdigit, line)):
        return None
    marks = list(_SEPARATOR.finditer(line))
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(line)]
    parts = [(start, line[start:end]) for start, end in zip(starts, ends, strict=True) if start < end]
    others = [(start, part) for start, part in parts if read_date_line(part, pack) is None]
    if len(others) == len(parts):
        return None
    names: list[Name] = []
    for start, part in others:
        found = read_byline(part) or (read_names(part) if _CLEAR.search(line) else None)
        if found is None:
            return None
        names += [replace(name, start=name.start + start, end=name.end + start) for name in found]
    return tuple(names) or None
