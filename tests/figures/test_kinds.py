"""Which number takes the kind of its neighbour in a list, and which tells its own."""

from __future__ import annotations

import pytest

from onrecord.figures import kinds
from onrecord.figures.frames import cut_frames
from tests.figures.test_find_figures import rows

DEAD_AND_UPROOTED = {
    "en": "The flood left 310 dead and 41,000 displaced.", "nl": "Er zijn 310 doden en 41.000 ontheemden.", "de": "Es gab 310 Tote und 41.000 Vertriebene.",
    "fr": "La crue a fait 310 morts et 41 000 déplacés.", "es": "La riada dejó 310 muertos y 41.000 desplazados.", "it": "La piena ha fatto 310 morti e 41.000 sfollati.",
    "pt": "A cheia deixou 310 mortos e 41.000 deslocados.", "pl": "Powódź przyniosła 310 zabitych i 41 000 przesiedleńców.",
    "cs": "Povodeň přinesla 310 mrtvých a 41 000 vysídlených.", "uk": "Повінь принесла 310 загиблих і 41 000 переселенців.", "ru": "После наводнения 310 погибших и 41 000 переселенцев.",
    "tr": "Selde 310 ölü ve 41.000 yerinden edilmiş kişi var.",
}  # fmt: skip


@pytest.mark.parametrize("lang", DEAD_AND_UPROOTED)
def test_the_displaced_beside_the_dead_are_not_dead(lang: str) -> None:
    dead, uprooted = rows(DEAD_AND_UPROOTED[lang], lang)
    assert dead[3:5] == (310, "killed")
    assert (uprooted[3], uprooted[4]) in ((41000, "displaced"), (41000, "other"))


def test_refugees_among_the_dead_are_dead() -> None:
    assert [row[3:5] for row in rows("Fourteen people died, among them three refugees.")] == [(14, "killed"), (3, "killed")]
    assert [row[3:5] for row in rows("L'incendie a tué trois soldats et deux réfugiés.", "fr")] == [(3, "killed"), (2, "killed")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("it", "Le vittime sono due. I feriti, cinque in tutto, sono a casa.", (2, "affected")), ("fr", "Les victimes sont quatre. Les blessés sont rentrés.", (4, "affected")),
        ("es", "Según el alcalde, las víctimas son tres.", (3, "affected")), ("pt", "As vítimas são três.", (3, "affected")),
    ],
)  # fmt: skip
def test_a_number_that_people_are_said_to_be_counts_them(lang: str, text: str, expected: tuple[int, str]) -> None:
    assert rows(text, lang)[0][3:5] == expected


def test_an_age_that_people_are_said_to_be_counts_nobody() -> None:
    assert rows("The victim was 24.") == rows("Het slachtoffer is 24.", "nl") == rows("The victims were 12 and 15.") == []


def test_words_between_an_event_and_a_far_number_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    gaps: list[int] = []
    monkeypatch.setattr(kinds, "cut_frames", lambda gap, *rest, **options: gaps.append(len(gap)) or cut_frames(gap, *rest, **options))
    found = rows("In the raid 12 people were killed and 30 were hurt, " * 30)
    assert [row[4] for row in found[:2]] == ["killed", "injured"]
    assert max(gaps) <= kinds.MAX_REACH


LOST = {
    "en": "The army lost at least three soldiers.", "nl": "Het leger heeft drie soldaten verloren.", "de": "Die Armee hat drei Soldaten verloren.", "fr": "L'armée a perdu trois soldats.", "es": "El ejército perdió tres soldados.",
    "it": "L'esercito ha perso tre soldati.", "pt": "O exército perdeu três soldados.", "pl": "Armia straciła trzech żołnierzy.", "cs": "Armáda ztratila tři vojáky.", "uk": "Армія втратила трьох солдатів.",
    "ru": "Армия потеряла трех солдат.", "tr": "Ordu üç asker kaybetti.",
}  # fmt: skip


@pytest.mark.parametrize("lang", LOST)
def test_troops_that_are_lost_are_killed(lang: str) -> None:
    assert [(row[3], row[4]) for row in rows(LOST[lang], lang)] == [(3, "killed")]


def test_others_that_are_lost_are_not() -> None:
    assert [row[4] for row in rows("The firm lost 300 workers. The army lost 12 tanks, and three soldiers sang.")] == ["other", "other", "troops"]
