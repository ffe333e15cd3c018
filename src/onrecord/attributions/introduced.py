"""Tell whether a text has, since it last named a holder of an office, brought in another one without a name: "An army spokesman came. The spokesman said".

In: the offices of an article, its names. Out: yes or no for a place. Left to others: who holds an office (`offices`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.offices import OfficeReader, Title
from onrecord.attributions.wording import load_wording
from onrecord.records import Mention, Span

WORDS_BEFORE = 3
"""Between "a" and the office stand so many words at most, "a" among them: "a senior army spokesman" is one more and left out."""
NAME_CHARS = 40
"""How far behind the office the holder's name may stand: "a spokesman for the port, Josip Tarn"."""
_STOP = re.compile(r"[.;:!?\n\"“”„«»]")
_CLAUSE_END = re.compile(r"[,.;:!?\n\"“”„«»()]")


class IntroducedReader:
    """Finds such holders in one article.

    Args:
        folded: the folded text.
        lang: its language.
        people: the names of persons, in text order.
        offices: reads its offices.
    """

    def __init__(self, folded: str, lang: str, people: Sequence[Mention], offices: OfficeReader) -> None:
        self._folded, self._offices = folded, offices
        self._indefinite = load_wording(lang).indefinite
        self._people = SpanIndex((m.span, m) for m in people)
        self._places: dict[str, list[int]] = {}
        for mention in people:
            self._places.setdefault(mention.canonical, []).append(mention.span.start)
        self._nameless: Mapping[str, Sequence[int]] | None = None
        self._speech: SpanIndex[Span] = SpanIndex(())

    def start(self, speech: Sequence[Span]) -> None:
        """Begin an article's drafts; offices inside `speech`, their contents, bring nobody in."""
        self._speech, self._nameless = SpanIndex((piece, piece) for piece in speech), None

    def is_newer(self, offices: Collection[str], at: int, person: str) -> bool:
        """True when somebody without a name is brought in with one of `offices` before `at`, and `person` is not named since."""
        nameless = self._read() if self._nameless is None else self._nameless
        latest = max((places[number - 1] for office in offices if (places := nameless.get(office)) and (number := bisect_left(places, at))), default=None)
        places = self._places.get(person, [])
        number = bisect_left(places, at)
        return latest is not None and (number == 0 or places[number - 1] < latest)

    def _read(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for title in self._offices.find_titles(Span(start=0, end=len(self._folded))):
            if self._is_brought_in(title):
                for office in title.offices:
                    found.setdefault(office, []).append(title.span.start)
        self._nameless = found
        return found

    def _is_brought_in(self, title: Title) -> bool:
        """True when an indefinite word opens the phrase of an office, outside of all speech, and no name follows."""
        before = _CLAUSE_END.split(self._folded[max(0, title.span.start - NAME_CHARS) : title.span.start])[-1].split()[-WORDS_BEFORE:]
        if self._indefinite.isdisjoint(before) or self._speech.overlapping(title.span):
            return False
        stop = _STOP.search(self._folded, title.span.end, title.span.end + NAME_CHARS)
        return not self._people.inside(Span(start=title.span.end, end=stop.start() if stop else title.span.end + 2 * NAME_CHARS))
