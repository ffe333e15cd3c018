"""Tell who only asks for the press: "A reporter asked about the toll. He said" is not about the reporter.

In: words of a source or subject and those behind it. Out: whether somebody of the press asks. Left to others: questions put to somebody (`questions`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.tables import read_lists


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
    entry = read_lists("onrecord.attributions", "askers").get(lang)
    if entry is None:
        return None, None
    press, asks = (re.compile(rf"(?<!\w)(?:{'|'.join(entry[name])})(?!\w)") for name in ("press", "asks"))
    return press, asks
