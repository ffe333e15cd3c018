"""Tells when words for a source without a name call the same source ("The health ministry", "the health ministry"), and calls it by one of them.

In: statements, or words and their language. Out: statements whose sources are called alike; words without an article.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from onrecord.languages import fold_text
from onrecord.views.entries import StatementEntry


def drop_article(words: str, lang: str | None) -> str:
    """Return words without the article that they begin with; words that are an article alone stay."""
    code = (lang or "und").split("-")[0].lower()
    table = _load().get(code, {})
    folded = fold_text(words, code)
    first, _, rest = words.partition(" ")
    if rest.strip() and folded[: len(first)] in table.get("articles", ()):
        return rest.strip()
    elided = next((form for form in table.get("elided", ()) if folded.startswith(form) and len(folded) > len(form)), "")
    return words[len(elided) :]


def call_alike(statements: Sequence[StatementEntry]) -> tuple[StatementEntry, ...]:
    """Return statements with one spelling for sources whose words differ in case or article only: the most frequent, small before capital, the first."""
    spellings: dict[tuple[str, str], Counter[str]] = {}
    for statement in statements:
        if statement.source.words:
            spellings.setdefault(_fold(statement), Counter())[statement.source.words] += 1
    chosen = {key: max(counts, key=lambda words: (counts[words], words[:1].islower())) for key, counts in spellings.items()}
    return tuple(replace(s, source=replace(s.source, words=chosen[_fold(s)])) if s.source.words else s for s in statements)


def _fold(statement: StatementEntry) -> tuple[str, str]:
    lang = (statement.source.lang or "und").split("-")[0].lower()
    return lang, " ".join(fold_text(drop_article(statement.source.words or "", lang), lang).split())


@cache
def _load() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(files("onrecord.views").joinpath("called.toml").read_text(encoding="utf-8"))
    return tables
