"""Signs in one language of conditions told in another: by names, numbers, international words and concepts, never by what is only supposed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.ids import hash_text, make_id
from onrecord.records import Article, Mention, Sign
from onrecord.results import Analysis
from onrecord.run.compare import compare_analyses
from onrecord.run.sketch import make_sketch
from onrecord.statements.match import Matcher
from onrecord.statements.space import plain_space
from tests.views.make import day_of

from .tellings import Telling, find, make_encoding, rarity, tell

ENGLISH = tell(
    "we leave the talks if a referendum is held in Lindham", consequence="we leave the talks", conditions=[("trigger", "a referendum is held in Lindham")],
    places=["Lindham"], name="early",
)  # fmt: skip
UKRAINIAN = tell(
    "ми вийдемо з переговорів, якщо в Ліндамі проведуть референдум", lang="uk", speaker="Тамсін Орлей", source="Тамсін Орлей", cue="заявила", consequence="ми вийдемо з переговорів",
    conditions=[("trigger", "якщо в Ліндамі проведуть референдум")], places=["Ліндамі"], name="uk",
)  # fmt: skip
MASSACRE = tell(
    "we end the negotiations if prisoners are killed in Pelgrim", consequence="we end the negotiations", conditions=[("trigger", "prisoners are killed in Pelgrim")],
    places=["Pelgrim"], name="massacre",
)  # fmt: skip


def report(text: str, lang: str, names: Sequence[str], published: str = "2031-06-01") -> tuple[Analysis, Article]:
    """Return an analysis of plain reporting in which these names were found."""
    article = Article(
        id=make_id("article", "report", hash_text(text)), name="report", text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None, subheads=(),
        outlet=None, url=None, published=day_of(published), published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    mentions = tuple(
        Mention(id=make_id("mention", article.id, name), article=article.id, span=find(text, name), kind="place", canonical=name, confidence=1.0, made_by="t@1") for name in names
    )
    return Analysis(article=article, mentions=mentions, attributions=(), commitments=(), figures=(), dates=(), problems=()), article


def signs(line: Telling, text: str, lang: str, *names: str) -> list[Sign]:
    """Return the signs that a report gives of a red line."""
    analysis, article = report(text, lang, names)
    encoding = make_encoding(article)
    own = line.analysis.article
    sketch = make_sketch(analysis, encoding, [], rarity, plain_space())
    found = compare_analyses(
        [line.analysis, analysis], {article.id: encoding, own.id: make_encoding(own)}, {line.meaning.of: line.meaning}, {own.id: line.sketch, article.id: sketch},
        matcher=Matcher(plain_space()),
    )  # fmt: skip
    (standing,) = found.standings
    assert standing.state in (next((s.status for s in found.signs if s.status != "spoken_of"), "open"), "averted")
    return list(found.signs)


HELD = {
    "nl": ("In Lindham werd zondag een referendum gehouden.", "Lindham"),
    "de": ("In Lindham wurde am Sonntag ein Referendum abgehalten.", "Lindham"),
    "fr": ("Un référendum a eu lieu dimanche à Lindham.", "Lindham"),
    "es": ("El domingo se celebró un referéndum en Lindham.", "Lindham"),
    "it": ("Domenica si è svolto un referendum a Lindham.", "Lindham"),
    "pt": ("No domingo realizou-se um referendo em Lindham.", "Lindham"),
    "pl": ("W niedzielę w Lindham odbyło się referendum.", "Lindham"),
    "cs": ("V neděli v Lindhamu proběhlo referendum.", "Lindhamu"),
    "uk": ("У неділю в Ліндамі відбувся референдум.", "Ліндамі"),
    "ru": ("В воскресенье в Линдхаме прошел референдум.", "Линдхаме"),
    "tr": ("Pazar günü Lindham kentinde referandum yapıldı.", "Lindham"),
}
PREPARED = {
    "nl": ("Het referendum in Lindham is gepland.", "Lindham"),
    "de": ("Das Referendum in Lindham ist geplant.", "Lindham"),
    "fr": ("Le référendum prévu à Lindham mobilise.", "Lindham"),
    "es": ("El referéndum previsto en Lindham moviliza.", "Lindham"),
    "uk": ("Референдум у Ліндамі запланований на травень.", "Ліндамі"),
    "tr": ("Lindham için planlanan referandum yaklaşıyor.", "Lindham"),
}
DENIED = {
    "nl": ("Het referendum in Lindham is afgelast.", "Lindham"),
    "de": ("Das Referendum in Lindham wurde abgesagt.", "Lindham"),
    "fr": ("Aucun référendum n'a eu lieu à Lindham.", "Lindham"),
    "es": ("El referéndum de Lindham fue cancelado.", "Lindham"),
    "ru": ("Референдум в Линдхаме не состоялся.", "Линдхаме"),
    "pl": ("Referendum w Lindham nie odbyło się.", "Lindham"),
}
SPOKEN_OF = {
    "en": ("Officials raised the possibility of a referendum in Lindham.", "A referendum could be held in Lindham within weeks."),
    "nl": ("Ambtenaren opperden de mogelijkheid van een referendum in Lindham.", "In Lindham zou een referendum kunnen worden gehouden, zegt men."),
    "de": ("Beamte erwägen ein Referendum in Lindham.", "In Lindham könnte ein Referendum abgehalten werden."),
    "fr": ("Les autorités envisagent un référendum à Lindham.", "Un référendum pourrait être organisé à Lindham."),
    "es": ("Las autoridades barajan un referéndum en Lindham.", "Se habla de la posibilidad de un referéndum en Lindham."),
    "it": ("Le autorità parlano della possibilità di un referendum a Lindham.", "Un referendum potrebbe essere organizzato a Lindham."),
    "pt": ("As autoridades falam da possibilidade de um referendo em Lindham.", "Um referendo poderia ser realizado em Lindham."),
    "pl": ("Władze rozważają referendum w Lindham.", "W Lindham może być przeprowadzone referendum."),
    "cs": ("Úřady zvažují referendum v Lindhamu.", "V Lindhamu by mohlo být uspořádáno referendum."),
    "uk": ("Влада розглядає референдум у Ліндамі.", "Влада говорить про можливість референдуму в Ліндамі."),
    "ru": ("Власти рассматривают референдум в Линдхаме.", "Власти говорят о возможности референдума в Линдхаме."),
    "tr": ("Yetkililer Lindham için referandum olasılığını dile getirdi.", "Lindham için olası referandum konuşuluyor."),
}
NAMES = {"cs": "Lindhamu", "uk": "Ліндамі", "ru": "Линдхаме"}
NO_SIGN = {
    "de": (
        "Wenn in Lindham ein Referendum abgehalten wird, endet das Gespräch.", "Wurde in Lindham ein Referendum abgehalten?", "In Lindham fand am Sonntag ein Konzert statt.",
        "Das Referendum in Lindham beunruhigt niemanden.",
    ),
    "fr": (
        "Si un référendum est organisé à Lindham, ils partiront.", "Un référendum a-t-il eu lieu à Lindham ?", "Un concert a eu lieu dimanche à Lindham.",
        "Elle menace de partir après le référendum organisé à Lindham.",
    ),
    "es": ("Si se celebra un referéndum en Lindham, se irán.", "El domingo se celebró un concierto en Lindham.", "¿Se celebró un referéndum en Lindham?"),
    "ru": ("Если в Линдхаме прошел референдум, они уйдут.", "В воскресенье в Линдхаме прошел концерт.", "Прошел ли в Линдхаме референдум?"),
    "tr": ("Lindham kentinde referandum yapılırsa ayrılacaklar.", "Pazar günü Lindham kentinde konser yapıldı."),
    "pl": ("Jeśli w Lindham odbyło się referendum, odejdą.", "W niedzielę w Lindham odbył się koncert."),
    "nl": ("Als in Lindham een referendum wordt gehouden, vertrekken zij.", "In Lindham werd zondag een concert gehouden.", "Zij eisten dat in Lindham een referendum werd gehouden."),
}  # fmt: skip


@pytest.mark.parametrize("lang", HELD)
def test_a_condition_that_is_met_is_seen_in_every_language(lang: str) -> None:
    text, name = HELD[lang]
    (sign,) = signs(ENGLISH, text, lang, name)
    assert (sign.status, sign.span.of(text), sign.condition) == ("met", text, "a referendum is held in Lindham")


@pytest.mark.parametrize("lang", PREPARED)
def test_what_is_planned_is_prepared(lang: str) -> None:
    text, name = PREPARED[lang]
    assert [s.status for s in signs(ENGLISH, text, lang, name)] == ["prepared"]


@pytest.mark.parametrize("lang", DENIED)
def test_what_is_cancelled_or_did_not_happen_is_denied(lang: str) -> None:
    text, name = DENIED[lang]
    assert [s.status for s in signs(ENGLISH, text, lang, name)] == ["denied"]


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in NO_SIGN.items() for text in texts])
def test_what_is_supposed_asked_feared_or_another_event_is_no_sign(lang: str, text: str) -> None:
    assert signs(ENGLISH, text, lang, "Линдхаме" if lang == "ru" else "Lindham") == []


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in SPOKEN_OF.items() for text in texts])
def test_what_is_called_possible_is_spoken_of_and_no_more(lang: str, text: str) -> None:
    assert [s.status for s in signs(ENGLISH, text, lang, NAMES.get(lang, "Lindham"))] == ["spoken_of"]


@pytest.mark.parametrize("text", ["Nobody raised the possibility of a referendum in Lindham.", "Is a referendum in Lindham a possibility?"])
def test_a_possibility_that_is_denied_or_asked_about_is_no_sign(text: str) -> None:
    assert signs(ENGLISH, text, "en", "Lindham") == []


def test_a_red_line_in_another_script_finds_its_sign() -> None:
    assert [s.status for s in signs(UKRAINIAN, "A referendum was held in Lindham on Sunday.", "en", "Lindham")] == ["met"]
    assert [s.status for s in signs(UKRAINIAN, HELD["fr"][0], "fr", "Lindham")] == ["met"]


def test_concepts_of_the_packs_stand_for_one_another() -> None:
    text = "Die Ermittlungen zu den getöteten Gefangenen in Pelgrim haben begonnen."
    assert [s.status for s in signs(MASSACRE, text, "de", "Pelgrim")] == ["partly"]
    assert signs(MASSACRE, "Die Ermittlungen zu den gestohlenen Pferden in Pelgrim haben begonnen.", "de", "Pelgrim") == []


def test_another_place_or_no_name_at_all_is_no_sign() -> None:
    assert signs(ENGLISH, "In Pelgrim wurde am Sonntag ein Referendum abgehalten.", "de", "Pelgrim") == []
    assert signs(ENGLISH, "In Lindham wurde am Sonntag ein Referendum abgehalten.", "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "The referendum held in Lindham, officials said, was not observed.",
        "Could a referendum be held in Lindham?",
        "She demanded that a referendum be held in Lindham.",
        "At a meeting held in the rain she was asked about the planned referendum in Lindham.",
    ],
)
def test_within_one_language_unsure_passages_are_no_signs_either(text: str) -> None:
    assert signs(ENGLISH, text, "en", "Lindham") == []


PLACELESS = tell(
    "Lindham leaves the talks if a referendum is held in the occupied districts", consequence="Lindham leaves the talks",
    conditions=[("trigger", "a referendum is held in the occupied districts")], places=["Lindham"], name="placeless",
)  # fmt: skip
GERMAN_PLACELESS = tell(
    "Lindham verlässt die Gespräche, wenn in den besetzten Kreisen ein Referendum abgehalten wird", lang="de", cue="sagte", consequence="Lindham verlässt die Gespräche",
    conditions=[("trigger", "in den besetzten Kreisen ein Referendum abgehalten wird")], places=["Lindham"], name="placeless-de",
)  # fmt: skip


@pytest.mark.parametrize("line", [PLACELESS, GERMAN_PLACELESS], ids=["en", "de"])
@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in SPOKEN_OF.items() for text in texts])
def test_an_event_without_a_place_is_spoken_of_beside_a_name_of_the_red_line(lang: str, text: str, line: Telling) -> None:
    assert [s.status for s in signs(line, text, lang, NAMES.get(lang, "Lindham"))] == ["spoken_of"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A referendum could be held in Pelgrim within weeks.", ("Pelgrim",)),
        ("A referendum could be held within weeks.", ()),
        ("A concert could be held in Lindham within weeks.", ("Lindham",)),
        ("A referendum was held in Lindham.", ("Lindham",)),
        ("A referendum could not be held in Lindham.", ("Lindham",)),
        ("If the ferry stops, a referendum could be held in Lindham.", ("Lindham",)),
        ("Could a referendum be held in Lindham?", ("Lindham",)),
    ],
)
def test_an_event_elsewhere_or_told_as_done_or_denied_or_supposed_is_not(text: str, names: tuple[str, ...]) -> None:
    assert signs(PLACELESS, text, "en", *names) == []


def test_of_several_stages_in_a_sentence_that_beside_the_event_counts() -> None:
    text = "Troops hold the port of Lindham, and officials said a referendum could be held there."
    assert [s.status for s in signs(ENGLISH, text, "en", "Lindham")] == ["spoken_of"]


DAM = {
    "en": ("work on the dam at Lindham is resumed", "Work on the dam at Lindham was resumed on Thursday."),
    "nl": ("de werkzaamheden aan de stuwdam van Lindham worden hervat", "De werkzaamheden aan de stuwdam van Lindham zijn donderdag hervat."),
    "de": ("die Arbeiten am Staudamm von Lindham wieder aufgenommen werden", "Die Arbeiten am Staudamm von Lindham wurden am Donnerstag wieder aufgenommen."),
    "fr": ("les travaux du barrage de Lindham reprennent", "Les travaux du barrage de Lindham ont repris jeudi."),
    "es": ("los trabajos en el embalse de Lindham se reanudan", "El jueves se reanudaron los trabajos en el embalse de Lindham."),
    "it": ("i lavori alla diga di Lindham riprendono", "Giovedì sono ripresi i lavori alla diga di Lindham."),
    "pt": ("os trabalhos na barragem de Lindham recomecem", "Os trabalhos na barragem de Lindham recomeçaram na quinta-feira."),
    "pl": ("prace przy zaporze w Lindham zostaną wznowione", "Prace przy zaporze w Lindham wznowiono w czwartek."),
    "cs": ("práce na přehradě v Lindham se obnoví", "Práce na přehradě v Lindham byly ve čtvrtek obnoveny."),
    "uk": ("роботи на греблі в Lindham відновлять", "Роботи на греблі в Lindham у четвер відновили."),
    "ru": ("работы на плотине в Lindham возобновят", "Работы на плотине в Lindham в четверг возобновили."),
    "tr": ("Lindham barajında çalışmalar yeniden başlarsa", "Lindham barajında çalışmalar perşembe günü yeniden başladı."),
}
ANOTHER_THING = {
    "en": "The talks on the contract of Lindham were resumed on Thursday.",
    "de": "Die Verhandlungen über den Vertrag von Lindham wurden am Donnerstag wieder aufgenommen.",
}


@pytest.mark.parametrize("lang", DAM)
def test_the_deed_on_the_thing_at_the_place_meets_a_condition_in_any_language(lang: str) -> None:
    wanted, told = DAM[lang]
    other = "de" if lang == "en" else "en"
    assert [s.status for s in signs(_wait(wanted, lang), DAM[other][1], other, "Lindham")] == ["met"]
    assert [s.status for s in signs(_wait(DAM[other][0], other), told, lang, "Lindham")] == ["met"]
    assert [s.status for s in signs(_wait(wanted, lang), ANOTHER_THING[other], other, "Lindham")] == ["spoken_of"]


def _wait(condition: str, lang: str, place: str = "Lindham") -> Telling:
    return tell(f"x {condition}", lang=lang, consequence="x", conditions=[("trigger", condition)], places=[place], name="early")


def test_a_land_and_a_name_are_known_in_the_spelling_of_another_language() -> None:
    assert [s.status for s in signs(_wait("das Referendum in Korvasien stattfindet", "de", "Korvasien"), "The referendum in Korvasia was held on Sunday.", "en", "Korvasia")] == [
        "met"
    ]
    assert [s.status for s in signs(_wait("the referendum in Gravec is held", "en", "Gravec"), "Референдум у Гравець відбувся в неділю.", "uk", "Гравець")] == ["met"]
    assert signs(_wait("das Referendum in Korvasien stattfindet", "de", "Korvasien"), "The referendum in Pelgria was held on Sunday.", "en", "Pelgria") == []
