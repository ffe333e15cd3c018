"""What is said in a headline or subhead: its own words tell who says it, or the text that tells the same words of one speaker.

In: an article, drafts. Out: its headings by place; drafts in a heading without what the text around it lent them; whose words a quoted heading repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.records import Article, Span

STEM_CHARS = 5
"""Words that begin alike this far are taken for one: "ministers" and "minister"."""
MIN_WORDS = 2
"""A heading of fewer words of its own than this repeats nobody."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def find_headings(article: Article) -> SpanIndex[Span]:
    """Return the headline, where it stands in the text, and the subheads."""
    headline = (article.title_span,) if article.title_span else ()
    return SpanIndex((span, span) for span in (*headline, *article.subheads))


def keep_to_headings(article: Article, drafts: Sequence[Draft]) -> None:
    """Take sources and cues outside of the heading away from the drafts that lie in one.

    Args:
        article: the article.
        drafts: its drafts, which are changed.
    """
    headings = find_headings(article)
    for draft in drafts:
        around = [heading for heading in headings.overlapping(draft.content[0]) if all(heading.holds(piece) for piece in draft.content)]
        if around:
            draft.source = [span for span in draft.source if around[0].overlap(span)]
            draft.cue = [span for span in draft.cue if around[0].overlap(span)]


def find_teller(quoted: str, told: Iterable[tuple[str, str]], stopwords: Set[str]) -> str | None:
    """Return the one speaker to whom the text gives all words of a quoted heading, `None` when there is none or more than one.

    Args:
        quoted: the heading's words, folded.
        told: speaker and folded content of each attribution in the text itself.
        stopwords: words that count for nothing.
    """
    wanted = {word[:STEM_CHARS] for word in _WORD.findall(quoted) if word not in stopwords}
    if len(wanted) < MIN_WORDS:
        return None
    speakers = {speaker for speaker, content in told if wanted <= {word[:STEM_CHARS] for word in _WORD.findall(content)}}
    return next(iter(speakers)) if len(speakers) == 1 else None
