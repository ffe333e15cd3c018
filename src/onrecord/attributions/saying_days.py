"""When something was said, as far as the article tells: a date in the frame, or the one day it gives for the speaker.

In: drafts with their frames, the article's dates. Out: the date mention that tells it. A date that belongs to a noun, a deadline and a day after publication are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.attributions.borders import Borders
from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.named import Speaker
from onrecord.attributions.occasion import occasion_forms
from onrecord.attributions.recalls import is_recall
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Article, DateMention, Span

OPEN_WEEKDAY = "weekday"
"""How `DateMention.how` begins for a weekday without a publication date."""
MAX_DAYS = 7
"""A date longer than a week ("in April") is no day of utterance; a day further back than that is carried within its paragraph alone."""
PAST_WEEKDAY, COMING_WEEKDAY = "last such weekday up to publication", "coming weekday"
"""`DateMention.how` of a weekday alone, in a clause of the past and of the future."""
COUNTED = ("counted from", "no day named before", "vague amount")
"""How `DateMention.how` begins for a day that counts from another one, known or not, and for an amount without a number."""
DAYS_OF_WEEK = 7
_REACH = 60
"""How many characters before or after a date the noun that it belongs to is looked for."""
_DIGIT = re.compile(r"\d")
_CLAUSE_END = re.compile(r"[,;:.!?\n\"“”„«»()]")
_NAMED_BY = re.compile(r"(?:^|[^\w])([^\W\d_]{3,})[ \u00a0]$")
_SMALL_MONTH = frozenset({"nl", "fr", "es", "it", "pt", "pl", "cs", "uk", "ru"})
"""Languages that write months small, so that a capital one behind a capital word is part of a name ("Plaza 25 de Mayo"). Source: CLDR month names."""
_NEXT = re.compile(r"[ \u00a0](\w+)")
_MONTH = re.compile(r"[^\W\d_]{3,}")


def find_said_at(article: Article, draft: Draft, frame: Sequence[Span], dates: SpanIndex[DateMention]) -> DateMention | None:
    """Return the date in the frame that stands nearest to cue or source; `None` when there is none of a week or less that may be a day of saying.

    A weekday that stays open for want of a publication date counts too: it tells one occasion from another.
    """
    anchors = [*draft.cue, *draft.source]
    near = [found for piece in frame for found in dates.inside(piece) if _may_be_day(article, found) and not is_attribute(article, found.span, draft.cue)]
    if not near or not anchors:
        return None
    return min(near, key=lambda d: min(max(d.span.start - a.end, a.start - d.span.end, 0) for a in anchors))


def tells_open_day(frame: Sequence[Span], dates: SpanIndex[DateMention]) -> bool:
    """True when the frame has a date that counts from another day or is vague ("that same day", "some days ago"): what was said has a day of its own, whether or not it is known."""
    return any(found.how.startswith(COUNTED) and not found.is_deadline for piece in frame for found in dates.inside(piece))


def _may_be_day(article: Article, found: DateMention) -> bool:
    """True for a date of a week or less, or an open weekday, that is no deadline and not later than publication."""
    if found.is_deadline:
        return False
    if found.range is None:
        return found.how.startswith(OPEN_WEEKDAY)
    if article.published is not None and found.range.start >= article.published.end:
        return False
    return _count_days(found.range.start, found.range.end) <= MAX_DAYS


def find_torn(article: Article, dates: Sequence[DateMention]) -> frozenset[str]:
    """Return the ids of weekdays alone that an article places both six days back and on the day after publication.

    One weekday of a text is one day: where it is two, the given day of publication is likely one too early, and neither is sure.
    """
    if article.published is None:
        return frozenset()
    coming = {d.range.start for d in dates if d.how == COMING_WEEKDAY and d.range is not None and d.range.start == article.published.end}
    if not coming:
        return frozenset()
    return frozenset(d.id for d in dates if d.how == PAST_WEEKDAY and d.range is not None and _count_days(d.range.start, article.published.end) == DAYS_OF_WEEK)


def is_attribute(article: Article, span: Span, cue: Sequence[Span] = ()) -> bool:
    """True when a date with a number belongs to a noun ("the attack of 7 October", "the 17 February movement") that is no occasion of speaking.

    Args:
        article: the article.
        span: the date.
        cue: words of saying: a date that belongs to one ("in his statement of 7 October") is the day.
    """
    text, lang = article.text, primary_subtag(article.lang or "und")
    written = span.of(text)
    if not _DIGIT.search(written):
        return False
    before = _CLAUSE_END.split(text[max(0, span.start - _REACH) : span.start])[-1]
    month = _MONTH.search(written)
    if lang in _SMALL_MONTH and month is not None and month[0][0].isupper() and (name := _NAMED_BY.search(before)) is not None and name[1][0].isupper():
        return True
    links = _load_links(lang)
    if links is None:
        return False
    folded, after = fold_text(before, lang), fold_text(_CLAUSE_END.split(text[span.end : span.end + _REACH])[0], lang)
    if (link := links.of.search(folded)) is not None:
        head = folded[: link.start()].rstrip()
        end = span.start - len(folded) + len(head)
        return not (links.parts.search(head) or _occasion().search(head) or any(part.end == end for part in cue))
    if _occasion().search(after) or ((word := _NEXT.match(after)) is not None and links.parts.search(word[1])):
        return False
    if links.ends is not None and links.ends.match(after):
        return True
    if links.before is not None and links.before.search(folded):
        return after[:1].isspace() and after[1:2].isalpha()
    return links.day_after is not None and after[:1].isspace() and after[1:2].isalpha() and not links.day_after.match(after.lstrip())


def carry_days(
    article: Article, said: Sequence[DateMention | None], drafts: Sequence[tuple[Draft, Speaker]], frames: Sequence[Sequence[Span]], owners: Sequence[str | None],
    given: Sequence[tuple[str, DateMention]] = (),
) -> list[DateMention | None]:  # fmt: skip
    """Give a speaker's other words in the article the day of the occasion, when the article names just one for that speaker.

    A day long before publication dates what stands in its paragraph: beside old words of a speaker, news tells new ones. A day of a telling that recalls
    ("Solan had warned"), and several days together ("last week"), date their own sentence alone. Only a telling whose speaker
    stands in its own sentence gives its day on: where the speaker is inferred, the day may be that of something else.

    Args:
        article: the article.
        said: the day that the sentence of each draft gives.
        drafts: the drafts with their speakers.
        frames: the parts of their sentences that are nobody's content.
        owners: whose day each draft shares: its speaker's, of a question that of who was asked.
        given: names with days on which they spoke, from sentences that say nothing of what was said.
    """
    borders = Borders(article.text)
    known: dict[str, dict[str, DateMention]] = {}
    recalled: set[Span] = set()
    for name, day in given:
        if not _is_vague(day):
            known.setdefault(name, {}).setdefault(day_key(article.text, day), day)
    for when, (draft, speaker), frame in zip(said, drafts, frames, strict=True):
        if when and speaker.name and _has_speaker_beside(borders, draft, speaker):
            known.setdefault(speaker.name, {}).setdefault(day_key(article.text, when), when)
            if _is_vague(when) or is_recall(article.text, article.lang or "en", draft, frame, when.span):
                recalled.add(when.span)
    found: list[DateMention | None] = []
    for when, (draft, _), owner in zip(said, drafts, owners, strict=True):
        days = known.get(owner, {}) if owner and when is None else {}
        only = next(iter(days.values())) if len(days) == 1 else None
        if only is not None and only.span in recalled and borders.sentence_start(only.span.start) != borders.sentence_start(draft.start):
            only = None
        found.append(when or (only if only is not None and (_is_recent(article, only) or _is_beside(article.text, only.span, draft)) else None))
    return found


def day_key(text: str, when: DateMention) -> str:
    """Return what tells one day from another: the days, or the words where they are open."""
    return f"{when.range.start}/{when.range.end}" if when.range else when.span.of(text).casefold()


def _is_vague(when: DateMention) -> bool:
    """True for several days together."""
    return when.range is not None and _count_days(when.range.start, when.range.end) > 1


def _has_speaker_beside(borders: Borders, draft: Draft, speaker: Speaker) -> bool:
    """True when the source of a draft, or the name of who goes on speaking there, stands in the sentence of its verb of saying."""
    if draft.source:
        return True
    anchor = min((cue.start for cue in draft.cue), default=draft.start)
    return speaker.evidence is not None and borders.sentence_start(speaker.evidence.start) == borders.sentence_start(anchor)


def _is_recent(article: Article, when: DateMention) -> bool:
    return article.published is None or when.range is None or _count_days(when.range.end, article.published.start) <= MAX_DAYS


def _is_beside(text: str, span: Span, draft: Draft) -> bool:
    """True when a draft stands in the paragraph of a date."""
    return "\n" not in text[min(span.start, draft.start) : max(span.start, draft.start)]


def _count_days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """How a language makes a date the attribute of a noun; `saying_days.toml` says what each list means."""

    of: re.Pattern[str]
    parts: re.Pattern[str]
    before: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    day_after: re.Pattern[str] | None


@lru_cache(maxsize=32)
def _load_links(lang: str) -> _Links | None:
    """Return the links of a language, `None` when they are not known."""
    table = read_lists("onrecord.attributions", "saying_days").get(lang)
    if table is None:
        return None

    def last(forms: Sequence[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{join_forms(forms)})[ \u00a0]*$" if forms else "(?!)")

    after = table.get("day_after")
    return _Links(
        of=last(table["of"]),
        parts=re.compile(rf"(?<!\w)(?:{join_forms(table['parts'])})$" if table["parts"] else "(?!)"),
        before=re.compile(rf"(?:(?<!\w)|(?=['’]))(?:{join_forms(table['before'])})[ \u00a0]$") if table["before"] else None,
        ends=re.compile(rf"['’]?(?:{join_forms(table['ends'])})(?!\w)") if "ends" in table else None,
        day_after=re.compile(rf"(?:{join_forms(after)})(?!\w)") if after else None,
    )


@lru_cache(maxsize=1)
def _occasion() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{join_forms(occasion_forms())})(?!\w)")
