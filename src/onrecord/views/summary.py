"""Says a briefing in a few lines: the news in its own words first, then who reports it and what is not known; counts come last, on one line.

In: a `Briefing`. Out: `Remark`s. They quote and count what its sections hold and say nothing of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.views.display import count, format_range
from onrecord.views.entries import Briefing, Position, Remark, StoryEntry
from onrecord.views.headlines import tell_differences, tell_figures, tell_lead, tell_offers, tell_red_lines
from onrecord.views.parts import Name, Part, Sentence, capitalise, join_names, join_parts, point_at
from onrecord.views.shortening import shorten
from onrecord.views.sureness import is_doubtful, is_unsure
from onrecord.views.wording import name_label

_MOST = 3
_ALIKE = 2
_QUOTED = 90
"""Code points that a quotation may take in a line that counts."""


def summarise(briefing: Briefing) -> tuple[Remark, ...]:
    """Return the lines of a summary; none for a briefing without articles."""
    if not briefing.articles:
        return ()
    found = (
        ("Red lines", tell_red_lines(briefing)),
        ("On record", tell_lead(briefing)),
        ("Offers", tell_offers(briefing)),
        ("Told differently", tell_differences(briefing)),
        ("New since", _tell_changes(briefing.positions) if briefing.positions or not briefing.alike else ()),
        ("Order not told", _tell_alike(briefing)),
        ("Still open", _tell_open(briefing)),
        ("Figures", tell_figures(briefing)),
        ("Who reports", _tell_sources(briefing)),
        ("Not known", _tell_gaps(briefing)),
        ("In numbers", _tell_numbers(briefing)),
    )
    return tuple(Remark(title=title, sentence=sentence) for title, sentence in found if sentence)


def _tell_sources(briefing: Briefing) -> Sentence:
    """Return how many independent accounts the largest stories have, story by story: a sum over happenings would say nothing."""
    large = [story for story in briefing.stories if len(story.articles) > 1]
    told = [_word_accounts(story) for story in large[:_MOST]]
    if len(large) > _MOST:
        told.append(count(len(large) - _MOST, "more story of several articles", "more stories of several articles"))
    alone = len(briefing.articles) - sum(len(story.articles) for story in large)
    if alone:
        told.append(count(alone, "more article alone", "more articles alone") if large else f"{count(alone, 'article')}, each on its own")
    agencies = [copy.of for story in briefing.stories for copy in story.copies if copy.of_id is None]
    if agencies:
        told.append(f"credits: {join_names(agencies)}")
    return (f"{'; '.join(told)}.",) if len(briefing.articles) > 1 or agencies else ()


def _word_accounts(story: StoryEntry) -> str:
    names = join_names((article.label for article in story.articles), 4)
    if story.low is None or story.high is None:
        return f"{names}: one happening"
    accounts = count(story.high, "independent account") if story.low == story.high else f"{story.low} to {story.high} independent accounts"
    return f"{names}: {accounts}"


def _tell_changes(positions: Sequence[Position]) -> Sentence:
    moved = [(position.speaker, step) for position in positions for step in position.steps if step.relation is not None]
    if not moved:
        return ()
    told: list[list[Part]] = []
    for speaker, step in moved[:_MOST]:
        when = format_range(step.said_at)
        parts: list[Part] = [Name(text=speaker or "somebody"), f" {name_label('relations', step.relation or '')}{f' on {when}' if when else ''}: "]
        parts += ["then ", step.then, ", now ", step.now] if step.then and step.now else [step.passage]
        told.append([*parts, " (", point_at("statement", step.statement), ")"])
    rest = f"; {count(len(moved) - len(told), 'more change', 'more changes')}" if len(moved) > len(told) else ""
    return (*join_parts(told, "; ", "; "), f"{rest}.")


def _tell_open(briefing: Briefing) -> Sentence:
    if not briefing.standings:
        return ()
    states = Counter(entry.state for entry in briefing.standings)
    counted = [f"{number} {name_label('states', state)}" for state, number in states.items()]
    number = count(len(briefing.standings), "condition")
    told = f"{number} {'is' if number.startswith('1 ') else 'are'} watched: {join_names(counted)}"
    return (told, *_tell_signs(briefing), ".")


def _tell_signs(briefing: Briefing) -> Iterator[Part]:
    """Yield whether any article reports a condition as prepared, met or denied; that none later does only where each can be placed in time."""
    undated = len(briefing.undated)
    unplaced = [sign.number for sign in sorted(briefing.signs, key=lambda s: s.status == "spoken_of") if sign.order == "unknown"]
    firm = any(sign.order != "unknown" and sign.status != "spoken_of" for sign in briefing.signs)
    if not firm:
        yield f"; no {'dated ' if undated or unplaced else 'later '}article reports a condition as prepared, met or denied{' later' if undated or unplaced else ''}"
    if undated:
        yield f"; {count(undated, 'article')} cannot be placed in time"
    if unplaced:
        yield "; not known whether before or after: "
        yield from _quote_signs(briefing, unplaced)
    if mentions := [sign.number for sign in briefing.signs if sign.order != "unknown" and sign.status == "spoken_of"]:
        yield "; spoken of later: "
        yield from _quote_signs(briefing, mentions)


def _quote_signs(briefing: Briefing, numbers: Sequence[int]) -> Sequence[Part]:
    """Return the first words of the first of some signs, and where the others are."""
    passage = next(sign.passage for sign in briefing.signs if sign.number == numbers[0])
    others: list[list[Part]] = [[point_at("sign", number)] for number in numbers[1:_MOST]]
    parts = [[point_at("sign", numbers[0]), " ", *shorten(passage, _QUOTED)], *others]
    return join_parts([*parts, [f"{len(numbers) - _MOST} more"]] if len(numbers) > _MOST else parts)


def _tell_alike(briefing: Briefing) -> Sentence:
    """Return statements that are alike in the words of the one told by fewer articles; empty without any by somebody who is known."""
    entries = {entry.number: entry for entry in briefing.statements}
    drawn = {entry.statement for entry in briefing.red_lines}
    pairs = [sorted((entries[pair.left], entries[pair.right]), key=lambda s: (-s.articles, s.number)) for pair in briefing.alike]
    known = [pair for pair in pairs if all(entry.speaker is not None for entry in pair)]
    known.sort(key=lambda pair: (-sum(entry.number in drawn for entry in pair), pair[0].number, pair[1].number))
    told: list[list[Part]] = [
        [point_at("statement", less.number), " ", *shorten(less.lead, _QUOTED), f" ({less.renderings[0].article.label}) and ", point_at("statement", more.number)]
        for more, less in known[:_ALIKE]
    ]
    if not told:
        return ()
    rest = f"; and {count(len(briefing.alike) - len(told), 'more pair')}" if len(briefing.alike) > len(told) else ""
    return (*join_parts(told, "; ", "; "), f" are alike; which is earlier is not told{rest}.")


def _tell_numbers(briefing: Briefing) -> Sentence:
    """Return the tallies on one line."""
    statements = briefing.statements
    if not statements:
        return ()
    quoted = sum(any(rendering.type == "direct" for rendering in entry.renderings) for entry in statements)
    several = sum(entry.articles > 1 for entry in statements)
    unsure = sum(is_unsure(entry.renderings[0]) for entry in statements) + sum(is_doubtful(entry) for entry in statements)
    parts = [
        count(len(statements), "statement"),
        f"{quoted} quoted",
        *([f"{several} told by several articles"] if len(briefing.articles) > 1 else []),
        *([f"{unsure} unsure"] if unsure else []),
    ]
    return (f"{', '.join(parts)}.",)


def _tell_gaps(briefing: Briefing) -> Sentence:
    gaps = [*_list_gaps(briefing)]
    return capitalise((f"{'; '.join(gaps)}.",)) if gaps else ()


def _list_gaps(briefing: Briefing) -> Iterator[str]:
    articles = briefing.articles
    yield from _name_gap("published when", [a.label for a in articles if a.published is None], len(articles))
    yield from _name_gap("which outlet", [a.label for a in articles if a.outlet is None], len(articles))
    yield from _name_gap("whether more follows", [a.label for a in articles if a.stub], 0)
    nobody = sum(entry.speaker is None for entry in briefing.statements)
    undated = sum(entry.said_at is None for entry in briefing.statements)
    if nobody:
        yield f"who says {count(nobody, 'statement')}"
    if undated:
        yield f"the day of {count(undated, 'statement')}"
    if briefing.problems:
        yield f"what could not be read: {count(len(briefing.problems), 'problem')}"


def _name_gap(what: str, lacking: Sequence[str], articles: int) -> Iterator[str]:
    """Yield what is not known and of which articles; of a set in which all lack it that it is known of none."""
    if lacking:
        yield f"{what}: known of none" if len(lacking) == articles > 1 else f"{what}: {join_names(lacking)}"
