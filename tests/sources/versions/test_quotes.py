"""Quotations that changed between versions, in several languages; moved, retyped and newly found ones did not change."""

from __future__ import annotations

import pytest

from onrecord.ids import hash_text, make_id
from onrecord.records import Article, Attribution, Span
from onrecord.sources.versions.quotes import find_changed_quotes

SAID = {
    "en": ("We will close the strait the same day", "We will close the strait within a week", "Orlay said."),
    "nl": ("Wij sluiten de zeestraat dezelfde dag", "Wij sluiten de zeestraat binnen een week", "zei Orlay."),
    "uk": ("Ми закриємо протоку того самого дня", "Ми закриємо протоку протягом тижня", "сказала Орлей."),
    "tr": ("Boğazı aynı gün İstanbul için kapatırız", "Boğazı bir hafta İstanbul için kapatırız", "dedi Orlay."),
}


def make(text: str, *contents: str, lang: str = "en", type: str = "direct", speaker: str | None = "Tamsin Orlay") -> tuple[Article, list[Attribution]]:
    article = Article(
        id=make_id("article", "a", hash_text(text)), name="a", text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=None, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    spans = [Span(start=text.index(content), end=text.index(content) + len(content)) for content in contents]
    return article, [
        Attribution(
            id=make_id("attribution", article.id, span.start), article=article.id, source=(), cue=(), content=(span,), type=type, speaker=speaker, speaker_as_written=None,
            speaker_how="named", speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=1.0, made_by="test@1",
        )
        for span in spans
    ]  # fmt: skip


@pytest.mark.parametrize("lang", SAID)
def test_a_changed_quotation_is_found_with_the_words_on_both_sides(lang: str) -> None:
    old, new, tail = SAID[lang]
    before, after = make(f"“{old}”, {tail}", old, lang=lang), make(f"“{new}”, {tail}", new, lang=lang)
    (change,) = find_changed_quotes(*before, *after)
    assert change.old
    assert change.new
    assert change.old.of(before[0].text) in old
    assert change.new.of(after[0].text) in new
    assert change.old.of(before[0].text) in change.reason


def test_a_quotation_that_moved_or_got_other_marks_did_not_change() -> None:
    old, _, tail = SAID["en"]
    assert list(find_changed_quotes(*make(f"“{old}”, {tail} More.", old), *make(f"More. {tail} '{old}'", old))) == []


def test_a_quotation_found_in_one_version_only_did_not_change_when_its_words_stand_in_both() -> None:
    old, _, tail = SAID["en"]
    assert list(find_changed_quotes(*make(f"“{old}”, {tail}", old), *make(f"“{old}”, {tail}"))) == []
    assert list(find_changed_quotes(*make(f"“{old}”, {tail}", old), *make(f"“{old}”, {tail}", old.removesuffix(" the same day")))) == []


def test_other_speakers_and_other_words_are_other_quotations() -> None:
    old, new, tail = SAID["en"]
    assert list(find_changed_quotes(*make(f"“{old}”, {tail}", old), *make(f"“{new}”, Hulst.", new, speaker="Piet Hulst"))) == []
    assert list(find_changed_quotes(*make(f"“{old}”, {tail}", old), *make("“Nurses want their arrears paid at once”", "Nurses want their arrears paid at once"))) == []


def test_words_told_without_quotation_marks_may_change() -> None:
    old, new, tail = SAID["en"]
    assert list(find_changed_quotes(*make(f"{old}, {tail}", old, type="indirect"), *make(f"{new}, {tail}", new, type="indirect"))) == []


def test_each_quotation_is_paired_with_the_one_most_like_it() -> None:
    texts = "We will close the strait on Monday at noon. We will close the harbour on Sunday at nine."
    later = texts.replace("Monday", "Tuesday").replace("Sunday", "Saturday")
    first, second = (part.strip(". ") for part in texts.split(". "))
    found = list(find_changed_quotes(*make(texts, first, second), *make(later, first.replace("Monday", "Tuesday"), second.replace("Sunday", "Saturday"))))
    assert [(c.old.of(texts), c.new.of(later)) for c in found if c.old and c.new] == [("Monday", "Tuesday"), ("Sunday", "Saturday")]
