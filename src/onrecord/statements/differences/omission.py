"""What one telling leaves out.

In: a `Pair`. Out: findings labelled `truncated`. Left to others: conditions left out (`logic.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.languages.loose_ends import cut_loose_ends
from onrecord.records import Span
from onrecord.statements.differences.clauses import cut_clauses, cut_frame, cut_sentences
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.sides import Side
from onrecord.statements.words import STEM_CHARS, WORD

_CHANGES = frozenset({"place_changed", "actor_changed", "verb_strength", "event_stage", "figure_changed", "date_shift"})
_TOLD = frozenset({"modality_or_negation", "omitted_condition", "added_condition"})
MISSING = 0.25
"""Share of a telling's content words without a counterpart from which the other one leaves something out ..."""
FOREIGN = 0.75
"""... unless more than this share of the other's words has none either: then the two are worded apart, and nothing can be told of what is left out ..."""
SHORTER = 0.62
"""... unless they are this much fewer: the shorter of two tellings of one utterance leaves something out in any wording."""
MISSING_RUN = 2
"""Neighbouring content words without a counterpart that make something left out; a single one is a matter of wording.
All but `SHORTER` (a first setting) chosen on the pairs of gold/utterances-dev, 2026-11."""
CLAUSE_WORDS = 3
"""Least content words of a clause that a telling in another language leaves out. A first setting."""
APART = 0.5
"""Share of the content words of both tellings without a counterpart from which the two are perhaps not one utterance. Of the joined pairs with so much, in one
language and across articles, 2 were right, 4 wrong and 6 in no statement of the gold (utterances-dev, 2026-11)."""
APART_WORDS = 4
"""... if both have so many: of fewer, one inflected or reworded word decides."""
PERHAPS_NOT_ONE = "perhaps not one utterance"
"""How the reason of such a finding ends; whoever shows a statement says so."""


def find_truncation(pair: Pair, known: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Yield a telling that leaves out a run of words of the other: the label does not say which of the two, the spans do.

    Across languages single words find no counterpart too often, so that only a whole clause with a name or a figure of its own counts there. Where most of both has no counterpart nothing is left out, and the reason says that the two are perhaps not one utterance. A whole sentence that only one side tells is another utterance of the same speech and nothing left out of this one.

    Args:
        pair: the two tellings.
        known: what was found before; words that are changed into others there are not left out.
    """
    spans = {True: [f.left for f in known if f.left and _is_change(f)], False: [f.right for f in known if f.right and _is_change(f)]}
    missing = {side: [w for w in pair.unmatched(on_left=side) if not any(s.overlap(w) for s in spans[side])] for side in (True, False)}
    if not pair.same_language:
        clause = _find_clause(pair, missing)
        if clause is not None:
            yield clause
        return
    apart = _find_apart(pair, missing)
    if apart is not None:
        yield apart
        return
    missing = {side: [w for w in missing[side] if not _stands_beside(pair, w, on_left=side)] for side in (True, False)}
    words = {side: _told_words(pair, missing[side], on_left=side) for side in (True, False)}
    if not words[True] or not words[False]:
        return
    gone = {side: [w for w in words[side] if w in lost] for side in (True, False) for lost in (set(missing[side]),)}
    longer = (len(gone[True]), len(words[True])) >= (len(gone[False]), len(words[False]))
    for on_left in (longer, not longer):
        mine, theirs = gone[on_left], gone[not on_left]
        run = _longest_run(words[on_left], mine)
        if len(run) < MISSING_RUN or len(mine) < MISSING * len(words[on_left]) or len(mine) < len(theirs):
            continue
        if len(theirs) > FOREIGN * len(words[not on_left]) and len(words[not on_left]) > SHORTER * len(words[on_left]):
            continue
        side = pair.left if on_left else pair.right
        shown = _leave_part_told(pair, run, on_left=on_left)
        first = _trim(side, _make_whole(side, Span(start=shown[0].start, end=shown[-1].end)))
        yield Finding(
            label="truncated", left=first if on_left else None, right=None if on_left else first,
            reason=f"{len(mine)} of {len(words[on_left])} words have no counterpart, above all `{side.cut(first)}`",
        )  # fmt: skip
        return


def _leave_part_told(pair: Pair, run: Sequence[Span], *, on_left: bool) -> list[Span]:
    """Return the longest part of a run of words without names of which another part is told (the other telling has "Quill" for "Ada Quill"); the run where nothing else is in it."""
    side, words = (pair.left, pair.left_words) if on_left else (pair.right, pair.right_words)
    gone = set(pair.unmatched(on_left=on_left))
    told = [m.span for m in side.mentions if any(m.span.holds(w) and w not in gone for w in words)]
    kept: list[list[Span]] = [[]]
    for word in run:
        if any(name.holds(word) for name in told):
            kept.append([])
        else:
            kept[-1].append(word)
    return max(kept, key=len) or list(run)


def _find_apart(pair: Pair, missing: Mapping[bool, Sequence[Span]]) -> Finding | None:
    """Return that most words of neither telling are told in the other."""
    counted = [(len(missing[True]), len(pair.left_words)), (len(missing[False]), len(pair.right_words))]
    if any(words < APART_WORDS or gone < APART * words for gone, words in counted):
        return None
    (here, ours), (there, theirs) = counted
    reason = f"{here} of {ours} words here and {there} of {theirs} there have no counterpart: {PERHAPS_NOT_ONE}"
    run = _longest_run(pair.left_words, missing[True]), _longest_run(pair.right_words, missing[False])
    left, right = (_trim(side, _make_whole(side, Span(start=words[0].start, end=words[-1].end))) for side, words in zip((pair.left, pair.right), run, strict=True))
    return Finding(label="truncated", left=left, right=right, reason=reason)


def _stands_beside(pair: Pair, word: Span, *, on_left: bool) -> bool:
    """True when the other telling has a word beside its content: in the sentence of its own that says who says it ("On Sunday the mayor said"), or in a condition that stands outside it."""
    side, other = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    stem = side.folded(word)[:STEM_CHARS]
    beside = (*cut_frame(other), *(condition.span for commitment in other.commitments for condition in commitment.conditions))
    return any(other.folded(Span(start=m.start(), end=m.end()))[:STEM_CHARS] == stem for part in beside for m in WORD.finditer(other.article.text, part.start, part.end))


def _find_clause(pair: Pair, missing: Mapping[bool, Sequence[Span]]) -> Finding | None:
    """Return the first clause of which no word is told in the other language and which names or counts something; `None` without one."""
    for on_left, side, words in ((True, pair.left, pair.left_words), (False, pair.right, pair.right_words)):
        gone = set(missing[on_left])
        clauses = [(clause, inside) for clause in cut_clauses(side, side.attribution.content) if (inside := [w for w in words if clause.overlap(w)])]
        told = [m.span for m in side.mentions] + [f.span for f in side.figures]
        for clause, inside in clauses if len(clauses) > 1 else ():
            if len(inside) < CLAUSE_WORDS or not gone.issuperset(inside) or not any(clause.holds(span) for span in told):
                continue
            told_alone = _trim(side, clause)
            reason = f"{len(inside)} of {len(words)} words have no counterpart, above all `{side.cut(told_alone)}`"
            return Finding(label="truncated", left=told_alone if on_left else None, right=None if on_left else told_alone, reason=reason)
    return None


def _trim(side: Side, span: Span) -> Span:
    """Return what is left out without the conjunctions at its borders, which lead to what is not: "the deal once" -> "the deal"."""
    return cut_loose_ends(side.article.text, span, side.article.lang)


def _make_whole(side: Side, run: Span) -> Span:
    """Return a run of words that ends in no half compound and in no half name ("Ada" of "Ada Quill")."""
    names = [m.span for m in side.mentions if m.span.overlap(run)]
    whole = run.cover(*names) if names else run
    text = side.article.text
    compounds = [Span(start=m.start(), end=m.end()) for piece in side.attribution.content for m in WORD.finditer(text, piece.start, piece.end)]
    cut = [word for word in compounds if word.overlap(whole) and not whole.holds(word)]
    return whole.cover(*cut) if cut else whole


def _is_change(finding: Finding) -> bool:
    """True when words stand in the place of others, add a "not" or a "must", or are told as a condition that one side has, so that none of them is left out beside."""
    return finding.label in _TOLD or (finding.label in _CHANGES and bool(finding.left and finding.right))


def _told_words(pair: Pair, missing: Sequence[Span], *, on_left: bool) -> list[Span]:
    """Return the content words of the sentences that the other side tells too; of all sentences when it tells none."""
    side, words = (pair.left, pair.left_words) if on_left else (pair.right, pair.right_words)
    gone = set(missing)
    kept: list[Span] = []
    for sentence in cut_sentences(side):
        inside = [w for w in words if sentence.overlap(w)]
        if inside and sum(w in gone for w in inside) <= FOREIGN * len(inside):
            kept.extend(inside)
    return kept or words


def _longest_run(words: Sequence[Span], missing: Sequence[Span]) -> list[Span]:
    """Return the longest run of neighbouring content words that are missing, the first of equal ones."""
    gone = set(missing)
    best: list[Span] = []
    run: list[Span] = []
    for span in words:
        run = [*run, span] if span in gone else []
        if len(run) > len(best):
            best = run
    return best
