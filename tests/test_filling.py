"""A store that a benchmark fills at once is the store that would be there had each output been written by itself."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.curve import list_outputs, make_article
from bench.filling import fill
from onrecord.storage import SqliteStore

ARTICLES = 12
MARKS = "SELECT m.key, m.day, r.kind, r.id FROM mark m JOIN record r ON r.number = m.record ORDER BY 1, 2, 3, 4"
TABLES = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def test_filling_at_once_and_in_parts_writes_what_replace_writes(tmp_path: Path) -> None:
    outputs = [output for number in range(ARTICLES) for output in list_outputs(*make_article(number))]
    with closing(SqliteStore(tmp_path / "one-by-one.db")) as store, store.transaction():
        for output in outputs:
            store.replace(*output)
    fill(tmp_path / "filled.db", outputs[:10])
    fill(tmp_path / "filled.db", outputs[10:])
    found = []
    for path in (tmp_path / "one-by-one.db", tmp_path / "filled.db"):
        with closing(SqliteStore(path)) as store:
            digest, hits = store.digest(), {id for id, _ in store.search("telling", ARTICLES)}
        with closing(sqlite3.connect(path)) as connection:
            found.append((digest, hits, connection.execute(MARKS).fetchall(), connection.execute(TABLES).fetchall(), connection.execute("PRAGMA integrity_check").fetchall()))
    assert len(found[0][2]) > 100 * ARTICLES
    assert found[0] == found[1]
    assert found[1][-1] == [("ok",)]
