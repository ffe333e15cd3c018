"""Whether signs and watches are right: little stories with one condition each, the passages that are signs of it, and how it stands at the end.

In: a folder of stories (`tests/gold/signs/README.md` says how they are written) and a model. Out: the counts of every kind of sign, of the conditions
that are watched at all and of the states in which they end. The whole of `compare` is run on each story alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.encode.model import Model
from onrecord.errors import InputError
from onrecord.evaluation.measures import Counts
from onrecord.records import Problem, Span, Standing
from onrecord.results import Comparison
from onrecord.run.analyze import sketch_pages
from onrecord.run.compare import compare_analyses
from onrecord.sources.files import make_page

PARTS = ("dev", "held")
KINDS = ("prepared", "partly", "met", "denied", "spoken_of")
STATES = ("open", "prepared", "partly", "met", "denied", "averted", "due", "lapsed")
_HEADER = re.compile(r"## ([a-z]{2})-(\d+) \| (\w+) \| (.+)")
_DATELINE = re.compile(r"@ (\d{4}-\d{2}-\d{2}) \| (.+)")
_MARK = re.compile(r"\{(if|" + "|".join(KINDS) + r"):([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldArticle:
    """One article of a story: `condition` is where it declares the condition, if it is the one that does, `signs` are the passages with the kind of each."""

    published: str
    outlet: str
    text: str
    condition: Span | None
    signs: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignStory:
    """A story: its `part` is `dev`, whose failures may be read, or `held`, of which only scores are; `state` is how the condition stands at its end."""

    id: str
    lang: str
    part: str
    articles: tuple[ToldArticle, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOutcome:
    """What was found in a story: `counts` by kind of sign, `any` for a sign of whatever kind, `watched` for the condition and `state` for how it stands."""

    story: SignStory
    counts: dict[str, Counts]
    found: tuple[tuple[int, Span, str], ...]
    state: str | None


def read_stories(folder: Path) -> list[SignStory]:
    """Return the stories of a folder's `.txt` files, by file and in its order.

    Raises:
        InputError: a story is not written as its README says.
    """
    stories = [_read_story(block, path) for path in sorted(folder.glob("??.txt")) for block in re.split(r"(?m)^(?=## )", path.read_text("utf-8")) if block.strip()]
    if not stories:
        raise InputError(f"`{folder}` holds no stories", hint="each begins with a line `## xx-1 | dev | what it is about`")
    return stories


def _read_story(block: str, path: Path) -> SignStory:
    lines = block.strip().splitlines()
    header, end = _HEADER.fullmatch(lines[0]), lines[-1].removeprefix("= ")
    if header is None or header[3] not in PARTS or end not in STATES:
        raise InputError(f"`{path.name}`: `{lines[0]}` is no story", hint=f"the parts are {', '.join(PARTS)}; the last line is `=` with one of {', '.join(STATES)}")
    articles: list[ToldArticle] = []
    for line, text in zip(lines[1:-1:2], lines[2:-1:2], strict=True):
        dateline = _DATELINE.fullmatch(line)
        if dateline is None:
            raise InputError(f"`{path.name}`: `{line}` is no line of day and outlet", hint="write `@ 2031-03-04 | Korva Gazette`, and the article on one line below")
        articles.append(_read_article(dateline[1], dateline[2], text))
    if sum(article.condition is not None for article in articles) != 1:
        raise InputError(f"`{path.name}`: `{lines[0]}` does not mark one condition", hint="mark it once, as `{if:the bridge is closed}`")
    return SignStory(id=f"{header[1]}-{header[2]}", lang=header[1], part=header[3], articles=tuple(articles), state=end)


def _read_article(published: str, outlet: str, marked: str) -> ToldArticle:
    text, at = "", 0
    marks: list[tuple[Span, str]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((Span(start=len(text), end=len(text) + len(match[2])), match[1]))
        text += match[2]
        at = match.end()
    condition = next((span for span, kind in marks if kind == "if"), None)
    return ToldArticle(published=published, outlet=outlet, text=text + marked[at:], condition=condition, signs=tuple(mark for mark in marks if mark[1] != "if"))


def score_stories(stories: Iterable[SignStory], model: Model) -> Iterator[StoryOutcome]:
    """Yield what is found in each story, in their order."""
    for story in stories:
        yield _judge(story, _compare(story, model))


def _compare(story: SignStory, model: Model) -> Comparison:
    pages = [
        make_page(f"{story.id}-{number}", "record", told.text.encode(), lang=story.lang, published=told.published, outlet=told.outlet)
        for number, told in enumerate(story.articles)
    ]  # fmt: skip
    read = [item for item in sketch_pages(pages, model) if not isinstance(item, Problem)]
    return compare_analyses(
        [analysis for analysis, *_ in read], {a.article.id: encoding for a, encoding, *_ in read if encoding is not None},
        {meaning.of: meaning for _, _, found, _ in read for meaning in found}, {a.article.id: sketch for a, _, _, sketch in read},
    )  # fmt: skip


def _judge(story: SignStory, comparison: Comparison) -> StoryOutcome:
    place = {a.article.id: int(a.article.name.rpartition("-")[2]) for a in comparison.analyses}
    found = tuple(sorted({(place[sign.article], sign.span, sign.status) for sign in comparison.signs}))
    gold = tuple((number, span, kind) for number, told in enumerate(story.articles) for span, kind in told.signs)
    standing = _find_watch(story, comparison.standings, place)
    counts = {kind: _count([f for f in found if f[2] == kind], [g for g in gold if g[2] == kind]) for kind in KINDS}
    counts["any"] = _count(found, gold)
    counts["watched"] = Counts(right=int(standing is not None), found=len(comparison.standings), recalled=int(standing is not None), gold=1)
    state = None if standing is None else standing.state
    is_right = state == story.state
    counts["state"] = Counts(right=int(is_right), found=1, recalled=int(is_right), gold=1)
    return StoryOutcome(story=story, counts=counts, found=found, state=state)


def _count(found: Sequence[tuple[int, Span, str]], gold: Sequence[tuple[int, Span, str]]) -> Counts:
    right = sum(any(_is_one(f, g) for g in gold) for f in found)
    return Counts(right=right, found=len(found), recalled=sum(any(_is_one(f, g) for f in found) for g in gold), gold=len(gold))


def _is_one(one: tuple[int, Span, str], other: tuple[int, Span, str]) -> bool:
    """True for passages of one article that share half of the longer one."""
    a, b = one[1], other[1]
    return one[0] == other[0] and 2 * a.overlap(b) >= max(a.end - a.start, b.end - b.start)


def _find_watch(story: SignStory, standings: Iterable[Standing], place: dict[str, int]) -> Standing | None:
    """Return the watch with a wording that shares most of the condition, at least half of it; `None` without one."""
    number, condition = next((n, told.condition) for n, told in enumerate(story.articles) if told.condition is not None)
    shared = ((max((w.span.overlap(condition) for w in standing.wordings if place[w.article] == number), default=0), standing.id, standing) for standing in standings)
    most = max(shared, default=(0, "", None), key=lambda each: each[:2])
    return most[2] if 2 * most[0] >= condition.end - condition.start else None


def sum_counts(outcomes: Iterable[StoryOutcome]) -> dict[str, Counts]:
    """Return the counts of stories together."""
    total: dict[str, Counts] = {}
    for outcome in outcomes:
        for kind, counts in outcome.counts.items():
            old = total.get(kind, Counts())
            total[kind] = Counts(right=old.right + counts.right, found=old.found + counts.found, recalled=old.recalled + counts.recalled, gold=old.gold + counts.gold)
    return total
