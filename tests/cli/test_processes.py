"""The command line as its own process: pipes that close, quick help, standard input and output as bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.run.news import NEWS, to_lines, write_news

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "onrecord", *map(str, arguments)], env=ENVIRONMENT, input=stdin, capture_output=True, timeout=120, check=False)


def test_json_lines_in_json_lines_out() -> None:
    done = run("analyze", stdin=to_lines())
    assert done.returncode == 0
    assert done.stderr == b""
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == list(NEWS)


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    folder = write_news(tmp_path)
    assert run("compare", folder).stdout == run("compare", folder).stdout != b""


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, form: str) -> None:
    folder = write_news(tmp_path)
    command = [sys.executable, "-m", "onrecord", "compare", str(folder), "--format", form]
    read_end, write_end = os.pipe()
    os.close(read_end)
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=write_end, stderr=subprocess.PIPE) as process:
        os.close(write_end)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 0
    assert said == b""


def test_help_loads_neither_the_model_nor_the_pages() -> None:
    code = "import sys; from onrecord.cli.main import main; main(['--help'], standalone_mode=False); print(sorted(sys.modules.keys() & {'onnxruntime', 'numpy', 'trafilatura', 'rich'}))"
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_wrong_call_and_a_missing_store_have_their_statuses(tmp_path: Path) -> None:
    assert run("add").returncode == 2
    assert run("verify", "--store", tmp_path / "none.db").returncode == 4
    failed = run("add", tmp_path / "nowhere", "--store", tmp_path / "a.db")
    assert failed.returncode == 3
    assert b"Traceback" not in failed.stderr
