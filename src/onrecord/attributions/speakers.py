"""Resolve who a source is: a name, a pronoun, an office, an organisation or a state.

In: the drafts of an article in text order, its mentions and language pack. Out: one `Speaker` a draft, with evidence and
the reason, also when the answer is "unsure". Left to others: reading offices (`offices`), finding antecedents (`antecedents`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attributions.antecedents import Antecedent, Antecedents
from onrecord.attributions.askers import AskerReader
from onrecord.attributions.decode import Draft
from onrecord.attributions.epithets import EpithetReader
from onrecord.attributions.governed import find_governed
from onrecord.attributions.headings import find_headings, find_teller, tells_same
from onrecord.attributions.impersonal import find_impersonal
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.introduced import IntroducedReader
from onrecord.attributions.named import NameReader, Speaker
from onrecord.attributions.offices import TITLE_REACH_CHARS, Description, Office, OfficeReader
from onrecord.attributions.pairs import PairReader
from onrecord.attributions.parties import PartyReader
from onrecord.attributions.pronouns import Pronoun, read_pronoun
from onrecord.attributions.seats import is_same_seat
from onrecord.attributions.subjects import SubjectReader
from onrecord.attributions.transcripts import Transcript
from onrecord.attributions.unnamed import read_unnamed
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text, list_cues
from onrecord.languages.quotes import DOUBLE, SINGLE, Quote
from onrecord.names.given import gender_of_given
from onrecord.names.keys import names_match
from onrecord.names.places import country_name
from onrecord.records import Article, Mention, Span

LEADERS = frozenset({"president", "prime_minister", "chancellor", "king", "queen", "leader", "chairperson"})
MINISTERS = frozenset({"minister", "foreign_minister", "defence_minister", "finance_minister", "interior_minister"})
ONE_HOLDER = LEADERS | MINISTERS | {"vice_president", "secretary_of_state", "secretary_general", "governor", "mayor", "police_chief", "chief_executive", "coach"}
"""Offices that one person alone holds at a time, in what a text tells of."""
PRO_DROP = frozenset({"es", "it", "pt", "ro", "pl", "cs", "sk", "uk", "ru", "be", "bg", "sr", "hr", "sl", "el", "tr", "hu"})
"""Languages in which a verb of saying needs no subject. Source: WALS, feature 101A, "subject affixes on verb"."""
MIN_ALONE = 3
"""From this many sources on, all of one named person, an office without a name is taken to be that person's."""


STATES = ("state", "seat of government")
"""How `Speaker.how` begins when a state speaks."""
UNNAMED_IN_HEADING = "headline or subhead that names nobody"
MARKS = DOUBLE | SINGLE
STOPS = ("", ".", "!", "?", "…", "\n")
UNKNOWN = Speaker(name=None, how="no source in the text")


class SpeakerResolver:
    """Resolves the sources of one article, in text order; remembers who spoke last.

    Args:
        article: the article.
        mentions: its names, in text order.
        pack: its language's pack, or `None`.
        quotes: its quotations.
        transcript: its turns.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention], pack: Pack | None, quotes: Sequence[Quote], transcript: Transcript) -> None:
        self._text = article.text
        self._lang = article.lang or "en"
        self._pack = pack
        self._wording = load_wording(self._lang)
        self._folded = fold_text(article.text, self._lang)
        self._places = SpanIndex((m.span, m) for m in mentions)
        self._reader = OfficeReader(self._text, self._folded, self._lang, self._places, pack)
        self._names = NameReader(self._text, self._folded, self._lang, self._places, self._reader, pack)
        people = [m for m in mentions if m.kind == "person"]
        self._offices: dict[str, dict[tuple[str | None, str | None, str | None, str, bool], Office]] = {}
        self._holders: set[str] = set()
        genders: dict[str, str] = {}
        titled: set[Span] = set()
        for mention in people:
            told = self._gender_of_title(mention) or gender_of_given(mention.canonical)
            if told:
                genders.setdefault(mention.canonical, told)
            has_title_before = bool(self._reader.find_titles(Span(start=max(mention.span.start - TITLE_REACH_CHARS, 0), end=mention.span.start)))
            for office in self._reader.offices_of(mention):
                self._holders.add(office.person)
                titled.update({office.evidence} if has_title_before else ())
                self._offices.setdefault(office.office, {}).setdefault((office.country, office.seat, office.organisation, office.person, office.is_former), office)
                if office.gender:
                    genders.setdefault(office.person, office.gender)
        self._parties = PartyReader(self._folded, self._text, self._lang, people)
        self._headings = find_headings(article)
        self._transcript = transcript
        self._quotes = SpanIndex((q.span, q.span) for q in quotes if q.depth == 0)
        self._said = list_cues(pack) if pack else frozenset()
        self._askers = AskerReader(self._lang)
        self._subjects = SubjectReader(self._folded, self._lang, self._places, self._reader, pack)
        self._before = Antecedents(self._text, mentions, genders, titled, self._lang, pack, self._subject_of)
        held: dict[str, set[str]] = {}
        for given in self._offices.values():
            for one in given.values():
                held.setdefault(one.person, set()).add(one.office)
        self._epithets = EpithetReader(self._folded, self._lang, people, self._places, held, self._before)
        self._pairs = PairReader(self._text, self._folded, self._lang, self._places)
        self._introduced = IntroducedReader(self._folded, self._lang, people, self._reader)
        self._alone: str | None = None

    def resolve_all(self, drafts: Sequence[Draft]) -> list[Speaker]:
        """Return one speaker a draft, in the drafts' order (which must be text order)."""
        named = Counter(s.name for d in drafts if (s := self._names.read(d.source[0] if d.source else None)) and s.name and s.how == "named")
        self._alone = next(iter(named)) if len(named) == 1 and max(named.values()) >= MIN_ALONE else None
        speech = [piece for draft in drafts for piece in draft.content]
        self._before.start(speech)
        self._introduced.start(speech)
        result: list[Speaker] = []
        for draft in drafts:
            speaker = self._resolve(draft)
            result.append(speaker)
            turn = self._remembered(draft, speaker)
            self._before.add(draft, turn.name, turn.evidence, turn.unnamed)
        told = [(s.name, self._fold_content(d)) for d, s in zip(drafts, result, strict=True) if s.name and not self._heading_of(d)]
        return [self._repeated(d, told) if s.how == UNNAMED_IN_HEADING else s for d, s in zip(drafts, result, strict=True)]

    def _remembered(self, draft: Draft, speaker: Speaker) -> Speaker:
        """Return whom a later pronoun may take up: of a question who was asked, not who asks it for somebody else to answer."""
        if draft.teller is not None:
            return self._resolve_source(replace(draft, source=draft.teller))
        who = draft.source[0] if draft.source and speaker.unnamed is not None else None
        told = " ".join(self._folded[cue.start : cue.end] for cue in draft.cue)
        if who is not None and self._askers.is_asker(self._folded[who.start : who.end], told):
            between = [m for m in self._places.inside(Span(start=who.end, end=draft.start)) if m.kind == "person"] if who.end <= draft.start else []
            return Speaker(name=between[0].canonical, how="asked", evidence=between[0].span) if len({m.canonical for m in between}) == 1 else UNKNOWN
        if not draft.is_question:
            return speaker
        return (self._names.read(draft.asked) if draft.asked is not None else None) or UNKNOWN

    def _repeated(self, draft: Draft, told: Sequence[tuple[str, str]]) -> Speaker:
        """Return whose words a quoted heading repeats, as far as the text below tells it."""
        name = find_teller(self._fold_content(draft), told, self._pack.stopwords) if self._pack and self._text[draft.start] in MARKS else None
        return Speaker(name=name, how="quoted heading, words told of one speaker", evidence=self._before.first_place(name)) if name else Speaker(name=None, how=UNNAMED_IN_HEADING)

    def _heading_of(self, draft: Draft) -> Span | None:
        """Return the headline or subhead in which a draft lies."""
        return next((heading for heading in self._headings.overlapping(draft.content[0]) if heading.holds(draft.content[0])), None)

    def _fold_content(self, draft: Draft) -> str:
        return " ".join(self._folded[piece.start : piece.end] for piece in draft.content)

    def name_asked(self, draft: Draft) -> str | None:
        """Return the name of who was asked what a draft says, as far as it is written there."""
        asked = self._names.read(draft.asked) if draft.is_question else None
        return asked.name if asked is not None else None

    def find_heads(self, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> list[str | None]:
        """Return for each draft in a heading under the name of a state the one person who speaks for that state in the text, when he is told there to say the same."""
        told = [(s.name, self._fold_content(d)) for d, s in zip(drafts, speakers, strict=True) if s.name and not self._heading_of(d)]
        voices = {name for name, _ in told}
        people: dict[str, set[str]] = {}
        for office in (one for given in self._offices.values() for one in given.values()):
            if office.country is not None and office.person in voices and not office.is_former:
                people.setdefault(country_name(office.country) or "", set()).add(office.person)
        found: list[str | None] = []
        for draft, speaker in zip(drafts, speakers, strict=True):
            heads = people.get(speaker.name or "", set()) if speaker.how.startswith(STATES) and speaker.name not in voices and self._heading_of(draft) else set()
            head, words = (next(iter(heads)), self._fold_content(draft)) if len(heads) == 1 else (None, "")
            is_told = any(name == head and tells_same(words, content, self._pack.stopwords if self._pack else frozenset()) for name, content in told)
            found.append(head if head is not None and is_told else None)
        return found

    def is_somebody(self, span: Span) -> bool:
        """True when a span names somebody, is a personal pronoun or describes who holds an office."""
        if self.has_title(span) or self._names.read(span) is not None:
            return True
        pronoun = read_pronoun(self._folded[span.start : span.end], self._pack)
        return pronoun is not None and pronoun.kind == "person"

    def has_title(self, span: Span) -> bool:
        """True when an office stands in a span."""
        return bool(self._reader.find_titles(span))

    def _resolve(self, draft: Draft) -> Speaker:
        if draft.unspoken is not None:
            return Speaker(name=None, how=draft.unspoken)
        heading = self._heading_of(draft)
        speaker = self._resolve_source(draft)
        if heading is not None and speaker.evidence is not None and not heading.overlap(speaker.evidence) and not self._is_named_in(heading, draft):
            return Speaker(name=None, how=UNNAMED_IN_HEADING)
        return speaker

    def _is_named_in(self, heading: Span, draft: Draft) -> bool:
        """True when a headline has a source of its own that is no mere pronoun."""
        own = [span for span in draft.source if heading.holds(span)]
        return bool(own) and read_pronoun(self._folded[own[0].start : own[0].end], self._pack) is None

    def _resolve_source(self, draft: Draft) -> Speaker:
        span = draft.source[0] if draft.source else None
        impersonal = find_impersonal(self._folded, self._lang, draft.cue)
        if impersonal is not None and (span is None or impersonal.holds(span)):
            return Speaker(name=None, how=f"impersonal `{impersonal.of(self._text)}`")
        if span is None:
            return self._without_source(draft)
        if self._transcript.is_label(span):
            person = self._transcript.person_of(span)
            return Speaker(name=person.canonical if person else None, how=f"turn of a transcript `{span.of(self._text)}`", evidence=span if person else None)
        named = self._names.read(span)
        if named is not None:
            return named
        pronoun = read_pronoun(self._folded[span.start : span.end], self._pack)
        if pronoun is not None:
            return self._meant(pronoun, span, draft)
        pair = self._pairs.read(span)
        if pair is not None:
            return pair
        description = self._reader.describe(span)
        unnamed = read_unnamed(span, self._folded, self._lang, description, self._pack)
        found = self._described(description, span) if description is not None else None
        if found is not None and found.name:
            return found
        meant = self._epithets.read(span, description, min(span.start, draft.start))
        if meant is not None:
            return self._take_up(meant, meant.how)
        return replace(found or Speaker(name=None, how=f"unnamed source `{span.of(self._text)}`"), unnamed=unnamed)

    def _gender_of_title(self, mention: Mention) -> str | None:
        """Return the gender that a courtesy title in or before a name tells."""
        words = self._folded[mention.span.start : mention.span.end].split()[:1] + self._folded[max(mention.span.start - 12, 0) : mention.span.start].split()[-1:]
        return next((gender for word in words if (gender := self._wording.gender_of_title(word))), None)

    # -- descriptions --------------------------------------------------------------------------------------------

    def _described(self, described: Description, span: Span) -> Speaker:
        """Return the person who holds the office that a source describes, when exactly one fits."""
        words = span.of(self._text)
        if described.is_plural:
            return Speaker(name=None, how=f"unnamed group `{words}`")
        if described.is_indefinite:
            return Speaker(name=None, how=f"unnamed holder of an office `{words}`")
        fitting = [office for office in self._fitting(described) if self._parties.may_be(office.person, span)]
        exact = [o for o in fitting if described.country is not None and o.country == described.country]
        people = dict.fromkeys(o.person for o in (exact or fitting))
        if len(people) > 1 and (exact or described.country is None):
            recent = self._before.last_of(set(people), span.start)
            people = {recent: None} if recent else people
        person = next(iter(people)) if len(people) == 1 else None
        if person is not None and not self._is_another(described, span, person, exact):
            return Speaker(name=person, how="office", evidence=next(o.evidence for o in (exact or fitting) if o.person == person))
        is_open = not people and described.organisation is None and not described.is_former and self._alone not in self._holders
        if self._alone and is_open and described.offices & LEADERS and self._parties.may_be(self._alone, span):
            return Speaker(name=self._alone, how="office, only one named person speaks in the article", evidence=self._before.first_place(self._alone))
        return Speaker(name=None, how=f"office without a name `{words}`")

    def _is_another(self, described: Description, span: Span, person: str, exact: Sequence[Office]) -> bool:
        """True when the one holder whom the article names is not likely meant: it has since brought in another without a name, or names this one later, of an office that many hold."""
        if exact:
            return False
        is_later = all(o.evidence.start >= span.end for o in self._fitting(described) if o.person == person)
        return (is_later and not described.offices & ONE_HOLDER) or self._introduced.is_newer(described.offices, span.start, person)

    def _fitting(self, described: Description) -> list[Office]:
        """Return the offices in the article that a description may mean, in text order; former holders only where it says so, or nobody else fits."""
        wanted = set(described.offices)
        if "minister" in wanted:
            wanted |= MINISTERS
        if "deputy_minister" in wanted:
            wanted |= {f"deputy_{office}" for office in MINISTERS}
        if "leader" in wanted and (described.country is not None or described.is_bare):
            wanted |= LEADERS
        found = [o for key in sorted(wanted) for o in self._offices.get(key, {}).values()]
        if described.country is not None and described.offices & LEADERS and "leader" not in wanted:
            found += [o for o in self._offices.get("leader", {}).values() if o.country == described.country]
        found = [o for o in found if described.country is None or o.country in (described.country, None)]
        if described.seat is not None:
            found = [o for o in found if o.seat is not None and is_same_seat(o.seat, described.seat)]
        if described.organisation is not None:
            found = [o for o in found if o.organisation == described.organisation]
        if described.gender:
            found = [o for o in found if described.gender == o.gender or self._before.gender_of(o.person) in (described.gender, None)]
        narrow = [o for o in found if o.is_former == described.is_former]
        return sorted(narrow or ([] if described.is_former else found), key=lambda o: o.evidence)

    # -- pronouns and quotations without a source -------------------------------------------------------------------

    def _meant(self, pronoun: Pronoun, span: Span, draft: Draft) -> Speaker:
        """Return whom a pronoun means: the last speaker, or the subject of the sentence before."""
        words = span.of(self._text)
        if pronoun.kind == "first":
            return Speaker(name=None, how="first person of the outlet or inside a quotation")
        if pronoun.kind in ("several", "demonstrative"):
            return Speaker(name=None, how=f"pronoun `{words}` for no single name")
        if pronoun.kind == "relative":
            name = self._before.relative(span)
            return Speaker(name=name.canonical, how="relative pronoun", evidence=name.span) if name else Speaker(name=None, how="relative pronoun without a name before it")
        is_first = span.start < draft.start
        governed = find_governed(self._folded, self._lang, span)
        anchor = min(governed.start if governed else span.start, draft.start)
        body = self._before.body_meant(anchor, pronoun.gender) if pronoun.gender is not None and is_first and governed is None else None
        found = body or self._before.antecedent(anchor, pronoun.gender, wants_person=pronoun.kind == "person", is_first=is_first, is_governed=governed is not None)
        if found is None:
            return Speaker(name=None, how=f"pronoun `{words}` without an antecedent")
        return self._take_up(found, f"pronoun, {found.how}" if found.name or found.unnamed else f"pronoun `{words}`: {found.how}")

    def _without_source(self, draft: Draft) -> Speaker:
        """Return who speaks where no source stands.

        It is the person without a name with whom the sentence begins, or whom a dropped pronoun means; who speaks in the same sentence and goes on with a verb of its own ("..., adding that"); of a quotation
        also who is named before it, or whose speech goes on. The same holds for what is told in the mood of reported speech, or as a whole
        sentence where the language has no such mood.
        """
        cue = min((c.start for c in draft.cue), default=draft.start)
        found = self._before.subject_before(cue) if cue < draft.start else None
        if found is None and self._before.keeps_back(cue):
            return Speaker(name=None, how="unnamed source, whose name is kept back")
        if found is None and draft.cue and primary_subtag(self._lang) in PRO_DROP:
            anchor = min(draft.start, cue)
            found = (
                self._before.subject_of(cue) or self._before.body_before(anchor, draft.cue) or self._before.antecedent(anchor, None, wants_person=True, is_first=cue < draft.start)
            )
            found = found if found is None or found.name or found.unnamed else None
        if found is None and draft.cue:
            found = self._before.same_sentence(min(draft.start, cue), None if self._has_verb(draft) else self._wording.joins)
        is_quoted = self._is_quoted(draft)
        if found is None and (is_quoted or (not draft.cue and self._is_reported(draft))):
            found = self._before.lead_in(draft) or (None if draft.cue else self._before.goes_on(draft))
        return self._take_up(found, found.how) if found else UNKNOWN

    def _subject_of(self, start: int, end: int) -> Antecedent | None:
        """Return the person with whom a sentence begins without a name; with a name where an office tells it."""
        unnamed = self._subjects.unnamed(start, end)
        if unnamed is None or self._askers.is_asker(self._folded[unnamed.span.start : unnamed.span.end], self._folded[unnamed.span.end : end]):
            return None
        described = self._reader.describe(unnamed.span)
        speaker = self._described(described, unnamed.span) if described is not None else None
        if speaker is not None and speaker.name is not None:
            return Antecedent(name=speaker.name, how="subject of the sentence before", evidence=unnamed.span)
        return Antecedent(name=None, how="subject of the sentence", evidence=unnamed.span, unnamed=unnamed)

    def _has_verb(self, draft: Draft) -> bool:
        """True when the cue is, or holds, a word of saying of the language."""
        return any(word in self._said for cue in draft.cue for word in (self._folded[cue.start : cue.end], *self._folded[cue.start : cue.end].split()))

    def _is_quoted(self, draft: Draft) -> bool:
        """True when at least half of what is said stands between quotation marks."""
        size = sum(piece.end - piece.start for piece in draft.content)
        return 2 * sum(piece.overlap(quote) for piece in draft.content for quote in self._quotes.overlapping(piece)) >= size

    def _is_reported(self, draft: Draft) -> bool:
        """True when what is told is in the mood of reported speech, or a whole sentence where the language has none."""
        if self._wording.reported:
            return not self._wording.reported.isdisjoint(self._fold_content(draft).replace(",", " ").split())
        if not self._before.is_sentence_start(draft.start):
            return False
        return self._text[draft.start].isupper() and (self._text[draft.end - 1] in STOPS or self._text[draft.end : draft.end + 1] in STOPS)

    def _take_up(self, found: Antecedent, how: str) -> Speaker:
        """Return the speaker whom a pronoun or a speech that goes on takes up."""
        if found.name is None and found.unnamed is not None:
            words = found.unnamed.span.of(self._text)
            told = "not named" if found.unnamed.is_person else "a body or thing"
            return Speaker(name=None, how=f"{how}, {told} `{words}`", evidence=found.unnamed.span, unnamed=found.unnamed)
        return Speaker(name=found.name, how=how, evidence=found.evidence)


def same_speaker(left: str | None, right: str | None) -> bool:
    """True when two canonical names may be one speaker."""
    return bool(left and right) and (left == right or names_match(left or "", right or ""))
