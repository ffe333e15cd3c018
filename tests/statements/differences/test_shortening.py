"""Conditions that a headline drops, and one of two commitments that the other telling does not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Span
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.differences.shortening import find_shortenings
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

from ..tellings import Telling, find, space_of, tell

HEADLINES = [
    ("en", "the pilots will strike", "pilots will strike", ("trigger", "if fees rise")),
    ("de", "die Lotsen streiken", "Lotsen streiken", ("deadline", "bis Freitag")),
    ("fr", "les pilotes feront grève", "les pilotes feront grève", ("trigger", "si les taxes montent")),
    ("pl", "piloci zastrajkują", "piloci zastrajkują", ("deadline", "do piątku")),
]
SECOND = [
    ("en", "we shut the harbour at dusk", "we recall every envoy"),
    ("es", "cerraremos el puerto hoy", "retiraremos nuestros barcos"),
    ("tr", "limanı bugün kapatacağız", "elçimizi geri çağıracağız"),
    ("uk", "ми закриємо порт сьогодні", "відкличемо наших послів"),
]


def compare(left: Side, right: Side) -> list[Finding]:
    """Return what one side is told to drop of the other."""
    matcher = Matcher(space_of([left, right]))
    return list(find_shortenings(Pair(left, right, matcher.words(left), matcher.words(right))))


def as_headline(telling: Telling) -> Side:
    """Return a telling as the headline of its article."""
    text = telling.side.article.text
    return replace(telling.side, article=replace(telling.side.article, title_span=Span(start=0, end=len(text))))


def with_second(telling: Telling, words: str) -> Side:
    """Return a telling that holds a second commitment."""
    (first,) = telling.side.commitments
    return replace(telling.side, commitments=(first, replace(first, id="second", consequence=find(telling.side.article.text, words))))


@pytest.mark.parametrize(("lang", "act", "headline", "condition"), HEADLINES)
def test_a_headline_without_the_condition_leaves_it_out(lang: str, act: str, headline: str, condition: tuple[str, str]) -> None:
    kind, words = condition
    whole = tell(f"{act} {words}", lang=lang, consequence=act, conditions=[(kind, words)])
    short = tell(headline, lang=lang, name="b", consequence=headline)
    for left, right, at in ((whole.side, as_headline(short), 0), (as_headline(short), whole.side, 1)):
        (found,) = compare(left, right)
        span = (found.left, found.right)[at]
        assert span is not None
        assert whole.side.cut(span) == words
    assert compare(whole.side, short.side) == [], "only a headline tells an act alone"


def test_a_headline_with_one_of_two_conditions_or_with_a_condition_word_of_its_own_leaves_out_no_setting() -> None:
    whole = tell("pilots will strike if fees rise and ships wait", consequence="pilots will strike", conditions=[("trigger", "fees rise"), ("trigger", "ships wait")])
    one = tell("pilots will strike if fees rise", name="b", consequence="pilots will strike", conditions=[("trigger", "fees rise")])
    unread = tell("pilots will strike if so", name="c", consequence="pilots will strike")
    assert compare(whole.side, as_headline(one)) == []
    assert compare(whole.side, as_headline(unread)) == []


@pytest.mark.parametrize(("lang", "first", "second"), SECOND)
def test_a_commitment_that_the_other_telling_does_not_hold_is_left_out(lang: str, first: str, second: str) -> None:
    whole = with_second(tell(f"{first}, {second}", lang=lang, consequence=first), second)
    alone = tell(first, lang=lang, name="b", consequence=first)
    (found,) = compare(whole, alone.side)
    assert found.right is None
    assert found.left is not None


def test_a_commitment_left_out_is_seen_across_languages_and_one_in_other_words_is_not_left_out() -> None:
    same = {"wij": "we", "sluiten": "shut", "haven": "harbour", "roepen": "recall", "gezanten": "envoy", "terug": "every"}
    whole = with_second(tell("we shut the harbour, we recall every envoy", consequence="we shut the harbour"), "we recall every envoy")
    alone = tell("wij sluiten de haven", lang="nl", name="b", consequence="wij sluiten de haven", same=same)
    both = with_second(tell("wij sluiten de haven, wij roepen gezanten terug", lang="nl", name="c", consequence="wij sluiten de haven", same=same), "wij roepen gezanten terug")
    (found,) = compare(whole, alone.side)
    assert found.left is not None
    assert whole.cut(found.left) == "we recall every envoy"
    assert compare(whole, both) == []
    untagged = tell("wij sluiten de haven, wij roepen gezanten terug", lang="nl", name="d", consequence="wij sluiten de haven", same=same)
    assert compare(whole, untagged.side) == [], "the words are told, though not as a commitment"
