"""Turns a language pack into a lookup from words to the roles they play in a date expression.

In: a `Pack`, or a language tag for languages without one (month and weekday names of CLDR). Out: `Words`.
Left to others: cutting a text into tokens (`tokens`), the shapes of dates (`grammar`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

from onrecord.languages.pack import Pack, fold_text

UNITS = ("hour", "day", "week", "month", "year")
"""A unit token's value is its index here, plus `PLURAL` for a plural form."""
PLURAL = 10
QUARTER, HALF = 3, 6
"""Months in a part of a year; the value of its token."""
TODAY_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "day_before_yesterday": -2, "day_after_tomorrow": 2}
CAPITALISED = frozenset({"en", "de"})
"""Languages that always write month and weekday names with a capital. Source: CLDR month and day names."""
DAY_NUMBERS = frozenset({"es", "it", "pt"})
"""Languages in which the word for day and a number name a day of the month; elsewhere "day 26" counts days."""
SHORT_NAME = 4
"""A month or weekday form shorter than this (`mar`, `sun`) needs a number beside it, except as the only name of its month."""
PIECE = re.compile(r"\d+|[^\W\d_]+|\S")

Entry = tuple[tuple[str, ...], str, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The date words of a language. `entries` maps a first word to (all words, role, value), longest first.

    Roles: `M` month, `m` month that needs a number, `W` / `w` weekday likewise, `t` today and the like, `u` unit, `L` last,
    `N` next, `S` this, `A` ago, `R` and `X` count from a date named before, `I` in (future), `E` weekend, `O` preposition of
    weekdays, `D` determiner, `l` link, `c` number word, `v` vague amount, `p` part, `e` both `R` and `p`, `P` day named before (value -1, 0, 1),
    `F` future, `K` reporting verb, `B` opens a clause,
    `r` joins two days of a month (value 1: "and"), `j` ordinal word, `f` final, `q` quarter or half of a year (value: its months), `Q` letter for one, `b` period, `g` of a year before, `G` such a part,
    `h` latest, `U` end of a year, `C` decade.
    """

    lang: str
    entries: Mapping[str, tuple[Entry, ...]]
    suffixes: frozenset[str]
    before_year: frozenset[str]
    not_before_days: frozenset[str]
    not_years: frozenset[str]
    amounts: frozenset[str]
    after_year: frozenset[str]
    until: tuple[str, ...]
    until_after: tuple[str, ...]
    future_endings: tuple[str, ...]
    not_future: frozenset[str]
    between: frozenset[str]
    date_articles: frozenset[str]
    month_intro: frozenset[str]
    fiscal: frozenset[str]
    year_owners: frozenset[str]
    both_numbers: frozenset[str]
    plural_beside: frozenset[str]
    prepositions: frozenset[str]
    decade_units: frozenset[str]
    decade_endings: frozenset[str]
    year_cases: frozenset[str]
    small_words: frozenset[str]
    whole_names: frozenset[str]
    spaced_thousands: bool


def words_of(pack: Pack | None, lang: str | None) -> Words | None:
    """Return the date words of a language, built once; `None` when the language is unknown to pack and CLDR alike.

    Args:
        pack: the language's pack, if any.
        lang: BCP 47 tag of the text; used only without a pack.
    """
    if pack is not None:
        return _from_pack(pack)
    return _from_names(lang) if lang else None


@lru_cache(maxsize=64)
def _from_pack(pack: Pack) -> Words:
    dates = pack.dates
    extra = _extras().get(pack.lang, {})
    links = extra.get("links", ())
    plurals = frozenset(extra.get("plurals", ()))
    anaphoric = frozenset(extra.get("anaphoric", ()))
    ambiguous = {form for forms in pack.modality.values() for form in forms}
    rows: list[tuple[Iterable[str], str, int]] = [(extra.get("no_dates", ()), "_", 0), (extra.get("year_end", ()), "U", 0)]
    rows += [(extra.get(name, ()), "P", value) for name, value in (("previous_day", -1), ("same_day", 0), ("next_day", 1))]
    rows += [*_name_rows(dates.months, "M", ambiguous), *_name_rows(dates.weekdays, "W", ambiguous)]
    for part in extra.get("day_parts", ()):
        rows += [([day + part for day in forms if len(day) > SHORT_NAME], "W", i) for i, forms in enumerate(dates.weekdays)]
    rows += [(forms.split(), "W", i) for i, forms in enumerate(extra.get("weekday_cases", ()))]
    days = {
        "today": dates.today, "tonight": dates.tonight, "yesterday": dates.yesterday, "tomorrow": dates.tomorrow,
        "day_before_yesterday": dates.day_before_yesterday, "day_after_tomorrow": dates.day_after_tomorrow,
    }  # fmt: skip
    rows += [(days[name], "t", offset) for name, offset in TODAY_OFFSETS.items()]
    for name, forms in dates.units.items():
        rows.append(([form for form in forms if form not in plurals], "u", UNITS.index(name)))
        rows.append(([form for form in forms if form in plurals], "u", UNITS.index(name) + PLURAL))
    for forms, role, sign in ((dates.last, "L", -1), (dates.next, "N", 1)):
        rows.append(([form for form in forms if form in anaphoric], "X", sign))
        rows.append(([form for form in forms if form not in anaphoric], role, sign))
    rows += [(dates.this, "S", 0), (dates.weekend, "E", 0)]
    rows.append(([form for form in dates.ago if form not in anaphoric], "A", -1))
    parts = frozenset(extra.get("parts", ()))
    counting = [(form, -1) for form in dates.ago if form in anaphoric] + [(form, 1) for form in dates.later]
    rows += [((form,), "e" if form in parts else "R", sign) for form, sign in counting]
    rows.append((extra.get("vague", ()), "v", 0))
    rows += [(parts, "p", 0), (extra.get("determiners", ()), "D", 0), (dates.in_future, "I", 0), (dates.on, "O", 0)]
    rows += [(links, "l", 0), (extra.get("one", ()), "c", 1)]
    rows += [((word,), "c", int(value)) for word, value in pack.numbers.words.items() if value == int(value)]
    rows += [(pack.modality["future"], "F", 0), (pack.stages["planned"], "F", 0)]
    rows += [(forms, "K", 0) for forms in pack.cues.values()]
    rows.append((pack.pronouns["relative"], "B", 0))
    rows += [(extra.get("to", ()), "r", 0), (extra.get("and", ()), "r", 1)]
    rows.append((extra.get("decade_units", ()), "C", 0))
    rows += [(forms.split(), "j", number) for number, forms in enumerate(extra.get("ordinals", ()), 1)]
    rows += [(extra.get(name, ()), role, 0) for name, role in (("final", "f"), ("periods", "b"), ("year_ago", "g"), ("year_ago_parts", "G"), ("latest", "h"))]
    rows += [(extra.get(name, ()), "q", months) for name, months in (("quarters", QUARTER), ("halves", HALF))]
    rows += [(extra.get(name, ()), "Q", months) for name, months in (("quarter_letters", QUARTER), ("half_letters", HALF))]
    counted = [pack.figures.money, pack.figures.percent, *pack.figures.populations.values(), *dates.units.values()]
    return Words(
        lang=pack.lang,
        entries=_index(rows),
        suffixes=frozenset(dates.ordinals_suffix),
        before_year=frozenset(extra.get("before_year", ())),
        not_before_days=frozenset(extra.get("not_before_days", ())),
        not_years=frozenset(form for forms in counted for form in forms),
        amounts=frozenset([*pack.figures.percent, *pack.numbers.scales]),
        after_year=frozenset(extra.get("after_year", ())),
        until=extra.get("until", ()),
        until_after=extra.get("until_after", ()),
        future_endings=extra.get("future_endings", ()),
        not_future=frozenset(extra.get("not_future", ())),
        between=frozenset(extra.get("between", ())),
        date_articles=frozenset(extra.get("date_articles", ())),
        month_intro=frozenset(extra.get("month_intro", ())),
        fiscal=frozenset(extra.get("fiscal", ())),
        year_owners=frozenset(extra.get("year_owners", ())),
        both_numbers=frozenset(extra.get("both_numbers", ())),
        plural_beside=frozenset(extra.get("plural_beside", ())),
        prepositions=frozenset(extra.get("prepositions", ())),
        decade_units=frozenset(extra.get("decade_units", ())),
        decade_endings=frozenset(extra.get("decade_endings", ())),
        year_cases=frozenset(extra.get("year_cases", ())),
        small_words=frozenset(extra.get("small_words", ())),
        whole_names=frozenset(max(forms, key=len) for forms in dates.months if forms),
        spaced_thousands=" " in pack.numbers.thousands,
    )


@lru_cache(maxsize=64)
def _from_names(lang: str) -> Words | None:
    try:
        locale = Locale.parse(lang, sep="-" if "-" in lang else "_")
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    primary = locale.language
    months = _cldr_names(locale.months, range(1, 13), primary)
    weekdays = _cldr_names(locale.days, range(7), primary)
    return Words(
        lang=primary,
        entries=_index([*_name_rows(months, "M", set()), *_name_rows(weekdays, "W", set())]),
        suffixes=frozenset(),
        before_year=frozenset(),
        not_before_days=frozenset(),
        not_years=frozenset(),
        amounts=frozenset(),
        after_year=frozenset(),
        until=(),
        until_after=(),
        future_endings=(),
        not_future=frozenset(),
        between=frozenset(),
        date_articles=frozenset(),
        month_intro=frozenset(),
        fiscal=frozenset(),
        year_owners=frozenset(),
        both_numbers=frozenset(),
        plural_beside=frozenset(),
        prepositions=frozenset(),
        decade_units=frozenset(),
        decade_endings=frozenset(),
        year_cases=frozenset(),
        small_words=frozenset(),
        whole_names=frozenset(max(forms, key=len) for forms in months if forms),
        spaced_thousands=True,
    )


def _cldr_names(contexts: Mapping[str, Mapping[str, Mapping[int, str]]], keys: Iterable[int], lang: str) -> list[tuple[str, ...]]:
    """Return the names CLDR gives to each of `keys`, in every context and in long and short form."""
    names = []
    for key in keys:
        forms = (widths.get(width, {}).get(key, "") for widths in contexts.values() for width in ("wide", "abbreviated"))
        names.append(tuple(dict.fromkeys(fold_text(form, lang).rstrip(".") for form in forms if not form.isdigit() and form)))
    return names


def _name_rows(cycle: Iterable[tuple[str, ...]], role: str, ambiguous: set[str]) -> Iterator[tuple[Iterable[str], str, int]]:
    """Yield rows for months or weekdays; forms that are short or mean something else get the lower-case role."""
    for value, forms in enumerate(cycle):
        full = len(forms[0]) if forms else 0
        for form in forms:
            clear = len(form) == full if len(form) < SHORT_NAME else len(form) > SHORT_NAME or full <= SHORT_NAME + 1
            yield (form,), role if clear and form not in ambiguous else role.lower(), value


def _index(rows: Iterable[tuple[Iterable[str], str, int]]) -> Mapping[str, tuple[Entry, ...]]:
    """Return entries by first word; of equal forms the first row wins."""
    seen: dict[tuple[str, ...], Entry] = {}
    for forms, role, value in rows:
        for form in forms:
            pieces = tuple(PIECE.findall(form))
            if pieces:
                seen.setdefault(pieces, (pieces, role, value))
    by_first: dict[str, list[Entry]] = {}
    for pieces, entry in seen.items():
        by_first.setdefault(pieces[0], []).append(entry)
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in by_first.items()}


@lru_cache(maxsize=1)
def _extras() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return `words.toml`: language -> list name -> forms."""
    table = tomllib.loads(files("onrecord.dates").joinpath("words.toml").read_text("utf-8"))
    return {lang: {name: tuple(forms) for name, forms in lists.items()} for lang, lists in table.items()}
