"""Whether something is told as done in part: by the first of many, by some of them, to one of two.

In: folded text, the pairs that a condition joins with "and". Out: yes or no. The words are data: `parts.toml`. Left to others: whether it is done at all (`happened.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.records import Mention, Span
from onrecord.statements.bridges import find_names, place_matter
from onrecord.statements.forms import Told, find_forms
from onrecord.statements.words import STEM_CHARS, WORD

WORDS_BESIDE = 3
"""Most words between an "and" and what it joins ("Sarn and the port of Ovik")."""
Joined = tuple[tuple[str, ...], tuple[str, ...]]
_AND = ("all",)


def tells_part(folded: str, lang: str) -> bool:
    """True when folded text holds words for a part of something."""
    pattern = _load(primary_subtag(lang))
    return pattern is not None and pattern.search(folded) is not None


def list_joined(told: Told, pack: Pack, mentions: Sequence[Mention], span: Span) -> Iterator[Joined]:
    """Yield what a span joins with an "and" that stands in no name, both sides by their keys, stems and bridges; nothing where a side is no word of its own."""
    inside = [m for m in mentions if span.holds(m.span)]
    named = [(m.span, (_last_stem(told, m.span), *sorted(find_names([m], span)))) for m in inside]
    others = [(at, (told.folded(at)[:STEM_CHARS], *sorted(bridges))) for at, bridges in place_matter(told, pack, inside, span)]
    places = sorted((at, keys) for at, keys in (*named, *others) if keys)
    for _, joint in find_ands(told, pack, span):
        if any(m.span.overlap(joint) for m in inside):
            continue
        before = max(((at, keys) for at, keys in places if at.end <= joint.start), default=None)
        after = min(((at, keys) for at, keys in places if at.start >= joint.end), default=None)
        if before and after and _gap(told, before[0].end, joint.start) == 0 and _gap(told, joint.end, after[0].start) <= WORDS_BESIDE:
            name = next(((at, keys) for at, keys in named if keys and at.start >= joint.end and _gap(told, joint.end, at.start) <= WORDS_BESIDE), None)
            is_named = any(before[0] == at for at, _ in named)
            yield before[1], (name or after)[1] if is_named else after[1]


def find_ands(told: Told, pack: Pack, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the words of a span that join two things of which both are meant."""
    return ((key, where) for key, where in find_forms(told, pack.conditions, (span,)) if key in _AND)


def lacks_one(joined: Sequence[Joined], keys: Collection[str]) -> bool:
    """True when of two things that a condition joins a passage has only one among its keys."""
    return any(keys_hold(one, keys) != keys_hold(other, keys) for one, other in joined)


def keys_hold(thing: Sequence[str], keys: Collection[str]) -> bool:
    """True when a thing is among the keys of a passage, by any of its own."""
    return any(key in keys for key in thing)


def _last_stem(told: Told, span: Span) -> str:
    """Return the stem of the last word of a name."""
    words = WORD.findall(told.folded(span))
    return words[-1][:STEM_CHARS] if words else ""


def _gap(told: Told, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(told.article.text, start, end))


@cache
def _load(lang: str) -> re.Pattern[str] | None:
    """Return the expression of a language, `None` without one."""
    words = tomllib.loads((files("onrecord.statements") / "parts.toml").read_text("utf-8")).get(lang)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
