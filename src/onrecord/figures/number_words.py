"""Reads numbers written in words: in a row ("two hundred and fifty thousand") or joined in one word ("fünfundzwanzigtausend").

In: the number words of a `Pack`. Out: a `NumberWords`, with the pattern of one written number and the values of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import Pack

_GLUE = {"de": ("und",), "nl": ("en", "ën"), "it": (), "tr": (), "cs": ()}
"""Languages that join number words into one, with what may stand between its parts. Turkish and Czech part them by rule, but joined ones are met."""
_UNITS_FIRST = {"de": "und", "nl": "en"}
"""Languages that write units before tens in one word: `dreiundzwanzig`, `drieëntwintig`."""
_ELIDED = {"it": {"cent(?=ott)": ("cent", 100.0)}}
"""Forms that lose an end before another: `centottanta`. As a pattern, with the form it finds and its value."""
_HALVES = {"de": ("einhalb",), "nl": ("enhalf", "ënhalf", "eneenhalf", "ëneenhalf", "enhalve", "ënhalve")}
"""What makes a number word one and a half more in languages that write it as one word: `dreieinhalb`, `tweeënhalf`."""
_MOST_HALVES = 20
"""Numbers up to this are told with a half."""
_BIG = 1000
_TENS = 20
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberWords:
    """The number words of a language, for folded text.

    `written` is the inside of a pattern that finds one written word, or one form of several words; `part` finds the forms it is made of.
    `units_first` is true where units go before tens ("dreiundzwanzig"). `values` holds the forms that add ("seven", "forty"), `scales` those that multiply what stands before them ("hundred", "thousand", "dozen").
    """

    written: str
    part: re.Pattern[str]
    values: Mapping[str, float]
    scales: Mapping[str, float]
    units_first: bool


def read_pack_words(pack: Pack, collectives: Mapping[str, float]) -> NumberWords:
    """Return the number words of a pack.

    Args:
        pack: the pack.
        collectives: words that count in lots ("dozen"), with how many these are.
    """
    hedges = {form for forms in pack.hedges.values() for form in forms}  # "unos 200" is about 200, not one and 200
    values = {form: value for form, value in pack.numbers.words.items() if form not in collectives and form not in hedges} | _list_compounds(pack)
    scales = {form: value for form, value in pack.numbers.scales.items() if len(form) > 2}
    glue = _GLUE.get(pack.lang)
    if glue is not None:
        values |= {form.replace(" ", ""): value for form, value in values.items() if " " in form and value < _HUNDRED}
        values = {form: value for form, value in values.items() if value <= _HUNDRED or value == _BIG}
        scales = {form: value for form, value in scales.items() if value == _HUNDRED or (value >= _BIG and _is_power(value))}
    for form in (form for form, value in scales.items() if _HUNDRED < value < _BIG):
        values[form] = scales[form]
    scales = {form: value for form, value in scales.items() if not _HUNDRED < value < _BIG} | dict(collectives)
    elided = _ELIDED.get(pack.lang, {})
    plain = _join_parts({**values, **scales}, glue is not None)
    found = "|".join([*elided, plain])
    joint = rf"(?:{join_forms(glue)})?" if glue else ""
    return NumberWords(
        written=rf"(?:{found})(?:{joint}(?:{found}))*" if glue is not None and plain else plain,
        part=re.compile(found if plain else "(?!)"),
        values=values,
        scales=scales | dict(elided.values()),
        units_first=pack.lang in _UNITS_FIRST,
    )


def list_halves(pack: Pack, halves: Iterable[str]) -> dict[str, float]:
    """Return numbers with a half that may stand before a scale: "two and a half", "2 and a half", "dreieinhalb".

    Args:
        pack: the pack.
        halves: what stands between a number and its scale for a half more.
    """
    small = {form: value for form, value in pack.numbers.words.items() if 1 <= value <= _MOST_HALVES}
    digits = {str(value): float(value) for value in range(1, _MOST_HALVES + 1)}
    made = {f"{form} {half}": value + 0.5 for half in halves for form, value in (small | digits).items()}
    return made | {f"{form}{half}": value + 0.5 for half in _HALVES.get(pack.lang, ()) for form, value in small.items()}


def read_words(text: str, words: NumberWords) -> Iterator[tuple[int, int, float, bool]]:
    """Yield (start, end, value, whether a big scale is in it) of the numbers in words joined by blanks or hyphens; one, or the sides of a range.

    Args:
        text: what the pattern of numbers found.
        words: the number words of the language.
    """
    runs: list[tuple[int, int, float, bool]] = []
    total = _Total(words.units_first)
    start = end = 0
    for found in words.part.finditer(text):
        value, scale = words.values.get(found[0]), words.scales.get(found[0])
        if not total.take(value, scale):
            if text[end : found.start()] != "-":
                return
            runs.append((start, end, total.sum, total.scaled))
            total, start = _Total(words.units_first), found.start()
            total.take(value, scale)
        end = found.end()
    yield from [*runs, (start, end, total.sum, total.scaled)] if end else ()


class _Total:
    """A number that is read form by form; `parts` are what big scales have closed, as (value, scale)."""

    def __init__(self, units_first: bool) -> None:
        self.units_first = units_first
        self.parts: list[tuple[float, float]] = []
        self.open = self.last = 0.0
        self.seen = self.scaled = False

    @property
    def sum(self) -> float:
        return sum(value for value, _ in self.parts) + self.open

    def take(self, value: float | None, scale: float | None) -> bool:
        """Return whether the next form goes on with the number; one that does not is left out."""
        fits = self._multiply(scale) if scale is not None else self._add(value or 0.0)
        if fits:
            self.seen = True
            self.last = scale or value or 0.0
            self.scaled = self.scaled or (scale or 0.0) >= _BIG
        return fits

    def _add(self, value: float) -> bool:
        if self.seen and not (value < self.last and (self.last >= _HUNDRED or (not self.units_first and self.last >= _TENS and self.last % 10 == 0))):
            return False
        if self.open >= _HUNDRED and value >= _HUNDRED:
            return False
        self.open += value
        return True

    def _multiply(self, scale: float) -> bool:
        if scale < _BIG:
            if self.open >= _HUNDRED or (self.seen and not self.open and scale > self.last):
                return False
            self.open = (self.open or 1.0) * scale
            return True
        smaller = [value for value, under in self.parts if under < scale]
        if any(under == scale for _, under in self.parts):
            return False
        self.parts = [(value, under) for value, under in self.parts if under > scale]
        self.parts.append(((sum(smaller) + self.open or 1.0) * scale, scale))
        self.open = 0.0
        return True


def _join_parts(values: Mapping[str, float], glued: bool) -> str:
    """Return an alternation of forms; an inflected one ("hunderte") rather ends a joined word: `hunderteins` is `hundert` and `eins`."""
    ending = [form for form, value in values.items() if any(values.get(form[:size]) == value for size in range(2, len(form)))] if glued else []
    inner = join_forms(form for form in values if form not in ending)
    endings = join_forms(ending)
    return rf"(?:{endings})(?!\w)|{inner}|{endings}" if ending else inner


def _is_power(value: float) -> bool:
    """True for a thousand, a million and so on."""
    while value > _BIG:
        value /= _BIG
    return value == _BIG


def _list_compounds(pack: Pack) -> dict[str, float]:
    """Return 21-99 of languages that write them as one word in a way of their own: units first, or with an end lost before a vowel."""
    units = {form: value for form, value in pack.numbers.words.items() if 1 <= value <= 9 and value == int(value)}
    tens = {form: value for form, value in pack.numbers.words.items() if 20 <= value <= 90 and value % 10 == 0}
    if pack.lang == "it":
        return {f"{ten[:-1] if unit[0] in 'uo' else ten}{unit}": low + high for unit, low in units.items() for ten, high in tens.items()}
    joint = _UNITS_FIRST.get(pack.lang)
    if joint is None:
        return {}
    if pack.lang == "de":
        units = {form: value for form, value in units.items() if value != 1} | {"ein": 1}
    made = {}
    for unit, low in units.items():
        glue = "ën" if joint == "en" and unit.endswith("e") else joint
        made.update({f"{unit}{glue}{ten}": low + high for ten, high in tens.items()})
    return made
