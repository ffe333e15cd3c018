"""Take pages into a store: read, put in their place, analysed, kept. The only way by which articles come into one.

In: pages as they arrive, from files or from the web. Out: what became of them. Each batch is one transaction; killed at any moment, it
leaves a store that opens, and the same pages again complete it. What holds between articles is kept right with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field

from onrecord.encode.model import Model
from onrecord.records import Article, Attribution, Commitment, DateMention, Figure, LivePage, Mention, Page, Problem
from onrecord.results import Analysis
from onrecord.run.ahead import read_batches
from onrecord.run.analyze import Contents, EmptyEntry, ReadArticle, Sketched, find_place, read_each, sketch_articles
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Item:
    """An article of a batch; `is_at_hand` says that the store had the very same one, analysed, when the batch began."""

    placed: Placed
    arrival: Arrival
    problems: tuple[Problem, ...]
    is_at_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """What is written in one transaction: articles, what is gone, and the names of entries without text; `is_return` says that old texts are online again."""

    is_return: bool
    items: list[_Item] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    empty: list[tuple[Arrival, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recorded:
    """What became of a batch: article id -> what was found in it, the pieces that were met, and the articles that could not be analysed."""

    found: dict[str, Sketched] = field(default_factory=dict)
    pieces: dict[str, None] = field(default_factory=dict)
    failed: set[_Item] = field(default_factory=set)


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
        keep_problems(store, done.problems, lambda where: _is_page_of(where, names, is_read))
    return done


def _is_page_of(where: str, names: Set[str], is_read: Callable[[str], bool]) -> bool:
    """True for a page that was read this time, and for an entry of one."""
    return any(place in names or is_read(place) for place in (where, where.rpartition("#")[0]) if place)


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
    batch = _Batch(is_return=returning is not None)
    ledger = Ledger(store)
    for item in portion:
        if isinstance(item, Gone):
            batch.gone.append(item)
        elif isinstance(item, Problem):
            done.problems.append(item)
        else:
            for read in next(pages):
                if isinstance(read, ReadArticle):
                    placed = _place(read, item, ledger, store, model, back, is_return=batch.is_return)
                    batch.items.extend([placed] if returning is None or placed.placed.piece in returning else [])
                    continue
                batch.empty.extend([(item, read.name)] if isinstance(read, EmptyEntry) else [])
                problem = read.problem if isinstance(read, EmptyEntry) else read
                done.problems += [problem] if returning is None else []
        advance()
    outcomes = _analyze(batch.items, model)
    with store.transaction():
        _keep(batch, outcomes, store, done)


def _place(read: ReadArticle, arrival: Arrival, ledger: Ledger, store: Store, model: Model, back: dict[str, Arrival], *, is_return: bool) -> _Item:
    """Return an article in its place, and whether it is at hand."""
    placed = ledger.place(read.article, arrival.guid, arrival.fetched_at, arrival.title)
    is_changed = ledger.record(placed, arrival.fetched_at, is_return=is_return)
    article, stored = placed.article, ledger.stored_versions_of(placed.piece)
    is_last = ledger.versions_of(placed.piece)[-1].article == article.id
    back.pop(placed.piece, None)
    if not is_last and not is_changed and arrival.fetched_at is None:
        back[placed.piece] = arrival
    is_at_hand = (not is_last or (bool(stored) and stored[-1].article == article.id)) and is_kept(store, article, model.version)
    return _Item(placed=placed, arrival=arrival, problems=read.problems + placed.problems, is_at_hand=is_at_hand)


Outcomes = dict[Article, Sketched | Problem]
"""What became of each article that had to be analysed."""


def _analyze(items: list[_Item], model: Model) -> Outcomes:
    """Return what becomes of the articles that are not at hand, each once; and of those that are, when the same text came otherwise in between."""
    wanted: dict[Article, tuple[Problem, ...]] = {}
    anew: set[str] = set()
    for item in items:
        article = item.placed.article
        if not item.is_at_hand or article.id in anew:
            anew.add(article.id)
            wanted.setdefault(article, item.problems)
    read = (ReadArticle(article=article, problems=problems) for article, problems in wanted.items())
    return dict(zip(wanted, sketch_articles(read, model), strict=True))


def _keep(batch: _Batch, outcomes: Outcomes, store: Store, done: Intake) -> None:
    """Write what was found. The ledger is a fresh one: an article whose analysis failed is in no version."""
    ledger = Ledger(store)
    recorded = _record(batch, outcomes, ledger, done)
    _write_found(recorded, ledger, store)
    done.gone += [name for page, unread in _list_live_pages(batch, recorded.failed, ledger) for name in read_live_page(page, unread, ledger, store)]
    for page in batch.gone:
        known = ledger.mark_gone(page.url, page.at)
        done.gone += [*([known] if known is not None else []), *mark_entries_gone(page.url, page.at, ledger, store)]
    ledger.write()


def _record(batch: _Batch, outcomes: Outcomes, ledger: Ledger, done: Intake) -> _Recorded:
    """Put the articles of a batch into the versions of their pieces, and say what became of each as if it had come alone."""
    recorded = _Recorded()
    for item in batch.items:
        article, piece = item.placed.article, item.placed.piece
        latest = recorded.found.get(article.id)
        is_known = item.is_at_hand if latest is None else latest[0].article == article
        outcome = None if is_known else outcomes[article]
        if isinstance(outcome, Problem):
            done.problems.append(outcome)
            recorded.failed.add(item)
            continue
        count = len(ledger.versions_of(piece))
        ledger.record(item.placed, item.arrival.fetched_at, is_return=batch.is_return)
        recorded.pieces[piece] = None
        if not count:
            done.added.append(article.name)
        elif len(ledger.versions_of(piece)) > count:
            done.changed.append(article.name)
        elif outcome is not None:
            done.renewed.append(article.name)
        else:
            done.same += 1
        if outcome is not None:
            recorded.found[article.id] = outcome
            if noted := outcome[0].problems:
                done.reserved[article.name] = tuple(find_place(problem, item.arrival.page) for problem in noted)
    return recorded


def _write_found(recorded: _Recorded, ledger: Ledger, store: Store) -> None:
    """Keep what was found: of the last text of each piece all, of its older texts what is read alone."""
    for piece in recorded.pieces:
        stored, versions = ledger.stored_versions_of(piece), ledger.versions_of(piece)
        if stored and stored[-1].article != versions[-1].article:
            _put_aside(store, ledger.name_of(piece), stored[-1].article)
    lasts = {ledger.versions_of(piece)[-1].article for piece in recorded.pieces}
    for article, (analysis, *_) in recorded.found.items():
        if article in lasts:
            store.forget(f"{VERSION}:{article}")
        else:
            store.replace(f"{VERSION}:{article}", VERSION, _list_records(analysis))
    keep_analyses(store, [each for article, each in recorded.found.items() if article in lasts])


def _list_live_pages(batch: _Batch, failed: Set[_Item], ledger: Ledger) -> list[tuple[LivePage, frozenset[str]]]:
    """Return what the pages of live blogs in a batch list, the oldest first, with those of the entries that could not be read or analysed; a page
    without a time says nothing of what was taken out."""
    entries: dict[int, list[_Item]] = {}
    for item in batch.items:
        if item.arrival.fetched_at is not None and item.placed.article.entry is not None:
            entries.setdefault(id(item.arrival), []).append(item)
    pages: list[tuple[LivePage, frozenset[str]]] = []
    for own in entries.values():
        arrival = own[0].arrival
        blank = (ledger.find_entry(arrival.page, name) for other, name in batch.empty if other is arrival)
        unread = frozenset([item.placed.piece for item in own if item in failed] + [piece for piece in blank if piece is not None])
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
