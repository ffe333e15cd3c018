"""Which language a text is in. In: text, and perhaps what its publisher says. Out: a BCP 47 primary tag or `None`.

The classifier (py3langid, BSD) is loaded on first use and kept. No language is excluded; which of them have a pack is left
to `onrecord.languages`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol, cast

from onrecord.articles.problems import make_problem
from onrecord.articles.scripts import count_unspaced
from onrecord.records import Problem

MIN_LETTERS = 20
"""Fewer letters than this are a name or a number with a word, which stand alike in many languages."""

MIN_PROBABILITY = 0.5
"""Below an even chance the answer would be wrong as often as right."""

CONFLICT_LETTERS = 150
"""A given language is overruled on a whole paragraph only."""

CONFLICT_PROBABILITY = 0.9
"""... and on a near-certain answer only: running text of that length reaches 0.95 in the classifier's languages."""

SAMPLE_CHARS = 3_000
"""The classifier's probabilities no longer change beyond about two pages, its time grows with every letter."""

GLANCE_CHARS = 600
GLANCE_PROBABILITY = 0.995
"""A third of that from the beginning, the middle and the end: where their language is certain, nothing else is read. All thresholds above are lower."""

_CLOSE = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"sr", "hr", "bs", "sh", "cnr"}),
    frozenset({"id", "ms"}),
    frozenset({"zh", "wuu", "yue", "lzh", "cdo", "nan", "gan", "hak"}),
    frozenset({"ar", "ary", "arz", "apc", "acm", "ajp"}),
    frozenset({"fa", "prs", "tg"}),
    frozenset({"pt", "gl"}),
    frozenset({"tl", "fil"}),
    frozenset({"az", "azb", "azj"}),
    frozenset({"uz", "uzn"}),
)
"""Standard languages of one continuum, or macrolanguage and member (ISO 639-3): telling them apart overrules nobody."""

_NOT_LANGUAGES = frozenset({"und", "zxx", "mul", "mis"})
_URL_OR_MAIL = re.compile(r"\b(?:https?://|www\.)\S{1,2000}|\S{1,64}@\S{1,255}")
_NOT_WORD = re.compile(r"[\W\d_]+")
_TAG = re.compile(r"^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,8}$")


class _Classifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def identify_language(text: str) -> tuple[str | None, float, int]:
    """Return the language of `text`, its probability (0 to 1) and the number of letters looked at.

    The language is `None` when there are fewer than `MIN_LETTERS` letters or the probability is under `MIN_PROBABILITY`.
    """
    words = _NOT_WORD.sub(" ", _URL_OR_MAIL.sub(" ", text[: 2 * SAMPLE_CHARS]))[:SAMPLE_CHARS].strip()
    letters = sum(map(str.isalpha, words))
    if letters + 2 * count_unspaced(words) < MIN_LETTERS:  # there a letter says as much as three elsewhere
        return None, 0.0, letters
    lang, probability = _classify(words)
    if probability < MIN_PROBABILITY or lang in _NOT_LANGUAGES:
        return None, probability, letters
    return lang, probability, letters


def _classify(words: str) -> tuple[str, float]:
    """Return the likeliest language of a text and its probability: of parts of a long one, where these leave no doubt."""
    if len(words) > 2 * GLANCE_CHARS:
        third = GLANCE_CHARS // 3
        middle = (len(words) - third) // 2
        lang, probability = _load_classifier().classify(f"{words[:third]} {words[middle : middle + third]} {words[-third:]}")
        if probability >= GLANCE_PROBABILITY:
            return lang, probability
    return _load_classifier().classify(words)


def choose_language(text: str, given: str | None, *, where: str = "") -> tuple[str | None, tuple[Problem, ...]]:
    """Return the language of an article and problems.

    Args:
        text: the article's body.
        given: the tag that came with the page ("nl", "en-GB"), if any. It wins unless it is plainly wrong.
        where: the page's name, for the problems.

    Returns:
        The primary tag in lower case, `None` when it stays unknown; `lang_conflict` when the text overrules `given` or it is
        no tag.
    """
    found = _TAG.match(given.strip()) if given and given.strip() else None
    tag = found.group(1).lower() if found else None
    if tag is not None and tag not in _NOT_LANGUAGES and len(text) < CONFLICT_LETTERS:
        return tag, ()
    lang, probability, letters = identify_language(text)
    if tag is None or tag in _NOT_LANGUAGES:
        if found is None and given and given.strip():
            message = f"the given language `{given.strip()[:40]}` is no BCP 47 tag"
            return lang, (make_problem(where, "lang_conflict", message, "give a tag such as `en` or `pt-BR`"),)
        return lang, ()
    if lang is None or lang == tag or letters < CONFLICT_LETTERS or probability < CONFLICT_PROBABILITY:
        return tag, ()
    if are_close(lang, tag):
        return tag, ()
    message = f"given as `{tag}` but the text is in `{lang}`; read as `{lang}`"
    return lang, (make_problem(where, "lang_conflict", message),)


def are_close(lang: str, other: str) -> bool:
    """True for two languages that a classifier of letters cannot be trusted to tell apart."""
    return any(lang in group and other in group for group in _CLOSE)


@lru_cache(maxsize=1)
def _load_classifier() -> _Classifier:
    from importlib import import_module

    module = import_module("py3langid.langid")
    return cast("_Classifier", module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True))
