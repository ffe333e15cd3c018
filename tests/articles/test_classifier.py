"""The classifier gives what py3langid gives, sooner."""

from __future__ import annotations

import random
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import classifier

SAMPLES = (
    "The ferry company said on Friday that the crossing would stay closed until the harbour wall had been inspected.",
    "De veerdienst liet vrijdag weten dat de overtocht dicht blijft tot de kade is nagekeken.",
    "Паромна компанія повідомила, що переправа буде закрита, доки не оглянуть стіну гавані.",
    "フェリー会社は、岸壁の点検が終わるまで運航を止めると発表した。",
    "قالت شركة العبارات يوم الجمعة إن المعبر سيبقى مغلقا حتى يتم فحص جدار الميناء.",
    "THE FERRY WILL NOT SAIL BEFORE MONDAY, SAYS ITS OWNER",
    "x",
    "of 12.5 \x00\x01 \udc80",
)


@pytest.fixture(scope="module")
def library() -> classifier.Classifier:
    module = import_module("py3langid.langid")
    model: classifier.Classifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
    return model


def test_the_model_is_walked_as_a_whole() -> None:
    assert isinstance(classifier.load_classifier(), classifier._WholeText)


@pytest.mark.parametrize("text", [*SAMPLES, " ".join(SAMPLES), random.Random(3).randbytes(2_000).decode("latin-1")])
def test_it_says_what_the_library_says(text: str, library: classifier.Classifier) -> None:
    (lang, probability), (same, known) = classifier.load_classifier().classify(text), library.classify(text)
    assert probability == pytest.approx(known, abs=1e-3)
    assert lang == same


@settings(deadline=None)  # the first of them loads the model
@given(st.text(max_size=400))
def test_any_text_has_a_probability(text: str) -> None:
    lang, probability = classifier.load_classifier().classify(text)
    assert lang
    assert 0.0 <= probability <= 1.001


def test_a_model_of_another_build_is_left_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifier, "LONGEST_RUN", 1)  # as if the model knew longer runs than this file does
    classifier.load_classifier.cache_clear()
    try:
        assert not isinstance(classifier.load_classifier(), classifier._WholeText)
    finally:
        classifier.load_classifier.cache_clear()
