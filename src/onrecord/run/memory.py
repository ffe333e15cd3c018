"""Records in memory, with the verbs that `run/between.py` needs of a store: what one comparison works on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import cast

from onrecord.storage import Record
from onrecord.storage.kinds import R, key_of
from onrecord.storage.links import marks_of, ties_of

Place = tuple[str, str]


class MemoryRecords:
    """Keeps records as a `Store` does, for as long as the process lives; see there for what each verb does."""

    def __init__(self) -> None:
        self._outputs: dict[Place, dict[tuple[type, str], Record]] = {}
        self._stages: dict[str, set[str]] = defaultdict(set)
        self._places: dict[tuple[type, str], set[Place]] = defaultdict(set)
        self._marks: dict[int, dict[tuple[type, str], int]] = defaultdict(dict)
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
            for end, other, weight in ties_of(record):
                self._ties[type(record), end][other][key[1]] = weight

    def forget(self, origin: str, stage: str | None = None) -> None:
        """See `Store.forget`."""
        for each in sorted(self._stages[origin]) if stage is None else [stage]:
            for key, record in self._outputs.pop((origin, each), {}).items():
                self._places[key].discard((origin, each))
                for mark, _ in marks_of(record):
                    self._marks[mark].pop(key, None)
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
