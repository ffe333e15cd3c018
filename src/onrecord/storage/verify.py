"""The check of a whole store: every text against its hash, every span and quoted word against what was sealed.

To check a store that others write to, open it read-only and verify inside a transaction, which holds one state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import StoreError
from onrecord.ids import hash_text
from onrecord.records import Article, Version
from onrecord.storage.kinds import Record, article_of, find_kind, key_of
from onrecord.storage.quotes import seal_record, walk_quotes
from onrecord.storage.rows import Row, from_row, to_key, to_storable
from onrecord.storage.store import Store

_TEXTS_KEPT = 256  # texts held while verifying: a few megabytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something stored that is not as it was written.

    `record` and `kind` name the stored record, `origin` whose output it is; `article` is the article concerned.
    `expected` is what was sealed or is allowed, `found` what stands there. `what` is one of

    - `unreadable`: the row holds no record of its kind; `found` is the reason.
    - `key`: the row's id or article is not its record's.
    - `text_hash`: the article's text is not the one that was hashed.
    - `search_text`: title or text as searched are not the article's.
    - `missing_article`: a span quotes, or a version of a piece is, an article that cannot be read from the store.
    - `span`: a span (`path` says which) lies outside the text, or is empty.
    - `seal`: the record, or a word it quotes, was changed.
    """

    record: str
    kind: str
    origin: str
    article: str | None
    what: str
    expected: str
    found: str
    path: str | None = None


def verify_store(store: Store) -> Iterator[Finding]:
    """Yield all that is not as it was written; nothing when the store is sound.

    Args:
        store: the store to read; nothing is written to it.

    Yields:
        Findings, sorted by kind and id of the record.

    Raises:
        StoreError: the store cannot be read at all.
    """

    @lru_cache(maxsize=_TEXTS_KEPT)
    def find_text(article: str) -> str | None:
        try:
            found = store.get(Article, article)
        except StoreError:
            return None  # reported where the article's own row is checked
        return None if found is None else found.text

    for row in store.rows():
        try:
            record: Record = from_row(find_kind(row.kind), row)
        except StoreError as error:
            yield _find(row, "unreadable", expected="a record", found=error.message)
            continue
        yield from _check_keys(row, record)
        if isinstance(record, Article):
            yield from _check_article(row, record)
        if isinstance(record, Version) and find_text(record.article) is None:
            yield _find(row, "missing_article", expected="its text", found=record.article, article=record.article, path="article")
        yield from _check_quotes(row, record, _prefer_own(record, find_text))


def _prefer_own(record: Record, find_text: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """An article's own row is checked against its own text, not against that of another origin."""
    if isinstance(record, Article):
        return lambda article: record.text if article == record.id else find_text(article)
    return find_text


def _find(row: Row, what: str, *, expected: str, found: str, article: str | None = None, path: str | None = None) -> Finding:
    return Finding(
        record=row.id,
        kind=row.kind,
        origin=row.origin,
        article=article or row.article,
        what=what,
        expected=expected,
        found=found,
        path=path,
    )


def _check_keys(row: Row, record: Record) -> Iterator[Finding]:
    article = article_of(record)
    expected = (to_key(key_of(record)), None if article is None else to_key(article))
    if (row.id, row.article) != expected:
        yield _find(row, "key", expected=f"{expected[0]} in {expected[1]}", found=f"{row.id} in {row.article}")


def _check_article(row: Row, article: Article) -> Iterator[Finding]:
    found = hash_text(article.text)
    if found != article.text_hash:
        yield _find(row, "text_hash", expected=article.text_hash, found=found)
    if (row.title, row.text) != (to_storable(article.title or ""), to_storable(article.text)):
        yield _find(row, "search_text", expected="the article's title and text", found="others")


def _check_quotes(row: Row, record: Record, text_of: Callable[[str], str | None]) -> Iterator[Finding]:
    missing: set[str | None] = set()
    quotes = tuple(walk_quotes(record))
    for quote in quotes:
        text = None if quote.article is None else text_of(quote.article)
        if text is None:
            if quote.article not in missing:
                missing.add(quote.article)
                where = quote.article or "no rendering"
                yield _find(row, "missing_article", expected="its text", found=where, article=quote.article, path=quote.path)
        elif not 0 <= quote.span.start < quote.span.end <= len(text):
            found = f"{quote.span.start}:{quote.span.end}"
            expected = f"a span inside 0:{len(text)}"
            yield _find(row, "span", expected=expected, found=found, article=quote.article, path=quote.path)
    if missing - {None}:
        return  # without the words there is nothing to compare
    seal = seal_record(record, quotes, row.body, row.attachment, text_of)
    if seal != row.seal:
        yield _find(row, "seal", expected=row.seal, found=seal)
