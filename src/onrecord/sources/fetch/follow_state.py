"""What `follow` remembers of its sources, and files it is kept in, one each.

A file is replaced as a whole: written beside, flushed to the disk, renamed. A kill at any moment leaves the old or the new one.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

from onrecord.errors import StoreError
from onrecord.sources.fetch.entries import FeedEntry, make_key
from onrecord.sources.fetch.validators import Validator
from onrecord.sources.replacing import take_place

STATE_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """An entry that is to be fetched: not before `after` (seconds since 1970), `tries` times in vain so far."""

    entry: FeedEntry
    tries: int = 0
    after: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A piece that was taken and is read again to see whether it changed.

    Times are seconds since 1970: `since` when it was published, or taken where it does not say; `read_at` the last reading, `after` the next, which
    is number `step` of the plan and failed `tries` times so far. `mark` is the digest of the bytes handed over last, empty when they are to be
    handed over whatever they are; `validator` what the server said of their version. `is_gone`: it was not there the last time.
    """

    entry: FeedEntry
    since: float
    read_at: float
    mark: str
    validator: Validator | None = None
    step: int = 0
    after: float = 0.0
    tries: int = 0
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is known of one source; times are seconds since 1970, `None` = never.

    `tried_at` is the last visit, `listed_at` the last time its feed was asked for, `good_at` the last time that went well. `seen` maps the key of each entry taken to when it was last listed; `failures` counts visits in vain since the last good one,
    `problem` is the message of the last; `times` are the moments of the newest entries, ascending; `watched` are pieces that are read again.
    """

    tried_at: float | None = None
    listed_at: float | None = None
    good_at: float | None = None
    failures: int = 0
    problem: str | None = None
    validator: Validator | None = None
    seen: Mapping[str, float] = field(default_factory=dict)
    pending: tuple[Pending, ...] = ()
    times: tuple[float, ...] = ()
    watched: tuple[Watched, ...] = ()


class FollowState(Protocol):
    """Where `follow` keeps what it knows."""

    def load(self, url: str) -> SourceState:
        """Return what is known of the source at `url`; an empty state when nothing is."""
        ...

    def save(self, url: str, state: SourceState) -> None:
        """Replace what is known of a source: after the return it outlives a kill, before it the old state does."""
        ...

    def is_taken(self, key: str) -> bool:
        """True when any source has this key among its `seen`."""
        ...


class FolderState:
    """A folder with a JSON file for each source. One process at a time may use it.

    Args:
        folder: made when it does not exist.

    Raises:
        StoreError: the folder cannot be made, or a file in it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            found = [_read(path) for path in sorted(folder.glob("*.json"))]
        except OSError as error:
            raise StoreError(
                f"the state of followed sources in `{folder}` cannot be opened: {error.strerror or error}", hint="check the rights and the room on the disk"
            ) from error
        self._states = dict(found)
        self._taken = {key for state in self._states.values() for key in state.seen}

    def load(self, url: str) -> SourceState:
        """Return what is known of a source."""
        with self._lock:
            return self._states.get(url, SourceState())

    def save(self, url: str, state: SourceState) -> None:
        """Replace what is known of a source.

        Raises:
            StoreError: the file cannot be written.
        """
        data = json.dumps({"version": STATE_VERSION, "url": url, **asdict(state)}, ensure_ascii=True, separators=(",", ":"))
        try:
            replace_file(self._folder / f"{make_key(url)}.json", data.encode("ascii"))
        except OSError as error:
            raise StoreError(f"the state of `{url}` cannot be written to `{self._folder}`: {error.strerror or error}", hint="check the rights and the room on the disk") from error
        with self._lock:
            forgotten = self._states.get(url, SourceState()).seen.keys() - state.seen.keys()
            self._states[url] = state
            self._taken.update(state.seen)
            self._taken -= {key for key in forgotten if all(key not in other.seen for other in self._states.values())}

    def is_taken(self, key: str) -> bool:
        """True when any source took this key."""
        with self._lock:
            return key in self._taken


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of a file so that a kill leaves either the old file or the new one, whole."""
    beside = path.with_suffix(".tmp")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    take_place(beside, path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _read(path: Path) -> tuple[str, SourceState]:
    try:
        found = json.loads(path.read_bytes())
        if found["version"] != STATE_VERSION:
            raise StoreError(f"`{path}` was written by another version of onrecord ({found['version']})", hint="use that version, or start with an empty folder")
        pending = tuple(Pending(entry=FeedEntry(**item["entry"]), tries=int(item["tries"]), after=float(item["after"])) for item in found["pending"])
        return str(found["url"]), SourceState(
            tried_at=found["tried_at"], listed_at=found["listed_at"], good_at=found["good_at"], failures=int(found["failures"]), problem=found["problem"], validator=_read_validator(found["validator"]),
            seen={str(key): float(at) for key, at in found["seen"].items()}, pending=pending, times=tuple(float(at) for at in found["times"]),
            watched=tuple(
                Watched(
                    entry=FeedEntry(**item["entry"]), since=float(item["since"]), read_at=float(item["read_at"]), mark=str(item["mark"]), validator=_read_validator(item["validator"]),
                    step=int(item["step"]), after=float(item["after"]), tries=int(item["tries"]), is_gone=bool(item["is_gone"]),
                )
                for item in found.get("watched", ())
            ),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"`{path}` is no state of a followed source: {error}", hint="remove it to start that source anew") from error


def _read_validator(found: dict[str, str] | None) -> Validator | None:
    return Validator(**found) if found else None
