"""A family name alone goes to nobody of the family whom the words beside it exclude."""

from __future__ import annotations

import random

import pytest

from onrecord.mentions import families
from onrecord.names.given import gender_of_given
from onrecord.names.keys import names_match
from tests.attributions.make import read


def canonicals(marked: str, lang: str, words: str) -> list[str]:
    reading = read(marked, lang)
    return [m.canonical for m in reading.mentions if m.span.of(reading.article.text) == words]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President Orlan spoke. His wife, Maria Orlan, listened. Orlan left."),
        ("en", "President Orlan spoke. Maria Orlan, the first lady, listened. Orlan left."),
        ("nl", "President Orlan sprak. Zijn vrouw, Maria Orlan, luisterde. Orlan vertrok."),
        ("de", "Präsident Orlan sprach. Seine Ehefrau Maria Orlan hörte zu. Orlan ging."),
        ("fr", "Le président Orlan a parlé. Son épouse, Maria Orlan, écoutait. Orlan est parti."),
        ("es", "El presidente Orlan habló. Su esposa, Maria Orlan, escuchaba. Orlan se fue."),
        ("it", "Il presidente Orlan ha parlato. La moglie, Maria Orlan, ascoltava. Orlan è uscito."),
        ("pt", "O presidente Orlan falou. A mulher, Maria Orlan, ouvia. Orlan saiu."),
        ("pl", "Prezydent Orlan przemówił. Jego żona Maria Orlan słuchała. Orlan wyszedł."),
        ("cs", "Prezident Orlan promluvil. Jeho manželka Maria Orlan poslouchala. Orlan odešel."),
        ("uk", "Президент Орлан виступив. Його дружина Марія Орлан слухала. Орлан пішов."),
        ("ru", "Президент Орлан выступил. Его жена Мария Орлан слушала. Орлан ушёл."),
        ("tr", "Cumhurbaşkanı Orlan konuştu. Eşi Maria Orlan dinledi. Orlan ayrıldı."),
    ],
)
def test_the_husband_is_not_the_wife_who_alone_is_named_in_full(lang: str, text: str) -> None:
    full, family = ("Марія Орлан", "Орлан") if lang == "uk" else ("Мария Орлан", "Орлан") if lang == "ru" else ("Maria Orlan", "Orlan")
    assert canonicals(f"{text}\n@per {full}; {family}", lang, family) == [family, family]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mr. Orlan spoke. Maria Orlan listened."),
        ("nl", "De heer Orlan sprak. Maria Orlan luisterde."),
        ("de", "Herr Orlan sprach. Maria Orlan hörte zu."),
        ("fr", "M. Orlan a parlé. Maria Orlan écoutait."),
        ("es", "El señor Orlan habló. Maria Orlan escuchaba."),
        ("tr", "Orlan Bey konuştu. Maria Orlan dinledi."),
    ],
)
def test_a_courtesy_title_of_the_other_sex_is_another_person(lang: str, text: str) -> None:
    assert canonicals(f"{text}\n@per Maria Orlan; Orlan", lang, "Orlan") == ["Orlan"]


def test_of_two_in_full_the_title_decides() -> None:
    text = "President Viktor Orlan met Maria Orlan. President Orlan spoke. Mrs. Orlan left. Orlan stayed.\n@per Viktor Orlan; Maria Orlan; Orlan"
    assert canonicals(text, "en", "Orlan") == ["Viktor Orlan", "Maria Orlan", "Orlan"]


def test_a_headline_before_the_full_name_is_that_person_all_the_same() -> None:
    assert canonicals("Orlan leaves\nPresident Maria Orlan left. Mrs. Orlan was tired.\n@per Maria Orlan; Orlan", "en", "Orlan") == ["Maria Orlan", "Maria Orlan"]


def test_a_headline_about_a_son_is_about_the_son() -> None:
    assert canonicals("Orlan jailed\nThe minister’s son Viktor Orlan was jailed. Orlan left.\n@per Viktor Orlan; Orlan", "en", "Orlan") == ["Viktor Orlan", "Viktor Orlan"]


def test_a_wife_who_alone_bears_the_name_keeps_it() -> None:
    assert canonicals("Josip Tarn left. His wife, Maria Orlan, stayed. Orlan was tired.\n@per Josip Tarn; Maria Orlan; Orlan", "en", "Orlan") == ["Maria Orlan"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("John Tarn", "masculine"),
        ("Михайло Тарн", "masculine"),
        ("Ayşe Tarn", "feminine"),
        ("Anne-Marie Tarn", "feminine"),
        ("Andrea Tarn", None),
        ("Jan Tarn", None),
        ("Maria", None),
    ],
)
def test_a_given_name_tells_the_sex_only_where_it_does_so_everywhere(name: str, gender: str | None) -> None:
    assert gender_of_given(name) == gender


@pytest.mark.parametrize(
    ("lang", "text", "father", "son"),
    [
        ("en", "Karl Orlan Sr. met his son, Karl Orlan Jr. Orlan spoke.", "Karl Orlan Sr", "Karl Orlan Jr"),
        ("fr", "Karl Orlan a vu son fils, Karl Orlan junior. Orlan a parlé.", "Karl Orlan", "Karl Orlan junior"),
        ("cs", "Karl Orlan st. potkal syna, je to Karl Orlan ml. Orlan promluvil.", "Karl Orlan st", "Karl Orlan ml"),
        ("ru", "Карл Орлан встретил сына, это Карл Орлан-младший. Орлан говорил.", "Карл Орлан", "Карл Орлан-младший"),
    ],
)
def test_a_family_name_alone_is_neither_fathers_nor_sons(lang: str, text: str, father: str, son: str) -> None:
    family = father.split()[1]
    reading = read(f"{text}\n@per {son}; {father}; {family}", lang)
    assert {m.canonical for m in reading.mentions} == {father, son, family}


@pytest.mark.parametrize(
    "text",
    [
        "Karl Orlan met his son, Karl Orlan Jr. Orlan Jr. smiled. Orlan spoke.\n@per Karl Orlan Jr; Karl Orlan; Orlan Jr; Orlan",
        "Orlan speaks\nKarl Orlan met his son, Karl Orlan Jr. Orlan spoke.\n@per Karl Orlan Jr; Karl Orlan; Orlan",
    ],
)
def test_the_family_name_alone_is_the_fathers_where_the_son_keeps_his_suffix(text: str) -> None:
    assert set(canonicals(text, "en", "Orlan")) == {"Karl Orlan"}


def test_a_family_name_is_the_only_bearers_with_a_suffix() -> None:
    assert canonicals("Karl Orlan Jr. came. Orlan spoke.\n@per Karl Orlan; Orlan", "en", "Orlan") == ["Karl Orlan Jr"]


def test_of_many_names_each_is_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(families, "names_match", lambda left, right: calls.append(left) or names_match(left, right))
    rng = random.Random(1)
    written = ["".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3)).capitalize() for _ in range(600)]
    families.group_persons([f"Mira {name}" for name in written] + [name.swapcase() for name in written], "en")
    assert len(calls) < 6 * len(written)  # of 600 names with 600 there are 180,000 pairs
