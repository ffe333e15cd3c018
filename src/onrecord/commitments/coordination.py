"""Acts that one "and" or "or" ties together: "we will close the bridge and recall our envoy".

In: consequences in text order, and what may stand between two of them. Out: which neighbours are tied, whether what stands before or behind both belongs to both,
and which of them is a threat for the other's sake.
Left to others: which conditions they have (`conditions`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.commitments.giving import is_concrete_giving
from onrecord.commitments.openers import load_openers
from onrecord.commitments.readiness import is_giving
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import CONDITIONAL_KINDS, Commitment, Span
from onrecord.spans import SpanIndex

MOST_APART = 160
"""Most code points between two acts that are tied, a reporting clause among them."""
MOST_ADVERBS = 2
_TAKING = frozenset({"promise", "warning"})
FIRST_WORDS = 2
"""A subject stands among the first words of an act, in languages that begin with the verb as the second one."""
COMMA_ALWAYS = frozenset({"de", "pl", "cs", "uk", "ru"})
"""Languages in which a comma stands before every subordinate clause, so that it sets none apart."""
_APART = re.compile(r"[.!?…;:()]|\s[–—]\s|\n\s*\n")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two neighbouring acts: `has_comma` before the word that ties them; `subject` of the second: `none`, `pronoun` or `noun`."""

    left: Span
    right: Span
    has_comma: bool
    subject: str

    def shares_before(self) -> bool:
        """True where what stands before the first holds for the second, too: all but for another subject behind a comma."""
        return not (self.has_comma and self.subject == "noun")

    def shares_behind(self, text: str, clause: Span, lang: str) -> bool:
        """True where a clause behind the second holds for the first, too: both have one subject, and no comma parts them, or one parts the clause from them as well.

        Args:
            text: the article's text.
            clause: the clause.
            lang: its language.
        """
        parted = "," in text[self.right.end : clause.start] and primary_subtag(lang) not in COMMA_ALWAYS
        return self.subject == "none" and (not self.has_comma or parted)


def find_ties(text: str, acts: Sequence[Span], asides: SpanIndex[Span], named: SpanIndex[Span], lang: str) -> list[Tie]:
    """Return the ties between neighbouring acts, in text order; a mere comma ties those of a list whose last two a word ties.

    Args:
        text: the article's text.
        acts: consequences, in text order.
        asides: what may stand between two: words of saying, deadlines.
        named: names and the words for holders.
        lang: the language.
    """
    found: list[Tie] = []
    listed = False
    for left, right in zip(reversed(acts[:-1]), reversed(acts[1:]), strict=True):
        between = _read_between(text, left, right, asides, lang)
        if between is None:
            listed = False
            continue
        subject = _find_subject(text, right, named, lang)
        joined = _is_joining(between.replace(",", " ").split(), lang)
        listed = joined or (listed and between.strip() == "," and subject == "none")
        if listed:
            found.append(Tie(left=left, right=right, has_comma=joined and "," in between, subject=subject))
    return found[::-1]


def share_threats(text: str, found: Mapping[Span, Commitment], ties: Sequence[Tie], lang: str) -> dict[Span, Commitment]:
    """Return commitments by their consequences, each a threat where it is tied to one of the same holder by subject and condition, and gives nothing.

    Args:
        text: the article's text.
        found: consequence -> its commitment.
        ties: the ties between consequences, in text order.
        lang: the language.
    """
    shared = dict(found)
    for tie in (*ties, *reversed(ties)):
        left, right = shared.get(tie.left), shared.get(tie.right)
        if left is None or right is None or tie.subject != "none":
            continue
        if _name_holder(text, left, lang) != _name_holder(text, right, lang) or _list_conditions(left).isdisjoint(_list_conditions(right)):
            continue
        for one, act, other in ((left, tie.right, right), (right, tie.left, left)):
            if one.force == "threat" and other.force in _TAKING and not other.readiness and not is_giving(text, act, lang) and not is_concrete_giving(text, act, lang):
                shared[act] = replace(other, force="threat", confidence=min(one.confidence, other.confidence))
    return shared


def _name_holder(text: str, commitment: Commitment, lang: str) -> str | None:
    """Return the name of who holds to it, else the words for him; `None` where the text tells neither."""
    return commitment.holder_canonical or (fold_text(commitment.holder.of(text), lang) if commitment.holder else None)


def _list_conditions(commitment: Commitment) -> set[Span]:
    return {condition.span for condition in commitment.conditions if condition.kind in CONDITIONAL_KINDS}


def is_subject_pronoun(word: str, lang: str) -> bool:
    """True for a folded word that is a pronoun in the form of a subject."""
    return word in _list_words(lang, "pronouns")


def _read_between(text: str, left: Span, right: Span, asides: SpanIndex[Span], lang: str) -> str | None:
    """Return the folded words and commas between two acts, asides left out; `None` where a mark parts them."""
    if not 0 < right.start - left.end <= MOST_APART:
        return None
    kept, place = "", left.end
    for aside in asides.across(Span(start=left.end, end=right.start)):
        kept += text[place : max(place, aside.start)]
        place = max(place, aside.end)
    kept += text[place : right.start]
    return None if _APART.search(kept) else re.sub(r"[^\w,/-]+", " ", fold_text(kept, lang))


def _is_joining(words: Sequence[str], lang: str) -> bool:
    """True for a word that joins, alone or with adverbs behind it."""
    adverbs = _list_words(lang, "adverbs")
    for size in (2, 1):  # "ya da"
        if " ".join(words[:size]) in load_openers(lang).joiners and len(words) >= size:
            return len(words) <= size + MOST_ADVERBS and adverbs.issuperset(words[size:])
    return False


def _find_subject(text: str, act: Span, named: SpanIndex[Span], lang: str) -> str:
    """Return whether an act begins with a pronoun or a noun as its subject, or shows none."""
    words = list(_WORD.finditer(fold_text(act.of(text), lang)))[:FIRST_WORDS]
    if any(is_subject_pronoun(word[0], lang) for word in words):
        return "pronoun"
    if not words:
        return "none"
    first = Span(start=act.start + words[0].start(), end=act.start + words[0].end())
    is_named = any(name.start >= act.start for name in named.across(first))
    return "noun" if is_named or words[0][0] in _list_words(lang, "determiners") else "none"


def _list_words(lang: str, key: str) -> frozenset[str]:
    return frozenset(read_lists("onrecord.commitments", "coordination").get(primary_subtag(lang), {}).get(key, ()))
