"""What stands between quotation marks, in any style."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.quotes import Quote, find_quotes

MARKS = "\"“”„«»'‘’‚‹› \n.,:a1—"


def outer(text: str) -> list[str]:
    return [quote.span.of(text) for quote in find_quotes(text) if quote.depth == 0]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('"We go," she said. "Now."', ['"We go,"', '"Now."']),
        ("“We go,” she said.", ["“We go,”"]),
        ("‘We go,’ she said.", ["‘We go,’"]),
        ("„Wir gehen“, sagte sie.", ["„Wir gehen“"]),
        ("»Wir gehen«, sagte sie.", ["»Wir gehen«"]),
        ("‚Wir gehen‘, sagte sie.", ["‚Wir gehen‘"]),
        ("« Nous partons », dit-elle. « Oui ! » Puis rien.", ["« Nous partons »", "« Oui ! »"]),
        ("«Nos vamos», dijo.", ["«Nos vamos»"]),
        ("„Idziemy”, powiedziała.", ["„Idziemy”"]),
        ("”Vi går”, sade hon.", ["”Vi går”"]),
        ("«Йдемо», — сказала вона.", ["«Йдемо»"]),
        ("“Gidiyoruz” dedi.", ["“Gidiyoruz”"]),
        ("‹Wir gehen›, sagte sie.", ["‹Wir gehen›"]),
    ],
)
def test_every_languages_marks_are_found(text: str, quotations: list[str]) -> None:
    assert outer(text) == quotations


@pytest.mark.parametrize("text", ['“We go" she said.', '"We go” she said.', '„We go" she said.', "«We go” she said."])
def test_marks_of_two_styles_close_each_other(text: str) -> None:
    assert outer(text) == [text[:7]]


def test_inner_quotations_have_a_depth_and_lie_inside() -> None:
    text = "“She said ‘no’ to «Tidewire»,” he told us."
    assert [(q.span.of(text), q.depth) for q in find_quotes(text)] == [("“She said ‘no’ to «Tidewire»,”", 0), ("‘no’", 1), ("«Tidewire»", 1)]


@pytest.mark.parametrize("text", ['"One "two" three," he said.', "«Рух «Спротив» живий», — сказав він.", "„Das ist „neu““, sagte er."])
def test_the_same_mark_inside_itself_is_inner(text: str) -> None:
    assert len(outer(text)) == 1
    assert [q.depth for q in find_quotes(text)] == [0, 1]


def test_an_unclosed_mark_ends_with_its_sentence() -> None:
    text = 'He spoke of "a hard winter. Then he left.'
    (quote,) = find_quotes(text)
    assert quote.span.of(text) == '"a hard winter.'
    assert not quote.closed


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('The lock is shut."We wait," said Orlay. "Nothing moves."Ships lie outside the port.Nobody is hurt.', ['"We wait,"', '"Nothing moves."']),
        ('"Wir warten,"sagte Orlay."Nichts geht mehr."Die Schiffe liegen vor dem Hafen.', ['"Wir warten,"', '"Nichts geht mehr."']),
        ('"Чекаємо!"Так сказала Орлай.Кораблі стоять.', ['"Чекаємо!"']),
        ('"Bekliyoruz."Orlay böyle dedi.Gemiler dışarıda.', ['"Bekliyoruz."']),
    ],
)
def test_a_mark_between_two_sentences_without_a_blank_closes_what_is_open(text: str, quotations: list[str]) -> None:
    assert outer(text) == quotations


def test_an_unclosed_mark_does_not_swallow_the_next_quotation() -> None:
    assert outer('He called it "odd. Then "Yes" was heard.') == ['"odd.', '"Yes"']
    assert outer("He called it “odd. Then «Yes» was heard.") == ["“odd.", "«Yes»"]


def test_a_mark_that_only_closes_is_nothing() -> None:
    assert outer('We go," she said.') == []


def test_an_unclosed_mark_never_cuts_another_quotation() -> None:
    text = 'He said "A «b. c» d'
    assert outer(text) == ['"A «b. c»']


def test_a_quotation_reopened_at_each_paragraph_goes_on() -> None:
    text = "“First. More.\n\n“Second.\n\n“Third,” she said."
    assert [(q.span.of(text), q.closed, q.continues) for q in find_quotes(text)] == [
        ("“First. More.", False, True), ("“Second.", False, True), ("“Third,”", True, False),
    ]  # fmt: skip


def test_a_quotation_that_starts_in_the_middle_and_is_reopened_reaches_to_the_end_of_its_paragraph() -> None:
    text = 'She said: "First. More.\n\n"Second."'
    assert outer(text) == ['"First. More.', '"Second."']
    assert find_quotes(text)[0].continues


def test_a_quotation_far_below_does_not_go_on_with_an_unclosed_one() -> None:
    text = "“First. More.\n\nNarration stands here.\n\n“Second,” she said."
    assert not find_quotes(text)[0].continues


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ day, and it isn't over.", "Back in the '90s it was the workers' choice.", "'t Is laat, 's avonds ook.", "rock 'n' roll", "L'été d'avant, c’est l’hiver.",
        "П'ять об’єктів", "a 12\" pipe of 5\"x7\"", "O'Neill's", "Türkiye'nin ve Avrupa'nın",
    ],
)  # fmt: skip
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert outer(text) == []


def test_apostrophes_do_not_end_a_quotation_in_single_marks() -> None:
    assert outer("'The workers' demands aren't new,' he said.") == ["'The workers' demands aren't new,'"]
    assert outer("‘It’s the workers’ right,’ she said.") == ["‘It’s the workers’ right,’"]


def test_marks_with_blanks_on_the_wrong_side_still_pair() -> None:
    assert outer('He said:" We go " and left.') == ['" We go "']


def test_inner_words_come_without_marks_and_blanks() -> None:
    text = "« Oui ! »"
    assert find_quotes(text)[0].inner.of(text) == "Oui !"


def check_laws(text: str) -> list[Quote]:
    quotes = find_quotes(text)
    assert quotes == find_quotes(text)
    open_ends: list[int] = []
    for quote in quotes:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.span.holds(quote.inner)
        assert "\n" not in quote.span.of(text)
        while open_ends and open_ends[-1] <= quote.span.start:
            open_ends.pop()
        assert quote.depth == len(open_ends)
        assert not open_ends or quote.span.end <= open_ends[-1]
        open_ends.append(quote.span.end)
    return quotes


@given(st.text())
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    check_laws(text) if "\r" not in text else find_quotes(text)


@given(st.text(alphabet=MARKS))
@settings(deadline=None, max_examples=300)
def test_any_heap_of_marks_gives_nested_spans(text: str) -> None:
    check_laws(text)
