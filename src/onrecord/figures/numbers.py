"""Reads the numbers of a text: digits with separators, number words, scales, vague amounts, ranges.

In: folded text and a `Lexicon`. Out: `Number`s in text order. Left to others: what they count (`kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.figures.lexicon import Lexicon
from onrecord.figures.number_words import read_words
from onrecord.figures.shares import read_shares
from onrecord.figures.tolls import is_arrival

_SCALES = (1e12, 1e9, 1e6, 1e3)
_GAP_WORDS = re.compile(r"[\w']+")
_CLAUSE_END = re.compile(r"[.,;:()\n](?!\d)")
_ENDINGS = {"tr": re.compile(r"'?[dt][ea]n (?P<second>\d[\d.,]*)(?: (?:bin|milyon|milyar))?'?y?[ea](?!\w)(?P<far> kadar(?!\w))?")}
"""Case endings that join two numbers: "300'den 400'e kadar" is a range, "300'den 400'e" a change."""
MAX_LINK = 12
"""Code points that may lie between the numbers of a range."""
MAX_MOVE = 60
"""How far from two numbers a word of change may stand, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number at `start:end`. `point` as written, `low` / `high` bounds or `None`; `form` is `digits`, `words`, `vague` or, in percent, `share`.

    `scaled` is true when a word such as million belongs to it, `settled` when the word before is of a change and limits nothing; `hedges` are the
    spans of words that limit it.
    """

    start: int
    end: int
    point: float | None
    low: float | None
    high: float | None
    form: str
    scaled: bool = False
    settled: bool = False
    hedges: tuple[tuple[int, int], ...] = ()


def read_numbers(folded: str, lexicon: Lexicon) -> list[Number]:
    """Return the numbers of a folded text, ranges joined, each with its hedges and bounds."""
    single = _add_shares([number for match in lexicon.number.finditer(folded) for number in _read_match(match, lexicon)], folded, lexicon)
    return [_hedge(number, folded, lexicon) for number in _join_ranges(list(_join_scales(single, folded, lexicon)), folded, lexicon)]


def _add_shares(numbers: list[Number], folded: str, lexicon: Lexicon) -> list[Number]:
    """Return the numbers with the shares told in words ("two thirds", "one in five") in place of those inside them."""
    told = read_shares(folded, [(number.start, number.end, number.point) for number in numbers if number.point is not None], lexicon)
    free = [number for number in numbers if not any(number.start < end and start < number.end for start, end, _ in told)]
    shares = [_be_exact(start, end, value, "share", False) for start, end, value in told]
    return sorted([*free, *shares], key=lambda number: number.start)


def _read_match(match: re.Match[str], lexicon: Lexicon) -> Iterator[Number]:
    more = match["digits_more"] or match["words_more"] or ""
    start, end = match.start(), match.end() - len(more)
    if match["digits"]:
        scale = match.string[match.end("digits") : end].strip(" -.")
        value = _read_digits(match["digits"], bool(scale), lexicon)
        if value is not None:
            yield _add_half(_be_exact(start, end, round(value * lexicon.scales.get(scale, 1), 6), "digits", bool(scale)), more)
    elif match["half"]:
        yield _be_exact(start, end, lexicon.fractions[match["part"]] * lexicon.scales[match["part_scale"]], "words", True)
    elif match["vague"]:
        # A plural names at least two of its scale; forms such as "dozens" carry their own floor in `words.toml`.
        scale_value = lexicon.vague[match["vague"]]
        floor = scale_value if scale_value <= 20 else 2 * scale_value
        yield Number(start=start, end=end, point=None, low=float(floor), high=None, form="vague", scaled=True)
    else:
        for left, right, value, scaled in read_words(match["words"], lexicon.words):
            yield _add_half(_be_exact(start + left, start + right, value, "words", scaled), more)


def _add_half(number: Number, more: str) -> Number:
    """Return the number with the half of its scale that is told behind it: "deux millions et demi"."""
    scale = _find_scale(number)
    return _be_exact(number.start, number.end + len(more), (number.point or 0.0) + scale / 2, number.form, True) if more and scale else number


def _find_scale(number: Number) -> float:
    """Return the scale that a number ends with, zero without one."""
    return next((scale for scale in _SCALES if number.point and number.point % scale == 0), 0.0) if number.scaled else 0.0


def _be_exact(start: int, end: int, value: float, form: str, scaled: bool) -> Number:
    return Number(start=start, end=end, point=value, low=value, high=value, form=form, scaled=scaled)


def _read_digits(raw: str, scaled: bool, lexicon: Lexicon) -> float | None:
    """Return the value of digits; where a sign may part both thousands and decimals, three digits after it are thousands,
    unless it is the usual one of decimals and a word such as million follows: "13.000 millones", but "2,125 millones"."""
    whole, part = raw, ""
    grouped = bool(lexicon.grouping) and re.fullmatch(rf"\d{{1,3}}(?:[{lexicon.grouping}]\d{{3}})+", raw) is not None
    if lexicon.decimal and not (grouped and not (scaled and lexicon.decimal[0] in raw)) and (found := re.fullmatch(rf"(.*)[{lexicon.decimal}](\d+)", raw)):
        whole, part = found[1], found[2]
    kept = re.sub(r"\D", "", whole)
    if not kept or len(kept) > 15 or (len(kept) > 1 and kept[0] == "0"):
        return None
    return float(f"{kept}.{part}") if part else float(kept)


def _join_scales(numbers: list[Number], folded: str, lexicon: Lexicon) -> Iterator[Number]:
    """Yield numbers with those joined that a scale parts: "2 bin 435", "1 млн 200 тыс.", "1 milhão e 200 mil", "mil 200"."""
    last: Number | None = None
    for number in numbers:
        if last is not None and _goes_on(last, number, folded, lexicon):
            last = _be_exact(last.start, number.end, (last.point or 0.0) + (number.point or 0.0), last.form, True)
            continue
        if last is not None:
            yield last
        last = number
    if last is not None:
        yield last


def _goes_on(first: Number, second: Number, folded: str, lexicon: Lexicon) -> bool:
    """True when the second number fills up the first: it is smaller than the scale that ends the first, and nothing stands between."""
    if second.form != "digits" or second.point is None or second.point >= _find_scale(first):
        return False
    gap = folded[first.end : second.start]
    joint = second.scaled and gap.strip() in lexicon.lists["and"] and _word_before(folded, first.start) not in lexicon.lists["between"]
    if gap not in (" ", ". ") and not joint:
        return False
    return second.scaled or second.point >= 100 or lexicon.concept.match(folded, second.end + 1) is not None


def _join_ranges(numbers: list[Number], folded: str, lexicon: Lexicon) -> Iterator[Number]:
    """Yield numbers with "between 40 and 60", "40-60", "from 40 to 60" joined, and "rose from 40 to 60", a change, left at its end."""
    at = 0
    while at < len(numbers):
        low, high = numbers[at], numbers[at + 1] if at + 1 < len(numbers) else None
        link = _link(low, high, folded, lexicon) if high is not None else None
        if high is None or link is None:
            yield low
            at += 1
        elif link == "change":
            numbers[at + 1] = replace(high, settled=True)
            at += 1
        else:
            lower = _carry_scale(low, high)
            at += 2
            if high.point is not None and lower < high.point:
                yield replace(high, start=low.start, low=lower, point=None, hedges=())
            elif link == "words":
                yield low
                yield high


def _link(low: Number, high: Number, folded: str, lexicon: Lexicon) -> str | None:
    """Return what makes two numbers a range: `words` or a `sign` between them; `change` where the second follows the first in time, `None` for two numbers."""
    if low.point is None or high.point is None or (low.form == "share") != (high.form == "share"):
        return None
    gap = folded[low.end : high.start]
    lists = lexicon.lists
    if gap.strip() in ("-", "\u2013", "\u2014"):
        return "sign"
    if (ending := _ENDINGS.get(lexicon.lang)) is not None and (found := ending.match(folded, low.end)) is not None and found.start("second") == high.start:
        return "words" if found["far"] else "change"
    words = _GAP_WORDS.findall(gap) if len(gap) < MAX_LINK else []
    if not words or gap.strip() != " ".join(words):
        return None
    before = _word_before(folded, low.start)
    opened = before in lists["from"] or before in lists["change_from"]
    is_to = " ".join(words) in lists["to"] or (words[0] in lists["to"] and all(word in lists["of"] for word in words[1:]))
    if opened and (is_to or words[0] in lists["change_to"]):
        is_change = before in lists["change_from"] or words[0] in lists["change_to"] or _is_moved(folded, low.start, high.end, lexicon)
        return "change" if is_change else "words"
    paired = _opens_pair(folded, low.start, lexicon) and words[0] in lists["and"] and all(word in lists["of"] for word in words[1:])
    return "words" if is_to or paired else None


def _is_moved(folded: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """True when a word of change stands in the clause around two numbers: "rose from 40 to 60"."""
    before = _CLAUSE_END.split(folded[max(0, start - MAX_MOVE) : start])[-1]
    after = _CLAUSE_END.split(folded[end : end + MAX_MOVE])[0]
    return lexicon.moves.search(before) is not None or lexicon.moves.search(after) is not None


def _opens_pair(folded: str, at: int, lexicon: Lexicon) -> bool:
    """True when "between" goes before a number, an article between them or not: "tussen de 5 en 8"."""
    words = _GAP_WORDS.findall(folded[max(0, at - 24) : at])
    return bool(words) and (words[-1] in lexicon.lists["between"] or (len(words) > 1 and words[-2] in lexicon.lists["between"] and words[-1] in lexicon.lists["of"]))


def _carry_scale(low: Number, high: Number) -> float:
    """Return the lower bound with the scale that only the upper one wears: "5 to 7 million"."""
    point, top = low.point or 0.0, high.point or 0.0
    if high.scaled and not low.scaled:
        for scale in _SCALES:
            if top >= scale and point * scale < top:
                return point * scale
    return point


def _word_before(folded: str, at: int) -> str:
    found = re.search(r"([\w']+)\s*$", folded[max(0, at - 24) : at])
    return found[1] if found else ""


def _hedge(number: Number, folded: str, lexicon: Lexicon) -> Number:
    """Return the number with the hedge words around it and the bounds they leave."""
    spans: list[tuple[int, int]] = []
    names: list[str] = []
    left = max(0, number.start - 48)
    window = folded[left : number.start]
    while not number.settled and (found := lexicon.hedge_before.search(window)):
        between = window[found.end(1) :].strip(" ,")
        if between and between not in lexicon.lists["of"]:
            break
        if lexicon.hedges[found[1]] == "at_most" and is_arrival(folded, left + found.start(1), found[1], lexicon):
            break
        spans.append((left + found.start(1), left + found.end(1)))
        names.append(lexicon.hedges[found[1]])
        window = window[: found.start(1)]
    after = lexicon.hedge_after.match(folded, number.end, number.end + 40)
    if after is not None and after[1].split(" ")[0] in lexicon.lists["to"]:
        spans.append(after.span(1))
        names.append(lexicon.hedges[after[1]])
    if not names:
        return number
    low, high = number.low, number.high
    top = number.high if number.high is not None else number.point
    for name in names:
        if name in ("at_least", "more_than"):
            low, high = number.low, None
        elif name in ("at_most", "less_than", "nearly"):
            low, high = None, top
        elif number.point is not None:
            low = high = None
    return replace(number, low=low, high=high, hedges=tuple(sorted(spans)))
