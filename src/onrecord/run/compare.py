"""Run all stages that look at several articles together.

In: analyses with their sketches. Out: one `Comparison`. The order of the input does not matter; a store that the same articles were
added to one by one gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from onrecord.copies.find import find_credits
from onrecord.encode.model import Model
from onrecord.kinship import Beacon, Recall, Sighting, Sketch
from onrecord.records import Account, Article, Commitment, Copy, Encoding, Meaning, Problem, Statement, Story, Tally
from onrecord.results import Analysis, Comparison
from onrecord.run.articles import Records
from onrecord.run.between import Ground
from onrecord.run.memory import MemoryRecords
from onrecord.run.sketch import make_sketch
from onrecord.statements.beside import look_beside
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.lifting import Statements
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side, make_sides
from onrecord.statements.standing import list_standings
from onrecord.statements.utterances import CommitmentsByPlace, split_attributions
from onrecord.statements.watches import join_conditions
from onrecord.storage import Record

ANALYZE = "analyze"
"""The stage under which the records of single articles are kept."""


def compare_analyses(
    analyses: Sequence[Analysis], encodings: Mapping[str, Encoding], meanings: Mapping[str, Meaning], sketches: Mapping[str, Sketch],
    problems: Sequence[Problem] = (), matcher: Matcher | None = None,
) -> Comparison:  # fmt: skip
    """Return everything found between articles.

    Args:
        analyses: the articles with what was found in each.
        encodings: article id -> its encoding, for the sentences in which signs are looked up.
        meanings: utterance id -> its meaning.
        sketches: article id -> its sketch.
        problems: what could not be read.
        matcher: gives word vectors to the differences; the fitted one by default.
    """
    records = MemoryRecords()
    vectors = matcher or Matcher()
    ground = Ground(records, vectors)
    for analysis in analyses:
        article = analysis.article
        own = [meanings[u.attribution.id] for u in split_attributions(article, analysis.attributions, analysis.commitments) if u.attribution.id in meanings]
        records.replace(article.name, ANALYZE, list_records(analysis, encodings.get(article.id), own, sketches[article.id]))
    for analysis in analyses:
        ground.add(analysis.article.id)
    ground.settle()
    return read_between(records, analyses, problems, vectors)


def list_records(analysis: Analysis, encoding: Encoding | None, meanings: Sequence[Meaning], sketch: Sketch) -> list[Record]:
    """Return all records of a single article."""
    found: list[Record] = [
        analysis.article, *analysis.mentions, *analysis.attributions, *analysis.commitments, *analysis.figures, *analysis.dates, *analysis.problems, *meanings,
        *find_credits(analysis.article), sketch,
    ]  # fmt: skip
    return found if encoding is None else [*found, encoding]


def read_between(records: Records, analyses: Sequence[Analysis], problems: Sequence[Problem], matcher: Matcher | None = None) -> Comparison:
    """Return what is kept between articles, together with the articles.

    Args:
        records: where it is kept.
        analyses: all articles in there.
        problems: what could not be read.
        matcher: gives word vectors, by which conditions in other words are joined; the fitted one by default.
    """
    ordered = sorted(analyses, key=lambda a: (a.article.published.start if a.article.published else "9999", a.article.name, a.article.id))
    articles: dict[str, Article] = {a.article.id: a.article for a in ordered}
    commitments = {id: held for a in ordered for id, held in _list_held(a)}
    statements = tuple(records.read(Statement))
    lifted = Statements(statements, articles, {a.article.id: a.dates for a in ordered}, {beacon.article for beacon in records.read(Beacon)})
    restatements = tuple(sorted(lifted.lift_recalls(records.read(Recall)), key=lambda r: r.id))
    pairing = _pair_tellings(records, ordered, statements, matcher)
    accounts = tuple(records.read(Account))
    watches = join_conditions(
        ordered, statements, commitments, pairing, [(r.earlier, r.later) for r in restatements if r.relation != "drops"], find_day=lifted.find_day_said,
        unsourced={id for account in accounts for id in account.unsourced},
    )  # fmt: skip
    signs = tuple(sorted({s.id: s for s in lifted.lift_sightings(records.read(Sighting), watches)}.values(), key=lambda s: s.id))
    standings = list_standings(ordered, watches, lifted.find_day, signs, accounts, lifted.days)
    return Comparison(
        analyses=tuple(ordered), stories=tuple(records.read(Story)), copies=tuple(records.read(Copy)), accounts=accounts, statements=statements,
        restatements=restatements,
        signs=signs, standings=tuple(sorted(look_beside(watches, standings, {s.id: s.speaker for s in statements}), key=lambda s: s.id)),
        problems=tuple(sorted(problems, key=lambda p: p.id)), tallies=tuple(records.read(Tally)),
    )  # fmt: skip


def _list_held(analysis: Analysis) -> Iterator[tuple[str, Sequence[Commitment]]]:
    """Yield the id of each utterance of an article that holds commitments, with these."""
    places = CommitmentsByPlace(analysis.commitments)
    for utterance in split_attributions(analysis.article, analysis.attributions, analysis.commitments):
        if held := places.held_by(utterance):
            yield utterance.attribution.id, held


def _pair_tellings(records: Records, analyses: Sequence[Analysis], statements: Sequence[Statement], matcher: Matcher | None) -> Callable[[str, str], Pair | None]:
    """Return what gives two tellings side by side, `None` where the model did not read one; each is read when it is asked for."""
    analysis_of = {a.article.id: a for a in analyses}
    told_in = {r.telling: r.article for s in statements for r in s.renderings}
    sides: dict[str, Side | None] = {}
    vectors = cache(lambda: matcher or Matcher())

    def find_side(telling: str) -> Side | None:
        if telling not in sides:
            meaning = records.get(Meaning, telling)
            sides[telling] = None if meaning is None else next(iter(make_sides(analysis_of[told_in[telling]], {telling: meaning})), None)
        return sides[telling]

    def pair(one: str, other: str) -> Pair | None:
        left, right = find_side(one), find_side(other)
        return None if left is None or right is None else Pair(left, right, vectors().words(left), vectors().words(right))

    return pair


def read_meanings(analysis: Analysis, model: Model) -> list[Meaning]:
    """Return what every utterance of an article means."""
    utterances = split_attributions(analysis.article, analysis.attributions, analysis.commitments)
    return model.read_alone(analysis.article, [(u.attribution.id, u.attribution.span) for u in utterances])


def read_sketch(analysis: Analysis, encoding: Encoding | None, meanings: Sequence[Meaning], model: Model) -> Sketch:
    """Return what an article is compared with others by."""
    return make_sketch(analysis, encoding, meanings, model.rarity)
