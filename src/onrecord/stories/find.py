"""The stage: a group of articles in, a story and the count of its independent accounts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from onrecord.ids import make_id
from onrecord.records import Account, Copy, DateRange, Fold, Story

MADE_BY = "stories@4"
COPY_KINDS = {"verbatim": True, "edited": True, "translated": True, "paraphrased": False}
"""Copies that may make two articles one account, and whether they do so surely."""


class Member(Protocol):
    """What is asked of an article of a story; a `Sketch` has it."""

    @property
    def article(self) -> str:
        """Its id."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def outlet(self) -> str | None:
        """Its publisher."""
        ...

    @property
    def published(self) -> DateRange | None:
        """When it was published."""
        ...

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies it credits."""
        ...

    @property
    def is_agency(self) -> bool:
        """True when its outlet is a news agency."""
        ...

    @property
    def is_sourced(self) -> bool:
        """True when it says where it has its news from."""
        ...


def told_order(member: Member) -> tuple[str, str, str]:
    """Return what articles are put in order by: date (those without one last), name, id."""
    return (member.published.start if member.published else "9999", member.name, member.article)


def make_story(members: Sequence[Member]) -> Story:
    """Return the story of some articles; its id is that of the first of them, so that it stays when a story grows."""
    first = min(members, key=told_order)
    return Story(id=make_id("story", first.article), articles=tuple(sorted(s.article for s in members)), made_by=MADE_BY)


def count_accounts(story: Story, members: Sequence[Member], copies: Sequence[Copy], owners: Mapping[str, str] | None = None) -> Account:
    """Return how many independent accounts a story has, and the graph that shows why.

    `high` folds copies of one text, articles of one outlet and outlets of one owner; `low` folds also what is not sure: copies in other
    words, and what credits the same agency. An account of which no article says where it has its news from counts for `high` alone: nothing shows
    that it is one of its own.

    Args:
        story: the story.
        members: its articles.
        copies: copies among them; others do not count.
        owners: outlet, case folded -> who owns it; nobody is known by default.
    """
    ordered = sorted(members, key=told_order)
    folds = [*_fold_copies(ordered, copies), *_fold_outlets(ordered, owners or {})]
    high = _Groups([m.article for m in ordered])
    kept: list[Fold] = []
    for fold in folds:
        is_new = fold.is_sure and high.join(fold.left, fold.right)
        if is_new or fold.kind in COPY_KINDS:
            kept.append(fold)
    agencies = list(_fold_agencies(ordered))
    low = high.copy()
    for fold in (*kept, *agencies):
        low.join(fold.left, fold.right)
    reasons = [*(fold.reason for fold in kept), *_name_agencies(ordered)]
    sourced = {low.find(m.article) for m in ordered if m.is_sourced}
    return Account(
        id=make_id("account", story.id), story=story.id, low=max(1, len(sourced)), high=high.count(), reasons=tuple(dict.fromkeys(reasons)), made_by=MADE_BY,
        folds=(*kept, *agencies), groups=high.list_groups(), unsourced=tuple(sorted(m.article for m in ordered if not m.is_sourced)),
    )  # fmt: skip


def find_accounts(members: Sequence[Member], copies: Sequence[Copy], owners: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return article -> the article that stands for its account, as `high` of `count_accounts` folds them."""
    groups = _Groups([m.article for m in members])
    for fold in (*_fold_copies(members, copies), *_fold_outlets(members, owners or {})):
        if fold.is_sure:
            groups.join(fold.left, fold.right)
    return {m.article: groups.find(m.article) for m in members}


def _fold_copies(members: Sequence[Member], copies: Sequence[Copy]) -> Iterator[Fold]:
    names = {m.article: m.name for m in members}
    sources = {m.article: _list_sources(m) for m in members}
    for copy in sorted(copies, key=lambda c: (c.article, c.of, c.kind)):
        if copy.kind in COPY_KINDS and copy.article in names and copy.of in names:
            yield Fold(
                left=copy.of, right=copy.article, kind=copy.kind, is_sure=COPY_KINDS[copy.kind] and not (copy.kind == "translated" and _are_apart(sources[copy.article], sources[copy.of])),
                reason=f"{names[copy.article]} is {'an' if copy.kind[0] in 'aeiou' else 'a'} {copy.kind} copy of {names[copy.of]}",
            )  # fmt: skip


def _list_sources(member: Member) -> frozenset[str]:
    """Return the agencies that an article says it has its news from; its outlet, where that is one."""
    own = {member.outlet} if member.is_agency and member.outlet else set()
    return frozenset(name.casefold() for name in {*member.agencies, *own})


def _are_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """True when two articles name agencies and none in common: what reads like a translation may be what both heard at one press conference."""
    return bool(left and right) and left.isdisjoint(right)


def _fold_outlets(members: Sequence[Member], owners: Mapping[str, str]) -> Iterator[Fold]:
    """Yield a fold for every article after the first of an outlet, and of an owner."""
    outlets: dict[str, Member] = {}
    families: dict[str, Member] = {}
    for member in members:
        if not member.outlet:
            continue
        outlet = member.outlet.casefold()
        first = outlets.setdefault(outlet, member)
        if first is not member:
            yield Fold(left=first.article, right=member.article, kind="outlet", is_sure=True, reason=f"{first.name} and {member.name} are of one outlet")
        elif (owner := owners.get(outlet)) is not None:
            eldest = families.setdefault(owner.casefold(), member)
            if eldest is not member:
                yield Fold(left=eldest.article, right=member.article, kind="owner", is_sure=True, reason=f"{eldest.name} and {member.name} belong to {owner}")


def _fold_agencies(members: Sequence[Member]) -> Iterator[Fold]:
    for agency, same in _list_agencies(members):
        for other in same[1:]:
            yield Fold(left=same[0].article, right=other.article, kind="agency", is_sure=False, reason=f"{same[0].name} and {other.name} credit {agency}")


def _name_agencies(members: Sequence[Member]) -> Iterator[str]:
    for agency, same in _list_agencies(members):
        yield f"{len(same)} articles credit {agency}" if len(same) > 1 else f"{same[0].name} credits {agency}"


def _list_agencies(members: Sequence[Member]) -> list[tuple[str, list[Member]]]:
    agencies: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        for agency in member.agencies:
            agencies[agency].append(member)
    return sorted(agencies.items())


class _Groups:
    """Disjoint groups of ids."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._root = {i: i for i in ids}

    def find(self, i: str) -> str:
        while self._root[i] != i:
            self._root[i] = self._root[self._root[i]]
            i = self._root[i]
        return i

    def join(self, left: str, right: str) -> bool:
        """Join two groups; false when they were one already."""
        a, b = self.find(left), self.find(right)
        self._root[max(a, b)] = min(a, b)
        return a != b

    def copy(self) -> _Groups:
        other = _Groups(tuple(self._root))
        other._root = dict(self._root)
        return other

    def list_groups(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups, each sorted, in the order of their first."""
        groups: dict[str, list[str]] = defaultdict(list)
        for i in sorted(self._root):
            groups[self.find(i)].append(i)
        return tuple(sorted(map(tuple, groups.values())))

    def count(self) -> int:
        return len({self.find(i) for i in self._root})
