"""Who speaks where no single name is known: what an article calls its source, several names, nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ids import make_id
from onrecord.records import Mention
from onrecord.views.source_entries import NOT_KNOWN, Source
from onrecord.views.speakers import find_source

from .make import find, make_article, make_attribution


def read(text: str, source: str, lang: str, **kinds: str) -> Source:
    """Return the source of the words "to the harbour" or what stands for them; `kinds` are the names in the article."""
    article = make_article("varn", text, lang=lang)
    said = make_attribution(article, text.split()[-1], source=source, cue="", type="indirect", speaker=None)
    names = tuple(
        Mention(id=make_id("mention", name), article=article.id, span=find(text, name), kind=kind, canonical=name, confidence=0.9, made_by="test@1") for name, kind in kinds.items()
    )
    return find_source([said], {article.id: article}, {article.id: names})


@pytest.mark.parametrize(
    ("text", "source", "lang", "shown"),
    [
        ("Officials in charge said a vote is possible", "Officials in charge", "en", "Officials in charge (not named)"),
        ("Twee diplomaten zeiden dat het kan", "Twee diplomaten", "nl", "Twee diplomaten (not named)"),
        ("Regierungskreise, die ungenannt bleiben wollen, sprachen davon", "Regierungskreise, die ungenannt bleiben wollen", "de", "Regierungskreise (not named)"),
        ("Посадовці кажуть, що можливо", "Посадовці", "uk", "Посадовці (not named)"),
        ("He said so", "He", "en", "Speaker not known"),
        ("Wij zeggen het", "Wij", "nl", "Speaker not known"),
        ("Het is gezegd", "", "nl", "Speaker not known"),
    ],
)
def test_a_source_without_a_name_is_called_what_its_article_calls_it(text: str, source: str, lang: str, shown: str) -> None:
    assert read(text, source, lang).name == shown


@pytest.mark.parametrize(
    ("text", "source", "lang", "names"),
    [
        ("Quill and Brandt said it is over", "Quill and Brandt", "en", ("Quill", "Brandt")),
        ("Quill en Brandt zeiden dat het voorbij is", "Quill en Brandt", "nl", ("Quill", "Brandt")),
        ("Quill i Brandt powiedzieli, że to koniec", "Quill i Brandt", "pl", ("Quill", "Brandt")),
    ],
)
def test_several_names_are_several_speakers(text: str, source: str, lang: str, names: tuple[str, ...]) -> None:
    assert read(text, source, lang, Quill="person", Brandt="person") == Source(names=names)


def test_capitals_speak_for_their_countries_and_a_word_beside_a_name_makes_it_no_name() -> None:
    assert read("Lisbon and Madrid blamed one another", "Lisbon and Madrid", "en", Lisbon="place", Madrid="place").names == ("Portugal", "Spain")
    assert read("A Tidewire reporter asked about it", "A Tidewire reporter", "en", Tidewire="organisation").name == "A Tidewire reporter (not named)"


@pytest.mark.parametrize(
    ("text", "pair", "names"),
    [
        ("Quill and Brandt met. Both sides said so", "Quill and Brandt", ("Quill", "Brandt")),
        ("Norwegian and Swedish officials met. Both sides said so", "Norwegian and Swedish", ("Norway", "Sweden")),
    ],
)
def test_both_sides_are_called_by_the_names_that_they_take_up(text: str, pair: str, names: tuple[str, ...]) -> None:
    article = make_article("varn", text, lang="en")
    said = replace(make_attribution(article, "so", source="Both sides", cue="", type="indirect", speaker=None), speaker_evidence=find(text, pair))
    mentions = tuple(
        Mention(id=name, article=article.id, span=find(text, name), kind="person", canonical=name, confidence=0.9, made_by="test@1") for name in ("Quill", "Brandt") if name in text
    )
    assert find_source([said], {article.id: article}, {article.id: mentions}) == Source(names=names)


def test_names_in_any_telling_come_before_words() -> None:
    article = make_article("varn", "Officials said so. Quill said so.")
    attributions = [make_attribution(article, "so", source=source, cue="", type="indirect", speaker=None) for source in ("Officials", "Quill")]
    name = Mention(id="m", article=article.id, span=find(article.text, "Quill"), kind="person", canonical="Quill", confidence=0.9, made_by="test@1")
    assert find_source(attributions, {article.id: article}, {article.id: (name,)}) == Source(names=("Quill",))
    assert find_source([replace(attributions[0], source=(), speaker_evidence=None)], {article.id: article}, {}) == NOT_KNOWN


@pytest.mark.parametrize(
    ("text", "source", "lang"),
    [
        ("Quill was in Korva. Her spokesman said so", "Her spokesman", "en"),
        ("Quill was in Korva. Haar woordvoerder zei het", "Haar woordvoerder", "nl"),
        ("Quill war in Korva. Ihr Sprecher sagte es", "Ihr Sprecher", "de"),
        ("Quill était à Korva. Son porte-parole le dit", "Son porte-parole", "fr"),
        ("Quill estaba en Korva. Su portavoz lo dijo", "Su portavoz", "es"),
        ("Quill era a Korva. Il suo portavoce lo dice", "Il suo portavoce", "it"),
        ("Quill estava em Korva. O seu porta-voz disse isso", "O seu porta-voz", "pt"),
        ("Quill była w Korvie. Jej rzecznik to mówi", "Jej rzecznik", "pl"),
        ("Quill byla v Korvě. Její mluvčí to řekl", "Její mluvčí", "cs"),
        ("Quill була в Корві. Її речник це сказав", "Її речник", "uk"),
        ("Quill была в Корве. Её пресс-секретарь это сказал", "Её пресс-секретарь", "ru"),
    ],
)
def test_her_spokesman_is_no_name(text: str, source: str, lang: str) -> None:
    assert read(text, source, lang, Quill="person").name == "a spokesperson of Quill (not named)"
    assert read(text, source, lang).name == "Speaker not known"


def test_whose_spokesman_is_not_told_where_two_are_named_or_he_is_theirs() -> None:
    both = "Quill met Brandt. Her spokesman said so"
    assert read(both, "Her spokesman", "en", Quill="person", Brandt="person").name == "Speaker not known"
    assert read("Quill left. Their spokesman said so", "Their spokesman", "en", Quill="person").name == "Speaker not known"
    assert read("Quill left. Her sister said so", "Her sister", "en", Quill="person").name == "Speaker not known"


@pytest.mark.parametrize(
    ("text", "source", "lang", "meant", "shown"),
    [
        ("The diplomat called it over. He said so", "He", "en", "The diplomat", "The diplomat (not named)"),
        ("Diplomat to odmítl. Dodal, že skončil", "", "cs", "Diplomat", "Diplomat (not named)"),
        ("Дипломат отказался. Он добавил это", "Он", "ru", "Дипломат", "Дипломат (not named)"),
        (
            "Ein Beamter der Hafenbehörde, der ungenannt bleiben will, lehnte ab. Er sagte es",
            "Er",
            "de",
            "Ein Beamter der Hafenbehörde, der ungenannt bleiben will",
            "Ein Beamter der Hafenbehörde (not named)",
        ),
        ("Her spokesman refused. He said so", "He", "en", "Her spokesman", "Speaker not known"),
    ],
)
def test_a_pronoun_is_called_by_the_words_for_whom_it_takes_up(text: str, source: str, lang: str, meant: str, shown: str) -> None:
    article = make_article("varn", text, lang=lang)
    said = make_attribution(article, text.split()[-1], source=source, cue="", type="indirect", speaker=None)
    assert find_source([replace(said, speaker_evidence=find(text, meant))], {article.id: article}, {}).name == shown
