"""Sets out what one article alone tells: sentences of one quotation as one entry, by speaker, in the order of the texts, each with what it weighs.

In: statement entries and the comparison they come from. Out: `SaidBy`s. Scraps are told apart as fragments; none is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from onrecord.languages import fold_text, load_pack
from onrecord.records import Rendering
from onrecord.results import Comparison
from onrecord.views.entries import OnceEntry, SaidBy, StatementEntry
from onrecord.views.leaning import is_leaning
from onrecord.views.lookup import Lookup
from onrecord.views.matter import FIGURE, Weigher
from onrecord.views.parts import Passage
from onrecord.views.source_entries import Source
from onrecord.views.sureness import is_unsure

_LEANING = -2
"""What an entry loses when it cannot be read alone."""

_NO_ARTICLES = frozenset({"pl", "cs", "uk", "ru", "tr"})
_LEAST_WORDS, _LEAST_BARE = 5, 3
"""Retold words that are fewer are a fragment unless one of them is a verb we know; fewer are enough in languages without articles."""

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_QUOTE = re.compile('["“”„«»]')


def list_once(statements: Sequence[StatementEntry], comparison: Comparison, lookup: Lookup) -> tuple[SaidBy, ...]:
    """Return what only one article tells, by speaker: who says most comes first, then who is not named, unknown speakers last; entries stand in the order of the articles.

    Args:
        statements: those to set out, each told by one article.
        comparison: where they come from.
        lookup: the lookup of the same comparison.
    """
    weigher = Weigher(comparison)
    entries = [_make_entry(group, weigher, lookup) for group in _join_quotations(statements, comparison, lookup)]
    said: dict[Source, list[OnceEntry]] = {}
    for entry in entries:
        said.setdefault(entry.statements[0].source, []).append(entry)
    counts = {source: sum(len(entry.statements) for entry in group) for source, group in said.items()}
    sources = sorted(said, key=lambda source: (not source.is_known, not source.names, -counts[source], source.name))
    return tuple(SaidBy(speaker=source.names[0] if len(source.names) == 1 else None, entries=tuple(said[source]), count=counts[source], who=source.name) for source in sources)


def _join_quotations(statements: Sequence[StatementEntry], comparison: Comparison, lookup: Lookup) -> list[list[StatementEntry]]:
    """Return statements in the order of the articles, those that follow one another in one attribution of one speaker together."""
    place = {id: number for number, id in enumerate(lookup.entries)}
    sole = {statement.id: statement.renderings[0] for statement in comparison.statements if len(statement.renderings) == 1}
    next_to = _find_neighbours(comparison)
    ordered = sorted(statements, key=lambda s: (place.get(s.renderings[0].article.article_id, len(place)), s.renderings[0].passage.span, s.number))
    groups: list[list[StatementEntry]] = []
    for entry in ordered:
        last = groups[-1][-1] if groups else None
        follows = last is not None and last.source == entry.source and last.id in sole and entry.id in sole and next_to.get(last.id) == entry.id
        if follows:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _find_neighbours(comparison: Comparison) -> dict[str, str]:
    """Return for each statement the one that the same attribution goes on with."""
    told: dict[str, list[tuple[Rendering, str]]] = {}
    for statement in comparison.statements:
        for rendering in statement.renderings:
            if rendering.attribution is not None:
                told.setdefault(rendering.attribution, []).append((rendering, statement.id))
    ordered = [sorted(group, key=lambda pair: pair[0].span) for group in told.values()]
    return {first[1]: second[1] for group in ordered for first, second in pairwise(group)}


def _make_entry(group: Sequence[StatementEntry], weigher: Weigher, lookup: Lookup) -> OnceEntry:
    passages: list[Passage] = []
    for rendering in (rendering for statement in group for rendering in statement.renderings[:1]):
        passage = rendering.passage
        text = lookup.article(passage.article_id).text
        if passages and not any(character.isalnum() for character in text[passages[-1].span.end : passage.span.start]):
            passages[-1] = lookup.cut(passage.article_id, passages[-1].span.cover(passage.span))
        else:
            passages.append(passage)
    first = group[0].renderings[0]
    weight = weigher.weigh(group)
    return OnceEntry(
        statements=tuple(group),
        article=first.article,
        passages=tuple(passages),
        type=first.type,
        unsure=all(is_unsure(rendering) for statement in group for rendering in statement.renderings),
        weight=weight + (_LEANING if is_leaning(passages[0].words, first.article.lang) else 0),
        fragment=weight < FIGURE and first.type == "indirect" and _is_fragment(passages, first.article.lang),
    )


def _is_fragment(passages: Sequence[Passage], lang: str | None) -> bool:
    """True for words too few to be a proposition, without a quotation and without a verb of those that the language pack lists."""
    words = " ".join(passage.words for passage in passages)
    code = (lang or "und").split("-")[0]
    found = _WORD.findall(fold_text(words, code))
    if _QUOTE.search(words) or len(found) >= (_LEAST_BARE if code in _NO_ARTICLES else _LEAST_WORDS):
        return False
    pack = load_pack(code)
    verbs: Mapping[str, Iterable[str]] = {} if pack is None else pack.modality
    return not any(word in set(forms) for forms in verbs.values() for word in found)
