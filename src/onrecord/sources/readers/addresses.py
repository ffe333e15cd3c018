"""The addresses that a feed or sitemap lists, for whoever fetches them. In: bytes as fetched. Out: `Entry`s and `Problem`s."""

from __future__ import annotations

from onrecord.records import Problem
from onrecord.sources.readers import feed, json_feed, sitemap
from onrecord.sources.readers.entries import Entry
from onrecord.sources.readers.reader import HEAD_BYTES, Place, make_problem, open_bytes

_LISTS = ((feed.READER, feed.iterate_entries), (sitemap.READER, sitemap.iterate_entries), (json_feed.READER, json_feed.iterate_entries))


def list_addresses(data: bytes, *, where: str = "") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries of an RSS, Atom or JSON feed or of a sitemap, in its order, and what is damaged.

    Args:
        data: the document, decompressed.
        where: its address, for problems.

    Returns:
        no entries and `no_list` when it is none of these. An entry without an address of its own has `url` `None`.
    """
    place = Place(where=where, name=where)
    for reader, iterate in _LISTS:
        if reader.recognise(data[:HEAD_BYTES], ""):
            found = list(iterate(open_bytes(data), place))
            return tuple(e for e in found if isinstance(e, Entry)), tuple(p for p in found if isinstance(p, Problem))
    return (), (make_problem(where, "no_list", "neither a feed nor a sitemap", "give the address of a feed"),)
