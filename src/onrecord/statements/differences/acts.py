"""Acts of one kind in a telling, each with its strength: harmed / killed / destroyed, "brechen ... ab" / "setzen ... aus".

In: a `Side`, a group of `intensity` in its pack. Out: strengths with spans. Left to others: which of two acts differ (`wording.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from onrecord.languages import load_pack
from onrecord.languages.fold import primary_subtag
from onrecord.records import Span
from onrecord.statements.differences.clauses import cut_clauses, load_small_words
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.differences.phrases import is_attribute
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

MOST_BETWEEN = 8
"""Words between a verb and the particle that belongs to it, at most; both stand in one clause."""


@lru_cache(maxsize=4096)
def find_acts(side: Side, group: str) -> tuple[tuple[str, Span], ...]:
    """Return (strength, span) of the acts of a group told in a content; a verb parted from its particle counts whole. One telling is compared with many, so the last ones are remembered.

    "Would" for "will" is the sequence of tenses and no act of its own, and neither a name that looks like a verb nor what "the occupied islands" are is one.
    """
    if side.pack is None or group not in side.pack.intensity:
        return ()
    tense = {form for key in ("future", "conditional") for form in side.pack.modality[key]}
    split = list(_find_split(side, group))
    found = [(level, span) for level, span in find_forms(side, side.pack.intensity[group], side.attribution.content) if not any(whole.overlap(span) for _, whole in split)]
    return tuple(
        (level, span)
        for level, span in sorted((*found, *split), key=lambda act: act[1])
        if side.folded(span) not in tense and not any(m.span.overlap(span) for m in side.mentions if not any(whole == span for _, whole in split)) and not is_attribute(side, span)
    )


def _find_split(side: Side, group: str) -> Iterator[tuple[str, Span]]:
    """Yield (strength, span) of verbs with their particle behind the object: "bricht die Gespräche ab", "schort de gesprekken op"."""
    verbs = _list_split(primary_subtag(side.lang), group)
    if not verbs:
        return
    text = side.article.text
    for clause in cut_clauses(side, side.attribution.content):
        words = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(text, clause.start, clause.end)]
        folded = [side.folded(word) for word in words]
        for at, word in enumerate(folded):
            behind = range(at + 2, min(at + 2 + MOST_BETWEEN, len(words)))
            end = next((k for k in behind if (word, folded[k]) in verbs), None)
            if end is not None:
                yield verbs[(word, folded[end])], words[at].cover(words[end])


@cache
def _list_split(lang: str, group: str) -> Mapping[tuple[str, str], str]:
    """Return (verb, particle) -> strength of the verbs of a group that may be parted; empty in a language without such verbs."""
    pack, particles = load_pack(lang), load_small_words(lang).get("particles", ())
    if pack is None or not particles:
        return {}
    forms = ((level, form.split()) for level, each in pack.intensity.get(group, {}).items() for form in each)
    return {(words[0], words[1]): level for level, words in forms if len(words) == 2 and words[1] in particles}
