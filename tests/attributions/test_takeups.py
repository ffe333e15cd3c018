"""A sentence that only says who said the one before: "That is what X said"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attributions.decode import Draft
from onrecord.attributions.find import find_attributions
from onrecord.attributions.takeups import TakeUp, take_up
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Attribution, Encoding, Span
from tests.attributions.make import Reading, make, read, span_of
from tests.growth import grows_gently


def untagged(marked: str, lang: str) -> tuple[list[Attribution], str]:
    """Return what is found when the model sees names only."""
    article, encoding = make(marked, lang)
    names = tuple(tag for tag in encoding.tags if tag.layer == "entity")
    seen = Encoding(article=article.id, tags=names, links=(), vectors=(), made_by="test")
    return list(find_attributions(article, seen, tuple(find_mentions(article, seen)), (), load_pack(lang))), article.text


@pytest.mark.parametrize(
    ("lang", "text", "content"),
    [
        ("en", "The bridge stays closed. That is what Mira Solan said on Monday.", "The bridge stays closed"),
        ("nl", "De brug blijft dicht. Dat heeft Mira Solan maandag gezegd.", "De brug blijft dicht"),
        ("nl", "De brug blijft dicht. Dat kondigde Mira Solan maandag aan.", "De brug blijft dicht"),
        ("de", "Die Brücke bleibt zu. Das sagte Mira Solan am Montag.", "Die Brücke bleibt zu"),
        ("de", "Die Brücke bleibt zu. Das teilte Mira Solan am Montag mit.", "Die Brücke bleibt zu"),
        ("fr", "Le pont reste fermé. C’est ce qu’a déclaré Mira Solan lundi.", "Le pont reste fermé"),
        ("es", "El puente sigue cerrado. Así lo afirmó Mira Solan el lunes.", "El puente sigue cerrado"),
        ("it", "Il ponte resta chiuso. Lo ha detto Mira Solan lunedì.", "Il ponte resta chiuso"),
        ("pt", "A ponte continua fechada. Foi o que disse Mira Solan na segunda-feira.", "A ponte continua fechada"),
        ("pl", "Most pozostaje zamknięty. Poinformowała o tym Mira Solan.", "Most pozostaje zamknięty"),
        ("cs", "Most zůstává zavřený. Řekla to Mira Solan.", "Most zůstává zavřený"),
        ("uk", "Міст лишається закритим. Про це повідомила Mira Solan.", "Міст лишається закритим"),
        ("ru", "Мост остается закрытым. Об этом сообщила Mira Solan.", "Мост остается закрытым"),
        ("tr", "Köprü kapalı kalıyor. Mira Solan bunu pazartesi günü söyledi.", "Köprü kapalı kalıyor"),
    ],
)
def test_the_sentence_before_is_what_was_said(lang: str, text: str, content: str) -> None:
    (found,), plain = untagged(text + "\n@per Mira Solan", lang)
    assert [span.of(plain) for span in found.content] == [content]
    assert found.speaker == "Mira Solan"
    assert all(span.start > plain.index(".") for span in (*found.source, *found.cue))


def test_what_the_model_took_beside_the_verb_is_given_up() -> None:
    reading = read("De brug blijft dicht. {Q1:Dat heeft} {C1:Mira Solan maandag gezegd op een persconferentie}, {Q1:meldt} {S1:persbureau Tidewire}.\n@per Mira Solan", "nl")
    assert contents(reading) == ["De brug blijft dicht"]
    assert reading.speakers == ["Mira Solan"]


def test_a_sentence_that_is_another_s_already_stays_his() -> None:
    reading = read("{S1:Josip Tarn} {Q1:sagte}, {C1:die Brücke bleibe zu}. Das sagte Mira Solan.\n@per Mira Solan; Josip Tarn", "de")
    assert reading.speakers == ["Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Brücke bleibt zu. Das erklärte Ziel von Mira Solan ist ein anderes."),
        ("de", "Die Brücke bleibt zu. Das sagte Mira Solan nicht."),
        ("nl", "De brug blijft dicht. Dat verklaart de haast van Mira Solan."),
        ("en", "The bridge stays closed. That is what worries Mira Solan."),
        ("en", "The bridge stays closed. This is what Mira Solan said: it is late."),
    ],
)
def test_other_sentences_that_begin_so_take_nothing_up(lang: str, text: str) -> None:
    assert untagged(text + "\n@per Mira Solan", lang)[0] == []


def test_a_quotation_of_several_sentences_is_taken_whole() -> None:
    (found,), plain = untagged("„Die Brücke bleibt zu. Wir warten.“ Das sagte Mira Solan.\n@per Mira Solan", "de")
    assert [span.of(plain) for span in found.content] == ["„Die Brücke bleibt zu. Wir warten.“"]


def test_a_subhead_is_nothing_that_was_said() -> None:
    article, encoding = make("Die Brücke bleibt zu\n\nDas sagte Mira Solan.\n@per Mira Solan", "de")
    article = replace(article, subheads=(Span(start=0, end=article.text.index("\n")),))
    assert list(find_attributions(article, encoding, tuple(find_mentions(article, encoding)), (), load_pack("de"))) == []


def contents(reading: Reading) -> list[str]:
    return [words for pieces in reading.contents for words in pieces]


def test_many_sentences_that_take_up_others_are_joined_to_those_beside_them() -> None:
    parts = {
        words: span_of("Roads are closed. That is what Tarn said. ", words) for words in ("Roads are closed", "That is what Tarn said.", "That is what Tarn said", "Tarn", "said")
    }

    def at(words: str, number: int) -> Span:
        return Span(start=parts[words].start + 42 * number, end=parts[words].end + 42 * number)

    def join(size: int) -> None:
        found = [
            TakeUp(taken=at("Roads are closed", n), sentence=at("That is what Tarn said.", n), head=at("That is what Tarn said", n), source=at("Tarn", n), cue=(at("said", n),))
            for n in range(size)
        ]
        drafts = [Draft(content=[at("Roads are closed", n)]) for n in range(size)]
        joined = take_up("Roads are closed. That is what Tarn said. " * size, drafts, found, ())
        assert [(draft.source, draft.cue) for draft in joined] == [([one.source], list(one.cue)) for one in found]

    assert grows_gently(join, 60)
