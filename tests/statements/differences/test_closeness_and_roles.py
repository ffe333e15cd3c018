"""A place told more closely, a person told by another role, and what one telling leaves out, in several languages."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import numpy as np
import pytest

from onrecord.records import Difference, Span
from onrecord.statements.differences.actors import GROUP
from onrecord.statements.differences.closeness import CLOSER
from onrecord.statements.differences.logic import find_condition_changes
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.nouns import WHOLE, find_nouns
from onrecord.statements.sides import FloatArray

from ..tellings import Telling, compare, tell

LANGS = ("en", "nl", "de", "fr", "es", "it", "pt", "pl", "cs", "uk", "ru", "tr")


def on(condition: str, name: str, lang: str = "en", **more: object) -> Telling:
    """Return a threat on one trigger."""
    return tell(f"we leave if {condition}", name=name, lang=lang, consequence="we leave", conditions=[("trigger", condition)], **more)  # type: ignore[arg-type]


def cut(found: Difference, *tellings: Telling) -> list[str | None]:
    """Return the words on both sides of a difference."""
    return [span.of(t.side.article.text) if span else None for span, t in zip(found.spans, tellings, strict=True)]


def places(left: Telling, right: Telling) -> list[tuple[list[str | None], bool]]:
    """Return the words of each other place, and whether it is one place told more closely."""
    return [(cut(d, left, right), d.reason.startswith(CLOSER)) for d in compare(left, right) if d.label == "place_changed"]


def test_a_place_inside_a_shared_place_is_told_more_closely_and_the_shared_one_is_not_missing() -> None:
    bare, close = on("men are killed in Korva", "a", places=["Korva"]), on("men are killed in the Lindal-works in Korva", "b", places=["Korva", "Lindal"])
    assert places(bare, close) == [(["Korva", "the Lindal-works in Korva"], True)]
    assert places(close, bare) == [(["the Lindal-works in Korva", "Korva"], True)]
    assert places(bare, on("men are killed in Korva", "b", places=["Korva"])) == []


def test_a_country_only_says_where_a_shared_place_lies() -> None:
    bare, close = on("men are killed in Korva", "a", places=["Korva"]), on("men are killed in Korva in Ukraine", "b", places=["Korva", "Ukraine"])
    assert places(bare, close) == []


@pytest.mark.parametrize(
    ("lang", "town", "province", "shown"),
    [
        ("en", "men die in Korva", "men die in the Korva province", "the Korva province"), ("nl", "mannen sterven in Korva", "mannen sterven in de provincie Korva", "de provincie Korva"),
        ("es", "mueren hombres en Korva", "mueren hombres en la provincia de Korva", "la provincia de Korva"), ("de", "Männer sterben in Korva", "Männer sterben in der Region Korva", "der Region Korva"),
    ],
)  # fmt: skip
def test_a_province_is_not_its_town(lang: str, town: str, province: str, shown: str) -> None:
    assert places(on(town, "a", lang, places=["Korva"]), on(province, "b", lang, places=["Korva"])) == [(["Korva", shown], True)]


@pytest.mark.parametrize(
    ("lang", "town", "inside", "shown"),
    [
        ("en", "men die in Korva", "men die at the market in Korva", "the market in Korva"), ("fr", "des hommes tombent à Korva", "des hommes tombent au marché de Korva", "marché de Korva"),
        ("de", "Männer sterben in Korva", "Männer sterben am Bahnhof von Korva", "Bahnhof von Korva"), ("pl", "ludzie giną w Korva", "ludzie giną w szpitalu w Korva", "szpitalu w Korva"),
        ("ru", "люди гибнут в Korva", "люди гибнут в больнице в Korva", "больнице в Korva"), ("en", "men die in Korva", "men die in the city of Korva", None),
    ],
)  # fmt: skip
def test_a_market_in_a_town_is_told_more_closely_and_the_town_is_a_town(lang: str, town: str, inside: str, shown: str | None) -> None:
    found = places(on(town, "a", lang, places=["Korva"]), on(inside, "b", lang, places=["Korva"]))
    assert found == ([] if shown is None else [(["Korva", shown], True)])


def groups(left: Telling, right: Telling) -> list[list[str | None]]:
    """Return the words of other groups of people and roles."""
    return [cut(d, left, right) for d in compare(left, right) if d.label == "actor_changed" and d.reason.startswith(GROUP)]


@pytest.mark.parametrize(
    ("lang", "left", "right", "words"),
    [
        ("en", "neighbours called for help", "witnesses called for help", ["neighbours", "witnesses"]),
        ("en", "people called for help", "witnesses called for help", ["people", "witnesses"]),
        ("nl", "buren riepen om hulp", "getuigen riepen om hulp", ["buren", "getuigen"]),
        ("fr", "les avocats ont appelé", "les témoins ont appelé", ["avocats", "témoins"]),
        ("pl", "sąsiedzi wezwali pomoc", "świadkowie wezwali pomoc", ["sąsiedzi", "świadkowie"]),
        ("ru", "соседи вызвали помощь", "свидетели вызвали помощь", ["соседи", "свидетели"]),
        ("tr", "komşular yardım çağırdı", "tanıklar yardım çağırdı", ["komşular", "tanıklar"]),
    ],
)
def test_another_role_is_another_group_of_people(lang: str, left: str, right: str, words: list[str]) -> None:
    assert groups(tell(left, lang=lang), tell(right, lang=lang, name="b")) == [words]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "a man was held", "a person was held"), ("en", "a man was held", "a suspect was held"), ("de", "ein Mann wurde gefasst", "eine Person wurde gefasst"),
        ("it", "un uomo fu preso", "una persona fu presa"), ("uk", "чоловік був там", "людина був там"),
    ],
)  # fmt: skip
def test_a_person_and_a_role_may_be_the_man_of_the_other_telling(lang: str, left: str, right: str) -> None:
    assert groups(tell(left, lang=lang), tell(right, lang=lang, name="b")) == []


def test_every_language_knows_every_role() -> None:
    table = tomllib.loads((files("onrecord.statements") / "roles.toml").read_text("utf-8"))
    assert set(table) == set(LANGS)
    assert all(set(roles) <= set(table["en"]) and len(roles) >= 10 for roles in table.values())
    for lang, roles in table.items():
        for role, words in roles.items():
            for word in words if role not in ("endings",) else ():
                side = tell(f"xx {word} yy", lang=lang).side
                assert [key for key, _ in find_nouns(side, side.attribution.content, "roles.toml")] == [role], (lang, word)
    assert WHOLE in table["en"]


def test_an_office_is_not_its_officials() -> None:
    body = {"speaker": None, "speaker_how": "unnamed source"}
    office = tell("the ferry sank at dawn", source="the harbour office", **body)  # type: ignore[arg-type]
    officials = tell("the ferry sank at dawn", source="officials", name="b", **body)  # type: ignore[arg-type]
    same = tell("the ferry sank at dawn", source="the harbour offices", name="c", **body)  # type: ignore[arg-type]
    assert "actor_changed" in {d.label for d in compare(office, officials)}
    assert "actor_changed" not in {d.label for d in compare(office, same)}


def left_out(left: Telling, right: Telling) -> list[list[str | None]]:
    return [cut(d, left, right) for d in compare(left, right) if d.label == "truncated"]


def test_across_languages_only_a_whole_clause_with_a_name_or_a_figure_is_left_out() -> None:
    short = tell("haven dicht vannacht", lang="nl", name="b", same={"haven": "port", "dicht": "closes", "vannacht": "tonight"})
    assert left_out(tell("the port closes tonight because pilots refuse every night shift since Sunday"), short) == []
    named = tell("the port closes tonight, and pilots of Korva refuse every shift", places=["Korva"])
    assert left_out(named, short) == [["pilots of Korva refuse every shift", None]]
    assert left_out(tell("the port closes tonight, and pilots refuse every shift"), short) == []


def test_what_is_left_out_is_cut_in_no_name_and_no_compound() -> None:
    named = tell("the port closes tonight after talks with Ada Quill", persons=["Ada Quill"])
    assert left_out(named, tell("the port closes tonight", name="b")) == [["talks with Ada Quill", None]]
    compound = tell("the port closes tonight for long half-day repairs")
    assert left_out(compound, tell("the port closes tonight for a day repairs", name="b")) == [["long half-day", None]]


@pytest.mark.parametrize(("lang", "whole", "part", "shown"), [
    ("en", "the port closes tonight after stormy talks with Minister Ada Quill", "the port closes tonight says Quill", "stormy talks"),
    ("de", "der Hafen schließt heute nach stürmischen Gesprächen mit Minister Ada Quill", "der Hafen schließt heute sagt Quill", "stürmischen Gesprächen"),
    ("pl", "port zamkną dzisiaj po burzliwych rozmowach z minister Adą Quill", "port zamkną dzisiaj mówi Quill", "burzliwych rozmowach"),
])  # fmt: skip
def test_a_name_is_missing_only_where_no_part_of_it_is_told(lang: str, whole: str, part: str, shown: str) -> None:
    name = " ".join(whole.split()[-3:])
    found = left_out(tell(whole, lang=lang, persons=[name]), tell(part, lang=lang, name="b", persons=["Quill"]))
    assert found == [[shown, None]]


def test_a_word_that_only_resembles_one_of_another_condition_does_not_tell_this_one() -> None:
    left = tell("we leave if men die and if votes fall", consequence="we leave", conditions=[*told_by("men die"), *told_by("votes fall")])
    right = tell("wij gaan als mannen sterven", lang="nl", name="b", consequence="wij gaan", conditions=told_by("mannen sterven"))
    ours = {"we": (1, 0, 0), "leave": (0, 1, 0), "men": (0, 0, 1), "die": (0, 0, 1), "votes": (0, 0.8, 0.6), "fall": (0, 0.8, 0.6)}
    theirs = {"wij": (1, 0, 0), "gaan": (0, 1, 0), "mannen": (0, 0, 1), "sterven": (0, 0, 1)}
    pair = Pair(left.side, right.side, rows(left, ours), rows(right, theirs))
    assert [f.label for f in find_condition_changes(pair)] == ["omitted_condition"]


def told_by(words: str) -> list[tuple[str, str]]:
    """Return one trigger."""
    return [("trigger", words)]


def rows(telling: Telling, vectors: dict[str, tuple[float, ...]]) -> tuple[list[Span], FloatArray]:
    """Return the words of a telling that have a vector, with it."""
    words = [span for span in telling.side.meaning_words if telling.side.cut(span) in vectors]
    return words, np.asarray([vectors[telling.side.cut(span)] for span in words], dtype=np.float32)


@pytest.mark.parametrize(("name", "other", "spellings"), [("Tamsin Orlay", "Orley", ["`Orlay` / `Orley`"]), ("Guard’s Court", "Guard's Court", []), ("Ada Orlay", "Ada Orlay", [])])
def test_a_surname_alone_may_be_spelled_otherwise_and_an_apostrophe_is_no_spelling(name: str, other: str, spellings: list[str]) -> None:
    found = compare(tell("the port closes", source=name, speaker="x"), tell("the port closes", source=other, speaker="x", name="b"))
    assert [d.reason for d in found if d.label == "spelling_variant"] == spellings


def test_what_stands_beside_the_content_in_its_sentence_is_not_left_out() -> None:
    fuller = tell("the port closes tonight on Sunday afternoon")
    assert left_out(fuller, tell("the port closes tonight", name="b")) == [["Sunday afternoon", None]]
    assert left_out(fuller, tell("the port closes tonight", name="b", occasion="on Sunday afternoon")) == []


def test_each_name_in_two_spellings_is_told_once() -> None:
    left = tell("Korvanka lies on Lindalka", places=["Korvanka", "Lindalka"])
    right = tell("Korvenka lies on Lindelka", places=["Korvenka", "Lindelka"], name="b")
    assert [d.reason for d in compare(left, right) if d.label == "spelling_variant"] == ["`Korvanka` / `Korvenka`", "`Lindalka` / `Lindelka`"]
