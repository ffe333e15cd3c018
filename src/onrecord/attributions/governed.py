"""A pronoun that a wording of source governs: "according to him" comments on a clause, so nobody named in that clause is meant.

In: a source with the text around it, the names before it. Out: whether it is governed, and the names that it may still mean.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.records import Mention, Span

_AROUND = 40
"""How far before and behind the pronoun its wording may reach."""
_BORDER = re.compile(r"[,;:()–—]|\s-\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A wording of source, and the word in it that stands where a pronoun may."""

    span: Span
    pronoun: Span


def find_governed(folded: str, lang: str, source: Span) -> Span | None:
    """Return the wording that governs the pronoun of a source ("according to him"); `None` for a subject.

    Args:
        folded: the folded text.
        lang: a BCP 47 tag.
        source: the pronoun, with or without the words that govern it.
    """
    around = Span(start=max(0, source.start - _AROUND), end=source.end + _AROUND)
    return next((found.span for found in find_wordings(folded, lang, around) if source.holds(found.pronoun)), None)


def find_wordings(folded: str, lang: str, area: Span) -> Iterator[Wording]:
    """Yield the wordings of source in an area, whatever word they govern.

    Args:
        folded: the folded text.
        lang: a BCP 47 tag.
        area: where to look.
    """
    for match in _load_governed(primary_subtag(lang)).finditer(folded, area.start, area.end):
        start, end = next(match.span(group) for group in range(1, match.re.groups + 1) if match[group] is not None)
        yield Wording(span=Span(start=match.start(), end=match.end()), pronoun=Span(start=start, end=end))


def drop_commented(text: str, names: Sequence[Mention], anchor: int, joins: Collection[str]) -> list[Mention]:
    """Return the names before a governed pronoun that stand outside the clause on which it comments.

    Args:
        text: the text.
        names: names before `anchor`, in text order.
        anchor: where the wording, or the speech before it, begins.
        joins: folded words that join clauses ("and").
    """
    return [name for name in names if _has_border(text[name.span.end : anchor], joins)]


def _has_border(between: str, joins: Collection[str]) -> bool:
    """True when a clause ends in some words; the comma that opens the wording itself ends none."""
    inner = between.strip(" \t\u00a0,–—-:«»“”„\"'‘’(")
    return (
        "\n" in between or bool(_BORDER.search(inner) or re.search(r"[.!?…]\W", inner) or inner.endswith((".", "!", "?", "…"))) or any(w in joins for w in inner.casefold().split())
    )


@lru_cache(maxsize=32)
def _load_governed(lang: str) -> re.Pattern[str]:
    table = tomllib.loads((files("onrecord.attributions") / "governed.toml").read_text("utf-8"))
    forms = sorted(table.get(lang, ()), key=len, reverse=True)
    return re.compile("|".join(r"(?<!\w)" + re.escape(form).replace(r"\ ", r"\s+").replace(r"\{\}", r"(\w+)") + r"(?!\w)" for form in forms) or r"(?!)")
