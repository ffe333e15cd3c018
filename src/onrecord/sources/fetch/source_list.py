"""The user's list of sources: a TOML file with one `[[source]]` each.

In: the text of the file. Out: `Source`s in the order written, or one `InputError` that names every mistake with its line.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.sources.fetch.addresses import AddressRules, parse_target
from onrecord.sources.fetch.failures import FetchFailedError

KINDS = ("feed", "sitemap", "page")
DEFAULT_EVERY_S = 30 * 60.0
SHORTEST_EVERY_S = 60.0
LONGEST_EVERY_S = 31 * 24 * 3600.0
MAX_MISTAKES = 20
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_FIELDS = ("name", "url", "kind", "group", "lang", "outlet", "owner", "every")
_EVERY = re.compile(r"(\d{1,6})\s*([smhd])")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HEADER = re.compile(r"\s*\[\[\s*(?:source|\"source\"|'source')\s*\]\]")
_EXAMPLE = '[[source]]\nname = "Example Times"\nurl = "https://example.org/rss"\nkind = "feed"\nevery = "30m"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source to follow. `owner` names the family of outlets it belongs to; `every_s` is the time between two visits in seconds."""

    name: str
    url: str
    kind: str = "feed"
    group: str | None = None
    lang: str | None = None
    outlet: str | None = None
    owner: str | None = None
    every_s: float = DEFAULT_EVERY_S


def read_source_file(path: Path) -> tuple[Source, ...]:
    """Return the sources of a file.

    Raises:
        InputError: it cannot be read, or has mistakes.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"the source list `{path}` cannot be read: {error.strerror or error}", hint=f"make it, with entries such as\n{_EXAMPLE}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"the source list `{path}` is not UTF-8: byte {error.start}", hint="save it as UTF-8") from error
    return parse_source_list(text, str(path))


def parse_source_list(text: str, where: str = "the source list") -> tuple[Source, ...]:
    """Return the sources of a list.

    Raises:
        InputError: the list has mistakes; the message names all of them, `where` and line first.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"`{where}` is no TOML: {error}", hint=f"an entry looks like\n{_EXAMPLE}") from error
    entries = table.get("source")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise InputError(f"`{where}` has no `[[source]]`", hint=f"an entry looks like\n{_EXAMPLE}")
    lines = _Lines(text, len(entries))
    mistakes = [f"unknown table or field `{key}`" for key in table if key != "source"]
    sources: list[Source] = []
    taken: dict[str, int] = {}
    for number, entry in enumerate(entries):
        found = list(_check_entry(entry))
        for key, value in (("name", entry.get("name")), ("url", entry.get("url"))):
            if isinstance(value, str) and taken.setdefault(f"{key} {value.strip()}", number) != number:
                found.append((key, f"`{value}` is also the {key} of entry {taken[f'{key} {value.strip()}'] + 1}; each source needs its own"))
        mistakes.extend(f"{lines.describe(number, key)}: {words}" for key, words in found)
        if not found:
            sources.append(_make_source(entry))
    if mistakes:
        more = f"\nand {len(mistakes) - MAX_MISTAKES} more" if len(mistakes) > MAX_MISTAKES else ""
        raise InputError(
            f"`{where}` has {len(mistakes)} mistake{'s' if len(mistakes) > 1 else ''}:\n" + "\n".join(mistakes[:MAX_MISTAKES]) + more, hint=f"an entry looks like\n{_EXAMPLE}"
        )
    return tuple(sources)


def format_source_list(sources: Iterable[Source]) -> str:
    """Return the list as TOML that reads back to the same sources."""
    return "\n".join(_format_source(source) for source in sources)


def _format_source(source: Source) -> str:
    fields: list[tuple[str, str | None]] = [
        ("name", source.name), ("url", source.url), ("kind", source.kind), ("group", source.group), ("lang", source.lang),
        ("outlet", None if source.outlet == source.name else source.outlet), ("owner", source.owner), ("every", format_every(source.every_s)),
    ]  # fmt: skip
    return "[[source]]\n" + "".join(f"{key} = {_quote(value)}\n" for key, value in fields if value is not None)


def _quote(value: str) -> str:
    """Return a TOML string: JSON writes the same, but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def parse_every(written: str) -> float:
    """Return the seconds of a duration such as `90s`, `30m`, `2h`, `1d`.

    Raises:
        ValueError: it is none, or shorter than a minute or longer than 31 days.
    """
    found = _EVERY.fullmatch(written.strip())
    seconds = int(found.group(1)) * _UNITS[found.group(2)] if found else 0.0
    if not SHORTEST_EVERY_S <= seconds <= LONGEST_EVERY_S:
        raise ValueError(f"`{written}` is no duration from `1m` to `31d`; allowed: a whole number and s, m, h or d")
    return seconds


def format_every(seconds: float) -> str:
    """Return a duration as `parse_every` reads it."""
    unit = next(unit for unit in "dhms" if seconds % _UNITS[unit] == 0 or unit == "s")
    return f"{round(seconds / _UNITS[unit])}{unit}"


def _check_entry(entry: Mapping[str, object]) -> Iterator[tuple[str | None, str]]:
    """Yield the mistakes of one entry with the field they are in."""
    for key in entry:
        if key not in _FIELDS:
            near = difflib.get_close_matches(key, _FIELDS, 1)
            yield key, f"unknown field `{key}`; " + (f"did you mean `{near[0]}`?" if near else f"allowed: {' '.join(_FIELDS)}")
    texts = {key: value for key, value in entry.items() if key in _FIELDS and isinstance(value, str) and value.strip()}
    for key in _FIELDS:
        if key in entry and key not in texts:
            yield key, f"`{key}` must be a string with something in it, not `{entry[key]!r:.40}`"
        elif key in ("name", "url") and key not in entry:
            yield None, f"`{key}` is missing"
    if "url" in texts:
        try:
            parse_target(texts["url"], AddressRules(ports=frozenset(range(65536))))
        except FetchFailedError as failure:
            if failure.problem.code == "fetch_bad_address":
                yield "url", failure.problem.message
    if texts.get("kind", "feed") not in KINDS:
        yield "kind", f"`{texts['kind']}` is no kind; allowed: {' '.join(KINDS)}"
    if "lang" in texts and not _LANG.fullmatch(texts["lang"].strip()):
        yield "lang", f"`{texts['lang']}` is no language tag; allowed: such as `nl` or `pt-BR`"
    if "every" in texts:
        try:
            parse_every(texts["every"])
        except ValueError as error:
            yield "every", str(error)


def _make_source(entry: Mapping[str, object]) -> Source:
    texts = {key: str(value).strip() for key, value in entry.items()}
    every = parse_every(texts.pop("every")) if "every" in texts else DEFAULT_EVERY_S
    outlet = texts.pop("outlet", texts["name"])
    return Source(**texts, outlet=outlet, every_s=every)


class _Lines:
    """Where entries and fields stand in the file; unknown when headers cannot be told from words inside long strings."""

    def __init__(self, text: str, entries: int) -> None:
        self._lines: Sequence[str] = text.split("\n")
        starts = [number for number, line in enumerate(self._lines) if _HEADER.match(line)]
        self._starts = [*starts, len(self._lines)] if len(starts) == entries else None

    def describe(self, entry: int, key: str | None) -> str:
        """Return `line 12 (entry 3)`; the line of the field, or of the entry's head."""
        if self._starts is None:
            return f"entry {entry + 1}"
        first, end = self._starts[entry], self._starts[entry + 1]
        field = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=") if key else _HEADER
        line = next((number for number in range(first, end) if field.match(self._lines[number])), first)
        return f"line {line + 1} (entry {entry + 1})"
