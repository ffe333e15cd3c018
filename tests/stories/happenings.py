"""Invented news of one country in each language: two disputes of the same persons weeks apart, and an accident with what came of it in court.

In: `happenings/xx.txt`, articles under lines of `@ happening | day | outlet`, each with its headline first. Out: the stories that a comparison makes of them.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.encode.model import shipped_model
from onrecord.records import Problem
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.sources.files import make_page

HAPPENINGS = Path(__file__).with_name("happenings")


def find_stories(path: Path) -> dict[str, frozenset[str]]:
    """Return for each article of a file, named by its happening and its place there, the articles of its story."""
    model = shipped_model()
    pages = []
    for block in path.read_text("utf-8").split("@ ")[1:]:
        head, title, text = block.split("\n", 2)
        happening, day, outlet = head.split(" | ")
        name = f"{happening} {sum(p.name.startswith(happening) for p in pages) + 1}"
        pages.append(make_page(name, "record", text.strip().encode(), lang=path.stem, title=title, published=day, outlet=outlet))
    analyses, encodings, meanings, sketches = [], {}, {}, {}
    for item in analyze_pages(pages, model):
        assert not isinstance(item, Problem)
        analysis, encoding = item
        found = read_meanings(analysis, model)
        analyses.append(analysis)
        meanings.update({m.of: m for m in found})
        sketches[analysis.article.id] = read_sketch(analysis, encoding, found, model)
        if encoding is not None:
            encodings[analysis.article.id] = encoding
    names = {a.article.id: a.article.name for a in analyses}
    stories = [frozenset(names[article] for article in story.articles) for story in compare_analyses(analyses, encodings, meanings, sketches).stories]
    return {name: story for story in stories for name in story}
