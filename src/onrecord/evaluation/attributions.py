"""Compare the attributions of a passage with gold: spans, links, speakers, types.

In: the gold of a passage and the attributions found. Out: `Counts` by measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attributions.speakers import same_speaker
from onrecord.evaluation.gold import NOBODY, Expected, ExpectedAttribution
from onrecord.evaluation.measures import Counts, count_exact, count_share
from onrecord.evaluation.words import SAME, Words, pair_up, touch, word_f1
from onrecord.names.places import find_country
from onrecord.records import Attribution, Span

ROLES = ("source", "cue", "content")
Pieces = tuple[Span, ...]


def count_attributions(gold: Expected, found: Sequence[Attribution]) -> dict[str, Counts]:
    """Return the counts of every measure of attributions in one passage."""
    wanted = {role: _spans_of(role, gold.attributions) for role in ROLES}
    got = {role: _spans_of(role, found) for role in ROLES}
    counts = {role: count_exact(wanted[role], got[role]) for role in ROLES}
    counts |= {f"{role}_overlap": _count_touching(wanted[role], got[role]) for role in ROLES}
    counts["attribution"] = count_exact(*({(r, piece) for r in ROLES for span in side[r] for piece in span} for side in (wanted, got)))
    counts["content_with_source"] = _count_linked(gold.attributions, found)
    pairs = pair_contents(gold, found)
    matched = {i for i, _ in pairs}
    counts["nested"] = count_share(i in matched for i, a in enumerate(gold.attributions) if a.is_nested)
    counts["type"] = count_share(gold.attributions[i].type == found[j].type for i, j in pairs)
    verdicts = [judge_speaker(speaker, found[j].speaker, gold.lang) for i, j in pairs if (speaker := gold.attributions[i].speaker) is not None]
    counts["speaker"] = count_share(v == "right" for v in verdicts)
    counts["speaker_wrong"] = count_share(v == "wrong" for v in verdicts)
    counts["speaker_abstained"] = count_share(v == "abstained" for v in verdicts)
    return counts


def pair_contents(gold: Expected, found: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Return the pairs (gold, found) of attributions with the same content by their words, one to one."""
    words = Words(gold.text)
    return pair_up([words.of(a.content) for a in gold.attributions], [words.of(a.content) for a in found])


def find_right(gold: Expected, found: Sequence[Attribution]) -> list[bool]:
    """Return of each attribution found whether it is right: one of the gold has the same content by its words, and its source."""
    words = Words(gold.text)
    wanted = [(words.of(a.content), a.source) for a in gold.attributions]
    return [any(word_f1(content, words.of(f.content)) >= SAME and is_source_right(source, f.source) for content, source in wanted) for f in found]


def is_source_right(gold: Pieces, found: Pieces) -> bool:
    """True when two sources share a code point, or both are missing."""
    return touch(gold, found) or not (gold or found)


def judge_speaker(gold: str, found: str | None, lang: str) -> str:
    """Return `right`, `wrong` or `abstained`; where nobody can be named, naming nobody is right."""
    if gold == NOBODY:
        return "right" if found is None else "wrong"
    if found is None:
        return "abstained"
    return "right" if is_one_name(gold, found, lang) else "wrong"


def is_one_name(gold: str, found: str, lang: str) -> bool:
    """True when two names may be one speaker's: spellings and cases of a name, or of a country in any language."""
    code = find_country(gold, lang)
    return same_speaker(gold, found) or (code is not None and code == (find_country(found, lang) or find_country(found, "en")))


def _spans_of(role: str, items: Sequence[ExpectedAttribution] | Sequence[Attribution]) -> set[Pieces]:
    """Return the spans of a role; the same span in two attributions counts once."""
    sides: list[Pieces] = [{"source": a.source, "cue": a.cue, "content": a.content}[role] for a in items]
    return {tuple(sorted(pieces)) for pieces in sides if pieces}


def _count_touching(gold: set[Pieces], found: set[Pieces]) -> Counts:
    """Return how many spans share a code point with one on the other side; a long span may serve several."""
    right, recalled = (sum(any(touch(a, b) for b in theirs) for a in mine) for mine, theirs in ((found, gold), (gold, found)))
    return Counts(right=right, found=len(found), recalled=recalled, gold=len(gold))


def _count_linked(gold: Sequence[ExpectedAttribution], found: Sequence[Attribution]) -> Counts:
    """Return how many attributions touch one on the other side both with their content and with their source."""

    def agree(a: ExpectedAttribution, b: Attribution) -> bool:
        return touch(a.content, b.content) and is_source_right(a.source, b.source)

    return Counts(
        right=sum(any(agree(a, b) for a in gold) for b in found), found=len(found),
        recalled=sum(any(agree(a, b) for b in found) for a in gold), gold=len(gold),
    )  # fmt: skip
