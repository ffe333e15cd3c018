"""What somebody is out to do and what may or would happen is no event, in twelve languages; what was carried out is one."""

from __future__ import annotations

import pytest

from tests.figures.test_find_figures import find

NO_EVENTS = [
    ("en", "He wrote a brief to capture five justices."),
    ("en", "The plan would kill 300 people."),
    ("en", "20 people could be killed."),
    ("nl", "Het plan was om 12 mensen te redden."),
    ("de", "Er plante, 12 Menschen zu töten."),
    ("fr", "Il est venu pour tuer 12 personnes."),
    ("es", "Vino para matar a 12 personas."),
    ("it", "È venuto per uccidere 12 persone."),
    ("pt", "Ele veio para matar 12 pessoas."),
    ("pl", "Przyszedł, aby zabić 12 osób."),
    ("cs", "12 lidí může být zraněno."),
    ("uk", "12 людей можуть бути поранені."),
    ("ru", "Он пришёл, чтобы убить 12 человек."),
    ("tr", "12 kişiyi öldürmek için geldi."),
]
EVENTS = [
    ("en", "Crews managed to rescue 12 men.", "rescued"),
    ("en", "12 men were killed.", "killed"),
    ("en", "The blast is thought to have killed 12 people.", "killed"),
    ("cs", "12 lidí bylo zraněno.", "injured"),
    ("tr", "12 kişiyi öldürdü.", "killed"),
]


@pytest.mark.parametrize(("lang", "text"), NO_EVENTS)
def test_purpose_and_modality_tell_no_event(lang: str, text: str) -> None:
    assert [figure.kind for figure in find(text, lang)] == ["other"]


@pytest.mark.parametrize(("lang", "text", "kind"), EVENTS)
def test_what_was_carried_out_is_an_event(lang: str, text: str, kind: str) -> None:
    assert [figure.kind for figure in find(text, lang)] == [kind]
