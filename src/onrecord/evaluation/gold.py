"""Gold: what should be found in a passage, as records of the shapes that the stages write.

In: a folder of passages with marks. Out: `Expected`s. Left to others: comparing them with what was found (`attributions`,
`commitments`, `items`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onrecord.attributions.find import quote_type
from onrecord.attributions.intervals import SpanIndex
from onrecord.errors import InputError, UsageError
from onrecord.evaluation.passages import CONDITION_KINDS, FORCES, Mark, Passage, PassageError, parse_passage, split_blocks
from onrecord.languages.quotes import find_quotes
from onrecord.records import Condition, Span

KINDS = {"per": "person", "org": "organisation", "loc": "place"}
SHOWN_ERRORS = 20
NOBODY = "-"
_HINT = "training/data/GUIDE.md says how to mark; `python -m training.passages FILE` checks a file"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedAttribution:
    """An attribution of the gold. `speaker` is a name, `-` when none is right, `None` when the gold does not say.
    `is_nested` is true inside the content of another."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: str
    speaker: str | None
    is_nested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedCommitment:
    """A commitment of the gold; `holders` and `addressees` are all the places where the party is named."""

    force: str
    consequence: Span
    holders: tuple[Span, ...]
    addressees: tuple[Span, ...]
    conditions: tuple[Condition, ...]
    operator: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFigure:
    """A figure of the gold; `low` and `high` as its bounds (`None` = open)."""

    span: Span
    kind: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """All that should be found in one passage; `names` are (span, kind)."""

    id: str
    lang: str
    text: str
    attributions: tuple[ExpectedAttribution, ...]
    commitments: tuple[ExpectedCommitment, ...]
    names: tuple[tuple[Span, str], ...]
    figures: tuple[ExpectedFigure, ...]


def find_shipped_gold() -> Path:
    """Return the folder of the shipped gold; in a checkout it is `tests/gold`.

    Raises:
        InputError: neither is there.
    """
    installed, checkout = Path(str(files("onrecord") / "gold")), Path(__file__).parents[3] / "tests" / "gold"
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise InputError("the shipped gold is missing", hint="reinstall onrecord, or name a folder of your own with --gold")


def read_gold(folder: Path, langs: Collection[str] = ()) -> list[Expected]:
    """Return the gold of a folder's `.txt` files, by language and then in the order of the files.

    Args:
        folder: the folder; each file holds passages as `training/data/GUIDE.md` describes.
        langs: languages to read (`en`); empty = all.

    Raises:
        InputError: there is no passage, or some break the guide: every one is named with its file.
        UsageError: no passage is in one of `langs`.
    """
    passages: list[Passage] = []
    errors: list[str] = []
    places: dict[str, Path] = {}
    for path in sorted(folder.glob("*.txt")):
        for item in _read_file(path):
            if isinstance(item, str):
                errors.append(f"{path}: {item}")
            elif item.id in places:
                errors.append(f"{path}: {item.id}: the same id stands in {places[item.id]}; every passage needs its own")
            else:
                places[item.id] = path
                passages.append(item)
    if errors:
        more = f"\n... and {len(errors) - SHOWN_ERRORS} more" if len(errors) > SHOWN_ERRORS else ""
        raise InputError("the gold cannot be used:\n" + "\n".join(errors[:SHOWN_ERRORS]) + more, hint=_HINT)
    if not passages:
        raise InputError(f"`{folder}` holds no `.txt` file with passages", hint=_HINT)
    known = sorted({passage.lang for passage in passages})
    for lang in langs:
        if lang not in known:
            raise UsageError(f"there is no gold in `{lang}`; allowed: {', '.join(known)}", hint="leave --lang out for all, or add passages of your own with --gold")
    return [expect(p) for p in sorted(passages, key=lambda p: p.lang) if not langs or p.lang in langs]


def _read_file(path: Path) -> list[Passage | str]:
    """Return the passages of a file, and what is wrong with those that cannot be read."""
    try:
        blocks = split_blocks(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        return [f"cannot be read as UTF-8 text: {error}"]
    found: list[Passage | str] = []
    for block in blocks:
        try:
            found.append(parse_passage(block))
        except PassageError as error:
            found.append(str(error))
    return found or ["holds no passage; each begins with a line `## xx-000 | note`"]


def expect(passage: Passage) -> Expected:
    """Return what should be found in a passage."""
    return Expected(
        id=passage.id, lang=passage.lang, text=passage.text,
        attributions=_read_attributions(passage), commitments=tuple(_read_commitments(passage.marks)),
        names=tuple((Span(start=start, end=end), KINDS[kind]) for kind, start, end in passage.entities),
        figures=tuple(ExpectedFigure(span=Span(start=f.start, end=f.end), kind=f.kind, low=f.low, high=f.high) for f in passage.figures),
    )  # fmt: skip


def make_attributions(text: str, parts: Sequence[tuple[Sequence[Span], Sequence[Span], Sequence[Span], str | None]]) -> tuple[ExpectedAttribution, ...]:
    """Return the attributions of a text, their types told by the quotation marks in their contents.

    Args:
        text: the text.
        parts: (source, cue, content, speaker) of each; the roles are pieces, at least one of the content.
    """
    quoted = SpanIndex((q.span, q.span) for q in find_quotes(text) if q.depth == 0)
    return tuple(
        ExpectedAttribution(
            source=tuple(source), cue=tuple(cue), content=tuple(content), type=quote_type(text, content, quoted), speaker=speaker,
            is_nested=any(_is_within(content, other) for _, _, other, _ in parts),
        )
        for source, cue, content, speaker in parts
    )  # fmt: skip


def _is_within(content: Sequence[Span], other: Sequence[Span]) -> bool:
    """True when a content lies inside a longer one."""
    return all(any(o.holds(c) and o != c for o in other) for c in content)


def _read_attributions(passage: Passage) -> tuple[ExpectedAttribution, ...]:
    speakers, marks = dict(passage.speakers), passage.marks
    groups = sorted({m.group for m in marks if m.kind == "content"})
    return make_attributions(
        passage.text, [(_spans(marks, g, "source"), _spans(marks, g, "cue"), _spans(marks, g, "content"), speakers.get(g)) for g in groups]
    )  # fmt: skip


def _read_commitments(marks: Sequence[Mark]) -> list[ExpectedCommitment]:
    heads = sorted((m for m in marks if m.kind in FORCES), key=lambda m: m.start)
    return [
        ExpectedCommitment(
            force=head.kind, consequence=_span(head), holders=_spans(marks, head.group, "holder"), addressees=_spans(marks, head.group, "to"),
            conditions=tuple(Condition(span=_span(m), kind=m.kind) for m in marks if m.kind in CONDITION_KINDS and m.group == head.group), operator=head.operator,
        )
        for head in heads
    ]  # fmt: skip


def _spans(marks: Sequence[Mark], group: int, kind: str) -> tuple[Span, ...]:
    return tuple(sorted(_span(m) for m in marks if m.kind == kind and m.group == group))


def _span(mark: Mark) -> Span:
    return Span(start=mark.start, end=mark.end)
