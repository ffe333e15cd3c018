"""Put a file that was written beside another in its place. Windows refuses while somebody has the other one open, often for a moment only: a virus scanner, an indexer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PAUSES_S: Sequence[float] = (0.05, 0.2, 0.8) if os.name == "nt" else ()
"""How long is waited before each further attempt. Elsewhere a refusal is final."""


def take_place(part: Path, path: Path, pauses_s: Sequence[float] = PAUSES_S, sleep: Callable[[float], None] = time.sleep) -> None:
    """Let `part` take the place of `path`, which holds the old or the new content at every moment.

    Args:
        part: the new file, on the same disk.
        path: the old one, which need not exist.
        pauses_s: seconds to wait after each refusal before the last.
        sleep: waits.

    Raises:
        OSError: it cannot; `part` stays.
    """
    for pause_s in pauses_s:
        try:
            part.replace(path)
        except PermissionError:
            sleep(pause_s)
        else:
            return
    part.replace(path)
