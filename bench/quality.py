"""How well onrecord agrees with gold: the sets of a `shared` folder beside the repository, and the project's own `tests/gold`.

    python -m bench.quality
    python -m bench.quality --only own,dates --sample 20
    python -m bench.quality --shared PATH --out out/quality --format json

Out: tables, and `scores.json` with what was predicted beside it. Nothing is judged: no floor, no exit status.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import Bench, BenchError, Cell, Result, Sheet, as_list, count, f1, objects_of, percent, text_of
from bench.dates import measure_dates
from bench.figures import measure_displacement, measure_figures
from bench.reading import SAMPLES, Read, analyze, incident_records
from bench.translations import SET, measure_meantime
from onrecord.encode.tags import LAYERS
from onrecord.errors import OnrecordError
from onrecord.ids import hash_text
from onrecord.kinship import Sketch
from onrecord.records import Article, Meaning
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.views import JsonObject, comparison_to_dict

ROOT = Path(__file__).resolve().parents[1]


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
    "displacement": (measure_displacement, ("benchmarks/score.py", "benchmarks/displacement.jsonl")),
    "dates": (measure_dates, ("benchmarks/dates",)),
    "meantime": (measure_meantime, ("benchmarks/score.py", SET)),
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
