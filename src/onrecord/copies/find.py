"""The stage: articles in, copies among them and agency credits out.

Shared text is counted in runs of five words, found through an index, so that articles without a common run are
never compared. Left to others: translated and paraphrased copies, how many accounts remain (`stories`).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.ids import make_id
from onrecord.records import Article, Copy

MADE_BY = "copies@1"
RUN_WORDS = 5
VERBATIM = 0.9
EDITED = 0.3
"""Share of the shorter article's runs that the other holds: from `EDITED` on it is a copy, from `VERBATIM` on both sides a
verbatim one. Two independent reports share quotations, seldom three runs in ten."""
COMMON_RUN = 50
"""A run that stands in more articles than this is counted only between the first of them and each other one: what was reposted
a thousand times is a thousand copies of one text, not half a million pairs; boilerplate stays below `EDITED` either way."""
_WORD = re.compile(r"\w+")


def find_copies(articles: Sequence[Article]) -> Iterator[Copy]:
    """Yield the copies among articles, and one record for each agency an article credits.

    The later article derives from the earlier one; without two dates the shorter from the fuller; the id breaks ties.
    """
    runs = {a.id: _runs(a) for a in articles}
    by_id = {a.id: a for a in articles}
    holders: dict[int, list[str]] = defaultdict(list)
    for article_id in sorted(runs, key=lambda i: _first_told(by_id[i], len(runs[i]))):
        for run in runs[article_id]:
            holders[run].append(article_id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        shared.update(combinations(ids, 2) if len(ids) <= COMMON_RUN else ((ids[0], other) for other in ids[1:]))
    for (left, right), count in sorted(shared.items()):
        smaller = min(len(runs[left]), len(runs[right]))
        if count / smaller < EDITED:
            continue
        origin, later = _order(by_id[left], by_id[right], len(runs[left]), len(runs[right]))
        coverage = (round(count / len(runs[later.id]), 3), round(count / len(runs[origin.id]), 3))
        kind = "verbatim" if min(coverage) >= VERBATIM else "edited"
        yield Copy(
            id=make_id("copy", later.id, origin.id, kind), article=later.id, of=origin.id, kind=kind, coverage=coverage,
            reason=f"{coverage[0]:.0%} of its five-word runs stand in the other text, {coverage[1]:.0%} the other way", made_by=MADE_BY,
        )  # fmt: skip
    for article in articles:
        for name in dict.fromkeys(c.name for c in article.credits if c.kind == "agency"):
            words = next(c.span.of(article.text) for c in article.credits if c.name == name)
            yield Copy(
                id=make_id("copy", article.id, name, "agency"), article=article.id, of=name, kind="agency", coverage=(0.0, 0.0),
                reason=f"credits {name}: `{' '.join(words.split())}`", made_by=MADE_BY,
            )  # fmt: skip


def _first_told(article: Article, size: int) -> tuple[str, int, str, str]:
    """Return what articles are sorted by so that origins come before what derives from them."""
    return (article.published.start if article.published else "9999", -size, article.name, article.id)


def _order(left: Article, right: Article, left_size: int, right_size: int) -> tuple[Article, Article]:
    """Return (origin, derived)."""
    if left.published and right.published and left.published.start != right.published.start:
        return (left, right) if left.published.start < right.published.start else (right, left)
    if left_size != right_size:
        return (left, right) if left_size > right_size else (right, left)
    return (left, right) if left.name <= right.name else (right, left)


def _runs(article: Article) -> set[int]:
    """Return the hashes of the article's runs of words, dropped spans left out."""
    text = article.text
    for dropped in article.dropped:
        text = text[: dropped.span.start] + " " * (dropped.span.end - dropped.span.start) + text[dropped.span.end :]
    words = [w.casefold() for w in _WORD.findall(text)]
    lengths = range(max(len(words) - RUN_WORDS + 1, 1 if words else 0))
    return {stable_hash(" ".join(words[i : i + RUN_WORDS])) for i in lengths}


def stable_hash(words: str) -> int:
    """Return a hash that is the same in every process (the built-in one is not)."""
    data = words.encode("utf-8", "replace")
    return zlib.crc32(data) << 32 | zlib.adler32(data)
