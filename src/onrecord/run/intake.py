"""Take pages into a store: read, put in their place, analysed, kept. The only way by which articles come into one.

In: pages as they arrive, from files or from the web. Out: what became of them. Each batch is one transaction; killed at any moment, it
leaves a store that opens, and the same pages again complete it. What holds between articles is kept right with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from onrecord.articles import ENTRY_EMPTY
from onrecord.encode.model import Model
from onrecord.kinship import Sketch
from onrecord.records import Article, Attribution, Commitment, DateMention, Encoding, Figure, LivePage, Meaning, Mention, Page, Problem
from onrecord.results import Analysis
from onrecord.run.ahead import read_batches
from onrecord.run.analyze import Contents, ReadArticle, analyze_articles, find_place, read_each
from onrecord.run.compare import read_meanings, read_sketch
from onrecord.run.live_pages import make_live_pages, mark_entries_gone, read_live_page
from onrecord.run.pieces import VERSION, Ledger, Placed
from onrecord.run.shelf import is_kept, keep_analyses, keep_problems
from onrecord.storage import Record, Store
from onrecord.storage.kinds import article_of

BATCH = 32
"""Pages in one transaction: so many are done again after a kill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A page as it came: what its feed calls it, how that heads it, and when it was fetched (UTC, ISO 8601), `None` when nobody said."""

    page: Page
    guid: str | None = None
    title: str | None = None
    fetched_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The news that what was at an address is there no longer, since a time at the latest (UTC, ISO 8601)."""

    url: str
    at: str


@dataclass(slots=True, kw_only=True)
class Intake:
    """What became of the pages: names of new pieces, of pieces with another version than before, of those taken anew because fields were corrected
    or the model is another one, and of pieces that are gone; how many said nothing new; what could not be read. `reserved` says of those
    that were kept by what name, and with which reservations."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    same: int = 0
    problems: list[Problem] = field(default_factory=list)
    reserved: dict[str, tuple[Problem, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An article of a batch; `is_new` says that it has to be analysed."""

    placed: Placed
    arrival: Arrival
    problems: tuple[Problem, ...]
    is_new: bool


def take_in(
    arrivals: Iterable[Arrival | Gone | Problem],
    store: Store,
    model: Model,
    *,
    is_read: Callable[[str], bool],
    advance: Callable[[], None] = lambda: None,
    batch: int = BATCH,
) -> Intake:
    """Take in what arrives, batch by batch, and return what became of it.

    Args:
        arrivals: pages, addresses that are gone, and what could not be read.
        store: where they go; no transaction may be open.
        model: reads what is new.
        is_read: says of a place (`Problem.where`) whether it was read this time: its older problems are over.
        advance: called after each page.
        batch: how many arrivals are one transaction.
    """
    done = Intake()
    names: set[str] = set()
    back: dict[str, Arrival] = {}
    with closing(read_batches(_cut(arrivals, batch), lambda item: item.page if isinstance(item, Arrival) else None)) as portions:
        for portion, pages in portions:
            names.update(item.page.name for item in portion if isinstance(item, Arrival))
            _take_batch(portion, pages, store, model, done, back, advance)
    if back:  # old texts that were the last to come of their piece: these are online again
        done.same -= len(back)
        again = list({id(arrival): arrival for arrival in back.values()}.values())
        _take_batch(again, read_each(arrival.page for arrival in again), store, model, done, {}, lambda: None, returning=frozenset(back))
    with store.transaction():
        keep_problems(store, done.problems, lambda where: where in names or where.rpartition("#")[0] in names or is_read(where))  # of an entry: its page was
    return done


def _cut(arrivals: Iterable[Arrival | Gone | Problem], size: int) -> Iterator[list[Arrival | Gone | Problem]]:
    portion: list[Arrival | Gone | Problem] = []
    for item in arrivals:
        portion.append(item)
        if len(portion) >= size:
            yield portion
            portion = []
    if portion:
        yield portion


def _take_batch(
    portion: Sequence[Arrival | Gone | Problem], pages: Iterator[Contents], store: Store, model: Model, done: Intake, back: dict[str, Arrival],
    advance: Callable[[], None], *, returning: frozenset[str] | None = None,
) -> None:  # fmt: skip
    """Take in one batch; with `returning`, only what is of these pieces, whose old texts are online again."""
    is_return = returning is not None
    items: list[_Item] = []
    gone: list[Gone] = []
    empty: list[tuple[Arrival, str]] = []
    ledger = Ledger(store)
    waiting: dict[str, Article] = {}
    for item in portion:
        if isinstance(item, Gone):
            gone.append(item)
        elif isinstance(item, Problem):
            done.problems.append(item)
        else:
            for read in next(pages):
                if isinstance(read, Problem):
                    done.problems += [read] if returning is None else []
                    empty += [(item, read.where)] if read.code == ENTRY_EMPTY else []
                else:
                    placed = _place(read, item, ledger, store, model, waiting, back, is_return=is_return)
                    items += [placed] if returning is None or placed.placed.piece in returning else []
        advance()
    found = _analyze([item for item in items if item.is_new], model, done)
    with store.transaction():
        _keep(items, found, gone, empty, Ledger(store), store, done, is_return=is_return)


def _place(read: ReadArticle, arrival: Arrival, ledger: Ledger, store: Store, model: Model, waiting: dict[str, Article], back: dict[str, Arrival], *, is_return: bool) -> _Item:
    """Return an article in its place, and whether it has to be analysed."""
    placed = ledger.place(read.article, arrival.guid, arrival.fetched_at, arrival.title)
    is_changed = ledger.record(placed, arrival.fetched_at, is_return=is_return)
    article, stored = placed.article, ledger.stored_versions_of(placed.piece)
    is_last = ledger.versions_of(placed.piece)[-1].article == article.id
    back.pop(placed.piece, None)
    if not is_last and not is_changed and arrival.fetched_at is None:
        back[placed.piece] = arrival
    is_at_hand = (not is_last or (bool(stored) and stored[-1].article == article.id)) and is_kept(store, article, model.version)
    is_new = not is_at_hand and waiting.get(article.id) != article
    if is_new:
        waiting[article.id] = article
    return _Item(placed=placed, arrival=arrival, problems=read.problems + placed.problems, is_new=is_new)


Found = dict[str, tuple[Analysis, Encoding | None, list[Meaning], Sketch]]
"""Article id -> what was found in it."""


def _analyze(items: list[_Item], model: Model, done: Intake) -> Found:
    found: Found = {}
    for item in analyze_articles((ReadArticle(article=i.placed.article, problems=i.problems) for i in items), model):
        if isinstance(item, Problem):
            done.problems.append(item)
        else:
            meanings = read_meanings(item[0], model)
            found[item[0].article.id] = (*item, meanings, read_sketch(*item, meanings, model))
    return found


def _keep(items: list[_Item], found: Found, gone: list[Gone], empty: list[tuple[Arrival, str]], ledger: Ledger, store: Store, done: Intake, *, is_return: bool) -> None:
    """Write what was found. The ledger is a fresh one: an article whose analysis failed is in no version."""
    pieces: dict[str, None] = {}
    for item in items:
        if item.is_new and item.placed.article.id not in found:
            continue
        piece = item.placed.piece
        count = len(ledger.versions_of(piece))
        ledger.record(item.placed, item.arrival.fetched_at, is_return=is_return)
        name = item.placed.article.name
        if not count:
            done.added.append(name)
        elif len(ledger.versions_of(piece)) > count:
            done.changed.append(name)
        elif item.is_new:
            done.renewed.append(name)
        else:
            done.same += 1
        if item.is_new and (noted := found[item.placed.article.id][0].problems):
            done.reserved[name] = tuple(find_place(problem, item.arrival.page) for problem in noted)
        pieces[piece] = None
    for piece in pieces:
        stored, versions = ledger.stored_versions_of(piece), ledger.versions_of(piece)
        if stored and stored[-1].article != versions[-1].article:
            _put_aside(store, ledger.name_of(piece), stored[-1].article)
    lasts = {ledger.versions_of(piece)[-1].article for piece in pieces}
    for article, (analysis, *_) in found.items():
        if article in lasts:
            store.forget(f"{VERSION}:{article}")
        else:
            store.replace(f"{VERSION}:{article}", VERSION, _list_records(analysis))
    keep_analyses(store, [each for article, each in found.items() if article in lasts])
    done.gone += [name for page, unread in _list_live_pages(items, found, empty, ledger) for name in read_live_page(page, unread, ledger, store)]
    for page in gone:
        known = ledger.mark_gone(page.url, page.at)
        done.gone += [*([known] if known is not None else []), *mark_entries_gone(page.url, page.at, ledger, store)]
    ledger.write()


def _list_live_pages(items: list[_Item], found: Found, empty: list[tuple[Arrival, str]], ledger: Ledger) -> list[tuple[LivePage, frozenset[str]]]:
    """Return what the pages of live blogs among these list, the oldest first, with those of the entries that could not be read or analysed; a page
    without a time says nothing of what was taken out."""
    entries: dict[int, list[_Item]] = {}
    for item in items:
        if item.arrival.fetched_at is not None and item.placed.article.entry is not None:
            entries.setdefault(id(item.arrival), []).append(item)
    pages: list[tuple[LivePage, frozenset[str]]] = []
    for own in entries.values():
        arrival = own[0].arrival
        blank = (ledger.find_entry(arrival.page, name) for other, name in empty if other is arrival)
        unread = frozenset([item.placed.piece for item in own if item.is_new and item.placed.article.id not in found] + [piece for piece in blank if piece is not None])
        pages += [(page, unread) for page in make_live_pages(arrival.page, [item.placed.piece for item in own], arrival.fetched_at or "")]
    return sorted(pages, key=lambda pair: pair[0].read_at)


def _put_aside(store: Store, name: str, article: str) -> None:
    """Keep the analysis of a text that is no longer the last, without what only comparing needs."""
    records: list[Record] = []
    kinds: tuple[type[Record], ...] = (Article, Mention, Attribution, Commitment, Figure, DateMention)
    for kind in kinds:
        records += [record for record in store.read(kind, name) if article_of(record) == article]
    if records:
        store.replace(f"{VERSION}:{article}", VERSION, records)


def _list_records(analysis: Analysis) -> list[Record]:
    return [analysis.article, *analysis.mentions, *analysis.attributions, *analysis.commitments, *analysis.figures, *analysis.dates]
