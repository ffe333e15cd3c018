"""Selects and orders the figures people are shown, each with what it counts said once.

In: the figures of all analyses. Out: `FigureEntry`s, and how many are not worth a line: small, vague or nameless numbers of kind `other`
("two leaders", "millions of people") count no event. They stay in the JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from onrecord.figures.setting import OLD_DAYS
from onrecord.languages import fold_text, load_pack
from onrecord.ledger.entry import TOLD_BY_NOUN
from onrecord.records import Article, DateRange, Figure, Span
from onrecord.results import Comparison
from onrecord.views.display import format_range, format_rounded, is_vague
from onrecord.views.entries import FigureEntry
from onrecord.views.lookup import Lookup

MIN_OTHER = 10
"""A smaller number of kind `other` is part of a description: "both parties", "two ministers"."""
OF_SOMETHING = frozenset({"money", "percent"})
"""Kinds of which the number and its noun do not tell what is measured."""
BEFALLEN = frozenset({"killed", "injured", "missing"})
"""Kinds that may be told of one person again and again."""
CLAUSE_REACH = 60
"""Code points of a clause that are shown on either side of a figure."""
LEAST_CLAUSE = 3
"""Words that a clause has to have besides its figure; a shorter one is shown with the next."""
_CLAUSE_END = re.compile(r"[;:()\n\u2028\u2029]|[.!?…](?![^\s\"'”’»])|\s[-–—](?=\s)")
_COMMA = re.compile(rf"{_CLAUSE_END.pattern}|,(?=\s)")
SCOPES = {"besides": "besides others, no total", "part": "part of others, no total", "former": "given before, no longer holds"}
"""What is said of a figure that is no total."""
_ANYONE = frozenset({"people", None})
_ONE = {"people": "person", "children": "child", "men": "man", "women": "woman", "police": "police officer", "bodies": "body"}
"""What one of a population is called where that is more than the word without its s."""
_UNDATED = "9999"
_LIMITS = {"at_least": "at least", "more_than": "more than", "about": "about", "nearly": "nearly", "at_most": "at most", "less_than": "less than"}
"""Group of hedges in a language pack -> the words for it."""


def list_figures(comparison: Comparison, lookup: Lookup) -> tuple[tuple[FigureEntry, ...], int]:
    """Return the figures that count something by kind, place, population and date, so that counts of one thing stand together, and how many are left out."""
    figures = [figure for analysis in comparison.analyses for figure in analysis.figures]
    story_of = {article: story.id for story in comparison.stories for article in story.articles}
    shown = list(_leave_out_told_again([figure for figure in figures if _counts_event(figure)], story_of))
    shown.sort(key=lambda f: (f.kind, f.place or "", f.population or "", f.as_of.start if f.as_of else _UNDATED))
    return tuple(_make_figure(number, figure, lookup) for number, figure in enumerate(shown, start=1)), len(figures) - len(shown)


def _counts_event(figure: Figure) -> bool:
    """True unless a number only belongs to a description: of kind `other` and vague, small, or of nothing that is named."""
    if figure.kind != "other" or figure.population in TOLD_BY_NOUN:
        return True
    named = figure.population is not None or figure.unit is not None
    return named and not is_vague(figure.low, figure.high, figure.point) and _measure(figure) >= MIN_OTHER


def _is_one(figure: Figure) -> bool:
    """True for a count of one, and for one person whose death is told without a number."""
    return figure.point == 1 and figure.low == 1 and (figure.high == 1 or (figure.high is None and not figure.hedges))


def _leave_out_told_again(figures: Iterable[Figure], story_of: Mapping[str, str]) -> Iterable[Figure]:
    """Yield the figures without one person's casualty that a story has told already: of the same people, or of anyone."""
    told: set[tuple[str, str, str | None]] = set()
    for figure in figures:
        if figure.kind in BEFALLEN and _is_one(figure) and not figure.pledged:
            story, who = story_of.get(figure.article, figure.article), figure.population
            known = {population for place, kind, population in told if (place, kind) == (story, figure.kind)}
            if who in known or known & _ANYONE or (who in _ANYONE and known):
                continue
            told.add((story, figure.kind, who))
        yield figure


def _find_clause(text: str, span: Span) -> Span:
    """Return the clause around a figure, cut at words where it is long."""
    for border in (_COMMA, _CLAUSE_END):
        left, right = max(0, span.start - CLAUSE_REACH), min(len(text), span.end + CLAUSE_REACH)
        opened = [found.end() for found in border.finditer(text, left, span.start)]
        closed = border.search(text, span.end, right)
        start = opened[-1] if opened else left if left == 0 else text.find(" ", left, span.start) if text[left - 1].isalnum() else left
        end = closed.start() if closed else right if right == len(text) else text.rfind(" ", span.end, right + 1)
        start, end = span.start if start < 0 else start, max(end, span.end)
        start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
        end -= len(text[span.end : end]) - len(text[span.end : end].rstrip())
        if len(text[start : span.start].split()) + len(text[span.end : end].split()) >= LEAST_CLAUSE:
            break
    return Span(start=start, end=end)


def _name_population(figure: Figure, article: Article) -> str | None:
    """Return what is counted as an English text has it ("8 rescuers"), else the population in the number that is told: "1 child", "3 children"."""
    name, unit = figure.population, figure.unit or ""
    if name is None:
        return None
    written = figure.span.of(article.text)[-len(unit) :] if unit[:1].isalpha() else ""
    if written and (article.lang or "").startswith("en") and fold_text(written) == unit:
        return unit if written.isupper() else written
    if unit == name or not _is_one(figure):
        return name
    return _ONE.get(name, name.removesuffix("s"))


def _is_past(figure: Figure, article: Article) -> bool:
    """True for a count of days that lie more than `OLD_DAYS` before its article: what it is reminded of, not what it reports."""
    days = figure.as_of or figure.period
    if days is None or article.published is None:
        return False
    return date.fromisoformat(days.end) < date.fromisoformat(article.published.start) - timedelta(days=OLD_DAYS)


def _measure(figure: Figure) -> float:
    return max((value for value in (figure.point, figure.low, figure.high) if value is not None), default=0.0)


def _widen(figure: Figure, lookup: Lookup) -> Span:
    """Return the words of a figure with the hedges right before it ("at least")."""
    text, span = lookup.article(figure.article).text, figure.span
    for hedge in sorted(figure.hedges, reverse=True):
        if hedge.end <= span.start and not text[hedge.end : span.start].strip():
            span = hedge.cover(span)
    return span


def _name_limit(figure: Figure, lookup: Lookup) -> str | None:
    """Return what the nearest hedge of a figure says of its number ("more than") that its bounds bear out, `None` where none does."""
    article = lookup.article(figure.article)
    pack = load_pack(article.lang) if article.lang else None
    if pack is None:
        return None
    for span in sorted(figure.hedges, key=lambda hedge: abs(hedge.start - figure.span.start)):
        words = " ".join(fold_text(span.of(article.text), pack.lang).split())
        limit = next((_LIMITS[group] for group, forms in pack.hedges.items() if group in _LIMITS and words in forms and _is_borne_out(group, figure)), None)
        if limit is not None:
            return limit
    return None


def _is_borne_out(group: str, figure: Figure) -> bool:
    """True unless the bounds of a figure say otherwise than hedges of this group do."""
    if group in {"at_least", "more_than"}:
        return figure.high is None
    return group not in {"at_most", "less_than"} or figure.low is None


def word_value(figure: Figure, lookup: Lookup) -> str:
    """Return a figure's value with what limits it: "at least 40", "more than 5.1 million", "300 to 400", "about 2,000"."""
    low, high, limit = figure.low, 1 if _is_one(figure) else figure.high, _name_limit(figure, lookup)
    unit = f" {figure.unit}" if figure.unit and figure.population is None else ""  # the unit is the population as written
    if low is not None and high is not None and low != high:
        return f"{format_rounded(low)} to {format_rounded(high)}{unit}"
    value = figure.point if figure.point is not None and (low is None) == (high is None) else low if low is not None else high if high is not None else figure.point
    bound = "at least" if low is not None and high is None else "at most" if high is not None and low is None else ""
    number = "not stated" if value is None else format_rounded(value)
    return " ".join(word for word in (limit or bound, number) if word) + unit


def word_days(figure: Figure, lookup: Lookup) -> str | None:
    """Return what days a figure covers: "as of 3 May 2031", "since 1 May 2031" where the end is only the day of the article, "1 to 3 May 2031"."""
    if figure.as_of is not None:
        return f"as of {format_range(figure.as_of)}"
    published, period = lookup.article(figure.article).published, figure.period
    if period is None:
        return None
    if published is not None and period.end == published.end and period.start < published.start:
        return f"since {format_range(DateRange(start=period.start, end=(date.fromisoformat(period.start) + timedelta(days=1)).isoformat()))}"
    return format_range(period)


def _make_figure(number: int, figure: Figure, lookup: Lookup) -> FigureEntry:
    """Return a figure as it is shown: a vague one in its own words, and what is counted said once."""
    passage, article = lookup.cut(figure.article, figure.span), lookup.article(figure.article)
    vague = is_vague(figure.low, figure.high, figure.point)
    return FigureEntry(
        number=number,
        kind=figure.kind,
        value=passage.words if vague else word_value(figure, lookup),
        size=_measure(figure),
        passage=passage,
        shown=lookup.cut(figure.article, _widen(figure, lookup)),
        hedges=tuple(lookup.cut(figure.article, span) for span in figure.hedges),
        population=None if vague else _name_population(figure, article),
        place=figure.place,
        as_of=figure.as_of,
        period=figure.period,
        counted_by=figure.source,
        article=lookup.entry(figure.article),
        when=word_days(figure, lookup),
        group=figure.population,
        is_past=_is_past(figure, article),
        is_vague=vague,
        is_pledged=figure.pledged,
        scope=SCOPES.get(figure.scope) if figure.scope else None,
        clause=lookup.cut(figure.article, _find_clause(article.text, figure.span)) if figure.kind in OF_SOMETHING else None,
    )
