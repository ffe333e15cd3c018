"""Sets each utterance out for reading: its tellings side by side and the points on which they differ.

In: the statements of a comparison. Out: numbered `StatementEntry`s.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.attributions.occasion import occasion_forms
from onrecord.languages.pack import fold_text, load_pack
from onrecord.languages.weekdays import find_weekday
from onrecord.names.keys import names_match
from onrecord.records import Rendering, Span, Statement
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.views.called import call_alike
from onrecord.views.entries import Passage, Point, RenderingEntry, StatementEntry
from onrecord.views.lookup import Lookup
from onrecord.views.marks import find_marks
from onrecord.views.perhaps import leave_comparable, number_from
from onrecord.views.points import join_differences
from onrecord.views.revised import Revised, make_revision_points
from onrecord.views.sureness import is_doubtful
from onrecord.views.wording import name_label, name_weekday

LEAD_LENGTH = 220
"""How many code points of a statement are printed large before it is cut."""

_NOT_QUOTED, _NOBODY, _RED_LINE = 0.8, 0.5, 1.5
"""What it does to the weight of a statement that no article quotes it, that its speaker is not known, that it draws a red line."""

SURE_JOIN = 0.95
"""Mean probability of its joins below which a statement is called doubtful: below it 17 joined pairs were right and 28 wrong, above it 59 and 19, of those in which the
gold has at least one telling (utterances-dev, November 2026)."""

_REACH = 90
_QUOTES = "\"'‘’‚“”„«»‹›"
_SENTENCE_END = re.compile(r"[.!?…][\"'’”»)\]]*\s")
_UNDATED = "9999"


def list_statements(statements: Iterable[Statement], lookup: Lookup, revised: Revised) -> tuple[StatementEntry, ...]:
    """Return all statements with at least one rendering, by date (undated last), then most articles, most renderings, place in the texts."""
    told = [statement for statement in statements if statement.renderings]
    place = {id: number for number, id in enumerate(lookup.entries)}
    first = {s.id: min((place.get(rendering.article, len(place)), rendering.span) for rendering in s.renderings) for s in told}
    told.sort(key=lambda s: (s.said_at.start if s.said_at else _UNDATED, -_count_articles(s), -len(s.renderings), first[s.id], s.id))
    said: dict[str, list[Span]] = {}
    for rendering in (rendering for statement in told for rendering in statement.renderings):
        said.setdefault(rendering.article, []).append(rendering.span)
    return call_alike([_make_statement(number, statement, lookup, revised, said) for number, statement in enumerate(told, start=1)])


def choose_lead(statements: Sequence[StatementEntry], red_lines: Collection[int] = ()) -> int | None:
    """Return the number of the statement to print large; `None` for none.

    What most independent accounts tell comes first, as far as it is sure; words that are quoted, whose speaker is known and which draw a red line
    weigh more. A doubtful join of tellings leads only where there is nothing else.

    Args:
        statements: all of them.
        red_lines: the numbers of those that draw a red line.
    """

    best = max(statements, key=lambda statement: (not is_doubtful(statement), weigh_statement(statement, red_lines)), default=None)
    return None if best is None else best.number


def weigh_statement(statement: StatementEntry, red_lines: Collection[int] = ()) -> tuple[float, int, int, int]:
    """Return what statements are compared by to choose those to begin with, the weightiest largest."""
    weight = statement.accounts * statement.sureness
    weight *= 1.0 if any(rendering.type == "direct" for rendering in statement.renderings) else _NOT_QUOTED
    weight *= 1.0 if statement.speaker else _NOBODY
    weight *= _RED_LINE if statement.number in red_lines else 1.0
    return round(weight, 6), statement.articles, len(statement.points), -statement.number


def _be_sure(statement: Statement, renderings: Sequence[RenderingEntry]) -> float:
    """Return how sure it is that these tellings tell one utterance; of a single one, how sure it is that it tells what somebody said."""
    if len(renderings) > 1:
        return 1.0 if statement.join_mean is None else statement.join_mean
    return next((rendering.confidence for rendering in renderings if rendering.confidence is not None), _NOT_QUOTED)


def _is_doubtful(statement: Statement) -> bool:
    """True when tellings were joined that are perhaps not of one utterance."""
    return (statement.join_mean is not None and statement.join_mean < SURE_JOIN) or any(d.reason.endswith(PERHAPS_NOT_ONE) for d in statement.differences)


def _name_tellings(statement: Statement, lookup: Lookup) -> dict[int, str]:
    """Return what each telling is called, by its number: its publisher, of several tellings of one article which of them it is ("A1's quotation")."""
    publishers = Counter(lookup.entry(id).publisher for id in {rendering.article for rendering in statement.renderings})
    told = Counter(rendering.article for rendering in statement.renderings)
    manners = {number: find_manner(rendering, lookup) for number, rendering in enumerate(statement.renderings, start=1)}
    alike = Counter((rendering.article, manners[number]) for number, rendering in enumerate(statement.renderings, start=1))
    seen: Counter[tuple[str, str]] = Counter()
    names: dict[int, str] = {}
    for number, rendering in enumerate(statement.renderings, start=1):
        entry = lookup.entry(rendering.article)
        name = entry.publisher if publishers[entry.publisher] == 1 else entry.label
        kind = (rendering.article, manners[number])
        seen[kind] += 1
        if told[rendering.article] > 1:
            what = f"{name_label('tellings', manners[number])}{f' {seen[kind]}' if alike[kind] > 1 else ''}"
            name = f"{name}: {what}" if "," in name else f"{name}{'’' if name.endswith('s') else '’s'} {what}"
        names[number] = name
    return names


def find_manner(rendering: Rendering, lookup: Lookup) -> str:
    """Return how an article tells something: `headline` or `subhead` in one, whose marks and words are the editor's, `own` as its own words without a source, else the type of its attribution."""
    return lookup.article(rendering.article).heading_of(rendering.span) or ("own" if rendering.attribution is None else rendering.type)


def _fold_same(renderings: Sequence[RenderingEntry]) -> tuple[tuple[RenderingEntry, ...], ...]:
    """Return tellings in groups whose words are the same, in order of their first."""
    groups: dict[tuple[str, str], list[RenderingEntry]] = {}
    for rendering in renderings:
        groups.setdefault((rendering.type, " ".join(rendering.passage.words.casefold().split())), []).append(rendering)
    return tuple(tuple(group) for group in groups.values())


def _count_articles(statement: Statement) -> int:
    return len({rendering.article for rendering in statement.renderings})


def _make_statement(number: int, statement: Statement, lookup: Lookup, revised: Revised, said: Mapping[str, Sequence[Span]]) -> StatementEntry:
    names = _name_tellings(statement, lookup)
    doubtful = _is_doubtful(statement)
    told = replace(statement, differences=tuple(d for d in statement.differences if d.reason.endswith(PERHAPS_NOT_ONE))) if doubtful else statement
    points = join_differences(told, lookup, names)  # two utterances differ in nothing but that they are perhaps two
    points += make_revision_points(len(points) + 1, statement.renderings, revised, lookup, names)
    perhaps = number_from(len(points) + 1, join_differences(leave_comparable(statement, lookup), lookup, names)) if doubtful else ()
    articles = {rendering.article for rendering in statement.renderings}
    accounts_low, accounts = lookup.count_accounts(articles)
    renderings = tuple(
        _make_rendering(at, rendering, (*points, *perhaps), names[at], lookup, said[rendering.article]) for at, rendering in enumerate(statement.renderings, start=1)
    )
    lead, is_cut = _cut_lead(_choose_telling(statement, renderings, lookup).passage)
    return StatementEntry(
        number=number,
        id=statement.id,
        speaker=statement.speaker,
        said_at=statement.said_at,
        said_at_how=statement.said_at_how,
        occasion=_word_occasion(statement, lookup),
        articles=len(articles),
        accounts=accounts,
        accounts_low=accounts_low,
        sureness=_be_sure(statement, renderings),
        doubtful=doubtful,
        lead=lead,
        lead_is_cut=is_cut,
        renderings=renderings,
        tellings=_fold_same(renderings),
        points=points,
        perhaps=perhaps,
        reported=min((day for article in articles if (day := lookup.article(article).published) is not None), key=lambda day: (day.start, day.end), default=None),
        source=lookup.source_of(statement.speaker, (rendering.attribution for rendering in statement.renderings)),
        weekday=None if statement.said_at else _find_weekday(statement, lookup),
    )


def _choose_telling(statement: Statement, renderings: Sequence[RenderingEntry], lookup: Lookup) -> RenderingEntry:
    """Return the telling to print large: one that tells it of the statement's speaker, where one does, a quotation before other words."""
    told = {number: lookup.attribution(rendering.attribution) for number, rendering in enumerate(statement.renderings, start=1)}
    speakers = {number: attribution.speaker for number, attribution in told.items() if attribution is not None and attribution.speaker is not None}
    named = {number for number, name in speakers.items() if statement.speaker is not None and (name == statement.speaker or names_match(name, statement.speaker))}
    return min(renderings, key=lambda r: (r.own_words, r.number not in named, r.type != "direct", r.number))


def _word_occasion(statement: Statement, lookup: Lookup) -> str | None:
    """Return the occasion in the words of the article it comes from; of another language than English with what it is before them."""
    told = lookup.attribution(statement.occasion_from)
    if statement.occasion is None or told is None or lookup.entry(told.article).foreign is None:
        return statement.occasion
    folded = fold_text(statement.occasion, lookup.article(told.article).lang or "und")
    concept = next((concept for form, concept in occasion_forms().items() if form in folded), None)
    return statement.occasion if concept is None else f"{name_label('occasions', concept)} ({statement.occasion})"


def _find_weekday(statement: Statement, lookup: Lookup) -> str | None:
    """Return the English name of the weekday on which a statement is told to have been made, `None` without one and where the tellings differ."""
    found: set[int | None] = set()
    for rendering in statement.renderings:
        attribution, article = lookup.attribution(rendering.attribution), lookup.article(rendering.article)
        pack = load_pack(article.lang) if article.lang else None
        if attribution is not None and attribution.said_at_evidence is not None and pack is not None:
            found.add(find_weekday(fold_text(attribution.said_at_evidence.of(article.text), pack.lang), pack))
    days = found - {None}
    return name_weekday(day) if len(days) == 1 and (day := days.pop()) is not None else None


def _make_rendering(number: int, rendering: Rendering, points: Sequence[Point], name: str, lookup: Lookup, said: Sequence[Span]) -> RenderingEntry:
    text = lookup.article(rendering.article).text
    attribution = lookup.attribution(rendering.attribution)
    near = (*attribution.source, *attribution.cue) if attribution else ()
    entry = lookup.entry(rendering.article)
    shown = _widen(text, rendering.span, near, [span for span in said if not span.holds(rendering.span)])
    return RenderingEntry(
        number=number,
        label=name,
        article=entry,
        passage=lookup.cut(rendering.article, rendering.span),
        shown=lookup.cut(rendering.article, shown),
        content=tuple(piece for each in attribution.content if (piece := each.meet(rendering.span)) is not None) if attribution else (rendering.span,),
        cue=tuple(lookup.cut(rendering.article, span) for span in attribution.cue) if attribution else (),
        type=lookup.article(rendering.article).heading_of(rendering.span) or rendering.type,
        own_words=attribution is None,
        manner=find_manner(rendering, lookup),
        is_named=name != entry.label and name != entry.publisher,
        confidence=None if attribution is None else attribution.confidence,
        marks=find_marks(number, rendering.span, shown, points, lookup),
    )


def _widen(text: str, said: Span, near: Iterable[Span], others: Sequence[Span]) -> Span:
    """Return `said` with the sources and cues of the same sentence and line that stand close, and the quotation marks around it.

    Args:
        text: of the article.
        said: the words of a statement.
        near: sources and cues of its attribution.
        others: the words of other tellings in the article, over which nothing is reached.
    """
    start, end = said.start, said.end
    for span in sorted(near, key=lambda other: max(said.start - other.end, other.start - said.end)):
        low, high = min(start, span.start), max(end, span.end)
        if any(_lies_in(other, low, start) or _lies_in(other, end, high) for other in others):
            continue
        gap = text[span.end : start] if span.end <= start else text[end : span.start].lstrip(_QUOTES + ",.!?… ")
        if len(gap) <= _REACH and not _SENTENCE_END.search(gap) and "\n" not in text[low:start] and "\n" not in text[end:high]:
            start, end = low, high
    while start > 0 and _is_opening(text[start - 1]):
        start -= 1
    return Span(start=start, end=_reach_closing(text, end))


def _lies_in(other: Span, start: int, end: int) -> bool:
    return start < end and other.start < end and other.end > start


def _reach_closing(text: str, end: int) -> int:
    """Return where the closing quotation marks, brackets or full stop after `end` are over; a comma alone does not count."""
    at = reach = end
    while at < len(text) and (_is_closing(text[at]) or text[at] in ".,;!?…"):
        at += 1
        if _is_closing(text[at - 1]):
            reach = at
    while reach < at and text[reach] in ".!?…":
        reach += 1
    return reach


def _is_opening(character: str) -> bool:
    return character in _QUOTES or unicodedata.category(character) in {"Ps", "Pi"}


def _is_closing(character: str) -> bool:
    return character in _QUOTES or unicodedata.category(character) in {"Pe", "Pf"}


def _cut_lead(passage: Passage) -> tuple[Passage, bool]:
    words = passage.words
    if len(words) <= LEAD_LENGTH:
        return passage, False
    blank = max(words.rfind(" ", 0, LEAD_LENGTH), words.rfind("\n", 0, LEAD_LENGTH))
    size = len(words[: blank if blank > 0 else LEAD_LENGTH].rstrip())
    span = Span(start=passage.span.start, end=passage.span.start + size)
    return replace(passage, span=span, words=words[:size]), True
