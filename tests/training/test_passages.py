"""The authored files hold, training and gold are apart, and the command that checks files runs on a bare Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from training.passages import main, read_passages

ROOT = Path(__file__).parents[2]
DATA = sorted((ROOT / "training" / "data").glob("??.txt"))
GOLD = sorted((ROOT / "tests" / "gold").glob("??.txt"))
BLOCK = """## en-001 | port | a threat
{S1:Tamsin Orlay} {Q1:said} {C1:that {threat1:{holder1:she} would close the strait} if {trigger1:a ship was seized}}.
"""


@pytest.mark.parametrize("path", [*DATA, *GOLD], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_authored_file_holds_and_its_ids_are_its_own(path: Path) -> None:
    passages = read_passages(path)
    assert passages
    assert {passage.lang for passage in passages} == {path.stem}
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        assert all(passage.text[mark.start : mark.end].strip() == passage.text[mark.start : mark.end] for mark in passage.marks)


def test_what_measures_is_not_what_trains() -> None:
    trained = {passage.text for path in DATA for passage in read_passages(path)}
    assert not trained & {passage.text for path in GOLD for passage in read_passages(path)}


def test_the_check_counts_files_and_fails_on_a_broken_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "en.txt", tmp_path / "nl.txt"
    good.write_text(BLOCK, encoding="utf-8")
    bad.write_text("## en-002 | x\n{S1:Ada", encoding="utf-8")
    assert main([str(good)]) == 0
    assert main([str(good), str(bad)]) == 1
    assert "never closed" in capsys.readouterr().out


def test_the_check_needs_nothing_installed() -> None:
    done = subprocess.run([sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import training.passages"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
