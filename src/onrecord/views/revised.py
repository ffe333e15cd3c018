"""Versions of articles and changed quotations, found by the article and the attribution that a view is about to show.

In: a comparison. Out: a `Revised`, and JSON values of what it holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Rendering, Span, Version
from onrecord.results import Comparison, Revision
from onrecord.views.entries import Point, PointSide
from onrecord.views.lookup import Lookup
from onrecord.views.parts import Sentence
from onrecord.views.wording import name_label

Json = bool | int | float | str | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """`versions` of a piece by the id of its last article; `revisions` by the id of the attribution that reads otherwise now."""

    versions: Mapping[str, tuple[Version, ...]]
    revisions: Mapping[str, tuple[Revision, ...]]

    def number_of(self, article: str) -> int:
        """Return which version of its piece an article is: the first, unless more are known."""
        return len(self.versions.get(article, (article,)))

    def list_in(self, renderings: Sequence[Rendering]) -> list[tuple[int, Revision]]:
        """Return the quotations among renderings that changed, each with the index of its rendering."""
        return [
            (at, revision) for at, rendering in enumerate(renderings) for revision in self.revisions.get(rendering.attribution or "", ())
            if (new := revision.spans[1]) is None or new.overlap(rendering.span)
        ]  # fmt: skip


def make_revised(comparison: Comparison) -> Revised:
    """Return what a comparison says of versions."""
    pieces: dict[str, list[Version]] = {}
    for version in comparison.versions:
        pieces.setdefault(version.piece, []).append(version)
    revisions: dict[str, tuple[Revision, ...]] = {}
    for revision in comparison.revisions:
        revisions[revision.attribution] = (*revisions.get(revision.attribution, ()), revision)
    return Revised(versions={versions[-1].article: tuple(versions) for versions in pieces.values()}, revisions=revisions)


def make_revision_points(first: int, renderings: Sequence[Rendering], revised: Revised, lookup: Lookup, names: Mapping[int, str]) -> tuple[Point, ...]:
    """Return one point for each changed quotation, numbered from `first` on: the words as they read now and as they read before.

    Args:
        first: the number of the first point.
        renderings: the tellings of a statement.
        revised: what is known of versions.
        lookup: finds the articles.
        names: what each rendering is called, by its number from 1.
    """
    return tuple(
        Point(
            number=number, label=revision.label, title=name_label("revisions", revision.label), whole=False,
            sides=(PointSide(rendering=at + 1, passages=(lookup.cut(revision.article, span),) if (span := revision.spans[1]) is not None else ()),),
            reasons=(f"version {revision.number}: {revision.reason}",),
            sentence=_word_revision(at, revision, lookup, names),
        )
        for number, (at, revision) in enumerate(revised.list_in(renderings), first)
    )  # fmt: skip


def _word_revision(at: int, revision: Revision, lookup: Lookup, names: Mapping[int, str]) -> Sentence:
    span, before = revision.spans[1], f"version {revision.number} read “{revision.older_words}”" if revision.older_words else f"version {revision.number} lacked these words"
    now = (lookup.cut(revision.article, span), f" in {names[at + 1]} now; ") if span is not None else (f"Left out in {names[at + 1]} now; ",)
    return (*now, before)


def versions_to_dict(article: str, revised: Revised) -> dict[str, Json]:
    """Return the fields that say which version an article is, and all versions of its piece; none are listed where nothing is known of them."""
    return {"version": revised.number_of(article), "versions": [version_to_dict(version) for version in revised.versions.get(article, ())]}


def version_to_dict(version: Version) -> dict[str, Json]:
    """Return one version as JSON."""
    return {
        "number": version.number, "article_id": version.article, "title": version.title, "fetched_at": version.fetched_at,
        "seen_at": version.seen_at, "gone_at": version.gone_at,
    }  # fmt: skip


def revision_to_dict(rendering: int, revision: Revision) -> dict[str, Json]:
    """Return a changed quotation as JSON; `spans` stand in the older text and in the article as it is now."""
    return {
        "rendering": rendering, "label": revision.label, "older_version": revision.number, "older_article_id": revision.older,
        "spans": [_pair(span) for span in revision.spans], "older_words": revision.older_words, "reason": revision.reason,
    }  # fmt: skip


def _pair(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]
