"""Acts in every form in which red lines tell them: to come, of us, in a condition, and a verb parted from its particle."""

from __future__ import annotations

import pytest

from onrecord.statements.differences.acts import find_acts

from ..tellings import compare, tell


@pytest.mark.parametrize(
    ("lang", "group", "weaker", "stronger"),
    [
        ("fr", "withdrawal", "nous suspendrons les pourparlers", "nous romprons les pourparlers"),
        ("fr", "violence", "si nos pêcheurs sont blessés", "si nos pêcheurs sont tués"),
        ("es", "withdrawal", "suspenderemos las conversaciones", "romperíamos las conversaciones"),
        ("es", "violence", "si hieren a los pescadores", "si mataran a los pescadores"),
        ("it", "withdrawal", "sospenderemo i colloqui", "romperemo i colloqui"),
        ("it", "violence", "se feriranno i pescatori", "se uccideranno i pescatori"),
        ("pt", "withdrawal", "suspenderíamos as negociações", "romperemos as negociações"),
        ("pl", "withdrawal", "zawiesimy rozmowy", "zerwiemy rozmowy"),
        ("pl", "violence", "jeśli zranią rybaków", "jeśli zabiją rybaków"),
        ("cs", "withdrawal", "pozastavíme jednání", "ukončíme jednání"),
        ("uk", "violence", "якщо рибалок поранять", "якщо рибалок уб'ють"),
        ("uk", "withdrawal", "ми призупинимо переговори", "ми припинимо переговори"),
        ("ru", "violence", "если рыбаков ранят", "если рыбаков застрелят"),
        ("ru", "withdrawal", "мы приостановим переговоры", "мы прекратим переговоры"),
        ("tr", "violence", "balıkçılar yaralanırsa", "balıkçılar öldürülürse"),
        ("tr", "withdrawal", "görüşmeleri askıya alacağız", "görüşmeleri sona erdireceğiz"),
        ("de", "withdrawal", "wir setzen die Gespräche heute aus", "wir brechen die Gespräche heute ab"),
        ("nl", "withdrawal", "wij schorten de gesprekken op", "wij breken de gesprekken af"),
    ],
)
def test_an_act_to_come_is_told_weaker_or_stronger(lang: str, group: str, weaker: str, stronger: str) -> None:
    left, right = tell(weaker, lang=lang, consequence=weaker), tell(stronger, lang=lang, consequence=stronger, name="b")
    assert [d.reason.split(":")[0] for d in compare(left, right) if d.label == "verb_strength"] == [group]


@pytest.mark.parametrize(
    ("lang", "content", "words"),
    [
        ("de", "wir brechen die Gespräche am Hafen ab", ["brechen die Gespräche am Hafen ab"]),
        ("nl", "zij stelden het overleg uit", ["stelden het overleg uit"]),
        ("de", "wir brechen das Brot, ab morgen auch das Eis", []),
        ("nl", "zij breken het hek, af en toe", []),
        ("en", "we break the bread off", []),
    ],
)
def test_a_verb_and_its_particle_are_one_act_in_one_clause(lang: str, content: str, words: list[str]) -> None:
    side = tell(content, lang=lang).side
    assert [side.cut(span) for _, span in find_acts(side, "withdrawal")] == words


@pytest.mark.parametrize(("lang", "broken", "ended"), [("ru", "мы прервем переговоры", "мы прекратим переговоры"), ("pl", "przerwiemy rozmowy", "zakończymy rozmowy")])
def test_breaking_off_is_no_pause(lang: str, broken: str, ended: str) -> None:
    left, right = tell(broken, lang=lang, consequence=broken), tell(ended, lang=lang, consequence=ended, name="b")
    assert [d.label for d in compare(left, right) if d.label == "verb_strength"] == []
