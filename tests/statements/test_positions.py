"""What a speaker says later of the same: repeated, hardened, softened; and what news shows of a condition: prepared, met, denied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ids import hash_text, make_id
from onrecord.records import Article, Condition, DateMention, DateRange, Restatement, Sign, Span, Statement, Tag
from onrecord.results import Analysis
from onrecord.run.compare import compare_analyses
from onrecord.run.sketch import make_sketch
from onrecord.statements.lifting import TOLD, find_span, is_other_occasion
from onrecord.statements.match import Matcher
from onrecord.statements.positions import find_recalls
from onrecord.statements.shared import are_apart
from onrecord.statements.sides import Side
from onrecord.statements.space import plain_space
from tests.views.make import day_of

from .tellings import Telling, days, find, make_encoding, rarity, tell


def red_line(content: str, consequence: str, *conditions: str, name: str, published: str, force: str = "threat", speaker: str = "Tamsin Orlay") -> Telling:
    """Return one telling of a commitment."""
    return tell(
        content, name=name, published=published, consequence=consequence, conditions=[("trigger", c) for c in conditions], force=force, speaker=speaker,
        source=speaker,
    )  # fmt: skip


EARLY = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="early", published="2031-03-14")

OTHERS = (tell("the hospital counted forty wounded dockers on Monday", name="o1"), tell("nobody asked the pilots about their night shifts", name="o2"))


def restate(*tellings: Telling) -> list[Restatement]:
    """Return the restatements among tellings."""
    each = (*tellings, *OTHERS)
    found = compare_analyses(
        [t.analysis for t in each], {t.sketch.article: make_encoding(t.analysis.article) for t in each}, {t.meaning.of: t.meaning for t in each},
        {t.sketch.article: t.sketch for t in each}, matcher=Matcher(plain_space()),
    )  # fmt: skip
    return list(found.restatements)


@pytest.mark.parametrize(
    ("content", "consequence", "conditions", "force", "relation"),
    [
        ("we leave the talks if a referendum is held", "we leave the talks", ("a referendum is held",), "threat", "repeats"),
        ("we leave the talks", "we leave the talks", (), "threat", "hardens"),
    ],
)  # fmt: skip
def test_a_later_statement_repeats_or_hardens(content: str, consequence: str, conditions: tuple[str, ...], force: str, relation: str) -> None:
    later = red_line(content, consequence, *conditions, name="later", published="2031-06-01", force=force)
    found = restate(EARLY, later)
    assert [r.relation for r in found] == [relation]
    assert found[0].reason


def test_a_condition_where_there_was_none_softens() -> None:
    early = red_line("we leave the talks", "we leave the talks", name="a", published="2031-03-14")
    later = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="b", published="2031-06-01")
    assert [r.relation for r in restate(early, later)] == ["softens"]


def in_headline(telling: Telling) -> Telling:
    """Return a telling whose words are the headline of its article."""
    text = telling.analysis.article.text
    article = replace(telling.analysis.article, title=text, title_span=Span(start=0, end=len(text)))
    return replace(telling, analysis=replace(telling.analysis, article=article))


@pytest.mark.parametrize("headed", ["earlier", "later"])
def test_a_headline_has_no_room_for_a_condition(headed: str) -> None:
    bare = {"consequence": "we leave the talks", "content": "we leave the talks"}
    full = ("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held")
    if headed == "earlier":
        early, later = red_line(**bare, name="a", published="2031-03-14"), red_line(*full, name="b", published="2031-06-01")
        assert restate(in_headline(early), later) == []
    else:
        early, later = red_line(*full, name="a", published="2031-03-14"), red_line(**bare, name="b", published="2031-06-01")
        assert restate(early, in_headline(later)) == []
    assert restate(early, later) != []


def test_what_may_take_place_on_a_condition_softens_no_threat() -> None:
    early = red_line("we leave the talks", "we leave the talks", name="a", published="2031-03-14")
    later = red_line("we do not leave the talks if trust grows", "we do not leave the talks", "trust grows", name="b", published="2031-06-01", force="offer")
    assert [r.relation for r in restate(early, later)] == []


@pytest.mark.parametrize(
    ("content", "conditions", "force"),
    [
        ("we leave the talks if a referendum is held and every bridge is mined", ("a referendum is held", "every bridge is mined"), "threat"),
        ("we leave the talks if a referendum is held", ("a referendum is held",), "offer"),
    ],
)  # fmt: skip
def test_a_second_condition_and_an_offer_after_a_threat_may_mean_either_and_are_left_open(content: str, conditions: tuple[str, ...], force: str) -> None:
    later = red_line(content, "we leave the talks", *conditions, name="later", published="2031-06-01", force=force)
    assert restate(EARLY, later) == []


@pytest.mark.parametrize(
    ("lang", "then", "now"),
    [
        ("en", "we cut the gas", "we do not cut the gas"),
        ("de", "wir stellen das Gas ab", "wir stellen das Gas nicht ab"),
        ("fr", "nous couperons le gaz", "nous ne couperons pas le gaz"),
        ("cs", "zavřeme plynovod", "plynovod nezavřeme"),
        ("tr", "boru hattını kapatacağız", "boru hattını kapatmayacağız"),
    ],
)
@pytest.mark.parametrize(("first", "last"), [("threat", "refusal"), ("threat", "threat"), ("promise", "refusal")])
def test_a_threat_or_promise_that_a_plain_not_takes_back_is_dropped(lang: str, then: str, now: str, first: str, last: str) -> None:
    same = {"kapatmayacağız": "kapatacağız", "nezavřeme": "zavřeme"} | dict.fromkeys(("nicht", "ne", "pas", "do", "not"), "cut")
    early = tell(f"{then}, 77", name="a", lang=lang, consequence=then, conditions=[("trigger", "77")], force=first)
    late = tell(now, name="b", lang=lang, consequence=now, force=last, published="2031-06-01", same=same)
    assert [r.relation for r in find_recalls([early.side], [late.side], Matcher(plain_space()))] == ["drops"]


@pytest.mark.parametrize(
    ("first", "conditions", "last"),
    [
        ("we do not cut the gas", (), "we cut the gas if the ferry sails"),
        ("we do not cut the gas", (), "we cut the gas"),
        ("we cut the gas if the ferry sails", ("the ferry sails",), "we do not cut the gas if the ferry sails"),
    ],
    ids=["a denial that turns into a threat on a condition", "... or into a plain one", "the contrary on the same condition"],
)
def test_contrary_threats_harden_soften_or_repeat_nothing(first: str, conditions: tuple[str, ...], last: str) -> None:
    early = red_line(first, first.partition(" if ")[0], *conditions, name="early", published="2031-03-14", force="threat" if conditions else "refusal")
    late = red_line(last, last.partition(" if ")[0], *(["the ferry sails"] if " if " in last else []), name="later", published="2031-06-01")
    assert restate(early, late) == []


def test_a_refusal_softens_to_an_offer_on_a_condition_though_one_has_a_not_and_the_other_none() -> None:
    early = red_line("we do not cut the gas", "we do not cut the gas", name="early", published="2031-03-14", force="refusal")
    late = red_line("we cut the gas if the ferry sails", "we cut the gas", "the ferry sails", name="later", published="2031-06-01", force="offer")
    assert [r.relation for r in restate(early, late)] == ["softens"]


def test_what_hangs_on_something_first_is_not_dropped_by_a_refusal_that_may_be_the_same() -> None:
    early = tell("we join the talks once the guns are silent", name="a", consequence="we join the talks", conditions=[("prerequisite", "the guns are silent")], force="promise")
    late = tell("we do not join the talks", name="b", consequence="we do not join the talks", force="refusal", published="2031-06-01")
    assert list(find_recalls([early.side], [late.side], Matcher(plain_space()))) == []


def test_a_threat_after_an_offer_hardens() -> None:
    early = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="a", published="2031-03-14", force="offer")
    later = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="b", published="2031-06-01")
    assert [r.relation for r in restate(early, later)] == ["hardens"]


def test_a_threat_after_a_promise_may_be_the_same_act_and_is_left_open() -> None:
    early = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="a", published="2031-03-14", force="promise")
    later = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="b", published="2031-06-01")
    assert [r.relation for r in restate(early, later)] == []


def test_each_commitment_of_a_telling_is_taken_up_for_itself() -> None:
    early = tell("we guard the lighthouse and escort the boats if diesel comes", name="a", consequence="we guard the lighthouse", force="promise")
    late = tell("we guard the lighthouse and escort the boats", name="b", consequence="we guard the lighthouse", force="promise", published="2031-06-01")
    both = [_add_commitment(early, "escort the boats", "diesel comes"), _add_commitment(late, "escort the boats")]
    found = list(find_recalls([both[0]], [both[1]], Matcher(plain_space())))
    assert {(r.relation, r.commitments) for r in found} == {
        ("repeats", (both[0].commitments[0].id, both[1].commitments[0].id)), ("hardens", (both[0].commitments[1].id, both[1].commitments[1].id))
    }  # fmt: skip
    assert len({r.id for r in found}) == 2


def _add_commitment(told: Telling, consequence: str, *conditions: str) -> Side:
    """Return the side of a telling with a second commitment."""
    first, text = told.side.commitments[0], told.analysis.article.text
    second = replace(
        first, id=f"{first.id}-2", consequence=find(text, consequence), conditions=tuple(Condition(span=find(text, words), kind="trigger") for words in conditions),
        conditional=bool(conditions),
    )  # fmt: skip
    return replace(told.side, commitments=(first, second))


@pytest.mark.parametrize(("first", "last"), [("threat", "promise"), ("promise", "threat"), ("promise", "promise")])
def test_an_act_that_hangs_on_nothing_any_more_hardened_whether_it_is_told_as_a_threat_or_a_promise(first: str, last: str) -> None:
    early = red_line("we close the lock if a levy comes", "we close the lock", "a levy comes", name="a", published="2031-03-14", force=first)
    late = red_line("we close the lock", "we close the lock", name="b", published="2031-06-01", force=last)
    assert [(r.relation, r.reason) for r in restate(early, late)] == [("hardens", "no longer on the condition `a levy comes`")]


@pytest.mark.parametrize(
    "later",
    [
        red_line("we leave the talks", "we leave the talks", name="later", published="2031-06-01", speaker="Piet Hulst"),
        red_line("we build nine lighthouses", "we build nine lighthouses", name="later", published="2031-06-01"),
        red_line("we leave the talks", "we leave the talks", name="later", published="2031-03-14"),
        red_line("we leave the talks", "we leave the talks", name="later", published="2031-06-01", force="demand"),
        tell("we leave the talks", name="later", published="2031-06-01"),
    ],
    ids=["another speaker", "another matter", "the same day", "a demand on others", "no commitment"],
)
def test_other_statements_restate_nothing(later: Telling) -> None:
    assert restate(EARLY, later) == []


def test_each_later_statement_takes_up_one_earlier_one_and_order_does_not_matter() -> None:
    tellings = [
        red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name=f"t{i}", published=f"{2030 + i}-03-14") for i in range(1, 5)
    ]
    found = restate(*tellings)
    assert len(found) == 3
    assert len({r.later for r in found}) == 3
    assert {r.id for r in restate(*tellings[::-1])} == {r.id for r in found}


SATURDAY, SUNDAY, NEXT_SATURDAY = (days(f"2031-03-{day}", f"2031-03-{day + 1}") for day in (15, 16, 22))


def dated(name: str, said_at: DateRange | None, how: str | None) -> Statement:
    """Return a statement of the one story."""
    return Statement(
        id=make_id("statement", name), story="story-1", speaker="Tamsin Orlay", occasion=None, occasion_from=None, said_at=said_at, said_at_from=None,
        said_at_how=how, renderings=(), differences=(), made_by="t@1",
    )  # fmt: skip


def test_days_that_tellings_give_make_two_occasions_inside_one_story() -> None:
    first = dated("a", SATURDAY, TOLD)
    for day, how, other in ((NEXT_SATURDAY, TOLD, True), (SATURDAY, TOLD, False), (SUNDAY, "inferred: the only day", False), (None, None, False)):
        second = dated("b", day, how)
        assert is_other_occasion(first, second, {s.id: find_span(s, {}) for s in (first, second)}) is other


def red_line_on(day: DateRange, name: str, end: str = "") -> Telling:
    """Return a red line whose article says on which day it was drawn."""
    return tell(
        f"we leave the talks if a sham referendum is held in Lindham{end}", name=name, published="2031-03-23", consequence="we leave the talks",
        conditions=[("trigger", "a sham referendum is held in Lindham")], said_at=day, places=["Lindham"],
    )  # fmt: skip


def test_a_red_line_drawn_again_a_week_later_is_a_restatement_also_when_both_are_told_on_one_day() -> None:
    end = ", and no envoy of ours will come back to the table afterwards"
    assert [r.relation for r in restate(red_line_on(SATURDAY, "a"), red_line_on(NEXT_SATURDAY, "b", end))] == ["repeats"]
    assert restate(red_line_on(SATURDAY, "a"), red_line_on(SATURDAY, "b", end)) == []


def test_a_speaker_on_the_same_weekday_of_another_week_speaks_on_another_occasion() -> None:
    first, same, later = (red_line_on(day, name).sketch for day, name in ((SATURDAY, "a"), (SATURDAY, "b"), (NEXT_SATURDAY, "c")))
    assert not are_apart(first, same)
    assert are_apart(first, later)
    assert are_apart(later, first)


def test_a_speaker_with_a_small_share_of_an_article_gives_it_no_occasion() -> None:
    first, later = (red_line_on(day, name).sketch for day, name in ((SATURDAY, "a"), (NEXT_SATURDAY, "c")))
    others = tuple(replace(first.gists[0], of=f"o{i}", speaker="Piet Hulst", said_at=None, weekday=None) for i in range(2))
    assert not are_apart(replace(first, gists=(*first.gists, *others)), later)
    assert are_apart(replace(first, gists=(*first.gists, others[0])), later)


LINE = tell(
    "we leave the talks if a sham referendum is held in Lindham", consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham")], name="early",
)  # fmt: skip
EARLY = LINE


def report(text: str, published: str | None = "2031-06-01", lang: str = "en") -> Article:
    """Return an article of plain reporting: nobody is quoted in it."""
    return Article(
        id=make_id("article", "report", hash_text(text)), name="report", text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None, subheads=(),
        outlet=None, url=None, published=day_of(published) if published else None, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip


def signs(article: Article, *tags: Tag, dates: tuple[DateMention, ...] = ()) -> list[Sign]:
    """Return the signs that a report gives of the early red line."""
    reported = Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=dates, problems=())
    plain = make_encoding(article)
    encoding = type(plain)(article=plain.article, tags=tags, links=(), vectors=plain.vectors, made_by=plain.made_by)
    line = LINE.analysis.article
    sketch = make_sketch(reported, encoding, [], rarity, plain_space())
    found = compare_analyses(
        [LINE.analysis, reported], {article.id: encoding, line.id: make_encoding(line)}, {LINE.meaning.of: LINE.meaning},
        {line.id: LINE.sketch, article.id: sketch}, matcher=Matcher(plain_space()),
    )  # fmt: skip
    return list(found.signs)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A sham referendum was held in Lindham on Sunday.", "met"),
        ("Preparations for a sham referendum in Lindham were announced.", "prepared"),
        ("The sham referendum in Lindham will be held in May.", "prepared"),
        ("The sham referendum in Lindham was cancelled.", "denied"),
        ("No sham referendum was held in Lindham.", "denied"),
    ],
)
def test_a_report_shows_a_condition_prepared_met_or_denied(sentence: str, status: str) -> None:
    article = report(f"It rained all week. {sentence} Shops stayed open.")
    found = signs(article)
    assert [(s.status, s.span.of(article.text)) for s in found] == [(status, sentence)]
    assert found[0].condition == "a sham referendum is held in Lindham"
    assert found[0].commitment == LINE.analysis.commitments[0].id


@pytest.mark.parametrize(
    "sentence",
    [
        "If a sham referendum is held in Lindham, bridges close.",
        "In case a sham referendum is held in Lindham, bridges close.",
        "As soon as a sham referendum in Lindham is announced, bridges close.",
        "A referendum was held.",
        "Lindham lies on a river.",
        "The sham referendum in Lindham worries nobody.",
    ],
)
def test_a_supposition_or_another_matter_is_no_sign(sentence: str) -> None:
    assert signs(report(f"It rained all week. {sentence}")) == []


def test_what_the_model_reads_as_a_condition_is_no_sign() -> None:
    text = "It rained all week. A sham referendum held in Lindham means closed bridges."
    article = report(text)
    span = Span(start=text.index("A sham"), end=text.index(" means"))
    assert signs(article)
    assert signs(article, Tag(layer="condition", label="trigger", span=span, confidence=0.9)) == []


@pytest.mark.parametrize(("published", "lang"), [("2031-03-01", "en"), ("2031-03-14", "en"), ("2031-06-01", "nl")])
def test_an_earlier_or_foreign_report_gives_no_sign(published: str, lang: str) -> None:
    assert signs(report("A sham referendum was held in Lindham on Sunday.", published, lang)) == []


@pytest.mark.parametrize(("published", "order"), [(None, "unknown"), ("2031-06-01", "later")])
def test_a_report_without_a_date_gives_a_sign_whose_order_is_not_known(published: str | None, order: str) -> None:
    found = signs(report("A sham referendum was held in Lindham on Sunday.", published))
    assert [(s.status, s.order) for s in found] == [("met", order)]


@pytest.mark.parametrize("published", [None, "2031-06-01"])
def test_what_a_passage_tells_of_days_before_the_condition_was_set_is_no_sign(published: str | None) -> None:
    article = report("A sham referendum was held in Lindham in 2014.", published)
    at = article.text.index("2014")
    long_ago = DateMention(id="d", article=article.id, span=Span(start=at, end=at + 4), range=days("2014-01-01", "2015-01-01"), how="written", made_by="t@1")
    assert signs(article, dates=(long_ago,)) == []
    lately = replace(long_ago, range=days("2031-05-01", "2031-06-01"))
    assert len(signs(article, dates=(lately,))) == 1


def test_signs_come_in_one_order() -> None:
    article = report("A sham referendum was held in Lindham. Ferries ran late. Dogs barked. Shops stayed open. It rained. Another sham referendum in Lindham was cancelled.")
    assert [s.id for s in signs(article)] == [s.id for s in signs(article)]
    assert len(signs(article)) == 2
