"""Whether two conditions in other words can be one: both with a "not" or both without, binding the same way, at places that do not differ.

In: two conditions with their articles and commitments. Out: yes, no, or only if their words are surely alike. Left to others: how like their words are (`watches.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.languages.pack import Pack
from onrecord.names.keys import name_words
from onrecord.names.places import find_country, lands_match
from onrecord.records import Article, Commitment, Condition, Mention, Span
from onrecord.statements.bridges import find_cognate, place_matter
from onrecord.statements.deeds import awaits_nothing, find_deeds, find_endings
from onrecord.statements.forms import PlainText, find_forms
from onrecord.statements.words import STEM_CHARS

_FORCES = {"threat": "against", "refusal": "against", "warning": "against", "promise": "for", "offer": "for", "demand": "of others"}
"""What commitments of one family do when their condition comes: something to somebody's harm, to his good, or ask for something."""
_BRINGS = {"against": ("trigger",), "for": ("trigger", "prerequisite"), "of others": ("trigger", "prerequisite")}
"""Kinds of condition whose coming brings what is committed to. What ends a refusal or threat ("no talks until", "unless") lifts it, as an exception does anywhere."""


_LASTING = {"while": "brings", "until": "lifts"}
"""Bearing -> what its coming does, whatever is committed to: "no talks as long as they stay" holds while it is so, "no talks until they leave" till it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What must agree for two conditions to be one: `family` of the commitment, whether its coming `brings` that, whether it `is_negated`, the `towns` (last words of names) and `countries` (ISO codes) in it;
    beside that its `events`, bridges of the longer words that may say what happens, the stems of all its `words` but names,
    with their language, the one that is `staged` ("a vote is held"), and the `deeds` that it names or that would end the state it tells."""

    family: str
    brings: str
    is_negated: bool
    towns: frozenset[str]
    countries: frozenset[str]
    events: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    staged: frozenset[str] = frozenset()


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
    brings = _find_effect(family, condition)
    places = [m for m in mentions if m.kind == "place" and condition.span.holds(m.span)]
    countries = {m.id: code for m in places if (code := find_country(m.canonical, article.lang) or find_country(m.canonical, "en"))}
    towns = (words[-1] for m in places if m.id not in countries and (words := name_words(m.canonical)))
    told, inside = PlainText(article), [m for m in mentions if condition.span.holds(m.span)]
    matter = [at for at, _ in place_matter(told, pack, inside, condition.span)] if pack is not None else []
    return Nature(
        family=family, brings=brings, is_negated=awaits_nothing(told, pack, condition), towns=frozenset(towns),
        countries=frozenset(countries.values()), events=frozenset(_list_events(article, matter)),
        deeds=frozenset(deed for find in (find_deeds, find_endings) for deed, _ in find(told, pack, condition.span)) if pack is not None else frozenset(),
        words=frozenset(_key(told, at) for at in matter), staged=frozenset(_list_staged(told, pack, condition.span, matter)) if pack is not None else frozenset(),
    )  # fmt: skip


def _find_effect(family: str, condition: Condition) -> str:
    """Return whether a condition `brings` what is committed to or `lifts` it, by its kind and by words that say how long it lasts; the kind of one that does neither."""
    if condition.kind not in ("trigger", "prerequisite", "exception"):
        return condition.kind
    if condition.bearing in _LASTING and condition.kind != "exception":
        return _LASTING[condition.bearing]
    return "brings" if condition.kind in _BRINGS.get(family, ("trigger",)) else "lifts"


def _key(told: PlainText, word: Span) -> str:
    """Return the stem of a word with its language."""
    return f"{told.article.lang} {told.folded(word)[:STEM_CHARS]}"


def _list_staged(told: PlainText, pack: Pack, span: Span, words: Sequence[Span]) -> Iterator[str]:
    """Yield the stem and the bridge of the word for the event whose stage a span tells; none where it tells no stage, or a deed, or two words are as near to it."""
    deeds = [where for _, where in find_deeds(told, pack, span)]
    stages = [where for _, where in find_forms(told, pack.stages, (span,)) if not any(where.overlap(deed) for deed in deeds)]
    gaps = {word: min(max(word.start - where.end, where.start - word.end) for where in stages) for word in words} if stages else {}
    nearest = [word for word, gap in gaps.items() if gap == min(gaps.values())]
    if len(nearest) == 1:
        yield _key(told, nearest[0])
        yield from _list_events(told.article, nearest)


def _list_events(article: Article, words: Iterable[Span]) -> Iterator[str]:
    """Yield bridges of words that are long enough to be told apart; of a compound with a hyphen its last part."""
    for word in words:
        if bridge := find_cognate(word.of(article.text).rpartition("-")[2]):
            yield bridge


def bind_alike(one: Nature, other: Nature) -> bool:
    """True when two conditions stand in commitments of one family and bring about, or lift, what these say, or the one brings by a deed not done what the other lifts by the deed."""
    return one.family == other.family and (one.brings == other.brings or is_mirrored(one, other))


def is_mirrored(one: Nature, other: Nature) -> bool:
    """True when one condition waits for a deed and the other for its absence, and the one lifts what the other brings: "until they leave" / "as long as they stay"."""
    return one.is_negated != other.is_negated and {one.brings, other.brings} == {"brings", "lifts"} and not one.deeds.isdisjoint(other.deeds)


def are_apart(left: Sequence[Nature], right: Sequence[Nature]) -> bool:
    """True when wordings of two conditions exclude that they are one: one is negated and does not mirror the other, or each names a town that the other does not."""
    return any((a.is_negated != b.is_negated and not is_mirrored(a, b)) or not (_are_among(a.towns, b.towns) or _are_among(b.towns, a.towns)) for a in left for b in right)


def name_alike(one: Nature, other: Nature) -> bool:
    """True when neither names a place that the other does not, but for what one leaves out: a country may stand for its town, or for another one."""
    if not (one.towns or one.countries) or not (other.towns or other.countries):
        return True
    return bool(one.countries & other.countries) or any(lands_match(a, b) for a in one.towns for b in other.towns)


def stages_one(one: Nature, other: Nature) -> bool:
    """True when what one condition tells the stage of is named in the other ("a vote is held" / "a vote on the islands")."""
    return not (one.staged.isdisjoint(other.words | other.events) and other.staged.isdisjoint(one.words | one.events))


def _are_among(towns: Iterable[str], others: Iterable[str]) -> bool:
    """True when all of these towns are among the others, in whatever spelling."""
    others = tuple(others)
    return all(any(lands_match(town, other) for other in others) for town in towns)
