"""Tells a number at the end of a sentence from an ordinal, in languages that write ordinals with a full stop.

In: folded text, a `Number`, a `Lexicon`. Out: whether the full stop behind it is that of its sentence.
"""

from __future__ import annotations

import re

from onrecord.figures.lexicon import Lexicon
from onrecord.figures.numbers import Number
from onrecord.figures.tolls import is_arrival

CAPITAL_LANGUAGES = frozenset({"de", "tr"})
"""Languages in which a word with a capital often follows an ordinal: nouns ("15. Brigade"), units and offices ("15. Kolordu")."""
_CLOSING = " \t\r\n\u2028\u2029\u00a0\"'\u201d\u201c\u2019\u00bb)]"
_WORD = re.compile(r"[^\W\d_]+")


def ends_sentence(folded: str, number: Number, lexicon: Lexicon, sentence_end: int) -> bool:
    """True when the full stop behind a number ends its sentence: "stieg auf 15. Zwei Verletzte ...", not "Soldaten der 15. Brigade".

    Where a capital may follow an ordinal, what the number came to must stand before it, or behind it a word that opens a sentence and before it no article.

    Args:
        folded: folded text.
        number: a number with a full stop right behind it.
        lexicon: the words of the language.
        sentence_end: where its sentence ends.
    """
    if folded[number.end + 1 : sentence_end].strip(_CLOSING):
        return False
    before = folded[max(0, number.start - 30) : number.start].split()
    if lexicon.lang not in CAPITAL_LANGUAGES or not before or is_arrival(folded, number.start, before[-1], lexicon):
        return True
    if before[-1] in lexicon.stopwords and before[-1] not in lexicon.lists["passive"]:
        return False
    following = _WORD.match(folded, sentence_end)
    is_last = sentence_end >= len(folded) or "\n" in folded[number.end : sentence_end]
    return is_last or lexicon.number.match(folded, sentence_end) is not None or (following is not None and following[0] in lexicon.stopwords)
