"""The stage's own word lists, read once: `notices.toml` (headers, bylines, notices) and `agencies.toml` (names of agencies).

Out: frozen lists and compiled patterns. What belongs to one language comes from its pack instead.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What `notices.toml` says. `header_keys` maps a key in lower case to its kind (`date`, `url`, `source` ...); `notices` is all notices in one
    pattern, those of `platform` among them."""

    header_keys: Mapping[str, str]
    byline_leads: tuple[str, ...]
    byline_joins: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    author_labels: frozenset[str]
    date_line_words: frozenset[str]
    update_words: tuple[str, ...]
    sign_off_words: tuple[str, ...]
    platform: tuple[re.Pattern[str], ...]
    notices: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies:
    """What `agencies.toml` says. `names` maps each spelling to its canonical name, longest spelling first."""

    names: Mapping[str, str]
    stems: tuple[str, ...]


@lru_cache(maxsize=1)
def load_wording() -> Wording:
    """Return the wording of headers, bylines and notices."""
    root = _read_toml("notices.toml")
    header = root["header"]
    byline = root["byline"]
    notices = root["notices"]
    return Wording(
        header_keys=MappingProxyType({key: kind for kind, keys in header.items() for key in keys}),
        byline_leads=tuple(sorted(byline["leads"], key=len, reverse=True)),
        byline_joins=frozenset(byline["joins"]),
        particles=frozenset(byline["particles"]),
        roles=frozenset(byline["roles"]),
        author_labels=frozenset(root["author_box"]["labels"]),
        date_line_words=frozenset(root["date_line"]["words"]),
        update_words=tuple(root["date_line"]["updated"]),
        sign_off_words=tuple(root["sign_off"]["words"]),
        platform=tuple(re.compile(text, re.IGNORECASE) for text in notices["platform"]),
        notices=re.compile("|".join(f"(?:{_GROUP.sub('(?:', text)})" for text in (*notices["platform"], *notices["general"])), re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def load_agencies() -> Agencies:
    """Return the known news agencies and the stems that say "news agency"."""
    root = tomllib.loads(files("onrecord.articles").joinpath("agencies.toml").read_text("utf-8"))
    pairs = [(spelling, name) for name, spellings in root["agencies"].items() for spelling in spellings]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return Agencies(names=MappingProxyType(dict(pairs)), stems=tuple(root["nouns"]["stems"]))


def _read_toml(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("onrecord.articles").joinpath(name).read_text("utf-8"))
