"""Words that say that a reporter of an outlet heard it: "told our correspondent", "asked by a Gazette reporter", "in an interview with the Post".

In: an article. Out: their span. Credits of agencies are left to `credits.py`; whether the article says at all where it has its news from is told here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import fold_text, primary_subtag
from onrecord.records import Article, Span

_NAME = r"(?P<name>[^\W\d_][\w.&'-]*)"
_NEXT = re.compile(r" (?=[^\W\d_])[\w.&'’-]*\w")
_MOST_NAMES = 3
"""Words with a capital that may follow the first one of a name."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """What `firsthand.toml` says of a language."""

    stems: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]


def find_firsthand(article: Article) -> Span | None:
    """Return the first words of an article's news that say so; `None` where there are none, or in a language that `firsthand.toml` lacks."""
    marks = _load().get(primary_subtag(article.lang or "und"))
    if marks is None:
        return None
    text = article.text
    folded = fold_text(text, article.lang or "und")
    if not any(stem in folded for stem in marks.stems):
        return None
    dropped = [part.span for part in article.dropped]
    found = [span for pattern in marks.patterns for match in pattern.finditer(folded) if (span := _check(text, match)) is not None]
    return min((span for span in found if not any(part.overlap(span) for part in dropped)), default=None)


def is_sourced(article: Article) -> bool:
    """True for an article that says where it has its news from: its outlet or address, an agency or author, or a reporter who heard it."""
    return bool(article.outlet or article.url) or any(credit.kind != "platform" for credit in article.credits) or find_firsthand(article) is not None


def _check(text: str, match: re.Match[str]) -> Span | None:
    """Return where a pattern fits, with the whole of a name it ends with; `None` where its name, or the word before that ("Jornal de Korva"), has no capital."""
    end = match.end()
    if "name" in match.re.groupindex:
        if not text[match.start("name")].isupper():
            before = text[match.start() : match.start("name")].rstrip()
            if match.end("name") != end or not before.split()[-1][:1].isupper() or len(before.split()) == 1:
                return None
            end = match.start() + len(before)
        elif match.end("name") == end:
            for _ in range(_MOST_NAMES):
                following = _NEXT.match(text, end)
                if following is None or not text[end + 1].isupper():
                    break
                end = following.end()
            end = match.start() + len(text[match.start() : end].rstrip(".'’-"))
    return Span(start=match.start(), end=end)


@cache
def _load() -> dict[str, _Marks]:
    root = tomllib.loads(files("onrecord.articles").joinpath("firsthand.toml").read_text(encoding="utf-8"))
    return {
        lang: _Marks(stems=tuple(table["stems"]), patterns=tuple(re.compile(pattern.replace("@NAME@", _NAME)) for pattern in table["patterns"])) for lang, table in root.items()
    }
