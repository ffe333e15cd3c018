"""The stage: dates named in an article.

In: an `Article` and its language's `Pack`. Out: `DateMention`s in text order, none inside dropped spans.
Left to others: when a statement was said (`attributions`), what a figure's date is (`figures`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.dates.context import Context, Reading, is_deadline
from onrecord.dates.grammar import next_shape
from onrecord.dates.resolve import read_shape
from onrecord.dates.tokens import read_tokens
from onrecord.dates.words import words_of
from onrecord.ids import make_id
from onrecord.languages.orders import settle_order
from onrecord.languages.pack import Pack
from onrecord.records import Article, DateMention, DateRange, Span
from onrecord.spans import SpanIndex

MADE_BY = "dates@3"


def find_dates(article: Article, pack: Pack | None, deadlines: Iterable[Span] = ()) -> Iterator[DateMention]:
    """Yield the date expressions of an article.

    A `range` of `None` means that the words name a date which stays open; `how` says why.

    Args:
        article: the article; `published` anchors relative dates and missing years.
        pack: the pack of its language; without one only names of months and weekdays are known, from CLDR.
        deadlines: where the model found one; dates in these lie ahead.
    """
    words = words_of(pack, article.lang)
    if words is None:
        return
    tokens = read_tokens(article.text, words)
    published = _published_day(article)
    order = settle_order((article.text,), article.lang if pack is not None else None, (article.url, article.outlet))
    ahead = SpanIndex((span, (span,)) for span in deadlines)
    named: date | None = None
    past: date | None = None
    part: DateRange | None = None
    at = 0
    while (shape := next_shape(tokens.roles, at)) is not None:
        context = Context(tokens=tokens, words=words, published=published, named=named, past=past, part=part, order=order, ahead=ahead)
        reading = read_shape(shape, context)
        if reading is None:
            at = shape.first + 1
            continue
        at = max(reading.after, shape.first + 1)
        span = Span(start=tokens.starts[reading.first], end=tokens.ends[reading.after - 1])
        if any(dropped.span.overlap(span) for dropped in article.dropped):
            continue
        named = _named_day(reading) or named
        past = named if named is not None and (published is None or named <= published) else past
        part = reading.range if reading.is_part and reading.range is not None else part
        yield DateMention(
            id=make_id("date", article.id, span.start, span.end),
            article=article.id,
            span=span,
            range=reading.range,
            how=reading.how,
            made_by=MADE_BY,
            is_deadline=is_deadline(reading.first, reading.after, context),
        )


def _published_day(article: Article) -> date | None:
    """Return the day of publication, `None` when it is unknown or vaguer than a day."""
    if article.published is None or article.published.day is None:
        return None
    return date.fromisoformat(article.published.day)


def _named_day(reading: Reading) -> date | None:
    return date.fromisoformat(reading.range.day) if reading.range is not None and reading.range.day else None
