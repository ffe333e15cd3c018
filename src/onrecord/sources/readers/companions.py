"""The folders browsers and word processors save beside a page (`page.html`, `page_files/`): what they hold belongs to the page and is no article.

In: names of files and folders. Out: which of the folders are such. Reads no disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from onrecord.sources.readers.html_file import READER as HTML

ENDINGS = (
    "_files", ".files", "-files", "_Files",
    "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "_ficheiros", "_pliki", "_soubory", "_dosyalar", "_файлы", "_файли",
    "-filer", "_filer", "_tiedostot", "_elemei", "_datoteke", "_fitxers", "_failid", "_fails", "_bylos", "_fajlovi", "_subory",
)  # fmt: skip
"""Endings of such folders in the languages of the programs that write them. Source: the file system conventions of Windows ("connected files")."""


def list_page_stems(names: Iterable[str]) -> frozenset[str]:
    """Return the names of all web pages without their endings; names may be paths, with `/`."""
    return frozenset(name[: -len(suffix)] for name in names if (suffix := PurePosixPath(name).suffix).lower() in HTML.suffixes)


def is_companion(folder: str, stems: frozenset[str]) -> bool:
    """True when a folder belongs to one of the pages of these names that stand beside it."""
    return any(folder.endswith(ending) and folder[: -len(ending)] in stems for ending in ENDINGS)


def lies_in_companion(name: str, stems: frozenset[str]) -> bool:
    """True when a file of an archive lies in such a folder, or in one below it."""
    at = name.find("/")
    while at >= 0:
        if is_companion(name[:at], stems):
            return True
        at = name.find("/", at + 1)
    return False
