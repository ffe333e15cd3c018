"""Turns a language pack into two patterns: one that finds numbers, one that finds the words that tell what they count.

In: a `Pack`. Out: a `Lexicon`, built once per pack. Left to others: reading values (`numbers`), what governs what (`kinds`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.figures.number_words import NumberWords, list_halves, read_pack_words
from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import Pack

PEOPLE_ROLE, THING_ROLE, KIND_ROLE, MEASURE_ROLE, UNIT_ROLE, NO_EVENT_ROLE = "population", "thing", "kind", "measure", "unit", "no event"
_LISTS = (
    *("between", "and", "to", "from", "change_from", "change_to", "changes", "of", "more", "toll_links", "including", "agents", "as_of", "since"),
    *("halves", "halves_after", "labels", "times", "measures", "percent_before", "several", "year_intro", "articles", "active", "singular"),
    *("no_event", "convinced", "pounds", "weights", "labels_behind", "lost", "lost_behind"),
)
_PERSONS = ("one", "others", "ages", "objects", "passive", "event_nouns")
"""Lists of `events.toml`."""

Role = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Patterns and words of a language, for folded text.

    `number` finds digits, number words and vague amounts by group name; `concept` finds forms of `roles`, which maps a form
    to its (role, concept) pairs. `words`, `scales`, `fractions`, `vague` give values; `lists` are those of `words.toml` and `events.toml`.
    `moves` finds words of rise, fall and other changes of a number. `single` finds one person, after an article or bare, whose noun is in `persons` with its concept.
    """

    lang: str
    number: re.Pattern[str]
    concept: re.Pattern[str]
    single: re.Pattern[str]
    persons: Mapping[str, str]
    hedge_before: re.Pattern[str]
    hedge_after: re.Pattern[str]
    roles: Mapping[str, tuple[Role, ...]]
    words: NumberWords
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    vague: Mapping[str, float]
    hedges: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    stopwords: frozenset[str]
    grouping: str
    decimal: str
    ordinal_stop: bool
    moves: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """One language of `words.toml` and `events.toml`."""

    vague: Mapping[str, float]
    collectives: Mapping[str, float]
    lists: Mapping[str, frozenset[str]]
    things: Mapping[str, tuple[str, ...]]
    events: Mapping[str, tuple[str, ...]]
    event_nouns: Mapping[str, tuple[str, ...]]
    singles: Mapping[str, tuple[str, ...]]
    persons: Mapping[str, tuple[str, ...]]


_NO_EXTRAS = Extras(vague={}, collectives={}, lists={name: frozenset() for name in (*_LISTS, *_PERSONS)}, things={}, events={}, event_nouns={}, singles={}, persons={})


@lru_cache(maxsize=64)
def lexicon_of(pack: Pack) -> Lexicon:
    """Return the lexicon of a pack, built once."""
    extras = _read_extras().get(pack.lang, _NO_EXTRAS)
    vague = {**extras.vague, **_open_amounts(pack, extras)}
    words = read_pack_words(pack, extras.collectives)
    fractions = {**pack.numbers.fractions, **list_halves(pack, extras.lists["halves"])}
    roles = _read_roles(pack, extras)
    hedges: dict[str, str] = {}
    for name, forms in pack.hedges.items():
        for form in forms:
            hedges.setdefault(form, name)
    hedge = _alternatives(hedges)
    decimal = "".join(re.escape(sign) for sign in pack.numbers.decimal)
    return Lexicon(
        lang=pack.lang,
        number=_number_pattern(pack, extras, words, (vague, fractions), decimal),
        concept=re.compile(_alternatives(roles)),
        single=_single_pattern(extras),
        persons={form: concept for concept, forms in extras.singles.items() for form in forms},
        hedge_before=re.compile(rf"({hedge})[\s,]*(?:(?:\w+)\s+)?$") if hedges else re.compile(r"(?!)"),
        hedge_after=re.compile(rf"[\s,]*({hedge})") if hedges else re.compile(r"(?!)"),
        roles=roles,
        words=words,
        scales=pack.numbers.scales,
        fractions=fractions,
        vague=vague,
        hedges=hedges,
        lists=extras.lists,
        stopwords=pack.stopwords,
        grouping=_grouping(pack),
        decimal=decimal,
        ordinal_stop="." in pack.dates.ordinals_suffix,
        moves=re.compile(_alternatives({*extras.lists["changes"], *(form for name in ("rise", "fall") for forms in pack.intensity[name].values() for form in forms)})),
    )


def _read_roles(pack: Pack, extras: Extras) -> Mapping[str, tuple[Role, ...]]:
    """Return what each form near a number may be; the first role is the likeliest."""
    found: dict[str, list[Role]] = {}

    def add(forms: Iterable[str], role: str, concept: str) -> None:
        for form in forms:
            pairs = found.setdefault(form, [])
            if (role, concept) not in pairs:
                pairs.append((role, concept))

    for concept, forms in pack.figures.populations.items():
        add(forms, PEOPLE_ROLE, concept)
    for concept, forms in extras.persons.items():
        add(forms, PEOPLE_ROLE, concept)
    for concept, forms in extras.things.items():
        add(forms, THING_ROLE, concept)
    for concept, forms in pack.figures.kinds.items():
        add(forms, KIND_ROLE, concept)
    for table in (extras.events, extras.event_nouns):
        for concept, forms in table.items():
            add(forms, KIND_ROLE, concept)
    for forms in pack.demonyms.values():
        add(forms, "demonym", "people")
    add(pack.figures.money, "money", "money")
    add(pack.figures.percent, "percent", "percent")
    for forms in pack.dates.units.values():
        add(forms, MEASURE_ROLE, MEASURE_ROLE)
    add(extras.lists["times"], MEASURE_ROLE, MEASURE_ROLE)
    add(extras.lists["measures"], UNIT_ROLE, UNIT_ROLE)
    add(extras.lists["no_event"], NO_EVENT_ROLE, NO_EVENT_ROLE)
    return {form: tuple(pairs) for form, pairs in found.items()}


def _number_pattern(pack: Pack, extras: Extras, words: NumberWords, amounts: tuple[Iterable[str], Iterable[str]], decimal: str) -> re.Pattern[str]:
    grouping = _grouping(pack)
    digits = rf"\d{{1,3}}(?:[{grouping}]\d{{3}})+(?!\d)" if grouping else r"\d+"
    fraction = rf"(?:[{decimal}]\d+)?" if decimal else ""
    scale = join_forms(form for form in pack.numbers.scales if len(form) > 1)
    short = join_forms(form for form in pack.numbers.scales if len(form) == 1)
    clipped = join_forms(form for form in pack.numbers.scales if 2 <= len(form) <= 3)
    stop = rf"(?:(?<=[ \d-])(?:{clipped})\.(?= \w)|(?:{scale})(?!\w))" if clipped else rf"(?:{scale})(?!\w)"
    big = rf"(?:[ -]?{stop})?" if scale else ""
    small = rf"(?:(?:{short})(?!\w))?" if short else ""
    vague, part = map(join_forms, amounts)
    word = words.written
    joint = join_forms(extras.lists["and"])
    article = join_forms(extras.lists["articles"])
    bare = join_forms([*pack.numbers.scales, *extras.collectives])
    opening = rf"(?:(?:{article}) (?=(?:{bare})(?!\w)))?" if article and bare else ""
    sequence = rf"{opening}(?:{word})(?:(?:-| (?:(?:{joint}) )?| ?(?=(?:{scale or '(?!)'})(?!\w)))(?:{word})(?!\w))*" if word else "(?!)"
    half = rf"(?P<part>{part}) (?:\w+ )?(?P<part_scale>{scale})(?!\w)" if part and scale else "(?P<part>(?!))(?P<part_scale>(?!))"
    after = join_forms(extras.lists["halves_after"])
    more = rf"(?P<{{}}>(?<=\w) (?:{after})(?!\w))?" if after else "(?P<{}>(?!))?"
    return re.compile(
        rf"(?<!\w)(?:(?<![.,:/+-])(?P<half>{half})(?!-\w)|(?<![.,:/+])(?P<digits>(?:{digits}|\d+){fraction}){big}{small}(?!\w|[.,:/]\d){more.format('digits_more')}"
        rf"|(?<!-)(?:(?P<vague>{vague or '(?!)'})(?!\w)|(?P<words>{sequence})(?!\w){more.format('words_more')})(?!-\w))"
    )


def _single_pattern(extras: Extras) -> re.Pattern[str]:
    """Return what finds "a young soldier", "a 17-year-old" and, bare at the head of a line or where the language has no article, "soldier"."""
    nouns = join_forms(form for forms in extras.singles.values() for form in forms)
    one = join_forms(extras.lists["one"])
    if not nouns:
        return re.compile(r"(?!)")
    ages = join_forms(extras.lists["ages"])
    aged = rf"|\d{{1,3}}[- ]?(?:{ages})(?! (?:[\w'-]+ ){{0,2}}(?:{nouns})(?![\w'-]))" if ages else ""
    old = rf"(?:\d{{1,3}}[- ](?:{ages}) )?" if ages else ""
    between = rf"{old}(?:(?!(?:{one})[ '])[\w'-]+ ){{0,3}}?" if one else ""
    opened = rf"(?:(?<![\w'-])(?P<one>{one})(?:(?<=') ?| )|(?:^|(?<=\n)))" if one else r"(?<![\w'-])(?P<one>(?!))?"
    return re.compile(rf"{opened}(?P<inner>{between})(?P<noun>{nouns}{aged})(?![\w'-])")


def _grouping(pack: Pack) -> str:
    """Return the signs between thousands as the inside of a character class; all spaces are one in folded text."""
    return "".join(dict.fromkeys(re.escape(sign if sign.strip() else " ") for sign in pack.numbers.thousands))


def _open_amounts(pack: Pack, extras: Extras) -> dict[str, float]:
    """Return "several hundred" and the like with the value of their scale; "doscientas" is a number, no scale."""
    scales = {form: value for form, value in pack.numbers.scales.items() if len(form) > 2 and (value == 100 or value >= 1000)}
    return {f"{word} {form}": value for word in extras.lists["several"] for form, value in scales.items()}


def _alternatives(forms: Iterable[str]) -> str:
    """Return an alternation of whole words; signs such as `%` need no border."""
    wordy: list[str] = []
    signs: list[str] = []
    for form in forms:
        (wordy if form[-1:].isalnum() and form[:1].isalnum() else signs).append(form)
    parts = [rf"(?<!\w)(?:{join_forms(wordy)})(?!\w)"] if wordy else []
    parts += [join_forms(signs)] if signs else []
    return "|".join(parts) or "(?!)"


def _read_table(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {concept: tuple(forms) for concept, forms in table.items()}


@lru_cache(maxsize=1)
def _read_extras() -> Mapping[str, Extras]:
    """Return `words.toml` and `events.toml` by language."""
    words, events = (tomllib.loads(files("onrecord.figures").joinpath(name).read_text("utf-8")) for name in ("words.toml", "events.toml"))
    return {
        lang: Extras(
            vague=part["vague"],
            collectives=part["collectives"],
            lists={name: frozenset(part[name]) for name in _LISTS} | _read_lists(events[lang]),
            things=_read_table(part["things"]),
            events=_read_table(events[lang]["events"]),
            event_nouns=_read_table(events[lang]["event_nouns"]),
            singles={concept: forms for concept, forms in _read_table(events[lang]["singles"]).items() if concept not in _PERSONS},
            persons=_read_table(events[lang]["persons"]),
        )
        for lang, part in words.items()
    }


def _read_lists(events: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return `_PERSONS` of one language of `events.toml`."""
    nouns = frozenset(form for forms in events["event_nouns"].values() for form in forms)
    return {name: nouns if name == "event_nouns" else frozenset(events["singles"][name]) for name in _PERSONS}
