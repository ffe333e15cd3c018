"""Giving: acts another party wants, which their doer offers on a condition and does not threaten with.

In: a text, a consequence and its conditions. Out: whether the act gives, and whether the conditions speak of something that must not happen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.commitments.worded import NOTHING
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.records import CONDITIONAL_KINDS, Condition, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of a language: pairs of what is done and what is given, and what denies it."""

    acts: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    denied: re.Pattern[str]


def is_concrete_giving(text: str, consequence: Span, lang: str) -> bool:
    """True for a consequence that gives another party something by name: lifts a blockade, releases prisoners, withdraws troops; none that its words deny."""
    words, folded = _load(primary_subtag(lang)), fold_text(consequence.of(text), lang)
    return any(act.search(folded) and thing.search(folded) for act, thing in words.acts) and words.denied.search(folded) is None


def has_denied(text: str, span: Span, lang: str) -> bool:
    """True where words say that something will not be done."""
    return _load(primary_subtag(lang)).denied.search(fold_text(span.of(text), lang)) is not None


def is_averting(text: str, conditions: Sequence[Condition], lang: str) -> bool:
    """True where a condition is an exception or is denied in its own words: "unless they pay", "if they do not pay"."""
    return any(c.kind == "exception" or has_denied(text, c.span, lang) for c in conditions if c.kind in CONDITIONAL_KINDS)


@lru_cache(maxsize=32)
def _load(lang: str) -> _Words:
    table = tomllib.loads((files("onrecord.commitments") / "giving.toml").read_text("utf-8")).get(lang)
    if table is None:
        return _Words(acts=(), denied=NOTHING)
    return _Words(acts=tuple((_compile(act), _compile(thing)) for act, thing in table["acts"]), denied=_compile("|".join(table["denied"])))


def _compile(forms: str) -> re.Pattern[str]:
    spaced = forms.replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)")
