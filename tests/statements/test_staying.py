"""What a speaker would end and now leaves as it is: the threat is given up, not repeated, and not made harder by "regardless"."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.languages.pack import known_languages
from onrecord.statements.staying import is_left_undone

from .test_positions import red_line, restate
from .test_regardless import later

CASES = [
    ("en", "we will close the harbour line", "the harbour line will stay open"),
    ("nl", "wij sluiten de havenlijn", "de havenlijn blijft open"),
    ("de", "wir schließen die Hafenbahn", "die Hafenbahn bleibt geöffnet"),
    ("fr", "nous fermerons le port", "le port restera ouvert"),
    ("es", "cerraríamos la línea", "la línea permanecerá abierta"),
    ("it", "chiuderemo la linea", "la linea resterà aperta"),
    ("pt", "fecharemos a linha", "a linha permanecerá aberta"),
    ("pl", "zamkniemy linię", "linia pozostanie otwarta"),
    ("cs", "zavřeme trať", "trať zůstane otevřená"),
    ("uk", "вони закриють лінію", "лінія залишиться відкритою"),
    ("ru", "они закроют линию", "линия останется открытой"),
    ("tr", "hattı kapatacağız", "hat açık kalacak"),
]


@pytest.mark.parametrize(("lang", "act", "state"), CASES)
def test_what_stays_is_what_the_deed_would_end(lang: str, act: str, state: str) -> None:
    early, late = later(act, act, lang=lang), later(state, state, lang=lang, force="promise")
    (threat,), (kept,) = early.side.commitments, late.side.commitments
    assert is_left_undone(early.side, threat, late.side, kept)
    assert not is_left_undone(late.side, kept, early.side, threat)


@pytest.mark.parametrize(
    ("lang", "act", "state"),
    [
        ("en", "we will close the harbour line", "the harbour line will not stay open"),
        ("en", "we will close the harbour line", "the harbour line will stay closed"),
        ("en", "we will not close the harbour line", "the harbour line will stay open"),
        ("cs", "zavřeme trať", "trať nezůstane otevřená"),
        ("de", "wir verlassen das Bündnis", "die Hafenbahn bleibt geöffnet"),
    ],
)
def test_what_does_not_stay_or_another_deed_would_end_is_none(lang: str, act: str, state: str) -> None:
    early, late = later(act, act, lang=lang), later(state, state, lang=lang)
    assert not is_left_undone(early.side, early.side.commitments[0], late.side, late.side.commitments[0])


def test_a_line_that_stays_open_in_any_case_drops_the_threat_to_close_it() -> None:
    early = red_line("we close the harbour line if a referendum is held", "we close the harbour line", "a referendum is held", name="early", published="2031-03-14")
    for force in ("threat", "promise"):
        late = later("the harbour line stays open whether or not a referendum is held", "the harbour line stays open", ("trigger", "or not a referendum is held"), force=force)
        assert [r.relation for r in restate(early, late)] == ["drops"], force


def test_every_language_has_words_for_staying() -> None:
    table = tomllib.loads((files("onrecord.statements") / "staying.toml").read_text("utf-8"))
    assert all(set(words) == set(known_languages()) for words in table.values())
