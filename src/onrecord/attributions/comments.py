"""Sentences that tell by a pronoun alone whose view they are, and that no tag told: "The roof is safe, according to her", "Střecha je podle ní bezpečná".

In: an article and its drafts. Out: the drafts with one for each such sentence behind one in which somebody speaks. Left to others: whom the pronoun means (`speakers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.attributions.decode import Draft
from onrecord.attributions.governed import Wording, find_wordings
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.pronouns import read_pronoun
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.languages.sentences import split_sentences
from onrecord.records import Article, Span

CONFIDENCE = 0.7
"""Confidence of an attribution that only its wording shows, before calibration."""
MIN_WORDS = 3
"""Words of a sentence beside the wording."""
_EDGES = " \t\u00a0,;–—-.…!"


def read_comments(article: Article, drafts: Sequence[Draft], quotes: Sequence[Quote], pack: Pack | None) -> Iterator[Draft]:
    """Yield the drafts, and one for each such sentence of which they have nothing, or have only the wording without the pronoun.

    Args:
        article: the article.
        drafts: what is known to be said.
        quotes: its quotations: a sentence with one is left alone.
        pack: the pack of its language.
    """
    lang = article.lang or "en"
    folded = fold_text(article.text, lang)
    told = SpanIndex((span, draft) for draft in drafts for span in (*draft.content, *draft.source, *draft.cue))
    left_out = [*article.subheads, *(d.span for d in article.dropped), *((article.title_span,) if article.title_span else ())]
    closed = SpanIndex((span, span) for span in (*left_out, *(quote.span for quote in quotes)))
    given_up: set[int] = set()
    made: list[Draft] = []
    last: Span | None = None
    for before, sentence in pairwise(split_sentences(article.text)):
        found = _find_one(folded, lang, sentence, pack)
        if found is None or closed.overlapping(sentence) or "\n" in article.text[before.end : sentence.start]:
            continue
        there = told.overlapping(sentence)
        if any(draft.source or not all(found.span.holds(cue) for cue in draft.cue) for draft in there) or (
            before != last and not any(draft.source or draft.cue for draft in told.overlapping(before))
        ):
            continue
        given_up.update(map(id, there))
        made.append(_make(article.text, sentence, found))
        last = sentence
    yield from (draft for draft in (*drafts, *made) if id(draft) not in given_up)


def _find_one(folded: str, lang: str, sentence: Span, pack: Pack | None) -> Wording | None:
    """Return the one wording of a statement whose pronoun is for him or her, `None` for none or several."""
    if folded[sentence.end - 1] == "?":
        return None
    found = [one for one in find_wordings(folded, lang, sentence) if (pronoun := read_pronoun(one.pronoun.of(folded), pack)) is not None and pronoun.gender is not None]
    if len(found) != 1 or len(folded[sentence.start : found[0].span.start].split()) + len(folded[found[0].span.end : sentence.end].split()) < MIN_WORDS:
        return None
    return found[0]


def _make(text: str, sentence: Span, found: Wording) -> Draft:
    content = [piece for start, end in ((sentence.start, found.span.start), (found.span.end, sentence.end)) if (piece := _trim(text, start, end)) is not None]
    cue = [piece for start, end in ((found.span.start, found.pronoun.start), (found.pronoun.end, found.span.end)) if (piece := _trim(text, start, end)) is not None]
    return Draft(content=content, source=[found.pronoun], cue=cue, confidences=[CONFIDENCE])


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without space and marks at its edges, `None` when nothing is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start=start, end=end) if start < end else None
