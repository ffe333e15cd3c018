"""Fit the knots that turn raw confidence into the share of findings that are right (`src/onrecord/confidence/knots.toml`).

    python -m training.calibrate --documents polnear.jsonl commitments.jsonl --passages FOLDER --gold tests/gold \
        --out src/onrecord/confidence/knots.toml --diagram docs/images/reliability.svg

An attribution is right when one of the gold shares half of its content's words (F1) and its source; a commitment when it is
matched; a name when span and kind are. Every second document and passage is fitted on, the others are scored; a kind whose
error falls on them gets knots, fitted anew on both halves, and any other kind gets none. `--passages` must name passages that
the model has not learned from: on those it has, nearly all it finds is right, and every confidence would rise to 1. The
passages of `--gold` are scored only, to see how far another kind of text is off. Isotonic regression by pooling adjacent violators.
Source: Ayer et al. 1955, "An empirical distribution function for sampling with incomplete information".
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

from onrecord.confidence.calibrate import KINDS, Knots, interpolate
from onrecord.encode.model import Model
from onrecord.evaluation.attributions import find_right
from onrecord.evaluation.commitments import pair_consequences
from onrecord.evaluation.evaluate import analyze_gold
from onrecord.evaluation.gold import Expected, ExpectedCommitment, make_attributions, read_gold
from onrecord.records import Span
from onrecord.results import Analysis
from training.reliability import Pairs, calibration_error, draw_reliability

Judged = dict[str, list[tuple[float, bool]]]
"""Kind -> (confidence, is right) of each finding."""
LEAST_COUNT = 30
"""Least findings behind a knot."""
MOST_KNOTS = 20
LEAST, MOST = 0.01, 0.99
"""Nothing is ever called impossible or certain."""
LEAST_SHOWN = 0.5
"""Least confidence whose effect is printed."""


def read_documents(path: Path, part: str = "dev") -> list[tuple[Expected, tuple[str, ...]]]:
    """Return the documents of a JSON Lines file, all of `part` or those that name no part, each with the kinds of record it knows.

    A document has `id`, `text`, `lang`, and `attributions` (`source`, `cue`, `content`: lists of [start, end]), `commitments`
    (`consequence` and the like: `start` and `text`) or both.
    """
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record.get("part", part) != part:
            continue
        parts = [(*(_to_spans(a.get(role)) for role in ("source", "cue", "content")), None) for a in record.get("attributions", ()) if a.get("content")]
        commitments = tuple(
            ExpectedCommitment(force=c["force"], consequence=_to_span(c["consequence"]), holders=(), addressees=(), conditions=(), operator=None)
            for c in record.get("commitments", ()) if c.get("consequence")
        )  # fmt: skip
        expected = Expected(
            id=record["id"], lang=record.get("lang", "en"), text=record["text"], attributions=make_attributions(record["text"], parts), commitments=commitments,
            names=(), figures=(),
        )  # fmt: skip
        documents.append((expected, tuple(kind for kind in ("attribution", "commitment") if f"{kind}s" in record)))
    return documents


def read_authored(folder: Path) -> list[tuple[Expected, tuple[str, ...]]]:
    """Return the passages of a folder; they know every kind of record."""
    return [(gold, KINDS) for gold in read_gold(folder)]


def _to_spans(pieces: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in pieces or ())


def _to_span(place: dict) -> Span:
    return Span(start=place["start"], end=place["start"] + len(place["text"]))


def judge(gold: Expected, analysis: Analysis, kinds: Sequence[str]) -> Judged:
    """Return (confidence, is right) of every finding of these kinds in one text."""
    matched = {j for _, j in pair_consequences(gold, analysis.commitments)}
    names = set(gold.names)
    found = {
        "attribution": [(a.confidence, right) for a, right in zip(analysis.attributions, find_right(gold, analysis.attributions), strict=True)],
        "commitment": [(c.confidence, j in matched) for j, c in enumerate(analysis.commitments)],
        "mention": [(m.confidence, (m.span, m.kind) in names) for m in analysis.mentions],
    }
    return {kind: found[kind] for kind in kinds}


def judge_all(documents: Sequence[tuple[Expected, Sequence[str]]], model: Model) -> Judged:
    """Return (raw confidence, is right) of every finding in all texts, by kind."""
    with patch("onrecord.confidence.calibrate.load_knots", return_value={}):  # what the stages say before calibration
        analyses, _ = analyze_gold([gold for gold, _ in documents], model)
    result: Judged = {kind: [] for kind in KINDS}
    for gold, kinds in documents:
        if gold.id in analyses:
            for kind, pairs in judge(gold, analyses[gold.id], kinds).items():
                result[kind] += pairs
    return result


def fit_knots(pairs: Pairs) -> Knots:
    """Return the knots of one kind, both columns rising; none with fewer than two stretches of `LEAST_COUNT`."""
    stretches = min(MOST_KNOTS, len(pairs) // LEAST_COUNT)
    if stretches < 2:
        return ()
    ordered = np.array(sorted(pairs), dtype=float)
    blocks = [(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)) for part in np.array_split(ordered, stretches)]
    knots: list[tuple[float, float]] = []
    for raw, right, _ in pool_violators(blocks):
        if not knots or raw > knots[-1][0]:
            knots.append((round(raw, 4), round(min(max(right, LEAST), MOST), 4)))
    return tuple(knots)


def pool_violators(blocks: Sequence[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Return blocks of (raw, right, count), sorted by raw, joined until `right` rises from each to the next."""
    pooled: list[tuple[float, float, int]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and (pooled[-2][1] >= pooled[-1][1] or pooled[-2][0] >= pooled[-1][0]):
            (raw, right, count), (raw2, right2, count2) = pooled[-2:]
            total = count + count2
            pooled[-2:] = [((raw * count + raw2 * count2) / total, (right * count + right2 * count2) / total, total)]
    return pooled


def apply_knots(knots: Knots, pairs: Pairs) -> Pairs:
    """Return the pairs with calibrated confidence."""
    return [(interpolate(knots, raw), right) for raw, right in pairs] if knots else pairs


def write_knots(knots: dict[str, Knots], notes: dict[str, str], version: str) -> str:
    """Return the text of `knots.toml`."""
    lines = [
        "# Raw confidence -> share of findings that are right, by kind of record; straight lines between the knots.",
        f"# Written by training/calibrate.py for the model {version}; a kind without knots keeps its raw confidence.",
    ]  # fmt: skip
    for kind, rows in knots.items():
        if rows:
            lines += ["", f"[{kind}]  # {notes[kind]}", f"raw = {[x for x, _ in rows]}", f"right = {[y for _, y in rows]}"]
    return "\n".join(lines) + "\n"


def choose_knots(fitted: Judged, others: Judged, gold: Judged) -> tuple[dict[str, Knots], dict[str, str]]:
    """Return the knots to ship of every kind, and in words what they bring.

    Knots of one half decide, by the error on the other half. Where it falls, the knots of both halves are shipped, and those are
    what the gold is scored with; where it does not, none are.
    """
    knots: dict[str, Knots] = {}
    notes: dict[str, str] = {}
    for kind in KINDS:
        half, both = fit_knots(fitted[kind]), fit_knots([*fitted[kind], *others[kind]])
        kept = bool(half) and calibration_error(apply_knots(half, others[kind])) < calibration_error(others[kind])
        knots[kind] = both if kept else ()
        errors = [
            f"{name} ({len(pairs)}) {calibration_error(pairs):.3f} -> {calibration_error(apply_knots(found, pairs)):.3f}"
            for name, pairs, found in (("other half", others[kind], half), ("gold", gold[kind], both))
        ]
        notes[kind] = f"{len(fitted[kind])} + {len(others[kind])} findings; expected calibration error: {', '.join(errors)}{'' if kept else '; not kept'}"
    return knots, notes


def describe_knots(halves: Sequence[tuple[str, Judged, Judged]], gold: Judged, knots: dict[str, Knots]) -> Iterable[str]:
    """Yield what is to be known beyond the notes: the halves swapped, the other half of each set, what a least confidence leaves.

    Args:
        halves: name, findings of the fitted half and of the other half of each set.
        gold: findings in the gold.
        knots: what is shipped.
    """
    fitted, others = (join_judged(item[side] for item in halves) for side in (1, 2))
    for kind in KINDS:
        swapped = apply_knots(fit_knots(others[kind]), fitted[kind])
        yield f"{kind}, halves swapped ({len(swapped)}): {calibration_error(fitted[kind]):.3f} -> {calibration_error(swapped):.3f}"
        half = fit_knots(fitted[kind])
        for name, _, other in halves:
            if pairs := other[kind]:
                yield f"{kind}, other half of {name} ({len(pairs)}): {calibration_error(pairs):.3f} -> {calibration_error(apply_knots(half, pairs)):.3f}"
        sets = [("both halves", [*fitted[kind], *others[kind]]), ("gold", gold[kind]), *((name, [*one[kind], *other[kind]]) for name, one, other in halves)]
        for name, pairs in sets:
            if pairs:
                yield f"{kind}, at least {LEAST_SHOWN} as shipped, {name}: {describe_cut(apply_knots(knots[kind], pairs))}"


def describe_cut(pairs: Pairs) -> str:
    """Return in words what a least confidence of `LEAST_SHOWN` keeps and drops."""
    kept, dropped = ([right for confidence, right in pairs if (confidence >= LEAST_SHOWN) is side] for side in (True, False))
    return (
        f"keeps {len(kept)} of {len(pairs)} ({sum(kept) / max(len(kept), 1):.3f} right), drops {len(dropped)} "
        f"({sum(dropped) / max(len(dropped), 1):.3f} right); {sum(kept) / max(sum(kept) + sum(dropped), 1):.3f} of the right ones kept"
    )


def main() -> None:
    """Fit, print errors before and after, write knots and diagram."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, nargs="*", default=[], help="JSON Lines with attributions or commitments, part dev")
    parser.add_argument("--passages", type=Path, help="folder of passages the model has not learned from")
    parser.add_argument("--gold", type=Path, default=Path("tests/gold"), help="folder of passages that are scored only")
    parser.add_argument("--model", type=Path, help="model file; default: the shipped one")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--diagram", type=Path, help="SVG to draw")
    args = parser.parse_args()
    model = Model(args.model)
    sets = [(path.name, read_documents(path)) for path in args.documents] + ([(args.passages.name, read_authored(args.passages))] if args.passages else [])
    halves = [(name, judge_all(documents[::2], model), judge_all(documents[1::2], model)) for name, documents in sets]
    fitted, others = (join_judged(item[side] for item in halves) for side in (1, 2))
    gold = judge_all(read_authored(args.gold), model)
    knots, notes = choose_knots(fitted, others, gold)
    for kind in KINDS:
        print(f"{kind}: {notes[kind]}")
    for line in describe_knots(halves, gold, knots):
        print(line)
    args.out.write_text(write_knots(knots, notes, model.version), encoding="utf-8")
    if args.diagram:
        panels = []
        for kind in KINDS:
            where, pairs = ("other half", others[kind]) if others[kind] else ("tests/gold", gold[kind])
            half = fit_knots(fitted[kind])  # not what is shipped, which has seen the other half
            panels.append((f"{kind}s, {where}", {"raw": pairs} | ({"calibrated": apply_knots(half, pairs)} if knots[kind] else {})))
        args.diagram.write_text(draw_reliability(panels), encoding="utf-8")


def join_judged(parts: Iterable[Judged]) -> Judged:
    """Return the findings of several sets as one."""
    joined: Judged = {kind: [] for kind in KINDS}
    for part in parts:
        for kind, pairs in part.items():
            joined[kind] += pairs
    return joined


if __name__ == "__main__":
    main()
