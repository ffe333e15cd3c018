"""Puts together again what the model's flat tags cut: a condition with a deadline inside it.

In: an encoding. Out: the same with one tag for the pieces of one condition; the deadline inside keeps a tag of its own.
Left to others: which commitment a condition belongs to (`find`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.commitments.joins import cut_joining
from onrecord.commitments.openers import find_openings, load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_marks
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Encoding, Link, Span, Tag

REACH_CHARS = 60
"""A condition word stands at most so far before the first piece of its clause."""
MOST_WORDS = 6
"""Most words without a tag between two pieces of one clause."""
_MARK = re.compile(r"[,.!?…;:()\n\"“”„«»]|\s[–—]\s")
_PARTED = re.compile(r"\s*(?:,\s*\|\s*,)?\s*|[\s|]*")
"""What may stand between two pieces beside a deadline (`|`): blanks, or a comma on either side of it."""
_WORD = re.compile(r"[\w/'’&-]+")


def join_pieces(text: str, encoding: Encoding, pack: Pack | None, lang: str) -> Encoding:
    """Return the encoding with the pieces of one condition joined to one tag, from the first to the last.

    Two neighbouring pieces are of one condition when nothing but a deadline stands between them, or when they stand in the clause of one condition
    word with nothing between them that ends a clause or joins two: no mark, no "and" or "or", no other condition word, no consequence. A deadline
    between them belongs to whatever the condition belongs to. Of pieces of different kinds the condition word tells the kind.

    Args:
        text: the article's text.
        encoding: what the model found.
        pack: the language's pack; without one only deadlines join.
        lang: its tag.
    """
    tags = encoding.tags
    own = sorted((i for i, tag in enumerate(tags) if tag.layer == "condition"), key=lambda i: tags[i].span)
    heads = sorted(tag.span for tag in tags if tag.layer == "force")
    pieces = [i for i in own if tags[i].label in CONDITIONAL_KINDS]
    deadlines = [i for i in own if tags[i].label not in CONDITIONAL_KINDS]
    starts = [tags[i].span.start for i in deadlines]
    groups: list[tuple[list[int], list[int]]] = []
    for i in pieces:
        if groups:
            last = tags[groups[-1][0][-1]].span
            between = deadlines[bisect_left(starts, last.end) : bisect_left(starts, tags[i].span.start)]
            whole = Span(start=tags[groups[-1][0][0]].span.start, end=last.end)
            if _belong(text, whole, tags[i].span, [tags[k].span for k in between], heads, pack, lang):
                groups[-1][0].append(i)
                groups[-1][1].extend(between)
                continue
        groups.append(([i], []))
    joined = [(parts, inside) for parts, inside in groups if len(parts) > 1]
    return _replace(encoding, {parts[0]: _join(text, [tags[i] for i in parts], pack, lang) for parts, _ in joined}, joined) if joined else encoding


def _belong(text: str, known: Span, piece: Span, inside: Sequence[Span], heads: Sequence[Span], pack: Pack | None, lang: str) -> bool:
    """True when a piece goes on with the condition before it."""
    first = _WORD.match(text, piece.start, piece.end)
    if known.end > piece.start or cut_joining(known, text, pack, lang) != known or (first is not None and fold_text(first[0], lang) in load_openers(lang).joiners):
        return False
    at = bisect_left(heads, Span(start=piece.start, end=piece.start))
    if any(head.end > known.end for head in heads[max(0, at - 1) : at]):
        return False
    between, place = "", known.end
    for span in inside:
        between += text[place : span.start] + "|"
        place = span.end
    between += text[place : piece.start]
    if inside and "\n\n" not in between and _PARTED.fullmatch(between):
        return True
    broken = any(not any(span.start <= mark.start() < span.end for span in inside) for mark in find_marks(_MARK, text, known.end, piece.start))
    return pack is not None and not broken and _is_one_clause(text, known, piece, between.replace("|", " "), pack, lang)


def _is_one_clause(text: str, known: Span, piece: Span, between: str, pack: Pack, lang: str) -> bool:
    """True when a condition word opens the first of two pieces and nothing between them begins a clause of its own."""
    if _find_kind(text, known, pack, lang) is None:
        return False
    openers = load_openers(lang)
    words = _WORD.findall(fold_text(between, lang))
    told = f" {' '.join(words)} "
    border = (*openers.joiners, *openers.frames, *openers.reasons, *pack.conditions["all"], *pack.conditions["any"])
    if len(words) > MOST_WORDS or any(f" {form} " in told for form in border):
        return False
    folded = fold_text(text[known.start : piece.end], lang)
    return next(find_openings(folded, known.end - known.start, piece.start - known.start, pack, lang), None) is None


def _find_kind(text: str, clause: Span, pack: Pack, lang: str) -> str | None:
    """Return the kind of the condition word that stands right before a clause or begins it; `None` without one."""
    first = max(0, clause.start - REACH_CHARS)
    folded = fold_text(text[first : clause.end], lang)
    at = clause.start - first
    found = [o for o in find_openings(folded, 0, len(folded), pack, lang) if not o.closes and (o.end == at or o.start == at)]
    return found[-1].kind if found else None


def _join(text: str, parts: Sequence[Tag], pack: Pack | None, lang: str) -> Tag:
    span = parts[0].span.cover(parts[-1].span)
    kinds = {tag.label for tag in parts}
    kind = parts[0].label
    if len(kinds) > 1 and pack is not None and not find_word("bearings", "solely", lang).search(fold_text(text[max(0, span.start - REACH_CHARS) : span.start], lang)):
        kind = _find_kind(text, span, pack, lang) or kind
    return Tag(layer="condition", label=kind, span=span, confidence=max(tag.confidence for tag in parts))


def _replace(encoding: Encoding, new: dict[int, Tag], joined: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Encoding:
    """Return an encoding with pieces gone into the tag of the first, whose links are those of all, and are those of the deadlines inside it, too."""
    first_of = {i: parts[0] for parts, _ in joined for i in parts}
    inside = {parts[0]: tuple(within) for parts, within in joined}
    kept = [i for i in range(len(encoding.tags)) if first_of.get(i, i) == i]
    place = {i: at for at, i in enumerate(kept)}
    belief: dict[tuple[int, int], float] = {}
    for link in encoding.links:
        dependent, head = first_of.get(link.dependent, link.dependent), first_of.get(link.head, link.head)
        for i in (dependent, *(inside.get(dependent, ()) if link.dependent in first_of else ())):
            key = place[i], place[head]
            belief[key] = max(belief.get(key, 0.0), link.confidence)
    links = tuple(Link(dependent=dependent, head=head, confidence=confidence) for (dependent, head), confidence in belief.items())
    return replace(encoding, tags=tuple(new.get(i, encoding.tags[i]) for i in kept), links=links)
