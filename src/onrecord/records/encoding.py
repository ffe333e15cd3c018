"""What the model says of an article."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A span found by the model. `layer` and `label` as in `encode/tags.py`; `confidence` is the mean probability of its words."""

    layer: str
    label: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The model's belief that tag `dependent` belongs to tag `head` (both are indexes into `Encoding.tags`)."""

    dependent: int
    head: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceVector:
    """The meaning of one sentence as a unit vector: `values` are 384 float16, packed."""

    span: Span
    values: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What utterance `of` (an attribution, or one sentence of it) means, read alone: the unit vector of the whole and one of each of its `words`, float16, packed row by row."""

    of: str
    article: str
    vector: bytes
    words: tuple[Span, ...]
    word_vectors: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """All that one pass of the model says of an article. Tags are in text order; vectors cover every sentence."""

    article: str
    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    vectors: tuple[SentenceVector, ...]
    made_by: str
