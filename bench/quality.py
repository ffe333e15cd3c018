"""How well onrecord agrees with gold: the sets of a `shared` folder beside the repository, and the project's own `tests/gold`.

    python -m bench.quality
    python -m bench.quality --only own,dates --sample 20
    python -m bench.quality --shared PATH --out out/quality --format json

Out: tables, and `scores.json` with what was predicted beside it. Nothing is judged: no floor, no exit status.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from bench import Bench, BenchError, Cell, Result, Sheet, as_list, count, f1, objects_of, percent, text_of
from onrecord.articles import read_article
from onrecord.dates import find_dates
from onrecord.encode.tags import LAYERS
from onrecord.errors import OnrecordError
from onrecord.ids import hash_text
from onrecord.kinship import Sketch
from onrecord.languages.pack import load_pack
from onrecord.records import Article, Encoding, Meaning, Problem
from onrecord.results import Analysis
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.sources.files import make_page
from onrecord.views import Json, JsonObject, analysis_to_dict, comparison_to_dict

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = "200"
"""Bootstrap samples of the intervals in `scores.json`."""
_ARTICLE_FIELDS = ("lang", "title", "published", "url", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Articles that were analysed, with the model's view of each and what could not be read."""

    analyses: tuple[Analysis, ...]
    encodings: dict[str, Encoding]
    problems: tuple[Problem, ...]


def analyze(bench: Bench, records: Sequence[JsonObject], name: str) -> Read:
    """Analyse records as `onrecord analyze` would read them; write its output as `NAME.jsonl`."""
    pages = [make_page(text_of(r, "id"), "record", text_of(r, "text").encode("utf-8", "surrogatepass"), **{k: str(r[k]) for k in _ARTICLE_FIELDS if r.get(k)}) for r in records]
    analyses: list[Analysis] = []
    encodings: dict[str, Encoding] = {}
    problems: list[Problem] = []
    for done, item in enumerate(analyze_pages(pages, bench.model), 1):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            analyses.append(item[0])
            if item[1] is not None:
                encodings[item[0].article.id] = item[1]
        if done % 100 == 0:
            print(f"  {name}: {done} of {len(pages)}", file=sys.stderr, flush=True)
    bench.write(f"{name}.jsonl", map(analysis_to_dict, analyses))
    if problems:
        print(f"  {name}: {len(problems)} records could not be read, first: {problems[0].where}: {problems[0].message}", file=sys.stderr)
    return Read(analyses=tuple(analyses), encodings=encodings, problems=tuple(problems))


def read_all_meanings(bench: Bench, read: Read) -> tuple[dict[str, Meaning], dict[str, Sketch]]:
    """Return what every attribution means, by its id, and what every article is compared by, by its."""
    meanings: dict[str, Meaning] = {}
    sketches: dict[str, Sketch] = {}
    for analysis in read.analyses:
        found = read_meanings(analysis, bench.model)
        meanings.update({m.of: m for m in found})
        sketches[analysis.article.id] = read_sketch(analysis, read.encodings.get(analysis.article.id), found, bench.model)
    return meanings, sketches


def spans_sheet(title: str, scores: JsonObject) -> Sheet:
    """Return the table of `score.py spans`."""
    rows: list[tuple[Cell, ...]] = []
    for role in ("source", "cue", "content"):
        rows.append((role, count(scores, role, "gold"), *(percent(scores, role, mode, key) for mode in ("exact", "overlap", "character") for key in ("p", "r", "f1"))))
    linked = [percent(scores, "content_with_source", key) for key in ("p", "r", "f1")]
    rows.append(("content with its source", None, None, None, None, *linked, None, None, None))
    columns = ("role", "gold", *(f"{mode} {key}" for mode in ("exact", "overlap", "char") for key in ("P", "R", "F1")))
    return Sheet(title=title, columns=columns, rows=tuple(rows))


def score_attributions(bench: Bench, name: str) -> tuple[JsonObject, Path, Path]:
    """Analyse the dev part of an attribution set; return `score.py spans`, and the files with gold and predictions."""
    gold = bench.cut([r for r in bench.read(f"benchmarks/{name}.jsonl") if r.get("part") == "dev"])
    read = analyze(bench, [{"id": r["id"], "text": r["text"], "lang": r["lang"], "published": r.get("date")} for r in gold], name)
    gold_path, predictions = bench.write(f"{name}-gold.jsonl", gold), bench.out / f"{name}.jsonl"
    scores = bench.score("benchmarks/score.py", "spans", "--gold", gold_path, "--pred", predictions, "--samples", SAMPLES)
    return {**scores, "problems": len(read.problems)}, gold_path, predictions


def measure_polnear(bench: Bench) -> Result:
    """English attributions: spans in whole documents, and CofeNet's sentence setting, comparable with published figures."""
    spans, gold, predictions = score_attributions(bench, "attributions-en")
    cofenet = bench.score(
        "benchmarks/score.py", "cofenet", "--gold", gold, "--pred", predictions, "--cofenet", bench.shared / "benchmarks/polnear-cofenet-valid.txt", "--samples", SAMPLES
    )
    rows = tuple((role, *(percent(cofenet, "system", role, key) for key in ("p", "r", "f1")), percent(cofenet, "ceiling", role, "f1")) for role in ("source", "cue", "content"))
    sheet = Sheet(title="PolNeAR dev, CofeNet's setting (exact)", columns=("role", "P", "R", "F1", "ceiling F1"), rows=rows)
    return Result(scores={"spans": spans, "cofenet": cofenet}, sheets=(spans_sheet("PolNeAR dev, documents", spans), sheet))


def measure_german(bench: Bench) -> Result:
    """German attributions of Wikinews, never seen in training."""
    spans, _, _ = score_attributions(bench, "attributions-de")
    return Result(scores={"spans": spans}, sheets=(spans_sheet("German Wikinews dev", spans),))


def measure_commitments(bench: Bench) -> Result:
    """Commitments of short passages, by pool and by language."""
    gold = bench.cut(bench.read("gold/commitments-dev.jsonl"))
    analyze(bench, [{"id": r["id"], "text": r["text"], "lang": r["lang"]} for r in gold], "commitments")
    files = ("--gold", bench.write("commitments-gold.jsonl", gold), "--pred", bench.out / "commitments.jsonl")
    by_pool = bench.score("gold/score_gold.py", "commitments", *files, "--by", "pool")
    by_lang = bench.score("gold/score_gold.py", "commitments", *files, "--by", "lang")
    groups = {"all": by_pool["all"]} | {f"pool {k}": v for k, v in by_pool.items() if k != "all"} | {k: v for k, v in by_lang.items() if k != "all"}
    sheet = Sheet(
        title="commitments-dev", columns=("group", "passages", "gold", "presence F1", "conditional F1", "matched P", "R", "F1", "force", "coarse", "holder", "condition chars F1", "kind"),
        rows=tuple(
            (name, count(s, "passages"), count(s, "matched", "gold"), percent(s, "presence", "f1"), percent(s, "conditional", "f1"), *(percent(s, "matched", k) for k in ("p", "r", "f1")),
             percent(s, "force"), percent(s, "force_coarse"), percent(s, "holder"), percent(s, "condition_characters", "f1"), percent(s, "condition_kind"))
            for name, s in groups.items()
        ),
    )  # fmt: skip
    return Result(scores={"by_pool": by_pool, "by_lang": by_lang}, sheets=(sheet,))


def measure_seeds(bench: Bench) -> Result:
    """The five example articles, inside articles and between them. A check that all runs, not a figure to tune to."""
    records: list[JsonObject] = [{"id": path.stem[:3], "text": path.read_bytes().decode("utf-8")} for path in sorted((bench.shared / "seeds").glob("*.txt"))]
    read = analyze(bench, records, "seeds")
    comparison = comparison_to_dict(compare_analyses(read.analyses, read.encodings, *read_all_meanings(bench, read), read.problems))
    compared = bench.write("seeds-comparison.json", [comparison])
    s = bench.score("gold/score_gold.py", "seeds", "--gold", bench.shared / "gold/seeds.json", "--analyze", bench.out / "seeds.jsonl", "--compare", compared)
    rows: list[tuple[Cell, ...]] = [(f"{role}, overlap F1", percent(s, role, "overlap", "f1")) for role in ("source", "cue", "content")]
    rows += [(f"{role}, exact F1", percent(s, role, "exact", "f1")) for role in ("source", "cue", "content")]
    rows += [(f"on matched contents: {key}", percent(s, "on_matched_contents", key)) for key in ("type", "source", "speaker", "said_at")]
    rows += [("commitments, matched F1", percent(s, "commitments", "matched", "f1")), ("figures, F1", percent(s, "figures", "spans", "f1"))]
    rows += [("statements, pairs F1", percent(s, "statements", "pairs", "f1")), ("statements, B-cubed F1", percent(s, "statements", "bcubed", "f1"))]
    rows += [("hard negatives merged (count)", count(s, "hard_negatives_merged")), ("differences, F1", percent(s, "differences", "all", "f1"))]
    return Result(scores=s, sheets=(Sheet(title="the five example articles", columns=("what", "score"), rows=tuple(rows)),))


def measure_utterances(bench: Bench) -> Result:
    """The same utterance told by several outlets: incidents one by one, then all of them at once."""
    gold = bench.cut(bench.read("gold/utterances-dev.jsonl"))
    incidents = {text_of(r, "id"): r for r in bench.read("benchmarks/incidents-en.jsonl")}
    chosen = {text_of(g, "incident"): {text_of(a, "id") for a in objects_of(g, "articles")} for g in gold}
    records = [r for name, ids in chosen.items() for r in incident_records(incidents[name]) if text_of(r, "id").split("/")[1] in ids]
    read = analyze(bench, records, "utterances")
    compared_by = read_all_meanings(bench, read)
    apart: JsonObject = {}
    for name in chosen:
        part = [a for a in read.analyses if a.article.name.split("/")[0] == name]
        for key, value in comparison_to_dict(compare_analyses(part, read.encodings, *compared_by)).items():
            known = apart.get(key, [])
            apart[key] = [*known, *value] if isinstance(known, list) and isinstance(value, list) else value
    together = comparison_to_dict(compare_analyses(read.analyses, read.encodings, *compared_by, read.problems))
    gold_path = bench.write("utterances-gold.jsonl", gold)
    scores: JsonObject = {}
    rows: list[tuple[Cell, ...]] = []
    for name, comparison in (("one by one", apart), ("all together", together)):
        path = bench.write(f"utterances-{name.replace(' ', '-')}.json", [comparison])
        s = bench.score("gold/score_gold.py", "utterances", "--gold", gold_path, "--compare", path)
        s["copies"] = score_copies(gold, comparison)
        scores[name] = s
        rows.append((
            name, percent(s, "renderings_found"), *(percent(s, "statements", "pairs", k) for k in ("p", "r", "f1")), percent(s, "statements", "bcubed", "f1"),
            count(s, "false_alarms_in_quiet_incidents"), *(percent(s, "differences", "all", k) for k in ("p", "r", "f1")), percent(s, "copies", "f1"),
        ))  # fmt: skip
    clusters = [{"id": article, "cluster": story["id"]} for story in objects_of(together, "stories") for article in as_list(story["articles"])]
    wanted = bench.write("stories-gold.jsonl", [incidents[name] for name in chosen])
    stories = bench.score("benchmarks/score.py", "clusters", "--gold", wanted, "--pred", bench.write("stories.jsonl", clusters), "--skip-shared", "--samples", SAMPLES)
    columns = ("incidents", "found", "pairs P", "R", "F1", "B-cubed F1", "false alarms", "differences P", "R", "F1", "copies F1")
    story_row = (*(percent(stories, "bcubed", k) for k in ("p", "r", "f1")), percent(stories, "ari", "ari"))
    return Result(
        scores={**scores, "stories": stories},
        sheets=(
            Sheet(title=f"utterances-dev, {len(gold)} incidents", columns=columns, rows=tuple(rows)),
            Sheet(title="stories among these incidents", columns=("B-cubed P", "R", "F1", "ARI"), rows=(story_row,)),
        ),
    )


def incident_records(incident: JsonObject) -> list[JsonObject]:
    """Return the articles of an incident as input of `onrecord`, named `INCIDENT/ARTICLE`."""
    return [{**{k: a.get(k) for k in _ARTICLE_FIELDS}, "id": f"{incident['id']}/{a['id']}", "text": a["text"], "lang": "en"} for a in objects_of(incident, "articles")]


def score_copies(gold: Sequence[JsonObject], comparison: JsonObject) -> JsonObject:
    """Return F1 of article pairs that are copies, among the pairs that gold judges."""
    found = {frozenset((str(c["article"]), str(c["of"]))) for c in objects_of(comparison, "copies")}
    counts: Counter[str] = Counter()
    for incident in gold:
        for row in as_list(incident.get("copies")):
            left, right, kind = as_list(row)
            is_copy, is_found = kind != "independent", frozenset((f"{incident['incident']}/{left}", f"{incident['incident']}/{right}")) in found
            counts.update(hits=is_copy and is_found, predicted=is_found, gold=is_copy)
    return f1(counts["hits"], counts["predicted"], counts["gold"])


def measure_figures(bench: Bench) -> Result:
    """Killed and injured of each incident, exact.

    An article's reading is its first figure of the kind, none read as 0. `most articles` takes the reading of most articles,
    ties to the later; `any figure` is right when any figure of any article is (the ceiling of choosing well).
    """
    incidents = bench.cut(bench.read("benchmarks/incidents-en.jsonl"))
    read = analyze(bench, [r for i in incidents for r in incident_records(i)], "incidents")
    found = {a.article.name: a for a in read.analyses}
    scores: JsonObject = {}
    rows: list[tuple[Cell, ...]] = []
    lower: list[Json] = []
    right: dict[str, Counter[str]] = {"most articles": Counter(), "any figure": Counter()}
    for kind in ("killed", "injured"):
        gold, predicted = [], {way: list[JsonObject]() for way in right}
        for incident in incidents:
            name, final = text_of(incident, "id"), incident[kind]
            articles = sorted(objects_of(incident, "articles"), key=lambda a: str(a.get("published") or "9999"))
            per_article = [figures_of(found.get(f"{name}/{a['id']}"), kind) for a in articles]
            firsts = [values[0] if values else 0.0 for values in per_article]
            tally = Counter(firsts)
            most = max(tally, key=lambda v: (tally[v], len(firsts) - firsts[::-1].index(v))) if firsts else 0.0
            stated = {value for values in per_article for value in values} or {0.0}
            gold.append({"id": name, "quantity": final})
            predicted["most articles"].append({"id": name, "quantity": most})
            predicted["any figure"].append({"id": name, "quantity": final if final in stated else most})
            for way in right:
                right[way][name] += predicted[way][-1]["quantity"] == final
            lower += [{"incident": name, "kind": kind, "article": a["id"], "published": a.get("published"), "stated": v[0], "final": final}
                      for place, (a, v) in enumerate(zip(articles, per_article, strict=True))
                      if v and isinstance(final, int) and v[0] < final and any(final in later for later in per_article[place + 1 :])]  # fmt: skip
        gold_path = bench.write(f"figures-{kind}-gold.jsonl", gold)
        for way, values in predicted.items():
            path = bench.write(f"figures-{kind}-{way.replace(' ', '-')}.jsonl", values)
            s = bench.score("benchmarks/score.py", "figures", "--gold", gold_path, "--pred", path, "--samples", SAMPLES)
            scores[f"{kind}, {way}"] = s
            rows.append((kind, way, count(s, "gold"), percent(s, "exact"), percent(s, "within_10_percent")))
    for way, counts in right.items():
        both = sum(n == 2 for n in counts.values()) / max(len(incidents), 1)
        scores[f"both, {way}"] = both
        rows.append(("both", way, len(incidents), round(100 * both, 1), None))
    rows.append(("lower, earlier counts (number)", "", len(lower), None, None))
    scores["lower_earlier_counts"] = lower
    return Result(scores=scores, sheets=(Sheet(title="figures of incidents-en", columns=("kind", "reading", "n", "exact", "within 10 %"), rows=tuple(rows)),))


def figures_of(analysis: Analysis | None, kind: str) -> list[float]:
    """Return the values an article states of a kind, in text order."""
    if analysis is None:
        return []
    values = [f.point if f.point is not None else f.low for f in analysis.figures if f.kind == kind]
    return [v for v in values if v is not None]


Day = tuple[str, str]
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
            rows.append((path.stem, None, *["no pack"] * 3, None, None, None))
            continue
        counts: Counter[str] = Counter()
        for record in bench.cut([r for r in bench.read(f"benchmarks/dates/{path.name}") if "python" not in as_list(r.get("not_supported"))]):
            published = str(record.get("dct") or record.get("reference") or "")[:10]
            page = make_page(text_of(record, "id"), "record", text_of(record, "text").encode("utf-8", "surrogatepass"), lang=lang, published=published or None)
            article, _ = read_article(page)
            if article is not None:
                count_dates(replace(article, dropped=()), record, counts)
        p, r = counts["touched_p"] / max(counts["predicted"], 1), counts["touched_g"] / max(counts["gold"], 1)
        s: JsonObject = {
            "exact": f1(counts["exact"], counts["predicted"], counts["gold"]),
            "overlap": {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0},
            "value_of_found": round(counts["value_g"] / max(counts["touched_g"], 1), 4), "value_recall": round(counts["value_g"] / max(counts["gold"], 1), 4),
        }  # fmt: skip
        scores[path.stem] = s
        rows.append(
            (path.stem, counts["gold"], *(percent(s, "exact", k) for k in ("p", "r", "f1")), percent(s, "overlap", "f1"), percent(s, "value_of_found"), percent(s, "value_recall"))
        )
    columns = ("set", "dates", "exact P", "R", "F1", "overlap F1", "value right, of found", "of all")
    return Result(scores=scores, sheets=(Sheet(title="dates (the stage alone)", columns=columns, rows=tuple(rows)),))


def measure_own(bench: Bench) -> Result:
    """Exact spans of the model alone on `tests/gold`, by layer and language."""
    from training.examples import Labelled, from_passage
    from training.passages import read_passages

    tallies: dict[tuple[str, str, str], Counter[str]] = {}

    def tally(item: Labelled, lang: str) -> None:
        article = Article(
            id=item.id, name=item.id, text=item.text, text_hash=hash_text(item.text), lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
            published=None, published_evidence=None, published_how=None, dropped=(), credits=(),
        )  # fmt: skip
        found = {(t.layer, t.span.start, t.span.end, t.label) for t in bench.model.encode(article).tags}
        gold = {(layer, start, end, tag) for layer, spans in item.spans.items() for start, end, tag in spans}
        for kind, spans in (("gold", gold), ("predicted", found), ("hits", found & gold)):
            for layer, _, _, tag in spans:
                tallies.setdefault((lang, layer, tag), Counter())[kind] += 1

    passages = {path.stem: read_passages(path)[: bench.sample] for path in sorted((ROOT / "tests/gold").glob("??.txt"))}
    for lang, items in passages.items():
        for passage in items:
            tally(from_passage(passage), lang)

    def total(lang: str | None, layer: str | None, tag: str | None = None) -> JsonObject:
        counts: Counter[str] = sum((c for k, c in tallies.items() if lang in (None, k[0]) and layer in (None, k[1]) and tag in (None, k[2])), Counter())
        return f1(counts["hits"], counts["predicted"], counts["gold"])

    layers = [None, *LAYERS]
    langs = [*passages, None]
    columns = ("language", "spans", "every layer", *LAYERS)
    by_lang = Sheet(
        title="tests/gold, the model alone: exact F1 by language and layer", columns=columns,
        rows=tuple((lang or "every", count(total(lang, None), "gold"), *(_f1_or_none(total(lang, layer)) for layer in layers)) for lang in langs),
    )  # fmt: skip
    tags = [(layer, tag) for layer, names in LAYERS.items() for tag in names]
    by_tag = Sheet(
        title="tests/gold, by tag", columns=("layer", "tag", "gold", "P", "R", "F1"),
        rows=tuple((layer, tag, count(s, "gold"), *(percent(s, k) for k in ("p", "r", "f1"))) for layer, tag in tags if (s := total(None, layer, tag))["gold"]),
    )  # fmt: skip
    scores: JsonObject = {lang or "every": {layer or "every": total(lang, layer) for layer in layers} for lang in langs}
    scores["tags"] = {f"{layer}/{tag}": total(None, layer, tag) for layer, tag in tags}
    return Result(scores=scores, sheets=(by_lang, by_tag))


def _f1_or_none(score: JsonObject) -> float | None:
    return percent(score, "f1") if score["gold"] or score["predicted"] else None


JOBS: dict[str, tuple[Callable[[Bench], Result], tuple[str, ...]]] = {
    "own": (measure_own, ()),
    "polnear": (measure_polnear, ("benchmarks/score.py", "benchmarks/attributions-en.jsonl", "benchmarks/polnear-cofenet-valid.txt")),
    "german": (measure_german, ("benchmarks/score.py", "benchmarks/attributions-de.jsonl")),
    "commitments": (measure_commitments, ("gold/score_gold.py", "gold/commitments-dev.jsonl")),
    "seeds": (measure_seeds, ("gold/score_gold.py", "gold/seeds.json", "seeds")),
    "utterances": (measure_utterances, ("gold/score_gold.py", "gold/utterances-dev.jsonl", "benchmarks/score.py", "benchmarks/incidents-en.jsonl")),
    "figures": (measure_figures, ("benchmarks/score.py", "benchmarks/incidents-en.jsonl")),
    "dates": (measure_dates, ("benchmarks/dates",)),
}
"""Name -> the measurement, and what it needs of the shared folder."""


def run_jobs(bench: Bench, names: Sequence[str]) -> tuple[JsonObject, list[Sheet]]:
    """Run measurements; one that is skipped or fails is a word in its place, and the others go on."""
    scores: JsonObject = {}
    sheets: list[Sheet] = []
    for name in names:
        job, needs = JOBS[name]
        missing = [need for need in needs if not (bench.shared / need).exists()]
        if missing:
            word = f"skipped: `{bench.shared}` does not exist" if not bench.shared.is_dir() else f"skipped: `{missing[0]}` is not in `{bench.shared}`"
            scores[name] = word
            print(f"{name}: {word}; hint: --shared PATH names the folder with the gold sets", file=sys.stderr, flush=True)
            continue
        print(f"{name}: running", file=sys.stderr, flush=True)
        try:
            result = job(bench)
        except (BenchError, OnrecordError, OSError, LookupError, ValueError) as error:
            scores[name] = f"failed: {type(error).__name__}: {error}"
            print(f"{name}: {scores[name]}", file=sys.stderr, flush=True)
            continue
        scores[name] = result.scores
        sheets += result.sheets
    return scores, sheets


def _names(value: str) -> list[str]:
    names = [part.strip() for part in value.split(",") if part.strip()]
    if unknown := [name for name in names if name not in JOBS]:
        raise argparse.ArgumentTypeError(f"`{unknown[0]}`; allowed: {', '.join(JOBS)}")
    return names


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with `benchmarks`, `gold` and `seeds` (default: shared, beside the repository)")
    parser.add_argument("--only", type=_names, default=list(JOBS), help=f"measurements with commas, of: {', '.join(JOBS)}")
    parser.add_argument("--sample", type=int, help="take the first N records of each set, to try")
    parser.add_argument("--out", type=Path, default=ROOT / "out/quality", help="folder for scores and predictions (default: out/quality, never committed)")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    bench = Bench(shared=options.shared, out=options.out, sample=options.sample)
    scores, sheets = run_jobs(bench, options.only)
    model = bench.model.version if "model" in vars(bench) else None
    content = json.dumps({"model": model, "sample": options.sample, "scores": scores}, ensure_ascii=False, indent=1)
    (options.out / "scores.json").write_text(content + "\n", encoding="utf-8")
    if options.format == "json":
        print(content)
    else:
        for sheet in sheets:
            sheet.print()
        print(f"model {model or 'not used'}{f', first {options.sample} records of each set' if options.sample else ''}; written: {options.out / 'scores.json'}", file=sys.stderr)


if __name__ == "__main__":
    main()
