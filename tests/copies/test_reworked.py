"""What editors make of agency copy is a copy of it: credit gone, another headline, another order, clauses rebuilt. What a reporter heard at the same press conference is none.

`reworked/xx.txt` holds three invented articles: that of the agency, what an outlet made of it, and what another outlet's reporter wrote.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from onrecord.copies.find import find_coverage, make_copy
from onrecord.encode.model import shipped_model
from onrecord.kinship import Sketch
from onrecord.records import Problem
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import read_sketch
from onrecord.sources.files import make_page

FILES = sorted(Path(__file__).with_name("reworked").glob("*.txt"))


def read_articles(path: Path) -> dict[str, Sketch]:
    """Return name -> the sketch of each article of a file."""
    model, sketches = shipped_model(), {}
    for block in path.read_text("utf-8").split("@ ")[1:]:
        name, title, text = block.split("\n", 2)
        page = make_page(name, "record", text.strip().encode(), lang=path.stem, title=title, published="2031-03-11", outlet=f"{name} Gazette")
        (item,) = analyze_pages([page], model)
        assert not isinstance(item, Problem)
        sketches[name] = read_sketch(*item, [], model)
    return sketches


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_an_editor_makes_of_a_text_is_a_copy_and_a_report_of_ones_own_is_none(path: Path) -> None:
    sketches = read_articles(path)
    found = set()
    for pair in combinations(sketches, 2):
        left, right = sorted((sketches[name] for name in pair), key=lambda s: s.article)
        if make_copy(left, right, find_coverage(left, right)) is not None:
            found.add(pair)
    assert found == {("wire", "copy")}
