"""Differences in the logic of a commitment: conditions dropped or added, and / or, negation and modality, stage of an event.

In: a `Pair`. Out: findings labelled `omitted_condition`, `added_condition`, `and_or_changed`, `modality_or_negation`, `event_stage`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from onrecord.languages.fold import primary_subtag
from onrecord.records import CONDITIONAL_KINDS, Commitment, Condition, Span
from onrecord.statements.differences.clauses import find_small_words, governs_same, list_governed, told_on_both
from onrecord.statements.differences.pairing import ALIGNED, Finding, Pair, find_forms
from onrecord.statements.polarity import find_idle, find_negating_words, find_negations, is_aside
from onrecord.statements.sameness import bind_alike, read_nature, stages_one
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

SAME_CONDITION = 0.4
SAME_CONSEQUENCE = 0.3
"""Least likeness (see `Pair.likeness`) of two conditions, or two consequences, to be the same. First settings by eye, not tuned on any set."""
MOST_MISSING = 0.34
"""Largest share of a condition's words without a counterpart for it to be told in another role. A first setting."""
OPENING = 2
"""Characters at most between a word that opens a condition ("sollte es regnen") and the condition."""
TIED = 1e-6
"""Likenesses that differ by less are equal."""
_OPERATOR = {"all": "all conditions must hold", "any": "one condition is enough"}
_JOINED = {"all": "joined by “and”", "any": "joined by “or”"}
_NEGATIVE_PREFIX = {"cs": "ne", "sk": "ne"}
"""Languages that negate a verb by a prefix; elsewhere the packs list the words."""
_NEGATIVE_SUFFIX = {
    "tr": re.compile(r"[^\W\d_]{2,}?m(?:[ae](?:z|yac|yec|yız|yiz|dı|di|mış|miş|malı|meli|yan|yen|dığ|diğ|yın|yin)|[ıiuü]yor)[^\W\d_]*|[^\W\d_]{2,}?(?:masın|mesin)(?:lar|ler)?"),
}
"""... and by a suffix: "gelecek" / "gelmeyecek". The verbal noun in -ma, -me ("gelmesi", "gelmesini") negates nothing."""
_VERB_LAST = frozenset({"de", "nl", "tr"})
"""Languages in which what somebody is ready for may stand before the word for ready."""
_SURELY_NEGATED = re.compile(r"ne\w+(?:jí|me|te|l|la|lo|li|ly|(?<!os)t)")
"""Words with a negative prefix whose ending is that of a verb and of no adjective or noun."""
_MODALITIES = ("possible", "necessary", "recommended", "ready", "negation", "believed")


def pair_commitments(pair: Pair) -> list[tuple[Commitment, Commitment]]:
    """Return the commitments of both sides that say the same, best pairs first."""
    scored = sorted(
        ((pair.likeness(a.consequence, b.consequence), -i, -j) for i, a in enumerate(pair.left.commitments) for j, b in enumerate(pair.right.commitments)),
        reverse=True,
    )  # fmt: skip
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    result = []
    for score, i, j in scored:
        if score >= SAME_CONSEQUENCE and i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            result.append((pair.left.commitments[-i], pair.right.commitments[-j]))
    return result


def pair_conditions(pair: Pair, left: Commitment, right: Commitment) -> tuple[list[tuple[Condition, Condition]], list[Condition], list[Condition]]:
    """Return (matched conditions, only left, only right); deadlines are left out."""
    mine = [c for c in left.conditions if c.kind in CONDITIONAL_KINDS]
    theirs = [c for c in right.conditions if c.kind in CONDITIONAL_KINDS]
    scored = sorted(((pair.likeness(a.span, b.span), -i, -j) for i, a in enumerate(mine) for j, b in enumerate(theirs)), reverse=True)
    matched: dict[int, int] = {}
    for score, i, j in scored:
        if score >= SAME_CONDITION and -i not in matched and -j not in matched.values():
            matched[-i] = -j
    for i, j in product(range(len(mine)), range(len(theirs))):
        if i not in matched and j not in matched.values() and _stage_one_event(pair, (left, mine[i]), (right, theirs[j])):
            matched[i] = j
    both = [(mine[i], theirs[j]) for i, j in sorted(matched.items())]
    only_left, only_right = [c for i, c in enumerate(mine) if i not in matched], [c for j, c in enumerate(theirs) if j not in matched.values()]
    if len(only_left) == len(only_right) == 1 and _may_be_one(pair, only_left[0], only_right[0]):
        return [*both, (only_left[0], only_right[0])], [], []
    return both, only_left, only_right


def _stage_one_event(pair: Pair, left: tuple[Commitment, Condition], right: tuple[Commitment, Condition]) -> bool:
    """True when a condition stands outside its telling, as what the speaker was asked about, and names the event whose stage the other one tells."""
    if pair.left.covers(left[1].span) and pair.right.covers(right[1].span):
        return False
    one, other = (read_nature(side.article, side.pack, side.mentions, *each) for side, each in ((pair.left, left), (pair.right, right)))
    return bind_alike(one, other) and stages_one(one, other)


def _may_be_one(pair: Pair, left: Condition, right: Condition) -> bool:
    """True when the only conditions left on either side may be one in other words: in two languages wherever both tellings hold them, in one when a word of the one has a counterpart in the other."""
    mine, theirs = ([k for k, word in enumerate(words) if span.overlap(word)] for words, span in ((pair.left_words, left.span), (pair.right_words, right.span)))
    return bool(mine and theirs) if not pair.same_language else any(pair.aligned(i, j) for i in mine for j in theirs)


def list_aligned_parts(pair: Pair) -> list[tuple[Span, Span]]:
    """Return the conditions and consequences of both sides that say the same."""
    return [*list_aligned_conditions(pair), *((left.consequence, right.consequence) for left, right in pair_commitments(pair))]


def list_aligned_conditions(pair: Pair) -> list[tuple[Span, Span]]:
    """Return the conditions of both sides that say the same."""
    return [(a.span, b.span) for left, right in pair_commitments(pair) for a, b in pair_conditions(pair, left, right)[0]]


def find_condition_changes(pair: Pair) -> Iterator[Finding]:
    """Yield dropped and added conditions, and changed operators; a side that only says that there are conditions ("under what conditions") leaves none out."""
    commitments = pair_commitments(pair)
    if any(not any(c.conditional for c in side.commitments) and find_small_words(side, "alluded", side.attribution.content) for side in (pair.left, pair.right)):
        return
    for left, right in commitments:
        both, only_left, only_right = pair_conditions(pair, left, right)
        for condition in only_left:
            if not stands_in(pair, condition.span, on_left=True):
                yield Finding(label="omitted_condition", left=condition.span, right=None, reason=f"the condition `{pair.left.cut(condition.span)}` is not told here")
        for condition in only_right:
            if not stands_in(pair, condition.span, on_left=False):
                yield Finding(label="added_condition", left=None, right=condition.span, reason=f"the condition `{pair.right.cut(condition.span)}` stands only here")
        if len(both) >= 2 and left.operator != right.operator and left.operator and right.operator:
            yield Finding(label="and_or_changed", left=_between(left), right=_between(right), reason=_tell_operators(left, right))
    if commitments:
        return
    for side, other, on_left in ((pair.left, pair.right, True), (pair.right, pair.left, False)):
        if other.commitments or holds_condition_word(other):
            continue
        for commitment in side.commitments:
            for condition in commitment.conditions:
                if condition.kind in CONDITIONAL_KINDS and not stands_in(pair, condition.span, on_left=on_left):
                    words = side.cut(condition.span)
                    if on_left:
                        yield Finding(label="omitted_condition", left=condition.span, right=None, reason=f"the condition `{words}` is not told here")
                    else:
                        yield Finding(label="added_condition", left=None, right=condition.span, reason=f"the condition `{words}` stands only here")


def _tell_operators(left: Commitment, right: Commitment) -> str:
    """Return how conditions are joined on both sides; that one is enough is said only where both sides word it."""
    worded = left.operator_how == "worded", right.operator_how == "worded"
    if all(worded):
        return f"here {_OPERATOR[left.operator or 'any']}, there {_OPERATOR[right.operator or 'any']}, by the wording"
    here, there = (_JOINED[commitment.operator or "any"] if told else "only listed" for commitment, told in zip((left, right), worded, strict=True))
    return f"{here} here, {there} there"


def holds_condition_word(side: Side) -> bool:
    """True when a telling has an "if" of its own: a condition that stands in no commitment was not found, which is not to say it is left out."""
    return side.pack is not None and any(key in CONDITIONAL_KINDS for key, _ in find_forms(side, side.pack.conditions, side.attribution.content))


def stands_in(pair: Pair, span: Span, *, on_left: bool) -> bool:
    """True when most words of a condition, or of another part, stand somewhere in the other telling, whatever role they play there.

    A word there stands for the one here that it is most like: "soldiers" may be like "territories", but tells of the men of another condition.
    """
    table, words = (pair.table, pair.left_words) if on_left else (pair.table.T, pair.right_words)
    rows = [k for k, word in enumerate(words) if span.overlap(word)]
    if not rows or not table.shape[1]:
        return False
    part = table[rows]
    told = ((part >= ALIGNED) & (part >= table.max(axis=0) - TIED)).any(axis=1)
    return int((~told).sum()) <= MOST_MISSING * len(rows)


def _between(commitment: Commitment) -> Span:
    """Return the span from the first to the last condition."""
    spans = [c.span for c in commitment.conditions if c.kind in CONDITIONAL_KINDS]
    return spans[0].cover(*spans[1:])


def find_modality_changes(pair: Pair) -> Iterator[Finding]:
    """Yield a changed negation or modality of what is said: will / could / must / should / is ready, not, reportedly.

    "Would" for "will" is the sequence of tenses of indirect speech and no change. Only what both tell counts: a "not" in a clause
    that the other leaves out changes nothing.
    """
    if pair.left.pack is None or pair.right.pack is None:
        return
    left, right = _modalities(pair.left), _modalities(pair.right)
    _add_negated_verbs(pair, left, right)
    for name in _MODALITIES:
        if (name in left) == (name in right):
            continue
        on_left = name in left
        side, places = (pair.left, left[name]) if on_left else (pair.right, right[name])
        there = next((s for s in places if not side.covers(s) or _is_governed_told(pair, side, s, on_left=on_left)), None)
        if there is None:
            continue
        reason = f"`{side.cut(there)}` ({name}) stands on one side only"
        yield Finding(label="modality_or_negation", left=there if on_left else None, right=None if on_left else there, reason=reason)
        return


def _is_governed_told(pair: Pair, side: Side, word: Span, *, on_left: bool) -> bool:
    """True when what a modal word says something of is told on both sides; of an aside ("without further warning") all of it."""
    if is_aside(side, word):
        governed = list_governed(pair, word, on_left=on_left, itself=False)
        return bool(governed) and stands_in(pair, governed[0].cover(*governed[1:]), on_left=on_left)
    return governs_same(pair, word, on_left=on_left) or told_on_both(pair, word, on_left=on_left)


def _modalities(side: Side) -> dict[str, list[Span]]:
    """Return the modalities of the main clause, each with its words; those inside conditions and dates ("2 May") do not count.

    Hedges of what is uncertain ("reportedly", "suggests that") tell it as possible. So does a cue of believing; where the content
    itself is told as possible it is `believed` on top.
    """
    if side.pack is None:
        return {}
    inside = [c.span for commitment in side.commitments for c in commitment.conditions] + [d.span for d in side.dates]
    tense = {form for key in ("conditional", "future") for form in side.pack.modality[key]}
    denying = {span for piece in side.attribution.content for span in find_negating_words(side, side.pack, piece)}
    found: dict[str, list[Span]] = {}
    openers = frozenset(side.pack.conditions.get("trigger", ()))
    for key, span in find_forms(side, side.pack.modality, side.attribution.content):
        if key not in _MODALITIES or (key == "negation" and span not in denying) or any(c.holds(span) or 0 < c.start - span.end <= OPENING for c in inside):
            continue
        if (side.folded(span) in openers and _begins_clause(side, span)) or (key == "ready" and _is_bare(side, span)):
            continue
        found.setdefault(key, []).append(span)
    for key, span in find_forms(side, side.pack.hedges, side.attribution.content):
        if key == "uncertain" and side.folded(span) not in tense and not any(c.holds(span) for c in inside):
            found.setdefault("possible", []).append(span)
    believed = [span for key, span in find_forms(side, side.pack.hedges, side.attribution.cue) if key == "uncertain" and side.folded(span) not in tense]
    if believed:
        found.setdefault("believed" if "possible" in found else "possible", []).extend(believed)
    return found


def _add_negated_verbs(pair: Pair, left: dict[str, list[Span]], right: dict[str, list[Span]]) -> None:
    """Add the negation of verbs that carry it as a suffix ("gelmeyecek"), or as a prefix ("zavřeme" / "nezavřeme").

    In one language a word with the prefix counts that stands before a word of the other side. Across languages any does that may be such a verb where the other side denies,
    too, and else only what can be nothing but a verb.
    """
    for side, found in ((pair.left, left), (pair.right, right)):
        suffix = _NEGATIVE_SUFFIX.get(primary_subtag(side.lang))
        if suffix is not None and side.pack is not None:
            inside = [c.span for commitment in side.commitments for c in commitment.conditions]
            idle = [span for piece in side.attribution.content for span in find_idle(side, side.pack, piece)]
            spans = [s for s, _ in side.words if suffix.fullmatch(side.folded(s)) and not any(s.overlap(other) for other in (*(m.span for m in side.mentions), *inside, *idle))]
            found.update({"negation": [*found.get("negation", ()), *spans]} if spans else {})
    for side, other, found, others in ((pair.left, pair.right, left, right), (pair.right, pair.left, right, left)):
        prefix = _NEGATIVE_PREFIX.get(primary_subtag(side.lang))
        if prefix is None or "negation" in found:
            continue
        if pair.same_language:
            theirs = {other.folded(span) for span, _ in other.words}
            negated = [span for span, _ in side.words if (word := side.folded(span)).startswith(prefix) and word.removeprefix(prefix) in theirs and word not in theirs]
        else:
            negated = [span for span in _list_prefixed(side) if "negation" in others or _SURELY_NEGATED.fullmatch(side.folded(span))]
        if negated:
            found["negation"] = negated


def _begins_clause(side: Side, word: Span) -> bool:
    """True for a word with nothing before it in its sentence, or in a language with the verb at the end nothing but a mark: "..., sollte es regnen, ..." is an if."""
    before = side.article.text[max(0, word.start - OPENING) : word.start].rstrip()
    if any(word.start == piece.start for piece in side.attribution.content) or not before:
        return True
    return not before[-1].isalnum() and (primary_subtag(side.lang) in _VERB_LAST or before[-1] not in ",;)")


def _is_bare(side: Side, ready: Span) -> bool:
    """True for readiness that says for nothing: "the ships are ready and leave on Monday"; where a verb may stand at the end of its clause it is never told."""
    if primary_subtag(side.lang) in _VERB_LAST:
        return False
    piece = next((piece for piece in side.attribution.content if piece.overlap(ready)), ready)
    rest = Span(start=ready.end, end=max(ready.end, piece.end))
    behind = WORD.search(side.article.text, rest.start, rest.end)
    if behind is None or side.article.text[ready.end : behind.start()].strip():
        return True
    word = Span(start=behind.start(), end=behind.end())
    return any(find_small_words(side, key, (word,)) for key in ("both", "either"))


def _list_prefixed(side: Side) -> list[Span]:
    """Return the words of a telling that negate, outside its conditions and names."""
    inside = [c.span for commitment in side.commitments for c in commitment.conditions] + [m.span for m in side.mentions]
    return [span for piece in side.attribution.content for span in find_negations(side, side.pack, piece) if not any(other.overlap(span) for other in inside)]


def find_stage_changes(pair: Pair) -> Iterator[Finding]:
    """Yield an event told at another stage: planned, announced, begun, held, ended, cancelled. Only aligned conditions or clauses count."""
    if pair.left.pack is None or pair.right.pack is None:
        return
    areas: list[tuple[tuple[Span, ...], tuple[Span, ...]]] = []
    for left, right in pair_commitments(pair):
        both, _, _ = pair_conditions(pair, left, right)
        areas.extend(((a.span,), (b.span,)) for a, b in both)
    if not areas and not (pair.left.commitments or pair.right.commitments):
        areas = [(pair.left.attribution.content, pair.right.attribution.content)]
    for left_area, right_area in areas:
        mine = dict(reversed(list(find_forms(pair.left, pair.left.pack.stages, left_area))))
        theirs = dict(reversed(list(find_forms(pair.right, pair.right.pack.stages, right_area))))
        if mine and theirs and not set(mine) & set(theirs):
            a, b = next(iter(sorted(mine.items()))), next(iter(sorted(theirs.items())))
            yield Finding(label="event_stage", left=a[1], right=b[1], reason=f"{a[0]} here, {b[0]} there")
            return
