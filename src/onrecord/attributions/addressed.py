"""What somebody was told to do: whoever was urged, warned or asked is the addressee, and nobody's words are his.

In: a draft and what stands around its cue. Out: the draft with who said it as its source where an agent is named ("was urged by the mayor"), else without
one, with the reason; who was told becomes its addressee.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.wording import load_wording
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Mention, Span

REACH_CHARS = 80
"""How far around a cue the rest of its wording is looked for, inside its sentence."""
MAX_AGENT_CHARS = 60
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»“]*\s|\n")
_BARE = re.compile(r"[^\W_]+(?:[ -][^\W_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """How one language tells who was told; `addressed.toml` says what each list means."""

    told: re.Pattern[str]
    plural: frozenset[str]
    before: re.Pattern[str] | None
    agent: re.Pattern[str] | None
    behind: re.Pattern[str] | None


class AddressReader:
    """Tells who was told something from who said it in one article.

    Args:
        article: the article.
        mentions: its names.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._text = article.text
        lang = article.lang or "en"
        self._folded = fold_text(article.text, lang)
        self._forms = _load_forms(primary_subtag(lang))
        self._prepositions = load_wording(lang).prepositions
        self._infinitives = frozenset({"to", "te", "zu"})
        self._names = SpanIndex((m.span, m) for m in mentions)

    def read_all(self, drafts: Sequence[Draft]) -> None:
        """Set source and addressee of every draft whose cue tells who was told."""
        if self._forms is None:
            return
        for draft in drafts:
            if draft.unspoken is not None or draft.asked is not None or not draft.cue or draft.is_topic:
                continue
            told = self._find_told(draft, self._forms)
            if told is not None:
                self._turn(draft, told, self._forms)
            elif self._is_object(draft, self._forms):
                self._clear(draft, draft.source[0])

    def _find_told(self, draft: Draft, forms: _Forms) -> Span | None:
        """Return the wording that meets the cue."""
        cue = draft.cue[0].cover(*draft.cue[1:])
        area = self._sentence(cue)
        matches = forms.told.finditer(self._folded, max(area.start, cue.start - REACH_CHARS), min(area.end, cue.end + REACH_CHARS))
        found = (Span(start=m.start(), end=m.end()) for m in matches)
        return next((span for span in found if any(span.overlap(piece) for piece in draft.cue)), None)

    def _turn(self, draft: Draft, told: Span, forms: _Forms) -> None:
        """Make the agent the source, and whoever else stands there the addressee."""
        agents = [span for span in draft.source if self._is_agent(span, forms)]
        others = [span for span in draft.source if span not in agents]
        agent = agents[0] if agents else self._find_agent(draft, told, forms)
        if agent is None:
            self._clear(draft, others[0] if others else None)
            return
        draft.source = [agent]
        draft.asked = next((span for span in others if not span.overlap(agent)), None)

    def _clear(self, draft: Draft, asked: Span | None) -> None:
        draft.asked = asked
        draft.source = []
        draft.unspoken = f"told to `{asked.of(self._text)}`, by whom is not said" if asked else "told to somebody, by whom is not said"

    def _is_agent(self, span: Span, forms: _Forms) -> bool:
        """True when a word for "by" stands beside a source, or opens it."""
        if forms.agent is not None and (
            (forms.before is not None and forms.before.search(self._folded[max(span.start - 20, 0) : span.start])) or forms.agent.match(self._folded, span.start)
        ):
            return True
        return forms.behind is not None and forms.behind.match(self._folded, span.end) is not None

    def _find_agent(self, draft: Draft, told: Span, forms: _Forms) -> Span | None:
        """Return who stands behind "by" inside the wording or right after it, or the name right before the word for "by"."""
        end = min(self._sentence(told).end, told.end + MAX_AGENT_CHARS)
        if draft.start >= told.end:
            end = min(end, draft.start)
        match = forms.agent.search(self._folded, told.start, end) if forms.agent else None
        if match is None:
            return None
        words: list[Span] = []
        for word in _WORD.finditer(self._folded, match.end(), end):
            inside = any(name.span.start < word.start() < name.span.end for name in self._names.overlapping(Span(start=word.start(), end=word.end())))
            is_stop = word[0] in self._prepositions | self._infinitives or word.start() >= told.end > match.end() or self._is_participle(word.start(), told)
            if words and is_stop and not inside:
                break
            if not any(map(str.isalnum, word[0])):
                break
            bare = word[0].rstrip(",;:.")
            words.append(Span(start=word.start(), end=word.start() + len(bare)))
            if bare != word[0]:
                break
        return words[0].cover(words[-1]) if words else None

    def _is_participle(self, at: int, told: Span) -> bool:
        """True for the last word of the wording, which ends an agent inside it ("wurde von der Union | aufgefordert")."""
        return at < told.end and " " not in self._folded[at : told.end].strip()

    def _is_object(self, draft: Draft, forms: _Forms) -> bool:
        """True for one name in the singular before a verb in the plural."""
        if len(draft.source) != 1 or len(draft.cue) != 1 or self._fold(draft.cue[0]) not in forms.plural:
            return False
        span = draft.source[0]
        names = self._names.overlapping(span)
        if len(names) != 1 or names[0].span != span or span.end > draft.cue[0].start or not _BARE.fullmatch(self._text, span.start, span.end):
            return False
        before = self._folded[max(span.start - 20, 0) : span.start].split()
        words = self._fold(span)
        is_plural = words.endswith(("ы", "и", "і", "ї", "y", "i", "é")) or self._text[span.start : span.end] in PLURAL_STATES
        return not is_plural and not (before and before[-1] in self._prepositions)

    def _sentence(self, span: Span) -> Span:
        start, end = max(span.start - 4 * REACH_CHARS, 0), min(span.end + 4 * REACH_CHARS, len(self._text))
        return Span(start=find_last_mark(_SENTENCE_END, self._text, start, span.start), end=find_first_mark(_SENTENCE_END, self._text, span.end, end))

    def _fold(self, span: Span) -> str:
        return self._folded[span.start : span.end]


PLURAL_STATES = frozenset({"США", "ОАЭ", "ОАЕ", "USA", "SAE", "ZEA"})
"""Names of states whose verb is in the plural, in Slavic languages, though their letters do not show it."""


@lru_cache(maxsize=32)
def _load_forms(lang: str) -> _Forms | None:
    entry = read_lists("onrecord.attributions", "addressed").get(lang)
    if entry is None:
        return None
    by, behind = join_forms(entry["by"]), join_forms(entry["behind"])
    return _Forms(
        told=re.compile(rf"(?<!\w)(?:{'|'.join(entry['told'])})(?!\w)"),
        plural=frozenset(entry["plural"]),
        before=re.compile(rf"(?<!\w)(?:{by})\s+$") if by else None,
        agent=re.compile(rf"(?<!\w)(?:{by})\s+(?=\w)") if by else None,
        behind=re.compile(rf"\s+(?:{behind})(?!\w)") if behind else None,
    )
