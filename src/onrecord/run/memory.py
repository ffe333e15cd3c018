"""Records in memory, with the verbs that `run/between.py` needs of a store: what one comparison works on."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import cast

from onrecord.storage import Record
from onrecord.storage.bodies import to_body
from onrecord.storage.kinds import R, key_of
from onrecord.storage.links import marks_of, ties_of
from onrecord.storage.store import Around

Place = tuple[str, str]


class MemoryRecords:
    """Keeps records as a `Store` does, for as long as the process lives; see there for what each verb does."""

    def __init__(self) -> None:
        self._outputs: dict[Place, dict[tuple[type, str], Record]] = {}
        self._stages: dict[str, set[str]] = defaultdict(set)
        self._places: dict[tuple[type, str], set[Place]] = defaultdict(set)
        self._marks: dict[int, dict[tuple[type, str], int]] = defaultdict(dict)
        self._rows: dict[tuple[type, int], list[tuple[int, str]]] = defaultdict(list)
        self._ties: dict[tuple[type, str], dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))

    def replace(self, origin: str, stage: str, records: Iterable[Record]) -> None:
        """See `Store.replace`."""
        self.forget(origin, stage)
        place = (origin, stage)
        self._stages[origin].add(stage)
        kept = self._outputs[place] = {}
        for record in records:
            key = (type(record), key_of(record))
            kept[key] = record
            self._places[key].add(place)
            for mark, day in marks_of(record):
                self._marks[mark][key] = day
                insort(self._rows[type(record), mark], (day, key[1]))
            for end, other, weight in ties_of(record):
                self._ties[type(record), end][other][key[1]] = weight

    def forget(self, origin: str, stage: str | None = None) -> None:
        """See `Store.forget`."""
        for each in sorted(self._stages[origin]) if stage is None else [stage]:
            for key, record in self._outputs.pop((origin, each), {}).items():
                self._places[key].discard((origin, each))
                for mark, day in marks_of(record):
                    self._marks[mark].pop(key, None)
                    row = self._rows[type(record), mark]
                    del row[bisect_left(row, (day, key[1]))]
                for end, other, _ in ties_of(record):
                    self._ties[type(record), end][other].pop(key[1], None)
            self._stages[origin].discard(each)

    def read(self, kind: type[R], origin: str | None = None) -> Iterator[R]:
        """See `Store.read`."""
        stages = [(origin, stage) for stage in sorted(self._stages[origin])] if origin is not None else sorted(self._outputs)
        found = {key[1]: record for place in stages for key, record in self._outputs[place].items() if key[0] is kind}
        for id in sorted(found):
            yield cast(R, found[id])

    def get(self, kind: type[R], id: str) -> R | None:
        """See `Store.get`."""
        places = self._places.get((kind, id))
        return cast(R, self._outputs[min(places)][kind, id]) if places else None

    def around(self, kind: type[Record], keys: Sequence[int], place: int, most: int) -> list[Around]:
        """See `Store.around`."""
        found: list[Around] = []
        for key in keys:
            row = self._rows.get((kind, key), [])
            first, last = bisect_left(row, (place, "")), bisect_left(row, (place + 1, ""))
            found.append((row[max(first - most, 0) : first][::-1], row[last : last + most]))
        return found

    def gather(self, kind: type[R], ids: Collection[str]) -> Iterator[R]:
        """See `Store.gather`."""
        for id in sorted(ids):
            if (found := self.get(kind, id)) is not None:
                yield found

    def beside(self, kind: type[Record], ids: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """See `Store.beside`."""
        for id in sorted(ids):
            if (found := self.get(kind, id)) is not None:
                yield id, to_body(found)[1]

    def near(self, kind: type[Record], keys: Collection[int], hits: int = 1, days: tuple[int, int] | None = None) -> list[str]:
        """See `Store.near`."""
        counts: Counter[str] = Counter()
        for mark in keys:
            for (held, id), day in self._marks.get(mark, {}).items():
                if held is kind and (days is None or day == 0 or days[0] <= day <= days[1]):
                    counts[id] += 1
        return sorted(id for id, count in counts.items() if count >= hits)

    def tied(self, kind: type[Record], ends: Collection[str], least: float = 0.0) -> list[tuple[str, str, float]]:
        """See `Store.tied`."""
        return sorted(
            (end, other, max(weights.values())) for end in ends if (kind, end) in self._ties
            for other, weights in self._ties[kind, end].items() if weights and max(weights.values()) >= least
        )  # fmt: skip
