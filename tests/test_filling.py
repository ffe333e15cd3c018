"""A store that a benchmark fills at once is the store that would be there had each output been written by itself."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from bench.curve import FOOTER_SENTENCES, OUTLETS, list_outputs, make_article
from bench.filling import fill
from onrecord.run.finding import LEAST_RUNS
from onrecord.run.sketch import unpack_keys
from onrecord.storage import SqliteStore
from onrecord.stories.reprints import find_own_matter

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


def test_a_footer_is_found_under_the_articles_of_its_outlet_only() -> None:
    first, same, other = (make_article(number, has_footer=True)[1] for number in (0, OUTLETS, 1))
    assert first.outlet == same.outlet != other.outlet
    shared = [len(np.intersect1d(unpack_keys(first.run_keys), unpack_keys(sketch.run_keys))) for sketch in (same, other, make_article(OUTLETS)[1])]
    assert shared[0] >= LEAST_RUNS
    assert shared[1:] == [0, 0]
    assert len(np.intersect1d(unpack_keys(first.passages), unpack_keys(same.passages))) == FOOTER_SENTENCES
    assert find_own_matter(first, same) is not None
    assert find_own_matter(first, other) is None
