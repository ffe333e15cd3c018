"""Patterns that find any of many forms. In: forms of a pack or a table. Out: the inside of a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def join_forms(forms: Iterable[str]) -> str:
    """Return an alternation in which a longer form wins over its own beginning; empty when there are no forms.

    Forms that begin alike share their beginning: at each place of a text the branches are tried in turn, and few beginnings fail sooner than many forms.
    """
    rest: dict[str, list[str]] = {}
    for form in sorted(set(forms)):
        rest.setdefault(form[:1], []).append(form[1:])
    ends = rest.pop("", None) is not None
    branches = [re.escape(first).replace(r"\ ", " ") + _join_rests(rests) for first, rests in rest.items()]
    return "|".join([*branches, ""] if ends else branches)


def join_stems(forms: Iterable[str]) -> str:
    """Return an alternation of forms in which a hyphen stands where a word may go on: "ministerstw-", "-ministerium"; it matches nothing when there are no forms."""
    more = r"[^\W_]*"
    groups: dict[tuple[bool, bool], list[str]] = {}
    for form in forms:
        groups.setdefault((form.startswith("-"), form.endswith("-")), []).append(form.strip("-"))
    return "|".join(f"{more * before}(?:{join_forms(found)}){more * behind}" for (before, behind), found in sorted(groups.items())) or "(?!)"


def _join_rests(rests: Sequence[str]) -> str:
    """Return what may follow where forms part."""
    joined = join_forms(rests)
    return joined if len(rests) == 1 else f"(?:{joined})"
