"""The stage: two sketches in, what their texts have in common out; and the agencies that an article credits.

Left to others: which articles are compared at all (`run`), how many accounts remain (`stories`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from onrecord.copies.alignment import Retelling, find_retelling
from onrecord.ids import make_id
from onrecord.kinship import Sketch
from onrecord.records import Article, Copy

MADE_BY = "copies@5"
VERBATIM = 0.9
EDITED = 0.3
REWORDED, TRACES, MOST_PAIRS = 0.4, 0.1, 0.5
"""Share of the shorter article's runs that the other holds: from `EDITED` on it is a copy, from `VERBATIM` on both sides a
verbatim one. Two independent reports share quotations, seldom three runs in ten. Where words were changed throughout, pairs of words
remain: from `REWORDED` of them and `TRACES` of the runs on it is a copy too; independent reports of one event share up to 0.37 of the
pairs (utterances set, development part). From `MOST_PAIRS` of them on both sides on no runs are asked for: where an editor turns main clauses into others
the verbs move and hardly a run is left; of 29,000 pairs of real articles with fewer runs none shares so many (incidents, PolNeAR, November 2026)."""
LEAST_PAIRS = 30
"""Pairs of words that both texts have at least where no runs are asked for: two lines on a picture share half of theirs."""


def find_coverage(left: Sketch, right: Sketch) -> tuple[float, float]:
    """Return the share of each text's runs that the other holds, 0 to 1."""
    mine, other = np.frombuffer(left.runs, dtype="<u8"), np.frombuffer(right.runs, dtype="<u8")
    if not len(mine) or not len(other):
        return 0.0, 0.0
    shared = len(np.intersect1d(mine, other, assume_unique=True))
    return round(shared / len(mine), 3), round(shared / len(other), 3)


def make_copy(left: Sketch, right: Sketch, coverage: tuple[float, float]) -> Copy | None:
    """Return which of two articles derives from the other, `None` when neither does.

    Args:
        left: an article.
        right: another one.
        coverage: what `find_coverage` says of them.
    """
    if max(coverage) < EDITED and not _is_reworded(coverage, left, right):
        retelling = find_retelling(left, right)
        return None if retelling is None else _make_retold(left, right, retelling)
    is_left_first = _comes_first(left, right)
    origin, later, mine = (left, right, coverage[::-1]) if is_left_first else (right, left, coverage)
    kind = "verbatim" if min(mine) >= VERBATIM else "edited"
    return _write(later, origin, kind, mine, f"{mine[0]:.0%} of its five-word runs stand in the other text, {mine[1]:.0%} the other way")


def _make_retold(left: Sketch, right: Sketch, retelling: Retelling) -> Copy:
    """Return the copy that a retelling is: in another language, or in other words."""
    coverage = retelling.coverage
    shown = _find_first(left, right)
    is_left_first = _comes_first(left, right, coverage)
    origin, later, mine = (left, right, coverage[::-1]) if is_left_first else (right, left, coverage)
    kind = "paraphrased" if left.lang == right.lang else "translated"
    how = "in other words" if kind == "paraphrased" else f"in another language (`{origin.lang or 'und'}`, here `{later.lang or 'und'}`)"
    reason = f"sentences with {mine[0]:.0%} of its words say in the same order what the other text says {how}, {mine[1]:.0%} the other way; names and numbers agree"
    return replace(_write(later, origin, kind, mine, reason), order="unknown" if shown is None else "known")


def _write(later: Sketch, origin: Sketch, kind: str, coverage: tuple[float, float], reason: str) -> Copy:
    return Copy(
        id=make_id("copy", later.article, origin.article, kind), article=later.article, of=origin.article, kind=kind, coverage=coverage, reason=reason, made_by=MADE_BY
    )  # fmt: skip


def _is_reworded(coverage: tuple[float, float], left: Sketch, right: Sketch) -> bool:
    """True for two texts of which one is the other changed throughout, by the shares of runs and of pairs of words that each holds of the other."""
    mine, other = np.frombuffer(left.pairs, dtype="<u4"), np.frombuffer(right.pairs, dtype="<u4")
    fewer, more = sorted((len(mine), len(other)))
    if not fewer or (max(coverage) < TRACES and (fewer < LEAST_PAIRS or fewer < MOST_PAIRS * more)):
        return False
    shared = len(np.intersect1d(mine, other, assume_unique=True))
    return (max(coverage) >= TRACES and shared >= REWORDED * fewer) or (fewer >= LEAST_PAIRS and shared >= MOST_PAIRS * more)


def first_told(sketch: Sketch) -> tuple[str, str, int, str, str]:
    """Return what articles with one text are put in order by, the first told first: date, hour where it is known, fullest, name."""
    return (sketch.published.start if sketch.published else "9999", sketch.published_at or "9999", -len(sketch.runs), sketch.name, sketch.article)


def _comes_first(left: Sketch, right: Sketch, coverage: tuple[float, float] | None = None) -> bool:
    """True when `right` derives from `left`: it credits it, came later, is of no agency while `left` is, is shorter; the name breaks ties.

    Words of two languages cannot be counted against one another; there `coverage` tells: the text of which more is covered is the shorter one.
    """
    shown = _find_first(left, right)
    if shown is not None:
        return shown
    mine, theirs = coverage or (-len(left.runs), -len(right.runs))
    return (mine, left.name, left.article) < (theirs, right.name, right.article)


def _find_first(left: Sketch, right: Sketch) -> bool | None:
    """Return whether `left` is shown to be the earlier text: credited by the other, of an earlier hour or day, of an agency; `None` when nothing shows it."""
    if _credits(left, right) != _credits(right, left):
        return _credits(right, left)
    if left.is_agency and right.is_agency:
        return None  # two agencies report one event within the hour of one another, each from its own people
    if left.published_at and right.published_at and left.published_at != right.published_at:
        return left.published_at < right.published_at
    if left.published and right.published and left.published.start != right.published.start:
        return left.published.start < right.published.start
    return left.is_agency if left.is_agency != right.is_agency else None


def _credits(article: Sketch, other: Sketch) -> bool:
    """True when an article credits the other's outlet."""
    return other.outlet is not None and other.outlet.casefold() in {name.casefold() for name in article.agencies}


def find_credits(article: Article) -> Iterator[Copy]:
    """Yield one record for each agency an article credits."""
    for name in dict.fromkeys(c.name for c in article.credits if c.kind == "agency"):
        words = next(c.span.of(article.text) for c in article.credits if c.name == name)
        yield Copy(
            id=make_id("copy", article.id, name, "agency"), article=article.id, of=name, kind="agency", coverage=(0.0, 0.0),
            reason=f"credits {name}: `{' '.join(words.split())}`", made_by=MADE_BY,
        )  # fmt: skip
