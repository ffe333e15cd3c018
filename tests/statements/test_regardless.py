"""What hung on a condition and hangs on nothing now: words of every language say so, and the position hardened."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.languages.pack import known_languages
from onrecord.statements.regardless import find_regardless

from .tellings import Telling, tell
from .test_positions import red_line, restate

EARLY = red_line("we leave the talks if a referendum is held", "we leave the talks", "a referendum is held", name="early", published="2031-03-14")


def later(content: str, consequence: str, *conditions: tuple[str, str], lang: str = "en", force: str = "threat") -> Telling:
    return tell(
        content, lang=lang, name="later", published="2031-06-01", consequence=consequence, conditions=conditions, force=force, speaker="Tamsin Orlay", source="Tamsin Orlay"
    )


def find_words(telling: Telling) -> str | None:
    (commitment,) = telling.side.commitments
    found = find_regardless(telling.side, commitment)
    return None if found is None else telling.side.cut(found)


@pytest.mark.parametrize(
    ("lang", "content", "consequence", "words"),
    [
        ("en", "we leave the talks whether or not the vote is held", "we leave the talks", "whether or not"),
        ("en", "under no circumstances will we stay at the table", "will we stay at the table", "under no circumstances"),
        ("nl", "wij verlaten het overleg, ongeacht de stemming", "wij verlaten het overleg", "ongeacht"),
        ("de", "wir verlassen die Gespräche, ob die Abstimmung stattfindet oder nicht", "wir verlassen die Gespräche", "ob die Abstimmung stattfindet oder nicht"),
        ("fr", "nous quittons les pourparlers quoi qu'il arrive", "nous quittons les pourparlers", "quoi qu'il arrive"),
        ("es", "dejaremos las conversaciones pase lo que pase", "dejaremos las conversaciones", "pase lo que pase"),
        ("it", "lasceremo i colloqui a prescindere dal voto", "lasceremo i colloqui", "a prescindere dal"),
        ("pt", "deixaremos as conversações haja o que houver", "deixaremos as conversações", "haja o que houver"),
        ("pl", "opuścimy rozmowy bez względu na głosowanie", "opuścimy rozmowy", "bez względu na"),
        ("cs", "opustíme jednání bez ohledu na hlasování", "opustíme jednání", "bez ohledu na"),
        ("uk", "ми залишимо переговори незалежно від голосування", "ми залишимо переговори", "незалежно від"),
        ("ru", "мы покинем переговоры при любых обстоятельствах", "мы покинем переговоры", "при любых обстоятельствах"),
        ("de", "wir verlassen die Gespräche ohne Wenn und Aber", "wir verlassen die Gespräche", "ohne Wenn und Aber"),
        ("nl", "wij verlaten het overleg zonder mitsen en maren", "wij verlaten het overleg", "zonder mitsen en maren"),
        ("it", "lasceremo i colloqui senza se e senza ma", "lasceremo i colloqui", "senza se e senza ma"),
        ("ru", "мы покинем переговоры без всяких но", "мы покинем переговоры", "без всяких но"),
        ("tr", "ne olursa olsun görüşmeleri terk edeceğiz", "görüşmeleri terk edeceğiz", "ne olursa olsun"),
    ],
)
def test_words_that_make_a_position_hang_on_nothing_are_found(lang: str, content: str, consequence: str, words: str) -> None:
    assert find_words(later(content, consequence, lang=lang)) == words


@pytest.mark.parametrize(
    ("lang", "content", "consequence", "conditions"),
    [
        ("de", "ob wir die Gespräche verlassen oder nicht, sagen wir morgen", "wir die Gespräche verlassen", ()),
        ("fr", "nous pensons que le comité des sages de la ville et de la région tout entière votera dimanche ou non", "votera dimanche", ()),
        ("en", "we leave the talks if the port is closed, whether or not the vote is held", "we leave the talks", (("trigger", "if the port is closed"),)),
        ("en", "we leave the talks", "we leave the talks", ()),
    ],
)
def test_an_open_question_and_another_condition_are_no_such_words(lang: str, content: str, consequence: str, conditions: tuple[tuple[str, str], ...]) -> None:
    assert find_words(later(content, consequence, *conditions, lang=lang)) is None


def test_a_condition_that_does_not_matter_any_more_hardens() -> None:
    late = later("we leave the talks whether or not a referendum is held", "we leave the talks", ("trigger", "or not a referendum is held"))
    (found,) = restate(EARLY, late)
    assert (found.relation, found.reason) == ("hardens", "`a referendum is held` then, `whether or not` now")
    assert [r.relation for r in restate(EARLY, later("we leave the talks whether or not a referendum is held", "we leave the talks", force="offer"))] == []


def test_what_never_hung_on_anything_is_only_repeated() -> None:
    early = red_line("we leave the talks", "we leave the talks", name="early", published="2031-03-14")
    assert [r.relation for r in restate(early, later("we leave the talks come what may", "we leave the talks"))] == ["repeats"]


def test_every_language_has_its_words() -> None:
    assert set(tomllib.loads((files("onrecord.statements") / "regardless.toml").read_text("utf-8"))) == set(known_languages())


def test_what_hardens_is_shown_with_the_act_of_both_days() -> None:
    late = later("we leave the talks whether or not a referendum is held", "we leave the talks", ("trigger", "or not a referendum is held"))
    (found,) = restate(EARLY, late)
    texts = {t.analysis.article.id: t.analysis.article.text for t in (EARLY, late)}
    shown = [span.of(texts[article]) for article, span in zip(found.articles, found.spans, strict=True) if span is not None]
    assert shown == ["we leave the talks if a referendum is held", "we leave the talks whether or not"]


def test_a_promise_that_hangs_on_nothing_any_more_is_not_hardened_and_another_act_is_nothing() -> None:
    early = red_line(
        "we rebuild the harbour bridge if a referendum is held", "we rebuild the harbour bridge", "a referendum is held", name="early", published="2031-03-14", force="promise"
    )
    kept = later("we rebuild the harbour bridge whether or not a referendum is held", "we rebuild the harbour bridge", ("trigger", "or not a referendum is held"), force="promise")
    assert "hardens" not in [r.relation for r in restate(early, kept)]
    other = later("we leave the harbour and the mint whether or not a referendum is held", "we leave the harbour and the mint", ("trigger", "or not a referendum is held"))
    assert "hardens" not in [r.relation for r in restate(EARLY, other)]
