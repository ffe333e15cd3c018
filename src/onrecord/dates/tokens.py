"""Cuts a text into tokens and writes the role of each as one character, so that date shapes are patterns over roles.

In: a text and the `Words` of its language. Out: `Tokens`. Left to others: finding the shapes (`grammar`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.dates.words import CAPITALISED, Entry, Words
from onrecord.languages.pack import fold_text

_TOKEN = (
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<Z>\d{{4}}-\d{{1,2}}-\d{{1,2}}(?![\d-])|\d{{1,2}}(?P<sign>[./-])\d{{1,2}}(?P=sign)(?:\d{{4}}|\d{{2}})(?!\d|[./-]\d))"
    r"|(?P<z>\d{{1,2}}\.\d{{1,2}}\.(?!\d))"
    r"|(?P<n>\d{{1,3}}(?:[.,'{space}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+[.,:]\d+(?:[.,:]\d+)*|\d+)"
    r"|(?P<line>[\r\n\u2028\u2029]\s*)|(?P<mark>[^\w\s]|_)"
)
_SHORT_SPACE = re.compile(_TOKEN.format(space=" "))
_NO_SPACE = re.compile(_TOKEN.format(space=""))
_SIGNS = {".": ".", ",": ",", "-": "-", "\u2013": "-", "\u2014": ";", "(": "(", ")": ")", "/": "/", "'": "'", "\u2012": "-"}
_MONEY = frozenset("$€£¥₴₽₺₹")
SMALL_DAYS = frozenset({"nl", "fr", "es", "it", "pt", "pl", "cs", "uk", "ru"})
"""Languages that write weekdays small. Source: CLDR day names."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Letters of a word that English headlines write with a capital whatever it is."""
_LONGEST_HEADLINE = 300
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{4,} $")
DAYS, YEARS = range(1, 32), range(1500, 2200)
SHORTEST_FUTURE = 5
"""Shorter words with such an ending (`para`, `era`) are others; the short verbs stand in the packs."""


@dataclass(slots=True, kw_only=True)
class Tokens:
    """Tokens of a text: `roles[i]` is the role of token i, `values[i]` its number; `starts` / `ends` its code points.

    Roles beyond those of `Words`: `Z` numeric date, `z` day and month with dots, `d` number that may be a day, `y` that may
    be a year, `n` other number, `o` ordinal ending, `_` any other word, line break, punctuation as itself, `;` other signs.
    """

    folded: str
    roles: str
    values: list[int]
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """Return the folded words of a token, empty when there is no such token."""
        return self.folded[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def touches(self, index: int) -> bool:
        """True when token `index` follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def read_tokens(text: str, words: Words) -> Tokens:
    """Return the tokens of `text`, longest known forms first."""
    folded = fold_text(text, words.lang)
    found = list((_SHORT_SPACE if words.spaced_thousands else _NO_SPACE).finditer(folded))
    entries, suffixes = words.entries, words.suffixes
    roles: list[str] = []
    values: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(found)
    while at < size:
        match = found[at]
        start, end = match.span()
        step, value = 1, 0
        group = match.lastgroup
        if group == "word" or group == "mark":
            raw = match[0]
            role = "_" if group == "word" else _SIGNS.get(raw, ";")
            if raw in suffixes and group == "word" and roles and roles[-1] in "dn" and ends[-1] == start:
                role = "o"
            elif group == "word" and roles and roles[-1] == "-" and "-" + raw in suffixes and ends[-1] == start and roles[-2:-1] in (["d"], ["n"]):
                role = "o"  # Russian `5-го` is one ordinal
                start = starts.pop()
                for column in (roles, values, ends):
                    column.pop()
            elif raw in entries:
                entry = _match_form(entries[raw], found, at)
                if entry and (entry[1] not in "MmWwtF" or _is_cased(text, start, entry[1], words, roles)):
                    step, role, value = len(entry[0]), entry[1], entry[2]
                    end = found[at + step - 1].end()
            if role == "_" and raw.endswith(words.future_endings) and _is_future(raw, text[start], words):
                role = "F"
        elif group == "n":
            role, value = _read_number(match[0])
            if role == "d" and at and found[at - 1][0] in _MONEY:
                role = "n"
        elif group == "line":
            role = "\n"
        else:
            role = group or "Z"
        roles.append(role)
        values.append(value)
        starts.append(start)
        ends.append(end)
        at += step
    return Tokens(folded=folded, roles="".join(roles), values=values, starts=starts, ends=ends)


def _is_future(word: str, first: str, words: Words) -> bool:
    """True when a word with such an ending is a verb in the future tense; names, which are written with a capital, have some of these too."""
    return len(word) >= SHORTEST_FUTURE and first.islower() and word not in words.not_future


def _match_form(forms: tuple[Entry, ...], found: list[re.Match[str]], at: int) -> Entry | None:
    """Return the longest of `forms` whose words stand at token `at`."""
    for entry in forms:
        pieces = entry[0]
        if len(pieces) == 1:
            return entry
        if at + len(pieces) <= len(found) and found[at + 1][0] == pieces[1] and all(found[at + k][0] == pieces[k] for k in range(2, len(pieces))):
            return entry
    return None


def _is_cased(text: str, start: int, role: str, words: Words, roles: list[str]) -> bool:
    """True when a name of a month or weekday, a word like today or one of the future has the case its language gives it.

    Names that mean nothing else may be written small in a careless text. Where weekdays are written small, one with a capital beside another capital word is a name, too: `Domingo García`.
    A German capital inside a sentence makes a noun: `Morgen` is then the morning, not tomorrow. Elsewhere it makes a name: `Irán` is a country, and a word like today
    beside another capital word is part of one (`Harbour Today`), but in a line of capital words.
    """
    lang = words.lang
    if role == "F":
        return lang == "de" or text[start].islower() or not roles or roles[-1] in ".\n;("
    if role in "Ww" and lang in SMALL_DAYS and text[start].isupper() and roles and roles[-1] not in ".\n;(DOLNS" and _is_in_name(text, start, roles[-1]):
        return False
    if role != "t":
        return lang not in CAPITALISED or text[start].isupper() or (role in "MW" and _first_word(text, start) not in words.small_words)
    if text[start].islower() or not roles or roles[-1] in ".\n;(":
        return True
    return lang != "de" and not (_is_in_name(text, start, roles[-1]) and not _is_line_of_capitals(text, start))


def _first_word(text: str, start: int) -> str:
    word = _LETTERS.match(text, start)
    return word[0] if word else ""


def _is_line_of_capitals(text: str, at: int) -> bool:
    """True in a line most of whose longer words begin with a capital, as English headlines do; a longer one is none."""
    start = text.rfind("\n", max(at - _LONGEST_HEADLINE, 0), at) + 1
    line = text[start : start + _LONGEST_HEADLINE + 1].partition("\n")[0]
    if max(len(line), at - start) > _LONGEST_HEADLINE:
        return False
    words: list[str] = _LETTERS.findall(line)
    long = [word for word in words if len(word) >= _LONG]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def _is_in_name(text: str, start: int, before: str) -> bool:
    """True when the word at `start` has another capital word right behind it, or before it one that plays no role in dates."""
    word = _LETTERS.match(text, start)
    if word is not None and text[word.end() : word.end() + 1] == " " and text[word.end() + 1 : word.end() + 2].isupper():
        return True
    beside = _LONG_WORD.search(text, max(0, start - 40), start) if before == "_" else None
    return beside is not None and beside[0][0].isupper()


def _read_number(raw: str) -> tuple[str, int]:
    if not raw.isdecimal() or len(raw) > 9:
        return "n", 0
    value = int(raw)
    if len(raw) <= 2 and value in DAYS:
        return "d", value
    if len(raw) == 4 and value in YEARS:
        return "y", value
    return "n", value
