from __future__ import annotations

from dataclasses import replace

from onrecord.records import Span, Statement
from onrecord.storage import Record
from onrecord.storage.quotes import walk_quotes

from .samples import make_everything


def quotes_of(kind: str) -> list[tuple[str, str | None]]:
    samples = make_everything()
    names = {article.id: article.name for article, _ in samples.values()}
    records: list[Record] = [record for article, found in samples.values() for record in (article, *found)]
    (record,) = (record for record in records if type(record).__name__ == kind)
    return [(quote.path, names[quote.article or ""]) for quote in walk_quotes(record)]


def test_every_span_is_walked_with_its_path() -> None:
    assert [path for path, _ in quotes_of("Attribution")] == [*("source[0]", "cue[0]", "content[0]", "speaker_evidence", "said_at_evidence")]
    assert [path for path, _ in quotes_of("Commitment")] == ["holder", "consequence", "conditions[0].span"]
    assert [path for path, _ in quotes_of("Encoding")] == ["tags[0].span", "vectors[0].span", "vectors[1].span"]
    assert quotes_of("Story") == quotes_of("Copy") == quotes_of("Problem") == []


def test_spans_of_a_statement_quote_the_articles_of_its_renderings() -> None:
    assert quotes_of("Statement") == [
        ("renderings[0].span", "first"),
        ("renderings[1].span", "second"),
        ("differences[0].spans[0]", "first"),
        ("differences[1].spans[0]", "second"),
        ("differences[1].spans[1]", "first"),
    ]


def test_a_difference_of_a_rendering_that_is_not_there_quotes_no_article() -> None:
    statement = next(record for record in make_everything()["b"][1] if isinstance(record, Statement))
    bare = replace(statement, renderings=())
    assert {quote.article for quote in walk_quotes(bare)} == {None}
    assert all(isinstance(quote.span, Span) for quote in walk_quotes(bare))
