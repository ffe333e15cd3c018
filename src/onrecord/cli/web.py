"""The commands that reach the web, and those that show what came of it. Each imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import network_options, quiet_option, store_option


@click.command()
@click.argument("urls", nargs=-1, required=True)
@store_option
@network_options
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Of a feed, fetch at most so many pieces that are not kept yet.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the answer is written.")
@quiet_option
def fetch(urls: tuple[str, ...], store: Path, networks: tuple[str, ...], ports: tuple[int, ...], limit: int, form: str, quiet: bool) -> None:
    """Fetch pages into the store; of a feed or sitemap, the pieces it lists. robots.txt is honoured, private networks are refused.

    Fetched again, a page that changed becomes a new version, and one that is gone is marked and kept.

    \b
    onrecord fetch https://example.org/news/grain.html
    onrecord fetch https://example.org/rss --limit 5
    """
    from onrecord.cli.fetching import fetch_to_store

    fetch_to_store(urls, store, networks, ports, limit, form, quiet=quiet)


@click.command()
@click.argument("list_path", metavar="SOURCES.toml", type=click.Path(dir_okay=False, path_type=Path))
@store_option
@click.option("--once", is_flag=True, help="Visit each source that is due once, then end.")
@click.option("--for", "lasting", metavar="TIME", help="End after this time: 30m, 2h, 1d. Default: go on until Ctrl-C.")
@click.option("--workers", type=click.IntRange(1, 64), default=4, show_default=True, help="Sources visited at the same time.")
@network_options
@quiet_option
def follow(list_path: Path, store: Path, once: bool, lasting: str | None, workers: int, networks: tuple[str, ...], ports: tuple[int, ...], quiet: bool) -> None:
    """Follow feeds, sitemaps and pages: visit each when it is due, and take what is new into the store.

    What was taken is remembered in a folder beside the store. Ctrl-C ends it; started again it goes on where it was.

    \b
    onrecord follow sources.toml --for 2h
    onrecord follow sources.toml --once
    """
    from onrecord.cli.following import follow_sources

    follow_sources(list_path, store, networks, ports, workers, once=once, lasting=lasting, quiet=quiet)


@click.command()
@click.argument("list_path", metavar="SOURCES.toml", type=click.Path(dir_okay=False, path_type=Path))
@store_option
@click.option("--import", "opml_in", metavar="FEEDS.opml", type=click.Path(dir_okay=False, path_type=Path), help="Add the feeds of an OPML list to SOURCES.toml.")
@click.option("--export", "opml_out", metavar="FEEDS.opml", type=click.Path(dir_okay=False, path_type=Path), help="Write the feeds of SOURCES.toml as OPML.")
@click.option("--check", is_flag=True, help="Only check the list; every mistake is named with its line.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the answer is written.")
def sources(list_path: Path, store: Path, opml_in: Path | None, opml_out: Path | None, check: bool, form: str) -> None:
    """Show how each followed source stands: last good time, next visit, what waits, failures, silence.

    \b
    onrecord sources sources.toml
    onrecord sources sources.toml --import feeds.opml
    """
    from onrecord.cli.sources import check_sources, export_opml, import_opml, show_sources

    if opml_in is not None:
        import_opml(opml_in, list_path)
    if opml_out is not None:
        export_opml(opml_out, list_path)
    if check:
        check_sources(list_path)
    if not (check or opml_in or opml_out):
        show_sources(list_path, store, form)


@click.command()
@click.argument("name", required=False)
@store_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the answer is written.")
def versions(name: str | None, store: Path, form: str) -> None:
    """Show the versions of an article with the words that changed; without NAME (or address), which articles changed or are gone.

    \b
    onrecord versions
    onrecord versions https://example.org/news/grain.html
    """
    from onrecord.cli.versions import print_versions

    print_versions(name, store, form)


COMMANDS = (fetch, follow, sources, versions)
