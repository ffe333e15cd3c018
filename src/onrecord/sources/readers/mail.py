"""E-mails (`.eml`), newsletters above all: the HTML part if there is one, else the text; attached documents are read too."""

from __future__ import annotations

import email
import email.errors
import email.header
import email.message
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.isolation import Failure, call_isolated, explain_failure
from onrecord.sources.readers.charsets import keep_charset
from onrecord.sources.readers.entries import read_time
from onrecord.sources.readers.mhtml import is_saved_page
from onrecord.sources.readers.reader import File, Part, Place, ReadOptions, clean_field, cut_ending, has_suffix, make_page, make_problem, open_bytes, read_whole
from onrecord.sources.readers.roots import decode_head

MAX_MAIL_BYTES = 30 * 2**20
"""Real bytes of an e-mail: servers take 25 MB at most, which base64 has made larger."""

ISOLATED_BYTES = 2**20
"""Larger e-mails are parsed in a worker: many boundaries in many lines can take long. Smaller ones cannot take more than a second or two."""

MAX_PARTS = 1000
MAX_HEADER_CHARS = 2000
_TRANSPORT = frozenset({"received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "content-type", "x-mailer"})
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?: |\t|\r?$)")
_NOT_READ = ("image/", "audio/", "video/", "application/pgp", "application/pkcs7", "text/calendar")

Piece = tuple[str, str, bytes, str | None]
"""Kind (`html`, `text`, `file`), file name, content, charset."""


@dataclass(frozen=True, slots=True)
class MailReader:
    """Reads one e-mail."""

    name: str = "mail"
    title: str = "e-mail"
    suffixes: frozenset[str] = frozenset({".eml"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when it begins with header lines of which two are the mail system's own; by its ending when any header is there."""
        names = _read_names(decode_head(head))
        if is_saved_page(head):  # a page saved as a single file has the same header lines
            return False
        return len(names & _TRANSPORT) > 1 or (has_suffix(filename, self.suffixes) and (bool(names) or not head))

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem | Part]:
        """Yield the page of the e-mail, then its attachments."""
        data = read_whole(file, place, MAX_MAIL_BYTES)
        if isinstance(data, Problem):
            yield data
            return
        found = call_isolated(parse_mail, data, is_isolated=options.is_isolated and len(data) > ISOLATED_BYTES)
        if isinstance(found, Failure):
            yield explain_failure(found, place)
            return
        fields, pieces = found
        body = next((p for kind in ("html", "text") for p in pieces if p[0] == kind and p[2].strip()), None)
        if body is not None:
            form, _, content, charset = body
            yield make_page(
                place.name, form, keep_charset(content, charset),
                title=clean_field(fields.get("subject")), published=read_time(clean_field(fields.get("date"))), outlet=_read_sender(fields.get("from")),
                url=_read_address(fields.get("archived-at")), lang=clean_field(fields.get("content-language")),
            )  # fmt: skip
        attached = [piece for piece in pieces if piece[0] == "file"]
        for _, name, content, _ in attached:
            name = re.split(r"[/\\]", name)[-1] or "attachment"
            with open_bytes(content) as opened:
                yield Part(place=Place(where=f"{place.where}:{name}", name=f"{place.name}:{cut_ending(name)}"), file=opened)
        if body is None and not attached:
            yield make_problem(place.where, "empty", "there is no text in the e-mail")


def parse_mail(data: bytes) -> tuple[dict[str, str], list[Piece]]:
    """Return headers and pieces of an e-mail in its order; large ones run in a worker.

    Raises:
        ValueError: it is nested too deep.
    """
    try:
        message = email.message_from_bytes(data)
        fields = {name: _decode_header(message.get(name)) for name in ("subject", "date", "from", "archived-at", "content-language")}
        return fields, list(_walk(message))
    except RecursionError as error:
        raise ValueError("the parts are nested too deep") from error


def _walk(message: email.message.Message) -> Iterator[Piece]:
    stack = [message]
    for _ in range(MAX_PARTS):
        if not stack:
            return
        part = stack.pop()
        inner = part.get_payload()
        if isinstance(inner, list):
            stack.extend(p for p in reversed(inner) if isinstance(p, email.message.Message))
            continue
        kind, name = part.get_content_type(), _decode_header(part.get_filename())
        if kind.startswith(_NOT_READ):
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/")):
            yield "file", name or "attachment", content, None
        elif kind in ("text/html", "text/plain"):
            charset = part.get_param("charset")
            yield kind.removeprefix("text/").replace("plain", "text"), name, content, charset if isinstance(charset, str) else None


def _decode_header(value: object) -> str:
    """Return a header's text with its encoded words decoded, as written when they cannot be."""
    text = str(value or "")[:MAX_HEADER_CHARS]
    try:
        return str(email.header.make_header(email.header.decode_header(text)))
    except (email.errors.HeaderParseError, ValueError, LookupError):
        return text


def _read_names(head: str) -> set[str]:
    """Return the names of the headers a text begins with, in lower case."""
    names: set[str] = set()
    for line in head.lstrip("\ufeff").splitlines():
        if line[:1] in (" ", "\t") and names:
            continue
        found = _HEADER.match(line)
        if found is None:
            break
        names.add(found[1].lower())
    return names


def _read_sender(value: str | None) -> str | None:
    """Return the name a sender gives itself, the host of its address when there is none."""
    name, _, address = (value or "").rpartition("<")
    return clean_field(name.strip(' "')) or clean_field(address.rpartition("@")[2].strip("> "))


def _read_address(value: str | None) -> str | None:
    address = clean_field((value or "").strip("<> "))
    return address if address and address.startswith(("http://", "https://")) else None


READER = MailReader()
