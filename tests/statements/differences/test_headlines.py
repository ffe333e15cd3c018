"""What a headline says with a colon, and quotations that two languages cannot both have right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Span
from tests.statements.tellings import Telling, compare, days, labels, tell

SAME = {"haven": "port", "port": "port", "sluit": "close", "closes": "close"}


def headline(content: str, lang: str, source: str = "Tamsin Orlay", shift: int = 0) -> Telling:
    """Return what a source, a colon and nothing else leads up to; with a shift, that many words of the content are left outside."""
    telling = tell(content, lang=lang, source=source, cue="", same=SAME)
    said = telling.attribution.content[0]
    start = said.start + sum(len(word) + 1 for word in content.split()[:shift])
    attribution = replace(telling.side.attribution, cue=(), content=(Span(start=start, end=said.end),))
    return replace(telling, side=replace(telling.side, attribution=attribution))


@pytest.mark.parametrize(("lang", "cue"), [
    ("en", "threatened"), ("de", "drohte"), ("nl", "dreigde"), ("fr", "a menacé"), ("es", "amenazó"), ("it", "ha minacciato"), ("pt", "ameaçou"), ("pl", "zagroził"), ("cs", "pohrozil"),
    ("uk", "пригрозив"), ("ru", "пригрозил"), ("tr", "tehdit etti"),
])  # fmt: skip
def test_a_headline_with_a_colon_says_and_does_not_judge(lang: str, cue: str) -> None:
    told = tell("port closes", lang=lang, cue=cue, same=SAME, name="b")
    assert [d.reason for d in compare(headline("port closes", lang), told) if d.label == "loaded_cue"] == [f"no cue (neutral) here, `{cue}` (threatening) there"]
    assert "loaded_cue" not in labels(headline("perhaps port closes", lang, shift=1), told)


def test_two_headlines_with_a_colon_have_one_cue() -> None:
    assert "loaded_cue" not in labels(headline("port closes", "en"), headline("haven sluit", "nl"))


@pytest.mark.parametrize(("lang", "words", "type", "differs"), [
    ("nl", "haven sluit op 9 mei", "direct", True), ("nl", "haven sluit op 9 mei", "indirect", False), ("nl", "haven sluit op 2 mei", "direct", False),
])  # fmt: skip
def test_two_quotations_with_two_dates_are_not_both_the_wording(lang: str, words: str, type: str, *, differs: bool) -> None:
    day = words.split()[3]
    left = tell("port closes on 2 May", type="direct", date=("2 May", days("2031-05-02", "2031-05-03")), same=SAME)
    right = tell(words, lang=lang, name="b", type=type, date=(f"{day} mei", days(f"2031-05-0{day}", f"2031-05-{int(day) + 1:02}")), same=SAME)
    assert ("paraphrase_in_quote_marks" in labels(left, right)) == differs
