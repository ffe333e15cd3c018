"""Group the names of persons in one article, and tell members of one family apart.

In: the names as written, where they stand, the language pack. Out: for each name its fullest form, and for family names alone whose they are where the
words beside them tell. Left to others: finding the names (`find`), names across articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text, index_offices
from onrecord.languages.tables import read_lists
from onrecord.mentions.titles import bare_names
from onrecord.names.given import gender_of_given
from onrecord.names.keys import name_words, names_match, to_latin
from onrecord.names.likely import LikelyNames
from onrecord.names.suffixes import split_suffix
from onrecord.records import Span

REACH_CHARS = 60
"""How far beside a name its title or a word for a relative may stand."""
MAX_TITLE_WORDS = 3
MAX_WORDS_BEHIND = 5


def group_persons(names: Sequence[str], lang: str) -> dict[str, str]:
    """Return for each name as written the fullest form of the same person among `names`.

    A single name joins a full one when exactly one fits; full names join when they may be spellings of one. Of a father and a son of one name it joins neither, unless the
    article's own use of the suffix tells.

    Args:
        names: the names of persons as written, in text order.
        lang: their language.
    """
    return _group(names, bare_names(names, lang))


def _group(names: Sequence[str], bare: Mapping[str, str]) -> dict[str, str]:
    count = Counter(names)
    full = sorted((n for n in count if len(name_words(bare[n])) > 1), key=lambda n: (*_fullness(bare[n]), -count[n], n))
    heads = LikelyNames()
    result: dict[str, str] = {}
    for name in full:
        fuller = next((head for head in heads.find(bare[name]) if names_match(head, bare[name])), None)
        if fuller is None:
            heads.add(bare[name])
        result[name] = fuller or bare[name]
    order = _Order(bare[name] for name in names)
    singles = LikelyNames()
    for name in sorted((n for n in count if n not in result), key=lambda n: (-count[n], n)):
        single = bare[name]
        fitting = [head for head in heads.find(single) if names_match(single, head)]
        if len(fitting) > 1:  # several of one family: the exact spelling decides, else nobody
            exact = [head for head in fitting if to_latin(single) == to_latin(name_words(head)[-1])]
            fitting = exact if len(exact) == 1 else order.find_namesake(single, exact)
        if fitting:
            result[name] = fitting[0]
            continue
        suffix = split_suffix(single)[1]
        same = next((other for other in singles.find(single) if names_match(other, single) and split_suffix(other)[1] == suffix), None)
        if same is None:
            singles.add(single)
        result[name] = same or single
    return result


def _fullness(name: str) -> tuple[int, int]:
    """Return what orders names from the fullest on: by words written out, then by initials."""
    words = name_words(name)
    return -sum(len(word) > 1 for word in words), -len(words)


class _Order:
    """Knows where names first stand, and which family names stand with a suffix."""

    def __init__(self, names: Iterable[str]) -> None:
        self._first: dict[str, int] = {}
        self._suffixed = LikelyNames()
        for at, name in enumerate(names):
            if self._first.setdefault(name, at) == at and split_suffix(name)[1] is not None and len(name_words(name)) == 1:
                self._suffixed.add(name)

    def find_namesake(self, name: str, heads: Sequence[str]) -> list[str]:
        """Return the one of several fuller names that a family name alone means: the only one without a suffix such as "Jr.", where the text never leaves a suffix away.

        It does not where a family name stands with its suffix, or stands alone before anybody with a suffix is named.
        """
        plain = [head for head in heads if split_suffix(head)[1] is None]
        if len(plain) != 1 or len(plain) == len(heads):
            return []
        has_short = any(names_match(name, other) for other in self._suffixed.find(name))
        return plain if has_short or self._first[name] < min(self._first[head] for head in heads if head != plain[0]) else []


def settle_families(text: str, lang: str, spans: Sequence[Span], persons: Mapping[str, str], pack: Pack | None) -> dict[Span, str]:
    """Return the canonical names of family names alone that the words beside them give to one member of a family, or to nobody named in full.

    A family name is not that of a fuller name of the other sex, nor, with a title of its own, of somebody named later as a relative; where several fit, it is that of the one
    who bears the title or office beside it.

    Args:
        text: the article's text.
        lang: its language.
        spans: the names of persons, in text order.
        persons: name as written -> canonical name, from `group_persons`.
        pack: its language's pack, or `None`.
    """
    beside = Beside(text, lang, pack)
    bare = bare_names([span.of(text) for span in spans], lang)
    full: dict[str, list[Span]] = {}
    for span in spans:
        if len(name_words(bare[span.of(text)])) > 1:
            full.setdefault(persons[span.of(text)], []).append(span)
    known = LikelyNames()
    for head in full:
        known.add(head)
    singles = {written: name for written, name in bare.items() if len(name_words(name)) == 1}
    fitting_of = {written: tuple(head for head in known.find(name) if names_match(name, head)) for written, name in singles.items()}
    single: dict[tuple[str, ...], list[Span]] = {}
    for span in spans:
        fitting = fitting_of.get(span.of(text))
        if fitting:
            single.setdefault(fitting, []).append(span)
    fitted = {head for heads in single for head in heads}
    genders = {head: beside.gender_of(head, full[head]) for head in fitted}
    offices = {head: frozenset().union(*map(beside.offices_of, full[head])) for head in fitted}
    result: dict[Span, str] = {}
    apart: list[Span] = []
    for heads, places in single.items():
        if len(heads) > 1:
            result |= {span: owner for span in places if (owner := beside.owner(span, heads, offices, genders))}
            continue
        first, gender = full[heads[0]][0], genders[heads[0]]
        told = {span: beside.title_gender(span) for span in places}
        has_own_title = any(told[span] or beside.offices_of(span) for span in places if span < first)
        if (has_own_title and beside.is_relative(first)) or any(gender and own and own != gender for own in told.values()):
            apart += [span for span in places if told[span] is None or told[span] != gender]
    names = _group([span.of(text) for span in apart], bare)
    return result | {span: names[span.of(text)] for span in apart}


class Beside:
    """Reads the words beside the names of one article."""

    def __init__(self, text: str, lang: str, pack: Pack | None) -> None:
        self._text, self._lang = text, lang
        self._lists = _load_lists(primary_subtag(lang))
        self._offices: Mapping[str, tuple[str, ...]] = index_offices(pack) if pack else {}

    def title_gender(self, span: Span) -> str | None:
        """Return what a courtesy title in, before or (in Turkish) behind a name tells."""
        inside = span.of(self._text).split()
        words = [*self._before(span)[-1:], *(inside[:1] if len(inside) > 1 else [])]
        if primary_subtag(self._lang) == "tr":
            words += [*inside[-1:], *self._behind(span)[:1]]
        bare = {self._fold(word).rstrip(".,'") for word in words}
        return next((gender for gender in ("masculine", "feminine") if bare & self._lists[gender]), None)

    def gender_of(self, name: str, places: Sequence[Span]) -> str | None:
        """Return what the titles or else the given name of a full name tell."""
        return next((gender for span in places if (gender := self.title_gender(span))), None) or gender_of_given(name)

    def is_relative(self, span: Span) -> bool:
        """True when somebody is named as a relative: "his wife, Maria Orlan", "Maria Orlan, the first lady"."""
        before = [self._fold(word).rstrip(",") for word in self._before(span)]
        if before and (before[-1] in self._lists["relatives"] or " ".join(before[-2:]) in self._lists["partners"]):
            return True
        if not self._text.startswith(",", span.end):
            return False
        phrase = self._text[span.end + 1 : span.end + REACH_CHARS].split(",")[0].split()[:MAX_WORDS_BEHIND]
        words = f" {self._fold(' '.join(phrase)).rstrip('.')} "
        return any(f" {form} " in words for form in self._lists["partners"])

    def owner(self, span: Span, heads: Sequence[str], offices: Mapping[str, frozenset[str]], genders: Mapping[str, str | None]) -> str | None:
        """Return which of several fuller names is meant: the only one of that office, or of that sex; `None` when nothing tells."""
        held, gender = self.offices_of(span), self.title_gender(span)
        found = [head for head in heads if held & offices[head]]
        if not found and gender:
            found = [head for head in heads if genders[head] in (gender, None)]
        return found[0] if len(found) == 1 else None

    def offices_of(self, span: Span) -> frozenset[str]:
        """Return the offices that stand right before a name."""
        before = [self._fold(word) for word in self._before(span)[-MAX_TITLE_WORDS:]]
        return frozenset(office for start in range(len(before)) for office in self._offices.get(" ".join(before[start:]), ()))

    def _fold(self, words: str) -> str:
        return fold_text(words, self._lang)

    def _before(self, span: Span) -> list[str]:
        """Return the words before a name in its line."""
        left = max(span.start - REACH_CHARS, 0)
        return self._text[max(left, self._text.rfind("\n", left, span.start) + 1) : span.start].split()

    def _behind(self, span: Span) -> list[str]:
        return self._text[span.end : span.end + REACH_CHARS].split("\n")[0].split()


@lru_cache(maxsize=32)
def _load_lists(lang: str) -> Mapping[str, frozenset[str]]:
    entry = read_lists("onrecord.mentions", "families").get(lang, {})
    return {name: frozenset(entry.get(name, ())) for name in ("relatives", "partners", "masculine", "feminine")}
