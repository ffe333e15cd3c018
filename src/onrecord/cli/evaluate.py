"""The command `eval`: score the model on gold, print tables or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from onrecord.cli.output import write_json
from onrecord.cli.progress import list_problems, show_progress
from onrecord.encode.model import Model
from onrecord.evaluation.evaluate import evaluate
from onrecord.evaluation.gold import find_shipped_gold, read_gold
from onrecord.evaluation.report import evaluation_to_dict, render_evaluation

WIDTH = 100
"""Columns of the tables where there is no terminal."""


def print_evaluation(langs: Sequence[str], folder: Path | None, model_path: Path | None, form: str, samples: int, *, quiet: bool) -> None:
    """Print how well a model agrees with gold, as `text` or `json`. The gold is read, and refused, before the model is loaded."""
    gold = read_gold(folder or find_shipped_gold(), langs)
    model = Model(model_path)
    with show_progress("scoring", len(gold), quiet=quiet) as advance:
        evaluation = evaluate(gold, model, samples=samples, advance=advance)
    if form == "json":
        click.echo(write_json(evaluation_to_dict(evaluation)))
    else:
        from rich.console import Console

        class PipeConsole(Console):
            """A console that leaves it to the command line what a reader that went away means."""

            def on_broken_pipe(self) -> None:
                """Tell the caller."""
                raise BrokenPipeError

        console = PipeConsole()
        if not console.is_terminal:
            console.width = WIDTH
        render_evaluation(evaluation, console)
    list_problems(evaluation.problems, quiet=quiet)
