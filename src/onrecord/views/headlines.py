"""Says the news of a briefing in its own quotations: red lines with who, when, where and who tells it; what was offered, refused and else committed to.

In: entries of a briefing. Out: `Sentence`s. All is quoted or named; of each list as much is told as a few lines hold, and the rest is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.views.display import count
from onrecord.views.entries import Briefing, CommitmentEntry, CommitmentTelling, StatementEntry
from onrecord.views.joining import is_taken_up, list_alone, list_alternatives
from onrecord.views.occasions import call_article, word_told_day
from onrecord.views.parts import Name, Part, Passage, Sentence, join_parts, lead_to, list_names, point_at
from onrecord.views.shortening import take, tell
from onrecord.views.statements import weigh_statement
from onrecord.views.sureness import is_doubtful, is_told_by_several, is_unsure, word_accounts
from onrecord.views.wording import name_label

_RED_LINES, _COMMITMENTS = 520, 260
"""Code points that a line may take; its first item is told whatever it takes."""

_MOST = 3
"""Items of a line."""

NOBODY = "not named"
"""Whose a commitment is that has no holder: who tells of it may be another."""

_LEADS, _LEAD, _LEAST_WORDS = 620, 190, 5
"""Code points of the line of statements where no red line is, of what is quoted of one, and words below which one but the first says too little."""

_CONSEQUENCE, _CONDITION, _OCCASION = 170, 130, 60
"""Code points of a quoted act, of a condition, and up to which an occasion is named."""


def tell_red_lines(briefing: Briefing) -> Sentence:
    """Return the weightiest red lines that are sure, one a statement; empty when there are none. Those that take up one that is told are left to what was said again."""
    red_lines = briefing.red_lines
    if not red_lines:
        return ()
    sure = _one_a_statement(entry for entry in red_lines if not is_unsure(entry))
    if not sure:
        return (f"{count(len(red_lines), 'red line')}, none of them sure.",)
    apart = _leave_recalls(sure, briefing)
    told = take([_word_red_line(entry, briefing) for entry in apart], _RED_LINES, _MOST)
    shown = apart[: len(told)]
    rest = _leave_recalls([*shown, *(entry for entry in red_lines if entry not in shown)], briefing)[len(shown) :]
    again = len(red_lines) - len(shown) - len(rest)
    left = [count(len(rest), "more red line")] if rest else []
    left += [f"{again} that {'take' if again > 1 else 'takes'} {'one of them' if len(shown) + len(rest) > 1 else 'it'} up again"] if again else []
    return (*join_parts(told, "; ", "; "), f"; and {', and '.join(left)}." if left else ".")


def tell_commitments(briefing: Briefing, force: str, *, conditional: bool = False) -> Sentence:
    """Return the weightiest commitments of a force, or of the group `readiness`, that are sure and no red lines, in their words; empty when there are none.

    Args:
        briefing: the whole.
        force: theirs.
        conditional: True for those alone that are shown with a condition.
    """
    held = [entry for group in briefing.commitments if group.force == force for entry in group.commitments if not conditional or list_alternatives(choose_telling(entry))]
    sure = _leave_repeats(_one_a_statement(entry for entry in held if not is_unsure(entry)))
    entries = {entry.number: entry for entry in briefing.statements}
    worded: list[Sequence[Part]] = []
    last: tuple[Part, ...] = ()
    for entry in sure:
        statement = entries.get(entry.statement or 0)
        holder: tuple[Part, ...] = (Name(text=entry.holder or NOBODY), *_word_teller(entry, statement))
        name = holder if holder != last else ()
        worded.append([*name, *_lead_to(entry, statement, is_named=holder != last), *_quote(entry), " (", *_word_source(entry, statement), ")"])
        last = holder
    told = take(worded, _COMMITMENTS, _MOST)
    rest = len(sure) - len(told)
    return (*join_parts(told, "; ", "; "), f"; and {rest} more." if rest else ".") if told else ()


def tell_lead(briefing: Briefing) -> Sentence:
    """Return the statement to begin with and the next weightiest that are sure, for a briefing that has no sure red line; empty for none."""
    lead = next((statement for statement in briefing.statements if statement.number == briefing.lead), None)
    if lead is None or any(not is_unsure(entry) for entry in briefing.red_lines):
        return ()
    sure = [
        s
        for s in briefing.statements
        if s is not lead and s.speaker is not None and not is_doubtful(s) and not is_unsure(s.renderings[0]) and len(s.lead.words.split()) >= _LEAST_WORDS
    ]
    ranked = [lead, *sorted(sure, key=weigh_statement, reverse=True)]
    return (*join_parts(take(map(_word_lead, ranked), _LEADS, _MOST), "; ", "; "), ".")


def _word_lead(statement: StatementEntry) -> list[Part]:
    day = word_told_day(statement)
    labels = list(dict.fromkeys(call_article(rendering.article, day) for rendering in statement.renderings))
    foreign, teller = next(
        ((r.article.foreign, call_article(r.article, day)) for r in statement.renderings if r.article.article_id == statement.lead.article_id), (None, labels[0])
    )
    facts: list[Part] = [
        *list_names(labels),
        f", {foreign}" if foreign else "",
        f"; {word_accounts(statement.accounts_low, statement.accounts)}" if is_told_by_several(statement) else "",
    ]
    return [
        point_at("statement", statement.number),
        " ",
        Name(text=statement.who),
        *_word_occasion(statement),
        *lead_to(statement.lead, teller),
        *tell(statement.lead, _LEAD),
        " (",
        *facts,
        ")",
    ]


def _leave_recalls(sure: Sequence[CommitmentEntry], briefing: Briefing) -> list[CommitmentEntry]:
    """Return red lines without those whose statement takes up, or is like, that of a weightier one."""
    links = {frozenset((pair.left, pair.right)) for pair in briefing.alike}
    links |= {frozenset((position.steps[0].statement, step.statement)) for position in briefing.positions if position.steps for step in (*position.steps[1:], *position.repeated)}
    kept: list[CommitmentEntry] = []
    for entry in sure:
        if not any(frozenset((entry.statement, other.statement)) in links for other in kept):
            kept.append(entry)
    return kept


def _one_a_statement(entries: Iterable[CommitmentEntry]) -> list[CommitmentEntry]:
    first: dict[object, CommitmentEntry] = {}
    for entry in entries:
        first.setdefault(entry.statement if entry.statement is not None else ("alone", entry.force, entry.number), entry)
    return list(first.values())


def _leave_repeats(entries: Iterable[CommitmentEntry]) -> list[CommitmentEntry]:
    """Return commitments without those whose words another one has said."""
    kept: dict[str, CommitmentEntry] = {}
    for entry in entries:
        words = " ".join(entry.tellings[0].consequence.words.casefold().split())
        if not any(words in other or other in words for other in kept):
            kept[words] = entry
    return list(kept.values())


def _word_red_line(entry: CommitmentEntry, briefing: Briefing) -> list[Part]:
    statement = next((each for each in briefing.statements if each.number == entry.statement), None)
    head: list[Part] = [
        point_at("red-line", entry.number),
        " ",
        Name(text=entry.holder or NOBODY),
        *_word_teller(entry, statement),
        *_word_occasion(statement),
        *_lead_to(entry, statement),
    ]
    telling = choose_telling(entry)
    day = word_told_day(statement)
    facts: list[Part] = [Name(text=call_article(telling.article, day)), f", {telling.article.foreign}" if telling.article.foreign else ""]
    others = [] if statement is None else [call_article(r.article, day) for r in statement.renderings if r.article.label != telling.article.label]
    also: list[Part] = [", also told by ", *list_names(others), f"; {word_accounts(statement.accounts_low, statement.accounts)}"] if others and statement is not None else []
    alone = () if is_taken_up(entry, briefing.statements) else list_alone(entry)
    single: list[Part] = ["; one condition alone in ", *list_names(alone)] if alone else []
    return [*head, *_quote(entry), " (", *facts, *also, *single, ")"]


def _word_teller(entry: CommitmentEntry, statement: StatementEntry | None) -> list[Part]:
    """Return who told of a commitment that somebody else holds: ", told by Ada Quill"."""
    teller = statement.speaker if statement is not None else None
    return [", told by ", Name(text=teller)] if teller and teller not in (entry.holder or "") else []


def _word_occasion(statement: StatementEntry | None) -> list[Part]:
    """Return when and where: ", 23 April 2022, a news convention in Kyiv"."""
    where = statement.occasion if statement is not None else None
    place: list[Part] = [", ", Name(text=where)] if where and len(where) <= _OCCASION else []
    return [f", {word_told_day(statement)}", *place]


def _quote(entry: CommitmentEntry) -> list[Part]:
    """Return a commitment in the words of one article: between marks only what is quoted there."""
    telling = choose_telling(entry)
    parts: list[Part] = [*tell(telling.consequence, _CONSEQUENCE)]
    for at, condition in enumerate(telling.apart if len(telling.consequence.words) <= _CONSEQUENCE else telling.conditions):
        parts += [_join(telling) if at else " ", f"{name_label('conditions', condition.kind)} ", *tell(condition.passage, _CONDITION)]
    return parts


def _lead_to(entry: CommitmentEntry, statement: StatementEntry | None, *, is_named: bool = True) -> list[Part]:
    """Return what leads to the words of a commitment, behind its holder or alone."""
    telling = choose_telling(entry)
    first, *rest = lead_to(_find_told(telling), call_article(telling.article, word_told_day(statement)))
    return [first, *rest] if is_named else ["as ", *rest] if rest else []


def _find_told(telling: CommitmentTelling) -> Passage:
    """Return the first words of a telling that the narrator says, else those of the act."""
    words = (telling.consequence, *(condition.passage for condition in telling.conditions))
    return next((passage for passage in words if not passage.quoted), words[0])


def choose_telling(entry: CommitmentEntry) -> CommitmentTelling:
    """Return the telling to show: the first, or, where that is in the narrator's words, the first of the same article that is quoted with as many conditions."""
    first = entry.tellings[0]
    quoted = (
        telling
        for telling in entry.tellings
        if telling.article.article_id == first.article.article_id
        and len(telling.conditions) >= len(first.conditions)
        and telling.is_quoted
        and is_unsure(telling) == is_unsure(first)
    )
    return first if first.is_quoted else next(quoted, first)


def _join(telling: CommitmentTelling) -> str:
    return {"any": " or ", "all": " and ", "listed": ", "}.get(telling.operator or "", "; ")


def _word_source(entry: CommitmentEntry, statement: StatementEntry | None) -> list[Part]:
    """Return when and by whom a commitment is told: "1 June 2022, A2, S40"; an article that what leads to the words has named is not named again."""
    telling, day = choose_telling(entry), word_told_day(statement)
    others = len({told.article.article_id for told in entry.tellings} - {telling.article.article_id})
    is_said = not _find_told(telling).quoted and not others and telling.article.foreign is None
    name: list[Part] = [] if is_said else [Name(text=call_article(telling.article, day)), f", {telling.article.foreign}" if telling.article.foreign else ""]
    more = f" and {others} more" if others else ""
    number = point_at("statement", entry.statement) if entry.statement is not None else point_at("commitment", entry.number)
    return [f"{day}, ", *name, f"{more}, " if name else "", number]
