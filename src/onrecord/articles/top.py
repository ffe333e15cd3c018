"""The top of a text, read line by line: pseudo-headers, section label, notices, headline, author box, byline, date line.

In: units. Out: what is dropped, the headline, dates, address, credits, and the units of the body. It stops at the first line
that is none of these.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.articles.bylines import is_name_line, read_byline, read_names
from onrecord.articles.dated_bylines import read_name_and_date
from onrecord.articles.days import WrittenDay, find_days, to_range
from onrecord.articles.headers import find_date_tail, read_date_line, read_header
from onrecord.articles.headline import is_headline_at, is_same_title, measure_title_prefix
from onrecord.articles.modified import find_updates
from onrecord.articles.notices import make_notice, match_notice
from onrecord.articles.published import DateCandidate, find_instant
from onrecord.articles.sign_offs import credit_line, credit_names, is_agency_line
from onrecord.articles.units import HEADLINE_CHARS, Unit, count_words, ends_sentence, split_sentences
from onrecord.articles.wording import load_wording
from onrecord.languages.pack import Pack
from onrecord.records import Credit, Dropped, Span

TOP_UNITS = 25
"""Lines read as the top at most; crawl exports put up to about fifteen fields before the text."""

TAILED_CHARS = HEADLINE_CHARS + 120
"""A headline and a date line together."""

_TRAIL = ">»|/›·"


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """What stands at the top of a text; `body` are the units after it."""

    dropped: tuple[Dropped, ...]
    title: Span | None
    dates: tuple[DateCandidate, ...]
    url: str | None
    credits: tuple[Credit, ...]
    body: tuple[Unit, ...]


def read_top(units: tuple[Unit, ...], pack: Pack | None, given_title: str | None) -> Top:
    """Return the top of a text.

    Args:
        units: all units of the text.
        pack: the language's pack.
        given_title: the title that came with the page; the line that has its words is the headline then.
    """
    reader = _TopReader(list(units), pack, given_title)
    while reader.at < min(len(reader.units), TOP_UNITS) and reader.read_unit():
        pass
    if reader.title is None and given_title is not None:
        reader.find_given_title()
    return Top(
        dropped=tuple(reader.dropped),
        title=reader.title,
        dates=tuple(reader.dates),
        url=reader.url,
        credits=tuple(reader.credits),
        body=tuple(unit for unit in reader.units[reader.at :] if unit.text),
    )


@dataclass(slots=True)
class _TopReader:
    units: list[Unit]
    pack: Pack | None
    given_title: str | None
    at: int = 0
    title: Span | None = None
    url: str | None = None
    dropped: list[Dropped] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)

    def read_unit(self) -> bool:
        """Read the unit at `at`; return whether it belongs to the top."""
        return (
            self.read_date_tail()
            or self.read_title(given_only=True)
            or self.read_header()
            or self.read_date_line()
            or self.read_notice()
            or self.read_author_box()
            or self.read_byline()
            or self.read_label()
            or self.read_title(given_only=False)
        )

    def drop(self, unit: Unit, reason: str, length: int | None = None) -> None:
        end = unit.end if length is None else unit.start + len(unit.text[:length].rstrip())
        self.dropped.append(Dropped(span=Span(start=unit.start, end=end), reason=reason))

    def read_header(self) -> bool:
        unit = self.units[self.at]
        header = read_header(unit, self.pack)
        if header is None:
            return False
        self.drop(unit, "header", header.length)
        value = Span(start=unit.start + header.value[0], end=unit.start + header.value[1])
        if header.day is not None:
            is_update = bool(find_updates(unit.text, [WrittenDay(day=header.day, start=header.value[0], end=header.value[1])]))
            other = to_range(header.other) if header.other else None
            instant = find_instant(unit.text[header.value[0] : header.length])
            self.dates.append(DateCandidate(how="header", range=to_range(header.day), evidence=value, is_update=is_update, other=other, instant=instant))
        if header.kind == "url" and self.url is None:
            self.url = unit.text[header.value[0] : header.value[1]]
        for name in header.names:
            span = Span(start=unit.start + name.start, end=unit.start + name.end)
            self.credits.append(Credit(span=span, name=name.name, kind=name.kind))
        rest = unit.cut(header.length)
        if header.kind == "title" and self.title is None:
            self.title = rest.span
            self.at += 1
        elif rest.text:
            self.units[self.at] = rest
        else:
            self.at += 1
        return True

    def read_date_line(self) -> bool:
        unit = self.units[self.at]
        if read_date_line(unit.text, self.pack) is None:
            return False
        self.take_date_line(unit)
        self.at += 1
        return True

    def read_date_tail(self) -> bool:
        """Read a date line that stands behind the headline in one line; the rest of the line is read next."""
        unit = self.units[self.at]
        at = find_date_tail(unit.text, self.pack) if len(unit.text) <= TAILED_CHARS else None
        if at is None:
            return False
        self.take_date_line(unit.cut(at))
        head = unit.text[:at].rstrip()
        self.units[self.at] = replace(unit, end=unit.start + len(head), text=head)
        return True

    def take_date_line(self, unit: Unit) -> None:
        """Note the days of a line that holds nothing else, and drop it."""
        days = find_days(unit.text, self.pack)
        updates = find_updates(unit.text, days)
        first = min((day for day in days if day not in updates), key=lambda day: day.day, default=None)
        for day in (*((first,) if first is not None else ()), *updates):
            evidence = Span(start=unit.start + day.start, end=unit.start + day.end)
            self.dates.append(DateCandidate(how="line", range=to_range(day.day), evidence=evidence, is_update=day in updates, other=to_range(day.other) if day.other else None))
        self.drop(unit, "date_line")

    def read_notice(self) -> bool:
        unit = self.units[self.at]
        pieces = self.match_notices(unit)
        for start, end, reason in pieces:
            dropped, credit = make_notice(unit.start + start, unit.text[start:end], reason)
            self.dropped.append(dropped)
            self.credits += [credit] if credit is not None else []
        self.at += 1 if pieces else 0
        return bool(pieces)

    def match_notices(self, unit: Unit) -> list[tuple[int, int, tuple[str, str | None]]]:
        """Return the notices a unit consists of; empty when any sentence of it is none."""
        if len(unit.text) > 1_000:
            return []
        pieces = []
        for start, end in split_sentences(unit.text):
            if not any(map(str.isalnum, unit.text[start:end])):
                continue
            reason = match_notice(unit.text[start:end], self.pack)
            if reason is None:
                whole = match_notice(unit.text, self.pack)
                return [] if whole is None else [(0, len(unit.text), whole)]
            pieces.append((start, end, reason))
        return pieces

    def read_author_box(self) -> bool:
        """Read a label such as "Author:" on its own line and the names below it; doubled names and agencies are taken along."""
        label = self.units[self.at].text
        if label.rstrip(" :：").lower() not in load_wording().author_labels or self.at + 1 >= len(self.units):
            return False
        first = self.units[self.at + 1]
        if not (read_names(first.text) or is_name_line(first.text)) or (label[-1] not in ":：" and is_headline_at(self.units, self.at + 1)):
            return False
        self.drop(self.units[self.at], "byline")
        credits = credit_names(first)
        self.credits += credits or (Credit(span=first.span, name=first.text, kind="author"),)
        self.at += 1
        while self.at < len(self.units) and (self.units[self.at].text == first.text or is_agency_line(self.units[self.at].text)):
            self.drop(self.units[self.at], "byline")
            self.at += 1
        return True

    def read_byline(self) -> bool:
        unit = self.units[self.at]
        names = read_byline(unit.text) or read_name_and_date(unit.text, self.pack)
        if names is None and not (is_agency_line(unit.text) and self.at + 1 < len(self.units)):
            return False
        self.drop(unit, "byline")
        if names is None:
            self.credits += credit_line(unit)
        self.note_days(unit)
        for name in names or ():
            span = Span(start=unit.start + name.start, end=unit.start + name.end)
            self.credits.append(Credit(span=span, name=name.name, kind=name.kind))
        self.at += 1
        return True

    def note_days(self, unit: Unit) -> None:
        """Note the days that stand in a line beside its authors."""
        days = find_days(unit.text, self.pack) if any(map(str.isdigit, unit.text)) else ()
        updates = find_updates(unit.text, days)
        for day in days:
            evidence = Span(start=unit.start + day.start, end=unit.start + day.end)
            other = to_range(day.other) if day.other else None
            self.dates.append(DateCandidate(how="line", range=to_range(day.day), evidence=evidence, is_update=day in updates, other=other))

    def read_label(self) -> bool:
        """Read a section's name or a trail of sections ("World > Europe") that stands before the headline."""
        unit = self.units[self.at]
        words = count_words(unit.text)
        if self.title is not None or len(unit.text) > 60 or ends_sentence(unit.text) or unit.text[-1] in ":,;":
            return False
        is_trail = words <= 8 and any(f" {sign} " in unit.text for sign in _TRAIL)
        head = self.at + 1
        while head < min(len(self.units), self.at + 5) and self.match_notices(self.units[head]):
            head += 1
        limit = 3 if is_trail or head > self.at + 1 else 2
        if head >= len(self.units) or not (is_trail or words <= limit):
            return False
        text = self.units[head].text
        is_given = self.given_title is not None and is_same_title(text, self.given_title)
        if not is_given and not (is_headline_at(self.units, head) and count_words(text) >= 4 and len(text) > len(unit.text)):
            return False
        self.drop(unit, "section")
        self.at += 1
        return True

    def read_title(self, *, given_only: bool) -> bool:
        """Read the headline: the line with the given title's words, or without a given title a line of a headline's shape."""
        unit = self.units[self.at]
        if self.title is not None:
            return False
        if self.given_title is not None:
            if not is_same_title(unit.text, self.given_title):
                length = measure_title_prefix(unit.text, self.given_title)
                if not length:
                    return False
                self.title = Span(start=unit.start, end=unit.start + length)
                self.units[self.at] = unit.cut(length)
                return True
        elif given_only or not is_headline_at(self.units, self.at):
            return False
        self.title = unit.span
        self.at += 1
        return True

    def find_given_title(self) -> None:
        """Look for the given title among lines below the first that was not understood; these stay in the body."""
        for index in range(self.at, min(len(self.units), TOP_UNITS)):
            if self.given_title is not None and is_same_title(self.units[index].text, self.given_title):
                self.title = self.units[index].span
                self.units.pop(index)
                return
