"""Feeds, sitemaps and OPML lists as the readers give them, in the words of this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin

from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.readers.addresses import list_addresses
from onrecord.sources.readers.opml import Outline


def parse_feed(data: bytes, url: str) -> Sequence[FeedEntry]:
    """Return the entries of a feed or sitemap in its order; those without an address are left out, relative addresses are made whole.

    Args:
        data: the feed.
        url: its own address.

    Raises:
        ValueError: it is neither, or so damaged that nothing could be read.
    """
    entries, problems = list_addresses(data, where=url)
    if problems and not entries:
        raise ValueError(problems[0].message)
    return tuple(
        FeedEntry(
            url=_join(url, entry.url),
            title=entry.title,
            published=entry.published,
            guid=entry.guid,
            outlet=entry.outlet,
            lang=entry.lang,
            is_list=entry.kind == "list",
            modified=entry.modified,
        )
        for entry in entries
        if entry.url
    )


def _join(base: str, url: str) -> str:
    """Return an absolute address; what is none is left for the fetch to refuse."""
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return url


def make_sources(outlines: Iterable[Outline]) -> Iterator[Source]:
    """Yield the feeds of an OPML list as sources, each address once; a name given twice gets a number."""
    names: set[str] = set()
    urls: set[str] = set()
    for outline in outlines:
        url = outline.xml_url.strip()
        if not url or url in urls:
            continue
        urls.add(url)
        title = name = (outline.title or url).strip() or url
        number = 1
        while name in names:
            number += 1
            name = f"{title} ({number})"
        names.add(name)
        yield Source(name=name, url=url, group=outline.group or None, outlet=title)


def make_outlines(sources: Iterable[Source]) -> Iterator[Outline]:
    """Yield the feeds among sources as an OPML list has them; sitemaps and pages have no place in it."""
    for source in sources:
        if source.kind == "feed":
            yield Outline(xml_url=source.url, title=source.name, group=source.group)
