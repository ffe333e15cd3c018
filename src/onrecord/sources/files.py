"""Read pages from files, folders and standard input.

In: paths and an open standard input. Out: `Page`s and `Problem`s, in the order given. Reads the disk; decodes nothing: what form a file has
and how it is read is for `readers`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import InputError, UsageError
from onrecord.ids import make_id
from onrecord.records import Page, Problem
from onrecord.sources.readers.columns import list_fields
from onrecord.sources.readers.companions import is_companion, list_page_stems
from onrecord.sources.readers.json_lines import READER as JSON_LINES
from onrecord.sources.readers.reader import File, Place, Reader, ReadOptions, make_page, make_problem
from onrecord.sources.readers.registry import choose_reader, is_known_ending, list_endings, read_open, tell_left_out
from onrecord.sources.readers.streams import CHUNK_BYTES, open_chunks

__all__ = ["STDIN", "STDIN_NAME", "ReadOptions", "make_page", "make_problem", "read_pages"]

STDIN = "-"
STDIN_NAME = "standard input"
DEFAULT_OPTIONS = ReadOptions()
JUNCTION = 0xA0000003
"""What Windows marks a folder with that stands for another one (`stat.IO_REPARSE_TAG_MOUNT_POINT`, which Python has on Windows alone)."""


def read_pages(
    paths: Iterable[str],
    stdin: BinaryIO,
    leave_out: Iterable[Path] = (),
    options: ReadOptions = DEFAULT_OPTIONS,
    told: Callable[[str, str], None] = lambda where, form: None,
) -> Iterator[Page | Problem]:
    """Yield the pages of all paths; a folder gives its files, `-` standard input. Nothing is held: an archive may be of any size.

    Args:
        paths: files, folders, `-`.
        stdin: what `-` reads, JSON Lines unless `options.form` says otherwise.
        leave_out: files that a folder may hold and that are none of its articles, such as the store.
        options: what the user says about the form of the files.
        told: called with each file's place and the form it was read as, in words.

    Raises:
        InputError: a path does not exist. Everything else that cannot be read is a `Problem`.
        UsageError: `options` name a form or field that does not exist.
    """
    given = list(paths)
    for path in given:
        if path != STDIN and not os.path.lexists(path):
            raise InputError(f"`{path}` does not exist", hint="give files, folders, or `-` for JSON Lines on standard input")
    choose_reader(b"", "", options.form)
    if unknown := [field for field, _ in options.columns if field not in list_fields()]:
        raise UsageError(f"`{unknown[0]}` is no field", hint=f"known: {' '.join(list_fields())}")
    names = _Names()
    others = frozenset(path.absolute() for path in leave_out)

    def tell(where: str, reader: Reader) -> None:
        told(where, reader.title)

    for path in given:
        for item in _read_stdin(stdin, options, tell) if path == STDIN else _read_path(Path(path), others, options, tell):
            yield names.give(item) if isinstance(item, Page) else item


class _Names:
    """Gives each page a name no other page has: the second `a` becomes `a~2`. The same bytes twice keep their name."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: dict[str, int] = {}

    def give(self, page: Page) -> Page:
        """Return the page under its own name."""
        own = self._given.get(page.id)
        if own is None:
            own, number = page.name, self._taken.get(page.name, 0)
            while own in self._taken:
                number += 1
                own = f"{page.name}~{number}"
            self._taken[page.name] = max(number, 1)
            self._taken.setdefault(own, 1)
            self._given[page.id] = own
        if own == page.name:
            return page
        renamed = replace(page, id=make_id("page", own, hashlib.sha256(page.data).hexdigest()), name=own)
        self._given.setdefault(renamed.id, own)
        return renamed


def _read_stdin(stdin: BinaryIO, options: ReadOptions, tell: Callable[[str, Reader], None]) -> Iterator[Page | Problem]:
    place = Place(where=STDIN_NAME, name="stdin")
    if options.form is None:  # line by line, as they come
        yield from JSON_LINES.read(cast("File", stdin), place, options)
    else:
        yield from read_open(open_chunks(iter(lambda: stdin.read(CHUNK_BYTES), b"")), place, options, tell)


def _read_path(path: Path, leave_out: frozenset[Path], options: ReadOptions, tell: Callable[[str, Reader], None]) -> Iterator[Page | Problem]:
    if not path.is_dir():
        yield from _read_file(path, options, tell)
        return
    refused: list[OSError] = []
    left_out: list[str] = []
    has_known = False
    for file in _walk(path, refused.append):
        if file.absolute() in leave_out:
            continue
        if is_known_ending(file.name):
            has_known = True
            yield from _read_file(file, options, tell)
        else:
            left_out.append(file.name)
    for error in refused:
        yield make_problem(str(error.filename), "unreadable", f"`{error.filename}` cannot be read: {error.strerror or error}")
    if not has_known:
        yield make_problem(str(path), "no_articles", f"no article in the folder `{path}`", list_endings())
    elif left_out:
        yield tell_left_out(str(path), left_out)


def _walk(path: Path, refuse: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, each folder in the order of names; no more is listed than the folders on the way to a file."""
    stack = [iter([(path, True)])]
    while stack:
        at, is_folder = next(stack[-1], (None, False))
        if at is None:
            stack.pop()
        elif is_folder:
            try:
                stack.append(iter(_list_folder(at)))
            except OSError as error:
                refuse(error)
        else:
            yield at


def _list_folder(path: Path) -> list[tuple[Path, bool]]:
    """Return what is in a folder and is not hidden, by name, and whether it is a folder to go into; what belongs to a saved page is none."""
    with os.scandir(path) as entries:
        found = sorted((entry.name, entry.is_dir(), is_link(entry)) for entry in entries if not entry.name.startswith("."))
    saved = list_page_stems([name for name, is_folder, _ in found if not is_folder])
    return [(path / name, is_folder) for name, is_folder, is_link in found if not (is_folder and (is_link or is_companion(name, saved)))]


def is_link(entry: os.DirEntry[str], system: str = os.name) -> bool:
    """True for what leads elsewhere, and perhaps in a circle: a symbolic link, or a junction of Windows, which Python calls none.

    Args:
        entry: what stands in a folder.
        system: the name of the system, as `os.name` has it.
    """
    if entry.is_symlink():
        return True
    return system == "nt" and entry.is_dir() and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == JUNCTION


def _read_file(path: Path, options: ReadOptions, tell: Callable[[str, Reader], None]) -> Iterator[Page | Problem]:
    """Yield what one file holds."""
    try:
        if not path.is_file():
            yield make_problem(str(path), "unreadable", f"`{path}` is no plain file")
            return
        with path.open("rb") as file:
            yield from read_open(file, Place.of_path(str(path)), options, tell)
    except OSError as error:
        yield make_problem(str(path), "unreadable", f"`{path}` cannot be read: {error.strerror or error}")
