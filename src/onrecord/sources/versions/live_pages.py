"""Which entries of a live blog were taken out, told from what its page listed at two times.

In: ids of entries in the order of the page, before and now. Out: ids of those that were taken out. Pages show a part of a long blog: what only
moved on to a further page is not taken for taken out, and neither is what is listed and could not be read.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

PART_SHARE = 0.5
"""More than this share of a page's entries missing at one end: the page shows a part of them now, or is another one."""


def find_taken_out(before: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """Return the entries that were taken out, in their order before.

    An entry that stood between others that are still there was. One that stood at an end is off the page as well when as many came at the other
    end as are missing at this one, or when most of them are missing.

    Args:
        before: the entries of the page when it was read before.
        now: its entries now. When none of those before is among them, it is another page, and nothing is known.
    """
    known, shown = set(before), set(now)
    kept = [place for place, entry in enumerate(before) if entry in shown]
    if not kept:
        return ()
    head, tail = kept[0], len(before) - 1 - kept[-1]
    old = [place for place, entry in enumerate(now) if entry in known]
    new_head, new_tail = old[0], len(now) - 1 - old[-1]
    first = head if _is_off_page(head, new_tail, len(before)) else 0
    last = len(before) - (tail if _is_off_page(tail, new_head, len(before)) else 0)
    return tuple(entry for entry in before[first:last] if entry not in shown)


def put_in(shown: Sequence[str], unread: Set[str], before: Sequence[str]) -> tuple[str, ...]:
    """Return the entries of a page with those among them that it lists and that could not be read: each behind the one it stood behind before.

    Args:
        shown: the entries that were read, in the order of the page.
        unread: those that were not; what is among the others already stays where it is.
        before: the entries of the page when it was read before, in its order. Those that are not among them come last.
    """
    found = list(shown)
    for place, entry in enumerate(before):
        if entry in unread and entry not in found:
            behind = next((found.index(other) + 1 for other in reversed(before[:place]) if other in found), 0)
            found.insert(behind, entry)
    return (*found, *sorted(unread - set(found)))


def _is_off_page(missing: int, came: int, count: int) -> bool:
    """True when entries missing at one end of a page only moved on, as new ones came at the other."""
    return missing > 0 and (came >= missing or missing > PART_SHARE * count)
