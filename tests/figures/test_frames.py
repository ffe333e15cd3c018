"""Who says it, between an event and its number, parts neither from the other."""

from __future__ import annotations

import pytest

from onrecord.figures import find_figures
from onrecord.figures.frames import cut_frames
from onrecord.languages import load_pack
from onrecord.records import Attribution, Span
from tests.figures.test_find_figures import make_article, rows, span_of

DEAD_AND_HURT = {
    "en": "In the landslide died, according to the rescue service, six miners and seven were injured.",
    "nl": "Bij de aardverschuiving stierven volgens de reddingsdienst zes mijnwerkers en raakten zeven mensen gewond.",
    "de": "Bei dem Erdrutsch starben nach Angaben der Bergwacht sechs Arbeiter und sieben wurden verletzt.",
    "fr": "Dans l'éboulement ont péri, selon le service de secours, six ouvriers et sept ont été blessés.",
    "es": "En el derrumbe murieron, según el servicio de rescate, seis obreros y siete resultaron heridos.",
    "it": "Nella frana sono morti, stando al servizio di soccorso, sei operai e sette sono rimasti feriti.",
    "pt": "No deslizamento morreram, segundo o serviço de resgate, seis soldados e sete ficaram feridos.",
    "pl": "W osuwisku zginęło według służby ratowniczej sześciu żołnierzy, a siedmiu zostało rannych.",
    "cs": "Při sesuvu zahynulo podle záchranné služby šest vojáků a sedm jich bylo zraněno.",
    "uk": "Під час зсуву загинули за даними служби порятунку шість військових та семеро поранено.",
    "ru": "При оползне погибли, по данным службы спасения, шесть солдат и семь ранены.",
    "tr": "Heyelanda, kurtarma servisine göre, 6 asker öldü ve 7 kişi yaralandı.",
}  # fmt: skip


@pytest.mark.parametrize("lang", DEAD_AND_HURT)
def test_a_source_between_event_and_number_takes_the_event_from_neither(lang: str) -> None:
    assert [row[3:5] for row in rows(DEAD_AND_HURT[lang], lang)] == [(6, "killed"), (7, "injured")]


@pytest.mark.parametrize(
    ("lang", "gap", "expected"),
    [("de", " dem amt zufolge ", 1), ("de", " laut amt ", 1), ("de", " nach ersten polizeiangaben ", 1), ("de", " nach dem unfall ", 0), ("tr", ", valiliğe göre, ", 1),
     ("en", ", according to police and witnesses, ", 1), ("fr", ", selon l'armée, ", 1), ("fr", " de l'armée ", 0)],
)  # fmt: skip
def test_a_source_is_cut_between_commas_or_where_none_opens_it(lang: str, gap: str, expected: int) -> None:
    text, count = cut_frames(gap, 0, lang, (), is_before=True)
    assert count == expected
    assert (text.strip() == "") == bool(expected)


def test_whom_a_verb_of_saying_names_between_commas_is_cut_too() -> None:
    text = "En el derrumbe murieron, informó la alcaldía, seis obreros y siete resultaron heridos."
    told = Attribution(
        id="attribution-1", article="article-1", source=(span_of(text, "la alcaldía"),), cue=(span_of(text, "informó"),), content=(Span(start=0, end=len(text)),), type="indirect",
        speaker=None, speaker_as_written=None, speaker_how=None, speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=1.0, made_by="t",
    )  # fmt: skip
    found = find_figures(make_article(text, "es"), load_pack("es"), None, (told,), (), ())
    assert [(figure.point, figure.kind) for figure in found] == [(6, "killed"), (7, "injured")]


def test_an_event_is_not_lent_past_another_that_stands_before() -> None:
    assert [row[3:5] for row in rows("En el derrumbe murieron ayer seis soldados y siete resultaron heridos.", "es")] == [(6, "troops"), (7, "injured")]
    assert [row[3:5] for row in rows("The blast killed the mayor and two guards and three nurses were injured.")][-1] == (3, "injured")
