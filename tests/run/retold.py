"""Makes up articles whose sentences mean what numbers say, in any language: what copies in other words are tested on."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import numpy as np

from onrecord.ids import hash_text, make_id
from onrecord.records import Article, DateRange, Encoding, Mention, SentenceVector, Span
from onrecord.results import Analysis
from onrecord.run.sketch import make_sketch
from onrecord.statements.space import plain_space
from tests.run.made import Made, rarity
from tests.statements.tellings import tell

WIDTH = 384
NAMES = ("Tamsin Orlay", "Piet Hulst", "Lindham", "Pelgrim")
_SOUNDS = {"en": "bdfg", "nl": "klmn", "uk": "прст"}


def unit_rows(meanings: Iterable[int]) -> np.ndarray:
    """Return a unit vector of each meaning: orthogonal to all others."""
    rows = np.zeros((len(list(meanings := tuple(meanings))), WIDTH))
    for row, meaning in enumerate(meanings):
        rows[row, meaning] = 1.0
    return rows


def write_sentence(lang: str, meaning: int, words: int = 9, seed: int = 0) -> str:
    """Return words that stand for a meaning in a language; another seed tells it in other words."""
    rng = random.Random(f"{lang}{meaning}{seed}")
    sounds = _SOUNDS.get(lang, "wxyz")
    return " ".join("".join(rng.choice(sounds) + rng.choice("aeiou") for _ in range(3)) for _ in range(words))


def make_retold(name: str, lang: str, meanings: Sequence[int], published: str | None = "2031-03-14", *, noise: float = 0.1) -> Made:
    """Return an article that says these meanings, one a sentence, each name in one of them."""
    text, vectors, mentions = "", [], []
    rng = np.random.default_rng(abs(hash_of(name)))
    for place, (meaning, row) in enumerate(zip(meanings, unit_rows(meanings), strict=True)):
        start = len(text)
        who = NAMES[place % len(NAMES)]
        text += f"{who} {write_sentence(lang, meaning, seed=hash_of(name))}."
        mentions.append((Span(start=start, end=start + len(who)), who))
        vector = row + 0.5 * unit_rows([WIDTH - 1])[0] + noise * rng.normal(size=WIDTH) / np.sqrt(WIDTH)
        vectors.append(SentenceVector(span=Span(start=start, end=len(text)), values=(vector / np.linalg.norm(vector)).astype("<f2").tobytes()))
        text += "\n"
    day = DateRange(start=published, end=str(np.datetime64(published) + 1)) if published else None
    article = Article(
        id=make_id("article", name, hash_text(text)), name=name, text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None, subheads=(),
        outlet=f"{name} Gazette", url=None, published=day, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    analysis = Analysis(
        article=article, attributions=(), commitments=(), figures=(), dates=(), problems=(),
        mentions=tuple(
            Mention(id=make_id("mention", article.id, span.start), article=article.id, span=span, kind="person", canonical=who, confidence=1.0, made_by="t@1") for span, who in mentions
        ),
    )  # fmt: skip
    encoding = Encoding(article=article.id, tags=(), links=(), vectors=tuple(vectors), made_by="t@1")
    nothing = tell("nothing").meaning
    return Made(analysis=analysis, encoding=encoding, meaning=nothing, sketch=make_sketch(analysis, encoding, [], rarity, plain_space()))


def hash_of(name: str) -> int:
    """Return a small number that is the same in every process."""
    return int(hash_text(name)[:6], 16)
