"""Runs the contract on every registered store. To add a store: register how to open it, given an empty folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.storage import SqliteStore, Store

from .contract import OpenStore, StoreContract

# Each opens the store that belongs to a folder; called twice, it opens the same store twice.
STORES: dict[str, Callable[[Path], Store]] = {
    "sqlite file": lambda folder: SqliteStore(folder / "store.sqlite"),
    "sqlite in memory": lambda folder: SqliteStore(":memory:"),
}
ONE_CONNECTION = {"sqlite in memory"}


@pytest.fixture(params=STORES)
def store_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def store(store_name: str, tmp_path: Path) -> Iterator[Store]:
    store = STORES[store_name](tmp_path)
    yield store
    store.close()


@pytest.fixture
def open_again(store_name: str, tmp_path: Path) -> Iterator[OpenStore]:
    if store_name in ONE_CONNECTION:
        pytest.skip("has one connection only")
    opened: list[Store] = []

    def open_store() -> Store:
        opened.append(STORES[store_name](tmp_path))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()


class TestStore(StoreContract):
    pass
