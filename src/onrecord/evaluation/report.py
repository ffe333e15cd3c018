"""An evaluation as tables for people and as one JSON object for machines.

In: an `Evaluation`. Out: text on a rich console, or plain JSON values.
"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.evaluation.evaluate import Evaluation, LanguageScores
from onrecord.evaluation.measures import ATTRIBUTIONS, COMMITMENTS, GROUPS, ITEMS, MEASURES, Measure
from onrecord.evaluation.scores import Estimate, Score
from onrecord.views.json_values import Json, JsonObject

HEADLINES: dict[str, tuple[tuple[str, str], ...]] = {
    ATTRIBUTIONS: (("source", "source"), ("cue", "cue"), ("content", "content"), ("content_with_source", "with source"), ("speaker", "speaker")),
    f"{COMMITMENTS}, {ITEMS.lower()}": (
        ("commitment", "commitment"), ("matched_force", "its force"), ("matched_condition", "conditions"), ("entity", "names"), ("figure", "figures"),
    ),
}  # fmt: skip
"""Title -> (measure, heading) of the columns of the tables by language."""
_BY_NAME = {measure.name: measure for measure in MEASURES}
_NOTE = (
    "Percent, with 95 % intervals (bootstrap over passages). exact: the very same span; overlap: at least one character shared; "
    "matched: half of the words shared (F1). P and R: precision and recall; a single figure is a share of matched items."
)


def evaluation_to_dict(evaluation: Evaluation) -> JsonObject:
    """Return an evaluation as JSON values: every measure by language under `languages`, over all passages under `all`."""
    return {
        "model": evaluation.model, "samples": evaluation.samples, "seed": evaluation.seed,
        "languages": {str(part.lang): _describe(part) for part in evaluation.languages}, "all": _describe(evaluation.overall),
        "problems": [{"id": p.id, "where": p.where, "code": p.code, "message": p.message, "hint": p.hint} for p in evaluation.problems],
    }  # fmt: skip


def _describe(part: LanguageScores) -> Json:
    return {"passages": part.passages, "measures": {m.name: _describe_score(m, part.scores[m.name]) for m in MEASURES}}


def _describe_score(measure: Measure, score: Score) -> Json:
    if measure.is_share:
        return {"share": _describe_estimate(score.precision), "right": score.right, "of": score.gold}
    return {
        "precision": _describe_estimate(score.precision), "recall": _describe_estimate(score.recall), "f1": _describe_estimate(score.f1),
        "right": score.right, "found": score.found, "recalled": score.recalled, "gold": score.gold,
    }  # fmt: skip


def _describe_estimate(estimate: Estimate | None) -> Json:
    return None if estimate is None else {"value": round(estimate.value, 4), "low": round(estimate.low, 4), "high": round(estimate.high, 4)}


def render_evaluation(evaluation: Evaluation, console: Console) -> None:
    """Print an evaluation: every measure over all passages, then the most telling ones by language."""
    only = evaluation.languages[0].lang if len(evaluation.languages) == 1 else None
    name = f"`{only}`" if only else f"{len(evaluation.languages)} languages"
    console.print(Text(f"{evaluation.overall.passages} passages, {name}, model {evaluation.model}", style="bold"))
    console.print(_make_full_table(evaluation.overall))
    if only is None:
        for title, columns in HEADLINES.items():
            console.print(_make_language_table(f"{title}, by language", columns, evaluation))
    console.print(Text(_NOTE, style="dim"))


def _make_full_table(part: LanguageScores) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for heading in ("", "P", "R", "F1/share", "95 %", "right", "found", "gold"):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    for group in GROUPS:
        table.add_row()
        table.add_row(Text(group, style="bold cyan"))
        for measure in (m for m in MEASURES if m.group == group):
            score = part.scores[measure.name]
            rates = ("", "") if measure.is_share else (_percent(score.precision), _percent(score.recall))
            counts = (str(score.right), "" if measure.is_share else str(score.found), str(score.gold))
            table.add_row(f"  {measure.label}", *rates, Text(_percent(score.f1), style="bold"), _interval(score.f1), *counts)
    table.add_row()
    return table


def _make_language_table(title: str, columns: tuple[tuple[str, str], ...], evaluation: Evaluation) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold cyan", box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("")
    for _, heading in columns:
        table.add_column(heading, justify="right", no_wrap=True)
    for part in (*evaluation.languages, evaluation.overall):
        table.add_row(Text(part.lang or "all", style="bold"), *(_make_cell(_BY_NAME[name], part.scores[name]) for name, _ in columns))
    table.add_row()
    return table


def _make_cell(measure: Measure, score: Score) -> Text:
    """Return F1 with its interval, and precision and recall on the line below."""
    cell = Text(_percent(score.f1), style="bold")
    cell.append(f" {_interval(score.f1):<6}", style="not bold")
    below = f"{score.right} of {score.gold} " if measure.is_share else f"P {_percent(score.precision, 0)} R {_percent(score.recall, 0)} "
    return cell.append(f"\n{below}", style="not bold dim")


def _percent(estimate: Estimate | None, digits: int = 1) -> str:
    return "–" if estimate is None else f"{100 * estimate.value:.{digits}f}"


def _interval(estimate: Estimate | None) -> str:
    return "" if estimate is None else f"{100 * estimate.low:.0f}–{100 * estimate.high:.0f}"
