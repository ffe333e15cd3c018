"""The stage: articles with their names and vectors in, stories and counts of independent accounts out.

Articles are compared by the names they share (weighted by rarity, across scripts), by their words when they share a
language, by the meaning of their sentences, and by time; average-link grouping, in an order that does not depend on
the input's.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from onrecord.ids import make_id
from onrecord.names.keys import name_words, sound_key
from onrecord.records import Account, Article, Copy, Mention, Story

MADE_BY = "stories@1"
JOIN = 0.30
"""Least average likeness of an article to a story's. Source: measured on incidents-en (dev) in November 2026, see docs/quality.md."""
FADE_DAYS = 30.0
"""Likeness fades with exp(-days / FADE_DAYS) between publication dates."""
NO_DATE = 0.85
"""What likeness is multiplied by when a date is missing: about two weeks of fading less than none, more than a month's."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")


def find_stories(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], vectors: Mapping[str, np.ndarray]) -> Iterator[Story]:
    """Yield stories; every article is in exactly one.

    Args:
        articles: the articles.
        mentions: article id -> its names.
        vectors: article id -> mean sentence vector at unit length; missing where there is none.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    words = _weigh({a.id: Counter(w.casefold() for w in _WORD.findall(_title_and_text(a))) for a in ordered})
    names = _weigh({a.id: _name_counts(mentions.get(a.id, ())) for a in ordered})
    size = len(ordered)
    likeness = np.zeros((size, size), dtype=np.float32)
    for i in range(size):
        for j in range(i + 1, size):
            likeness[i, j] = likeness[j, i] = _likeness(ordered[i], ordered[j], words, names, vectors)
    for group in _average_link(likeness, JOIN):
        ids = tuple(sorted(ordered[i].id for i in group))
        yield Story(id=make_id("story", ids), articles=ids, made_by=MADE_BY)


def count_accounts(stories: Sequence[Story], articles: Sequence[Article], copies: Sequence[Copy]) -> Iterator[Account]:
    """Yield how many independent accounts each story has.

    `high` folds copies of one text and articles of one outlet; `low` folds also what credits the same agency.
    """
    by_id = {a.id: a for a in articles}
    for story in stories:
        members = set(story.articles)
        reasons: list[str] = []
        high = _Groups(story.articles)
        for copy in copies:
            if copy.kind != "agency" and copy.article in members and copy.of in members:
                high.join(copy.article, copy.of)
                reasons.append(f"{by_id[copy.article].name} is a {copy.kind} copy of {by_id[copy.of].name}")
        outlets: dict[str, list[str]] = defaultdict(list)
        for article_id in story.articles:
            outlet = by_id[article_id].outlet
            if outlet:
                outlets[outlet.casefold()].append(article_id)
        for same in outlets.values():
            for other in same[1:]:
                if high.join(same[0], other):
                    reasons.append(f"{by_id[same[0]].name} and {by_id[other].name} are of one outlet")
        low = high.copy()
        agencies: dict[str, list[str]] = defaultdict(list)
        for copy in copies:
            if copy.kind == "agency" and copy.article in members:
                agencies[copy.of].append(copy.article)
        for agency, same in agencies.items():
            if len(same) > 1:
                for other in same[1:]:
                    low.join(same[0], other)
                reasons.append(f"{len(same)} articles credit {agency}")
            else:
                reasons.append(f"{by_id[same[0]].name} credits {agency}")
        yield Account(id=make_id("account", story.id), story=story.id, low=low.count(), high=high.count(), reasons=tuple(dict.fromkeys(reasons)), made_by=MADE_BY)


class _Groups:
    """Disjoint groups of ids."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._root = {i: i for i in ids}

    def find(self, i: str) -> str:
        while self._root[i] != i:
            i = self._root[i]
        return i

    def join(self, left: str, right: str) -> bool:
        """Join two groups; false when they were one already."""
        a, b = self.find(left), self.find(right)
        self._root[max(a, b)] = min(a, b)
        return a != b

    def copy(self) -> _Groups:
        other = _Groups(tuple(self._root))
        other._root = dict(self._root)
        return other

    def count(self) -> int:
        return len({self.find(i) for i in self._root})


def _title_and_text(article: Article) -> str:
    text = article.text
    for dropped in article.dropped:
        text = text[: dropped.span.start] + " " * (dropped.span.end - dropped.span.start) + text[dropped.span.end :]
    return text if article.title_span else f"{article.title or ''} {text}"


def _name_counts(mentions: Sequence[Mention]) -> Counter[str]:
    """Return the sound keys of an article's names with their counts; family names for persons."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        parts = name_words(mention.canonical)
        if parts:
            counts[sound_key(parts[-1]) or parts[-1].casefold()] += 1
    return counts


def _weigh(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Return unit vectors of log counts times inverse document frequency."""
    spread = Counter(term for counter in counts.values() for term in counter)
    total = len(counts) + 1
    result: dict[str, dict[str, float]] = {}
    for key, counter in counts.items():
        row = {term: (1 + math.log(n)) * math.log(1 + total / spread[term]) for term, n in counter.items()}
        length = math.sqrt(sum(v * v for v in row.values())) or 1.0
        result[key] = {term: value / length for term, value in row.items()}
    return result


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    small, large = sorted((left, right), key=len)
    return sum(value * large.get(term, 0.0) for term, value in small.items())


def _likeness(
    left: Article, right: Article, words: Mapping[str, Mapping[str, float]], names: Mapping[str, Mapping[str, float]], vectors: Mapping[str, np.ndarray]
) -> float:
    """Return how like two articles are, 0 to 1."""
    by_name = _cosine(names[left.id], names[right.id])
    if left.lang == right.lang:
        value = 0.5 * _cosine(words[left.id], words[right.id]) + 0.5 * by_name
    else:
        meaning = float(vectors[left.id] @ vectors[right.id]) if left.id in vectors and right.id in vectors else 0.0
        value = 0.7 * by_name + 0.3 * max(0.0, meaning)
    if left.published is None or right.published is None:
        return value * NO_DATE
    days = abs((date.fromisoformat(left.published.start) - date.fromisoformat(right.published.start)).days)
    return value * math.exp(-days / FADE_DAYS)


def _average_link(likeness: np.ndarray, threshold: float) -> list[list[int]]:
    """Return groups of indexes whose average likeness is at least `threshold`, best pairs joined first."""
    groups = [[i] for i in range(len(likeness))]
    table = likeness.astype(np.float64).copy()
    np.fill_diagonal(table, -1.0)
    alive = np.ones(len(likeness), dtype=bool)
    while alive.sum() > 1:
        flat = int(table.argmax())
        i, j = divmod(flat, len(likeness))
        if table[i, j] < threshold:
            break
        i, j = min(i, j), max(i, j)
        a, b = len(groups[i]), len(groups[j])
        table[i] = (table[i] * a + table[j] * b) / (a + b)
        table[:, i] = table[i]
        table[i, i] = -1.0
        table[j] = -1.0
        table[:, j] = -1.0
        alive[j] = False
        groups[i] = groups[i] + groups[j]
        groups[j] = []
    return [sorted(g) for g in groups if g]
