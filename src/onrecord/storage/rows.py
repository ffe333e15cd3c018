"""Records as rows a database can hold, sealed to the words they quote, and back.

In: the output of one stage for one origin. Out: rows, the same for every store. The text of an article stands beside
its body, once. What a row's body looks like is left to `bodies`, the seal to `quotes`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from onrecord.errors import StoreError
from onrecord.records import Article
from onrecord.storage.bodies import from_body, to_body
from onrecord.storage.kinds import R, Record, article_of, key_of, name_kind
from onrecord.storage.quotes import seal_record, walk_quotes

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record as a store keeps it. Every text in it can be written to any database (no NUL in `text`, no surrogates).

    `seal` binds body, attachment and quoted words (`quotes.seal_record`). `title` and `text` are set for articles only;
    `text` has one code point for each of the article's, so spans fit both.
    """

    origin: str
    stage: str
    kind: str
    id: str
    article: str | None
    body: str
    attachment: bytes
    seal: str
    title: str | None
    text: str | None


def to_storable(text: str) -> str:
    """Return the text with what databases refuse replaced, one code point for one: NUL by a space, surrogates by U+FFFD."""
    return _UNSTORABLE.sub(lambda found: " " if found.group() == "\0" else "\ufffd", text)


def to_key(text: str) -> str:
    """Return an id, origin or stage as it is written in a key column: surrogates (of odd file names) as `\\udc80`."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def to_rows(origin: str, stage: str, records: Iterable[Record], text_of: Callable[[str], str | None]) -> list[Row]:
    """Convert all records of one stage for one origin; all or nothing.

    Args:
        origin: whose output this is.
        stage: the stage that made it.
        records: the output; a record given twice counts once.
        text_of: gives the text of a stored article by its id. Articles among `records` are known without it.

    Returns:
        The rows, sorted by kind and id.

    Raises:
        StoreError: a value is not of the type its field names, two different records share an id, or a span quotes
            an article that is neither stored nor given.
    """
    given = list(records)
    texts: dict[str, str | None] = {record.id: record.text for record in given if isinstance(record, Article)}

    def find_text(article: str) -> str | None:
        if article not in texts:
            texts[article] = text_of(article)
        return texts[article]

    rows: dict[tuple[str, str], Row] = {}
    for record in given:
        row = _to_row(origin, stage, record, find_text)
        if rows.setdefault((row.kind, row.id), row) != row:
            raise StoreError(
                f"stage `{stage}` gave two different records with the id `{row.id}` for origin `{origin}`",
                hint="identity fields must tell records of one kind apart",
            )
    return [rows[key] for key in sorted(rows)]


def _to_row(origin: str, stage: str, record: Record, text_of: Callable[[str], str | None]) -> Row:
    kind, key = name_kind(type(record)), key_of(record)
    if not key:
        raise StoreError(f"a record of kind `{kind}` has no id", hint="make ids with `ids.make_id`")
    quotes = tuple(walk_quotes(record))
    for quote in quotes:
        if quote.article is not None and text_of(quote.article) is None:
            raise StoreError(
                f"`{key}` quotes the article `{quote.article}`, which is not in the store",
                hint="write articles before the records that quote them",
            )
    title = text = None
    bare = record
    if isinstance(record, Article):
        title, text = to_storable(record.title or ""), to_storable(record.text)
        bare = replace(record, text="") if text == record.text else record
    body, attachment = to_body(bare)
    article = article_of(record)
    return Row(
        origin=to_key(origin),
        stage=to_key(stage),
        kind=kind,
        id=to_key(key),
        article=None if article is None else to_key(article),
        body=body,
        attachment=attachment,
        seal=seal_record(record, quotes, body, attachment, text_of),
        title=title,
        text=text,
    )


def from_row(kind: type[R], row: Row) -> R:
    """Return the record of a row.

    Raises:
        StoreError: the row does not hold such a record.
    """
    record = from_body(kind, row.body, row.attachment)
    if isinstance(record, Article) and not record.text:
        if row.text is None:
            raise StoreError(f"the text of the article `{row.id}` is gone", hint="read its source again")
        return replace(record, text=row.text)
    return record


def digest_rows(rows: Iterable[Row]) -> str:
    """Return the digest of rows in hex, the same for every store.

    Args:
        rows: all rows of a store, sorted by kind, id, origin and stage.
    """
    digest = hashlib.sha256()
    for row in rows:
        content = (row.kind, row.id, row.origin, row.stage, row.body, row.title, row.text)
        digest.update(json.dumps(content, separators=(",", ":")).encode("ascii"))
        digest.update(hashlib.sha256(row.attachment).digest())
    return digest.hexdigest()
