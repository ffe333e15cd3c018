"""Find the names in an article and the fullest form of each.

In: an `Article` and its `Encoding`. Out: `Mention`s. Left to others: who a pronoun means, names across articles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.confidence.calibrate import calibrate
from onrecord.ids import make_id
from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import Pack, fold_text, list_pronouns, load_pack
from onrecord.mentions.bodies import part_bodies
from onrecord.mentions.families import group_persons, settle_families
from onrecord.mentions.kin import is_family
from onrecord.names.keys import name_words, to_latin
from onrecord.names.places import country_name, find_country, find_demonym
from onrecord.names.suffixes import suffix_end
from onrecord.records import Article, Encoding, Mention, Span

MADE_BY = "mentions@3"
MIN_FAMILY_NAME = 4
"""A shorter family name ("Xi", "May") is a common word too often to be taken for a name wherever it stands."""
REPEATED_CONFIDENCE = 0.5
_OPENING = frozenset("\"“”„«»'‘’([")
_CLOSING = frozenset("\"“”„«»'‘’([,;:.")
_POSSESSIVE = ("'s", "’s")


def find_mentions(article: Article, encoding: Encoding) -> Iterator[Mention]:
    """Yield the names of an article in text order, each with its canonical form in this article.

    A pronoun, a bare office or a family ("the Solans") that the model took for a name is none.
    """
    pack = load_pack(article.lang) if article.lang else None
    found: list[tuple[Span, str, float]] = []
    tags = [tag for tag in encoding.tags if tag.layer == "entity"]
    for number, tag in enumerate(tags):
        span = _trim(article.text, tag.span)
        if span is not None and tag.label == "person":
            end = suffix_end(article.text, span.start, span.end)
            if number + 1 == len(tags) or end <= tags[number + 1].span.start:
                span = Span(start=span.start, end=end)
        if span is not None and not _is_pronoun(span.of(article.text), tag.label, pack) and not _is_office(span.of(article.text), pack):
            found.append((span, tag.label, tag.confidence))
    found = list(part_bodies(_settle_kinds(found, article), article, pack))
    found = sorted([*found, *_repeat_family_names(found, article)])
    lang = article.lang or "en"
    families = {fold_text(parts[-1], lang) for span, kind, _ in found if kind == "person" and len(parts := name_words(span.of(article.text))) > 1}
    found = [one for one in found if one[1] != "person" or not is_family(article.text, lang, one[0], families)]
    persons = group_persons([span.of(article.text) for span, kind, _ in found if kind == "person"], lang)
    settled = settle_families(article.text, lang, [span for span, kind, _ in found if kind == "person"], persons, pack)
    for span, kind, confidence in found:
        words = span.of(article.text)
        if kind == "person":
            canonical = settled.get(span) or persons.get(words, words)
        elif kind == "place":
            code = find_country(words, article.lang)
            canonical = (country_name(code) if code else None) or words
        else:
            canonical = words
        yield Mention(
            id=make_id("mention", article.id, span.start, span.end), article=article.id, span=span, kind=kind,
            canonical=canonical, confidence=calibrate("mention", confidence), made_by=MADE_BY,
        )  # fmt: skip


def _repeat_family_names(found: Sequence[tuple[Span, str, float]], article: Article) -> Iterator[tuple[Span, str, float]]:
    """Yield the places where the family name of a person named in full stands again and the model saw no name."""
    full = {name_words(span.of(article.text))[-1] for span, kind, _ in found if kind == "person" and len(name_words(span.of(article.text))) > 1}
    names = sorted(name for name in full if len(name) >= MIN_FAMILY_NAME and name[0].isupper())
    if not names:
        return
    taken = [span for span, _, _ in found] + [d.span for d in article.dropped]
    starts = sorted((s.start, s.end) for s in taken)
    for match in re.finditer(rf"(?<![\w-])(?:{join_forms(names)})(?![\w-])", article.text):
        at = bisect_right(starts, (match.end(), -1)) - 1
        if at < 0 or starts[at][1] <= match.start():
            yield Span(start=match.start(), end=match.end()), "person", REPEATED_CONFIDENCE


def _settle_kinds(found: Sequence[tuple[Span, str, float]], article: Article) -> list[tuple[Span, str, float]]:
    """Return the names with one kind for each spelling in the article: a country is a place, else the surest votes decide.

    A single word that ends a person's full name is that person; an adjective of a country ("Ukrainian") is no name.
    """
    votes: dict[str, dict[str, float]] = {}
    for span, kind, confidence in found:
        counter = votes.setdefault(to_latin(span.of(article.text)), {})
        counter[kind] = counter.get(kind, 0.0) + confidence
    kinds = {words: max(counter.items(), key=lambda item: (item[1], item[0]))[0] for words, counter in votes.items()}
    family = {to_latin(name_words(words)[-1]) for words, kind in kinds.items() if kind == "person" and len(name_words(words)) > 1}
    settled = []
    for span, own, confidence in found:
        words = span.of(article.text)
        is_country, is_family = find_country(words, article.lang) is not None, to_latin(words) in family
        if not is_country and not is_family and find_demonym(words, article.lang) is not None:
            continue
        kind = own if is_country and is_family else "place" if is_country else "person" if is_family else kinds[to_latin(words)]
        settled.append((span, kind, confidence))
    return settled


def _is_pronoun(words: str, kind: str, pack: Pack | None) -> bool:
    """True for "he" or "She"; capitals alone keep the names that look like one ("US", "IT"), except those of persons."""
    if pack is None or (kind != "person" and len(words) > 1 and words.isupper()):
        return False
    return fold_text(words, pack.lang) in list_pronouns(pack)


def _is_office(words: str, pack: Pack | None) -> bool:
    """True for an office in small letters ("president"); with a capital it may be a family name ("King")."""
    return pack is not None and words.islower() and any(fold_text(words, pack.lang) in forms for forms in pack.offices.values())


def _trim(text: str, span: Span) -> Span | None:
    """Return a span without marks and possessive endings at its edges; `None` when no letter is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _OPENING):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _CLOSING or text.endswith(_POSSESSIVE, start, end)):
        end -= 1
    return Span(start=start, end=end) if any(c.isalnum() for c in text[start:end]) else None
