"""Countries by name, inhabitants and seat of government, in any language with CLDR data or a pack.

In: words and a language. Out: ISO 3166 codes and English names.
Source of country names: CLDR (babel); of inhabitants and capitals: the language packs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.pack import fold_text, load_pack
from onrecord.names.keys import names_match, to_latin

_DETERMINERS = frozenset(tomllib.loads((files("onrecord.names") / "words.toml").read_text("utf-8"))["determiners"])


@lru_cache(maxsize=32)
def country_names(lang: str) -> Mapping[str, str]:
    """Return country name in plain Latin letters -> ISO code for a language; empty where CLDR does not know the language."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(lang, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    names = {to_latin(name): code for code, name in territories.items() if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ")}
    short = {plain.split(" (")[0]: code for plain, code in names.items() if " (" in plain}
    return _aliases() | short | names


@lru_cache(maxsize=1)
def _aliases() -> dict[str, str]:
    table = tomllib.loads((files("onrecord.names") / "country_aliases.toml").read_text("utf-8"))
    return {to_latin(form): code for code, forms in table.items() for form in forms}


@lru_cache(maxsize=512)
def country_name(code: str, lang: str = "en") -> str | None:
    """Return the name of a country, in English unless asked otherwise."""
    from babel import Locale

    return Locale.parse(lang).territories.get(code)


@lru_cache(maxsize=8192)
def find_country(name: str, lang: str | None) -> str | None:
    """Return the ISO code of the country that `name` names, inflected forms included, or `None`."""
    folded = to_latin(_bare(name, lang))
    for each in dict.fromkeys((lang or "en", "en")):
        names = country_names(each)
        if folded in names:
            return names[folded]
        if len(folded) >= 5 and each == lang and lang in _INFLECTING:
            stem = folded[: max(4, len(folded) - 2)]
            hits = {code for other, code in names.items() if other.startswith(stem) and abs(len(other) - len(folded)) <= 3 and " " not in other}
            if len(hits) == 1:
                return next(iter(hits))
    return None


@lru_cache(maxsize=8192)
def find_capital(name: str, lang: str | None) -> str | None:
    """Return the country whose government is meant when `name`, a capital or seat, speaks; `None` for other places."""
    whole, bare = fold_text(name.strip(), lang or "en"), _bare(name, lang)
    tables = (_capitals(lang or "en"), _capitals("en"))
    return next((code for table in tables for form in (whole, bare) if (code := table.get(form))), None)


@lru_cache(maxsize=8192)
def find_demonym(word: str, lang: str | None) -> str | None:
    """Return the country of an adjective or inhabitant word (`Ukrainian`), or `None`."""
    if len(word) <= 3 and not word[:1].isupper():  # "us" is a pronoun, "US" an adjective
        return None
    return _demonyms(lang or "en").get(fold_text(word, lang or "en"))


def lands_match(left: str, right: str) -> bool:
    """True when two names of places or states may be one's, also with the German ending of lands: `Thessalien` / `Thessalia`."""
    return names_match(left, right) or names_match(bare_land(left), bare_land(right))


def bare_land(name: str) -> str:
    """Return the name of a land without the letter that only German ends it with."""
    return name.removesuffix("n") if name.endswith("ien") and len(name) >= _LETTERS_OF_LAND else name


def has_determiner(name: str) -> bool:
    """True when a name is written with an article (`the Kremlin`)."""
    first = name.split(maxsplit=1)[0].casefold() if name.strip() else ""
    return first in _DETERMINERS


_LETTERS_OF_LAND = 6
"""Letters of the shortest land that German ends so; `Wien` is none."""
_INFLECTING = frozenset({"uk", "ru", "pl", "cs", "tr", "be", "bg", "sr", "hr", "sk", "sl", "fi", "hu", "et", "lv", "lt", "ro"})


def _bare(name: str, lang: str | None) -> str:
    folded = fold_text(name.strip(), lang or "en").removesuffix("'s").removesuffix("'")
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _DETERMINERS else folded


@lru_cache(maxsize=32)
def _capitals(lang: str) -> Mapping[str, str]:
    pack = load_pack(lang)
    return {form: code for code, forms in pack.capitals.items() for form in forms} if pack else {}


@lru_cache(maxsize=32)
def _demonyms(lang: str) -> Mapping[str, str]:
    pack = load_pack(lang)
    return {form: code for code, forms in pack.demonyms.items() for form in forms} if pack else {}
