"""What the first bytes of a file give away: the root element of markup, or the beginning of JSON.

In: the head of a file. Out: names. Nothing is parsed here, so nothing in a hostile head can cost time or memory.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

_ELEMENT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s[^>]*)?)/?(?:>|$)", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype\s+([A-Za-z_][\w.:-]*)", re.IGNORECASE)
_SPACE = " \t\r\n\ufeff\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """How markup begins: `name` is the root element without prefix, in lower case; `attributes` as written."""

    name: str
    attributes: str
    is_xml: bool
    doctype: str = ""


@lru_cache(maxsize=4)  # every reader asks for the same head
def decode_head(head: bytes) -> str:
    """Return the head as text, good enough to look for names: UTF-16 and UTF-8 by their marks, else byte by byte."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(name, "replace")
    if head[:4] in (b"<\x00?\x00", b"<\x00!\x00", b'{\x00"\x00'):
        return head.decode("utf-16-le", "replace")
    if head[:4] in (b"\x00<\x00?", b"\x00<\x00!", b'\x00{\x00"'):
        return head.decode("utf-16-be", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def find_root(head: bytes) -> Root | None:
    """Return the root element after declaration, comments and doctype; `None` when this is no markup.

    The name is empty when it is XML whose root lies beyond the head.
    """
    text = decode_head(head).lstrip(_SPACE)
    is_xml = text[:5].lower() == "<?xml"
    doctype = ""
    while text.startswith("<"):
        if text.startswith("<?"):
            _, _, text = text.partition("?>")
        elif text.startswith("<!--"):
            _, _, text = text.partition("-->")
        elif found := _DOCTYPE.match(text):
            doctype = found[1].lower()
            # A doctype may hold declarations in brackets, which hold `>` themselves.
            bracket, close = text.find("["), text.find(">")
            text = text[text.find("]", bracket) + 1 :].partition(">")[2] if 0 <= bracket < close and "]" in text else text.partition(">")[2]
        elif element := _ELEMENT.match(text):
            return Root(name=element[2].lower(), attributes=element[3], is_xml=is_xml, doctype=doctype)
        else:
            break
        text = text.lstrip(_SPACE)
    return Root(name="", attributes="", is_xml=is_xml, doctype=doctype) if is_xml or doctype else None


def begins_json_object(head: bytes) -> bool:
    """True when the first sign is a brace and a quoted key, or a list of such."""
    return re.match(r"(?:\[\s*)?\{\s*(?:\"|$)", decode_head(head).lstrip(_SPACE)) is not None
