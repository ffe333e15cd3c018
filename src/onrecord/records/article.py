"""What was fetched, and the cleaned text of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.values import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as fetched, with what came along. Identity: name, SHA-256 of the bytes.

    `form` is `text`, `html` or `record` (one JSON Lines object, whose known fields are given beside the bytes). `modified` is when it was last
    changed, as given beside it; `is_summary` says that whoever gave it brings only a summary along; `where` is the file it
    stands in, as the user named it, `None` when it is found by its name.
    """

    id: str
    name: str
    form: str
    data: bytes
    lang: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    modified: str | None = None
    is_summary: bool = False
    where: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A span that is not part of the told news (notice, byline, date stamp), with the reason. It stays in the text."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or author named as origin; `kind` is `agency`, `author` or `platform`."""

    span: Span
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSpan:
    """Paragraphs in a row, or a long quotation, in another language than their article; `lang` is a BCP 47 tag, `und-` and a script when only that
    is known."""

    span: Span
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words of a publisher about its own article, which stay part of it; `kind` is `correction`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Cleaned text of one version of one piece. Identity: name, hash of the text.

    `text` is the input as given (HTML: what was extracted); what `dropped` and `title_span` leave is the told news. `published_evidence` is where the date stands in `text`, `published_how` how it was found, `published_at` the point in time where its hour and zone are known; `modified` and `modified_how` likewise for the last change. `stub`: it is, or may be, only the beginning or a summary. `entry` names the entry of a live blog it is.
    """

    id: str
    name: str
    text: str
    text_hash: str
    lang: str | None
    title: str | None
    title_span: Span | None
    subheads: tuple[Span, ...]
    outlet: str | None
    url: str | None
    published: DateRange | None
    published_evidence: Span | None
    published_how: str | None
    dropped: tuple[Dropped, ...]
    credits: tuple[Credit, ...]
    modified: DateRange | None = None
    modified_how: str | None = None
    stub: bool = False
    passages_in: tuple[LanguageSpan, ...] = ()
    notes: tuple[Note, ...] = ()
    entry: str | None = None
    published_at: str | None = None

    def heading_of(self, span: Span) -> str | None:
        """Return `headline` or `subhead` where one holds all of `span`, else `None`."""
        if self.title_span is not None and self.title_span.holds(span):
            return "headline"
        return "subhead" if any(subhead.holds(span) for subhead in self.subheads) else None
