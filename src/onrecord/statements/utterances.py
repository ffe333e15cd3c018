"""Cut attributions into utterances: what stands in one sentence is told, cut, translated and denied as one.

In: an article and its attributions. Out: `Utterance`s. A quotation of four sentences is four: another outlet tells two of them, or one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.ids import make_id
from onrecord.languages.readable import make_readable
from onrecord.languages.sentences import split_sentences
from onrecord.records import TOPIC, Article, Attribution, Commitment, Span
from onrecord.spans import SpanIndex
from onrecord.statements.words import WORD

FEWESTWORDS = 4
"""A sentence with fewer words ("It is over.") goes with the one before it: alone it says too little to be found again, unless it commits somebody ("Non lasceremo Korva.")."""
FEWESTWORDS_ASIDE = 6
UNATTRIBUTED = "unattributed"
MADE_BY = "utterances@2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The part of an attribution that one sentence holds: `attribution` has its content alone, and an id of its own unless it is the whole; `whole` is the id of that, `None` for what an outlet tells as its own."""

    attribution: Attribution
    whole: str | None

    def holds(self, commitment: Commitment) -> bool:
        """True when a commitment stands in the utterance, more than half of it where sentences cut it."""
        return (self.attribution.id == self.whole and commitment.attribution == self.whole) or _holds_most(self.attribution.content, commitment)


def _holds_most(pieces: Sequence[Span], commitment: Commitment) -> bool:
    """True when more than half of what is to come of a commitment stands in some pieces."""
    consequence = commitment.consequence
    return 2 * sum(piece.overlap(consequence) for piece in pieces) > consequence.end - consequence.start


class CommitmentsByPlace:
    """The commitments of an article by what they tell of and who says them.

    Args:
        commitments: those of one article.
    """

    def __init__(self, commitments: Sequence[Commitment]) -> None:
        self._commitments = commitments
        self._places = SpanIndex((number, (c.consequence,)) for number, c in enumerate(commitments))
        self._said: dict[str | None, list[int]] = {}
        for number, commitment in enumerate(commitments):
            self._said.setdefault(commitment.attribution, []).append(number)

    def held_by(self, utterance: Utterance) -> tuple[Commitment, ...]:
        """Return the commitments that an utterance holds, in their order."""
        near = {*self._said.get(utterance.attribution.id, ()), *(number for piece in utterance.attribution.content for number in self._places.across(piece))}
        return tuple(c for number in sorted(near) if utterance.holds(c := self._commitments[number]))


def split_attributions(article: Article, attributions: Sequence[Attribution], commitments: Sequence[Commitment] = ()) -> Iterator[Utterance]:
    """Yield the utterances of an article's attributions, in the order of these, then of the text; a topic is none.

    Args:
        article: the article.
        attributions: those in it.
        commitments: those in it: a sentence that holds one is an utterance however short it is.
    """
    sentences = list(split_sentences(make_readable(article.text))) if attributions else []
    index = SpanIndex((c, (c.consequence,)) for c in commitments)
    for attribution in attributions:
        if attribution.type == TOPIC:
            continue
        parts = _merge_short(article.text, _cut(article.text, attribution, sentences), index.across(attribution.span))
        if len(parts) < 2:
            yield Utterance(attribution=attribution, whole=attribution.id)
            continue
        for part in parts:
            yield Utterance(attribution=replace(attribution, id=make_id("utterance", attribution.id, part[0].start), content=part), whole=attribution.id)


def find_asides(article: Article, attributions: Sequence[Attribution]) -> Iterator[Utterance]:
    """Yield the sentences of an article that it attributes to nobody, as utterances of type `unattributed`; what was dropped from the text is left out."""
    taken = SpanIndex((0, (span,)) for a in attributions for span in (*a.source, *a.cue, *a.content))
    dropped = SpanIndex((0, (drop.span,)) for drop in article.dropped)
    for sentence in split_sentences(make_readable(article.text)):
        if taken.across(sentence) or dropped.across(sentence) or _count_words(article.text, [sentence]) < FEWESTWORDS_ASIDE:
            continue
        yield _tell_unattributed(make_id("aside", article.id, sentence.start), article, (sentence,))


def isolate_commitment(article: Article, commitment: Commitment) -> Utterance:
    """Return the words of a commitment that no attribution tells as an utterance of type `unattributed`."""
    return _tell_unattributed(make_id("loose", commitment.id), article, tuple(sorted({commitment.consequence, *(c.span for c in commitment.conditions)})))


def _tell_unattributed(id: str, article: Article, content: tuple[Span, ...]) -> Utterance:
    attribution = Attribution(
        id=id, article=article.id, source=(), cue=(), content=content, type=UNATTRIBUTED, speaker=None, speaker_as_written=None, speaker_how="told as the outlet's own",
        speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=1.0, made_by=MADE_BY,
    )  # fmt: skip
    return Utterance(attribution=attribution, whole=None)


def _cut(text: str, attribution: Attribution, sentences: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Return the pieces of the content sentence by sentence."""
    hull = attribution.span
    parts: list[tuple[Span, ...]] = []
    first = bisect_right(sentences, hull.start, key=lambda sentence: sentence.end)
    for sentence in takewhile(lambda sentence: sentence.start < hull.end, (sentences[at] for at in range(first, len(sentences)))):
        cut = (_trim(text, max(piece.start, sentence.start), min(piece.end, sentence.end)) for piece in attribution.content)
        pieces = tuple(piece for piece in cut if piece is not None)
        if pieces:
            parts.append(pieces)
    return parts


def _merge_short(text: str, parts: Sequence[tuple[Span, ...]], commitments: Sequence[Commitment]) -> list[tuple[Span, ...]]:
    """Return the parts, those of few words that commit nobody together with the one before, or at the beginning with the one after."""

    def is_slight(part: Sequence[Span]) -> bool:
        return _count_words(text, part) < FEWESTWORDS and not any(_holds_most(part, c) for c in commitments)

    merged: list[tuple[Span, ...]] = []
    for part in parts:
        if merged and (is_slight(part) or is_slight(merged[-1])):
            merged[-1] = (*merged[-1], *part)
        else:
            merged.append(part)
    return merged


def _count_words(text: str, part: Sequence[Span]) -> int:
    return sum(len(WORD.findall(text, piece.start, piece.end)) for piece in part)


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return a span without the white space at its edges, `None` when there is no word in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end and WORD.search(text, start, end) else None
