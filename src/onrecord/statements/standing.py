"""Where each condition stands: every one is listed, none is dropped silently.

In: the conditions with all their wordings, their signs, the days of the news. Out: a `Standing` for each. Done when a comparison
is read. Time is that of the news: what is past is past on the day of the last article, not on the reader's clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.ids import make_id
from onrecord.records import CONDITIONAL_KINDS, Account, Article, Commitment, Condition, DateMention, DateRange, Sign, Span, Standing, Wording
from onrecord.results import Analysis
from onrecord.statements.elsewhere import Elsewhere
from onrecord.statements.forms import PlainText, find_forms
from onrecord.statements.sameness import is_mirrored
from onrecord.statements.sides import find_pack
from onrecord.statements.watches import Place, Watched
from onrecord.statements.words import WORD

MADE_BY = "standing@7"
_RANK = {"spoken_of": 0, "prepared": 1, "partly": 2, "denied": 3, "met": 4}
"""On one day the stronger word counts."""
_TURNED = {"met": "denied", "denied": "met"}
SILENT = "no later article tells of it", "no article that may be later tells of it"
"""Why a condition without a sign is open, where all articles have a place in time and where not."""
_BETWEEN = 1
"""Most words between words of a deadline and the day ("within the week")."""
_STANDING = ("while", "until")
"""Bearings of conditions that wait for no single event: silence past a day neither brings nor ends them."""


def list_standings(
    analyses: Sequence[Analysis],
    watches: Iterable[Watched],
    find_day: Callable[[Watched], str | None],
    signs: Iterable[Sign],
    accounts: Iterable[Account],
    days: Mapping[str, str],
) -> Iterator[Standing]:
    """Yield where every condition stands.

    Args:
        analyses: all articles.
        watches: the conditions with all their wordings.
        find_day: gives the day on which a condition was set (ISO), `None` when not known.
        signs: those of all of them.
        accounts: the accounts of all stories; articles of one account count once.
        days: article id -> its place in time, for those that have one.
    """
    dates = {a.article.id: a.dates for a in analyses}
    articles = {a.article.id: a.article for a in analyses}
    last = max(days.values(), default=None)
    elsewhere = Elsewhere(analyses, days)
    account_of = {article: (account.id, number) for account in accounts for number, group in enumerate(account.groups) for article in group}
    shown: dict[tuple[str, str], list[Sign]] = {}
    for sign in signs:
        shown.setdefault((sign.commitment, sign.condition), []).append(sign)
    for watch in watches:
        since = find_day(watch)
        deadline = _find_last(find_deadline(p.commitment, p.condition, dates[p.commitment.article], articles[p.commitment.article]) for p in watch.places)
        if deadline is not None and since is not None and deadline.end <= since:
            deadline = None  # what was over when the condition was set binds nobody
        found = [_turn(sign, place, watch.places[0]) for key, place in _index_places(watch).items() for sign in shown.get(key, ())]
        ordered = sorted(found, key=lambda sign: _order(sign, days))
        is_placed = since is not None and all(a.article.id in days for a in analyses)
        is_past = deadline is not None and last is not None and deadline.end <= last
        langs = elsewhere.find_langs(watch, since) if is_past and since is not None else ()
        yield _stand(watch, since, deadline, ordered, days, account_of, langs, is_past=is_past, is_placed=is_placed)


def _index_places(watch: Watched) -> dict[tuple[str, str], Place]:
    """Return the places of a watch by what signs name: commitment and words; of those in the same words the first."""
    return {(place.commitment.id, place.words): place for place in reversed(watch.places)}


def _turn(sign: Sign, cited: Place, first: Place) -> Sign:
    """Return what a sign says of the wording that heads the watch: a deed that ends what one waits for is what the other does."""
    turned = _TURNED.get(sign.status) if is_mirrored(cited.nature, first.nature) else None
    return sign if turned is None else replace(sign, status=turned)


def find_deadline(commitment: Commitment, condition: Condition, dates: Iterable[DateMention], article: Article) -> DateRange | None:
    """Return the day until which a condition is bound, the last one of several; `None` without one.

    Args:
        commitment: the one with the condition.
        condition: the condition. A deadline binds the condition that it stands in or nearest to, not another one of the commitment.
        dates: those in the article.
        article: the article that tells it.
    """
    hanging = [c.span for c in commitment.conditions if c.kind in CONDITIONAL_KINDS]
    spans = [c.span for c in commitment.conditions if c.kind == "deadline" and (not hanging or min(hanging, key=lambda h: (_measure_gap(h, c.span), h)) == condition.span)]
    dates = tuple(dates)
    inner = [d for d in dates if condition.span.holds(d.span) and _is_last_day(article, condition.span, d.span)]
    return _find_last(d.range for d in dates if d in inner or any(s.overlap(d.span) for s in spans))


def _is_last_day(article: Article, condition: Span, day: Span) -> bool:
    """True when words of a deadline stand at a day in a condition ("if they are not freed within the week"), in some languages behind it."""
    pack = find_pack(article.lang)
    if pack is None:
        return False
    openers = (where for key, where in find_forms(PlainText(article), pack.conditions, (condition,)) if key == "deadline")
    return any(where.overlap(day) or sum(1 for _ in WORD.finditer(article.text, min(where.end, day.end), max(where.start, day.start))) <= _BETWEEN for where in openers)


def _measure_gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _find_last(ranges: Iterable[DateRange | None]) -> DateRange | None:
    return max((r for r in ranges if r is not None), key=lambda r: (r.end, r.start), default=None)


def _order(sign: Sign, days: Mapping[str, str]) -> tuple[bool, str, int, str]:
    return sign.order == "unknown", days.get(sign.article, "9999"), _RANK[sign.status], sign.id


def _stand(
    watch: Watched, since: str | None, deadline: DateRange | None, signs: Sequence[Sign], days: Mapping[str, str], account_of: Mapping[str, tuple[str, int]],
    langs: Sequence[str], *, is_past: bool, is_placed: bool,
) -> Standing:  # fmt: skip
    """Return where one condition stands by its signs in order of time; what has no place in it, or is only spoken of, moves nothing, and silence only where no passage and no other language (`langs`) may tell of it."""
    state, changed = "open", since
    telling = [sign for sign in signs if sign.order != "unknown" and sign.status != "spoken_of"]
    for sign in telling:
        if sign.status != state and state != "met":
            state, changed = sign.status, days.get(sign.article)
    mine = [s for s in telling if s.status == state]
    first = watch.places[0]
    awaits_absence, averting = _awaits_absence(first), "denied" if first.nature.is_negated else "met"
    is_averted = awaits_absence and state == averting
    if is_averted:
        state = "averted"
    is_late = is_averted and deadline is not None and changed is not None and changed >= deadline.end
    is_silent = state in ("open", "prepared", "partly")
    doubts = [sign for sign in signs if sign.status == "spoken_of" and sign.order != "unknown"]
    if deadline is not None and is_past and not (is_silent and (langs or doubts)):
        if awaits_absence and (is_silent or state == "denied"):
            state, changed, mine = "due", deadline.end, [s for s in mine if s.status == "denied"]
        elif is_silent:
            state, changed, mine = "lapsed", deadline.end, []
    others = [s for s in signs if s not in telling]
    accounts = len({account_of.get(s.article, (s.article, 0)) for s in mine or others})
    reason = _explain(state, signs, deadline, is_placed=is_placed)
    if deadline is not None and is_past and is_silent and (langs or doubts):
        reason = _explain_silence(deadline, langs) + (f"; {_count_told(signs)}" if signs else "")
    elif state == "due" and deadline is not None:
        reason = _explain_due(first, deadline) + (f"; {_count_told(signs)}" if signs else "")
    elif is_averted:
        reason = f"what was to follow otherwise is averted{', if it came in time' if is_late else ''}; {reason}"
    return Standing(
        id=make_id("standing", first.commitment.id, first.condition.span.start, first.condition.span.end), statement=watch.statement, commitment=first.commitment.id,
        article=first.commitment.article, span=first.condition.span, condition=first.words, state=state, since=changed, deadline=deadline,
        signs=tuple(s.id for s in (*mine, *others)), accounts=accounts, reason=reason, made_by=MADE_BY,
        wordings=tuple(Wording(article=p.commitment.article, span=p.condition.span, commitment=p.commitment.id) for p in watch.places),
        confidence=max(p.commitment.confidence for p in watch.places),
    )  # fmt: skip


def _awaits_absence(place: Place) -> bool:
    """True when what does not happen fulfils a condition ("unless they leave", "if they do not answer"): silence past its deadline brings what hangs on it.

    An exception does so with or without a "not": several languages put one into it that negates nothing ("à moins qu'il ne parte").
    """
    return place.condition.bearing not in _STANDING and (place.condition.kind == "exception" or place.nature.is_negated)


def _explain(state: str, signs: Sequence[Sign], deadline: DateRange | None, *, is_placed: bool) -> str:
    told = _count_told(signs)
    if state == "lapsed" and deadline is not None:
        return f"the deadline {deadline.last} passed without a sign that it was met" + (f"; {told}" if told else "")
    return told or SILENT[0 if is_placed else 1]


def _explain_due(first: Place, deadline: DateRange) -> str:
    missing = "otherwise" if first.nature.is_negated else "that it came about"
    return f"the deadline {deadline.last} passed and no passage known to be later tells {missing}: what was to follow then is due"


def _explain_silence(deadline: DateRange, langs: Sequence[str]) -> str:
    return f"the deadline {deadline.last} passed; " + (
        f"later news in other languages ({', '.join(langs)}) names the same and may tell of it" if langs else "later news may tell of it"
    )


def _count_told(signs: Sequence[Sign]) -> str:
    told = _count(sign for sign in signs if sign.order != "unknown")
    unplaced = _count(sign for sign in signs if sign.order == "unknown")
    return "; ".join(filter(None, (told, f"{unplaced}, not known whether before or after" if unplaced else "")))


def _count(signs: Iterable[Sign]) -> str:
    counts = Counter(sign.status for sign in signs)
    return ", ".join(f"{status.replace('_', ' ')} in {counts[status]} passage{'s' if counts[status] > 1 else ''}" for status in reversed(_RANK) if counts[status])
