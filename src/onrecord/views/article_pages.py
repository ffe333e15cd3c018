"""Sets articles out in full with every claim of a briefing marked in their words.

In: a briefing and the analyses it was made from. Out: `ArticlePage`s of marked lines, and the anchors that links can point at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Article, Span
from onrecord.views.display import make_inert
from onrecord.views.entries import ArticleEntry, Briefing, CommitmentEntry, Passage
from onrecord.views.marking import Segment, cut_lines
from onrecord.views.parts import Part, Retold


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A link from marked words back to the claim: `label` is short ("S3"), `title` says it in words."""

    label: str
    title: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words of an article that an entry rests on. `back` is `None` for words that only need an anchor."""

    passage: Passage
    kind: str
    back: Back | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A piece of a line: its place in the article, text ready for escaping, the kinds of claims on it, anchors before it,
    links back and reasons after it."""

    at: int
    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    backs: tuple[Back, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an article; `kind` is `title`, `subhead` or `text`."""

    kind: str
    pieces: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article in full; `id` is its anchor."""

    id: str
    entry: ArticleEntry
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the links of a page may point: article id -> anchor, and the anchors of spans that exist."""

    articles: Mapping[str, str]
    anchors: frozenset[str]

    def to_words(self, passage: Passage) -> str | None:
        """Return the link to a passage, to its article when the passage has no visible words, `None` when that is not printed."""
        page = self.articles.get(passage.article_id)
        if page is None:
            return None
        anchor = _name_anchor(page, passage.span)
        return f"#{anchor}" if anchor in self.anchors else f"#{page}"

    def to_article(self, article_id: str | None) -> str | None:
        """Return the link to an article, `None` when it is not printed."""
        page = None if article_id is None else self.articles.get(article_id)
        return None if page is None else f"#{page}"


def make_article_pages(briefing: Briefing, articles: Sequence[Article]) -> tuple[tuple[ArticlePage, ...], Links]:
    """Return the pages of the articles in the given order, and the links that lead to them.

    Args:
        briefing: whose claims are marked.
        articles: the articles to print; claims on others are not marked and have no link.
    """
    pages = {article.id: f"article-{number}" for number, article in enumerate(articles, start=1)}
    entries = {entry.article_id: entry for entry in briefing.articles}
    claims: dict[str, dict[Claim, None]] = {}
    for claim in list_claims(briefing):
        claims.setdefault(claim.passage.article_id, {})[claim] = None
    printed = tuple(_make_page(pages[article.id], article, entries[article.id], tuple(claims.get(article.id, ()))) for article in articles if article.id in entries)
    anchors = frozenset(anchor for page in printed for line in page.lines for piece in line.pieces for anchor in piece.anchors)
    return printed, Links(articles={page.entry.article_id: page.id for page in printed}, anchors=anchors)


def list_claims(briefing: Briefing) -> Iterator[Claim]:
    """Yield every passage that an entry of the briefing rests on; a passage may come more than once."""
    for statement in briefing.statements:
        name = f"statement-{statement.number}"
        yield Claim(passage=statement.lead, kind="lead", back=None)
        for rendering in statement.renderings:
            back = Back(label=f"S{statement.number}", title=f"statement {statement.number}", target=f"{name}-rendering-{rendering.number}")
            yield Claim(passage=rendering.passage, kind="statement", back=back)
        for point in (*statement.points, *statement.perhaps):
            for side in point.sides:
                yield from (Claim(passage=passage, kind="difference", back=None) for passage in side.passages)
    for position in briefing.positions:
        for step in (*position.steps, *position.repeated):
            yield from (Claim(passage=passage, kind="position", back=None) for passage in (step.then, step.now) if passage is not None)
    for entry in briefing.red_lines:
        yield from _claim_commitment(entry, "red-line", f"R{entry.number}", f"red line {entry.number}")
    for group in briefing.commitments:
        for entry in group.commitments:
            yield from _claim_commitment(entry, "commitment", f"C{entry.number}", f"commitment {entry.number}")
    for remark in briefing.summary:
        yield from (Claim(passage=part, kind="summary", back=None) for part in map(_find_words, remark.sentence) if part is not None)
    for figure in briefing.figures:
        back = Back(label=f"F{figure.number}", title=f"figure {figure.number}", target=f"figure-{figure.number}")
        yield Claim(passage=figure.passage, kind="figure", back=back)
        yield Claim(passage=figure.shown, kind="figure", back=None)
    for sign in briefing.signs:
        back = Back(label=f"G{sign.number}", title=f"sign {sign.number}", target=f"sign-{sign.number}")
        yield Claim(passage=sign.passage, kind="sign", back=back)


def _find_words(part: Part) -> Passage | None:
    """Return the words of an article that a part of a sentence is."""
    return part.passage if isinstance(part, Retold) else part if isinstance(part, Passage) else None


def _claim_commitment(entry: CommitmentEntry, kind: str, label: str, title: str) -> Iterator[Claim]:
    back = Back(label=label, title=title, target=f"{kind}-{entry.number}")
    if entry.outer is not None:
        yield Claim(passage=entry.outer, kind=kind, back=None)
    for telling in (*entry.tellings, *entry.headlines):
        yield Claim(passage=telling.consequence, kind=kind, back=back)
        for condition in telling.conditions:
            yield Claim(passage=condition.passage, kind=kind, back=back)


def _name_anchor(page: str, span: Span) -> str:
    return f"{page}-{span.start}-{span.end}"


def _make_page(page: str, article: Article, entry: ArticleEntry, claims: Sequence[Claim]) -> ArticlePage:
    spans = [*(claim.passage.span for claim in claims), *(part.span for part in article.dropped)]
    reasons = [part.reason for part in article.dropped]
    lines = tuple(Line(kind=_name_line(line, article), pieces=tuple(_mark(segment, page, claims, reasons) for segment in line)) for line in cut_lines(article.text, spans))
    return ArticlePage(id=page, entry=entry, lines=lines)


def _name_line(line: Sequence[Segment], article: Article) -> str:
    whole = Span(start=line[0].span.start, end=line[-1].span.end)
    if article.title_span is not None and article.title_span.overlap(whole):
        return "title"
    return "subhead" if any(span.overlap(whole) for span in article.subheads) else "text"


def _mark(segment: Segment, page: str, claims: Sequence[Claim], reasons: Sequence[str]) -> MarkedText:
    covering = [claims[index] for index in segment.covers if index < len(claims)]
    starting = [claims[index] for index in segment.starts if index < len(claims)]
    backs = [claims[index].back for index in segment.ends if index < len(claims)]
    is_dropped = any(index >= len(claims) for index in segment.covers)
    return MarkedText(
        at=segment.span.start,
        text=make_inert(segment.text),
        kinds=_unique([*(claim.kind for claim in covering if claim.back is not None), *(["dropped"] if is_dropped else [])]),
        anchors=_unique(_name_anchor(page, claim.passage.span) for claim in starting),
        backs=tuple(dict.fromkeys(back for back in backs if back is not None)),
        reasons=tuple(reasons[index - len(claims)] for index in segment.ends if index >= len(claims)),
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
