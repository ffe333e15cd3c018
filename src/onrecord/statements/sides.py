"""One telling with everything that is known of it: what statements and differences are made from.

In: the analyses' records. Out: `Side`s, one an utterance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.languages.pack import Pack, fold_text, load_pack
from onrecord.languages.weekdays import find_weekday
from onrecord.names.keys import name_words, sound_key
from onrecord.records import Article, Attribution, Commitment, DateMention, Figure, Meaning, Mention, Span
from onrecord.results import Analysis
from onrecord.spans import SpanIndex
from onrecord.statements.countries import CountryReader
from onrecord.statements.utterances import CommitmentsByPlace, Utterance, find_asides, isolate_commitment, split_attributions
from onrecord.statements.words import STEM_CHARS, WORD

_NUMBER = re.compile(r"\d+(?:[.,:]\d+|\s?h\s?\d\d\b)*")
"""A number, also a time of day: "11:30" and "11 h 30" are one, as "11.30" is."""
WIDTH = 384
"""Numbers in a vector of the model."""

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """An utterance, as an attribution of its own, with what stands in its content; `whole` is the id of the attribution that it is, or is a sentence of.

    `country` is the one that its speaker speaks for (ISO code), where the article tells it. `words` are content words (no function words) with their stems; `vector` and `word_vectors` their meaning, rows as
    `meaning_words`; `names` the sound keys of names inside.
    """

    attribution: Attribution
    whole: str | None
    article: Article
    pack: Pack | None
    country: str | None
    words: tuple[tuple[Span, str], ...]
    mentions: tuple[Mention, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    vector: FloatArray
    meaning_words: tuple[Span, ...]
    word_vectors: FloatArray

    @property
    def lang(self) -> str:
        """The article's language, `und` when unknown."""
        return self.article.lang or "und"

    def cut(self, span: Span) -> str:
        """Return the words of a span on one line."""
        return " ".join(span.of(self.article.text).split())

    @property
    def weekday(self) -> int | None:
        """The weekday on which it was said (Monday = 0), also where the article leaves the date open; `None` when it tells none."""
        said_at, evidence = self.attribution.said_at, self.attribution.said_at_evidence
        if said_at is not None:
            return date.fromisoformat(said_at.start).weekday() if said_at.day else None
        if evidence is None or self.pack is None:
            return None
        return find_weekday(self.folded(evidence), self.pack)

    def covers(self, span: Span) -> bool:
        """True when a span lies in the content."""
        return any(piece.holds(span) for piece in self.attribution.content)

    def folded(self, span: Span) -> str:
        """Return the folded words of a span."""
        return fold_text(span.of(self.article.text), self.lang)


def make_sides(analysis: Analysis, meanings: Mapping[str, Meaning]) -> list[Side]:
    """Return the sides of all utterances of an article that have a meaning, in text order.

    Args:
        analysis: the article's records.
        meanings: utterance id -> its meaning.
    """
    pack = find_pack(analysis.article.lang)
    ground = _make_ground(analysis, pack)
    utterances = split_attributions(analysis.article, analysis.attributions, analysis.commitments)
    return [_make_side(analysis.article, u, ground, pack, meanings[u.attribution.id]) for u in utterances if u.attribution.id in meanings]


def make_asides(analysis: Analysis) -> list[Side]:
    """Return the sides of the sentences that an article attributes to nobody, in text order; the model did not read them alone, so their words have no vectors."""
    pack = find_pack(analysis.article.lang)
    ground = _make_ground(analysis, pack)
    nothing = Meaning(of="", article=analysis.article.id, vector=np.zeros(WIDTH, dtype="<f2").tobytes(), words=(), word_vectors=b"")
    return [_make_side(analysis.article, u, ground, pack, nothing) for u in find_asides(analysis.article, analysis.attributions)]


def list_loose(analysis: Analysis, sides: Sequence[Side]) -> list[Side]:
    """Return the commitments of an article that none of its sides holds, each as a side of its own words alone: nobody's statement, but a watch.

    Args:
        analysis: the article's records.
        sides: those of all its tellings.
    """
    held = {commitment.id for side in sides for commitment in side.commitments}
    loose = [c for c in analysis.commitments if c.id not in held]
    if not loose:
        return []
    pack = find_pack(analysis.article.lang)
    ground = _make_ground(analysis, pack)
    nothing = Meaning(of="", article=analysis.article.id, vector=np.zeros(WIDTH, dtype="<f2").tobytes(), words=(), word_vectors=b"")
    return [replace(_make_side(analysis.article, isolate_commitment(analysis.article, c), ground, pack, nothing), commitments=(c,)) for c in loose]


def find_pack(lang: str | None) -> Pack | None:
    """Return the pack of a language, `None` without one or when the language is unknown."""
    return load_pack(lang) if lang else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What stands in an article, by its place."""

    mentions: SpanIndex[Mention]
    figures: SpanIndex[Figure]
    dates: SpanIndex[DateMention]
    commitments: CommitmentsByPlace
    countries: CountryReader


def _make_ground(analysis: Analysis, pack: Pack | None) -> _Ground:
    return _Ground(
        mentions=SpanIndex((m, (m.span,)) for m in analysis.mentions), figures=SpanIndex((f, (f.span,)) for f in analysis.figures),
        dates=SpanIndex((d, (d.span,)) for d in analysis.dates), commitments=CommitmentsByPlace(analysis.commitments), countries=CountryReader(analysis.article, pack, analysis.mentions),
    )  # fmt: skip


def _make_side(article: Article, utterance: Utterance, ground: _Ground, pack: Pack | None, meaning: Meaning) -> Side:
    attribution, pieces = utterance.attribution, utterance.attribution.content
    mentions = tuple(ground.mentions.inside(*pieces))
    stop = pack.stopwords if pack else frozenset()
    words = []
    for piece in pieces:
        for match in WORD.finditer(article.text, piece.start, piece.end):
            folded = fold_text(match[0], article.lang or "en")
            if folded not in stop and (len(folded) > 1 or folded.isdigit()):
                words.append((Span(start=match.start(), end=match.end()), folded[:STEM_CHARS]))
    return Side(
        attribution=attribution, whole=utterance.whole, article=article, pack=pack, country=ground.countries.read(attribution), words=tuple(words), mentions=mentions,
        commitments=ground.commitments.held_by(utterance),
        figures=tuple(ground.figures.inside(*pieces)), dates=tuple(ground.dates.inside(*pieces)),
        names=frozenset(key for m in mentions if (parts := name_words(m.canonical)) and (key := sound_key(parts[-1]))),
        numbers=frozenset("".join(filter(str.isdigit, m[0])) for piece in pieces for m in _NUMBER.finditer(article.text, piece.start, piece.end)),
        vector=unpack(meaning.vector)[0], meaning_words=meaning.words, word_vectors=unpack(meaning.word_vectors),
    )  # fmt: skip


def unpack(values: bytes, width: int = WIDTH) -> FloatArray:
    """Return packed float16 rows as (rows, width) float32."""
    return np.frombuffer(values, dtype="<f2").astype(np.float32).reshape(-1, width)


def content_vectors(side: Side, centre: FloatArray) -> tuple[list[Span], FloatArray]:
    """Return the content words of a side and their vectors (words, width), centred and at unit length; zeros where the model did not read them."""
    if not len(side.word_vectors):
        return [span for span, _ in side.words], np.zeros((len(side.words), len(centre)), dtype=np.float32)
    wanted = SpanIndex((word, (word,)) for word, _ in side.words)
    rows = [k for k, span in enumerate(side.meaning_words) if any(word.holds(span) for word in wanted.across(span))]
    if not rows:
        rows = list(range(len(side.meaning_words)))
    vectors = side.word_vectors[rows] - centre
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return [side.meaning_words[k] for k in rows], np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)
