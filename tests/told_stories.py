"""Whether one utterance is found in all its tellings, and what differs between them: stories of several outlets and languages.

In: a folder of stories (`tests/gold/told/README.md` says how they are written) and a model. Out: the counts of tellings found, of pairs of tellings joined, of speakers, days, and of differences by
label. The whole of `compare` is run on each story alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onrecord.encode.model import Model
from onrecord.errors import InputError
from onrecord.evaluation.measures import Counts
from onrecord.names.keys import names_match
from onrecord.records import Problem, Span, Statement
from onrecord.results import Comparison
from onrecord.run.analyze import sketch_pages
from onrecord.run.compare import compare_analyses
from onrecord.sources.files import make_page

PARTS = ("dev", "held")
LABELS = (
    "omitted_condition", "added_condition", "and_or_changed", "place_changed", "actor_changed", "verb_strength", "modality_or_negation", "event_stage",
    "date_shift", "truncated", "paraphrase_in_quote_marks", "translated", "loaded_cue", "spelling_variant", "dropped_attribution", "figure_changed",
)  # fmt: skip
MEASURES = ("tellings", "pairs", "two languages", "speaker", "day", "differences")
"""What is counted beside each label."""
ALIKE = "same"
_TURNED = {"omitted_condition": "added_condition", "added_condition": "omitted_condition"}
_HEADER = re.compile(r"## (\w+-\d+) \| (\w+) \| (.+)")
_DATELINE = re.compile(r"@ ([A-Z]) \| ([a-z]{2}) \| (\d{4}-\d{2}-\d{2}) \| (.+)")
_UTTERANCE = re.compile(r"= (\d+) \| (.+?) \| (\d{4}-\d{2}-\d{2}|-)")
_PAIR = re.compile(r"~ (\d+) \| ([A-Z]\d?) ([A-Z]\d?) \| ([\w ]+)")
_MARK = re.compile(r"\{(\d+):([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A passage that tells utterance `of`; `name` is its article's letter, with a number from the second in the article on."""

    name: str
    article: str
    lang: str
    span: Span
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Who says it and on which day; `None` where nobody can tell."""

    speaker: str | None
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of a story, by its letter."""

    letter: str
    lang: str
    published: str
    outlet: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story: its `part` is `dev`, whose failures may be read, or `held`, of which only scores are. `differences` are the labels by the names of two tellings of one utterance."""

    id: str
    part: str
    articles: tuple[Article, ...]
    tellings: tuple[Telling, ...]
    utterances: Mapping[int, Utterance]
    differences: Mapping[tuple[str, str, int], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOutcome:
    """What was found in a story: `counts` by measure and by label, `failures` in words."""

    story: ToldStory
    counts: dict[str, Counts]
    failures: tuple[str, ...]


def read_stories(folder: Path) -> list[ToldStory]:
    """Return the stories of a folder's `.txt` files, by file and in its order.

    Raises:
        InputError: a story is not written as its README says.
    """
    stories = [_read_story(block, path) for path in sorted(folder.glob("*.txt")) for block in re.split(r"(?m)^(?=## )", path.read_text("utf-8")) if block.strip()]
    if not stories:
        raise InputError(f"`{folder}` holds no stories", hint="each begins with a line `## port-1 | dev | what it is about`")
    return stories


def _read_story(block: str, path: Path) -> ToldStory:
    lines = block.strip().splitlines()
    header = _HEADER.fullmatch(lines[0])
    if header is None or header[2] not in PARTS:
        raise _refuse(path, lines[0], f"write `## port-1 | dev | what it is about`; the parts are {', '.join(PARTS)}")
    articles: list[Article] = []
    tellings: list[Telling] = []
    utterances: dict[int, Utterance] = {}
    differences: dict[tuple[str, str, int], frozenset[str]] = {}
    body: dict[str, list[str]] = {}
    for line in lines[1:]:
        if dateline := _DATELINE.fullmatch(line):
            articles.append(Article(letter=dateline[1], lang=dateline[2], published=dateline[3], outlet=dateline[4], text=""))
            body[dateline[1]] = []
        elif utterance := _UTTERANCE.fullmatch(line):
            utterances[int(utterance[1])] = Utterance(speaker=None if utterance[2] == "-" else utterance[2], day=None if utterance[3] == "-" else utterance[3])
        elif pair := _PAIR.fullmatch(line):
            differences[pair[2], pair[3], int(pair[1])] = frozenset(pair[4].split()) - {ALIKE}
        elif line[:2] in ("= ", "~ ", "@ ") or not articles:
            raise _refuse(path, line, "see README.md there for the four kinds of line")
        else:
            body[articles[-1].letter].append(line)
    read = [_read_article(article, "\n".join(body[article.letter])) for article in articles]
    tellings = [telling for _, found in read for telling in found]
    _check(path, lines[0], tellings, utterances, differences)
    return ToldStory(id=header[1], part=header[2], articles=tuple(article for article, _ in read), tellings=tuple(tellings), utterances=utterances, differences=differences)


def _refuse(path: Path, line: str, hint: str) -> InputError:
    return InputError(f"`{path.name}`: `{line[:80]}` is not written as it should", hint=hint)


def _check(path: Path, header: str, tellings: list[Telling], utterances: Mapping[int, Utterance], differences: Mapping[tuple[str, str, int], frozenset[str]]) -> None:
    """Raise `InputError` unless every telling has its utterance, every pair of tellings its line, and every label is one."""
    if {t.of for t in tellings} != {*utterances}:
        raise _refuse(path, header, "every number that marks a passage has one line `= number | speaker | day`")
    pairs = {(one.name, other.name, one.of) for one, other in combinations(tellings, 2) if one.of == other.of}
    if pairs != {*differences}:
        raise _refuse(path, header, f"one line `~ number | A B | labels` for every two tellings of one utterance, in their order; look at {sorted(pairs ^ {*differences})[:3]}")
    if wrong := {label for labels in differences.values() for label in labels} - {*LABELS}:
        raise _refuse(path, header, f"no label: {', '.join(sorted(wrong))}")


def _read_article(article: Article, marked: str) -> tuple[Article, list[Telling]]:
    text, at = "", 0
    tellings: list[Telling] = []
    seen: Counter[int] = Counter()
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        number = int(match[1])
        seen[number] += 1
        name = article.letter + (str(seen[number]) if seen[number] > 1 else "")
        tellings.append(Telling(name=name, article=article.letter, lang=article.lang, span=Span(start=len(text), end=len(text) + len(match[2])), of=number))
        text += match[2]
        at = match.end()
    return Article(letter=article.letter, lang=article.lang, published=article.published, outlet=article.outlet, text=text + marked[at:]), tellings


def score_stories(stories: Iterable[ToldStory], model: Model) -> Iterator[StoryOutcome]:
    """Yield what is found in each story, in their order."""
    for story in stories:
        yield _judge(story, _compare(story, model))


def _compare(story: ToldStory, model: Model) -> Comparison:
    pages = [make_page(f"{story.id}-{a.letter}", "record", a.text.encode(), lang=a.lang, published=a.published, outlet=a.outlet) for a in story.articles]
    read = [item for item in sketch_pages(pages, model) if not isinstance(item, Problem)]
    return compare_analyses(
        [analysis for analysis, *_ in read], {a.article.id: encoding for a, encoding, *_ in read if encoding is not None},
        {meaning.of: meaning for _, _, found, _ in read for meaning in found}, {a.article.id: sketch for a, _, _, sketch in read},
    )  # fmt: skip


Place = tuple[Statement, int]


def _judge(story: ToldStory, comparison: Comparison) -> StoryOutcome:
    letters = {a.article.id: a.article.name.rpartition("-")[2] for a in comparison.analyses}
    places = {telling: _place(telling, comparison.statements, letters) for telling in story.tellings}
    counts = {name: Counts() for name in (*MEASURES, *LABELS)}
    failures: list[str] = []

    def count(name: str, *, right: bool, found: bool = True, gold: bool = True) -> None:
        old, hit = counts[name], int(right)
        counts[name] = Counts(right=old.right + hit, found=old.found + int(found), recalled=old.recalled + hit, gold=old.gold + int(gold))

    for telling, place in places.items():
        count("tellings", right=place is not None)
        wanted = story.utterances[telling.of]
        if place is None:
            failures.append(f"not found: {telling.name}, utterance {telling.of}")
            continue
        said_at = place[0].said_at.start if place[0].said_at else None
        speaker = place[0].speaker
        if wanted.speaker is not None:
            count("speaker", right=speaker is not None and names_match(speaker, wanted.speaker), found=speaker is not None)
        if wanted.day is not None:
            count("day", right=said_at == wanted.day, found=said_at is not None)
        if wanted.speaker is not None and (speaker is None or not names_match(speaker, wanted.speaker)):
            failures.append(f"speaker of {telling.name}, utterance {telling.of}: {speaker} for {wanted.speaker}")
    for one, other in combinations(story.tellings, 2):
        left, right = places[one], places[other]
        is_found = left is not None and right is not None and left[0].id == right[0].id
        is_gold = one.of == other.of
        for name in ("pairs", *(["two languages"] if one.lang != other.lang else [])):
            count(name, right=is_found and is_gold, found=is_found, gold=is_gold)
        if is_found != is_gold:
            failures.append(f"{'joined' if is_found else 'not joined'}: {one.name} (utterance {one.of}) and {other.name} (utterance {other.of})")
        if is_gold:
            wanted_labels = story.differences[one.name, other.name, one.of]
            found_labels = _find_labels(left, right) if is_found else frozenset()
            for label in sorted(wanted_labels | found_labels):
                for name in ("differences", label):
                    count(name, right=label in wanted_labels & found_labels, found=label in found_labels, gold=label in wanted_labels)
                if is_found and (label in wanted_labels) != (label in found_labels):
                    failures.append(f"{'missed' if label in wanted_labels else 'wrong'}: {label} of {one.name} and {other.name}, utterance {one.of}")
    return StoryOutcome(story=story, counts=counts, failures=tuple(failures))


def _place(telling: Telling, statements: Iterable[Statement], letters: Mapping[str, str]) -> Place | None:
    """Return the statement and the rendering that shares most with a telling, at least half of the shorter of the two; `None` without one."""
    best: tuple[int, Place] | None = None
    for statement in statements:
        for index, rendering in enumerate(statement.renderings):
            shared = rendering.span.overlap(telling.span) if letters[rendering.article] == telling.article else 0
            least = min(telling.span.end - telling.span.start, rendering.span.end - rendering.span.start)
            if 2 * shared >= least and shared > (best[0] if best else 0):
                best = shared, (statement, index)
    return best[1] if best else None


def _find_labels(left: Place | None, right: Place | None) -> frozenset[str]:
    """Return the labels that are told between two renderings of one statement, from the first to the second; that one has no source at all is told by its type."""
    if left is None or right is None:
        return frozenset()
    there = {d.label for d in left[0].differences if (d.left, d.right) == (left[1], right[1])}
    back = {_TURNED.get(d.label, d.label) for d in left[0].differences if (d.right, d.left) == (left[1], right[1])}
    types = [place[0].renderings[place[1]].type for place in (left, right)]
    return frozenset(there | back | ({"dropped_attribution"} if types.count("unattributed") == 1 else set()))


def sum_counts(outcomes: Iterable[StoryOutcome]) -> dict[str, Counts]:
    """Return the counts of stories together."""
    total: dict[str, Counts] = {}
    for outcome in outcomes:
        for name, counts in outcome.counts.items():
            old = total.get(name, Counts())
            total[name] = Counts(right=old.right + counts.right, found=old.found + counts.found, recalled=old.recalled + counts.recalled, gold=old.gold + counts.gold)
    return total
