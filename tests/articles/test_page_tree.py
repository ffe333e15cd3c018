"""Odd page sources are read all the same: the parser takes bytes in UTF-8, whatever the page came in."""

from __future__ import annotations

import pytest

from onrecord.articles.page_blocks import read_blocks
from onrecord.articles.page_tree import parse_page

WORDS = "Der Hafenrat ließ die Schleuse am Montag schließen"


def read(source: bytes) -> list[str]:
    tree, is_cut = parse_page(source)
    assert not is_cut
    return [block.text for block in read_blocks(tree)] if tree is not None else []


@pytest.mark.parametrize(
    "start",
    [
        b"<!DOCTYPE html><html>",
        b"<?xml version='1.0' encoding='iso-8859-1'?><html>",
        b'<!DOCTYPE html PUBLIC "-//EXAMPLE//DTD XHTML 1.0//EN" "http://example.org/x.dtd"><html>',
        b"<html />\n",
        b'<html><head><meta charset="iso-8859-1"></head>',
        b"",
    ],
)
def test_the_beginning_of_a_page_does_not_hide_it(start: bytes) -> None:
    assert WORDS in read(start + f"<body><p>{WORDS}</p><p>b</p></body></html>".encode())


def test_characters_that_no_tree_holds_are_left_out() -> None:
    assert read(f"<html><body><p>{WORDS[:10]}\x00\x0b\x1f\ufffe\uffff{WORDS[10:]}</p></body></html>".encode()) == [WORDS]


@pytest.mark.parametrize("source", [b"", b" \n\t ", b"\x00\x01"])
def test_nothing_is_no_page(source: bytes) -> None:
    assert parse_page(source) == (None, False)


def test_blanks_between_elements_make_no_blocks_and_part_words() -> None:
    assert read(b"<html><body>\n <div> \n<p> a <b>b</b>\n<i>c</i> </p>\n </div>\n</body></html>") == ["a b c"]
    assert read(b"<html><body><p>a<br> <br>\n b</p><table><tr><td>c</td> <td>d</td></tr></table></body></html>") == ["a\nb", "c | d"]


def test_letters_inside_links_are_counted() -> None:
    tree, _ = parse_page("<html><body><p>ab <a href='/'>éf <b>gh</b></a> ij</p></body></html>".encode())
    assert tree is not None
    assert [block.linked for block in read_blocks(tree)] == [0.5]
