"""Tell who only asks for the press: "A reporter asked about the toll. He said" is not about the reporter.

In: words of a source or subject and those behind it. Out: whether somebody of the press asks. Left to others: questions put to somebody (`questions`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag


class AskerReader:
    """Tells who asks in one language; nobody does where it has no lists.

    Args:
        lang: a BCP 47 tag; only its first part counts.
    """

    def __init__(self, lang: str) -> None:
        self._press, self._asks = _load_forms(primary_subtag(lang))

    def is_asker(self, who: str, told: str) -> bool:
        """True when folded words name somebody of the press, and others, the cue or the sentence beside them, tell that he asks."""
        if self._press is None or self._asks is None:
            return False
        return self._press.search(who) is not None and self._asks.search(told) is not None


@lru_cache(maxsize=32)
def _load_forms(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    entry = _table().get(lang)
    if entry is None:
        return None, None
    press, asks = (re.compile(rf"(?<!\w)(?:{'|'.join(entry[name])})(?!\w)") for name in ("press", "asks"))
    return press, asks


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files("onrecord.attributions") / "askers.toml").read_text("utf-8"))
