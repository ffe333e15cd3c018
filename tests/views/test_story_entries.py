"""Who reports what: families of one text in a sentence each, stories of one article apart from the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Account, Copy, Fold, Story
from onrecord.results import Comparison
from onrecord.views import make_briefing, render_html

from .make import make_analysis, make_article
from .test_brief_text import print_plain


def make_copies(number: int, kind: str, share: float) -> Comparison:
    """Return a story in which every later article copies every earlier one, and three stories of one article."""
    articles = [make_article(f"paper-{at}", f"Title {at}\nThe quay opens.", outlet=f"Paper {at}") for at in range(number + 3)]
    story = Story(id="story-1", articles=tuple(article.id for article in articles[:number]), made_by="test@1")
    singles = [Story(id=f"single-{at}", articles=(articles[at].id,), made_by="test@1") for at in range(number, number + 3)]
    copies = [
        Copy(id=f"copy-{late}-{early}", article=articles[late].id, of=articles[early].id, kind=kind, coverage=(share, share), reason="runs", made_by="test@1")
        for late in range(number)
        for early in range(late)
    ]
    copies.append(Copy(id="copy-agency", article=articles[1].id, of="Tidewire", kind="agency", coverage=(1.0, 1.0), reason="credits", made_by="test@1"))
    return Comparison(
        analyses=tuple(make_analysis(article) for article in articles), stories=(*singles, story), copies=tuple(copies), accounts=(), statements=(), restatements=(),
        signs=(), problems=(),
    )  # fmt: skip


def test_copies_of_copies_are_one_sentence() -> None:
    story = make_briefing(make_copies(4, "verbatim", 0.9)).stories[0]
    assert story.families == ("Paper 1, Paper 2 and Paper 3 carry the same text, from Paper 0 (word for word; 90% in common)", "Paper 1 credits Tidewire")


def test_texts_that_share_a_part_are_not_called_the_same() -> None:
    story = make_briefing(make_copies(2, "edited", 0.4)).stories[0]
    assert story.families[0] == "Paper 1 shares text with Paper 0 (edited; 40% in common)"


def test_a_large_family_names_some_and_counts_the_rest() -> None:
    story = make_briefing(make_copies(30, "verbatim", 0.9)).stories[0]
    assert story.families[0].startswith("Paper 1, Paper 2, Paper 3, Paper 4, Paper 5 and 24 more carry the same text")


def test_the_largest_story_comes_first_and_single_articles_are_folded() -> None:
    comparison = make_copies(4, "verbatim", 0.9)
    briefing = make_briefing(comparison)
    assert [len(story.articles) for story in briefing.stories] == [4, 1, 1, 1]
    assert "3 stories of one article: Paper 4, Paper 5 and Paper 6" in " ".join(print_plain(comparison).split())
    assert "3 stories of one article</summary>" in render_html(briefing, comparison.analyses)


def test_outlets_of_one_owner_are_named_together() -> None:
    comparison = make_copies(4, "verbatim", 0.9)
    ids = comparison.stories[-1].articles
    folds = tuple(Fold(left=ids[0], right=other, kind="owner", is_sure=True, reason="Paper 0 and another belong to Quill Press") for other in ids[1:])
    account = Account(id="account-1", story="story-1", low=1, high=1, reasons=("many",), made_by="test@1", folds=folds, groups=(ids,))
    story = make_briefing(replace(comparison, accounts=(account,))).stories[0]
    assert story.reasons == ("4 articles of outlets of one owner: Paper 0, Paper 1, Paper 2 and Paper 3",)


@pytest.mark.parametrize(("kind", "words"), [("translated", "one translates the other"), ("paraphrased", "one tells the other in other words")])
def test_two_texts_of_which_nobody_knows_the_earlier_are_said_to_be_so(kind: str, words: str) -> None:
    comparison = make_copies(2, kind, 0.9)
    (copy, agency) = comparison.copies
    unplaced = replace(comparison, copies=(replace(copy, order="unknown"), agency))
    assert make_briefing(unplaced).stories[0].families[0] == f"Paper 1 carries the same text as Paper 0 ({words}; 90% in common)"
    assert "the same text, from Paper 0" in make_briefing(comparison).stories[0].families[0]
