"""What taking in small text files and streaming a web archive costs, the model apart: speed, and memory at its highest.

    python -m bench.intake
    python -m bench.intake --files 5000 --archive-mib 200 --format json

Each measurement runs in a process of its own. The texts are made up, of words drawn as language draws them; the archive is made while it is read
and stands nowhere. In place of the model stands one that finds nothing, so what is measured is reading, cleaning, placing, storing, and comparing with
what is there; what the last takes is told on its own.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from bench.memory import find_peak_mib, write_mib
from onrecord.encode.model import Model, Reading
from onrecord.records import Article, Encoding, Meaning, Page, Span

WORDS = 120
PARAGRAPH = 30
VOCABULARY = 30_000
IN_FOLDER = 1_000
RECORD_BYTES = 40_000
COMMON = [
    "the",
    "of",
    "to",
    "and",
    "a",
    "in",
    "that",
    "is",
    "was",
    "for",
    "on",
    "with",
    "as",
    "it",
    "at",
    "by",
    "from",
    "were",
    "said",
    "has",
    "had",
    "they",
    "will",
    "are",
    "which",
    "not",
    "this",
    "but",
    "who",
    "their",
    "been",
]
SYLLABLES = [f"{vowel}{consonant}" for consonant in "nrstlmdcpgbfhvkwyz" for vowel in "eaiou"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: so many items in so much time, and the memory of the process at its highest.

    `cpu_s` is the processor time of all processes, `beside_s` what of it the processes took that read for this one, `comparing_s` what went
    into what holds between articles: sketches, pairs, stories. `beside_mib` is the memory of the largest of the other processes.
    """

    name: str
    items: int
    seconds: float
    cpu_s: float
    beside_s: float
    comparing_s: float
    per_s: float
    peak_mib: float | None
    beside_mib: float | None

    @property
    def others_per_s(self) -> float:
        """Items a second without the time that comparing took: this process does it while it does nothing else."""
        return self.items / max(self.seconds - self.comparing_s, 0.01)

    @property
    def others_per_cpu_s(self) -> float:
        """Items a second of processor time, that of all processes, without comparing."""
        return self.items / max(self.cpu_s - self.comparing_s, 0.01)


class Blind(Model):
    """A model that finds nothing in any article."""

    def __init__(self) -> None:
        self.version = "encode@none"
        self.rarity = _rate  # type: ignore[assignment]  # all that is asked of it is a call

    def begin(self, article: Article) -> Reading:
        """Return at once."""
        return Reading(article=article, sentences=(), seen=())

    def finish(self, reading: Reading) -> Encoding:
        """Return an encoding with nothing in it."""
        return Encoding(article=reading.article.id, tags=(), links=(), vectors=(), made_by=self.version)

    def read_alone(self, article: Article, passages: Sequence[tuple[str, Span]]) -> list[Meaning]:
        """Return nothing."""
        return []


def _rate(word: str) -> float:
    """Return how rare a word is among those that are drawn, 0 to 1: by the logarithm of its rank, as the model's own scale is one of logarithms."""
    return math.log(_list_ranks().get(word, VOCABULARY)) / math.log(VOCABULARY)


@cache
def _list_ranks() -> dict[str, int]:
    return {_make_word(rank): max(rank, 1) for rank in range(VOCABULARY, -1, -1)}


def make_text(number: int) -> str:
    """Return the text of a short article: a headline and four paragraphs, always the same for a number."""
    draw = random.Random(number)
    words = [_make_word(int(VOCABULARY ** draw.random())) for _ in range(WORDS)]
    lines = [" ".join(words[at : at + PARAGRAPH]).capitalize() + "." for at in range(0, WORDS, PARAGRAPH)]
    return "\n\n".join((" ".join(words[3:11]).capitalize(), *lines)) + "\n"


def _make_word(rank: int) -> str:
    if rank < len(COMMON):
        return COMMON[rank]
    word, rest = "", rank
    while rest:
        rest, at = divmod(rest, len(SYLLABLES))
        word += SYLLABLES[at]
    return word


def write_files(folder: Path, files: int) -> None:
    """Write so many articles, a thousand a folder."""
    for number in range(files):
        inner = folder / f"{number // IN_FOLDER:03}"
        inner.mkdir(exist_ok=True)
        (inner / f"{number:06}.txt").write_text(make_text(number), encoding="utf-8")


def take_files(folder: Path, store: Path) -> tuple[int, float]:
    """Add all files of a folder to a store; return how many articles it holds then, and the processor time that comparing them took."""
    from onrecord.run import analyze
    from onrecord.run.between import Ground
    from onrecord.run.intake import Arrival, take_in
    from onrecord.sources.files import read_pages
    from onrecord.storage import SqliteStore

    clock = _Clock()
    with closing(SqliteStore(store)) as opened, clock.watch(analyze, "read_sketch"), clock.watch(Ground, "add"), clock.watch(Ground, "settle"):
        pages = read_pages([str(folder)], io.BytesIO())
        done = take_in((Arrival(page=p) if isinstance(p, Page) else p for p in pages), opened, Blind(), is_read=lambda _: True)
    return len(done.added), clock.total_s


class _Clock:
    """Adds up the processor time of the functions it watches."""

    def __init__(self) -> None:
        self.total_s = 0.0

    @contextmanager
    def watch(self, owner: object, name: str) -> Iterator[None]:
        """Measure every call of a function while this is open."""
        real: Callable[..., object] = getattr(owner, name)

        def measured(*given: object, **named: object) -> object:
            started = time.process_time()
            try:
                return real(*given, **named)
            finally:
                self.total_s += time.process_time() - started

        with patch.object(owner, name, measured):
            yield


class MadeArchive(io.RawIOBase):
    """A gzipped web archive that is made while it is read, of about so many bytes as they lie on disk."""

    def __init__(self, size_bytes: int) -> None:
        self._left = size_bytes
        self._number = 0
        self._rest = b""
        self._draw = random.Random(7)

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer; 0 at the end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while len(self._rest) < len(view) and self._left > 0:
            record = self._make_record()
            self._left -= len(record)
            self._rest += record
        count = min(len(view), len(self._rest))
        view[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def _make_record(self) -> bytes:
        """Return one record with a page in it: text, and a long comment that no compression makes smaller."""
        self._number += 1
        noise = self._draw.randbytes(RECORD_BYTES // 2).hex()
        paragraphs = "".join(f"<p>{line}</p>" for line in make_text(self._number).splitlines() if line)
        body = f"<html><head><title>Page {self._number}</title></head><body>{paragraphs}<!-- {noise} --></body></html>".encode()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{self._number:012}>\r\nWARC-Date: 2031-03-04T05:06:07Z\r\n"
            f"WARC-Target-URI: https://made.example/{self._number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        return gzip.compress(head.encode() + answer + b"\r\n\r\n", 1)


def read_archive(size_bytes: int) -> int:
    """Read a made archive as `-` is read, and return how many pages stood in it."""
    from onrecord.sources.files import ReadOptions, read_pages

    archive = io.BufferedReader(MadeArchive(size_bytes))
    return sum(1 for item in read_pages(["-"], archive, options=ReadOptions(form="warc")) if isinstance(item, Page))


def measure(name: str, size: int) -> Row:
    """Return the figures of one measurement, made in this process."""
    with tempfile.TemporaryDirectory() as scratch:
        if name == "files":
            write_files(Path(scratch), size)
        with tempfile.TemporaryDirectory() as other:
            started, cpu = time.perf_counter(), time.process_time()
            items, comparing = take_files(Path(scratch), Path(other) / "made.db") if name == "files" else (read_archive(size * 2**20), 0.0)
            seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    beside_s = _end_readers()
    return Row(
        name=name, items=items, seconds=round(seconds, 2), cpu_s=round(cpu + beside_s, 2), beside_s=round(beside_s, 2), comparing_s=round(comparing, 2),
        per_s=round(items / seconds, 1), peak_mib=find_peak_mib(), beside_mib=find_peak_mib(of_ended=True),
    )  # fmt: skip


def _end_readers() -> float:
    """End the processes that read for this one, and return the seconds they took of the processor: the system tells it of those that have ended (Windows tells nothing)."""
    from onrecord.run.ahead import TEXT_READER
    from onrecord.sources.isolation import WORKERS

    TEXT_READER.close()
    WORKERS.close()
    taken = os.times()
    return taken.children_user + taken.children_system


def list_rows(files: int, archive_mib: int) -> Iterator[Row]:
    """Yield all figures: files, a tenth of the archive, and all of it, whose memory must be the same."""
    for name, size in (("files", files), ("archive", max(1, archive_mib // 10)), ("archive", archive_mib)):
        if size:
            found = subprocess.run([sys.executable, "-m", "bench.intake", "--only", name, str(size)], check=True, capture_output=True, text=True)
            yield Row(**json.loads(found.stdout))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.intake", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=5_000, help="text files (default: %(default)s; 0 leaves them out)")
    parser.add_argument("--archive-mib", type=int, default=200, help="size of the archive (default: %(default)s; 0 leaves it out)")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--only", nargs=2, metavar=("NAME", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(asdict(measure(options.only[0], int(options.only[1])))))
        return
    rows = list(list_rows(options.files, options.archive_mib))
    if options.format == "json":
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    for row in rows:
        beside = f" and {write_mib(row.beside_mib)}" if row.beside_s else ""
        alone = (
            f"  comparing {row.comparing_s:.2f} CPU s, without it {row.others_per_s:.1f}/s, {row.others_per_cpu_s:.1f} a CPU s; reading beside {row.beside_s:.2f} CPU s"
            if row.comparing_s
            else ""
        )
        print(f"{row.name:8} {row.items:7} items  {row.seconds:7.2f} s  {row.cpu_s:7.2f} CPU s  {row.per_s:8.1f}/s  peak {write_mib(row.peak_mib)}{beside} MiB{alone}")


if __name__ == "__main__":
    main()
