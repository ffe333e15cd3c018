"""Tell a person who speaks for somebody from the person spoken for: "Solan lawyer Josip Tarn", "Solan-adviseur Josip Tarn".

In: the names of persons in a source, in text order. Out: whom of two such names the words describe, and whether a lone name only says whose people speak.
Left to others: names after a preposition or with a genitive ending (`speakers`), and who an office without a name is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.offices import OfficeReader
from onrecord.attributions.wording import Wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.languages.tables import read_lists
from onrecord.names.places import has_determiner
from onrecord.records import Mention, Span

NAME_FIRST = frozenset({"en", "nl", "de", "tr"})
"""Languages in which a bare name before a noun belongs to that noun ("Solan lawyer", "Solan-Anwalt", "Solan sözcüsü")."""
GENITIVES = frozenset({"pl", "cs", "uk", "ru"})
"""Languages in which the name of whom somebody works for stands between his office and his own name ("rzecznik Solana Josip Tarn")."""
MAX_WORDS_BETWEEN = 8
MAX_WORDS_OF_KIN = 2
"""Words between a name and a comma behind which the speaker's own name stands ("Solan grandmother, Josip Tarn")."""
AIDES = frozenset({"spokesperson", "lawyer", "official", "envoy", "negotiator"})
"""Offices that are held for a person: behind one and a comma the second name is the speaker's ("rzecznik Solana, Josip Tarn")."""
_COMPOUND = re.compile(r"[-‑–]\w")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """Words for somebody's people; `principals.toml` says where they stand."""

    after: frozenset[str]
    before: frozenset[str]


class PrincipalReader:
    """Reads who speaks for whom in the sources of one article.

    Args:
        text: the article's text.
        folded: the same, folded.
        lang: its language.
        offices: reads the offices of the article.
        wording: the small words of its language.
        pack: its language's pack, or `None`.
    """

    def __init__(self, text: str, folded: str, lang: str, offices: OfficeReader, wording: Wording, pack: Pack | None) -> None:
        self._text, self._folded = text, folded
        self._lang = primary_subtag(lang)
        self._offices = offices
        self._joins = wording.joins
        self._prepositions = wording.prepositions
        self._groups = _load_groups(self._lang)
        self._relative = frozenset(pack.pronouns["relative"]) if pack else frozenset()
        self._opens_clause = frozenset(last for form in self._relative if self._lang != "tr" and not has_determiner(last := form.split()[-1]))

    def cut_clause(self, span: Span, persons: Sequence[Mention]) -> Span:
        """Return a source up to the first relative word behind the first person in it: who is named after that is told of, as in "Tarn, whose firm works for Solan and others".

        An article that may be a relative word ("der") ends nothing; in Turkish such a clause stands before its noun.
        """
        if not persons or persons[0].span.end >= span.end:
            return span
        start = persons[0].span.end
        words = re.finditer(r"[^\W\d_]+'?", self._folded[start : span.end])
        end = next((start + word.start() for word in words if word[0] in self._opens_clause), span.end)
        return Span(start=span.start, end=max(end, start))

    def drop_principals(self, span: Span, persons: Sequence[Mention]) -> list[Mention]:
        """Return the persons of a source less those for whom another speaks: the next one, or the one before a comma ("Tarn, a Solan aide")."""
        kept = [
            person for person, following in zip(persons, [*persons[1:], None][: len(persons)], strict=True)
            if following is None or person.canonical == following.canonical or not self._is_principal(span, person.span, following.span, len(persons))
        ]  # fmt: skip
        if len(kept) == 2 and self._folded[kept[0].span.end : kept[1].span.start].startswith(",") and self.is_only_principal(span, kept[1]):
            return kept[:1]
        return kept

    def is_only_principal(self, span: Span, person: Mention) -> bool:
        """True when a source names nobody but whom its speaker works for: "a Solan spokesman", "the Solan campaign", "администрация Солана"."""
        before = self._folded[span.start : person.span.start].split()
        if before and before[-1] in self._groups.before:
            return True
        if self._lang not in NAME_FIRST:
            return False
        rest = self._folded[person.span.end : span.end]
        if _COMPOUND.match(rest) is None and not rest[:1].isspace():
            return False
        words = _WORD.findall(re.split(r"[,;:(]", rest, maxsplit=1)[0])
        if not words or words[0] in self._joins | self._relative | self._prepositions:
            return False
        if words[-1] in self._groups.after or words[0] in self._groups.after:
            return True
        start = person.span.end + len(rest) - len(rest.lstrip(" -‑–"))
        titles = self._offices.find_titles(Span(start=start, end=max(span.end, start)))
        return self._lang != "tr" and bool(titles) and titles[0].span.end <= start + len(rest.lstrip(" -‑–").partition(",")[0])

    def _is_principal(self, span: Span, first: Span, second: Span, size: int) -> bool:
        """True when the first of two names beside each other only says for whom the second speaks."""
        between = self._folded[first.end : second.start]
        bare = between.strip()
        if not bare or (bare == "," and size == 2):
            return self._lang in GENITIVES and self._follows_office(span, first, AIDES if bare else None)
        if self._lang in NAME_FIRST and bare.endswith(",") and self._is_kin(first, second, bare[:-1]):
            return True
        words = bare.split()
        if "," in between or len(words) > MAX_WORDS_BETWEEN or words[0] in self._joins | self._relative | self._prepositions or words[-1] in self._joins:
            return False
        if _COMPOUND.match(between):
            return True
        if self._lang not in NAME_FIRST or not between[:1].isspace():
            return False
        is_plain = self._text[first.end : second.start].islower()
        return is_plain or bool(self._offices.find_titles(Span(start=first.end, end=second.start)))

    def _is_kin(self, first: Span, second: Span, between: str) -> bool:
        """True when only a noun or two stand between a name and the comma before the next one, in small letters or written onto it: "Solan grandmother, Josip Tarn"."""
        rest = self._folded[first.end : second.start]
        words = between.split()
        if "," in between or not words or len(words) > MAX_WORDS_OF_KIN or set(words) & (self._joins | self._relative | self._prepositions):
            return False
        return _COMPOUND.match(rest) is not None or (rest[:1].isspace() and all(map(_WORD.fullmatch, words)) and self._text[first.end : second.start].islower())

    def _follows_office(self, span: Span, name: Span, wanted: frozenset[str] | None) -> bool:
        """True when an office, one of `wanted` if given, stands before a name in its source."""
        titles = self._offices.find_titles(Span(start=span.start, end=name.start)) if span.start < name.start else []
        return bool(titles) and (wanted is None or bool(wanted & set(titles[0].offices)))


def group_words(lang: str) -> frozenset[str]:
    """Return the words for groups that stand behind the name of the person they go by."""
    return _load_groups(primary_subtag(lang)).after


@lru_cache(maxsize=32)
def _load_groups(lang: str) -> _Groups:
    entry = read_lists("onrecord.attributions", "principals").get(lang, {})
    return _Groups(after=frozenset(entry.get("after", ())), before=frozenset(entry.get("before", ())))
