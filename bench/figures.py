"""Measurements of figures: killed and injured of incidents, with the ledger's latest value and what it calls a revision; displacement.

In: a `Bench`. Out: `Result`s for `bench.quality`. The peer's figures are those of `PEERS.md`, measured on the same file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bench import Bench, Cell, Result, Sheet, count, f1, objects_of, percent, text_of
from bench.reading import SAMPLES, analyze, incident_records
from onrecord.kinship import Sketch
from onrecord.ledger import find_tallies
from onrecord.records import Count, Figure, Tally
from onrecord.results import Analysis
from onrecord.views import Json, JsonObject

PEER = {"killed": 75.0, "injured": 54.1, "both": 39.9}
"""Regular expressions, exact per incident on all incidents, by the same rule: one number an incident. Source: `PEERS.md`."""
BEST_CHOICE = {"killed": 88.0, "injured": 75.0, "both": 67.0}
"""What a perfect choice of article gives those expressions. Source: `PEERS.md`."""
FLIGHT = frozenset({"displaced", "fled", "destroyed", "rescued", "affected"})
_TERMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("destroyed", "Partially Destroyed Housing", ("partial", "damag")), ("destroyed", "Destroyed Housing", ("",)), ("fled", "Evacuated", ("evacuat",)),
    ("fled", "Forced to Flee", ("",)), ("displaced", "In Relief Camp", ("camp",)), ("displaced", "Sheltered", ("shelter", "refuge", "host famil", "cent")),
    ("displaced", "Relocated", ("relocat", "resettle")), ("displaced", "Homeless", ("homeless",)), ("", "Displaced", ("",)),
)  # fmt: skip
"""Kind of a figure, term of the set, and beginnings of words near the figure of which one must stand there."""
NEAR = 60
"""Code points around a figure in which the words of `_TERMS` are looked for."""


def measure_figures(bench: Bench) -> Result:
    """Killed and injured of each incident against the final counts.

    `ledger, latest` is the last value of the tally that most articles share, none read as 0; `most articles` takes the first figure of
    each article and of these the commonest; `any article` is right when any figure of any article is: the ceiling of choosing well.
    """
    incidents = bench.cut(bench.read("benchmarks/incidents-en.jsonl"))
    read = analyze(bench, [r for i in incidents for r in incident_records(i)], "incidents")
    found = {a.article.name: a for a in read.analyses}
    ways = ("ledger, latest", "most articles", "any article")
    scores: JsonObject = {}
    rows: list[tuple[Cell, ...]] = []
    right: dict[str, Counter[str]] = {way: Counter() for way in ways}
    revised: list[JsonObject] = []
    relations: dict[str, Counter[str]] = {"killed": Counter(), "injured": Counter()}
    tallies = {text_of(i, "id"): list_tallies([found[r] for a in objects_of(i, "articles") if (r := f"{i['id']}/{a['id']}") in found]) for i in incidents}
    for kind in relations:
        gold: list[JsonObject] = []
        predicted: dict[str, list[JsonObject]] = {way: [] for way in ways}
        for incident in incidents:
            name, final = text_of(incident, "id"), incident[kind]
            articles = sorted(objects_of(incident, "articles"), key=lambda a: str(a.get("published") or "9999"))
            per_article = [figures_of(found.get(f"{name}/{a['id']}"), kind) for a in articles]
            mine = [tally for tally in tallies[name] if tally.kind == kind]
            stated = {value for values in per_article for value in values} or {0.0}
            values = {"ledger, latest": latest_of(mine), "most articles": most_of(per_article)}
            values["any article"] = float(final) if isinstance(final, int) and final in stated else values["most articles"]
            gold.append({"id": name, "quantity": final})
            for way, value in values.items():
                predicted[way].append({"id": name, "quantity": value})
                right[way][name] += value == final
            for tally in mine:
                relations[kind].update(link.relation for link in tally.relations)
            revised += [{"incident": name, "kind": kind, "final": final, **row} for tally in mine for row in list_revised(tally, final, found)]
        gold_path = bench.write(f"figures-{kind}-gold.jsonl", gold)
        for way, answers in predicted.items():
            path = bench.write(f"figures-{kind}-{way.replace(',', '').replace(' ', '-')}.jsonl", answers)
            s = bench.score("benchmarks/score.py", "figures", "--gold", gold_path, "--pred", path, "--samples", SAMPLES)
            scores[f"{kind}, {way}"] = s
            rows.append((kind, way, count(s, "gold"), percent(s, "exact"), interval_of(s, "exact"), percent(s, "within_10_percent")))
        rows.append((kind, "peer: regular expressions, all incidents", None, PEER[kind], None, None))
    for way, counts in right.items():
        both = bench.write(f"figures-both-{way.replace(',', '').replace(' ', '-')}.jsonl", [{"id": name, "quantity": n} for name, n in counts.items()])
        wanted = bench.write("figures-both-gold.jsonl", [{"id": name, "quantity": 2} for name in counts])
        s = bench.score("benchmarks/score.py", "figures", "--gold", wanted, "--pred", both, "--samples", SAMPLES)
        scores[f"both, {way}"] = s
        rows.append(("both", way, len(counts), percent(s, "exact"), interval_of(s, "exact"), None))
    rows.append(("both", "peer: regular expressions, all incidents", None, PEER["both"], None, None))
    rows.append(("both", "peer, perfect choice of article", None, BEST_CHOICE["both"], None, None))
    scores["revisions"] = list[Json](revised)
    scores["relations"] = {kind: dict(counts) for kind, counts in relations.items()}
    return Result(
        scores=scores,
        sheets=(
            Sheet(title="figures of incidents-en, exact per incident", columns=("kind", "reading", "n", "exact", "95 %", "within 10 %"), rows=tuple(rows)),
            Sheet(
                title="how the ledger relates counts", columns=("kind", "restates", "updates", "contradicts", "unclear", "early counts that were revised to the final one"),
                rows=tuple((kind, *(counts[r] for r in ("restates", "updates", "contradicts", "unclear")), sum(row["kind"] == kind for row in revised)) for kind, counts in relations.items()),
            ),
            Sheet(
                title="early counts revised (the first 12; all in scores.json)", columns=("incident", "kind", "stated", "by", "on", "final", "rule"),
                rows=tuple((str(r["incident"]), str(r["kind"]), str(r["stated"]), str(r["article"]), str(r["as_of"]), str(r["final"]), str(r["rule"])) for r in revised[:12]),
            ),
        ),
    )  # fmt: skip


def list_tallies(analyses: Sequence[Analysis]) -> list[Tally]:
    """Return the ledger of articles that are known to be of one story, each an account of its own."""
    return list(find_tallies("story", [(plain_sketch(a), a.figures) for a in analyses], {}))


def plain_sketch(analysis: Analysis) -> Sketch:
    """Return what the ledger reads of an article's sketch."""
    article, none = analysis.article, b""
    return Sketch(
        article=article.id, name=article.name, lang=article.lang, outlet=article.outlet, published=article.published, agencies=(), form=article.id, terms=none,
        term_weights=none, names=none, name_weights=none, runs=none, pairs=none, vector=none, width=0, story_keys=none, run_keys=none, passage_keys=none,
        condition_keys=none, position_keys=none, gists=(), watches=(), made_by="bench",
    )  # fmt: skip


def latest_of(tallies: Sequence[Tally]) -> float:
    """Return the last value of the tally that most articles share; 0 without one."""
    chosen = max(tallies, key=lambda t: (len({c.article for c in t.counts}), t.population in (None, "people"), -t.counts[0].span.start, t.id), default=None)
    return 0.0 if chosen is None else value_of(chosen.counts[-1]) or 0.0


def most_of(per_article: Sequence[Sequence[float]]) -> float:
    """Return the first figure of most articles, ties to the later; an article without one counts none."""
    firsts = [values[0] if values else 0.0 for values in per_article]
    tally = Counter(firsts)
    return max(tally, key=lambda v: (tally[v], len(firsts) - firsts[::-1].index(v))) if firsts else 0.0


def list_revised(tally: Tally, final: Json, found: Mapping[str, Analysis]) -> list[JsonObject]:
    """Return the counts of a tally that the ledger says were updated to the final one, with the rule."""
    names = {a.article.id: name for name, a in found.items()}
    return [
        {"article": names.get(early.article, early.article), "as_of": early.as_of.start if early.as_of else None, "stated": value_of(early), "rule": link.reason}
        for link in tally.relations
        if link.relation == "updates" and value_of(tally.counts[link.later]) == final and (early := tally.counts[link.earlier])
    ]


def value_of(figure: Figure | Count) -> float | None:
    """Return the number of a figure as written; of a range its upper end."""
    if figure.point is not None:
        return figure.point
    return figure.high if figure.high is not None else figure.low


def figures_of(analysis: Analysis | None, kind: str) -> list[float]:
    """Return the values an article states of a kind, in text order."""
    return [] if analysis is None else [v for f in analysis.figures if f.kind == kind and (v := value_of(f)) is not None]


def interval_of(scores: JsonObject, key: str) -> str | None:
    """Return the interval of a score in words."""
    found = scores.get(f"{key}_95")
    return f"{100 * found[0]:.1f} to {100 * found[1]:.1f}" if isinstance(found, list) and all(isinstance(v, float | int) for v in found) else None  # type: ignore[operator]


def measure_displacement(bench: Bench) -> Result:
    """Displacement in single excerpts: the first figure of people or households that moved, or of homes destroyed.

    Gold is the label with its four hand-corrected rows. The kinds of the ledger are turned into the set's terms by words near the figure.
    """
    gold = bench.cut([r for r in bench.read("benchmarks/displacement.jsonl") if r.get("quantity_corrected") is not None])
    read = analyze(bench, [{"id": r["id"], "text": r["excerpt"], "lang": r.get("lang")} for r in gold], "displacement")
    found = {a.article.name: a for a in read.analyses}
    answers = {name: answer for name, a in found.items() if (answer := answer_of(a)) is not None}
    wanted = bench.write("displacement-gold.jsonl", [{"id": r["id"], "quantity": r["quantity_corrected"]} for r in gold])
    given = bench.write("displacement-answers.jsonl", [{"id": name, **answer} for name, answer in answers.items()])
    quantity = bench.score("benchmarks/score.py", "figures", "--gold", wanted, "--pred", given, "--samples", SAMPLES)
    checks: dict[str, Callable[[JsonObject, JsonObject], bool]] = {
        "unit": lambda g, a: g["unit"] == a["unit"],
        "term": lambda g, a: g["term"] == a["term"],
        "tuple": lambda g, a: (g["quantity_corrected"], g["unit"], g["term"]) == (a["quantity"], a["unit"], a["term"]),
        "tuple without term": lambda g, a: (g["quantity_corrected"], g["unit"]) == (a["quantity"], a["unit"]),
    }
    hits = {name: sum(text_of(r, "id") in answers and check(r, answers[text_of(r, "id")]) for r in gold) for name, check in checks.items()}
    scores: JsonObject = {"quantity": quantity, **{name: f1(n, len(answers), len(gold)) for name, n in hits.items()}}
    scores["any figure"] = sum(r["quantity_corrected"] in {value_of(f) for f in found[text_of(r, "id")].figures} for r in gold if text_of(r, "id") in found) / max(len(gold), 1)
    rows: list[tuple[Cell, ...]] = [
        ("quantity, exact", percent(quantity, "exact"), interval_of(quantity, "exact")),
        ("quantity, within 10 %", percent(quantity, "within_10_percent"), interval_of(quantity, "within_10_percent")),
        ("quantity in any figure (ceiling of choosing)", percent(scores, "any figure"), None),
        ("answered", percent(quantity, "answered"), None),
        ("unit, of all", round(100 * hits["unit"] / max(len(gold), 1), 1), None),
        ("term, of all", round(100 * hits["term"] / max(len(gold), 1), 1), None),
        ("tuple (quantity, unit, term) F1", percent(scores, "tuple", "f1"), None),
        ("tuple without term F1", percent(scores, "tuple without term", "f1"), None),
    ]
    return Result(scores=scores, sheets=(Sheet(title=f"displacement, {len(gold)} excerpts", columns=("what", "score", "95 %"), rows=tuple(rows)),))


def answer_of(analysis: Analysis) -> JsonObject | None:
    """Return quantity, unit and term of the first figure of flight; of the first figure of people or households when there is none."""
    moved = [f for f in analysis.figures if f.kind in FLIGHT]
    people = [f for f in analysis.figures if f.kind == "other" and f.population in ("people", "refugees", "households", "children")]
    figure = next(iter(moved or people), None)
    if figure is None:
        return None
    text = analysis.article.text
    words = text[max(0, figure.span.start - NEAR) : figure.span.end + NEAR].casefold()
    kind = "displaced" if figure.kind in ("other", "rescued", "affected") else figure.kind
    term = next(term for of, term, parts in _TERMS if of in ("", kind) and any(part in words for part in parts))
    return {"quantity": value_of(figure), "unit": "Households" if figure.population in ("households", "houses", "buildings") else "People", "term": term}
