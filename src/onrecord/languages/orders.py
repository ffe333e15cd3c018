"""Whether 02/03/2026 is the second of March or the third of February: what decides it in one article, or that nothing does.

In: a text, its language, the address of its outlet. Out: an order, `EITHER` when both readings are possible.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, load_pack

DAY_MONTH, MONTH_DAY, EITHER = "day_month", "month_day", "either"

_NUMERIC = re.compile(r"(\d(?<![\d./-]\d)\d?)([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")


def settle_order(texts: Iterable[str], lang: str | None, hosts: Iterable[str | None]) -> str:
    """Return the order of day and month in numeric dates of an article.

    Evidence, the strongest first: another date in it whose day is over 12, if all such agree; the custom of the outlet's country, by the end
    of its host; the custom of the language where all its countries share it.

    Args:
        texts: the article's text, and dates written beside it.
        lang: BCP 47 tag of the text.
        hosts: address of the piece, host of the outlet; what is neither is passed over.
    """
    seen = {order for text in texts for match in _NUMERIC.finditer(text) if (order := _tell_order(int(match[1]), int(match[3]))) is not None}
    if seen:
        return seen.pop() if len(seen) == 1 else EITHER
    if lang is None or load_pack(lang) is None:
        return EITHER
    code, tables = primary_subtag(lang), _load_tables()
    country = next((found for host in hosts if (found := find_host_country(host)) is not None), None)
    if country is not None:
        if country in tables["no_custom"].get(code, ()):
            return EITHER
        return MONTH_DAY if country in tables["month_first"].get(code, ()) else DAY_MONTH
    return EITHER if code in tables["month_first"] else DAY_MONTH


def find_host_country(url: str | None) -> str | None:
    """Return the country of an address or host by its last part, in lower case; `None` for `.com` and the like."""
    if not url:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    end, ends = host.rpartition(".")[2], _load_tables()["ends"]
    if "." not in host or not end.isascii():
        return None
    if end in ends["us"]:
        return "us"
    return end if len(end) == 2 and end.isalpha() and end not in ends["spare"] else None


def order_pack(pack: Pack, order: str) -> Pack:
    """Return a pack whose numeric dates have this order; always the same one, as packs compare by identity."""
    return pack if pack.dates.order == order else _order_again(pack, order)


@cache
def _order_again(pack: Pack, order: str) -> Pack:
    return replace(pack, dates=replace(pack.dates, order=order))


def _tell_order(first: int, second: int) -> str | None:
    if 12 < first <= 31 and 1 <= second <= 12:
        return DAY_MONTH
    return MONTH_DAY if 12 < second <= 31 and 1 <= first <= 12 else None


@cache
def _load_tables() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    table = tomllib.loads(files("onrecord.languages").joinpath("orders.toml").read_text("utf-8"))
    return {name: {key: tuple(values) for key, values in rows.items()} for name, rows in table.items()}
