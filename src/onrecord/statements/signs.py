"""Which passage of a later article shows a condition of an earlier commitment being prepared, met or denied.

In: statements with their sides, the sentences of all articles. Out: `Sign`s. Only passages in the language of the
commitment are compared; what a passage only supposes is no sign.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ids import make_id
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Article, Commitment, Condition, Encoding, Sign, Span, Statement
from onrecord.results import Analysis
from onrecord.statements.differences.pairing import Told, find_forms
from onrecord.statements.positions import find_fullest, find_when
from onrecord.statements.sides import STEM_CHARS, WORD, Side, find_pack

MADE_BY = "signs@1"
SIGN_SHARE = 0.45
"""Share of a condition's words, weighted by rarity, that a passage must hold to be about it."""
SIGN_WORDS = 2
"""Least words of a condition in a passage about it: one word alone says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """An article as passages are looked up in it. `supposed` are spans that tell conditions, not events."""

    article: Article
    pack: Pack | None
    published: str
    sentences: tuple[Span, ...]
    supposed: tuple[Span, ...]

    @property
    def lang(self) -> str:
        return self.article.lang or "und"

    def folded(self, span: Span) -> str:
        return fold_text(span.of(self.article.text), self.lang)


def find_signs(statements: Sequence[Statement], sides: Mapping[str, Side], encodings: Mapping[str, Encoding], analyses: Sequence[Analysis]) -> Iterator[Sign]:
    """Yield passages of later articles about a condition of a standing commitment.

    A passage counts when it shares the condition's rare words and tells a stage of the event; conditionals and repeats
    of the red line itself do not.

    Args:
        statements: all statements.
        sides: attribution id -> side.
        encodings: article id -> its sentences and tags.
        analyses: all articles, those without any statement too.
    """
    readings = [_read(a, encodings[a.article.id]) for a in sorted(analyses, key=lambda a: a.article.id) if a.article.id in encodings and a.article.published]
    holders: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        for place, span in enumerate(reading.sentences):
            for stem in _stems(reading, reading.pack, reading.lang, span):
                holders[reading.lang, stem].append((number, place))
    total = sum(len(reading.sentences) for reading in readings) + 1
    for statement in statements:
        side, when = find_fullest(statement, sides), find_when(statement, sides)
        if side is None or when is None or side.pack is None:
            continue
        for commitment in side.commitments:
            for condition in (c for c in commitment.conditions if c.kind in CONDITIONAL_KINDS):
                stems = sorted(_stems(side, side.pack, side.lang, condition.span))
                weights = {stem: math.log(total / (len(holders.get((side.lang, stem), ())) + 1)) + 0.1 for stem in stems}
                for number, place in _find_passages(side.lang, weights, holders):
                    reading = readings[number]
                    if reading.published > when and (sign := _make_sign(reading, reading.sentences[place], side, statement, commitment, condition)):
                        yield sign


def _read(analysis: Analysis, encoding: Encoding) -> _Reading:
    """Return what is looked up in one article, whose day is known."""
    article = analysis.article
    own = [span for c in analysis.commitments if c.conditional for span in (c.consequence, *(k.span for k in c.conditions if k.kind in CONDITIONAL_KINDS))]
    tagged = [t.span for t in encoding.tags if t.layer == "condition" and t.label in CONDITIONAL_KINDS]
    return _Reading(
        article=article, pack=find_pack(article.lang), published=article.published.start if article.published else "",
        sentences=tuple(v.span for v in encoding.vectors), supposed=(*own, *tagged),
    )  # fmt: skip


def _stems(told: Told, pack: Pack | None, lang: str, span: Span) -> set[str]:
    stop = pack.stopwords if pack else frozenset()
    folded = (fold_text(m[0], lang) for m in WORD.finditer(told.article.text, span.start, span.end))
    return {w[:STEM_CHARS] for w in folded if w not in stop and len(w) > 2}


def _find_passages(lang: str, weights: Mapping[str, float], holders: Mapping[tuple[str, str], Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return (reading, sentence) of the passages that hold enough of the weighted words, in order."""
    shared: Counter[tuple[int, int]] = Counter()
    held: dict[tuple[int, int], float] = defaultdict(float)
    for stem, weight in weights.items():
        for at in holders.get((lang, stem), ()):
            shared[at] += 1
            held[at] += weight
    needed = SIGN_SHARE * max(sum(weights.values()), 1e-6)
    return sorted(at for at, count in shared.items() if count >= SIGN_WORDS and held[at] >= needed)


def _make_sign(reading: _Reading, span: Span, side: Side, statement: Statement, commitment: Commitment, condition: Condition) -> Sign | None:
    status = _find_status(reading, span)
    if status is None or any(span.overlap(supposed) for supposed in reading.supposed):
        return None
    return Sign(
        id=make_id("sign", reading.article.id, span.start, span.end, commitment.id, condition.span.start), article=reading.article.id, span=span,
        statement=statement.id, commitment=commitment.id, condition=side.cut(condition.span), status=status, made_by=MADE_BY,
    )  # fmt: skip


def _find_status(reading: _Reading, span: Span) -> str | None:
    """Return what a passage says of the event: `denied` with a negation or cancelled, else `prepared` or `met` by stage; `None` for a supposition."""
    if reading.pack is None:
        return None
    stages = dict(reversed(list(find_forms(reading, reading.pack.stages, (span,)))))
    if not stages or _is_supposed(reading, reading.pack, span, min(stages.values())):
        return None
    modalities = {key for key, _ in find_forms(reading, reading.pack.modality, (span,))}
    if "cancelled" in stages or "negation" in modalities:
        return "denied"
    if stages.keys() & {"planned", "announced"} or modalities & {"possible", "future", "conditional"}:
        return "prepared"
    return "met" if stages.keys() & {"held", "begun", "ended"} else None


def _is_supposed(reading: _Reading, pack: Pack, span: Span, event: Span) -> bool:
    """True when a word for a condition stands before the event ("if a vote is held"); a false sign weighs more than a missed one."""
    return any(key == "trigger" and where.end <= event.start for key, where in find_forms(reading, pack.conditions, (span,)))
