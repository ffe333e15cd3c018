"""From tellings to statements: what one telling recalls or a passage shows of another holds for the statements they tell.

In: all statements, `Recall`s, `Sighting`s. Out: `Restatement`s and `Sign`s. Done when a comparison is read, so that a statement may
grow without any of them being written anew. Where a day is missing nothing is dropped, and nothing called later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.ids import make_id
from onrecord.kinship import Recall, Sighting
from onrecord.records import Article, DateMention, Restatement, Sign, Span, Statement
from onrecord.statements.agreement import OPEN, ZONES
from onrecord.statements.gists import find_told_by
from onrecord.statements.placing import place_articles
from onrecord.statements.watches import Watched, cut_words

MADE_BY_POSITIONS = "positions@8"
MADE_BY_SIGNS = "signs@6"
TOLD = "told"
"""`Statement.said_at_how` when a telling gives the day itself."""
_SHIFTS = frozenset({"hardens", "softens"})
_Best = tuple[float, str, Restatement]


class Statements:
    """The statements with what is needed to put them in time.

    Args:
        statements: all statements.
        articles: article id -> article.
        dates: article id -> the dates in it.
        leads: ids of the articles that stand for all copies of a text; what other articles tell is left out.
    """

    def __init__(self, statements: Sequence[Statement], articles: Mapping[str, Article], dates: Mapping[str, Sequence[DateMention]], leads: Collection[str]) -> None:
        self._articles, self._dates, self._leads = articles, dates, leads
        self._of = {r.telling: s for s in statements for r in s.renderings}
        self._told_in = {r.telling: r.article for s in statements for r in s.renderings}
        self._when = {s.id: self._find_when(s) for s in statements}
        self._spans = {s.id: find_span(s, articles) for s in statements}
        self._latest = {s.id: s.said_at.start if s.said_at else None for s in statements}
        self.days = place_articles(articles.values(), statements)
        """Article id -> its place in time."""

    def lift_recalls(self, recalls: Iterable[Recall]) -> Iterator[Restatement]:
        """Yield for each statement the one earlier statement of another occasion that it takes up most closely, a link for each commitment; for each without a day, the one most like it.

        Where one telling seems to have hardened or softened what another one repeats, the tellings differ and not the position: a headline leaves a condition out.
        """
        links: dict[tuple[str, str, str], list[_Best]] = {}
        unplaced: dict[str, _Best] = {}
        found = [
            (one, other, recall)
            for recall in recalls
            if (one := self._of.get(recall.earlier)) and (other := self._of.get(recall.later)) and is_other_occasion(one, other, self._spans)
        ]
        repeated: dict[tuple[str, str], list[Recall]] = {}
        for earlier, later, recall in found:
            if recall.relation == "repeats":
                repeated.setdefault((earlier.id, later.id), []).append(recall)
        for earlier, later, recall in found:
            if recall.relation in _SHIFTS and not all(_is_of_another(other, recall) for other in repeated.get((earlier.id, later.id), ())):
                continue
            a, b = self._when[earlier.id] or self._latest[earlier.id], self._when[later.id]
            if a is not None and b is not None:
                if a < b:
                    links.setdefault((later.id, recall.earlier, recall.later), []).append((recall.likeness, recall.id, self._relate(recall, earlier, later)))
            elif (by := self._latest[later.id]) is not None and a is not None and by < a:  # said by then, so that it is the earlier one
                if recall.relation == "repeats":
                    links.setdefault((earlier.id, recall.earlier, recall.later), []).append((recall.likeness, recall.id, self._relate(self._turn(recall), later, earlier)))
            elif recall.alike and recall.relation != "drops":  # to give up is to come later
                link = self._liken(recall, *sorted((earlier, later), key=lambda s: (self._when[s.id] is None, s.id)))
                for statement in (earlier, later):
                    if self._when[statement.id] is None:
                        _keep_best(unplaced, statement.id, (recall.likeness, recall.id, link))
        for told in _choose_tellings(links):
            yield from (link for _, _, link in told)
        yield from {link.id: link for _, _, link in sorted(unplaced.values(), key=lambda each: each[:2])}.values()

    def lift_sightings(self, sightings: Iterable[Sighting], watches: Iterable[Watched]) -> Iterator[Sign]:
        """Yield the passages about each condition, in whatever words it is told, once: of later articles, and of those of which it is not known.

        Args:
            sightings: all of them.
            watches: the conditions, each with all its wordings.
        """
        by_words = {(p.commitment.id, p.words): (watch, rank) for watch in watches for rank, p in reversed(list(enumerate(watch.places)))}
        shown: dict[tuple[str, int, int, str, str], tuple[tuple[bool, int], Sighting, Watched]] = {}
        for sighting in sightings:
            watch, rank = by_words.get((sighting.commitment, sighting.condition), (None, 0))
            if watch is None or sighting.teller not in self._leads:
                continue
            lang = self._articles[sighting.article].lang or "und"
            key = sighting.article, sighting.span.start, sighting.span.end, watch.places[0].commitment.id, watch.places[0].words
            found = (watch.places[rank].lang != lang, rank), sighting, watch
            if key not in shown or found[0] < shown[key][0]:
                shown[key] = found
        for (_, rank), sighting, watch in shown.values():
            order, cited = self._place(sighting.article, sighting.span, self.find_day(watch)), watch.places[rank]
            if cited.commitment.article == sighting.article:  # an article's own headline says less of a condition than whoever set it
                cited = next((place for place in watch.places if place.commitment.article != sighting.article), cited)
            if order is not None:
                yield Sign(
                    id=make_id("sign", sighting.article, sighting.span.start, sighting.span.end, cited.commitment.id, cited.words), article=sighting.article,
                    span=sighting.span, statement=cited.statement, commitment=cited.commitment.id, condition=cited.words, status=sighting.status, order=order, made_by=MADE_BY_SIGNS,
                )  # fmt: skip

    def find_day(self, watch: Watched) -> str | None:
        """Return the day on which a condition was set: the first one of its statements, else the place in time of the first article with it; `None` when not known."""
        told = {place.statement for place in watch.places if place.statement is not None}
        if told:
            return min((day for id in told if (day := self.find_day_said(id)) is not None), default=None)
        return min((day for place in watch.places if (day := self.days.get(place.commitment.article))), default=None)

    def find_day_said(self, statement: str) -> str | None:
        """Return the day of a statement by its id, the day by which it was said where no telling gives it; `None` when not known."""
        return self._when[statement] or self._latest[statement]

    def _place(self, article: str, span: Span, set_on: str | None) -> str | None:
        """Return whether a passage came `later` than a day or that is `unknown`; `None` for one of an earlier article, or that tells of earlier days only."""
        if set_on is None:
            return "unknown"
        told = [d.range.end for d in self._dates.get(article, ()) if d.range is not None and span.holds(d.span)]
        if told and max(told) <= set_on:
            return None
        if self.days.get(article, "") > set_on:
            return "later"
        return "unknown" if self._articles[article].published is None else None  # what it tells is older than the article: it may have appeared later

    def _relate(self, recall: Recall, earlier: Statement, later: Statement) -> Restatement:
        articles = self._told_in[recall.earlier], self._told_in[recall.later]
        return Restatement(
            id=make_id("restatement", earlier.id, later.id, *filter(None, recall.commitments)), earlier=earlier.id, later=later.id, relation=recall.relation, reason=recall.reason,
            made_by=MADE_BY_POSITIONS, articles=articles, spans=recall.spans if articles[0] == recall.left else recall.spans[::-1], commitments=recall.commitments,
        )  # fmt: skip

    def _turn(self, recall: Recall) -> Recall:
        """Return a repeat with the telling that was taken for the later one as the earlier one."""
        of = {recall.left: recall.spans[0], recall.right: recall.spans[1]}
        then, now = (self._cut(article, of[article]) for article in (self._told_in[recall.later], self._told_in[recall.earlier]))
        return replace(recall, earlier=recall.later, later=recall.earlier, reason=f"{then} then, {now} now", commitments=recall.commitments[::-1])

    def _cut(self, article: str, span: Span | None) -> str:
        return "nothing" if span is None else f"`{cut_words(self._articles[article], span)}`"

    def _liken(self, recall: Recall, one: Statement, other: Statement) -> Restatement:
        """Return that two statements are alike, of which nobody knows the earlier one."""
        told = [telling for s in (one, other) for telling in (recall.earlier, recall.later) if self._of[telling] is s]
        articles = tuple(self._told_in[telling] for telling in told)
        commitments = recall.commitments if told[0] == recall.earlier else recall.commitments[::-1]
        spans = recall.spans if articles[0] == recall.left else recall.spans[::-1]
        words = " and ".join(self._cut(a, span) for a, span in zip(articles, spans, strict=True) if span is not None)
        return Restatement(
            id=make_id("restatement", one.id, other.id, *filter(None, commitments)), earlier=one.id, later=other.id, relation="alike", reason=f"{words}; which is earlier is not told",
            made_by=MADE_BY_POSITIONS, articles=articles, spans=spans, order="unknown", commitments=commitments,
        )  # fmt: skip

    def _find_when(self, statement: Statement) -> str | None:
        """Return the day of a statement: when it was told to be said, else when it was published first.

        An inferred day is none: old words in new news get that of the news. They were said by then, so that it bounds what is earlier (`_latest`).
        """
        if statement.said_at and statement.said_at_how == TOLD:
            return statement.said_at.start
        return min((day.start for r in statement.renderings if (day := self._articles[r.article].published)), default=None)


def _is_of_another(one: Recall, other: Recall) -> bool:
    """True when two recalls of the same statements are surely about two commitments: those of one telling are told apart, those of two tellings may be one."""
    return (one.earlier == other.earlier and one.commitments[0] != other.commitments[0]) or (one.later == other.later and one.commitments[1] != other.commitments[1])


def _choose_tellings(links: Mapping[tuple[str, str, str], list[_Best]]) -> Iterable[list[_Best]]:
    """Return for each statement, the first part of a key, the links between the two tellings, its other parts, that one of them is most like."""
    best: dict[str, list[_Best]] = {}
    for (statement, *_), told in links.items():
        if statement not in best or max(link[:2] for link in told) > max(link[:2] for link in best[statement]):
            best[statement] = told
    return best.values()


def _keep_best(best: dict[str, _Best], key: str, link: _Best) -> None:
    if key not in best or link[:2] > best[key][:2]:
        best[key] = link


def find_span(statement: Statement, articles: Mapping[str, Article]) -> tuple[int, int]:
    """Return the first day on which a statement can have been made, and the day after the last one, as ordinals: it was made by the time the first article told it.

    An inferred day does not count: a story in which a speaker has one day lends it to all he says.
    """
    told = statement.said_at if statement.said_at_how == TOLD else None
    start, end = (date.fromisoformat(told.start).toordinal(), date.fromisoformat(told.end).toordinal()) if told else OPEN
    if statement.anew_from is not None:
        start = date.fromisoformat(statement.anew_from).toordinal()
    appeared = [date.fromisoformat(day).toordinal() + ZONES for r in statement.renderings if (day := find_told_by(articles[r.article])) is not None]
    return start, max(min([end, *appeared]), start + 1)


def is_other_occasion(left: Statement, right: Statement, spans: Mapping[str, tuple[int, int]]) -> bool:
    """True when two statements are of two stories, or of one story that places them on days that do not meet.

    Args:
        left: a statement.
        right: another.
        spans: statement id -> when it can have been made (`find_span`).
    """
    (start, end), (other_start, other_end) = spans[left.id], spans[right.id]
    return left.story != right.story or end <= other_start or other_end <= start
