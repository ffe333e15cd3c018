"""Control characters in a text: kept where they stand, so that spans hold, and told. In: a text or the bytes of a page. Out: problems."""

from __future__ import annotations

import re

from onrecord.articles.encodings import count_controls
from onrecord.articles.problems import make_problem
from onrecord.records import Problem

MOST_SHARE = 0.01
"""With a larger share of such bytes a page is in an encoding that uses them (UTF-16), and they are no characters."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""All of Unicode's control characters but those that only break lines and columns."""
_HINT = "they often stand where a letter was lost: compare with the source"


def find_controls(text: str, where: str) -> tuple[Problem, ...]:
    """Return a problem that says how many control characters stand in a text, and which is the first; nothing without any."""
    first = _CONTROL.search(text)
    if first is None:
        return ()
    number = sum(1 for _ in _CONTROL.finditer(text))
    what = "a control character stands" if number == 1 else f"{number} control characters stand"
    message = f"{what} in the text and is kept" if number == 1 else f"{what} in the text and are kept, the first"
    return (make_problem(where, "control_characters", f"{message}: U+{ord(first[0]):04X} at {first.start()}", _HINT),)


def find_lost_controls(data: bytes, where: str) -> tuple[Problem, ...]:
    """Return a problem that says how many control characters of a page the reading of HTML leaves out; nothing without any."""
    number = count_controls(data)
    if not number or number > MOST_SHARE * len(data):
        return ()
    return (
        make_problem(where, "control_characters", f"{number} control character{'s' if number > 1 else ''} in the page; HTML has none, and what is read leaves them out", _HINT),
    )
