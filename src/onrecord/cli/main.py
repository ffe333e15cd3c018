"""The commands of `onrecord`. Each imports what it needs when it runs, so that `--help` is quick.

Exit status: 0 done (single items that could not be read are listed as problems), 2 wrong call, 3 nothing readable,
4 store, 5 a span does not verify, 6 model, 1 anything else (an interruption too).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from onrecord import __version__
from onrecord.cli.options import owners_option as _owners_option
from onrecord.cli.options import quiet_option as _quiet_option
from onrecord.cli.options import store_option as _store_option
from onrecord.cli.streams import is_reader_gone, prepare_output
from onrecord.cli.web import COMMANDS
from onrecord.errors import OnrecordError

F = TypeVar("F", bound=Callable[..., None])
_EPILOG = """\b
Exit status: 0 done, 2 wrong call, 3 nothing readable, 4 store, 5 a span does not verify, 6 model.
Items that cannot be read are listed as problems; the others are processed all the same."""


class Commands(click.Group):
    """Turns the errors of onrecord into one clear message and the exit status of their kind."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        prepare_output()
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            from onrecord.views.display import make_inert

            click.echo(make_inert(f"onrecord: {error}"), err=True)
            ctx.exit(error.exit_status)
        except KeyboardInterrupt:
            kept = "; what was stored is kept, the same call again goes on from there" if ctx.invoked_subcommand in ("add", "fetch", "follow") else ""
            click.echo(f"\nonrecord: interrupted{kept}", err=True)
            ctx.exit(1)
        except OSError as error:
            if not is_reader_gone(error):
                raise
            # Nothing is wrong on this side.
            with suppress(OSError, ValueError):  # what is still buffered goes nowhere, else Python complains when it ends
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def _confidence_option(command: F) -> F:
    return click.option(
        "--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True,
        help="Leave out names, attributions and commitments below this, and what rests on them. Filters the output only.",
    )(command)  # fmt: skip


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """What was said, by whom, on what condition, and how every outlet told it.

    \b
    Try it:             onrecord demo
    Read your articles: onrecord add FOLDER, then onrecord brief
    Without a store:    onrecord compare FOLDER
    """


@main.command()
@click.argument("files", nargs=-1)
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="One JSON object an article.")
@_confidence_option
@_quiet_option
def analyze(files: tuple[str, ...], form: str, min_confidence: float, quiet: bool) -> None:
    """Find who said what, commitments, figures and dates in each article. No store is used.

    FILES are files of the forms that `onrecord add --help` lists, and folders; without any, JSON Lines on standard input:
    {"id": "a1", "text": "...", "published": "2022-04-24", "lang": "en"} (all but id and text may be left out).

    \b
    onrecord analyze article.txt | jq '.attributions[] | {speaker, type}'
    """
    from onrecord.cli.work import print_analyses

    print_analyses(files or ("-",), min_confidence=min_confidence, quiet=quiet)


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(["json", "text", "html"]), default=None, help="Default: text on a terminal, else json.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of standard output.")
@_confidence_option
@_owners_option
@_quiet_option
def compare(paths: tuple[str, ...], form: str | None, out: Path | None, min_confidence: float, owners: Path | None, quiet: bool) -> None:
    """Line up who told the same utterance how, across all articles given. No store is used.

    PATHS as for `analyze`; `-` or nothing = JSON Lines on standard input.

    \b
    onrecord compare examples/ukraine-talks --format json > comparison.json
    """
    from onrecord.cli.work import print_comparison

    chosen = form or ("text" if out is None and sys.stdout.isatty() else "json")
    print_comparison(paths or ("-",), chosen, out, min_confidence=min_confidence, owners=owners, quiet=quiet)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@_store_option
@click.option(
    "--map",
    "mappings",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Column of a table, or key of a JSON list, for a field: text title published modified author url outlet lang id. May be given several times.",
)
@click.option(
    "--form",
    metavar="NAME",
    help="Read the files as this form whatever they look like (docx feed gzip html json json-feed jsonl mail mbox mhtml newsml ninjs opml pdf sitemap table text wacz warc zip).",
)
@click.option("--verbose", "-v", is_flag=True, help="Say as what form each file is read.")
@_quiet_option
def add(paths: tuple[str, ...], store: Path, mappings: tuple[str, ...], form: str | None, verbose: bool, quiet: bool) -> None:
    """Read articles into the store. Adding the same thing again changes nothing; a changed article becomes a new version.

    PATHS are files, folders, or `-` for JSON Lines on standard input: text, Markdown, HTML, MHTML, JSON Lines, JSON lists, CSV, RSS, Atom
    and JSON feeds, WARC and WACZ, NewsML-G2, ninjs, e-mail, mailboxes, PDF, Word, and zip or gzip of these. The form is told by the content.

    \b
    onrecord add articles/ letter.html
    onrecord add -v export.csv --map text=Body --map published=When
    """
    from onrecord.cli.taking import add_files

    add_files(paths, store, mappings, form, verbose=verbose, quiet=quiet)


@main.command()
@_store_option
@click.option("--format", "form", type=click.Choice(["text", "html", "json"]), default="text", show_default=True, help="How the answer is written.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of standard output.")
@_confidence_option
@_owners_option
@_quiet_option
def brief(store: Path, form: str, out: Path | None, min_confidence: float, owners: Path | None, quiet: bool) -> None:
    """The briefing of everything in the store: stories, statements side by side, red lines, figures, problems.

    \b
    onrecord brief
    onrecord brief --format html --out briefing.html
    """
    from onrecord.cli.work import print_brief

    print_brief(store, form, out, min_confidence=min_confidence, owners=owners, quiet=quiet)


@main.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="onrecord-demo.html", show_default=True, help="Where the HTML briefing goes.")
@_quiet_option
def demo(out: Path, quiet: bool) -> None:
    """Add five bundled articles to a store of their own and show their briefing, here and as one HTML file.

    \b
    onrecord demo --out demo.html
    """
    from onrecord.cli.work import run_demo

    run_demo(out, quiet=quiet)


@main.command()
@_store_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the answer is written.")
def verify(store: Path, form: str) -> None:
    """Check every stored span against the text it quotes, and every text against its hash. Exit status 5 when one is wrong.

    \b
    onrecord verify --store onrecord.db
    """
    from onrecord.cli.work import verify_file

    verify_file(store, form)


@main.command()
@click.argument("words", nargs=-1, required=True)
@_store_option
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many articles at most.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the answer is written.")
def search(words: tuple[str, ...], store: Path, limit: int, form: str) -> None:
    """Find articles in the store by words of their text; words in double quotes must follow one another.

    \b
    onrecord search grain ships
    onrecord search '"press conference"' --limit 5
    """
    from onrecord.cli.work import search_store

    search_store(" ".join(words), store, limit, form)


@main.command()
@click.argument("names", nargs=-1, required=True)
@_store_option
def forget(names: tuple[str, ...], store: Path) -> None:
    """Remove articles, by name, and everything that was made from them. What could not be read is forgotten by the place
    its problem names.

    \b
    onrecord forget letter
    """
    from onrecord.cli.taking import forget_names

    forget_names(names, store)


@main.command(name="eval")
@click.option("--lang", "langs", multiple=True, metavar="LANG", help="Only passages in this language; may be given several times. Default: all.")
@click.option("--gold", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of passages of your own, in place of the gold shipped.")
@click.option("--model", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Another model file, in place of the one shipped.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the answer is written.")
@click.option("--samples", type=click.IntRange(1, 10000), default=1000, show_default=True, help="Bootstrap samples behind each interval.")
@_quiet_option
def evaluate(langs: tuple[str, ...], gold: Path | None, model: Path | None, form: str, samples: int, quiet: bool) -> None:
    """Measure how well onrecord agrees with gold: precision, recall and F1 with 95 % intervals, by language. No store is used.

    The gold shipped is a set of passages that the model never learned from. Your own go into text files with marks as
    training/data/GUIDE.md describes; what is wrong in them is named, and nothing is scored then.

    \b
    onrecord eval
    onrecord eval --lang en --lang nl --format json
    onrecord eval --gold my-passages
    """
    from onrecord.cli.evaluate import print_evaluation

    print_evaluation(langs, gold, model, form, samples, quiet=quiet)


for _command in COMMANDS:
    main.add_command(_command)
