"""Where sentences, paragraphs and entries begin."""

from __future__ import annotations

from onrecord.attributions.borders import Borders

TEXT = "Mrs. Solan came. She left.\n11:30 a.m.\nThe bridge opened."


def test_a_title_with_a_full_stop_ends_no_sentence() -> None:
    borders = Borders(TEXT)
    assert borders.sentence_start(TEXT.index("came")) == 0
    assert borders.next_sentence(1, TEXT.index("left")) == TEXT.index("She")
    assert borders.next_sentence(TEXT.index("opened"), len(TEXT)) is None


def test_an_entry_begins_behind_its_time() -> None:
    borders = Borders(TEXT)
    assert borders.break_before(TEXT.index("left")) == 0
    assert borders.back_over_space(TEXT.index("The")) == borders.break_before(TEXT.index("opened"))
    assert borders.line_start(TEXT.index("opened")) == TEXT.index("The")
