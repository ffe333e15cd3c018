"""Which published piece an article belongs to, and which of its versions it is.

In: articles as they were read, a `Store`. Out: the article under its piece's name, and the piece's versions. A `Ledger` holds what
changes until `write`: it may be thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field, replace

from onrecord.articles import clean_title, find_outlet, keep_given
from onrecord.ids import make_id
from onrecord.records import Article, LivePage, Page, PieceKey, Problem, Version
from onrecord.sources.versions.chain import Versions, add_version, mark_back, mark_gone
from onrecord.sources.versions.identity import Runs, are_one_piece, clean_address, list_identities, list_text_keys, make_piece_key, read_runs
from onrecord.storage import Store

PIECE, VERSION, LIVE = "piece", "version", "live"
"""The stages that write versions and keys of a piece, the texts that are no longer its last, and what the pages of live blogs list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article in its place: under the name of its piece, with what is missing in it taken from the version before, and the keys it brings;
    `problems` are those of what was taken."""

    article: Article
    piece: str
    keys: tuple[PieceKey, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Piece:
    """What the ledger knows of a piece; `stored` is what the store holds of it."""

    versions: Versions
    keys: dict[str, PieceKey]
    stored: Versions = field(default=())


class Ledger:
    """The pieces of a store, with changes not yet written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pieces: dict[str, _Piece] = {}
        self._stored_keys: dict[str, str | None] = {}
        self._fresh_keys: dict[str, str] = {}
        self._articles: dict[str, Article] = {}

    def place(self, article: Article, guid: str | None = None, met_at: str | None = None, title: str | None = None) -> Placed:
        """Return an article in its place; a piece that is not known yet is begun. Nothing is said of its versions (`record`).

        Args:
            article: the article.
            guid: what its feed calls it.
            met_at: when it was online, UTC in ISO 8601, `None` when nobody said.
            title: how its feed heads it; counts where it has no headline itself.
        """
        article = replace(article, title=article.title or clean_title(title))
        runs = read_runs(article) if article.outlet else Runs(hashes=frozenset())  # without an outlet no text is looked for
        identities, texts = tuple(list_identities(article, guid)), tuple(list_text_keys(article, runs))
        piece = next((found for key in identities if (found := self._find(key))), None) or self._find_by_name(article) or self._find_by_text(article, runs, texts)
        problems: tuple[Problem, ...] = ()
        if piece is None:
            name = self._free_name(article.name)
            first = identities[0] if identities else make_piece_key("name", name)
            piece = make_id("piece", first.kind, first.value)
            placed = rename_article(article, name)
        else:
            placed, problems = self._complete(rename_article(article, self.name_of(piece)), piece, met_at)
        keys = tuple(replace(key, piece=piece) for key in (make_piece_key("name", placed.name), *identities, *texts))
        self._load(piece)
        self._note_keys(piece, keys)
        self._articles[placed.id] = placed
        return Placed(article=placed, piece=piece, keys=keys, problems=problems)

    def record(self, placed: Placed, met_at: str | None, *, is_return: bool = False) -> bool:
        """Add an article to the versions of its piece; True when these are other ones now."""
        known = self._load(placed.piece)
        self._note_keys(placed.piece, placed.keys)
        self._articles[placed.article.id] = placed.article
        before = known.versions
        known.versions = add_version(before, placed.piece, placed.article.id, placed.article.title, met_at, is_return=is_return)
        return known.versions != before

    def mark_gone(self, url: str, at: str) -> str | None:
        """Mark the piece at an address as removed; return its name, `None` when none is known there."""
        address = clean_address(url)
        piece = self._find(make_piece_key("url", address)) if address else None
        if piece is None:
            return None
        known = self._load(piece)
        known.versions = mark_gone(known.versions, at)
        return self.name_of(piece)

    def mark_piece_gone(self, piece: str, at: str) -> str | None:
        """Mark a piece as removed; return its name, `None` when it was marked before, was met later, or is not known."""
        known = self._load(piece)
        before, known.versions = known.versions, mark_gone(known.versions, at)
        return self.name_of(piece) if known.versions != before else None

    def mark_piece_back(self, piece: str, at: str) -> None:
        """Mark a piece as no longer removed: it is there, though nothing could be read of it; what was removed since stays so."""
        known = self._load(piece)
        known.versions = mark_back(known.versions, at)

    def find_entry(self, page: Page, name: str) -> str | None:
        """Return the piece of an entry of a live blog by its page and the name that its article has, `None` when none is known."""
        addresses = (clean_address(url) for url in (page.url, page.name))
        keys = [make_piece_key("url", address + name.removeprefix(page.name)) for address in addresses if address]
        return next((found for key in keys if (found := self._find(key))), None)

    def versions_of(self, piece: str) -> Versions:
        """Return the versions of a piece, the changes included."""
        return self._load(piece).versions

    def stored_versions_of(self, piece: str) -> Versions:
        """Return the versions of a piece that the store holds."""
        return self._load(piece).stored

    def name_of(self, piece: str) -> str:
        """Return the name of a piece: that of all its articles."""
        return next(key.value for key in self._load(piece).keys.values() if key.kind == "name")

    def write(self) -> None:
        """Write what changed. Must run inside a transaction."""
        for piece, known in self._pieces.items():
            if known.versions:
                self._store.replace(f"{PIECE}:{piece}", PIECE, (*known.versions, *known.keys.values()))

    def _load(self, piece: str) -> _Piece:
        if piece not in self._pieces:
            origin = f"{PIECE}:{piece}"
            versions = tuple(sorted(self._store.read(Version, origin), key=lambda v: v.number))
            self._pieces[piece] = _Piece(versions, {key.id: key for key in self._store.read(PieceKey, origin)}, versions)
        return self._pieces[piece]

    def _note_keys(self, piece: str, keys: tuple[PieceKey, ...]) -> None:
        own = self._load(piece).keys
        for key in keys:
            if key.id not in own and (key.kind != "name" or all(other.kind != "name" for other in own.values())):
                own[key.id] = key
                self._fresh_keys.setdefault(key.id, piece)

    def _find(self, key: PieceKey) -> str | None:
        if key.id not in self._stored_keys:  # a name is asked for twice
            found = self._store.get(PieceKey, key.id)
            self._stored_keys[key.id] = None if found is None else found.piece
        stored = self._stored_keys[key.id]
        return stored if stored is not None else self._fresh_keys.get(key.id)

    def _find_by_name(self, article: Article) -> str | None:
        """Return the piece of an article's name, unless two addresses say that they are two."""
        piece = self._find(make_piece_key("name", article.name))
        if piece is None:
            return None
        has_addresses = clean_address(article.url) is not None and any(key.kind == "url" for key in self._load(piece).keys.values())
        return None if has_addresses else piece

    def _find_by_text(self, article: Article, runs: Runs, keys: tuple[PieceKey, ...]) -> str | None:
        for piece in dict.fromkeys(found for key in keys if (found := self._find(key))):
            last = self._last_article(piece)
            if last is not None and are_one_piece(article, runs, last):
                return piece
        return None

    def _last_article(self, piece: str) -> Article | None:
        versions = self._load(piece).versions
        if not versions:
            return None
        return self._articles.get(versions[-1].article) or self._store.get(Article, versions[-1].article)

    def _free_name(self, name: str) -> str:
        """Return the name itself, or with a number behind it when another piece has it."""
        own, number = name, 1
        while self._find(make_piece_key("name", own)) is not None:
            number += 1
            own = f"{name}~{number}"
        return own

    def _complete(self, article: Article, piece: str, met_at: str | None) -> tuple[Article, tuple[Problem, ...]]:
        """Return an article with what the version before knows and it does not, and the problem when both know and differ.

        Outlet and address: a saved copy knows less than the page did. Dates, a headline where the page has none, and an outlet that is more than a
        host, that came with it: its feed gave them, and the page alone has none; not where both are files, as a file that no longer names them was
        corrected.
        """
        last = self._last_article(piece)
        if last is None:
            return article, ()
        article = replace(article, outlet=article.outlet or last.outlet, url=article.url or last.url)
        versions = self._load(piece).versions
        if met_at is None and versions[-1].fetched_at is None:
            return article, ()
        if last.outlet is not None and last.outlet != find_outlet(last.url) and article.outlet == find_outlet(article.url):
            article = replace(article, outlet=last.outlet)
        own = next((version.title for version in reversed(versions) if version.article == article.id), None)
        return keep_given(article, last, own)


def rename_article(article: Article, name: str) -> Article:
    """Return an article under another name."""
    return article if article.name == name else replace(article, name=name, id=make_id("article", name, article.text_hash))


def find_piece(store: Store, name: str) -> str | None:
    """Return the id of the piece of a name or address, `None` when there is none."""
    address = clean_address(name)
    entry = f"{address}#{name.partition('#')[2]}" if address and "#" in name else None
    keys = [make_piece_key("name", name), *(make_piece_key("url", value) for value in (entry, address) if value)]
    return next((found.piece for key in keys if (found := store.get(PieceKey, key.id)) is not None), None)


def forget_pieces(store: Store, is_forgotten: Callable[[str], bool]) -> None:
    """Remove all versions but the last of the pieces whose name is to be forgotten, their keys, and their places in the pages of live blogs.

    Must run inside a transaction.
    """
    forgotten: set[str] = set()
    for origin in store.origins(PIECE):
        if any(key.kind == "name" and is_forgotten(key.value) for key in store.read(PieceKey, origin)):
            for version in store.read(Version, origin):
                store.forget(f"{VERSION}:{version.article}")
            store.forget(origin)
            forgotten.add(origin.removeprefix(f"{PIECE}:"))
    for page in list(store.read(LivePage)) if forgotten else ():
        left = replace(page, entries=_without(page.entries, forgotten), further=_without(page.further, forgotten))
        if not (left.entries or left.further):
            store.forget(f"{LIVE}:{page.address}")
        elif left != page:
            store.replace(f"{LIVE}:{page.address}", LIVE, (left,))


def _without(pieces: tuple[str, ...], forgotten: Set[str]) -> tuple[str, ...]:
    return tuple(piece for piece in pieces if piece not in forgotten)
