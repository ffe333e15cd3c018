"""Which words changed between two versions of a text.

In: two texts. Out: `Change`s with the span on each side. What only moved to another place is no change. Whole paragraphs that stand in
both are set aside first, so that the cost follows what changed and not the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.records import Span

LEAST_MOVED = 5
"""Words in a row that make a passage which moved; fewer are found elsewhere by chance."""
LEAST_WHOLE = 3
"""The same for all the words that were removed in one place and added in one other."""
MOST_PAIRS = 25_000_000
"""Two passages with more pairs of words than this are not compared word by word: all of both is the change."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W_]+)*|[^\W_]+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")

Run = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words that differ: `before` stands in the older text, `after` in the newer; `None` on the side where nothing stands."""

    before: Span | None
    after: Span | None


def diff_words(before: str, after: str) -> tuple[Change, ...]:
    """Return what changed, in the order of the newer text; what was removed stands where it was. Case counts, punctuation does not."""
    old, new = _Words(before), _Words(after)
    removed, added = _MovedWords(old), _MovedWords(new)
    blocks = [block for pair in _pair_paragraphs(before, after) for block in _diff_block(old, new, *pair)]
    gone, come = [(a, b) for a, b, _, _ in blocks if b > a], [(c, d) for _, _, c, d in blocks if d > c]
    _mark_moved(removed, added, gone, come)
    return tuple(
        change
        for a, b, c, d in blocks
        for change in _make_changes(removed.left((a, b)), added.left((c, d)), old, new)
    )  # fmt: skip


class _Words:
    """The words of a text and where they stand."""

    def __init__(self, text: str) -> None:
        self.spans = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(text)]
        self.forms = [span.of(text) for span in self.spans]
        self._starts = [span.start for span in self.spans]

    def between(self, start: int, end: int) -> Run:
        """Return the numbers of the words from one place of the text to another."""
        from bisect import bisect_left

        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def cover(self, run: Run) -> Span | None:
        """Return the span of a run of words, `None` for none."""
        return Span(start=self.spans[run[0]].start, end=self.spans[run[1] - 1].end) if run[1] > run[0] else None


class _MovedWords:
    """Which of the words of a text stand elsewhere in the other."""

    def __init__(self, words: _Words) -> None:
        self.words = words
        self.is_moved = [False] * len(words.forms)

    def mark(self, run: Run) -> None:
        """Note that a run only moved."""
        self.is_moved[run[0] : run[1]] = [True] * (run[1] - run[0])

    def left(self, run: Run) -> list[Run]:
        """Return the pieces of a run that did not move."""
        pieces: list[Run] = []
        for at in range(*run):
            if self.is_moved[at]:
                continue
            if pieces and pieces[-1][1] == at:
                pieces[-1] = (pieces[-1][0], at + 1)
            else:
                pieces.append((at, at + 1))
        return pieces


def _pair_paragraphs(before: str, after: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the places (old start, end, new start, end) between paragraphs that stand in both texts."""
    old, new = list(_LINE.finditer(before)), list(_LINE.finditer(after))
    matcher = SequenceMatcher(None, [" ".join(m[0].split()) for m in old], [" ".join(m[0].split()) for m in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield (*_place(old, a, b, len(before)), *_place(new, c, d, len(after)))


def _place(lines: Sequence[re.Match[str]], first: int, last: int, end: int) -> tuple[int, int]:
    start = lines[first].start() if first < len(lines) else end
    return start, lines[last - 1].end() if last > first else start


def _diff_block(old: _Words, new: _Words, start: int, end: int, new_start: int, new_end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the runs of words that differ within two passages."""
    (a, b), (c, d) = old.between(start, end), new.between(new_start, new_end)
    if (b - a) * (d - c) > MOST_PAIRS:
        yield a, b, c, d
        return
    for tag, i, j, k, m in SequenceMatcher(None, old.forms[a:b], new.forms[c:d], autojunk=False).get_opcodes():
        if tag != "equal":
            yield a + i, a + j, c + k, c + m


def _mark_moved(removed: _MovedWords, added: _MovedWords, gone: Sequence[Run], come: Sequence[Run]) -> None:
    """Mark the passages that were removed in one place and added in another, the longest first found of each removed run."""
    places: dict[tuple[str, ...], list[int]] = {}
    for first, last in come:
        for at in range(first, last - LEAST_MOVED + 1):
            places.setdefault(tuple(added.words.forms[at : at + LEAST_MOVED]), []).append(at)
    whole: dict[tuple[str, ...], list[Run]] = {}
    for run in come:
        whole.setdefault(tuple(added.words.forms[slice(*run)]), []).append(run)
    for run in gone:
        if run[1] - run[0] >= LEAST_WHOLE and (same := whole.get(tuple(removed.words.forms[slice(*run)]))):
            removed.mark(run)
            added.mark(same.pop())
    ends = {at: last for first, last in come for at in range(first, last)}
    for first, last in gone:
        at = first
        while at <= last - LEAST_MOVED and not removed.is_moved[at]:
            found = places.get(tuple(removed.words.forms[at : at + LEAST_MOVED]), [])[:20]
            sizes = [(_common(removed, added, at, last, to, ends[to]), -to) for to in found]
            size, to = max(sizes, default=(0, 0))
            if size >= LEAST_MOVED:
                removed.mark((at, at + size))
                added.mark((-to, -to + size))
            at += max(size, 1)


def _common(removed: _MovedWords, added: _MovedWords, at: int, last: int, to: int, end: int) -> int:
    size = 0
    while at + size < last and to + size < end and not added.is_moved[to + size] and removed.words.forms[at + size] == added.words.forms[to + size]:
        size += 1
    return size


def _make_changes(gone: Sequence[Run], come: Sequence[Run], old: _Words, new: _Words) -> Iterator[Change]:
    """Yield the changes of one block: one piece against one piece is a replacement, everything else stands alone."""
    if len(gone) == len(come) == 1:
        yield Change(before=old.cover(gone[0]), after=new.cover(come[0]))
        return
    yield from (Change(before=old.cover(run), after=None) for run in gone)
    yield from (Change(before=None, after=new.cover(run)) for run in come)
