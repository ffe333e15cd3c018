"""Fill a store with many articles that are not compared: what `Store.replace` would write, straight into the tables of the SQLite store.

For measurements only: a store that is broken off while it fills is lost. Keys are sorted before they are written, so that a hundred thousand articles
take minutes; one by one, each of some two hundred keys of an article costs a page of the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from onrecord.storage import Record, SqliteStore
from onrecord.storage.kinds import key_of, name_kind
from onrecord.storage.links import marks_of
from onrecord.storage.rows import to_rows

Output = tuple[str, str, list[Record]]
"""Origin, stage, records: what `Store.replace` is given. Articles must be among them; records about two articles are not for this."""
CACHE_KIB = 256 * 1024


def fill(path: Path, outputs: Iterable[Output]) -> None:
    """Write outputs, of which the store has none yet, into the store in a file; it is made when there is none."""
    with closing(SqliteStore(path)):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        execute = connection.execute
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE_KIB}"):
            execute(f"PRAGMA {setting}")
        execute("BEGIN")
        (index,) = execute("SELECT sql FROM sqlite_master WHERE name = 'mark_by_record'").fetchone()
        execute("DROP INDEX mark_by_record")
        execute("CREATE TEMP TABLE fresh (key INTEGER, day INTEGER, record INTEGER)")
        connection.executemany("INSERT INTO fresh VALUES (?, ?, ?)", _write_rows(connection, outputs))
        execute("INSERT INTO mark (key, day, record) SELECT key, day, record FROM fresh ORDER BY key, day, record")
        execute(index)
        execute("COMMIT")


def _write_rows(connection: sqlite3.Connection, outputs: Iterable[Output]) -> Iterator[tuple[int, int, int]]:
    """Write all but the marks; yield (key, day, record) of these."""
    execute = connection.execute
    for origin, stage, records in outputs:
        output = execute("INSERT INTO output (origin, stage) VALUES (?, ?)", (origin, stage)).lastrowid
        held = {(name_kind(type(record)), key_of(record)): record for record in records}
        for row in to_rows(origin, stage, records, lambda _: None):
            values = (output, row.kind, row.id, row.article, row.body, row.attachment, row.seal)
            number = execute("INSERT INTO record (output, kind, id, article, body, attachment, seal) VALUES (?, ?, ?, ?, ?, ?, ?)", values).lastrowid or 0
            if row.text is not None:
                execute("INSERT INTO article_text (number, title, text) VALUES (?, ?, ?)", (number, row.title, row.text))
            for key, day in set(marks_of(held[row.kind, row.id])):
                yield key, day, number
