"""Tell whether what stands between an office and a name lets both be one noun phrase: "president of Ukraine Ostap Rudenko", not "the minister thanked Tarn".

In: the words between them. Out: yes or no. Left to others: which office it is, and whose (`offices`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.names.places import find_demonym, has_determiner
from onrecord.records import Span

MAX_GAP_WORDS = 2
"""Words between office and name ("president of Arlen Mira Solan")."""
MIN_CAPITALS = 4
"""From this many words on, all with a capital, a line is a headline in which a verb has one as well."""
MIN_LETTERS = 4
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def is_one_phrase(text: str, gap: Span, lang: str) -> bool:
    """True when an office and the name after it may be one noun phrase.

    Args:
        text: the article's text.
        gap: what stands between them.
        lang: the text's language.
    """
    words = gap.of(text).split()
    if not words:
        return True
    wording = load_wording(lang)
    if len(words) > MAX_GAP_WORDS or fold_text(words[-1], lang) in wording.prepositions:
        return False
    known = wording.prepositions | wording.former | wording.deputy | wording.masculine | wording.feminine | _load_words(primary_subtag(lang))
    return all(_is_known(word, lang, known) or (word[:1].isupper() and not _is_all_capitals(_line_of(text, gap))) for word in words)


def _is_known(word: str, lang: str, known: frozenset[str]) -> bool:
    folded = fold_text(word.strip("()[]"), lang).rstrip(".,")
    return folded in known or folded.rpartition("'")[2] in known or has_determiner(folded) or find_demonym(folded, lang) is not None


def _line_of(text: str, gap: Span) -> str:
    end = text.find("\n", gap.end)
    return text[text.rfind("\n", 0, gap.start) + 1 : end if end >= 0 else len(text)]


def _is_all_capitals(line: str) -> bool:
    """True for a line whose words, short ones aside, all begin with a capital."""
    words = [word for word in _WORD.findall(line) if len(word) >= MIN_LETTERS]
    return len(words) >= MIN_CAPITALS and all(word[:1].isupper() for word in words)


@lru_cache(maxsize=32)
def _load_words(lang: str) -> frozenset[str]:
    return frozenset(read_lists("onrecord.attributions", "beside").get(lang, {}).get("words", ()))
