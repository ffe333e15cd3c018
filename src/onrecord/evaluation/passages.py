"""Passages with inline marks: the format in which onrecord's own training and gold data is written.

In: a `.txt` file as `training/data/GUIDE.md` describes. Out: `Passage` records with plain text and spans.
Left to others: what the marks mean to a model (`training/examples.py`) and to a score (`gold.py`).
Needs the standard library only, so that files can be checked before anything is installed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ATTRIBUTION_MARKS = {"S": "source", "Q": "cue", "C": "content"}
FORCES = ("threat", "promise", "refusal", "demand", "offer", "warning")
CONDITION_KINDS = ("trigger", "exception", "prerequisite", "deadline")
COMMITMENT_MARKS = (*FORCES, *CONDITION_KINDS, "holder", "to")
ENTITY_KINDS = ("per", "org", "loc")
FIGURE_KINDS = (
    "killed", "injured", "missing", "displaced", "fled", "arrested", "affected", "rescued", "troops",
    "destroyed", "money", "percent", "other",
)  # fmt: skip

_HEADER = re.compile(r"^## ([a-z]{2}-\d{3})(?: \| (.*))?$")
_OPEN = re.compile(r"\{([SQC]|" + "|".join(COMMITMENT_MARKS) + r")(\d+)(?:/(any|all))?:")


class PassageError(ValueError):
    """A passage that does not follow the guide; the message names the passage and what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One inline mark: `kind` (source, threat, holder, ...), the number that groups it, and its span."""

    kind: str
    group: int
    start: int
    end: int
    operator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure line: its span, kind and bounds (`low`, `high`; None = open)."""

    start: int
    end: int
    kind: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One authored passage: plain `text` and everything that was marked in it (half-open code points)."""

    id: str
    lang: str
    note: str
    text: str
    marks: tuple[Mark, ...]
    speakers: tuple[tuple[int, str], ...]
    entities: tuple[tuple[str, int, int], ...]
    figures: tuple[Figure, ...]


def read_passages(path: Path) -> list[Passage]:
    """Return the passages of a file in order. Raises `PassageError` at the first one that breaks the guide."""
    return [parse_passage(block) for block in split_blocks(path.read_text(encoding="utf-8-sig"))]


def split_blocks(raw: str) -> list[str]:
    """Return the `## ` blocks of a file; text before the first one is a comment."""
    parts = re.split(r"(?m)^(?=## )", raw)
    return [part for part in parts if part.startswith("## ")]


def parse_passage(block: str) -> Passage:
    """Return one passage. Raises `PassageError` for broken marks, unknown kinds and words not in the text."""
    head, _, body = block.partition("\n")
    match = _HEADER.match(head.strip())
    if not match:
        raise PassageError(f"bad header `{head}`; allowed: `## xx-000 | note`")
    name, note = match[1], match[2] or ""
    lines = body.strip().split("\n")
    notes = [line[1:].strip() for line in lines if line.startswith("@")]
    text, marks = strip_marks("\n".join(line for line in lines if not line.startswith("@")).strip(), name)
    check_groups(marks, name)
    speakers: list[tuple[int, str]] = []
    entities: set[tuple[str, int, int]] = set()
    figures: list[Figure] = []
    for line in notes:
        key, _, value = line.partition(" ")
        value = value.strip()
        if key.startswith("speaker") and key[7:].isdecimal():
            speakers.append((int(key[7:]), value))
        elif key in ENTITY_KINDS:
            for surface in filter(None, (part.strip() for part in value.split(";"))):
                spans = find_words(text, surface)
                if not spans:
                    raise PassageError(f"{name}: @{key} `{surface}` is not in the text")
                entities.update((key, start, end) for start, end in spans)
        elif key == "figure":
            figures.append(parse_figure(value, text, name))
        else:
            raise PassageError(f"{name}: unknown line `@{line}`")
    return Passage(
        id=name, lang=name[:2], note=note, text=text, marks=tuple(marks), speakers=tuple(speakers),
        entities=tuple(sorted(drop_inner(entities), key=lambda e: e[1:])), figures=tuple(figures),
    )  # fmt: skip


def strip_marks(marked: str, name: str) -> tuple[str, list[Mark]]:
    """Return the plain text and its marks, in order of their start."""
    plain: list[str] = []
    size, at = 0, 0
    stack: list[tuple[str, int, str | None, int]] = []
    marks: list[Mark] = []
    while at < len(marked):
        char = marked[at]
        if char == "{":
            match = _OPEN.match(marked, at)
            if not match:
                raise PassageError(f"{name}: unknown mark at `{marked[at : at + 30]}`")
            stack.append((match[1], int(match[2]), match[3], size))
            at = match.end()
            continue
        if char == "}":
            if not stack:
                raise PassageError(f"{name}: `}}` without `{{` before `{marked[at : at + 30]}`")
            kind, group, operator, start = stack.pop()
            inner = "".join(plain)[start:size]
            if not inner.strip() or inner != inner.strip():
                raise PassageError(f"{name}: mark {kind}{group} is empty or has space at its edge: `{inner}`")
            marks.append(Mark(kind=ATTRIBUTION_MARKS.get(kind, kind), group=group, start=start, end=size, operator=operator))
            at += 1
            continue
        plain.append(char)
        size += 1
        at += 1
    if stack:
        raise PassageError(f"{name}: mark {stack[-1][0]}{stack[-1][1]} is never closed")
    return "".join(plain), sorted(marks, key=lambda m: (m.start, -m.end))


def check_groups(marks: list[Mark], name: str) -> None:
    """Raise `PassageError` where a group lacks its head: a content for attributions, one force for commitments."""
    contents = {m.group for m in marks if m.kind == "content"}
    forces = Counter(m.group for m in marks if m.kind in FORCES)
    for mark in marks:
        if mark.kind in ("source", "cue") and mark.group not in contents:
            raise PassageError(f"{name}: {mark.kind} {mark.group} has no content C{mark.group}")
        if mark.kind in (*CONDITION_KINDS, "holder", "to") and mark.group not in forces:
            raise PassageError(f"{name}: {mark.kind}{mark.group} has no consequence (threat{mark.group}, ...)")
    for group, count in forces.items():
        if count != 1:
            raise PassageError(f"{name}: commitment {group} has {count} consequences; allowed: 1")


def parse_figure(value: str, text: str, name: str) -> Figure:
    """Return a figure from `words | kind | value`; the value is a number, `2..3`, `>=2` or `<=3`."""
    parts = [part.strip() for part in value.split("|")]
    if len(parts) != 3:
        raise PassageError(f"{name}: @figure needs `words | kind | value`, not `{value}`")
    words, kind, number = parts
    spans = find_words(text, words)
    if not spans:
        raise PassageError(f"{name}: @figure `{words}` is not in the text")
    if kind not in FIGURE_KINDS:
        raise PassageError(f"{name}: figure kind `{kind}`; allowed: {', '.join(FIGURE_KINDS)}")
    try:
        if number.startswith(">="):
            low, high = float(number[2:]), None
        elif number.startswith("<="):
            low, high = None, float(number[2:])
        elif ".." in number:
            low, high = (float(part) for part in number.split(".."))
        else:
            low = high = float(number)
    except ValueError as error:
        raise PassageError(f"{name}: figure value `{number}`; allowed: 5, 2..3, >=2, <=3") from error
    return Figure(start=spans[0][0], end=spans[0][1], kind=kind, low=low, high=high)


def find_words(text: str, surface: str) -> list[tuple[int, int]]:
    """Return every place where `surface` stands in `text`, not inside a longer word."""
    pattern = rf"(?<!\w){re.escape(surface)}(?!\w)" if surface[-1:].isalnum() else re.escape(surface)
    return [match.span() for match in re.finditer(pattern, text)]


def drop_inner(entities: set[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return entities that do not lie inside a longer one (`Kyiv` inside `Kyiv Post`)."""
    return [
        e for e in entities
        if not any(o is not e and o[1] <= e[1] and e[2] <= o[2] and (o[1], o[2]) != (e[1], e[2]) for o in entities)
    ]  # fmt: skip
