"""Who did it, where one telling names nobody; what stands behind a "by" and is nobody; boasts."""

from __future__ import annotations

import pytest

from onrecord.statements.differences.agents import DOER

from ..tellings import compare, labels, tell


def _doers(left: str, right: str, lang: str) -> list[str]:
    """Return the words for who did it that only one telling has."""
    first, second = tell(left, lang=lang), tell(right, lang=lang, name="b")
    found = [d for d in compare(first, second) if d.reason.startswith(DOER)]
    return [span.of(t.side.article.text) for d in found for span, t in zip(d.spans, (first, second), strict=True) if span]


@pytest.mark.parametrize(
    ("lang", "left", "right", "doer"),
    [
        ("en", "three fishermen were killed by the coast guard", "three fishermen were killed", "the coast guard"),
        ("en", "three fishermen were killed", "three fishermen were killed by rebels", "rebels"),
        ("de", "die Fischer wurden verhaftet durch die Polizei", "die Fischer wurden verhaftet", "die Polizei"),
        ("nl", "de vissers zijn gedood door soldaten", "de vissers zijn gedood", "soldaten"),
        ("fr", "les pêcheurs ont été tués par l'armée", "les pêcheurs ont été tués", "l'armée"),
        ("es", "los pescadores fueron asesinados por la marina", "los pescadores fueron asesinados", "la marina"),
        ("it", "i pescatori sono stati uccisi dai soldati", "i pescatori sono stati uccisi", "soldati"),
        ("pt", "os pescadores foram mortos pela polícia", "os pescadores foram mortos", "polícia"),
        ("pl", "rybacy zostali zabici przez wojsko", "rybacy zostali zabici", "wojsko"),
    ],
)
def test_who_did_it_is_told_where_only_one_says_so(lang: str, left: str, right: str, doer: str) -> None:
    assert _doers(left, right, lang) == [doer]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("three fishermen were killed by Friday", "three fishermen were killed"),
        ("three fishermen were killed by a wave", "three fishermen were killed"),
        ("three fishermen were killed by rebels", "rebels say three fishermen were killed"),
        ("three fishermen were killed by rebels", "three fishermen were killed by soldiers"),
        ("three fishermen stood by soldiers", "three fishermen stood"),
        ("three fishermen were killed by rebels", "boats burned at night"),
    ],
)
def test_a_day_a_thing_and_what_the_other_tells_too_are_no_doers_of_one_side_alone(left: str, right: str) -> None:
    assert _doers(left, right, "en") == []


@pytest.mark.parametrize(
    ("lang", "plain", "boast"),
    [
        ("en", "said", "boasted"), ("nl", "zei", "pochte"), ("de", "sagte", "prahlte"), ("fr", "a dit", "s'est vanté"), ("es", "dijo", "alardeó"), ("it", "ha detto", "si è vantato"),
        ("pt", "disse", "gabou-se"), ("pl", "powiedział", "chełpił się"), ("cs", "řekl", "vychloubal se"), ("uk", "сказав", "похвалився"), ("ru", "сказал", "похвастался"), ("tr", "dedi", "övündü"),
    ],
)  # fmt: skip
def test_a_boast_judges_what_is_said(lang: str, plain: str, boast: str) -> None:
    assert labels(tell("1234 5678", lang=lang, cue=plain), tell("1234 5678", lang=lang, cue=boast, name="b")) == {"loaded_cue"}


def test_who_wants_to_do_it_does_not_say_that_he_will() -> None:
    assert "modality_or_negation" in labels(tell("we want to close the harbour"), tell("we will close the harbour", name="b"))
    assert "modality_or_negation" not in labels(tell("we want to close the harbour"), tell("we are ready to close the harbour", name="b"))
