"""Who says what right behind it: "..., Ada Quill said."

In: the model's tags. Out: for each content the source and the cue that follow it in its sentence and belong to nothing else, whatever they are linked to.
Left to others: every other place of source and cue (`decode`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from onrecord.languages.marks import find_marks
from onrecord.records import Span, Tag

ROLES = frozenset({"source", "cue"})
APART_CHARS = 60
"""Between source and cue of one frame there is room for an adverb or an apposition."""
_CLOSED = re.compile(r"[\"'”’»“)\]]*,[\"'”’»“)\]]*\s+|[\"”’»“]\s+")
"""Between a content and the frame behind it: a comma, or the mark that closes the quotation."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»“)\]]*\s|\n")


class _Stops:
    """The ends of the sentences of a text."""

    def __init__(self, text: str) -> None:
        found = [(match.start(), match.end()) for match in find_marks(_SENTENCE_END, text, 0, len(text))]
        self._starts = [end - 1 if text[end - 1] == "\n" else start for start, end in found]
        self._ends = [end for _, end in found]

    def has_between(self, first: int, last: int) -> bool:
        """True when a sentence ends between two places."""
        at = bisect_left(self._starts, first)
        return at < len(self._ends) and self._ends[at] <= last


def find_frames(text: str, tags: Sequence[Tag]) -> Mapping[int, frozenset[int]]:
    """Return place of a content in `tags` -> the places of the source and the cue right behind it.

    Only where its sentence has neither before it, no second source behind it, and nothing told right behind the frame, to which it might belong.
    """
    order = sorted((i for i, tag in enumerate(tags) if tag.label == "content" or tag.label in ROLES), key=lambda i: tags[i].span)
    starts = [tags[i].span.start for i in order]
    stops = _Stops(text)
    last: Span | None = None
    found: dict[int, frozenset[int]] = {}
    for index in order:
        content = tags[index].span
        if tags[index].label in ROLES:
            last = content
            continue
        if last is not None and last.end <= content.start and not stops.has_between(last.end - 1, content.start):  # a source or a cue stands before it in its sentence
            continue
        behind = order[bisect_left(starts, content.end) :][:3]
        if len(behind) < 2 or {tags[i].label for i in behind[:2]} != ROLES:
            continue
        first, second = behind[:2]
        if not _closes(text, content, tags[first].span) or not _stand_together(text, tags[first].span, tags[second].span):
            continue
        frame = tags[first].span.cover(tags[second].span)
        if len(behind) == 3 and _is_anothers(text, frame, tags[behind[2]]):
            continue
        found[index] = frozenset((first, second))
    return found


def _is_anothers(text: str, frame: Span, after: Tag) -> bool:
    """True when a frame may belong to what comes after it: words right behind it, or another source in its sentence."""
    if after.label == "content":
        return not text[frame.end : after.span.start].strip()
    return after.label == "source" and not any(find_marks(_SENTENCE_END, text, frame.end, after.span.start))


def _closes(text: str, content: Span, first: Span) -> bool:
    """True when a content ends with a comma or a closed quotation right before the frame; a mark behind it closes what it is only a part of."""
    if text[content.end : first.start].strip(" \t\n\u00a0,"):
        return False
    last = max(content.end - 2, content.start)
    return any(_CLOSED.fullmatch(text, begin, first.start) is not None for begin in range(last, content.end + 1))


def _stand_together(text: str, first: Span, second: Span) -> bool:
    return first.end <= second.start <= first.end + APART_CHARS and not any(find_marks(_SENTENCE_END, text, first.end, second.start))
