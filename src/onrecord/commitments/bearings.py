"""How a clause bears on the commitment beside it: by the words that open it, whatever the model took it for.

In: a text and a condition. Out: whether it lasts ("as long as"), comes ("until"), is enough ("once") or needed ("only if"), grants something
("even if", "whether or not"), or sets no condition at all: a comparison ("as if"), a set phrase, a circumstance of what happened. Left to
others: finding conditions (`clauses`, the model).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.commitments.bearing_words import PARTED, REACH, is_alternative, list_patterns
from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import NOTHING, find_word
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import DOUBLE, Quote
from onrecord.records import CONDITIONAL_KINDS, Condition, Span

CLOSING = frozenset({"tr"})
"""Languages in which the condition word ends its clause."""
INFINITIVE_BEFORE = {"en": "to", "nl": "te", "de": "zu"}
"""Behind a verb of saying these languages put a condition into the past, too ("vowed to leave when the talks failed")."""
_NONE = frozenset({"unreal", "idioms", "purpose", "despite"})
_GRANTED = frozenset({"concession", "regardless"})
_HANGING = frozenset({"once", "after", "only", "only_after", "exchange", "depends"})
_NEEDED = {"if": "only", "once": "only_after", "after": "only_after"}
"""What the words become with an "only" that stands apart from them."""
RESTRICTION_CHARS = 20
"""So far behind a consequence goes on what its negation begins: "nous ne signerons | que si"."""
_TO_CLAUSE = 80
"""Behind a consequence its condition begins within so many code points; an "only" may stand between."""
_AHEAD = ("future", "possible", "necessary", "conditional", "recommended", "ready")
SAYING_WORDS = 3
"""Least words between a quotation and a clause that tells when it was said: "she said when"."""
QUOTE_SIGNS = DOUBLE | {"‹", "›"}
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = " \t\n\u00a0,\"'“”„«»‘’[("


def weigh_conditions(
    text: str, consequence: Span, conditions: Sequence[Condition], quotes: Sequence[Quote], pack: Pack | None, lang: str, *, told: bool, demanded: bool = False
) -> tuple[list[Condition], tuple[Span, ...]]:  # fmt: skip
    """Return the conditions that are some, each with its bearing, and the clauses of what does not matter, with the words that open them.

    Args:
        text: the article's text.
        consequence: what they are conditions of.
        conditions: what the model or the words took for conditions.
        quotes: the quotations around the consequence.
        pack: the language's pack; without one all are kept as they are.
        lang: its tag.
        told: True when somebody is told to say it; else it is the narrator's.
        demanded: True for a demand.
    """
    if pack is None:
        return list(conditions), ()
    kept: list[Condition] = []
    conceded: list[Span] = []
    before: tuple[Span, str | None] | None = None
    for condition in conditions:
        if condition.kind not in CONDITIONAL_KINDS:
            kept.append(condition)
            continue
        bearing, whole = read_bearing(text, condition, pack, lang)
        joined = bearing is None and before is not None and _is_joined(text, before[0], condition.span, lang)
        if joined and before is not None:
            bearing = before[1]
        elif condition.kind == "prerequisite" and bearing in _NEEDED and _is_sole(text, consequence, condition.span, lang):
            bearing = _NEEDED[bearing]
        before = (condition.span, bearing)
        if bearing == "concession":
            conceded = [*conceded[:-1], conceded[-1].cover(whole)] if joined else [*conceded, whole]
        elif bearing != "unreal" and not is_circumstance(text, condition, consequence, quotes, pack, lang, told=told, demanded=demanded):
            kept.append(replace(condition, bearing=bearing, empty=is_empty(text, condition.span, lang)))
    return kept, tuple(conceded)


def read_bearing(text: str, condition: Condition, pack: Pack, lang: str) -> tuple[str | None, Span]:
    """Return what the words of a condition say beyond its kind, and its span with the words that say so.

    Returns:
        `while` (the commitment stands as long as it lasts), `until` (till it comes), `once` or `after` (its coming is enough), `only` or
        `only_after` (without it nothing is done), `exchange` (given in turn), `depends` (it hangs on it), `concession` (the commitment stands
        even so), `unreal` (a comparison, a set phrase, a purpose, a reason, or a fact in spite of which it stands), or `if` for a prerequisite with a plain "if" and an exception
        whose own words already hold the negation; `None` where they say no more.
    """
    folded, start, end = _fold_around(text, condition.span, lang)
    longest, best, place = 0, None, condition.span
    for name, pattern in list_patterns(pack, lang):
        for match in _touching(pattern, folded, start, end, closing=primary_subtag(lang) in CLOSING):
            if match.start() < start < match.end() and name not in PARTED:
                continue
            if name == "concession" and is_alternative(folded, match.start(), pack):
                continue
            size = match.end() - match.start()
            if size > longest or (size == longest and name == "negated"):
                first = condition.span.start - start
                longest, best, place = size, name, condition.span.cover(Span(start=first + match.start(), end=first + match.end()))
    return _name_bearing(best, condition.kind), place


def _name_bearing(words: str | None, kind: str) -> str | None:
    """Return the bearing of a condition of a kind whose opening words are of a class."""
    if words in _NONE:
        return "unreal"
    if words in _GRANTED:
        return "concession"
    if words in {"while", "until"} or (words in _HANGING and kind != "exception"):
        return words
    return "if" if (kind == "exception" and words in {"trigger", "negated"}) or (kind == "prerequisite" and words == "trigger") else None


def _is_sole(text: str, consequence: Span, clause: Span, lang: str) -> bool:
    """True when an "only" stands in a consequence, between it and the clause behind it, or right before the clause."""
    stop = clause.start if consequence.end <= clause.start <= consequence.end + _TO_CLAUSE else consequence.end
    words = find_word("bearings", "solely", lang)
    if is_restricted(text, Span(start=consequence.start, end=stop), lang) or words.search(fold_text(text[consequence.start : stop], lang)):
        return True
    folded, start, _ = _fold_around(text, clause, lang)
    return any(not folded[match.end() : start].strip(_MARKS) for match in words.finditer(folded, 0, start))


def _is_joined(text: str, one: Span, other: Span, lang: str) -> bool:
    """True when nothing but a joining word, and a "that" behind it, stands between two clauses: the second goes on with the opening word of the first."""
    words = _WORD.findall(fold_text(text[one.end : other.start], lang))
    openers = load_openers(lang)
    return one.end <= other.start and bool(words) and words[0] in openers.joiners and all(word in openers.frames for word in words[1:])


def is_circumstance(text: str, condition: Condition, consequence: Span, quotes: Sequence[Quote], pack: Pack, lang: str, *, told: bool, demanded: bool) -> bool:
    """True for a clause of time that tells when something happened, or when it was said, and sets no condition.

    Args:
        text: the article's text.
        condition: the clause.
        consequence: what it would be a condition of.
        quotes: the quotations around the consequence.
        pack: the language's pack.
        lang: its tag.
        told: True when somebody is told to say it; else it is the narrator's.
        demanded: True for a demand; beside a mere noun, such a clause tells what goes on meanwhile.
    """
    closing = primary_subtag(lang) in CLOSING
    folded, start, end = _fold_around(text, condition.span, lang)
    if not _touches("temporal", folded, start, end, lang, closing=closing):
        return False
    if any(is_whole(text, quote) and quote.span.holds(consequence) and _tells_when_said(text, quote.span, condition.span) for quote in quotes):
        return True
    words = fold_text(consequence.of(text), lang)
    if _lies_ahead(text, consequence, words, pack, lang):
        return False
    if find_word("circumstances", "past", lang).search(words if closing else folded[start:end]):
        return True
    verbs = find_word("circumstances", "verbs", lang)
    is_noun = demanded and verbs is not NOTHING and verbs.search(words) is None
    if (told and not is_noun) or any(_has_form(part, pack.modality["negation"]) for part in (words, folded[start:end])):
        return False
    return any(_touches(key, folded, start, end, lang, closing=closing) for key in (("during", "meanwhile") if is_noun else ("during",)))


def is_restricted(text: str, area: Span, lang: str) -> bool:
    """True for words that seem to deny and only say on what sole condition something is done ("ne signera que si")."""
    folded = fold_text(text[area.start : area.end + RESTRICTION_CHARS], lang)
    return any(match.start() < area.end - area.start for match in find_word("bearings", "restricts", lang).finditer(folded))


def is_empty(text: str, span: Span, lang: str) -> bool:
    """True for a condition whose subject is nothing one could look out for ("it is all about threats")."""
    return find_word("circumstances", "empty", lang).fullmatch(" ".join(fold_text(span.of(text), lang).split()).strip(_MARKS)) is not None


def _fold_around(text: str, span: Span, lang: str) -> tuple[str, int, int]:
    """Return the folded text around a span, and where the span begins and ends in it."""
    first = max(0, span.start - REACH)
    return fold_text(text[first : span.end + REACH], lang), span.start - first, span.end - first


def _touching(pattern: re.Pattern[str], folded: str, start: int, end: int, *, closing: bool) -> Iterator[re.Match[str]]:
    """Yield the matches that end where a clause begins or begin with it; where the words close a clause, those at its end or just behind it."""
    first, last = (max(0, end - REACH), end + REACH) if closing else (0, start + REACH)
    for match in pattern.finditer(folded, first):
        if match.end() > last:
            break
        if closing:
            at_end = match.start() < end and not folded[match.end() : end].strip(_MARKS) and match.start() >= start
            behind = match.start() >= end and not folded[end : match.start()].strip()
            over = start <= match.start() < end <= match.end()
            if at_end or behind or over:
                yield match
            continue
        between = folded[match.end() : start] if match.end() <= start else folded[start : match.start()]
        if not between.strip(_MARKS):
            yield match


def _touches(key: str, folded: str, start: int, end: int, lang: str, *, closing: bool) -> bool:
    return any(_touching(find_word("circumstances", key, lang), folded, start, end, closing=closing))


def is_whole(text: str, quote: Quote) -> bool:
    """True for a quotation of a sentence or more: it begins with a capital, and a mark stands at its end; quoted words in a sentence have neither."""
    words = quote.inner.of(text).strip()
    return len(words) > 1 and words[0].isupper() and (words[-1] in ",.!?…;" or text[quote.span.end : quote.span.end + 1] in {",", "."})


def _tells_when_said(text: str, quote: Span, clause: Span) -> bool:
    """True when a verb of saying can stand between a quotation and a clause that is not quoted: not only the opening word of the clause."""
    if quote.overlap(clause):
        return False
    between = text[quote.end : clause.start] if quote.end <= clause.start else text[clause.end : quote.start]
    return len(_WORD.findall(between)) >= SAYING_WORDS and not any(sign in QUOTE_SIGNS for sign in between)


def _lies_ahead(text: str, consequence: Span, words: str, pack: Pack, lang: str) -> bool:
    """True for a consequence that is still to come: its words say will, would, must or may, or it is an infinitive where conditions are put into the past."""
    if any(_has_form(words, pack.modality[key]) for key in _AHEAD):
        return True
    marker = INFINITIVE_BEFORE.get(primary_subtag(lang))
    if marker is None:
        return False
    before = fold_text(text[max(0, consequence.start - 4) : consequence.start], lang)
    return re.search(rf"(?<!\w){marker}(?!\w)", before + words) is not None


def _has_form(words: str, forms: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) for form in forms if form in words)
