"""Compare person names across spellings, scripts and case endings.

In: names as written. Out: plain Latin forms, sound keys, and whether two names may be one person's.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.names.spellings import is_cyrillic, list_all_spellings, list_spellings, respell
from onrecord.names.suffixes import split_suffix

_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъёўђјљњћџ",
        ("a", "b", "v", "g", "g", "d", "e", "ie", "zh", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
         "ts", "ch", "sh", "shch", "", "iu", "ia", "i", "e", "", "io", "v", "d", "i", "l", "n", "c", "d"),
        strict=True,
    )
)  # fmt: skip
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", ("a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "i", "f", "ch", "ps", "o"), strict=True)
)
_LETTERS = str.maketrans(
    _CYRILLIC | _GREEK
    | {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "č": "ch", "ć": "c", "š": "sh", "ž": "zh",
       "ş": "sh", "ç": "ch", "ğ": "g", "ř": "rz", "ň": "n", "ś": "sh", "ź": "zh", "ż": "zh", "’": "", "'": "", "ʼ": ""}
)  # fmt: skip
_SOUNDS = (
    ("schtsch", "s"), ("szcz", "s"), ("sjtsj", "s"), ("chtch", "s"), ("shch", "s"), ("tsj", "c"), ("tsch", "c"), ("dzh", "c"), ("dsch", "c"), ("sch", "s"), ("tch", "c"), ("tj", "c"), ("sj", "s"), ("sz", "s"), ("cz", "c"),
    ("cki", "ski"), ("cky", "ski"), ("cka", "ska"), ("rz", "s"), ("zh", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "s"), ("tz", "s"),
    ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("dj", "c"), ("z", "s"), ("w", "v"), ("oe", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("iu", "u"), ("ia", "a"), ("ie", "e"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_HARD = re.compile(r"^ch(?=[rl])|^c(?=[aoulrkn])")
"""What an initial c is a k in; elsewhere it may be any of several sounds."""
_FEMININE = re.compile(r"[sc]k(?:a|aia|aya|aja|oi|oj|oiu|oiy|ou|uiu)$")
_MASCULINE = re.compile(r"[sc]k(?:y|i|yy|ii|yi|ij|yj|iy|oho|ogo|eho|ego|iego|omu|emu|iemu|im|ym)$")
_THROAT = str.maketrans("kg", "hh")
"""Sounds that neighbouring languages swap in given names: `Mikhail` / `Michail`, `Sergei` / `Serhii`."""
MAX_WORD = 40
"""Longer words are compared for equality only; no name is that long."""
MIN_SLIP = 6
"""Letters of a word in which one may be another, or missing."""
MIN_STEM = 3
"""Letters that a stem keeps in front of an ending."""
_OF_WOMEN = "ova"
"""What Czech adds to any woman's family name."""
_VOWEL = frozenset("aeiouy")
_VOWELS = re.compile(r"[aeiou]+")
_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")
_WORDS = tomllib.loads((files("onrecord.names") / "words.toml").read_text("utf-8"))
_ENDINGS: tuple[str, ...] = tuple(_WORDS["case_endings"])
_PARTICLES = frozenset(_WORDS["particles"])


@lru_cache(maxsize=65536)
def to_latin(word: str) -> str:
    """Return a word in plain lower-case Latin letters: accents dropped, Cyrillic and Greek written in Latin."""
    lowered = word.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_LETTERS)


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """Return how a name roughly sounds: consonants with like ones folded, after a leading vowel (`a`). Empty without a letter."""
    plain = _write_sounds(to_latin(word))
    plain = plain.replace("c", "k") if not plain.startswith("c") else "c" + plain[1:].replace("c", "k")
    head = "a" if plain[:1] in tuple("aeiou") else ""
    bones = _VOWELS.sub("", plain)
    squeezed = re.sub(r"(.)\1+", r"\1", bones)
    return head + squeezed


@lru_cache(maxsize=65536)
def sound_keys(word: str) -> tuple[str, ...]:
    """Return the sound key of a name, then those it has in the commonest spellings of other languages; empty without a letter."""
    return tuple(dict.fromkeys(key for each in (word, *list_spellings(word, to_latin(word))) if (key := sound_key(each))))


def _write_sounds(plain: str) -> str:
    """Return a plain word with every group of letters as one sign for its sound, doubled letters once."""
    plain = _HARD.sub("k", plain.replace("-", ""))
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: no particles, no initials' dots, no suffix that tells a namesake apart ("Jr.")."""
    return carried_words(split_suffix(name)[0])


@lru_cache(maxsize=65536)
def carried_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it with a last one that may be a suffix ("Orlan Neto")."""
    words = tuple(_WORD.findall(name))
    kept = tuple(w for w in words if w.casefold() not in _PARTICLES)
    return kept or words


@lru_cache(maxsize=65536)
def words_match(left: str, right: str) -> bool:
    """True when two name words may be spellings (or cases) of one: `Zelensky` / `Зеленського`, `Putin` / `Poetin`."""
    a, b = to_latin(left), to_latin(right)
    if a == b:
        return True
    if min(len(a), len(b)) < 3 or max(len(a), len(b)) > MAX_WORD or _is_couple(a, b):
        return False
    if any(_sound_alike(x, y) for mine, theirs in _pair_spellings(left, right) for x in _stems(mine) for y in _stems(theirs)):
        return True
    return min(len(a), len(b)) >= MIN_SLIP and _is_near(a, b, 1)


@lru_cache(maxsize=65536)
def differ_in_ending(left: str, right: str) -> bool:
    """True when two name words sound alike up to where they end, and end otherwise: cases, or a name and its adjective (`Praha` / `Prahy`, `Korva` / `Korvan`), no spellings (`Zelensky` / `Zelenskij`)."""
    a, b = (_write_sounds(to_latin(word)) for word in (left, right))
    shared = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ends = a[shared:], b[shared:]
    if shared < MIN_STEM or ends[0] == ends[1]:
        return False
    return "" in ends or ends[0][-1] != ends[1][-1]


def differ_in_last_vowel(left: str, right: str) -> bool:
    """True when two name words differ in the vowel with which they end alone (`Orlenko` / `Orlenka`): cases in some languages, spellings in those without any."""
    a, b = to_latin(left), to_latin(right)
    return a[:-1] == b[:-1] and a[-1:] != b[-1:] and a[-1:] in _VOWEL and b[-1:] in _VOWEL


@lru_cache(maxsize=65536)
def word_keys(word: str) -> frozenset[str]:
    """Return keys of a name word; words that match have one in common, and few others do."""
    plain = to_latin(word)
    if len(plain) > MAX_WORD:
        return frozenset({plain})
    stems = {stem for each in (plain, *map(to_latin, list_all_spellings(word))) for stem in _stems(each)}
    without_one = (plain[:at] + plain[at + 1 :] for at in range(len(plain) if len(plain) >= MIN_SLIP else 0))
    return frozenset({*stems, *(f"sound {sound_key(stem)}" for stem in stems), *without_one})


def _pair_spellings(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield two words in plain letters, then each as it would be written with the other's spelling of a sound."""
    a, b = to_latin(left), to_latin(right)
    is_across = is_cyrillic(left) != is_cyrillic(right)
    yield a, b
    yield from ((to_latin(each), b) for each in respell(left, b, is_across=is_across))
    yield from ((a, to_latin(each)) for each in respell(right, a, is_across=is_across))


@lru_cache(maxsize=65536)
def _stems(plain: str) -> tuple[str, ...]:
    """Return a plain word and what is left of it without a case ending; a stem keeps at least `MIN_STEM` letters."""
    return (plain, *(plain[: -len(e)] for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= MIN_STEM))


@lru_cache(maxsize=65536)
def _sound_alike(left: str, right: str) -> bool:
    """True when two plain words have the same consonants and all but a few of their vowels."""
    if left == right:
        return True
    key = sound_key(left)
    if len(key) < 2 or key != sound_key(right):
        return False
    a, b = _write_sounds(left), _write_sounds(right)
    return _is_near(a, b, max(1, max(len(a), len(b)) * 2 // 5))


def _is_couple(left: str, right: str) -> bool:
    """True when one word is the feminine and the other the masculine form of a Slavic family name: `Zelenska` / `Zelensky`."""
    return any(_FEMININE.search(a) is not None and _MASCULINE.search(b) is not None for a, b in ((left, right), (right, left)))


@lru_cache(maxsize=65536)
def names_match(left: str, right: str) -> bool:
    """True when two person names may be one person's: the family names match, and given names do not contradict, or one name is the end of the other.

    Where a suffix tells namesakes apart ("Jr."), only the end of a name may lack it: "Orlan" may be Karl Orlan Jr., "Karl Orlan" is not.
    """
    a, b = name_words(left), name_words(right)
    if not a or not b:
        return False
    short, long = (left, right) if len(a) <= len(b) else (right, left)
    if is_tail(carried_words(left), carried_words(right)):  # also "Orlan Neto", in which nothing tells whether "Neto" is a suffix
        return True
    suffix, other_suffix = split_suffix(short)[1], split_suffix(long)[1]
    if len(a) == 1 or len(b) == 1:
        single, other = (a[0], b) if len(a) == 1 else (b[0], a)
        if suffix != other_suffix and suffix is not None and len(a) != len(b):
            return False
        if suffix is not None and suffix == other_suffix and words_match(single, other[0]):  # "Karl Jr."
            return True
        return (None in (suffix, other_suffix) or suffix == other_suffix) and (words_match(single, other[-1]) or (len(other) > 2 and words_match(single, other[-2])))
    if not words_match(a[-1], b[-1]):
        return _is_woman_of_both(a, b)
    if len(a) != len(b) and is_tail(a, b) and suffix in (None, other_suffix):
        return True
    if suffix != other_suffix:
        return False
    first, second = to_latin(a[0]), to_latin(b[0])
    if min(len(first), len(second)) == 1:
        return first[:1] == second[:1]
    return words_match(a[0], b[0]) or _are_forms(first, second)


def _is_woman_of_both(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True when two full names are one woman's, whose family name only one has in the feminine: `Anna Krawiec` / `Anna Krawiecová`."""
    (first, family), (second, other) = ((to_latin(name[0]), to_latin(name[-1])) for name in (left, right))
    is_one = _is_couple(family, other) or any(a.endswith(_OF_WOMEN) and words_match(a.removesuffix(_OF_WOMEN), b) for a, b in ((family, other), (other, family)))
    return is_one and (first == second or ((first[-1:] in _VOWEL) == (second[-1:] in _VOWEL) and words_match(left[0], right[0])))  # not `Petr` and `Petra`


def is_tail(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True when the shorter of two names, of two words or more, is the end of the longer one: `López Obrador` / `Andrés Manuel López Obrador`."""
    short, long = sorted((left, right), key=len)
    return len(short) >= 2 and all(words_match(a, b) for a, b in zip(short, long[-len(short) :], strict=True))


def _are_forms(left: str, right: str) -> bool:
    """True when two given names may be forms of one: a short form (`Ben` / `Benjamin`) or a neighbour language's (`Sergei` / `Serhii`)."""
    short, long = sorted((left, right), key=len)
    if long.startswith(short) and len(short) >= 3:
        return True
    a, b = (sound_key(name).translate(_THROAT) for name in (left, right))
    return len(a) >= 3 and a == b


def _is_near(left: str, right: str, most: int) -> bool:
    """True when the Levenshtein distance of two short words is `most` at most."""
    if abs(len(left) - len(right)) > most:
        return False
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (a != b)))
        if min(current) > most:
            return False
        previous = current
    return previous[-1] <= most
