"""What part of a page an element is, by its tag and the names the page gives it. In: tag and attributes. Out: a zone or none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.articles.page_tree import Element
from onrecord.languages.fold import fold_text

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

MAX_NAMES_CHARS = 300
"""How much of an element's names is read; longer lists are of utility classes."""

_SPLIT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+")

_LIVE_ENTRY = re.compile(r"(?:^|[-_\s])(?:live-?blog|liveticker|live)[-_]{0,2}(?:post|entry|item|update|posting|eintrag|event)(?:$|\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What `page_words.toml` says. `zones` maps a name to its zone; the patterns are for folded text."""

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
        correction=re.compile(root["wording"]["correction"]),
        paywall=re.compile(root["wording"]["paywall"]),
    )


def is_correction(text: str) -> bool:
    """True for a block that says that its article was corrected."""
    return load_page_words().correction.search(fold_text(text)) is not None  # folded, as a pattern that ignores case takes twice as long


def asks_to_pay(text: str) -> bool:
    """True for a block that asks to pay for the rest of its article."""
    return load_page_words().paywall.search(fold_text(text)) is not None


def find_zone(element: Element, tag: str, names: str) -> str | None:
    """Return the zone an element opens (`caption`, `related`, `share` ...), `None` when its names say nothing.

    Args:
        element: an element of a page.
        tag: its tag.
        names: its class, empty without one.
    """
    if tag in _WHOLE:
        return None
    zone = _TAGS.get(tag)
    if zone is not None:
        return zone
    role = element.get("role")
    if role is not None and role in _ROLES:
        return _ROLES[role]
    zone = _read_names(names[:MAX_NAMES_CHARS])[0] if names else None
    if zone is None and (own := element.get("id")):
        zone = _read_names(own[: max(0, MAX_NAMES_CHARS - len(names))])[0]
    return zone or ("aside" if tag == "aside" else None)


def is_entry_name(names: str | None) -> bool:
    """True for the class of an element that its page calls an entry of a live blog."""
    return names is not None and "live" in names.lower() and _LIVE_ENTRY.search(names) is not None


def is_lead(element: Element, names: str) -> bool:
    """True for an element that its page calls lead, deck, standfirst, summary or the like; `names` is its class."""
    itemprop = element.get("itemprop")
    if itemprop is not None and itemprop in load_page_words().lead_itemprops:
        return True
    if names and _read_names(names[:MAX_NAMES_CHARS])[1]:
        return True
    own = element.get("data-testid")
    return own is not None and _read_names(own[: max(0, MAX_NAMES_CHARS - len(names))])[1]


@lru_cache(maxsize=20_000)
def _read_names(names: str) -> tuple[str | None, bool]:
    """Return the zone of the first name that has one, and whether any is one of leads."""
    read = [_read_name(name) for name in names.split()]
    return next((zone for zone, _ in read if zone is not None), None), any(leads for _, leads in read)


@lru_cache(maxsize=20_000)
def _read_name(name: str) -> tuple[str | None, bool]:
    """Return the zone of a single name, and whether it is one of leads."""
    known = load_page_words()
    words = [word.lower() for word in _SPLIT.split(name) if word]
    is_plain = len(words) <= 6  # others are utility classes and generated names
    zone = next((known.zones[word] for word in words if word in known.zones), None) if is_plain else None
    return zone, not known.lead.isdisjoint(words)
