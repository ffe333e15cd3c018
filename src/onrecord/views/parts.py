"""The pieces that a sentence of a briefing is put together from: plain words, quotations that open in their article, and pointers to other entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article: `words` is `text[span.start:span.end]` of the article with this id; `article` is its name. `quoted` is false for words of the
    narrator, which stand between no quotation marks there."""

    article: str
    article_id: str
    span: Span
    words: str
    lang: str | None
    quoted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """Words of an article that are printed without quotation marks, as they are the narrator's and not those of whom they are told of."""

    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A pointer to an entry: `label` is what is read ("S3"), `target` the anchor it leads to ("statement-3")."""

    label: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as articles or readers give it, of any script and direction."""

    text: str


Part: TypeAlias = "str | Passage | Retold | Pointer | Name"
Sentence: TypeAlias = tuple[Part, ...]
"""Parts in reading order; a `Passage` is printed between quotation marks, a `Retold` without."""


def point_at(kind: str, number: int) -> Pointer:
    """Return the pointer to an entry: `point_at("red-line", 2)` reads "R2"."""
    return Pointer(label=f"{_LETTERS[kind]}{number}", target=f"{kind}-{number}")


def lead_to(passage: Passage, label: str) -> list[Part]:
    """Return what stands between somebody's name and words: a colon before a quotation, ", as A4 tells: " before the words of a narrator.

    Args:
        passage: the words that follow.
        label: the name of their article.
    """
    return [": "] if passage.quoted else [", as ", Name(text=label), ", tells: " if "," in label else " tells: "]


def join_parts(items: Iterable[Sequence[Part]], between: str = ", ", last: str = " and ") -> list[Part]:
    """Return several pieces of a sentence as one enumeration."""
    found = list(items)
    joined: list[Part] = []
    for at, item in enumerate(found):
        if at:
            joined.append(last if at == len(found) - 1 else between)
        joined.extend(item)
    return joined


def capitalise(sentence: Sequence[Part]) -> Sentence:
    """Return a sentence whose first word, if it is ours, begins with a capital."""
    first, rest = sentence[:1], sentence[1:]
    return (*(part[:1].upper() + part[1:] if isinstance(part, str) else part for part in first), *rest)


def list_names(names: Iterable[str], most: int = 4) -> list[Part]:
    """Return names as one enumeration, parted by semicolons where one of them holds a comma; when there are more than `most`, the rest as their number."""
    found = list(dict.fromkeys(names))
    shown: list[Part] = [Name(text=name) for name in (found if len(found) <= most else found[: most - 1])]
    if len(found) > most:
        shown.append(f"{len(found) - most + 1} more")
    return join_parts([[part] for part in shown], "; " if len(shown) > 2 and any(isinstance(part, Name) and "," in part.text for part in shown) else ", ")


def join_names(names: Iterable[str], most: int = 4) -> str:
    """Return what `list_names` does as one string."""
    return "".join(part.text if isinstance(part, Name) else str(part) for part in list_names(names, most))


_LETTERS = {"statement": "S", "red-line": "R", "commitment": "C", "figure": "F", "sign": "G", "tally": "T", "watch": "W"}
