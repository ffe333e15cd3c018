"""Which records a store keeps, under which name, and by which key.

A `Page` is not stored. An `Encoding`, a `Sketch` and a `Beacon` have no id of their own: their key is the id of the article; a `Meaning` goes by its utterance's.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from onrecord.errors import StoreError
from onrecord.kinship import Beacon, Contrast, Kinship, Recall, Sighting, Sketch
from onrecord.records import (
    Account,
    Article,
    Attribution,
    Commitment,
    Copy,
    DateMention,
    Encoding,
    Figure,
    LivePage,
    Meaning,
    Mention,
    PieceKey,
    Problem,
    Restatement,
    Sign,
    Statement,
    Story,
    Tally,
    Version,
)

Record = (
    Account | Article | Attribution | Beacon | Commitment | Contrast | Copy | DateMention | Encoding | Figure | Kinship | LivePage | Meaning | Mention | PieceKey | Problem | Recall
    | Restatement | Sighting | Sign | Sketch | Statement | Story | Tally | Version
)  # fmt: skip
R = TypeVar("R", bound=Record)

KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "account": Account,
        "article": Article,
        "attribution": Attribution,
        "beacon": Beacon,
        "commitment": Commitment,
        "contrast": Contrast,
        "copy": Copy,
        "date_mention": DateMention,
        "encoding": Encoding,
        "figure": Figure,
        "kinship": Kinship,
        "live_page": LivePage,
        "meaning": Meaning,
        "mention": Mention,
        "piece_key": PieceKey,
        "problem": Problem,
        "recall": Recall,
        "restatement": Restatement,
        "sighting": Sighting,
        "sign": Sign,
        "sketch": Sketch,
        "statement": Statement,
        "story": Story,
        "tally": Tally,
        "version": Version,
    }
)
_NAMES: Mapping[type, str] = {kind: name for name, kind in KINDS.items()}
_IN_ONE_ARTICLE = (Attribution, Beacon, Commitment, Copy, DateMention, Encoding, Figure, Meaning, Mention, Sighting, Sign, Sketch)


def name_kind(kind: type) -> str:
    """Return the name under which records of this class are stored ("date_mention").

    Raises:
        StoreError: the class is not one that a store keeps.
    """
    name = _NAMES.get(kind)
    if name is None:
        raise StoreError(f"records of kind `{kind.__name__}` are not stored", hint=f"stored kinds: {', '.join(KINDS)}")
    return name


def find_kind(name: str) -> type[Record]:
    """Return the class stored under a name; the inverse of `name_kind`.

    Raises:
        StoreError: no class has this name.
    """
    kind = KINDS.get(name)
    if kind is None:
        raise StoreError(f"unknown kind of record `{name}`", hint=f"stored kinds: {', '.join(KINDS)}")
    return kind


def key_of(record: Record) -> str:
    """Return the id under which a record is stored."""
    if isinstance(record, Encoding | Sketch | Beacon):
        return record.article
    return record.of if isinstance(record, Meaning) else record.id


def article_of(record: Record) -> str | None:
    """Return the id of the one article a record belongs to, `None` when it is about several or none."""
    if isinstance(record, Article):
        return record.id
    return record.article if isinstance(record, _IN_ONE_ARTICLE) else None
