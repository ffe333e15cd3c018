"""Cuts who says it out of the words between an event and its number: "died, according to the ministry, four soldiers".

In: folded text of a clause, the language, spans of who says what. Out: the text without those words. Word lists: `frames.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.alternation import join_forms
from onrecord.languages.tables import read_lists
from onrecord.records import Attribution, Span

MAX_FRAME = 10
"""How many words may name the source between two commas."""
MAX_BARE = 7
"""The same where no comma closes it: "zahynuli podle ministerstva obrany čtyři vojáci"."""
MAX_REST = 2
"""Words beside cue and source between two commas: "wie die Polizei am Montag mitteilte" has its day, too."""
MAX_APART = 12
"""Code points that may lie between a cue and its source."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _FrameWords:
    """One language of `frames.toml`: patterns that find a source with its word between commas, and one at the end of a stretch."""

    enclosed: re.Pattern[str]
    bare: re.Pattern[str]


def find_voices(attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """Return the span from cue to source of each attribution that has both close together, in text order, none twice."""
    spans = set()
    for attribution in attributions:
        if not attribution.cue or not attribution.source:
            continue
        first, second = sorted((_cover(attribution.cue), _cover(attribution.source)))
        if second.start - first.end <= MAX_APART:
            spans.add(Span(start=first.start, end=max(first.end, second.end)))
    return tuple(sorted(spans))


def cut_frames(gap: str, start: int, lang: str, voices: Sequence[Span], *, is_before: bool) -> tuple[str, int]:
    """Return the text of a stretch without who says it, and how many such frames were cut.

    Args:
        gap: the stretch, folded.
        start: where it starts in the text.
        lang: BCP 47 code of the language.
        voices: spans of cue and source, as `find_voices` gives them.
        is_before: whether the stretch lies before the number, where a source may stand without commas.
    """
    words = _words_of(lang)
    kept: list[str] = []
    at, cut, joins = start, 0, False
    parts = gap.split(",")
    for place, part in enumerate(parts):
        span = Span(start=at, end=at + len(part))
        at = span.end + 1
        if 0 < place < len(parts) - 1 and (words.enclosed.fullmatch(part.strip()) or _is_told(part, span, voices)):
            cut, joins = cut + 1, True
        elif joins:
            kept[-1], joins = f"{kept[-1]} {part}", False
        else:
            kept.append(part)
    if is_before and (bare := words.bare.search(kept[-1])):
        kept[-1] = f"{kept[-1][: bare.start()]} "
        cut += 1
    return ",".join(kept), cut


def _is_told(text: str, part: Span, voices: Sequence[Span]) -> bool:
    """True for a part between two commas that holds little but a cue and its source: "the ministry said", "comme l'a indiqué la police"."""
    held = (voice for voice in voices if part.start <= voice.start and voice.end <= part.end)
    return any(len(_WORD.findall(text[: voice.start - part.start] + text[voice.end - part.start :])) <= MAX_REST for voice in held)


def _cover(spans: Sequence[Span]) -> Span:
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


@lru_cache(maxsize=64)
def _words_of(lang: str) -> _FrameWords:
    """Return the patterns of a language, patterns that find nothing for one that is not in `frames.toml`."""
    part = read_lists("onrecord.figures", "frames").get(lang)
    if part is None:
        return _FrameWords(enclosed=re.compile(r"(?!)"), bare=re.compile(r"(?!)"))
    opener, noun, before, behind = (join_forms(part[name]) or "(?!)" for name in ("openers", "nouns", "before", "behind"))
    word = r"[^\s,;:()]+"

    def told(size: int) -> str:
        named = rf"(?:{opener}) (?:{word} ){{0,2}}(?:[^\W\d_]+)?(?:{noun})(?: {word}){{0,{size}}}"
        return rf"{named}|(?:{before})(?:(?<=') ?| ){word}(?: {word}){{0,{size}}}"

    return _FrameWords(
        enclosed=re.compile(rf"{told(MAX_FRAME)}|(?:{word} ){{1,{MAX_FRAME}}}(?:{behind})"),
        bare=re.compile(rf"(?<!\w)(?:{told(MAX_BARE)})\s*$|^ (?:{word} ){{1,{MAX_BARE}}}(?:{behind})\s*$"),
    )
