"""Conditions by their conjunctions: for consequences to which the model found none, and beside those it found.

In: a consequence and its sentence. Out: the clause that a condition word opens in the same sentence, and the clauses that
stand beside a condition and begin with the same word ("if A, if B").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.commitments.openers import Opening, condition_pattern, find_openings, load_openers
from onrecord.languages.alternation import join_forms
from onrecord.languages.marks import find_first_mark, find_last_mark, find_marks
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.records import CONDITIONAL_KINDS, Condition, Span
from onrecord.spans import SpanIndex

LONGEST_CLAUSE = 1000
"""Code points before and behind a part of a clause in which the marks around the clause are looked for; without one there the part stands alone."""
_STOP = re.compile(r"[.!?…][\"”’»“)]*(?=\s)|[\n;]")
_CLAUSE_END = re.compile(r"[,.!?…;:\n\"”»]|\s[–—]\s")
_CLAUSE_START = re.compile(r"[,.!?…;:\n]|\s[–—]\s")
_MARKS = " \n\"“”„«»‘’'("
_SENTENCE_STOP = re.compile(r"[.!?…][\"”’»“)]*\s+|\n\s*\n")
_SENTENCE_AHEAD = re.compile(r"[\W_]*[^\W\da-zа-яёіїєґ_]")
_TO_QUOTATION = re.compile(r",?\s+(?P<word>[^\W\d_]+),?:?\s+(?=[\"'“„«‘‚‹])")
_COMMA_BEHIND = re.compile(r"[\"”»]?,[\"”»]?\s+")
MOST_VERB_WORDS = 1
"""Behind an aside a clause goes on with its verb, and no other word stands before what was found of it."""
MIN_WORDS = 3
"""A clause has a subject, a verb and something more; shorter ones are set phrases ("if possible")."""
MAX_CHARS = 220
_WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")


def find_clause(text: str, consequence: Span, pack: Pack, lang: str, others: Sequence[Span] = ()) -> Condition | None:
    """Return the condition clause in the sentence of `consequence`, before or after it; `None` when no condition word opens one.

    Args:
        text: the article's text.
        consequence: where the consequence stands.
        pack: the language's pack.
        lang: its tag.
        others: other consequences, none across it; a clause behind one of them is not looked at, nor one that an "and" ties to the next one.
    """
    start, end = _sentence_around(text, consequence)
    folded = fold_text(text[start:end], lang)
    asks = text[end : end + 1] == "?"
    listed = load_openers(lang).listed
    for area_start, area_end in ((consequence.end, end), (start, consequence.start)):
        for opening in find_openings(folded, area_start - start, area_end - start, pack, lang, asks=asks):
            begin, stop = _extent(text, opening, start, area_start, area_end)
            clause = trim_clause(text, begin, stop, lang)
            if clause is None or any(_is_between(other, consequence, clause) for other in others):
                continue
            is_next = opening.form in listed or any(clause.end <= other.start < end for other in others)
            if is_next and area_start == consequence.end and _joins_before(folded, consequence.end - start, min(opening.start, clause.start - start), lang):
                continue
            if len(clause.of(text).split()) >= MIN_WORDS and not _is_told_apart(folded, consequence, clause, start, lang):
                return Condition(span=clause, kind=opening.kind)
    return None


def _is_between(span: Span, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.end <= span.start and span.end <= second.start


def _joins_before(folded: str, start: int, end: int, lang: str) -> bool:
    """True when a word that joins stands between two places: what follows it belongs to the second of two acts."""
    return not load_openers(lang).joiners.isdisjoint(_WORD.findall(folded, start, end))


def _is_told_apart(folded: str, consequence: Span, clause: Span, offset: int, lang: str) -> bool:
    """True where an "and that" between a consequence and a clause begins another thing that is told, to which the clause belongs or does not reach."""
    left, right = sorted((consequence, clause))
    return _another_pattern(lang).search(folded, left.end - offset, max(left.end, right.start) - offset) is not None


@lru_cache(maxsize=32)
def _another_pattern(lang: str) -> re.Pattern[str]:
    openers = load_openers(lang)
    frame = join_forms(openers.frames)
    return re.compile(r"(?<!\w)(?:" + join_forms(openers.joiners) + r"),?\s+(?:" + frame + r")(?:\s|(?<='))" if frame else "(?!)")


def is_occasion(text: str, clause: Span, lang: str) -> bool:
    """True for a phrase behind a preposition: before a verb of saying it tells on what occasion it was said ("In response to the strike, she said")."""
    before = fold_text(text[max(0, clause.start - 40) : clause.start], lang).rstrip()
    return any(before.endswith(form) and not before[: -len(form)][-1:].isalnum() for form in load_openers(lang).event)


def find_parallel(text: str, consequence: Span, conditions: Sequence[Condition], taken: Sequence[Span], pack: Pack, lang: str) -> list[Condition]:
    """Return the clauses beside the conditions of a consequence that begin with the same condition word and are in none of them.

    Between the two stand at most marks and a word that joins, so that "if A, X, and if C, Y" gives nothing.

    Args:
        text: the article's text.
        consequence: where the consequence stands.
        conditions: its conditions.
        taken: what belongs to others: all consequences and conditions.
        pack: the language's pack.
        lang: its tag.
    """
    start, end = _sentence_around(text, consequence)
    folded = fold_text(text[start:end], lang)
    openings = [o for o in find_openings(folded, 0, end - start, pack, lang) if not o.closes]
    known = [c for c in conditions if c.kind in CONDITIONAL_KINDS and start <= c.span.start and c.span.end <= end]
    found: list[Condition] = []
    grown = True
    while grown:
        grown = False
        for condition in (*known, *found):
            own = next((o for o in openings if start + o.start <= condition.span.start <= start + o.end), None)
            if own is None:
                continue
            for other in openings:
                if other.form != own.form or other.start == own.start:
                    continue
                span = _beside(text, start, condition.span, own, other, end, (consequence, *taken, *(c.span for c in (*known, *found))), lang)
                if span is not None:
                    found.append(Condition(span=span, kind=condition.kind))
                    grown = True
    return found


def is_sentence_apart(text: str, one: Span, other: Span) -> bool:
    """True when a sentence ends between two places."""
    first, second = sorted((one, other))
    return first.end < second.start and any(_SENTENCE_AHEAD.match(text, m.end()) for m in find_marks(_SENTENCE_STOP, text, first.end, second.start))


def reach_over_quotations(text: str, consequence: Span, conditions: Sequence[Condition], quoted: SpanIndex[Quote], lang: str) -> list[Condition]:
    """Return the conditions, each with the quotation that an "and" ties to its end; of what stands in that quotation it is no condition.

    Args:
        text: the article's text.
        consequence: what they are conditions of.
        conditions: its conditions.
        quoted: the article's quotations.
        lang: its tag.
    """
    found: list[Condition] = []
    for condition in conditions:
        ahead = _TO_QUOTATION.match(text, condition.span.end) if condition.kind in CONDITIONAL_KINDS else None
        tied = ahead is not None and fold_text(ahead["word"], lang) in load_openers(lang).joiners
        quote = next((q for q in quoted.across(Span(start=ahead.end(), end=ahead.end() + 1)) if q.span.start == ahead.end()), None) if tied and ahead else None
        if quote is None or not quote.closed:
            found.append(condition)
        elif not quote.span.holds(consequence):
            found.append(replace(condition, span=condition.span.cover(quote.span)) if not quote.span.overlap(consequence) else condition)
    return found


def trim_clause(text: str, start: int, end: int, lang: str) -> Span | None:
    """Return a clause without marks before it, blanks after it, and the "and" or "or" it ends with; `None` when nothing is left."""
    joiners = sorted(load_openers(lang).joiners, key=len, reverse=True)
    while start < end and not text[start].isalnum() and text[start] not in '"“„«[':
        start += 1
    while end > start:
        while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
            end -= 1
        words = fold_text(text[max(start, end - 12) : end], lang)
        joiner = next((j for j in joiners if words.endswith(j) and len(words) > len(j) and not words[-len(j) - 1].isalnum()), None)
        if joiner is None:
            break
        end -= len(joiner)
    return Span(start=start, end=end) if end > start else None


def reach_over_aside(text: str, clause: Span, part: Span, area: Span, pack: Pack, lang: str) -> Span:
    """Return a clause that an aside parts from its subject with both: "the islands, the smallest among them, | are not for sale"."""
    before = text[area.start : clause.start].rstrip()
    if not before.endswith(",") or len(text[clause.start : part.start].split()) > MOST_VERB_WORDS:
        return clause
    first = text.rfind(",", area.start, area.start + len(before) - 1)
    if first <= area.start or is_sentence_apart(text, Span(start=first, end=first + 1), clause):
        return clause
    return find_whole_clause(text, Span(start=first - 1, end=first), area, pack, lang).cover(clause)


def cut_opening(text: str, consequence: Span, conditions: Sequence[Span], pack: Pack, lang: str) -> Span:
    """Return a consequence without a condition that begins it ("depending on fuel, | would escort them"): its opening words, the condition and a comma."""
    for condition in conditions:
        if not consequence.holds(condition):
            continue
        opening = fold_text(text[consequence.start : condition.start], lang).lstrip(_MARKS + ",")
        comma = _COMMA_BEHIND.match(text, condition.end, consequence.end)
        if comma is not None and len(text[comma.end() : consequence.end].split()) > 1 and (not opening or condition_pattern(pack).fullmatch(opening)):
            return Span(start=comma.end(), end=consequence.end)
    return consequence


def find_whole_clause(text: str, part: Span, area: Span, pack: Pack, lang: str, *, to_end: bool = False) -> Span:
    """Return the clause in an area that a part of it belongs to, from the mark before to the mark behind; a condition or a reason behind it is left out.

    Args:
        text: the article's text.
        part: some words of the clause.
        area: what it may not leave, the content of an attribution.
        pack: the language's pack.
        lang: its tag.
        to_end: True to go on past commas to the end of the sentence.
    """
    near = Span(start=max(area.start, part.start - LONGEST_CLAUSE), end=min(area.end, part.end + LONGEST_CLAUSE))
    start = find_last_mark(_CLAUSE_START, text, near.start, part.start)
    start = part.start if start == near.start > area.start else start
    end = find_first_mark(_STOP if to_end else _CLAUSE_END, text, part.end, near.end)
    folded = fold_text(text[near.start : near.end], lang)
    opening = next((o for o in find_openings(folded, part.end - near.start, end - near.start, pack, lang) if not o.closes), None)
    reason = _reason_pattern(lang).search(folded, part.end - near.start, end - near.start)
    ends = [*([opening.start] if opening else []), *([reason.start()] if reason else [])]
    if ends:
        end = near.start + min(ends)
    elif end == near.end < area.end:
        end = part.end
    while start < part.start and text[start] in _MARKS:
        start += 1
    frame = _frame_pattern(lang).match(folded, start - near.start, part.start - near.start)
    start = near.start + frame.end() if frame else start
    end = max(end, part.end)
    while end > part.end and text[end - 1] in _MARKS:
        end -= 1
    return trim_clause(text, start, end, lang) or part


@lru_cache(maxsize=32)
def _reason_pattern(lang: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + (join_forms(load_openers(lang).reasons) or "(?!)") + r")(?!\w)")


@lru_cache(maxsize=32)
def _frame_pattern(lang: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + (join_forms(load_openers(lang).frames) or "(?!)") + r")(?:\s+|(?<='))")


def _sentence_around(text: str, consequence: Span) -> tuple[int, int]:
    first = max(0, consequence.start - MAX_CHARS)
    last = min(len(text), consequence.end + MAX_CHARS)
    return find_last_mark(_STOP, text, first, consequence.start), find_first_mark(_STOP, text, consequence.end, last)


def _extent(text: str, opening: Opening, offset: int, area_start: int, area_end: int) -> tuple[int, int]:
    """Return where the clause of a condition word begins and ends."""
    if not opening.closes:
        return offset + opening.end, find_first_mark(_CLAUSE_END, text, offset + opening.end, area_end)
    return find_last_mark(_CLAUSE_END, text, area_start, offset + opening.start), offset + (opening.start + len(opening.form) if opening.keeps else opening.start)


def _beside(text: str, offset: int, known: Span, own: Opening, other: Opening, end: int, taken: Sequence[Span], lang: str) -> Span | None:
    """Return the clause that another use of a condition's word opens, when it ends where that condition begins or begins where it ends."""
    if other.start < own.start:
        clause = trim_clause(text, offset + other.end, offset + own.start, lang)
        if clause is None or any(find_marks(_CLAUSE_END, text, clause.start, clause.end)):
            return None
    else:
        if not _only_joins(text[known.end : offset + other.start], lang):
            return None
        begin = offset + other.end
        limit = min([end, *(span.start for span in taken if span.start >= begin)])
        clause = trim_clause(text, begin, find_first_mark(_CLAUSE_END, text, begin, limit), lang)
    if clause is None or len(clause.of(text).split()) < MIN_WORDS or any(clause.overlap(span) for span in (known, *taken)):
        return None
    return clause


def _only_joins(between: str, lang: str) -> bool:
    """True for marks and at most one joining word."""
    words = _WORD.findall(fold_text(between, lang))
    return not words or " ".join(words) in load_openers(lang).joiners
