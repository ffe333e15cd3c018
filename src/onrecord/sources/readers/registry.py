"""All readers, in the order in which they are asked whether a file is theirs, and how a file is opened with the right one.

To add a format: write its module with a `READER`, list it here, and give the contract suite a sample.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.errors import UsageError
from onrecord.records import Page, Problem
from onrecord.sources.readers import (
    docx,
    feed,
    gzipped,
    html_file,
    json_feed,
    json_lines,
    json_list,
    mail,
    mbox,
    mhtml,
    newsml,
    ninjs,
    opml,
    pdf,
    sitemap,
    table,
    text_file,
    wacz,
    warc,
    zipped,
)
from onrecord.sources.readers.reader import File, Place, Reader, ReadOptions, clean_value, has_suffix, make_problem, read_head
from onrecord.sources.readers.roots import find_root

_LOG = logging.getLogger(__name__)

READERS: tuple[Reader, ...] = (
    pdf.READER, docx.READER, wacz.READER, zipped.READER, gzipped.READER, warc.READER,
    feed.READER, sitemap.READER, opml.READER, newsml.READER, html_file.READER,
    json_feed.READER, ninjs.READER, json_lines.READER, json_list.READER, mhtml.READER, mbox.READER, mail.READER, table.READER, text_file.READER,
)  # fmt: skip
"""Special ones before general ones: a Word document is a zip file, too. Text comes last, as anything may be text."""

SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)

MAX_DEPTH = 4
"""Containers around a file: a mail in a zip with a web archive (zip) of gzip files is four."""

MAX_ARCHIVES = 2
"""Archives around a file: an archive in an archive is opened, one in that is not."""

_ARCHIVES = ("zip", "wacz")
_CONTAINERS = (*_ARCHIVES, "gzip")
Told = Callable[[str, Reader], None]
"""Called with a file's place and the reader that was chosen."""


def choose_reader(head: bytes, filename: str, form: str | None = None) -> Reader | None:
    """Return the reader of a file: by what stands in it, only then by its ending; text when neither says anything.

    Args:
        head: the file's first bytes.
        filename: its name.
        form: the name of the reader to take whatever the file looks like.

    Returns:
        `None` for XML of a kind that is not known: its tags would be read as news.

    Raises:
        UsageError: there is no reader of the name `form`.
    """
    if form is not None:
        found = next((reader for reader in READERS if reader.name == form), None)
        if found is None:
            raise UsageError(f"there is no form `{form}`", hint="known: " + " ".join(reader.name for reader in READERS))
        return found
    for name in ("", filename):
        found = next((reader for reader in READERS if reader.recognise(head, name)), None)
        if found is not None:
            return found
    root = find_root(head)
    return text_file.READER if root is None or not root.is_xml else None


def is_known_ending(filename: str) -> bool:
    """True when files of this ending are read when nobody named them (in folders and archives)."""
    return has_suffix(filename, SUFFIXES)


def read_open(file: File, place: Place, options: ReadOptions, told: Told, *, depth: int = 0, archives: int = 0) -> Iterator[Page | Problem]:
    """Yield all that an open file and the files inside of it hold. A form that is given holds for the files inside of containers."""
    reader = choose_reader(read_head(file), place.filename)
    if options.form is not None and (reader is None or reader.name not in _CONTAINERS):
        reader = choose_reader(b"", "", options.form)
    if reader is None:
        yield make_problem(place.where, "unknown_form", "XML of a kind that is not known", "give feeds, NewsML, text or HTML")
        return
    if depth >= MAX_DEPTH or (reader.name in _ARCHIVES and archives >= MAX_ARCHIVES):
        yield make_problem(place.where, "nested_archive", "an archive in an archive in an archive is not opened", "unpack it first")
        return
    _LOG.info("%s: read as %s", place.where, reader.title)
    told(place.where, reader)
    left_out: list[str] = []
    for item in reader.read(file, place, options):
        if isinstance(item, Page):
            yield item if item.where is not None else replace(item, where=clean_value(place.where))
        elif isinstance(item, Problem):
            yield item
        elif item.is_archive and not is_known_ending(item.place.filename):
            left_out.append(item.place.filename)
        else:
            inner = options if reader.name in _CONTAINERS else replace(options, form=None)  # what is attached to a mail is no mail
            yield from read_open(item.file, item.place, inner, told, depth=depth + 1, archives=archives + (reader.name in _ARCHIVES))
    if left_out:
        yield tell_left_out(place.where, left_out)


def tell_left_out(where: str, names: list[str]) -> Problem:
    """Return the problem that files were not read as their endings are unknown."""
    endings = " ".join(sorted({"." + name.rpartition(".")[2].lower() if "." in name else name for name in names})[:10])
    return make_problem(where, "unknown_ending", f"{len(names)} files are not read, as their endings are unknown: `{endings}`", list_endings())


def list_endings() -> str:
    """Return the hint that names the known endings."""
    return f"known endings: {' '.join(sorted(SUFFIXES))}; a file given by its name is read whatever its ending"
