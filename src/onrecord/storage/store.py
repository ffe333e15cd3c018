"""What every store can do. `tests/storage/contract.py` says the same as tests.

The caller owns the transaction: `replace` and `forget` work only inside `with store.transaction():`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from onrecord.records import Span
from onrecord.storage.kinds import R, Record
from onrecord.storage.rows import Row

Hit = tuple[str, tuple[Span, ...]]
Around = tuple[list[tuple[int, str]], list[tuple[int, str]]]
"""(place, id) of those before, and of those after."""


class Store(Protocol):
    """A place for records. Rows are keyed by origin, stage, kind and id; two origins may hold the same record.

    All methods raise `StoreError` when the store cannot be read or written.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which all writes happen or, when it is left by an exception, none.

        Reads inside see one state of the store and the writes so far. Transactions do not nest. A store opened
        read-only gives a context for reading one state.
        """
        ...

    def replace(self, origin: str, stage: str, records: Iterable[Record]) -> None:
        """Make `records` the whole output of a stage for an origin: insert, update, and remove what is gone.

        Nothing is written when the records cannot all be. Articles must be written before (or with) the records that
        quote them.

        Args:
            origin: what the output was made from (the name of an article, of a feed, of a group).
            stage: the stage that made it.
            records: all of its output; none is an answer too, and lists the origin in `origins`.
        """
        ...

    def forget(self, origin: str, stage: str | None = None) -> None:
        """Remove the output of one stage for an origin, or of all; nothing happens when there is none."""
        ...

    def read(self, kind: type[R], origin: str | None = None) -> Iterator[R]:
        """Yield the records of a kind sorted by id, each id once.

        When several origins hold an id, the first by origin, then stage, is given. Reads go in portions: to see one
        state while others write, read inside a transaction.

        Args:
            kind: the class of the records.
            origin: only what was made from this origin; `None` for all.
        """
        ...

    def get(self, kind: type[R], id: str) -> R | None:
        """Return one record, `None` when there is none. An `Encoding` goes by the id of its article."""
        ...

    def around(self, kind: type[Record], keys: Sequence[int], place: int, most: int) -> list[Around]:
        """Return for each key the records of a kind that stand before and after a place under it (`links.marks_of`), the nearest first.

        Args:
            kind: the class of the records.
            keys: what is looked under.
            place: where; who stands at this very place is not given.
            most: how many before, and how many after, at most.
        """
        ...

    def gather(self, kind: type[R], ids: Collection[str]) -> Iterator[R]:
        """Yield the records of a kind that have these ids, sorted by id, each once; ids of none are passed over."""
        ...

    def beside(self, kind: type[Record], ids: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield (id, packed vectors and keys) of the records that `gather` gives, as they are kept beside them; quicker where no more is wanted."""
        ...

    def near(self, kind: type[Record], keys: Collection[int], hits: int = 1, days: tuple[int, int] | None = None) -> list[str]:
        """Return the ids, sorted, of records of a kind that hold at least `hits` of the keys (`links.marks_of`).

        Args:
            kind: the class of the records.
            keys: what is looked for, each once.
            hits: least keys in common.
            days: first and last day (ordinals); records without a day are always meant.
        """
        ...

    def tied(self, kind: type[Record], ends: Collection[str], least: float = 0.0) -> list[tuple[str, str, float]]:
        """Return (article, other, weight), sorted, of the pairs that records of a kind make (`links.ties_of`).

        Args:
            kind: the class of the records.
            ends: ids of articles; pairs are given for each of them.
            least: least weight; of several records of one pair the heaviest counts.
        """
        ...

    def origins(self, stage: str) -> list[str]:
        """Return the origins a stage has written output for (be it empty), sorted."""
        ...

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return the articles that hold all words in title or text, best first.

        Args:
            words: any text; case and accents do not matter, words in double quotes must follow one another.
            limit: how many articles at most.

        Returns:
            Article ids, each with the spans of up to three passages around the words, in text order; no spans when
            the title alone holds them. Empty without any word to search for.
        """
        ...

    def rows(self) -> Iterator[Row]:
        """Yield every row as it is stored, damaged or not, sorted by kind, id, origin and stage."""
        ...

    def digest(self) -> str:
        """Return the digest of all rows, in hex: equal content, equal digest, in whatever order it was written."""
        ...

    def rebuild_search(self) -> None:
        """Make the search index anew from the stored articles."""
        ...

    def close(self) -> None:
        """Release the store; it cannot be used after."""
        ...
