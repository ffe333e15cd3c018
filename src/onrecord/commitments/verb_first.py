"""Conditions that begin with their verb and no condition word: "Zieht die Armee ab, reden wir", "Trekt het leger zich terug, dan praten we".

In: a text and its consequences. Out: the clause before a consequence that is its condition; only in languages that `verb_first.toml` knows.
A verb that does nothing but open a condition ("sollte") is left out of it, as a condition word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.commitments.openers import load_openers
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import DOUBLE
from onrecord.languages.sentences import split_sentences
from onrecord.languages.tables import read_lists
from onrecord.records import Span

MOST_CHARS = 260
"""So long may such a clause be, and so far behind the consequence its sentence is looked through for a question mark."""
LEAST_WORDS = 3
"""Verb, subject and something more; "Will Smith" is none."""
_QUOTES = DOUBLE | {"‹", "›"}
_BEGIN = re.compile(r"(?:^|:\s|[\"“”„«»‹›]\s?|[–—]\s)(?=[^\W\d_a-zà-öø-ÿ])")
_BEFORE_THEN = re.compile(r",[\"“”„«»]?\s+(?P<words>(?:[^\W\d_]+\s+){0,2})$")
_BEFORE_QUOTE = re.compile(r"(?:,[\"“”»«‹›]|[\"“”»«‹›],)\s+[^.!?…;:\n\"“”„«»]{3,80}[,:]\s+[\"“„»«‹›](?P<words>(?:[^\W\d_]+\s+){0,2})$")
"""The words of saying between two parts of one quotation."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_VERB_ENDING = re.compile(r".{2,}(?:t|en|ern|eln|e)")
_PRONOUNS = {"de": frozenset({"wir", "ich", "er", "sie", "es", "man", "ihr"}), "nl": frozenset({"wij", "we", "ik", "hij", "zij", "ze", "het", "er", "men", "jullie"})}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of a language."""

    one: frozenset[str]
    several: frozenset[str]
    subjects: frozenset[str]
    wrong: frozenset[str]
    then: frozenset[str]
    never: frozenset[str]


def find_verb_first(text: str, consequences: Sequence[Span], pack: Pack | None, lang: str) -> dict[Span, Span]:
    """Return consequence -> the condition before it that begins with its verb.

    Such a clause begins its sentence or quotation with a finite verb and a subject, ends at a comma, and behind that the consequence begins with a
    finite verb or with a word like "then". A question is none, and none is what an imperative asks for: no verb follows it.

    Args:
        text: the article's text.
        consequences: what may follow from such a condition.
        pack: the language's pack; without one none is found.
        lang: its tag.
    """
    words = _load(primary_subtag(lang))
    if words is None or pack is None:
        return {}
    found: dict[Span, Span] = {}
    for consequence in consequences:
        clause = _find_clause(text, consequence, words, pack, lang)
        if clause is not None:
            found[consequence] = clause
    return found


def _find_clause(text: str, consequence: Span, words: _Words, pack: Pack, lang: str) -> Span | None:
    comma = _BEFORE_THEN.search(text, max(0, consequence.start - 40), consequence.start) or _BEFORE_QUOTE.search(text, max(0, consequence.start - 140), consequence.start)
    if comma is None or not _goes_on(fold_text(comma["words"] + consequence.of(text), lang), words, pack, lang):
        return None
    first = max(0, consequence.start - MOST_CHARS)
    area = text[first : consequence.end + MOST_CHARS]
    sentence = next((s for s in split_sentences(area) if s.start <= consequence.start - first < s.end), None)
    if sentence is None or sentence.start + first > comma.start() or _asks(area, sentence, consequence.end - first):
        return None
    for start in _list_beginnings(area, sentence.start, comma.start() - first):
        if any(sign in _QUOTES for sign in area[start : comma.start() - first]):
            continue
        written = area[start : comma.start() - first]
        folded = fold_text(written, lang)
        if _begins_with_verb(folded, written, words):
            opener = folded.split()[0] in load_openers(lang).inversion
            return Span(start=first + start + (len(written.split()[0]) + 1 if opener else 0), end=comma.start())
    return None


def _asks(area: str, sentence: Span, end: int) -> bool:
    """True when a sentence is a question, or the quotation in it that holds the consequence is one."""
    mark = re.search(r"[?!…\"”“»«]|\.(?=\s|$)", area[end : sentence.end])
    return (mark is not None and mark[0] == "?") or area[: sentence.end].endswith("?")


def _list_beginnings(area: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence or what is said in it may begin, the nearest to the comma first."""
    yield from reversed([start + match.end() for match in _BEGIN.finditer(area[start:end])])


def _begins_with_verb(folded: str, written: str, words: _Words) -> bool:
    """True for a clause that begins with a finite verb and something of a subject; three words at least before its first comma."""
    found = [match[0] for match in _WORD.finditer(folded.split(",")[0])]
    shown = [match[0] for match in _WORD.finditer(written.split(",")[0])]
    if len(found) < LEAST_WORDS or len(shown) != len(found) or found[0] not in words.one | words.several:
        return False
    if found[0] in words.several and found[0] not in words.one and found[1] in words.wrong:
        return False
    return found[1] in words.subjects or shown[1][0].isupper()


def _goes_on(folded: str, words: _Words, pack: Pack, lang: str) -> bool:
    """True for words that begin with "then", or with a finite verb and its subject."""
    found = [match[0] for match in _WORD.finditer(folded[:80])]
    if not found:
        return False
    if found[0] in words.then:
        return len(found) > 1
    if len(found) < 2 or any(found[0] in forms for forms in pack.cues.values()):
        return False
    if found[0] in words.one or found[0] in words.several or found[0] in {*pack.modality["future"], *pack.modality["conditional"]}:
        return True
    return found[0] not in pack.stopwords | words.never and found[1] in _PRONOUNS[primary_subtag(lang)] and _VERB_ENDING.fullmatch(found[0]) is not None


@lru_cache(maxsize=32)
def _load(lang: str) -> _Words | None:
    table = read_lists("onrecord.commitments", "verb_first").get(lang)
    if table is None:
        return None
    return _Words(**{name: frozenset(table[name]) for name in ("one", "several", "subjects", "wrong", "then", "never")})
