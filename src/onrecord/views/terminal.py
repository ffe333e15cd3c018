"""Puts lines on a terminal: wrapped at words with a hanging indent, no blanks at the end, nothing that acts.

In: rich texts and a console. Out: nothing; the console is written to. Widths are those of the cells that characters take.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from onrecord.views.display import fold, make_inert_line
from onrecord.views.parts import Name, Passage, Pointer, Retold, Sentence
from onrecord.views.quoting import balance_marks, quote_words

_T = TypeVar("_T")

_HANG = 3
_NARROW = 20


def print_line(line: Text, console: Console, indent: int = 0, hang: int = _HANG) -> None:
    """Print a line at an indent; what does not fit goes on below, set in by `hang` more."""
    indent = indent if console.width >= _NARROW else 0
    hang = hang if console.width >= _NARROW else 0
    width = max(1, console.width - indent - hang)
    first, *others = line.wrap(console, width + hang) or [Text("")]
    _put(first, indent, console)
    if others:
        rest = line[len(first) :]
        rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
        for piece in rest.wrap(console, width):
            _put(piece, indent + hang, console)


def _put(piece: Text, indent: int, console: Console) -> None:
    shown = Text(" " * indent) + piece
    shown.rstrip()
    console.print(shown, no_wrap=True, overflow="ignore", crop=False, highlight=False)


def print_section(title: str, console: Console) -> None:
    """Print the head of a section."""
    rule = "─" * max(0, console.width - cell_len(title) - 1)
    console.print()
    console.print(Text.assemble((title, "bold red"), " ", (rule, "dim")) if rule else Text(title, style="bold red"), highlight=False)


def print_rest(left: int, what: str, console: Console, indent: int = 0) -> None:
    """Say how many entries are not printed, if any."""
    if left > 0:
        print_line(Text(f"… and {left} more {what}; the page (--format html) has all", style="dim"), console, indent)


def cut_list(items: Sequence[_T], most: int) -> tuple[Sequence[_T], int]:
    """Return the first entries and how many are left; one more than `most` is not worth leaving out."""
    return (items, 0) if len(items) <= most + 1 else (items[:most], len(items) - most)


def fit(words: str, width: int) -> str:
    """Return words cut at a blank to a number of cells, with an ellipsis where something is left out; only a word wider than that is cut itself."""
    if cell_len(words) <= width:
        return words
    cut = set_cell_size(words, max(1, width - 2))
    blank = cut.rfind(" ")
    is_word = blank > 0 and (blank > len(cut) // 2 or cell_len(cut[blank:]) == len(cut[blank:]))  # scripts with wide characters set no blanks between words
    return f"{cut[:blank].rstrip() if is_word else cut} …"


def clean(text: str) -> str:
    """Return text on one line with nothing in it that acts."""
    return make_inert_line(text)


def quote(passage: Passage) -> str:
    """Return the words of a passage between one pair of quotation marks."""
    return quote_words(clean(passage.words))


def tell(passage: Passage) -> str:
    """Return the words of a passage: between quotation marks only where they stand between such in their article."""
    return quote(passage) if passage.quoted else balance_marks(clean(passage.words))


def word_sentence(sentence: Sentence) -> Text:
    """Return a sentence as a rich text."""
    line = Text()
    for part in sentence:
        if isinstance(part, Passage):
            line.append(quote(part))
        elif isinstance(part, Retold):
            line.append(balance_marks(clean(part.passage.words)))
        elif isinstance(part, Pointer):
            line.append(part.label, style="red")
        else:
            line.append(clean(part.text) if isinstance(part, Name) else fold(part))
    return line


def join_facts(facts: Iterable[str | None]) -> str:
    """Return facts on one line, those that are missing left out."""
    return clean(" · ".join(fact for fact in facts if fact))
