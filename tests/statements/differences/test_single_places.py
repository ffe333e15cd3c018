"""Two tellings with one noun of place each: another place where both are of one size, and none where one may lie in the other."""

from __future__ import annotations

import pytest

from ..tellings import labels, tell

OTHER = [
    ("en", "the crew fished in the northern zone all night", "sailors worked in coastal waters until dawn"),
    ("de", "die Crew fischte in der nördlichen Zone", "Matrosen arbeiteten in den Gewässern der Küste"),
    ("nl", "de bemanning viste in de noordelijke zone", "matrozen werkten in kustwateren"),
    ("fr", "l'équipage pêchait dans la zone nord", "des marins travaillaient dans les eaux côtières"),
    ("es", "la tripulación pescó en la zona norte", "unos marineros trabajaban en aguas costeras"),
    ("it", "l'equipaggio pescava nella zona nord", "marinai lavoravano nelle acque costiere"),
    ("pt", "a tripulação pescou na zona norte", "marinheiros trabalhavam em águas costeiras"),
    ("pl", "załoga łowiła w północnej strefie", "marynarze pracowali na wodach przybrzeżnych"),
    ("cs", "posádka lovila v severní zóně", "námořníci pracovali v pobřežních vodách"),
    ("ru", "экипаж рыбачил в северной зоне", "матросы работали в прибрежных водах"),
    ("uk", "екіпаж рибалив у північній зоні", "матроси працювали у прибережних водах"),
    ("en", "guards waited at the port", "soldiers stood on the bridge"),
    ("ru", "охрана ждала в порту", "солдаты стояли на мосту"),
    ("uk", "охорона чекала в порту", "солдати стояли на мосту"),
    ("pl", "straż czekała w porcie", "żołnierze stali na moście"),
]  # fmt: skip
NOT_ANOTHER = [
    ("en", "guards waited in the village", "soldiers stood at the port"),
    ("en", "guards waited in the street", "soldiers stood in the hospital"),
    ("en", "guards waited in the zone", "soldiers stood in the province"),
    ("en", "guards waited at the port", "soldiers stood in the harbour"),
    ("en", "guards waited at the port of the city", "soldiers stood on the bridge"),
    ("it", "le guardie aspettavano nella zona", "i soldati stavano nella regione"),
    ("fr", "les eaux montent depuis mardi", "des soldats sont dans la région"),
    ("uk", "охорона чекала на міст", "солдати стояли у мостах"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "left", "right"), OTHER)
def test_the_only_place_of_each_telling_is_another_one_where_both_are_of_one_size(lang: str, left: str, right: str) -> None:
    assert "place_changed" in labels(tell(left, lang=lang), tell(right, lang=lang, name="b"))


@pytest.mark.parametrize(("lang", "left", "right"), NOT_ANOTHER)
def test_a_place_that_may_lie_in_the_other_is_no_other_place(lang: str, left: str, right: str) -> None:
    assert "place_changed" not in labels(tell(left, lang=lang), tell(right, lang=lang, name="b"))


def test_one_place_in_two_languages_is_no_other_place() -> None:
    bridge = tell("солдати стояли на мосту", lang="uk")
    assert "place_changed" not in labels(bridge, tell("soldiers stood on the bridge", name="b"))
    assert "place_changed" in labels(bridge, tell("soldiers stood in the port", name="c"))


def test_another_place_is_seen_beside_a_deadline_that_both_tell() -> None:
    left = tell("crews will fish in the zone by Friday", consequence="crews will fish in the zone", conditions=[("deadline", "by Friday")])
    right = tell("crews will fish in coastal waters by Friday", name="b", consequence="crews will fish in coastal waters", conditions=[("deadline", "by Friday")])
    assert "place_changed" in labels(left, right)
