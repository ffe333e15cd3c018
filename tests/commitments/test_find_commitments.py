"""Which commitments an article holds: by whom, on which conditions, joined how."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from onrecord.commitments.claims import read_claims
from onrecord.commitments.find import find_commitments
from onrecord.languages import load_pack
from onrecord.records import Article, Commitment, Encoding, Link, Span, Tag
from tests.attributions.make import Reading, make, read, span_of
from tests.growth import grows_gently


def only(reading: Reading) -> Commitment:
    (commitment,) = reading.commitments
    return commitment


def told(marked: str, lang: str = "en", **options: tuple[int, ...]) -> list[tuple[str | None, list[str | None]]]:
    reading = read(marked, lang, **options)
    return [(reading.words(c.consequence), [reading.words(k.span) for k in c.conditions]) for c in reading.commitments]


def test_a_threat_has_its_holder_addressee_and_conditions() -> None:
    text = (
        "{S1:Mira Solan} {Q1:warned} {to1:Tidewire} {C1:that {threat1/any:{holder1:she} would close the strait} if {trigger1:a ship was seized} "
        "or if {trigger1:the lighthouse was shelled}}.\n@per Mira Solan\n@org Tidewire"
    )
    reading = read(text)
    commitment = only(reading)
    assert commitment.force == "threat"
    assert reading.words(commitment.consequence) == "she would close the strait"
    assert [(reading.words(c.span), c.kind) for c in commitment.conditions] == [("a ship was seized", "trigger"), ("the lighthouse was shelled", "trigger")]
    assert commitment.operator == "any"
    assert commitment.conditional
    assert commitment.holder_canonical == "Mira Solan"
    assert commitment.addressee_canonical == "Tidewire"
    assert commitment.attribution == reading.attributions[0].id


def test_each_condition_goes_to_its_own_consequence() -> None:
    text = "{threat1:We will strike} if {trigger1:wages fall}, and {promise2:we will work} if {trigger2:they rise}."
    assert told(text) == [("We will strike", ["wages fall"]), ("we will work", ["they rise"])]


def test_a_link_to_the_farther_consequence_beats_nearness() -> None:
    text = "If {trigger2:they rise}, {threat1:we will strike}; {promise2:we will work}."
    assert told(text) == [("we will strike", []), ("we will work", ["they rise"])]


def test_a_condition_without_a_link_goes_to_the_consequence_beside_it() -> None:
    assert told("{threat1:We will strike} if {trigger1:wages fall}.", unlinked=(1,)) == [("We will strike", ["wages fall"])]


def test_a_condition_without_a_link_does_not_cross_a_paragraph_or_a_long_gap() -> None:
    assert told("{threat1:We will strike}\n\n{trigger1:wages fall}.", unlinked=(1,))[0][1] == []
    assert told("{threat1:We will strike} one day, as we have said again and again, if {trigger1:wages fall}.", unlinked=(1,))[0][1] == []


def test_a_condition_stays_in_its_sentence_and_in_its_quotation_without_a_link() -> None:
    assert told("{threat1:We will strike}. If {trigger2:wages fall}, {promise2:we will help}.", unlinked=(2,)) == [("We will strike", []), ("we will help", ["wages fall"])]
    assert told('{threat1:We will strike}. "If {trigger1:wages fall}, nobody sails"', unlinked=(1,)) == [("We will strike", [])]
    assert told('"{threat1:We will strike}." When {trigger1:wages fall}, nobody sails', unlinked=(1,)) == [("We will strike", [])]


TIED = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:that, if {trigger1:the levy stays}, {threat1:the guild will close the quay} and %s}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat als {trigger1:de heffing blijft}, {threat1:het gilde de kade zal sluiten} en %s}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:wenn {trigger1:die Abgabe bleibt}, {threat1:werde die Gilde den Kai sperren} und %s}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que, si {trigger1:la taxe demeure}, {threat1:la guilde fermera le quai} et %s}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que, si {trigger1:la tasa sigue}, {threat1:el gremio cerrará el muelle} y %s}.",
    "pt": "{S1:Mira Solan} {Q1:disse} {C1:que, se {trigger1:a taxa ficar}, {threat1:a guilda fechará o cais} e %s}.",
    "ru": "{S1:Mira Solan} {Q1:сказала}, {C1:что, если {trigger1:сбор останется}, {threat1:гильдия закроет набережную} и %s}.",
}
SECOND = {
    "en": ("{promise2:sell the cranes}", "{promise2:help the pilots}"),
    "nl": ("{promise2:de kranen zal verkopen}", "{promise2:de loodsen zal helpen}"),
    "de": ("{promise2:die Kräne verkaufen}", "{promise2:den Lotsen helfen}"),
    "fr": ("{promise2:vendra les grues}", "{promise2:aidera les pilotes}"),
    "es": ("{promise2:venderá las grúas}", "{promise2:ayudará a los pilotos}"),
    "pt": ("{promise2:venderá os guindastes}", "{promise2:ajudará os pilotos}"),
    "ru": ("{promise2:продаст краны}", "{promise2:поможет лоцманам}"),
}


@pytest.mark.parametrize("lang", TIED)
def test_two_acts_of_one_subject_on_one_condition_are_both_threats_unless_one_gives(lang: str) -> None:
    taking, giving = SECOND[lang]
    assert [c.force for c in read(TIED[lang] % taking + "\n@per Mira Solan", lang).commitments] == ["threat", "threat"]
    assert [c.force for c in read(TIED[lang] % giving + "\n@per Mira Solan", lang).commitments] == ["threat", "promise"]


@pytest.mark.parametrize("second", ["{promise2:the mayor will sell the cranes}", "{promise2:{holder2:Anna Reed} will sell the cranes}"])
def test_an_act_of_another_subject_keeps_its_force(second: str) -> None:
    assert [c.force for c in read(TIED["en"] % second + "\n@per Mira Solan").commitments] == ["threat", "promise"]


def test_the_consequence_in_its_own_sentence_wins_over_a_linked_one_in_another() -> None:
    text = "{threat1:We will strike}. If {trigger1:wages fall}, {promise2:we will help}."
    article, encoding = make(text)
    tags = {t.label: i for i, t in enumerate(encoding.tags)}
    both = replace(encoding, links=tuple(Link(dependent=tags["trigger"], head=tags[head], confidence=sure) for head, sure in (("threat", 0.7), ("promise", 0.6))))
    found = list(find_commitments(article, both, (), (), load_pack("en")))
    assert [[c.span.of(article.text) for c in commitment.conditions] for commitment in found] == [[], ["wages fall"]]


@pytest.mark.parametrize(
    ("lang", "text", "condition"),
    [
        (
            "en",
            "\"If {trigger1:it is all about threats} and, 'Give us a third of the lake', {refusal1:we will not agree}.\"",
            "it is all about threats and, 'Give us a third of the lake'",
        ),
        ("de", "„Wenn {trigger1:es nur um Drohungen geht} und: ‚Gebt uns den halben See‘, {refusal1:sagen wir nein}.“", "es nur um Drohungen geht und: ‚Gebt uns den halben See‘"),
        ("es", "«Si {trigger1:todo son amenazas} y “dadnos medio lago”, {refusal1:no firmaremos}.»", "todo son amenazas y “dadnos medio lago”"),
    ],
)
def test_a_condition_goes_on_over_the_quotation_that_an_and_ties_to_it(lang: str, text: str, condition: str) -> None:
    assert told(text, lang)[0][1] == [condition]


def test_what_stands_in_that_quotation_does_not_hang_on_the_condition() -> None:
    text = "\"If {trigger1:it is all about threats} and, 'Give us the lake, {promise1:we will leave you calm}', there is no deal.\""
    assert told(text) == [("we will leave you calm", [])]


def test_a_force_the_model_hardly_believes_is_no_commitment() -> None:
    article, encoding = make("{promise1:We will stay}.")
    weak = Encoding(
        article=article.id, tags=tuple(Tag(layer=t.layer, label=t.label, span=t.span, confidence=0.1) for t in encoding.tags), links=(), vectors=(), made_by="test"
    )  # fmt: skip
    assert list(find_commitments(article, weak, (), (), load_pack("en"))) == []


def test_a_subhead_alone_binds_nobody() -> None:
    article, encoding = make("The port is quiet.\n\n{promise1:Ferries will sail}\n\nNobody was seen on the quay.")
    headed = replace(article, subheads=(span_of(article.text, "Ferries will sail"),))
    assert [len(list(find_commitments(told, encoding, (), (), load_pack("en")))) for told in (article, headed)] == [1, 0]


@pytest.mark.parametrize(
    ("lang", "text", "conditions"),
    [
        ("en", "If {trigger1:wages fall and} if {trigger1:prices rise}, {threat1/all:we will strike}.", ["wages fall", "prices rise"]),
        ("de", "Wenn {trigger1:die Löhne sinken oder} {trigger1:die Preise steigen}, {threat1/any:streiken wir}.", ["die Löhne sinken", "die Preise steigen"]),
        ("uk", "Якщо {trigger1:ціни зростуть і} {trigger1:зарплати впадуть}, {threat1/all:ми страйкуватимемо}.", ["ціни зростуть", "зарплати впадуть"]),
        ("en", "{threat1:We will strike} if {trigger1:they want both}.", ["they want both"]),
    ],
)
def test_a_condition_ends_before_the_word_that_joins_it_to_the_next(lang: str, text: str, conditions: list[str]) -> None:
    reading = read(text, lang)
    assert [reading.words(c.span) for c in only(reading).conditions] == conditions
    assert only(reading).operator == (None if len(conditions) < 2 else "any" if " oder}" in text else "all")


# -- conditions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "conditional"),
    [
        ("trigger", "{threat1:We will strike} if {trigger1:wages fall}.", True),
        ("exception", "{refusal1:We will not sign} unless {exception1:wages rise}.", True),
        ("prerequisite", "{offer1:We will sign} only after {prerequisite1:wages rise}.", True),
        ("deadline", "{promise1:We will sign} {deadline1:by Monday}.", False),
    ],
)
def test_a_deadline_alone_makes_no_commitment_conditional(kind: str, text: str, conditional: bool) -> None:
    commitment = only(read(text))
    assert [c.kind for c in commitment.conditions] == [kind]
    assert commitment.conditional is conditional
    assert commitment.operator is None


def test_a_commitment_without_conditions_is_not_conditional() -> None:
    commitment = only(read("{promise1:We will stay}."))
    assert (commitment.conditions, commitment.conditional, commitment.operator) == ((), False, None)


TWO = {
    "en": ("{threat1:We will leave} if {trigger1:the port is shelled} %s if {trigger1:a ship is seized}.", "and", "or"),
    "nl": ("{threat1:We vertrekken} als {trigger1:de haven wordt beschoten} %s als {trigger1:een schip wordt gekaapt}.", "en", "of"),
    "de": ("{threat1:Wir gehen}, wenn {trigger1:der Hafen beschossen wird} %s wenn {trigger1:ein Schiff gekapert wird}.", "und", "oder"),
    "fr": ("{threat1:Nous partirons} si {trigger1:le port est bombardé} %s si {trigger1:un navire est saisi}.", "et", "ou"),
    "es": ("{threat1:Nos iremos} si {trigger1:el puerto es atacado} %s si {trigger1:un barco es capturado}.", "y", "o"),
    "uk": ("{threat1:Ми підемо}, якщо {trigger1:порт обстріляють} %s якщо {trigger1:захоплять судно}.", "і", "або"),
}


@pytest.mark.parametrize("lang", TWO)
def test_and_asks_for_all_conditions_and_or_for_any(lang: str) -> None:
    text, word_all, word_any = TWO[lang]
    assert only(read(text % word_all, lang)).operator == "all"
    assert only(read(text % f", {word_any}", lang)).operator == "any"


@pytest.mark.parametrize("lang", TWO)
def test_a_joining_word_is_told_from_a_bare_list(lang: str) -> None:
    text, word_all, word_any = TWO[lang]
    assert only(read(text % word_all, lang)).operator_how == "worded"
    assert only(read(text % f", {word_any}", lang)).operator_how == "worded"
    listed = only(read(text % ",", lang))
    assert (listed.operator, listed.operator_how) == ("any", "listed")


def test_one_condition_is_joined_in_no_way() -> None:
    assert only(read("{threat1:We will strike} if {trigger1:wages fall}.")).operator_how is None


@pytest.mark.parametrize(
    ("lang", "text", "condition"),
    [
        ("en", "If {trigger1:wages fall and}, {threat1:we will strike}.", "wages fall"),
        ("nl", "Als {trigger1:de lonen dalen en,} {threat1:gaan wij staken}.", "de lonen dalen"),
        ("fr", "{threat1:Nous ferons grève} si {trigger1:les salaires baissent ou}.", "les salaires baissent"),
        ("pl", "Jeśli {trigger1:płace spadną albo}, {threat1:zastrajkujemy}.", "płace spadną"),
        ("tr", "{trigger1:Ücretler düşerse ve}, {threat1:greve gideriz}.", "Ücretler düşerse"),
    ],
)
def test_no_condition_ends_in_a_joining_word(lang: str, text: str, condition: str) -> None:
    reading = read(text, lang)
    assert [reading.words(c.span) for c in only(reading).conditions] == [condition]


def test_a_clause_the_model_left_out_is_found_beside_its_like() -> None:
    text = "If our wages fall again, if {trigger1:the harbour is sold}, {threat1:we will strike}."
    assert told(text) == [("we will strike", ["our wages fall again", "the harbour is sold"])]
    assert only(read(text)).operator_how == "listed"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In response to the sudden strike, {S1:Mira Solan} {Q1:said} {C1:that {promise1:the council would pay}}."),
        ("de", "Als Reaktion auf den Streik der Gilde {Q1:sagte} {S1:Mira Solan}, {C1:{promise1:die Stadt werde zahlen}}."),
        ("fr", "En réponse à la grève des dockers, {S1:Mira Solan} {Q1:a dit} {C1:que {promise1:la ville paierait}}."),
        ("pl", "W odpowiedzi na strajk cechu {S1:Mira Solan} {Q1:powiedziała}, {C1:że {promise1:miasto zapłaci}}."),
    ],
)
def test_on_what_occasion_it_was_said_is_no_condition(lang: str, text: str) -> None:
    assert only(read(text + "\n@per Mira Solan", lang)).conditions == ()


def test_in_response_to_an_event_something_may_be_promised() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:that {promise1:the council would pay} in response to any new strike}.\n@per Mira Solan"
    reading = read(text)
    assert [reading.words(c.span) for c in only(reading).conditions] == ["any new strike"]


def test_a_bare_list_of_conditions_asks_for_any() -> None:
    assert only(read(TWO["en"][0] % ",")).operator == "any"


def test_and_or_asks_for_any() -> None:
    assert only(read(TWO["en"][0] % "and/or")).operator == "any"


def test_the_last_word_of_a_list_joins_all_of_it() -> None:
    assert only(read("{threat1:We leave} if {trigger1:it rains}, {trigger1:it snows} and {trigger1:it hails}.")).operator == "all"
    assert only(read("{threat1:We leave} if {trigger1:it rains}, {trigger1:it snows} or {trigger1:it hails}.")).operator == "any"


def test_a_deadline_is_joined_to_nothing() -> None:
    assert only(read("{threat1:We leave} {deadline1:on Monday} and if {trigger1:it rains}.")).operator is None


def test_conditions_on_both_sides_of_the_consequence_are_not_joined_by_its_words() -> None:
    text = "If {trigger1:it rains}, {threat1:we pack and leave}, if {trigger1:it snows}."
    assert only(read(text)).operator == "any"


NESTED = {
    "en": "If {trigger1:the guild wins}, {promise1:she will sign it} if {trigger1:it comes to her}.",
    "nl": "Als {trigger1:het gilde wint}, {promise1:tekent zij het} als {trigger1:het bij haar komt}.",
    "fr": "Si {trigger1:la guilde gagne}, {promise1:elle le signera} si {trigger1:il lui parvient}.",
    "es": "Si {trigger1:gana el gremio}, {promise1:ella lo firmará} si {trigger1:le llega}.",
    "it": "Se {trigger1:vince la gilda}, {promise1:lei lo firmerà} se {trigger1:le arriva}.",
    "pt": "Se {trigger1:a guilda ganhar}, {promise1:ela assina} se {trigger1:lhe chegar}.",
}


@pytest.mark.parametrize("lang", NESTED)
def test_a_condition_inside_what_hangs_on_another_must_come_with_it(lang: str) -> None:
    commitment = only(read(NESTED[lang], lang))
    assert (commitment.operator, commitment.operator_how) == ("all", "worded")


def test_an_exception_or_an_or_behind_the_consequence_does_not_make_it_need_both() -> None:
    assert only(read("If {trigger1:it rains}, {threat1:we leave} unless {exception1:it stops}.")).operator == "any"
    assert only(read("If {trigger1:it rains}, {threat1:we leave} or if {trigger1:it snows}.")).operator == "any"


# -- parties ----------------------------------------------------------------------------------------------------------


def holder(marked: str, lang: str = "en") -> str | None:
    return only(read(marked, lang)).holder_canonical


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{C1:“{promise1:{holder1:We} will stay},”} {S1:Mira Solan} {Q1:said}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:{holder1:ze} zou blijven}}."),
        ("de", "{C1:„{promise1:{holder1:Wir} bleiben}“}, {Q1:sagte} {S1:Mira Solan}."),
        ("fr", "{C1:« {promise1:{holder1:Nous} resterons} »}, {Q1:a dit} {S1:Mira Solan}."),
        ("es", "{S1:Mira Solan} {Q1:dijo} {C1:que {promise1:{holder1:ella} se quedaría}}."),
        ("uk", "{C1:«{promise1:{holder1:Ми} залишимося}»}, — {Q1:сказала} {S1:Mira Solan}."),
    ],
)
def test_we_and_she_are_the_speaker(lang: str, text: str) -> None:
    assert holder(text + "\n@per Mira Solan", lang) == "Mira Solan"


def test_they_are_not_the_speaker() -> None:
    assert holder("{S1:Mira Solan} {Q1:said} {C1:that {promise1:{holder1:they} would stay}}.\n@per Mira Solan") is None


def test_a_party_of_other_words_is_not_the_speaker() -> None:
    assert holder("{S1:Mira Solan} {Q1:said} {C1:that {promise1:{holder1:dockers} would stay}}.\n@per Mira Solan") is None


def test_without_a_holder_the_speaker_is_bound() -> None:
    reading = read("{S1:Mira Solan, the governor,} {Q1:vowed} {C1:to {promise1:stay}}.\n@per Mira Solan")
    assert only(reading).holder == Span(start=0, end=len("Mira Solan"))
    assert only(reading).holder_canonical == "Mira Solan"


def test_a_speaker_without_a_name_is_bound_up_to_the_first_comma() -> None:
    reading = read("{S1:The guild, which owns the quay,} {Q1:vowed} {C1:to {promise1:stay}}.")
    assert only(reading).holder == Span(start=0, end=len("The guild"))


def test_a_named_holder_is_given_in_full() -> None:
    assert holder("Mira Solan came. {promise1:{holder1:Solan} will stay}.\n@per Mira Solan; Solan") == "Mira Solan"


def test_a_state_or_its_seat_of_government_is_given_by_its_english_name() -> None:
    assert holder("{promise1:{holder1:Duitsland} zal blijven}.\n@loc Duitsland", "nl") == "Germany"
    assert holder("{threat1:{holder1:Berlin} will leave}.\n@loc Berlin") == "Germany"


def test_a_holder_who_is_the_source_is_who_the_source_is() -> None:
    text = "Ukrainian President Ostap Rudenko came. {S1:{holder1:The president}} {Q1:promised} {C1:{promise1:to stay}}.\n@per Ostap Rudenko"
    assert holder(text) == "Ostap Rudenko"


def test_a_possessor_is_not_the_party() -> None:
    assert holder("{promise1:{holder1:Solan’s lawyers} will stay}.\n@per Solan") is None


def test_several_people_are_no_single_party() -> None:
    assert holder("{promise1:{holder1:Mira Solan and Josip Tarn} will stay}.\n@per Mira Solan; Josip Tarn") is None


def test_outside_any_attribution_a_pronoun_names_nobody() -> None:
    commitment = only(read("{promise1:{holder1:We} will stay}."))
    assert (commitment.holder_canonical, commitment.attribution) == (None, None)


def test_the_attribution_is_the_one_around_the_consequence() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:it rained}. {S2:Josip Tarn} {Q2:said} {C2:{promise1:he would stay}}.\n@per Mira Solan; Josip Tarn"
    reading = read(text)
    assert only(reading).attribution == reading.attributions[1].id


def test_the_same_passage_gives_the_same_commitments() -> None:
    assert read(TWO["en"][0] % "or").commitments == read(TWO["en"][0] % "or").commitments


def test_thousands_of_commitments_are_found_in_time_that_grows_with_their_number() -> None:
    sentence = "We will leave if the port is shelled. "
    parts = {"threat": span_of(sentence, "We will leave"), "trigger": span_of(sentence, "the port is shelled"), "holder": span_of(sentence, "We")}

    def find_all(size: int) -> list[Commitment]:
        tags: list[Tag] = []
        links: list[Link] = []
        for number in range(size):
            base = number * len(sentence)
            for label, layer in (("threat", "force"), ("holder", "party"), ("trigger", "condition")):
                tags.append(Tag(layer=layer, label=label, span=Span(start=parts[label].start + base, end=parts[label].end + base), confidence=0.9))
            links += [Link(dependent=3 * number + k, head=3 * number, confidence=0.9) for k in (1, 2)]
        article = replace(make("x")[0], text=sentence * size)
        return list(find_commitments(article, Encoding(article=article.id, tags=tuple(tags), links=tuple(links), vectors=(), made_by="test"), (), (), load_pack("en")))

    found = find_all(1_000)
    assert len(found) == 1_000
    assert all(len(c.conditions) == 1 for c in found)
    assert grows_gently(find_all, 250)


def test_what_words_alone_tell_in_thousands_of_attributions_is_found_in_time_that_grows_with_their_number() -> None:
    sentence, other = "We will never agree to that, Mira said. ", "It rained all day, Mira said. "
    said, rained = "We will never agree to that", "It rained all day"
    text = (sentence + other * 3) * 2_000
    article, _ = make("x")
    article = Article(**{name: getattr(article, name) for name in Article.__slots__} | {"text": text})
    (told,) = read("{C1:We will never agree to that}, {S1:Mira} {Q1:said}.\n@per Mira").attributions
    sample = replace(told, type="direct")
    attributions, at = [], 0
    for part, words in ((sentence, said), *((other, rained),) * 3) * 2_000:
        source = at + part.index("Mira")
        attributions.append(
            replace(sample, content=(Span(start=at, end=at + len(words)),), source=(Span(start=source, end=source + 4),), cue=(Span(start=source + 5, end=source + 9),))
        )
        at += len(part)
    tags = tuple(Tag(layer="condition", label="trigger", span=Span(start=a.content[0].start, end=a.content[0].end), confidence=0.9) for a in attributions[1::4])
    started = time.process_time()
    claims = read_claims(article, tags, attributions, load_pack("en"))
    assert time.process_time() - started < 5
    assert len(claims.forces) == 2_000
