"""What of an article's text is no news, and who is credited in it. In: its units and what its page said. Out: dropped spans and credits, in order.

Nothing is taken out of the text: what is dropped stays where it stands, with a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.articles.bylines import credit_authors
from onrecord.articles.credits import find_credits
from onrecord.articles.notices import find_notices
from onrecord.articles.sign_offs import find_sign_offs
from onrecord.articles.top import Top
from onrecord.articles.units import Unit
from onrecord.languages.pack import Pack
from onrecord.records import Credit, Dropped

MAX_DROPPED_SHARE = 0.4
"""If more than this would be dropped, something was misread: the longest pieces are put back."""


def part_units(units: tuple[Unit, ...], dropped: tuple[Dropped, ...]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Return the units outside of dropped spans and those inside, each in text order."""
    inside: list[Unit] = []
    outside: list[Unit] = []
    at = 0
    for unit in units:
        while at < len(dropped) and dropped[at].span.end <= unit.start:
            at += 1
        (inside if at < len(dropped) and dropped[at].span.start < unit.end else outside).append(unit)
    return tuple(outside), tuple(inside)


def clean_text(
    text: str, top: Top, pack: Pack | None, aside: Sequence[Unit], given: Sequence[Dropped], authors: Sequence[str],
) -> tuple[tuple[Dropped, ...], tuple[Credit, ...]]:  # fmt: skip
    """Return what is dropped from the whole text and who is credited, both in text order.

    Args:
        text: the article's text.
        top: its beginning, read already, and its body.
        pack: the language's pack.
        aside: units inside of spans that are dropped already.
        given: these spans.
        authors: names that the page says wrote it.
    """
    dropped = list(top.dropped)
    credits = list(top.credits)
    for drop, credit in find_notices(top.body, pack):
        dropped.append(drop)
        credits += [credit] if credit is not None else []
    for drop, names in find_sign_offs(_cut_dropped(top.body, dropped), pack):
        dropped.append(drop)
        credits += names
    credits += find_credits(text, top.body, pack)
    credits += credit_authors(aside, authors)
    limited = _limit_dropped(text, dropped)
    return tuple(sorted((*limited, *given), key=lambda drop: drop.span)), _order_credits(credits)


def _cut_dropped(units: tuple[Unit, ...], dropped: list[Dropped]) -> list[Unit]:
    """Return the units that are left, without notices at their ends, so that what stands before these is the end."""
    left = []
    from_end = sorted(dropped, key=lambda drop: -drop.span.end)
    for unit in units:
        end = unit.end
        for drop in from_end:
            if drop.span.end >= end > drop.span.start >= unit.start:
                end = unit.start + len(unit.text[: drop.span.start - unit.start].rstrip())
        if end > unit.start:
            left.append(unit if end == unit.end else replace(unit, end=end, text=unit.text[: end - unit.start]))
    return left


def _limit_dropped(text: str, dropped: list[Dropped]) -> tuple[Dropped, ...]:
    """Return dropped spans in order, without empty or overlapping ones, at most `MAX_DROPPED_SHARE` of the text in all."""
    kept: list[Dropped] = []
    for drop in sorted(dropped, key=lambda drop: (drop.span.start, -drop.span.end)):
        if drop.span.start < drop.span.end and (not kept or drop.span.start >= kept[-1].span.end):
            kept.append(drop)
    total = sum(drop.span.end - drop.span.start for drop in kept)
    for drop in sorted(kept, key=lambda drop: drop.span.start - drop.span.end):
        if total <= MAX_DROPPED_SHARE * len(text):
            break
        kept.remove(drop)
        total -= drop.span.end - drop.span.start
    return tuple(kept)


def _order_credits(credits: list[Credit]) -> tuple[Credit, ...]:
    """Return credits in text order, the first found of those that overlap."""
    kept: list[Credit] = []
    for credit in credits:
        if all(credit.span.overlap(other.span) == 0 for other in kept):
            kept.append(credit)
    return tuple(sorted(kept, key=lambda credit: credit.span))
