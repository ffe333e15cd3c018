"""An article in which one speaker says much alike costs what its sentences cost, not their square."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from onrecord.encode.model import Model
from onrecord.run import articles
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.sources.files import make_page


@pytest.mark.parametrize("sentences", [12, 36])
def test_the_whole_text_is_read_for_a_few_single_tellings_and_then_once_for_all(sentences: int) -> None:
    model = Model()
    text = "\n\n".join(f"Minister Ada Quill said on Monday that bridge {at} would close if the levy stays." for at in range(sentences))
    ((analysis, encoding),) = (item for item in analyze_pages([make_page("long", "record", text.encode(), lang="en")], model) if isinstance(item, tuple))
    assert encoding is not None
    meanings = read_meanings(analysis, model)
    sketch = read_sketch(analysis, encoding, meanings, model)
    with patch.object(articles, "make_sides", wraps=articles.make_sides) as made:
        found = compare_analyses([analysis], {sketch.article: encoding}, {m.of: m for m in meanings}, {sketch.article: sketch})
    assert len(analysis.attributions) >= sentences
    assert found.statements
    assert made.call_count <= articles.SINGLE_SIDES + 2
