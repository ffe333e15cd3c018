"""Source and cue right behind a content are its own."""

from __future__ import annotations

import re

import pytest

from onrecord.attributions.frames import find_frames
from onrecord.records import Span, Tag
from tests.growth import grows_gently


def tag(text: str, **words: str) -> list[Tag]:
    """Return a tag for each place of some words, in text order."""
    found = [(label, match) for label, each in words.items() for match in re.finditer(re.escape(each), text)]
    return sorted((Tag(layer="attribution", label=label, span=Span(start=m.start(), end=m.end()), confidence=0.9) for label, m in found), key=lambda one: one.span)


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("roads are closed, Tarn said. It rained.", True), ("It rained. Then roads are closed, Tarn said.", True), ("said it. Then roads are closed, Tarn said.", True), ("He said\nroads are closed, Tarn said.", True),
        ("He said it, roads are closed, Tarn said.", False), ("Tarn: it rains, roads are closed, Tarn said.", False), ("said.\nroads are closed, Tarn said.", True),
    ],
)  # fmt: skip
def test_a_content_has_the_frame_behind_it_unless_its_sentence_has_one_before(text: str, framed: bool) -> None:
    tags = tag(text, content="roads are closed", source="Tarn", cue="said")
    place = next(i for i, one in enumerate(tags) if one.label == "content")
    assert (place in find_frames(text, tags)) is framed


def test_many_contents_in_one_sentence_are_looked_at_once_each() -> None:
    def find(size: int) -> None:
        text = "roads are closed and so on and " * size
        find_frames(text, tag(text, content="roads are closed"))

    assert grows_gently(find, 40)
