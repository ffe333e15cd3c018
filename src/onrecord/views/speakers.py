"""Says who speaks where no single name is known: several names told together, else the words by which an article calls who it does not name.

In: statements' tellings and the names in their articles. Out: names, or words; nothing for tellings without a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.languages import fold_text, load_pack
from onrecord.languages.pack import index_offices
from onrecord.names.places import country_name, find_capital, find_country, find_demonym
from onrecord.records import Article, Attribution, Mention, Span
from onrecord.views.called import drop_article
from onrecord.views.leaning import is_pronoun
from onrecord.views.source_entries import NOT_KNOWN, Source

_LONGEST = 80
"""Code points of the words for a source: longer ones are hardly those of a source alone."""

_HIS, _NOT_HIS = frozenset({"masculine", "feminine"}), frozenset({"plural", "first_singular", "first_plural"})
"""Kinds of pronoun whose possessives one person has, and those that it has not."""

_END = re.compile(r"[,;:(\n\"“”„«»]")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def find_source(attributions: Iterable[Attribution], articles: Mapping[str, Article], names: Mapping[str, Sequence[Mention]]) -> Source:
    """Return who tells something that no single name is known for: the first source that is made up of names, else the first in other words than a pronoun.

    Args:
        attributions: of the tellings, in their order.
        articles: by id.
        names: those found in articles, by their ids.
    """
    read = (_read(attribution, articles[attribution.article], tuple(names.get(attribution.article, ()))) for attribution in attributions)
    found = [source for source in read if source is not None]
    return next((source for source in found if source.names), found[0] if found else NOT_KNOWN)


def _read(attribution: Attribution, article: Article, names: Sequence[Mention]) -> Source | None:
    text, lang = article.text, article.lang
    taken_up = _take_up(attribution, article, names)
    if taken_up is not None or not attribution.source:
        return taken_up
    whole = attribution.source[0]
    inside = sorted((m for m in names if whole.holds(m.span)), key=lambda m: m.span)
    if inside and not _left_over(text, whole, inside, lang):
        return Source(names=tuple(dict.fromkeys(_name(mention, article) for mention in inside)))
    words = " ".join(_END.split(whole.of(text).strip())[0].split())
    pack = load_pack(lang) if lang else None
    folded = _WORD.findall(fold_text(words, lang or "und"))
    empty = all(word in pack.stopwords for word in folded) if pack is not None else not folded
    if names_nobody(words, lang):
        spoken_for = _find_spoken_for(words, [m for m in names if m.span.end <= whole.start], lang)
        return Source(words=f"a spokesperson of {spoken_for}") if spoken_for else None
    return None if empty or len(words) > _LONGEST else Source(words=words, lang=lang)


def _take_up(attribution: Attribution, article: Article, names: Sequence[Mention]) -> Source | None:
    """Return the source without a name that a pronoun, or a verb without a subject, takes up ("the diplomat" for "he added"), or the two parties that "both sides" does; `None` for any other."""
    evidence = attribution.speaker_evidence
    if attribution.speaker is not None or evidence is None or any(evidence.overlap(span) for span in attribution.source):
        return None
    inside = sorted((m for m in names if evidence.holds(m.span)), key=lambda m: m.span)
    lands = [code for word in _WORD.findall(evidence.of(article.text)) if (code := find_demonym(word, article.lang)) is not None]
    if len(inside) > 1 and not _left_over(article.text, evidence, inside, article.lang):
        return Source(names=tuple(dict.fromkeys(_name(mention, article) for mention in inside)))
    if len(lands) > 1:
        return Source(names=tuple(dict.fromkeys(name for code in lands if (name := country_name(code)) is not None)))
    words = " ".join(_END.split(evidence.of(article.text).strip())[0].split())
    return Source(words=words, lang=article.lang) if words and len(words) <= _LONGEST and not names_nobody(words, article.lang) else None


def names_nobody(words: str, lang: str | None) -> bool:
    """True for words that say only with others before them who is meant: a pronoun, or a noun behind a possessive ("her spokesman", "il suo portavoce")."""
    return is_pronoun(words, lang) or is_pronoun(drop_article(words, lang), lang)


def _find_spoken_for(words: str, before: Iterable[Mention], lang: str | None) -> str | None:
    """Return whom "her spokesman" speaks for: the only person named before; `None` for any other office, for "their" and "our", and where several are named."""
    pack = load_pack(lang) if lang else None
    people = {mention.canonical for mention in before if mention.kind == "person"}
    if pack is None or len(people) != 1:
        return None
    found = _WORD.findall(fold_text(drop_article(words, lang), pack.lang))
    kinds = {kind for kind, forms in pack.pronouns.items() if found and found[0] in forms}
    if kinds & _NOT_HIS and not kinds & _HIS:
        return None
    folded = f" {' '.join(found)} "
    return people.pop() if any(f" {form} " in folded for form, keys in index_offices(pack).items() if "spokesperson" in keys) else None


def _name(mention: Mention, article: Article) -> str:
    """Return the name of who is meant: of a capital that speaks its country."""
    words = mention.span.of(article.text)
    code = (find_capital(words, article.lang) or find_country(words, article.lang)) if mention.kind == "place" else None
    return (country_name(code) if code else None) or mention.canonical


def _left_over(text: str, whole: Span, inside: Iterable[Mention], lang: str | None) -> bool:
    """True when more than articles, "and" and commas stands beside the names."""
    pack = load_pack(lang) if lang else None
    light = pack.stopwords if pack is not None else frozenset()
    kept = list(text[whole.start : whole.end])
    for mention in inside:
        kept[mention.span.start - whole.start : mention.span.end - whole.start] = " " * (mention.span.end - mention.span.start)
    return any(word not in light for word in _WORD.findall(fold_text("".join(kept), lang or "und")))
