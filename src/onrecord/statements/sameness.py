"""Whether two conditions in other words can be one: both with a "not" or both without, binding the same way, at places that do not differ.

In: two conditions with their articles and commitments. Out: yes, no, or only if their words are surely alike. Left to others: how like their words are (`watches.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.languages.pack import Pack
from onrecord.names.keys import name_words, words_match
from onrecord.names.places import find_country
from onrecord.records import Article, Commitment, Condition, Mention, Span
from onrecord.statements.bridges import find_cognate, place_matter
from onrecord.statements.deeds import awaits_nothing
from onrecord.statements.forms import PlainText

_FORCES = {"threat": "against", "refusal": "against", "warning": "against", "promise": "for", "offer": "for", "demand": "of others"}
"""What commitments of one family do when their condition comes: something to somebody's harm, to his good, or ask for something."""
_BRINGS = {"against": ("trigger",), "for": ("trigger", "prerequisite"), "of others": ("trigger", "prerequisite")}
"""Kinds of condition whose coming brings what is committed to. What ends a refusal or threat ("no talks until", "unless") lifts it, as an exception does anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What must agree for two conditions to be one: `family` of the commitment, whether its coming `brings` that, whether it `is_negated`, the `towns` (last words of names) and `countries` (ISO codes) in it;
    beside that its `events`, bridges of the longer words that may say what happens."""

    family: str
    brings: str
    is_negated: bool
    towns: frozenset[str]
    countries: frozenset[str]
    events: frozenset[str] = frozenset()


def read_nature(article: Article, pack: Pack | None, mentions: Sequence[Mention], commitment: Commitment, condition: Condition) -> Nature:
    """Return what must agree in a condition.

    Args:
        article: the one that tells it.
        pack: that of its language.
        mentions: all names in the article.
        commitment: the one that hangs on it.
        condition: the condition.
    """
    family = _FORCES.get(commitment.force, commitment.force)
    known = condition.kind in ("trigger", "prerequisite", "exception")
    brings = condition.kind if not known else "brings" if condition.kind in _BRINGS.get(family, ("trigger",)) else "lifts"
    places = [m for m in mentions if m.kind == "place" and condition.span.holds(m.span)]
    countries = {m.id: code for m in places if (code := find_country(m.canonical, article.lang) or find_country(m.canonical, "en"))}
    towns = (words[-1] for m in places if m.id not in countries and (words := name_words(m.canonical)))
    return Nature(
        family=family, brings=brings, is_negated=awaits_nothing(PlainText(article), pack, condition), towns=frozenset(towns),
        countries=frozenset(countries.values()), events=frozenset(_list_events(article, pack, mentions, condition.span)),
    )  # fmt: skip


def _list_events(article: Article, pack: Pack | None, mentions: Sequence[Mention], span: Span) -> Iterator[str]:
    """Yield bridges of the words of a span that are long enough to be told apart, names left out; of a compound with a hyphen its last part."""
    if pack is not None:
        inside = [m for m in mentions if span.holds(m.span)]
        for word, _ in place_matter(PlainText(article), pack, inside, span):
            if bridge := find_cognate(word.of(article.text).rpartition("-")[2]):
                yield bridge


def bind_alike(one: Nature, other: Nature) -> bool:
    """True when two conditions stand in commitments of one family and bring about, or lift, what these say."""
    return (one.family, one.brings) == (other.family, other.brings)


def are_apart(left: Sequence[Nature], right: Sequence[Nature]) -> bool:
    """True when wordings of two conditions exclude that they are one: one is negated, or each names a town that the other does not."""
    return any(a.is_negated != b.is_negated or not (_are_among(a.towns, b.towns) or _are_among(b.towns, a.towns)) for a in left for b in right)


def name_alike(one: Nature, other: Nature) -> bool:
    """True when neither names a place that the other does not, but for what one leaves out: a country may stand for its town, or for another one."""
    if not (one.towns or one.countries) or not (other.towns or other.countries):
        return True
    return bool(one.countries & other.countries) or any(words_match(a, b) for a in one.towns for b in other.towns)


def _are_among(towns: Iterable[str], others: Iterable[str]) -> bool:
    """True when all of these towns are among the others, in whatever spelling."""
    others = tuple(others)
    return all(any(words_match(town, other) for other in others) for town in towns)
