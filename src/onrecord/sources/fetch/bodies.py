"""Unpack what a server sends while it arrives, and stop at a limit on the bytes that come out: a small bomb stays small."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.readers.reader import make_problem

ACCEPT_ENCODING = "gzip, deflate"
STEP_BYTES = 2**18
"""How much is unpacked at once."""
_PLAIN = frozenset({"", "identity", "none"})
_GZIP = frozenset({"gzip", "x-gzip"})
_MAX_MEMBERS = 1000
"""Parts a gzip stream may be joined of; each costs a little even when nothing comes out."""


def read_body(chunks: Iterable[bytes], encoding: str, url: str, limit_bytes: int, *, is_cut: bool = False) -> bytes:
    """Return the whole unpacked body.

    Args:
        chunks: the body as it arrives.
        encoding: the `Content-Encoding` field.
        url: the address, for the message.
        limit_bytes: how many bytes may come out.
        is_cut: True when what is longer is cut there and not refused.

    Raises:
        FetchFailedError: `fetch_too_large`, `fetch_encoding`, `fetch_cut_off`.
    """
    body = bytearray()
    for piece in _unpack(chunks, encoding.strip().lower(), url):
        body += piece
        if len(body) > limit_bytes:
            if is_cut:
                return bytes(body[:limit_bytes])
            raise too_large(url, limit_bytes)
    return bytes(body)


def too_large(url: str, limit_bytes: int) -> FetchFailedError:
    """Return the failure of a body above the limit."""
    return FetchFailedError(make_problem(url, "fetch_too_large", f"the page has more than {limit_bytes} bytes; reading stopped"))


def _unpack(chunks: Iterable[bytes], encoding: str, url: str) -> Iterator[bytes]:
    if encoding in _PLAIN:
        yield from chunks
    elif encoding in _GZIP or encoding == "deflate":
        yield from _inflate(chunks, is_gzip=encoding in _GZIP, url=url)
    else:
        raise FetchFailedError(make_problem(url, "fetch_encoding", f"the server packed the page as `{encoding[:40]}`, which was not asked for; known: {ACCEPT_ENCODING}"))


def _inflate(chunks: Iterable[bytes], *, is_gzip: bool, url: str) -> Iterator[bytes]:
    """Yield unpacked bytes, at most `STEP_BYTES` at once. A gzip stream may have several parts; `deflate` comes with or without a zlib head."""
    unpacker, members, begun = zlib.decompressobj(31 if is_gzip else 15), 0, False
    for chunk in chunks:
        waiting = chunk
        while waiting:
            try:
                piece = unpacker.decompress(waiting, STEP_BYTES)
            except zlib.error as error:
                if begun or is_gzip:
                    if is_gzip and members and not unpacker.eof:
                        return  # bytes after the end of a whole gzip stream that are no further part: padding
                    raise FetchFailedError(make_problem(url, "fetch_encoding", f"the packed page is damaged: {error}"), is_passing=True) from error
                unpacker, begun = zlib.decompressobj(-15), True
                continue
            begun = True
            if piece:
                yield piece
            if unpacker.eof:
                waiting, members = unpacker.unused_data, members + 1
                if not is_gzip or members > _MAX_MEMBERS:
                    return
                if waiting:
                    unpacker = zlib.decompressobj(31)
            else:
                waiting = unpacker.unconsumed_tail
    if begun and not unpacker.eof:
        raise FetchFailedError(make_problem(url, "fetch_cut_off", "the packed page ends before its end"), is_passing=True)
