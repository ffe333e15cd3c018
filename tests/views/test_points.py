"""Which points are shown and in what order: what a red line hangs on first, one change once in all languages, changed words of a quotation only where no other point tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.records import Article, Attribution, Commitment, Difference, Standing, Story, Wording
from onrecord.results import Comparison
from onrecord.statements.differences.actors import GROUP
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.statements.differences.scope import SCOPE
from onrecord.views import make_briefing
from onrecord.views.entries import Point

from .make import find, make_analysis, make_article, make_attribution, make_commitment, make_statement

Side = tuple[Article, Attribution]


def quote(name: str, words: str, lang: str = "en") -> Side:
    """Return an article that quotes Ada Quill."""
    article = make_article(name, f"“{words},” said Ada Quill.", outlet=name, lang=lang)
    return article, make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")


def points(left: Side, right: Side, *changes: tuple[str, str, str, str], commitments: Sequence[Commitment] = ()) -> list[Point]:
    """Return the points of two quotations; changes are label, words here, words there, reason."""
    differences = tuple(Difference(left=0, right=1, label=label, spans=(find(left[0].text, a), find(right[0].text, b)), reason=reason) for label, a, b, reason in changes)
    return brief([left, right], differences, commitments)


def brief(sides: Sequence[Side], differences: tuple[Difference, ...], commitments: Sequence[Commitment], standings: tuple[Standing, ...] = ()) -> list[Point]:
    """Return the points of one statement that these sides tell."""
    statement = replace(make_statement("one", *(said for _, said in sides), said_at=None), differences=differences)
    articles = {article.id: article for article, _ in sides}
    story = Story(id="story-1", articles=tuple(articles), made_by="test@1")
    analyses = tuple(
        make_analysis(article, *(said for _, said in sides if said.article == id), commitments=tuple(c for c in commitments if c.article == id)) for id, article in articles.items()
    )
    comparison = Comparison(
        analyses=analyses, stories=(story,), copies=(), accounts=(), statements=(statement,), restatements=(), signs=(), problems=(), standings=standings,
    )  # fmt: skip
    return list(make_briefing(comparison).statements[0].points)


LEFT, RIGHT = quote("gazette", "our men are touched at dusk"), quote("courier", "our people are wrecked at night")
REQUOTE = "paraphrase_in_quote_marks"


def test_changed_words_that_another_point_tells_are_not_shown_again() -> None:
    actor = ("actor_changed", "men", "people", "`men` here, `people` there")
    assert [p.label for p in points(LEFT, RIGHT, actor, (REQUOTE, "men", "people", "both quote"))] == ["actor_changed"]
    assert {p.label for p in points(LEFT, RIGHT, actor, (REQUOTE, "dusk", "night", "both quote"))} == {"actor_changed", REQUOTE}


def test_words_left_out_that_another_point_tells_are_not_shown_again() -> None:
    omitted, short = ("omitted_condition", "at dusk", "our", "it is not told here"), ("truncated", "dusk", "our", "2 of 5 words have no counterpart, above all `dusk`")
    assert [p.label for p in points(LEFT, RIGHT, omitted, short)] == ["omitted_condition"]
    assert [p.label for p in points(LEFT, RIGHT, short)] == ["truncated"]


@pytest.mark.parametrize("lang", ["nl", "uk", "tr"])
def test_a_translation_is_not_called_another_wording(lang: str) -> None:
    assert points(LEFT, quote("post", "our people are wrecked at night", lang), (REQUOTE, "dusk", "night", "both quote")) == []


def test_points_of_one_label_that_say_different_things_have_titles_of_their_own() -> None:
    stronger = ("verb_strength", "touched", "wrecked", "harm: `touched` (strength 1) here, `wrecked` (strength 4) there")
    fewer = ("verb_strength", "our men", "people", f"{SCOPE}`our men` here, `people` there")
    assert {p.title for p in points(LEFT, RIGHT, stronger, fewer)} == {"A stronger or a weaker verb", "More or fewer are meant"}
    apart = ("truncated", "at dusk", "at night", f"4 of 5 words here: {PERHAPS_NOT_ONE}")
    assert {p.title for p in points(LEFT, RIGHT, stronger, fewer, apart)} == {"Perhaps not one utterance"}


def test_a_point_can_be_told_by_what_its_sides_come_to() -> None:
    joined = ("and_or_changed", "men are touched at dusk", "people are wrecked at night", "joined by “and” here, only listed there")
    (point,) = points(LEFT, RIGHT, joined)
    assert "".join(part if isinstance(part, str) else getattr(part, "text", "?") for part in point.notes) == "joined by “and” in gazette; only listed in courier"
    (bare,) = points(LEFT, RIGHT, ("actor_changed", "men", "people", "`men` here, `people` there"))
    assert bare.notes == ()


def threaten(name: str, words: str, consequence: str, *conditions: str, lang: str = "en") -> tuple[Side, Commitment]:
    """Return a quotation that is a threat on triggers."""
    article, said = quote(name, words, lang)
    return (article, said), make_commitment(said, article, consequence, *(("trigger", condition) for condition in conditions), operator=None)


def test_what_a_red_line_hangs_on_comes_before_what_lies_beside_it() -> None:
    (left, mine), (right, theirs) = (
        threaten("gazette", "the mayor said that our men leave if ships burn", "our men leave", "ships burn"),
        threaten("courier", "the council said that our people leave if ships burn", "our people leave", "ships burn"),
    )
    found = points(
        left, right, ("modality_or_negation", "said", "said", "other words"), ("actor_changed", "men", "people", "group: `men` here, `people` there"), commitments=(mine, theirs),
    )  # fmt: skip
    assert [p.label for p in found] == ["actor_changed", "modality_or_negation"]
    assert found[0].title == "Another group of people"
    plain = points(left, right, ("modality_or_negation", "said", "said", "other words"), ("actor_changed", "men", "people", "group: `men` here, `people` there"))
    assert [p.label for p in plain] == ["modality_or_negation", "actor_changed"]


def test_one_change_of_a_consequence_is_one_point_in_two_languages() -> None:
    tellings = [
        threaten("gazette", "we leave any talks", "we leave any talks"), threaten("courier", "we leave talks with Korva", "we leave talks with Korva"),
        threaten("post", "wij verlaten alle gesprekken", "wij verlaten alle gesprekken", lang="nl"), threaten("krant", "wij verlaten gesprekken", "wij verlaten gesprekken", lang="nl"),
    ]  # fmt: skip
    changes = [(0, 1, "any talks", "talks with Korva"), (2, 3, "alle gesprekken", "gesprekken")]
    differences = tuple(
        Difference(left=i, right=j, label="verb_strength", spans=(find(tellings[i][0][0].text, a), find(tellings[j][0][0].text, b)), reason=f"{SCOPE}`{a}` here, `{b}` there")
        for i, j, a, b in changes
    )
    (point,) = brief([side for side, _ in tellings], differences, [commitment for _, commitment in tellings])
    assert [side.rendering for side in point.sides] == [1, 2, 3, 4]
    assert len(brief([side for side, _ in tellings], differences, [])) == 2


def brief_held(text: str, full: str, short: str) -> list[Point]:
    """Return the points of an article that tells two conditions in one telling and one of them in another, beside an article that tells both."""
    article = make_article("post", text, outlet="post", lang="en")
    whole = make_attribution(article, full, source="", cue="", type="direct", speaker="Ada Quill")
    part = make_attribution(article, short, source="", cue="", type="indirect", speaker="Ada Quill")
    other, mine = threaten("gazette", "we leave if people die or if votes fall", "we leave", "people die", "votes fall")
    theirs = make_commitment(whole, article, full[:8], ("trigger", "men die"), ("trigger", "votes fall"), operator=None)
    span = find(other[0].text, "votes fall")
    standing = Standing(
        id="standing-1", statement=None, commitment=mine.id, article=other[0].id, span=span, condition="votes fall", state="open", since=None, deadline=None, signs=(), accounts=0,
        reason="", made_by="test@1",
        wordings=(Wording(article=other[0].id, span=span, commitment=mine.id), Wording(article=article.id, span=find(article.text, "votes fall"), commitment=theirs.id)),
    )  # fmt: skip
    differences = (
        Difference(left=0, right=2, label="omitted_condition", spans=(span, None), reason="the condition `votes fall` is not told here"),
        Difference(left=0, right=1, label="verb_strength", spans=(find(other[0].text, "people"), find(article.text, "men")), reason="other words"),
    )
    differences += (Difference(left=1, right=2, label="added_condition", spans=(find(article.text, "votes fall"), None), reason="the condition `votes fall` stands only here"),)
    return brief([other, (article, whole), (article, part)], differences, [mine, theirs], standings=(standing,))


def test_a_condition_that_the_same_article_has_elsewhere_is_no_difference_between_articles() -> None:
    text = "“we leave if men die and if votes fall,” said Ada Quill. She said that they leave if men die."
    strength, omitted = brief_held(text, "we leave if men die and if votes fall", "they leave if men die")
    assert (strength.label, omitted.label) == ("verb_strength", "omitted_condition")
    assert [side.rendering for side in omitted.sides if not side.passages] == [3]
    assert str(omitted.sentence[0]) == "Not told in "
    assert ", though told in " in omitted.sentence


def test_what_changes_the_act_comes_before_who_or_how_many_are_meant() -> None:
    group = ("actor_changed", "our men", "our people", f"{GROUP}: `our men` here, `our people` there")
    scope = ("verb_strength", "at dusk", "at night", f"{SCOPE} meant: `at dusk` here, `at night` there")
    act = ("verb_strength", "touched", "wrecked", "violence: `touched` (strength 1) here, `wrecked` (strength 4) there")
    for changes in ((group, scope, act), (act, scope, group)):
        assert next(p.reasons[0] for p in points(LEFT, RIGHT, *changes)) == act[3]


def test_a_place_that_only_some_name_is_left_out_and_is_no_other_place() -> None:
    places = [Difference(left=0, right=1, label="place_changed", spans=(find(LEFT[0].text, "dusk"), None), reason="`dusk` here, no such place there")]
    assert [p.title for p in brief([LEFT, RIGHT], tuple(places), ())] == ["A place left out"]
    both = ("place_changed", "dusk", "night", "`dusk` here, `night` there")
    assert [p.title for p in points(LEFT, RIGHT, both)] == ["Another place"]


def test_a_condition_that_an_article_leaves_out_of_its_lead_leads() -> None:
    text = "They leave if men die, said Ada Quill. “We leave if men die and if votes fall,” she said."
    omitted, strength = brief_held(text, "We leave if men die and if votes fall", "They leave if men die")
    assert (omitted.label, strength.label) == ("omitted_condition", "verb_strength")
