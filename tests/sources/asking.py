"""Read paths or standard input as the program does: everything, the pages alone, or the one problem."""

from __future__ import annotations

import io
import json
from pathlib import Path

from onrecord.records import Page, Problem
from onrecord.sources.files import read_pages


def read(*paths: Path | str, stdin: bytes = b"") -> list[Page | Problem]:
    return list(read_pages([str(path) for path in paths], io.BytesIO(stdin)))


def pages(*paths: Path | str, stdin: bytes = b"") -> list[Page]:
    found = read(*paths, stdin=stdin)
    assert all(isinstance(item, Page) for item in found), found
    return [item for item in found if isinstance(item, Page)]


def problem(*paths: Path | str, stdin: bytes = b"") -> Problem:
    (found,) = [item for item in read(*paths, stdin=stdin) if isinstance(item, Problem)]
    return found


def write(path: Path, data: str | bytes = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"
