"""Resolve who a source is: a name, a pronoun, an office, an organisation or a state.

In: the drafts of an article in text order, its mentions and language pack. Out: one `Speaker` a draft, with evidence and
the reason, also when the answer is "unsure".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attributions.decode import Draft
from onrecord.languages.pack import Pack, fold_text, index_forms
from onrecord.names.keys import names_match
from onrecord.names.places import country_name, find_capital, find_country, find_demonym, has_determiner
from onrecord.records import Article, Mention, Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
TITLE_REACH_CHARS = 60
"""How far before or after a name an office may stand to be that person's: "Ukrainian President Volodymyr Zelensky",
"Mira Solan, deputy governor of Arlen,"."""
LEADERS = frozenset({"president", "prime_minister", "chancellor", "king", "queen", "leader", "chairperson"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a source is. `name` is canonical or `None`; `how` says why; `evidence` is where the name stands."""

    name: str | None
    how: str
    evidence: Span | None = None
    gender: str | None = None


UNKNOWN = Speaker(name=None, how="no source in the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that the article gives to a person, with the country it belongs to (ISO code or `None`)."""

    office: str
    country: str | None
    person: str
    evidence: Span
    gender: str | None


class SpeakerResolver:
    """Resolves the sources of one article, in text order; remembers who spoke last.

    Args:
        article: the article.
        mentions: its names, in text order.
        pack: its language's pack, or `None`.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention], pack: Pack | None) -> None:
        self._text = article.text
        self._lang = article.lang or "en"
        self._pack = pack
        self._mentions = mentions
        self._folded = fold_text(article.text, self._lang)
        self._office_of = index_forms(pack.offices) if pack else {}
        self._office_words = max((len(f.split()) for f in self._office_of), default=1)
        self._genders = _gender_words(pack)
        self.offices = [office for m in mentions if m.kind == "person" for office in self._offices_of(m)]
        self._gender = self._person_genders()
        self._history: list[tuple[Span, Speaker]] = []

    def resolve_all(self, drafts: Sequence[Draft]) -> list[Speaker]:
        """Return one speaker a draft, in the drafts' order (which must be text order)."""
        named = Counter(s.name for d in drafts if (s := self._named(d.source[0] if d.source else None)) and s.name)
        self._busiest = [name for name, _ in named.most_common(2)]
        self._busiest_counts = [n for _, n in named.most_common(2)]
        result: list[Speaker] = []
        for draft in drafts:
            speaker = self._resolve(draft)
            result.append(speaker)
            if speaker.name:
                self._history.append((Span(start=draft.start, end=draft.end), speaker))
        return result

    def resolve_span(self, span: Span) -> Speaker:
        """Return who a holder or addressee is: as a source, without the history of speakers."""
        return self._named(span) or self._described(span, None) or Speaker(name=None, how="no name or office")

    def _resolve(self, draft: Draft) -> Speaker:
        if not draft.source:
            return self._without_source(draft)
        span = draft.source[0]
        named = self._named(span)
        if named is not None:
            return named
        pronoun = self._pronoun(span, draft)
        if pronoun is not None:
            return pronoun
        described = self._described(span, draft)
        if described is not None:
            return described
        return Speaker(name=None, how=f"unnamed source `{span.of(self._text)}`")

    # -- names ---------------------------------------------------------------------------------------------------

    def _named(self, span: Span | None) -> Speaker | None:
        """Return the person, organisation or state that a source names."""
        if span is None:
            return None
        inside = [m for m in self._mentions if span.overlap(m.span) * 2 > m.span.end - m.span.start]
        persons = [m for m in inside if m.kind == "person"]
        if persons:
            if len({m.canonical for m in persons}) > 1 and self._are_joined(span, persons):
                return Speaker(name=None, how="several speakers: " + ", ".join(dict.fromkeys(m.canonical for m in persons)))
            first = persons[0]
            return Speaker(name=first.canonical, how="named", evidence=first.span, gender=self._gender.get(first.canonical))
        offices = self._offices_in(span)
        organisations = [m for m in inside if m.kind == "organisation"]
        if organisations and not offices:
            return Speaker(name=organisations[0].canonical, how="organisation", evidence=organisations[0].span, gender="neuter")
        places = [m for m in inside if m.kind == "place"]
        if places and not offices and self._is_whole(span, places[0].span):
            place = places[0]
            words = place.span.of(self._text)
            code = find_country(words, self._lang)
            if code:
                return Speaker(name=country_name(code), how="state", evidence=place.span, gender="neuter")
            seat = None if has_determiner(span.of(self._text)) else find_capital(words, self._lang)
            if seat:
                return Speaker(name=country_name(seat), how=f"seat of government `{words}`", evidence=place.span, gender="neuter")
            return Speaker(name=place.canonical, how="place", evidence=place.span, gender="neuter")
        return None

    def _are_joined(self, span: Span, persons: Sequence[Mention]) -> bool:
        """True when the names stand side by side ("A and B"), not one inside the description of the other."""
        between = self._folded[persons[0].span.end : persons[1].span.start].strip(" ,")
        joins = self._pack.conditions["all"] if self._pack else ()
        return between in joins or between in ("and", "&", "")

    def _is_whole(self, span: Span, inner: Span) -> bool:
        """True when nothing but an article or a possessive stands around `inner` in `span`."""
        rest = (self._text[span.start : inner.start] + " " + self._text[inner.end : span.end]).split()
        return len(rest) <= 1 and all(len(word) <= 3 for word in rest)

    # -- offices -------------------------------------------------------------------------------------------------

    def _offices_in(self, span: Span) -> list[tuple[str, Span]]:
        """Return the offices named in a span, with their spans; longer forms win."""
        words = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(self._folded, span.start, span.end)]
        found: list[tuple[str, Span]] = []
        at = 0
        while at < len(words):
            for size in range(min(self._office_words, len(words) - at), 0, -1):
                piece = Span(start=words[at].start, end=words[at + size - 1].end)
                form = self._folded[piece.start : piece.end].removesuffix("'s")
                offices = self._office_of.get(form)
                if offices:
                    found.extend((office, piece) for office in offices)
                    at += size - 1
                    break
            at += 1
        return found

    def _country_in(self, span: Span) -> str | None:
        """Return the country that a description names, as adjective or name."""
        for word in _WORD.finditer(self._text, span.start, span.end):
            bare = word[0].removesuffix("'s").removesuffix("’s")
            code = find_demonym(bare, self._lang) or (find_country(bare, self._lang) if bare[:1].isupper() else None)
            if code:
                return code
        return next((code for m in self._mentions if m.kind == "place" and span.holds(m.span) and (code := find_country(m.span.of(self._text), self._lang))), None)

    def _offices_of(self, mention: Mention) -> list[Office]:
        """Return the offices that stand directly before or after a person's name."""
        text, name = self._text, mention.span
        stops = [text.rfind(mark, 0, name.start) for mark in (". ", "\n", ", ", "; ", "“", '"', "„")]
        start = max(name.start - TITLE_REACH_CHARS, *(stop + 1 for stop in stops), 0)
        others = [m.span.end for m in self._mentions if m.kind == "person" and start < m.span.end <= name.start]
        before = Span(start=max([start, *others]), end=name.start)
        areas = [before] if before.end > before.start else []
        after = re.match(r"\s*,\s+([^,.;\n]{3,80})", text[name.end : name.end + 90])
        if after:
            areas.append(Span(start=name.end + after.start(1), end=name.end + after.end(1)))
        result: list[Office] = []
        for area in areas:
            for office, where in self._offices_in(area):
                if area is before and len(self._folded[where.end : name.start].split()) > 2:
                    continue
                result.append(Office(office=office, country=self._country_in(area), person=mention.canonical, evidence=name, gender=self._genders.get(self._folded[where.start : where.end])))
        return result

    def _described(self, span: Span, draft: Draft | None) -> Speaker | None:
        """Return the person who holds the office that a source describes, when exactly one fits."""
        offices = {office for office, _ in self._offices_in(span)}
        if not offices:
            return None
        if self._is_plural(span):
            return Speaker(name=None, how=f"unnamed group `{span.of(self._text)}`")
        country = self._country_in(span)
        wanted = offices | (LEADERS if "leader" in offices else set())
        fitting = [
            o for o in self.offices
            if (o.office in wanted or ("leader" in {o.office} and offices & LEADERS)) and (country is None or o.country in (country, None))
        ]  # fmt: skip
        exact = [o for o in fitting if country is not None and o.country == country]
        people = dict.fromkeys(o.person for o in (exact or fitting))
        if len(people) > 1 and draft is not None:
            recent = [s.name for s in self._before(draft) if s.name in people]
            if recent:
                people = dict.fromkeys(recent[:1])
        if len(people) == 1:
            person = next(iter(people))
            evidence = next(o.evidence for o in fitting if o.person == person)
            return Speaker(name=person, how="office", evidence=evidence, gender=self._gender.get(person))
        if not people and offices & LEADERS and self._is_alone():
            person = self._busiest[0]
            evidence = next((m.span for m in self._mentions if m.canonical == person), None)
            return Speaker(name=person, how="office, only one named person speaks in the article", evidence=evidence, gender=self._gender.get(person))
        return Speaker(name=None, how=f"office without a name `{span.of(self._text)}`")

    def _is_alone(self) -> bool:
        """True when one named source speaks at least three times and no other does."""
        counts = getattr(self, "_busiest_counts", [])
        return bool(counts) and counts[0] >= 3 and len(counts) == 1

    def _is_plural(self, span: Span) -> bool:
        """True for descriptions of several people: joined offices or a number word before them."""
        words = self._folded[span.start : span.end].split()
        joins = self._pack.conditions["all"] if self._pack else ()
        return any(word in joins for word in words[1:-1]) and len({o for o, _ in self._offices_in(span)}) > 1

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _person_genders(self) -> dict[str, str]:
        """Return the genders that offices and pronouns right after a name give away."""
        result: dict[str, str] = {}
        for office in self.offices:
            if office.gender:
                result.setdefault(office.person, office.gender)
        return result

    def _pronoun(self, span: Span, draft: Draft) -> Speaker | None:
        """Return whom a pronoun means: the last speaker, or the subject of the sentence before; `None` when it is no pronoun."""
        if self._pack is None:
            return None
        words = self._folded[span.start : span.end].split()
        if not words or len(words) > 2:
            return None
        pronouns = self._pack.pronouns
        kinds = [k for k in ("masculine", "feminine", "neuter", "plural", "relative", "demonstrative", "first_singular", "first_plural") if words[-1] in pronouns[k]]
        if not kinds:
            return None
        if set(kinds) <= {"first_singular", "first_plural"}:
            return Speaker(name=None, how="first person of the outlet or inside a quotation")
        if kinds == ["plural"]:
            return Speaker(name=None, how="pronoun for several")
        wants_person = "masculine" in kinds or "feminine" in kinds
        gender = kinds[0] if kinds[0] in ("masculine", "feminine") and not {"masculine", "feminine"} <= set(kinds) else None
        if "relative" in kinds and not wants_person:
            before = [m for m in self._mentions if m.span.end <= span.start and "\n" not in self._text[m.span.end : span.start] and span.start - m.span.end < 60]
            if before and before[-1].kind in ("person", "organisation"):
                return Speaker(name=before[-1].canonical, how="relative pronoun", evidence=before[-1].span, gender=self._gender.get(before[-1].canonical))
            return Speaker(name=None, how="relative pronoun without a name before it")
        return self._antecedent(span, draft, gender, wants_person=wants_person) or Speaker(name=None, how=f"pronoun `{span.of(self._text)}` without an antecedent")

    def _antecedent(self, span: Span, draft: Draft, gender: str | None, *, wants_person: bool) -> Speaker | None:
        """Return the likeliest antecedent of a pronoun before `span`."""
        anchor = min(span.start, draft.start)
        kinds = ("person",) if wants_person else ("organisation", "place")
        spoken = {(e.start, e.end) for d, s in self._history if (e := s.evidence)}
        inside = [content for content, _ in self._history]

        def fits(name: str) -> bool:
            known = self._gender.get(name)
            return gender is None or known is None or known == gender

        near = [m for m in self._mentions if m.kind in kinds and m.span.end <= anchor and fits(m.canonical)]
        last = next((s for s in self._before(draft) if s.name and fits(s.name) and (s.gender == "neuter") != wants_person), None)
        sentence_start = max(self._text.rfind(mark, 0, anchor) for mark in (". ", "\n", "! ", "? ", ".” ", '." ')) + 1
        same = [m for m in near if m.span.start >= sentence_start and not any(c.holds(m.span) for c in inside)]
        if same and (not last or same[0].canonical == last.name or (same[0].span.start, same[0].span.end) not in spoken and len(same) == 1 and len(near) == 1):
            return Speaker(name=same[0].canonical, how="pronoun, subject of the sentence", evidence=same[0].span, gender=self._gender.get(same[0].canonical))
        if last is not None:
            return Speaker(name=last.name, how="pronoun, speaker before", evidence=last.evidence, gender=last.gender)
        outside = [m for m in near if not any(c.holds(m.span) for c in inside)]
        recent = [m for m in outside if anchor - m.span.end < 400]
        if recent:
            paragraph = self._text.rfind("\n", 0, recent[-1].span.start) + 1
            first = next(m for m in recent if m.span.start >= paragraph)
            if len({m.canonical for m in recent if m.span.start >= paragraph}) == 1 or first is recent[-1]:
                return Speaker(name=first.canonical, how="pronoun, name before", evidence=first.span, gender=self._gender.get(first.canonical))
        return None

    def _before(self, draft: Draft) -> list[Speaker]:
        """Return the speakers before a draft, the last one first."""
        return [speaker for span, speaker in reversed(self._history) if span.start <= draft.start]

    def _without_source(self, draft: Draft) -> Speaker:
        """Return who speaks a quotation without a source: the one named in the sentence before, or the speaker whose speech goes on."""
        text = self._text
        is_quoted = text[draft.start] in "\"“”„«»‹›‘'‟"
        if not is_quoted:
            return UNKNOWN
        paragraph = text.rfind("\n", 0, draft.start) + 1
        lead = [m for m in self._mentions if m.kind == "person" and paragraph <= m.span.start < draft.start]
        lead = [m for m in lead if not any(c.holds(m.span) for c, _ in self._history)]
        if lead and len({m.canonical for m in lead}) == 1:
            return Speaker(name=lead[0].canonical, how="named before the quotation", evidence=lead[0].span, gender=self._gender.get(lead[0].canonical))
        if self._history:
            last_span, last = self._history[-1]
            between = text[last_span.end : draft.start]
            if between.count("\n\n") <= 1 and len(between) <= 300:
                return Speaker(name=last.name, how="speech goes on", evidence=last.evidence, gender=last.gender)
        return UNKNOWN


def _gender_words(pack: Pack | None) -> dict[str, str]:
    """Return the office forms that tell a gender."""
    if pack is None:
        return {}
    return {form: gender for gender, forms in pack.offices_gender.items() for form in forms}


def same_speaker(left: str | None, right: str | None) -> bool:
    """True when two canonical names may be one speaker."""
    return bool(left and right) and (left == right or names_match(left or "", right or ""))
