"""Fetch an address: robots.txt, turns at the host, redirects one by one, tries again, and what came back as bytes that can be read.

In: an address. Out: `Fetched` or a `Problem`. Every hop of a redirect is a fresh address: checked, judged and waited for as the first.
"""

from __future__ import annotations

import codecs
import random as chance
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message

from onrecord.records import Page, Problem
from onrecord.sources.fetch import robots
from onrecord.sources.fetch.addresses import Target, parse_target
from onrecord.sources.fetch.agent import make_user_agent
from onrecord.sources.fetch.clock import Clock, SystemClock
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.politeness import PASSING_STATUSES, Politeness, read_retry_after
from onrecord.sources.fetch.transport import Answer, Transport
from onrecord.sources.fetch.validators import Validator, read_validator
from onrecord.sources.readers.reader import make_page, make_problem, move_problem

ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/*;q=0.8, application/json;q=0.7, */*;q=0.1"
READABLE = frozenset({"application/xhtml+xml", "application/xml", "application/json", "application/ld+json"})
"""Types besides `text/...`, `...+xml` and `...+json` that are taken."""
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_CLOSED = frozenset({401, 402, 403, 407, 451})
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"})
"""Python decodes these, but no browser reads pages in them, and some take long for hostile bytes."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave. `is_unchanged`: the server said it is as `validator` of last time, and `data` is empty. `fetched_at` is UTC, ISO 8601."""

    url: str
    final_url: str
    media_type: str
    charset: str | None
    data: bytes
    fetched_at: str
    is_unchanged: bool
    validator: Validator | None


class Fetcher:
    """Fetches addresses.

    Args:
        transport: sends single requests.
        clock: tells the time and waits.
        random: a number from 0 to 1, for the jitter of pauses.
        politeness: who may be asked when; by default made from clock and random.
        readable: media types that are taken besides text, XML and JSON (`application/pdf`).
    """

    def __init__(
        self,
        transport: Transport | None = None,
        *,
        clock: Clock | None = None,
        random: Callable[[], float] = chance.random,
        politeness: Politeness | None = None,
        readable: frozenset[str] = frozenset(),
    ) -> None:
        self._transport = transport or Transport()
        self._clock = clock or SystemClock()
        self._politeness = politeness or Politeness(self._clock, random)
        self._readable = READABLE | readable
        self._robots = robots.Robots(self._ask_robots, self._clock)
        self._agent = {"User-Agent": make_user_agent()}

    def fetch(self, url: str, validator: Validator | None = None) -> Fetched | Problem:
        """Return what an address gives, or the problem.

        Args:
            url: an http or https address.
            validator: the marks of the version read last; a server that has no newer one says so and sends nothing.
        """
        try:
            return self.get(url, validator)
        except FetchFailedError as failure:
            return failure.problem

    def get(self, url: str, validator: Validator | None = None) -> Fetched:
        """Return what `fetch` returns.

        Raises:
            FetchFailedError: with the problem, and whether it may pass.
        """
        asked = {"Accept": ACCEPT, **self._agent}
        return self._politeness.try_often(lambda: self._take(url, self._follow(url, asked, validator, is_judged=True), validator))

    def _follow(self, url: str, asked: Mapping[str, str], validator: Validator | None, *, is_judged: bool) -> Answer:
        """Return the answer at the end of the redirects."""
        rules, most = self._transport.rules, self._transport.limits.redirects
        target = parse_target(url, rules)
        visited: set[str] = set()
        while target.url not in visited:
            if len(visited) > most:
                raise FetchFailedError(make_problem(url, "fetch_redirects", f"more than {most} redirects, the last one to `{target.url[:200]}`"))
            visited.add(target.url)
            answer = self._ask(target, {**asked, **(validator.fields_for(target.url) if validator else {})}, is_judged=is_judged)
            if answer.status not in _REDIRECTS or not answer.fields.get("location", "").strip():
                return answer
            target = parse_target(answer.fields["location"], rules, base=target.url)
        raise FetchFailedError(make_problem(url, "fetch_redirects", f"the redirects go in a circle, back to `{target.url[:200]}`"))

    def _ask(self, target: Target, fields: Mapping[str, str], *, is_judged: bool) -> Answer:
        """Return the answer of one host when its robots.txt allows the question and its turn has come."""
        verdict = self._robots.judge(target) if is_judged else robots.Verdict(is_allowed=True)
        if verdict.is_passing:
            problem = make_problem(target.url, "fetch_robots", f"`{target.host}` does not give out its robots.txt at the moment, so nothing is fetched there", "try again later")
            if (told := verdict.host_problem) is not None:
                problem = move_problem(told, target.url)
            raise FetchFailedError(problem, is_passing=True, wait_s=robots.LEAST_FRESH_S)
        if not verdict.is_allowed:
            raise FetchFailedError(
                make_problem(target.url, "fetch_robots", f"the robots.txt of `{target.host}` does not allow this address", "ask the publisher for a feed or for leave")
            )
        with self._politeness.turn(target.host, target.url, verdict.delay_s):
            answer = self._transport.send(target, fields, limit_bytes=None if is_judged else robots.LIMIT_BYTES, is_cut=not is_judged)
        if answer.status in PASSING_STATUSES and (wait := read_retry_after(answer.fields.get("retry-after"), self._clock.now())) is not None:
            self._politeness.hold(target.host, wait)
        return answer

    def _ask_robots(self, url: str) -> Answer:
        return self._follow(url, {"Accept": "text/plain, */*;q=0.1", **self._agent}, None, is_judged=False)

    def _take(self, url: str, answer: Answer, validator: Validator | None) -> Fetched:
        """Return the bytes of an answer that has some.

        Raises:
            FetchFailedError: `fetch_gone`, `fetch_status`, `fetch_type`.
        """
        is_unchanged = answer.status == 304 and validator is not None
        if answer.status in _GONE:
            raise FetchFailedError(make_problem(url, "fetch_gone", f"the server has no such page (status {answer.status})"))
        if answer.status != 200 and not is_unchanged:
            hint = (
                "it may need a subscription; the publisher decides who may read it"
                if answer.status in _CLOSED
                else "try again later"
                if answer.status in PASSING_STATUSES
                else None
            )
            wait = read_retry_after(answer.fields.get("retry-after"), self._clock.now())
            problem = make_problem(url, "fetch_status", f"the server answered with status {answer.status}", hint)
            raise FetchFailedError(problem, is_passing=answer.status in PASSING_STATUSES, wait_s=wait)
        media_type, charset = read_content_type(answer.fields.get("content-type", ""))
        if not is_unchanged and not self._is_readable(media_type, answer.body):
            raise FetchFailedError(make_problem(url, "fetch_type", f"`{media_type or 'data without a type'}` is no page or feed", "allowed: HTML, text, XML, JSON"))
        return Fetched(
            url=url, final_url=answer.url, media_type=media_type, charset=charset, data=answer.body, is_unchanged=is_unchanged,
            fetched_at=datetime.fromtimestamp(self._clock.now(), UTC).isoformat(timespec="milliseconds"), validator=read_validator(answer.url, answer.fields) or (validator if is_unchanged else None),
        )  # fmt: skip

    def _is_readable(self, media_type: str, data: bytes) -> bool:
        if media_type in _UNSAID:
            return data.startswith(_MARKS) or b"\0" not in data[:4096]
        return media_type.startswith("text/") or media_type.endswith(("+xml", "+json")) or media_type in self._readable


def read_content_type(field: str) -> tuple[str, str | None]:
    """Return the media type in lower case and the charset, which is `None` when none is named or Python does not know it."""
    message = Message()
    message["Content-Type"] = field.replace("\r", " ").replace("\n", " ")
    media_type = field.partition(";")[0].strip().lower()
    try:
        charset = message.get_content_charset()
        name = codecs.lookup(charset).name if charset else None
        if name is None or name in _NO_CHARSETS:
            return media_type, None
        b"\0\0\0\0".decode(name, "replace")  # raises LookupError for what is no encoding of text, such as base64
        return media_type, name
    except (LookupError, ValueError, TypeError):
        return media_type, None


def make_fetched_page(
    fetched: Fetched, *, lang: str | None = None, published: str | None = None, outlet: str | None = None, modified: str | None = None,
) -> Page:  # fmt: skip
    """Return the page of what was fetched; it is named by the address asked for. Its headline is its own: that of a feed goes beside it (`Arrival`).

    A charset that only the server named would be lost with its header, and it counts more than what the page says of itself (HTML
    standard, "determining the character encoding"): such a page is rewritten in UTF-8 with a mark at its start, if every byte fits.
    """
    data = fetched.data
    if fetched.charset not in (None, "utf-8", "ascii") and not data.startswith(_MARKS):
        try:
            data = codecs.BOM_UTF8 + data.decode(fetched.charset or "utf-8").encode("utf-8")
        except (UnicodeError, ValueError):
            data = fetched.data
    head = fetched.data[:2048].lower()
    is_html = "html" in fetched.media_type or (fetched.media_type != "text/plain" and (b"<html" in head or b"<!doctype html" in head))
    form = "html" if is_html else "text"
    return make_page(fetched.url, form, data, url=fetched.final_url, lang=lang, published=published, outlet=outlet, modified=modified)
