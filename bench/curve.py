"""What adding one article costs between articles, while a store grows: on sketches the script makes up, without the model.

In: sizes. Out: milliseconds an article. Words are drawn as language draws them, the n-th most frequent one time in n; four articles in a row
tell one event. The articles that fill a store are written without being compared, but for those of the events that are measured.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from onrecord.ids import hash_text, make_id, make_key
from onrecord.kinship import Gist, Sketch
from onrecord.records import Article, DateRange, Span
from onrecord.results import Analysis
from onrecord.run.compare import ANALYZE
from onrecord.run.shelf import keep_analyses
from onrecord.run.sketch import make_beacon
from onrecord.storage import SqliteStore

FIRST_DAY = date(2024, 3, 4)
DAYS = 365
VOCABULARY = 200_000
WORDS, TELLINGS, TELLING_WORDS, WIDTH = 110, 12, 12, 64
COMMON = 2_000
"""So many of the most frequent words find nothing, as in a real article."""
SINGLES = 12
TEXT = ". ".join(f"Telling number {number} of this article" for number in range(TELLINGS)) + "."


def make_article(number: int) -> tuple[Analysis, Sketch]:
    """Return invented article `number` with its sketch; the same number gives the same everywhere."""
    event, name = number // 4, f"made-{number:07d}"
    own, shared = random.Random(number), random.Random(-1 - event)
    day = (FIRST_DAY + timedelta(days=event % DAYS)).isoformat()
    published = DateRange(start=day, end=(date.fromisoformat(day) + timedelta(days=1)).isoformat())
    article = Article(
        id=make_id("article", name, number), name=name, text=TEXT, text_hash=hash_text(TEXT), lang="en", title=None, title_span=None, subheads=(), outlet=f"outlet-{number % 7}",
        url=None, published=published, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    words = {_draw(shared) for _ in range(30)} | {_draw(own) for _ in range(WORDS - 30)}
    names = {_draw(shared) for _ in range(6)} | {_draw(own) for _ in range(6)}
    terms, name_terms = _weigh("term", words), _weigh("name", names)
    found = [sorted((rank for rank in ranks if rank > COMMON), reverse=True)[:24] for ranks in (words, names)]
    finding = [*(make_key("term", rank) for rank in found[0]), *(make_key("name", rank, again) for rank in found[1] for again in (0, 1))]
    runs = np.array(sorted(own.getrandbits(63) for _ in range(300)), dtype="<u8")
    sketch = Sketch(
        article=article.id, name=name, lang="en", outlet=article.outlet, published=published, agencies=(), form=make_id("form", number), terms=terms[0], term_weights=terms[1],
        names=name_terms[0], name_weights=name_terms[1], runs=runs.tobytes(), pairs=b"", vector=b"", width=WIDTH, story_keys=_pack(finding), run_keys=runs[::9].tobytes(),
        passage_keys=_pack([make_key("passage", rank) for rank in words if rank > COMMON]), condition_keys=b"", position_keys=b"",
        gists=tuple(_make_gist(article, place, own, shared) for place in range(TELLINGS)), watches=(), made_by="bench",
    )  # fmt: skip
    return Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=()), sketch


def _draw(rng: random.Random) -> int:
    """Return the rank of a word: each is the less likely the higher its rank."""
    return int(VOCABULARY ** rng.random())


def _weigh(kind: str, ranks: set[int]) -> tuple[bytes, bytes]:
    weights = {make_key(kind, rank): np.log(1 + rank) / np.log(VOCABULARY) for rank in ranks}
    length = float(np.sqrt(sum(value * value for value in weights.values())))
    keys = sorted(weights)
    return _pack(keys), np.array([weights[key] / length for key in keys], dtype="<f4").tobytes()


def _pack(keys: list[int]) -> bytes:
    return np.array(sorted(set(keys)), dtype="<u8").tobytes()


def _make_gist(article: Article, place: int, own: random.Random, shared: random.Random) -> Gist:
    """Return a telling; the first three of an article are those of its event."""
    rng = shared if place < 3 else own
    stems = [make_key("en", _draw(rng)) for _ in range(TELLING_WORDS)]
    rows = np.random.default_rng(rng.getrandbits(32)).standard_normal((TELLING_WORDS, WIDTH))
    start = TEXT.index(f"Telling number {place} ")
    return Gist(
        of=make_id("attribution", article.id, place), span=Span(start=start, end=start + 20), type="direct", speaker=f"Speaker {rng.randrange(5)}", is_institution=False,
        said_at=None, weekday=None, occasion=None, form=make_id("form", article.id, place), forces=(), stems=_pack(stems), names=b"", numbers=b"", size=TELLING_WORDS,
        words=(rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype("<f2").tobytes(),
    )  # fmt: skip


def measure_adding(folder: Path, sizes: list[int]) -> Iterator[tuple[int, float, float, float]]:
    """Yield (size, median, slowest, MiB) of the store: milliseconds that one article takes when the store holds so many.

    Measured are three of four articles of new events, so that each meets those of its own event; comparing wording is not among it, as there is none.
    """
    with closing(SqliteStore(folder / "curve.db")) as store:
        number = 0
        for size in sorted(sizes):
            while number < size:
                with store.transaction():
                    for _ in range(500):
                        analysis, sketch = make_article(number)
                        store.replace(analysis.article.name, ANALYZE, [analysis.article, sketch])
                        store.replace(f"lead:{sketch.article}", "between", [make_beacon(sketch)])
                        number += 1
            number += -number % 4
            taken = []
            for _ in range(SINGLES):
                analysis, sketch = make_article(number)
                number += 1
                started = time.perf_counter()
                with store.transaction():
                    keep_analyses(store, [(analysis, None, [], sketch)])
                taken.append((time.perf_counter() - started) * 1000)
            yield size, statistics.median(taken), max(taken), (folder / "curve.db").stat().st_size / 2**20
