"""Paragraphs and long quotations in another language than their article. In: units of the told news. Out: `LanguageSpan`s.

Most paragraphs hold the article's own small words and are looked at no further. Another script counts at once; within a script a passage
needs length, a near-certain classifier and the small words of the other language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.articles.language import are_close, identify_language
from onrecord.articles.scripts import SCRIPT_LANGS, find_script, has_script
from onrecord.articles.units import Unit, count_words, ends_sentence
from onrecord.languages.pack import Pack, load_pack
from onrecord.records import LanguageSpan, Span

MIN_WORDS = 12
"""Shorter passages in one script are names, titles and slogans as often as speech."""

MIN_SCRIPT_WORDS = 3
"""A line of one or two words in another script is a name."""

OWN_SHARE = 0.12
"""Share of the article's own small words from which on a passage is in its language. In running text of the packs' languages one word in four to
two is one of them, in lists of names none. First setting."""

MARGIN = 0.1
"""By so much the share of the other language's small words must be higher."""

MIN_PROBABILITY = 0.95
"""The classifier's; for a language without a pack nothing else speaks, so more is asked there."""

BARE_PROBABILITY = 0.99
BARE_WORDS = 20

MAIN_SHARE = 0.5
"""An article is in the script of most of its first paragraphs."""

LOOKED_CHARS = 600
"""How much of a passage is looked at: about a hundred words tell its language."""

SCAN_UNITS = 2_000
"""Paragraphs looked at; a longer text is a table or a book."""

_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile('["“„«»「『]')
_QUOTED = re.compile('["“„«»「『]([^"“”„«»「」『』\n]{15,3000})["”“«»」』]')


@dataclass(slots=True)
class _Found:
    """A passage; `lang` is `None` for words too few to tell, which may belong to what stands beside them."""

    start: int
    end: int
    lang: str | None
    text: str


def find_passages(units: Sequence[Unit], lang: str | None, pack: Pack | None) -> tuple[LanguageSpan, ...]:
    """Return the passages in other languages, in text order and without overlap.

    Args:
        units: the paragraphs of the told news, in order.
        lang: the article's language; without one there is nothing to differ from.
        pack: its pack, for its small words.
    """
    if lang is None or not units:
        return ()
    script = find_script(" ".join(unit.text[:100] for unit in units[:20]), MAIN_SHARE)
    if script is None:
        return ()
    found: list[LanguageSpan] = []
    run: list[_Found] = []
    for unit in units[:SCAN_UNITS]:
        has_marks = _MARK.search(unit.text) is not None
        other = _look(unit.text, lang, pack, script, is_whole=True)
        if other is not None and not (has_marks and _is_framed(unit.text, pack)):
            run.append(_Found(unit.start, unit.end, other or None, unit.text))
            continue
        found += _close(run, lang, pack)
        run = []
        if has_marks:
            found += _find_quoted(unit, lang, pack, script)
    return (*found, *_close(run, lang, pack))


def _look(text: str, lang: str, pack: Pack | None, script: str, *, is_whole: bool) -> str | None:
    """Return the other language of a passage, empty when it may be in one but is too short, `None` when it is in the article's own."""
    text = text[:LOOKED_CHARS]
    if not has_script(text, script) and (own := find_script(text)) is not None and own != script:
        return _name_language(text, own) if count_words(text) >= MIN_SCRIPT_WORDS else None
    words = _WORD.findall(text.casefold())
    share = _share(words, pack)
    if share >= OWN_SHARE or not words:
        return None
    if len(words) < MIN_WORDS:
        return "" if is_whole and ends_sentence(text) else None
    return _tell(text, words, share, lang)


def _name_language(text: str, script: str) -> str:
    return SCRIPT_LANGS.get(script) or identify_language(text)[0] or f"und-{script}"


def _tell(text: str, words: Sequence[str], share: float, lang: str) -> str | None:
    """Return the language of a passage that has few of the article's own small words, `None` when it is not plain."""
    other, probability, _ = identify_language(text)
    if other is None or other == lang or probability < MIN_PROBABILITY or are_close(other, lang):
        return None
    other_pack = load_pack(other)
    if other_pack is None:
        return other if probability >= BARE_PROBABILITY and len(words) >= BARE_WORDS else None
    return other if _share(words, other_pack) >= share + MARGIN else None


def _share(words: Sequence[str], pack: Pack | None) -> float:
    return sum(map(pack.stopwords.__contains__, words)) / len(words) if pack is not None and words else 0.0


def _close(run: list[_Found], lang: str, pack: Pack | None) -> Iterator[LanguageSpan]:
    """Yield the passages of a run of paragraphs that are not in the article's language: short ones are told together with those beside them."""
    joined: list[_Found] = []
    for one in run:
        if joined and (one.lang is None) == (joined[-1].lang is None) and one.lang == joined[-1].lang:
            joined[-1] = _Found(joined[-1].start, one.end, one.lang, f"{joined[-1].text}\n{one.text}")
        else:
            joined.append(one)
    for index, one in enumerate(joined):
        if one.lang is None:
            beside = {other.lang for other in (*joined[max(0, index - 1) : index], *joined[index + 1 : index + 2])}
            words = _WORD.findall(one.text.casefold())
            told = _tell(one.text, words, _share(words, pack), lang) if len(words) >= MIN_WORDS else None
            guess = identify_language(one.text)[0]
            one.lang = told or (guess if guess in beside else None)
    last: _Found | None = None
    for one in joined:
        if last is not None and one.lang == last.lang and one.lang is not None:
            last.end = one.end
            continue
        if last is not None and last.lang is not None:
            yield LanguageSpan(span=Span(start=last.start, end=last.end), lang=last.lang)
        last = one
    if last is not None and last.lang is not None:
        yield LanguageSpan(span=Span(start=last.start, end=last.end), lang=last.lang)


def _is_framed(text: str, pack: Pack | None) -> bool:
    """True when what stands around the quotations of a paragraph is in the article's language."""
    return _share(_WORD.findall(_QUOTED.sub(" ", text[: 2 * LOOKED_CHARS]).casefold()), pack) >= OWN_SHARE


def _find_quoted(unit: Unit, lang: str, pack: Pack | None, script: str) -> Iterator[LanguageSpan]:
    """Yield the long quotations of a paragraph that are in another language than what stands around them."""
    for quoted in _QUOTED.finditer(unit.text):
        other = _look(quoted[1], lang, pack, script, is_whole=False)
        if other:
            yield LanguageSpan(span=Span(start=unit.start + quoted.start(1), end=unit.start + quoted.end(1)), lang=other)
