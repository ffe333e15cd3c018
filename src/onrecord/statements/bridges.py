"""What words of two languages have in common that no dictionary is needed for: names, numbers, international words, concepts of the packs, and the commonest nouns for things and places.

In: spans of an article. Out: bridges, short strings that are equal in every language. The model's sentence vectors are no help here: across
languages they tell a referendum in a town from a concert in it no better than chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from onrecord.ids import make_key
from onrecord.languages.pack import FormTable, Pack, fold_text
from onrecord.names.keys import name_words, sound_key, sound_keys
from onrecord.names.places import bare_land
from onrecord.records import Article, Mention, Span
from onrecord.spans import SpanIndex
from onrecord.statements.forms import Told, find_forms
from onrecord.statements.nouns import find_concept
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

COGNATE_LETTERS, COGNATE_SOUNDS = 6, 4
"""Words of so many letters whose first so many consonants sound alike count as one (`referendum`, `референдум`). Shorter ones meet by chance."""
RARE, MEDIUM = 0.5, 0.25
"""A name this rare has two keys in the index, one of medium rarity has one; commoner ones find nothing, as with words (`gists.py`)."""
COGNATE_RARITY = 0.15
"""International words are commoner in the vocabulary than their weight in a text says; a name must be found beside them."""
_NOUNS = ("things.toml", "places.toml")
_INTENSITIES = ("violence", "withdrawal", "seizure", "agreement")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Rarity = Callable[[str], float]


def find_names(mentions: Iterable[Mention], span: Span) -> dict[str, str]:
    """Return bridge -> the word it stands for, of the names in a span; family names for persons."""
    return {f"name {key}": name for name in _list_last_words(mentions, span) if (key := sound_key(name))}


def find_spelled_names(mentions: Iterable[Mention], span: Span) -> dict[str, str]:
    """Return what `find_names` does, with the bridges of other spellings beside each: a condition may have the name as another language writes it."""
    return {f"name {key}": name for name in _list_last_words(mentions, span) for key in sound_keys(name)}


def list_places(mentions: Iterable[Mention]) -> list[frozenset[str]]:
    """Return for each name of a place its bridges, in all spellings."""
    return [frozenset(find_spelled_names((mention,), mention.span)) for mention in mentions if mention.kind == "place"]


def _list_last_words(mentions: Iterable[Mention], span: Span) -> Iterator[str]:
    for mention in mentions:
        if span.holds(mention.span) and (words := name_words(mention.canonical)):
            yield bare_land(words[-1]) if mention.kind == "place" else words[-1]


def find_numbers(article: Article, span: Span) -> set[str]:
    """Return bridges of the numbers with two digits or more in a span."""
    digits = ("".join(c for c in m[0] if c.isdigit()) for m in _NUMBER.finditer(article.text, span.start, span.end))
    return {f"number {number}" for number in digits if len(number) > 1}


def list_matter(told: Told, pack: Pack, mentions: Sequence[Mention], span: Span) -> list[tuple[str, frozenset[str]]]:
    """Return the words that say what a span is about, each with its bridges: no names, no function words, no words for the stage of an event."""
    return [(at.of(told.article.text), bridges) for at, bridges in place_matter(told, pack, mentions, span)]


def place_matter(told: Told, pack: Pack, mentions: Sequence[Mention], span: Span) -> list[tuple[Span, frozenset[str]]]:
    """Return where the words of `list_matter` stand, each with its bridges."""
    text, lang = told.article.text, pack.lang
    stages = (where for table in (pack.stages, pack.conditions, pack.modality) for _, where in find_forms(told, table, (span,)))
    others = SpanIndex((where, (where,)) for where in (*(m.span for m in mentions), *stages))
    concepts = SpanIndex((key, (where,)) for key, where in find_forms(told, concepts_of(pack), (span,)))
    words: list[tuple[Span, frozenset[str]]] = []
    for match in WORD.finditer(text, span.start, span.end):
        at = Span(start=match.start(), end=match.end())
        if len(match[0]) < 3 or match[0].isdigit() or fold_text(match[0], lang) in pack.stopwords or others.across(at):
            continue
        bridges = {f"concept {key}" for key in concepts.across(at)}
        bridges.update(f"thing {concept}" for table in _NOUNS if (concept := find_concept(fold_text(match[0], lang), lang, table)))
        if cognate := find_cognate(match[0]):
            bridges.add(cognate)
        words.append((at, frozenset(bridges)))
    return words


@lru_cache(maxsize=512)
def find_word_bridges(side: Side) -> frozenset[str]:
    """Return the bridges of the words that a telling's content is about, names and nouns as common as "work" left out; none without a pack."""
    if side.pack is None:
        return frozenset()
    pack = side.pack
    found = (bridges for piece in side.attribution.content for _, bridges in list_matter(side, pack, side.mentions, piece))
    return frozenset(bridge for bridges in found for bridge in bridges if not bridge.startswith("thing "))


def find_cognate(word: str) -> str | None:
    """Return the bridge of an international word by its sound, `None` for a short one."""
    if len(word) < COGNATE_LETTERS:
        return None
    sounds = sound_key(word)
    return f"cognate {sounds[:COGNATE_SOUNDS]}" if len(sounds) >= COGNATE_SOUNDS else None


def find_bridge_keys(names: Iterable[tuple[str, str]], matter: Iterable[tuple[str, frozenset[str]]], rarity: Rarity) -> Iterator[int]:
    """Yield the keys by which passages and conditions of two languages meet: two in common are wanted, one of them a name's. A name and a thing beside it are two, however common both are.

    Args:
        names: (bridge, the word) of names.
        matter: (word, its bridges) of other words.
        rarity: says how rare a word is.
    """
    names, matter = tuple(names), tuple(matter)
    things = {bridge for _, bridges in matter for bridge in bridges if bridge.startswith("thing ")}
    yield from find_deed_keys((name for name, _ in names), things)
    for bridge, word in names:
        weight = rarity(word)
        for number in range(2 if weight >= RARE else 1 if weight >= MEDIUM else 0):
            yield make_key("passage", bridge, number)
    for word, bridges in matter:
        if rarity(word) >= COGNATE_RARITY:
            yield from (make_key("passage", bridge) for bridge in bridges if bridge.startswith("cognate "))


def find_deed_keys(names: Iterable[str], deeds: Iterable[str]) -> Iterator[int]:
    """Yield the keys by which passages and conditions of two languages meet that tell one deed, or thing, of one name, two for each pair: together they are enough however common the name is."""
    deeds = tuple(deeds)
    yield from (make_key("passage", name, deed, number) for name in names for deed in deeds for number in range(2))


@cache
def concepts_of(pack: Pack) -> FormTable:
    """Return the tables of a pack whose keys mean the same in every language, as one."""
    table: dict[str, tuple[str, ...]] = {}
    for kind, forms in (*pack.figures.kinds.items(), *pack.figures.populations.items()):
        table[kind] = (*table.get(kind, ()), *forms)
    for group in _INTENSITIES:
        for forms in pack.intensity.get(group, {}).values():
            table[group] = (*table.get(group, ()), *forms)
    return table
