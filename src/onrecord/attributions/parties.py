"""Tell of which party a description speaks and of which party the article shows a person to be: "the Republican nominee", "the Democrat Mira Solan".

In: spans of an article and its names. Out: families of parties. Left to others: which person a description means (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_last_mark
from onrecord.languages.tables import read_lists
from onrecord.records import Mention, Span

REACH_CHARS = 60
"""How far beside a name, in its clause, the party may stand."""
_STOP = re.compile(r"[,;:\n“”\"„«»]|[.!?]\s")
_BEHIND = re.compile(r"[,(]\s*[^,;.()\n“”\"„«»]{1,60}")


class PartyReader:
    """Reads the parties in one article.

    Args:
        folded: the folded text.
        text: the text as written.
        lang: its language.
        people: its names of persons, in text order.
    """

    def __init__(self, folded: str, text: str, lang: str, people: Iterable[Mention]) -> None:
        self._folded, self._text = folded, text
        self._needs_capital = primary_subtag(lang) == "en"
        self._forms = _load_forms(primary_subtag(lang))
        self._party_of: dict[str, set[str]] = {}
        end = 0
        for mention in people:
            found = self._beside(mention.span, end)
            if found:
                self._party_of.setdefault(mention.canonical, set()).update(found)
            end = mention.span.end

    def may_be(self, person: str, description: Span) -> bool:
        """True unless a description names a party and nothing shows the person to be of it."""
        wanted = self._parties_in(description.start, description.end)
        return not wanted or bool(wanted & self._party_of.get(person, set()))

    def _beside(self, name: Span, left: int) -> set[str]:
        """Return the parties right before a name, behind the name before it, and in its apposition or brackets."""
        start = find_last_mark(_STOP, self._text, max(name.start - REACH_CHARS, left, 0), name.start)
        behind = _BEHIND.match(self._text, name.end) or _BEHIND.match(self._text, name.end + 1)
        return self._parties_in(start, name.start) | (self._parties_in(behind.start(), behind.end()) if behind else set())

    def _parties_in(self, start: int, end: int) -> set[str]:
        if self._forms is None:
            return set()
        found = self._forms.finditer(self._folded, start, end)
        return {match.lastgroup for match in found if match.lastgroup and (not self._needs_capital or self._text[match.start()].isupper())}


@lru_cache(maxsize=32)
def _load_forms(lang: str) -> re.Pattern[str] | None:
    """Return one pattern with a group for each family; `None` for a language without any."""
    entry = read_lists("onrecord.attributions", "parties").get(lang, {})
    groups = (f"(?P<{family}>{'|'.join(map(re.escape, forms))})" for family, forms in entry.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})") if entry else None
