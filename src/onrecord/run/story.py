"""Write one story: which articles it has, how many accounts they are, the statements they tell and what they count.

In: the leads of a story with the copies each stands for, what pairs of them have in common. Out: the records of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.copies.find import find_coverage, first_told, make_copy
from onrecord.kinship import Contrast, Sketch
from onrecord.ledger import find_tallies
from onrecord.records import Account, Copy, Difference, Statement, Story, Tally
from onrecord.run.articles import Articles
from onrecord.statements.changes import compare_two, find_changes, list_pairs
from onrecord.statements.cluster import Echoes, Group, attach_asides
from onrecord.statements.find import find_statements
from onrecord.statements.match import Matcher
from onrecord.statements.shared import UNIT, unpack_echoes
from onrecord.statements.telling import Telling
from onrecord.stories.find import count_accounts, find_accounts, make_story

Written = Story | Account | Copy | Tally


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """What was known before: what has not changed need not be found again.

    Args:
        statements: statement id -> statement as it was.
        moved: articles that are new or not as they were.
        safe: a story of which every article is unmoved and still together with the others, `None` without one. Of two such stories that are one now,
            tellings may have found each other: only one counts.
        contrast: gives by a statement's id which of its renderings were set side by side.
    """

    statements: Mapping[str, Statement]
    moved: frozenset[str]
    safe: str | None
    contrast: Callable[[str], Contrast | None]

    def list_settled(self, beside: Mapping[str, Sequence[Telling]]) -> dict[str, str]:
        """Return utterance id -> statement id in the safe story, of statements with the same unattributed sentences as now.

        Args:
            beside: see `attach_asides`.
        """
        found: dict[str, str] = {}
        for statement in self.statements.values():
            if self.safe is None or statement.story != self.safe:
                continue
            told = [r.telling for r in statement.renderings if r.attribution is not None]
            if {aside.gist.of for each in told for aside in beside.get(each, ())} == {r.telling for r in statement.renderings if r.attribution is None}:
                found.update(dict.fromkeys(told, statement.id))
        return found

    def list_compared(self, tellings: Collection[str], attributed: Mapping[str, str]) -> dict[tuple[str, str], list[Difference]]:
        """Return what was found between pairs of some tellings, `left` and `right` 0 or 1.

        Args:
            tellings: utterance ids.
            attributed: utterance id -> the statement it was of.
        """
        found: dict[tuple[str, str], list[Difference]] = {}
        for id in sorted({attributed[each] for each in tellings if each in attributed}):
            statement, contrast = self.statements[id], self.contrast(id)
            if contrast is None:
                continue
            ends = ["" if r.article in self.moved else r.telling for r in statement.renderings]
            found.update({(ends[i], ends[j]): [] for i, j in np.frombuffer(contrast.pairs, dtype="<u4").reshape(-1, 2).tolist() if ends[i] and ends[j]})
            for d in statement.differences:
                if (pair := (ends[d.left], ends[d.right])) in found:
                    found[pair].append(replace(d, left=0, right=1))
        return found


def make_records(
    forms: Sequence[Sequence[Sketch]], between: Sequence[Copy], echoes: Mapping[tuple[str, str], bytes], articles: Articles, matcher: Matcher, before: Before
) -> tuple[list[Written], list[tuple[Statement, Contrast | None]]]:
    """Return the records of a story, itself first, and its statements; those whose renderings are as they were without `Contrast`.

    Args:
        forms: for each lead the articles of its form, itself among them.
        between: which leads are copies of others.
        echoes: pair of articles -> `Kinship.echoes`, each article with itself and others of its form among them.
        articles: gives what is kept of single articles.
        matcher: gives word vectors.
        before: what was known before.
    """
    members = [sketch for form in forms for sketch in form]
    story = make_story(members)
    copies = [copy for form in forms for copy in _copies_of_form(form)]
    tellings = [Telling(sketch=s, gist=gist) for s in members for gist in s.gists]
    asides = [Telling(sketch=s, gist=gist) for s in members for gist in s.asides]
    told_in = {t.gist.of: t.sketch.article for t in (*tellings, *asides)}
    own, attached = _join_echoes(members, echoes)
    beside = attach_asides(tellings, asides, attached)
    attributed = {r.telling: s.id for s in before.statements.values() for r in s.renderings}
    contrasts: dict[str, Contrast] = {}

    def compare(*pair: str) -> Sequence[Difference]:
        left, right = (articles.side(told_in[each], each) for each in pair)
        return compare_two(left, right, matcher) if left is not None and right is not None else ()

    def differ(id: str, group: Group) -> tuple[Difference, ...]:
        if id in before.statements and before.moved.isdisjoint(told_in[t.gist.of] for t in group.tellings):
            return before.statements[id].differences
        pairs = list_pairs(group)
        known = before.list_compared([t.gist.of for t in group.tellings], attributed) if pairs else {}
        place = {t.gist.of: index for index, t in enumerate(group.tellings)}
        found = {pair: known[pair] if pair in known else compare(*pair) for pair in pairs}
        contrasts[id] = Contrast(id=id, pairs=np.array([(place[a], place[b]) for a, b in pairs], dtype="<u4").tobytes())
        return find_changes(group, found)

    statements = list(find_statements(story.id, tellings, own, differ, before.list_settled(beside), beside))
    tallies = find_tallies(story.id, [(s, articles.figures(s.article)) for s in members], find_accounts(members, [*copies, *between]))
    return [story, count_accounts(story, members, [*copies, *between]), *copies, *tallies], [(s, contrasts.get(s.id)) for s in statements]


def _join_echoes(members: Sequence[Sketch], echoes: Mapping[tuple[str, str], bytes]) -> tuple[Echoes, Echoes]:
    """Return the echoes between tellings, and those between tellings and asides, both counted through all articles."""
    if not any(echoes.values()):
        none = np.zeros(0, dtype=np.int64)
        return Echoes(none, none, np.zeros(0)), Echoes(none, none, np.zeros(0))
    told, aside = (_count_through([len(held) for held in each]) for each in ([s.gists for s in members], [s.asides for s in members]))
    place = {sketch.article: at for at, sketch in enumerate(members)}
    size = np.array([len(s.gists) for s in members], dtype=np.int64)
    rows = unpack_echoes(b"".join(echoes.values())).astype(np.int64)
    counts = [len(unpack_echoes(each)) for each in echoes.values()]
    at = [np.repeat(np.array([place[pair[side]] for pair in echoes], dtype=np.int64), counts) for side in (0, 1)]
    is_aside = [rows[:, side] >= size[at[side]] for side in (0, 1)]
    index = [np.where(is_aside[side], rows[:, side] - size[at[side]] + aside[at[side]], rows[:, side] + told[at[side]]) for side in (0, 1)]
    surely = rows[:, 2] / UNIT
    both, left, right = ~(is_aside[0] | is_aside[1]), is_aside[0] & ~is_aside[1], is_aside[1] & ~is_aside[0]
    return Echoes(index[0][both], index[1][both], surely[both]), Echoes(
        np.concatenate([index[0][right], index[1][left]]), np.concatenate([index[1][right], index[0][left]]), np.concatenate([surely[right], surely[left]])
    )


def _count_through(sizes: Sequence[int]) -> NDArray[np.int64]:
    """Return where each of several lists begins when they stand one behind the other."""
    return np.cumsum([0, *sizes], dtype=np.int64)[:-1]


def _copies_of_form(form: Sequence[Sketch]) -> list[Copy]:
    """Return each article of a form as a copy of the one told first."""
    first, *others = sorted(form, key=first_told)
    return [copy for other in others if (copy := make_copy(first, other, find_coverage(first, other))) is not None]
