"""What is said in a headline or subhead: its own words tell who says it, or the text that tells the same words of one speaker.

In: an article, drafts. Out: its headings by place; the drafts in a heading that are said there, without what the text around it lent them; whose words a quoted
heading repeats. A heading says something only where it names its speaker, or quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache

from onrecord.attributions.channels import saying_forms
from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.records import Article, Span

STEM_CHARS = 5
"""Words that begin alike this far are taken for one: "ministers" and "minister"."""
MIN_WORDS = 2
"""A heading of fewer words of its own than this repeats nobody."""
MAX_SOURCE_WORDS = 8
_WORD = re.compile(r"[^\W\d_]{3,}")


def find_headings(article: Article) -> SpanIndex[Span]:
    """Return the headline, where it stands in the text, and the subheads."""
    headline = (article.title_span,) if article.title_span else ()
    return SpanIndex((span, span) for span in (*headline, *article.subheads))


class HeadingReader:
    """Tells what is said in the headings of one article.

    Args:
        article: the article.
        quotes: its quotations.
        pack: its language's pack, or `None`.
        is_somebody: true for a span that names a person or body, holds a personal pronoun or describes an office.
    """

    def __init__(self, article: Article, quotes: Sequence[Quote], pack: Pack | None, is_somebody: Callable[[Span], bool]) -> None:
        self._text = article.text
        self._folded = fold_text(article.text, article.lang or "en")
        self._headings = find_headings(article)
        self._quotes = SpanIndex((q.span, q) for q in quotes)
        self._cue = _find_cue(pack) if pack is not None else None
        self._is_somebody = is_somebody

    def read_all(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts in their order, less those in headings that neither name who says it nor quote.

        Args:
            drafts: the drafts of the article; those in headings lose sources and cues outside of the heading, and may get some inside.
        """
        return [draft for draft in drafts if (heading := self._heading_of(draft)) is None or self._keep_to(heading, draft)]

    def _heading_of(self, draft: Draft) -> Span | None:
        """Return the heading that holds a whole draft."""
        return next((h for h in self._headings.overlapping(draft.content[0]) if all(h.holds(piece) for piece in draft.content)), None)

    def _keep_to(self, heading: Span, draft: Draft) -> bool:
        draft.source = [span for span in draft.source if heading.overlap(span)]
        draft.cue = [span for span in draft.cue if heading.overlap(span)]
        return bool(draft.source or self._quotes.overlapping(draft.content[0])) or self._complete(heading, draft)

    def _complete(self, heading: Span, draft: Draft) -> bool:
        """Find who says it before the content: "Tarn rejects | talks before winter", "Tarn: talks before winter"; false where the heading does not name him."""
        start = draft.content[0].start
        for match in self._cue.finditer(self._folded, heading.start, start) if self._cue else ():
            source = Span(start=heading.start, end=heading.start + len(self._text[heading.start : match.start()].rstrip()))
            if source.start == source.end or len(source.of(self._text).split()) > MAX_SOURCE_WORDS or not self._is_somebody(source):
                continue
            words = match.end() + len(self._text[match.end() : heading.end]) - len(self._text[match.end() : heading.end].lstrip())
            draft.source, draft.cue = [source], [Span(start=match.start(), end=match.end())]
            draft.content = [Span(start=min(words, start), end=draft.content[0].end), *draft.content[1:]]
            return True
        return False


@lru_cache(maxsize=64)
def _find_cue(pack: Pack) -> re.Pattern[str]:
    """Return what finds a verb of saying or a colon."""
    return re.compile(rf"(?<!\w)(?:{join_forms(saying_forms(pack))})(?!\w)|:(?=\s)")


def find_teller(quoted: str, told: Iterable[tuple[str, str]], stopwords: Set[str]) -> str | None:
    """Return the one speaker to whom the text gives all words of a quoted heading, `None` when there is none or more than one.

    Args:
        quoted: the heading's words, folded.
        told: speaker and folded content of each attribution in the text itself.
        stopwords: words that count for nothing.
    """
    wanted = _stems(quoted, stopwords)
    if len(wanted) < MIN_WORDS:
        return None
    speakers = {speaker for speaker, content in told if wanted <= _stems(content)}
    return next(iter(speakers)) if len(speakers) == 1 else None


def tells_same(heading: str, told: str, stopwords: Set[str]) -> bool:
    """True when half of what a heading says, and more than one word, stands in something told; all of it folded."""
    wanted = _stems(heading, stopwords)
    shared = wanted & _stems(told)
    return len(shared) >= MIN_WORDS and 2 * len(shared) >= len(wanted)


def _stems(words: str, stopwords: Set[str] = frozenset()) -> set[str]:
    return {word[:STEM_CHARS] for word in _WORD.findall(words) if word not in stopwords}
