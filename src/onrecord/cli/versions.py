"""The command `versions`: the texts a piece has had, with the words that changed."""

from __future__ import annotations

import re
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import click

from onrecord.cli.output import write_json
from onrecord.errors import StoreError, UsageError
from onrecord.records import Article, Span, Version
from onrecord.run.revisions import Telling, list_revised, read_tellings
from onrecord.sources.versions.quotes import find_changed_quotes
from onrecord.sources.versions.words import Change, diff_words
from onrecord.storage import SqliteStore
from onrecord.views.display import make_inert_line
from onrecord.views.revised import Json, version_to_dict

CONTEXT = 40
"""Code points shown before and after changed words."""
SHOWN = 200
"""Code points of a longer passage that are shown."""


def print_versions(name: str | None, path: Path, form: str) -> None:
    """Print the versions of one piece, or which pieces have several."""
    if not path.exists():
        raise StoreError(f"the store `{path}` does not exist", hint="make it with `onrecord add FOLDER`, or name it with --store")
    with closing(SqliteStore(path, read_only=True)) as store, store.transaction():
        if name is None:
            revised = list_revised(store)
        else:
            tellings = read_tellings(store, name)
    if name is None:
        _print_revised(revised, form)
        return
    if not tellings:
        raise UsageError(f"no article is called `{name}`", hint="`onrecord versions` lists articles that changed, `onrecord search WORDS` shows names")
    if form == "json":
        click.echo(write_json(_to_dict(name, tellings)))
        return
    for before, telling in zip((None, *tellings), tellings, strict=False):
        click.echo(make_inert_line(_describe_version(telling.version)))
        if before is not None:
            _print_changes(before, telling)


def _print_revised(revised: list[tuple[Article, tuple[Version, ...]]], form: str) -> None:
    if form == "json":
        click.echo(write_json([{"article": a.name, "title": a.title, "versions": [version_to_dict(v) for v in versions]} for a, versions in revised]))
        return
    for article, versions in revised:
        gone = f", gone since {_format_time(versions[-1].gone_at)}" if versions[-1].gone_at else ""
        click.echo(make_inert_line(f"{article.name}: {len(versions)} version{'s' if len(versions) > 1 else ''}{gone}  {article.title or ''}"))
    if not revised:
        click.echo("no article changed", err=True)


def _describe_version(version: Version) -> str:
    when = f"met {_format_time(version.fetched_at)}" if version.fetched_at else "met at an unknown time"
    last = f", last {_format_time(version.seen_at)}" if version.seen_at and version.seen_at != version.fetched_at else ""
    gone = f", gone since {_format_time(version.gone_at)}" if version.gone_at else ""
    return f"version {version.number}: {when}{last}{gone}  {version.title or ''}"


def _format_time(at: str) -> str:
    """Return a time without the fraction of a second, which tells only machines which of two came first."""
    return re.sub(r"\.\d+", "", at)


def _print_changes(before: Telling, after: Telling) -> None:
    if before.version.title != after.version.title:
        click.echo(make_inert_line(f"  title: [-{before.version.title or ''}-] {{+{after.version.title or ''}+}}"))
    for change in diff_words(before.article.text, after.article.text):
        click.echo(make_inert_line("  " + show_change(change, before.article.text, after.article.text)))
    for quote in find_changed_quotes(before.article, before.attributions, after.article, after.attributions):
        click.echo(make_inert_line(f"  quote changed: {quote.reason}"))


def show_change(change: Change, old: str, new: str) -> str:
    """Return changed words between those that stand around them: `[-removed-] {+added+}`."""
    text, span = (new, change.after) if change.after is not None else (old, change.before or Span(start=0, end=0))
    removed = f"[-{_cut(old, change.before)}-]" if change.before else ""
    added = f"{{+{_cut(new, change.after)}+}}" if change.after else ""
    start, end = max(0, span.start - CONTEXT), span.end + CONTEXT
    return f"{'…' if start else ''}{text[start : span.start]}{removed}{' ' if removed and added else ''}{added}{text[span.end : end]}{'…' if end < len(text) else ''}"


def _cut(text: str, span: Span) -> str:
    words = span.of(text)
    return words if len(words) <= SHOWN else f"{words[: SHOWN // 2]} … {words[-SHOWN // 2 :]}"


def _to_dict(name: str, tellings: tuple[Telling, ...]) -> dict[str, Json]:
    changes: list[Json] = []
    for before, after in pairwise(tellings):
        words: list[Json] = [{"spans": [_pair(c.before), _pair(c.after)]} for c in diff_words(before.article.text, after.article.text)]
        quotes: list[Json] = [
            {"label": "quote_changed", "spans": [_pair(q.old), _pair(q.new)], "reason": q.reason}
            for q in find_changed_quotes(before.article, before.attributions, after.article, after.attributions)
        ]
        changes.append({"between": [before.version.number, after.version.number], "words": words, "quotes": quotes})
    versions: list[Json] = [{**version_to_dict(t.version), "text": t.article.text} for t in tellings]
    return {"article": tellings[-1].article.name, "asked": name, "versions": versions, "changes": changes}


def _pair(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]
