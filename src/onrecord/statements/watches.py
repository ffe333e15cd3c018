"""Which conditions of all tellings are one: one watch for each, with every wording under it.

In: all articles' commitments, the statements that tell them, which take up which, what two tellings have in common. Out: `Watched`s. Done
when a comparison is read, so that no telling's wording is lost to a fuller one. Left to others: what news says of them (`lifting.py`, `standing.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from onrecord.languages.pack import fold_text
from onrecord.records import CONDITIONAL_KINDS, Article, Commitment, Condition, Span, Statement
from onrecord.results import Analysis
from onrecord.statements.alike import are_alike, foretell_alike
from onrecord.statements.changes import ALL_PAIRS
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.sameness import Nature, are_apart, bind_alike, name_alike, read_nature, stages_one
from onrecord.statements.sides import find_pack

_OVERLAPPING, _ALIKE = 3.0, 2.0
"""How surely conditions are one that lie on each other, or have the same words in one statement: more than any likeness of vectors."""
TAKEN_UP = 0.6
"""Least likeness of conditions of two statements, of which one takes up the other, to be one condition: inside one statement less will do, where both name one place or one names none."""
_NAMED = 0.5
"""How surely a condition that its telling does not hold, so that the model did not read it, is another one of its speaker about the same event."""
_CITABLE = {"direct": 0, "mixed": 1}
"""Quoted words head a watch before retold ones, and words without a gap or an insertion before others."""
_MENDED = ("…", "...", "[", "]")
_LIKELY = 0.5
"""Least confidence of a commitment whose words may head a watch before those of a surer one: below it is more likely none."""
Key = tuple[str, Span]
"""A condition: the id of its commitment, its span."""
Link = tuple[float, Key, Key]
Pairing = Callable[[str, str], Pair | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A condition as one article words it, with what must agree for another to be the same; `statement` is the id of the statement that tells it, `None` without one, `type` that of the telling."""

    commitment: Commitment
    condition: Condition
    words: str
    lang: str
    statement: str | None
    nature: Nature
    type: str | None = None

    @property
    def key(self) -> Key:
        """The condition."""
        return self.commitment.id, self.condition.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One condition with its wordings, the one to show first before the others; `statement` is that of the first that has one."""

    places: tuple[Place, ...]

    @property
    def statement(self) -> str | None:
        """The id of the statement it belongs to, `None` without one."""
        return next((place.statement for place in self.places if place.statement is not None), None)


def join_conditions(
    analyses: Sequence[Analysis],
    statements: Iterable[Statement],
    commitments: Mapping[str, Sequence[Commitment]],
    pair: Pairing,
    taken_up: Iterable[tuple[str, str]] = (),
    *,
    find_day: Callable[[str], str | None] = lambda _: None,
    unsourced: Collection[str] = (),
) -> list[Watched]:
    """Return all conditions of all commitments, each once, but of none that a speaker puts into others' mouths and none of an empty subject, sorted by the first wording's commitment and place.

    Args:
        analyses: all articles.
        statements: all statements.
        commitments: utterance id -> its commitments.
        pair: gives by the ids of two utterances what they have in common, `None` where one was not read.
        taken_up: ids of two statements each, of which one takes up the other: what one party holds to in both is watched once.
        find_day: gives by the id of a statement the day (ISO) of it, `None` when not known: the words of the first one head a watch.
        unsourced: ids of the articles that do not say where they have their news from.
    """
    statements = tuple(statements)
    articles = {a.article.id: a.article for a in analyses}
    told = {s.id: [commitments[r.telling] for r in s.renderings if commitments.get(r.telling)] for s in statements}
    tellers = {s.id: [r.telling for r in s.renderings if commitments.get(r.telling)] for s in statements}
    statement_of = {c.id: id for id, each in sorted(told.items()) for commitment in each for c in commitment}
    type_of = {c.id: r.type for s in statements for r in s.renderings for c in commitments.get(r.telling, ())}
    places = {place.key: place for a in analyses for place in _list_places(a, statement_of, type_of)}
    links = [*_link_overlapping(places.values())]
    for id in sorted(told):
        held = [place for each in told[id] for c in each for k in c.conditions if (place := places.get((c.id, k.span))) is not None]
        if len(held) > 1:
            links += _link_alike(held)
            links += _link_likely(_choose_tellers(tellers[id], commitments, places), pair)
    for one, other in sorted(taken_up):
        left, right = (_choose_tellers(tellers.get(id, ()), commitments, places) for id in (one, other))
        links += _link_taken_up(left, right, pair)
    telling_of = {c.id: r.telling for s in statements for r in s.renderings for c in commitments.get(r.telling, ())}
    links += _link_events(places.values(), {s.id: s.speaker for s in statements}, telling_of, pair)
    common = Counter(a.article.lang or "und" for a in analyses)
    groups = _join(places, links)
    central = _measure(groups, links)
    return [_order(group, articles, common, central, _find_first(group, find_day), unsourced) for group in sorted(groups, key=lambda g: min(p.key for p in g))]


def _list_places(analysis: Analysis, statement_of: Mapping[str, str], type_of: Mapping[str, str]) -> Iterator[Place]:
    article = analysis.article
    pack = find_pack(article.lang)
    for commitment in analysis.commitments:
        for condition in commitment.conditions:
            if condition.kind in CONDITIONAL_KINDS and not condition.empty and not commitment.inner_voice:
                yield Place(
                    commitment=commitment,
                    condition=condition,
                    words=cut_words(article, condition.span),
                    lang=article.lang or "und",
                    statement=statement_of.get(commitment.id),
                    nature=read_nature(article, pack, analysis.mentions, commitment, condition),
                    type=type_of.get(commitment.id),
                )


def cut_words(article: Article, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(span.of(article.text).split())


def _link_overlapping(places: Iterable[Place]) -> Iterator[Link]:
    """Yield the conditions of one article that share more than half of the longer one: one clause on which several commitments hang."""
    in_article: dict[str, list[Place]] = {}
    for place in places:
        in_article.setdefault(place.commitment.article, []).append(place)
    for each in in_article.values():
        for a, b in combinations(each, 2):
            one, other = a.condition.span, b.condition.span
            if 2 * one.overlap(other) > max(one.end - one.start, other.end - other.start):
                yield _OVERLAPPING, a.key, b.key


def _link_alike(places: Sequence[Place]) -> Iterator[Link]:
    """Yield the conditions of one statement that have the same words."""
    first: dict[tuple[str, str], Place] = {}
    for place in sorted(places, key=lambda p: p.key):
        other = first.setdefault((place.lang, fold_text(place.words, place.lang)), place)
        if other is not place:
            yield _ALIKE, other.key, place.key


def _choose_tellers(tellers: Sequence[str], commitments: Mapping[str, Sequence[Commitment]], places: Mapping[Key, Place]) -> list[str]:
    """Return the tellings of a statement with conditions in words of their own, those with most first."""
    wordings: dict[tuple[tuple[str, str], ...], str] = {}
    for teller in sorted(tellers):
        held = [places[c.id, k.span] for c in commitments[teller] for k in c.conditions if (c.id, k.span) in places]
        wordings.setdefault(tuple((p.lang, fold_text(p.words, p.lang)) for p in held), teller)
    return [teller for words, teller in sorted(wordings.items(), key=lambda item: (-len(item[0]), item[1])) if words]


def _link_likely(distinct: Sequence[str], pair: Pairing) -> Iterator[Link]:
    """Yield the conditions of one statement's tellings in other words that are one by what they mean."""
    pairs = combinations(distinct, 2) if len(distinct) <= ALL_PAIRS else ((distinct[0], other) for other in distinct[1:])
    for left, right in pairs:
        both = pair(left, right)
        if both is None:
            continue
        for one, other in pair_commitments(both):
            for a, b in pair_conditions(both, one, other)[0]:
                yield round(both.likeness(a.span, b.span), 4), (one.id, a.span), (other.id, b.span)


def _link_taken_up(left: Sequence[str], right: Sequence[str], pair: Pairing) -> Iterator[Link]:
    """Yield the conditions of two statements, of which one takes up the other, on which one party hangs the same kind of thing."""
    for one, other in list(product(left[:ALL_PAIRS], right[:ALL_PAIRS]))[: ALL_PAIRS * ALL_PAIRS // 2]:
        both = pair(one, other)
        if both is None:
            continue
        for a, b in pair_commitments(both):
            if are_alike(both.left, both.right, a, b) or foretell_alike(both, a, b):
                found = ((round(both.likeness(c.span, d.span), 4), (a.id, c.span), (b.id, d.span)) for c, d in pair_conditions(both, a, b)[0])
                yield from (link for link in found if link[0] >= TAKEN_UP)


def _link_events(places: Iterable[Place], speaker_of: Mapping[str, str | None], telling_of: Mapping[str, str], pair: Pairing) -> Iterator[Link]:
    """Yield the conditions of one speaker that tell of one event: those of two statements in like words, whether or not what he hangs on it is alike; and one that stands outside its telling,
    as what he was asked about, with any about it that names no other place."""
    telling: dict[tuple[str, str], list[Place]] = {}
    for place in sorted(places, key=lambda p: p.key):
        speaker = speaker_of.get(place.statement or "")
        if speaker is not None and place.commitment.id in telling_of:
            for event in (*place.nature.events, *(f"{place.statement} {word}" for word in place.nature.words)):
                telling.setdefault((speaker, event), []).append(place)
    seen: set[tuple[Key, Key]] = set()
    for each in telling.values():
        for one, other in combinations(each[: 2 * ALL_PAIRS], 2):
            if (one.key, other.key) in seen or not bind_alike(one.nature, other.nature):
                continue
            seen.add((one.key, other.key))
            both = pair(telling_of[one.commitment.id], telling_of[other.commitment.id])
            if both is None:
                continue
            if not (both.left.covers(one.condition.span) and both.right.covers(other.condition.span)):
                if name_alike(one.nature, other.nature) and stages_one(one.nature, other.nature):
                    yield _NAMED, one.key, other.key
            elif one.statement != other.statement and (likeness := round(both.likeness(one.condition.span, other.condition.span), 4)) >= TAKEN_UP:
                yield likeness, one.key, other.key


def _join(places: Mapping[Key, Place], links: Iterable[Link]) -> list[list[Place]]:
    """Return the conditions in groups, the surest links first; but where they lie on each other, two conditions are never one that exclude each other, or hang on one commitment."""
    group_of = {key: [place] for key, place in places.items()}
    for surely, one, other in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        left, right = group_of[one], group_of[other]
        if left is right or (surely < _OVERLAPPING and not _may_join(left, right)) or not _may_link(surely, places[one].nature, places[other].nature):
            continue
        left.extend(right)
        for place in right:
            group_of[place.key] = left
    return list({id(group): group for group in group_of.values()}.values())


def _may_join(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """False when two groups hang on one commitment, or wordings of them exclude each other."""
    return {p.commitment.id for p in left}.isdisjoint(p.commitment.id for p in right) and not are_apart([p.nature for p in left], [p.nature for p in right])


def _may_link(surely: float, one: Nature, other: Nature) -> bool:
    """True when two conditions may be one by how they bind and what they name; on the same words they are, in the same words where it is not known that one lifts what the other brings."""
    if surely >= _ALIKE:
        return surely >= _OVERLAPPING or one.family != other.family or one.brings == other.brings
    return bind_alike(one, other) and (surely >= TAKEN_UP or name_alike(one, other))


def _measure(groups: Iterable[Sequence[Place]], links: Iterable[Link]) -> dict[Key, float]:
    """Return how like each wording is to those it is one with, summed: an odd word stands for few of the others."""
    group_of = {place.key: number for number, group in enumerate(groups) for place in group}
    central: dict[Key, float] = {}
    for surely, one, other in links:
        if group_of[one] == group_of[other] and surely < _ALIKE:
            for key in (one, other):
                central[key] = central.get(key, 0.0) + surely
    return central


def _find_first(group: Iterable[Place], find_day: Callable[[str], str | None]) -> frozenset[str]:
    """Return the statements that set a condition first, empty where no day is known."""
    days = {id: day for id in {p.statement for p in group} if id is not None and (day := find_day(id)) is not None}
    return frozenset(id for id, day in days.items() if day == min(days.values()))


def _order(
    group: Sequence[Place], articles: Mapping[str, Article], common: Counter[str], central: Mapping[Key, float], first: Collection[str], unsourced: Collection[str]
) -> Watched:  # fmt: skip
    """Return a watch headed by words of the statement that set it first, whose day it stands since: in the language that most of its articles have, of an article with a date and a source,
    quoted if they can be, those that most articles use, the longest; how like they are to the others decides last."""
    tellers: dict[str, set[str]] = {}
    using: dict[tuple[str, str], set[str]] = {}
    for place in group:
        tellers.setdefault(place.lang, set()).add(place.commitment.article)
        using.setdefault((place.lang, fold_text(place.words, place.lang)), set()).add(place.commitment.article)

    def rank(place: Place) -> tuple[bool, int, int, str, bool, bool, bool, bool, int, int, int, float, float, str, Key]:
        article = articles[place.commitment.article]
        many = len(using[place.lang, fold_text(place.words, place.lang)])
        citable = any(sign in place.words for sign in _MENDED), _CITABLE.get(place.type or "", 2)
        sure = -round(central.get(place.key, 0.0), 2), -place.commitment.confidence
        known = place.commitment.confidence < _LIKELY, article.published is None, article.id in unsourced
        spoken = -len(tellers[place.lang]), -common[place.lang], place.lang
        return place.statement not in first, *spoken, *known, *citable, -many, -len(place.words), *sure, article.name, place.key

    return Watched(places=tuple(sorted(group, key=rank)))
