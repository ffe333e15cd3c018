"""Who did it, where only one telling says so: "three fishermen were killed by the navy" / "three fishermen were killed".

In: a `Pair`. Out: findings labelled `actor_changed`, whose reason begins with `DOER`. Left to others: two tellings that name two doers (`actors.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, Pack
from onrecord.records import Span
from onrecord.statements.differences.clauses import find_small_words
from onrecord.statements.differences.logic import stands_in
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

DOER = "doer: "
"""How the reason begins."""
MOST_WORDS = 4
"""Words behind "by" in which the noun for who did it ends, at most."""
_GAP = re.compile(r"[ \u00a0]")
_AGENT_LAST = frozenset({"tr"})
"""Languages in which the word for "by" stands behind who did it."""


def find_agent_changes(pair: Pair) -> Iterator[Finding]:
    """Yield who did what both tell, where one telling names nobody who did it: neither behind a "by" nor anywhere else."""
    for side, other, on_left in ((pair.left, pair.right, True), (pair.right, pair.left, False)):
        acts = list(_find_passives(side))
        if not acts or any(True for _ in _find_passives(other)):
            continue
        doer = next((doer for act, doer in acts if stands_in(pair, act, on_left=on_left) and not stands_in(pair, doer, on_left=on_left)), None)
        if doer is not None:
            reason = f"{DOER}`{side.cut(doer)}` stands on one side only"
            yield Finding(label="actor_changed", left=doer if on_left else None, right=None if on_left else doer, reason=reason)
            return


def _find_passives(side: Side) -> Iterator[tuple[Span, Span]]:
    """Yield (act, who did it): a word for an act right before a "by", and the name or the noun for somebody right behind it."""
    if side.pack is None or primary_subtag(side.lang) in _AGENT_LAST:
        return
    text = side.article.text
    agents = find_small_words(side, "agents", side.attribution.content)
    if not agents:
        return
    acts = [span for _, span in find_forms(side, _list_acts(side.pack), side.attribution.content)]
    for by in agents:
        act = next((span for span in acts if span.end < by.start and _GAP.fullmatch(text, span.end, by.start)), None)
        piece = next((piece for piece in side.attribution.content if piece.holds(by)), by)
        doer = _find_doer(side, Span(start=by.end, end=max(by.end, piece.end))) if act is not None else None
        if act is not None and doer is not None:
            yield act, doer


def _find_doer(side: Side, rest: Span) -> Span | None:
    """Return the words from a "by" to the noun or name that ends close behind it, `None` where they tell of nobody: a day, a thing, a number."""
    words = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(side.article.text, rest.start, rest.end)][:MOST_WORDS]
    ends = (at for at in range(1, len(words)) if side.article.text[words[at - 1].end : words[at].start].strip())
    close = words[: next(ends, len(words))]
    if not close:
        return None
    area = close[0].cover(*close[1:])
    named = [m.span for m in side.mentions if m.kind in ("person", "organisation") and close[0].start <= m.span.start < area.end]
    nouns = [span for _, span in find_forms(side, _list_people(side.pack), (area,))] if side.pack else []
    nouns += [*(span for table in ("roles.toml", "bodies.toml") for _, span in find_nouns(side, (area,), table)), *find_small_words(side, "forces", (area,))]
    end = min((span.end for span in (*named, *nouns)), default=None)
    return Span(start=close[0].start, end=end) if end is not None else None


@cache
def _list_acts(pack: Pack) -> FormTable:
    """Return the words of a pack for what may be done to somebody or something, as one table."""
    tables: tuple[Mapping[str, tuple[str, ...]], ...] = (
        pack.figures.kinds,
        *(pack.intensity.get(group, {}) for group in ("violence", "damage", "custody", "seizure", "departure")),
    )
    return {"act": tuple(dict.fromkeys(form for table in tables for forms in table.values() for form in forms))}


@cache
def _list_people(pack: Pack) -> FormTable:
    """Return the words of a pack for groups of people and offices, as one table."""
    return {"people": tuple(dict.fromkeys(form for table in (pack.figures.populations, pack.offices) for forms in table.values() for form in forms))}
