"""Compare person names across spellings, scripts and case endings.

In: names as written. Out: plain Latin forms, sound keys, and whether two names may be one person's.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъёўђјљњћџ",
        ("a", "b", "v", "g", "g", "d", "e", "ie", "zh", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
         "ts", "ch", "sh", "shch", "", "iu", "ia", "i", "e", "", "io", "v", "d", "i", "l", "n", "c", "d"),
        strict=True,
    )
)  # fmt: skip
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", ("a v g d e z i th i k l m n x o p r s s t i f ch ps o").split(), strict=True))
_LETTERS = str.maketrans(
    _CYRILLIC | _GREEK
    | {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "č": "ch", "ć": "c", "š": "sh", "ž": "zh",
       "ş": "sh", "ç": "ch", "ğ": "g", "ř": "rz", "ň": "n", "ś": "sh", "ź": "zh", "ż": "zh", "’": "", "'": "", "ʼ": ""}
)  # fmt: skip
_SOUNDS = (
    ("shch", "s"), ("tsch", "c"), ("dzh", "c"), ("dsch", "c"), ("sch", "s"), ("tch", "c"), ("tj", "c"), ("sj", "s"), ("sz", "s"), ("cz", "c"),
    ("rz", "s"), ("zh", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "s"), ("tz", "s"),
    ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("dj", "c"), ("z", "s"), ("w", "v"), ("oe", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("iu", "u"), ("ia", "a"), ("ie", "e"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]+")
_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")
_PARTICLES = frozenset("van von de der den del della di da dos du la le al el bin ibn ben of the y e af av zu zum ter ten mc mac st".split())


@lru_cache(maxsize=65536)
def to_latin(word: str) -> str:
    """Return a word in plain lower-case Latin letters: accents dropped, Cyrillic and Greek written in Latin."""
    lowered = word.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """Return how a name roughly sounds: consonants with like ones folded, after a leading vowel (`a`). Empty without a letter."""
    plain = to_latin(word).replace("-", "")
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    plain = plain.replace("c", "k") if not plain.startswith("c") else "c" + plain[1:].replace("c", "k")
    head = "a" if plain[:1] in tuple("aeiou") else ""
    bones = _VOWELS.sub("", plain)
    squeezed = re.sub(r"(.)\1+", r"\1", bones)
    return head + squeezed


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: no particles, no initials' dots."""
    words = tuple(w for w in _WORD.findall(name))
    kept = tuple(w for w in words if w.casefold() not in _PARTICLES)
    return kept or words


@lru_cache(maxsize=65536)
def words_match(left: str, right: str) -> bool:
    """True when two name words may be spellings (or cases) of one: `Zelensky` / `Зеленського`, `Putin` / `Poetin`."""
    a, b = to_latin(left), to_latin(right)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 3:
        return False
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3:
        return True
    key_a, key_b = sound_key(left), sound_key(right)
    if len(key_a) < 2 or len(key_b) < 2:
        return False
    if key_a == key_b:
        return _distance(a, b) <= max(2, len(long) // 2 - (1 if len(key_a) < 3 else 0)) - (1 if len(long) < 6 else 0)
    small, large = sorted((key_a, key_b), key=len)
    if len(small) >= 3 and large.startswith(small) and len(large) - len(small) <= 2:
        return _distance(a, b) <= max(2, len(long) // 2)
    return len(a) >= 6 and len(b) >= 6 and _distance(a, b) <= 1


def names_match(left: str, right: str) -> bool:
    """True when two person names may be one person's: the family names match, and given names do not contradict."""
    a, b = name_words(left), name_words(right)
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1:
        single, other = (a[0], b) if len(a) == 1 else (b[0], a)
        return words_match(single, other[-1]) or (len(other) > 2 and words_match(single, other[-2]))
    if not words_match(a[-1], b[-1]):
        return False
    first, second = to_latin(a[0]), to_latin(b[0])
    return first[:1] == second[:1] if min(len(first), len(second)) == 1 else words_match(a[0], b[0]) or sound_key(a[0])[:2] == sound_key(b[0])[:2]


def _distance(left: str, right: str) -> int:
    """Return the Levenshtein distance of two short words."""
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (a != b)))
        previous = current
    return previous[-1]
