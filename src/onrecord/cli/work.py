"""What the commands do: read, run, store, print. Nothing here decides what is in an article."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path

import click

from onrecord.cli.output import check_out, print_result, write_json
from onrecord.cli.progress import describe_reserved, list_problems, make_nothing_read, show_progress
from onrecord.cli.streams import END_OF_INPUT
from onrecord.encode.model import Model
from onrecord.errors import InputError, StoreError, UsageError, VerifyError
from onrecord.kinship import Sketch
from onrecord.records import Article, Encoding, Meaning, Page, Problem
from onrecord.results import Analysis
from onrecord.run.analyze import analyze_pages, sketch_pages
from onrecord.run.compare import ANALYZE, compare_analyses
from onrecord.run.families import fold_owners, list_owners
from onrecord.run.intake import Arrival, take_in
from onrecord.run.revisions import add_versions
from onrecord.run.shelf import READ, forget_article, keep_problems, read_comparison, read_shelf
from onrecord.sources.fetch.source_list import read_source_file
from onrecord.sources.files import STDIN, read_pages
from onrecord.storage import SqliteStore, verify_store
from onrecord.views.confident import keep_confident, keep_confident_comparison
from onrecord.views.display import count, make_inert_line

EXAMPLE = "ukraine-talks"
STORE_ENDINGS = ("", "-wal", "-shm", "-journal")
"""What SQLite hangs on the name of a store for the files beside it."""


def _pages(paths: Sequence[str], leave_out: Iterable[Path] = ()) -> Iterator[Page | Problem]:
    if STDIN in paths and sys.stdin.isatty():
        click.echo(f"reading JSON Lines from standard input; end with {END_OF_INPUT}, or give files: onrecord analyze FILE ...", err=True)
    return read_pages(paths, sys.stdin.buffer, leave_out)


def _open_pages(paths: Sequence[str]) -> Iterator[Page | Problem]:
    """Return the pages one by one; only the first is looked for at once, so that a wrong call is told before the model is loaded."""
    pages = _pages(paths)
    first = next(pages, None) if STDIN not in paths else None
    return pages if first is None else chain((first,), pages)


def _stop_if_nothing(done: int, problems: Sequence[Problem]) -> None:
    """Raise `InputError` when not a single article could be read although something was given."""
    if not done:
        raise make_nothing_read(problems, "give text or HTML files, folders with them, or JSON Lines on standard input")


def _tell_reserved(done: int, reserved: Mapping[str, Sequence[Problem]], *, quiet: bool) -> None:
    """Say how many articles were read with reservations, which stand with each; nothing when none was."""
    if reserved and not quiet:
        click.echo(f"{count(done, 'article')} read{describe_reserved(reserved)}; each has its own in `problems`", err=True)


def print_analyses(paths: Sequence[str], *, min_confidence: float, quiet: bool) -> None:
    """Print one JSON object an article to standard output as soon as it is done."""
    from onrecord.views import analysis_to_dict

    pages = _open_pages(paths)
    problems: list[Problem] = []
    reserved: dict[str, Sequence[Problem]] = {}
    done = 0
    with show_progress("reading", None, quiet=quiet) as advance:
        for item in analyze_pages(pages, Model()):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                click.echo(write_json(analysis_to_dict(keep_confident(item[0], min_confidence))))
                done += 1
                reserved |= {item[0].article.id: item[0].problems} if item[0].problems else {}
            advance()
    list_problems(problems, quiet=quiet)
    _tell_reserved(done, reserved, quiet=quiet)
    _stop_if_nothing(done, problems)


def _read_owners(path: Path | None) -> dict[str, str]:
    """Return who owns which outlet, from a list of sources; nobody is known without one."""
    return list_owners(read_source_file(path)) if path is not None else {}


def print_comparison(paths: Sequence[str], form: str, out: Path | None, *, min_confidence: float, owners: Path | None, quiet: bool) -> None:
    """Print the comparison of all articles given, as `json`, `text` or `html`."""
    check_out(out)
    owned = _read_owners(owners)
    pages = _open_pages(paths)
    model = Model()
    analyses: list[Analysis] = []
    encodings: dict[str, Encoding] = {}
    meanings: dict[str, Meaning] = {}
    sketches: dict[str, Sketch] = {}
    problems: list[Problem] = []
    with show_progress("reading", None, quiet=quiet) as advance:
        for item in sketch_pages(pages, model):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                analysis, encoding, found, sketch = item
                analyses.append(analysis)
                if encoding is not None:
                    encodings[analysis.article.id] = encoding
                meanings.update({m.of: m for m in found})
                sketches[analysis.article.id] = sketch
            advance()
    _stop_if_nothing(len(analyses), problems)
    comparison = fold_owners(compare_analyses(_once(analyses), encodings, meanings, sketches, problems), owned)
    print_result(keep_confident_comparison(comparison, min_confidence), form, out)
    list_problems(problems, quiet=quiet or form == "text")
    _tell_reserved(len(analyses), {a.article.id: a.problems for a in analyses if a.problems}, quiet=quiet)


def _once(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Return the analyses without those of an article given twice."""
    return list({a.article.id: a for a in analyses}.values())


def _open(path: Path, *, read_only: bool) -> SqliteStore:
    if not path.exists():
        raise StoreError(f"the store `{path}` does not exist", hint="make it with `onrecord add FOLDER`, or name it with --store")
    return SqliteStore(path, read_only=read_only)


def print_brief(path: Path, form: str, out: Path | None, *, min_confidence: float, owners: Path | None, quiet: bool) -> None:
    """Print the briefing of a store."""
    check_out(out)
    owned = _read_owners(owners)
    with closing(_open(path, read_only=True)) as store, store.transaction():
        comparison = fold_owners(add_versions(store, read_comparison(store, read_shelf(store))), owned)
    if not comparison.analyses:
        raise InputError(f"the store `{path}` holds no articles", hint="onrecord add FOLDER")
    print_result(keep_confident_comparison(comparison, min_confidence), form, out)
    if out is not None and not quiet:
        click.echo(f"written: {out}", err=True)


def run_demo(out: Path, *, quiet: bool) -> None:
    """Show what onrecord does on the five bundled articles."""
    check_out(out)
    with as_file(files("onrecord") / "examples" / EXAMPLE) as bundled:
        folder = bundled if bundled.is_dir() else Path(__file__).parents[3] / "examples" / EXAMPLE
        with tempfile.TemporaryDirectory() as scratch, closing(SqliteStore(Path(scratch) / "demo.db")) as store:
            pages = list(read_pages([str(folder)], sys.stdin.buffer))
            with show_progress("adding", len(pages), quiet=quiet) as advance:
                take_in((p if isinstance(p, Problem) else Arrival(page=p) for p in pages), store, Model(), is_read=lambda _: True, advance=advance)
            comparison = read_comparison(store, read_shelf(store))
    print_result(comparison, "text", None)
    print_result(comparison, "html", out)
    if not quiet:
        click.echo(f"\nThe same as a page, every claim linked to its words: {out}\nNow yours: onrecord add FOLDER && onrecord brief", err=True)


def verify_file(path: Path, form: str) -> None:
    """Check every stored span; raise `VerifyError` when one is wrong."""
    from dataclasses import asdict

    with closing(_open(path, read_only=True)) as store, store.transaction():
        findings = list(verify_store(store))
        rows = sum(1 for _ in store.rows())
    if form == "json":
        click.echo(write_json({"records": rows, "findings": [asdict(f) for f in findings]}))
    else:
        for finding in findings:
            click.echo(make_inert_line(f"WRONG {finding.kind} {finding.record} ({finding.what}): expected {finding.expected}, found {finding.found}"))
    if findings:
        raise VerifyError(f"{len(findings)} of {rows} records do not match their text", hint="forget the articles named above and add them again")
    if form == "text":
        click.echo(f"all {rows} records match their text")


def search_store(words: str, path: Path, limit: int, form: str) -> None:
    """Print articles that hold words, with the passages."""
    with closing(_open(path, read_only=True)) as store, store.transaction():
        found = [(store.get(Article, article_id), spans) for article_id, spans in store.search(words, limit)]
    hits = [(article, spans) for article, spans in found if article is not None]
    if form == "json":
        rows = [{"article": a.name, "title": a.title, "spans": [[s.start, s.end] for s in spans], "quotes": [s.of(a.text) for s in spans]} for a, spans in hits]
        click.echo(write_json(rows))
        return
    for article, spans in hits:
        click.echo(make_inert_line(f"{article.name}  {article.title or ''}"))
        for span in spans:
            click.echo("    " + make_inert_line(span.of(article.text)))
    if not hits:
        click.echo("nothing found", err=True)


def forget_articles(names: Sequence[str], path: Path) -> None:
    """Remove articles and all that was made from them."""
    with closing(_open(path, read_only=False)) as store:
        known, failed = set(store.origins(ANALYZE)), set(store.origins(READ))
        missing = [name for name in names if name not in known and f"{READ}:{name}" not in failed]
        if missing:
            raise UsageError(f"no article is called `{missing[0]}`", hint="`onrecord search WORDS` shows names")
        with store.transaction():
            for name in names:
                forget_article(store, name)
            keep_problems(store, (), lambda where: where in names)
    click.echo(f"{path}: {count(len(names), 'article')} removed", err=True)
