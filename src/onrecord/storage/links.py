"""How records are found other than by their ids: by keys they hold, and as pairs of articles.

A store keeps both beside the records (`Store.near`, `Store.tied`), as projections that can be made anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.ids import make_key
from onrecord.kinship import Beacon, Kinship, Recall, Sighting, Sketch
from onrecord.records import Copy, Statement, Story
from onrecord.storage.kinds import Record

TELLS, SHOWS = 1, 2
ROLES = TELLS | SHOWS
"""The lowest bits of a place under a key: whether the article tells a condition or may show a sign of one there."""
LINKED = (Beacon, Copy, Kinship, Recall, Sighting, Sketch, Statement, Story)


def form_key(form: str) -> int:
    """Return the key of the sketches of a form."""
    return make_key("form", form)


def article_key(article: str) -> int:
    """Return the key of the story an article is in."""
    return make_key("article", article)


def story_key(story: str) -> int:
    """Return the key of the statements of a story."""
    return make_key("story", story)


def marks_of(record: Record) -> Iterator[tuple[int, int]]:
    """Yield (key, day) of what finds a record; day 0 is unknown. Under some keys it is a place instead, which is higher than any day."""
    if isinstance(record, Beacon):
        for start in range(0, len(record.keys), 8):
            yield int.from_bytes(record.keys[start : start + 8], "little"), record.day
        for key, roles in _list_roles(record).items():
            yield key, record.place | roles
        for start in range(0, len(record.prints), 8):
            yield int.from_bytes(record.prints[start : start + 8], "little"), record.place
    elif isinstance(record, Sketch):
        yield form_key(record.form), 0
    elif isinstance(record, Story):
        for article in record.articles:
            yield article_key(article), 0
    elif isinstance(record, Statement):
        yield story_key(record.story or ""), 0


def _list_roles(beacon: Beacon) -> dict[int, int]:
    """Return the keys under which an article has a place, each with its roles there."""
    found: dict[int, int] = {}
    for keys, role in ((beacon.positions, ROLES), (beacon.conditions, TELLS), (beacon.passages, SHOWS)):
        for start in range(0, len(keys), 8):
            key = int.from_bytes(keys[start : start + 8], "little")
            found[key] = found.get(key, 0) | role
    return found


def ties_of(record: Record) -> Iterator[tuple[str, str, float]]:
    """Yield (article, other, weight), once each way, of a record about two articles."""
    if isinstance(record, Kinship):
        ends = None if record.is_one_form else (record.left, record.right, record.likeness)
    elif isinstance(record, Copy):
        ends = None if record.kind == "agency" else (record.article, record.of, 1.0)
    elif isinstance(record, Recall):
        ends = (record.left, record.right, record.likeness)
    elif isinstance(record, Sighting):
        ends = (record.teller, record.article, 1.0)
    else:
        return
    if ends is not None and ends[0] != ends[1]:
        yield ends
        yield ends[1], ends[0], ends[2]
