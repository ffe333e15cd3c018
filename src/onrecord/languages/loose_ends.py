"""Cuts the conjunctions at the borders of words that are shown for themselves: they lead to what is not shown ("the deal once" -> "the deal").

In: a span of an article. Out: a span inside it, never empty.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.languages import fold_text
from onrecord.records import Span

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def cut_loose_ends(text: str, span: Span, lang: str | None) -> Span:
    """Return a span without "and" and its like at its borders, and without a word that opens a clause at its end.

    Args:
        text: of the article.
        span: the words to show.
        lang: their language; in one that `loose_ends.toml` lacks nothing is cut.
    """
    code = (lang or "und").split("-")[0].lower()
    table = _load().get(code, {})
    joining, opening = table.get("joining", ()), table.get("opening", ())
    words = [Span(start=span.start + found.start(), end=span.start + found.end()) for found in _WORD.finditer(span.of(text))]
    folded = [fold_text(word.of(text), code) for word in words]
    first, last = 0, len(words)
    while last > 1 and folded[last - 1] in (*joining, *opening):
        last -= 1
    while first < last - 1 and folded[first] in joining:
        first += 1
    start = words[first].start if first else span.start
    end = start + len(text[start : words[last].start].rstrip().rstrip(",;:–—").rstrip()) if last < len(words) else span.end
    return Span(start=start, end=end)


@cache
def _load() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(files("onrecord.languages").joinpath("loose_ends.toml").read_text(encoding="utf-8"))
    return tables
