"""A run over articles: spans slice back, the same answer twice, one failing article does not stop the others."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encode.model import Model, shipped_model
from onrecord.errors import StoreError
from onrecord.records import Article, Encoding, Meaning, Problem, Span
from onrecord.results import Analysis, Comparison
from onrecord.run import analyze as stage
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.run.sketch import mean_vector
from onrecord.sources.files import make_page, make_problem
from onrecord.statements.space import load_space
from onrecord.views import analysis_to_dict, comparison_to_dict
from tests.run.news import NEWS

PAGES = [make_page(name, "record", text.encode()) for name, text in NEWS.items()]


@pytest.fixture(scope="module")
def model() -> Model:
    return shipped_model()


def spans_of(record: object) -> Iterator[Span]:
    """Yield every span in a record."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from spans_of(part)
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans_of(getattr(record, field.name))


def analyses(model: Model, pages: list[object]) -> list[tuple[Analysis, Encoding | None]]:
    return [item for item in analyze_pages(pages, model) if isinstance(item, tuple)]  # type: ignore[arg-type]


def compare(model: Model, pages: list[object]) -> Comparison:
    found = analyses(model, pages)
    meanings: dict[str, list[Meaning]] = {a.article.id: read_meanings(a, model) for a, _ in found}
    sketches = {a.article.id: read_sketch(a, e, meanings[a.article.id], model) for a, e in found}
    return compare_analyses([a for a, _ in found], {a.article.id: e for a, e in found if e}, {m.of: m for each in meanings.values() for m in each}, sketches)


def test_every_page_gives_an_analysis_whose_spans_lie_in_the_text(model: Model) -> None:
    found = analyses(model, [*PAGES])
    assert [analysis.article.name for analysis, _ in found] == list(NEWS)
    for analysis, encoding in found:
        text = analysis.article.text
        assert text == NEWS[analysis.article.name]
        for span in (*spans_of(analysis), *spans_of(encoding)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()


def test_every_record_belongs_to_its_article_and_has_an_id_of_its_own(model: Model) -> None:
    for analysis, _ in analyses(model, [*PAGES]):
        made = [*analysis.mentions, *analysis.attributions, *analysis.commitments, *analysis.figures, *analysis.dates]
        assert {record.article for record in made} <= {analysis.article.id}
        assert len({record.id for record in made}) == len(made)
        attributions = {a.id for a in analysis.attributions}
        assert {c.attribution for c in analysis.commitments if c.attribution} <= attributions
        for meaning in read_meanings(analysis, model):
            assert meaning.of in attributions


def test_the_same_page_gives_the_same_answer_alone_and_among_others(model: Model) -> None:
    together = {analysis.article.name: (analysis, encoding) for analysis, encoding in analyses(model, [*PAGES])}
    for page in reversed(PAGES):
        ((analysis, encoding),) = analyses(model, [page])
        assert analysis == together[page.name][0]
        assert encoding == together[page.name][1]


def test_the_order_of_the_articles_does_not_change_a_comparison(model: Model) -> None:
    expected = compare(model, [*PAGES])
    for seed in range(3):
        shuffled = random.Random(seed).sample(PAGES, len(PAGES))
        assert compare(model, [*shuffled]) == expected


def test_a_comparison_finds_the_copy_and_one_story_each(model: Model) -> None:
    found = compare(model, [*PAGES])
    names = {a.article.id: a.article.name for a in found.analyses}
    assert {names[c.article] for c in found.copies if c.kind in ("verbatim", "edited")} <= {"gazette", "herald"}
    assert any(c.kind in ("verbatim", "edited") for c in found.copies)
    assert sorted(i for s in found.stories for i in s.articles) == sorted(names)
    assert {a.story for a in found.accounts} == {s.id for s in found.stories}
    renderings = [r.attribution for s in found.statements for r in s.renderings]
    assert sorted(filter(None, renderings)) == sorted(a.id for analysis in found.analyses for a in analysis.attributions)
    texts = {a.article.id: a.article.text for a in found.analyses}
    for statement in found.statements:
        for rendering in statement.renderings:
            assert rendering.span.of(texts[rendering.article])
        for difference in statement.differences:
            for span, index in zip(difference.spans, (difference.left, difference.right), strict=True):
                assert span is None or span.end <= len(texts[statement.renderings[index].article])


def test_the_contract_can_be_written_for_every_answer(model: Model) -> None:
    comparison = compare(model, [*PAGES])
    assert set(comparison_to_dict(comparison)) >= {"articles", "stories", "copies", "accounts", "statements", "restatements", "signs", "figures", "problems"}
    for analysis in comparison.analyses:
        assert analysis_to_dict(analysis)["id"] == analysis.article.name


def test_nothing_compared_gives_an_empty_comparison() -> None:
    found = compare_analyses([], {}, {}, {})
    assert (found.stories, found.statements, found.problems) == ((), (), ())


def test_an_article_that_fails_is_a_problem_and_the_others_go_on(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    original = stage.find_in_article

    def fail(article: Article, problems: object, encoding: Encoding | None) -> Analysis:
        if article.name == "avondpost":
            raise RuntimeError("no room")
        return original(article, problems, encoding)  # type: ignore[arg-type]

    monkeypatch.setattr(stage, "find_in_article", fail)
    found = list(analyze_pages(PAGES, model))
    assert [item.where if isinstance(item, Problem) else item[0].article.name for item in found] == list(NEWS)
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert (problem.code, problem.message) == ("internal", "RuntimeError: no room")


@pytest.mark.parametrize("failing", ["find_in_article", "read_meanings", "read_sketch"])
def test_an_article_that_cannot_be_compared_is_a_problem_and_the_others_go_on(model: Model, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    original = getattr(stage, failing)

    def fail(first: Article | Analysis, *rest: object) -> object:
        if (first.article if isinstance(first, Analysis) else first).name == "avondpost":
            raise RuntimeError("no room")
        return original(first, *rest)

    monkeypatch.setattr(stage, failing, fail)
    found = list(stage.sketch_pages(PAGES, model))
    assert [item.where if isinstance(item, Problem) else item[3].name for item in found] == list(NEWS)
    assert [item.where for item in found if isinstance(item, Problem)] == ["avondpost"]


def test_an_error_of_the_set_up_stops_the_run(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article, problems: object, encoding: Encoding | None) -> Analysis:
        raise StoreError("the disk is full")

    monkeypatch.setattr(stage, "find_in_article", fail)
    with pytest.raises(StoreError):
        list(analyze_pages(PAGES, model))


def test_problems_of_reading_pass_through_and_unreadable_pages_become_problems(model: Model) -> None:
    given_problem = make_problem("lost.txt", "unreadable", "gone")
    binary = make_page("scan", "text", b"%PDF-1.7\x00\x01\x02\x03" + bytes(range(256)) * 20)
    found = list(analyze_pages([given_problem, binary, make_page("void", "text", b" \n"), PAGES[0]], model))
    assert found[0] is given_problem
    assert [item.code for item in found if isinstance(item, Problem)] == ["unreadable", "not_text", "empty"]
    assert isinstance(found[3], tuple)


def test_a_known_article_is_left_out(model: Model) -> None:
    found = list(analyze_pages(PAGES, model, lambda article: article.name != "lindham"))
    assert [item[0].article.name for item in found if isinstance(item, tuple)] == ["lindham"]


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("部长在记者会上表示，如果再有粮船被扣押，海峡将在当天关闭。" * 5, None, "script_unsupported"),
        ("12 34 56 78 90 ... 11", None, "lang_unknown"),
        ("Ministeren sagde fredag at strædet lukkes hvis et kornskib bliver beslaglagt af militsen.", "da", "no_pack"),
    ],
)
def test_what_cannot_be_understood_is_kept_and_told(model: Model, text: str, lang: str | None, code: str) -> None:
    ((analysis, encoding),) = analyses(model, [make_page("a", "record", text.encode(), lang=lang)])
    assert analysis.article.text == text
    assert code in {problem.code for problem in analysis.problems}
    if code == "script_unsupported":
        assert encoding is None
        assert analysis.attributions == ()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_no_text_stops_a_run(text: str) -> None:
    for item in analyze_pages([make_page("a", "record", text.encode("utf-8", "surrogatepass"))], shipped_model()):
        if isinstance(item, Problem):
            assert item.code == "empty"
        else:
            assert all(0 <= span.start < span.end <= len(item[0].article.text) for span in spans_of(item[0]))
            read_meanings(item[0], shipped_model())


def test_an_article_without_sentences_has_no_mean_vector() -> None:
    assert mean_vector(Encoding(article="a", tags=(), links=(), vectors=(), made_by="t@1"), load_space(), "en") is None
