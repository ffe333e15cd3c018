"""What articles are called: outlets by their names, the others by short codes that a legend explains."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Credit, Dropped
from onrecord.views import make_briefing
from onrecord.views.contract_article import analysis_to_dict

from .make import find, make_analysis, make_article, make_attribution, make_comparison, make_statement
from .test_brief_text import print_plain
from .test_commitments import NOTHING


def test_an_article_without_outlet_has_a_code_that_the_legend_explains_once() -> None:
    briefing = make_briefing(make_comparison())
    assert [(a.label, a.code) for a in briefing.articles] == [("Korva Gazette, 14 March 2031", None), ("De Avondpost", None), ("A3", "A3"), ("Korva Gazette, 3 May 2031", None)]
    printed = print_plain(make_comparison())
    assert "   A3 Порт Корви: нові погрози (visnyk)" in printed


def test_long_names_are_not_shown_and_an_article_without_title_by_its_first_news() -> None:
    text = "VARN, 3 May -\nThe barges of the northern yard have been lying idle since the levy was doubled last month.\nMore."
    article = make_article("digest_75944e4d51415c86aa01", text, dropped=(Dropped(span=find(text, "VARN, 3 May -"), reason="dateline"),))
    article = replace(article, title=None, title_span=None)
    comparison = replace(NOTHING, analyses=(make_analysis(article),))
    (entry,) = make_briefing(comparison).articles
    assert entry.headline == "The barges of the northern yard have been lying idle since the levy …"
    assert "75944e4d" not in print_plain(comparison)


def test_two_articles_of_one_outlet_and_day_are_told_apart_by_code() -> None:
    twins = tuple(make_analysis(make_article(f"twin-{at}", f"Title {at}\nThe yard.", outlet="Varn Mirror")) for at in range(2))
    assert [a.label for a in make_briefing(replace(NOTHING, analyses=twins)).articles] == ["Varn Mirror, A1", "Varn Mirror, A2"]


def test_passages_in_another_language_than_most_say_so() -> None:
    printed = " ".join(print_plain(make_comparison()).split())
    assert "(De Avondpost, Dutch)" in printed
    assert "(A3, Ukrainian)" in printed
    assert "English)" not in printed.split("Red lines ─")[1].split("Signs ─")[0]


def test_a_credit_in_small_letters_is_nobodys_name() -> None:
    text = "Title\nThis article was added by the user."
    credits = (Credit(span=find(text, "user"), name="user", kind="platform"), Credit(span=find(text, "Title"), name="Tidewire", kind="agency"))
    (entry,) = make_briefing(replace(NOTHING, analyses=(make_analysis(make_article("x", text, credits=credits)),))).articles
    assert entry.credits == ("Tidewire",)


def test_words_in_a_headline_or_subhead_are_called_so_and_not_quoted() -> None:
    text = "‘Quay to open’\nThe quay will open in May, Ada Quill said.\n‘Crane to stay’\nMore."
    article = replace(make_article("x", text), subheads=(find(text, "‘Crane to stay’"),))
    told = [
        make_attribution(article, words, source="", cue="", type=kind, speaker="Ada Quill")
        for words, kind in (("‘Quay to open’", "direct"), ("The quay will open in May", "indirect"), ("‘Crane to stay’", "direct"))
    ]
    comparison = replace(NOTHING, analyses=(make_analysis(article, *told),), statements=(make_statement("one", *told, said_at=None),))
    (statement,) = make_briefing(comparison).statements
    assert [rendering.type for rendering in statement.renderings] == ["headline", "indirect", "subhead"]
    assert [rendering.label for rendering in statement.renderings] == ["A1’s headline", "A1’s own words", "A1’s subhead"]
    assert [one["heading"] for one in analysis_to_dict(comparison.analyses[0])["attributions"]] == ["headline", None, "subhead"]


@pytest.mark.parametrize(
    ("lang", "name", "said", "occasion", "shown"),
    [
        ("pl", "Polish", "Zamkniemy śluzę", "konferencji prasowej w Warnie", "press conference (konferencji prasowej w Warnie)"),
        ("ru", "Russian", "Мы закроем шлюз", "интервью", "interview (интервью)"),
        ("nl", "Dutch", "We sluiten de sluis", "een persconferentie in Varn", "press conference (een persconferentie in Varn)"),
        ("en", None, "We will shut the lock", "a news conference in Varn", "a news conference in Varn"),
    ],
)
def test_every_language_but_english_is_named_and_its_occasions_are_said_in_english(lang: str, name: str | None, said: str, occasion: str, shown: str) -> None:
    article = make_article("varn", f"Varn\n{said}", lang=lang)
    attribution = make_attribution(article, said, source="", cue="", type="indirect", speaker="Ada Quill")
    statement = replace(make_statement("lock", attribution, said_at=None), occasion=occasion, occasion_from=attribution.id)
    briefing = make_briefing(replace(NOTHING, analyses=(make_analysis(article, attribution),), statements=(statement,)))
    assert (briefing.articles[0].foreign, briefing.statements[0].occasion) == (name, shown)
