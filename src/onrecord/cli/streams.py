"""Standard input and output as systems differ in them: their encoding, how a reader that went away shows, how input is ended.

Windows gives what is not its console the code page of the country, in which few languages can be written, and calls a closed pipe an invalid argument.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys

END_OF_INPUT = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
"""What ends input from a keyboard."""


def prepare_output() -> None:
    """Make standard output take every letter: files and pipes get UTF-8; on a terminal of another encoding what it lacks stands as an escape."""
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper) or codecs.lookup(stream.encoding).name == "utf-8":
        return
    if stream.isatty():
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8", errors="strict")


def is_reader_gone(error: OSError, system: str = os.name) -> bool:
    """True when an error says that nobody reads what is written.

    Args:
        error: what was raised.
        system: the name of the system, as `os.name` has it.
    """
    return isinstance(error, BrokenPipeError) or (system == "nt" and error.errno == errno.EINVAL and error.filename is None)
