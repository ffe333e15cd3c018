"""Cut a text into windows of whole paragraphs that fit the model.

In: text and a tokenizer. Out: `Window`s with token ids and the code point span of each token.
Left to others: running the model (`session`), reading tags (`tags`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.languages.sentences import PARAGRAPH
from onrecord.records import Span

BEGIN, PAD, END = 0, 1, 2
MAX_TOKENS = 224
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»“)\]]*+\s+")


class Encoding(Protocol):
    """What windows need of one encoded paragraph."""

    @property
    def ids(self) -> list[int]:
        """Token ids."""
        ...

    @property
    def offsets(self) -> list[tuple[int, int]]:
        """Code point span of each token."""
        ...


class Encoder(Protocol):
    """What windows need of a tokenizer: ids and code point offsets of a paragraph."""

    def encode(self, sequence: str, pair: None = None, is_pretokenized: bool = False, add_special_tokens: bool = True) -> Encoding:
        """Return the encoded paragraph."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Tokens of one window. `ids` and `offsets` have the same length; markers have the empty span `(-1, -1)`."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """First code point of the window."""
        return next((s for s, _ in self.offsets if s >= 0), 0)

    @property
    def end(self) -> int:
        """Code point after the last one of the window."""
        return next((e for _, e in reversed(self.offsets) if e >= 0), 0)

    def shifted(self, by: int) -> Window:
        """Return the window with its offsets moved by `by` code points."""
        return Window(ids=self.ids, offsets=tuple((s + by, e + by) if s >= 0 else (s, e) for s, e in self.offsets))


def hide_spans(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with the spans blanked by line breaks: same length, and paragraphs end where something was hidden."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        start, end = max(span.start, at), max(min(span.end, len(text)), at)
        pieces += (text[at:start], "\n" * (end - start))
        at = max(at, end)
    return "".join((*pieces, text[at:]))


def cut_windows(text: str, tokenizer: Encoder, max_tokens: int = MAX_TOKENS) -> list[Window]:
    """Return the windows of `text` in order; empty when there is no word in it.

    Paragraphs are packed whole, with an end marker between them; a paragraph longer than `max_tokens` is cut
    after a sentence, or where the tokens run out.
    """
    windows: list[Window] = []
    ids: list[int] = [BEGIN]
    offsets: list[tuple[int, int]] = [(-1, -1)]

    def close() -> None:
        nonlocal ids, offsets
        if len(ids) > 1:
            windows.append(Window(ids=tuple(ids), offsets=tuple(offsets)))
        ids, offsets = [BEGIN], [(-1, -1)]

    for piece_ids, piece_offsets in _pieces(text, tokenizer, max_tokens - 2):
        if len(ids) + len(piece_ids) + 1 > max_tokens:
            close()
        ids += [*piece_ids, END]
        offsets += [*piece_offsets, (-1, -1)]
    close()
    return windows


def _pieces(text: str, tokenizer: Encoder, limit: int) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    """Yield (ids, offsets in `text`) of paragraphs, long ones in parts of at most `limit` tokens."""
    for match in PARAGRAPH.finditer(text):
        paragraph = match[0]
        if not paragraph.strip():
            continue
        encoding = tokenizer.encode(paragraph, add_special_tokens=False)
        base = match.start()
        ids = encoding.ids
        offsets = [_tight(paragraph, s, e) for s, e in encoding.offsets]
        ends = [m.end() for m in _SENTENCE_END.finditer(paragraph)] if len(ids) > limit else []
        sentence_stops = _token_stops(offsets, ends)
        at = 0
        while at < len(ids):
            stop = min(at + limit, len(ids))
            if stop < len(ids):
                last = bisect_right(sentence_stops, stop)
                stop = sentence_stops[last - 1] if last and sentence_stops[last - 1] > at else stop
            yield ids[at:stop], [(s + base, e + base) for s, e in offsets[at:stop]]
            at = stop


def _token_stops(offsets: list[tuple[int, int]], ends: list[int]) -> list[int]:
    """Return, for each sentence end, the index of the first token after it."""
    stops, at = [], 0
    for end in ends:
        while at < len(offsets) and offsets[at][0] < end:
            at += 1
        stops.append(at)
    return stops


def _tight(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a token without the white space at its edges (the tokenizer counts the blank before a word)."""
    while start < end and paragraph[start].isspace():
        start += 1
    while end > start and paragraph[end - 1].isspace():
        end -= 1
    return start, end
