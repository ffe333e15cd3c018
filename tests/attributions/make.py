"""Makes what a stage is given from a text with the inline marks of `training/passages.py`, so that a test reads like a passage."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.attributions.find import find_attributions
from onrecord.commitments.find import find_commitments
from onrecord.dates import find_dates
from onrecord.ids import hash_text, make_id
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Article, Attribution, Commitment, DateRange, Dropped, Encoding, Link, Mention, Span, Tag
from training.passages import COMMITMENT_MARKS, CONDITION_KINDS, FORCES, Mark, parse_passage

CONFIDENCE = 0.9
KINDS = {"per": "person", "org": "organisation", "loc": "place"}
PARTIES = {"holder": "holder", "to": "addressee"}


def make(marked: str, lang: str = "en", *, unlinked: Collection[int] = (), published: str | None = None, dropped: Collection[str] = ()) -> tuple[Article, Encoding]:
    """Return an article and what a faultless model would say of it.

    Args:
        marked: text with marks, names given in lines `@per A; B`, `@org ...`, `@loc ...` under it.
        lang: language of the text.
        unlinked: groups whose marks become tags without links.
        published: the day of publication.
        dropped: words of the text that are no news.
    """
    passage = parse_passage(f"## {lang}-000\n{marked}")
    text = passage.text
    day = DateRange(start=published, end=next_day(published)) if published else None
    article = Article(
        id=make_id("article", "one", hash_text(text)), name="one", text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None,
        subheads=(), outlet=None, url=None, published=day, published_evidence=None, published_how=None,
        dropped=tuple(Dropped(span=span_of(text, words), reason="notice") for words in dropped), credits=(),
    )  # fmt: skip
    marks = [mark for mark in passage.marks if not is_inside_other_speech(mark, passage.marks)]
    pairs = [(to_tag(mark), mark) for mark in marks]
    pairs += [(Tag(layer="entity", label=KINDS[kind], span=Span(start=start, end=end), confidence=CONFIDENCE), None) for kind, start, end in passage.entities]
    pairs.sort(key=lambda pair: (pair[0].span, pair[0].layer))
    heads: dict[tuple[str, int], list[int]] = {}
    for index, (_, mark) in enumerate(pairs):
        if mark is not None and (mark.kind == "content" or mark.kind in FORCES):
            heads.setdefault((family(mark), mark.group), []).append(index)
    links: list[Link] = []
    for index, (_, mark) in enumerate(pairs):
        if mark is None or mark.group in unlinked or mark.kind in FORCES:
            continue
        wanted = heads[family(mark), mark.group]
        if mark.kind == "content":
            wanted = [head for head in wanted[:1] if head != index]
        links += [Link(dependent=index, head=head, confidence=CONFIDENCE) for head in wanted]
    return article, Encoding(article=article.id, tags=tuple(tag for tag, _ in pairs), links=tuple(links), vectors=(), made_by="test")


def to_tag(mark: Mark) -> Tag:
    layer = "attribution" if mark.kind not in COMMITMENT_MARKS else "force" if mark.kind in FORCES else "party" if mark.kind in PARTIES else "condition"
    return Tag(layer=layer, label=PARTIES.get(mark.kind, mark.kind), span=Span(start=mark.start, end=mark.end), confidence=CONFIDENCE)


def family(mark: Mark) -> str:
    return "commitment" if mark.kind in (*FORCES, *CONDITION_KINDS, *PARTIES) else "attribution"


def is_inside_other_speech(mark: Mark, marks: Collection[Mark]) -> bool:
    """True for an attribution inside another's content: the model has one layer for all."""
    if family(mark) == "commitment":
        return False
    return any(c.kind == "content" and c.group != mark.group and c.start <= mark.start and mark.end <= c.end for c in marks)


def next_day(day: str) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What all stages inside one article find in a passage."""

    article: Article
    encoding: Encoding
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    commitments: tuple[Commitment, ...]

    def words(self, span: Span | None) -> str | None:
        return span.of(self.article.text) if span else None

    @property
    def speakers(self) -> list[str | None]:
        return [a.speaker for a in self.attributions]

    @property
    def contents(self) -> list[list[str]]:
        return [[span.of(self.article.text) for span in a.content] for a in self.attributions]


def read(marked: str, lang: str = "en", *, unlinked: Collection[int] = (), published: str | None = "2022-04-24", dropped: Collection[str] = ()) -> Reading:
    """Return what the stages find in a passage."""
    article, encoding = make(marked, lang, unlinked=unlinked, published=published, dropped=dropped)
    pack = load_pack(lang)
    mentions = tuple(find_mentions(article, encoding))
    attributions = tuple(find_attributions(article, encoding, mentions, tuple(find_dates(article, pack)), pack))
    commitments = tuple(find_commitments(article, encoding, attributions, mentions, pack))
    return Reading(article=article, encoding=encoding, mentions=mentions, attributions=attributions, commitments=commitments)
