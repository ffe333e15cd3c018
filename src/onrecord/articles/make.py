"""The stage as a whole: from a page as fetched to a clean article. In: one `Page`. Out: one `Article` or none, and problems.

Pure: no disk, clock or network. The parts stand in their own files; here is only their order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from onrecord.articles.bylines import credit_authors
from onrecord.articles.credits import find_credits
from onrecord.articles.encodings import decode_bytes, decode_record, replace_surrogates
from onrecord.articles.extract import extract_html
from onrecord.articles.headline import find_subheads
from onrecord.articles.language import choose_language
from onrecord.articles.notices import find_notices
from onrecord.articles.problems import make_problem
from onrecord.articles.published import choose_published, collect_dates, find_date_lines
from onrecord.articles.sign_offs import find_sign_offs
from onrecord.articles.top import Top, read_top
from onrecord.articles.units import Unit, split_units
from onrecord.ids import hash_text, make_id
from onrecord.languages.pack import Pack, load_pack
from onrecord.records import Article, Credit, Dropped, Page, Problem

MAX_HTML_BYTES = 20_000_000
"""Parsing takes about ten times the page's size in memory; the largest article pages have about 5 MB, scripts included."""

MAX_TEXT_CHARS = 5_000_000
"""About five thick novels. Longer is a dump of many pieces, which belongs into JSON Lines, one record a piece."""

MAX_DROPPED_SHARE = 0.4
"""If more than this would be dropped, something was misread: the longest pieces are put back."""

_SPARE_HOSTS = ("www.", "m.", "mobile.", "amp.", "edition.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A page after decoding: its text and what is known beside it. `html_published` are the dates of its own metadata, `dropped` what of its
    blocks is no news."""

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


def read_article(page: Page) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of a page, and what could not be read of it.

    Args:
        page: a text or HTML file or a JSON record, as fetched.

    Returns:
        `None` with at least one problem (`empty`, `not_text`, `too_large`) when there is nothing to read. Otherwise the article:
        its text is the input exactly as decoded (HTML: as extracted), spans count its code points.
    """
    page = _clean_page(page)
    source, problems = _read_source(page)
    if source is None:
        return None, problems
    units, aside = _part_units(split_units(source.text), source.dropped)
    body_text = " ".join(unit.text for unit in units[:200])
    lang, found = choose_language(body_text, source.lang, where=page.name)
    problems += found
    pack = load_pack(lang) if lang is not None else None

    top = read_top(units, pack, source.title)
    dropped, credits = _clean_text(source, top, pack, aside)
    beside = set(source.dropped)
    own = [drop.span for drop in dropped if drop not in beside]
    left = [unit for unit in top.body if not any(span.holds(unit.span) for span in own)]
    url = source.url or top.url
    candidates, found = collect_dates(given=source.published, html=source.html_published, url=url, name=page.name, pack=pack, where=page.name)
    problems += found
    lines = top.dates or (() if candidates else find_date_lines(source.date_lines, pack))
    published, found = choose_published((*candidates, *lines), where=page.name)
    problems += found
    text_hash = hash_text(source.text)
    article = Article(
        id=make_id("article", page.name, text_hash),
        name=page.name,
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
    )
    return article, problems


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
    )


def _read_source(page: Page) -> tuple[_Source | None, tuple[Problem, ...]]:
    source = _Source(
        text="", title=page.title, published=page.published, html_published=(), lang=page.lang, url=page.url,
        outlet=page.outlet, sitename=None,
    )  # fmt: skip
    problems: tuple[Problem, ...]
    if page.form == "html":
        if len(page.data) > MAX_HTML_BYTES:
            return None, (_too_large(page, f"{len(page.data)} bytes of HTML", f"{MAX_HTML_BYTES} bytes"),)
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
        )
    elif len(page.data) > 4 * MAX_TEXT_CHARS + 4:  # no encoding takes more bytes for a code point
        return None, (_too_large(page, f"{len(page.data)} bytes of text", f"{MAX_TEXT_CHARS} code points"),)
    elif page.form == "record":
        text, problems = decode_record(page.data, where=page.name)
        source = replace(source, text=text)
    else:
        text, _, problems = decode_bytes(page.data, where=page.name)
        source = replace(source, text=text)
    if any(problem.code == "not_text" for problem in problems):
        return None, problems
    if not source.text.strip("\x00\ufeff \t\r\n") or source.text.isspace():
        return None, (*problems, make_problem(page.name, "empty", "there is no text in it"))
    if len(source.text) > MAX_TEXT_CHARS:
        return None, (*problems, _too_large(page, f"{len(source.text)} code points", f"{MAX_TEXT_CHARS} code points"))
    return source, problems


def _too_large(page: Page, size: str, limit: str) -> Problem:
    return make_problem(page.name, "too_large", f"`{size}` is over the limit of {limit}", "split it, one piece a record")


def _part_units(units: tuple[Unit, ...], dropped: tuple[Dropped, ...]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Return the units outside of dropped spans and those inside, each in text order."""
    inside: list[Unit] = []
    outside: list[Unit] = []
    at = 0
    for unit in units:
        while at < len(dropped) and dropped[at].span.end <= unit.start:
            at += 1
        (inside if at < len(dropped) and dropped[at].span.start < unit.end else outside).append(unit)
    return tuple(outside), tuple(inside)


def _clean_text(source: _Source, top: Top, pack: Pack | None, aside: tuple[Unit, ...]) -> tuple[tuple[Dropped, ...], tuple[Credit, ...]]:
    """Return what is dropped from the whole text and who is credited, both in text order."""
    dropped = list(top.dropped)
    credits = list(top.credits)
    for drop, credit in find_notices(top.body, pack):
        dropped.append(drop)
        credits += [credit] if credit is not None else []
    for drop, names in find_sign_offs(_cut_dropped(top.body, dropped), pack):
        dropped.append(drop)
        credits += names
    credits += find_credits(source.text, top.body, pack)
    credits += credit_authors(aside, source.authors)
    limited = _limit_dropped(source.text, dropped)
    return tuple(sorted((*limited, *source.dropped), key=lambda drop: drop.span)), _order_credits(credits)


def _cut_dropped(units: tuple[Unit, ...], dropped: list[Dropped]) -> list[Unit]:
    """Return the units that are left, without notices at their ends, so that what stands before these is the end."""
    left = []
    for unit in units:
        end = unit.end
        for drop in sorted(dropped, key=lambda drop: -drop.span.end):
            if drop.span.end >= end > drop.span.start >= unit.start:
                end = unit.start + len(unit.text[: drop.span.start - unit.start].rstrip())
        if end > unit.start:
            left.append(replace(unit, end=end, text=unit.text[: end - unit.start]))
    return left


def _limit_dropped(text: str, dropped: list[Dropped]) -> tuple[Dropped, ...]:
    """Return dropped spans in order, without empty or overlapping ones, at most `MAX_DROPPED_SHARE` of the text in all."""
    kept: list[Dropped] = []
    for drop in sorted(dropped, key=lambda drop: (drop.span.start, -drop.span.end)):
        if drop.span.start < drop.span.end and (not kept or drop.span.start >= kept[-1].span.end):
            kept.append(drop)
    total = sum(drop.span.end - drop.span.start for drop in kept)
    for drop in sorted(kept, key=lambda drop: drop.span.start - drop.span.end):
        if total <= MAX_DROPPED_SHARE * len(text):
            break
        kept.remove(drop)
        total -= drop.span.end - drop.span.start
    return tuple(kept)


def _order_credits(credits: list[Credit]) -> tuple[Credit, ...]:
    """Return credits in text order, the first found of those that overlap."""
    kept: list[Credit] = []
    for credit in credits:
        if all(credit.span.overlap(other.span) == 0 for other in kept):
            kept.append(credit)
    return tuple(sorted(kept, key=lambda credit: credit.span))
