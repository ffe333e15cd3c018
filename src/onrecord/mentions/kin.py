"""Tell a family from one of its members: "the Solans", "les Dupont", "Familie Solan" are no person.

In: a name of one word, the words beside it, the family names that an article tells in full. Out: whether it is a family. Left to others: whose a family name alone is
(`families`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span

REACH_CHARS = 20
"""How far beside a name its article or the word for a family may stand."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def is_family(text: str, lang: str, span: Span, known: Collection[str]) -> bool:
    """True when a name of one word is that of a family.

    Args:
        text: the article's text.
        lang: its language.
        span: the name.
        known: the folded family names of the persons whom the article names in full.
    """
    entry = _load_lists(primary_subtag(lang))
    name = fold_text(span.of(text), lang)
    if not entry or " " in name:
        return False
    left = max(span.start - REACH_CHARS, text.rfind("\n", 0, span.start) + 1, 0)
    lead, rest = text[left : span.start], text[span.end : span.end + REACH_CHARS]
    words = _WORD.findall(fold_text(lead, lang)) if lead.endswith((" ", "\u00a0")) else []
    before = words[-1] if words else ""
    following = _WORD.match(fold_text(rest, lang).removeprefix(" "))
    if before in entry["articles"] or before in entry["before"] or (following is not None and rest.startswith(" ") and following[0] in entry["behind"]):
        return True
    if entry["plural_articles"] and before not in entry["plural_articles"]:
        return False
    return name not in known and any(name.endswith(ending) and name[: -len(ending)] in known for ending in entry["plurals"])


@lru_cache(maxsize=32)
def _load_lists(lang: str) -> Mapping[str, frozenset[str]]:
    entry = read_lists("onrecord.mentions", "kin").get(lang)
    return {name: frozenset(entry.get(name, ())) for name in ("articles", "plurals", "plural_articles", "before", "behind")} if entry else {}
