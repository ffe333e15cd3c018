"""Keep the encoding that a transport named (an HTTP header, an e-mail part) where the bytes themselves cannot tell it."""

from __future__ import annotations

import codecs


def keep_charset(data: bytes, charset: str | None) -> bytes:
    """Return bytes that say their encoding: as they are when they are UTF-8 or marked, else recoded to marked UTF-8.

    Args:
        data: a text or HTML page.
        charset: the encoding it came with, `None` or an unknown name when none is known.

    Returns:
        `data` itself also when it is not what `charset` says: then the guess from the bytes is the better one.
    """
    if not charset or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        pass
    name = charset.strip().strip("\"'").lower()
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name  # as the WHATWG standard reads them
    try:
        # Only encodings of text: `codecs` knows others (`zip`, `hex`) that could blow up.
        if not codecs.lookup(name)._is_text_encoding:
            return data
        return codecs.BOM_UTF8 + data.decode(name).encode("utf-8")
    except (LookupError, UnicodeError, ValueError):
        return data
