"""An act told as an accident, as meant, or as neither."""

from __future__ import annotations

import pytest

from onrecord.languages.pack import load_pack
from onrecord.statements.differences.intent import INTENT, _load

from ..tellings import Telling, compare, tell

SAME = {
    "gun": "gun",
    "fired": "fired",
    "keeper": "keeper",
    "wächter": "keeper",
    "feuerte": "fired",
    "вахтёр": "keeper",
    "выстрелил": "fired",
    "bekçi": "keeper",
    "etti": "fired",
    "ateş": "gun",
}


def reasons(left: Telling, right: Telling) -> list[str]:
    return [d.reason for d in compare(left, right) if d.label == "modality_or_negation" and d.reason.startswith(INTENT)]


PAIRS = [
    ("en", "the keeper accidentally fired", "the keeper fired"), ("en", "the keeper fired on purpose", "the keeper fired"), ("nl", "de wachter schoot per ongeluk", "de wachter schoot"),
    ("de", "der Wächter feuerte versehentlich", "der Wächter feuerte"), ("fr", "le gardien a tiré par mégarde", "le gardien a tiré"), ("es", "el guardia disparó sin querer", "el guardia disparó"),
    ("it", "il custode sparò per sbaglio", "il custode sparò"), ("pt", "o guarda disparou por engano", "o guarda disparou"), ("pl", "strażnik strzelił niechcący", "strażnik strzelił"),
    ("cs", "hlídač vystřelil omylem", "hlídač vystřelil"), ("uk", "сторож вистрілив випадково", "сторож вистрілив"), ("ru", "вахтёр нечаянно выстрелил", "вахтёр выстрелил"),
    ("tr", "bekçi yanlışlıkla ateş etti", "bekçi ateş etti"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "told", "plain"), PAIRS)
def test_an_accident_that_one_side_leaves_out_is_a_difference(lang: str, told: str, plain: str) -> None:
    left, right = tell(told, lang=lang), tell(plain, lang=lang, name="b")
    assert len(reasons(left, right)) == len(reasons(right, left)) == 1
    assert not reasons(left, left) and not reasons(right, right)


def test_an_accident_beside_a_purpose_is_told_with_both_words() -> None:
    left, right = tell("the keeper accidentally fired", same=SAME), tell("der Wächter feuerte absichtlich", lang="de", name="b", same=SAME)
    assert reasons(left, right) == [f"{INTENT}`accidentally` (by accident) here, `absichtlich` (on purpose) there"]


@pytest.mark.parametrize(
    ("lang", "content"),
    [("en", "the keeper did not intentionally fired"), ("de", "der Wächter feuerte aus Versehen"), ("ru", "вахтёр выстрелил не намеренно"), ("tr", "bekçi kazara ateş etti")],
)
def test_two_words_for_an_accident_are_none(lang: str, content: str) -> None:
    assert not reasons(tell("the keeper accidentally fired", same=SAME), tell(content, lang=lang, name="b", same=SAME))


def test_an_accident_in_a_clause_that_the_other_leaves_out_changes_nothing() -> None:
    left = tell("the keeper fired, and a visitor inadvertently broke several windows")
    assert not reasons(left, tell("the keeper fired", name="b"))


def test_every_language_has_words_for_both() -> None:
    for lang in ("en", "nl", "de", "fr", "es", "it", "pt", "pl", "cs", "uk", "ru", "tr"):
        assert load_pack(lang) and set(_load(lang)) == {"accident", "purpose"}, lang
