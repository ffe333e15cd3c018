"""What a telling is compared by: numbers count on their own, once, and a time of day is one of them; and what its conditions wait for."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.kinship import Gist
from onrecord.records import Span
from onrecord.statements.about import Done, Reading, is_about
from onrecord.statements.features import Tellings, compare_tellings
from onrecord.statements.gists import list_watches
from onrecord.statements.space import plain_space
from onrecord.statements.words import weigh_word

from .tellings import tell


def count_numbers(text: str, lang: str) -> int:
    return len(np.frombuffer(read(text, lang).numbers, dtype="<u8"))


def read(text: str, lang: str) -> Gist:
    return tell(text, lang=lang).told.gist


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("the ferry sank at 11:30 p.m. off the pier", "en", 1),
        ("die Fähre sank um 11.30 Uhr vor dem Pier", "de", 1),
        ("le ferry a coulé à 11h30 devant la jetée", "fr", 1),
        ("le ferry a coulé à 11 h 30 devant la jetée", "fr", 1),
        ("паром затонул в 11:30 у причала", "ru", 1),
        ("the ferry sank with 11 men and 30 crates", "en", 2),
        ("die Fähre sank nach 11 Stunden und 30 Minuten", "de", 2),
        ("the ferry held 1,130 crates", "en", 1),
    ],
)
def test_a_time_of_day_is_one_number(text: str, lang: str, expected: int) -> None:
    assert count_numbers(text, lang) == expected


def test_a_time_is_the_same_in_any_spelling() -> None:
    spelled = [("the ferry sank at 11:30", "en"), ("die Fähre sank um 11.30", "de"), ("le ferry a coulé à 11h30", "fr")]
    assert len({read(text, lang).numbers for text, lang in spelled}) == 1


def test_a_number_is_no_shared_word_beside_a_shared_number() -> None:
    left, right = (Tellings(tell(text, name=name).sketch) for text, name in (("the ferry sank at 11:30", "a"), ("a thief fled the market at 11:30", "b")))
    found = compare_tellings(left, right, plain_space())
    assert found["shared_numbers"][0, 0] > 0
    assert found["shared_stems_best"][0, 0] == 0


STAGED = [
    ("en", "we leave if Norland holds a referendum in Korva", "we leave", "Norland holds a referendum in Korva", "refer"),
    ("de", "wir gehen, wenn in Korva ein Referendum abgehalten wird", "wir gehen", "in Korva ein Referendum abgehalten wird", "refer"),
    ("pt", "saímos se for realizado um referendo em Korva", "saímos", "for realizado um referendo em Korva", "refer"),
    ("en", "we leave if Norland closes the strait", "we leave", "Norland closes the strait", ""),
]


@pytest.mark.parametrize(("lang", "content", "consequence", "condition", "event"), STAGED)
def test_a_condition_that_tells_the_stage_of_an_event_waits_for_that_event(lang: str, content: str, consequence: str, condition: str, event: str) -> None:
    places = [name for name in ("Norland", "Korva") if name in condition]
    side = tell(content, lang=lang, consequence=consequence, conditions=[("trigger", condition)], places=places).side
    rarity = {"referendum": 0.3, "referendo": 0.8, "holds": 0.5, "strait": 0.5, "closes": 0.4}
    (watch,) = list_watches(side, lambda word: 0.0 if word == "for" else rarity.get(word.casefold(), 0.2))
    assert watch.staged == event
    reading = Reading(article=side.article, pack=side.pack, sentences=(), supposed=())
    assert is_about(watch, Span(start=0, end=1), frozenset(watch.stems), Done(reading))
    assert not event or not is_about(watch, Span(start=0, end=1), frozenset(watch.stems) - {event}, Done(reading))


def test_a_word_with_a_hyphen_is_as_rare_as_its_first_part() -> None:
    assert weigh_word("Norland-controlled", lambda word: {"Norland": 0.2}.get(word, 1.0)) == 0.2
