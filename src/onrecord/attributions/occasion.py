"""When, where and to whom something was said, as far as the sentence around it tells.

In: a draft, the article's dates and names. Out: spans and dates of the frame, never taken from inside the content.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import fold_text
from onrecord.records import DateMention, Mention, Span

_CLAUSE_END = re.compile(r"[,;:.!?\n\"“”„«»]|\s[–—]\s")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»“]*(?=\s)|\n")
_SHORT_FORM = re.compile(r"(?:^|(?<=[\s(“„«\"]))(?:(?:\w\.)*\w|[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Ss]t|[Gg]en|[Ss]en|[Gg]ov|[Hh]r|[Ff]r|[Mm]me|[Ss]ra?|[Dd]hr|[Mm]evr|\d{1,2})\.$")
"""A word whose stop ends no sentence: initials, short titles, ordinal numbers."""
MAX_FRAME_CHARS = 400
MAX_OCCASION_CHARS = 90
OPEN_WEEKDAY = "weekday"
"""How `DateMention.how` begins for a weekday without a publication date."""
MAX_DAYS = 7
"""A frame date longer than a week ("in April") is no date of utterance."""


def frame_of(text: str, draft: Draft) -> list[Span]:
    """Return the parts of the sentences around source and cue that are not content."""
    anchors = [*draft.source, *draft.cue] or draft.content[:1]
    first, last = min(a.start for a in anchors), max(a.end for a in anchors)
    start = 0
    for match in _SENTENCE_END.finditer(text, max(0, first - MAX_FRAME_CHARS), first):
        if _is_frame_end(text, match, draft.content):
            start = match.end()
    start = max(start, first - MAX_FRAME_CHARS)
    end = next((m.end() for m in _SENTENCE_END.finditer(text, last) if _is_frame_end(text, m, draft.content)), len(text))
    end = min(end, last + MAX_FRAME_CHARS)
    pieces: list[Span] = []
    at = start
    for content in draft.content:
        if content.start > at and content.start <= end:
            pieces.append(Span(start=at, end=content.start))
        at = max(at, content.end)
    if at < end:
        pieces.append(Span(start=at, end=end))
    return [p for p in pieces if p.end > p.start]


def _is_frame_end(text: str, match: re.Match[str], content: Sequence[Span]) -> bool:
    """True when a sentence ends here: not at a short form, not inside a content, not at the end of one in mid-sentence."""
    if _SHORT_FORM.search(text, max(0, match.start() - 6), match.start() + 1):
        return False
    if any(c.start < match.end() < c.end for c in content):
        return False
    goes_on = text[match.end() : match.end() + 2].strip()[:1].islower()
    return not (goes_on and any(c.end == match.end() for c in content))


def find_said_at(draft: Draft, frame: Sequence[Span], dates: SpanIndex[DateMention]) -> DateMention | None:
    """Return the date in the frame that stands nearest to cue or source; `None` when there is none of a week or less.

    A weekday that stays open for want of a publication date counts too: it tells one occasion from another.
    """
    anchors = [*draft.cue, *draft.source]
    near = [d for piece in frame for d in dates.inside(piece) if (d.range is None and d.how.startswith(OPEN_WEEKDAY)) or (d.range is not None and _days(d) <= MAX_DAYS)]
    if not near or not anchors:
        return None
    return min(near, key=lambda d: min(max(d.span.start - a.end, a.start - d.span.end, 0) for a in anchors))


def _days(mention: DateMention) -> int:
    from datetime import date

    if mention.range is None:
        return MAX_DAYS + 1
    return (date.fromisoformat(mention.range.end) - date.fromisoformat(mention.range.start)).days


def find_occasion(text: str, lang: str, frame: Sequence[Span], said: Sequence[Span] = ()) -> Span | None:
    """Return the words that name the occasion ("a news conference in the capital"), or `None`.

    Args:
        text: the article's text.
        lang: its language.
        frame: where to look.
        said: the source and cue, at which the words end at the latest.
    """
    pattern = _occasion_pattern()
    for piece in frame:
        match = pattern.search(fold_text(text[piece.start : piece.end], lang))
        if match:
            start = piece.start + match.start(1)
            stop = _CLAUSE_END.search(text, piece.start + match.end(1), piece.end)
            parts = (part.start for part in said if part.start >= piece.start + match.end(1))
            end = min(stop.start() if stop else piece.end, start + MAX_OCCASION_CHARS, *parts)
            while end > start and text[end - 1].isspace():
                end -= 1
            return Span(start=start, end=end)
    return None


@lru_cache(maxsize=1)
def occasion_forms() -> dict[str, str]:
    """Return folded form -> concept (`press_conference`, `interview`, ...), longest forms first."""
    table = tomllib.loads((files("onrecord.attributions") / "occasions.toml").read_text("utf-8"))
    pairs = [(fold_text(form), concept) for concept, forms in table.items() for form in forms]
    return dict(sorted(pairs, key=lambda p: -len(p[0])))


@lru_cache(maxsize=1)
def _occasion_pattern() -> re.Pattern[str]:
    forms = join_forms(occasion_forms())
    return re.compile(
        rf"(?<!\w)((?:(?:a|an|the|his|her|een|de|het|zijn|haar|ein|eine|einer|einem|der|dem|une?|la|le|l'|una|el|un|il|uno|uma|o)\s+)?(?:[\w-]+\s)?(?:{forms}))(?!\w)"
    )


def find_addressee(text: str, draft: Draft, places: SpanIndex[Mention]) -> Span | None:
    """Return the name that follows the cue directly ("told Newsmax", "riep Poetin op"), not inside source or content."""
    for cue in draft.cue:
        for mention in places.near(cue, 12):
            inside_cue = cue.holds(mention.span)
            gap = text[cue.end : mention.span.start] if mention.span.start >= cue.end else None
            if not inside_cue and (gap is None or len(gap.split()) > 2 or any(c in gap for c in ',.;:"“”„«»\n')):
                continue
            if any(part.overlap(mention.span) for part in (*draft.source, *draft.content)):
                continue
            return mention.span
    return None
