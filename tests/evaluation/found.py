"""Makes records as stages would, from a text and words in it."""

from __future__ import annotations

from onrecord.records import CONDITIONAL_KINDS, Attribution, Commitment, Condition, Figure, Mention, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def attribution(text: str, content: str, source: str | None = None, *, speaker: str | None = None, kind: str = "indirect", confidence: float = 0.9) -> Attribution:
    spans = (at(text, source),) if source else ()
    return Attribution(
        id=f"attribution-{content}", article="a", source=spans, cue=(), content=(at(text, content),), type=kind, speaker=speaker, speaker_as_written=source, speaker_how="test",
        speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=confidence, made_by="test",
    )  # fmt: skip


def commitment(
    text: str, consequence: str, force: str = "threat", *, holder: str | None = None, canonical: str | None = None, conditions: tuple[tuple[str, str], ...] = (),
    operator: str | None = None, inside: str | None = None, confidence: float = 0.9,
) -> Commitment:  # fmt: skip
    rows = tuple(Condition(span=at(text, words), kind=kind) for words, kind in conditions)
    return Commitment(
        id=f"commitment-{consequence}", article="a", holder=at(text, holder) if holder else None, holder_canonical=canonical, force=force, consequence=at(text, consequence),
        conditions=rows, operator=operator, addressee=None, addressee_canonical=None, conditional=any(c.kind in CONDITIONAL_KINDS for c in rows), attribution=inside,
        confidence=confidence, made_by="test",
    )  # fmt: skip


def mention(text: str, words: str, kind: str, confidence: float = 0.9) -> Mention:
    return Mention(id=f"mention-{words}", article="a", span=at(text, words), kind=kind, canonical=words, confidence=confidence, made_by="test")


def figure(text: str, words: str, kind: str, low: float | None, high: float | None, point: float | None, inside: str | None = None) -> Figure:
    return Figure(
        id=f"figure-{words}", article="a", span=at(text, words), low=low, high=high, point=point, unit=None, kind=kind, population=None, place=None, as_of=None, period=None,
        source=None, attribution=inside, hedges=(), made_by="test",
    )  # fmt: skip
