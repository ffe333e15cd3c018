"""Differences that hang on a small word, an ending or a neighbour: reasons, Turkish negation, hedged numbers, heads of phrases, places in consequences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Figure, Mention
from onrecord.statements.differences.actors import is_head
from onrecord.statements.differences.clauses import cut_clauses, load_small_words
from onrecord.statements.differences.numbers import find_figure_changes
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.differences.phrases import widen
from onrecord.statements.differences.wording import _loading
from onrecord.statements.match import Matcher

from ..tellings import Telling, days, find, labels, space_of, tell


def pair_of(left: Telling, right: Telling) -> Pair:
    matcher = Matcher(space_of([left.side, right.side]))
    return Pair(left.side, right.side, matcher.words(left.side), matcher.words(right.side))


REASONS = [
    ("en", "the port closes tonight because pilots may strike", "the port closes tonight"),
    ("nl", "de haven sluit vannacht omdat loodsen kunnen staken", "de haven sluit vannacht"),
    ("de", "der Hafen schließt heute weil Lotsen streiken könnten", "der Hafen schließt heute"),
    ("fr", "le port ferme ce soir parce que les pilotes peuvent faire grève", "le port ferme ce soir"),
    ("it", "il porto chiude stasera perché i piloti possono scioperare", "il porto chiude stasera"),
    ("pl", "port zamkną dzisiaj ponieważ piloci mogą strajkować", "port zamkną dzisiaj"),
    ("ru", "порт закроют вечером потому что лоцманы могут бастовать", "порт закроют вечером"),
]


@pytest.mark.parametrize(("lang", "long", "short"), REASONS)
def test_a_may_in_a_reason_that_the_other_leaves_out_changes_nothing(lang: str, long: str, short: str) -> None:
    left = tell(long, lang=lang)
    assert next(left.side.cut(c) for c in cut_clauses(left.side, left.attribution.content)) == short
    assert "modality_or_negation" not in labels(left, tell(short, lang=lang, name="b"))


def test_every_language_has_words_for_reasons_and_members() -> None:
    for lang in ("en", "nl", "de", "fr", "es", "it", "pt", "pl", "cs", "uk", "ru", "tr"):
        assert load_small_words(lang)["reasons"] and load_small_words(lang)["members"], lang


@pytest.mark.parametrize(("plain", "negated"), [
    ("gemiler limana gelecek", "gemiler limana gelmeyecek"), ("kaptan kapıyı açıyor", "kaptan kapıyı açmıyor"), ("kaptan kapıyı açtı", "kaptan kapıyı açmadı"),
    ("kaptan kapıyı açar", "kaptan kapıyı açmaz"), ("kaptan kapıyı açmalı", "kaptan kapıyı açmamalı"),
])  # fmt: skip
def test_turkish_negates_a_verb_by_a_suffix(plain: str, negated: str) -> None:
    assert "modality_or_negation" in labels(tell(plain, lang="tr"), tell(negated, lang="tr", name="b"))
    assert "modality_or_negation" not in labels(tell(negated, lang="tr"), tell(negated, lang="tr", name="b"))


def test_a_negated_turkish_telling_says_what_a_negated_one_in_another_language_says() -> None:
    same = {"gemiler": "ships", "limana": "port", "girmeyecek": "enter"}
    assert "modality_or_negation" not in labels(tell("ships will not enter port"), tell("gemiler limana girmeyecek", lang="tr", name="b", same=same))


@pytest.mark.parametrize("words", ["kapının açılmasını istedi", "limanın kapatılması gündemde", "madde yeniden yazıldı"])
def test_a_turkish_verbal_noun_negates_nothing(words: str) -> None:
    assert "modality_or_negation" not in labels(tell(words, lang="tr"), tell(words.rsplit(" ", 1)[0] + " dendi", lang="tr", name="b"))


def count(telling: Telling, point: float | None, low: float | None, high: float | None) -> Telling:
    def revalue(figure: Figure) -> Figure:
        return replace(figure, point=point, low=low, high=high)

    return replace(telling, side=replace(telling.side, figures=tuple(map(revalue, telling.side.figures))))


@pytest.mark.parametrize(("other", "differs"), [((35, 30, 40), False), ((36, 36, 36), True), ((None, 30, None), False), ((None, 40, None), True)])
def test_one_number_is_no_other_figure_however_it_is_hedged(other: tuple[float | None, float | None, float | None], differs: bool) -> None:
    left, right = tell("the ferry hurt 35 dockers", figure=("35", 35)), tell("el barco hirió a 35 dockers", lang="es", name="b", figure=("35", 35))
    assert bool(list(find_figure_changes(pair_of(left, count(right, *other))))) == differs


@pytest.mark.parametrize(("lang", "content", "name", "head"), [
    ("en", "a senior UFN staffer left", "UFN", False), ("en", "the UFN left", "UFN", True), ("en", "a member of the Senate left", "Senate", False), ("en", "Senn aides left", "Senn", False),
    ("de", "ein UFN-Mitarbeiter ging", "UFN", False), ("nl", "een medewerker van de UFN ging", "UFN", False), ("fr", "un membre du Sénat part", "Sénat", False),
    ("pl", "członek Senatu odszedł", "Senatu", False), ("ru", "член Сената ушёл", "Сената", False), ("tr", "Meclis üyesi ayrıldı", "Meclis", False), ("es", "el Senado se va", "Senado", True),
])  # fmt: skip
def test_a_name_acts_only_where_it_is_the_head_of_its_phrase(lang: str, content: str, name: str, head: bool) -> None:
    telling = tell(content, lang=lang)
    span = find(telling.side.article.text, name)
    mention = Mention(id="m", article=telling.side.article.id, span=span, kind="organisation", canonical=name, confidence=0.9, made_by="t@1")
    assert is_head(telling.side, mention) == head


def test_somebody_of_an_organisation_is_no_other_actor_than_one_of_the_same_rank() -> None:
    left, right = tell("Varo Senn voted tonight", persons=["Varo Senn"]), tell("a UFN staffer voted tonight", name="b", persons=["UFN"])
    assert "actor_changed" not in labels(left, right)
    assert "actor_changed" in labels(left, tell("UFN voted tonight", name="b", persons=["UFN"]))


def test_of_a_reporting_verb_in_two_pieces_the_verb_is_told() -> None:
    telling = tell("le port ferme", lang="fr", source="Orlay", cue="a", occasion="fermement rejeté", speaker="Orlay")
    text = telling.side.article.text
    split = replace(telling.side, attribution=replace(telling.attribution, cue=(find(text, "a "), find(text, "rejeté"))))
    found = _loading(split)
    assert found is not None and found[1] is not None and split.cut(found[1]) == "rejeté"


@pytest.mark.parametrize("kind", ["places", "persons"])
def test_another_place_in_a_consequence_that_both_tell_is_another_place(kind: str) -> None:
    left = tell("we close the crossing Korva tonight", consequence="close the crossing Korva tonight", places=["Korva"])
    right = tell("we close the crossing Drenno tonight", name="b", consequence="close the crossing Drenno tonight", **{kind: ["Drenno"]})  # type: ignore[arg-type]
    assert "place_changed" in labels(left, right)
    assert "place_changed" not in labels(left, left)


def test_one_group_in_two_languages_is_one_whatever_each_calls_it() -> None:
    same = {
        "полицейские": "crew",
        "рабочие": "crew",
        "приедут": "come",
        "вечером": "evening",
        "policjanci": "crew",
        "przyjadą": "come",
        "wieczorem": "evening",
        "уйдём": "leave",
        "odejdziemy": "leave",
    }
    left = tell("odejdziemy jeśli policjanci przyjadą wieczorem", lang="pl", consequence="odejdziemy", conditions=[("trigger", "policjanci przyjadą wieczorem")], same=same)

    def right(same: dict[str, str]) -> Telling:
        return tell("уйдём если рабочие приедут вечером", lang="ru", name="b", consequence="уйдём", conditions=[("trigger", "рабочие приедут вечером")], same=same)

    assert "actor_changed" not in labels(left, right(same))
    assert "actor_changed" in labels(left, right({**same, "рабочие": "others"}))


@pytest.mark.parametrize(("name", "differs"), [("Бобровниках", False), ("Кузнице", True)])
def test_a_place_in_another_case_and_script_is_the_same_place(name: str, differs: bool) -> None:
    same = {"мы": "we", "закроем": "close", "переход": "crossing", "вечером": "tonight", "zamkniemy": "close", "przejście": "crossing", "wieczorem": "tonight"}
    left = tell("zamkniemy przejście Bobrownikach wieczorem", lang="pl", consequence="zamkniemy przejście Bobrownikach wieczorem", places=["Bobrownikach"], same=same)
    right = tell(f"закроем переход {name} вечером", lang="ru", name="b", consequence=f"закроем переход {name} вечером", places=[name], same=same)
    assert ("place_changed" in labels(left, right)) == differs


@pytest.mark.parametrize(("lang", "content", "noun", "shown"), [
    ("en", "we hold the territory gained by rebel forces", "territory", "the territory gained by rebel forces"),
    ("nl", "wij houden het gebied veroverd door rebellen", "gebied", "het gebied veroverd door rebellen"),
    ("fr", "nous tenons le territoire pris par les rebelles", "territoire", "le territoire pris par les rebelles"),
    ("es", "tenemos el territorio tomado por los rebeldes", "territorio", "el territorio tomado por los rebeldes"),
    ("pl", "trzymamy to terytorium zajęte przez rebeliantów", "terytorium", "to terytorium zajęte przez rebeliantów"),
    ("en", "we hold the territory tonight", "territory", "the territory"), ("en", "we hold the territory, gained by rebels", "territory", "the territory"),
])  # fmt: skip
def test_a_noun_is_shown_with_the_participle_that_says_whose_doing_it_is(lang: str, content: str, noun: str, shown: str) -> None:
    side = tell(content, lang=lang).side
    assert side.cut(widen(side, find(side.article.text, noun), side.attribution.content[0])) == shown


def test_a_day_behind_by_is_nobody() -> None:
    side = tell("we leave the territory emptied by Friday", date=("Friday", days("2031-03-14", "2031-03-15"))).side
    assert side.cut(widen(side, find(side.article.text, "territory"), side.attribution.content[0])) == "the territory"
