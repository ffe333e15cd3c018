"""`add` of a folder in chunks, killed twice at random steps and then run to its end, leaves the store that a run without a kill leaves."""

from __future__ import annotations

import random
import signal
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.records import Article
from onrecord.run.shelf import read_shelf
from onrecord.storage import SqliteStore, verify_store
from tests.run.test_kill import run

FILES, CHUNK = 50, 8
DRIVER = f"""
import os, signal, sys
from pathlib import Path
from onrecord.cli.taking import add_files
from onrecord.run import ahead, intake
from onrecord.storage import SqliteStore
left = int(sys.argv[1])
write = SqliteStore.replace
def tick(*given):
    global left
    write(*given)
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
SqliteStore.replace = tick
ahead.ENOUGH, ahead.LEAST_TEXTS = {CHUNK}, 2
intake.take_in.__kwdefaults__["batch"] = {CHUNK}
add_files([sys.argv[2]], Path(sys.argv[3]), (), None, verbose=False, quiet=True)
print("writes", -left)
"""
WHO = ("Ada Lind", "Piet Hulst", "Tamsin Orlay", "Jonah Brink", "Mara Teller")
WHERE = ("Korva", "Lindham", "Mell", "Saint Odile", "Harrow Point", "Easterlock", "Vann")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of made-up news in which pieces meet: some are copies, and some tell of one place and person."""
    root = tmp_path_factory.mktemp("made")
    for number in range(FILES):
        who, where = WHO[number % len(WHO)], WHERE[number % len(WHERE)]
        told = number // 7 if number % 6 == 0 else number
        text = f'Port of {where} waits\n\n{where}, 14 March 2031 - "We will close the port of {where} if {told + 2} ships are seized," {who} said on Friday.\n\n'
        (root / f"{number:03}.txt").write_text(f"{text}At least {told + 3} dockers were injured in {where} the day before, the hospital said.\n", encoding="utf-8")
    return root


def add(folder: Path, path: Path, kill: int) -> tuple[int, str]:
    done = run("-c", DRIVER, kill, folder, path)
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int]:
    """Return the digest of a store that was made without a kill, and how often it was written to."""
    path = tmp_path_factory.mktemp("whole") / "a.db"
    status, said = add(folder, path, 0)
    assert status == 0
    with closing(SqliteStore(path)) as store:
        assert len({article.name for article in store.read(Article)}) == FILES
        return store.digest(), int(said.split()[1])


def test_killed_twice_the_articles_are_the_same_and_every_chunk_is_there_or_not(folder: Path, whole: tuple[str, int], tmp_path: Path) -> None:
    path, (digest, writes) = tmp_path / "a.db", whole
    chance, kept = random.Random(3), [0]
    for kill in (chance.randrange(writes // 5, writes // 2), chance.randrange(writes // 10, writes // 3)):
        assert add(folder, path, kill)[0] == -signal.SIGKILL
        with closing(SqliteStore(path)) as store:
            kept.append(len(read_shelf(store).analyses))
            assert kept[-1] % CHUNK == 0 and kept[-1] < FILES
            assert list(verify_store(store)) == []
    assert 0 < kept[1] <= kept[2] < FILES
    done = run("-m", "onrecord", "add", folder, "--store", path)
    assert done.returncode == 0
    assert f"{FILES - kept[2]} articles added, {kept[2]} unchanged" in done.stderr
    with closing(SqliteStore(path)) as store:
        assert store.digest() == digest
        assert list(verify_store(store)) == []
