"""Ids: digests of identity fields, the same on every machine and in every store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once: an article has hundreds of ids and keys
Field = str | int | float | bool | None | Sequence["Field"]


def make_id(kind: str, *fields: Field) -> str:
    """Return the id of a record: `kind` and 16 hex digits of the SHA-256 of kind and identity fields as JSON.

    Args:
        kind: the record's kind in lower case ("article").
        fields: the identity fields, in the order the record's docstring lists them.
    """
    payload = _write([kind, *fields])
    return f"{kind}-{hashlib.sha256(payload.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text, in hex: what `onrecord verify` compares."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_key(*fields: Field) -> int:
    """Return a whole number below 2**63 that stands for `fields` in an index, the same on every machine."""
    payload = _write(fields)
    return int.from_bytes(hashlib.blake2b(payload.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1
