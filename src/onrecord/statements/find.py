"""The stage: tellings of all articles in, statements with their renderings and differences out.

In: analyses, stories, meanings. Out: `Statement`s. Facts that one telling gives (day, occasion) serve all of them, each with
the attribution it comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.ids import make_id
from onrecord.names.keys import name_words, names_match
from onrecord.records import DateRange, Rendering, Statement
from onrecord.statements.agreement import INSTITUTIONS
from onrecord.statements.cluster import group_sides
from onrecord.statements.differences import find_differences
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

MADE_BY = "statements@1"


def find_statements(sides: Sequence[Side]) -> Iterator[Statement]:
    """Yield one statement an utterance, in the order of the stories, then of time and place in the text."""
    matcher = Matcher(sides)
    groups = group_sides(sides, matcher)
    days = _days_of_speakers(sides)
    names = unify_speakers(sides)
    for group in groups:
        said_at, said_at_from, how = _said_at(group, days)
        occasion = next((s for s in group if s.attribution.occasion), None)
        yield Statement(
            id=make_id("statement", sorted(s.attribution.id for s in group)),
            story=group[0].story,
            speaker=names.get(chosen, chosen) if (chosen := choose_speaker(group)) else None,
            occasion=occasion.cut(occasion.attribution.occasion) if occasion and occasion.attribution.occasion else None,
            occasion_from=occasion.attribution.id if occasion else None,
            said_at=said_at,
            said_at_from=said_at_from,
            said_at_how=how,
            renderings=tuple(Rendering(article=s.article.id, span=s.attribution.span, attribution=s.attribution.id, type=s.attribution.type) for s in group),
            differences=tuple(find_differences(group, matcher)),
            made_by=MADE_BY,
        )


def choose_speaker(group: Sequence[Side]) -> str | None:
    """Return the speaker's name that most tellings use, persons before states, longer names before shorter ones."""
    names = Counter(s.attribution.speaker for s in group if s.attribution.speaker)
    persons = {s.attribution.speaker for s in group if not s.attribution.speaker_how.startswith(INSTITUTIONS)}
    ranked = sorted(names, key=lambda n: (n in persons, names[n], len((n or "").split()), n or ""), reverse=True)
    return ranked[0] if ranked else None


def unify_speakers(sides: Sequence[Side]) -> dict[str, str]:
    """Return for each person's full name the spelling that most tellings use, so that one person is one actor in all articles.

    Only full names are unified: a family name alone may be another person's elsewhere.
    """
    counts = Counter(s.attribution.speaker for s in sides if s.attribution.speaker and not s.attribution.speaker_how.startswith(INSTITUTIONS))
    heads: list[str] = []
    result: dict[str, str] = {}
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        if len(name_words(name)) < 2:
            continue
        result[name] = next((head for head in heads if names_match(head, name)), name)
        if result[name] == name:
            heads.append(name)
    return result


def _days_of_speakers(sides: Sequence[Side]) -> dict[tuple[str, str], set[tuple[str, str, str]]]:
    """Return, for each story and speaker, the days on which the tellings place what was said, with their attribution."""
    days: dict[tuple[str, str], set[tuple[str, str, str]]] = {}
    for side in sides:
        a = side.attribution
        if a.speaker and a.said_at:
            days.setdefault((side.story, a.speaker.split()[-1].casefold()[:4]), set()).add((a.said_at.start, a.said_at.end, a.id))
    return days


def _said_at(group: Sequence[Side], days: dict[tuple[str, str], set[tuple[str, str, str]]]) -> tuple[DateRange | None, str | None, str | None]:
    """Return the day of an utterance, the attribution that gives it and how: told, or inferred from the speaker's only day in the story."""
    told = sorted((s for s in group if s.attribution.said_at), key=lambda s: (_length(s.attribution.said_at), s.attribution.id))
    if told:
        first = told[0].attribution
        return first.said_at, first.id, "told"
    for side in group:
        name = side.attribution.speaker
        found = days.get((side.story, name.split()[-1].casefold()[:4]), set()) if name else set()
        if len({(start, end) for start, end, _ in found}) == 1:
            start, end, origin = min(found)
            return DateRange(start=start, end=end), origin, "inferred: the only day the story gives for this speaker"
    return None, None, None


def _length(days: DateRange | None) -> tuple[int, str]:
    """Return how many days a range has, then its start: the narrowest telling of a day says most."""
    if days is None:
        return 0, ""
    return (date.fromisoformat(days.end) - date.fromisoformat(days.start)).days, days.start
