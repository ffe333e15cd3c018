"""What adding one article costs between articles, while a store grows: on sketches the script makes up, without the model.

    python -m bench.curve
    python -m bench.curve --sizes 1000,10000 --format json
    python -m bench.curve --sizes 250,500,1000 --footers

Words are drawn as language draws them, the n-th most frequent one time in n; four articles in a row tell one event, and one speaker in six hundred
commits to something every day. With `--footers` each outlet prints some sentences of its own under every article. What fills a store is written without being compared (`filling.py`), but for the articles that are measured.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from bench import BenchError, Sheet
from bench.filling import Output, fill
from bench.memory import find_peak_mib
from onrecord.ids import hash_text, make_id, make_key
from onrecord.kinship import Gist, Sketch
from onrecord.records import Article, DateRange, Span
from onrecord.results import Analysis
from onrecord.run.between import BETWEEN, lead_origin
from onrecord.run.compare import ANALYZE
from onrecord.run.shelf import keep_analyses
from onrecord.run.sketch import make_beacon
from onrecord.storage import SqliteStore
from onrecord.stories.reprints import NOWHERE
from onrecord.stories.stock import find_keys

FIRST_DAY = date(2024, 3, 4)
DAYS = 365
VOCABULARY = 200_000
WORDS, TELLINGS, ASIDES, TELLING_WORDS, WIDTH = 110, 12, 12, 12, 64
COMMON = 2_000
"""So many of the most frequent words find nothing, as in a real article."""
WARM_UP, SINGLES = 4, 40
POOL = 20_000
RUNS, OUTLETS = 300, 7
FOOTER_SENTENCES, FOOTER_WORDS = 3, 15
"""What an outlet prints under every article."""
PRESIDENT_WORDS = 30
"""So many words come back again and again in what one speaker commits to: every second article tells of two of them."""
TEXT = ". ".join(f"Telling number {number} of this article" for number in range(TELLINGS + ASIDES)) + "."


def make_article(number: int, *, has_footer: bool = False) -> tuple[Analysis, Sketch]:
    """Return invented article `number` with its sketch; the same number gives the same everywhere. `has_footer`: its outlet's footer stands below."""
    event, name = number // 4, f"made-{number:07d}"
    own, shared = random.Random(number), random.Random(-1 - event)
    day = (FIRST_DAY + timedelta(days=event % DAYS)).isoformat()
    published = DateRange(start=day, end=(date.fromisoformat(day) + timedelta(days=1)).isoformat())
    article = Article(
        id=make_id("article", name, number), name=name, text=TEXT, text_hash=hash_text(TEXT), lang="en", title=None, title_span=None, subheads=(), outlet=f"outlet-{number % OUTLETS}",
        url=None, published=published, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    words = {_draw(shared) for _ in range(30)} | {_draw(own) for _ in range(WORDS - 30)}
    names = {_draw(shared) for _ in range(6)} | {_draw(own) for _ in range(6)}
    terms, name_terms = _weigh("term", words), _weigh("name", names)
    found = [sorted((rank for rank in ranks if rank > COMMON), reverse=True)[:24] for ranks in (words, names)]
    finding = [*(_key("term", rank) for rank in found[0]), *(_key("name", rank, again) for rank in found[1] for again in (0, 1))]
    runs = np.array(sorted(own.getrandbits(63) for _ in range(RUNS)), dtype="<u8")
    run_keys, passages = runs[::9], np.zeros(0, dtype="<u8")
    if has_footer:
        outlet = random.Random(f"footer of {article.outlet}")
        footer = np.array(sorted(outlet.getrandbits(63) for _ in range(FOOTER_SENTENCES * FOOTER_WORDS)), dtype="<u8")
        runs, run_keys = np.union1d(runs, footer), np.union1d(run_keys, footer[::9])
        passages = np.array([make_key("passage", article.outlet or "", place) for place in range(FOOTER_SENTENCES)], dtype="<u8")
    sketch = Sketch(
        article=article.id, name=name, lang="en", outlet=article.outlet, published=published, agencies=(), form=make_id("form", number), terms=terms[0], term_weights=terms[1],
        names=name_terms[0], name_weights=name_terms[1], runs=runs.tobytes(), pairs=b"", vector=b"", width=WIDTH, story_keys=_pack(finding), run_keys=run_keys.tobytes(),
        passage_keys=_pack([_key("passage", rank, twice) for rank in words if rank > COMMON for twice in (0, 1)]),
        condition_keys=_pack([_key("passage", rank, twice) for rank in sorted(words)[-2:] for twice in (0, 1)]),
        position_keys=_pack([_key("position", own.randrange(PRESIDENT_WORDS), twice) for _ in range(2) for twice in (0, 1)] if number % 2 else []),
        gists=tuple(_make_gist(article, place, own, shared) for place in range(TELLINGS)), watches=(), made_by="bench",
        passages=passages.tobytes(), passage_words=np.full(len(passages), FOOTER_WORDS, dtype="<u2").tobytes(), word_count=RUNS + FOOTER_WORDS * len(passages),
        term_places=np.full(len(words), NOWHERE, dtype="<u2").tobytes(), name_places=np.full(len(names), NOWHERE, dtype="<u2").tobytes(),
        asides=tuple(replace(_make_gist(article, TELLINGS + place, own, shared), attribution=None, type="unattributed", speaker=None, words=b"") for place in range(ASIDES)),
    )  # fmt: skip
    return Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=()), sketch


@cache
def _key(*fields: str | int) -> int:
    """Return `make_key` of fields, remembered: words come back."""
    return make_key(*fields)


def _draw(rng: random.Random) -> int:
    """Return the rank of a word: each is the less likely the higher its rank."""
    return int(VOCABULARY ** rng.random())


def _weigh(kind: str, ranks: set[int]) -> tuple[bytes, bytes]:
    weights = {_key(kind, rank): np.log(1 + rank) / np.log(VOCABULARY) for rank in ranks}
    length = float(np.sqrt(sum(value * value for value in weights.values())))
    keys = sorted(weights)
    return _pack(keys), np.array([weights[key] / length for key in keys], dtype="<f4").tobytes()


def _pack(keys: list[int]) -> bytes:
    return np.array(sorted(set(keys)), dtype="<u8").tobytes()


def _make_gist(article: Article, place: int, own: random.Random, shared: random.Random) -> Gist:
    """Return a telling; the first three of an article are those of its event."""
    rng = shared if place < 3 else own
    stems = [_key("en", _draw(rng)) for _ in range(TELLING_WORDS)]
    rows = _vectors()[[rng.randrange(POOL) for _ in range(TELLING_WORDS)]]
    start, id = TEXT.index(f"Telling number {place} "), make_id("attribution", article.id, place)
    return Gist(
        of=id, attribution=id, span=Span(start=start, end=start + 20), type="direct", speaker=f"Speaker {rng.randrange(5)}", is_institution=False, country=None,
        said_at=None, weekday=None, occasion=None, form=make_id("form", article.id, place), forces=(), stems=_pack(stems), names=b"", numbers=b"", size=TELLING_WORDS,
        words=rows.tobytes(),
    )  # fmt: skip


@cache
def _vectors() -> np.ndarray:
    """Return unit vectors that words of tellings mean."""
    rows = np.random.default_rng(5).standard_normal((POOL, WIDTH))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype="<f2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What adding one article costs in a store of some size: milliseconds of a wall clock and of the processor, and what else there is to know."""

    articles: int
    median_ms: float
    slowest_ms: float
    median_cpu_ms: float
    slowest_cpu_ms: float
    store_mib: float
    filled_s: float
    peak_mib: float | None


def measure_adding(folder: Path, sizes: list[int], *, has_footer: bool = False) -> Iterator[Point]:
    """Yield what one article takes when the store holds so many.

    Measured are articles of new events, so that each meets those of its own event; comparing wording is not among it, as there is none. The
    first few are not counted: what a process loads once is loaded then.
    """
    path, number = folder / "curve.db", 0
    for size in sorted(sizes):
        began = time.perf_counter()
        filling = get_context("spawn").Process(target=_fill, args=(path, number, size, has_footer))  # so that its memory is not counted
        filling.start()
        filling.join()
        if filling.exitcode:
            raise BenchError(f"the store could not be filled to {size} articles")
        filled_s = time.perf_counter() - began
        number = max(number, size)
        number += -number % 4
        taken, worked = [], []
        with closing(SqliteStore(path)) as store:
            for _ in range(WARM_UP + SINGLES):
                analysis, sketch = make_article(number, has_footer=has_footer)
                number += 1
                started, worked_before = time.perf_counter(), time.process_time()
                with store.transaction():
                    keep_analyses(store, [(analysis, None, [], sketch)])
                taken.append((time.perf_counter() - started) * 1000)
                worked.append((time.process_time() - worked_before) * 1000)
            taken, worked = taken[WARM_UP:], worked[WARM_UP:]
            yield Point(
                articles=size, median_ms=round(statistics.median(taken), 1), slowest_ms=round(max(taken), 1), median_cpu_ms=round(statistics.median(worked), 1),
                slowest_cpu_ms=round(max(worked), 1), store_mib=round(path.stat().st_size / 2**20, 1), filled_s=round(filled_s, 1),
                peak_mib=find_peak_mib(),
            )  # fmt: skip


def _fill(path: Path, first: int, last: int, has_footer: bool) -> None:
    fill(path, (output for number in range(first, last) for output in list_outputs(*make_article(number, has_footer=has_footer))))


def list_outputs(analysis: Analysis, sketch: Sketch) -> Iterator[Output]:
    """Yield what a store holds of an article that was not compared."""
    yield analysis.article.name, ANALYZE, [analysis.article, sketch]
    yield (
        lead_origin(sketch.article),
        BETWEEN,
        [make_beacon(sketch, find_keys(sketch, np.ones(len(sketch.passages) // 8, dtype=np.bool_)))],
    )  # the only passages are footers, in stock from 168 articles on


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.curve", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda value: [int(part) for part in value.split(",")], default=[1000, 10_000, 100_000], help="(default: 1000,10000,100000)")
    parser.add_argument("--footers", action="store_true", help="each outlet prints some sentences of its own under every article")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    options = parser.parse_args()
    points: list[Point] = []
    with tempfile.TemporaryDirectory() as folder:
        for point in measure_adding(Path(folder), options.sizes, has_footer=options.footers):
            print(f"measured: {point}", file=sys.stderr, flush=True)
            points.append(point)
    rows = [asdict(point) for point in points]
    if options.format == "json":
        print(json.dumps(rows, indent=1))
        return
    Sheet(title="adding one article, between articles", columns=tuple(rows[0]), rows=tuple(tuple(row.values()) for row in rows)).print()


if __name__ == "__main__":
    main()
