"""Settle the bars of `statements/positions.py` on invented pairs: what one speaker commits to, and what he says some weeks later.

    python -m training.settle_positions --pairs training/data/positions.txt

One pair a line: `id | label | lang | lang | speaker | earlier | later`; labels are `repeats`, `hardens`, `softens`, `drops` and `other`. Every fifth pair is held out.
Printed are, for the bars that do best on the others, precision and recall of each label on both parts.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from unittest.mock import patch

from onrecord.encode.model import Model
from onrecord.records import DateRange
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import read_meanings
from onrecord.sources.files import make_page
from onrecord.statements import positions
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side, make_sides

LABELS = ("repeats", "hardens", "softens", "drops", "other")
BARS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]
HELD_OUT = 5
DAYS = ("2031-03-02", "2031-04-20")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One line: its label and the sides of both passages, empty where nothing was found."""

    label: str
    earlier: list[Side]
    later: list[Side]


def read_examples(path: Path, model: Model) -> list[Example]:
    """Return the pairs of a file. Raises `ValueError` for a line without its seven fields."""
    examples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        fields = [field.strip() for field in line.split(" | ")]
        if len(fields) != 7 or fields[1] not in LABELS:
            raise ValueError(f"{path}:{number}: wrong fields or label")
        id, label, lang, other_lang, speaker, earlier, later = fields
        told = [read_sides(f"{id}/{day}", text, each, speaker, day, model) for text, each, day in zip((earlier, later), (lang, other_lang), DAYS, strict=True)]
        examples.append(Example(label=label, earlier=told[0], later=told[1]))
    return examples


def read_sides(name: str, text: str, lang: str, speaker: str, day: str, model: Model) -> list[Side]:
    """Return the sides of one passage, published on a day, all by its speaker: who speaks is not what is measured here."""
    analysis = next((item[0] for item in analyze_pages([make_page(name, "record", text.encode(), lang=lang)], model) if isinstance(item, tuple)), None)
    if analysis is None:
        return []
    published = DateRange(start=day, end=f"{day[:-1]}{int(day[-1]) + 1}")
    spoken = tuple(replace(a, speaker=speaker, speaker_how="named", said_at=None) for a in analysis.attributions)
    analysis = replace(analysis, article=replace(analysis.article, published=published), attributions=spoken)
    return make_sides(analysis, {m.of: m for m in read_meanings(analysis, model)})


def judge(example: Example, matcher: Matcher, same: float, changed: float) -> str:
    """Return what the product says of a pair under two bars."""
    with patch.object(positions, "SAME_POSITION", same), patch.object(positions, "CHANGED_POSITION", changed):
        found = list(positions.find_recalls(example.earlier, example.later, matcher))
    return max(found, key=lambda r: r.likeness).relation if found else "other"


def score(pairs: list[tuple[str, str]]) -> dict[str, tuple[float, float, int]]:
    """Return label -> (precision, recall, how many there are)."""
    guessed, held, right = Counter(g for _, g in pairs), Counter(t for t, _ in pairs), Counter(t for t, g in pairs if t == g)
    return {label: (right[label] / max(guessed[label], 1), right[label] / max(held[label], 1), held[label]) for label in LABELS}


def main() -> None:
    """Print the best bars and their scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    args = parser.parse_args()
    examples, matcher = read_examples(args.pairs, Model()), Matcher()
    fitted, held_out = [e for k, e in enumerate(examples) if k % HELD_OUT], examples[::HELD_OUT]
    print(f"{len(examples)} pairs; without a commitment or a telling in either passage: {sum(not any(s.commitments for s in e.earlier) or not e.later for e in examples)}")
    best = max(((mean_f_half([(e.label, judge(e, matcher, *bars)) for e in fitted]), bars) for bars in product(BARS, BARS) if bars[0] <= bars[1]), key=lambda item: item[0])
    print(f"SAME_POSITION {best[1][0]}, CHANGED_POSITION {best[1][1]}: mean F0.5 {best[0]:.3f}")
    for name, part in (("fitted", fitted), ("held out", held_out)):
        pairs = [(e.label, judge(e, matcher, *best[1])) for e in part]
        print(name, f"mean F0.5 {mean_f_half(pairs):.3f}", {label: f"P {p:.2f} R {r:.2f} of {n}" for label, (p, r, n) in score(pairs).items()})


def mean_f_half(pairs: list[tuple[str, str]]) -> float:
    """Return the mean F0.5 of the labels but `other`: precision counts more, as a change that is none misleads more than one missed."""
    found = [1.25 * p * r / (0.25 * p + r) if p + r else 0.0 for label, (p, r, _) in score(pairs).items() if label != "other"]
    return sum(found) / len(found)


if __name__ == "__main__":
    main()
