"""Which passage of an article shows a condition of a commitment being prepared, met or denied.

In: the conditions of one article, the sentences of another. Out: `Sighting`s. Only passages in the language of the commitment are
compared; what a passage only supposes is none. Left to others: which article is the later one (`lifting.py`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.ids import make_id
from onrecord.kinship import Sighting, Sketch, Watch
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Article, Encoding, Span
from onrecord.results import Analysis
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.sides import STEM_CHARS, WORD, find_pack

MADE_BY = "signs@2"
SIGN_SHARE = 0.45
"""Share of a condition's words, weighted by rarity, that a passage must hold to be about it."""
SIGN_WORDS = 2
"""Least words of a condition in a passage about it: one word alone says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as passages are looked up in it. `sentences` have their stems beside them; `supposed` are spans that tell conditions, not events."""

    article: Article
    pack: Pack | None
    sentences: tuple[tuple[Span, frozenset[str]], ...]
    supposed: tuple[Span, ...]

    @property
    def lang(self) -> str:
        """The article's language, `und` when unknown."""
        return self.article.lang or "und"

    def folded(self, span: Span) -> str:
        """Return the folded words of a span."""
        return fold_text(span.of(self.article.text), self.lang)


def read_passages(analysis: Analysis, encoding: Encoding) -> Reading:
    """Return an article ready for looking up passages."""
    article = analysis.article
    pack = find_pack(article.lang)
    own = [span for c in analysis.commitments if c.conditional for span in (c.consequence, *(k.span for k in c.conditions if k.kind in CONDITIONAL_KINDS))]
    tagged = [t.span for t in encoding.tags if t.layer == "condition" and t.label in CONDITIONAL_KINDS]
    return Reading(
        article=article, pack=pack, sentences=tuple((v.span, find_stems(article, pack, v.span)) for v in encoding.vectors), supposed=(*own, *tagged),
    )  # fmt: skip


def find_stems(article: Article, pack: Pack | None, span: Span) -> frozenset[str]:
    """Return the stems of the content words in a span."""
    stop = pack.stopwords if pack else frozenset()
    folded = (fold_text(m[0], article.lang or "und") for m in WORD.finditer(article.text, span.start, span.end))
    return frozenset(w[:STEM_CHARS] for w in folded if w not in stop and len(w) > 2)


def weigh_stems(article: Article, pack: Pack | None, spans: Iterable[Span], rarity: Callable[[str], float]) -> dict[str, float]:
    """Return the stems that stand in any of the spans, each with the rarity of its commonest word."""
    stop = pack.stopwords if pack else frozenset()
    weights: dict[str, float] = {}
    for span in spans:
        for match in WORD.finditer(article.text, span.start, span.end):
            folded = fold_text(match[0], article.lang or "und")
            if folded not in stop and len(folded) > 2:
                stem = folded[:STEM_CHARS]
                weights[stem] = min(weights.get(stem, 1.0), rarity(match[0]))
    return weights


def find_sightings(teller: Sketch, texts: Sequence[str], reading: Reading) -> Iterator[Sighting]:
    """Yield the passages of an article about the conditions that a telling article tells.

    A passage counts when it shares the condition's rare words and tells a stage of the event; conditionals and repeats
    of the red line itself do not.

    Args:
        teller: the article with the conditions.
        texts: the words of each of `teller.watches`.
        reading: the article that is searched, which may be the same.
    """
    if (teller.lang or "und") != reading.lang:
        return
    for watch, words in zip(teller.watches, texts, strict=True):
        for span, stems in reading.sentences:
            if _is_about(watch, stems) and (status := _find_status(reading, span)) is not None and not any(span.overlap(s) for s in reading.supposed):
                yield Sighting(
                    id=make_id("sighting", reading.article.id, span.start, span.end, watch.commitment, watch.condition.start), article=reading.article.id,
                    span=span, teller=teller.article, attribution=watch.attribution, commitment=watch.commitment, condition=words, status=status, made_by=MADE_BY,
                )  # fmt: skip


def _is_about(watch: Watch, stems: frozenset[str]) -> bool:
    held = [weight for stem, weight in zip(watch.stems, watch.weights, strict=True) if stem in stems]
    return len(held) >= SIGN_WORDS and math.fsum(held) >= SIGN_SHARE * math.fsum(watch.weights) and any(held)


def _find_status(reading: Reading, span: Span) -> str | None:
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


def _is_supposed(reading: Reading, pack: Pack, span: Span, event: Span) -> bool:
    """True when a word for a condition stands before the event ("if a vote is held"); a false sign weighs more than a missed one."""
    return any(key == "trigger" and where.end <= event.start for key, where in find_forms(reading, pack.conditions, (span,)))
