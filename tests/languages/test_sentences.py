"""Where sentences end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


def test_stops_before_a_capital_end_sentences() -> None:
    assert sentences("It rained. It snowed! Did it hail? It did… The end.") == ["It rained.", "It snowed!", "Did it hail?", "It did…", "The end."]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("“It rains.” She left. „Es regnet.“ Sie ging. «Дощ.» Вона пішла.") == ["“It rains.”", "She left.", "„Es regnet.“", "Sie ging.", "«Дощ.»", "Вона пішла."]


def test_an_opening_quotation_mark_starts_the_next_sentence() -> None:
    assert sentences("She left. “It rains,” he said.") == ["She left.", "“It rains,” he said."]


def test_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert sentences("“Rain!” she cried. über alles. élan") == ["“Rain!” she cried. über alles. élan"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Tarn met Mrs. Solan and Dr. Orlay.", "John F. Tarn and J. R. Solan left.", "The U.S. Senate met.", "Prof. Tarn spoke.", "Gen. Orlay and Lt. Col. Tarn left.",
        "Der 5. Mai war kalt.", "Hr. Tarn kam bzw. Frau Solan.", "Dhr. Tarn en mevr. Solan.", "M. Tarn et Mme. Solan sont partis.", "El Sr. Tarn y la Sra. Solan.",
        "Він живе на вул. Садовій у м. Києві.", "It was No. 5 on Jan. 12 at the gate.",
    ],
)  # fmt: skip
def test_short_forms_and_initials_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["He said no. Then he left.", "They met Bob. He laughed.", "It was in May. The rain fell.", "He told me. She knew.", "Yes. We go."])
def test_short_words_that_are_no_short_forms_do(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The mill is shut.|Guards came later.|They found a key.| Nobody was hurt.",
        "De molen is dicht.|Bewakers kwamen later.|Niemand raakte gewond.", "Die Mühle ist zu.|Wachen kamen später.|Über Nacht war Ruhe.",
        "Le moulin a fermé.|Élise Tarn est partie.|Rien ne bouge.", "El molino cerró.|Ángel Tarn salió.|Nada se mueve.", "Il mulino ha chiuso.|Arrivano le guardie.|Nulla si muove.",
        "O moinho fechou.|Chegaram guardas.|Ninguém saiu.", "Młyn zamknięto.|Świadkowie wyszli.|Nikt nie ucierpiał.", "Mlýn zavřeli.|Říká to starosta.|Nikdo nezůstal.",
        "Млин закрили.|Їхали довго.|Ніхто не вийшов.", "Мельницу закрыли.|Пришла охрана.|Никто не вышел.", "Değirmen kapandı.|Şehir sustu.|İnsanlar gitti.",
        'He cried: "It is shut."|Then he left.|"Nobody knows," she said.', "She said it rained!|(Nobody saw it.)|Then “It snowed.”|Later it hailed.",
    ],
)  # fmt: skip
def test_where_blanks_are_lost_a_stop_before_a_capital_ends_a_sentence(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "They wrote on Web.De about rain and on Web.De about snow", "Look at Harbour.Com and at Tarnmill.Org or Mill.Html for more", "It is at harbour.town/Mill.Page and at a@mill.Tarn for all",
        "Only one.Blank is lost here", "The firms vs.Solan and vs.Tarn went on", "Version three.two and SOLAN.Tarn and McA.Bee went on",
    ],
)  # fmt: skip
def test_names_with_a_dot_and_a_single_lost_blank_end_nothing(text: str) -> None:
    assert sentences(text) == [text]


def test_paragraphs_end_sentences_and_blanks_at_the_edges_are_left_out() -> None:
    assert sentences("  A headline\n\n It rained. \r\n\u2028 ") == ["A headline", "It rained."]


def test_no_text_has_no_sentences() -> None:
    assert sentences("") == sentences(" \n ") == []


def test_a_row_of_dots_is_read_in_time_that_grows_with_its_length() -> None:
    started = time.process_time()
    assert len(sentences(f"a{'.' * 50_000}x")) == 1
    assert time.process_time() - started < 1.0


@given(st.text(alphabet="aB. !?…\n\"“”'1ÜяЯ", max_size=80) | st.text())
@settings(deadline=None)
def test_sentences_of_any_text_are_in_order_and_lose_only_white_space(text: str) -> None:
    spans = list(split_sentences(text))
    assert spans == list(split_sentences(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
