"""How surely two tellings tell the same utterance.

In: the tellings of two articles. Out: probabilities, from a small logistic model over the features of `features.py`.
Its weights stand in `match.toml`, fitted by `training/fit_match.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from onrecord.kinship import Gist
from onrecord.records import Span
from onrecord.statements.again import ALL, find_again
from onrecord.statements.features import FEATURES, Flags, Table, Tellings, centre_words, compare_in_blocks
from onrecord.statements.sides import FloatArray, Side, content_vectors
from onrecord.statements.space import Space, load_space

__all__ = ["FEATURES", "Matcher", "load_weights", "match_tellings"]

TOO_SHORT = 3
"""Content words under which a telling is one with another only when both hold the same words, or when it quotes a word of the same speaker: one shared name is no utterance."""
SHORT_ALIKE = 0.6
"""... or when two languages quote him with a name in both and words this alike on either side ("We will not leave Korva" / "Nous ne quitterons pas Korva"): between languages no
word is the same. A first setting."""
SHORT_LIKEST, SHORT_WORDS = 0.3, 2
"""... or when one speaker says so many words in two languages, none of them a name of both, each telling the likest of the other's article, and this alike: 92 of 100 such pairs of the invented stories of
`training/data/tellings` are one utterance, November 2026."""
ASIDE_LEAST, ASIDE_BEST = 0.3, 0.5
"""Shares of the weight of words that a telling and an unattributed sentence must both hold, the lower and the higher of the two sides'. Set on utterances
(development part), see docs/quality.md."""
ASIDE_SAME = 0.2
"""What both must be higher by inside one article, which goes on about the same people and places."""
HEADING_MORE = 0.15
"""... but for its headline, which says in few words what stands below: the higher side by this, the lower by nothing."""
ASIDE_WORDS = 4
LED = 0.9
"""How surely a retelling is of the quotation that it leads in (`leads.py`): it says less than this does, so that words in common cannot tell. A first setting."""
ROUNDED = 4
"""Digits that count of a probability: fewer than two machines' arithmetic may differ in."""


def match_tellings(left: Tellings, right: Tellings, space: Space | None = None) -> Table:
    """Return how surely each telling of one article is one utterance with each of the other, 0 where they cannot be one.

    The result depends on nothing but the two; give the article with the smaller id first, as sums in another order may differ in the last digit.

    Args:
        left: the tellings of one article.
        right: those of another, or of the same.
        space: the one that their words are in; the fitted one by default.
    """
    weights = load_weights()
    surely = np.zeros((len(left), len(right)), dtype=np.float64)
    words = centre_words(left.words) if left.article == right.article else None
    led = _find_led(left.gists) if words is not None else None
    for rows, possible, features in compare_in_blocks(left, right, space):
        scores = sum((weights[name] * values.astype(np.float64) for name, values in features.items()), np.zeros(possible.shape))
        told = possible & _is_told(left, right, rows, words, features)
        surely[rows] = np.round(np.where(told, 1 / (1 + np.exp(-np.clip(scores, -30.0, 30.0))), 0.0), ROUNDED)
        if led is not None:
            for row, column in led:
                if row in range(len(left))[rows] and possible[row - rows.start, column]:
                    surely[row, column] = max(surely[row, column], LED)
    return surely


def _find_led(gists: Sequence[Gist]) -> list[tuple[int, int]]:
    """Return the pairs of tellings of an article of which one is a retelling and the other the quotation that it leads in, both ways."""
    place = {g.of: at for at, g in enumerate(gists)}
    found = [(at, place[gist.leads]) for at, gist in enumerate(gists) if gist.leads in place]
    return [*found, *((other, at) for at, other in found)]


def _is_told(left: Tellings, right: Tellings, rows: slice, words: FloatArray | None, features: Mapping[str, FloatArray]) -> Flags:
    """Return which pairs in some rows hold enough for their words to tell whether they are one utterance; `words` are the centred ones of the article when both are the same."""
    best, least = features["shared_stems_best"], features["shared_stems_least"]
    same_speaker = features["same_speaker"] > 0
    quotes = np.logical_or.outer(left.is_quoted[rows], right.is_quoted) & same_speaker
    told = (np.minimum(left.sizes[rows, None], right.sizes[None, :]) >= TOO_SHORT) | (np.where(quotes, best, least) >= ALL)
    if left.lang != right.lang:
        both = np.logical_and.outer(left.is_quoted[rows], right.is_quoted) & same_speaker
        told |= both & (features["shared_names"] > 0) & (features["aligned_least"] >= SHORT_ALIKE)
        likest = same_speaker & (features["mutual_best"] > 0) & (features["aligned_least"] >= SHORT_LIKEST) & (features["shared_names"] == 0)
        told |= likest & (np.minimum(left.sizes[rows, None], right.sizes[None, :]) >= SHORT_WORDS)
    if words is not None:
        told &= find_again(tuple(left.gists), words, left.counts, rows, same_speaker, features)
    return np.asarray(told, dtype=np.bool_)


def match_asides(told: Tellings, asides: Tellings) -> Table:
    """Return how surely each telling says what each of the sentences says that an article, the same or another, attributes to nobody; 0 where it does not.

    Words decide, so that two languages never meet; names and numbers must not be others. The value is the share of words that both hold.
    """
    shape = (len(told), len(asides))
    if not min(shape) or told.lang != asides.lang:
        return np.zeros(shape, dtype=np.float64)
    shared, mine, theirs = told.stems.share(asides.stems, same_article=False)
    here, there = shared / np.maximum(mine, 1e-6), shared / np.maximum(theirs, 1e-6)
    more = np.array([(0.0, HEADING_MORE) if g.part == "headline" else (ASIDE_SAME, ASIDE_SAME) for g in asides.gists]) * (told.article == asides.article)
    likely = (np.minimum(here, there) >= ASIDE_LEAST + more[:, 0]) & (np.maximum(here, there) >= ASIDE_BEST + more[:, 1])
    likely &= np.minimum(told.sizes[:, None], asides.sizes[None, :]) >= ASIDE_WORDS
    for held, other in ((told.names, asides.names), (told.numbers, asides.numbers)):
        likely &= ~held.both(other) | (held.share(other, same_article=False)[0] > 0)
    return np.asarray(np.where(likely, np.round((here + there) / 2, ROUNDED), 0.0), dtype=np.float64)


class Matcher:
    """Gives the word vectors of tellings in the space learned for them, and remembers them.

    Args:
        space: that space; the fitted one by default.
    """

    def __init__(self, space: Space | None = None) -> None:
        self.space = space or load_space()
        self._cache: dict[str, tuple[list[Span], FloatArray]] = {}

    def words(self, side: Side) -> tuple[list[Span], FloatArray]:
        """Return the content words of a side and their vectors."""
        key = side.attribution.id
        if key not in self._cache:
            words, vectors = content_vectors(side, self.space.centre)
            self._cache[key] = words, self.space.narrow_words(vectors)
        return self._cache[key]


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """Return feature -> weight."""
    table = tomllib.loads((files("onrecord.statements") / "match.toml").read_text("utf-8"))
    return {name: float(table["weights"][name]) for name in FEATURES}
