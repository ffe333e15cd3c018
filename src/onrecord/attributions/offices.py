"""Read offices: which ones a description names, and which ones the article gives to a person.

In: spans of an article, its mentions, its language pack. Out: `Description`s of noun phrases, `Office`s of named people.
Left to others: which person a description means (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.beside import MAX_GAP_WORDS, is_one_phrase
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.seats import SeatReader
from onrecord.attributions.wording import Wording, load_wording
from onrecord.languages.pack import Pack, index_offices
from onrecord.names.places import find_country, find_demonym, has_determiner
from onrecord.records import Mention, Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ELIDED = re.compile(r"(?:l|d|qu|un|dell|all|dall|nell|sull)'(?=\w\w)")
_APPOSITION = re.compile(r"\s*,\s+([^,.;\n]{3,80})")
_STOPS = (". ", "\n", ", ", "; ", "“", '"', "„", "«", ": ")
TITLE_REACH_CHARS = 60
"""How far before a name an office may stand to be that person's: "Ukrainian President Volodymyr Zelensky"."""
MAX_LEAD_WORDS = 3
"""Words before an office in apposition ("the country's deputy mayor")."""
_HEAD_FIRST = frozenset({"fr", "es", "it", "pt", "uk", "ru", "pl", "cs"})
"""Languages in which of two office words side by side the first is meant ("portavoz presidencial")."""
_ADJECTIVE = re.compile(r"(?:(?<!offic)ial|iële|ieel|ськ\w{1,3})$")
"""Office words that only describe another word: "the presidential palace"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One office word in a text: the offices it may name, and whether it is held no longer (`is_former`)."""

    offices: tuple[str, ...]
    span: Span
    form: str
    is_former: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that the article gives to a person, with the country (ISO code), town or region (`seat`) and organisation it belongs to, or `None`."""

    office: str
    country: str | None
    seat: str | None
    organisation: str | None
    person: str
    evidence: Span
    gender: str | None
    is_former: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a noun phrase without a name says: "the former Ukrainian president". `is_bare` = nothing follows the office."""

    offices: frozenset[str]
    country: str | None
    seat: str | None
    organisation: str | None
    is_former: bool
    is_plural: bool
    is_indefinite: bool
    is_bare: bool
    gender: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """The office words of a language: form -> offices, the most words in a form, words such as "ex" that may stand before or be written onto one, and
    how a text's word must look or begin for a form to start with it; `genders` are those that a form tells."""

    office_of: Mapping[str, tuple[str, ...]]
    longest: int
    prefixes: tuple[str, ...]
    openings: frozenset[str]
    beginnings: tuple[str, ...]
    genders: Mapping[str, str]

    def may_open(self, word: str) -> bool:
        """True when an office may start with a word; most words of a text are ruled out by this."""
        return word in self.openings or word.startswith(self.beginnings) or (word.endswith("'s") and word[:-2] in self.openings)


_NO_FORMS = _Forms(office_of={}, longest=1, prefixes=(), openings=frozenset(), beginnings=(), genders={})


@lru_cache(maxsize=64)
def _read_forms(pack: Pack, wording: Wording) -> _Forms:
    office_of = index_offices(pack)
    prefixes = tuple(sorted(wording.former | wording.deputy))
    return _Forms(
        office_of=office_of,
        longest=max((len(form.split()) for form in office_of), default=1),
        prefixes=prefixes,
        openings=frozenset(match[0] for form in office_of if (match := _WORD.match(form))),
        beginnings=tuple(match[0] for prefix in prefixes if (match := _WORD.match(prefix))),
        genders={form: gender for gender, forms in pack.offices_gender.items() for form in forms},
    )


class OfficeReader:
    """Reads the offices in one article.

    Args:
        text: the article's text.
        folded: the same, folded.
        lang: its language.
        places: its mentions by place.
        pack: its language's pack, or `None`: then there are no offices.
    """

    def __init__(self, text: str, folded: str, lang: str, places: SpanIndex[Mention], pack: Pack | None) -> None:
        self._text, self._folded, self._lang = text, folded, lang
        self._places = places
        self._pack = pack
        self._seats = SeatReader(text, lang, places)
        self._wording = load_wording(lang)
        self._forms = _read_forms(pack, self._wording) if pack else _NO_FORMS
        self._office_of = self._forms.office_of
        relative = pack.pronouns["relative"] if pack else ()
        self._no_apposition = self._wording.prepositions | self._wording.joins | frozenset(relative)

    def describe(self, span: Span) -> Description | None:
        """Return what a span says of its holder, `None` when no office stands in it."""
        heads = self._heads(self.find_titles(span))
        if not heads:
            return None
        first = heads[0]
        lead = self._folded[span.start : first.span.start].split()
        organisations = [m for m in self._places.overlapping(span) if m.kind == "organisation"]
        return Description(
            offices=frozenset(first.offices),
            country=self.country_in(span),
            seat=self._seats.seat_at(first.span, span),
            organisation=organisations[0].canonical if organisations else None,
            is_former=first.is_former,
            is_plural=len(heads) > 1 or any(self._is_many(word) for word in lead) or self._is_plural_form(first, lead),
            is_indefinite=bool(lead) and lead[0] in self._wording.indefinite,
            is_bare=not self._folded[first.span.end : span.end].strip(" ,.'’"),
            gender=self._forms.genders.get(first.form),
        )

    def find_titles(self, span: Span) -> list[Title]:
        """Return the office words of a span in order, longest forms first; words inside an organisation's name are none."""
        words = [(self._after_article(m.start(), m.end()), m.end()) for m in _WORD.finditer(self._folded, span.start, span.end)]
        taken = [m.span for m in self._places.overlapping(span) if m.kind == "organisation"]
        found: list[Title] = []
        at = 0
        while at < len(words):
            opens = self._forms.may_open(self._folded[words[at][0] : words[at][1]])
            for size in range(min(self._forms.longest, len(words) - at) if opens else 0, 0, -1):
                piece = Span(start=words[at][0], end=words[at + size - 1][1])
                title = None if any(t.overlap(piece) for t in taken) else self._title(piece, words[max(at - 2, 0) : at])
                if title is not None:
                    found.append(title)
                    at += size - 1
                    break
            at += 1
        return found

    def _after_article(self, start: int, end: int) -> int:
        """Return where a word starts behind an article written onto it ("l'ancienne")."""
        match = _ELIDED.match(self._folded, start, end)
        return match.end() if match else start

    def _title(self, piece: Span, before: Sequence[tuple[int, int]]) -> Title | None:
        form = self._folded[piece.start : piece.end].removesuffix("'s")
        prefix = ""
        if form not in self._office_of:
            prefix, form = self._split_prefix(form)
        offices = self._office_of.get(form)
        if not offices:
            return None
        lead = {self._folded[start:end] for start, end in before} | {prefix}
        if lead & self._wording.deputy or form.startswith(self._wording.deputies):
            offices = tuple(f"deputy_{office}" for office in offices)
        return Title(offices=offices, span=piece, form=form, is_former=bool(lead & self._wording.former))

    def _split_prefix(self, form: str) -> tuple[str, str]:
        """Return "ex" and "president" of "ex-president", also when written in one word; an empty prefix when there is none."""
        for prefix in self._forms.prefixes:
            rest = form.removeprefix(prefix).lstrip("-")
            if rest != form and rest in self._office_of:
                return prefix, rest
        return "", form

    def _heads(self, titles: Sequence[Title]) -> list[Title]:
        """Return the titles that are meant: not a possessor ("the president's aide"), not a complement ("aide to the president")."""
        kept: list[Title] = []
        for number, title in enumerate(titles):
            following = titles[number + 1] if number + 1 < len(titles) else None
            if kept and not self._is_joined(kept[-1].span.end, title.span.start):
                break
            if self._folded[title.span.start : title.span.end].endswith("'s"):
                continue
            beside = following is not None and not self._folded[title.span.end : following.span.start].strip()
            if _ADJECTIVE.search(title.form) or (beside and self._lang[:2] not in _HEAD_FIRST):
                continue
            kept.append(title)
        return kept

    def _is_joined(self, start: int, end: int) -> bool:
        """True when only "and", commas, articles and adjectives of rank stand between two titles."""
        words = self._folded[start:end].replace(",", " , ").split()
        rest = [w for w in words if not has_determiner(w) and w not in self._wording.former and w not in self._wording.deputy]
        return bool(rest) and all(word == "," or word in self._wording.joins for word in rest)

    def _is_many(self, word: str) -> bool:
        """True for a number above one, in digits or words."""
        if word.isdecimal():
            return int(word[:6]) > 1
        return self._pack is not None and self._pack.numbers.words.get(word, 0) > 1

    def _is_plural_form(self, title: Title, lead: Sequence[str]) -> bool:
        """True when the office word is the plural of another form of the office."""
        if self._lang[:2] == "de":  # "Präsidenten" is plural only where no article of the singular stands before it
            if "die" in lead:
                return self._forms.genders.get(title.form) != "feminine" and not title.form.endswith("in")
            if lead:
                return title.form.endswith("innen")
        stems = (title.form.removesuffix(plural) + singular for plural, singular in self._wording.plural_endings if title.form.endswith(plural))
        return any(stem != title.form and set(self._office_of.get(stem, ())) & set(self._office_of[title.form]) for stem in stems)

    def country_in(self, span: Span) -> str | None:
        """Return the country that a description names, as adjective or name."""
        for word in _WORD.finditer(self._text, span.start, span.end):
            bare = word[0].removesuffix("'s").removesuffix("’s")
            code = find_demonym(bare, self._lang) or (find_country(bare, self._lang) if bare[:1].isupper() else None)
            if code:
                return code
        inside = (m.span.of(self._text) for m in self._places.inside(span) if m.kind == "place")
        return next((code for name in inside if (code := find_country(name, self._lang))), None)

    def offices_of(self, mention: Mention) -> list[Office]:
        """Return the offices that stand directly before or after a person's name."""
        found: list[Office] = []
        start = mention.span.start
        if self._text.startswith(", ", start - 2) and start >= 2 and self._text[mention.span.end : mention.span.end + 1] in (",", "."):
            start -= 2  # "the mayor, Mira Solan,"
        before = self._area_before(start)
        for title in self._titles_before(before, start):
            found.extend(self._give(title, before, mention))
        after = _APPOSITION.match(self._text, mention.span.end, min(len(self._text), mention.span.end + 90))
        if after:
            area = Span(start=after.start(1), end=after.end(1))
            for title in self._titles_after(area):
                found.extend(self._give(title, area, mention))
        return found

    def _give(self, title: Title, area: Span, mention: Mention) -> list[Office]:
        organisations = [m for m in self._places.inside(area) if m.kind == "organisation"]
        seat = self._seats.seat_at(title.span, area) or self._seats.seat_behind(mention.span)
        return [
            Office(
                office=office, country=self.country_in(area), seat=seat, organisation=organisations[0].canonical if organisations else None,
                person=mention.canonical, evidence=mention.span, gender=self._forms.genders.get(title.form), is_former=title.is_former,
            )
            for office in title.offices
        ]  # fmt: skip

    def _area_before(self, end: int) -> Span:
        """Return what may belong to a name that starts at `end`, before it: back to a stop or another person's name."""
        left = max(end - TITLE_REACH_CHARS, 0)
        stops = [stop + len(mark) for mark in _STOPS if (stop := self._text.rfind(mark, left, end)) >= 0]
        others = [m.span.end for m in self._places.overlapping(Span(start=left, end=end)) if m.kind == "person" and m.span.end <= end]
        start = max([left, *stops, *others])
        while 0 < start < end and self._text[start - 1].isalnum() and self._text[start].isalnum():
            start += 1
        return Span(start=start, end=end)

    def _titles_before(self, area: Span, name_start: int) -> list[Title]:
        """Return the titles right before a name; an earlier one counts when it is joined to the next ("president and party leader")."""
        kept: list[Title] = []
        for title in reversed(self.find_titles(area)):
            if kept:
                if not self._is_joined(title.span.end, kept[-1].span.start):
                    break
            else:
                if self._folded[title.span.start : title.span.end].endswith("'s") or not is_one_phrase(self._text, self._gap(title.span.end, name_start), self._lang):
                    break
            kept.append(title)
        return kept

    def _gap(self, start: int, end: int) -> Span:
        """Return what stands between an office and a name; of a body or place at its end, which is one thing however long it is, only the article or the first word."""
        gap = Span(start=start, end=end)
        owner = next((m.span for m in self._places.inside(gap) if m.kind != "person" and not self._text[m.span.end : end].strip()), None)
        if owner is None or (first := _WORD.match(self._text, owner.start, owner.end)) is None:
            return gap
        before = self._folded[start : owner.start].split()
        return Span(start=start, end=owner.start if len(before) > 1 and has_determiner(before[-1]) else first.end())

    def _titles_after(self, area: Span) -> list[Title]:
        """Return the titles in the apposition of a name; none in a relative clause or right before another person's name."""
        heads = self._heads(self.find_titles(area))
        if not heads:
            return []
        lead = self._folded[area.start : heads[0].span.start].split()
        if len(lead) > MAX_LEAD_WORDS or (lead and not has_determiner(lead[0]) and lead[0] in self._no_apposition):
            return []
        if any(word in self._wording.prepositions or has_determiner(word) for word in lead[1:]):  # "a friend of the president"
            return []
        people = [m.span.start for m in self._places.near(Span(start=heads[-1].span.end, end=area.end), 30) if m.kind == "person" and m.span.start >= heads[-1].span.end]
        if people and len(self._folded[heads[-1].span.end : min(people)].split()) <= MAX_GAP_WORDS:
            return []
        return heads
