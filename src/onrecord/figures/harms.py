"""Finds where a text tells that one person died or was hurt without counting him: "Jane Roe, 24, was pronounced dead", "he shot his friend".

In: a `Setting`, the sentences. Out: `Harm`s in text order. Left to others: whether the text counts them elsewhere (`outcomes`).
Word lists: `deaths.toml`, `wounds.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from onrecord.figures.lexicon import Lexicon
from onrecord.figures.natural import find_nature
from onrecord.figures.setting import Setting
from onrecord.languages.alternation import join_forms
from onrecord.records import Span

MAX_SUBJECT_GAP = 12
"""Words that may stand between a person and the verb of the death: "the boy, who was wounded in a shooting on Friday, died"."""
MAX_SUBJECT_GAP_WOUNDED = 4
"""The same between a person and what tells that he was hurt: words such as "shot" are said of films, too."""
MAX_OBJECT_GAP = 2
"""The same between "death of" and its person ("the death of student Jane Roe")."""
MAX_LINK = 4
"""Words between an auxiliary and its participle ("was later found shot to death")."""
MAX_LINK_LAST = 8
"""The same where the participle closes the clause ("wurde bei einem Angriff am Montag getötet")."""
UNREAL_REACH = 8
"""Words before the person that are looked at for a denial: "it is not true that he died"."""
_KIN = ("people", "men", "women")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_BREAK = re.compile(r"[;:\n]|\s[-\u2013\u2014]\s|[\"\u201c\u201d\u00ab\u00bb]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person at `start:end`: a name (`canonical`), a pronoun, or a noun with its concept. `known` is true unless the person is told of for the first time."""

    start: int
    end: int
    population: str
    known: bool
    canonical: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """That a person died or was hurt, told by the words `start:end`."""

    person: Person
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    """Patterns of a language: what tells a death or a wound of the person before it, right before it, behind it, and who is a person.

    `roles` are nouns that tell one person from another ("the gunman", "the brother"). `who` holds what opens a clause about a person that tells of his wound; `None` for deaths, before which anything may be told of him.
    """

    before: re.Pattern[str]
    bare: re.Pattern[str]
    owned: re.Pattern[str]
    behind: re.Pattern[str]
    person: re.Pattern[str]
    populations: Mapping[str, str]
    roles: frozenset[str]
    unreal: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    stopwords: frozenset[str]
    who: frozenset[str] | None
    verb_first: bool
    verb_last: bool


def find_deaths(setting: Setting, sentences: Iterable[tuple[int, int]], *, calm: bool) -> Iterator[Harm]:
    """Yield the deaths of single persons that a text tells without a number, in text order; nobody is among them who died of himself ("died of cancer").

    Args:
        setting: the article and what other stages know of it.
        sentences: (start, end) of the sentences to look at.
        calm: whether the text is one without violence.
    """
    words = _words_of(setting.lexicon, False)

    def is_own(start: int, end: int, telling: _Telling) -> bool:
        return find_nature(setting.folded, (telling.start, telling.end), (start, end), setting.lexicon.lang, calm=calm).of_one

    if words is not None:
        yield from _find_harms(
            setting, ((start, end, [told for told in _find_tellings(setting.folded, start, end, words) if not is_own(start, end, told)]) for start, end in sentences), words
        )


def find_wounds(setting: Setting, sentences: Iterable[tuple[int, int]]) -> Iterator[Harm]:
    """Yield the wounds of single persons that a text tells without a number, in text order.

    Args:
        setting: the article and what other stages know of it.
        sentences: (start, end) of the sentences to look at.
    """
    words = _words_of(setting.lexicon, True)
    if words is not None:
        yield from _find_harms(setting, ((start, end, [*_find_tellings(setting.folded, start, end, words)]) for start, end in sentences), words)


def _find_harms(setting: Setting, told: Iterable[tuple[int, int, Sequence[_Telling]]], words: _Words) -> Iterator[Harm]:
    """Yield what words tell of single persons, in text order; `told` are (start, end, words that tell it) of sentences."""
    for start, end, tellings in told:
        if not tellings:
            continue
        persons = _find_persons(setting, start, end, words)
        found = [death for telling in tellings if (death := _match_person(setting.folded, start, telling, _leave_out_voices(setting, telling, persons), words)) is not None]
        yield from sorted(found, key=lambda death: (death.start, death.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    start: int
    end: int
    way: str


def _find_tellings(folded: str, start: int, end: int, words: _Words) -> Iterator[_Telling]:
    """Yield the words of death in a sentence with the side on which the dead stands; `bare` are participles right behind him, `owned` nouns that are his."""
    for way, pattern in (("before", words.before), ("bare", words.bare), ("owned", words.owned), ("behind", words.behind)):
        for found in pattern.finditer(folded, start, end):
            yield _Telling(start=found.start(), end=found.end(), way=way)


def _find_persons(setting: Setting, start: int, end: int, words: _Words) -> list[Person]:
    """Return the single persons of a sentence in text order; a name goes before words that overlap it."""
    named = [m for m in setting.mentions.inside(Span(start=start, end=end)) if m.kind == "person"]
    persons = [Person(start=m.span.start, end=m.span.end, population="people", known=True, canonical=m.canonical) for m in named]
    for found in words.person.finditer(setting.folded, start, end):
        if any(found.start() < other.end and other.start < found.end() for other in persons):
            continue
        noun = found["noun"] or found.groupdict().get("bare")
        persons.append(
            Person(
                start=found.start(),
                end=found.end(),
                population=words.populations.get(noun or "", "people"),
                known=noun is None or (found["the"] is not None and noun not in words.roles),
            )
        )
    return sorted(persons, key=lambda person: (person.start, person.end))


def _match_person(folded: str, start: int, telling: _Telling, persons: Sequence[Person], words: _Words) -> Harm | None:
    """Return the death that words tell of the person nearest to them on the side where he stands, `None` when there is none or it is not real."""
    ahead = [person for person in persons if person.end <= telling.start]
    following = [person for person in persons if person.start >= telling.end]
    person: Person | None = None
    if telling.way == "behind":
        at = telling.end
        if following and folded[following[0].start : following[0].end] in words.subjects:  # "tötete er seinen Bruder"
            at, following = following[0].end, following[1:]
        person = following[0] if following and _leads_to(folded[at : following[0].start], words) else None
    elif telling.way == "owned":
        person = ahead[-1] if ahead and ahead[-1].end == telling.start else None
    elif telling.way == "bare":
        person = ahead[-1] if ahead and folded[ahead[-1].end : telling.start] == " " else None
        if person is not None and _takes_object(folded, telling.end, following, words):
            return None
    else:
        if not words.verb_last and any(telling.start < person.start and person.end < telling.end for person in persons):
            return None
        person = ahead[-1] if ahead and _is_near(folded[ahead[-1].end : telling.start], words) else None
        if person is None and words.verb_first and following and _leads_to(folded[telling.end : following[0].start], words):
            person = following[0]
    if person is None or _is_unreal(folded, start, min(person.start, telling.start), telling, words):
        return None
    return Harm(person=person, start=telling.start, end=telling.end)


def _leave_out_voices(setting: Setting, telling: _Telling, persons: Sequence[Person]) -> list[Person]:
    """Return the persons without those who say it: "he said the plan was dead"."""
    told = Span(start=telling.start, end=telling.end)
    return [person for person in persons if not setting.is_voice_of(Span(start=person.start, end=person.end), told)]


def _is_near(gap: str, words: _Words) -> bool:
    """True when what stands between a person and the verb behind him may be told of him."""
    between = _WORD.findall(gap)
    if words.who is None:
        return len(between) <= MAX_SUBJECT_GAP and _BREAK.search(gap) is None
    plain = gap[:1] in ("", " ", ",") and all(word in words.who or word.isdecimal() or (words.verb_last and word not in words.stopwords) for word in between)
    return plain and len(between) <= MAX_SUBJECT_GAP_WOUNDED and _BREAK.search(gap) is None


def _leads_to(gap: str, words: _Words) -> bool:
    """True when the words of death go over to the person behind them at once; a small word between opens something else ("killed by a man")."""
    between = _WORD.findall(gap)
    return len(between) <= MAX_OBJECT_GAP and "," not in gap and _BREAK.search(gap) is None and not any(word in words.stopwords for word in between)


def _takes_object(folded: str, at: int, following: Sequence[Person], words: _Words) -> bool:
    """True when somebody right behind a participle makes it a verb: "the man killed his wife"."""
    word = _WORD.match(folded, at + 1)
    return (word is not None and word[0] in words.objects) or (bool(following) and following[0].start <= at + 1)


def _is_unreal(folded: str, start: int, first: int, telling: _Telling, words: _Words) -> bool:
    """True when a word that denies or supposes stands between person and event, inside the event, or shortly before both."""
    lead = _WORD.findall(folded, start, first)[-UNREAL_REACH:]
    inside = _WORD.findall(folded, first, telling.end)
    plain = [*lead, *inside]
    return any(word in words.unreal for word in plain) or any(f"{left} {right}" in words.unreal for left, right in pairwise(plain))


@lru_cache(maxsize=64)
def _words_of(lexicon: Lexicon, wounded: bool) -> _Words | None:
    """Return the patterns of a language for deaths or for wounds, `None` for one that `deaths.toml` does not know."""
    table = _read_table("deaths").get(lexicon.lang)
    if table is None:
        return None
    table = {**table, **_read_table("wounds")[lexicon.lang]} if wounded else table
    lists = {name: forms for name, forms in table.items() if isinstance(forms, list)}
    kin = {form: concept for concept in _KIN for form in lists[concept]}
    link = MAX_LINK_LAST if table["verb_last"] else MAX_LINK
    aux, done, between = join_forms(lists["aux"]), join_forms(lists["done"]), rf"(?: [\w'-]+){{0,{link}}}? "
    opening = join_forms([*lists["the"], *lists["own"], *lexicon.lists["one"]])
    no_object = rf"(?! (?:{opening}) )" if opening and not table["verb_last"] else ""  # "pronounced the deal dead"
    passive = [rf"(?:{aux}){no_object}{between}(?:{done})"] if aux else []
    if aux and table["verb_last"]:
        passive.append(rf"(?:{done}) (?:{aux})")
    ages, nouns = join_forms(lexicon.lists["ages"]), join_forms([*lexicon.persons, *kin])
    aged = rf"|\d{{1,3}}[- ]?(?:{ages})(?! (?:[\w'-]+ )?(?:{nouns})(?![\w-]))" if ages else ""
    pronouns = join_forms([*lists["pronouns"], *lists["them"]])
    known, one = join_forms(lists["the"]), join_forms([*lexicon.lists["one"], *lists["own"]])
    openings = [rf"(?P<the>{known})" if known else "(?P<the>(?!))", *([one] if one else [])]
    inner = rf"(?:(?!(?:{'|'.join(filter(None, (known, one)))})[ '])(?!\d+[^\W\d_]* )[\w'-]+ ){{0,3}}?" if known or one else ""
    person = [rf"(?:{'|'.join(openings)})(?:(?<=') ?| ){inner}(?P<noun>{nouns}{aged})", pronouns]
    if not lexicon.lists["one"]:
        person.append(rf"(?P<bare>{nouns}{aged})")
    return _Words(
        before=_whole("|".join([*passive, join_forms(lists["died"])])),
        bare=_whole("" if wounded else done),
        owned=re.compile(rf"(?:{owned})(?![\w-])" if (owned := join_forms(lists["death_after"])) else r"(?!)"),
        behind=_whole(join_forms([*lists["death_of"], *lists["kills"]])),
        person=_whole("|".join(filter(None, person))),
        populations={**kin, **lexicon.persons},
        roles=frozenset(kin),
        unreal=frozenset(lists["unreal"]),
        objects=lexicon.lists["objects"],
        subjects=frozenset(lists["pronouns"]) - frozenset(lists["them"]),
        stopwords=lexicon.stopwords,
        who=frozenset(lists["who"]) if wounded else None,
        verb_first=bool(table["verb_first"]),
        verb_last=bool(table["verb_last"]),
    )


def _whole(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words; an apostrophe may part them ("l'omicidio", "d'Ana")."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?:(?<=')|(?![\w-]))" if pattern else r"(?!)")


@lru_cache(maxsize=2)
def _read_table(name: str) -> Mapping[str, Mapping[str, list[str] | bool]]:
    table: Mapping[str, Mapping[str, list[str] | bool]] = tomllib.loads(files("onrecord.figures").joinpath(f"{name}.toml").read_text("utf-8"))
    return table
