"""Problems of reading a page, made in one way. In: where, code, message. Out: `Problem` records with their ids."""

from __future__ import annotations

from onrecord.ids import make_id
from onrecord.records import Problem


def make_problem(where: str, code: str, message: str, hint: str | None = None) -> Problem:
    """Return a `Problem` with its id.

    Args:
        where: the page's name.
        code: stable code in lower case (`not_text`, `empty`, `too_large`, `encoding_guessed` ...).
        message: what happened, values in backticks.
        hint: the next step for the reader, if there is one.
    """
    return Problem(id=make_id("problem", where, code, message), where=where, code=code, message=message, hint=hint)
