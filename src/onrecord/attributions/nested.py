"""What somebody says in what another passes on: "According to the Post, spokesman Josip Tarn said that it was late".

In: a draft whose cue only names where it was read. Out: the draft with who speaks inside its content as source, the verb as cue and the rest as content.
Left to others: who the source is (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from onrecord.attributions.channels import auxiliary_words, complement_words, saying_forms
from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Mention, Span

MAX_SOURCE_CHARS = 80
MAX_TITLE_WORDS = 5
MAX_DAY_WORDS = 4
"""Between the verb and "that" stand a day and a place at most: "said Friday in Arlen that"."""
_BORDER = re.compile(r"[.;:!?\n\"“”„«»]")


class NestedReader:
    """Finds who speaks inside what others pass on in one article.

    Args:
        article: the article.
        mentions: its names.
        quotes: its quotations.
        pack: its language's pack, or `None`.
        is_somebody: true for a span that names a person or body or describes an office.
        has_title: true for a span in which an office stands.
    """

    def __init__(
        self, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote], pack: Pack | None, is_somebody: Callable[[Span], bool], has_title: Callable[[Span], bool]
    ) -> None:
        self._text = article.text
        lang = article.lang or "en"
        self._folded = fold_text(article.text, lang)
        self._passing = _load_passing().get(primary_subtag(lang), frozenset())
        self._verb = _find_verb(pack) if pack and self._passing else None
        self._complements, self._auxiliaries = complement_words(lang), auxiliary_words(lang)
        self._quotes = SpanIndex((q.span, q.span) for q in quotes if q.depth == 0)
        self._names = SpanIndex((m.span, m) for m in mentions)
        self._is_somebody = is_somebody
        self._has_title = has_title

    def read_all(self, drafts: Sequence[Draft]) -> None:
        """Set source, cue and content of every draft in whose content somebody else speaks."""
        if self._verb is None:
            return
        for draft in drafts:
            if draft.unspoken is None and len(draft.source) == 1 and draft.cue and all(self._fold(cue) in self._passing for cue in draft.cue):
                self._open(draft, self._verb)

    def _open(self, draft: Draft, verb: re.Pattern[str]) -> None:
        first = draft.content[0]
        if self._is_person(draft.source[0]) or self._quotes.holding(Span(start=first.start, end=first.start + 1)):
            return
        border = _BORDER.search(self._text, first.start, first.end)
        stop = min(border.start() if border else first.end, first.start + MAX_SOURCE_CHARS)
        cue = verb.search(self._folded, first.start, stop)
        if cue is None:
            return
        head = self._folded[first.start : cue.start()].rstrip(" ,")
        aux = head.rpartition(" ")[2]
        bare = head.removesuffix(aux).rstrip(" ,") if aux in self._auxiliaries else head
        source = Span(start=first.start, end=first.start + len(bare))
        if source.start == source.end or not self._is_somebody(source) or not self._opens(source):
            return
        start = self._find_words(cue.end(), first.end)
        if start is None:
            return
        verb_start = cue.start() if bare == head else first.start + len(head) - len(aux)
        draft.source, draft.cue = [source], [Span(start=verb_start, end=cue.end())]
        draft.content = [Span(start=start, end=first.end), *draft.content[1:]]

    def _is_person(self, span: Span) -> bool:
        return any(m.kind == "person" for m in self._names.overlapping(span))

    def _opens(self, source: Span) -> bool:
        """True when the name opens the words before the verb, or only an office and what describes it stands before it."""
        names = [m for m in self._names.inside(source) if m.kind == "person"]
        head = Span(start=source.start, end=names[0].span.start) if names else source
        words = self._folded[head.start : head.end].split()
        return (bool(names) and len(words) <= 1) or (len(words) <= MAX_TITLE_WORDS and self._has_title(head))

    def _find_words(self, at: int, end: int) -> int | None:
        """Return where what is said starts, with "that" or a quotation mark right behind the verb or a few words on; `None` when neither stands there."""
        for word in list(re.finditer(r"[^\s,:]+", self._folded[at:end]))[: MAX_DAY_WORDS + 1]:
            start = at + word.start()
            if word[0] in self._complements or any(word[0].startswith(c) for c in self._complements if c.endswith("'")) or self._quotes.holding(Span(start=start, end=start + 1)):
                return start
        return None

    def _fold(self, span: Span) -> str:
        return self._folded[span.start : span.end]


@lru_cache(maxsize=64)
def _find_verb(pack: Pack) -> re.Pattern[str]:
    """Return what finds a verb of saying."""
    return re.compile(rf"(?<!\w)(?:{join_forms(form for form in saying_forms(pack) if form not in _load_passing().get(pack.lang, ()))})(?!\w)")


@lru_cache(maxsize=1)
def _load_passing() -> dict[str, frozenset[str]]:
    table = read_lists("onrecord.attributions", "nested")
    return {lang: frozenset(cues) for lang, cues in table["cues"].items()}
