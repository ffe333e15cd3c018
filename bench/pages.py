"""From page to clean article, measured on saved pages of many outlets: onrecord against trafilatura alone, in the same run.

    python -m bench.pages
    python -m bench.pages --shared ../shared --workers 2 --format json

The pages and what is expected of them belong to their publishers: figures are printed, never text. Without the folder it says so and ends.

Measures (all per page, then averaged): token F1 of the body (bags of words, each ideograph a word); the title, exact and loose (letters and
digits only, one inside the other, the shorter at least half as long); the date (within a day); the share of quotations of three words and more
in the expected body that the body found holds word for word, and how many of these stand in it more often than expected.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench import Cell
    from onrecord.records import Article

ROOT = Path(__file__).resolve().parent.parent
LIBRARY, OWN = "trafilatura", "onrecord"

_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_TOKEN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\W\u2e80-\u9fff\uf900-\ufaff]+")
_QUOTED = re.compile('“([^“”]{12,600})”|„([^„“”]{12,600})[“”]|«([^«»]{12,600})»|»([^«»]{12,600})«|"([^"\n]{12,600})"|「([^「」]{6,600})」')


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a system says of a page."""

    text: str
    title: str | None
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well a page was read; shares from 0 to 1. `quotations` of them `kept`, `doubled` of these more often than expected."""

    page: str
    lang: str
    precision: float
    recall: float
    f1: float
    title_exact: bool
    title_loose: bool
    date: bool
    quotations: int
    kept: int
    doubled: int
    seconds: float


def read_own(data: bytes, url: str) -> Found:
    """Return what onrecord finds: the told news, so without the headline and what was dropped; the entries of a live blog after its introduction."""
    from onrecord.articles import read_page
    from onrecord.records import Page

    articles = [article for article, _ in read_page(Page(id="p", name="p", form="html", data=data, url=url))[0]]
    if not articles:
        return Found(text="", title=None, day=None)
    first = articles[0]
    shown = _read_shown(data) if len(articles) > 1 else ""
    text = "\n".join(cut_told(article) for article in articles if article.entry is None or _letters(article.text)[-60:] in shown)
    return Found(text=text, title=first.title, day=first.published.start if first.published else None)


def _read_shown(data: bytes) -> str:
    """Return the letters a page shows: what it only has in its data (older entries of a live blog) nobody could copy from it."""
    return _letters(html.unescape(_HIDDEN.sub(" ", data.decode("utf-8", "replace"))))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def cut_told(article: Article) -> str:
    """Return the told news of an article."""
    cuts = [drop.span for drop in article.dropped] + ([article.title_span] if article.title_span else [])
    pieces, at = [], 0
    for cut in sorted(cuts):
        pieces.append(article.text[at : cut.start])
        at = max(at, cut.end)
    return "\n".join([*pieces, article.text[at:]])


def read_library(data: bytes, url: str) -> Found:
    """Return what trafilatura finds by itself, with its defaults and without readers' comments."""
    import trafilatura

    document = trafilatura.bare_extraction(data, url=url, include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return Found(text="", title=None, day=None)
    return Found(text=document.text or "", title=document.title, day=document.date)


READERS = {LIBRARY: read_library, OWN: read_own}


def score_page(folder: Path, system: str) -> Score:
    """Return the score of a system on one page; seconds are of this process's own work, reading from disk left out."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    data = gzip.decompress((folder / "page.html.gz").read_bytes())
    started = time.process_time()
    found = READERS[system](data, expected["url"])
    seconds = time.process_time() - started
    precision, recall, f1 = compare_tokens(found.text, expected["text"])
    quotations, kept, doubled = count_quotations(found.text, expected["text"])
    exact, loose = compare_titles(found.title, expected["title"])
    return Score(
        page=folder.name, lang=str(expected["lang"]).split("-")[0].split("_")[0].lower(), precision=precision, recall=recall, f1=f1, title_exact=exact,
        title_loose=loose, date=is_near(found.day, expected["publishing_date"]), quotations=quotations, kept=kept, doubled=doubled, seconds=seconds,
    )  # fmt: skip


def compare_tokens(found: str, expected: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of two bags of words."""
    ours, theirs = (Counter(_TOKEN.findall(text.lower())) for text in (found, expected))
    hits = (ours & theirs).total()
    precision, recall = hits / max(ours.total(), 1), hits / max(theirs.total(), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def compare_titles(found: str | None, expected: str) -> tuple[bool, bool]:
    """Return whether two titles are the same, and whether they are so loosely."""
    left, right = " ".join((found or "").split()), " ".join(expected.split())
    a, b = ("".join(filter(str.isalnum, text.casefold())) for text in (left, right))
    is_loose = a == b or (min(len(a), len(b)) * 2 >= max(len(a), len(b)) and (a in b or b in a) and bool(a and b))
    return left == right, is_loose


def is_near(found: str | None, expected: str) -> bool:
    """True when a day is the expected one or a neighbour (time zones)."""
    return found is not None and abs((date.fromisoformat(found[:10]) - date.fromisoformat(expected[:10])).days) <= 1


def count_quotations(found: str, expected: str) -> tuple[int, int, int]:
    """Return how many different quotations are expected, how many are there word for word, and how many of these too often."""
    ours, theirs = (" ".join(text.split()) for text in (found, expected))
    quotations = {" ".join(next(filter(None, match.groups())).split()) for match in _QUOTED.finditer(expected)}
    quotations = {text for text in quotations if len(_TOKEN.findall(text)) >= 3}
    kept = {text for text in quotations if text in ours}
    return len(quotations), len(kept), sum(ours.count(text) > theirs.count(text) for text in kept)


def measure_speed(folders: Sequence[Path], system: str, workers: int) -> float:
    """Return pages a second of a system over `workers` processes, each warmed up, reading from disk included."""
    paths = [folder / "page.html.gz" for folder in folders]
    with ProcessPoolExecutor(max_workers=workers) as pool:
        list(pool.map(run_page, paths[:4] * workers, [system] * 4 * workers))
        started = time.perf_counter()
        list(pool.map(run_page, paths, [system] * len(paths), chunksize=4))
        return len(paths) / (time.perf_counter() - started)


def run_page(path: Path, system: str) -> None:
    """Read one page, for its time only."""
    READERS[system](gzip.decompress(path.read_bytes()), "")


def make_row(name: str, scores: Sequence[Score]) -> tuple[Cell, ...]:
    """Return a line of the table."""

    def share(values: Sequence[float]) -> float:
        return round(100 * statistics.fmean(values), 1)

    quotations = sum(score.quotations for score in scores)
    return (
        name, len(scores), share([s.precision for s in scores]), share([s.recall for s in scores]), share([s.f1 for s in scores]),
        share([s.title_exact for s in scores]), share([s.title_loose for s in scores]), share([s.date for s in scores]),
        round(100 * sum(s.kept for s in scores) / quotations, 1) if quotations else None, sum(s.doubled for s in scores),
        round(len(scores) / max(sum(s.seconds for s in scores), 1e-9), 1),
    )  # fmt: skip


def main() -> None:
    """Print the table, or everything as JSON."""
    from bench import Sheet

    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with `benchmarks/pages` (default: shared, beside the repository)")
    parser.add_argument("--workers", type=int, default=2, help="processes for the speed of all pages together; 0 leaves it out (default: 2)")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    options = parser.parse_args()
    folders = sorted(path.parent for path in (options.shared / "benchmarks/pages").glob("*/expected.json"))
    if not folders:
        print(f"skipped: no pages in `{options.shared / 'benchmarks/pages'}`; name their folder with --shared", file=sys.stderr)
        return
    scores: dict[str, list[Score]] = {system: [] for system in READERS}
    for system in READERS:
        score_page(folders[0], system)  # what is loaded once is no part of a page's time
    for folder in folders:
        for system, own in scores.items():
            own.append(score_page(folder, system))
    speeds = {system: round(measure_speed(folders, system, options.workers), 1) if options.workers else None for system in READERS}
    if options.format == "json":
        print(json.dumps({system: {"pages_per_s": speeds[system], "pages": [asdict(score) for score in own]} for system, own in scores.items()}, indent=1))
        return
    langs = sorted({score.lang for score in scores[OWN]})
    rows = [
        make_row(f"{lang} {system}", [score for score in own if lang in ("all", score.lang)])
        for lang in ("all", *langs)
        for system, own in scores.items()
    ]  # fmt: skip
    columns = ("language, system", "pages", "body P", "R", "F1", "title exact", "loose", "date", "quotations kept", "twice", "pages/CPU s")
    Sheet(title="pages", columns=columns, rows=tuple(rows)).print()
    print(f"pages/s over {options.workers} processes: {speeds}", file=sys.stderr)


if __name__ == "__main__":
    main()
