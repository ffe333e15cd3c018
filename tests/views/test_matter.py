"""What is printed first of what one article alone tells: prerequisites and admissions before figures and names, articles in turn, no words in mid-phrase."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.results import Comparison
from onrecord.views import make_briefing

from .make import find, make_analysis, make_article, make_attribution, make_figure, make_statement
from .test_brief_text import print_plain
from .test_commitments import NOTHING


def say(*told: str, lang: str = "en") -> Comparison:
    """Return one article for each text, whose lines behind the first are each said by one speaker."""
    analyses, statements = [], []
    for number, text in enumerate(told):
        article = make_article(f"varn-{number}", f"Varn {number}\n{text}", lang=lang)
        said = [make_attribution(article, line, source="", cue="", type="indirect", speaker="Ida Maro") for line in text.split("\n")]
        figures = tuple(replace(make_figure(article, "12", low=12, point=12, source="", hedge=None), span=find(article.text, "12")) for _ in range("12" in text))
        analyses.append(make_analysis(article, *said, figures=figures))
        statements += [make_statement(f"{number} {place}", one, said_at=None) for place, one in enumerate(said)]
    return replace(NOTHING, analyses=tuple(analyses), statements=tuple(statements))


def weights(comparison: Comparison) -> list[int]:
    (said,) = make_briefing(comparison).once or (None,)
    return [entry.weight for entry in said.entries] if said else []


@pytest.mark.parametrize(
    ("lang", "plain", "prerequisite", "admission"),
    [
        ("en", "The ferry was painted green last week", "The prerequisite for the sale is a new quay", "The yard is unable to mend the ferry now"),
        ("nl", "De pont is vorige week groen geverfd", "De voorwaarde voor verkoop is een kade", "De werf is niet in staat de pont te maken"),
        ("de", "Die Fähre wurde vorige Woche grün gestrichen", "Die Bedingung für den Verkauf ist ein Kai", "Die Werft ist nicht in der Lage, sie zu heben"),
        ("fr", "Le bac a été repeint la semaine passée", "La condition préalable à la vente est un quai", "Le chantier est incapable de réparer le bac"),
        ("es", "El barco se pintó la semana pasada", "El requisito para la venta es un muelle", "El astillero es incapaz de reparar el barco"),
        ("it", "Il traghetto è stato dipinto di verde ieri", "Il presupposto della vendita è un molo", "Il cantiere non è in grado di riparare nulla"),
        ("pt", "O barco foi pintado na semana passada", "A condição da venda é um cais novo", "O estaleiro é incapaz de reparar o barco"),
        ("pl", "Prom pomalowano w zeszłym tygodniu na zielono", "Warunkiem sprzedaży jest nowe nabrzeże", "Stocznia nie jest w stanie naprawić promu"),
        ("cs", "Přívoz byl minulý týden natřen nazeleno", "Podmínkou prodeje je nové nábřeží", "Loděnice není schopna přívoz opravit"),
        ("uk", "Пором минулого тижня пофарбували на зелено", "Умовою продажу є новий причал", "Верф не в змозі відремонтувати пором"),
        ("ru", "Паром на прошлой неделе покрасили в зелёный", "Условием продажи является новый причал", "Верфь не в состоянии отремонтировать паром"),
        ("tr", "Feribot geçen hafta yeşile boyandı ve bağlandı", "Satışın ön koşulu yeni bir rıhtımdır bugün", "Tersane feribotu onarmaya muktedir değil bugün"),
    ],
)
def test_prerequisites_weigh_more_than_admissions_and_these_more_than_anything_plain(lang: str, plain: str, prerequisite: str, admission: str) -> None:
    first, second, third = weights(say("\n".join((plain, plain + " x", prerequisite, admission)), lang=lang))
    assert second > third > first


def test_of_what_weighs_the_same_each_article_has_its_turn() -> None:
    many = "\n".join(f"The {colour} ferry of the yard was painted again" for colour in ("red", "green", "blue", "grey", "white", "black", "brown", "golden", "pale", "dark"))
    printed = print_plain(say(many, "The smallest barge of the yard was sold at last", "The tallest crane of the yard was taken down"))
    alone = printed[printed.index("Told by one article") :]
    assert "smallest barge" in alone
    assert "tallest crane" in alone
    assert alone.index("smallest barge") < alone.index("blue ferry")


def test_retold_words_in_mid_phrase_are_printed_with_who_tells_them() -> None:
    article = make_article("varn", "Varn\nMaro told the council that the quay would have to be closed by then.\n“Nothing new,” said Ada Quill.")
    said = make_attribution(article, "that the quay would have to be closed by then", source="Maro", cue="told the council", type="indirect", speaker="Ida Maro")
    other = make_attribution(article, "Nothing new", source="Ada Quill", cue="said", type="direct", speaker="Ada Quill")
    comparison = replace(
        NOTHING,
        analyses=(make_analysis(article, said, other),),
        statements=(make_statement("b", replace(other, confidence=1.0), said_at=None), make_statement("a", said, said_at=None)),
    )
    assert "S1 Maro told the council that the quay would" in " ".join(print_plain(comparison).split())
