"""Run everything that `analyze` does on gold passages and score what it finds.

In: gold and a model. Out: an `Evaluation`: scores of every measure, by language and over all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.encode.model import Model
from onrecord.errors import InputError
from onrecord.evaluation.attributions import count_attributions
from onrecord.evaluation.commitments import count_commitments
from onrecord.evaluation.gold import Expected
from onrecord.evaluation.items import count_figures, count_names
from onrecord.evaluation.measures import Counts
from onrecord.evaluation.scores import SEED, Score, make_scores
from onrecord.records import Problem
from onrecord.results import Analysis
from onrecord.run.analyze import analyze_pages
from onrecord.sources.files import make_page


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageScores:
    """The scores of one language; `lang` is `None` over all passages. `scores` has every measure by name."""

    lang: str | None
    passages: int
    scores: dict[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What `onrecord eval` says: languages in order, then all passages together, and what could not be read."""

    model: str
    samples: int
    seed: int
    languages: tuple[LanguageScores, ...]
    overall: LanguageScores
    problems: tuple[Problem, ...]


def evaluate(gold: Sequence[Expected], model: Model, *, samples: int, seed: int = SEED, advance: Callable[[], None] = lambda: None) -> Evaluation:
    """Analyse passages and score what was found.

    Args:
        gold: what should be found.
        model: the model that reads the passages.
        samples: how many bootstrap samples make an interval, at least 1.
        seed: seed of the bootstrap.
        advance: called after each passage.

    Raises:
        InputError: a passage's text cannot be read as it stands, so that its spans would not fit.
    """
    analyses, problems = analyze_gold(gold, model, advance)
    counts = [count_passage(g, analyses.get(g.id)) for g in gold]
    langs = sorted({g.lang for g in gold})
    return Evaluation(
        model=model.version, samples=samples, seed=seed,
        languages=tuple(_score(lang, [c for g, c in zip(gold, counts, strict=True) if g.lang == lang], samples, seed) for lang in langs),
        overall=_score(None, counts, samples, seed), problems=tuple(problems),
    )  # fmt: skip


def analyze_gold(gold: Sequence[Expected], model: Model, advance: Callable[[], None] = lambda: None) -> tuple[dict[str, Analysis], list[Problem]]:
    """Return the analyses of passages by id, and the problems of those that have none; raises as `evaluate` does."""
    texts = {g.id: g.text for g in gold}
    pages = [make_page(g.id, "record", g.text.encode("utf-8", "surrogatepass"), lang=g.lang) for g in gold]
    analyses: dict[str, Analysis] = {}
    problems: list[Problem] = []
    for item in analyze_pages(pages, model):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            article = item[0].article
            if article.text != texts.get(article.name):
                raise InputError(f"passage `{article.name}` holds characters that are changed in reading", hint="leave control characters out of its text and id")
            analyses[article.name] = item[0]
        advance()
    return analyses, problems


def count_passage(gold: Expected, analysis: Analysis | None) -> dict[str, Counts]:
    """Return the counts of every measure in one passage; without an analysis nothing was found."""
    return {
        **count_attributions(gold, analysis.attributions if analysis else ()),
        **count_commitments(gold, analysis.commitments if analysis else ()),
        **count_names(gold, analysis.mentions if analysis else ()),
        **count_figures(gold, analysis.figures if analysis else ()),
    }


def _score(lang: str | None, counts: Sequence[dict[str, Counts]], samples: int, seed: int) -> LanguageScores:
    return LanguageScores(lang=lang, passages=len(counts), scores=make_scores(counts, samples, seed))
