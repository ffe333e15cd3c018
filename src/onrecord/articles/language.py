"""Which language a text is in. In: text, and perhaps what its publisher says. Out: a BCP 47 primary tag or `None`.

No language is excluded; which of them have a pack is left to `onrecord.languages`.
"""

from __future__ import annotations

import re

from onrecord.articles.classifier import load_classifier
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

GLANCE_CHARS = 450
GLANCE_PROBABILITY = 0.995
"""A third of that from the beginning, the middle and the end: where their language is certain, nothing else is read. All thresholds above are lower."""

SHORT_CHARS = 600
"""A text that is little longer than the parts is read whole at once."""

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


def identify_language(text: str) -> tuple[str | None, float, int]:
    """Return the language of `text`, its probability (0 to 1) and the number of letters looked at.

    The language is `None` when there are fewer than `MIN_LETTERS` letters or the probability is under `MIN_PROBABILITY`.
    """
    sample = text[: 2 * SAMPLE_CHARS]
    if len(sample) > SHORT_CHARS:
        words, letters = _read_words(_cut_parts(sample))
        if letters >= CONFLICT_LETTERS:
            lang, probability = load_classifier().classify(words)
            if probability >= GLANCE_PROBABILITY and lang not in _NOT_LANGUAGES:
                return lang, probability, letters
    words, letters = _read_words(sample)
    if letters + 2 * count_unspaced(words) < MIN_LETTERS:  # there a letter says as much as three elsewhere
        return None, 0.0, letters
    lang, probability = load_classifier().classify(words)
    if probability < MIN_PROBABILITY or lang in _NOT_LANGUAGES:
        return None, probability, letters
    return lang, probability, letters


def _cut_parts(text: str) -> str:
    """Return the beginning, the middle and the end of a text, `GLANCE_CHARS` in all."""
    third = GLANCE_CHARS // 3
    middle = (len(text) - third) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _read_words(text: str) -> tuple[str, int]:
    """Return the words of a text with a blank between two, `SAMPLE_CHARS` at most, and how many letters these are."""
    if "@" in text or "://" in text or "www." in text:  # most texts have none, and the pattern looks at each letter
        text = _URL_OR_MAIL.sub(" ", text)
    words = _NOT_WORD.sub(" ", text)[:SAMPLE_CHARS].strip()
    return words, len(words) - words.count(" ") if words.isascii() else sum(map(str.isalpha, words))


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
