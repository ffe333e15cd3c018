"""Which names an article holds, and the fullest form of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.mentions.families import group_persons
from onrecord.mentions.find import find_mentions
from onrecord.records import Encoding, Mention, Span, Tag
from tests.attributions.make import make, read, span_of
from tests.growth import grows_gently


def names(marked: str, lang: str = "en") -> list[tuple[str, str, str]]:
    reading = read(marked, lang)
    return [(m.span.of(reading.article.text), m.kind, m.canonical) for m in reading.mentions]


def tagged(text: str, words: str, kind: str = "person", lang: str = "en") -> list[Mention]:
    """Return the mentions of a text whose only tag covers `words`, whatever stands at their edges."""
    article, _ = make(text, lang)
    tag = Tag(layer="entity", label=kind, span=span_of(text, words), confidence=0.9)
    return list(find_mentions(article, Encoding(article=article.id, tags=(tag,), links=(), vectors=(), made_by="test")))


def test_names_come_in_text_order_with_kind_and_canonical_form() -> None:
    assert names("Solan met Tidewire in Arlen. Mira Solan left.\n@per Mira Solan; Solan\n@org Tidewire\n@loc Arlen") == [
        ("Solan", "person", "Mira Solan"), ("Tidewire", "organisation", "Tidewire"), ("Arlen", "place", "Arlen"), ("Mira Solan", "person", "Mira Solan"),
    ]  # fmt: skip


def test_countries_have_their_english_name_in_every_language() -> None:
    assert names("Duitsland en Frankrijk.\n@loc Duitsland; Frankrijk", "nl") == [("Duitsland", "place", "Germany"), ("Frankrijk", "place", "France")]


@pytest.mark.parametrize("words", ["“Mira Solan”", "Mira Solan’s", "Mira Solan's", "Mira Solan,", "(Mira Solan"])
def test_marks_and_possessives_at_the_edges_are_not_part_of_a_name(words: str) -> None:
    text = f"It was {words} ) house."
    (mention,) = tagged(text, words)
    assert mention.span.of(text) == mention.canonical == "Mira Solan"


def test_a_tag_without_a_letter_is_no_name() -> None:
    assert tagged("It was “…” then.", "“…”") == []


@pytest.mark.parametrize(
    ("word", "lang"), [("he", "en"), ("She", "en"), ("they", "en"), ("I", "en"), ("WE", "en"), ("er", "de"), ("Sie", "de"), ("il", "fr"), ("zij", "nl"), ("він", "uk")]
)
def test_pronouns_are_no_names(word: str, lang: str) -> None:
    assert tagged(f"So {word} went.", word, lang=lang) == []


def test_capitals_that_look_like_a_pronoun_may_be_a_name() -> None:
    assert len(tagged("The US left.", "US", "place")) == 1
    assert len(tagged("The IT left.", "IT", "organisation")) == 1


def test_an_office_in_small_letters_is_no_name_but_one_with_a_capital_may_be() -> None:
    assert tagged("So the president left.", "president") == []
    assert len(tagged("So King left.", "King")) == 1


def test_a_family_name_that_is_also_a_country_stays_a_person() -> None:
    found = names("Ana Jordan left. Jordan said little.\n@per Ana Jordan; Jordan")
    assert found == [("Ana Jordan", "person", "Ana Jordan"), ("Jordan", "person", "Ana Jordan")]


def test_titles_are_not_part_of_the_canonical_name() -> None:
    assert names("Mrs. Mira Solan met Lt. Col. Josip Tarn.\n@per Mrs. Mira Solan; Lt. Col. Josip Tarn") == [
        ("Mrs. Mira Solan", "person", "Mira Solan"), ("Lt. Col. Josip Tarn", "person", "Josip Tarn"),
    ]  # fmt: skip


# -- grouping ---------------------------------------------------------------------------------------------------------


def test_a_single_name_joins_the_one_full_name_it_fits() -> None:
    assert group_persons(["Mira Solan", "Solan", "Josip Tarn"], "en") == {"Mira Solan": "Mira Solan", "Solan": "Mira Solan", "Josip Tarn": "Josip Tarn"}


def test_spellings_and_cases_join_the_fullest_form() -> None:
    grouped = group_persons(["Володимир Зеленський", "Зеленського", "Зеленському"], "uk")
    assert set(grouped.values()) == {"Володимир Зеленський"}


def test_of_two_with_one_family_name_nobody_is_taken() -> None:
    grouped = group_persons(["Mira Solan", "Josip Solan", "Solan"], "en")
    assert grouped["Solan"] == "Solan"


def test_wife_and_husband_are_two() -> None:
    grouped = group_persons(["Volodymyr Zelensky", "Zelenska", "Zelensky"], "en")
    assert grouped["Zelensky"] == "Volodymyr Zelensky"
    assert grouped["Zelenska"] == "Zelenska"


def test_an_initial_joins_the_full_given_name() -> None:
    assert set(group_persons(["Mira Solan", "M. Solan", "M. Solan"], "en").values()) == {"Mira Solan"}


@given(st.lists(st.text(min_size=1, max_size=12) | st.sampled_from(["Mira Solan", "Solan", "Mr Tarn", "Josip Tarn", "Tarn’s"]), max_size=8))
@settings(deadline=None)
def test_every_name_has_a_group_whatever_it_is(found: list[str]) -> None:
    grouped = group_persons(found, "en")
    assert set(grouped) == set(found)
    assert all(grouped.values())
    assert grouped == group_persons(found, "en")


@given(st.text(alphabet="Ab c“”’s.\n", min_size=1, max_size=40), st.data())
@settings(deadline=None)
def test_mentions_of_any_tags_slice_back(text: str, data: st.DataObject) -> None:
    article, _ = make("x")
    from onrecord.records import Article

    article = Article(**{name: getattr(article, name) for name in Article.__slots__} | {"text": text})
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kind = data.draw(st.sampled_from(["person", "organisation", "place"]))
    encoding = Encoding(article=article.id, tags=(Tag(layer="entity", label=kind, span=Span(start=start, end=end), confidence=0.5),), links=(), vectors=(), made_by="test")
    for mention in find_mentions(article, encoding):
        assert start <= mention.span.start < mention.span.end <= end
        words = mention.span.of(text)
        assert words == words.strip()
        assert mention.canonical


def test_a_name_that_begins_like_a_title_of_another_language_stays_whole() -> None:
    assert [canonical for _, _, canonical in names("Pan Zhiyuan met Gen Tanaka. Zhiyuan left.\n@per Pan Zhiyuan; Gen Tanaka; Zhiyuan")] == [
        "Pan Zhiyuan",
        "Gen Tanaka",
        "Pan Zhiyuan",
    ]


def test_blanks_inside_a_name_are_searched_once() -> None:
    assert grows_gently(lambda size: tagged(name := "Karl" + " " * size + "Orlan", name), 1_000)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Karl Orlan Junior Bank closed.\n@per Karl Orlan\n@org Junior Bank", ["Karl Orlan", "Junior Bank"]),
        ("Ayer Karl Orlan Filho Brancos fechou.\n@per Karl Orlan\n@org Filho Brancos", ["Karl Orlan", "Filho Brancos"]),
        ("Yesterday Karl Orlan Junior closed.\n@per Karl Orlan", ["Karl Orlan Junior"]),
    ],
)
def test_a_suffix_behind_a_name_is_not_the_beginning_of_another(text: str, found: list[str]) -> None:
    assert [words for words, _, _ in names(text)] == found
