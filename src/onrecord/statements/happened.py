"""Which verbs of a passage tell something as done, in the past.

In: spans of an article. Out: the verbs, each with what it is compared by: its stems, the degree of an act in the packs (`withdrawal 2`) and the
deed it names (`deeds.py`), which are the same in every language. The forms are data: `tenses.toml`. Left to others: whether what is done is what a condition waits for (`signs.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.records import Span
from onrecord.spans import SpanIndex
from onrecord.statements.deeds import find_deeds
from onrecord.statements.forms import Told, find_forms
from onrecord.statements.words import STEM_CHARS, WORD

WORDS_TO_HELPER = 4
"""Most words between a participle and its helper ("has since been withdrawn")."""
WORDS_IN_FRAME = 12
"""The same where the participle ends the clause ("haben sich am Sonntag aus Lindham zurückgezogen")."""
SHORTEST = 4
"""Letters below which a word is no verb of an act that its stem tells from others."""
_GROUPS = ("violence", "withdrawal", "seizure", "agreement")
_NEVER = re.compile(r"(?!)")
SHORT, LETTERS_OF_SHORT = 7, 4
"""Letters up to which a word may be a form of a short verb, and how many then tell it ("sign", "signed")."""
_PREFIXED = {
    "de": re.compile(r"((?:ab|an|auf|aus|bei|ein|fest|frei|her|hin|mit|nach|nieder|vor|weg|wieder|zu|zurück|zusammen)?)ge(\w{4,})"),
    "nl": re.compile(r"((?:aan|af|bij|door|in|mee|na|neer|om|op|open|over|terug|toe|uit|vast|vrij|weg)?)ge(\w{4,})"),
    "cs": re.compile(r"()ne(\w{4,})"),
}
"""What a form has in front that others of the verb have not: the "ge" of participles, the Czech "ne"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tense:
    """The past of a language, as in `tenses.toml`."""

    alone: re.Pattern[str]
    participle: re.Pattern[str]
    helpers: re.Pattern[str]
    not_after: re.Pattern[str]
    behind: bool


def find_acts(told: Told, pack: Pack, span: Span) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield the words of a span that may be verbs of an act, each with what it is compared by: no function words, no stage of an event that is no deed, no word in the middle that begins with a capital."""
    text = told.article.text
    deeds = [(f"deed {deed}", where) for deed, where in find_deeds(told, pack, span)]
    degrees = [(f"{group} {key}", where) for group in _GROUPS for key, where in find_forms(told, pack.intensity.get(group, {}), (span,))]
    done = SpanIndex((deed, (where,)) for deed, where in deeds)
    found_stages = (where for table in (pack.stages, pack.modality) for _, where in find_forms(told, table, (span,)))
    stages = SpanIndex((where, (where,)) for where in found_stages if not done.across(where))
    named = SpanIndex((degree, (where,)) for degree, where in [*degrees, *deeds])
    for match in WORD.finditer(text, span.start, span.end):
        word = Span(start=match.start(), end=match.end())
        folded = told.folded(word)
        if (match[0][0].isupper() and word.start > span.start) or stages.across(word):
            continue
        found = set(named.across(word))
        if len(folded) >= SHORTEST and folded not in pack.stopwords:
            found |= _list_stems(folded, primary_subtag(pack.lang))
        if found:
            yield word, frozenset(found)


def is_shared(key: str) -> bool:
    """True for what an act is compared by across words and languages: a deed or a degree, no stem."""
    return key.partition(" ")[0] in ("deed", *_GROUPS)


def _list_stems(folded: str, lang: str) -> set[str]:
    """Return what a verb is compared by within its language, beside its first letters: fewer of them where it is short, and those behind what only some of its forms have in front."""
    found = {folded[:STEM_CHARS]}
    prefixed = _PREFIXED[lang].fullmatch(folded) if lang in _PREFIXED else None
    if prefixed:
        found.add((prefixed[1] + prefixed[2])[:STEM_CHARS])
    if len(folded) <= SHORT:
        found.add(f"{lang} {folded[:LETTERS_OF_SHORT]}")
    return found


def find_done(told: Told, pack: Pack, span: Span) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield the acts of a span that are told in the past, as `find_acts` does."""
    tense = _load(primary_subtag(pack.lang))
    if tense is None:
        return
    words = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(told.article.text, span.start, span.end)]
    forms = [told.folded(word) for word in words]
    helpers = [place for place, form in enumerate(forms) if tense.helpers.fullmatch(form)]
    past: set[Span] = set()
    for place, form in enumerate(forms):
        if place and tense.not_after.fullmatch(forms[place - 1]):
            continue
        helped = any(0 < place - at <= (WORDS_IN_FRAME if tense.behind else WORDS_TO_HELPER) + 1 or (tense.behind and 0 < at - place <= 2) for at in helpers)
        if tense.alone.fullmatch(form) or (helped and tense.participle.fullmatch(form)):
            past.add(words[place])
    yield from ((word, keys) for word, keys in find_acts(told, pack, span) if word in past)


@cache
def _load(lang: str) -> _Tense | None:
    """Return the past of a language, `None` without one."""
    raw = _read().get(lang)
    if raw is None:
        return None
    found = {key: re.compile(str(raw[key])) if key in raw else _NEVER for key in ("alone", "participle", "helpers", "not_after")}
    return _Tense(**found, behind=bool(raw.get("helpers_behind", False)))


@cache
def _read() -> dict[str, dict[str, str | bool]]:
    """Return language -> class -> expression, as they are written down."""
    return tomllib.loads((files("onrecord.statements") / "tenses.toml").read_text("utf-8"))
