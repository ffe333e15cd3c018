"""Look up what is kept of single articles, each at most once.

In: records. Out: sketches, tellings ready for comparing, sides, passages. Belongs to one transaction: it does not see what others write.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from onrecord.errors import StoreError
from onrecord.kinship import Sketch
from onrecord.records import Article, Attribution, Commitment, DateMention, Encoding, Figure, Meaning, Mention, Problem
from onrecord.results import Analysis
from onrecord.statements.about import Reading
from onrecord.statements.features import Tellings
from onrecord.statements.sides import Side, make_asides, make_sides
from onrecord.statements.signs import read_passages
from onrecord.storage import Record
from onrecord.storage.kinds import R
from onrecord.storage.store import Around

MOST_KEPT = 256
SINGLE_SIDES = 8
"""Sides of one article that are made one by one; then all are, as making one reads the whole text."""
V = TypeVar("V")


class Records(Protocol):
    """The verbs of a store that are needed here and in `between.py`."""

    def replace(self, origin: str, stage: str, records: Iterable[Record]) -> None:
        """See `Store.replace`."""
        ...

    def forget(self, origin: str, stage: str | None = None) -> None:
        """See `Store.forget`."""
        ...

    def read(self, kind: type[R], origin: str | None = None) -> Iterator[R]:
        """See `Store.read`."""
        ...

    def get(self, kind: type[R], id: str) -> R | None:
        """See `Store.get`."""
        ...

    def near(self, kind: type[Record], keys: Collection[int], hits: int = 1, days: tuple[int, int] | None = None) -> list[str]:
        """See `Store.near`."""
        ...

    def around(self, kind: type[Record], keys: Sequence[int], place: int, most: int) -> list[Around]:
        """See `Store.around`."""
        ...

    def gather(self, kind: type[R], ids: Collection[str]) -> Iterator[R]:
        """See `Store.gather`."""
        ...

    def beside(self, kind: type[Record], ids: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """See `Store.beside`."""
        ...

    def tied(self, kind: type[Record], ends: Collection[str], least: float = 0.0) -> list[tuple[str, str, float]]:
        """See `Store.tied`."""
        ...


class Articles:
    """Gives articles by their ids.

    Args:
        records: where they are kept.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._sketches: OrderedDict[str, Sketch] = OrderedDict()
        self._tellings: OrderedDict[str, tuple[Tellings, Tellings]] = OrderedDict()
        self._sides: OrderedDict[str, dict[str, Side]] = OrderedDict()
        self._single_sides: OrderedDict[str, Side | None] = OrderedDict()
        self._asked: Counter[str] = Counter()
        self._asides: OrderedDict[str, dict[str, Side]] = OrderedDict()
        self._analyses: OrderedDict[str, Analysis] = OrderedDict()
        self._readings: OrderedDict[str, Reading | None] = OrderedDict()
        self._figures: OrderedDict[str, tuple[Figure, ...]] = OrderedDict()

    def sketch(self, article: str) -> Sketch:
        """Return the sketch of an article. Raises `StoreError` when there is none."""
        return _remember(self._sketches, article, self._find_sketch, MOST_KEPT * 4)

    def hold(self, sketch: Sketch) -> None:
        """Remember a sketch that was just written, so that it is not read back."""
        self._sketches.pop(sketch.article, None)
        _remember(self._sketches, sketch.article, lambda _: sketch, MOST_KEPT * 4)

    def has_sketch(self, article: str) -> bool:
        """True when there is an article."""
        return article in self._sketches or self._records.get(Sketch, article) is not None

    def article(self, article: str) -> Article:
        """Return the article of an id. Raises `StoreError` when there is none."""
        if article in self._analyses:
            return self._analyses[article].article
        found = self._records.get(Article, article)
        if found is None:
            raise StoreError(f"the article `{article}` is not in the store", hint="run `onrecord verify` to see what is damaged")
        return found

    def tellings(self, article: str) -> tuple[Tellings, Tellings]:
        """Return the tellings of an article, and the sentences it attributes to nobody."""
        return _remember(self._tellings, article, lambda a: (Tellings(self.sketch(a)), Tellings(self.sketch(a), self.sketch(a).asides)))

    def sides(self, article: str) -> dict[str, Side]:
        """Return utterance id -> side of an article."""
        return _remember(self._sides, article, self._make_sides)

    def side(self, article: str, utterance: str) -> Side | None:
        """Return the side of one utterance of an article, or of a sentence that it attributes to nobody, `None` when there is none of that id; quicker than `sides` where no more is wanted."""
        if article in self._sides:
            side = self._sides[article].get(utterance)
            if side is not None:
                return side
        return _remember(self._single_sides, utterance, lambda _: self._make_side(article, utterance), MOST_KEPT * 4)

    def reading(self, article: str) -> Reading | None:
        """Return the passages of an article, `None` when the model cannot read it."""
        return _remember(self._readings, article, self._read_passages)

    def figures(self, article: str) -> tuple[Figure, ...]:
        """Return the figures of an article, in text order."""
        return _remember(self._figures, article, lambda a: tuple(sorted(self._records.read(Figure, self.sketch(a).name), key=lambda f: f.span)), MOST_KEPT * 4)

    def drop(self, article: str) -> None:
        """Forget what is remembered of an article that goes or changes."""
        for kept in (self._sketches, self._tellings, self._sides, self._asides, self._analyses, self._readings, self._figures):
            kept.pop(article, None)
        self._single_sides.clear()
        self._asked.clear()

    def _find_sketch(self, article: str) -> Sketch:
        sketch = self._records.get(Sketch, article)
        if sketch is None:
            raise StoreError(f"the article `{article}` has no sketch", hint="read its source again into a new store")
        return sketch

    def _analysis(self, article: str) -> Analysis:
        return _remember(self._analyses, article, self._read_analysis)

    def _read_analysis(self, article: str) -> Analysis:
        return read_analysis(self._records, self.article(article))

    def _make_side(self, article: str, utterance: str) -> Side | None:
        meaning = self._records.get(Meaning, utterance)
        if meaning is None:
            return _remember(self._asides, article, lambda a: {s.attribution.id: s for s in make_asides(self._analysis(a))}).get(utterance)
        self._asked[article] += 1
        if self._asked[article] > SINGLE_SIDES:
            return self.sides(article).get(utterance)
        return next(iter(make_sides(self._analysis(article), {utterance: meaning})), None)

    def _make_sides(self, article: str) -> dict[str, Side]:
        analysis = self._analysis(article)
        meanings = {m.of: m for m in self._records.read(Meaning, analysis.article.name)}
        return {s.attribution.id: s for s in make_sides(analysis, meanings)}

    def _read_passages(self, article: str) -> Reading | None:
        encoding = self._records.get(Encoding, article)
        return None if encoding is None else read_passages(self._analysis(article), encoding)


def read_analysis(records: Records, article: Article) -> Analysis:
    """Return the analysis of an article, each tuple in text order."""
    origin = article.name
    return Analysis(
        article=article,
        mentions=tuple(sorted(records.read(Mention, origin), key=lambda r: r.span)),
        attributions=tuple(sorted(records.read(Attribution, origin), key=lambda r: (r.span.start, r.span.end, r.id))),
        commitments=tuple(sorted(records.read(Commitment, origin), key=lambda r: r.consequence)),
        figures=tuple(sorted(records.read(Figure, origin), key=lambda r: r.span)),
        dates=tuple(sorted(records.read(DateMention, origin), key=lambda r: r.span)),
        problems=tuple(records.read(Problem, origin)),
    )


def _remember(kept: OrderedDict[str, V], key: str, make: Callable[[str], V], most: int = MOST_KEPT) -> V:
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    value = kept[key] = make(key)
    if len(kept) > most:
        kept.popitem(last=False)
    return value
