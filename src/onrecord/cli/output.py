"""Where results go: standard output, or a file that is replaced only when everything was written.

In: a `Comparison` and the form to write it in. Left to others: what is in it, and messages on standard error.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.results import Comparison
from onrecord.sources.replacing import take_place

if TYPE_CHECKING:
    from rich.console import Console

_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Delete, the second set of control characters, and marks that turn the direction of what follows."""


def print_result(comparison: Comparison, form: str, out: Path | None) -> None:
    """Print a comparison as `json`, `text` or `html`, to standard output or a file."""
    from onrecord.views import comparison_to_dict, make_briefing, render_html, render_text

    if form == "text":
        from rich.console import Console

        if out is None:
            render_text(make_briefing(comparison), open_console())
            return
        with _replaced(out) as handle:
            render_text(make_briefing(comparison), Console(file=handle, width=100, no_color=True))
        return
    content = render_html(make_briefing(comparison), comparison.analyses) if form == "html" else write_json(comparison_to_dict(comparison)) + "\n"
    if out is None:
        click.echo(content, nl=False)
        return
    with _replaced(out) as handle:
        handle.write(content)


def write_json(value: object) -> str:
    """Return a value as JSON whose characters all show and none acts on a terminal: what JSON itself leaves as it is stands as an escape."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def open_console(width: int | None = None) -> Console:
    """Return a console on standard output that leaves it to the command line what a reader that went away means.

    Args:
        width: columns where there is no terminal.
    """
    from rich.console import Console

    class PipeConsole(Console):
        """A console that passes on that its reader went away."""

        def on_broken_pipe(self) -> None:
            """Tell the caller."""
            raise BrokenPipeError

    console = PipeConsole()
    if width is not None and not console.is_terminal:
        console.width = width
    return console


def replace_text(out: Path, text: str) -> None:
    """Put a text in place of a file; a kill leaves the old file or the new one."""
    with _replaced(out) as handle:
        handle.write(text)


def check_out(out: Path | None) -> None:
    """Raise `UsageError` when a file cannot be written there, before any work is done for it."""
    if out is not None and not os.access(out.parent, os.W_OK | os.X_OK):
        why = "no such folder" if not out.parent.exists() else "the folder may not be written to"
        raise UsageError(f"`{out}` cannot be written: {why}", hint="name a file in a folder you may write to")


class _replaced:  # noqa: N801  a context manager read like a word
    """A text file that replaces `out` only when everything was written."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def __enter__(self) -> tempfile._TemporaryFileWrapper[str]:
        try:
            self._handle = tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=self._out.parent, delete=False, suffix=".part")
        except OSError as error:
            raise UsageError(f"`{self._out}` cannot be written: {error.strerror or error}", hint="name a file in a folder you may write to") from error
        return self._handle

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._handle.close()
        part = Path(self._handle.name)
        try:
            if kind is None:
                part.chmod(0o644)
                take_place(part, self._out)
        except OSError as error:
            raise UsageError(f"`{self._out}` cannot be written: {error.strerror or error}", hint="close it where it is open, or name another file") from error
        finally:
            with suppress(OSError):  # it has taken its place
                part.unlink(missing_ok=True)
