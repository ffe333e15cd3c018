"""The store in one SQLite file: no server, full-text search, safe against a kill at any moment.

Tables and indexes are in `schema.sql`. One `SqliteStore` belongs to one thread; open another for the next.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from onrecord.errors import StoreError
from onrecord.records import RECORD_VERSION, Article, Span
from onrecord.storage import queries
from onrecord.storage.kinds import R, Record, key_of, name_kind
from onrecord.storage.links import LINKED, marks_of, ties_of
from onrecord.storage.rows import Row, digest_rows, from_row, to_key, to_rows
from onrecord.storage.search import choose_marks, find_matches, make_snippets, to_match
from onrecord.storage.store import Around, Hit

SCHEMA_VERSION = 3
APPLICATION_ID = 0x6F6E7263  # "onrc"
STORE_VERSION = SCHEMA_VERSION * 1000 + RECORD_VERSION
_SQLITE_NEEDED = (3, 37, 0)  # the first with STRICT tables
_MEMORY = ":memory:"
_PORTION = 200  # rows a read takes at once, so that no read holds the file open between records
_WAL_ATTEMPTS = 20
_LAST_DAY = 2**31
_CACHE_KIB = 32 * 1024  # keys are written all over their index: with SQLite's own 2 MiB each is a read from the file in a large store

Cell = str | bytes | int | float | None  # what a query gives


class SqliteStore:
    """A `Store` in one SQLite file, or in memory."""

    def __init__(self, path: str | Path, *, read_only: bool = False, busy_timeout_s: float = 10.0) -> None:
        """Open the store, and create it when there is none.

        Args:
            path: the file, or ":memory:".
            read_only: open an existing file for reading only.
            busy_timeout_s: how long to wait, in seconds, for another process that writes.

        Raises:
            StoreError: the file is missing (read-only), is no store, or was written by another version.
        """
        self._path = str(path)
        self._read_only = read_only
        if sqlite3.sqlite_version_info < _SQLITE_NEEDED:
            raise StoreError(
                f"SQLite `{sqlite3.sqlite_version}` is too old, 3.37 or later is needed",
                hint="use a Python built with a newer SQLite",
            )
        mode = "ro" if read_only else "rwc"
        uri = _MEMORY if self._path == _MEMORY else make_uri(Path(path).absolute(), mode)
        with self._reporting("opened"):
            self._connection = sqlite3.connect(uri, timeout=busy_timeout_s, isolation_level=None, uri=True)
        try:
            with self._reporting("opened"):
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """See `Store.close`."""
        with self._reporting("closed"):
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Store.transaction`."""
        if self._connection.in_transaction:
            raise StoreError("a transaction is already open", hint="open one transaction, around all that belongs together")
        with self._reporting("written"):
            self._connection.execute("BEGIN" if self._read_only else "BEGIN IMMEDIATE")
        try:
            yield
            with self._reporting("written"):
                self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def replace(self, origin: str, stage: str, records: Iterable[Record]) -> None:
        """See `Store.replace`."""
        self._require_transaction("replace")
        given = list(records)
        rows = to_rows(origin, stage, given, self._find_text)
        linked = {(name_kind(type(record)), to_key(key_of(record))): record for record in given if isinstance(record, LINKED)}
        with self._reporting("written"):
            output, is_new = self._open_output(to_key(origin), to_key(stage))
            if is_new:
                self._add(output, rows, linked)
                return
            execute, executemany = self._connection.execute, self._connection.executemany
            seals = {(row.kind, row.id): row.seal for row in rows}
            kept = {(kind, id): seal for kind, id, seal in execute("SELECT kind, id, seal FROM record WHERE output = ?", (output,))}
            if gone := [(output, *key) for key in kept if key not in seals]:
                executemany("DELETE FROM record WHERE output = ? AND kind = ? AND id = ?", gone)
            executemany(queries.WRITE_RECORD, [(output, row.kind, row.id, row.article, row.body, row.attachment, row.seal) for row in rows])
            for row in rows:
                key = row.kind, row.id
                if row.text is not None:
                    execute(queries.WRITE_TEXT, (row.title, row.text, output, row.id))
                if key in linked and kept.get(key) != row.seal:
                    self._link(output, row, linked[key], is_new=key not in kept)

    def _add(self, output: int, rows: Sequence[Row], linked: Mapping[tuple[str, str], Record]) -> None:
        """Write the records of an output that was not there before, of which nothing has to be looked up."""
        plain: list[tuple[Cell, ...]] = []
        for row in rows:
            values = (output, row.kind, row.id, row.article, row.body, row.attachment, row.seal)
            record = linked.get((row.kind, row.id))
            if row.text is None and record is None:
                plain.append(values)
                continue
            number = self._connection.execute(queries.ADD_RECORD, values).lastrowid
            if number is None:  # SQLite gives one to each row
                raise sqlite3.DatabaseError("a record was written without a number")
            if row.text is not None:
                self._connection.execute(queries.ADD_TEXT, (number, row.title, row.text))
            if record is not None:
                self._mark(number, row.kind, record)
        if plain:
            self._connection.executemany(queries.ADD_RECORD, plain)

    def _link(self, output: int, row: Row, record: Record, *, is_new: bool) -> None:
        """Write what finds a record that is new or has changed."""
        execute = self._connection.execute
        (number,) = execute("SELECT number FROM record WHERE output = ? AND kind = ? AND id = ?", (output, row.kind, row.id)).fetchone()
        if not is_new:
            execute("DELETE FROM mark WHERE record = ?", (number,))
            execute("DELETE FROM tie WHERE record = ?", (number,))
        self._mark(number, row.kind, record)

    def _mark(self, number: int, kind: str, record: Record) -> None:
        if marks := [(mark, day, number) for mark, day in sorted(set(marks_of(record)))]:
            self._connection.executemany(queries.ADD_MARK, marks)
        if ties := [(kind, to_key(end), weight, to_key(other), number) for end, other, weight in ties_of(record)]:
            self._connection.executemany(queries.ADD_TIE, ties)

    def forget(self, origin: str, stage: str | None = None) -> None:
        """See `Store.forget`."""
        self._require_transaction("forget")
        with self._reporting("written"):
            if stage is None:
                self._connection.execute("DELETE FROM output WHERE origin = ?", (to_key(origin),))
            else:
                self._connection.execute("DELETE FROM output WHERE origin = ? AND stage = ?", (to_key(origin), to_key(stage)))

    def around(self, kind: type[Record], keys: Sequence[int], place: int, most: int) -> list[Around]:
        """See `Store.around`."""
        execute, (before, after) = self._connection.execute, queries.placed(name_kind(kind))
        with self._reporting("read"):
            return [(execute(before, (key, place, most)).fetchall(), execute(after, (key, place, most)).fetchall()) for key in keys]

    def gather(self, kind: type[R], ids: Collection[str]) -> Iterator[R]:
        """See `Store.gather`."""
        last = None
        for values in self._read_by_ids(queries.gather, name_kind(kind), ids):
            row = _make_row(values)
            if row.id != last:
                last = row.id
                yield from_row(kind, row)

    def beside(self, kind: type[Record], ids: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """See `Store.beside`."""
        last = None
        for id, attachment in self._read_by_ids(queries.beside, name_kind(kind), ids):
            if id != last:
                last = id
                yield str(id), attachment if isinstance(attachment, bytes) else b""

    def _read_by_ids(self, query: Callable[[int], str], kind: str, ids: Collection[str]) -> Iterator[tuple[Cell, ...]]:
        wanted = sorted(set(map(to_key, ids)))
        for start in range(0, len(wanted), _PORTION):
            portion = wanted[start : start + _PORTION]
            with self._reporting("read"):
                found = self._connection.execute(query(len(portion)), (kind, *portion)).fetchall()
            yield from found

    def near(self, kind: type[Record], keys: Collection[int], hits: int = 1, days: tuple[int, int] | None = None) -> list[str]:
        """See `Store.near`."""
        if not keys:
            return []
        wanted = sorted(keys)
        if days is None:  # without one or on any: one run of the index a key
            query, values = queries.near_ever(len(wanted)), (*wanted, _LAST_DAY, hits, name_kind(kind))
        else:
            query, values = queries.near(len(wanted)), (*wanted, *wanted, *days, hits, name_kind(kind))
        with self._reporting("read"):
            return [id for (id,) in self._connection.execute(query, values)]

    def tied(self, kind: type[Record], ends: Collection[str], least: float = 0.0) -> list[tuple[str, str, float]]:
        """See `Store.tied`."""
        if not ends:
            return []
        with self._reporting("read"):
            return list(self._connection.execute(queries.tied(len(ends)), (name_kind(kind), *sorted(map(to_key, ends)), least)))

    def read(self, kind: type[R], origin: str | None = None) -> Iterator[R]:
        """See `Store.read`."""
        name = name_kind(kind)
        if origin is None:
            rows = self._read_portions(queries.READ_KIND, (name,))
        else:
            with self._reporting("read"):
                found = self._connection.execute("SELECT number FROM output WHERE origin = ? ORDER BY stage", (to_key(origin),)).fetchall()
            each = [self._read_portions(queries.READ_OUTPUT, (number, name)) for (number,) in found]
            rows = heapq.merge(*each, key=lambda row: (row.id, row.stage))
        last = None
        for row in rows:
            if row.id != last:
                last = row.id
                yield from_row(kind, row)

    def get(self, kind: type[R], id: str) -> R | None:
        """See `Store.get`."""
        with self._reporting("read"):
            found = self._connection.execute(queries.READ_ONE, (name_kind(kind), to_key(id))).fetchone()
        return None if found is None else from_row(kind, _make_row(found))

    def origins(self, stage: str) -> list[str]:
        """See `Store.origins`."""
        with self._reporting("read"):
            found = self._connection.execute("SELECT origin FROM output WHERE stage = ? ORDER BY origin", (to_key(stage),))
            return [origin for (origin,) in found]

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """See `Store.search`."""
        match = to_match(words)
        if not match:
            return []
        numbers: dict[str, int] = {}
        with self._reporting("searched"):
            for id, number in self._connection.execute(queries.SEARCH, (match,)):
                if len(numbers) >= limit:
                    break
                numbers.setdefault(id, number)
            return [(id, self._find_snippets(match, number)) for id, number in numbers.items()]

    def rows(self) -> Iterator[Row]:
        """See `Store.rows`."""
        with self._reporting("read"):
            for values in self._connection.execute(queries.READ_ALL):
                *keys, body, attachment, seal, title, text = values
                yield _make_row((*keys, _decode(body), attachment, seal, _decode(title), _decode(text)))

    def digest(self) -> str:
        """See `Store.digest`."""
        return digest_rows(self.rows())

    def rebuild_search(self) -> None:
        """See `Store.rebuild_search`."""
        self._require_transaction("rebuild_search")
        with self._reporting("written"):
            self._connection.execute("INSERT INTO article_search (article_search) VALUES ('rebuild')")

    def _read_portions(self, query: str, values: tuple[str | int, ...]) -> Iterator[Row]:
        last = ""
        while True:
            with self._reporting("read"):
                found = self._connection.execute(query, (*values, last, _PORTION)).fetchall()
            rows = [_make_row(row) for row in found]
            yield from rows
            if len(rows) < _PORTION:
                return
            last = rows[-1].id

    def _find_text(self, article: str) -> str | None:
        found = self.get(Article, article)
        return None if found is None else found.text

    def _find_snippets(self, match: str, number: int) -> tuple[Span, ...]:
        execute = self._connection.execute
        (text,) = execute("SELECT text FROM article_text WHERE number = ?", (number,)).fetchone()
        marks = choose_marks(text)
        if marks is None:
            return ()
        (marked,) = execute(queries.MARK, (*marks, match, number)).fetchone()
        return make_snippets(text, find_matches(marked, marks))

    def _open_output(self, origin: str, stage: str) -> tuple[int, bool]:
        """Return the number of an output, and whether it was not there before."""
        done = self._connection.execute("INSERT INTO output (origin, stage) VALUES (?, ?) ON CONFLICT DO NOTHING", (origin, stage))
        if done.rowcount and done.lastrowid is not None:
            return done.lastrowid, True
        (number,) = self._connection.execute("SELECT number FROM output WHERE origin = ? AND stage = ?", (origin, stage)).fetchone()
        return int(number), False

    def _require_transaction(self, verb: str) -> None:
        if self._read_only:
            raise StoreError(f"`{verb}` on the store `{self._path}`, which is open for reading only")
        if not self._connection.in_transaction:
            raise StoreError(f"`{verb}` outside a transaction", hint="write inside `with store.transaction():`")

    def _prepare(self) -> None:
        execute = self._connection.execute
        execute("BEGIN")  # one state for the three reads: another process may be making the store right now
        (application,) = execute("PRAGMA application_id").fetchone()
        (version,) = execute("PRAGMA user_version").fetchone()
        (is_used,) = execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()
        execute("COMMIT")
        if application == 0 and version == 0 and not is_used:
            self._create()
        elif application != APPLICATION_ID:
            raise StoreError(f"`{self._path}` is a database of another program", hint="name another file for the store")
        elif version > STORE_VERSION:
            raise StoreError(
                f"`{self._path}` was written by a newer onrecord (store version {version}, this one reads {STORE_VERSION})",
                hint="install the newest onrecord",
            )
        elif version < STORE_VERSION:
            raise StoreError(
                f"`{self._path}` was written by an older onrecord (store version {version}, this one reads {STORE_VERSION})",
                hint="read the sources into a new store",
            )
        execute("PRAGMA foreign_keys = ON")
        execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if not self._read_only:
            # With WAL, NORMAL keeps the file whole through a crash; a power cut may cost the last commits.
            self._use_wal()
            execute("PRAGMA synchronous = NORMAL")

    def _create(self) -> None:
        if self._read_only:
            raise StoreError(f"`{self._path}` is an empty file, not a store", hint="open it for writing to make it one")
        schema = files("onrecord.storage").joinpath("schema.sql").read_text(encoding="utf-8")
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {STORE_VERSION};"
        try:
            self._connection.executescript(f"BEGIN IMMEDIATE;\n{schema}\n{marks}\nCOMMIT;")
        except BaseException:
            self._connection.rollback()
            raise

    def _use_wal(self) -> None:
        """Switch a new file to the write-ahead log; the file remembers.

        The switch does not wait for others as other statements do, so a lock on the whole file is awaited first.
        """
        for _ in range(_WAL_ATTEMPTS):
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if not _is_busy(error):
                    raise
                self._connection.execute("BEGIN EXCLUSIVE")
                self._connection.execute("COMMIT")
            else:
                return
        # Without it the store is as right, but readers wait for writers; whoever opens it next tries again.

    @contextmanager
    def _reporting(self, done: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            hint = "check that the file can be read and written, and that there is room on the disk"
            if _is_busy(error):
                hint = "another process is writing; try again when it is done"
            elif self._read_only and not Path(self._path).exists():
                hint = "there is no such file"
            raise StoreError(f"the store `{self._path}` cannot be {done}: {error}", hint=hint) from error


def make_uri(path: PurePath, mode: str) -> str:
    """Return the address by which SQLite opens a file; of one on another machine (`//machine/share/file` on Windows) the machine is part of the path, as SQLite knows no other host."""
    uri = path.as_uri()
    if not uri.startswith("file:///"):
        uri = f"file:////{uri.removeprefix('file://')}"
    return f"{uri}?mode={mode}"


def _is_busy(error: sqlite3.Error) -> bool:
    # The low byte is the primary code. Errors raised by Python's module itself carry none.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _make_row(values: tuple[Cell, ...]) -> Row:
    origin, stage, kind, id, article, body, attachment, seal, title, text = values
    return Row(
        origin=str(origin),
        stage=str(stage),
        kind=str(kind),
        id=str(id),
        article=None if article is None else str(article),
        body=str(body),
        attachment=attachment if isinstance(attachment, bytes) else b"",
        seal=str(seal),
        title=None if title is None else str(title),
        text=None if text is None else str(text),
    )


def _decode(value: Cell) -> Cell:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
