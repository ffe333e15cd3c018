"""Whether a consequence is what a speaker says that others say: an inner voice.

In: a consequence inside an attribution, the quotations and names of the text. Out: `Voice`, or `None` where the speaker speaks for itself.
Left to others: the canonical name of who is meant (`parties`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.languages.tables import read_lists
from onrecord.records import Attribution, Condition, Mention, Span

LEAD_CHARS = 160
"""The words that introduce an inner voice stand in its sentence, at most so far before it."""
SUBJECT_CHARS = 40
"""Who says it stands at most so far before the verb of saying: "the commanders of the northern fleet say"."""
_STOP = re.compile(r"[.!?…;\n][\"”’»“)]*(?:\s|$)")
_COLON = re.compile(r"[^.!?…;:,\n\"“”„«»]{0,40}:\s*")
_COMMA = re.compile(r"\s?[,:][-–—\s]*|\s[–—]\s")
_OPENS = re.compile(r"[:,]\s*$")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """An inner voice: `sayer` is the name of who is quoted, `None` where nobody is named; `is_quoted` = "we" in it is who is quoted."""

    sayer: Span | None
    is_quoted: bool


class Voices:
    """Tells inner voices in one article.

    Args:
        text: the article's text.
        quotes: its quotations.
        attributions: its attributions; their own cues introduce no inner voice.
        mentions: its names.
        pack: its language's pack.
        lang: its language.
    """

    def __init__(self, text: str, quotes: Sequence[Quote], attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack, lang: str) -> None:
        self._text = text
        self._folded = fold_text(text, lang)
        self._inner = [quote for quote in quotes if quote.depth]
        self._starts = [quote.span.start for quote in self._inner]
        self._cues = frozenset(place for a in attributions for cue in a.cue for place in range(cue.start, cue.end))
        self._names = sorted((m.span for m in mentions), key=lambda span: span.start)
        self._name_starts = [span.start for span in self._names]
        self._pack = pack
        self._words = _load(primary_subtag(lang))

    def find(self, consequence: Span, holder: Span | None, around: Attribution | None, conditions: Sequence[Condition], *, quoted: bool) -> Voice | None:
        """Return the inner voice that a consequence belongs to.

        Args:
            consequence: where it stands.
            holder: the words that name its holder, if any.
            around: the attribution it stands in.
            conditions: its conditions; a verb of saying in one of them is no frame ("if he is unable to answer").
            quoted: True between quotation marks, where a speaker never calls itself "he" or "she".
        """
        quote = self._quote_around(consequence, around)
        if quote is not None:
            return self._find_quoted(quote, holder)
        content = next((span for span in around.content if span.overlap(consequence)), None) if around is not None else None
        return self._find_told(consequence, holder, content, conditions, quoted=quoted) if content is not None else None

    def _quote_around(self, consequence: Span, around: Attribution | None) -> Quote | None:
        """Return the innermost quotation in a quotation that holds the consequence, unless all the attribution tells is in it."""
        for index in range(bisect_left(self._starts, consequence.end) - 1, -1, -1):
            quote = self._inner[index]
            if consequence.start - quote.span.start > 2_000:
                break
            if quote.span.holds(consequence) and not (around is not None and any(quote.span.holds(span) for span in around.content if span.overlap(consequence))):
                return quote
        return None

    def _find_quoted(self, quote: Quote, holder: Span | None) -> Voice | None:
        start = self._sentence_start(quote.span.start)
        lead = self._text[start : quote.span.start]
        cue = self._last_cue(start, quote.span.start)
        tail = self._cue_after(quote.span.end)
        if self._words.own.search(self._folded, cue.end if cue is not None else start, quote.span.start):
            return None
        is_speech = bool(_OPENS.search(lead)) or not any(map(str.isalnum, lead)) or (holder is not None and quote.span.holds(holder))
        if cue is not None:
            if not is_speech and len(_WORD.findall(self._text[cue.end : quote.span.start])) > 1:
                return None
            is_self, sayer = self._subject(start, cue)
        elif tail is not None:
            is_self, sayer = self._subject_after(tail, start, quote.span.start)
        else:
            own = any(word in self._first_person for word in _WORD.findall(self._folded[start : quote.span.start]))
            return Voice(sayer=None, is_quoted=True) if is_speech and not own else None
        return None if is_self else Voice(sayer=sayer, is_quoted=True)

    def _find_told(self, consequence: Span, holder: Span | None, content: Span, conditions: Sequence[Condition], *, quoted: bool) -> Voice | None:
        """Return an inner voice without marks: after a verb of saying with a colon, "was like" with a comma, or right behind one whose subject is another."""
        start = max(content.start, self._sentence_start(consequence.start))
        first = min(consequence.start, holder.start) if holder is not None and holder.start >= start else consequence.start
        cue = self._last_cue(start, first)
        if cue is None or any(c.span.overlap(cue) for c in conditions):
            return None
        is_self, sayer = self._subject(start, cue)
        if is_self:
            return None
        quoting = self._words.quoting.fullmatch(self._folded, cue.start, cue.end)
        colon = (_COMMA if quoting else _COLON).match(self._text, cue.end, first)
        if colon is not None:
            return Voice(sayer=sayer, is_quoted=True) if sayer is not None or self._has_other(start, cue, quoted=quoted) else None
        if quoting:
            return None
        is_near = not self._text[cue.end : first].strip() or len(_WORD.findall(self._text[cue.end : first])) <= 1
        if not is_near or (sayer is None and not self._has_other(start, cue, quoted=quoted)):
            return None
        words = _WORD.findall(self._folded[holder.start : holder.end]) if holder is not None and holder.start >= cue.end else []
        if holder is not None and (len(words) != 1 or words[0] in self._first_person):
            return None
        return Voice(sayer=sayer, is_quoted=False)

    @property
    def _first_person(self) -> frozenset[str]:
        return frozenset((*self._pack.pronouns["first_singular"], *self._pack.pronouns["first_plural"]))

    def _sentence_start(self, at: int) -> int:
        """Return where the sentence around a place begins, behind the marks that open it."""
        first = max(0, at - LEAD_CHARS)
        return find_last_mark(_STOP, self._text, first, at)

    def _last_cue(self, start: int, end: int) -> Span | None:
        """Return the last verb of saying between two places that is no attribution's own cue; a capital in mid-sentence is a name ("Secretary of State")."""
        found = [Span(start=m.start(), end=m.end()) for m in _saying(self._pack, self._words.says).finditer(self._folded, start, end)]
        return next((cue for cue in reversed(found) if cue.start not in self._cues and (cue.start == start or self._text[cue.start].islower())), None)

    def _cue_after(self, at: int) -> Span | None:
        """Return a verb of saying right behind a quotation ("...", says Moscow)."""
        match = _saying(self._pack, self._words.says).search(self._folded, at, at + 30)
        if match is None or match.start() in self._cues or self._folded[at : match.start()].strip(" ,—–-"):
            return None
        return Span(start=match.start(), end=match.end())

    def _subject(self, start: int, cue: Span) -> tuple[bool, Span | None]:
        """Return whether the speaker itself says it, and the name of who does: the nearest before the verb, else right behind it."""
        self_at = max([m.start() for m in self._words.own.finditer(self._folded, max(start, cue.start - SUBJECT_CHARS), cue.end)], default=-1)
        other_at = max([m.start() for m in self._words.others.finditer(self._folded, max(start, cue.start - SUBJECT_CHARS), cue.start)], default=-1)
        named = self._name_before(start, cue.start)
        best = max(self_at, other_at, named.start if named else -1)
        if any(not self._folded[m.end() : cue.start].strip() for m in self._words.mine.finditer(self._folded, max(start, cue.start - SUBJECT_CHARS), cue.start)):
            return True, None
        if best >= 0:
            return best == self_at, named if named is not None and best == named.start else None
        return self._behind(cue)

    def _subject_after(self, cue: Span, start: int, end: int) -> tuple[bool, Span | None]:
        """Return the same for a verb behind the quotation: the name behind it, else (verb last) the one before the quotation."""
        is_self, sayer = self._behind(cue)
        if is_self or sayer is not None or self._words.others.match(self._folded, cue.end + 1):
            return is_self, sayer
        if self._words.own.search(self._folded, start, end) or self._words.own.fullmatch(self._folded, cue.start, cue.end):
            return True, None
        return False, self._name_before(start, end)

    def _behind(self, cue: Span) -> tuple[bool, Span | None]:
        after = self._words.own.match(self._folded, cue.end + 1)
        return after is not None, next((name for name in self._names_between(cue.end, cue.end + 2) if name.start <= cue.end + 1), None)

    def _has_other(self, start: int, cue: Span, *, quoted: bool) -> bool:
        """True when a third-person subject stands beside the verb that cannot be the speaker: in indirect speech "she" may be."""
        before = [m[0] for m in self._words.others.finditer(self._folded, max(start, cue.start - SUBJECT_CHARS), cue.start)][-1:]
        after = self._words.others.match(self._folded, cue.end + 1)
        singular = () if quoted else [form for kind in ("masculine", "feminine", "neuter") for form in self._pack.pronouns[kind]]
        return any(form not in singular for form in (*before, *([after[0]] if after else ())))

    def _name_before(self, start: int, end: int) -> Span | None:
        names = [name for name in self._names_between(max(start, end - SUBJECT_CHARS), end) if name.end <= end and "," not in self._text[name.end : end]]
        return names[-1] if names else None

    def _names_between(self, start: int, end: int) -> list[Span]:
        return self._names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    own: re.Pattern[str]
    others: re.Pattern[str]
    mine: re.Pattern[str]
    says: tuple[str, ...]
    quoting: re.Pattern[str]


@lru_cache(maxsize=32)
def _load(lang: str) -> _Words:
    table = read_lists("onrecord.commitments", "voices").get(lang, {})
    return _Words(
        own=_match(table.get("self", ())),
        others=_match(table.get("others", ())),
        mine=_match(table.get("mine", ())),
        says=(*table.get("says", ()), *table.get("quoting", ())),
        quoting=_match(table.get("quoting", ())),
    )


@lru_cache(maxsize=32)
def _saying(pack: Pack, says: tuple[str, ...]) -> re.Pattern[str]:
    return _match((*says, *(form for kind, forms in pack.cues.items() if kind != "asking" for form in forms)))


def _match(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + join_forms(forms) + r")(?!\w)" if forms else r"(?!)")
