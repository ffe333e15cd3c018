"""What the commands do: read, run, store, print. Nothing here decides what is in an article."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

import click

from onrecord.cli.progress import list_problems, show_progress
from onrecord.encode.model import Model
from onrecord.errors import InputError, StoreError, UsageError, VerifyError
from onrecord.records import Article, Encoding, Meaning, Page, Problem
from onrecord.results import Analysis, Comparison
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings
from onrecord.run.shelf import ANALYZE, READ, Shelf, is_kept, keep_analysis, keep_comparison, read_comparison, read_shelf
from onrecord.sources.files import STDIN, read_pages
from onrecord.storage import SqliteStore, verify_store

EXAMPLE = "ukraine-talks"


def _pages(paths: Sequence[str]) -> Iterator[Page | Problem]:
    if STDIN in paths and sys.stdin.isatty():
        click.echo("reading JSON Lines from standard input; end with Ctrl-D, or give files: onrecord analyze FILE ...", err=True)
    return read_pages(paths, sys.stdin.buffer)


def _stop_if_nothing(done: int, problems: Sequence[Problem]) -> None:
    """Raise `InputError` when not a single article could be read although something was given."""
    if not done:
        why = f"; the first of {len(problems)} problems: {problems[0].message}" if problems else ""
        raise InputError(f"no article could be read{why}", hint="give text or HTML files, folders with them, or JSON Lines on standard input")


def print_analyses(paths: Sequence[str], *, quiet: bool) -> None:
    """Print one JSON object an article to standard output as soon as it is done."""
    from onrecord.views import analysis_to_dict

    pages = list(_pages(paths)) if STDIN not in paths else _pages(paths)
    problems: list[Problem] = []
    done = 0
    with show_progress("reading", len(pages) if isinstance(pages, list) else None, quiet=quiet) as advance:
        for item in analyze_pages(pages, Model()):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                click.echo(json.dumps(analysis_to_dict(item[0]), ensure_ascii=False))
                done += 1
            advance()
    list_problems(problems, quiet=quiet)
    _stop_if_nothing(done, problems)


def print_comparison(paths: Sequence[str], form: str, out: Path | None, *, quiet: bool) -> None:
    """Print the comparison of all articles given, as `json`, `text` or `html`."""
    model = Model()
    analyses: list[Analysis] = []
    encodings: dict[str, Encoding] = {}
    meanings: dict[str, Meaning] = {}
    problems: list[Problem] = []
    pages = list(_pages(paths))
    with show_progress("reading", len(pages), quiet=quiet) as advance:
        for item in analyze_pages(pages, model):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                analysis, encoding = item
                analyses.append(analysis)
                if encoding is not None:
                    encodings[analysis.article.id] = encoding
                meanings.update({m.of: m for m in read_meanings(analysis, model)})
            advance()
    _stop_if_nothing(len(analyses), problems)
    comparison = compare_analyses(_once(analyses), encodings, meanings, problems)
    _print(comparison, form, out)
    list_problems(problems, quiet=quiet or form == "text")


def _once(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Return the analyses without those of an article given twice."""
    return list({a.article.id: a for a in analyses}.values())


def add_to_store(paths: Sequence[str], path: Path, *, quiet: bool) -> None:
    """Read articles into the store and compare all that it holds; what is in it already is left as it is."""
    with closing(SqliteStore(path)) as store:
        added, same, problems = _add(_pages(paths), store, quiet=quiet)
        shelf = read_shelf(store)
        if added:
            _compare_store(store, shelf)
    list_problems(problems, quiet=quiet)
    if not quiet:
        click.echo(f"{path}: {added} articles added, {same} unchanged, {len(problems)} problems, {len(shelf.analyses)} in all", err=True)
    if not added and not same:
        _stop_if_nothing(0, problems)


def _add(pages: Iterable[Page | Problem], store: SqliteStore, *, quiet: bool) -> tuple[int, int, list[Problem]]:
    """Analyse what is new and keep it, one transaction an article; return (added, unchanged, problems)."""
    listed = list(pages)
    model = Model()
    added = same = 0
    problems: list[Problem] = []
    with show_progress("adding", len(listed), quiet=quiet) as advance:
        for page in listed:
            known = isinstance(page, Page) and _is_unchanged(store, page, model.version)
            if known:
                same += 1
            else:
                for item in analyze_pages([page], model):
                    with store.transaction():
                        if isinstance(item, Problem):
                            problems.append(item)
                            store.replace(f"{READ}:{item.where}", READ, [item])
                        else:
                            keep_analysis(store, item[0], item[1], read_meanings(item[0], model))
                            store.forget(f"{READ}:{item[0].article.name}")
                            added += 1
            advance()
    return added, same, problems


def _is_unchanged(store: SqliteStore, page: Page, version: str) -> bool:
    """True when the page's text was analysed before by this model."""
    from onrecord.articles import read_article

    article, _ = read_article(page)
    return article is not None and is_kept(store, article.id, version)


def _compare_store(store: SqliteStore, shelf: Shelf) -> Comparison:
    comparison = compare_analyses(shelf.analyses, shelf.encodings, shelf.meanings, shelf.problems)
    with store.transaction():
        keep_comparison(store, comparison)
    return comparison


def _open(path: Path, *, read_only: bool) -> SqliteStore:
    if not path.exists():
        raise StoreError(f"the store `{path}` does not exist", hint="make it with `onrecord add FOLDER`, or name it with --store")
    return SqliteStore(path, read_only=read_only)


def print_brief(path: Path, form: str, out: Path | None, *, quiet: bool) -> None:
    """Print the briefing of a store."""
    with closing(_open(path, read_only=True)) as store, store.transaction():
        shelf = read_shelf(store)
        comparison = read_comparison(store, shelf)
    if not comparison.analyses:
        raise InputError(f"the store `{path}` holds no articles", hint="onrecord add FOLDER")
    _print(comparison, form, out)
    if out is not None and not quiet:
        click.echo(f"written: {out}", err=True)


def _print(comparison: Comparison, form: str, out: Path | None) -> None:
    from onrecord.views import comparison_to_dict, make_briefing, render_html, render_text

    if form == "text":
        from rich.console import Console

        if out is None:
            render_text(make_briefing(comparison), Console())
            return
        with _replaced(out) as handle:
            render_text(make_briefing(comparison), Console(file=handle, width=100, no_color=True))
        return
    content = render_html(make_briefing(comparison), comparison.analyses) if form == "html" else json.dumps(comparison_to_dict(comparison), ensure_ascii=False) + "\n"
    if out is None:
        click.echo(content, nl=False)
        return
    with _replaced(out) as handle:
        handle.write(content)


class _replaced:  # noqa: N801  a context manager read like a word
    """A text file that replaces `out` only when everything was written."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def __enter__(self) -> tempfile._TemporaryFileWrapper[str]:
        try:
            self._handle = tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self._out.parent, delete=False, suffix=".part")  # noqa: SIM115
        except OSError as error:
            raise UsageError(f"`{self._out}` cannot be written: {error.strerror or error}", hint="name a file in a folder you may write to") from error
        return self._handle

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._handle.close()
        part = Path(self._handle.name)
        if kind is None:
            os.chmod(part, 0o644)
            part.replace(self._out)
        else:
            part.unlink(missing_ok=True)


def run_demo(out: Path, *, quiet: bool) -> None:
    """Show what onrecord does on the five bundled articles."""
    with as_file(files("onrecord") / "examples" / EXAMPLE) as bundled:
        folder = bundled if bundled.is_dir() else Path(__file__).parents[3] / "examples" / EXAMPLE
        with tempfile.TemporaryDirectory() as scratch, closing(SqliteStore(Path(scratch) / "demo.db")) as store:
            _add(read_pages([str(folder)], sys.stdin.buffer), store, quiet=quiet)
            comparison = _compare_store(store, read_shelf(store))
    _print(comparison, "text", None)
    _print(comparison, "html", out)
    if not quiet:
        click.echo(f"\nThe same as a page, every claim linked to its words: {out}\nNow yours: onrecord add FOLDER && onrecord brief", err=True)


def verify_file(path: Path, form: str) -> None:
    """Check every stored span; raise `VerifyError` when one is wrong."""
    from dataclasses import asdict

    with closing(_open(path, read_only=True)) as store, store.transaction():
        findings = list(verify_store(store))
        rows = sum(1 for _ in store.rows())
    if form == "json":
        click.echo(json.dumps({"records": rows, "findings": [asdict(f) for f in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            click.echo(f"WRONG {finding.kind} {finding.record} ({finding.what}): expected {finding.expected}, found {finding.found}")
    if findings:
        raise VerifyError(f"{len(findings)} of {rows} records do not match their text", hint="forget the articles named above and add them again")
    if form == "text":
        click.echo(f"all {rows} records match their text")


def search_store(words: str, path: Path, limit: int, form: str) -> None:
    """Print articles that hold words, with the passages."""
    from onrecord.views.display import make_inert_line

    with closing(_open(path, read_only=True)) as store, store.transaction():
        found = [(store.get(Article, article_id), spans) for article_id, spans in store.search(words, limit)]
    hits = [(article, spans) for article, spans in found if article is not None]
    if form == "json":
        rows = [{"article": a.name, "title": a.title, "spans": [[s.start, s.end] for s in spans], "quotes": [s.of(a.text) for s in spans]} for a, spans in hits]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for article, spans in hits:
        click.echo(make_inert_line(f"{article.name}  {article.title or ''}"))
        for span in spans:
            click.echo("    " + make_inert_line(span.of(article.text)))
    if not hits:
        click.echo("nothing found", err=True)


def forget_articles(names: Sequence[str], path: Path) -> None:
    """Remove articles and all that was made from them; compare the rest anew."""
    with closing(_open(path, read_only=False)) as store:
        known = set(store.origins(ANALYZE))
        missing = [name for name in names if name not in known]
        if missing:
            raise UsageError(f"no article is called `{missing[0]}`", hint="`onrecord search WORDS` shows names")
        with store.transaction():
            for name in names:
                store.forget(name)
        _compare_store(store, read_shelf(store))
    click.echo(f"{path}: {len(names)} articles removed", err=True)
