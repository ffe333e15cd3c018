"""How records are found other than by their ids: by keys they hold, and as pairs of articles.

A store keeps both beside the records (`Store.near`, `Store.tied`), as projections that can be made anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.ids import make_key
from onrecord.kinship import Beacon, Kinship, Recall, Sighting, Sketch
from onrecord.records import Story
from onrecord.storage.kinds import Record

LINKED = (Beacon, Kinship, Recall, Sighting, Sketch, Story)


def form_key(form: str) -> int:
    """Return the key of the sketches of a form."""
    return make_key("form", form)


def article_key(article: str) -> int:
    """Return the key of the story an article is in."""
    return make_key("article", article)


def marks_of(record: Record) -> Iterator[tuple[int, int]]:
    """Yield (key, day) of what finds a record; day 0 is unknown."""
    if isinstance(record, Beacon):
        for start in range(0, len(record.keys), 8):
            yield int.from_bytes(record.keys[start : start + 8], "little"), record.day
    elif isinstance(record, Sketch):
        yield form_key(record.form), 0
    elif isinstance(record, Story):
        for article in record.articles:
            yield article_key(article), 0


def ties_of(record: Record) -> Iterator[tuple[str, str, float]]:
    """Yield (article, other, weight), once each way, of a record about two articles."""
    if isinstance(record, Kinship):
        ends = None if record.is_one_form else (record.left, record.right, record.likeness)
    elif isinstance(record, Recall):
        ends = (record.left, record.right, record.likeness)
    elif isinstance(record, Sighting):
        ends = (record.teller, record.article, 1.0)
    else:
        return
    if ends is not None and ends[0] != ends[1]:
        yield ends
        yield ends[1], ends[0], ends[2]
