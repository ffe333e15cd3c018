"""What a store knows of the versions of its articles, read back.

In: a `Store`. Out: versions with their texts, and the quotations that changed between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.records import Article, Attribution, Version
from onrecord.results import Analysis, Comparison, Revision
from onrecord.run.pieces import PIECE, VERSION, find_piece
from onrecord.sources.versions.quotes import LABEL, find_changed_quotes
from onrecord.storage import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One version with its text; `attributions` are what was said in it."""

    version: Version
    article: Article
    attributions: tuple[Attribution, ...]


def read_tellings(store: Store, name: str) -> tuple[Telling, ...]:
    """Return all versions of a piece by its name or address, the oldest first; none when it is not known."""
    piece = find_piece(store, name)
    return tuple(_read(store, _sort(store.read(Version, f"{PIECE}:{piece}")))) if piece is not None else ()


def list_revised(store: Store) -> list[tuple[Article, tuple[Version, ...]]]:
    """Return the pieces with more than one version or removed by their publisher, with the last article of each, by name."""
    found = [(store.get(Article, versions[-1].article), versions) for versions in _group(store).values() if len(versions) > 1 or versions[-1].gone_at]
    return sorted(((article, versions) for article, versions in found if article is not None), key=lambda pair: pair[0].name)


def add_versions(store: Store, comparison: Comparison) -> Comparison:
    """Return a comparison with the versions of its articles and the quotations that changed. Must run in the transaction that read it.

    A piece of one version without any time is left out: there is nothing to tell of it.
    """
    analyses = {analysis.article.id: analysis for analysis in comparison.analyses}
    known = [versions for versions in _group(store).values() if versions[-1].article in analyses and (len(versions) > 1 or versions[-1].fetched_at or versions[-1].gone_at)]
    known.sort(key=lambda versions: versions[0].piece)
    revisions = [revision for versions in known if len(versions) > 1 for revision in _find_revisions(store, versions, analyses[versions[-1].article])]
    return replace(comparison, versions=tuple(version for versions in known for version in versions), revisions=tuple(revisions))


def _find_revisions(store: Store, versions: tuple[Version, ...], last: Analysis) -> Iterator[Revision]:
    """Yield the quotations of the last version that an older one has in other words, against the newest of those first."""
    known: set[tuple[str, str]] = set()
    for telling in reversed(list(_read(store, versions[:-1]))):
        if telling.article.id == last.article.id:
            continue
        for change in find_changed_quotes(telling.article, telling.attributions, last.article, last.attributions):
            if (change.after.id, change.reason) in known:
                continue
            known.add((change.after.id, change.reason))
            words = " ".join(change.old.of(telling.article.text).split()) if change.old else None
            yield Revision(
                article=last.article.id, attribution=change.after.id, older=telling.article.id, number=telling.version.number, label=LABEL,
                spans=(change.old, change.new), older_words=words, reason=change.reason,
            )  # fmt: skip


def _read(store: Store, versions: tuple[Version, ...]) -> Iterator[Telling]:
    for version in versions:
        article = store.get(Article, version.article)
        if article is not None:
            spoken = {a.id: a for origin in (article.name, f"{VERSION}:{article.id}") for a in store.read(Attribution, origin) if a.article == article.id}
            yield Telling(version=version, article=article, attributions=tuple(sorted(spoken.values(), key=lambda a: (a.span, a.id))))


def _group(store: Store) -> dict[str, tuple[Version, ...]]:
    pieces: dict[str, list[Version]] = {}
    for version in store.read(Version):
        pieces.setdefault(version.piece, []).append(version)
    return {piece: _sort(versions) for piece, versions in pieces.items()}


def _sort(versions: Iterator[Version] | list[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda version: version.number))
