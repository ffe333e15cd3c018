"""Run all stages that look at several articles together.

In: analyses. Out: one `Comparison`. The order of the input does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.copies.find import find_copies
from onrecord.encode.model import Model, unpack_vector
from onrecord.records import Encoding, Meaning, Problem
from onrecord.results import Analysis, Comparison
from onrecord.statements.find import find_statements
from onrecord.statements.positions import find_restatements
from onrecord.statements.shared import count_shared, find_apart
from onrecord.statements.sides import make_sides
from onrecord.statements.signs import find_signs
from onrecord.stories.find import count_accounts, find_stories


def compare_analyses(analyses: Sequence[Analysis], encodings: Mapping[str, Encoding], meanings: Mapping[str, Meaning], problems: Sequence[Problem] = ()) -> Comparison:
    """Return everything found between articles.

    Args:
        analyses: the articles with what was found in each.
        encodings: article id -> its encoding, for sentence vectors.
        meanings: attribution id -> its meaning.
        problems: what could not be read.
    """
    ordered = sorted(analyses, key=lambda a: (a.article.published.start if a.article.published else "9999", a.article.name, a.article.id))
    articles = [a.article for a in ordered]
    vectors = {i: v for i, e in encodings.items() if (v := mean_vector(e)) is not None}
    copies = tuple(sorted(find_copies(articles), key=lambda c: c.id))
    unsorted = make_sides(ordered, {a.id: "" for a in articles}, meanings)
    shared, apart = count_shared(unsorted), find_apart(unsorted)
    stories = tuple(sorted(find_stories(articles, {a.article.id: a.mentions for a in ordered}, vectors, shared, apart), key=lambda s: s.id))
    story_of = {article: story.id for story in stories for article in story.articles}
    accounts = tuple(sorted(count_accounts(stories, articles, copies), key=lambda a: a.id))
    sides = make_sides(ordered, story_of, meanings)
    by_attribution = {s.attribution.id: s for s in sides}
    statements = tuple(sorted(find_statements(sides), key=lambda s: s.id))
    return Comparison(
        analyses=tuple(ordered), stories=stories, copies=copies, accounts=accounts, statements=statements,
        restatements=tuple(sorted(find_restatements(statements, by_attribution), key=lambda r: r.id)),
        signs=tuple(sorted({s.id: s for s in find_signs(statements, by_attribution, encodings, ordered)}.values(), key=lambda s: s.id)),
        problems=tuple(sorted(problems, key=lambda p: p.id)),
    )  # fmt: skip


def mean_vector(encoding: Encoding) -> np.ndarray | None:
    """Return the mean sentence vector of an article at unit length, `None` without a sentence."""
    if not encoding.vectors:
        return None
    mean = np.mean([unpack_vector(v.values) for v in encoding.vectors], axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), dtype=np.float32)


def read_meanings(analysis: Analysis, model: Model) -> list[Meaning]:
    """Return what the content of every attribution of an article means."""
    return model.read_alone(analysis.article, [(a.id, a.span) for a in analysis.attributions])
