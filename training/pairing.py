"""What the matcher is fitted on: two articles, their tellings, and which of them tell one utterance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairing:
    """Two articles: word vectors (words, width) with how many each telling has, pairs of tellings, their other features (pairs, features) and labels."""

    left: np.ndarray
    left_counts: np.ndarray
    right: np.ndarray
    right_counts: np.ndarray
    pairs: tuple[np.ndarray, np.ndarray]
    features: np.ndarray
    labels: np.ndarray
