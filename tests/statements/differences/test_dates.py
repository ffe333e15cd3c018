"""On which days it is to happen: another part of a month is another date."""

from __future__ import annotations

import pytest

from tests.statements.tellings import Telling, days, labels, tell

MAY = days("2031-05-01", "2031-06-01")
SECOND, FIFTEENTH, LAST = (days(f"2031-05-{day:02}", f"2031-05-{day + 1:02}") for day in (2, 15, 30))


def on(lang: str, words: str, told: str, when: object, name: str = "a") -> Telling:
    """Return that something happens at a time, of which `told` is read as a date."""
    return tell(f"x {words} x", lang=lang, name=name, date=(told, when), source="x", speaker="x", cue=":")  # type: ignore[arg-type]


MIDDLES = [
    ("en", "in mid-May", "mid-May"), ("en", "from the middle of May", "the middle of May"), ("de", "ab Mitte Mai", "Mitte Mai"), ("nl", "half mei", "half mei"), ("nl", "medio mei", "mei"),
    ("fr", "à la mi-mai", "mi-mai"), ("es", "a mediados de mayo", "mediados de mayo"), ("it", "a metà maggio", "metà maggio"), ("pt", "em meados de maio", "meados de maio"),
    ("pl", "do połowy maja", "maja"), ("cs", "do poloviny května", "května"), ("uk", "у середині травня", "середині травня"), ("ru", "до середины мая", "мая"), ("tr", "mayıs ortasında", "mayıs"),
    ("tr", "mayıs ayının ortalarında", "mayıs"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "words", "told"), MIDDLES)
def test_the_middle_of_a_month_is_neither_its_beginning_nor_its_end(lang: str, words: str, told: str) -> None:
    middle = on(lang, words, told, MAY)
    for day, shown in ((SECOND, "2"), (LAST, "30")):
        assert "date_shift" in labels(middle, on(lang, f"{shown} x", shown, day, "b"))
        assert "date_shift" in labels(on(lang, f"{shown} x", shown, day, "b"), middle)
    assert "date_shift" not in labels(middle, on(lang, "15 x", "15", FIFTEENTH, "b"))
    assert "date_shift" not in labels(middle, on("en", "in May", "May", MAY, "b"))


@pytest.mark.parametrize(("lang", "words", "told"), [
    ("en", "at the end of May", "the end of May"), ("de", "bis Ende Mai", "Ende Mai"), ("nl", "eind mei", "eind mei"), ("fr", "fin mai", "fin mai"), ("es", "a finales de mayo", "finales de mayo"),
    ("it", "entro la fine di maggio", "fine di maggio"), ("pt", "no final de maio", "final de maio"), ("pl", "do końca maja", "końca maja"), ("cs", "koncem května", "koncem května"),
    ("uk", "наприкінці травня", "наприкінці травня"), ("ru", "в конце мая", "конце мая"), ("tr", "mayıs sonuna kadar", "mayıs"),
])  # fmt: skip
def test_the_end_of_a_month_is_not_its_beginning(lang: str, words: str, told: str) -> None:
    end = on(lang, words, told, MAY)
    assert "date_shift" in labels(end, on(lang, "2 x", "2", SECOND, "b"))
    assert "date_shift" in labels(end, on("en", "in early May", "early May", MAY, "b"))
    assert "date_shift" not in labels(end, on(lang, "30 x", "30", LAST, "b"))


@pytest.mark.parametrize(("lang", "words", "told"), [
    ("en", "in May", "May"), ("it", "nella prima metà di maggio", "metà di maggio"), ("pl", "w pierwszej połowie maja", "maja"), ("cs", "v první polovině května", "května"), ("tr", "mayıs", "mayıs"),
])  # fmt: skip
def test_a_day_of_a_whole_month_or_of_a_half_is_no_other_date(lang: str, words: str, told: str) -> None:
    assert "date_shift" not in labels(on(lang, words, told, MAY), on(lang, "2 x", "2", SECOND, "b"))
