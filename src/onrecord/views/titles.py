"""Commitments that only a headline tells: shown with the one of the text they sum up, else as "headline only".

In: commitments folded into groups. Out: which group a headline's belongs to. Nothing is left out: its words stand under the other's.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.languages.fold import fold_text
from onrecord.records import Article, Commitment
from onrecord.statements.words import STEM_CHARS, WORD
from onrecord.views.forces import are_kin
from onrecord.views.lookup import Lookup


def is_title_claim(article: Article, commitment: Commitment) -> bool:
    """True for a commitment whose consequence stands in the headline or a subhead of its article."""
    heads = (*article.subheads, *((article.title_span,) if article.title_span else ()))
    return any(head.overlap(commitment.consequence) for head in heads)


def fold_titles(groups: Sequence[Sequence[Commitment]], lookup: Lookup) -> dict[int, int]:
    """Return for the place of each group that headlines alone tell the place of the one it sums up.

    That is the only one on a condition that its article's text tells of the same holder with a force of the same kind; of several the one that is told first among those on a condition like the
    headline's. A group without one is not in it.
    """
    titles = [place for place, group in enumerate(groups) if all(is_title_claim(lookup.article(c.article), c) for c in group)]
    folded: dict[int, int] = {}
    for place in titles:
        first = groups[place][0]
        fitting = [at for at, group in enumerate(groups) if at not in titles and any(_sums_up(c, other) for c in groups[place] for other in group)]
        if len(fitting) > 1:
            fitting = _list_alike(groups, place, fitting, lookup)
        if first.holder_canonical is not None and fitting:
            folded[place] = fitting[0]
    return folded


def _list_alike(groups: Sequence[Sequence[Commitment]], title: int, fitting: Sequence[int], lookup: Lookup) -> list[int]:
    """Return the groups whose conditions share a word with those of a headline, the one that is told first at the beginning."""
    asked = {stem for c in groups[title] for stem in _list_stems(c, lookup)}
    alike = [at for at in fitting if any(asked & _list_stems(c, lookup) for c in groups[at])]
    return sorted(alike, key=lambda at: min((c.article != groups[title][0].article, c.consequence) for c in groups[at]))


def _list_stems(commitment: Commitment, lookup: Lookup) -> set[str]:
    """Return how the longer words of a commitment's conditions begin."""
    article = lookup.article(commitment.article)
    words = (word for c in commitment.conditions if not c.empty for word in WORD.findall(fold_text(c.span.of(article.text), article.lang or "und")))
    return {word[:STEM_CHARS] for word in words if len(word) >= STEM_CHARS}


def _sums_up(title: Commitment, told: Commitment) -> bool:
    return title.article == told.article and told.conditional and not told.inner_voice and are_kin(title.force, told.force) and title.holder_canonical == told.holder_canonical
