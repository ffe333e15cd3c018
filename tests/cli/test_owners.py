"""`--owners` of `compare` and `brief`: outlets of one owner count as one account, and a list that is none is refused before any work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.run.news import to_lines

OWNED = """
[[source]]
name = "Korva Gazette"
url = "https://gazette.example/rss"
owner = "Halcyon Media"

[[source]]
name = "De Avondpost"
url = "https://avondpost.example/rss"
owner = "Halcyon Media"
"""
FIELDS = {"gazette": {"outlet": "Korva Gazette"}, "avondpost": {"outlet": "De Avondpost"}, "herald": {"outlet": "Korva Gazette"}, "lindham": {"outlet": "Mell Courier"}}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("owned") / "news.jsonl"
    path.write_bytes(to_lines(**FIELDS))
    return path


@pytest.fixture(scope="module")
def kept(lines: Path) -> Path:
    assert call("add", lines, "--store", lines.with_name("a.db")).exit_code == 0
    return lines.with_name("a.db")


@pytest.fixture(params=["compare", "brief"])
def command(request: pytest.FixtureRequest, lines: Path, kept: Path) -> list[str | Path]:
    return ["compare", lines] if request.param == "compare" else ["brief", "--store", kept]


def accounts(command: list[str | Path], *more: str | Path) -> list[tuple[int, int, list[str]]]:
    """Return for each story how many accounts it has, and why some count as one."""
    done = call(*command, "--format", "json", *more)
    assert done.exit_code == 0, done.output
    found = [(account["low"], account["high"], [fold["reason"] for fold in account["folds"] if fold["kind"] == "owner"]) for account in json.loads(done.stdout)["accounts"]]
    return sorted(found, reverse=True)


def test_outlets_of_one_owner_count_as_one_account(command: list[str | Path], tmp_path: Path) -> None:
    (tmp_path / "owners.toml").write_text(OWNED, encoding="utf-8")
    assert [high for _, high, _ in accounts(command)] == [2, 1]
    owned = accounts(command, "--owners", tmp_path / "owners.toml")
    assert [high for _, high, _ in owned] == [1, 1]
    assert any("belong to Halcyon Media" in reason for _, _, reasons in owned for reason in reasons)


def test_a_list_of_others_changes_nothing(command: list[str | Path], tmp_path: Path) -> None:
    (tmp_path / "owners.toml").write_text(OWNED.replace("Gazette", "Herald").replace("gazette", "herald"), encoding="utf-8")
    assert accounts(command, "--owners", tmp_path / "owners.toml") == accounts(command)


def test_a_list_that_is_missing_or_a_folder_is_a_wrong_call(command: list[str | Path], tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        done = call(*command, "--owners", path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "--owners" in done.stderr
        assert path.name in done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [("not TOML at all", "line 1"), (OWNED.replace('url = "https://gazette.example/rss"', 'url = "nowhere"'), "line 4 (entry 1)"), (OWNED.replace("owner =", "ower ="), "ower")],
)
def test_a_bad_list_is_refused_and_its_mistakes_are_named(command: list[str | Path], tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "owners.toml").write_text(text, encoding="utf-8")
    done = call(*command, "--owners", tmp_path / "owners.toml")
    assert (done.exit_code, done.stdout) == (3, "")
    assert told in done.stderr
    assert "owners.toml" in done.stderr
