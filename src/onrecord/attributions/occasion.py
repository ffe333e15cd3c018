"""Where and to whom something was said, as far as the sentence around it tells.

In: a draft, the article's names. Out: spans of the frame, never taken from inside a content. Left to others: when it was said (`saying_days`).
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.wording import load_wording
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_first_mark, find_marks
from onrecord.languages.pack import fold_text
from onrecord.languages.sentences import find_glued
from onrecord.records import Mention, Span

_CLAUSE_END = re.compile(r"[,;:.!?\n\"“”„«»]|\s[–—]\s")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»“]*(?=\s)|\n")
_IN_A_NAME = re.compile(r"(?<!\w)[^\W\d_a-z][^\W_]*\s[^\W\d_a-z]\w*$")
"""A word with a capital behind another one: "the Harbour Post" is a paper."""
NAME_CHARS = 60
_SHORT_FORM = re.compile(r"(?:^|(?<=[\s(“„«\"]))(?:(?:\w\.)*\w|[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Ss]t|[Gg]en|[Ss]en|[Gg]ov|[Hh]r|[Ff]r|[Mm]me|[Ss]ra?|[Dd]hr|[Mm]evr|\d{1,2})\.$")
"""A word whose stop ends no sentence: initials, short titles, ordinal numbers."""
MAX_FRAME_CHARS = 400
MAX_OCCASION_CHARS = 90
MAX_WORDS_BEFORE = 2
"""So many words may stand before an occasion that begins a clause: "and later at a rally"."""
LOCATIVE = ("da", "de", "ta", "te")
"""Endings that say "at" in a language without prepositions: Turkish."""


def frame_of(text: str, draft: Draft, contents: SpanIndex[Span]) -> list[Span]:
    """Return the parts of the sentences around source and cue that are nobody's content.

    Args:
        text: the article's text.
        draft: who said what.
        contents: those of all drafts of the article; one that holds source or cue of this draft ("she said that he told the court on Friday ...") is left whole.
    """
    anchors = [*draft.source, *draft.cue] or draft.content[:1]
    first, last = min(a.start for a in anchors), max(a.end for a in anchors)
    ends = reversed([*find_marks(_SENTENCE_END, text, max(0, first - MAX_FRAME_CHARS), first)])
    start = max(next((m.end() for m in ends if _is_frame_end(text, m, draft.content)), 0), first - MAX_FRAME_CHARS)
    reach = min(last + MAX_FRAME_CHARS, len(text))
    end = next((m.end() for m in find_marks(_SENTENCE_END, text, last, reach) if _is_frame_end(text, m, draft.content)), reach)
    glued = find_glued(text)
    own = [at for at in glued[bisect_right(glued, start) : bisect_left(glued, end)] if not any(c.start < at < c.end for c in draft.content)]
    start = max((at for at in own if at <= first), default=start)
    end = min((at for at in own if at >= last), default=end)
    pieces: list[Span] = []
    at = start
    others = (other for other in contents.overlapping(Span(start=start, end=max(start, end))) if not any(anchor.overlap(other) for anchor in anchors))
    for content in sorted({*draft.content, *others}):
        if content.start > end:  # the quotation goes on behind the frame
            break
        if content.start > at:
            pieces.append(Span(start=at, end=content.start))
        at = max(at, content.end)
    if at < end:
        pieces.append(Span(start=at, end=end))
    return [p for p in pieces if p.end > p.start]


def _is_frame_end(text: str, match: re.Match[str], content: Sequence[Span]) -> bool:
    """True when a sentence ends here: not at a short form, not inside a content, not at the end of one in mid-sentence."""
    if _SHORT_FORM.search(text, max(0, match.start() - 6), match.start() + 1):
        return False
    if any(c.start < match.end() < c.end for c in content):
        return False
    goes_on = text[match.end() : match.end() + 2].strip()[:1].islower()
    return not (goes_on and any(c.end == match.end() for c in content))


def find_occasion(text: str, lang: str, frame: Sequence[Span], source: Sequence[Span] = (), cue: Sequence[Span] = ()) -> Span | None:
    """Return the words that name the occasion ("a news conference in the capital"), or `None`.

    Only an occasion that is tied to the saying counts: a preposition or the like stands before it, in the clause of source and cue or in one
    beside it that begins so. A meeting that is talked about is none.

    Args:
        text: the article's text.
        lang: its language.
        frame: where to look.
        source: who said it: an occasion inside it ("officials at the summit") is not where it was said.
        cue: the words of saying.
    """
    links = _load_links(primary_subtag(lang))
    said = (*source, *cue)
    for piece in frame:
        folded = fold_text(text[piece.start : piece.end], lang)
        for match in links.pattern.finditer(folded):
            start = piece.start + match.start("occasion")
            head_end = piece.start + match.end("occasion")
            is_tied = match["link"] is not None or links.ends.match(folded, match.end("occasion")) or links.is_locative(match["form"])
            begin = piece.start + (match.start("link") if match["link"] else match.start("occasion"))
            is_post = occasion_forms()[match["form"]] == "post"
            if match["link"] is not None and match["link"].strip() in links.posts and not is_post:
                continue
            if is_post and _IN_A_NAME.search(text, max(piece.start, head_end - NAME_CHARS), head_end):
                continue
            if not is_tied or any(span.overlap(Span(start=start, end=head_end)) for span in source) or not _is_beside(text, begin, piece, said):
                continue
            return _end_occasion(text, lang, Span(start=start, end=head_end), piece, said, links)
    return None


def _is_beside(text: str, begin: int, piece: Span, said: Sequence[Span]) -> bool:
    """True when source or cue stands in the clause of the occasion, or in the one before or after it, when the occasion begins its own."""
    borders = [match.start() for match in find_marks(_CLAUSE_END, text, piece.start, piece.end)]
    left = max((at + 1 for at in borders if at < begin), default=piece.start)
    right = min((at for at in borders if at >= begin), default=piece.end)
    clause = Span(start=left, end=right)
    if any(span.overlap(clause) for span in said) or not said:
        return True
    if len(text[left:begin].split()) > MAX_WORDS_BEFORE:
        return False
    before = max((at + 1 for at in borders if at < left - 1), default=piece.start)
    after = min((at for at in borders if at > right), default=piece.end)
    return any(span.overlap(Span(start=before, end=after)) for span in said)


def _end_occasion(text: str, lang: str, head: Span, piece: Span, said: Sequence[Span], links: _Links) -> Span:
    """Return the occasion with what belongs to it: up to the clause's end, a conjunction, source or cue, and never into a word."""
    stop = find_first_mark(_CLAUSE_END, text, head.end, piece.end)
    parts = [part.start for part in said if part.start >= head.end]
    end = min([stop, *parts])
    if end > head.start + MAX_OCCASION_CHARS:
        blank = max(text.rfind(sign, head.end, head.start + MAX_OCCASION_CHARS) for sign in " \u00a0\u202f")
        end = max(blank, head.end)
    words = list(_WORD.finditer(fold_text(text[head.end : end], lang)))
    kept = next((at for at, word in enumerate(words) if word[0] in links.stops), len(words))
    while kept and words[kept - 1][0] in links.loose:
        kept -= 1
    return Span(start=head.start, end=head.end + words[kept - 1].end() if kept else head.end)


@lru_cache(maxsize=1)
def occasion_forms() -> dict[str, str]:
    """Return folded form -> concept (`press_conference`, `interview`, ...), longest forms first."""
    table = tomllib.loads((files("onrecord.attributions") / "occasions.toml").read_text("utf-8"))
    pairs = [(fold_text(form), concept) for concept, forms in table.items() for form in forms]
    return dict(sorted(pairs, key=lambda p: -len(p[0])))


def concept_of(words: str) -> str | None:
    """Return what the first occasion in some folded words is (`press_conference`, ...), `None` without one."""
    match = _load_names().search(words)
    return occasion_forms()[match[0]] if match else None


@lru_cache(maxsize=1)
def _load_names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{join_forms(occasion_forms())})(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """How a language ties an occasion to what was said; `occasion_links.toml` says what each list means."""

    pattern: re.Pattern[str]
    ends: re.Pattern[str]
    posts: frozenset[str]
    stops: frozenset[str]
    loose: frozenset[str]
    is_suffixed: bool

    def is_locative(self, form: str) -> bool:
        """True for a form whose ending says "at" by itself."""
        return self.is_suffixed and form.endswith(LOCATIVE)


@lru_cache(maxsize=32)
def _load_links(lang: str) -> _Links:
    table = tomllib.loads((files("onrecord.attributions") / "occasion_links.toml").read_text("utf-8"))
    entry = table.get(lang)
    chosen = [entry] if entry else list(table.values())
    posts = frozenset(link for one in chosen for link in one["posts"])
    links = sorted({*posts, *(link for one in chosen for link in one["links"])})
    after = join_forms(word for one in chosen for word in one["after"])
    tie = rf"(?P<link>(?<!\w)(?:{join_forms(links)})(?:(?<=')|\s+))" if links else "(?P<link>(?!))?"
    lead = r"(?:[^\s,;:.!?\"“”„«»–—]+\s+){0,3}?(?:\w{1,5}')?"
    stops = frozenset(stop for one in chosen for stop in one["stops"])
    return _Links(
        pattern=re.compile(rf"{tie}(?P<occasion>{lead if links else ''}(?P<form>{join_forms(occasion_forms())}))(?!\w)"),
        ends=re.compile(rf"\s+(?:{after})(?!\w)" if after else "(?!)"),
        posts=posts - frozenset(link for one in chosen for link in one["links"]),
        stops=stops,
        loose=stops | frozenset(links) | load_wording(lang).prepositions,
        is_suffixed=not links,
    )


def find_addressee(text: str, draft: Draft, places: SpanIndex[Mention]) -> Span | None:
    """Return the name that follows the cue directly ("told Newsmax", "riep Poetin op"), not inside source or content."""
    for cue in draft.cue:
        for mention in places.near(cue, 12):
            inside_cue = cue.holds(mention.span)
            gap = text[cue.end : mention.span.start] if mention.span.start >= cue.end else None
            if not inside_cue and (gap is None or len(gap.split()) > 2 or any(c in gap for c in ',.;:"“”„«»\n')):
                continue
            if any(part.overlap(mention.span) for part in (*draft.source, *draft.content)):
                continue
            return mention.span
    return None
