"""Finds what a number counts: the noun right after it, or why the number is no figure.

In: folded text, a `Number`, a `Lexicon`. Out: `Counted` or `None`. Left to others: the kind of event (`kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.figures.labels import is_docket, is_label
from onrecord.figures.lexicon import KIND_ROLE, MEASURE_ROLE, PEOPLE_ROLE, THING_ROLE, UNIT_ROLE, Lexicon
from onrecord.figures.numbers import Number
from onrecord.figures.ordinals import ends_sentence
from onrecord.figures.tolls import is_closing_verb

MAX_GAP = 2
"""Unknown words that may stand between a number and its noun: "14,593 internally displaced Haitian households"."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[%€$£₴₽¥₹₺₪]")
_BREAK = re.compile(r"[^\w\s'%€$£₴₽¥₹₺₪-]|\d")
_MONEY_BEFORE = re.compile(r"(?:us|a|c|nz|hk)?[€$£₴₽¥₹₺₪][^\S\r\n]?\Z|(?:usd|eur|gbp|chf|uah)[^\S\r\n]\Z")
_WORD_BEFORE = re.compile(r"(\w+|%)[^\S\r\n]?\Z")
_APPOSITION = re.compile(r"[,(][^,.;()]*$")
_NEXT_AGE = re.compile(r" \w{1,4} \d{1,3}[,;)]")
MAX_APPOSITION = 26
"""Code points that may lie between the comma that opens an apposition and a number in it."""
_DIGITS = re.compile(r"\d+")
_DASHED = re.compile(r"\d ?[-\u2013\u2014:] ?\d")
_SUFFIX = re.compile(r"'(?!\w*(?:nc[ıiuü]|[ıiuü]nc[ıiuü]))[^\W\d_]{1,6}(?!\w)")
"""A case ending behind digits ("170'i buldu"), not that of an ordinal ("3'üncü")."""
_LINE_NUMBER = re.compile(r"(?:^|\n)[ \t]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number that counts something. It ends with its noun at `end`.

    `kind` is `money` or `percent` for those, `other` for measures; `weak_kind` a kind that the noun itself suggests ("soldiers", "casualties");
    `strong_kind` the kind word right after the number ("2,946 injured"). `population` is a concept or a noun as written.
    """

    number: Number
    end: int
    unit: str | None
    population: str | None
    kind: str | None
    weak_kind: str | None
    strong_kind: str | None


def find_counted(folded: str, number: Number, lexicon: Lexicon, sentence_end: int) -> Counted | None:
    """Return what a number counts; a `Counted` without noun and kind is a bare number; `None` is no figure at all.

    Args:
        folded: folded text.
        number: the number.
        lexicon: the words of the language.
        sentence_end: where its sentence ends.
    """
    if number.form == "share":
        return _make(number, number.end, unit="%", kind="percent")
    before = folded[max(0, number.start - 30) : number.start]
    if (sign := _WORD_BEFORE.search(before)) and sign[1] in lexicon.lists["percent_before"]:
        return _make(number, number.end, unit="%", kind="percent")
    if money := _MONEY_BEFORE.search(before):
        return Counted(number=number, end=number.end, unit=money[0].strip(), population=None, kind="money", weak_kind=None, strong_kind=None)
    if not _may_count(folded, number, lexicon, sentence_end):
        return None
    found = _noun_after(folded, number, lexicon, sentence_end)
    if found is not None and found.kind is None and found.population is None and found.strong_kind is None and found.unit == MEASURE_ROLE:
        return None
    if (found is None or (found.kind is None and found.population is None and found.strong_kind is None)) and is_label(number, folded, before, lexicon):
        return None
    if (found is None or found.population is None) and is_docket(number, folded, before):
        return None
    if found is None:
        found = Counted(number=number, end=number.end, unit=None, population=None, kind=None, weak_kind=None, strong_kind=None)
    if found.kind is None and _is_year(number, folded, before, lexicon, found.population is not None):
        return None
    if _is_age(number, found, folded):
        return None
    return found


def _may_count(folded: str, number: Number, lexicon: Lexicon, sentence_end: int) -> bool:
    """True unless the number is an ordinal, a list number or glued to a word."""
    following = folded[number.end : number.end + 2]
    if number.form == "digits":
        if following[:1] == "-" and following[1:2].isalpha():
            return False
        if _LINE_NUMBER.search(folded[max(0, number.start - 30) : number.start]) and following[:1] in (".", ")"):
            return False
        if lexicon.ordinal_stop and following[:1] == "." and number.point is not None and number.point <= 31 and not ends_sentence(folded, number, lexicon, sentence_end):
            return False
        if following[:1] in ("'", "\u2032", "°") and _SUFFIX.match(folded, number.end) is None:
            return False
    before = folded[max(0, number.start - 2) : number.start]
    return not (before.endswith(("-", "#", "№", "§", "&", "_", "@", "~")) or (before.endswith("\u2013") and before[:1].isalnum()))


def _is_year(number: Number, folded: str, before: str, lexicon: Lexicon, has_noun: bool) -> bool:
    """True for four plain digits that a year may have, or two such in a range, unless a noun follows and no word of years goes before."""
    digits = _DIGITS.findall(folded, number.start, number.end)
    plain = not number.scaled and folded[number.start].isdecimal() and folded[number.end - 1].isdecimal() and all(len(run) == 4 and 1800 <= int(run) < 2100 for run in digits)
    if not plain:
        return False
    words = before.split()
    return not has_noun or (bool(words) and words[-1] in lexicon.lists["year_intro"])


def _is_age(number: Number, counted: Counted, folded: str) -> bool:
    """True in an apposition between commas or brackets: "John Smith, 24, was killed", "two men, aged 26 and 21, were killed"."""
    if counted.population is not None or counted.kind is not None or counted.strong_kind is not None or number.point is None or number.point > 120:
        return False
    opened = _APPOSITION.search(folded, max(0, number.start - MAX_APPOSITION), number.start)
    following = folded[number.end : number.end + 1]
    closed = following in (",", ")", ";") or _NEXT_AGE.match(folded, number.end) is not None
    return opened is not None and (closed or (following == "." and opened[0][1:].isspace()))


def _noun_after(folded: str, number: Number, lexicon: Lexicon, sentence_end: int) -> Counted | None:
    """Return the number with its noun or sign, `None` when no known one follows; unit `measure` marks lengths, times and "one of"."""
    at, gap = number.end, 0
    end_with_more: int | None = None
    partitive = False
    demonym: tuple[int, str] | None = None
    while gap <= MAX_GAP:
        word = _WORD.search(folded, at, sentence_end)
        if word is None or _BREAK.search(folded, at, word.start()):
            break
        form = lexicon.concept.match(folded, word.start(), sentence_end)
        roles = lexicon.roles[form[0]] if form else ()
        names = {role for role, _ in roles}
        if form and "percent" in names and gap == 0:
            return _make(number, form.end(), unit="%", kind="percent")
        if form and "money" in names and gap == 0:
            return _make(number, form.end(), unit=form[0], kind="money")
        if form and names == {MEASURE_ROLE} and not partitive:
            return _make(number, form.end(), unit=MEASURE_ROLE) if gap <= 1 else None
        if form and names == {UNIT_ROLE} and not partitive:
            return _measure(folded, number, form, lexicon, sentence_end) if gap <= 1 else None
        if form and THING_ROLE in names and (person := _person_behind(folded, form.end(), lexicon, sentence_end)) is not None:
            form, roles = person, lexicon.roles[person[0]]
        if form and (PEOPLE_ROLE in names or THING_ROLE in names):
            population = next(concept for role, concept in roles if role in (PEOPLE_ROLE, THING_ROLE))
            weak = next((concept for role, concept in roles if role == KIND_ROLE), None)
            return _make(
                number,
                form.end(),
                unit=form[0],
                population=population,
                weak=weak,
                strong=_kind_inside(folded, number.end, form.start(), lexicon),
            )
        if form and names == {"demonym"}:
            demonym = (form.end(), form[0])
            at = form.end()
            continue
        if form and KIND_ROLE in names and (gap == 0 or form[0] in lexicon.lists["event_nouns"]) and (form[0] not in lexicon.lists["singular"] or number.point == 1):
            kind = next(concept for role, concept in roles if role == KIND_ROLE)
            further = _population_close(folded, form.end(), lexicon, sentence_end)
            weak, strong = (kind, None) if partitive else (None, kind)  # "three of the wounded" may have died
            if further is not None:
                return _make(number, further[0], unit=further[1], population=further[2], weak=weak, strong=strong)
            return _make(number, form.end(), weak=weak, strong=strong)
        if word[0] in lexicon.lists["more"] and gap == 0:
            end_with_more = word.end()
        elif word[0] in lexicon.lists["of"] and (gap == 0 or partitive):
            if number.form == "words" and number.point == 1:
                return _make(number, word.end(), unit=MEASURE_ROLE)
            partitive = True
            gap -= 1
        elif word[0] in lexicon.stopwords:
            break
        at, gap = word.end(), gap + 1
    if demonym is not None and not _opens_noun(folded, demonym[0], lexicon, sentence_end):
        return _make(number, demonym[0], unit=demonym[1], population="people")
    return _make(number, end_with_more) if end_with_more is not None else None


def _measure(folded: str, number: Number, form: re.Match[str], lexicon: Lexicon, sentence_end: int) -> Counted:
    """Return a number with its unit, of one word or more: "900 metres", "40 square kilometres"; nothing that is done to people governs it."""
    end, unit = form.end(), form[0]
    while folded[end : end + 1] == " " and (more := lexicon.concept.match(folded, end + 1, sentence_end)) and lexicon.roles[more[0]] == ((UNIT_ROLE, UNIT_ROLE),):
        end, unit = more.end(), f"{unit} {more[0]}"
    return _make(number, end, unit=unit, kind="other")


def _person_behind(folded: str, at: int, lexicon: Lexicon, sentence_end: int) -> re.Match[str] | None:
    """Return the noun of people right behind a noun of things: "two high school students"."""
    form = lexicon.concept.match(folded, at + 1, sentence_end) if folded[at : at + 1] == " " else None
    return form if form is not None and any(role == PEOPLE_ROLE for role, _ in lexicon.roles[form[0]]) else None


def _opens_noun(folded: str, at: int, lexicon: Lexicon, sentence_end: int) -> bool:
    """True when a word that may be a noun follows, or more adjectives: "5 Russian ships", "5 Russian, Polish and Czech ships"."""
    word = _WORD.search(folded, at, sentence_end)
    if folded[at : at + 1] == ",":
        return True
    if word is None or _BREAK.search(folded, at, word.start()) or word[0] in lexicon.stopwords:
        return False
    return all(role != KIND_ROLE for role, _ in lexicon.roles.get(word[0], ()))


def noun_as_written(folded: str, item: Counted, lexicon: Lexicon, sentence_end: int) -> Counted:
    """Return a bare number with the unknown word right after it: "3 suspects", "12 dogs"; it is the noun only where nothing that may be one follows."""
    word = _WORD.match(folded, item.end + 1, sentence_end)
    if word is None or not has_unknown_noun(folded, item, lexicon, sentence_end):
        return item
    following = _WORD.search(folded, word.end(), sentence_end)
    closed = following is None or following[0] in lexicon.stopwords or _BREAK.search(folded, word.end(), following.start()) is not None
    return replace(item, end=word.end(), unit=word[0], population=word[0]) if closed else item


def has_unknown_noun(folded: str, item: Counted, lexicon: Lexicon, sentence_end: int) -> bool:
    """True when a word that is in no list follows a bare number: "seven deputies took", "14 300 bureaux seront"; none of a score: "a 2-3 defeat"."""
    word = _WORD.match(folded, item.end + 1, sentence_end)
    if item.end != item.number.end or word is None or folded[item.end] != " " or _DASHED.search(folded, item.number.start, item.end):
        return False
    if is_closing_verb(word[0], folded, item.number.start, lexicon):
        return False
    return len(word[0]) > 2 and word[0] not in lexicon.stopwords and word[0] not in lexicon.roles and word[0] not in lexicon.lists["more"]


def _population_close(folded: str, at: int, lexicon: Lexicon, sentence_end: int) -> tuple[int, str, str] | None:
    """Return (end, form, concept) of a population noun right behind a kind word: "displaced people"."""
    for _ in range(2):
        word = _WORD.search(folded, at, sentence_end)
        if word is None or _BREAK.search(folded, at, word.start()) or word[0] in lexicon.stopwords:
            return None
        form = lexicon.concept.match(folded, word.start(), sentence_end)
        if form:
            pairs = [concept for role, concept in lexicon.roles[form[0]] if role in (PEOPLE_ROLE, THING_ROLE)]
            return (form.end(), form[0], pairs[0]) if pairs else None
        at = word.end()
    return None


def _kind_inside(folded: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """Return the kind word between a number and its noun: "three wounded soldiers"."""
    for form in lexicon.concept.finditer(folded, start, end):
        for role, concept in lexicon.roles[form[0]]:
            if role == KIND_ROLE:
                return concept
    return None


def _make(
    number: Number,
    end: int,
    *,
    unit: str | None = None,
    population: str | None = None,
    kind: str | None = None,
    weak: str | None = None,
    strong: str | None = None,
) -> Counted:
    return Counted(number=number, end=end, unit=unit, population=population, kind=kind, weak_kind=weak, strong_kind=strong)


def find_singles(folded: str, lexicon: Lexicon) -> Iterator[Counted]:
    """Yield persons told of one by one ("a young soldier"), each as the number one; whether they are figures is left to the event."""
    for found in lexicon.single.finditer(folded):
        inner = found["inner"].split()
        if any(word in lexicon.stopwords for word in inner):
            continue
        number = Number(start=found.start("noun") if not found["one"] else found.start(), end=found.end(), point=1.0, low=1.0, high=1.0, form="one")
        yield _make(number, found.end(), unit=found["noun"], population=lexicon.persons.get(found["noun"], "people"))


def is_besides(folded: str, counted: Counted, lexicon: Lexicon) -> bool:
    """True when others than those counted before are meant: "four others", "another 12 people"."""
    before = folded[max(0, counted.number.start - 16) : counted.number.start].split()[-2:]
    words = [*before[-1:], " ".join(before), *_WORD.findall(folded, counted.number.end, counted.end)]
    return any(word in lexicon.lists["more"] for word in words)


def is_one_more(folded: str, single: Counted, lexicon: Lexicon) -> bool:
    """True for a person told of besides others: "another man", "a second victim"."""
    words = [*_WORD.findall(folded, max(0, single.number.start - 16), single.number.start)[-1:], *_WORD.findall(folded, single.number.start, single.end)]
    return any(word in lexicon.lists["more"] or word in lexicon.lists["others"] for word in words)


def is_one_word(counted: Counted) -> bool:
    """True for "one", for articles that are also the number one, and for one person told of."""
    return counted.number.form in ("words", "one") and counted.number.point == 1
