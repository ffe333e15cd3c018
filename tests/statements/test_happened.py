"""What a condition waits for is met when its own verb is told in the past, of those it names, and denied when that is said not to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.languages.pack import load_pack
from onrecord.records import Attribution, Span
from onrecord.statements.forms import PlainText
from onrecord.statements.happened import find_acts
from onrecord.statements.signs import find_sightings, read_passages
from tests.attributions.make import make
from tests.growth import grows_gently

from .tellings import Telling, find, make_encoding, tell
from .test_signs_across import report, signs

ACTS = {
    "en": ("the militia withdraws from Lindham", "The militia withdrew from Lindham on Sunday.", "The militia will withdraw from Lindham on Sunday."),
    "nl": ("de militie trekt zich terug uit Lindham", "De militie heeft zich zondag uit Lindham teruggetrokken.", "De militie wil zich uit Lindham terugtrekken."),
    "de": ("die Miliz zieht sich zurück aus Lindham", "Die Miliz hat sich am Sonntag aus Lindham zurückgezogen.", "Die Miliz will sich aus Lindham zurückziehen."),
    "fr": ("la milice se retire de Lindham", "La milice a annoncé dimanche que ses hommes se sont retirés de Lindham.", "La milice pourrait se retirer de Lindham."),
    "es": ("la milicia se retira de Lindham", "La milicia se retiró el domingo de Lindham.", "La milicia podría retirarse de Lindham."),
    "it": ("la milizia si ritira da Lindham", "La milizia si è ritirata domenica da Lindham.", "La milizia potrebbe ritirarsi da Lindham."),
    "pt": ("a milícia se retira de Lindham", "A milícia retirou-se no domingo de Lindham.", "A milícia poderia retirar-se de Lindham."),
    "pl": ("milicja wycofa się z Lindham", "Milicja wycofała się w niedzielę z Lindham.", "Milicja może się wycofać z Lindham."),
    "cs": ("milice opustí Lindham", "Milice v neděli opustila Lindham.", "Milice by mohla opustit Lindham."),
    "uk": ("ополчення залишить Lindham", "Ополчення в неділю залишило Lindham.", "Ополчення може залишити Lindham."),
    "ru": ("ополчение покинет Lindham", "Ополчение в воскресенье покинуло Lindham.", "Ополчение может покинуть Lindham."),
    "tr": ("milisler Lindham kentinden çekilirse", "Milisler pazar günü Lindham kentinden çekildi.", "Milisler Lindham kentinden çekilecek."),
}


def wait(condition: str, lang: str) -> Telling:
    """Return a commitment that waits for this."""
    return tell(f"x {condition}", lang=lang, consequence="x", conditions=[("trigger", condition)], places=["Lindham"], name="early")


@pytest.mark.parametrize("lang", sorted(ACTS))
def test_an_act_told_in_the_past_is_met_and_one_to_come_is_not(lang: str) -> None:
    condition, done, to_come = ACTS[lang]
    assert [s.status for s in signs(wait(condition, lang), done, lang, "Lindham")] == ["met"]
    assert "met" not in [s.status for s in signs(wait(condition, lang), to_come, lang, "Lindham")]


@pytest.mark.parametrize("lang", ["de", "es", "pl", "cs", "uk", "tr"])
def test_an_act_is_seen_across_languages(lang: str) -> None:
    assert [s.status for s in signs(wait(ACTS["en"][0], "en"), ACTS[lang][1], lang, "Lindham")] == ["met"]


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("The militia has not withdrawn from Lindham.", "Lindham", "denied"),
        ("The militia withdrew from Pelgrim.", "Pelgrim", None),
        ("Has the militia withdrawn from Lindham?", "Lindham", None),
        ("If the militia withdrew from Lindham, the road would open.", "Lindham", None),
    ],
)
def test_what_is_not_done_or_done_elsewhere_is_not_met(text: str, name: str, status: str | None) -> None:
    assert [s.status for s in signs(wait(ACTS["en"][0], "en"), text, "en", name)] == ([status] if status else [])


def test_a_condition_that_waits_for_something_not_to_be_so_is_denied_by_what_is_done() -> None:
    assert [s.status for s in signs(wait("the militia does not withdraw from Lindham", "en"), ACTS["en"][1], "en", "Lindham")] == ["denied"]


def test_who_announces_something_else_prepares_nothing() -> None:
    line = tell(
        "x a march of the militia is held in Lindham", consequence="x", conditions=[("trigger", "a march of the militia is held in Lindham")], places=["Lindham"], name="early",
    )  # fmt: skip
    for text, status in (
        ("The militia announced a march in Lindham.", ["prepared"]),
        ("Officials of the militia announced on Sunday that the road to Lindham is dry, and no march came.", []),
    ):
        analysis, article = report(text, "en", ["Lindham"])
        content = find(text, text[text.index("announced") + 10 : -1])
        told = Attribution(
            id="a", article=article.id, source=(), cue=(find(text, "announced"),), content=(content,), type="indirect", speaker=None, speaker_as_written=None, speaker_how="none",
            speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=0.9, made_by="t@1",
        )  # fmt: skip
        reading = read_passages(replace(analysis, attributions=(told,)), make_encoding(article))
        assert [s.status for s in find_sightings(line.sketch, ["a march"], reading)] == status


def test_the_acts_of_a_long_sentence_are_found_with_work_that_grows_with_it() -> None:
    article, _ = make("x")
    pack = load_pack("en")
    assert pack is not None

    def find_all(size: int) -> None:
        told = PlainText(replace(article, text="the militia announced and withdrew and threatened to attack and " * size))
        assert len(list(find_acts(told, pack, Span(start=0, end=len(told.article.text))))) > 2 * size

    assert grows_gently(find_all, 30)
