"""Read the texts of many small files on a second core, one batch ahead of what is done with the batch before.

In: batches of what arrives. Out: the same batches, each with what its pages hold. A few files are read here, one by one: starting a process takes
as long as reading a thousand.
"""

from __future__ import annotations

import atexit
import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.articles import ReadPage, read_texts
from onrecord.errors import OnrecordError
from onrecord.records import Page
from onrecord.run.analyze import Contents, read_each
from onrecord.sources.isolation import Failure, Workers, count_cores

_LOG = logging.getLogger(__name__)
ENOUGH = 512
"""Texts read here before a process is started for those that follow, beside which the next are still read here until it answers."""
LEAST_TEXTS = 8
"""Fewer texts in a batch are read here: to wait for another process takes longer."""
CHUNK_BYTES = 2**20
"""Of more bytes in one batch none are sent away, and no further batch is taken before it is done: two large ones are never held."""
MOST_FAILURES = 3
"""Broken processes after which all is read here."""
MAX_CHUNKS = 2_000
"""Chunks after which the process is renewed; no foreign parser runs in it."""

TEXT_READER = Workers(1, max_items=MAX_CHUNKS)
"""One process: it reads faster than anything is done with what was read. No other reader waits for it, as it would for those of HTML."""
atexit.register(TEXT_READER.close)

T = TypeVar("T")
_Answer = Future[tuple[ReadPage, ...] | Failure]


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[T]):
    """A batch that was taken, its pages, and the texts among them that are being read elsewhere."""

    batch: Sequence[T]
    pages: tuple[Page, ...]
    texts: _Answer | None


class TextReader:
    """Has texts read by a process of their own, once so many have come that it pays.

    Args:
        workers: runs the process.
        has_core: whether there is a core for it.
    """

    def __init__(self, workers: Workers, *, has_core: bool) -> None:
        self._workers, self._has_core = workers, has_core
        self._came = self._failures = 0
        self._starting: _Answer | None = None

    def submit(self, pages: Sequence[Page]) -> _Answer | None:
        """Return what will hold the answer for the texts among some pages, `None` when these are to be read here."""
        texts = tuple(page for page in pages if page.form != "html")
        self._came += len(texts)
        if not self._has_core or self._came < ENOUGH or len(texts) < LEAST_TEXTS or sum(len(page.data) for page in pages) > CHUNK_BYTES:
            return None
        if self._failures >= MOST_FAILURES:
            return None
        if self._starting is None:  # what it answers first is read here as well: it has to load what it needs, and nobody waits for that
            self._starting = self._workers.submit(read_texts, texts)
            return None
        if not self._starting.done():
            return None
        return self._workers.submit(read_texts, texts) if self.receive(self._starting) is not None else None

    def receive(self, answer: _Answer) -> tuple[ReadPage, ...] | None:
        """Return what texts hold, `None` when the process broke down on them: then they are to be read here."""
        found = answer.result()
        if not isinstance(found, Failure):
            return found
        _LOG.debug("texts are read one by one: %s", found.words)
        self._failures += 1
        self._starting = None
        return None

    def stop(self, answers: Iterable[_Answer]) -> None:
        """Give up what nobody will ask for."""
        left = [answer for answer in (*answers, *([self._starting] if self._starting is not None else [])) if not answer.cancel() and not answer.done()]
        if left:
            self._workers.kill()


def read_batches(
    batches: Iterable[Sequence[T]], page_of: Callable[[T], Page | None], *, workers: Workers = TEXT_READER, has_core: bool | None = None
) -> Generator[tuple[Sequence[T], Iterator[Contents]], None, None]:  # fmt: skip
    """Yield each batch with what each of its pages holds, both in order; the latter must be used up before the next is asked for.

    Args:
        batches: what arrives. At most one more is taken than is asked for, and that only once texts are read elsewhere.
        page_of: the page of an item, `None` for one that has none.
        workers: runs the process that reads texts.
        has_core: whether there is a core for it; by default when this process may use two.
    """
    reader = TextReader(workers, has_core=count_cores() > 1 if has_core is None else has_core)
    waiting: deque[_Waiting[T]] = deque()
    source = iter(batches)
    try:
        while True:
            try:
                batch = next(source, None)
            except OnrecordError:  # what came before is done all the same
                while waiting:
                    yield _open(waiting.popleft(), reader)
                raise
            if batch is None:
                break
            pages = tuple(page for item in batch if (page := page_of(item)) is not None)
            waiting.append(_Waiting(batch, pages, reader.submit(pages)))
            while waiting and (len(waiting) > 1 or waiting[-1].texts is None):
                yield _open(waiting.popleft(), reader)
        while waiting:
            yield _open(waiting.popleft(), reader)
    finally:
        reader.stop(each.texts for each in waiting if each.texts is not None)


def _open(waiting: _Waiting[T], reader: TextReader) -> tuple[Sequence[T], Iterator[Contents]]:
    texts = reader.receive(waiting.texts) if waiting.texts is not None else None
    return waiting.batch, read_each(waiting.pages, texts)
