"""In two languages the words of one speaker are one utterance at a lower probability than in one language; nobody else's are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.statements.across import raise_across
from onrecord.statements.agreement import Key
from onrecord.statements.cluster import JOIN, group_tellings

from .tellings import make_echoes, tell

KEYS: dict[str, Key] = {
    "Orlay": Key("Tamsin Orlay", False, None), "Hulst": Key("Piet Hulst", False, None), "nobody": Key(None, False, None),
    "Zelensky": Key("Volodymyr Zelensky", False, None), "Selenskyj": Key("Wolodymyr Selenskyj", False, None),
}  # fmt: skip
WORDS = {
    "en": "we will not hand over the island of Korva", "nl": "het eiland Korva geven wij niet uit handen", "de": "die Insel Korva geben wir nicht her", "fr": "nous ne céderons pas l'île de Korva",
    "es": "no entregaremos la isla de Korva", "it": "non cederemo l'isola di Korva", "pt": "não entregaremos a ilha de Korva", "pl": "nie oddamy wyspy Korva", "cs": "ostrov Korva nevydáme",
    "uk": "ми не віддамо острів Корва", "ru": "мы не отдадим остров Корва", "tr": "Korva adasını vermeyeceğiz",
}  # fmt: skip


def raise_one(langs: tuple[str | None, str | None], speakers: tuple[str, str], surely: float) -> float:
    pair = np.array([0]), np.array([1])
    return float(raise_across(langs, [KEYS[each] for each in speakers], ["a", "b"], [b""] * 2, [b""] * 2, *pair, np.array([surely]), JOIN)[0])


@pytest.mark.parametrize(
    ("langs", "speakers", "raised"),
    [
        (("en", "de"), ("Orlay", "Orlay"), True), (("uk", "tr"), ("Zelensky", "Selenskyj"), True), (("en", "en"), ("Orlay", "Orlay"), False),
        (("en", "de"), ("Orlay", "Hulst"), False), (("en", "de"), ("Orlay", "nobody"), False), (("en", None), ("Orlay", "Orlay"), False),
    ],
)  # fmt: skip
def test_only_pairs_of_one_speaker_in_two_languages_are_raised(langs: tuple[str | None, str | None], speakers: tuple[str, str], raised: bool) -> None:
    assert (raise_one(langs, speakers, 0.62) >= JOIN) == raised
    assert raised or raise_one(langs, speakers, 0.72) == 0.72


def test_what_cannot_be_one_stays_so_and_the_order_stays() -> None:
    assert raise_one(("en", "de"), ("Orlay", "Orlay"), 0.0) == 0.0
    raised = [raise_one(("en", "de"), ("Orlay", "Orlay"), value) for value in (0.1, 0.3, 0.39, 0.41, 0.9, 0.9999, 1.0)]
    assert raised == sorted(raised)
    assert raised[2] < JOIN < raised[3] <= raised[-1] <= 1.0


@pytest.mark.parametrize(
    ("rival", "alike", "words", "raised"),
    [(0.7, 0.0, [3, 4], False), (0.3, 0.0, [3, 4], True), (0.7, 0.9, [3, 4], True), (0.7, 0.2, [3, 4], False), (0.7, 0.0, [2, 5], True)],
    ids=["near", "far", "near and alike", "near and hardly alike", "near and half of the words"],
)
def test_a_telling_with_another_partner_as_near_is_not_raised(rival: float, alike: float, words: list[int], raised: bool) -> None:
    langs, articles = ["en", "de", "de"], ["a", "b", "b"]
    pairs = {(0, 1): 0.75, (0, 2): rival, (1, 2): alike}
    for places in (list(pairs), list(pairs)[::-1]):
        left, right = np.array([a for a, _ in places]), np.array([b for _, b in places])
        stems = [np.array(keys, dtype="<u8").tobytes() for keys in ([9], [1, 2], words)]
        found = raise_across(langs, [KEYS["Orlay"]] * 3, articles, stems, [b""] * 3, left, right, np.array([pairs[place] for place in places]), JOIN)
        assert (dict(zip(places, found.tolist(), strict=True))[0, 1] >= JOIN) == raised


@pytest.mark.parametrize(
    ("names", "raised"),
    [
        (([1], [1], [2]), True),
        (([1], [1], []), True),
        (([1], [1], [1, 2]), False),
        (([1, 2], [1], [2]), False),
        (([1], [2], [3]), False),
        (([], [], [2]), False),
        (([], [], []), False),
    ],
    ids=["names another", "names nobody", "names the same too", "names one of both", "nothing shared", "no name shared", "no names"],
)
def test_a_partner_that_lacks_the_name_which_both_share_is_no_rival(names: tuple[list[int], ...], raised: bool) -> None:
    left, right = np.array([0, 0]), np.array([1, 2])
    packed = [np.array(keys, dtype="<u8").tobytes() for keys in names]
    stems = [np.array(keys, dtype="<u8").tobytes() for keys in ([9], [1, 2], [3, 4])]
    found = raise_across(["en", "de", "de"], [KEYS["Orlay"]] * 3, ["a", "b", "b"], stems, packed, left, right, np.array([0.75, 0.7]), JOIN)
    assert (float(found[0]) >= JOIN) == raised


@pytest.mark.parametrize("lang", [lang for lang in WORDS if lang != "en"])
def test_one_saying_in_two_languages_is_one_statement(lang: str) -> None:
    told = [tell(words, name=code, lang=code).told for code, words in WORDS.items() if code in ("en", lang)]
    surely = {(told[0].gist.of, told[1].gist.of): 0.75}
    assert len(group_tellings(told, make_echoes(told, surely))) == 1
    unnamed = [told[0], replace(told[1], gist=replace(told[1].gist, speaker=None))]
    assert len(group_tellings(unnamed, make_echoes(unnamed, surely))) == 2
