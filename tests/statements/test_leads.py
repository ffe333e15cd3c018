"""A retelling that leads in a quotation, or sums it up, is told of one utterance; two things said one after the other are two."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.kinship import Gist
from onrecord.records import Span
from onrecord.statements import cluster
from onrecord.statements.cluster import group_tellings
from onrecord.statements.features import Tellings
from onrecord.statements.leads import find_leads
from onrecord.statements.match import LED, match_tellings
from onrecord.statements.sides import Side
from onrecord.statements.space import plain_space

from .tellings import days, make_echoes, tell

LEADS = {  # language: the condition and the act that are retold, the quotation with its two conditions and its act, another act
    "en": ("a vote on the islands", "end all talks", "if our boats are sunk, if a sham vote is held on an island", "we leave all talks", "we close the road to Korva"),
    "de": ("eine Wahl auf den Inseln", "alle Gespräche beenden", "wenn unsere Boote sinken, wenn auf einer Insel eine Wahl stattfindet", "verlassen wir jedes Gespräch", "sperren wir die Straße"),
    "fr": ("un vote sur les îles", "cesser toute négociation", "si nos bateaux coulent, si un faux vote se tient sur une île", "nous quittons les négociations", "nous fermons la route"),
    "es": ("una votación en las islas", "cesar la negociación", "si hunden los barcos, si hay una falsa votación en una isla", "dejamos las negociaciones", "cerramos la carretera"),
    "it": ("un voto sulle isole", "cessare il negoziato", "se affondano le barche, se si tiene un finto voto su un'isola", "lasciamo i negoziati", "chiudiamo la strada"),
    "nl": ("een stemming op de eilanden", "alle gesprekken stoppen", "als onze boten zinken, als op een eiland een stemming komt", "verlaten wij de gesprekken", "sluiten wij de weg"),
    "pt": ("uma votação nas ilhas", "cessar a negociação", "se afundarem os barcos, se houver uma falsa votação numa ilha", "deixamos as negociações", "fechamos a estrada"),
    "pl": ("głosowanie na wyspach", "przerwać rozmowy", "jeśli zatopią łodzie, jeśli na wyspie odbędzie się głosowanie", "porzucimy wszelkie rozmowy", "zamkniemy drogę"),
    "cs": ("hlasování na ostrovech", "ukončit jednání", "pokud potopí lodě, pokud se na ostrově uskuteční hlasování", "opustíme každé jednání", "uzavřeme silnici"),
    "uk": ("голосування на островах", "припинити переговори", "якщо потоплять човни, якщо на острові проведуть голосування", "залишимо всі переговори", "закриємо дорогу"),
    "ru": ("голосование на островах", "прекратить переговоры", "если потопят лодки, если на острове проведут голосование", "покинем все переговоры", "закроем дорогу"),
    "tr": ("adalarda bir oylama", "görüşmeleri bitirmek", "tekneler batırılırsa, adada bir oylama yapılırsa", "görüşmeleri terk ederiz", "yolu kapatırız"),
}  # fmt: skip


def lead_in(lang: str, *, outcome: str | None = None, conditions: str | None = None, between: str = "", act: str = "threat", speaker: str = "Tamsin Orlay") -> tuple[Side, Side]:
    """Return a retelling and the quotation behind it, as two sides of one text."""
    cause, retold, causes, quoted, _ = LEADS[lang]
    causes, quoted = conditions or causes, outcome or quoted
    told = tell(f"{cause}: {retold}", lang=lang, consequence=retold, conditions=[("trigger", cause)], name="a")
    before = f"{told.analysis.article.text}{between} Tamsin Orlay"
    first, _, second = causes.partition(", ")
    quotation = tell(
        f"{causes}, {quoted}", lang=lang, type="direct", source=before, speaker=speaker, consequence=quoted, force=act,
        conditions=[("trigger", each) for each in (first, second) if each], name="b",
    )  # fmt: skip
    return told.side, replace(quotation.side, attribution=replace(quotation.side.attribution, id="quotation"))


def leads(sides: tuple[Side, Side]) -> bool:
    return bool(find_leads(sides, (), plain_space()))


@pytest.mark.parametrize("lang", LEADS)
def test_a_retelling_leads_in_the_quotation_that_holds_its_condition_and_its_act(lang: str) -> None:
    told, quoted = lead_in(lang)
    assert find_leads((told, quoted), (), plain_space()) == {told.attribution.id: "quotation"}


@pytest.mark.parametrize("lang", LEADS)
def test_another_act_on_the_same_condition_is_another_thing(lang: str) -> None:
    assert not leads(lead_in(lang, outcome=LEADS[lang][4]))


@pytest.mark.parametrize("lang", LEADS)
def test_the_same_act_on_another_condition_is_another_thing(lang: str) -> None:
    assert not leads(lead_in(lang, conditions=LEADS[lang][2].partition(",")[0]))


@pytest.mark.parametrize(
    "what", [{"between": " x" * 200}, {"act": "promise"}, {"act": "demand"}, {"speaker": "Piet Hulst"}], ids=["far away", "a promise", "a demand", "another speaker"]
)
def test_what_speaks_against_it_keeps_both_apart(what: dict[str, str]) -> None:
    assert not leads(lead_in("en", **what))


def test_a_not_and_a_retelling_without_a_condition_keep_both_apart() -> None:
    assert not leads(lead_in("en", outcome="we will not leave all talks"))
    told, quoted = lead_in("en")
    free = replace(told, commitments=tuple(replace(c, conditions=()) for c in told.commitments))
    assert not leads((free, quoted))


def gists() -> tuple[Gist, Gist]:
    """Return a retelling of the sort that shares nothing with the quotation that it leads in, and this."""
    first = tell("it would force her to end all of that", name="a").sketch.gists[0]
    quoted = tell("we leave the strait when a grain ship is seized", name="a", type="direct").sketch.gists[0]
    return replace(first, of="told", leads="quoted"), replace(quoted, of="quoted", span=Span(start=300, end=340))


def test_what_leads_in_a_quotation_is_surely_of_it_but_of_another_day() -> None:
    told, quoted = gists()
    sketch = tell("nothing", name="a").sketch

    def match(*two: Gist) -> float:
        both = Tellings(replace(sketch, gists=two))
        return float(match_tellings(both, both, plain_space())[0, 1])

    assert match(told, quoted) == match(quoted, told) == LED
    assert match(replace(told, leads=None), quoted) == 0.0
    monday, friday = days("2031-03-10", "2031-03-11"), days("2031-03-14", "2031-03-15")
    assert match(replace(told, said_at=monday, weekday=0), replace(quoted, said_at=friday, weekday=4)) == 0.0


@pytest.mark.parametrize("is_led", [True, False])
def test_what_leads_in_a_quotation_goes_with_it_however_little_of_it_others_tell(is_led: bool) -> None:
    told, quoted = gists()
    sketch = tell("nothing", name="a").sketch
    others = [tell(f"we leave the strait when a grain ship is seized {n}", name=f"a{n}").told for n in range(4)]
    own = [
        replace(others[0], sketch=sketch, gist=gist)
        for gist in (replace(told, leads="quoted" if is_led else None), quoted, replace(told, of="question", form="question", span=Span(start=60, end=90)))
    ]
    ids = ["quoted", *(t.gist.of for t in others)]
    surely = {(a, b): 0.99 for k, a in enumerate(ids) for b in ids[k + 1 :]} | {("told", "quoted"): LED, ("told", "question"): 0.95}
    everything = [*others, *own]
    sizes = [len(g.tellings) for g in group_tellings(everything, make_echoes(everything, surely))]
    assert sorted(sizes) == ([1, 6] if is_led else [2, 5])


def test_what_led_in_elsewhere_no_longer_keeps_apart_those_it_was_joined_with(monkeypatch: pytest.MonkeyPatch) -> None:
    one = tell("we leave the strait when a grain ship is seized", name="a").told
    leads = {0: "t2", 1: "t3"}
    told = [replace(one, gist=replace(one.gist, of=f"t{at}", form=f"form {at}", leads=leads.get(at), span=Span(start=40 * at, end=40 * at + 30))) for at in range(5)]
    bars = np.zeros((5, 5), dtype=np.bool_)
    for a, b in ((0, 3), (1, 2)):
        bars[a, b] = bars[b, a] = True
    monkeypatch.setattr(cluster, "find_barred", lambda *_: bars)
    monkeypatch.setattr(cluster, "find_unsaid", lambda *_: np.zeros_like(bars))
    surely = {("t0", "t1"): 0.99, ("t0", "t4"): 0.99, ("t1", "t4"): 0.99, ("t0", "t2"): LED, ("t1", "t3"): LED}
    assert sorted(sorted(t.gist.of for t in group.tellings) for group in group_tellings(told, make_echoes(told, surely))) == [["t0", "t2"], ["t1", "t3", "t4"]]
