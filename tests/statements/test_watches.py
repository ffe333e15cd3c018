"""One condition is one watch however many tellings word it, and signs are found by each of its wordings."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from onrecord.kinship import Recall, Sighting
from onrecord.records import Article, Commitment, Condition, Rendering, Span, Statement
from onrecord.results import Comparison
from onrecord.run.compare import compare_analyses
from onrecord.run.sketch import make_sketch
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.lifting import Statements
from onrecord.statements.match import Matcher
from onrecord.statements.space import plain_space
from onrecord.statements.watches import Watched, join_conditions

from .tellings import Telling, days, find, make_encoding, rarity, space_of, tell
from .test_signs_across import report

SAME = {
    "verlassen": "leave",
    "gespräche": "talks",
    "wenn": "if",
    "referendum": "referendum",
    "abgehalten": "held",
    "brücke": "bridge",
    "gesprengt": "mined",
    "wir": "we",
    "wird": "is",
}
CONTENT = "we leave the talks if a sham referendum is held in Lindham or if a bridge is mined"
ENGLISH = tell(
    CONTENT, consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham"), ("trigger", "a bridge is mined")], places=["Lindham"], name="a"
)
AGAIN = tell(
    "we leave the talks if a sham referendum is held in Lindham", consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham")], places=["Lindham"],
    name="b",
)  # fmt: skip
GERMAN = tell(
    "wir verlassen die Gespräche, wenn in Lindham ein Referendum abgehalten wird", lang="de", consequence="wir verlassen die Gespräche",
    conditions=[("trigger", "in Lindham ein Referendum abgehalten wird")], places=["Lindham"], cue="sagte", same=SAME, name="c",
)  # fmt: skip


GERMAN_TOO = tell(
    "wir verlassen die Gespräche, wenn in Lindham ein Referendum abgehalten wird, sagte sie", lang="de", consequence="wir verlassen die Gespräche",
    conditions=[("trigger", "in Lindham ein Referendum abgehalten wird")], places=["Lindham"], cue="sagte", same=SAME, name="d",
)  # fmt: skip


def compare(*tellings: Telling, reports: tuple[tuple[str, str, str], ...] = ()) -> Comparison:
    """Return what is found among tellings and reports (text, language, day)."""
    items = [(t.analysis, make_encoding(t.analysis.article), t.sketch, [t.meaning]) for t in tellings]
    for index, (text, lang, published) in enumerate(reports):
        analysis, article = report(text, lang, ["Lindham"] if "Lindham" in text else [], published)
        analysis = replace(analysis, article=replace(article, name=f"report{index}"))
        items.append((analysis, make_encoding(article), make_sketch(analysis, make_encoding(article), [], rarity, plain_space()), []))
    return compare_analyses(
        [a for a, *_ in items], {a.article.id: e for a, e, *_ in items}, {m.of: m for *_, each in items for m in each}, {a.article.id: s for a, _, s, _ in items},
        matcher=Matcher(plain_space()),
    )  # fmt: skip


def watch(found: Comparison) -> list[tuple[str, int]]:
    """Return the words of each watch and how many wordings it has."""
    return sorted((s.condition, len(s.wordings)) for s in found.standings)


def make_statement(*tellings: Telling, story: str = "story") -> Statement:
    """Return the statement of these tellings."""
    renderings = [
        Rendering(article=t.analysis.article.id, span=t.attribution.span, attribution=t.attribution.id, type=t.attribution.type, telling=t.attribution.id) for t in tellings
    ]
    return Statement(
        id=f"statement of {len(tellings)} from {tellings[0].analysis.article.name}", story=story, speaker=None, occasion=None, occasion_from=None, said_at=None, said_at_from=None,
        said_at_how=None, renderings=tuple(renderings), differences=(), made_by="t@1",
    )  # fmt: skip


def join(*tellings: Telling, unsourced: tuple[str, ...] = ()) -> list[Watched]:
    """Return the watches of tellings of one statement; `unsourced` are the names of articles that do not say where they have their news from."""
    sides = {t.attribution.id: t.side for t in tellings}
    vectors = Matcher(space_of(list(sides.values())))

    def pair(one: str, other: str) -> Pair:
        return Pair(sides[one], sides[other], vectors.words(sides[one]), vectors.words(sides[other]))

    commitments = {t.attribution.id: t.analysis.commitments for t in tellings}
    silent = {t.analysis.article.id for t in tellings if t.analysis.article.name in unsourced}
    return join_conditions([t.analysis for t in tellings], [make_statement(*tellings)], commitments, pair, unsourced=silent)


def test_tellings_of_one_condition_are_one_watch() -> None:
    found = {watched.places[0].words: sorted(place.lang for place in watched.places) for watched in join(ENGLISH, AGAIN, GERMAN)}
    assert found == {"a bridge is mined": ["en"], "a sham referendum is held in Lindham": ["de", "en", "en"]}
    assert {watched.statement for watched in join(ENGLISH, AGAIN, GERMAN)} == {make_statement(ENGLISH, AGAIN, GERMAN).id}


def test_the_language_of_most_articles_comes_first() -> None:
    assert [[p.words for p in watched.places] for watched in join(AGAIN, GERMAN, GERMAN_TOO)] == [
        ["in Lindham ein Referendum abgehalten wird", "in Lindham ein Referendum abgehalten wird", "a sham referendum is held in Lindham"]
    ]


def test_many_tellings_are_joined_as_few_are() -> None:
    many = [tell(CONTENT, consequence="we leave the talks", conditions=[("trigger", "a bridge is mined")], name=f"n{k}") for k in range(12)]
    assert [len(watched.places) for watched in join(*many)] == [12]


def make_sighting(teller: Telling, condition: str, article: Article, *, at: int = 0) -> Sighting:
    """Return that an article shows a condition in a telling's words."""
    (commitment,) = teller.analysis.commitments
    return Sighting(
        id=f"{teller.analysis.article.name} in {article.name}", article=article.id, span=Span(start=at, end=at + 5), teller=teller.analysis.article.id, telling=teller.attribution.id,
        commitment=commitment.id, condition=condition, status="met", made_by="t@1",
    )  # fmt: skip


def test_a_passage_that_several_wordings_find_is_one_sign_in_its_own_language() -> None:
    tellings = ENGLISH, AGAIN, GERMAN
    _, article = report("In Lindham wurde am Sonntag ein Referendum abgehalten.", "de", ["Lindham"], "2031-06-01")
    articles = {article.id: article, **{t.analysis.article.id: t.analysis.article for t in tellings}}
    lifted = Statements([make_statement(*tellings)], articles, {}, set(articles))
    english, german = "a sham referendum is held in Lindham", "in Lindham ein Referendum abgehalten wird"
    seen = [make_sighting(ENGLISH, english, article), make_sighting(AGAIN, english, article), make_sighting(GERMAN, german, article)]
    for order in permutations(seen):
        (sign,) = lifted.lift_sightings(order, join(*tellings))
        assert (sign.condition, sign.order) == (german, "later")


@pytest.mark.parametrize("dated", [(True, False), (False, True), (False, False)])
def test_statements_of_which_one_has_no_day_are_alike_and_neither_is_later(dated: tuple[bool, bool]) -> None:
    articles = [replace(t.analysis.article, published=days("2031-03-14", "2031-03-15") if is_dated else None) for t, is_dated in zip((AGAIN, GERMAN), dated, strict=True)]
    statements = [make_statement(AGAIN, story="one"), make_statement(GERMAN, story="other")]
    lifted = Statements(statements, {a.id: a for a in articles}, {}, {a.id for a in articles})
    spans = {t.analysis.article.id: t.analysis.commitments[0].consequence for t in (AGAIN, GERMAN)}
    left, right = sorted(spans)

    def recall(earlier: Telling, later: Telling, relation: str, *, alike: bool = True) -> Recall:
        return Recall(
            id=f"{relation} {later.attribution.id}", left=left, right=right, earlier=earlier.attribution.id, later=later.attribution.id, likeness=0.8, relation=relation, reason="then, now",
            made_by="t@1", spans=(spans[left], spans[right]), alike=alike,
        )  # fmt: skip

    assert list(lifted.lift_recalls([recall(AGAIN, GERMAN, "repeats", alike=False)])) == []
    each = [recall(AGAIN, GERMAN, "hardens"), recall(GERMAN, AGAIN, "softens"), recall(GERMAN, AGAIN, "drops")]
    for order in permutations(each):
        (link,) = lifted.lift_recalls(order)
        assert (link.relation, link.order) == ("alike", "unknown")
        assert [span.of(lifted_text) if span else None for span, lifted_text in zip(link.spans, [{a.id: a.text for a in articles}[a] for a in link.articles], strict=True)] == [
            {AGAIN.analysis.article.id: "we leave the talks", GERMAN.analysis.article.id: "wir verlassen die Gespräche"}[a] for a in link.articles
        ]
        assert "which is earlier is not told" in link.reason
        assert dated == (False, False) or link.earlier == statements[dated.index(True)].id


def test_order_of_the_articles_does_not_matter() -> None:
    reports = (("A referendum could be held in Lindham.", "en", "2031-06-02"),)
    each = [compare(*order, reports=reports) for order in permutations((ENGLISH, AGAIN, GERMAN))]
    assert all((one.standings, one.signs, one.restatements) == (each[0].standings, each[0].signs, each[0].restatements) for one in each)


def test_a_commitment_that_no_statement_tells_is_a_watch_and_has_signs() -> None:
    analysis = AGAIN.analysis
    (commitment,) = analysis.commitments
    loose = replace(AGAIN, analysis=replace(analysis, attributions=(), commitments=(replace(commitment, attribution=None),)))
    plain = replace(loose, meaning=replace(AGAIN.meaning, of="nobody"))
    found = compare(plain, reports=(("A sham referendum was held in Lindham on Sunday.", "en", "2031-06-02"),))
    (standing,) = found.standings
    assert (standing.statement, standing.state, standing.since) == (None, "met", "2031-06-02")
    assert [s.statement for s in found.signs] == [None]


def test_conditions_that_lie_on_each_other_are_one_and_two_of_one_commitment_are_two() -> None:
    analysis = ENGLISH.analysis
    text = analysis.article.text
    (commitment,) = analysis.commitments
    longer = Condition(span=find(text, "if a sham referendum is held in Lindham or"), kind="trigger")
    second: Commitment = replace(commitment, id="second", conditions=(longer,), confidence=0.3)
    found = compare(replace(ENGLISH, analysis=replace(analysis, commitments=(commitment, second))))
    assert watch(found) == [("a bridge is mined", 1), ("a sham referendum is held in Lindham", 2)]
    assert {s.confidence for s in found.standings} == {0.9}


def test_what_is_only_spoken_of_or_has_no_date_moves_nothing() -> None:
    found = compare(AGAIN, reports=(("A sham referendum could be held in Lindham.", "en", "2031-06-02"),))
    (standing,) = found.standings
    assert (standing.state, len(standing.signs), standing.accounts) == ("open", 1, 1)
    assert standing.reason == "spoken of in 1 passage"
    analysis, article = report("A sham referendum was held in Lindham on Sunday.", "en", ["Lindham"])
    undated = replace(analysis, article=replace(article, published=None))
    encoding = make_encoding(article)
    sketch = make_sketch(undated, encoding, [], rarity, plain_space())
    line = AGAIN.analysis.article
    unplaced = compare_analyses(
        [AGAIN.analysis, undated], {article.id: encoding, line.id: make_encoding(line)}, {AGAIN.meaning.of: AGAIN.meaning}, {line.id: AGAIN.sketch, article.id: sketch},
        matcher=Matcher(plain_space()),
    )  # fmt: skip
    (standing,) = unplaced.standings
    assert (standing.state, len(standing.signs)) == ("open", 1)
    assert standing.reason == "met in 1 passage, not known whether before or after"


@pytest.mark.parametrize("named", [None, "Piet Hulst"])
def test_what_others_are_said_to_threaten_is_no_watch(named: str | None) -> None:
    (commitment,) = AGAIN.analysis.commitments
    others = replace(commitment, inner_voice=True, holder_canonical=named)
    analysis = replace(AGAIN.analysis, commitments=(others,))
    assert len(join_conditions([analysis], [make_statement(AGAIN)], {AGAIN.attribution.id: (others,)}, lambda *_: None)) == 0


def join_two(early: Telling, late: Telling, *, are_linked: bool = True) -> list[list[str]]:
    """Return the wordings of each watch of two statements, one of which takes up the other."""
    tellings = (early, late)
    statements = [make_statement(t, story=t.analysis.article.name) for t in tellings]
    sides = {t.attribution.id: t.side for t in tellings}
    vectors = Matcher(space_of(list(sides.values())))
    found = join_conditions(
        [t.analysis for t in tellings],
        statements,
        {t.attribution.id: t.analysis.commitments for t in tellings},
        lambda one, other: Pair(sides[one], sides[other], vectors.words(sides[one]), vectors.words(sides[other])),
        [(statements[0].id, statements[1].id)] if are_linked else (),
    )
    return sorted(sorted(p.words for p in watched.places) for watched in found)


def set_again(condition: str, *, force: str = "threat", speaker: str = "Tamsin Orlay") -> Telling:
    """Return what is said weeks later on a condition."""
    return tell(
        f"we leave the talks if {condition}", consequence="we leave the talks", conditions=[("trigger", condition)], name="later", published="2031-06-01", force=force, speaker=speaker,
        source=speaker,
    )  # fmt: skip


def test_a_condition_that_is_set_again_is_watched_once() -> None:
    again = "a sham referendum is held in all Lindham"
    first = "a sham referendum is held in Lindham"
    assert join_two(AGAIN, set_again(again)) == [sorted((first, again))]
    assert join_two(AGAIN, set_again(again), are_linked=False) == sorted([[first], [again]])
    assert join_two(AGAIN, set_again(again, force="promise")) == sorted([[first], [again]])
    assert join_two(AGAIN, set_again(again, speaker="Piet Hulst")) == sorted([[first], [again]])
    assert join_two(AGAIN, set_again("the hospital counts forty dockers")) == sorted([[first], ["the hospital counts forty dockers"]])


def test_a_watch_of_two_statements_stands_since_the_first() -> None:
    late = set_again("a sham referendum is held in all Lindham")
    for order in permutations((AGAIN, late)):
        found = compare(*order)
        assert [r.relation for r in found.restatements] == ["repeats"]
        (standing,) = found.standings
        assert (standing.since, len(standing.wordings)) == ("2031-03-14", 2)
        assert standing.condition == "a sham referendum is held in Lindham"  # nobody had said the longer words by that day
        assert standing.statement == found.restatements[0].earlier


def test_a_sign_names_the_statement_whose_words_it_cites() -> None:
    late = set_again("a sham referendum is held in all Lindham")
    found = compare(AGAIN, late)
    _, shows = report("In Lindham a sham referendum was held on Sunday.", "en", ["Lindham"], "2031-07-01")
    articles = {article.id: article for article in (*(a.article for a in found.analyses), shows)}
    lifted = Statements(found.statements, articles, {}, set(articles))
    commitments = {t.attribution.id: t.analysis.commitments for t in (AGAIN, late)}
    sides = {t.attribution.id: t.side for t in (AGAIN, late)}
    vectors = Matcher(space_of(list(sides.values())))
    (link,) = found.restatements
    watches = join_conditions(
        found.analyses, found.statements, commitments, lambda one, other: Pair(sides[one], sides[other], vectors.words(sides[one]), vectors.words(sides[other])),
        [(link.earlier, link.later)], find_day=lifted.find_day_said,
    )  # fmt: skip
    assert [[p.statement for p in watched.places] for watched in watches] == [[link.earlier, link.later]]
    for teller, words, told in ((AGAIN, "a sham referendum is held in Lindham", link.earlier), (late, "a sham referendum is held in all Lindham", link.later)):
        (sign,) = lifted.lift_sightings([make_sighting(teller, words, shows)], watches)
        assert (sign.condition, sign.statement) == (words, told)
    (sign,) = lifted.lift_sightings([make_sighting(late, "a sham referendum is held in all Lindham", late.analysis.article)], watches)
    assert (sign.condition, sign.statement) == ("a sham referendum is held in Lindham", link.earlier)  # not the words of the article that shows it, its headline may be


WORDINGS = {
    "en": ("a sham referendum is held in Lindham", "a sham referendum is held in the port of Lindham", "we leave the talks if", "we leave the talks"),
    "de": ("in Lindham ein Referendum abgehalten wird", "in ganz Lindham ein Referendum abgehalten wird", "wir verlassen die Gespräche, wenn", "wir verlassen die Gespräche"),
}


@pytest.mark.parametrize("lang", WORDINGS)
def test_words_of_articles_with_a_day_and_a_source_head_a_watch(lang: str) -> None:
    short, long, opener, consequence = WORDINGS[lang]
    one, other = (
        tell(f"{opener} {words}", lang=lang, consequence=consequence, conditions=[("trigger", words)], places=["Lindham"], name=name)
        for words, name in ((short, "one"), (long, "other"))
    )
    undated = replace(other, analysis=replace(other.analysis, article=replace(other.analysis.article, published=None)))
    for order in permutations((one, other)):
        assert [[p.words for p in watched.places] for watched in join(*order)] == [[long, short]]
        assert [[p.words for p in watched.places] for watched in join(*order, unsourced=("other",))] == [[short, long]]
    for order in permutations((one, undated)):
        assert [[p.words for p in watched.places] for watched in join(*order)] == [[short, long]]


@pytest.mark.parametrize(
    ("types", "first"),
    [
        (("indirect", "direct"), "a referendum is held here"),
        (("direct", "indirect"), "a sham referendum is held in Lindham"),
        (("mixed", "indirect"), "a sham referendum is held in Lindham"),
        (("indirect", "indirect"), "a sham referendum is held in Lindham"),
    ],
)
def test_quoted_words_head_a_watch_and_of_two_the_longer(types: tuple[str, str], first: str) -> None:
    wordings = "a sham referendum is held in Lindham", "a referendum is held here"
    told = [
        tell(f"we leave the talks if {words}", consequence="we leave the talks", conditions=[("trigger", words)], name=f"n{k}", type=type)
        for k, (words, type) in enumerate(zip(wordings, types, strict=True))
    ]
    (watched,) = join(*told)
    assert watched.places[0].words == first


def test_words_with_a_gap_or_an_insertion_do_not_head_a_watch() -> None:
    mended = tell(
        "we leave the talks if a sham referendum is held in [occupied] Lindham", consequence="we leave the talks", type="direct", name="m",
        conditions=[("trigger", "a sham referendum is held in [occupied] Lindham")],
    )  # fmt: skip
    (watched,) = join(mended, AGAIN)
    assert watched.places[0].words == "a sham referendum is held in Lindham"


def test_a_condition_about_nothing_in_particular_is_not_watched() -> None:
    (commitment,) = ENGLISH.analysis.commitments
    first, second = commitment.conditions
    vague = replace(commitment, conditions=(replace(first, empty=True), second))
    analysis = replace(ENGLISH.analysis, commitments=(vague,))
    watched = join_conditions([analysis], [make_statement(ENGLISH)], {ENGLISH.attribution.id: (vague,)}, lambda _one, _other: None)
    assert [place.words for each in watched for place in each.places] == [second.span.of(analysis.article.text)]


ASKED = {
    "en": ("Asked about a referendum in {}, Tamsin Orlay", "a referendum in {}", "it would force us to leave the talks", "leave the talks"),
    "de": ("Gefragt nach einem Referendum in {}, Tamsin Orlay", "einem Referendum in {}", "das würde uns zwingen, die Gespräche zu verlassen", "die Gespräche zu verlassen"),
    "fr": ("Interrogée sur un référendum à {}, Tamsin Orlay", "un référendum à {}", "cela nous obligerait à quitter les négociations", "quitter les négociations"),
    "pl": ("Zapytana o referendum w {}, Tamsin Orlay", "referendum w {}", "to zmusiłoby nas do zerwania rozmów", "zerwania rozmów"),
    "ru": ("На вопрос о референдуме в {}, Tamsin Orlay", "референдуме в {}", "это вынудит нас прервать переговоры", "прервать переговоры"),
}  # fmt: skip


def ask(lang: str, place: str) -> Telling:
    """Return a telling whose condition is what the speaker was asked about."""
    source, condition, content, consequence = ASKED[lang]
    return tell(
        content, lang=lang, source=source.format(place), consequence=consequence, conditions=[("trigger", condition.format(place))], places=[place], name=f"asked {lang} {place}"
    )  # fmt: skip


def join_of_speaker(*tellings: Telling, made: list[Pair] | None = None) -> list[list[str]]:
    """Return the articles of each watch of tellings of one statement with a speaker; `made` takes the pairs that were asked for."""
    asked: list[Pair] = [] if made is None else made
    sides = {t.attribution.id: t.side for t in tellings}
    vectors = Matcher(space_of(list(sides.values())))
    told = [replace(make_statement(*tellings), speaker="Tamsin Orlay")]
    commitments = {t.attribution.id: t.analysis.commitments for t in tellings}

    def pair(one: str, other: str) -> Pair:
        asked.append(Pair(sides[one], sides[other], vectors.words(sides[one]), vectors.words(sides[other])))
        return asked[-1]

    found = join_conditions([t.analysis for t in tellings], told, commitments, pair)
    name_of = {t.analysis.article.id: t.analysis.article.name for t in tellings}
    return sorted(sorted(name_of[place.commitment.article] for place in watched.places) for watched in found)


@pytest.mark.parametrize("lang", ASKED)
def test_what_was_asked_about_is_the_condition_of_the_same_event_at_the_same_place(lang: str) -> None:
    assert join_of_speaker(ENGLISH, ask(lang, "Lindham")) == [["a"], ["a", f"asked {lang} Lindham"]]
    assert join_of_speaker(ENGLISH, ask(lang, "Korva")) == [["a"], ["a"], [f"asked {lang} Korva"]]


def test_a_condition_outside_its_telling_is_not_the_only_other_one_in_another_language() -> None:
    mined = tell(
        "wir verlassen die Gespräche, wenn eine Brücke gesprengt wird", lang="de", consequence="wir verlassen die Gespräche", conditions=[("trigger", "eine Brücke gesprengt wird")],
        same=SAME, name="mined",
    )  # fmt: skip
    assert join_of_speaker(mined, ask("en", "Lindham")) == [["asked en Lindham"], ["mined"]]


SHORT = {  # language: act, condition, what was asked about, what else at that place
    "en": ("we leave the talks", "a vote is held on the islands", "a vote on an island", "boats near an island"),
    "de": ("wir verlassen die Gespräche", "auf den Inseln eine Wahl abgehalten wird", "einer Wahl auf einer Insel", "Booten vor einer Insel"),
    "fr": ("nous quittons les négociations", "un vote est organisé sur les îles", "un vote sur une des îles", "des bateaux près des îles"),
    "es": ("dejamos las negociaciones", "se celebra un voto en las islas", "un voto en una isla", "barcos ante una isla"),
    "it": ("lasciamo i negoziati", "si tiene un voto sulle isole", "un voto su un'isola", "barche presso un'isola"),
    "nl": ("wij verlaten de gesprekken", "op de eilanden een stemming wordt gehouden", "een stemming op een eiland", "boten bij een eiland"),
    "pt": ("deixamos as negociações", "uma votação é realizada nas ilhas", "uma votação numa ilha", "barcos junto a uma ilha"),
    "pl": ("opuszczamy rozmowy", "odbędą się wybory na wyspach", "wybory na wyspie", "łodzie koło wyspy"),
    "cs": ("odcházíme z jednání", "se koná hlasování na ostrovech", "hlasování na ostrově", "lodě u ostrova"),
    "uk": ("ми залишаємо переговори", "відбудуться вибори на островах", "вибори на острові", "човни біля острова"),
    "ru": ("мы покидаем переговоры", "состоятся выборы на островах", "выборы на острове", "лодки у острова"),
    "tr": ("görüşmeleri terk ederiz", "adalarda bir seçim yapıldı ise", "bir adada seçim", "adanın önünde tekneler"),
}  # fmt: skip


@pytest.mark.parametrize("lang", SHORT)
def test_what_was_asked_about_is_the_condition_that_tells_its_stage_not_one_about_its_place(lang: str) -> None:
    act, held, asked, other = SHORT[lang]
    line = tell(f"{act}: {held}", lang=lang, consequence=act, conditions=[("trigger", held)], name="line")

    def ask_about(matter: str) -> list[list[str]]:
        return join_of_speaker(line, tell(act, lang=lang, source=f"{matter}, Tamsin Orlay", consequence=act, conditions=[("trigger", matter)], name="asked"))

    assert ask_about(asked) == [["asked", "line"]]
    assert ask_about(other) == [["asked"], ["line"]]


def test_two_tellings_are_compared_word_by_word_only_where_their_conditions_are() -> None:
    twin = tell(
        "we leave the talks if a sham referendum is held in Lindham", consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham")],
        places=["Lindham"], name="twin",
    )  # fmt: skip
    made: list[Pair] = []
    assert join_of_speaker(AGAIN, twin, made=made) == [["b", "twin"]]
    assert made
    assert not any("table" in vars(pair) for pair in made)
