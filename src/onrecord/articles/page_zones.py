"""What part of a page an element is, by its tag and the names the page gives it. In: tag and attributes. Out: a zone or none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.articles.page_tree import Element

_TAGS = {
    "nav": "navigation", "footer": "navigation", "form": "newsletter", "fieldset": "newsletter", "menu": "navigation", "dialog": "cookie",
    "figcaption": "caption", "figure": "caption", "address": "author", "time": "author",
}  # fmt: skip
_ROLES = {
    "navigation": "navigation", "search": "navigation", "banner": "navigation", "contentinfo": "navigation", "complementary": "aside",
    "dialog": "cookie", "alertdialog": "cookie", "menu": "navigation", "toolbar": "share",
}  # fmt: skip
_WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements that hold the article itself: what they are called says nothing about a part of it."""

_SPLIT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What `page_words.toml` says. `zones` maps a name to its zone."""

    zones: Mapping[str, str]
    lead: frozenset[str]
    lead_itemprops: frozenset[str]
    correction: re.Pattern[str]
    paywall: re.Pattern[str]


@lru_cache(maxsize=1)
def load_page_words() -> PageWords:
    """Return the names of parts of pages and the wording that marks them."""
    root = tomllib.loads(files("onrecord.articles").joinpath("page_words.toml").read_text("utf-8"))
    return PageWords(
        zones={name: zone for zone, names in reversed(root["zones"].items()) for name in names.split("|")},
        lead=frozenset(root["lead"]["names"].split("|")),
        lead_itemprops=frozenset(root["lead"]["itemprops"].split("|")),
        correction=re.compile(root["wording"]["correction"], re.IGNORECASE),
        paywall=re.compile(root["wording"]["paywall"], re.IGNORECASE),
    )


def find_zone(element: Element, tag: str) -> str | None:
    """Return the zone an element opens (`caption`, `related`, `share` ...), `None` when its names say nothing."""
    if tag in _WHOLE:
        return None
    zone = _TAGS.get(tag)
    if zone is not None:
        return zone
    role = element.get("role")
    if role is not None and role in _ROLES:
        return _ROLES[role]
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _read_names(names[:300]) or ("aside" if tag == "aside" else None)


def is_lead(element: Element) -> bool:
    """True for an element that its page calls lead, deck, standfirst, summary or the like."""
    itemprop = element.get("itemprop")
    if itemprop is not None and itemprop in load_page_words().lead_itemprops:
        return True
    return _has_lead_name(f"{element.get('class') or ''} {element.get('data-testid') or ''}"[:300])


@lru_cache(maxsize=20_000)
def _read_names(names: str) -> str | None:
    zones = load_page_words().zones
    for name in names.split():
        words = [word.lower() for word in _SPLIT.split(name) if word]
        if len(words) > 6:  # utility classes and generated names
            continue
        for word in words:
            if word in zones:
                return zones[word]
    return None


@lru_cache(maxsize=20_000)
def _has_lead_name(names: str) -> bool:
    lead = load_page_words().lead
    return any(word.lower() in lead for word in _SPLIT.split(names) if word)
