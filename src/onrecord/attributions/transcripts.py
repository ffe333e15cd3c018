"""Paragraphs that open with a name and a colon ("SOLAN: We will not go."): the turns of a transcript, each said by whom its label names.

In: an article, its mentions, drafts. Out: the drafts, in which the label of a turn is the source of what has none, and who a label names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.names.keys import name_words, words_match
from onrecord.records import Article, Mention, Span

MIN_TURNS = 3
MIN_VOICES = 2
QUOTES = frozenset("\"“„«»”'‘")
_TURN = re.compile(r"^[ \t]*[\"“„«»”'‘]?(?P<label>[^\W\d_][^\n:,;!?\"“”„«»()]{0,39}):\s+(?=\S)", re.MULTILINE)
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """One paragraph of a transcript: its label, where its words begin, and the one person whose name the label is, if any."""

    label: Span
    words_at: int
    person: Mention | None


class Transcript:
    """The turns of one article; none where its paragraphs open otherwise.

    Args:
        article: the article.
        mentions: its names.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._text = article.text
        people = {m.canonical: m for m in reversed(mentions) if m.kind == "person"}
        lone: list[_Turn] = []
        found = [self._make(match, people) for match in _TURN.finditer(article.text) if self._is_label(match["label"])]
        voices = {turn.label.of(self._text).casefold() for turn in found}
        known = sum(turn.person is not None or turn.label.of(self._text).isupper() for turn in found)
        if len(found) < MIN_TURNS or len(voices) < MIN_VOICES or len(voices) == len(found) or known * 2 < len(found):
            lone, found = found, []
        self._line_ends = {turn.label.start: self._line_end(turn.words_at) for turn in lone}
        self._turns = SpanIndex((Span(start=turn.label.start, end=self._line_end(turn.words_at)), turn) for turn in found)
        self._people = {turn.label: turn.person for turn in found}

    def read_all(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts, the label of a turn the source of every one in it that has none of its own; labels are no part of what is said.

        Where the paragraphs are no transcript, what stands below a lone label and its line is not said by it, unless it is quoted.
        """
        told = [draft for draft in drafts if not self._is_below(draft)]
        for draft in told:
            turn = next(iter(self._turns.overlapping(draft.content[0])), None)
            if turn is None:
                continue
            draft.content = [kept for piece in draft.content if (kept := _cut(piece, turn)) is not None] or draft.content
            own = [span for span in draft.source if not span.overlap(turn.label)]
            if not own:
                draft.source = [turn.label]
                draft.cue = [span for span in draft.cue if not span.overlap(turn.label)]
        return told

    def _is_below(self, draft: Draft) -> bool:
        """True for what stands without quotation marks below the line of a lone label that is its source."""
        end = self._line_ends.get(draft.source[0].start) if draft.source else None
        return end is not None and draft.start >= end and self._text[draft.start] not in QUOTES

    def is_label(self, span: Span) -> bool:
        """True when a source is the label of a turn."""
        return span in self._people

    def person_of(self, label: Span) -> Mention | None:
        """Return the one person of the article whose name a label is."""
        return self._people.get(label)

    def _make(self, match: re.Match[str], people: dict[str, Mention]) -> _Turn:
        label = Span(start=match.start("label"), end=match.start("label") + len(match["label"].rstrip()))
        family = name_words(match["label"])[-1:]
        fitting = [mention for name, mention in people.items() if family and (words := name_words(name)) and words_match(family[0], words[-1])]
        return _Turn(label=label, words_at=match.end(), person=fitting[0] if len(fitting) == 1 else None)

    def _is_label(self, label: str) -> bool:
        """True for at most four words that all begin with a capital."""
        words = label.split()
        return len(words) <= 4 and all(_CAPITAL.match(word) for word in words)

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end


def _cut(piece: Span, turn: _Turn) -> Span | None:
    """Return what of a piece lies behind the label, `None` when nothing does."""
    if not piece.overlap(Span(start=turn.label.start, end=turn.words_at)):
        return piece
    return Span(start=turn.words_at, end=piece.end) if piece.end > turn.words_at else None
