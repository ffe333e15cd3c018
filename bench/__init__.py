"""Measurements of onrecord: speed and memory (`bench.speed`), agreement with gold (`bench.quality`). Not part of the package.

Here stands what the measurements of quality share: where gold and output lie, how a scorer is called, what a table is.
Nothing of onrecord is imported before it is needed, so that `bench.speed` stays small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does: two articles are too little work for several threads

if TYPE_CHECKING:
    from onrecord.encode.model import Model
    from onrecord.views import Json, JsonObject

Cell = str | int | float | None


class BenchError(Exception):
    """A job that cannot be carried out: a scorer failed, or a file is not as described."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table: cells are figures in per cent, counts or words; `None` = nothing to score."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def print(self) -> None:
        """Print the table on standard output."""
        from rich.console import Console
        from rich.table import Table

        table = Table(title=self.title)
        for place, column in enumerate(self.columns):
            table.add_column(column, justify="right" if place else "left")
        for row in self.rows:
            table.add_row(*("-" if cell is None else f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row))
        Console(width=None if sys.stdout.isatty() else 150).print(table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a job found: everything for `scores.json`, and the tables."""

    scores: JsonObject
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where things are: the shared folder, the folder for output, and how many records of each set to take (`None` = all)."""

    shared: Path
    out: Path
    sample: int | None

    @cached_property
    def model(self) -> Model:
        """The shipped model, loaded when first needed."""
        from onrecord.encode.model import Model

        return Model()

    def read(self, name: str) -> list[JsonObject]:
        """Return the records of a file of the shared folder."""
        return [json.loads(line) for line in (self.shared / name).read_text(encoding="utf-8").splitlines() if line.strip()]

    def cut(self, records: list[JsonObject]) -> list[JsonObject]:
        """Return the records to take."""
        return records if self.sample is None else records[: self.sample]

    def write(self, name: str, records: Iterable[JsonObject]) -> Path:
        """Write JSON Lines into the output folder."""
        path = self.out / name
        path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
        return path

    def score(self, script: str, *arguments: str | Path) -> JsonObject:
        """Run a scorer of the shared folder and return its answer."""
        run = subprocess.run([sys.executable, str(self.shared / script), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False)
        if run.returncode:
            raise BenchError(f"`{script} {arguments[0]}` failed: {(run.stderr.strip().splitlines() or ['no message'])[-1]}")
        answer: JsonObject = json.loads(run.stdout)
        return answer


def text_of(record: JsonObject, key: str) -> str:
    """Return a field that must be a string."""
    value = record[key]
    if not isinstance(value, str):
        raise BenchError(f"`{key}` is {type(value).__name__}, not a string")
    return value


def objects_of(record: JsonObject, key: str) -> list[JsonObject]:
    """Return a field that must be a list of objects."""
    value = record[key]
    if not isinstance(value, list):
        raise BenchError(f"`{key}` is {type(value).__name__}, not a list")
    return [item for item in value if isinstance(item, dict)]


def percent(scores: Json, *path: str) -> float | None:
    """Return the share at a path of a score as per cent; `None` when it is not there."""
    for key in path:
        scores = scores.get(key) if isinstance(scores, dict) else None
    return round(100 * scores, 1) if isinstance(scores, int | float) and not isinstance(scores, bool) else None


def count(scores: Json, *path: str) -> int | None:
    """Return the count at a path of a score."""
    for key in path:
        scores = scores.get(key) if isinstance(scores, dict) else None
    return int(scores) if isinstance(scores, int | float) else None


def f1(hits: float, predicted: float, gold: float) -> JsonObject:
    """Return precision, recall and F1 of counts."""
    p, r = (hits / predicted if predicted else 0.0), (hits / gold if gold else 0.0)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0, "predicted": predicted, "gold": gold}


def as_list(value: Json) -> list[Json]:
    """Return a value that must be a list."""
    return value if isinstance(value, list) else []
