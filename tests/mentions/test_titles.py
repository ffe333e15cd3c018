"""Titles before a name are no part of it; the same words in another language, or as the beginning of a name, are."""

from __future__ import annotations

import pytest

from onrecord.mentions.titles import bare_names


@pytest.mark.parametrize(
    ("lang", "written", "bare"),
    [
        ("en", "Mr. Josip Tarn", "Josip Tarn"), ("en", "Mr Tarn’s", "Tarn"), ("en", "Lt. Col. Josip Tarn", "Josip Tarn"), ("en", "Gen. Tarn", "Tarn"), ("en", "Sir Josip Tarn", "Josip Tarn"),
        ("nl", "Mevr. Solan", "Solan"), ("nl", "Dhr. Tarn", "Tarn"), ("de", "Frau Dr. Mira Solan", "Mira Solan"), ("de", "Herrn Tarn", "Tarn"), ("fr", "M. Tarn", "Tarn"), ("fr", "Mme Solan", "Solan"),
        ("es", "Sr. Tarn", "Tarn"), ("it", "Sig.ra Solan", "Solan"), ("pt", "Sra. Solan", "Solan"), ("pl", "pani Mira Solan", "Mira Solan"), ("pl", "panem Tarnem", "Tarnem"), ("pl", "Pani Solan", "Solan"), ("cs", "paní Solanová", "Solanová"),
        ("uk", "пан Тарн", "Тарн"), ("ru", "г-н Тарн", "Тарн"), ("ru", "господина Тарна", "Тарна"), ("tr", "Bay Tarn", "Tarn"), ("tr", "Sayın Mira Solan", "Mira Solan"),
    ],
)  # fmt: skip
def test_titles_of_the_language_are_cut(lang: str, written: str, bare: str) -> None:
    assert bare_names([written], lang) == {written: bare}


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "Pan Zhiyuan"), ("en", "Gen Tanaka"), ("en", "Sen Gupta"), ("en", "Col Tarn"), ("en", "M. Night Solan"), ("en", "Bay Tarn"), ("en", "Frau Solan"), ("en", "Lady Solina"), ("de", "Pan Zhiyuan"),
        ("pl", "Pan Zhiyuan"), ("uk", "Пан Жі Юан"), ("cs", "Pan Zhiyuan"), ("it", "Gen Tanaka"), ("es", "Don Solino"), ("pt", "Dom Solino"), ("fr", "Bayan Solan"), ("tr", "Pan Zhiyuan"), ("nl", "Lady Solina"),
    ],
)  # fmt: skip
def test_what_is_no_title_there_stays(lang: str, written: str) -> None:
    assert bare_names([written], lang) == {written: written}


@pytest.mark.parametrize(
    ("lang", "written", "others", "bare"),
    [
        ("en", "Lady Solan", ["Mira Solan"], "Solan"), ("en", "Lady Mira Solan", ["Mira Solan", "Solan"], "Mira Solan"), ("pl", "Pan Tarn", ["Josip Tarn"], "Tarn"),
        ("en", "Lady Solina", ["Solina", "Josip Tarn"], "Lady Solina"), ("en", "Lady Solina", ["Lady Orla Solina"], "Lady Solina"),
    ],
)  # fmt: skip
def test_a_title_that_may_be_a_name_is_cut_where_somebody_is_named_in_full_without_it(lang: str, written: str, others: list[str], bare: str) -> None:
    assert bare_names([written, *others], lang)[written] == bare
