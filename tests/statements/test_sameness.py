"""Conditions are one watch only where none is the contrary of the other: both with a "not" or both without, bound the same way, at one place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import DateRange, Sign
from onrecord.statements.forms import PlainText
from onrecord.statements.polarity import is_negated
from onrecord.statements.sides import find_pack
from onrecord.statements.standing import find_deadline, list_standings

from .tellings import Telling, days, find, tell
from .test_signs_across import report
from .test_watches import compare, join

SAID = {
    "en": ("the rebels leave the harbour", "the rebels do not leave the harbour"),
    "nl": ("de rebellen de haven verlaten", "de rebellen de haven niet verlaten"),
    "de": ("die Rebellen den Hafen räumen", "die Rebellen den Hafen nicht räumen"),
    "fr": ("les rebelles quittent le port", "les rebelles ne quittent pas le port"),
    "es": ("los rebeldes salen del puerto", "los rebeldes no salen del puerto"),
    "it": ("i ribelli lasciano il porto", "i ribelli non lasciano il porto"),
    "pt": ("os rebeldes deixam o porto", "os rebeldes não deixam o porto"),
    "pl": ("rebelianci opuszczą port", "rebelianci nie opuszczą portu"),
    "cs": ("povstalci opustí nemocnici i přístav nebo německou čtvrť", "povstalci neopustí přístav"),
    "uk": ("повстанці залишать порт", "повстанці не залишать порт"),
    "ru": ("повстанцы покинут порт", "повстанцы не покинут порт"),
    "tr": ("isyancılar limandan çekilirse", "isyancılar limandan çekilmezse"),
}


@pytest.mark.parametrize("lang", sorted(SAID))
def test_a_condition_is_negated_or_not(lang: str) -> None:
    for words, expected in zip(SAID[lang], (False, True), strict=True):
        _, article = report(words, lang, [])
        assert is_negated(PlainText(article), find_pack(lang), find(words, words)) is expected


@pytest.mark.parametrize(
    ("lang", "words", "act"),
    [
        ("fr", "la ville ne paiera la digue que si le port n'est pas fermé", "la ville ne paiera la digue"),
        ("fr", "la ville n'ouvrira la digue qu'après le départ des rebelles", "la ville n'ouvrira la digue qu'après"),
        ("es", "la ciudad no pagará el dique más que si se abre el puerto", "la ciudad no pagará el dique más que"),
        ("it", "la città non pagherà la diga che se il porto sarà aperto", "la città non pagherà la diga che"),
        ("pt", "a cidade não pagará o dique senão se o porto abrir", "a cidade não pagará o dique senão"),
    ],
)
def test_a_negation_that_only_restricts_denies_nothing(lang: str, words: str, act: str) -> None:
    _, article = report(words, lang, [])
    assert not is_negated(PlainText(article), find_pack(lang), find(words, act))


@pytest.mark.parametrize(
    ("lang", "words", "act"),
    [
        ("fr", "la ville ne paiera la digue que si le port n'est pas fermé", "le port n'est pas fermé"),
        ("fr", "la ville ne paiera pas la digue que la garde a prise", "la ville ne paiera pas la digue"),
        ("it", "la città non dirà che la diga è salva", "la città non dirà che la diga è salva"),
        ("es", "la ciudad no pagará el dique si se abre el puerto", "la ciudad no pagará el dique"),
    ],
)
def test_a_negation_beside_other_words_denies(lang: str, words: str, act: str) -> None:
    _, article = report(words, lang, [])
    assert is_negated(PlainText(article), find_pack(lang), find(words, act))


def word(condition: str, *, kind: str = "trigger", force: str = "threat", places: tuple[str, ...] = (), name: str = "a") -> Telling:
    """Return one telling of what is done on a condition."""
    return tell(f"we close the road if {condition}", consequence="we close the road", conditions=[(kind, condition)], force=force, places=places, name=name)


@pytest.mark.parametrize(
    ("other", "watches"),
    [
        (word("the rebels leave the old harbour", name="b"), 1),
        (word("the rebels do not leave the harbour", name="b"), 2),
        (word("the rebels leave the old harbour", kind="exception", name="b"), 2),
        (word("the rebels leave the old harbour", force="warning", name="b"), 1),
        (word("the rebels leave the old harbour", force="demand", name="b"), 2),
        (word("the rebels leave the harbour", kind="exception", name="b"), 2),
    ],
)
def test_conditions_of_one_statement_are_joined_where_they_are_not_contrary(other: Telling, watches: int) -> None:
    assert len(join(word("the rebels leave the harbour"), other)) == watches


def test_conditions_at_two_towns_are_two_and_one_without_a_town_is_either() -> None:
    here, there = word("the rebels leave Lindham", places=("Lindham",)), word("the rebels leave Pelgrim", places=("Pelgrim",), name="b")
    assert len(join(here, there)) == 2
    assert len(join(here, word("the rebels leave the town", name="b"))) == 1
    assert len(join(here, word("the rebels leave Lindhamu", places=("Lindhamu",), name="b"))) == 1
    assert len(join(here, word("the rebels leave Lindham and Pelgrim", places=("Lindham", "Pelgrim"), name="b"))) == 1


def test_a_deadline_binds_the_condition_beside_it() -> None:
    content = "we close the road if the rebels are not disarmed by May or if the mayor is harmed"
    may = days("2031-05-01", "2031-06-01")
    told = tell(
        content, consequence="we close the road", conditions=[("trigger", "the rebels are not disarmed"), ("deadline", "by May"), ("trigger", "the mayor is harmed")],
        date=("May", may),
    )  # fmt: skip
    (commitment,) = told.analysis.commitments
    article, dates = told.analysis.article, told.analysis.dates
    found = {c.span.of(article.text): find_deadline(commitment, c, dates, article) for c in commitment.conditions if c.kind == "trigger"}
    assert found == {"the rebels are not disarmed": may, "the mayor is harmed": None}


@pytest.mark.parametrize(
    ("lang", "condition", "day", "bound"),
    [
        ("en", "the rebels are not disarmed within the next week", "next week", True),
        ("fr", "les rebelles ne sont pas partis avant vendredi", "vendredi", True),
        ("tr", "isyancılar cumaya kadar çekilmezse", "cumaya", True),
        ("pl", "rebelianci nie odejdą do piątku", "piątku", True),
        ("en", "the vote planned for Friday is held", "Friday", False),
    ],
)
def test_a_deadline_inside_a_condition_binds_it(lang: str, condition: str, day: str, bound: bool) -> None:
    when: DateRange = days("2031-05-02", "2031-05-03")
    told = tell(condition, lang=lang, consequence=condition.split()[0], conditions=[("trigger", condition)], date=(day, when))
    (commitment,) = told.analysis.commitments
    assert find_deadline(commitment, commitment.conditions[0], told.analysis.dates, told.analysis.article) == (when if bound else None)


@pytest.mark.parametrize(
    ("later", "speaker", "watches"),
    [
        ("they go down the path of a referendum in the districts", "Tamsin Orlay", 1),
        ("they go down the path of a referendum in the districts", "Piet Hulst", 2),
        ("they count the boats of the harbour in the districts", "Tamsin Orlay", 2),
    ],
)
def test_conditions_of_one_speaker_about_one_event_are_one_whatever_hangs_on_them(later: str, speaker: str, watches: int) -> None:
    first = "a referendum is held in the districts"
    early = tell(f"we leave the talks if {first}", consequence="we leave the talks", conditions=[("trigger", first)], name="early")
    late = tell(
        f"everybody will be sorry if {later}", consequence="everybody will be sorry", conditions=[("trigger", later)], name="late", force="warning", speaker=speaker, source=speaker,
        published="2031-06-01",
    )  # fmt: skip
    assert len(compare(early, late).standings) == watches


def bear(condition: str, bearing: str | None, *, kind: str = "prerequisite", lang: str = "en", name: str = "a") -> Telling:
    """Return a refusal that lasts as long as something is so, or till something comes."""
    told = tell(f"no talks: {condition}", lang=lang, consequence="no talks", conditions=[(kind, condition)], force="refusal", name=name, same={"porcie": "port", "порту": "порт"})
    (commitment,) = told.analysis.commitments
    lasting = replace(commitment, conditions=tuple(replace(c, bearing=bearing) for c in commitment.conditions))
    return replace(told, analysis=replace(told.analysis, commitments=(lasting,)), side=replace(told.side, commitments=(lasting,)))


LASTS = {
    "en": ("the rebels stay in the harbour", "the rebels leave the harbour"),
    "nl": ("de rebellen in de haven blijven", "de rebellen de haven verlaten"),
    "de": ("die Rebellen im Hafen bleiben", "die Rebellen den Hafen verlassen"),
    "fr": ("les rebelles restent dans le port", "les rebelles quittent le port"),
    "es": ("los rebeldes permanezcan en el puerto", "los rebeldes abandonen el puerto"),
    "it": ("i ribelli restano nel porto", "i ribelli lasciano il porto"),
    "pt": ("os rebeldes permaneçam no porto", "os rebeldes deixem o porto"),
    "pl": ("rebelianci pozostają w porcie", "rebelianci opuszczą port"),
    "cs": ("povstalci zůstávají v přístavu", "povstalci opustí přístav"),
    "uk": ("повстанці залишаються в порту", "повстанці покинуть порт"),
    "ru": ("повстанцы остаются в порту", "повстанцы покинут порт"),
    "tr": ("isyancılar limanda kalırsa", "isyancılar limanı terk ederse"),
}


@pytest.mark.parametrize("lang", sorted(LASTS))
def test_as_long_as_they_stay_and_until_they_leave_are_one_watch(lang: str) -> None:
    stay, leave = LASTS[lang]
    lasting, ending = bear(stay, "while", lang=lang), bear(leave, "until", lang=lang, name="b")
    assert len(join(lasting, ending)) == 1
    assert len(join(bear(leave, "while", lang=lang), ending)) == 2  # as long as they leave
    assert len(join(lasting, bear(stay, "until", lang=lang, name="b"))) == 2


@pytest.mark.parametrize(
    ("one", "other", "watches"),
    [
        (bear("the rebels leave the harbour", None, kind="exception"), bear("the rebels do not leave the harbour", None, kind="trigger", name="b"), 1),
        (bear("the rebels leave the harbour", None, kind="trigger"), bear("the rebels stay in the harbour", None, kind="trigger", name="b"), 2),
        (bear("the rebels leave the harbour", "until"), bear("the sanctions stay in force", "while", name="b"), 2),
        (bear("the rebels leave the harbour", "until"), bear("the rebels do not shell the harbour", "while", name="b"), 2),
    ],
    ids=["unless they do and if they do not", "if they go and if they stay", "another state", "another deed"],
)
def test_only_what_lifts_by_the_deed_that_the_other_lacks_is_the_same(one: Telling, other: Telling, watches: int) -> None:
    assert len(join(one, other)) == watches


@pytest.mark.parametrize(("first", "state"), [("while", "denied"), ("until", "met")])
def test_a_sign_of_either_wording_says_where_the_one_that_heads_the_watch_stands(first: str, state: str) -> None:
    wordings = {"while": "the rebels stay in the harbour of Lindham", "until": "the rebels leave the harbour of Lindham"}
    second = next(bearing for bearing in wordings if bearing != first)
    lines = [bear(wordings[first], first), bear(wordings[first], first, name="c"), bear(wordings[second], second, name="b")]
    (watch,) = join(*lines)
    assert watch.places[0].words == wordings[first]
    for line, own in ((lines[0], "met" if first == "until" else "denied"), (lines[2], "denied" if first == "until" else "met")):
        (commitment,) = line.analysis.commitments
        sign = Sign(
            id="g", article="news", span=commitment.consequence, statement=None, commitment=commitment.id, condition=line.side.cut(commitment.conditions[0].span), status=own,
            order="later", made_by="t@1",
        )  # fmt: skip
        (standing,) = list_standings([each.analysis for each in lines], [watch], lambda _: "2031-03-14", [sign], [], {"news": "2031-04-01"})
        assert standing.state == state
