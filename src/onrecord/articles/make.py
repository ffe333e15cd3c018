"""The stage as a whole: from a page as fetched to clean articles. In: one `Page`. Out: its `Article`s, mostly one, and problems.

Pure: no disk, clock or network. The parts stand in their own files; here is only their order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias
from urllib.parse import urlsplit

from onrecord.articles.controls import find_controls, find_lost_controls
from onrecord.articles.corrections import find_corrections
from onrecord.articles.dropping import clean_text, part_units
from onrecord.articles.encodings import decode_bytes, decode_record, replace_surrogates
from onrecord.articles.extract import extract_html
from onrecord.articles.headline import find_subheads
from onrecord.articles.language import SAMPLE_CHARS, choose_language
from onrecord.articles.live_entry import LiveEntry
from onrecord.articles.modified import choose_modified, find_offset, list_update_lines, to_local
from onrecord.articles.passages import find_passages
from onrecord.articles.problems import make_problem
from onrecord.articles.published import Published, choose_published, collect_dates, find_date_lines, find_first_day
from onrecord.articles.scripts import join_main
from onrecord.articles.top import Top, read_top
from onrecord.articles.units import split_units
from onrecord.ids import hash_text, make_id
from onrecord.languages.orders import order_pack, settle_order
from onrecord.languages.pack import Pack, load_pack
from onrecord.records import Article, DateRange, Dropped, Page, Problem, Span

MAX_HTML_BYTES = 20_000_000
"""Parsing takes about ten times the page's size in memory; the largest article pages have about 5 MB, scripts included."""

MAX_TEXT_CHARS = 5_000_000
"""About five thick novels. Longer is a dump of many pieces, which belongs into JSON Lines, one record a piece."""

_SPARE_HOSTS = ("www.", "m.", "mobile.", "amp.", "edition.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A page, or an entry of it, after decoding: its text and what is known beside it. `html_published` and `html_modified` are the dates of its
    own metadata, `dropped` what of its blocks is no news, `date_name` the name that may hold a date."""

    name: str
    date_name: str
    text: str
    title: str | None
    published: str | None
    html_published: tuple[tuple[str, str], ...]
    lang: str | None
    url: str | None
    outlet: str | None
    sitename: str | None
    authors: tuple[str, ...] = ()
    date_lines: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    modified: str | None = None
    html_modified: tuple[tuple[str, str], ...] = ()
    stub: bool = False
    entry: str | None = None


ReadPage: TypeAlias = tuple[tuple[tuple[Article, tuple[Problem, ...]], ...], tuple[Problem, ...]]
"""What a page holds: its articles, each with problems of its own, and the problems of what became none. Plain, as it comes from another process."""

ENTRY_EMPTY = "entry_empty"
"""The code of an entry that a live blog lists and that tells nothing; `where` is the name its article would have."""


def read_page(page: Page) -> ReadPage:
    """Return all articles of a page, and what could not be read of it.

    Args:
        page: a text or HTML file or a JSON record, as fetched.

    Returns:
        One article; of a live blog what it tells by itself, if anything, then its entries in the order of the page, named `page#entry`, and a problem
        `entry_empty` for each in which there is nothing to read. No article, and at least one problem (`empty`, `not_text`, `too_large`), when there
        is nothing to read at all.
    """
    page = _clean_page(page)
    source, entries, problems = _read_source(page)
    if source is None:
        return (), problems
    if not entries:
        article, found = _make_article(source)
        return ((article, problems + found),), ()
    lang, found = choose_language(" ".join(entry.text for entry in (source, *entries)[:50]), source.lang, where=page.name)
    sources = [replace(one, lang=lang) for one in (source, *entries) if one.text.strip()]
    made = [_make_article(one) for one in sources]
    first, of_first = made[0]
    of_page, of_entries = ([problem for problem in problems if (problem.code == ENTRY_EMPTY) == is_entry] for is_entry in (False, True))
    return ((first, (*of_page, *found, *of_first)), *made[1:]), tuple(of_entries)


def read_article(page: Page) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of a page, and what could not be read of it; of a live blog only the first, see `read_page`.

    Returns:
        `None` with at least one problem when there is nothing to read. Otherwise the article: its text is the input exactly as decoded (HTML: as
        extracted), spans count its code points.
    """
    articles, problems = read_page(page)
    return articles[0] if articles else (None, problems)


def _make_article(source: _Source) -> tuple[Article, tuple[Problem, ...]]:
    units, aside = part_units(split_units(source.text), source.dropped)
    body_text = join_main([unit.text for unit in units[:200]], 2 * SAMPLE_CHARS)
    lang, problems = choose_language(body_text, source.lang, where=source.name)
    pack = _load_pack(source, lang)

    top = read_top(units, pack, source.title)
    dropped, credits = clean_text(source.text, top, pack, aside, source.dropped, source.authors)
    beside = set(source.dropped)
    own = [drop.span for drop in dropped if drop not in beside]
    left = [unit for unit in top.body if not any(span.holds(unit.span) for span in own)]
    url = source.url or top.url
    published, modified, how, found = _find_dates(source, top, url, pack)
    problems += found
    notes = find_corrections(left)
    problems += tuple(make_problem(source.name, "correction_note", f"a note of correction stands at `{note.span.start}:{note.span.end}`") for note in notes)
    text_hash = hash_text(source.text)
    article = Article(
        id=make_id("article", source.name, text_hash),
        name=source.name,
        text=source.text,
        text_hash=text_hash,
        lang=lang,
        title=source.title or (top.title.of(source.text) if top.title is not None else None),
        title_span=top.title,
        subheads=find_subheads(left),
        outlet=source.outlet or find_outlet(url) or source.sitename,
        url=url,
        published=published.range,
        published_evidence=published.evidence,
        published_how=published.how,
        dropped=dropped,
        credits=credits,
        modified=modified,
        modified_how=how,
        stub=source.stub,
        passages_in=find_passages(left, lang, pack),
        notes=notes,
        entry=source.entry,
        published_at=published.instant,
    )
    return article, problems


def _load_pack(source: _Source, lang: str | None) -> Pack | None:
    """Return the pack of a language with the order of day and month that holds for this piece."""
    pack = load_pack(lang) if lang is not None else None
    if pack is None:
        return None
    written = (source.text, source.published or "", *(value for _, value in source.html_published), *source.date_lines)
    return order_pack(pack, settle_order(written, lang, (source.url, source.outlet)))


def _find_dates(source: _Source, top: Top, url: str | None, pack: Pack | None) -> tuple[Published, DateRange | None, str | None, tuple[Problem, ...]]:
    """Return when a piece was published, when it was last changed, how the latter was found, and problems."""
    stated, changed = source.html_published, source.html_modified
    offset = find_offset(value for _, value in (*stated, *changed)) if stated or changed else None
    given, given_change = source.published, source.modified
    if offset is not None:
        stated, changed = (tuple((place, to_local(value, offset)) for place, value in dates) for dates in (stated, changed))
        given, given_change = (to_local(value, offset) if value else value for value in (given, given_change))
    candidates, problems = collect_dates(given=given, html=stated, url=None if source.entry else url, name=source.date_name, pack=pack, where=source.name)
    shown = tuple(date for date in top.dates if not date.is_update) or (() if candidates else top.dates)
    lines = shown or (() if candidates else find_date_lines(source.date_lines, pack))
    published, found = choose_published((*candidates, *lines), where=source.name)
    changes = tuple(date for date in top.dates if date.is_update)
    if (first := find_first_day(published, shown, changes) if candidates else None) is not None:
        published, given_change, found = first, given_change or given, tuple(problem for problem in found if problem.code != "date_conflict")
    visible = changes or (list_update_lines(source.date_lines, pack) if not changed else ())
    modified, how, clash = choose_modified(given=given_change, html=changed, visible=visible, published=published.range, pack=pack, where=source.name)
    return published, modified, how, (*problems, *found, *clash)


def find_outlet(url: str | None) -> str | None:
    """Return the host of a web address without `www.` and the like, `None` when there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    for prefix in _SPARE_HOSTS:
        if host.startswith(prefix) and host.count(".") > 1:
            host = host.removeprefix(prefix)
            break
    return host if "." in host else None


def _clean_page(page: Page) -> Page:
    """Return the page with lone surrogates in its fields replaced, and empty fields as `None`."""

    def clean(value: str | None) -> str | None:
        return (replace_surrogates(value).strip() or None) if value else None

    return replace(
        page,
        name=replace_surrogates(page.name),
        lang=clean(page.lang),
        title=clean(page.title),
        published=clean(page.published),
        url=clean(page.url),
        outlet=clean(page.outlet),
        modified=clean(page.modified),
    )


def _read_source(page: Page) -> tuple[_Source | None, tuple[_Source, ...], tuple[Problem, ...]]:
    """Return a page decoded, the entries of a live blog, and problems."""
    source = _Source(
        name=page.name, date_name=page.name, text="", title=page.title, published=page.published, html_published=(), lang=page.lang, url=page.url,
        outlet=page.outlet, sitename=None, modified=page.modified, stub=page.is_summary,
    )  # fmt: skip
    problems: tuple[Problem, ...]
    entries: tuple[_Source, ...] = ()
    if page.form == "html":
        if len(page.data) > MAX_HTML_BYTES:
            return None, (), (_too_large(page, f"{len(page.data)} bytes of HTML", f"{MAX_HTML_BYTES} bytes"),)
        extracted, problems = extract_html(page.data, where=page.name, url=page.url)
        source = replace(
            source,
            text=extracted.text,
            title=page.title or extracted.title,
            html_published=extracted.published,
            lang=page.lang or extracted.lang,
            url=page.url or extracted.url,
            sitename=extracted.outlet,
            authors=extracted.authors,
            date_lines=extracted.date_lines,
            dropped=extracted.dropped,
            html_modified=extracted.modified,
            stub=page.is_summary or extracted.stub,
        )
        entries = tuple(_read_entry(entry, source) for entry in extracted.entries if entry.is_told)
        problems += tuple(_make_empty(entry, page) for entry in extracted.entries if not entry.is_told)
    elif len(page.data) > 4 * MAX_TEXT_CHARS + 4:  # no encoding takes more bytes for a code point
        return None, (), (_too_large(page, f"{len(page.data)} bytes of text", f"{MAX_TEXT_CHARS} code points"),)
    elif page.form == "record":
        text, problems = decode_record(page.data, where=page.name)
        source = replace(source, text=text)
    else:
        text, _, problems = decode_bytes(page.data, where=page.name)
        source = replace(source, text=text)
    if any(problem.code == "not_text" for problem in problems):
        return None, (), problems
    if not entries and (not source.text.strip("\x00\ufeff \t\r\n") or source.text.isspace()):
        return None, (), (*problems, make_problem(page.name, "empty", "there is no text in it"))
    if len(source.text) > MAX_TEXT_CHARS:
        return None, (), (*problems, _too_large(page, f"{len(source.text)} code points", f"{MAX_TEXT_CHARS} code points"))
    lost = find_lost_controls(page.data, page.name) if page.form == "html" else ()
    return source, entries, (*problems, *lost, *find_controls(source.text, page.name))


def _read_entry(entry: LiveEntry, page: _Source) -> _Source:
    """Return an entry of a live blog: what it does not say of itself is said by its page."""
    dropped, at = [], 0
    for text, reason in entry.paragraphs:
        if reason is not None:
            dropped.append(Dropped(span=Span(start=at, end=at + len(text)), reason=reason))
        at += len(text) + 2
    return replace(
        page,
        name=f"{page.name}#{entry.key}",
        date_name="",
        text="\n\n".join(text for text, _ in entry.paragraphs),
        title=entry.title or page.title,
        published=None if entry.published else page.published,
        html_published=(("entry", entry.published),) if entry.published else page.html_published,
        url=f"{page.url.partition('#')[0]}#{entry.key}" if page.url and entry.is_fragment else page.url,
        authors=entry.authors,
        date_lines=(),
        dropped=tuple(dropped),
        modified=None,
        html_modified=(("entry", entry.modified),) if entry.modified else (),
        stub=False,
        entry=entry.key,
    )


def _make_empty(entry: LiveEntry, page: Page) -> Problem:
    return make_problem(f"{page.name}#{entry.key}", ENTRY_EMPTY, "the page lists this entry, and there is no text in it", "it may be a picture or a film only")


def _too_large(page: Page, size: str, limit: str) -> Problem:
    return make_problem(page.name, "too_large", f"`{size}` is over the limit of {limit}", "split it, one piece a record")
