"""From tellings to statements: what one telling recalls or a passage shows of another holds for the statements they tell.

In: all statements, `Recall`s, `Sighting`s. Out: `Restatement`s and `Sign`s. Done when a comparison is read, so that a statement may
grow without any of them being written anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from onrecord.ids import make_id
from onrecord.kinship import Recall, Sighting
from onrecord.records import Article, Commitment, Restatement, Sign, Statement

MADE_BY_POSITIONS = "positions@3"
MADE_BY_SIGNS = "signs@3"
TOLD = "told"
"""`Statement.said_at_how` when a telling gives the day itself."""


class Statements:
    """The statements with what is needed to put them in time.

    Args:
        statements: all statements.
        articles: article id -> article.
        commitments: utterance id -> its commitments.
        leads: ids of the articles that stand for all copies of a text; what other articles tell is left out.
    """

    def __init__(self, statements: Sequence[Statement], articles: Mapping[str, Article], commitments: Mapping[str, Sequence[Commitment]], leads: Collection[str]) -> None:
        self._articles, self._commitments, self._leads = articles, commitments, leads
        self._of = {r.telling: s for s in statements for r in s.renderings}
        self._told_in = {r.telling: r.article for s in statements for r in s.renderings}
        self._when = {s.id: self._find_when(s) for s in statements}
        self._fullest = {s.id: self._find_fullest(s) for s in statements}

    def lift_recalls(self, recalls: Iterable[Recall]) -> Iterator[Restatement]:
        """Yield for each statement the one earlier statement of another occasion that it takes up most closely."""
        best: dict[str, tuple[float, str, Restatement]] = {}
        for recall in recalls:
            earlier, later = self._of.get(recall.earlier), self._of.get(recall.later)
            if earlier is None or later is None or not is_other_occasion(earlier, later) or not self._precedes(earlier, later):
                continue
            articles = self._told_in[recall.earlier], self._told_in[recall.later]
            link = Restatement(
                id=make_id("restatement", earlier.id, later.id), earlier=earlier.id, later=later.id, relation=recall.relation, reason=recall.reason, made_by=MADE_BY_POSITIONS,
                articles=articles, spans=recall.spans if articles[0] == recall.left else recall.spans[::-1],
            )  # fmt: skip
            rank = (recall.likeness, recall.id, link)
            if later.id not in best or rank[:2] > best[later.id][:2]:
                best[later.id] = rank
        for _, _, link in best.values():
            yield link

    def lift_sightings(self, sightings: Iterable[Sighting]) -> Iterator[Sign]:
        """Yield the passages of later articles about what the fullest telling of a statement commits to."""
        for sighting in sightings:
            statement, article = self._of.get(sighting.attribution), self._articles[sighting.article]
            if statement is None or self._fullest[statement.id] != sighting.attribution or article.published is None:
                continue
            when = self._when[statement.id]
            if when is not None and article.published.start > when:
                yield Sign(
                    id=make_id("sign", sighting.article, sighting.span.start, sighting.span.end, sighting.commitment, sighting.condition), article=sighting.article,
                    span=sighting.span, statement=statement.id, commitment=sighting.commitment, condition=sighting.condition, status=sighting.status, made_by=MADE_BY_SIGNS,
                )  # fmt: skip

    def list_held(self) -> dict[str, tuple[str, str | None]]:
        """Return commitment id -> the statement that tells it fullest, and the day of that statement if it is known."""
        return {
            commitment.id: (id, self._when[id])
            for id, attribution in sorted(self._fullest.items()) if attribution is not None for commitment in self._commitments[attribution]
        }  # fmt: skip

    def _precedes(self, earlier: Statement, later: Statement) -> bool:
        a, b = self._when[earlier.id], self._when[later.id]
        return a is not None and b is not None and a < b

    def _find_when(self, statement: Statement) -> str | None:
        """Return the day of a statement: when it was said, else when it was published first."""
        if statement.said_at:
            return statement.said_at.start
        return min((day.start for r in statement.renderings if (day := self._articles[r.article].published)), default=None)

    def _find_fullest(self, statement: Statement) -> str | None:
        """Return the telling with most conditions, then most words, of those that hold a commitment; `None` without one."""
        found = [r for r in statement.renderings if r.article in self._leads and self._commitments.get(r.telling)]
        ranked = sorted(found, key=lambda r: (-max(len(c.conditions) for c in self._commitments[r.telling]), r.span.start - r.span.end, r.telling))
        return ranked[0].telling if ranked else None


def is_other_occasion(left: Statement, right: Statement) -> bool:
    """True when two statements are of two stories, or of one story whose tellings place them on days that do not meet.

    An inferred day does not count: a story in which a speaker has one day lends it to all he says.
    """
    if left.story != right.story:
        return True
    a, b = (s.said_at if s.said_at_how == TOLD else None for s in (left, right))
    return bool(a and b and (a.end <= b.start or b.end <= a.start))
