"""Sets one pair of quotation marks around words, whatever marks a cut left at their edges.

In: words of an article. Out: the same without marks at the edges; marks whose partner stands inside stay.
"""

from __future__ import annotations

import re

_DOUBLE = '"“”„‟«»'
_PAIRS = ("«»", "„“", "“”", '""')
"""Marks that go together, those first whose second one is the first of another pair."""
_TURNED = {"«": "»", "»": "«"}
_SINGLE = "'‘’‚‹›"
_STOPS = ".!?…"
_ELIDED = re.compile(r"['’]\w{1,2}\b")
"""A word that begins with an apostrophe: Dutch "'s avonds", "'t", English "'em"."""


def quote_words(words: str) -> str:
    """Return words between one pair of marks."""
    return f"“{strip_marks(words)}”"


def strip_marks(words: str) -> str:
    """Return words without the quotation marks, commas and blanks at their edges, for places that set marks of their own.

    A mark stays where its partner stands inside the words ("to “close the area.”"), an apostrophe where it belongs to a word ("the dockers'"),
    a full stop also where a mark stood before it.
    """
    bare = words.strip()
    start = 0
    while start < len(bare) and (bare[start] in _DOUBLE or bare[start].isspace() or (bare[start] in _SINGLE and not _ELIDED.match(bare, start))):
        start += 1
    end = len(bare)
    stops = ""
    while end > start:
        last = bare[end - 1]
        if last in _STOPS and not stops and bare[start : end - 1].rstrip(_STOPS)[-1:] in tuple(_DOUBLE):
            cut = len(bare[start:end].rstrip(_STOPS)) + start
            stops, end = bare[cut:end], cut
        elif last in _DOUBLE or last in ", \t\n\u00a0" or (last in _SINGLE and not _is_apostrophe(bare, start, end)):
            end -= 1
        else:
            break
    before, inner, after = bare[:start], bare[start:end], bare[end:]
    opening, closing = _find_single_halves(inner)
    head = next((mark for mark in before if mark in closing), "") if closing else ""
    tail = next((mark for mark in after if mark in opening), "") if opening else ""
    return f"{head}{inner}{tail}{'' if inner.endswith(stops) else stops}"


def balance_marks(words: str) -> str:
    """Return words of a narrator as they stand, with a double mark set where a cut has left its partner alone (`the "first step` gets the second one)."""
    bare = words.strip().strip(",;").strip()
    opening, closing = _find_single_halves(bare)
    used = "".join(mark for mark in bare if mark in _DOUBLE)
    if used in ("«", "»"):
        ends = bare.endswith(used) or (used == "»" and not bare[bare.index(used) + 1].isalnum())
        return f"{_TURNED[used]}{bare}" if ends else f"{bare}{_TURNED[used]}"
    pair = next((pair for pair in _PAIRS if any(mark in used for mark in pair)), '""')
    return f"{pair[0] if '“' in closing else ''}{bare}{pair[1] if '“' in opening else ''}"


def _is_apostrophe(words: str, start: int, end: int) -> bool:
    """True for a single mark at the end that belongs to the word before it: no other single mark opens in front of it."""
    opened = start > 0 and any(mark in _SINGLE for mark in words[:start])
    return words[end - 2 : end - 1].isalpha() and not opened and not any(_is_opening(words, at) for at in range(start, end - 1) if words[at] in _SINGLE)


def _is_opening(words: str, at: int) -> bool:
    return (at == 0 or not words[at - 1].isalnum()) and words[at + 1 : at + 2].isalnum()


def _find_single_halves(inner: str) -> tuple[str, str]:
    """Return the kinds of marks that open in `inner` and never close, and of those that close without having opened."""
    opened: list[str] = []
    closed: list[str] = []
    for at, mark in enumerate(inner):
        kind = _DOUBLE if mark in _DOUBLE else _SINGLE if mark in _SINGLE else ""
        if not kind or (kind is _SINGLE and inner[at - 1 : at].isalnum() and inner[at + 1 : at + 2].isalnum()):
            continue
        if _is_opening(inner, at):
            opened.append(kind)
        elif kind in opened:
            opened.remove(kind)
        else:
            closed.append(kind)
    return "".join(opened), "".join(closed)
