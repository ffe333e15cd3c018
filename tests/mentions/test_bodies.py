"""The name of a body before a family name belongs to the office, not to the person."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


def names(marked: str, lang: str) -> list[tuple[str, str, str]]:
    reading = read(marked, lang)
    return [(m.span.of(reading.article.text), m.kind, m.canonical) for m in reading.mentions]


@pytest.mark.parametrize(
    ("lang", "text", "body", "joined", "full"),
    [
        ("cs", "Říká to šéf Norvexu Tarn. Ředitel Norvexu Josip Tarn odešel.", "Norvexu", "Norvexu Tarn", "Josip Tarn"),
        ("pl", "Mówi to prezes Norveksu Tarn. Dyrektor Norveksu Josip Tarn wyszedł.", "Norveksu", "Norveksu Tarn", "Josip Tarn"),
        ("uk", "Так каже директор Норвексу Тарн. Директор Норвексу Йосип Тарн пішов.", "Норвексу", "Норвексу Тарн", "Йосип Тарн"),
        ("ru", "Так говорит директор Норвекса Тарн. Директор Норвекса Иосип Тарн ушёл.", "Норвекса", "Норвекса Тарн", "Иосип Тарн"),
    ],
)
def test_a_body_between_an_office_and_a_family_name_is_no_part_of_the_person(lang: str, text: str, body: str, joined: str, full: str) -> None:
    family = full.split()[1]
    found = names(f"{text}\n@per {joined}; {full}\n@org {body}", lang)
    assert found == [(body, "organisation", body), (family, "person", full), (body, "organisation", body), (full, "person", full)]


@pytest.mark.parametrize(
    ("lang", "text", "body", "name"),
    [
        ("cs", "Říká to Norvex Tarn. Ředitel Norvexu odešel.", "Norvexu", "Norvex Tarn"),
        ("cs", "Říká to ředitel Norvex Tarn. Ředitel Solanu odešel.", "Solanu", "Norvex Tarn"),
        ("pl", "Mówi to prezes Maria Tarn. Firma Maria zbankrutowała.", "Maria", "Maria Tarn"),
        ("en", "Director Ford Tarn spoke. Shares of Solan fell.", "Solan", "Ford Tarn"),
    ],
)
def test_a_first_name_stays_with_its_family_name(lang: str, text: str, body: str, name: str) -> None:
    assert (name, "person", name) in names(f"{text}\n@per {name}\n@org {body}", lang)
