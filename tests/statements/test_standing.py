"""Every condition is listed with where it stands, and since when: open, prepared, met, denied, lapsed."""

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
