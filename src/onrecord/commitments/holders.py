"""Who holds a commitment and to whom it is addressed: who is named in it, who speaks of itself, who does an act told of somebody, else who says it.

In: the words for a holder, the attribution, the inner voice and the act around a consequence. Out: words and a name, `None` when unsure.
Left to others: what words name (`parties`).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.commitments.acts import Act
from onrecord.commitments.bindings import Bindings
from onrecord.commitments.parties import Parties
from onrecord.commitments.urged import Urged
from onrecord.commitments.voices import Voice
from onrecord.records import Attribution, Condition, Span, Tag


def find_holder(
    names: Parties, bindings: Bindings, held: Tag | None, around: Attribution | None, voice: Voice | None, act: Act | None, conditions: Sequence[Condition], *, quoted: bool
) -> tuple[Span | None, str | None]:
    """Return the words and the name of who is committed.

    "His country" and "our army" are the speaker's state, where it is told. In an inner voice that is who is quoted, never the speaker around it; of an act told of
    somebody ("for refusing to", "Tarsia's refusal to") who does it, never who tells it. "His refusal" is that of the person named between the source and it ("cornered Benn
    over his refusal to"), nobody's where several are or where that one is only told of it, else that of the source.
    """
    sayer = names.resolve(voice.sayer, None) if voice is not None and voice.sayer is not None else None
    if held is None:
        if voice is not None:
            return voice.sayer, sayer
        if act is not None:
            doer = names.find_doer(act)
            if doer is not None:
                return doer, names.resolve(doer, None)
            if not act.is_his:
                return None, None
            others = names.find_objects(act, around) if around is not None else []
            if others:
                is_one = len({other.canonical for other in others}) == 1
                return (others[0].span, others[0].canonical) if is_one and not names.is_saying(around) else (None, None)
        return (names.speaker_span(around), around.speaker) if around is not None else (None, None)
    name = names.resolve(held.span, None if voice is not None else around, quoted=quoted)
    if name is None and voice is None and around is not None:
        name = bindings.find_own(held.span, around, quoted=quoted)
    if name is None and voice is not None and (names.is_first_person(held.span) if voice.is_quoted else True):
        name = sayer
    return held.span, name if name is not None else names.resolve_third(held.span, conditions, quoted=quoted)


def find_warner(names: Parties, around: Attribution | None, voice: Voice | None) -> tuple[Span | None, str | None]:
    """Return the words and the name of who warns: who says what others will bring on themselves, never they."""
    if voice is not None:
        return voice.sayer, names.resolve(voice.sayer, None) if voice.sayer is not None else None
    return (names.speaker_span(around), around.speaker) if around is not None else (None, None)


def find_addressee(
    names: Parties, bindings: Bindings, addressed: Tag | None, urged: Urged | None, around: Attribution | None, holder: str | None
) -> tuple[Span | None, str | None]:
    """Return the words and the name of whom a commitment is addressed to.

    Whoever is asked in the passive is, and who must bring the condition about; the holder itself and the holder's own state are not.
    """
    span = addressed.span if addressed is not None else urged.addressee if urged is not None else None
    if span is None:
        return None, None
    name = names.resolve(span, None)
    if name is not None and name == holder:
        return None, None
    if around is not None and holder is not None and holder == around.speaker and bindings.is_home(span, around):
        return None, None
    return span, name
