"""Sets stories out for reading: who reports what, which texts are one text, and the stories of a single article as a plain list.

In: stories, accounts and copies of a comparison. Out: `StoryEntry`s with their `Family`s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord.records import Account, Copy, Fold
from onrecord.results import Comparison
from onrecord.views.chains import find_roots
from onrecord.views.display import count
from onrecord.views.entries import CopyEntry, StoryEntry
from onrecord.views.lookup import Lookup
from onrecord.views.parts import join_names
from onrecord.views.wording import name_label

_NOT_TEXT = frozenset({"outlet", "owner", "agency"})
"""Kinds of folds that say whose article it is, not what text it carries."""

_SAME = 0.75
"""The share of the shorter text from which on two texts are called the same."""

_T = TypeVar("_T")

_NAMED = 6
"""How many articles of a family are named before the rest is only counted."""


def list_stories(comparison: Comparison, lookup: Lookup) -> tuple[StoryEntry, ...]:
    """Return all stories, those with most articles first, each with what ties its articles together."""
    accounts = {account.story: account for account in comparison.accounts}
    copied: dict[str, list[Copy]] = {}
    for copy in comparison.copies:
        copied.setdefault(copy.article, []).append(copy)
    place = {id: number for number, id in enumerate(lookup.entries)}
    sorted_articles = {story.id: sorted(story.articles, key=lambda id: place.get(id, len(place))) for story in comparison.stories}
    stories = sorted(comparison.stories, key=lambda story: (-len(story.articles), [place.get(id, len(place)) for id in sorted_articles[story.id]]))
    entries: list[StoryEntry] = []
    for number, story in enumerate(stories, start=1):
        account = accounts.get(story.id)
        copies = [copy for id in sorted_articles[story.id] for copy in copied.get(id, ())]
        entries.append(
            StoryEntry(
                number=number,
                articles=tuple(lookup.entry(id) for id in sorted_articles[story.id]),
                low=None if account is None else account.low,
                high=None if account is None else account.high,
                reasons=_word_ties(account, lookup),
                copies=tuple(_make_copy(copy, lookup) for copy in copies),
                families=word_families(copies, lookup),
            )
        )
    return tuple(entries)


def _make_copy(copy: Copy, lookup: Lookup) -> CopyEntry:
    return CopyEntry(
        article=lookup.article(copy.article).name,
        article_id=copy.article,
        of=lookup.articles[copy.of].name if copy.of in lookup.articles else copy.of,
        of_id=copy.of if copy.of in lookup.articles else None,
        kind=copy.kind,
        coverage=copy.coverage,
        reason=copy.reason,
    )


def word_families(copies: Iterable[Copy], lookup: Lookup) -> tuple[str, ...]:
    """Return what copies say in one sentence a family: "A, B and C carry the same text, from X"."""
    found = list(copies)
    between = [copy for copy in found if copy.of in lookup.articles]
    sentences = [_word_family(family, lookup) for family in _join([(copy.article, copy.of, copy) for copy in between])]
    credited: dict[str, list[str]] = {}
    for copy in found:
        if copy.of not in lookup.articles:
            credited.setdefault(copy.of, []).append(lookup.entry(copy.article).label)
    agencies = [f"{join_names(labels, _NAMED)} {'credits' if len(set(labels)) == 1 else 'credit'} {agency}" for agency, labels in credited.items()]
    return (*sentences, *agencies)


def _word_family(copies: Sequence[Copy], lookup: Lookup) -> str:
    place = {id: number for number, id in enumerate(lookup.entries)}
    derived = {copy.article for copy in copies}
    sources = {copy.of for copy in copies} - derived or {copy.of for copy in copies}
    source = min(sources, key=lambda id: place.get(id, len(place)))
    others = sorted({copy.article for copy in copies} | {copy.of for copy in copies}, key=lambda id: place.get(id, len(place)))
    labels = [lookup.entry(id).label for id in others if id != source]
    kinds = Counter(copy.kind for copy in copies)
    unplaced = {copy.kind for copy in copies if copy.order != "known"}
    how = " and ".join(name_label("unplaced" if kind in unplaced else "families", kind) for kind, _ in kinds.most_common())
    low, high = min(max(copy.coverage) for copy in copies), max(max(copy.coverage) for copy in copies)
    share = f"{high:.0%}" if f"{low:.0%}" == f"{high:.0%}" else f"{low:.0%} to {high:.0%}"
    one = len(set(labels)) == 1
    does = ("carries" if one else "carry") if low >= _SAME else ("shares" if one else "share")
    is_placed = all(copy.order == "known" for copy in copies)
    what = "text with" if low < _SAME else "the same text, from" if is_placed else "the same text as"
    return f"{join_names(labels, _NAMED)} {does} {what} {lookup.entry(source).label} ({how}; {share} in common)"


def _word_ties(account: Account | None, lookup: Lookup) -> tuple[str, ...]:
    """Return why articles count as one account beyond their texts: one outlet, one owner, one agency."""
    if account is None:
        return ()
    if not account.folds:
        return tuple(reason for reason in account.reasons if " credits " not in reason)
    ties: list[str] = []
    for kind in sorted({fold.kind for fold in account.folds} & _NOT_TEXT):
        for family in _join([(fold.left, fold.right, fold) for fold in account.folds if fold.kind == kind]):
            ties.append(_word_tie(kind, family, lookup))
    return tuple(ties)


def _word_tie(kind: str, folds: Sequence[Fold], lookup: Lookup) -> str:
    labels = {lookup.entry(id).label: None for fold in folds for id in (fold.left, fold.right) if id in lookup.articles}
    unsure = "" if all(fold.is_sure for fold in folds) else "; perhaps one account"
    if len(folds) == 1:
        return f"{folds[0].reason}{unsure}"
    return f"{count(len(labels), 'article')} {name_label('ties', kind)}: {join_names(labels, _NAMED)}{unsure}"


def _join(edges: Sequence[tuple[str, str, _T]]) -> list[list[_T]]:
    """Return what hangs on edges in groups that hang together, in order of their first edge."""
    roots = find_roots((left, right) for left, right, _ in edges)
    groups: dict[str, list[_T]] = {}
    for left, _, item in edges:
        groups.setdefault(roots[left], []).append(item)
    return list(groups.values())
