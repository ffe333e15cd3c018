"""Commitments that only a headline tells: shown with the one of the text they sum up, else as "headline only".

In: commitments folded into groups. Out: which group a headline's belongs to. Nothing is left out: its words stand under the other's.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Article, Commitment
from onrecord.views.forces import are_kin
from onrecord.views.lookup import Lookup


def is_title_claim(article: Article, commitment: Commitment) -> bool:
    """True for a commitment whose consequence stands in the headline or a subhead of its article."""
    heads = (*article.subheads, *((article.title_span,) if article.title_span else ()))
    return any(head.overlap(commitment.consequence) for head in heads)


def fold_titles(groups: Sequence[Sequence[Commitment]], lookup: Lookup) -> dict[int, int]:
    """Return for the place of each group that headlines alone tell the place of the one it sums up.

    That is the only one on a condition that its article's text tells of the same holder with a force of the same kind; a group without one is not in it.
    """
    titles = [place for place, group in enumerate(groups) if all(is_title_claim(lookup.article(c.article), c) for c in group)]
    folded: dict[int, int] = {}
    for place in titles:
        first = groups[place][0]
        fitting = [at for at, group in enumerate(groups) if at not in titles and any(_sums_up(c, other) for c in groups[place] for other in group)]
        if first.holder_canonical is not None and len(fitting) == 1:
            folded[place] = fitting[0]
    return folded


def _sums_up(title: Commitment, told: Commitment) -> bool:
    return title.article == told.article and told.conditional and not told.inner_voice and are_kin(title.force, told.force) and title.holder_canonical == told.holder_canonical
