"""Outlets of one owner count as one account, once somebody says who owns them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.results import Comparison
from onrecord.run.families import find_host, fold_owners, list_owners
from onrecord.sources.fetch.source_list import Source
from tests.run.made import Made, compare, make

OWNED = list_owners(
    [
        Source(name="Korva Gazette", url="https://www.gazette.example/rss", owner="Halcyon Media"),
        Source(name="Strait Post", url="https://post.example/feed", outlet="The Strait Post", owner="Halcyon Media"),
        Source(name="Pelgrim Times", url="https://times.example/rss"),
    ]
)  # fmt: skip


def published(*outlets: tuple[str | None, str | None]) -> Comparison:
    """Return the comparison of reports of one event by outlets, each with an address."""
    made: list[Made] = []
    for index, (outlet, url) in enumerate(outlets):
        each = make(f"a{index}", 0, published=f"2031-03-1{index}", keep=0.8, seed=index)
        article = replace(each.analysis.article, outlet=outlet, url=url)
        made.append(
            replace(
                each, analysis=replace(each.analysis, article=article), sketch=replace(each.sketch, outlet=outlet, is_sourced=True, runs=index.to_bytes(8, "little"), pairs=b"")
            )
        )
    return compare(made)


def counts(comparison: Comparison) -> tuple[int, int]:
    (account,) = comparison.accounts
    return account.low, account.high


def test_an_owner_is_known_by_name_outlet_and_host_of_its_sources() -> None:
    assert dict.fromkeys(["korva gazette", "gazette.example", "strait post", "the strait post", "post.example"], "Halcyon Media") == OWNED


def test_outlets_of_one_owner_are_one_account_only_where_that_is_configured() -> None:
    found = published(("Korva Gazette", None), ("The Strait Post", None), ("Pelgrim Times", None))
    assert counts(found) == (3, 3)
    folded = fold_owners(found, OWNED)
    assert counts(folded) == (2, 2)
    (fold,) = folded.accounts[0].folds
    assert (fold.kind, fold.is_sure, fold.reason) == ("owner", True, "a0 and a1 belong to Halcyon Media")
    assert sorted(map(len, folded.accounts[0].groups)) == [1, 2]
    assert fold_owners(found, {}) == found


def test_an_outlet_without_a_name_is_known_by_the_host_of_its_address() -> None:
    found = published((None, "https://www.gazette.example/a"), (None, "https://post.example/b"), (None, "https://times.example/c"))
    assert counts(found) == (3, 3)
    assert counts(fold_owners(found, OWNED)) == (2, 2)


@pytest.mark.parametrize(("url", "host"), [("https://www.a.example/x", "a.example"), ("https://a.example", "a.example"), (None, None), ("", None), ("http://[", None), ("a", None)])
def test_the_host_of_an_address(url: str | None, host: str | None) -> None:
    assert find_host(url) == host
