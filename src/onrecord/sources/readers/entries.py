"""The entry of a list of pieces: where it can be fetched, and what the list says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed or sitemap. `published` and `modified` are an ISO date or time where it could be read, else as written.

    `content` is the text or HTML the entry brings along, `is_full` whether the feed says that it is the whole piece. `kind` is `page`, or
    `list` for a sitemap in an index of sitemaps.
    """

    url: str | None
    title: str | None = None
    published: str | None = None
    guid: str | None = None
    outlet: str | None = None
    lang: str | None = None
    author: str | None = None
    content: str | None = None
    is_full: bool = False
    kind: str = "page"
    modified: str | None = None


def read_time(value: str | None) -> str | None:
    """Return a time of an e-mail or feed (`Sat, 23 Apr 2022 10:00:00 GMT`) in ISO form, anything else as it is."""
    if value is None or value[:4].isdigit():
        return value
    try:
        time = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return value
    return (time if time.tzinfo is not None else time.replace(tzinfo=UTC)).isoformat()
