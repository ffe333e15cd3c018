"""Count accounts anew where it is known which outlets belong to one owner.

In: a comparison, and who owns which outlet. Out: the same comparison with accounts and series in which the outlets of an owner count as one.
Done when a comparison is read: owners change, and no record of an article does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from onrecord.articles.credits import is_agency
from onrecord.articles.firsthand import is_sourced
from onrecord.records import Account, Article, DateRange, Tally
from onrecord.results import Comparison
from onrecord.sources.fetch.source_list import Source
from onrecord.stories.find import count_accounts, find_accounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What counting accounts asks of an article."""

    article: str
    name: str
    outlet: str | None
    published: DateRange | None
    agencies: tuple[str, ...]
    is_sourced: bool
    is_agency: bool


def list_owners(sources: Iterable[Source]) -> dict[str, str]:
    """Return outlet, case folded -> owner: for every source with an owner its name, its outlet and its host."""
    owners: dict[str, str] = {}
    for source in sources:
        if source.owner:
            for name in (source.name, source.outlet, find_host(source.url)):
                if name:
                    owners.setdefault(name.casefold(), source.owner)
    return owners


def find_host(url: str | None) -> str | None:
    """Return the host of an address without `www.`; `None` when there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def fold_owners(comparison: Comparison, owners: Mapping[str, str]) -> Comparison:
    """Return a comparison in which the outlets of one owner are one account.

    Args:
        comparison: what was found.
        owners: outlet or host, case folded -> owner; an empty one changes nothing.
    """
    if not owners:
        return comparison
    members = {a.article.id: _publish(a.article, owners) for a in comparison.analyses}
    known = {m.outlet.casefold(): owner for a in comparison.analyses if (m := members[a.article.id]).outlet and (owner := _find_owner(a.article, owners))}
    accounts: list[Account] = []
    stands_for: dict[str, dict[str, str]] = {}
    stories = {story.id: story for story in comparison.stories}
    for account in comparison.accounts:
        story = stories.get(account.story)
        if story is None:
            accounts.append(account)
            continue
        told = [members[article] for article in story.articles if article in members]
        accounts.append(count_accounts(story, told, comparison.copies, known))
        stands_for[story.id] = find_accounts(told, comparison.copies, known)
    tallies = tuple(_count_again(tally, stands_for.get(tally.story, {})) for tally in comparison.tallies)
    return replace(comparison, accounts=tuple(accounts), tallies=tallies)


def _publish(article: Article, owners: Mapping[str, str]) -> Publication:
    agencies = tuple(dict.fromkeys(credit.name for credit in article.credits if credit.kind == "agency"))
    outlet = article.outlet or (find_host(article.url) if _find_owner(article, owners) else None)
    return Publication(
        article=article.id,
        name=article.name,
        outlet=outlet,
        published=article.published,
        agencies=agencies,
        is_sourced=bool(outlet) or is_sourced(article),
        is_agency=is_agency(outlet),
    )


def _find_owner(article: Article, owners: Mapping[str, str]) -> str | None:
    """Return who owns the outlet of an article: by its name, else by the host of its address."""
    by_name = owners.get(article.outlet.casefold()) if article.outlet else None
    return by_name or owners.get((find_host(article.url) or "").casefold())


def _count_again(tally: Tally, stands_for: Mapping[str, str]) -> Tally:
    """Return a tally whose series counts accounts as `stands_for` folds them."""
    articles = [stands_for.get(count.article, count.article) for count in tally.counts]
    return replace(tally, series=tuple(replace(point, accounts=len({articles[i] for i in point.counts})) for point in tally.series))
