"""Measures dates and what they mean: the stage alone, by set and language, with intervals.

In: the date sets. Out: a `Result` for `bench.quality`.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bench import Bench, Cell, Result, Sheet, as_list, f1, objects_of, percent, text_of
from bench.reading import SAMPLES
from onrecord.articles import read_article
from onrecord.dates import find_dates
from onrecord.languages.pack import load_pack
from onrecord.records import Article
from onrecord.sources.files import make_page
from onrecord.views import JsonObject

Day = tuple[str, str]
SEED = 13
_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d\d)(-WE)?|Q([1-4])|(\d\d)(?:-(\d\d))?))?$")


def read_value(value: str) -> Day | None:
    """Return the days a TIMEX value names as a half-open range; `None` for those without a calendar range (`PAST_REF`, `P3D`)."""
    match = _VALUE.match(value)
    if not match:
        return None
    year, (week, weekend, quarter, month, day) = int(match[1]), match.groups()[1:]
    try:
        if week:
            monday = date.fromisocalendar(year, int(week), 1)
            first, last = (monday + timedelta(days=5) if weekend else monday), monday + timedelta(days=7)
        elif day:
            first = date(year, int(month), int(day))
            last = first + timedelta(days=1)
        elif month or quarter:
            opening, months = (int(month), 1) if month else (3 * int(quarter) - 2, 3)
            first = date(year, opening, 1)
            last = date(year + (opening + months > 12), (opening + months - 1) % 12 + 1, 1)
        else:
            first, last = date(year, 1, 1), date(year + 1, 1, 1)
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def read_timexes(record: JsonObject) -> tuple[list[tuple[int, int, set[Day]]], list[tuple[int, int]]]:
    """Return the dates of a record with the ranges that count as right, and the other time expressions, which count for nothing."""
    wanted: list[tuple[int, int, set[Day]]] = []
    other: list[tuple[int, int]] = []
    for item in objects_of(record, "timexes" if "timexes" in record else "results"):
        start, end = item.get("start"), item.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            continue
        days: set[Day] = set()
        if item.get("type") == "DATE":
            days = {d for d in [read_value(str(item["value"]))] if d}
        elif str(item.get("type")).endswith((".date", ".daterange")) and isinstance(item.get("resolution"), dict):
            for value in as_list(item["resolution"].get("values")) if isinstance(item["resolution"], dict) else []:
                if isinstance(value, dict) and value.get("type") == "date" and (day := read_value(str(value.get("value")))):
                    days.add(day)
                elif isinstance(value, dict) and value.get("type") == "daterange" and value.get("start") and value.get("end"):
                    days.add((str(value["start"]), str(value["end"])))
        if days:
            wanted.append((start, end, days))
        else:
            other.append((start, end))
    return wanted, other


def count_dates(article: Article, record: JsonObject, counts: Counter[str]) -> None:
    """Add to `counts` what is found of a record's dates: exact and overlapping spans, and right values among the latter."""
    wanted, other = read_timexes(record)
    found = [(m.span.start, m.span.end, (m.range.start, m.range.end) if m.range else None) for m in find_dates(article, load_pack(article.lang or ""))]
    near = [[w for w in wanted if w[0] < end and start < w[1]] for start, end, _ in found]
    counts["gold"] += len(wanted)
    for (start, end, read), touched in zip(found, near, strict=True):
        if not touched and any(s < end and start < e for s, e in other):
            continue
        counts["predicted"] += 1
        counts["touched_p"] += bool(touched)
        counts["exact"] += any(w[:2] == (start, end) for w in touched)
        counts["value_p"] += any(read in w[2] for w in touched)
    for start, end, days in wanted:
        hits = [d for s, e, d in found if s < end and start < e]
        counts["touched_g"] += bool(hits)
        counts["value_g"] += any(d in days for d in hits)


def measure_dates(bench: Bench) -> Result:
    """Dates and what they mean, by set and language, the date stage alone; languages without a pack are named, not scored.

    Left out: cases that the peer's own Python port is said to fail.
    """
    scores: JsonObject = {}
    rows: list[tuple[Cell, ...]] = []
    for path in sorted((bench.shared / "benchmarks/dates").glob("*.jsonl")):
        lang = path.stem.rsplit("-", 1)[1]
        if "-number-" in path.stem:
            continue
        if load_pack(lang) is None:
            scores[path.stem] = None
            rows.append((path.stem, None, *["no pack"] * 3, None, None, None, None, None))
            continue
        by_record: list[Counter[str]] = []
        for record in bench.cut([r for r in bench.read(f"benchmarks/dates/{path.name}") if "python" not in as_list(r.get("not_supported"))]):
            published = str(record.get("dct") or record.get("reference") or "")[:10]
            page = make_page(text_of(record, "id"), "record", text_of(record, "text").encode("utf-8", "surrogatepass"), lang=lang, published=published or None)
            article, _ = read_article(page)
            if article is not None:
                counts = Counter[str]()
                count_dates(replace(article, dropped=()), record, counts)
                by_record.append(counts)
        counts = sum(by_record, Counter[str]())
        p, r = counts["touched_p"] / max(counts["predicted"], 1), counts["touched_g"] / max(counts["gold"], 1)
        s: JsonObject = {
            "exact": f1(counts["exact"], counts["predicted"], counts["gold"]),
            "overlap": {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0},
            "value_of_found": round(counts["value_g"] / max(counts["touched_g"], 1), 4), "value_recall": round(counts["value_g"] / max(counts["gold"], 1), 4),
        }  # fmt: skip
        low, high = resample(by_record)
        s["value_recall_95"] = [low, high]
        scores[path.stem] = s
        rows.append(
            (
                path.stem,
                counts["gold"],
                *(percent(s, "exact", k) for k in ("p", "r", "f1")),
                percent(s, "overlap", "f1"),
                percent(s, "value_of_found"),
                percent(s, "value_recall"),
                f"{100 * low:.1f} to {100 * high:.1f}",
                100.0 if "recognizers" in path.stem else None,
            )
        )
    columns = ("set", "dates", "exact P", "R", "F1", "overlap F1", "value right, of found", "of all", "95 %", "peer, by construction")
    return Result(scores=scores, sheets=(Sheet(title="dates (the stage alone)", columns=columns, rows=tuple(rows)),))


def resample(by_record: Sequence[Counter[str]]) -> tuple[float, float]:
    """Return the 95 % interval of the share of dates whose value is right, by drawing records anew."""
    generator = random.Random(SEED)
    drawn = []
    for _ in range(int(SAMPLES)):
        sample = generator.choices(by_record, k=len(by_record)) if by_record else []
        drawn.append(sum(c["value_g"] for c in sample) / max(sum(c["gold"] for c in sample), 1))
    drawn.sort()
    return round(drawn[int(0.025 * len(drawn))], 4), round(drawn[int(0.975 * len(drawn)) - 1], 4)
