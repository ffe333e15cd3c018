"""Builds single tellings of an utterance by hand, each word's meaning a unit vector of its concept, so that alignment is exact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.ids import hash_text, make_id
from onrecord.kinship import Sketch
from onrecord.records import (
    Article,
    Attribution,
    Commitment,
    Condition,
    DateMention,
    DateRange,
    Difference,
    Encoding,
    Figure,
    Meaning,
    Mention,
    SentenceVector,
    Span,
)  # fmt: skip
from onrecord.results import Analysis
from onrecord.run.sketch import make_sketch
from onrecord.statements import cluster
from onrecord.statements.differences import find_differences
from onrecord.statements.features import Tellings
from onrecord.statements.match import Matcher, match_tellings
from onrecord.statements.sides import Side, make_sides
from onrecord.statements.space import Space, plain_space

WIDTH = 384


def rarity(word: str) -> float:
    """Return how rare a word counts as here: as its length, but for what is common in news."""
    return {"held": 0.1, "referendum": 0.3}.get(word.casefold(), min(len(word) / 8, 1.0))


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One article with one attribution, its meaning, and the side made from both."""

    analysis: Analysis
    meaning: Meaning
    side: Side

    @property
    def attribution(self) -> Attribution:
        return self.analysis.attributions[0]

    @property
    def sketch(self) -> Sketch:
        return make_sketch(self.analysis, make_encoding(self.analysis.article), [self.meaning], rarity, plain_space())

    @property
    def told(self) -> cluster.Telling:
        """The telling as statements are grouped from it."""
        return cluster.Telling(sketch=self.sketch, gist=self.sketch.gists[0])


def find(text: str, words: str) -> Span:
    """Return where words stand for the first time."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def days(start: str, end: str) -> DateRange:
    """Return a half-open range of days."""
    return DateRange(start=start, end=end)


def concept_vector(concept: str) -> np.ndarray:
    """Return the unit vector of a concept, drawn by its name alone, whichever tests ran before: another one is all but orthogonal to it."""
    vector = np.random.default_rng(int(hash_text(concept)[:12], 16)).standard_normal(WIDTH)
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def pack(rows: Sequence[np.ndarray]) -> bytes:
    """Return vectors as a `Meaning` holds them."""
    return b"".join(row.astype("<f2").tobytes() for row in rows)


def make_meaning(attribution: Attribution, text: str, same: Mapping[str, str]) -> Meaning:
    """Return the meaning of a content: each word stands for itself, or for the concept that `same` gives."""
    spans = [Span(start=m.start(), end=m.end()) for piece in attribution.content for m in re.finditer(r"[^\W_]+", text[: piece.end]) if m.start() >= piece.start]
    rows = [concept_vector(same.get(s.of(text).casefold(), s.of(text).casefold())) for s in spans]
    whole = np.sum(rows, axis=0)
    return Meaning(
        of=attribution.id, article=attribution.article, vector=pack([whole / np.linalg.norm(whole)]), words=tuple(spans), word_vectors=pack(rows),
    )  # fmt: skip


def tell(
    content: str,
    *,
    name: str = "gazette",
    lang: str = "en",
    speaker: str | None = "Tamsin Orlay",
    speaker_how: str = "named beside the words",
    source: str | None = "Tamsin Orlay",
    cue: str = "said",
    type: str = "indirect",
    consequence: str | None = None,
    conditions: Sequence[tuple[str, str]] = (),
    operator: str | None = None,
    operator_how: str = "worded",
    force: str = "threat",
    holder: str | None = None,
    places: Sequence[str] = (),
    persons: Sequence[str] = (),
    figure: tuple[str, float] | None = None,
    date: tuple[str, DateRange] | None = None,
    said_at: DateRange | None = None,
    published: str | None = "2031-03-14",
    same: Mapping[str, str] | None = None,
    occasion: str | None = None,
    aside: str = "",
) -> Telling:
    """Return one telling of `content`; every part is found by its words. `aside` is a sentence that the article attributes to nobody."""
    lead = " ".join(filter(None, (source, cue, occasion)))
    text = f"{lead}: {content}.{' ' * bool(aside)}{aside}"
    article = Article(
        id=make_id("article", name, hash_text(text)), name=name, text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None, subheads=(),
        outlet=None, url=None, published=_day(published), published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    body = Span(start=len(lead) + 2, end=len(lead) + 2 + len(content))
    attribution = Attribution(
        id=make_id("attribution", article.id), article=article.id, source=(find(text, source),) if source else (), cue=(find(text, cue),), content=(body,), type=type,
        speaker=speaker, speaker_as_written=source, speaker_how=speaker_how, speaker_evidence=find(text, source) if source else None, addressee=None,
        occasion=find(text, occasion) if occasion else None, said_at=said_at, said_at_evidence=None, confidence=0.9, made_by="test@1",
    )  # fmt: skip
    mentions = [("place", word) for word in places] + [("person", word) for word in persons]
    analysis = Analysis(
        article=article,
        mentions=tuple(
            Mention(id=make_id("mention", article.id, w), article=article.id, span=find(text, w), kind=k, canonical=w, confidence=0.9, made_by="t@1") for k, w in mentions
        ),
        attributions=(attribution,),
        commitments=(_commit(article, attribution, consequence, conditions, operator, operator_how, force, holder),) if consequence else (),
        figures=(_count(article, *figure),) if figure else (),
        dates=(DateMention(id=make_id("date", article.id), article=article.id, span=find(text, date[0]), range=date[1], how="given", made_by="t@1"),) if date else (),
        problems=(),
    )
    meaning = make_meaning(attribution, text, same or {})
    (side,) = make_sides(analysis, {attribution.id: meaning})
    return Telling(analysis=analysis, meaning=meaning, side=side)


def _day(iso: str | None) -> DateRange | None:
    return None if iso is None else DateRange(start=iso, end=str(np.datetime64(iso) + 1))


def _commit(
    article: Article, attribution: Attribution, consequence: str, conditions: Sequence[tuple[str, str]], operator: str | None, operator_how: str, force: str, holder: str | None
) -> Commitment:
    text = article.text
    return Commitment(
        id=make_id("commitment", article.id), article=article.id, holder=find(text, holder) if holder else None, holder_canonical=holder, force=force,
        consequence=find(text, consequence), conditions=tuple(Condition(span=find(text, words), kind=kind) for kind, words in conditions), operator=operator, operator_how=operator_how if operator else None,
        addressee=None, addressee_canonical=None, conditional=any(kind != "deadline" for kind, _ in conditions), attribution=attribution.id, confidence=0.9,
        made_by="t@1",
    )  # fmt: skip


def _count(article: Article, words: str, value: float) -> Figure:
    return Figure(
        id=make_id("figure", article.id), article=article.id, span=find(article.text, words), low=value, high=value, point=value, unit=None, kind="injured",
        population=None, place=None, as_of=None, period=None, source=None, attribution=None, hedges=(), made_by="t@1",
    )  # fmt: skip


def space_of(sides: Sequence[Side]) -> Space:
    """Return a space from whose vectors that is taken which the words of these sides have in common."""
    rows = [s.word_vectors for s in sides if len(s.word_vectors)]
    return replace(plain_space(), centre=np.concatenate(rows).mean(axis=0)) if rows else plain_space()


def compare(left: Telling, right: Telling) -> list[Difference]:
    """Return the differences between two tellings."""
    sides = [left.side, right.side]
    return list(find_differences(sides, Matcher(space_of(sides))))


def match_all(tellings: Sequence[Telling]) -> dict[tuple[str, str], float]:
    """Return how surely each pair of tellings is one utterance, by attribution ids."""
    each = sorted(((t.sketch.article, Tellings(t.sketch), t.attribution.id) for t in tellings), key=lambda item: item[0])
    return {
        (a, b): value for k, (_, left, a) in enumerate(each) for _, right, b in each[k + 1 :] if (value := float(match_tellings(left, right, plain_space())[0, 0])) >= 0.1
    }  # fmt: skip


def group(tellings: Sequence[Telling]) -> list[cluster.Group]:
    """Return the groups of tellings of one story."""
    told = [t.told for t in tellings]
    return cluster.group_tellings(told, make_echoes(told, match_all(tellings)))


def make_echoes(tellings: Sequence[cluster.Telling], surely: Mapping[tuple[str, str], float]) -> cluster.Echoes:
    """Return how surely pairs of attributions are one utterance, as it is asked for of tellings."""
    place = {t.gist.of: index for index, t in enumerate(tellings)}
    rows = [(place[a], place[b]) for a, b in surely]
    left, right = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    return cluster.Echoes(left, right, np.array(list(surely.values()), dtype=np.float64))


def labels(left: Telling, right: Telling) -> set[str]:
    """Return the labels of the differences between two tellings."""
    return {difference.label for difference in compare(left, right)}


def make_encoding(article: Article) -> Encoding:
    """Return the sentences of an article, told apart by their full stops."""
    spans = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^.\s][^.\n]*\.", article.text)]
    vector = pack([concept_vector("sentence")])
    return Encoding(article=article.id, tags=(), links=(), vectors=tuple(SentenceVector(span=s, values=vector) for s in spans), made_by="t@1")
