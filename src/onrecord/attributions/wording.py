"""The words around offices and names that change who is meant, read from `describing.toml`.

In: a language. Out: `Wording`; for a language without an entry all lists are empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.tables import read_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The lists of one language, folded; `describing.toml` says what each means. `plural_endings` are (plural, singular) pairs."""

    former: frozenset[str]
    deputy: frozenset[str]
    deputies: tuple[str, ...]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    openings: frozenset[str]
    joins: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    reported: frozenset[str]
    plural_endings: tuple[tuple[str, str], ...]

    def gender_of_title(self, word: str) -> str | None:
        """Return the gender that a courtesy title tells, `None` for other words."""
        bare = word.removesuffix(".")
        return "feminine" if bare in self.feminine else "masculine" if bare in self.masculine else None


@lru_cache(maxsize=32)
def load_wording(lang: str) -> Wording:
    """Return the lists of a language.

    Args:
        lang: a BCP 47 tag; only its first part counts.
    """
    entry = read_lists("onrecord.attributions", "describing").get(primary_subtag(lang), {})
    lists = {name: frozenset(entry.get(name, ())) for name in ("former", "deputy", "indefinite", "prepositions", "openings", "joins", "masculine", "feminine", "reported")}
    pairs = tuple((plural, singular) for plural, _, singular in (pair.partition(">") for pair in entry.get("plural_endings", ())))
    return Wording(
        former=lists["former"], deputy=lists["deputy"], deputies=tuple(entry.get("deputies", ())), indefinite=lists["indefinite"], prepositions=lists["prepositions"], openings=lists["openings"],
        joins=lists["joins"] or frozenset({"and", "&"}), masculine=lists["masculine"], feminine=lists["feminine"], reported=lists["reported"], plural_endings=pairs,
    )  # fmt: skip
