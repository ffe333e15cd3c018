"""Checks the TOML of a language pack and turns it into a `Pack`.

In: TOML text. Out: a `Pack` with folded forms, or a `ValueError` that names file and key. A form may hold
alternatives, `announce{|s|d}`, or name a list of endings from the pack's own `[endings]`, `announce{v}`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.languages.choices import CHOICE, list_choices
from onrecord.languages.fold import fold_text
from onrecord.languages.schema import (
    CONDITIONS,
    DATE_WORDS,
    GENDERS,
    HEDGES,
    INTENSITIES,
    KINDS,
    LEVELS,
    LOADINGS,
    MODALITIES,
    OFFICES,
    ORDERS,
    POPULATIONS,
    PRONOUNS,
    SECTIONS,
    STAGES,
    UNITS,
    Credits,
    Dates,
    Figures,
    Forms,
    FormTable,
    Numbers,
    Pack,
)

AGENCY_SLOT = "@AGENCY@"

_COUNTRY = re.compile(r"[A-Z]{2}")


def parse_pack(text: str, file: str) -> Pack:
    """Return the pack written in `text`.

    Args:
        text: a pack as TOML.
        file: name that messages give the text.

    Raises:
        ValueError: no TOML, a missing or unknown key, or a value of a wrong type.
    """
    try:
        root: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: no TOML: {error}") from error
    reader = _Reader(file)
    reader.check_keys(root, SECTIONS, "")
    reader.lang = reader.read_string(root["lang"], "lang")
    endings = reader.read_table(root["endings"], "endings")
    reader.endings = {name: reader.read_string(value, f"endings.{name}") for name, value in endings.items()}
    return Pack(
        lang=reader.lang,
        name=reader.read_string(root["name"], "name"),
        quotes=reader.read_quotes(root["quotes"]),
        cues=reader.read_forms_by(root["cues"], "cues", LOADINGS),
        conditions=reader.read_forms_by(root["conditions"], "conditions", CONDITIONS),
        modality=reader.read_forms_by(root["modality"], "modality", MODALITIES),
        hedges=reader.read_forms_by(root["hedges"], "hedges", HEDGES),
        pronouns=reader.read_forms_by(root["pronouns"], "pronouns", PRONOUNS),
        offices=reader.read_forms_by(root["offices"], "offices", OFFICES),
        offices_gender=reader.read_forms_by(root["offices_gender"], "offices_gender", GENDERS),
        numbers=_read_numbers(reader, root["numbers"]),
        dates=_read_dates(reader, root["dates"]),
        figures=_read_figures(reader, root["figures"]),
        stages=reader.read_forms_by(root["stages"], "stages", STAGES),
        intensity=_read_intensity(reader, root["intensity"]),
        credits=_read_credits(reader, root["credits"]),
        demonyms=reader.read_forms_by(root["demonyms"], "demonyms", None),
        capitals=reader.read_forms_by(root["capitals"], "capitals", None),
        stopwords=frozenset(reader.read_forms_by(root["stopwords"], "stopwords", ("words",))["words"]),
    )


class _Reader:
    """Checks values of one file and turns them into folded forms; every complaint names file and key."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lang = ""
        self.endings: Mapping[str, str] = {}

    def fail(self, key: str, what: str) -> ValueError:
        return ValueError(f"{self.file}: key `{key}` {what}")

    def check_keys(self, table: Mapping[str, object], names: tuple[str, ...], key: str) -> None:
        prefix = f"{key}." if key else ""
        for name in table:
            if name not in names:
                raise self.fail(prefix + name, f"is unknown; allowed: {', '.join(names)}")
        for name in names:
            if name not in table:
                raise self.fail(prefix + name, "is missing (an empty list is fine)")

    def read_string(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self.fail(key, "must be a string")
        return value

    def read_table(self, value: object, key: str, names: tuple[str, ...] | None = None) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self.fail(key, "must be a table")
        if names is not None:
            self.check_keys(value, names, key)
        return value

    def read_list(self, value: object, key: str) -> list[object]:
        if not isinstance(value, list):
            raise self.fail(key, "must be a list")
        return value

    def read_strings(self, value: object, key: str) -> tuple[str, ...]:
        return tuple(self.read_string(item, key) for item in self.read_list(value, key))

    def read_forms(self, value: object, key: str) -> Forms:
        forms = [form for text in self.read_strings(value, key) for form in self.expand(text, key)]
        return tuple(dict.fromkeys(self.fold(forms)))

    def fold(self, forms: Sequence[str]) -> list[str]:
        """Return forms folded, all at once: a pack has ten thousand."""
        return fold_text("\n".join(forms), self.lang).split("\n") if forms else []

    def read_forms_by(self, value: object, key: str, names: tuple[str, ...] | None) -> FormTable:
        table = self.read_table(value, key, names)
        for name in table if names is None else ():
            if not _COUNTRY.fullmatch(name):
                raise self.fail(f"{key}.{name}", "must be an ISO 3166 code of two capitals")
        return MappingProxyType({name: self.read_forms(item, f"{key}.{name}") for name, item in table.items()})

    def read_values(self, value: object, key: str) -> Mapping[str, float]:
        values: dict[str, float] = {}
        for name, item in self.read_table(value, key).items():
            if isinstance(item, bool) or not isinstance(item, int | float):
                raise self.fail(f"{key}.{name}", "must be a number")
            values.update(dict.fromkeys(self.fold(self.expand(name, key)), item))
        return MappingProxyType(values)

    def read_quotes(self, value: object) -> tuple[tuple[str, str], ...]:
        pairs = self.read_list(self.read_table(value, "quotes", ("pairs",))["pairs"], "quotes.pairs")
        read = [self.read_strings(pair, "quotes.pairs") for pair in pairs]
        if any(len(pair) != 2 for pair in read):
            raise self.fail("quotes.pairs", "must hold pairs of an opening and a closing mark")
        return tuple((pair[0], pair[1]) for pair in read)

    def expand(self, text: str, key: str) -> list[str]:
        """Return the forms that `text` stands for: one for each choice of its alternatives, those of named endings among them."""

        def fill(found: re.Match[str]) -> str:
            if "|" in found[1]:
                return found[0]
            if found[1] not in self.endings:
                raise self.fail(key, f"names unknown endings `{found[1]}` in `{text}`")
            return f"{{{self.endings[found[1]]}}}"

        forms = list_choices(CHOICE.sub(fill, text))
        if "\n" in text or any(not form or "{" in form or "}" in form for form in forms):
            raise self.fail(key, f"has an empty or unbalanced form `{text}`")
        return forms

    def compile(self, text: str, key: str, flags: re.RegexFlag) -> re.Pattern[str]:
        try:
            return re.compile(text, flags)
        except re.error as error:
            raise self.fail(key, f"has no regular expression in `{text}`: {error}") from error


def _read_numbers(reader: _Reader, value: object) -> Numbers:
    table = reader.read_table(value, "numbers", ("words", "scales", "fractions", "thousands", "decimal"))
    return Numbers(
        words=reader.read_values(table["words"], "numbers.words"),
        scales=reader.read_values(table["scales"], "numbers.scales"),
        fractions=reader.read_values(table["fractions"], "numbers.fractions"),
        thousands=reader.read_strings(table["thousands"], "numbers.thousands"),
        decimal=reader.read_strings(table["decimal"], "numbers.decimal"),
    )


def _read_dates(reader: _Reader, value: object) -> Dates:
    table = reader.read_table(value, "dates", (*DATE_WORDS, "weekdays", "months", "units", "order"))
    order = reader.read_string(table["order"], "dates.order")
    if order not in ORDERS:
        raise reader.fail("dates.order", f"is `{order}`; allowed: {', '.join(ORDERS)}")
    forms = {name: reader.read_forms(table[name], f"dates.{name}") for name in DATE_WORDS}
    cycles: dict[str, tuple[Forms, ...]] = {}
    for name, size in (("weekdays", 7), ("months", 12)):
        items = reader.read_list(table[name], f"dates.{name}")
        if len(items) != size:
            raise reader.fail(f"dates.{name}", f"must hold {size} lists, has {len(items)}")
        cycles[name] = tuple(reader.read_forms(item, f"dates.{name}") for item in items)
    units = reader.read_forms_by(table["units"], "dates.units", UNITS)
    return Dates(**forms, weekdays=cycles["weekdays"], months=cycles["months"], units=units, order=order)


def _read_figures(reader: _Reader, value: object) -> Figures:
    table = reader.read_table(value, "figures", ("kinds", "money", "percent", "populations"))
    return Figures(
        kinds=reader.read_forms_by(table["kinds"], "figures.kinds", KINDS),
        money=reader.read_forms(table["money"], "figures.money"),
        percent=reader.read_forms(table["percent"], "figures.percent"),
        populations=reader.read_forms_by(table["populations"], "figures.populations", POPULATIONS),
    )


def _read_intensity(reader: _Reader, value: object) -> Mapping[str, FormTable]:
    groups = reader.read_table(value, "intensity", INTENSITIES)
    read = {name: reader.read_forms_by(item, f"intensity.{name}", LEVELS) for name, item in groups.items()}
    return MappingProxyType(read)


def _read_credits(reader: _Reader, value: object) -> Credits:
    table = reader.read_table(value, "credits", ("agencies", "patterns", "notices"))
    agencies = tuple(sorted(reader.read_strings(table["agencies"], "credits.agencies"), key=len, reverse=True))
    slot = rf"(?<!\w)(?P<agency>{'|'.join(re.escape(name) for name in agencies)})(?!\w)"
    patterns = []
    for text in reader.read_strings(table["patterns"], "credits.patterns"):
        pattern = reader.compile(text.replace(AGENCY_SLOT, slot), "credits.patterns", re.MULTILINE)
        if "agency" not in pattern.groupindex:
            raise reader.fail("credits.patterns", f"needs a group named `agency` in `{text}`")
        patterns.append(pattern)
    notices = []
    for text in reader.read_strings(table["notices"], "credits.notices"):
        if not (text.startswith("^") and text.endswith("$")):
            raise reader.fail("credits.notices", f"must start with ^ and end with $ in `{text}`")
        notices.append(text)
    return Credits(agencies=agencies, patterns=tuple(patterns), notices=_join_notices(reader, notices))


def _join_notices(reader: _Reader, notices: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern for all notices, which takes half as long to make as one for each; without any it matches nothing."""
    try:
        return re.compile("|".join(f"(?:{text})" for text in notices) or r"(?!)", re.IGNORECASE)
    except re.error as error:
        for text in notices:
            reader.compile(text, "credits.notices", re.IGNORECASE)
        raise reader.fail("credits.notices", f"must not name a group that another one names: {error}") from error
