"""Where a telling gives up what its speaker committed to before.

In: a telling. Out: the words that say so. They are data, by language: `withdrawals.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text, known_languages
from onrecord.records import Span
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.sides import Side

_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")
_UNSURE = frozenset({"negation", "possible", "conditional", "future", "recommended", "necessary", "ready"})
"""Modalities before the words that make of a withdrawal one that is denied, feared or hoped for."""


def find_withdrawal(side: Side) -> Span | None:
    """Return the words with which a telling gives something up; `None` without any, and where it is denied, supposed or only asked for."""
    table = _load(primary_subtag(side.lang))
    if side.pack is None or table is None:
        return None
    area = find_area(side)
    found = sorted(where for _, where in find_forms(side, table, (area,)))
    if not found:
        return None
    first = found[0]
    if any(key in ("trigger", "exception") and not first.overlap(where) for key, where in find_forms(side, side.pack.conditions, (area,))):
        return None
    before = Span(start=area.start, end=first.start)
    if any(key in _UNSURE for key, _ in find_forms(side, side.pack.modality, (before,))):
        return None
    if any(key in ("refusing", "demanding", "asking", "doubting") for key, _ in find_forms(side, side.pack.cues, (before,))):
        return None
    return first


def find_area(side: Side) -> Span:
    """Return what tells an attribution, from the first of its words to the last: the cue may be what withdraws ("dropped its demand that ...")."""
    attribution = side.attribution
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


@cache
def _load(lang: str) -> FormTable | None:
    """Return the words of a language, folded; `None` when there are none."""
    return _tables().get(lang)


@cache
def _tables() -> dict[str, FormTable]:
    raw = tomllib.loads((files("onrecord.statements") / "withdrawals.toml").read_text("utf-8"))
    return {
        lang: {key: tuple(dict.fromkeys(fold_text(form, lang) for text in texts for form in _expand(text))) for key, texts in raw[lang].items()}
        for lang in known_languages()
        if lang in raw
    }


def _expand(text: str) -> list[str]:
    """Return the forms a text with `{a|b}` stands for."""
    found = _ALTERNATIVES.search(text)
    if found is None:
        return [" ".join(text.split())]
    return [form for part in found[1].split("|") for form in _expand(text[: found.start()] + part + text[found.end() :])]
