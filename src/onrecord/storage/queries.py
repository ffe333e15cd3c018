"""The longer SQL statements of the SQLite store. Values are always parameters, but for names of kinds where an index is for one kind."""

from __future__ import annotations

_COLUMNS = "o.origin, o.stage, r.kind, r.id, r.article, r.body, r.attachment, r.seal, t.title, t.text"
_TEXT_JOIN = "LEFT JOIN article_text t ON t.number = r.number"
# CROSS JOIN fixes the order of the loops: the wanted index is walked in the order of ids.
READ_KIND = f"""SELECT {_COLUMNS} FROM record r CROSS JOIN output o ON o.number = r.output {_TEXT_JOIN}
    WHERE r.kind = ? AND r.id > ? ORDER BY r.id, o.origin, o.stage LIMIT ?"""
READ_OUTPUT = f"""SELECT {_COLUMNS} FROM record r CROSS JOIN output o ON o.number = r.output {_TEXT_JOIN}
    WHERE r.output = ? AND r.kind = ? AND r.id > ? ORDER BY r.id LIMIT ?"""
READ_ONE = f"""SELECT {_COLUMNS} FROM record r CROSS JOIN output o ON o.number = r.output {_TEXT_JOIN}
    WHERE r.kind = ? AND r.id = ? ORDER BY o.origin, o.stage LIMIT 1"""
# As BLOB, so that a damaged text is read and found rather than refused.
READ_ALL = f"""SELECT o.origin, o.stage, r.kind, r.id, r.article, CAST(r.body AS BLOB), r.attachment, r.seal,
    CAST(t.title AS BLOB), CAST(t.text AS BLOB)
    FROM record r CROSS JOIN output o ON o.number = r.output {_TEXT_JOIN} ORDER BY r.kind, r.id, o.origin, o.stage"""
WRITE_RECORD = """INSERT INTO record (output, kind, id, article, body, attachment, seal) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (output, kind, id) DO UPDATE SET article = excluded.article, body = excluded.body,
        attachment = excluded.attachment, seal = excluded.seal
    WHERE (article, body, attachment, seal) IS NOT (excluded.article, excluded.body, excluded.attachment, excluded.seal)"""
ADD_RECORD = "INSERT INTO record (output, kind, id, article, body, attachment, seal) VALUES (?, ?, ?, ?, ?, ?, ?)"
ADD_TEXT = "INSERT INTO article_text (number, title, text) VALUES (?, ?, ?)"
ADD_MARK = "INSERT INTO mark (key, day, record) VALUES (?, ?, ?)"
ADD_TIE = "INSERT INTO tie (kind, end, weight, other, record) VALUES (?, ?, ?, ?, ?)"
WRITE_TEXT = """INSERT INTO article_text (number, title, text)
    SELECT number, ?, ? FROM record WHERE output = ? AND kind = 'article' AND id = ?
    ON CONFLICT (number) DO UPDATE SET title = excluded.title, text = excluded.text
    WHERE (title, text) IS NOT (excluded.title, excluded.text)"""
SEARCH = """SELECT r.id, r.number FROM article_search JOIN record r ON r.number = article_search.rowid
    WHERE article_search MATCH ? ORDER BY article_search.rank, r.id"""
MARK = "SELECT highlight(article_search, 1, ?, ?) FROM article_search WHERE article_search MATCH ? AND rowid = ?"


def placed(kind: str) -> tuple[str, str]:
    """Return the queries for the records of a kind before and after a place under a key: (key, place, how many at most)."""
    index = "INDEXED BY beacon_by_number" if kind == "beacon" else ""  # SQLite would look up the record itself
    start = f"SELECT m.day, r.id FROM mark m CROSS JOIN record r {index} ON r.number = m.record AND r.kind = '{kind}' WHERE m.key = ?"
    return f"{start} AND m.day < ? ORDER BY m.day DESC LIMIT ?", f"{start} AND m.day > ? ORDER BY m.day LIMIT ?"


def gather(count: int) -> str:
    """Return the query for records of a kind by `count` ids: (kind, ids)."""
    return f"""SELECT {_COLUMNS} FROM record r CROSS JOIN output o ON o.number = r.output {_TEXT_JOIN}
        WHERE r.kind = ? AND r.id IN ({", ".join("?" * count)}) ORDER BY r.id, o.origin, o.stage"""


def beside(count: int) -> str:
    """Return the query for what stands beside records of a kind, by `count` ids: (kind, ids)."""
    return f"""SELECT r.id, r.attachment FROM record r CROSS JOIN output o ON o.number = r.output
        WHERE r.kind = ? AND r.id IN ({", ".join("?" * count)}) ORDER BY r.id, o.origin, o.stage"""


def near(count: int) -> str:
    """Return the query for records that hold some of `count` keys: (keys, keys again, first day, last day, least keys, kind)."""
    marks = ", ".join("?" * count)
    return f"""SELECT r.id FROM (
        SELECT record FROM (
            SELECT record FROM mark WHERE key IN ({marks}) AND day = 0 UNION ALL SELECT record FROM mark WHERE key IN ({marks}) AND day BETWEEN ? AND ?
        ) GROUP BY record HAVING COUNT(*) >= ?
    ) m CROSS JOIN record r ON r.number = m.record WHERE r.kind = ? ORDER BY r.id"""


def near_ever(count: int) -> str:
    """Return the query for records that hold some of `count` keys whatever their day: (keys, last day, least keys, kind)."""
    return f"""SELECT r.id FROM (
        SELECT record FROM mark WHERE key IN ({", ".join("?" * count)}) AND day BETWEEN 0 AND ? GROUP BY record HAVING COUNT(*) >= ?
    ) m CROSS JOIN record r ON r.number = m.record WHERE r.kind = ? ORDER BY r.id"""


def tied(count: int) -> str:
    """Return the query for the pairs of `count` articles: (kind, articles, least weight)."""
    return f"""SELECT end, other, MAX(weight) FROM tie WHERE kind = ? AND end IN ({", ".join("?" * count)}) AND weight >= ?
        GROUP BY end, other ORDER BY end, other"""
