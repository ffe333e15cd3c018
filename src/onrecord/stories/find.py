"""The stage: articles with their names and vectors in, stories and counts of independent accounts out.

Articles are compared by the names they share (weighted by rarity, across scripts), by their words when they share a
language, by the meaning of their sentences, by the utterances they both tell, and by time; average-link grouping, in an order that does not depend on
the input's.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.ids import make_id
from onrecord.names.keys import name_words, sound_key
from onrecord.records import Account, Article, Copy, Mention, Story

MADE_BY = "stories@1"
JOIN = 0.27
"""Least average likeness of an article to a story's. Source: set on the 100 articles of the utterances set (development part), November
2026: B-cubed F1 90 at 0.30, 92 at 0.27; see docs/quality.md."""
FADE_DAYS = 30.0
"""Likeness fades with exp(-days / FADE_DAYS) between publication dates."""
NO_DATE = 0.85
"""What likeness is multiplied by when a date is missing: about two weeks of fading less than none, more than a month's."""
PER_SHARED = 0.10
MOST_SHARED = 4
"""What each utterance that two articles both tell adds to their likeness, for at most so many."""
OTHER_OCCASION = 0.5
"""What likeness is multiplied by when one speaker speaks on two different weekdays."""
FloatTable = NDArray[np.float64]
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")


def find_stories(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    vectors: Mapping[str, np.ndarray],
    shared: Mapping[tuple[str, str], int] | None = None,
    apart: Collection[tuple[str, str]] = (),
) -> Iterator[Story]:
    """Yield stories; every article is in exactly one.

    Args:
        articles: the articles.
        mentions: article id -> its names.
        vectors: article id -> mean sentence vector at unit length; missing where there is none.
        shared: pair of article ids, smaller first -> how many utterances both tell.
        apart: pairs of article ids, smaller first, that tell of two occasions.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    words = _cosines([Counter(w.casefold() for w in _WORD.findall(_title_and_text(a))) for a in ordered])
    names = _cosines([_name_counts(mentions.get(a.id, ())) for a in ordered])
    likeness = _likeness(ordered, words, names, vectors, shared or {}, apart)
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


def _cosines(counts: Sequence[Counter[str]]) -> FloatTable:
    """Return how like all rows are to one another: cosines of log counts times inverse document frequency, 0 without a term."""
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, counter in enumerate(counts):
        for term, count in counter.items():
            holders[term].append((row, count))
    table = np.zeros((len(counts), len(counts)), dtype=np.float64)
    for term in sorted(holders):
        rows = np.array([row for row, _ in holders[term]])
        rarity = math.log(1 + (len(counts) + 1) / len(rows))
        weights = np.array([(1 + math.log(count)) * rarity for _, count in holders[term]])
        table[np.ix_(rows, rows)] += np.outer(weights, weights)
    lengths = np.sqrt(table.diagonal())
    lengths[lengths == 0] = 1.0
    return np.asarray(table / np.outer(lengths, lengths))


def _likeness(
    articles: Sequence[Article],
    words: FloatTable,
    names: FloatTable,
    vectors: Mapping[str, np.ndarray],
    shared: Mapping[tuple[str, str], int],
    apart: Collection[tuple[str, str]],
) -> FloatTable:
    """Return how like all articles are to one another, 0 to 1, rounded so that no machine orders near-ties its own way."""
    width = max((len(v) for v in vectors.values()), default=1)
    meaning = np.array([vectors.get(a.id, np.zeros(width)) for a in articles], dtype=np.float64).reshape(len(articles), width)
    langs = np.array([a.lang or "" for a in articles])
    by_words = 0.5 * words + 0.5 * names
    by_meaning = 0.7 * names + 0.3 * np.maximum(0.0, meaning @ meaning.T)
    value = np.where(langs[:, None] == langs[None, :], by_words, by_meaning)
    place = {a.id: row for row, a in enumerate(articles)}
    for (left, right), count in shared.items():
        i, j = place[left], place[right]
        value[i, j] = value[j, i] = value[i, j] + PER_SHARED * min(count, MOST_SHARED)
    for left, right in apart:
        i, j = place[left], place[right]
        value[i, j] = value[j, i] = value[i, j] * OTHER_OCCASION
    days = np.array([float(date.fromisoformat(a.published.start).toordinal()) if a.published else np.nan for a in articles])
    fading = np.exp(-np.abs(days[:, None] - days[None, :]) / FADE_DAYS)
    return np.asarray(np.round(value * np.where(np.isnan(fading), NO_DATE, fading), 9))


def _average_link(likeness: FloatTable, threshold: float) -> list[list[int]]:
    """Return groups of indexes whose average likeness is at least `threshold`, best pairs joined first."""
    size = len(likeness)
    groups = [[i] for i in range(size)]
    table = likeness.copy()
    np.fill_diagonal(table, -1.0)
    nearest = table.argmax(axis=1) if size else np.zeros(0, dtype=np.intp)
    best = table[np.arange(size), nearest]
    for _ in range(size - 1):
        i = int(best.argmax())
        j = int(nearest[i])
        if best[i] < threshold:
            break
        i, j = min(i, j), max(i, j)
        a, b = len(groups[i]), len(groups[j])
        table[i] = table[:, i] = (table[i] * a + table[j] * b) / (a + b)
        table[j] = table[:, j] = -1.0
        table[i, i] = -1.0
        groups[i] += groups[j]
        groups[j] = []
        changed = np.flatnonzero((nearest == i) | (nearest == j) | (table[:, i] > best))
        nearest[changed] = table[changed].argmax(axis=1)
        nearest[[i, j]] = table[[i, j]].argmax(axis=1)
        best = table[np.arange(size), nearest]
    return [sorted(g) for g in groups if g]
