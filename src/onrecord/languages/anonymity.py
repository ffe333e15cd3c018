"""Words that keep a source's name back: "who asked not to be named", "a person close to the ministry".

In: folded text and a language. Out: yes or no. Left to others: whose words they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.tables import read_lists


def find_kept_back(folded: str, lang: str, start: int, end: int) -> int | None:
    """Return where a piece of folded text first says that somebody is not to be named; `None` where it does not."""
    pattern = _load_pattern(primary_subtag(lang), ("kept_back",))
    found = pattern.search(folded, start, end) if pattern else None
    return found.start() if found else None


def is_anonymous(source: str, lang: str) -> bool:
    """Return True when the folded words for a source say that its name is kept back, only whom it is close to, or that it is a source."""
    pattern = _load_pattern(primary_subtag(lang), ("kept_back", "near", "source"))
    return pattern is not None and pattern.search(source) is not None


@lru_cache(maxsize=64)
def _load_pattern(lang: str, kinds: tuple[str, ...]) -> re.Pattern[str] | None:
    entry = read_lists("onrecord.languages", "anonymity").get(lang)
    return re.compile(rf"(?<!\w)(?:{join_forms(form for kind in kinds for form in entry[kind])})(?!\w)") if entry else None
