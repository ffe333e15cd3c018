"""Whether a passage of an article is about a condition: by its words in whatever form, by names, by what both name in any two languages.

In: a condition as it is watched, an article as it is read. Out: yes or no, and how much of it a passage holds. Left to others: what the
passage says of it (`signs.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.kinship import Watch
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Article, Span
from onrecord.statements.forms import find_forms
from onrecord.statements.happened import find_done, is_shared
from onrecord.statements.parts import keys_hold

SIGN_SHARE = 0.45
"""Share of a condition's words, weighted by rarity, that a passage must hold to be about it."""
SIGN_WORDS = 2
"""Least words of a condition in a passage about it: one word alone says little."""
NAMES_SHARE, MATTER_SHARE = 0.5, 0.5
"""Least share of a condition's names, and of its other words, that a passage in another language must hold."""
FULL_SHARE, FULL_WORDS = 0.7, 3
"""The same of a passage that tells the act of a condition without any name: nothing else tells that it is about the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """What a sentence says in any language: its `names` (bridge, word), those of each of its `places`, other words with their `bridges`, and the deeds and acts that it tells as `done`."""

    names: tuple[tuple[str, str], ...]
    matter: tuple[tuple[str, frozenset[str]], ...]
    bridges: frozenset[str]
    done: frozenset[str] = frozenset()
    places: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as passages are looked up in it.

    `sentences` have their stems beside them; `supposed` are spans that tell conditions, not events; `telling` are the sentences with a
    name that tell the stage of an event, an act in the past, or speak of an event as possible, each with what is told in it in terms of any language;
    `reporting` are the words that say that somebody says something, each with what he says; `named` are where names begin.
    """

    article: Article
    pack: Pack | None
    sentences: tuple[tuple[Span, frozenset[str]], ...]
    supposed: tuple[Span, ...]
    telling: tuple[tuple[Span, Crossing], ...] = ()
    reporting: tuple[tuple[Span, Span], ...] = ()
    named: frozenset[int] = frozenset()

    @property
    def lang(self) -> str:
        """The article's language, `und` when unknown."""
        return self.article.lang or "und"

    def folded(self, span: Span) -> str:
        """Return the folded words of a span."""
        return fold_text(span.of(self.article.text), self.lang)


class Done:
    """What the sentences of an article tell as done, each looked up once and only when asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._kept: dict[Span, frozenset[str]] = {}

    def keys(self, span: Span) -> frozenset[str]:
        """Return by what the acts that a sentence tells in the past are compared in other words."""
        if span not in self._kept:
            pack = self._reading.pack
            found = find_done(self._reading, pack, span) if pack is not None else ()
            self._kept[span] = frozenset(key for _, keys in found for key in keys if is_shared(key))
        return self._kept[span]

    def tells_stage(self, span: Span) -> bool:
        """True when a sentence tells the stage of an event, or speaks of one as possible."""
        pack = self._reading.pack
        return pack is not None and (any(True for _ in find_forms(self._reading, pack.stages, (span,))) or find_considered(self._reading, pack, span) is not None)


def find_considered(reading: Reading, pack: Pack, span: Span) -> Span | None:
    """Return the first words of a passage that speak of something as a possibility ("raised the possibility of"), `None` without any."""
    return min((where for key, where in find_forms(reading, pack.modality, (span,)) if key == "considered"), default=None)


def is_about(watch: Watch, span: Span, stems: frozenset[str], done: Done) -> bool:
    """True when a passage in a condition's language holds enough of its words, the event among them whose stage it tells."""
    if watch.staged and watch.staged not in stems:
        return False
    count, share = weigh_held(watch, span, stems, done)
    return count >= SIGN_WORDS and share >= SIGN_SHARE


def weigh_held(watch: Watch, span: Span, stems: frozenset[str], done: Done) -> tuple[int, float]:
    """Return how many words of a condition a passage in its language holds, and their share by weight: its verb in whatever form, and no word for the one of two of which it says nothing."""
    held = set(stems.intersection(watch.stems))
    if (
        held
        and watch.verb
        and not held.issuperset(watch.verb)
        and (watch.staged in held and done.tells_stage(span) if watch.staged else not done.keys(span).isdisjoint(watch.acts))
    ):
        held.update(stem for stem in watch.verb if stem in watch.stems)
    spared = {key for pair in watch.joined for side, other in (pair, pair[::-1]) if keys_hold(other, stems) and not keys_hold(side, stems) for key in side}
    weights = dict(zip(watch.stems, watch.weights, strict=True))
    whole = math.fsum(weight for stem, weight in weights.items() if stem not in spared or stem in held)
    mine = math.fsum(weights[stem] for stem in held if stem in weights)
    return len(held), mine / whole if mine else 0.0


def is_elsewhere(watch: Watch, places: Sequence[frozenset[str]], stems: frozenset[str], known: Sequence[str]) -> bool:
    """True when a passage is about places that are none of some known ones and of the words of a condition without names tells no more than the event: it may be another such event."""
    if watch.names or not places or not all(place.isdisjoint(known) for place in places):
        return False
    others = {stem for stem in watch.stems if stem != watch.staged and stem not in watch.verb}
    return stems.isdisjoint(others) if watch.staged else not stems.issuperset(others)


def is_across(watch: Watch, crossing: Crossing) -> bool:
    """True when a passage in another language names what a condition names, and is about the same, by numbers, its act and other words."""
    bridges = crossing.bridges
    named = sum(name in bridges for name in watch.names)
    counted = sum(number in bridges for number in watch.numbers)
    about = _count_matter(watch, crossing)
    if not named or named < NAMES_SHARE * len(watch.names) or (watch.numbers and not counted):
        return False
    return about >= max(1, MATTER_SHARE * len(watch.matter))


def _count_matter(watch: Watch, crossing: Crossing) -> int:
    """Return how many of a condition's other words a passage in another language holds, its act among them in whatever words."""
    about = sum(any(bridge in crossing.bridges for bridge in word) for word in watch.matter)
    return about + ((about > 0 or len(watch.matter) == 1) and about < len(watch.matter) and _tells_act(watch, crossing))


def goes_elsewhere(watch: Watch, crossing: Crossing) -> bool:
    """True when a passage in another language names a place that a condition with names does not, and some of the condition's words have nothing like them in it: that place may stand for these."""
    return bool(watch.names) and any(place.isdisjoint(watch.names) for place in crossing.places) and _count_matter(watch, crossing) < len(watch.matter)


def may_be_across(watch: Watch, crossing: Crossing) -> bool:
    """True when a passage in another language tells as done what a condition waits for, of all that it names: perhaps this, perhaps the same of something else there."""
    bridges = crossing.bridges
    return bool(watch.names) and bridges.issuperset((*watch.names, *watch.numbers)) and _tells_act(watch, crossing)


def _tells_act(watch: Watch, crossing: Crossing) -> bool:
    return not crossing.done.isdisjoint(key for key in watch.acts if is_shared(key))


def is_near(watch: Watch, crossing: Crossing, stems: frozenset[str]) -> bool:
    """True when a passage tells the event of a condition that names nobody, and names somebody whom the telling names: enough for what is only spoken of, no more."""
    stem, *bridges = watch.event
    return (stem in stems or not crossing.bridges.isdisjoint(bridges)) and any(name in watch.ground for name, _ in crossing.names)


def is_of_those(watch: Watch, names: set[str], held: tuple[int, float], *, is_lacking: bool) -> bool:
    """True when a passage names those whom a condition names, but for those of two of which it tells one; of a condition without names one of its telling, or nobody, in nearly all its words."""
    if watch.names:
        spare = {key for pair in watch.joined for side in pair for key in side} if is_lacking else set()
        return names.issuperset(name for name in watch.names if name not in spare)
    if names:
        return not names.isdisjoint(watch.ground)
    return held[0] >= FULL_WORDS and held[1] >= FULL_SHARE
