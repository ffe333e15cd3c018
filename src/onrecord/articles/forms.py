"""Forms and notices that stand where an article was expected: registration, cookies, "you are the owner of this article". In: an article. Out: whether it is one.

It is one where every sentence of some length speaks to its reader or is about such a service, one at least the former and one the latter.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.articles.units import count_words, split_sentences, split_units
from onrecord.languages.fold import primary_subtag
from onrecord.records import Article
from onrecord.spans import blank_dropped

LEAST_WORDS = 5
"""Fewer words ("Already a member?", "Log in") report nothing and show nothing."""
_QUOTED = re.compile('["“„«»‹‘「『][^"“”„«»‹›「」『』]*\\s[^"“”„«»‹›「」『』]*["”“»«›’」』]')
"""At least two words in quotation marks: somebody is quoted, and may well say "you"."""
_MARKS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u2011": "-", "\u00a0": " "})


def is_form(article: Article) -> bool:
    """True when no sentence of an article reports anything; false in a language that `forms.toml` lacks."""
    known = _load().get(primary_subtag(article.lang or "und"))
    if known is None:
        return False
    reader, service = known
    text = blank_dropped(article)
    speaks = serves = False
    for unit in split_units(text):
        for start, end in split_sentences(unit.text):
            sentence = unit.text[start:end]
            if count_words(sentence) < LEAST_WORDS:
                continue
            plain = sentence.translate(_MARKS)
            is_spoken, is_served = reader.search(plain) is not None, service.search(plain) is not None
            if _QUOTED.search(sentence) or not (is_spoken or is_served):
                return False
            speaks, serves = speaks or is_spoken, serves or is_served
    return speaks and serves


@cache
def _load() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    root: dict[str, dict[str, str]] = tomllib.loads(files("onrecord.articles").joinpath("forms.toml").read_text("utf-8"))
    return {lang: (_compile(table["reader"]), _compile(table["service"])) for lang, table in root.items()}


def _compile(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
