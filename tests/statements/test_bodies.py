"""Sources without a person's name are of a kind: the police are no witnesses, and a school is no court."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.statements.agreement import Key, names_agree, speakers_agree
from onrecord.statements.bodies import find_bodies
from onrecord.statements.features import Tellings, find_possible
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side

from .tellings import tell

WORDS = "the ferry left the northern pier before the storm had reached the bay"
POLICE = {
    "en": "Harbour police", "nl": "De politie", "de": "Die Polizei", "fr": "La police", "es": "La policía", "it": "La polizia", "pt": "A polícia", "pl": "Policja", "cs": "Policie",
    "uk": "Поліція", "ru": "Полиция", "tr": "Polis",
}  # fmt: skip
WITNESSES = {
    "en": "Two witnesses", "nl": "Twee getuigen", "de": "Zwei Zeugen", "fr": "Deux témoins", "es": "Dos testigos", "it": "Due testimoni", "pt": "Duas testemunhas", "pl": "Dwaj świadkowie",
    "cs": "Dva svědkové", "uk": "Двоє свідків", "ru": "Двое свидетелей", "tr": "Tanıklar",
}  # fmt: skip


def say(source: str, lang: str = "en", speaker: str | None = None, how: str = "unnamed source", name: str = "a") -> Side:
    return tell(WORDS, lang=lang, name=name, speaker=speaker, speaker_how=how, source=source).side


def test_every_language_knows_every_kind() -> None:
    table = tomllib.loads((files("onrecord.statements") / "bodies.toml").read_text("utf-8"))
    assert set(table) == set(POLICE)
    for lang, kinds in table.items():
        assert set(kinds) == set(table["en"]), lang
        for kind, words in kinds.items():
            for word in words if kind != "endings" else ():
                side = say(f"xx {word} yy", lang)
                assert [key for key, _ in find_nouns(side, side.attribution.source, "bodies.toml")] == [kind], (lang, word)


@pytest.mark.parametrize("lang", sorted(POLICE))
def test_the_police_are_no_witnesses_in_any_language(lang: str) -> None:
    assert find_bodies(say(POLICE[lang], lang)) == {"police"}
    assert speakers_agree(say(POLICE[lang], lang), say(WITNESSES[lang], lang, name="b")) is False
    assert speakers_agree(say(POLICE[lang], lang), say(POLICE["en"], name="b")) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The school", "Deputies", False),
        ("The victim's mother", "A hospital", False),
        ("The family's lawyer", "Her relatives", None),  # he may speak for them
        ("School police", "The school", None),
        ("The sheriff’s office", "Two neighbours", False),
        ("Officials", "The police", None),  # who may be of any kind
        ("A spokesman", "Neighbours", None),
    ],
)
def test_a_source_is_of_every_kind_that_its_words_name(left: str, right: str, expected: bool | None) -> None:
    assert speakers_agree(say(left), say(right, name="b")) is expected
    assert speakers_agree(say(right), say(left, name="b")) is expected


def test_a_person_with_a_name_is_of_no_kind() -> None:
    assert speakers_agree(say("Police chief Ada Quill", speaker="Ada Quill", how="named"), say("The school", name="b")) is None
    assert tell(WORDS, speaker="Ada Quill", speaker_how="named", source="Police chief Ada Quill").told.gist.bodies == ()
    assert tell(WORDS, speaker=None, speaker_how="unnamed source", source="The police").told.gist.bodies == ("police",)


def test_one_name_is_one_source_whatever_its_words() -> None:
    police, court = frozenset({"police"}), frozenset({"justice"})
    assert names_agree(Key("Harbour Board", True, bodies=police), Key("Harbour Board", True, bodies=court)) is True
    assert names_agree(Key("Harbour Board", True, bodies=police), Key("Bay Court", True, bodies=court)) is False


def test_the_same_words_may_be_one_utterance_all_the_same() -> None:
    def possible(words: str) -> bool:
        told = [
            tell(text, name=name, speaker=None, speaker_how="unnamed source", source=source).sketch
            for text, name, source in ((WORDS, "a", "The police"), (words, "b", "Witnesses"))
        ]
        return bool(find_possible(Tellings(told[0]), Tellings(told[1]))[0, 0])

    assert possible(WORDS)
    assert not possible("the ferry had left the pier when the storm came")
