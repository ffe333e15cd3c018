"""What a language pack holds: the names of its sections and keys, and the frozen records a pack becomes.

Left to others: reading files (`pack.py`) and checking values (`parse.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Forms = tuple[str, ...]
FormTable = Mapping[str, Forms]

LOADINGS = (
    *("neutral", "announcing", "stressing", "conceding", "doubting", "threatening"),
    *("demanding", "refusing", "accusing", "asking", "promising", "finding"),
)
CONDITIONS = ("trigger", "exception", "prerequisite", "deadline", "all", "any", "concession")
MODALITIES = ("negation", "possible", "necessary", "future", "conditional", "recommended", "ready", "considered")
HEDGES = ("at_least", "more_than", "about", "nearly", "at_most", "less_than", "uncertain")
PRONOUNS = (
    *("masculine", "feminine", "neuter", "plural", "first_singular", "first_plural"),
    *("relative", "demonstrative"),
)
OFFICES = (
    *("president", "vice_president", "prime_minister", "chancellor", "foreign_minister", "defence_minister"),
    *("finance_minister", "interior_minister", "minister", "secretary_of_state", "secretary_general", "spokesperson"),
    *("governor", "mayor", "king", "queen", "general", "commander", "ambassador", "senator", "lawmaker", "judge"),
    *("prosecutor", "lawyer", "police_chief", "chief_executive", "chairperson", "director", "coach", "leader"),
    *("official", "diplomat", "expert", "analyst", "professor", "doctor", "activist", "envoy", "negotiator"),
    "candidate",
)
GENDERS = ("masculine", "feminine")
KINDS = (
    *("killed", "injured", "missing", "displaced", "fled", "arrested", "affected", "rescued", "troops"),
    "destroyed",
)
POPULATIONS = (
    *("people", "civilians", "children", "women", "men", "soldiers", "fighters", "police", "refugees", "workers"),
    *("journalists", "medics", "students", "prisoners", "hostages", "protesters"),
)
STAGES = ("planned", "announced", "begun", "held", "ended", "cancelled")
INTENSITIES = (
    *("violence", "withdrawal", "stance", "seizure", "criticism", "agreement", "request", "voice", "departure"),
    *("distress", "damage", "custody", "rise", "fall"),
)
LEVELS = ("1", "2", "3", "4")
UNITS = ("hour", "day", "week", "month", "year")
ORDERS = ("day_month", "month_day")

DATE_WORDS = (
    *("today", "yesterday", "tomorrow", "day_before_yesterday", "day_after_tomorrow", "tonight"),
    *("last", "next", "this", "ago", "later", "in_future", "weekend", "on", "ordinals_suffix"),
)
SECTIONS = (
    *("lang", "name", "endings", "quotes", "cues", "conditions", "modality", "hedges", "pronouns", "offices"),
    *("offices_gender", "numbers", "dates", "figures", "stages", "intensity", "credits", "demonyms", "capitals"),
    "stopwords",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Number words and signs: `words`, `scales` and `fractions` give the value of each form."""

    words: Mapping[str, float]
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    thousands: Forms
    decimal: Forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Words of dates. `weekdays` starts with Monday, `months` with January; `order` is `day_month` or `month_day`."""

    today: Forms
    yesterday: Forms
    tomorrow: Forms
    day_before_yesterday: Forms
    day_after_tomorrow: Forms
    tonight: Forms
    last: Forms
    next: Forms
    this: Forms
    ago: Forms
    later: Forms
    in_future: Forms
    weekend: Forms
    on: Forms
    ordinals_suffix: Forms
    weekdays: tuple[Forms, ...]
    months: tuple[Forms, ...]
    units: FormTable
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Words beside a number that tell what is counted: its kind, the people counted, money and percent signs."""

    kinds: FormTable
    money: Forms
    percent: Forms
    populations: FormTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """How origin is named, and what is no news.

    `patterns` are for `search` in the text as it is, each with a group `agency`; `notices` is all notices in one, for `fullmatch` on a
    stripped line or sentence. `agencies` keep their case.
    """

    agencies: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    notices: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pack:
    """All a pack says; tables map a concept to its folded forms, in the file's order.

    Packs compare by identity, so one can be a cache key. A form may stand under several keys of a table, except in
    `cues` and within one group of `intensity`.
    """

    lang: str
    name: str
    quotes: tuple[tuple[str, str], ...]
    cues: FormTable
    conditions: FormTable
    modality: FormTable
    hedges: FormTable
    pronouns: FormTable
    offices: FormTable
    offices_gender: FormTable
    numbers: Numbers
    dates: Dates
    figures: Figures
    stages: FormTable
    intensity: Mapping[str, FormTable]
    credits: Credits
    demonyms: FormTable
    capitals: FormTable
    stopwords: frozenset[str]
