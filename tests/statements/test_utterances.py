"""Attributions cut into utterances: one a sentence, short ones with their neighbours."""

import re
from dataclasses import replace

import pytest

from onrecord.records import Article, Attribution, Commitment, Span
from onrecord.statements.utterances import CommitmentsByPlace, Utterance, split_attributions
from tests.attributions.make import make


def attribute(article: Article, *contents: str) -> Attribution:
    """Return an attribution with these contents, found in order."""
    spans, at = [], 0
    for content in contents:
        start = article.text.index(content, at)
        at = start + len(content)
        spans.append(Span(start=start, end=at))
    return Attribution(
        id="attribution-1", article=article.id, source=(), cue=(), content=tuple(spans), type="direct", speaker="Oda Brand", speaker_as_written=None,
        speaker_how="named", speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=0.9, made_by="test@1",
    )  # fmt: skip


def cut(text: str, *contents: str) -> list[list[str]]:
    article, _ = make(text)
    return [[piece.of(text) for piece in u.attribution.content] for u in split_attributions(article, [attribute(article, *contents)])]


def test_a_quotation_of_two_sentences_is_two() -> None:
    text = "“The bridge stays closed until May,” Oda Brand said. “Nobody will be asked to pay for it.” She left."
    assert cut(text, "“The bridge stays closed until May,”", "“Nobody will be asked to pay for it.”") == [
        ["“The bridge stays closed until May,”"],
        ["“Nobody will be asked to pay for it.”"],
    ]


def test_two_pieces_of_one_sentence_are_one() -> None:
    text = "“The bridge,” Oda Brand said, “stays closed until the summer.”"
    assert cut(text, "“The bridge,”", "“stays closed until the summer.”") == [["“The bridge,”", "“stays closed until the summer.”"]]


@pytest.mark.parametrize("text", ["“It is over. We leave the talks today.”", "“We leave the talks today. It is over.”"])
def test_a_short_sentence_stays_with_its_neighbour(text: str) -> None:
    assert [" ".join(parts) for parts in cut(text, text)] == [text.replace(". ", ". ")]


def test_one_that_is_not_cut_keeps_its_id_and_others_get_their_own() -> None:
    article, _ = make("“The bridge stays closed until May. Nobody will be asked to pay for it.” She said that it was raining in Orvane.")
    whole, other = attribute(article, "“The bridge stays closed until May. Nobody will be asked to pay for it.”"), attribute(article, "it was raining in Orvane")
    found = list(split_attributions(article, [whole, other]))
    assert [u.whole for u in found] == ["attribution-1"] * 3
    assert found[2].attribution == other
    assert len({u.attribution.id for u in found}) == 3


def commit(text: str, article: Article, consequence: str) -> Commitment:
    found = re.search(re.escape(consequence), text)
    assert found
    return Commitment(
        id="c", article=article.id, attribution="attribution-1", holder=None, holder_canonical=None, conditional=False, force="promise", conditions=(), operator=None,
        consequence=Span(start=found.start(), end=found.end()), addressee=None, addressee_canonical=None, confidence=0.9, made_by="test@1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "short", "last"),
    [
        ("", "Non lasceremo Korva.", "La gente del porto aspetta da anni una risposta."),
        ("Die Leute am Hafen warten seit Jahren auf Antwort.", "Wir bleiben.", ""),
        ("Люди в порту годами ждут ответа.", "Мы не уйдём.", "Пусть это слышат все вокруг."),
        ("Limandaki insanlar yıllardır yanıt bekliyor.", "Korva'yı bırakmayacağız.", ""),
    ],
)
def test_a_short_sentence_that_commits_is_an_utterance_of_its_own(first: str, short: str, last: str) -> None:
    text = f"“{' '.join(filter(None, (first, short, last)))}”"
    article, _ = make(text)
    whole, commitment = attribute(article, text), commit(text, article, short.rstrip("."))
    told = [" ".join(piece.of(text).strip("“”") for piece in u.attribution.content) for u in split_attributions(article, [whole], [commitment])]
    assert told == [part for part in (first, short, last) if part]
    assert len(list(split_attributions(article, [whole]))) == len(told) - 1


def test_what_is_short_and_commits_nobody_stays_with_a_short_commitment() -> None:
    text = "“We stay here. Always. The people of the harbour have waited for years.”"
    article, _ = make(text)
    found = split_attributions(article, [attribute(article, text)], [commit(text, article, "We stay here")])
    assert [u.attribution.span.of(text) for u in found] == ["“We stay here. Always.", "The people of the harbour have waited for years.”"]


def test_a_commitment_belongs_to_the_sentence_it_stands_in() -> None:
    text = "“The bridge stays closed until May. We will tear down the old quay.”"
    article, _ = make(text)
    commitment = commit(text, article, "We will tear down the old quay")
    assert [u.holds(commitment) for u in split_attributions(article, [attribute(article, text)])] == [False, True]


def test_the_commitments_of_an_utterance_are_found_without_asking_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    holds, calls, spent = Utterance.holds, [], []
    monkeypatch.setattr(Utterance, "holds", lambda self, commitment: calls.append(commitment) or holds(self, commitment))
    for count in (20, 40):
        calls.clear()
        text = "“" + " ".join(f"We will tear down quay {n} of the old harbour." for n in range(count)) + "”"
        article, _ = make(text)
        whole = attribute(article, text)
        given = [commit(text, article, f"tear down quay {n} of the old harbour") for n in range(count)]
        held = [CommitmentsByPlace([*given, replace(given[0], attribution=None)]).held_by(u) for u in split_attributions(article, [whole], given)]
        assert held == [(given[0], replace(given[0], attribution=None)), *((one,) for one in given[1:])]
        spent.append(len(calls))
    assert spent[1] < 3 * spent[0]
