"""Read bytes as a file of some name, in this process: what must not raise must not raise here. Isolation has tests of its own."""

from __future__ import annotations

from onrecord.records import Page, Problem
from onrecord.sources.readers.reader import Place, ReadOptions, open_bytes
from onrecord.sources.readers.registry import read_open

HERE = ReadOptions(is_isolated=False)


def read(data: bytes, filename: str = "file", form: str | None = None) -> list[Page | Problem]:
    options = ReadOptions(form=form, is_isolated=False)
    with open_bytes(data) as file:
        return list(read_open(file, Place.of_path(filename), options, lambda where, reader: None))


def pages(items: list[Page | Problem]) -> list[Page]:
    return [item for item in items if isinstance(item, Page)]


def codes(items: list[Page | Problem]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def check(items: list[Page | Problem]) -> None:
    """Each thing said can be printed and kept."""
    assert items
    for item in items:
        assert isinstance(item, Page | Problem)
        (item.name if isinstance(item, Page) else item.where + item.message).encode()
