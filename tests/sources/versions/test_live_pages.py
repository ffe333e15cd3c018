"""What is missing in the page of a live blog was taken out, or only moved on to a further page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.versions.live_pages import find_taken_out, put_in


@pytest.mark.parametrize(
    ("before", "now", "gone"),
    [
        ("dcba", "dcba", ""),  # nothing happened
        ("dcba", "dba", "c"),  # between two that stayed
        ("dcba", "edba", "c"),  # ... and a new one came
        ("dcba", "fedba", "c"),
        ("dcba", "cba", "d"),  # the newest
        ("dcba", "ecba", "d"),
        ("dcba", "dcb", "a"),  # the oldest, and nothing came
        ("dcba", "edcb", ""),  # the oldest moved on to the next page
        ("fedcba", "gfdcb", "e"),  # ... while another one was taken out
        ("abcd", "bcde", ""),  # the oldest first, and moved on
        ("abcd", "bcd", "a"),
        ("abcdef", "bcdefg", ""),
        ("fedcba", "fe", ""),  # the page shows a part of them now
        ("fedcba", "feba", "dc"),
        ("dcba", "zyx", ""),  # another page
        ("", "a", ""),
        ("dcba", "", ""),
    ],
)
def test_what_is_missing_between_others_was_taken_out_and_what_moved_on_was_not(before: str, now: str, gone: str) -> None:
    assert "".join(find_taken_out(before, now)) == gone


@pytest.mark.parametrize(
    ("shown", "unread", "before", "listed"),
    [
        ("dcba", "", "dcba", "dcba"),
        ("dba", "c", "dcba", "dcba"),  # between two
        ("cba", "d", "dcba", "dcba"),  # the newest
        ("edba", "c", "dcba", "edcba"),
        ("ecba", "d", "dcba", "decba"),  # whether before or behind the new one nobody knows
        ("dcb", "a", "dcba", "dcba"),  # the oldest
        ("da", "cb", "dcba", "dcba"),
        ("da", "c", "dcba", "dca"),  # b is not there
        ("dcba", "c", "dcba", "dcba"),  # it has its place
        ("ba", "dx", "dcba", "dbax"),  # not known before
        ("", "ba", "ab", "ab"),
    ],
)
def test_what_could_not_be_read_has_the_place_it_had(shown: str, unread: str, before: str, listed: str) -> None:
    assert "".join(put_in(shown, set(unread), before)) == listed


@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
def test_only_what_was_there_and_is_missing_is_taken_out_and_never_all(before: list[int], now: list[int]) -> None:
    names, left = [str(entry) for entry in before], [str(entry) for entry in now]
    gone = find_taken_out(names, left)
    assert set(gone) <= set(names) - set(left)
    assert len(gone) < len(names) or not names
    assert find_taken_out(left, left) == ()
