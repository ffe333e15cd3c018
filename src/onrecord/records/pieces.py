"""Published pieces, the texts they had, and what the pages of live blogs list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a published piece, in the order in which it was online. Identity: piece, number.

    `number` counts from 1; `article` is the id of the text, `title` its headline then, `previous` the article before it. `fetched_at` is when it
    was first met with these words, `met_again` when later (UTC, ISO 8601; `None` when whoever gave it did not say). `gone_at` is when the
    publisher had removed it; only the last version has one. `untitled` are those of the times at which it came without the headline.
    """

    id: str
    piece: str
    article: str
    number: int
    title: str | None
    fetched_at: str | None
    met_again: tuple[str, ...]
    previous: str | None
    gone_at: str | None
    untitled: tuple[str, ...] = ()

    @property
    def seen_at(self) -> str | None:
        """When it was last met with these words."""
        return self.met_again[-1] if self.met_again else self.fetched_at


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceKey:
    """One of the marks by which a published piece is known again. Identity: kind, value.

    `kind` is `url` (address without what does not matter in it), `guid` (what a feed calls it), `name` (what it is called in the store; each
    piece has one) or `text` (outlet and hash of a run of words).
    """

    id: str
    kind: str
    value: str
    piece: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePage:
    """What the page of a live blog listed when it was last read. Identity: address.

    `address` is that of the page, without what does not matter in it; `read_at` is when it was read (UTC, ISO 8601). `entries` are the ids of the
    pieces of its entries in the order of the page, `further` of those that it listed before and does not list any more.
    """

    id: str
    address: str
    read_at: str
    entries: tuple[str, ...]
    further: tuple[str, ...]
