"""Strength of acts and of reporting verbs: one act told weaker or stronger, in several languages, and what only looks like it."""

from __future__ import annotations

import pytest

from onrecord.languages import known_languages, load_pack
from onrecord.statements.differences.phrases import is_attribute
from onrecord.statements.differences.wording import FIRMNESS, JUDGING

from ..tellings import Telling, compare, find, labels, tell

ACTS = [
    ("en", "damage", "the storm damaged the lighthouse", "the storm destroyed the lighthouse"),
    ("es", "violence", "la tormenta dañó el faro", "la tormenta destruyó el faro"),
    ("pl", "damage", "burza uszkodziła latarnię", "burza zniszczyła latarnię"),
    ("tr", "damage", "liman feneri hasar gördü", "liman feneri yerle bir oldu"),
    ("en", "departure", "the crew left the harbour", "the crew fled the harbour"),
    ("it", "departure", "i pescatori hanno lasciato il porto", "i pescatori sono fuggiti dal porto"),
    ("uk", "departure", "рибалки залишили гавань", "рибалки втекли з гавані"),
    ("de", "custody", "der Lotse wurde festgenommen", "der Lotse wurde verhaftet"),
    ("fr", "custody", "le pilote a été interpellé", "le pilote a été incarcéré"),
    ("cs", "custody", "rybář byl zadržen", "rybář byl uvězněn"),
    ("en", "rise", "harbour fees rose", "harbour fees soared"),
    ("nl", "fall", "de vangst daalde", "de vangst kelderde"),
    ("ru", "fall", "улов снизился", "улов обвалился"),
    ("pt", "stance", "os pescadores pediram ajuda", "os pescadores exigiram ajuda"),
    ("en", "withdrawal", "the dockers suspend the contract", "the dockers rescind the contract"),
    ("de", "withdrawal", "die Fischer haben den Vertrag ausgesetzt", "die Fischer haben den Vertrag aufgekündigt"),
    ("es", "withdrawal", "los pescadores suspenden el contrato", "los pescadores rescindirán el contrato"),
    ("it", "withdrawal", "i pescatori sospendono il contratto", "i pescatori disdicono il contratto"),
    ("pt", "withdrawal", "os pescadores suspendem o contrato", "os pescadores rescindem o contrato"),
    ("pl", "withdrawal", "rybacy zawieszą kontrakt z portem", "rybacy wypowiedzą kontrakt z portem"),
    ("cs", "withdrawal", "rybáři chtějí smlouvu pozastavit", "rybáři chtějí smlouvu vypovědět"),
    ("ru", "withdrawal", "рыбаки хотят приостановления договора", "рыбаки хотят расторжения договора"),
    ("uk", "withdrawal", "рибалки призупинять договір", "рибалки денонсують договір"),
    ("en", "voice", "the pilots shouted", "the pilots screamed"),
    ("de", "distress", "die Fischer waren traurig", "die Fischer waren untröstlich"),
]
CUES = [
    ("en", "said", "insisted"),
    ("de", "sagte", "bekräftigte"),
    ("nl", "zei", "benadrukte"),
    ("fr", "dit", "souligne"),
    ("es", "dijo", "aseguró"),
    ("it", "ha detto", "assicura"),
    ("pt", "disse", "sublinhou"),
    ("pl", "powiedział", "zapewnił"),
    ("cs", "řekl", "ujistil"),
    ("ru", "сказал", "подчеркнул"),
    ("uk", "сказав", "наголосив"),
    ("tr", "dedi", "vurguladı"),
]


def told(lang: str, content: str, *, name: str = "a", **more: object) -> Telling:
    """Return a telling of a content."""
    return tell(content, lang=lang, name=name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("lang", "group", "weaker", "stronger"), ACTS)
def test_an_act_told_in_another_strength_is_shown_with_its_words(lang: str, group: str, weaker: str, stronger: str) -> None:
    (found,) = [d for d in compare(told(lang, weaker), told(lang, stronger, name="b")) if d.label == "verb_strength"]
    assert found.reason.startswith(f"{group}: ")
    assert all(found.spans)


@pytest.mark.parametrize(("lang", "plain", "firm"), CUES)
def test_a_firmer_reporting_verb_is_a_stronger_one_and_judges_nothing(lang: str, plain: str, firm: str) -> None:
    assert _cue_labels(lang, plain, firm) == {"verb_strength"}


def _cue_labels(lang: str, left: str, right: str, **more: object) -> set[str]:
    """Return the labels between two tellings that differ in nothing but the reporting verb."""
    return labels(told(lang, "1234 5678", cue=left, **more), told(lang, "1234 5678", cue=right, name="b", **more))


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "said", "determined"), ("de", "sagte", "ermittelte"), ("ru", "сообщил", "установил"), ("pl", "powiedział", "ustalił"),
        ("en", "asked", "demanded"), ("nl", "vroeg", "eiste"), ("en", "criticised", "condemned"), ("es", "criticó", "condenó"),
    ],
)  # fmt: skip
def test_what_is_established_demanded_or_condemned_is_told_stronger(lang: str, left: str, right: str) -> None:
    assert "verb_strength" in _cue_labels(lang, left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "said", "announced"), ("en", "said", "reiterated"), ("en", "said", "pointed out"), ("de", "sagte", "wiederholte"),
        ("en", "asked", "insisted"), ("fr", "dit", "répète"), ("ru", "сказал", "повторил"), ("tr", "dedi", "yineledi"), ("uk", "сказав", "повідомив"),
    ],
)  # fmt: skip
def test_habitual_verbs_of_saying_repeating_and_announcing_are_no_difference(lang: str, left: str, right: str) -> None:
    assert _cue_labels(lang, left, right) == set()


@pytest.mark.parametrize(("lang", "left", "right"), [("en", "said", "warned"), ("de", "sagte", "räumte ein"), ("it", "ha detto", "ammette")])
def test_a_verb_that_judges_is_loaded_and_not_told_twice(lang: str, left: str, right: str) -> None:
    assert _cue_labels(lang, left, right) == {"loaded_cue"}


def test_what_only_one_believes_is_a_matter_of_modality_alone() -> None:
    assert _cue_labels("en", "determined", "suspects") <= {"modality_or_negation"}


def test_reporting_verbs_of_two_languages_are_not_weighed_against_each_other() -> None:
    assert "verb_strength" not in labels(told("en", "1234 5678", cue="said"), told("fr", "1234 5678", cue="souligne", name="b"))


def test_a_quoted_demand_needs_no_demanding_verb() -> None:
    left, right = told("en", "“open the port”", cue="said", type="direct"), told("en", "to open the port", cue="demanded", name="b")
    assert "verb_strength" not in labels(left, right)


@pytest.mark.parametrize(("lang", "left", "right"), [("en", "the port will close", "the port would close"), ("it", "il porto sarà chiuso", "il porto sarebbe chiuso")])
def test_the_sequence_of_tenses_is_no_strength(lang: str, left: str, right: str) -> None:
    assert "verb_strength" not in labels(told(lang, left), told(lang, right, name="b"))


def test_acts_in_other_settings_are_other_acts() -> None:
    left = told("en", "storms damaged forty boats, pilots waited ashore")
    right = told("en", "pilots waited ashore, vandals destroyed lampposts", name="b")
    assert "verb_strength" not in labels(left, right)


def test_a_name_that_looks_like_a_verb_is_no_act() -> None:
    left, right = told("en", "boats of Fort Grab waited", places=["Fort Grab"]), told("en", "boats of pilots took waited", name="b")
    assert "verb_strength" not in labels(left, right)


@pytest.mark.parametrize("lang", known_languages())
def test_every_loading_either_judges_or_has_a_firmness(lang: str) -> None:
    pack = load_pack(lang)
    assert pack is not None
    assert set(pack.cues) == JUDGING | set(FIRMNESS)


@pytest.mark.parametrize(("name", "is_changed"), [("Marn Orlay", True), ("Marn ISD", False)])
def test_an_abbreviation_that_passes_for_a_name_is_no_other_source(name: str, is_changed: bool) -> None:
    left = told("en", "the port closes", speaker=name, source=name)
    right = told("en", "the port closes", speaker=None, speaker_how="unnamed source", source="the district", name="b")
    assert ("actor_changed" in labels(left, right)) == is_changed


ATTRIBUTES = [
    ("en", "we take back all temporarily-occupied islands", "we begin to take back the occupied islands"), ("de", "wir nehmen die Inseln ein", "wir holen die besetzten Inseln zurück"),
    ("nl", "wij nemen de eilanden in", "wij halen de bezette eilanden terug"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "left", "right"), ATTRIBUTES)
def test_a_participle_that_says_which_thing_is_meant_is_no_act(lang: str, left: str, right: str) -> None:
    assert "verb_strength" not in labels(told(lang, left), told(lang, right, name="b"))


@pytest.mark.parametrize(
    ("lang", "words", "attribute"),
    [
        ("en", "we retake the occupied islands", True), ("en", "we retake all newly-occupied islands", True), ("en", "the wounded were carried away", False), ("en", "they occupied islands", False),
        ("de", "sie haben die Inseln besetzt", False), ("de", "die besetzten Inseln", True), ("es", "los ocupados", False), ("uk", "усі окуповані острови", True),
    ],
)  # fmt: skip
def test_an_attribute_has_its_article_before_it_and_its_noun_behind_it(lang: str, words: str, attribute: bool) -> None:
    side = told(lang, words).side
    word = next(each for each in words.replace("-", " ").split() if each[:5] in ("occup", "wound", "beset", "ocupa", "окупо"))
    assert is_attribute(side, find(side.article.text, word)) == attribute


@pytest.mark.parametrize(("lang", "left", "right"), [
    ("pl", "rybacy zawieszą połów, gdy port się wypowie", "rybacy poczekają z połowem, gdy port się wypowie"),
    ("en", "the dockers cancel the contract", "the dockers rescind the contract"),
    ("it", "i pescatori annullano il contratto", "i pescatori disdicono il contratto"),
])  # fmt: skip
def test_two_words_for_ending_are_equally_strong_and_speaking_out_ends_nothing(lang: str, left: str, right: str) -> None:
    assert "verb_strength" not in labels(told(lang, left), told(lang, right, name="b"))
