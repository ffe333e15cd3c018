"""Makes up articles with encodings and sketches, without the model: what runs between articles are tested on."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from onrecord.kinship import Sketch
from onrecord.records import Encoding, Meaning
from onrecord.results import Analysis, Comparison
from onrecord.run.compare import compare_analyses
from onrecord.run.shelf import forget_article, keep_analyses, read_comparison, read_shelf
from onrecord.run.sketch import make_sketch
from onrecord.statements.match import Matcher
from onrecord.statements.space import plain_space
from onrecord.storage import SqliteStore
from tests.statements.tellings import make_encoding, tell

COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "if",
        "we",
        "is",
        "are",
        "was",
        "were",
        "be",
        "by",
        "and",
        "or",
        "to",
        "that",
        "when",
        "while",
        "will",
        "before",
        "after",
        "with",
        "no",
        "not",
        "for",
        "from",
    ]
)
MATCHER = Matcher(plain_space())
THEMES = (
    ("we close the strait if a grain ship is seized", "we close the strait", "a grain ship is seized", "Korva"),
    ("we leave the talks if a sham referendum is held", "we leave the talks", "a sham referendum is held", "Lindham"),
    ("surgeons at Saint Odile postpone forty operations while nurses strike", None, None, "Odile"),
    ("a sham referendum was held in Lindham on Sunday and ended in the evening", None, None, "Lindham"),
)
SPEAKERS = ("Tamsin Orlay", "Piet Hulst", None)
DAYS = ("2031-03-14", "2031-03-15", "2031-03-28", "2031-06-01", "2033-03-14", None)


@dataclass(frozen=True, kw_only=True)
class Made:
    """An article with everything a run keeps of it."""

    analysis: Analysis
    encoding: Encoding
    meaning: Meaning
    sketch: Sketch

    @property
    def name(self) -> str:
        return self.analysis.article.name


def rarity(word: str) -> float:
    """Return how rare a word counts as here: function words not at all, short ones little."""
    return 0.0 if word.casefold() in COMMON else min(len(word) / 8, 1.0)


def make(
    name: str, theme: int, *, seed: int = 0, published: str | None = "2031-03-14", speaker: str | None = "Tamsin Orlay", keep: float = 1.0, lang: str = "en",
    aside: int | None = None,
) -> Made:  # fmt: skip
    """Return an article that tells a theme; `keep` is the share of its words that stay, `aside` a theme that it tells as its own."""
    content, consequence, condition, place = THEMES[theme]
    rng = random.Random(f"{seed}")
    if keep < 1:
        content = " ".join(word for word in content.split() if rng.random() < keep) or "nothing"
    told = tell(
        content, name=name, lang=lang, speaker=speaker, source=speaker, published=published, places=[place] if place in content else [],
        aside="" if aside is None else f"{THEMES[aside][0][0].upper()}{THEMES[aside][0][1:]}.",
        consequence=consequence if consequence and consequence in content else None,
        conditions=[("trigger", condition)] if consequence and condition and consequence in content and condition in content else [],
    )  # fmt: skip
    return complete(told.analysis, [told.meaning])


def complete(analysis: Analysis, meanings: Sequence[Meaning]) -> Made:
    """Return an analysis with its encoding and sketch."""
    encoding = make_encoding(analysis.article)
    return Made(analysis=analysis, encoding=encoding, meaning=meanings[0], sketch=make_sketch(analysis, encoding, meanings, rarity, plain_space()))


def compare(made: Iterable[Made]) -> Comparison:
    """Return the comparison of articles."""
    given = list(made)
    return compare_analyses(
        [m.analysis for m in given], {m.sketch.article: m.encoding for m in given}, {m.meaning.of: m.meaning for m in given},
        {m.sketch.article: m.sketch for m in given}, matcher=MATCHER,
    )  # fmt: skip


def add(store: SqliteStore, made: Iterable[Made]) -> None:
    """Keep articles, one transaction each."""
    for each in made:
        with store.transaction():
            keep_analyses(store, [(each.analysis, each.encoding, [each.meaning], each.sketch)], MATCHER)


def forget(store: SqliteStore, made: Iterable[Made]) -> None:
    """Forget articles, one transaction each."""
    for each in made:
        with store.transaction():
            forget_article(store, each.name, MATCHER)


def read(store: SqliteStore) -> Comparison:
    """Return what the store holds between its articles."""
    return read_comparison(store, read_shelf(store))


def digest_of(made: Iterable[Made]) -> str:
    """Return the digest of a fresh store with these articles."""
    with closing(SqliteStore(":memory:")) as store:
        add(store, made)
        return store.digest()
