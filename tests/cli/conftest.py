"""A folder of news, and stores that hold it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.run.news import write_news


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of four articles."""
    return write_news(tmp_path_factory.mktemp("news"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, news: Path) -> Path:
    """Return a store with the news; no test writes to it."""
    path = tmp_path_factory.mktemp("store") / "filled.db"
    assert call("add", news, "--store", path).exit_code == 0
    return path


@pytest.fixture
def store(tmp_path: Path, filled: Path) -> Path:
    """Return a copy of the filled store."""
    with closing(sqlite3.connect(filled)) as source, closing(sqlite3.connect(tmp_path / "copy.db")) as target:
        source.backup(target)
    return tmp_path / "copy.db"
