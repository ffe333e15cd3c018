"""Every label is found in several languages: two invented tellings that differ in one thing."""

from __future__ import annotations

import pytest

from onrecord.statements.differences import LABELS

from ..tellings import Telling, days, labels, tell


def pair(lang: str, left: str, right: str, **more: object) -> tuple[str, Telling, Telling]:
    """Return two tellings in one language; `left_...` and `right_...` go to one of them."""
    one = {k.removeprefix("left_"): v for k, v in more.items() if not k.startswith("right_")}
    two = {k.removeprefix("right_"): v for k, v in more.items() if not k.startswith("left_")}
    return lang, tell(left, lang=lang, **one), tell(right, lang=lang, name="b", **two)  # type: ignore[arg-type]


def threat(lang: str, left: str, right: str, consequence: str, mine: list[str], theirs: list[str], one: str | None = None, two: str | None = None) -> tuple[str, Telling, Telling]:
    """Return two threats with their triggers and operators."""
    return pair(
        lang, left, right, consequence=consequence, left_conditions=[("trigger", c) for c in mine], right_conditions=[("trigger", c) for c in theirs],
        left_operator=one, right_operator=two,
    )  # fmt: skip


DE = ("wir sperren den Hafen, wenn Boote entführt {} der Leuchtturm beschossen wird", "wir sperren den Hafen", ["Boote entführt", "der Leuchtturm beschossen wird"])
PL = ("zamkniemy port, jeśli łodzie zostaną porwane {} latarnia ostrzelana", "zamkniemy port", ["łodzie zostaną porwane", "latarnia ostrzelana"])
SINGLE_DE = ("wir sperren den Hafen, wenn Boote entführt werden", ["Boote entführt werden"])
SINGLE_PL = ("zamkniemy port, jeśli łodzie zostaną porwane", ["łodzie zostaną porwane"])

PAIRS: dict[str, list[tuple[str, Telling, Telling]]] = {
    "omitted_condition": [
        threat("de", DE[0].format("oder"), SINGLE_DE[0], DE[1], DE[2], SINGLE_DE[1], "any"),
        threat("pl", PL[0].format("lub"), SINGLE_PL[0], PL[1], PL[2], SINGLE_PL[1], "any"),
    ],
    "added_condition": [
        threat("de", SINGLE_DE[0], DE[0].format("oder"), DE[1], SINGLE_DE[1], DE[2], None, "any"),
        threat("pl", SINGLE_PL[0], PL[0].format("lub"), PL[1], SINGLE_PL[1], PL[2], None, "any"),
    ],
    "and_or_changed": [
        threat("de", DE[0].format("oder"), DE[0].format("und"), DE[1], DE[2], DE[2], "any", "all"),
        threat("pl", PL[0].format("lub"), PL[0].format("i"), PL[1], PL[2], PL[2], "any", "all"),
    ],
    "place_changed": [
        pair("fr", "les marins ont défilé dans Korva", "les marins ont défilé dans Lindham", left_places=["Korva"], right_places=["Lindham"]),
        pair("ru", "рыбаки собрались у больницы", "рыбаки собрались у школы"),
        pair("es", "los pescadores se reunieron frente al hospital", "los pescadores se reunieron frente a la escuela"),
        pair("tr", "balıkçılar hastane önünde toplandı", "balıkçılar okul önünde toplandı"),
    ],
    "actor_changed": [
        pair("de", "Soldaten beschlagnahmten zwei Boote", "Journalisten beschlagnahmten zwei Boote"),
        pair("it", "i soldati hanno sequestrato due barche", "i giornalisti hanno sequestrato due barche"),
        pair("nl", "de haven gaat dicht", "de haven gaat dicht", cue="zei", left_source="Tamsin Orlay", right_source="de politie", right_speaker=None),
    ],
    "verb_strength": [
        pair("fr", "les dockers ont été blessés", "les dockers ont été tués"),
        pair("uk", "рибалок поранили", "рибалок вбили"),
        pair("cs", "rybář byl zraněn", "rybář byl zabit"),
        pair("es", "balearon al pescador", "mataron al pescador"),
    ],
    "modality_or_negation": [
        pair("de", "wir sperren den Hafen", "wir sperren den Hafen nicht"), pair("fr", "nous fermons le port", "nous devons fermer le port", same={"fermer": "fermons"}), pair("fr", "le port est fermé", "le port n’est fermé"), pair("cs", "zavřeme přístav", "nezavřeme přístav"),
        pair("pl", "zamkniemy port", "nie zamkniemy portu"), pair("it", "le barche sono affondate", "le barche sembrano affondate"),
        pair("es", "el barco se hundió", "el barco se hundió", left_cue="dijo", right_cue="cree"),
    ],
    "event_stage": [
        pair("de", "die Abstimmung wurde angekündigt", "die Abstimmung wurde abgehalten"), pair("ru", "голосование объявлено", "голосование проведено"),
        pair("fr", "le vote est annoncé", "le vote est annulé"),
    ],
    "date_shift": [
        pair(
            "de", "der Hafen schließt am 2. Mai", "der Hafen schließt am 9. Mai", left_date=("2. Mai", days("2031-05-02", "2031-05-03")),
            right_date=("9. Mai", days("2031-05-09", "2031-05-10")),
        ),
        pair(
            "pl", "port zamkną 2 maja", "port zamkną 9 maja", left_date=("2 maja", days("2031-05-02", "2031-05-03")), right_date=("9 maja", days("2031-05-09", "2031-05-10")),
        ),
    ],
    "truncated": [
        pair("de", "der Hafen schließt heute, weil Lotsen jede Nachtschicht verweigern", "der Hafen schließt heute"),
        pair("ru", "порт закроют сегодня, потому что лоцманы отказались выходить ночью", "порт закроют сегодня"),
    ],
    "paraphrase_in_quote_marks": [
        pair("de", "wir sperren den Hafen noch vor Abend", "wir sperren den Hafen kurz vor Abend", type="direct"),
        pair("fr", "nous fermons le port avant la nuit", "nous fermons le port après la nuit", type="direct"),
    ],
    "translated": [("mixed", tell("wir sperren den Hafen", lang="de"), tell("wir sperren den Hafen", lang="fr", name="b"))],
    "loaded_cue": [
        pair("de", "der Hafen schließt", "der Hafen schließt", left_cue="sagte", right_cue="drohte"),
        pair("fr", "le port ferme", "le port ferme", left_cue="dit", right_cue="avoue"),
        pair("ru", "порт закроют", "порт закроют", left_cue="сказал", right_cue="признал"),
    ],
    "spelling_variant": [
        pair("de", "der Hafen schließt", "der Hafen schließt", cue="sagte", left_source="Orest Kovalenky", right_source="Orest Kovalenkyy"),
        pair("fr", "on attend Zelensky", "on attend Zelenski", left_persons=["Zelensky"], right_persons=["Zelenski"]),
    ],
    "dropped_attribution": [
        pair("de", "der Hafen schließt", "der Hafen schließt", left_cue="sagte", right_cue="", right_source=None, right_speaker=None),
        pair("es", "el puerto cierra", "el puerto cierra", left_cue="dijo", right_cue="", right_source=None, right_speaker=None),
    ],
    "figure_changed": [
        pair("de", "40 Fischer wurden verletzt", "43 Fischer wurden verletzt", left_figure=("40", 40), right_figure=("43", 43)),
        pair("uk", "поранено 40 рибалок", "поранено 43 рибалок", left_figure=("40", 40), right_figure=("43", 43)),
    ],
}  # fmt: skip
CASES = [(label, lang, left, right) for label, pairs in PAIRS.items() for lang, left, right in pairs]


def test_every_label_is_tried_in_another_language() -> None:
    assert set(PAIRS) == set(LABELS)


@pytest.mark.parametrize(("label", "lang", "left", "right"), CASES, ids=[f"{label}-{lang}" for label, lang, _, _ in CASES])
def test_a_minimal_pair_gets_its_label_and_no_other(label: str, lang: str, left: Telling, right: Telling) -> None:
    found = labels(left, right)
    implied = {"truncated"} if "condition" in label else set()
    assert label in found
    assert found <= implied | {label}


@pytest.mark.parametrize(("label", "lang", "left", "right"), CASES, ids=[f"{label}-{lang}" for label, lang, _, _ in CASES])
def test_a_telling_does_not_differ_from_itself(label: str, lang: str, left: Telling, right: Telling) -> None:
    assert labels(left, left) == set()
    assert labels(right, right) == set()
