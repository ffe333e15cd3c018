"""Conditional requests: what a server said of a version (`ETag`, `Last-Modified`), asked again as "only if it changed".

Source: RFC 9110, sections 8.8 and 13.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MAX_CHARS = 1000
"""Longer marks are not kept: they are none of a file's version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """The marks of the version of `url` that was read last, as the server wrote them."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    def fields_for(self, url: str) -> dict[str, str]:
        """Return the header fields that ask for `url` only if it changed; none for another address than the one the marks came from."""
        if url != self.url:
            return {}
        fields = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in fields.items() if value}


def read_validator(url: str, fields: Mapping[str, str]) -> Validator | None:
    """Return the marks in an answer's header fields, or `None` when it has none."""
    etag, modified = (_take(fields.get(name)) for name in ("etag", "last-modified"))
    return Validator(url=url, etag=etag, last_modified=modified) if etag or modified else None


def _take(value: str | None) -> str | None:
    return value.strip() if value and value.strip() and len(value) <= MAX_CHARS and value.isprintable() else None
