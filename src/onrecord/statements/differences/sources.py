"""Differences in who is said to have said it.

In: a `Pair`. Out: findings labelled `actor_changed` (another source), `dropped_attribution`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.languages.pack import fold_text
from onrecord.names.keys import names_match, words_match
from onrecord.records import Span
from onrecord.statements.agreement import INSTITUTIONS
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.sides import Side
from onrecord.statements.words import STEM_CHARS, WORD

SENTENCE_REACH = 200
"""Code points before and after a content in which its own sentence may still name who says it."""
TOLD_BY = "told by "
"""How the reason of another source begins."""
MOST_ENDING = 3
"""Letters behind what two words have in common for both to be forms of one; an ending in Slavic and Turkish has as many."""
_HOLDERS = ("office", "unnamed holder")
"""How `Attribution.speaker_how` begins when somebody speaks by his office and no name is known."""
_PERSON = ("masculine", "feminine")


def find_source_changes(pair: Pair) -> Iterator[Finding]:
    """Yield a source told as another one: a named spokesman / the police, the deputies / the detectives, she / the police.

    A state or a place that speaks for a person is the same source, and an abbreviation may stand for anything, also in what passes for a person's name.
    """
    left, right = pair.left.attribution, pair.right.attribution
    if not left.source or not right.source or _speaks_for_state(pair.left) or _speaks_for_state(pair.right):
        return
    if left.speaker and right.speaker and names_match(left.speaker, right.speaker):
        return
    kinds = {_kind_of(pair.left), _kind_of(pair.right)}
    if kinds not in ({"named"}, {"named", "body"}, {"person", "body"}, {"body"}, {"body", "holder"}):
        return
    if "named" in kinds and "body" in kinds:
        name, body = (left.speaker, pair.right) if left.speaker and _kind_of(pair.left) == "named" else (right.speaker, pair.left)
        if any(len(word) >= 2 and word.isupper() for word in (name or "").split()) or not (pair.same_language or _is_several(body)):
            return  # "a governante" may be the minister by her office
        if any(_are_one(a, b) for a in (name or "").split() for b in _source_words(body)):
            return
    if "person" in kinds and not any(_is_several(side) for side in (pair.left, pair.right)):
        return
    if "named" not in kinds and "person" not in kinds:
        mine, theirs = _source_words(pair.left), _source_words(pair.right)
        if not pair.same_language or not mine or not theirs or any(_are_one(a, b) for a in mine for b in theirs):
            return
        if _is_abbreviated(pair.left) or _is_abbreviated(pair.right):
            return
    a, b = left.source[0], right.source[0]
    yield Finding(label="actor_changed", left=a, right=b, reason=f"{TOLD_BY}`{pair.left.cut(a)}` here, by `{pair.right.cut(b)}` there")


def _speaks_for_state(side: Side) -> bool:
    """True when a state, its seat of government or a place is the source."""
    return side.attribution.speaker_how.startswith(tuple(i for i in INSTITUTIONS if i != "organisation"))


def _kind_of(side: Side) -> str:
    """Return what kind of source it is: `named` (a person by name), `holder` (of an office, no name), `person` (by pronoun), `body` (a group), `unknown`."""
    attribution = side.attribution
    if attribution.speaker:
        return "body" if attribution.speaker_how.startswith(INSTITUTIONS) else "named"
    if attribution.speaker_how.startswith(_HOLDERS):
        return "holder"
    if side.pack is None:
        return "unknown"
    words = [side.folded(Span(start=m.start(), end=m.end())) for piece in attribution.source for m in WORD.finditer(side.article.text, piece.start, piece.end)]
    pronouns = {form for forms in side.pack.pronouns.values() for form in forms}
    if words and all(word in pronouns for word in words):
        return "person" if any(word in side.pack.pronouns[kind] for kind in _PERSON for word in words) else "unknown"
    return "body" if words and not _is_bare_name(side) else "unknown"


def _is_several(side: Side) -> bool:
    """True when a source is an organisation or a group of people, so that no single "she" can be it."""
    if side.attribution.speaker_how.startswith(("organisation", "unnamed group")):
        return True
    return side.pack is not None and any(key == "police" for key, _ in find_forms(side, side.pack.figures.populations, side.attribution.source))


def _is_bare_name(side: Side) -> bool:
    """True when a source looks like a name nobody could be found for: capitals only, and nowhere in the article in small letters."""
    words = _source_words(side)
    if side.pack is None or not words or not all(w[:1].isupper() for w in words) or _is_several(side):
        return False
    if any(True for _ in find_forms(side, side.pack.offices, side.attribution.source)):
        return False
    return side.lang != "de" and not any(re.search(rf"\b{re.escape(w.lower())}\b", side.article.text) for w in words)


def _source_words(side: Side) -> list[str]:
    """Return the content words of a source."""
    stop = side.pack.stopwords if side.pack else frozenset()
    text = side.article.text
    found = [m[0] for piece in side.attribution.source for m in WORD.finditer(text, piece.start, piece.end)]
    return [w for w in found if fold_text(w, side.lang) not in stop and len(w) > 1]


def _are_one(left: str, right: str) -> bool:
    """True when two words have one stem, or may be spellings of one name; "office" and "officials" begin alike and are two words."""
    a, b = left.casefold(), right.casefold()
    common = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    is_stem = a[:STEM_CHARS] == b[:STEM_CHARS] and max(len(a), len(b)) - common <= MOST_ENDING
    return is_stem or (left[:1].isupper() and right[:1].isupper() and words_match(left, right))


def _is_abbreviated(side: Side) -> bool:
    """True when a source holds an abbreviation in capitals."""
    return any(len(word) >= 2 and word.isupper() for word in _source_words(side))


def find_dropped_attribution(pair: Pair) -> Iterator[Finding]:
    """Yield that one outlet tells as its own what the other attributes: no source, no cue, no quotation marks, and none in the sentence around it."""
    for has, lacks, has_is_left in ((pair.left, pair.right, True), (pair.right, pair.left, False)):
        mine, theirs = has.attribution, lacks.attribution
        if not (mine.source or mine.speaker) or theirs.source or theirs.speaker or theirs.type != "indirect":  # `unattributed` says so already
            continue
        if _names_a_speaker(lacks):
            continue
        span = mine.source[0] if mine.source else None
        name = mine.speaker or mine.speaker_as_written
        yield Finding(
            label="dropped_attribution", left=span if has_is_left else None, right=None if has_is_left else span,
            reason=f"only one side says that it is `{name}` who says so",
        )  # fmt: skip


def _names_a_speaker(side: Side) -> bool:
    """True when the sentence around a content holds a word of saying outside it, so that the source was not found rather than left out."""
    if side.attribution.cue:
        return bool(side.pack and any(True for _ in find_forms(side, side.pack.cues, side.attribution.cue)))
    if side.pack is None:
        return False
    text, span = side.article.text, side.attribution.span
    start = max((text.rfind(mark, max(0, span.start - SENTENCE_REACH), span.start) for mark in (". ", "\n", "! ", "? ")), default=-1)
    ends = [at for mark in (". ", "\n", "! ", "? ", ".\n") if (at := text.find(mark, span.end, span.end + SENTENCE_REACH)) >= 0]
    before = Span(start=max(start + 1, 0), end=span.start)
    after = Span(start=span.end, end=min(ends, default=min(len(text), span.end + SENTENCE_REACH)))
    return any(True for _ in find_forms(side, side.pack.cues, tuple(s for s in (before, after) if s.end > s.start)))
