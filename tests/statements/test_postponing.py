"""What is put off is softened, neither repeated nor given up, in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.languages.pack import known_languages
from onrecord.statements.match import Matcher
from onrecord.statements.positions import find_recalls
from onrecord.statements.postponing import find_putting_off
from onrecord.statements.space import plain_space

from .tellings import tell
from .test_positions import red_line, restate

CASES = {
    "en": ("we close the lock", "we postpone the lock", "we move the lock"),
    "nl": ("we sluiten de sluis", "we uitstellen de sluis", "we stellen de sluis open"),
    "de": ("wir schließen die Schleuse", "wir verschieben die Schleuse", "wir schreiben der Schleuse"),
    "fr": ("nous fermons l'écluse", "nous reporterons l'écluse", "l'écluse diffère des autres"),
    "es": ("cerramos la esclusa", "aplazarán la esclusa", "aplastarán la esclusa"),
    "it": ("chiudiamo la chiusa", "rinviano la chiusa", "rimandano indietro la chiusa"),
    "pt": ("fechamos a eclusa", "adiarão a eclusa", "dirão a eclusa"),
    "pl": ("zamkniemy śluzę", "odłożymy śluzę", "przełożyła książkę o śluzie"),
    "cs": ("zavřeme zdymadlo", "odloží zdymadlo", "přesune zdymadlo"),
    "uk": ("ми закриємо шлюз", "вони відкладуть шлюз", "вони перенесуть шлюз"),
    "ru": ("мы закроем шлюз", "они отложат шлюз", "они перенесут шлюз"),
    "tr": ("kilidi kapatacağız", "kilidi erteleyeceğiz", "kilidi getireceğiz"),
}


@pytest.mark.parametrize("lang", CASES)
def test_verbs_of_putting_off_are_known_and_those_that_only_look_so_are_not(lang: str) -> None:
    act, put_off, other = (tell(words, lang=lang, consequence=words).side for words in CASES[lang])
    assert [find_putting_off(side, side.commitments[0]) is not None for side in (act, put_off, other)] == [False, True, False]


def test_every_language_has_them() -> None:
    assert set(CASES) == set(known_languages())


@pytest.mark.parametrize(
    ("first", "then", "last", "now", "relation"),
    [
        ("promise", "we close the lock", "promise", "we postpone closing the lock", ["softens"]),
        ("threat", "we close the lock", "threat", "we postpone closing the lock", ["softens"]),
        ("promise", "we close the lock", "refusal", "we do not postpone closing the lock", []),
        ("refusal", "we do not close the lock", "promise", "we postpone closing the lock", []),
        ("promise", "we postpone closing the lock", "promise", "we close the lock", []),
        ("promise", "we postpone closing the lock", "promise", "we postpone closing the lock", ["repeats"]),
    ],
)
def test_what_was_to_come_and_is_put_off_is_softened(first: str, then: str, last: str, now: str, relation: list[str]) -> None:
    early = red_line(then, then, name="a", published="2031-03-14", force=first)
    late = red_line(now, now, name="b", published="2031-06-01", force=last)
    assert [link.relation for link in restate(early, late)] == relation


@pytest.mark.parametrize(("ready", "last", "relation"), [(True, "refusal", ["hardens"]), (False, "refusal", []), (True, "threat", [])])
def test_a_refusal_after_readiness_hardens(ready: bool, last: str, relation: list[str]) -> None:
    early = tell("we open the southern lock", name="a", consequence="we open the southern lock", force="promise")
    late = tell("we will not open the southern lock", name="b", consequence="we will not open the southern lock", force=last, published="2031-06-01")
    side = replace(early.side, commitments=(replace(early.side.commitments[0], readiness=ready),))
    assert [r.relation for r in find_recalls([side], [late.side], Matcher(plain_space())) if r.relation != "drops"] == relation


@pytest.mark.parametrize(("holder", "places", "relation"), [("Lindham", ["Lindham"], ["repeats"]), ("Piet Hulst", [], [])])
def test_one_speaker_holds_now_himself_and_now_a_land_that_may_be_his_own_but_no_other_person(holder: str, places: list[str], relation: list[str]) -> None:
    early = tell(
        f"{holder} leaves the coal talks", name="a", consequence=f"{holder} leaves the coal talks", holder=holder, places=places, same={"piet": "lindham", "hulst": "lindham"}
    )
    late = tell("to leave the coal talks", name="b", consequence="to leave the coal talks", published="2031-06-01", same={"leave": "leaves"})
    assert [r.relation for r in find_recalls([early.side], [late.side], Matcher(plain_space()))] == relation
