"""Folding: the one shape in which forms of packs and words of texts are compared."""

from __future__ import annotations

import re
from functools import lru_cache

# Signs that printers vary freely, each mapped to one sign so that lengths and hence spans stay as they are.
_ONE_SIGN = (*((c, "'") for c in "`´’ʼ‘"), *((c, " ") for c in "\u00a0\u202f\u2009"), ("\u2011", "-"), ("\u2010", "-"), ("İ", "i"), ("Σ", "σ"))

_DOTTED = frozenset(("tr", "az", "TR", "AZ", "Tr", "Az", "tR", "aZ"))
"""How tags of languages begin that keep dotted and dotless i apart: asked for each word, and others have none of these."""


def fold_text(text: str, lang: str = "en") -> str:
    """Return `text` in lower case, apostrophes, spaces and hyphens in one form, with every code point at its place.

    Args:
        text: any text; the result has the same length, so that spans found in it hold for `text`.
        lang: language tag; Turkish and Azerbaijani keep dotted and dotless i apart.
    """
    folded = text.replace("`", "'")
    if not folded.isascii():
        for sign, one in _ONE_SIGN[1:]:  # faster than `translate`, which looks at each letter
            folded = folded.replace(sign, one)
    if lang[:2] in _DOTTED and primary_subtag(lang) in ("tr", "az"):
        folded = folded.replace("I", "ı")
    return folded.lower()


@lru_cache(maxsize=1_000)
def primary_subtag(lang: str) -> str:
    """Return the language part of a BCP 47 tag in lower case (`pt-BR` is `pt`)."""
    return re.split(r"[-_]", lang, maxsplit=1)[0].lower()
