"""The stage: the tellings of one story in, statements with their renderings and differences out.

Facts that one telling gives (day, occasion) serve all of them, each with the attribution it comes from. Speakers' spellings and days
are decided inside the story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from onrecord.ids import make_id
from onrecord.names.keys import names_match
from onrecord.names.persons import unify_names
from onrecord.records import DateRange, Difference, Rendering, Statement
from onrecord.statements.agreement import list_span
from onrecord.statements.cluster import Echoes, Group, add_asides, group_tellings
from onrecord.statements.telling import Telling

MADE_BY = "statements@12"
Days = Mapping[str, set[tuple[str, str, str]]]
When = tuple[DateRange | None, str | None, str | None]
"""A day, the attribution that gives it and how it was found; nothing where none is known."""


def find_statements(
    story: str, tellings: Sequence[Telling], echoes: Echoes, differ: Callable[[str, Group], tuple[Difference, ...]], settled: Mapping[str, str] | None = None,
    beside: Mapping[str, Sequence[Telling]] | None = None,
) -> Iterator[Statement]:  # fmt: skip
    """Yield one statement an utterance, in order of time and place in the text.

    Args:
        story: the story's id.
        tellings: those of its articles.
        echoes: how surely pairs of them are one utterance.
        differ: gives the differences among a group's tellings; the first argument is the statement's id.
        settled: see `group_tellings`.
        beside: see `attach_asides`.
    """
    days = _days_of_speakers(tellings)
    names = unify_speakers(tellings)
    groups = [add_asides(alone, beside or {}) for alone in group_tellings(tellings, echoes, settled)]
    said = [_said_at(group.tellings, days) for group in groups]
    weekdays = _days_of_weekdays(groups, said)
    for group, when in zip(groups, said, strict=True):
        found = group.tellings
        id = make_id("statement", sorted(t.gist.of for t in found))
        said_at, said_at_from, how = when if when[0] is not None else _on_same_weekday(found, weekdays)
        occasion = next((t.gist for t in found if t.gist.occasion), None)
        chosen = choose_speaker(found)
        yield Statement(
            id=id, story=story, speaker=names.get(chosen, chosen) if chosen else None, occasion=occasion.occasion if occasion else None,
            occasion_from=occasion.attribution if occasion else None, said_at=said_at, said_at_from=said_at_from, said_at_how=how,
            renderings=tuple(Rendering(article=t.sketch.article, span=t.gist.span, attribution=t.gist.attribution, type=t.gist.type, telling=t.gist.of) for t in found),
            differences=differ(id, group), made_by=MADE_BY, join_mean=group.mean, join_least=group.least, anew_from=_find_anew(found),
        )  # fmt: skip


def choose_speaker(tellings: Sequence[Telling]) -> str | None:
    """Return the speaker's name that most tellings use, persons before states, longer names before shorter ones.

    Where a telling says that somebody without a name spoke, a name counts only when a telling has it in its own sentence.
    """
    names = Counter(t.gist.speaker for t in tellings if t.gist.speaker)
    persons = {t.gist.speaker for t in tellings if not t.gist.is_institution}
    ranked = sorted(names, key=lambda n: (n in persons, names[n], len((n or "").split()), n or ""), reverse=True)
    if any(t.gist.is_unnamed for t in tellings):
        told = [t.gist.speaker for t in tellings if t.gist.speaker and not t.gist.is_taken_up]
        ranked = [name for name in ranked if any(name == other or names_match(name or "", other) for other in told)]
    return ranked[0] if ranked else None


def unify_speakers(tellings: Sequence[Telling]) -> dict[str, str]:
    """Return for each person's full name the spelling that most tellings of the story use, so that one person is one actor in it.

    Only full names are unified: a family name alone may be another person's elsewhere.
    """
    return unify_names(Counter(t.gist.speaker for t in tellings if t.gist.speaker and not t.gist.is_institution))


def _days_of_speakers(tellings: Sequence[Telling]) -> Days:
    """Return for each speaker the days on which the tellings place what was said, with their attribution."""
    days: dict[str, set[tuple[str, str, str]]] = {}
    for telling in tellings:
        gist = telling.gist
        if gist.speaker and gist.said_at and gist.attribution:
            days.setdefault(_family(gist.speaker), set()).add((gist.said_at.start, gist.said_at.end, gist.attribution))
    return days


def _family(name: str) -> str:
    return name.split()[-1].casefold()[:4]


def _said_at(tellings: Sequence[Telling], days: Days) -> When:
    """Return the day of an utterance, the attribution that gives it and how: told, or inferred from the speaker's only day in the story.

    Of several days that are told, one that lies before any article appeared counts most, then the narrowest. Tellings that name a weekday alone have the speaker's only such weekday, and no day that is another one. A day on which the articles had appeared already is none: later news of the
    speaker does not change what they tell.
    """
    last = min((list_span(t.gist)[1] for t in tellings), default=0)
    told = [(_is_late(t.gist.said_at, last), _length(t.gist.said_at), t.gist.attribution, t.gist.said_at) for t in tellings if t.gist.said_at and t.gist.attribution]
    if told:
        *_, origin, said_at = min(told, key=lambda item: item[:3])
        return said_at, origin, "told"
    weekdays = {t.gist.weekday for t in tellings if t.gist.weekday is not None}
    for telling in tellings:
        found = days.get(_family(telling.gist.speaker), set()) if telling.gist.speaker else set()
        by_then = {each for each in found if date.fromisoformat(each[0]).toordinal() < last}
        kept = {each for each in by_then if not weekdays or {_find_weekday(*each[:2])} == weekdays}
        if len({(start, end) for start, end, _ in kept}) == 1:
            start, end, origin = min(kept)
            only = f"the only {'such weekday' if weekdays else 'day'}{'' if by_then == found else ' by then that'} the story gives for this speaker"
            return DateRange(start=start, end=end), origin, f"inferred: {only}"
    return None, None, None


def _days_of_weekdays(groups: Sequence[Group], said: Sequence[When]) -> Mapping[tuple[str, int], set[tuple[str, str, str]]]:
    """Return for each weekday that an article leaves open the days on which the story places what was said on it."""
    found: dict[tuple[str, int], set[tuple[str, str, str]]] = {}
    for group, (day, origin, _) in zip(groups, said, strict=True):
        for telling in group.tellings:
            weekday = telling.gist.weekday
            if day is not None and origin is not None and weekday is not None and telling.gist.said_at is None and _find_weekday(day.start, day.end) == weekday:
                found.setdefault((telling.sketch.article, weekday), set()).add((day.start, day.end, origin))
    return found


def _on_same_weekday(tellings: Sequence[Telling], weekdays: Mapping[tuple[str, int], set[tuple[str, str, str]]]) -> When:
    """Return the day of an utterance that its weekday is elsewhere in the same article, where it is one only: of a question, or of a headline that names a state."""
    found = {day for t in tellings if t.gist.weekday is not None for day in weekdays.get((t.sketch.article, t.gist.weekday), ())}
    if len({(start, end) for start, end, _ in found}) != 1:
        return None, None, None
    start, end, origin = min(found)
    return DateRange(start=start, end=end), origin, "inferred: the day that its weekday is elsewhere in the article"


def _find_anew(tellings: Sequence[Telling]) -> str | None:
    """Return the first day on which what a telling calls said anew can have been said; `None` without such a telling, and where another one gives a day or, in the same words, appeared before that."""
    last = min(list_span(t.gist)[1] for t in tellings)
    first = max((t.gist.anew_from for t in tellings if t.gist.anew_from is not None), default=None)
    return first if first is not None and date.fromisoformat(first).toordinal() < last and all(t.gist.said_at is None for t in tellings) else None


def _find_weekday(start: str, end: str) -> int | None:
    """Return the weekday of a day, 0 for Monday; `None` for a longer range."""
    first = date.fromisoformat(start)
    return first.weekday() if (date.fromisoformat(end) - first).days == 1 else None


def _is_late(days: DateRange, last: int) -> bool:
    """True when days begin on or after an ordinal, by which it was said."""
    return date.fromisoformat(days.start).toordinal() >= last


def _length(days: DateRange | None) -> tuple[int, str]:
    """Return how many days a range has, then its start: the narrowest telling of a day says most."""
    if days is None:
        return 0, ""
    return (date.fromisoformat(days.end) - date.fromisoformat(days.start)).days, days.start
