"""Whose count a number is that the text names right behind it: "2,100 workers according to the union, 1,500 according to the company".

In: folded text, counted numbers. Out: the words of the source; numbers that share the noun of the one before. Left to others: sources that stand elsewhere (`setting.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.figures.counted import Counted
from onrecord.figures.joint import reach_of
from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import fold_text, list_pronouns, load_pack
from onrecord.languages.tables import read_lists
from onrecord.records import Span

MAX_WORDS = 4
"""Words of a source, at most."""
_WORD = re.compile(r"[^\W\d_]+")


def find_voice_behind(folded: str, end: int, limit: int, lang: str) -> Span | None:
    """Return the source that stands right behind a number and its noun, `None` without one.

    Args:
        folded: folded text.
        end: where the number ends, or its noun.
        limit: where the sentence ends.
        lang: BCP 47 code of the language.
    """
    found, pack = _pattern_of(lang).match(folded, end, limit), load_pack(lang)
    if found is None or (pack is not None and found["source"] in list_pronouns(pack)):
        return None  # whom a pronoun means is told elsewhere
    return Span(start=found.start("source"), end=found.end("source"))


def is_bare_count(source: str, lang: str) -> bool:
    """True for a source that is a count and says nothing of whose ("the latest count"), as it names nobody and no body.

    Args:
        source: its words as they are written.
        lang: BCP 47 code of the language.
    """
    counts = read_lists("onrecord.figures", "frames").get(lang, {}).get("counts", ())
    words, pack = _WORD.findall(source), load_pack(lang)
    others = [word for word in words if fold_text(word, lang) not in counts]
    is_named = any(word[0].isupper() for word in others if pack is None or fold_text(word, lang) not in pack.stopwords)
    return len(others) < len(words) and not is_named and reach_of(lang).bodies.search(fold_text(source, lang)) is None


def share_nouns(counted: Sequence[Counted], folded: str, limit: int, lang: str) -> list[Counted]:
    """Return the counted numbers of a sentence, each bare one that is told to be somebody's count with the noun of the number before it."""
    shared = list(counted)
    for at in range(1, len(shared)):
        before, item = shared[at - 1], shared[at]
        is_bare = item.unit is None and item.population is None and item.kind is None and item.strong_kind is None
        if is_bare and before.unit is not None and find_voice_behind(folded, item.end, limit, lang):
            shared[at] = replace(before, number=item.number, end=item.end)
    return shared


@lru_cache(maxsize=64)
def _pattern_of(lang: str) -> re.Pattern[str]:
    """Return what finds a source right behind a number, up to a mark or the end; nothing in a language without such words before a source."""
    before = join_forms(read_lists("onrecord.figures", "frames").get(lang, {}).get("before", ())) or "(?!)"
    word = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
    return re.compile(rf",?\s(?:{before})(?:(?<=')|\s)(?P<source>{word}(?:\s{word}){{0,{MAX_WORDS - 1}}})(?=\s*(?:[,.;:)\n]|$))")
