"""Which script a text is written in, and which scripts write no blanks between words. In: text. Out: ISO 15924 codes.

Only blocks of Unicode are looked at; which language it is is left to `language`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

CLEAR_SHARE = 0.8
"""Share of the letters from which on a text is in one script; names and addresses in another one take less."""

_BLOCKS: Mapping[str, str] = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʸḀ-ỿⱠ-Ɀ꜠-ꟿＡ-Ｚａ-ｚ",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Jpan": "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kore": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7af",
    "Thai": "\u0e01-\u0e5b",
    "Laoo": "\u0e81-\u0edf",
    "Khmr": "\u1780-\u17ff",
    "Mymr": "\u1000-\u109f",
    "Tibt": "\u0f00-\u0fff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Armn": "\u0530-\u058f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Ethi": "\u1200-\u139f",
}
"""Blocks of Unicode 15, without their signs. `Jpan` stands for all that is written with ideographs."""

READ_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek"})
"""Scripts whose letters are in the model's vocabulary."""

SCRIPT_LANGS: Mapping[str, str] = {
    "Grek": "el", "Hebr": "he", "Kore": "ko", "Thai": "th", "Laoo": "lo", "Khmr": "km", "Mymr": "my", "Tibt": "bo", "Guru": "pa", "Gujr": "gu",
    "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Armn": "hy", "Geor": "ka",
}  # fmt: skip
"""Scripts that newspapers print one language in."""

_UNSPACED = re.compile(f"[{''.join(_BLOCKS[name] for name in ('Jpan', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt'))}]")
_OTHER = re.compile(f"[{''.join(blocks for name, blocks in _BLOCKS.items() if name != 'Latn')}]")


def find_script(text: str, share: float = CLEAR_SHARE) -> str | None:
    """Return the script of such a share of a text's letters; `None` when it is mixed, unknown, or has no letters."""
    if text.isascii() or _OTHER.search(text) is None:
        return "Latn" if _read_block("Latn").search(text) is not None else None
    letters = sum(map(str.isalpha, text))
    for name in _BLOCKS:
        found = _read_block(name).findall(text)
        if letters and len(found) >= share * letters and sum(map(str.isalpha, found)) >= share * letters:
            return name
    return None


def join_main(texts: Sequence[str], chars: int) -> str:
    """Return the beginning of a text without the paragraphs in another script than most of it: of a few words in theirs a classifier makes more
    than of many in another."""
    joined = " ".join(texts)[:chars]
    if joined.isascii() or _OTHER.search(joined) is None:
        return joined
    main = find_script(joined, 0.5)
    if main is None:
        return joined
    own = (text for text in texts if has_script(text[:chars], main) or find_script(text[:chars], 0.5) in (main, None))
    return " ".join(own)[:chars] or joined


def has_script(text: str, script: str) -> bool:
    """True when at least half of a text's characters are plainly of a script: a cheap look before `find_script`."""
    if script == "Latn":
        return text.isascii() or _OTHER.search(text) is None
    return 2 * len(_read_block(script).findall(text)) >= len(text)


def count_unspaced(text: str) -> int:
    """Return how many characters are of scripts without blanks between words."""
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


def has_unspaced(text: str) -> bool:
    """True when a character is of a script without blanks between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


@lru_cache(maxsize=64)
def _read_block(name: str) -> re.Pattern[str]:
    return re.compile(f"[{_BLOCKS[name]}]")
