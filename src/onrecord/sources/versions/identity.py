"""By what a published piece is known again: its address, what its feed calls it, its name in the store, or its outlet and nearly the same text.

In: articles. Out: `PieceKey`s without a piece, strongest first, and whether two texts are one piece told twice.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.ids import make_id
from onrecord.records import Article, PieceKey
from onrecord.spans import blank_dropped

RUN_WORDS = 5
SAME_TEXT = 0.8
"""Share of the five-word runs of the shorter text that the other holds, from which on both are one piece told twice.
Corrections change a few words in a hundred; two reports of one outlet on one event share quotations, seldom half of their runs."""
LEAST_RUNS = 20
"""Shorter texts (a forecast, a table of results) are alike without being one piece."""
SAMPLED_RUNS = 6
"""Runs by which a text is looked up, those with the smallest hashes: texts that share .8 of their runs share one of them in all but 1 of 1,000 cases."""

_SPARE_HOSTS = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_SPARE_FIELD = re.compile(
    r"(?:utm_|mtm_|pk_|at_|wt_|mc_|ns_|hsa?_|_hs)\w*|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|xtor|cmpid|cid|ref|ref_src|amp|outputtype|_ga", re.IGNORECASE
)
"""Fields of an address that say where a reader came from or how the page is drawn, and not which page it is."""
_SPARE_TAIL = re.compile(r"(?:/amp|/index\.(?:html?|php)|/)+$", re.IGNORECASE)
_RECORD = re.compile(r"#(?:[2-9]|[1-9]\d+)$")
"""The number of an article after the first in a document that holds several, at the end of its name."""
_WORD = re.compile(r"\w+")
_GLOBAL_GUID = re.compile(r"(?:https?://|tag:|urn:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The runs of words of a text, as hashes."""

    hashes: frozenset[int]

    def contain(self, other: Runs) -> float:
        """Return which share of the runs of the shorter text both hold, 0 to 1."""
        smaller = min(len(self.hashes), len(other.hashes))
        return len(self.hashes & other.hashes) / smaller if smaller else 0.0


def make_piece_key(kind: str, value: str, piece: str = "") -> PieceKey:
    """Return a key; `piece` is filled in when it is known whose it is."""
    return PieceKey(id=make_id("piece_key", kind, value), kind=kind, value=value, piece=piece)


def clean_address(url: str | None) -> str | None:
    """Return an address without what does not matter in it: scheme, `www.`, tracking fields, fragment, end slash; `None` when it is none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    fields = sorted((name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _SPARE_FIELD.fullmatch(name))
    query = f"?{urlencode(fields)}" if fields else ""
    return f"{_SPARE_HOSTS.sub('', host)}{port}{_SPARE_TAIL.sub('', parts.path)}{query}"


def list_identities(article: Article, guid: str | None = None) -> Iterator[PieceKey]:
    """Yield the keys that say for certain which piece an article is, strongest first; its name counts only among those without an address.

    The entry of a live blog has but one key: the address of its page with what the page calls the entry. So has an article without an address of its
    own that is not the first of its document: the address of the document with its number.

    Args:
        article: the article; its name may be the address it was asked for at.
        guid: what its feed calls it. One that is no address counts within the outlet.
    """
    if article.entry is not None:  # one of many at one address
        address = clean_address(article.url) or clean_address(article.name)
        if address:
            yield make_piece_key("url", f"{address}#{article.entry}")
        return
    if (record := _RECORD.search(article.name)) and clean_address(article.url) is None and (address := clean_address(article.name)):
        yield make_piece_key("url", address + record.group())
        return
    addresses = dict.fromkeys(found for url in (article.url, article.name) if (found := clean_address(url)))
    for address in addresses:
        yield make_piece_key("url", address)
    if guid and guid.strip():
        own = clean_address(guid) or guid.strip()
        yield make_piece_key("guid", own if _GLOBAL_GUID.match(guid.strip()) else f"{article.outlet or ''}|{own}")


def list_text_keys(article: Article, runs: Runs) -> Iterator[PieceKey]:
    """Yield the keys by which an article is found among those of its outlet with nearly the same text; none when either is not known well enough."""
    if article.entry is None and article.outlet and len(runs.hashes) >= LEAST_RUNS:
        for run in sorted(runs.hashes)[:SAMPLED_RUNS]:
            yield make_piece_key("text", f"{article.outlet.casefold()}|{run:08x}")


def read_runs(article: Article) -> Runs:
    """Return the runs of five words of an article, dropped spans left out."""
    text = blank_dropped(article)
    words = [word.casefold().encode("utf-8", "replace") for word in _WORD.findall(text)]
    return Runs(hashes=frozenset([zlib.crc32(b" ".join(words[i : i + RUN_WORDS])) for i in range(max(len(words) - RUN_WORDS + 1, 0))]))


def are_one_piece(article: Article, runs: Runs, other: Article) -> bool:
    """True when two articles of one outlet say nearly the same, and no two addresses speak against it unless the title is the same, too."""
    if article.entry is not None or other.entry is not None:
        return False
    if not article.outlet or not other.outlet or article.outlet.casefold() != other.outlet.casefold():
        return False
    mine, theirs = clean_address(article.url), clean_address(other.url)
    has_two_addresses = mine is not None and theirs is not None and mine != theirs
    is_same_title = " ".join((article.title or "").casefold().split()) == " ".join((other.title or "").casefold().split()) != ""
    return (is_same_title or not has_two_addresses) and runs.contain(read_runs(other)) >= SAME_TEXT
