"""Runs the command line inside the test's process."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.storage import SqliteStore


def call(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def digest(path: Path) -> str:
    """Return the digest of a store."""
    with closing(SqliteStore(path)) as opened:
        return opened.digest()
