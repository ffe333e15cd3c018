"""The language classifier: py3langid's model (BSD), asked in a quarter of the time. In: text. Out: a language and its probability.

The model is an automaton that finds runs of bytes that tell languages apart, and what each run says. The library walks it byte by byte; here all
places of a text are walked at once, each from as far back as the longest run reaches.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

LONGEST_RUN = 6
"""Bytes of the longest run the model knows. Source: measured on the automaton of py3langid 0.4."""

_SAMPLE = "Die Räte der Häfen – Ради портів – Limanların kurulları – 港口委员会 said on Friday that eleven ships would leave."


class Classifier(Protocol):
    """Tells languages apart."""

    def classify(self, text: str) -> tuple[str, float]:
        """Return the likeliest language of a text and its probability."""
        ...


class _Model(Classifier, Protocol):
    """What is used of the library's model."""

    tk_nextmove: Sequence[int]
    tk_row: Sequence[int]
    tk_output: Sequence[int]
    nb_ptc: NDArray[np.float16]
    nb_pc: NDArray[np.float32]
    nb_classes: Sequence[str]
    _alias_pairs: Sequence[tuple[int, int]]


@lru_cache(maxsize=1)
def load_classifier() -> Classifier:
    """Return the classifier, loaded once; the library's own when its model is not the one this file knows."""
    from importlib import import_module

    module = import_module("py3langid.langid")
    model = cast("_Model", module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True))
    try:
        own = _WholeText(model)
        (lang, probability), (same, known) = own.classify(_SAMPLE), model.classify(_SAMPLE)
    except (AttributeError, IndexError, TypeError, ValueError):
        return model
    return own if lang == same and abs(probability - known) < 1e-3 else model


class _WholeText:
    """Walks all places of a text at once."""

    def __init__(self, model: _Model) -> None:
        self._moves = np.asarray(model.tk_nextmove)
        self._rows = np.asarray(model.tk_row, dtype=np.int64) << 8
        self._runs = np.asarray(model.tk_output, dtype=np.int32)
        self._weights = model.nb_ptc.astype(np.float32)  # as they are stored each use would have to convert them, which takes longer than all else
        self._priors = model.nb_pc
        self._langs = tuple(model.nb_classes)
        self._twins = tuple(model._alias_pairs)

    def classify(self, text: str) -> tuple[str, float]:
        """Return the likeliest language of a text and its probability."""
        data = unicodedata.normalize("NFC", text.lower() if text.isupper() else text).encode("utf-8", "surrogatepass")
        scores = self._rate(data)
        for first, twin in self._twins:
            scores[first] += scores[twin]
            scores[twin] = 0.0
        best = int(scores.argmax())
        return self._langs[best], float(scores[best])

    def _rate(self, data: bytes) -> NDArray[np.float32]:
        """Return the probability of each language, all the same where nothing is found."""
        runs = self._find_runs(data)
        if not len(runs):
            return np.full(len(self._langs), 1.0 / len(self._langs), dtype=np.float32)
        edges = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1], [True])))
        counts = (edges[1:] - edges[:-1]).astype(np.float32)
        scores = np.log1p(counts) @ self._weights[runs[edges[:-1]]] + self._priors
        scores *= len(data) ** -0.5  # so that the probability means the same for any length
        odds: NDArray[np.float32] = np.exp(scores - scores.max())
        odds /= odds.sum()
        return odds

    def _find_runs(self, data: bytes) -> NDArray[np.int32]:
        """Return the runs found in a text, sorted, each as often as it stands there."""
        size = len(data)
        padded = np.frombuffer(bytes(LONGEST_RUN - 1) + data, dtype=np.uint8)
        states = self._moves[self._rows[0] + padded[:size]]
        for step in range(1, LONGEST_RUN):
            states = self._moves[self._rows[states] + padded[step : step + size]]
        runs = self._runs[states]
        return np.sort(runs[runs >= 0])
