"""What a page calls its parts says what stands there."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.articles.page_blocks import read_blocks
from onrecord.articles.page_tree import parse_page
from onrecord.articles.page_zones import asks_to_pay, is_correction, is_entry_name
from onrecord.languages.fold import fold_text


@pytest.mark.parametrize(
    ("attributes", "zone", "is_lead"),
    [
        ("", None, False),
        ("class='teaser big'", "related", False),
        ("class='x-1 articleShareBar' id='teaser'", "share", False),
        ("class='x-1' id='newsletterBox'", "newsletter", False),
        ("role='navigation' class='share'", "navigation", False),
        ("class='article-lead'", None, True),
        ("data-testid='standfirst'", None, True),
        ("itemprop='description'", None, True),
        ("class='a-b-c-d-e-f-share'", None, False),
        (f"class='{'w ' * 200}share' id='teaser'", None, False),
    ],
)
def test_names_give_zone_and_lead(attributes: str, zone: str | None, is_lead: bool) -> None:
    tree, _ = parse_page(f"<html><body><div {attributes}><p>a <i>b</i></p></div><p>c</p></body></html>".encode())
    assert tree is not None
    assert [(block.zone, block.is_lead) for block in read_blocks(tree)] == [(zone, is_lead), (None, False)]


def test_a_word_inside_a_line_may_be_the_lead_but_opens_no_zone() -> None:
    tree, _ = parse_page(b"<html><body><p>a <span class='share lead'><b>b</b><p>c</p></span></p></body></html>")
    assert tree is not None
    assert all(block.zone is None for block in read_blocks(tree))


def test_patterns_are_written_as_folded_text_is() -> None:
    wording = tomllib.loads(files("onrecord.articles").joinpath("page_words.toml").read_text("utf-8"))["wording"]
    for pattern in wording.values():
        letters = pattern.replace(r"\W", "").replace("[’']", "'")
        assert fold_text(letters) == letters


@pytest.mark.parametrize(
    "text", ["CORRECTION: The pier is the eastern one.", "Korrektur – es waren elf.", "BU HABERİN ÖNCEKİ SÜRÜMÜNDE on iki yazıyordu.", "Editor’s note: the name was wrong."]
)
def test_a_correction_is_known_in_any_case(text: str) -> None:
    assert is_correction(text)
    assert not is_correction("The council corrected its plan for the eastern pier.")


def test_a_wall_is_known_in_any_case() -> None:
    assert asks_to_pay("Already a Subscriber? Log in")
    assert not asks_to_pay("The subscriber count rose.")


@pytest.mark.parametrize(("names", "expected"), [("live-blog-post", True), ("x Liveticker__entry y", True), ("livestock-item", False), ("post", False), (None, False)])
def test_entries_of_live_blogs_are_known_by_their_class(names: str | None, expected: bool) -> None:
    assert is_entry_name(names) is expected
