"""Long passages are cut where they can be read."""

from __future__ import annotations

import pytest

from onrecord.records import Span
from onrecord.views.parts import Passage
from onrecord.views.shortening import shorten


@pytest.mark.parametrize(
    ("lang", "words", "most", "kept"),
    [
        ("en", "votes are held in the northern harbours", 20, "votes are held"),
        ("en", "a vote, a mock vote, is announced in any harbour", 32, "a vote, a mock vote"),
        ("en", "talks between the guild and Ada Moreau will end", 34, "talks between the guild"),
        ("nl", "stemmingen worden gehouden in de noordelijke havens", 30, "stemmingen worden gehouden"),
        ("fr", "des votes sont organisés dans les ports du nord", 30, "des votes sont organisés"),
        ("ru", "голосования проводятся в северных гаванях", 25, "голосования проводятся"),
        ("de", "wir gehen", 20, "wir gehen"),
        ("tr", "gemilerimize", 5, "gemilerimize"),
    ],
)  # fmt: skip
def test_a_cut_stands_behind_a_clause_and_splits_no_name_and_leaves_no_small_word(lang: str, words: str, most: int, kept: str) -> None:
    parts = shorten(Passage(article="gazette", article_id="a", span=Span(start=7, end=7 + len(words)), words=words, lang=lang), most)
    assert isinstance(parts[0], Passage)
    assert (parts[0].words, parts[0].span.end - parts[0].span.start) == (kept, len(kept))
    assert (parts[1:] == [" …"]) == (kept != words)
