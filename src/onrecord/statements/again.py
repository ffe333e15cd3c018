"""Whether two tellings of one article can be one utterance: an article says a thing again only for a reason.

In: the tellings of one article and how much they share. Out: a table of flags. The reasons are that a heading or the lead sums up what follows, that a quotation
follows what was retold, and that the same is said in the same words. Left to others: how surely two are one (`match.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist
from onrecord.statements.contrary import measure_likeness
from onrecord.statements.sides import FloatArray

AGAIN_BEST, AGAIN_LEAST = 0.55, 0.2
"""Shares of the weight of words that two tellings of one article must have in common, the higher and the lower of the two sides', where they are not known to be of one speaker: an
article goes on about the same people and places all the time. Set on utterances (development part), see docs/quality.md."""
QUOTED_BEST, QUOTED_LEAST = 0.6, 0.5
"""The shares for two direct quotations of one article: it quotes an utterance again in the same words, in its heading or its lead a part of them. "We can't stop all the crime. We can't
stop all the violence" says two things."""
HELD = 0.5
"""The higher share for two retellings in the text of one article, where neither is its heading or its lead: the one holds the other."""
ALIKE = 0.5
"""Mean cosine of the words of both with their best counterparts in the other, from which a quotation may be of what was retold, a heading or a lead of what follows; a speaker says more
than one thing. Of the pairs that the weights would join in nine articles in seven languages and in utterances (development part), those of two utterances had up to .48."""
UNLIKE = 0.4
"""Least likeness of what two tellings of one article commit their speaker to, the mean over the words of the shorter of their best cosine in the other. A first setting."""
ALL = 0.999
"""Share of the words of a heading from which on the sentence below holds them all: it commits its speaker to nothing else, however little its words mean alone."""
SUMS_UP = ("headline", "subhead", "lead")
"""Parts of an article (`Gist.part`) that tell in short what stands below them."""
KINDS = {"threat": "threat", "warning": "threat", "promise": "promise", "offer": "promise", "refusal": "refusal", "demand": "demand"}
"""Force -> what may be called by one name in one article and by another in the next sentence."""
Flags = NDArray[np.bool_]


def find_again(gists: tuple[Gist, ...], words: FloatArray, counts: NDArray[np.int64], rows: slice, same_speaker: Flags, features: Mapping[str, FloatArray]) -> Flags:
    """Return which of some tellings of an article can be one utterance with which of all, a table.

    Args:
        gists: all tellings.
        words: the vectors of all their words (rows, width), centred and at unit length.
        counts: how many of these rows each telling has.
        rows: which tellings are asked for.
        same_speaker: which pairs of one of these with one of all are known to be of one speaker.
        features: how much each pair has in common, as `compare_tellings` says.
    """
    best, least = features["shared_stems_best"], features["shared_stems_least"]
    part = np.array([g.part for g in gists], dtype=object)
    sums_up = np.isin(part, SUMS_UP)
    of_parts = (part[rows, None] != part[None, :]) & (sums_up[rows, None] | sums_up[None, :])
    quoted = np.array([g.type == "direct" for g in gists], dtype=np.bool_)
    unquoted = np.array([g.type == "indirect" for g in gists], dtype=np.bool_)
    both_quoted, both_retold = np.logical_and.outer(quoted[rows], quoted), np.logical_and.outer(unquoted[rows], unquoted)
    again = ~both_quoted | ((best >= QUOTED_BEST) & (of_parts | (least >= QUOTED_LEAST)))
    again &= ~both_retold | of_parts | (best >= HELD)
    again &= ((features["aligned_best"] + features["aligned_least"]) / 2 >= ALIKE) | (of_parts & (best >= QUOTED_BEST))
    again &= same_speaker | ((best >= AGAIN_BEST) & (least >= AGAIN_LEAST))
    again &= ~_name_two(gists, rows) | same_speaker | of_parts
    is_within = of_parts & same_speaker & (best >= ALL)
    return np.asarray(again & (is_within | ~_commit_to_two(gists, words, counts, rows, of_parts)), dtype=np.bool_)


def _name_two(gists: tuple[Gist, ...], rows: slice) -> Flags:
    """Return which pairs both name who speaks."""
    named = np.array([g.speaker is not None for g in gists], dtype=np.bool_)
    return np.asarray(np.logical_and.outer(named[rows], named), dtype=np.bool_)


def _commit_to_two(gists: tuple[Gist, ...], words: FloatArray, counts: NDArray[np.int64], rows: slice, of_parts: Flags) -> Flags:
    """Return which pairs commit their speaker to two things: in their kind, unless a heading calls it otherwise, or in what is to come of it."""
    found = np.zeros(of_parts.shape, dtype=np.bool_)
    starts = np.concatenate([[0], np.cumsum(counts)])
    outcomes = {at: words[starts[at] : starts[at + 1]][np.frombuffer(g.outcome, dtype=np.bool_)] for at, g in enumerate(gists) if len(g.outcome) == counts[at]}
    bound = [(at, {KINDS.get(force, force) for force in g.acts}) for at, g in enumerate(gists) if g.acts]
    first, last, _ = rows.indices(len(gists))
    for at, kinds in bound:
        if not first <= at < last:
            continue
        for other, others in bound:
            if first <= other <= at:  # found already, from the other's row
                continue
            apart = not of_parts[at - first, other] and kinds.isdisjoint(others)
            mine, theirs = outcomes.get(min(at, other)), outcomes.get(max(at, other))
            if not apart and mine is not None and theirs is not None and len(mine) and len(theirs):
                apart = measure_likeness(mine, theirs) < UNLIKE
            found[at - first, other] = apart
            if first <= other < last:
                found[other - first, at] = apart
    return found
