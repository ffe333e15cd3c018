"""Prints a briefing as one HTML file that needs nothing else: no network, no fonts, no server.

In: a `Briefing` and the analyses it was made from. Out: a string. All text is escaped and made inert; a content security
policy names the one style sheet and the one script by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.records import Span
from onrecord.results import Analysis
from onrecord.views.article_pages import make_article_pages
from onrecord.views.display import count, fold, format_range, make_inert, make_inert_line
from onrecord.views.entries import Briefing, RenderingEntry
from onrecord.views.forces import word_forces
from onrecord.views.joining import word_joining
from onrecord.views.marking import cut_text
from onrecord.views.occasions import word_day
from onrecord.views.perhaps import IF_ONE
from onrecord.views.quoting import balance_marks, strip_marks
from onrecord.views.standing_text import format_since
from onrecord.views.sureness import count_accounts, is_doubtful, is_told_by_several, is_unsure, word_accounts, word_story_accounts
from onrecord.views.wording import explain_differences, name_label, name_language

_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

_GROUPS = {
    "type": "types", "force": "forces", "forces": "forces_plural", "condition": "conditions", "operator": "operators",
    "relation": "relations", "status": "statuses", "copy": "copies", "count": "counts", "state": "states", "telling": "tellings",
}  # fmt: skip
"""Filter of the templates (`plain_type`) -> table of `wording.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderingText:
    """A piece of a rendering: `said` tells what was said from what stands around it, `marked` whether it differs;
    `refs` are the points of difference that end here."""

    text: str
    said: bool
    marked: bool
    refs: tuple[int, ...]


def render_html(briefing: Briefing, analyses: Sequence[Analysis]) -> str:
    """Return a briefing as a self-contained HTML page.

    Args:
        briefing: what to print.
        analyses: the analyses it was made from, in the order in which the articles are to be printed in full.

    Returns:
        The page. Each claim links to its words in the articles and each marked passage back to its claims.
    """
    environment = _make_environment()
    style = _read("briefing.css")
    script = _read("briefing.js")
    pages, links = make_article_pages(briefing, [analysis.article for analysis in analyses])
    others = [statement for statement in briefing.statements if statement.number != briefing.lead]
    several = sorted((s for s in others if s.articles > 1), key=lambda statement: (-statement.accounts * statement.sureness, statement.number))
    sure, perhaps = [s for s in several if not is_doubtful(s)], [s for s in several if is_doubtful(s)]
    return environment.get_template("briefing.html").render(
        briefing=briefing,
        lead=next((statement for statement in briefing.statements if statement.number == briefing.lead), None),
        several=sure,
        perhaps=perhaps,
        pages=pages,
        to_words=links.to_words,
        to_article=links.to_article,
        explanations=explain_differences(),
        style=Markup(style),
        script=Markup(script),
        style_hash=_digest(style),
        script_hash=_digest(script),
    )


def cut_rendering(rendering: RenderingEntry) -> tuple[RenderingText, ...]:
    """Return the shown words of a rendering in pieces, cut where the speech or a marked difference begins or ends."""
    spans = [*rendering.content, *(mark.span for mark in rendering.marks)]
    base, said = rendering.shown.span.start, len(rendering.content)
    words = rendering.shown.words
    moved = [Span(start=span.start - base, end=span.end - base) for span in spans]
    return tuple(
        RenderingText(
            text=make_inert(segment.text),
            said=any(index < said for index in segment.covers),
            marked=any(index >= said for index in segment.covers),
            refs=tuple(dict.fromkeys(rendering.marks[index - said].point for index in segment.ends if index >= said)),
        )
        for segment in cut_text(words, Span(start=0, end=len(words)), moved)
    )


def is_web_address(url: str | None) -> bool:
    """True for an address that a browser may open from the page: `http` or `https` with a host."""
    if url is None:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def clean_lang(lang: str | None) -> str:
    """Return a language tag that may stand in an attribute, `und` for none or one that is not well-formed."""
    return lang if lang is not None and _LANG.fullmatch(lang) else "und"


def name_size(words: str) -> str:
    """Return how large a headline of these words may be: `short`, `medium` or `long`."""
    return "short" if len(words) <= 70 else "medium" if len(words) <= 140 else "long"


@cache
def _make_environment() -> Environment:
    environment = Environment(loader=PackageLoader("onrecord.views"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(
        inert=make_inert_line,
        bare=strip_marks,
        balanced=balance_marks,
        joining=word_joining,
        other_forces=word_forces,
        days=format_range,
        when=word_day,
        language=name_language,
        tag=clean_lang,
        pieces=cut_rendering,
        size=name_size,
        count=count,
        fold=fold,
        accounts=count_accounts,
        number_of_accounts=word_accounts,
        story_accounts=word_story_accounts,
    )
    environment.filters["since"] = format_since
    environment.globals["if_one"] = IF_ONE
    environment.filters.update({f"plain_{name}": partial(name_label, group) for name, group in _GROUPS.items()})
    environment.tests.update({"web_address": is_web_address, "unsure": is_unsure, "doubtful": is_doubtful, "told_by_several": is_told_by_several})
    return environment


def _read(name: str) -> str:
    return files("onrecord.views").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _digest(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
