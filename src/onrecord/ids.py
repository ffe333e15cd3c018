"""Ids: digests of identity fields, the same on every machine and in every store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from json.encoder import encode_basestring

_write_any = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Field = str | int | float | bool | None | Sequence["Field"]


def make_id(kind: str, *fields: Field) -> str:
    """Return the id of a record: `kind` and 16 hex digits of the SHA-256 of kind and identity fields as JSON.

    Args:
        kind: the record's kind in lower case ("article").
        fields: the identity fields, in the order the record's docstring lists them.
    """
    payload = _write((kind, *fields))
    return f"{kind}-{hashlib.sha256(payload.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _write(fields: tuple[Field, ...]) -> str:
    """Return fields as JSON. An article has hundreds of ids and keys, mostly of strings alone, which are written without making an encoder each time."""
    strings = [field for field in fields if type(field) is str]
    return f"[{','.join(map(encode_basestring, strings))}]" if len(strings) == len(fields) else _write_any(fields)


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text, in hex: what `onrecord verify` compares."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_key(*fields: Field) -> int:
    """Return a whole number below 2**63 that stands for `fields` in an index, the same on every machine."""
    for field in fields:
        if field.__class__ is not str:
            return _digest(_write(fields))
    return _make_string_key(fields)


@lru_cache(maxsize=50_000)  # words come again and again; strings alone, as other values may be equal and yet written in another way
def _make_string_key(fields: tuple[Field, ...]) -> int:
    return _digest(_write(fields))


def _digest(payload: str) -> int:
    return int.from_bytes(hashlib.blake2b(payload.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1
