"""A condition without a sign is not called untold where passages tell of its event under another condition of the same speaker."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from onrecord.records import Standing
from onrecord.statements.beside import look_beside
from onrecord.statements.sameness import read_nature
from onrecord.statements.standing import SILENT
from onrecord.statements.watches import Place, Watched

from .tellings import tell

WORDS = {  # language: a condition with a sign, another about the same event, one about another event
    "en": ("a referendum is held in {}", "the referendum in {} counts", "the bridges in {} are closed"), "de": ("ein Referendum in {} stattfindet", "das Referendum in {} zählt", "die Brücken in {} schließen"),
    "fr": ("un référendum a lieu à {}", "le référendum de {} compte", "les ponts de {} ferment"), "es": ("se celebra un referendo en {}", "cuenta el referendo en {}", "cierran los puentes de {}"),
    "it": ("si tiene un referendum a {}", "vale il referendum a {}", "i ponti di {} chiudono"), "nl": ("er een referendum komt in {}", "het referendum in {} telt", "de bruggen in {} sluiten"),
    "pt": ("houver um referendo em {}", "valer o referendo em {}", "fecharem as pontes em {}"), "pl": ("odbędzie się referendum w {}", "referendum w {} będzie ważne", "zamkną mosty w {}"),
    "cs": ("se koná referendum v {}", "referendum v {} bude platit", "zavřou mosty v {}"), "uk": ("проведуть референдум у {}", "референдум у {} визнають", "закриють мости у {}"),
    "ru": ("проведут референдум в {}", "референдум в {} признают", "закроют мосты в {}"), "tr": ("{} referandumu yapılırsa", "{} referandumu sayılırsa", "{} köprüleri kapanırsa"),
}  # fmt: skip


def watch(words: str, lang: str, place: str, statement: str, force: str = "threat") -> Watched:
    telling = tell(f"we leave: {words}", lang=lang, consequence="we leave", conditions=[("trigger", words)], places=[place], force=force, name=words)
    (commitment,) = telling.analysis.commitments
    nature = read_nature(telling.analysis.article, telling.side.pack, telling.analysis.mentions, commitment, commitment.conditions[0])
    return Watched(places=(Place(commitment=commitment, condition=commitment.conditions[0], words=words, lang=lang, statement=statement, nature=nature),))


def stand(watched: Watched, id: str, signs: tuple[str, ...], reason: str = SILENT[0]) -> Standing:
    (place,) = watched.places
    return Standing(
        id=id, statement=place.statement, commitment=place.commitment.id, article=place.commitment.article, span=place.condition.span, condition=place.words, state="open", since=None,
        deadline=None, signs=signs, accounts=len(signs), reason=reason, made_by="t@1",
    )  # fmt: skip


def look(first: Watched, second: Watched, speakers: Mapping[str, str | None], *, reason: str = SILENT[0], signs: tuple[str, ...] = ("sign",)) -> Standing:
    """Return where the second of two conditions stands, of which the first has signs."""
    standings = [stand(first, "first", signs), stand(second, "second", (), reason)]
    return list(look_beside([first, second], standings, speakers))[1]


SPEAKERS = {"one": "Tamsin Orlay", "other": "Tamsin Orlay", "his": "Piet Hulst"}


@pytest.mark.parametrize("lang", WORDS)
def test_a_condition_about_the_event_of_another_one_with_signs_names_it(lang: str) -> None:
    held, counts, closed = (words.format("Korva") for words in WORDS[lang])
    first = watch(held, lang, "Korva", "one")
    found = look(first, watch(counts, lang, "Korva", "other"), SPEAKERS)
    assert (found.beside, found.reason) == ("first", f"passages that may be about it stand under “{held}”")
    assert look(first, watch(closed, lang, "Korva", "other"), SPEAKERS).beside is None
    assert look(first, watch(counts, lang, "Korva", "his"), SPEAKERS).beside is None
    assert look(first, watch(WORDS[lang][1].format("Lindham"), lang, "Lindham", "other"), SPEAKERS).beside is None


def test_an_offer_a_watch_without_signs_and_a_speaker_nobody_names_stand_beside_nothing() -> None:
    held, counts, _ = (words.format("Korva") for words in WORDS["en"])
    first, second = watch(held, "en", "Korva", "one"), watch(counts, "en", "Korva", "other")
    assert look(first, watch(counts, "en", "Korva", "other", force="offer"), SPEAKERS).beside is None
    assert look(first, second, SPEAKERS, signs=()).beside is None
    assert look(first, second, {"one": None, "other": None}).beside is None


def test_what_is_known_of_its_deadline_stays_in_the_reason() -> None:
    held, counts, _ = (words.format("Korva") for words in WORDS["en"])
    found = look(watch(held, "en", "Korva", "one"), watch(counts, "en", "Korva", "other"), SPEAKERS, reason="the deadline passed")
    assert found.reason == f"the deadline passed; passages that may be about it stand under “{held}”"
