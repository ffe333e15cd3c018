"""Records as JSON text and bytes, and back, without loss.

The conversion follows the fields and type hints of the record classes: a record is a JSON object, a record inside it
a list of its field values. Bytes are base64 in the text; those of records made of vectors and keys stand beside it as an attachment.
"""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Union, cast, get_args, get_origin, get_type_hints

from onrecord.errors import StoreError
from onrecord.kinship import Beacon, Contrast, Kinship, Sketch
from onrecord.records import Encoding, Meaning
from onrecord.storage.kinds import R, Record, key_of

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_PACKED = (Beacon, Contrast, Encoding, Kinship, Meaning, Sketch)
_SURROGATE = re.compile("[\ud800-\udfff]")
_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class _Other:
    """A type that no value has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codec:
    """How values of one type become JSON and come back. Both directions raise `ValueError` on a value of another type.

    A value of exactly the type `plain` is read as it stands: most are, and to call `decode` for each takes longer than all else.
    """

    encode: Callable[[object, bytearray | None], Json]
    decode: Callable[[Json, bytes], object]
    plain: type = _Other


def to_body(record: Record) -> tuple[str, bytes]:
    """Return a record as JSON text, and the bytes that belong beside it (empty for all but those made of vectors and keys).

    Raises:
        StoreError: a value is not of the type its field names.
    """
    attachment = bytearray() if isinstance(record, _PACKED) else None
    try:
        values = {name: codec.encode(getattr(record, name), attachment) for name, codec, _ in _plan(type(record))}
        body = _write(values)
    except ValueError as error:
        raise StoreError(f"the record `{key_of(record)}` cannot be stored: {error}", hint="the stage that made it must be mended") from error
    return body, bytes(attachment or b"")


def from_body(kind: type[R], body: str, attachment: bytes = b"") -> R:
    """Return the record that `to_body` wrote.

    Args:
        kind: the record's class.
        body: the JSON text.
        attachment: the bytes that `to_body` gave beside it.

    Raises:
        StoreError: the text is not a record of this class.
    """
    try:
        values: Json = json.loads(body)
        if not isinstance(values, dict):
            raise ValueError("not a JSON object")
        given: dict[str, object] = {}
        for name, codec, is_required in _plan(kind):
            if name in values:
                value = values.pop(name)
                given[name] = value if value.__class__ is codec.plain else codec.decode(value, attachment)
            elif is_required:
                raise ValueError(f"the field `{name}` is missing")
        if values:
            raise ValueError(f"unknown fields: {', '.join(values)}")
    except (ValueError, RecursionError) as error:
        raise StoreError(f"a stored `{kind.__name__}` cannot be read: {error}", hint="run `onrecord verify` to see what is damaged") from error
    return kind(**given)  # type: ignore[arg-type]  # each value was decoded by the codec of its field


def _plan(kind: type) -> tuple[tuple[str, Codec, bool], ...]:
    """Name, codec and whether it must be given, for each field of a record class."""
    return _make_plan(kind)


@cache
def _make_plan(kind: type) -> tuple[tuple[str, Codec, bool], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, _make_codec(hints[field.name]), field.default is MISSING) for field in fields(kind))


@cache
def _make_codec(hint: object) -> Codec:
    if isinstance(hint, type) and hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return _make_record_codec(hint)
    arguments = get_args(hint)
    if get_origin(hint) in (UnionType, Union) and NoneType in arguments and len(arguments) == 2:
        return _make_optional_codec(_make_codec(next(item for item in arguments if item is not NoneType)))
    if get_origin(hint) is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return _make_list_codec(_make_codec(arguments[0]))
        return _make_tuple_codec(tuple(_make_codec(item) for item in arguments))
    raise StoreError(f"no way to store values of type `{hint}`", hint="records hold plain values, tuples and records")


def _make_record_codec(kind: type) -> Codec:
    plan = tuple((name, codec.encode, codec.decode, codec.plain) for name, codec, _ in _plan(kind))
    build = cast(Callable[..., object], kind)

    def encode(value: object, sink: bytearray | None) -> Json:
        if type(value) is not kind:
            raise _wrong(value, kind.__name__)
        return [encode_one(getattr(value, name), sink) for name, encode_one, _, _ in plan]

    def decode(value: Json, attachment: bytes) -> object:
        if not isinstance(value, list) or len(value) != len(plan):
            raise _wrong(value, kind.__name__)
        return build(**{name: item if item.__class__ is plain else decode_one(item, attachment) for item, (name, _, decode_one, plain) in zip(value, plan, strict=True)})

    return Codec(encode=encode, decode=decode)


def _make_optional_codec(inner: Codec) -> Codec:
    return Codec(
        encode=lambda value, sink: None if value is None else inner.encode(value, sink),
        decode=lambda value, attachment: None if value is None else inner.decode(value, attachment),
        plain=inner.plain,
    )


def _make_list_codec(inner: Codec) -> Codec:
    decode_inner, plain = inner.decode, inner.plain

    def encode(value: object, sink: bytearray | None) -> Json:
        if not isinstance(value, tuple):
            raise _wrong(value, "tuple")
        return [inner.encode(item, sink) for item in value]

    def decode(value: Json, attachment: bytes) -> object:
        if not isinstance(value, list):
            raise _wrong(value, "list")
        # A list is made faster than a generator is run.
        return tuple([item if item.__class__ is plain else decode_inner(item, attachment) for item in value])

    return Codec(encode=encode, decode=decode)


def _make_tuple_codec(inner: tuple[Codec, ...]) -> Codec:
    decoders = tuple(codec.decode for codec in inner)

    def encode(value: object, sink: bytearray | None) -> Json:
        if not isinstance(value, tuple) or len(value) != len(inner):
            raise _wrong(value, f"tuple of {len(inner)}")
        return [codec.encode(item, sink) for codec, item in zip(inner, value, strict=True)]

    def decode(value: Json, attachment: bytes) -> object:
        if not isinstance(value, list) or len(value) != len(inner):
            raise _wrong(value, f"list of {len(inner)}")
        return tuple([decode_one(item, attachment) for decode_one, item in zip(decoders, value, strict=True)])

    return Codec(encode=encode, decode=decode)


def _wrong(value: object, wanted: str) -> ValueError:
    return ValueError(f"a value of type `{type(value).__name__}` stands where `{wanted}` belongs")


def _encode_str(value: object, sink: bytearray | None) -> Json:
    if not isinstance(value, str):
        raise _wrong(value, "str")
    if value.isascii() or not _SURROGATE.search(value):
        return value
    return {"utf8": base64.b64encode(value.encode("utf-8", "surrogatepass")).decode("ascii")}


def _decode_str(value: Json, attachment: bytes) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(packed := value.get("utf8"), str):
        return base64.b64decode(packed, validate=True).decode("utf-8", "surrogatepass")
    raise _wrong(value, "str")


def _encode_float(value: object, sink: bytearray | None) -> Json:
    if not isinstance(value, int | float):
        raise _wrong(value, "float")
    return value if isinstance(value, int) or math.isfinite(value) else str(value)


def _decode_float(value: Json, attachment: bytes) -> object:
    if isinstance(value, str):
        return float(value)
    if not isinstance(value, int | float):
        raise _wrong(value, "float")
    return value


def _encode_bytes(value: object, sink: bytearray | None) -> Json:
    if not isinstance(value, bytes):
        raise _wrong(value, "bytes")
    if sink is None:
        return base64.b64encode(value).decode("ascii")
    start = len(sink)
    sink += value
    return [start, len(sink)]


def _decode_bytes(value: Json, attachment: bytes) -> object:
    if isinstance(value, str):
        return base64.b64decode(value, validate=True)
    if not isinstance(value, list) or len(value) != 2:
        raise _wrong(value, "bytes")
    start, end = value
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end <= len(attachment):
        raise ValueError(f"bytes {start}:{end} lie outside the attachment of {len(attachment)} bytes")
    return attachment[start:end]


def _make_plain_codec(kind: type[int]) -> Codec:
    def encode(value: object, sink: bytearray | None) -> Json:
        if not isinstance(value, kind):
            raise _wrong(value, kind.__name__)
        return value

    def decode(value: Json, attachment: bytes) -> object:
        if not isinstance(value, kind):
            raise _wrong(value, kind.__name__)
        return value

    return Codec(encode=encode, decode=decode, plain=kind)


_PLAIN = {
    str: Codec(encode=_encode_str, decode=_decode_str, plain=str),
    bytes: Codec(encode=_encode_bytes, decode=_decode_bytes),
    float: Codec(encode=_encode_float, decode=_decode_float, plain=float),
    int: _make_plain_codec(int),
    bool: _make_plain_codec(bool),
}
