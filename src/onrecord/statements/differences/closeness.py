"""One place that both tell, one of them more closely: "Korva" / "the brickworks in Korva", "Korva" / "the Korva province".

In: two parts of a `Pair` that say the same, and the names that only one of its sides has. Out: a finding labelled `place_changed`, whose
reason begins with `CLOSER`. Left to others: two places that are not one (`names.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.languages.fold import primary_subtag
from onrecord.names.places import find_country
from onrecord.records import Mention, Span
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.differences.phrases import is_located, widen
from onrecord.statements.differences.places import find_place_nouns
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side

CLOSER = "closer: "
"""How the reason begins."""
_BESIDE = re.compile(r"[ \u00a0]?(?:[^\W\d_]{1,3}[ \u00a0'’])?")
"""Between a name and the noun that says what it is, at most a small word: "province of Korva", "provincia de Korva"."""
_WITHIN = re.compile(r"[,]?[ \u00a0](?:[^\W\d_]{1,8}[ \u00a0]){0,3}")
"""Between a place and the one it lies in: "the brickworks in the city of Korva", "Korva, at the brickworks"."""
_COMPOUND = re.compile(r"(?:[-‐‑][^\W\d_]+)+")
_HEAD = re.compile(r"(?:[ \u00a0][^\W\d_]+){1,2}")
_HEAD_LAST = frozenset({"en", "nl", "de", "tr"})
"""Languages in which a name stands before the noun that it tells more of: "a Korva clinic", "the Korva apartment complex"."""
REACH = 24
"""Code points before a name in which such a noun stands elsewhere: "la clinique de Korva"."""
_AREA = "region"
"""The concept of `places.toml` that makes more of a town than itself: the province, and not the city, of Korva ..."""
_ITSELF = frozenset({"city", "village", "republic", "territory", "border"})
"""... and those that add nothing to a name; all others (a market, a hospital) stand inside the place."""

Part = tuple[Span, Sequence[Mention]]


def find_closer_place(pair: Pair, left: Part, right: Part) -> Finding | None:
    """Return a place of both parts that one of them tells more closely; `None` where they share no place, or where both add one of their own.

    A country adds nothing: it only says where the shared place lies.

    Args:
        pair: the two tellings.
        left: a part of the left one, and the names of places that only the left one has.
        right: the same of the right one.
    """
    shared = [_first_place(part, [m for m in side.mentions if m not in own]) for side, (part, own) in ((pair.left, left), (pair.right, right))]
    if shared[0] is None or shared[1] is None:
        return None
    own = [_first_place(part, names) for part, names in (left, right)]
    phrases = [_add_noun(pair.left, shared[0], left[0]), _add_noun(pair.right, shared[1], right[0])]
    if (own[0] is None) == (own[1] is None):
        if own[0] is not None or (phrases[0] == shared[0]) == (phrases[1] == shared[1]):
            return None
    else:
        at = 0 if own[0] is not None else 1
        side, part, name = (pair.left, left[0], own[0]) if at == 0 else (pair.right, right[0], own[1])
        if name is None or not is_located(side, name, part) or find_country(side.cut(name), side.lang):
            return None
        phrases[at] = _join_places(side, _take_compound(side, name), phrases[at])
    spans = [widen(side, phrase, part) for side, phrase, part in ((pair.left, phrases[0], left[0]), (pair.right, phrases[1], right[0]))]
    return Finding(label="place_changed", left=spans[0], right=spans[1], reason=f"{CLOSER}`{pair.left.cut(spans[0])}` here, `{pair.right.cut(spans[1])}` there")


def _first_place(part: Span, mentions: Sequence[Mention]) -> Span | None:
    """Return the first named place in a part, `None` without one."""
    return next((m.span for m in mentions if m.kind == "place" and part.holds(m.span)), None)


def _add_noun(side: Side, name: Span, part: Span) -> Span:
    """Return a name with the noun beside it that makes a province of it, or tells where in it ("the market in Korva"), else the name."""
    for concept, noun in find_place_nouns(side, (part,)):
        first, second = sorted((name, noun))
        gap = side.article.text[first.end : second.start]
        if concept not in _ITSELF and (_BESIDE.fullmatch(gap) or (concept != _AREA and is_located(side, noun, part) and _WITHIN.fullmatch(gap))):
            return name.cover(noun)
    return name


def find_site(side: Side, name: Span) -> Span | None:
    """Return the noun in a name, or right beside it, for something smaller than a town: a street, a house, a hospital; `None` without."""
    after = _HEAD.match(side.article.text, name.end) if primary_subtag(side.lang) in _HEAD_LAST else None
    around = Span(start=max(0, name.start - REACH), end=after.end() if after else name.end)
    for concept, noun in find_nouns(side, (around,), "places.toml", in_names=True):
        is_before = noun.end <= name.start and _BESIDE.fullmatch(side.article.text[noun.end : name.start])
        if concept not in _ITSELF and concept != _AREA and (noun.end > name.start or is_before):
            return noun
    return None


def _take_compound(side: Side, name: Span) -> Span:
    """Return a name with the rest of the compound that it begins ("Korva-works")."""
    rest = _COMPOUND.match(side.article.text, name.end)
    return Span(start=name.start, end=rest.end()) if rest else name


def _join_places(side: Side, one: Span, other: Span) -> Span:
    """Return two places that stand in one phrase as that phrase, else the first."""
    first, second = sorted((one, other))
    return one.cover(other) if first.end <= second.start and _WITHIN.fullmatch(side.article.text[first.end : second.start]) else one
