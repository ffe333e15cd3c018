"""What a feed or a sitemap lists, and how it is told apart from what was taken before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from onrecord.ids import make_id


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One piece that a feed or sitemap lists. `url` is absolute, `published` and `modified` as written there, `guid` what the feed calls it.

    `is_list`: it is no piece but a sitemap in an index of sitemaps, and `published` says when it last changed.
    """

    url: str
    title: str | None = None
    published: str | None = None
    guid: str | None = None
    outlet: str | None = None
    lang: str | None = None
    is_list: bool = False
    modified: str | None = None


ParseFeed = Callable[[bytes, str], Sequence[FeedEntry]]
"""Bytes of a feed or sitemap and its address in, entries out in the order listed; raises `ValueError` for what is neither."""


def make_keys(entry: FeedEntry) -> tuple[str, str]:
    """Return the keys of an entry: by what the feed calls it, and by its address. Either one known means the entry is known.

    A list has the time it changed in both, so that it is read again after that; one that never says so is read once.
    """
    if entry.is_list:
        key = make_key(entry.url, entry.published or "")
        return key, key
    by_url = make_key(entry.url)
    return (make_id("guid", entry.guid).removeprefix("guid-") if entry.guid and entry.guid != entry.url else by_url), by_url


def make_key(*fields: str) -> str:
    """Return a short digest of an address, or of an address and the digest of its bytes."""
    return make_id("url", *fields).removeprefix("url-")


def find_host(url: str) -> str:
    """Return the host of an address in lower case, with its port if it names one."""
    return url.partition("://")[2].partition("/")[0].lower()


def read_moment(written: str | None) -> float | None:
    """Return a date of a feed in seconds since 1970, or `None` when it is none: ISO 8601 or RFC 822; without a zone it is UTC."""
    if not written:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(written.strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
