"""An article's text as hashes of its runs of five words.

In: an `Article`. Out: all runs, the few of them that find it, and a form that texts which are all but the same have in common.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from zlib import adler32, crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.ids import make_id
from onrecord.records import Article
from onrecord.spans import blank_dropped

RUN_WORDS = 5
WINDOW = 16
"""The smallest hash of every so many runs in a row is a key: two texts with twenty words in a row in common share one.
Source: winnowing, Schleimer, Wilkerson and Aiken 2003."""
FORM_RUNS = 8
"""Texts whose so many smallest hashes are equal are all but the same: of two texts that share 99 runs in 100, nine pairs in ten are found so."""
_WORD = re.compile(r"\w+")
Keys = NDArray[np.uint64]


def list_runs(article: Article) -> Keys:
    """Return the hashes of the article's runs of words in text order, dropped spans left out; empty without a word."""
    words = _list_words(article)
    count = max(len(words) - RUN_WORDS + 1, 1 if words else 0)
    joined = [b" ".join(words[i : i + RUN_WORDS]) for i in range(count)]
    return np.array([crc32(run) << 32 | adler32(run) for run in joined], dtype=np.uint64)  # the same in every process, as the built-in hash is not


def list_run_spans(article: Article) -> NDArray[np.int64]:
    """Return where each of `list_runs` begins and ends in the text: two columns, code points."""
    found = [match.span() for match in _WORD.finditer(blank_dropped(article))]
    last = RUN_WORDS - 1 if len(found) >= RUN_WORDS else len(found) - 1
    return np.array([(start, found[place + last][1]) for place, (start, _) in enumerate(found[: max(len(found) - last, 0)])], dtype=np.int64).reshape(-1, 2)


def list_pairs(article: Article) -> NDArray[np.uint32]:
    """Return the hashes of the article's pairs of neighbouring words, ascending, each once."""
    words = _list_words(article)
    return np.unique(np.array([crc32(b"%b %b" % pair) for pair in pairwise(words)], dtype=np.uint32))


@lru_cache(maxsize=2)  # runs and pairs are asked for one after the other
def _list_words(article: Article) -> tuple[bytes, ...]:
    return tuple(w.casefold().encode("utf-8", "replace") for w in _WORD.findall(blank_dropped(article)))


def choose_keys(runs: Keys) -> Keys:
    """Return the runs that find a text, as keys below 2**63, ascending."""
    keys = runs >> np.uint64(1)
    if len(keys) <= WINDOW:
        return np.unique(keys)[:1]
    return np.unique(np.lib.stride_tricks.sliding_window_view(keys, WINDOW).min(axis=1))


def find_form(article: Article, runs: Keys) -> str:
    """Return what all texts of a day that are all but the same have in common; a text without words is like no other."""
    day = article.published.start if article.published else None
    if not len(runs):
        return make_id("form", article.id)
    return make_id("form", day, article.lang, [int(run) for run in np.unique(runs)[:FORM_RUNS]])
