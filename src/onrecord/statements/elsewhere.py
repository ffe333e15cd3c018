"""Whether news that no passage was found in may tell of a condition all the same: in a language that no wording of it has, it may say so in words that nothing bridges.

In: all articles with their names, a condition with its wordings. Out: the languages of later news that names what the condition names. Left to others: what follows from
silence (`standing.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.languages.fold import primary_subtag
from onrecord.records import Mention
from onrecord.results import Analysis
from onrecord.statements.bridges import find_names, find_spelled_names
from onrecord.statements.watches import Watched

_ALWAYS = "9999"
"""The day of what has none: it may be later than anything."""


class Elsewhere:
    """What is named in which language, and when last.

    Args:
        analyses: all articles.
        days: article id -> its place in time, for those that have one.
    """

    def __init__(self, analyses: Sequence[Analysis], days: Mapping[str, str]) -> None:
        self._mentions = {a.article.id: a.mentions for a in analyses}
        self._last: dict[str, dict[str, str]] = {}
        for analysis in analyses:
            lang, day = analysis.article.lang, days.get(analysis.article.id, _ALWAYS)
            for name in _list_names(analysis.mentions) if lang is not None else ():
                last = self._last.setdefault(name, {})
                last[primary_subtag(lang or "")] = max(day, last.get(primary_subtag(lang or ""), ""))

    def find_langs(self, watch: Watched, since: str) -> tuple[str, ...]:
        """Return the other languages of news after a day that names all that one of the wordings names, sorted; none for a condition without a name."""
        own = {primary_subtag(place.lang) for place in watch.places}
        found: set[str] = set()
        for place in watch.places:
            names = find_names(self._mentions[place.commitment.article], place.condition.span)
            each = [{lang for lang, day in self._last.get(name, {}).items() if day > since} for name in names]
            found |= set.intersection(*each) if each else set()
        return tuple(sorted(found - own))


def _list_names(mentions: Iterable[Mention]) -> set[str]:
    return {bridge for mention in mentions for bridge in find_spelled_names((mention,), mention.span)}
