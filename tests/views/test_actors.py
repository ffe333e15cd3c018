"""One person has one name over all stories; the words of articles stay as they are."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Mention
from onrecord.results import Comparison
from onrecord.views import comparison_to_dict, make_briefing
from onrecord.views.actors import name_actors

from .make import find, make_analysis, make_article, make_attribution, make_commitment, make_figure, make_statement


def make_two(left: str, right: str, kind: str) -> Comparison:
    """Return two stories of one article each, in which somebody with two spellings speaks and threatens."""
    analyses, statements = [], []
    for name, speaker, told in (("one", left, 1), ("two", right, 2)):
        article = make_article(name, f"Talks\n{speaker} said the port would close. {speaker} said the port stays shut.")
        attribution = make_attribution(article, "the port would close", source=speaker, cue="said", type="indirect", speaker=speaker)
        commitment = make_commitment(attribution, article, "the port would close", operator=None)
        mention = Mention(id=f"m-{name}", article=article.id, span=find(article.text, speaker), kind=kind, canonical=speaker, confidence=0.9, made_by="test")
        analyses.append(make_analysis(article, attribution, mentions=(mention,), commitments=(commitment,)))
        statements.append(make_statement(name, *[attribution] * told, said_at=None))
    return Comparison(analyses=tuple(analyses), stories=(), copies=(), accounts=(), statements=tuple(statements), restatements=(), signs=(), problems=())


def test_a_person_has_the_spelling_that_most_tellings_are_under() -> None:
    comparison = make_two("Sergei Lavrov", "Sergej Lawrow", "person")
    assert {s.speaker for s in name_actors(comparison).statements} == {"Sergej Lawrow"}
    briefing = make_briefing(comparison)
    assert [(a.name, len(a.statements), a.commitments) for a in briefing.actors] == [("Sergej Lawrow", 2, 2)]
    told = comparison_to_dict(comparison)
    assert {s["speaker"] for s in told["statements"]} == {"Sergej Lawrow"}  # type: ignore[union-attr,index,call-overload]
    assert [a["attributions"][0]["speaker"] for a in told["articles"]] == ["Sergei Lavrov", "Sergej Lawrow"]  # type: ignore[union-attr,index,call-overload]


def test_two_persons_and_two_bodies_keep_their_names() -> None:
    for left, right, kind in (("Mira Solan", "Mira Tarn", "person"), ("Nord Bank", "Nordd Bank", "organisation")):
        assert {s.speaker for s in name_actors(make_two(left, right, kind)).statements} == {left, right}


def test_nothing_to_rename_leaves_a_comparison_as_it_is() -> None:
    comparison = make_two("Mira Solan", "Mira Tarn", "person")
    assert name_actors(comparison) is comparison
    unknown = replace(comparison, statements=tuple(replace(s, speaker=None) for s in comparison.statements))
    assert {s.speaker for s in name_actors(unknown).statements} == {None}


def test_who_counts_and_who_speaks_in_an_article_has_the_same_name() -> None:
    comparison = make_two("Sergei Lavrov", "Sergej Lawrow", "person")
    first, second = comparison.analyses
    article = replace(first.article, text=f"{first.article.text} 40 were hurt.")
    counted = replace(first, article=article, figures=(make_figure(article, "40", low=40, point=40, source="Sergei Lavrov", hedge=None),))
    named = name_actors(replace(comparison, analyses=(counted, second)))
    assert {a.speaker for analysis in named.analyses for a in analysis.attributions} == {"Sergej Lawrow"}
    assert [f.source for analysis in named.analyses for f in analysis.figures] == ["Sergej Lawrow"]
    briefing = make_briefing(replace(comparison, analyses=(counted, second)))
    assert {figure.counted_by for figure in briefing.figures} == {"Sergej Lawrow"}


def test_a_reader_of_english_sees_the_name_in_latin_letters_that_an_article_gives_with_the_other_beside_it() -> None:
    comparison = make_two("Тамсін Орлей", "Тамсін Орлей", "person")
    latin = make_article("three", "Talks\nTamsin Orlay was silent.")
    mention = Mention(id="m-three", article=latin.id, span=find(latin.text, "Tamsin Orlay"), kind="person", canonical="Tamsin Orlay", confidence=0.9, made_by="test")
    both = replace(comparison, analyses=(*comparison.analyses, make_analysis(latin, mentions=(mention,))))
    assert [(a.name, a.also, a.commitments) for a in make_briefing(both).actors] == [("Tamsin Orlay", ("Тамсін Орлей",), 2)]
    assert {s["speaker"] for s in comparison_to_dict(both)["statements"]} == {"Тамсін Орлей"}  # type: ignore[union-attr,index,call-overload]
    assert [a.name for a in make_briefing(comparison).actors] == ["Тамсін Орлей"]
