"""Tell wording that nobody in particular says: "it is feared", "es wird befürchtet", "se teme".

In: the source and cue of a draft in a folded text. Out: whether nobody speaks by them. Left to others: sources that name or describe somebody (`speakers`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.records import Span

REACH_CHARS = 40
"""How far beside its cue such wording may begin and end."""


def find_impersonal(folded: str, lang: str, cues: Sequence[Span]) -> Span | None:
    """Return the impersonal wording that a cue is a part of, `None` when there is none.

    Args:
        folded: the folded text of the article.
        lang: its language.
        cues: the cue of a draft.
    """
    pattern = _load_pattern(primary_subtag(lang))
    if pattern is None:
        return None
    for cue in cues:
        for match in pattern.finditer(folded, max(cue.start - REACH_CHARS, 0), cue.end + REACH_CHARS):
            if match.start() < cue.end and cue.start < match.end():
                return Span(start=match.start(), end=match.end())
    return None


@lru_cache(maxsize=32)
def _load_pattern(lang: str) -> re.Pattern[str] | None:
    forms = _table().get(lang, ())
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Sequence[str]]:
    return tomllib.loads((files("onrecord.attributions") / "impersonal.toml").read_text("utf-8"))
