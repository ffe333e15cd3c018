"""OPML: lists of feeds, read and written. They hold addresses and no article."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.markup import Element, iterate_pieces, local_name, read_piece
from onrecord.sources.readers.reader import File, Place, ReadOptions, clean_field, make_problem, open_bytes
from onrecord.sources.readers.roots import find_root


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One feed of a list: its address, its name, the site's address and the group it stands in (`None` at the top)."""

    xml_url: str
    title: str | None = None
    html_url: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class OpmlReader:
    """Counts the feeds of a list."""

    name: str = "opml"
    title: str = "OPML list of feeds"
    suffixes: frozenset[str] = frozenset({".opml"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for the root element of OPML."""
        root = find_root(head)
        return root is not None and root.name == "opml"

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield the problem that there are only addresses."""
        outlines, problems = _read_outlines(file, place)
        yield from problems
        yield make_problem(place.where, "addresses_only", f"a list of {len(outlines)} feeds; it holds no article itself", "follow them: onrecord follow")


def read_opml(data: bytes, *, where: str = "") -> tuple[tuple[Outline, ...], tuple[Problem, ...]]:
    """Return the feeds of an OPML document in its order, and what is damaged.

    Args:
        data: the document.
        where: where it came from, for problems.

    Returns:
        outlines without the address of a feed are groups, whose names the feeds inside carry (nested ones joined by `/`).
    """
    outlines, problems = _read_outlines(open_bytes(data), Place(where=where, name=where))
    return tuple(outlines), tuple(problems)


def _read_outlines(file: File, place: Place) -> tuple[list[Outline], list[Problem]]:
    outlines: list[Outline] = []
    problems: list[Problem] = []
    for piece in iterate_pieces(file, frozenset({"body"}), place):
        if isinstance(piece, Problem):
            problems.append(piece)
            continue
        found = read_piece(_read_body, piece, place)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            outlines += found
    return outlines, problems


def _read_body(body: Element) -> list[Outline]:
    outlines: list[Outline] = []
    stack: list[tuple[Element, str | None]] = [(child, None) for child in reversed(list(body))]
    while stack:
        element, group = stack.pop()
        if local_name(element) != "outline":
            continue
        title = clean_field(element.get("title")) or clean_field(element.get("text"))
        xml_url = clean_field(element.get("xmlUrl") or element.get("xmlurl"))
        if xml_url:
            outlines.append(Outline(xml_url=xml_url, title=title, html_url=clean_field(element.get("htmlUrl") or element.get("htmlurl")), group=group))
        inner = f"{group}/{title}" if group and title else title or group
        stack.extend((child, group if xml_url else inner) for child in reversed(list(element)))
    return outlines


def write_opml(outlines: Iterable[Outline], *, title: str = "onrecord sources") -> bytes:
    """Return an OPML 2.0 document of feeds, those of one group together, groups in the order they first appear."""
    groups: dict[str | None, list[Outline]] = {}
    for outline in outlines:
        groups.setdefault(outline.group, []).append(outline)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', f"  <head><title>{_escape(title)}</title></head>", "  <body>"]
    for group, members in groups.items():
        lines += [f'    <outline text="{_escape(group)}" title="{_escape(group)}">'] if group else []
        lines += [_write_outline(member, "      " if group else "    ") for member in members]
        lines += ["    </outline>"] if group else []
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode()


def _write_outline(outline: Outline, indent: str) -> str:
    name = _escape(outline.title or outline.xml_url)
    site = f' htmlUrl="{_escape(outline.html_url)}"' if outline.html_url else ""
    return f'{indent}<outline type="rss" text="{name}" title="{name}" xmlUrl="{_escape(outline.xml_url)}"{site}/>'


def _escape(value: str) -> str:
    return html.escape(clean_field(value) or "")


READER = OpmlReader()
