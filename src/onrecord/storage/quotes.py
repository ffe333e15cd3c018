"""The spans of a record, the article each one quotes, and the seal that binds a record to the words it quotes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import get_args, get_type_hints

from onrecord.ids import hash_text
from onrecord.kinship import Recall
from onrecord.records import Article, Difference, Restatement, Span, Statement
from onrecord.storage.kinds import Record, article_of

_ARTICLE = "article"  # the field by which a record, or a part of one, names the article its spans quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A span inside a record.

    `path` says where in the record ("conditions[1].span"); `article` is the id of the article it quotes, `None` when
    the record does not say (a difference between renderings that are not there).
    """

    path: str
    article: str | None
    span: Span


def walk_quotes(record: Record) -> Iterator[Quote]:
    """Yield every span of a record, in field order, with the article it quotes."""
    if isinstance(record, Recall | Restatement):
        for index, article in enumerate((record.left, record.right) if isinstance(record, Recall) else record.articles):
            yield from _walk(record.spans[index], f"spans[{index}]", article)
        return
    if not isinstance(record, Statement):
        yield from _walk(record, "", article_of(record))
        return
    yield from _walk(record.renderings, "renderings", None)
    for index, difference in enumerate(record.differences):
        yield from _walk_difference(record, difference, f"differences[{index}].spans")


def _walk_difference(statement: Statement, difference: Difference, path: str) -> Iterator[Quote]:
    for side, rendering in enumerate((difference.left, difference.right)):
        known = 0 <= rendering < len(statement.renderings)
        article = statement.renderings[rendering].article if known else None
        yield from _walk(difference.spans[side], f"{path}[{side}]", article)


def _walk(value: object, path: str, article: str | None) -> Iterator[Quote]:
    if isinstance(value, Span):
        yield Quote(path=path, article=article, span=value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, f"{path}[{index}]", article)
    elif value is not None:
        kind: type = type(value)
        has_article, names = _plan_walk(kind)
        inner = getattr(value, _ARTICLE) if has_article else article
        for name in names:
            yield from _walk(getattr(value, name), f"{path}.{name}" if path else name, inner)


@cache
def _plan_walk(kind: type) -> tuple[bool, tuple[str, ...]]:
    """Whether records of a class name their article, and the fields in which spans may stand."""
    hints = get_type_hints(kind) if is_dataclass(kind) else {}
    return _ARTICLE in hints, tuple(name for name, hint in hints.items() if _may_hold_spans(hint))


def _may_hold_spans(hint: object) -> bool:
    if hint is Span:
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(_plan_walk(hint)[1])
    return any(_may_hold_spans(item) for item in get_args(hint))


def seal_record(record: Record, quotes: Iterable[Quote], body: str, attachment: bytes, text_of: Callable[[str], str | None]) -> str:
    """Return a digest of a stored record and of the words all its spans quote, in hex.

    A change of the record, of one span (even by one code point) or of quoted text changes the seal. It guards against
    damage and mistakes, not against someone who recomputes it.

    Args:
        record: the record; an article's whole text is sealed.
        quotes: its spans, as `walk_quotes` gives them.
        body: the record as JSON text, as stored.
        attachment: the bytes stored beside the body.
        text_of: gives the text of an article by its id, `None` when there is none.
    """
    digest = hashlib.sha256()

    def add(data: bytes) -> None:
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)

    add(body.encode("utf-8", "surrogatepass"))
    add(attachment)
    if isinstance(record, Article):
        add(hash_text(record.text).encode("ascii"))
    article: str | None = None
    text: str | None = None
    for quote in quotes:
        if quote.article != article:
            article, text = quote.article, None if quote.article is None else text_of(quote.article)
        add((article or "").encode("utf-8", "surrogatepass"))
        add(b"" if text is None else quote.span.of(text).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
