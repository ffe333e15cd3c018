"""Give the words of each passage to the pack of its own language.

In: an article, and a stage that takes a pack. Out: what the stage finds with the pack of the article, and inside passages in another language
what it finds with theirs. The stage itself knows nothing of passages; an article without any is looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from onrecord.articles.scripts import READ_SCRIPTS, find_script
from onrecord.languages.pack import Pack, load_pack
from onrecord.records import Article, Span


class _Found(Protocol):
    """What a stage finds at one place of the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


R = TypeVar("R")
F = TypeVar("F", bound=_Found)


def find_by_language(article: Article, pack: Pack | None, find: Callable[[Article, Pack | None], Iterable[R]], span_of: Callable[[R], Span]) -> tuple[R, ...]:
    """Return what a stage finds in an article, each passage read with the pack of its language, in text order.

    Args:
        article: the article.
        pack: the pack of its language.
        find: the stage; the article it is given has the language of the passage that is looked at.
        span_of: where a finding stands. It belongs to the passage in which it begins.
    """
    found = tuple(find(article, pack))
    for lang in sorted({passage.lang for passage in article.passages_in}):
        starts_in = partial(_starts_in, [passage.span for passage in article.passages_in if passage.lang == lang])
        inside = find(replace(article, lang=lang), load_pack(lang))
        found = (*(one for one in found if not starts_in(span_of(one))), *(one for one in inside if starts_in(span_of(one))))
    return tuple(sorted(found, key=span_of)) if article.passages_in else found


def find_unread(article: Article) -> frozenset[str]:
    """Return the languages of passages in scripts that the model does not read."""
    return frozenset(passage.lang for passage in article.passages_in if find_script(passage.span.of(article.text)) not in READ_SCRIPTS)


def span_of_itself(found: F) -> Span:
    """Return the span of a finding that has one of its own."""
    return found.span


def leave_out(article: Article, found: tuple[R, ...], langs: frozenset[str], span_of: Callable[[R], Span]) -> tuple[R, ...]:
    """Return the findings that do not begin in a passage in one of these languages."""
    spans = [passage.span for passage in article.passages_in if passage.lang in langs]
    return tuple(one for one in found if not _starts_in(spans, span_of(one))) if spans else found


def _starts_in(spans: Iterable[Span], span: Span) -> bool:
    return any(own.start <= span.start < own.end for own in spans)
