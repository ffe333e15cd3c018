"""How surely two tellings tell the same utterance.

In: pairs of `Side`s. Out: a probability, from a small logistic model over features that hold across languages.
Its weights stand in `match.toml`, fitted by `training/fit_match.py`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from onrecord.names.keys import names_match
from onrecord.records import Span
from onrecord.statements.sides import FloatArray, Side, content_vectors

FEATURES = (
    "bias", "cosine", "aligned_best", "aligned_least", "shared_stems_best", "shared_stems_least", "shared_names", "names_apart", "shared_numbers",
    "numbers_apart", "same_force", "same_article", "neighbours", "same_speaker", "unknown_speaker", "other_language", "short",
)  # fmt: skip
COARSE_FORCE = {"threat": "own", "promise": "own", "refusal": "own", "offer": "own", "demand": "other", "warning": "outcome"}


class Matcher:
    """Compares tellings of one set; remembers the centred vectors of each.

    Args:
        sides: all tellings that will be compared; their mean word vector is what all have in common and is taken out.
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        rows = [s.word_vectors for s in sides if len(s.word_vectors)]
        self._centre: FloatArray = np.concatenate(rows).mean(axis=0) if rows else np.zeros(384, dtype=np.float32)
        whole = np.stack([s.vector for s in sides]) if sides else np.zeros((1, 384), dtype=np.float32)
        self._middle: FloatArray = whole.mean(axis=0)
        self._cache: dict[str, tuple[list[Span], FloatArray]] = {}

    def words(self, side: Side) -> tuple[list[Span], FloatArray]:
        """Return the content words of a side and their centred vectors."""
        key = side.attribution.id
        if key not in self._cache:
            self._cache[key] = content_vectors(side, self._centre)
        return self._cache[key]

    def features(self, left: Side, right: Side) -> dict[str, float]:
        """Return the features of a pair; the order of the two does not matter."""
        a, b = left.vector - self._middle, right.vector - self._middle
        cosine = float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-6))
        rows, columns = self.words(left)[1], self.words(right)[1]
        aligned = sorted((0.0, 0.0))
        if len(rows) and len(columns):
            table = rows @ columns.T
            aligned = sorted((float(table.max(axis=0).mean()), float(table.max(axis=1).mean())))
        same_language = left.lang == right.lang
        stems = sorted(_shares({s for _, s in left.words}, {s for _, s in right.words})) if same_language else [0.0, 0.0]
        forces = {COARSE_FORCE[c.force] for c in left.commitments}, {COARSE_FORCE[c.force] for c in right.commitments}
        same_article = left.article.id == right.article.id
        return {
            "bias": 1.0, "cosine": cosine, "aligned_best": aligned[1], "aligned_least": aligned[0],
            "shared_stems_best": stems[1], "shared_stems_least": stems[0],
            "shared_names": float(min(len(left.names & right.names), 3)), "names_apart": float(bool(left.names and right.names and not left.names & right.names)),
            "shared_numbers": float(min(len(left.numbers & right.numbers), 2)),
            "numbers_apart": float(bool(left.numbers and right.numbers and not left.numbers & right.numbers)),
            "same_force": float(bool(forces[0] & forces[1])), "same_article": float(same_article),
            "neighbours": float(same_article and abs(left.order - right.order) == 1),
            "same_speaker": float(speakers_agree(left, right) is True), "unknown_speaker": float(speakers_agree(left, right) is None),
            "other_language": float(not same_language), "short": float(min(len(left.words), len(right.words)) < 4),
        }  # fmt: skip

    def probability(self, left: Side, right: Side) -> float:
        """Return how surely both tell one utterance; 0 when the two cannot be one (other speaker, other day)."""
        if not may_be_one(left, right):
            return 0.0
        weights = load_weights()
        score = sum(weights[name] * value for name, value in self.features(left, right).items())
        return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))


def _shares(left: set[str], right: set[str]) -> tuple[float, float]:
    shared = len(left & right)
    return (shared / len(left) if left else 0.0, shared / len(right) if right else 0.0)


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """Return feature -> weight."""
    table = tomllib.loads((files("onrecord.statements") / "match.toml").read_text("utf-8"))
    return {name: float(table["weights"][name]) for name in FEATURES}


def speakers_agree(left: Side, right: Side) -> bool | None:
    """Return whether both have the same speaker; `None` when one is unknown or a state speaks for a person's own."""
    a, b = left.attribution.speaker, right.attribution.speaker
    if a is None or b is None:
        return None
    if a == b or names_match(a, b):
        return True
    kinds = left.attribution.speaker_how, right.attribution.speaker_how
    institutions = ("organisation", "state", "seat of government", "place")
    return None if any(kind.startswith(institutions) for kind in kinds) else False


def may_be_one(left: Side, right: Side) -> bool:
    """False when two tellings cannot be one utterance: other stories, other persons, days that do not meet, one inside the other's words."""
    if left.story != right.story or speakers_agree(left, right) is False:
        return False
    if left.article.id == right.article.id and left.attribution.span.overlap(right.attribution.span):
        return False
    a, b = left.attribution.said_at, right.attribution.said_at
    return not (a and b and (a.end <= b.start or b.end <= a.start))
