"""Decides which event word ("killed", "fled") governs which number of a sentence.

In: the counted numbers of one sentence and the words around them. Out: a kind for each, or `None`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.figures.counted import Counted, is_one_word
from onrecord.figures.frames import cut_frames
from onrecord.figures.lexicon import KIND_ROLE, PEOPLE_ROLE, THING_ROLE, Lexicon
from onrecord.figures.natural import KILLED, find_nature, is_plain
from onrecord.figures.parts import is_whole
from onrecord.figures.tolls import is_reached, is_toll
from onrecord.figures.unreal import is_unreal
from onrecord.records import Span

MAX_AFTER = 9
"""How many words may stand between a noun and the event word after it ("5 people in two villages near the city were killed")."""
MAX_REACH = 60 * (MAX_AFTER + 1)
"""How many code points may lie between a number and its event word, with who says it: farther off the words between are not even counted."""
MAX_AFTER_ONE = 5
"""The same after one person told of: farther on something else is told of them."""
MAX_TOLL = 5
OF_PEOPLE = frozenset({"killed", "injured", "arrested"})
"""Kinds of what is done to people, never to things: "he ran into two parked cars and was killed"."""
FIGHTING = frozenset({"soldiers", "fighters", "police"})
"""Populations of which those lost are dead; others are lost to rivals, too: "the firm lost 300 workers"."""
TOLLS = frozenset({"killed", "injured", "missing"})
"""Kinds of which a toll is told after what adds to it."""
UPROOTED = frozenset({"refugees"})
"""Populations whose noun tells what befell them."""
UPROOTED_KINDS = frozenset({"displaced", "fled"})
ACTIVE_COST = 6
"""What an event word costs for the number before it when another stands right after it: "two bombs killed 14 people"."""
MAX_JOINT = 3
"""How many words may stand between two numbers of one list ("10 people, including three children")."""
HAVE_AGES = frozenset({"fr", "es", "it", "pt"})
"""Languages in which people have their years: a bare number that they are is a count."""
_CLOSED = frozenset({"", ".", ";", "!", "?"})
_CLAUSE_END = re.compile(r"[,;:()\n]|\s[-\u2013\u2014]\s")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STOP = re.compile(r"[;:\n]|\s[-\u2013\u2014]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """An event word; one person is told of by it only where `of_one` is true."""

    start: int
    end: int
    kind: str
    of_one: bool


def find_kinds(
    folded: str, start: int, end: int, counted: Sequence[Counted], lexicon: Lexicon, voices: Sequence[Span] = (), *, calm: bool = False, names: Collection[int] = ()
) -> list[str | None]:
    """Return the kind of each counted number of a sentence, in their order; `None` where no event word governs it.

    Each event word goes first to the number nearest to it; a number left over takes the kind of its neighbour in a list.

    Args:
        folded: folded text.
        start: where the sentence starts.
        end: where it ends.
        counted: numbers of the sentence in text order.
        lexicon: the words of the language.
        voices: spans of who says something there, with its cue; they part no event from its number.
        calm: whether the text is one without violence.
        names: where names of persons start.
    """
    kinds: list[str | None] = [item.kind or item.strong_kind for item in counted]
    events = _find_events(folded, start, end, counted, lexicon, calm=calm)
    costs: list[tuple[int, int, int]] = []
    for i, item in enumerate(counted):
        if kinds[i] is not None:
            continue
        is_doer = _is_doer(folded, item, events, counted, lexicon, names)
        for j, event in enumerate(events):
            if is_doer and event.start >= item.end and not _is_passive(folded, event, lexicon):
                continue
            cost = _cost(folded, item, event, counted, lexicon, voices)
            if cost is not None:
                costs.append((cost, i, j))
    used: set[int] = set()
    for _, i, j in sorted(costs):
        if kinds[i] is None and j not in used:
            kinds[i] = events[j].kind
            used.add(j)
    unused = [event for j, event in enumerate(events) if j not in used]
    _share_in_lists(folded, counted, kinds, events, lexicon, lambda place, kind: _is_claimed(folded, place, kind, counted, unused, lexicon, voices))
    found = [kind or _told_as_lost(folded, item, lexicon) or item.weak_kind or _told_before(folded, start, item, lexicon) for kind, item in zip(kinds, counted, strict=True)]
    return [kind or _told_as_toll(folded, at, found, counted, lexicon) for at, kind in enumerate(found)]


def _told_as_lost(folded: str, item: Counted, lexicon: Lexicon) -> str | None:
    """Return `killed` for troops that their side is said to have lost: "the army lost three soldiers"."""
    if item.population not in FIGHTING:
        return None
    start = item.number.hedges[0][0] if item.number.hedges and item.number.hedges[0][0] < item.number.start else item.number.start
    before, behind = _WORD.findall(folded[max(0, start - 24) : start]), _WORD.match(folded, item.end + 1)
    lost = (bool(before) and before[-1] in lexicon.lists["lost"]) or (behind is not None and behind[0] in lexicon.lists["lost_behind"])
    return "killed" if lost else None


def _told_as_toll(folded: str, at: int, kinds: Sequence[str | None], counted: Sequence[Counted], lexicon: Lexicon) -> str | None:
    """Return the kind of the number before for a bare one that is its toll: "another three died, bringing the toll to 15"."""
    item, before = counted[at], counted[at - 1] if at else None
    if before is None or kinds[at - 1] not in TOLLS or item.population is not None or item.kind is not None or (item.number.point or 0.0) <= (before.number.point or 0.0):
        return None
    end = item.number.hedges[0][0] if item.number.hedges and item.number.hedges[0][0] < item.number.start else item.number.start
    words = _WORD.findall(folded[max(before.end, end - 24) : end])
    return kinds[at - 1] if words and is_reached(folded, end, words[-1], lexicon) else None


def _told_before(folded: str, start: int, item: Counted, lexicon: Lexicon) -> str | None:
    """Return the kind of the noun of people that a bare number at the end of a clause is said to be: "le vittime sono due".

    Not where people are their age, as in English: "the victim was 24".
    """
    if item.population is not None or lexicon.lang not in HAVE_AGES or folded[item.end : item.end + 1] not in _CLOSED:
        return None
    end = item.number.hedges[0][0] if item.number.hedges and item.number.hedges[0][0] < item.number.start else item.number.start
    gap = _CLAUSE_END.split(folded[max(start, end - 60) : end])[-1]
    words = _WORD.findall(gap)
    if len(words) < 2 or words[-1] not in lexicon.lists["passive"]:
        return None
    roles = lexicon.roles.get(words[-2], ())
    return next((concept for role, concept in roles if role == KIND_ROLE), None) if any(role == PEOPLE_ROLE for role, _ in roles) else None


def _find_events(folded: str, start: int, end: int, counted: Sequence[Counted], lexicon: Lexicon, *, calm: bool) -> list[_Event]:
    """Return the event words of a sentence that are not part of a counted number, none of a death of itself."""
    events, is_ill = [], False
    for form in lexicon.concept.finditer(folded, start, end):
        roles = lexicon.roles[form[0]]
        if any(role == PEOPLE_ROLE for role, _ in roles):
            continue
        kind = next((concept for role, concept in roles if role == KIND_ROLE), None)
        inside = any(item.number.start <= form.start() < item.end for item in counted)
        if kind is None or inside or is_unreal(folded, form.start(), form.end(), lexicon.lang):
            continue
        nature = find_nature(folded, form.span(), (start, end), lexicon.lang, calm=calm) if kind == "killed" else KILLED
        is_ill = is_ill or nature.of_one
        if not nature.of_many:
            events.append(_Event(start=form.start(), end=form.end(), kind=kind, of_one=not nature.of_one))
    return [replace(event, of_one=False) if is_ill and event.kind == "injured" else event for event in events]


def _is_doer(folded: str, item: Counted, events: Sequence[_Event], counted: Sequence[Counted], lexicon: Lexicon, names: Collection[int]) -> bool:
    """True where the first event word behind a number is what the counted do to others: "two boys shot Jane Roe", "a man killed a neighbour"."""
    event = next((event for event in events if event.start >= item.end), None)
    if event is None or not lexicon.lists["objects"] or any(item.end <= other.number.start < event.start for other in counted):
        return False
    gap = folded[item.end : event.start]
    if len(_WORD.findall(gap)) > MAX_AFTER or _STOP.search(gap) or _is_passive(folded, event, lexicon) or is_plain(folded[event.start : event.end], lexicon.lang):
        return False
    beside = any(0 <= other.number.start - event.end <= 1 and other.strong_kind is None for other in counted)
    return beside or event.end + 1 in names or _has_object(folded, event, lexicon)


def _has_object(folded: str, event: _Event, lexicon: Lexicon) -> bool:
    """True when an article, a pronoun or an age stands right behind an event word: "killed his", "shot 14-year-old"."""
    following = _WORD.match(folded, event.end + 1) if folded[event.end : event.end + 1] == " " else None
    if following is None:
        return False
    age = following[0].lstrip("0123456789").lstrip("-")
    return following[0] in lexicon.lists["objects"] or (following[0][0].isdigit() and age in lexicon.lists["ages"])


def _is_passive(folded: str, event: _Event, lexicon: Lexicon) -> bool:
    """True when a word of the passive stands right before an event word."""
    before = _WORD.findall(folded[max(0, event.start - 24) : event.start])
    return bool(before) and before[-1] in lexicon.lists["passive"]


def _cost(folded: str, item: Counted, event: _Event, counted: Sequence[Counted], lexicon: Lexicon, voices: Sequence[Span]) -> int | None:
    """Return how far an event word is from a number that it may govern, `None` when it may not."""
    if max(event.start - item.end, item.number.start - event.end) > MAX_REACH:
        return None
    if (event.kind in OF_PEOPLE and _is_thing(item, lexicon)) or (is_one_word(item) and not event.of_one):
        return None
    if event.start >= item.end:
        gap, _ = cut_frames(folded[item.end : event.start], item.end, lexicon.lang, voices, is_before=False)
        words = _WORD.findall(gap)
        if words and words[-1] in lexicon.lists["objects"] and _opens_noun(folded, event.end, lexicon):
            return None
        if len(words) > (MAX_AFTER_ONE if item.number.form == "one" else MAX_AFTER) or _STOP.search(gap) or folded[event.start : event.end] in lexicon.lists["active"]:
            return None
        if item.population is None and not _is_bare_subject(words, lexicon):
            return None
        passive = bool(words) and words[-1] in lexicon.lists["passive"]
        if not passive and _has_object(folded, event, lexicon) and not is_plain(folded[event.start : event.end], lexicon.lang):
            return None
        between = sum(1 for other in counted if item.end <= other.number.start < event.start)
        doing = not passive and any(0 <= other.number.start - event.end <= 1 for other in counted)
        return len(words) - passive + 2 * gap.count(",") + 2 * between + ACTIVE_COST * doing
    if event.end > item.number.start or is_whole(folded, (event.start, event.end), item.number.start, lexicon.lang):
        return None
    gap, cut = cut_frames(_without_hedges(folded, event.end, item), event.end, lexicon.lang, voices, is_before=True)
    if all(not event.end <= other.number.start < item.number.start for other in counted) and is_toll(folded, (event.start, event.end), (item.number.start, item.end), gap, lexicon):
        return 0
    if _STOP.search(gap) or "," in gap:
        return None
    words = _WORD.findall(gap)
    if all(any(word in lexicon.lists[name] for name in ("of", "more", "passive", "objects")) for word in words):
        return len(words) + cut
    if len(words) <= MAX_TOLL and words[-1] in lexicon.lists["toll_links"]:
        return 3 + len(words) + cut
    return None


def _is_thing(item: Counted, lexicon: Lexicon) -> bool:
    """True when the noun of a number names things alone; households are people."""
    roles = lexicon.roles.get(item.unit or "", ())
    return item.population != "households" and any(role == THING_ROLE for role, _ in roles) and not any(role == PEOPLE_ROLE for role, _ in roles)


def _opens_noun(folded: str, at: int, lexicon: Lexicon) -> bool:
    """True when a word that may be a noun stands right behind: what was said of it is not said of others ("a slain friend")."""
    word = _WORD.match(folded, at + 1) if folded[at : at + 1] == " " else None
    return word is not None and word[0] not in lexicon.stopwords and all(role != KIND_ROLE for role, _ in lexicon.roles.get(word[0], ()))


def _is_bare_subject(words: list[str], lexicon: Lexicon) -> bool:
    """True when at most one word of content stands between a bare number and its event word: "3 dogs were killed"."""
    content = [word for word in words if word not in lexicon.stopwords and word not in lexicon.lists["more"]]
    return len(words) <= 5 and len(content) <= 1


def _without_hedges(folded: str, start: int, item: Counted) -> str:
    """Return the text from `start` to the number, without its hedges."""
    kept, at = "", start
    for left, right in item.number.hedges:
        if start <= left and right <= item.number.start:
            kept += folded[at:left]
            at = right
    return kept + folded[at : item.number.start]


def _tells_own_kind(item: Counted, other: Counted, kind: str | None, words: Sequence[str], lexicon: Lexicon) -> bool:
    """True for refugees and displaced people beside others of another kind: "1,200 dead and 2.5 million displaced", not "two guards and a refugee were killed".

    They tell what befell them where the others are told by a noun of what befell them, too, or are fewer; not where they are part of them ("among them three refugees").
    """
    if item.population not in UPROOTED or kind in UPROOTED_KINDS:
        return False
    told = f" {' '.join(words)} "
    parted = any(f" {phrase} " in told for phrase in lexicon.lists["including"] - lexicon.lists["and"] - lexicon.lists["to"])
    is_more = (item.number.point or item.number.low or 0.0) > (other.number.point or other.number.low or 0.0)
    return is_more or (not parted and other.strong_kind is not None and other.population is None)


def _is_claimed(folded: str, place: int, kind: str, counted: Sequence[Counted], unused: Sequence[_Event], lexicon: Lexicon, voices: Sequence[Span]) -> bool:
    """True when an event word of another kind that governs nothing yet stands before a number in its clause: "died in the raid four soldiers and nine were wounded".

    It governs what stands right behind it where that is a noun with its article ("killed the general").
    """
    item = counted[place]
    since = counted[place - 1].end if place else 0
    for event in unused:
        if event.kind == kind or not since <= event.start or event.end > item.number.start:
            continue
        gap, _ = cut_frames(_without_hedges(folded, event.end, item), event.end, lexicon.lang, voices, is_before=True)
        words = _WORD.findall(gap)
        has_object = bool(words) and words[0] in lexicon.lists["objects"]
        if len(words) <= MAX_AFTER and not has_object and not _STOP.search(gap) and not lexicon.lists["and"].intersection(words):
            return True
    return False


def _share_in_lists(folded: str, counted: Sequence[Counted], kinds: list[str | None], events: Sequence[_Event], lexicon: Lexicon, is_claimed: Callable[[int, str], bool]) -> None:
    """Give numbers without a kind the kind of the number they are listed with, from either side; from the right none that another event word claims or parts from it."""
    order = list(range(len(counted)))
    for steps in (order, order[::-1]):
        for left, right in pairwise(steps):
            if kinds[right] is not None or kinds[left] in (None, "money", "percent", "other"):
                continue
            first, second = min(left, right), max(left, right)
            lent = kinds[left]
            if right < left and lent is not None and (is_claimed(right, lent) or any(counted[first].end <= event.start < counted[second].number.start for event in events)):
                continue
            gap = _without_hedges(folded, counted[first].end, counted[second])
            words = _WORD.findall(gap)
            if _tells_own_kind(counted[right], counted[left], kinds[left], words, lexicon):
                continue
            listed = "," in gap or "(" in gap or any(word in lexicon.lists["including"] for word in words)
            if listed and len(words) <= MAX_JOINT and not _STOP.search(gap) and counted[right].population is not None:
                kinds[right] = kinds[left]
