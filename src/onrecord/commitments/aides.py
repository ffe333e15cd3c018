"""Whom "he" or "she" means in reported speech: an aide's principal first, else the speaker where the genders agree.

In: an article's attributions and names, a pronoun's kinds. Out: a name, `None` when unsure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.commitments.worded import find_word
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Attribution, Mention, Span

AIDES = ("spokesperson", "lawyer")
"""Offices whose holders speak for somebody."""
_GENDERS = ("masculine", "feminine")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

_ELISION = re.compile(r"^(?:l|d|dell|all|un)['’]")


class Aides:
    """Tells in one article whom a pronoun of a gender takes up inside an attribution.

    Args:
        text: the article's text.
        attributions: its attributions.
        mentions: its names.
        pack: its language's pack, or `None`.
        lang: its language.
    """

    def __init__(self, text: str, attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack | None, lang: str) -> None:
        self._text = text
        self._pack = pack
        self._lang = lang
        self._people = [m for m in mentions if m.kind == "person"]
        self._gender: dict[str, set[str]] = {}
        for attribution in attributions:
            if attribution.speaker is not None:
                self._gender.setdefault(attribution.speaker, set()).update(kind for span in attribution.source for kind in self._genders_of(span))

    def resolve(self, kinds: set[str], around: Attribution) -> str | None:
        """Return whom "he" or "she" means in what `around` tells.

        Args:
            kinds: the genders that the pronoun can have.
            around: the attribution it stands in.
        """
        if any(self._is_aide(span) for span in around.source):
            principals = dict.fromkeys(m.canonical for m in self._people if m.canonical != around.speaker and any(span.holds(m.span) for span in around.source))
            if principals:
                return next(iter(principals)) if len(principals) == 1 else None
            own = find_word("acts", "his", self._lang)
            if any(own.fullmatch(word) for span in around.source for word in self._words(span)):
                return None
        known = self._gender.get(around.speaker, set()) if around.speaker is not None else set()
        return None if len(known) == 1 and not known & kinds else around.speaker

    def _genders_of(self, source: Span) -> set[str]:
        """Return the genders that the words for a speaker show: a pronoun alone, or a title that has one ("spokeswoman")."""
        if self._pack is None:
            return set()
        words = self._words(source)
        if len(words) == 1:
            return {kind for kind in _GENDERS if words[0] in self._pack.pronouns[kind]}
        if any(source.holds(m.span) for m in self._people) or not self._is_aide(source):
            return {kind for kind in _GENDERS if not set(words).isdisjoint(self._pack.offices_gender.get(kind, ()))}
        return set()

    def _is_aide(self, source: Span) -> bool:
        if self._pack is None:
            return False
        folded = f" {' '.join(self._words(source))} "
        return any(f" {form} " in folded for office in AIDES for form in self._pack.offices.get(office, ()))

    def _words(self, span: Span) -> list[str]:
        return [_ELISION.sub("", word).removesuffix("'s").removesuffix("’s") for word in _WORD.findall(fold_text(span.of(self._text), self._lang))]
