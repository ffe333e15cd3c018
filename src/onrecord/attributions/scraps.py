"""Which drafts say nothing: words that a tag cut out of the telling, a pronoun alone, and quotation marks around a name, a title or a sign.

In: drafts with what the text around them told of source and cue. Out: those that hold something said, cut at the borders of words and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.speakers import PRO_DROP
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import Pack, fold_text, list_pronouns
from onrecord.languages.quotes import Quote
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Span

MIN_LONE = 5
"""Words told without marks that lack their cue say nothing when there are fewer. Source: PolNeAR and German Wikinews, dev, November 2026: of
those without a cue 11 of 32 overlap what the gold has, of longer ones 47 of 81."""
MIN_UNSOURCED = 3
"""The same for those that have a cue and no source, in languages whose verbs need a subject: 8 of 16 of one or two words, 128 of 176 of more."""
REACH_CHARS = 200
"""A sentence whose end is farther off counts as one without end."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’»“]*\s|\n")
_STOPS = frozenset(".!?…:,;()[]–—-")
_INSIDE = re.compile(r"[^\W_](?=[^\W_]|[.,]\d)|(?<=\d)[.,](?=\d)")
"""A code point after which a word or number goes on."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class ScrapReader:
    """Tells scraps from what is said in one article.

    Args:
        article: the article.
        quotes: its quotations.
        pack: its language's pack, or `None`.
    """

    def __init__(self, article: Article, quotes: Sequence[Quote], pack: Pack | None) -> None:
        self._text = article.text
        lang = article.lang or "en"
        self._folded = fold_text(article.text, lang)
        self._quotes = SpanIndex((q.span, q) for q in quotes if q.depth == 0)
        self._pronouns = list_pronouns(pack) if pack else frozenset()
        self._cue = _find_cue(pack) if pack else None
        self._needs_subject = primary_subtag(lang) not in PRO_DROP
        self._before, self._after = _load_naming(primary_subtag(lang))
        self._bare = _load_bare(primary_subtag(lang))

    def keep_said(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts that hold something said, in their order; a content that begins inside a number or a word begins with it."""
        kept: list[Draft] = []
        for draft in drafts:
            draft.content = [self._round(piece, draft) for piece in draft.content]
            if not (self._is_name(draft) if self._is_quoted(draft) else self._is_scrap(draft)):
                kept.append(draft)
        return kept

    def _round(self, piece: Span, draft: Draft) -> Span:
        """Return a piece with the whole of the number or word that its start cuts, less what belongs to another part of the draft."""
        start, least = piece.start, max((span.end for span in (*draft.source, *draft.cue, *draft.content) if span.end <= piece.start), default=0)
        while start > least and _INSIDE.match(self._text, start - 1):
            start -= 1
        return Span(start=start, end=piece.end)

    def _is_quoted(self, draft: Draft) -> bool:
        """True when a piece of the content has a quotation in it, or lies in one."""
        return any(self._quotes.overlapping(piece) for piece in draft.content)

    def _is_scrap(self, draft: Draft) -> bool:
        """True for told words that are too few to be what the draft lacks of source and cue, nothing but a pronoun, or break off before they say anything."""
        words = [word for piece in draft.content for word in _WORD.findall(self._folded[piece.start : piece.end])]
        has_cue = bool(draft.cue) or any(":" in self._text[span.end : draft.start] for span in draft.source)
        least = MIN_LONE if not has_cue else MIN_UNSOURCED if not draft.source and self._needs_subject else 0
        if len(draft.content) == 1 and self._bare.fullmatch(self._folded[draft.start : draft.end].strip(" .,;:")):
            return True
        return len(words) < least or all(word in self._pronouns for word in words)

    def _is_name(self, draft: Draft) -> bool:
        """True when the content is one quotation that names something: a word beside it tells so, or it stands amid a sentence that has no verb of saying."""
        quotes = self._quotes.overlapping(draft.content[0])
        if len(draft.content) > 1 or len(quotes) > 1 or not quotes[0].span.holds(draft.content[0]):
            return False
        span = quotes[0].span
        start = find_last_mark(_SENTENCE_END, self._text, max(span.start - REACH_CHARS, 0), span.start)
        before = self._folded[start : span.start].rstrip()
        if self._before is not None and self._before.search(before):
            return True
        if self._after is not None and self._after.match(self._folded, span.end):
            return True
        is_amid = bool(before) and before[-1] not in _STOPS
        if draft.source or draft.cue or not is_amid or self._cue is None:
            return False
        stop = find_first_mark(_SENTENCE_END, self._text, span.end, min(len(self._text), span.end + REACH_CHARS))
        return self._cue.search(before) is None and self._cue.search(self._folded, span.end, stop) is None


@lru_cache(maxsize=64)
def _find_cue(pack: Pack) -> re.Pattern[str]:
    """Return what finds any cue of a pack."""
    return re.compile(rf"(?<!\w)(?:{join_forms(form for forms in pack.cues.values() for form in forms)})(?!\w)")


@lru_cache(maxsize=32)
def _load_bare(lang: str) -> re.Pattern[str]:
    """Return what matches told words that break off behind a bare verb of being."""
    entry = read_lists("onrecord.attributions", "scraps").get(lang, {})
    leads, bare = join_forms(entry.get("leads", ())), join_forms(entry.get("bare", ()))
    return re.compile(rf"(?:(?:{leads})\s*)?(?:{bare})" if bare else "(?!)")


@lru_cache(maxsize=32)
def _load_naming(lang: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    entry = read_lists("onrecord.attributions", "naming").get(lang, {})
    before, after = "|".join(entry.get("before", ())), "|".join(entry.get("after", ()))
    return (
        re.compile(rf"(?<!\w)(?:{before})$") if before else None,
        re.compile(rf"\W{{0,2}}(?:{after})(?!\w)") if after else None,
    )
