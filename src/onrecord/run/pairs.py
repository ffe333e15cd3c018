"""Compare two articles: everything that holds between them and depends on nothing else.

In: two sketches. Out: a `Kinship`, and a `Copy` when one derives from the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.copies.find import EDITED, find_coverage, make_copy
from onrecord.ids import make_id
from onrecord.kinship import Kinship, Recall, Sighting, Sketch
from onrecord.records import Copy
from onrecord.statements.features import Tellings
from onrecord.statements.match import match_asides, match_tellings
from onrecord.statements.shared import are_apart, count_shared, pack_echoes
from onrecord.statements.space import Space
from onrecord.stories.likeness import compare_matter, fade, find_likeness
from onrecord.stories.reprints import find_own_matter

MADE_BY = "kinship@15"
LEAST_MATTER = 0.08
"""Articles less like each other than this, before utterances they share count, are not compared telling by telling."""
Between = Kinship | Copy | Recall | Sighting
Told = tuple[Tellings, Tellings]


def compare_pair(left: Sketch, right: Sketch, tellings: Callable[[], tuple[Told, Told]], *, space: Space | None = None, is_one_form: bool = False) -> Sequence[Between]:
    """Return what two articles have in common; empty when it is negligible.

    Args:
        left: the article with the smaller id, or the same as `right`.
        right: the other one.
        tellings: gives those of `left` and of `right`, each with the sentences that the article attributes to nobody; not asked for where nobody tells anything.
        space: the one that the tellings' words are in; the fitted one by default.
        is_one_form: one stands for the other, so that both are of one story whatever they say.
    """
    itself = left.article == right.article
    coverage = (1.0, 1.0) if itself else find_coverage(left, right)
    matter = 1.0 if itself else compare_matter(left, right)
    faded = fade(left, right)
    own = None if itself or is_one_form else find_own_matter(left, right)
    is_reprint = own is not None  # all that they share is what their outlet prints again and again
    if own is not None:
        coverage, matter = (0.0, 0.0), min(own, matter)
    is_near = is_one_form or max(coverage) >= EDITED or matter * faded >= LEAST_MATTER
    if not is_near:
        return ()
    shared, echoes = _find_echoes(tellings(), space, itself=itself) if left.gists or right.gists else (0, b"")
    shared = 0 if is_reprint else shared
    is_apart = not itself and are_apart(left, right)
    kinship = Kinship(
        id=make_id("kinship", left.article, right.article), left=left.article, right=right.article, likeness=find_likeness(matter, faded, shared, is_apart),
        coverage=coverage, shared=shared, is_apart=is_apart, is_one_form=is_one_form, echoes=echoes, made_by=MADE_BY,
    )  # fmt: skip
    copy = None if itself or is_one_form or is_reprint else make_copy(left, right, coverage)
    return (kinship,) if copy is None else (kinship, copy)


def _find_echoes(tellings: tuple[Told, Told], space: Space | None, *, itself: bool) -> tuple[int, bytes]:
    """Return how many utterances two articles share, and `Kinship.echoes`."""
    (mine, asides), (theirs, other_asides) = tellings
    surely, there = match_tellings(mine, theirs, space), match_asides(mine, other_asides)
    here = there if itself else match_asides(theirs, asides)
    return 0 if itself else count_shared(surely), pack_echoes(surely, there, here, same_article=itself)
