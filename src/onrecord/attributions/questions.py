"""Questions that somebody was asked: they are nobody's statement of his.

In: a draft and what stands around its content. Out: the draft with the asker as its source where he is named, else with the reason why nobody speaks;
who was asked becomes its addressee. Somebody who asks himself ("she asked whether") stays the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.channels import saying_forms
from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.wording import load_wording
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Mention, Span

REACH_CHARS = 200
"""How far before a question the words of asking are looked for."""
MAX_ASKER_CHARS = 60
MAX_WORDS_BETWEEN = 4
"""Between the words of asking and the question stand a day or a place at most: "was asked on Monday in Arlen whether"."""
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»“]*\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """How one language tells that somebody is asked; `questions.toml` says what each list means."""

    asked: str
    before: re.Pattern[str]
    alone: re.Pattern[str]
    opening: re.Pattern[str]
    after: re.Pattern[str] | None
    verbs: frozenset[str]
    by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """The words of asking before a question, and who asks as far as they tell."""

    asking: Span
    asker: Span | None


class QuestionReader:
    """Tells questions from what is said in one article.

    Args:
        article: the article.
        mentions: its names.
        pack: its language's pack, or `None`.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention], pack: Pack | None) -> None:
        self._text = article.text
        lang = article.lang or "en"
        self._folded = fold_text(article.text, lang)
        self._forms = _load_forms(primary_subtag(lang))
        self._said = saying_forms(pack)
        self._prepositions = load_wording(lang).prepositions
        self._people = SpanIndex((m.span, m) for m in mentions if m.kind == "person")

    def read_all(self, drafts: Sequence[Draft]) -> None:
        """Set asker and addressee of every draft that is a question put to somebody."""
        if self._forms is None:
            return
        for draft in drafts:
            self._drop_question(draft, self._forms)
            if draft.unspoken is None and self._is_asked(draft, self._forms):
                self._turn(draft, self._forms)

    def _is_asked(self, draft: Draft, forms: _Forms) -> bool:
        content = draft.content[0]
        if forms.after is not None and forms.after.match(self._folded, content.end):
            return True
        before = self._find_asking(draft, forms)
        if before is not None:
            end = before.asking.end
            # the words of asking may be a part of the cue; a verb of saying after them makes the content an answer
            return not any(end <= cue.start < content.start and self._fold(cue) in self._said for cue in draft.cue)
        if len(draft.cue) != 1:
            return False
        cue = self._fold(draft.cue[0])
        if forms.alone.fullmatch(cue):
            return True
        return cue in forms.verbs and len(draft.source) == 1 and len({m.canonical for m in self._people.inside(draft.source[0])}) == 1

    def _drop_question(self, draft: Draft, forms: _Forms) -> None:
        """Leave the question away from the content of its answer: "On the question whether she would stay, she said yes"."""
        first = draft.content[0]
        is_question = forms.opening.match(self._folded, first.start, first.end) is not None or self._find_asking(draft, forms) is not None
        if len(draft.content) > 1 and is_question and any(first.end <= cue.start for cue in draft.cue):
            draft.content = draft.content[1:]

    def _find_asking(self, draft: Draft, forms: _Forms) -> _Asking | None:
        """Return the words of asking that lead up to the content in its sentence."""
        end = draft.content[0].start
        start = self._sentence_start(end)
        match = forms.before.search(self._folded[start:end])
        if match is None:
            return None
        asker = self._trim(Span(start=start + match.start("asker"), end=start + match.end("asker"))) if match["asker"] else None
        return _Asking(asking=Span(start=start + match.start("asked"), end=start + match.end("asked")), asker=asker)

    def _turn(self, draft: Draft, forms: _Forms) -> None:
        """Make who asks the source, and who was asked the addressee."""
        asked = next((span for span in draft.source if not self._is_after_by(span, forms)), None)
        asker = next((span for span in draft.source if self._is_after_by(span, forms)), None)
        before = self._find_asking(draft, forms)
        if asker is None and before is not None:
            asker = before.asker
        draft.asked = asked if asked != asker else None
        draft.is_question = True
        draft.source = [asker] if asker else []
        if asker is None:
            draft.unspoken = f"question put to `{asked.of(self._text)}`" if asked else "question put to somebody"

    def _trim(self, asker: Span) -> Span:
        """Return who asks without what follows: "a reporter in Arlen about" becomes "a reporter"."""
        words = list(_WORD.finditer(self._folded, asker.start, asker.end))
        kept = next((at for at, word in enumerate(words) if at and word[0] in self._prepositions), len(words))
        return Span(start=asker.start, end=words[kept - 1].end())

    def _is_after_by(self, span: Span, forms: _Forms) -> bool:
        words = self._folded[max(span.start - 20, 0) : span.start].split()
        return bool(words) and words[-1] in forms.by

    def _sentence_start(self, at: int) -> int:
        return find_last_mark(_SENTENCE_END, self._text, max(at - REACH_CHARS, 0), at)

    def _fold(self, span: Span) -> str:
        return self._folded[span.start : span.end]


def asking_forms(lang: str) -> str:
    """Return the inside of a regular expression that finds the words of asking of a language in folded text; one that matches nothing where they are not known."""
    forms = _load_forms(primary_subtag(lang))
    return "|".join(filter(None, (forms.asked, join_forms(forms.verbs)))) if forms is not None else "(?!)"


@lru_cache(maxsize=32)
def _load_forms(lang: str) -> _Forms | None:
    entry = read_lists("onrecord.attributions", "questions").get(lang)
    if entry is None:
        return None
    asked = "|".join(rf"(?:^|(?<=, )){form[1:]}" if form.startswith("^") else rf"(?<!\w){form}" for form in entry["asked"])
    alone = "|".join(form for form in entry["asked"] if not form.startswith("^"))
    after = join_forms(entry["after"])
    by = rf"(?:\s+(?:{join_forms(entry['by'])})\s+(?P<asker>(?=\S)[^,;:.!?\n\"“”„«»]{{2,{MAX_ASKER_CHARS}}}))?"
    return _Forms(
        asked=alone,
        before=re.compile(rf"(?P<asked>{asked})(?!\w){by}(?:\s+[^\s,;:.!?\"“”„«»]+){{0,{MAX_WORDS_BETWEEN}}}?[\s,:]*$"),
        alone=re.compile(rf"(?:{alone})(?:\s+\w+)?"),
        opening=re.compile(rf"(?:{alone})(?!\w)"),
        after=re.compile(rf"\W{{0,3}}(?:{after})(?!\w)") if after else None,
        verbs=frozenset(entry["verbs"]),
        by=frozenset(entry["by"]),
    )
