"""Every condition is listed with where it stands, and since when: open, prepared, met, denied, lapsed, due."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from onrecord.records import Standing
from onrecord.results import Analysis
from onrecord.run.compare import compare_analyses
from onrecord.run.sketch import make_sketch
from onrecord.statements.match import Matcher
from onrecord.statements.space import plain_space

from .tellings import Telling, days, make_encoding, rarity, tell
from .test_signs_across import report

CONTENT = "we leave the talks if a sham referendum is held in Lindham by May"
LINE = tell(
    CONTENT, consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham"), ("deadline", "by May")], places=["Lindham"], name="early",
    date=("May", days("2031-05-01", "2031-06-01")),
)  # fmt: skip


def named(analysis: Analysis, name: str) -> Analysis:
    """Return an analysis whose article has another name."""
    return replace(analysis, article=replace(analysis.article, name=name))


def stand(line: Telling, *reports: tuple[str, str, str]) -> Standing:
    """Return where the one condition stands after reports (text, language, day)."""
    items = [(line.analysis, make_encoding(line.analysis.article), line.sketch, [line.meaning])]
    for index, (text, lang, published) in enumerate(reports):
        analysis, article = report(text, lang, ["Lindham"] if "Lindham" in text else [], published)
        analysis = named(analysis, f"report{index}")
        encoding = make_encoding(article)
        items.append((analysis, encoding, make_sketch(analysis, encoding, [], rarity, plain_space()), []))
    random.Random(len(reports)).shuffle(items)
    found = compare_analyses(
        [a for a, *_ in items], {a.article.id: e for a, e, *_ in items}, {m.of: m for *_, each in items for m in each}, {a.article.id: s for a, _, s, _ in items},
        matcher=Matcher(plain_space()),
    )  # fmt: skip
    (standing,) = found.standings
    return standing


MET = ("A sham referendum was held in Lindham on Sunday.", "en", "2031-04-20")
PREPARED = ("The sham referendum in Lindham will be held soon.", "en", "2031-04-02")
DENIED = ("The sham referendum in Lindham was cancelled.", "en", "2031-04-10")


@pytest.mark.parametrize(
    ("reports", "state", "since", "signs"),
    [
        ((), "open", "2031-03-14", 0),
        ((("The ferry was late.", "en", "2031-04-30"),), "open", "2031-03-14", 0),
        ((PREPARED,), "prepared", "2031-04-02", 1),
        ((PREPARED, DENIED), "denied", "2031-04-10", 1),
        ((PREPARED, DENIED, MET), "met", "2031-04-20", 1),
        ((MET, ("In Lindham wurde ein Referendum abgehalten, sham genannt.", "de", "2031-04-22")), "met", "2031-04-20", 2),
        ((PREPARED, ("The ferry was late.", "en", "2031-06-01")), "lapsed", "2031-06-01", 0),
        ((MET, ("The ferry was late.", "en", "2031-07-01")), "met", "2031-04-20", 1),
        ((("The ferry was late.", "en", "2031-05-31"),), "open", "2031-03-14", 0),
    ],
)
def test_a_condition_stands_where_the_news_put_it(reports: tuple[tuple[str, str, str], ...], state: str, since: str, signs: int) -> None:
    found = stand(LINE, *reports)
    assert (found.state, found.since, len(found.signs)) == (state, since, signs)
    assert found.condition == "a sham referendum is held in Lindham"
    assert found.span.of(LINE.analysis.article.text) == found.condition
    assert found.deadline == days("2031-05-01", "2031-06-01")
    assert found.reason


def test_a_condition_without_a_deadline_never_lapses() -> None:
    analysis = LINE.analysis
    (commitment,) = analysis.commitments
    plain = replace(LINE, analysis=replace(analysis, commitments=(replace(commitment, conditions=commitment.conditions[:1]),)))
    found = stand(plain, ("The ferry was late.", "en", "2041-01-01"))
    assert (found.state, found.deadline) == ("open", None)


def test_copies_of_one_report_count_once() -> None:
    again = (MET[0] + " Shops stayed open.", "en", "2031-04-20")
    found = stand(LINE, MET, again)
    assert len(found.signs) == 2
    assert found.accounts == 1


def test_every_condition_of_a_commitment_is_listed() -> None:
    content = "we leave the talks if a sham referendum is held in Lindham or if a bridge is mined"
    line = tell(
        content, consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham"), ("trigger", "a bridge is mined"), ("deadline", "if")], name="early",
    )  # fmt: skip
    found = compare_analyses(
        [line.analysis],
        {line.analysis.article.id: make_encoding(line.analysis.article)},
        {line.meaning.of: line.meaning},
        {line.analysis.article.id: line.sketch},
        matcher=Matcher(plain_space()),
    )
    assert sorted(s.condition for s in found.standings) == ["a bridge is mined", "a sham referendum is held in Lindham"]
    assert {s.state for s in found.standings} == {"open"}


FERRY = ("The ferry was late.", "en", "2031-06-01")
HELD = ("The referendum was held in Lindham on Sunday.", "en", "2031-04-20")
NOT_HELD = ("The referendum was not held in Lindham on Sunday.", "en", "2031-04-20")


def hang(kind: str, words: str, lang: str = "en", opener: str = "unless") -> Telling:
    """Return a threat that hangs on a condition of this kind, by May."""
    return tell(
        f"we leave the talks {opener} {words} by May", consequence="we leave the talks", conditions=[(kind, words), ("deadline", "by May")], places=["Lindham"], name="early", lang=lang,
        date=("May", days("2031-05-01", "2031-06-01")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "words", "lang"),
    [
        ("exception", "the referendum is held in Lindham", "en"),
        ("exception", "das Referendum in Lindham abgehalten wird", "de"),
        ("exception", "le référendum de Lindham ne soit organisé", "fr"),
        ("trigger", "the referendum is not held in Lindham", "en"),
        ("trigger", "das Referendum in Lindham nicht abgehalten wird", "de"),
        ("trigger", "het referendum in Lindham niet wordt gehouden", "nl"),
        ("trigger", "le référendum de Lindham n'est pas organisé", "fr"),
        ("trigger", "el referéndum de Lindham no se celebra", "es"),
        ("trigger", "il referendum a Lindham non si tiene", "it"),
        ("trigger", "o referendo em Lindham não se realizar", "pt"),
        ("trigger", "referendum w Lindham nie odbędzie się", "pl"),
        ("prerequisite", "referendum v Lindham nebude uspořádáno", "cs"),
        ("trigger", "референдум у Lindham не відбудеться", "uk"),
        ("trigger", "референдум в Lindham не состоится", "ru"),
        ("trigger", "Lindham referandumu yapılmazsa", "tr"),
    ],
)
def test_silence_past_the_deadline_fulfils_what_awaits_that_nothing_happens(kind: str, words: str, lang: str) -> None:
    found = stand(hang(kind, words, lang), FERRY)
    assert (found.state, found.since, found.signs) == ("due", "2031-06-01", ())
    assert found.reason.startswith("the deadline 2031-05-31 passed and")
    assert found.reason.endswith("what was to follow then is due")
    assert stand(hang(kind, words, lang)).state == "open"


def test_what_lapsed_tells_the_last_day_of_its_deadline() -> None:
    assert stand(LINE, FERRY).reason == "the deadline 2031-05-31 passed without a sign that it was met"


@pytest.mark.parametrize(("kind", "words", "state"), [("exception", "the referendum is held in Lindham", "met"), ("trigger", "the referendum is not held in Lindham", "denied")])
def test_what_was_to_be_done_in_time_averts_it(kind: str, words: str, state: str) -> None:
    found = stand(hang(kind, words), HELD, FERRY)
    assert (found.state, found.since, len(found.signs)) == ("averted", "2031-04-20", 1)
    assert found.reason == f"what was to follow otherwise is averted; {state} in 1 passage"
    late = stand(hang(kind, words), (HELD[0], "en", "2031-06-03"))
    assert late.reason == f"what was to follow otherwise is averted, if it came in time; {state} in 1 passage"


def test_what_is_told_not_to_be_done_shows_that_it_is_due() -> None:
    line = hang("exception", "the referendum is held in Lindham")
    assert [stand(line, *reports).state for reports in ((NOT_HELD,), (NOT_HELD, FERRY))] == ["denied", "due"]
    found = stand(line, NOT_HELD, FERRY)
    assert (len(found.signs), found.reason.rpartition("; ")[2]) == (1, "denied in 1 passage")


@pytest.mark.parametrize("bearing", ["while", "until"])
def test_what_lasts_or_ends_something_is_not_due_by_silence(bearing: str) -> None:
    line = hang("exception", "the referendum is held in Lindham")
    (commitment,) = line.analysis.commitments
    lasting = replace(commitment, conditions=(replace(commitment.conditions[0], bearing=bearing), *commitment.conditions[1:]))
    assert stand(replace(line, analysis=replace(line.analysis, commitments=(lasting,))), FERRY).state == "lapsed"


FOREIGN = ("In Lindham blieb es am Sonntag ruhig.", "de", "2031-06-01")


@pytest.mark.parametrize(
    ("kind", "words"), [("exception", "the referendum is held in Lindham"), ("trigger", "the referendum is not held in Lindham"), ("trigger", "the referendum is held in Lindham")]
)
def test_silence_says_nothing_where_later_news_in_another_language_names_the_same(kind: str, words: str) -> None:
    found = stand(hang(kind, words), FOREIGN)
    assert (found.state, found.since) == ("open", "2031-03-14")
    assert found.reason == "the deadline 2031-05-31 passed; later news in other languages (de) names the same and may tell of it"


@pytest.mark.parametrize(
    "reports",
    [
        (("In Pelgrim blieb es am Sonntag ruhig.", "de", "2031-06-01"),),
        (("Lindham stayed calm on Sunday.", "en", "2031-06-01"),),
        (("In Lindham blieb es am Sonntag ruhig.", "de", "2031-03-01"), FERRY),
        (NOT_HELD, FOREIGN),
    ],
)
def test_it_says_something_where_none_does_or_what_is_told_decides(reports: tuple[tuple[str, str, str], ...]) -> None:
    assert stand(hang("exception", "the referendum is held in Lindham"), *reports).state == "due"


def test_what_later_news_speaks_of_is_no_silence() -> None:
    found = stand(hang("exception", "the referendum is held in Lindham"), ("A referendum could be held in Lindham within weeks.", "en", "2031-05-20"), FERRY)
    assert (found.state, found.reason) == ("open", "the deadline 2031-05-31 passed; later news may tell of it; spoken of in 1 passage")
