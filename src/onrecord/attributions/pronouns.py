"""Tell what kind of pronoun a source is.

In: the words of a source and a language pack. Out: a `Pronoun`, or `None` for anything else.
Left to others: whom it means (`speakers`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.languages.pack import Pack

MAX_WORDS = 2
"""A pronoun may stand with one more word: "she herself", "he too"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """`kind` is `person`, `thing`, `relative`, `several` or `first`; `gender` only where the form tells it."""

    kind: str
    gender: str | None = None


def read_pronoun(folded: str, pack: Pack | None) -> Pronoun | None:
    """Return the pronoun that `folded`, the folded words of a source, is.

    A form of several kinds counts as the first that fits a speaker: German "sie" is a woman before it is a group.
    """
    words = folded.split()
    if pack is None or not words or len(words) > MAX_WORDS:
        return None
    kinds = {kind for kind, forms in pack.pronouns.items() if words[-1] in forms or " ".join(words) in forms}
    if not kinds:
        return None
    genders = kinds & {"masculine", "feminine"}
    if genders:
        return Pronoun(kind="person", gender=next(iter(genders)) if len(genders) == 1 else None)
    if "relative" in kinds:
        return Pronoun(kind="relative")
    if "neuter" in kinds:
        return Pronoun(kind="thing")
    if kinds & {"first_singular", "first_plural"}:
        return Pronoun(kind="first")
    return Pronoun(kind="several" if "plural" in kinds else "demonstrative")
