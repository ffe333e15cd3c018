"""What an article is about, as weighted terms: its words and the names in it, each by how rare it is in the language at large.

In: an article, its mentions, the rarity of words. Out: keys with weights, and the few keys that find the article.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.ids import make_key
from onrecord.names.keys import name_words, sound_key
from onrecord.records import Article, Mention
from onrecord.spans import blank_dropped

STEM_CHARS = 6
"""Words that share so many letters at the beginning are one term: enough to fold the endings of inflected languages."""
MOST_TERMS = 160
"""The heaviest terms are kept: what is left out weighs less than a hundredth of a text of two thousand words."""
MOST_KEYS = 24
INDEXED = 0.25
"""Rarity from which a term or name may find an article; what is commoner stands in too many."""
WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")
Keys = NDArray[np.uint64]
Weights = NDArray[np.float32]
Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Keys in ascending order with their weights and what each stands for (a stem, the sound of a name), and those of them that find the article."""

    keys: Keys
    weights: Weights
    items: tuple[str, ...]
    finding: tuple[int, ...]


def weigh_words(article: Article, rarity: Rarity) -> Terms:
    """Return the stems of an article's words, dropped spans left out."""
    counts: dict[str, int] = {}
    rare: dict[str, float] = {}
    for folded, count in Counter(map(str.casefold, WORD.findall(_title_and_text(article)))).items():
        stem, weight = find_stem(folded), rarity(folded)
        if stem in counts:
            counts[stem] += count
            rare[stem] = min(rare[stem], weight)
        else:
            counts[stem] = count
            rare[stem] = min(1.0, weight)
    return _weigh(counts, rare, "term", article.lang)


def weigh_names(mentions: Iterable[Mention], rarity: Rarity) -> Terms:
    """Return the sound keys of names, family names for persons, the same in every script."""
    counts: dict[str, int] = {}
    rare: dict[str, float] = {}
    for mention in mentions:
        if key := name_key(mention):
            counts[key] = counts.get(key, 0) + 1
            rare[key] = min(rare.get(key, 1.0), rarity(name_words(mention.canonical)[-1]))
    return _weigh(counts, rare, "name")


def find_stem(word: str) -> str:
    """Return the stem of a word."""
    return word.casefold()[:STEM_CHARS]


def name_key(mention: Mention) -> str:
    """Return the sound of a name, for persons of the family name; empty when there is no word in it."""
    parts = name_words(mention.canonical)
    return (sound_key(parts[-1]) or parts[-1].casefold()) if parts else ""


def join_keys(words: Terms, names: Terms) -> Keys:
    """Return all keys that find an article, ascending; a name has two, as it says more."""
    doubled = (make_key("again", key) for key in names.finding)
    return np.array(sorted({*words.finding, *names.finding, *doubled}), dtype=np.uint64)


def _weigh(counts: Mapping[str, int], rare: Mapping[str, float], *kind: str | None) -> Terms:
    weights = {item: (1 + math.log(count)) * rare[item] for item, count in counts.items() if rare[item] > 0}
    length = math.sqrt(math.fsum(value * value for value in weights.values())) or 1.0
    ranked = sorted(weights, key=lambda item: (-weights[item], item))[:MOST_TERMS]
    keys = {item: make_key(*kind, item) for item in ranked}
    ordered = sorted(ranked, key=lambda item: keys[item])
    return Terms(
        keys=np.array([keys[item] for item in ordered], dtype=np.uint64), weights=np.array([weights[item] / length for item in ordered], dtype=np.float32),
        items=tuple(ordered), finding=tuple(keys[item] for item in ranked if rare[item] >= INDEXED)[:MOST_KEYS],
    )  # fmt: skip


def _title_and_text(article: Article) -> str:
    text = blank_dropped(article)
    return text if article.title_span else f"{article.title or ''} {text}"
