"""A run that is killed half-way leaves a store that opens, and running it again completes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.records import Story
from onrecord.run.shelf import read_shelf
from onrecord.storage import SqliteStore, verify_store
from tests.run.news import NEWS, write_news

ROOT = Path(__file__).parents[2]
DRIVER = """
import os, signal, sys
from pathlib import Path
from onrecord.cli.taking import add_files
from onrecord.run import between, intake
target, calls = sys.argv[1], int(sys.argv[2])
holder, name = (between.Ground, target.split(".")[1]) if target.startswith("Ground.") else (intake, target)
original, count = getattr(holder, name), 0
def kill(*args):
    global count
    result = original(*args)
    count += 1
    if count == calls:
        os.kill(os.getpid(), signal.SIGKILL)
    return result
setattr(holder, name, kill)
intake.take_in.__kwdefaults__["batch"] = 1
add_files([sys.argv[3]], Path(sys.argv[4]), (), None, verbose=False, quiet=True)
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python on the source tree."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run([sys.executable, *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the digest of a store that was made without a kill."""
    folder = tmp_path_factory.mktemp("whole")
    assert run("-m", "onrecord", "add", write_news(folder / "news"), "--store", folder / "a.db").returncode == 0
    with closing(SqliteStore(folder / "a.db")) as store:
        return store.digest()


@pytest.mark.parametrize(
    ("target", "calls", "kept"),
    [("keep_analyses", 1, 0), ("keep_analyses", 3, 2), ("Ground.add", 2, 1), ("Ground.settle", 3, 2), ("keep_problems", 1, len(NEWS))],
)
def test_a_killed_run_leaves_a_store_that_opens_and_is_completed_by_the_next(tmp_path: Path, whole: str, target: str, calls: int, kept: int) -> None:
    folder, path = write_news(tmp_path / "news"), tmp_path / "a.db"
    assert run("-c", DRIVER, target, calls, folder, path).returncode == -signal.SIGKILL
    with closing(SqliteStore(path)) as store:
        assert len(read_shelf(store).analyses) == kept
        assert list(verify_store(store)) == []
        assert {a for s in store.read(Story) for a in s.articles} == {a.article.id for a in read_shelf(store).analyses}
    if kept:
        brief = run("-m", "onrecord", "brief", "--store", path)
        assert brief.returncode == 0
        assert brief.stdout.strip()
    again = run("-m", "onrecord", "add", folder, "--store", path)
    assert again.returncode == 0
    assert f"{len(NEWS) - kept} articles added, {kept} unchanged" in again.stderr
    with closing(SqliteStore(path)) as store:
        assert store.digest() == whole
