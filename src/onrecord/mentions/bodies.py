"""Take the name of a body off the name of its head: "Norvexu Tarn" in "šéf Norvexu Tarn" is the head of Norvex, and Tarn.

In: the names that the model found. Out: the same, each such one as two. Left to others: whose names they are (`families`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.languages.pack import Pack
from onrecord.mentions.families import Beside
from onrecord.names.given import gender_of_given
from onrecord.names.keys import name_words, names_match
from onrecord.names.likely import LikelyNames
from onrecord.records import Article, Span


def part_bodies(found: Sequence[tuple[Span, str, float]], article: Article, pack: Pack | None) -> Iterator[tuple[Span, str, float]]:
    """Yield the names, those of a person parted that stand behind an office and begin with the one word by which the article names a body elsewhere.

    A first word that is a given name stays.
    """
    bodies = LikelyNames()
    for span, kind, _ in found:
        if kind == "organisation" and len(name_words(span.of(article.text))) == 1:
            bodies.add(span.of(article.text))
    beside = Beside(article.text, article.lang or "en", pack)
    for span, kind, confidence in found:
        name = span.of(article.text)
        first, _, rest = name.partition(" ")
        is_parted = kind == "person" and rest[:1].isupper() and gender_of_given(name) is None and any(names_match(first, body) for body in bodies.find(first))
        if not is_parted or not beside.offices_of(span):
            yield span, kind, confidence
            continue
        yield Span(start=span.start, end=span.start + len(first)), "organisation", confidence
        yield Span(start=span.end - len(rest), end=span.end), kind, confidence
