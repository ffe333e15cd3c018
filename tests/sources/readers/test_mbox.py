"""Mailboxes: each mail is one article, whatever stands in the others, and the borders are those that the standard library sees."""

from __future__ import annotations

import mailbox
import resource
from contextlib import closing
from email.message import EmailMessage
from itertools import chain, repeat
from pathlib import Path

import pytest
from reading import HERE, codes, pages, read
from samples import MAIL, MBOX, WORDS, make_docx

from onrecord.records import Page, Problem
from onrecord.sources.readers import mbox, streams
from onrecord.sources.readers.reader import Place, open_bytes
from onrecord.sources.readers.registry import read_open

LINE = b"From news@x.example Sat Apr 23 10:00:00 2022\n"


def letter(number: int, text: str = WORDS, *, has_id: bool = True, subject: str = "Letter") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = f'"Briefing" <news@x{number}.example>', f"{subject} {number}"
    message["Date"] = f"Sat, {number + 1:02} Apr 2022 10:00:00 +0200"
    if has_id:
        message["Message-ID"] = f"<{number}@x.example>"
    message.set_content(f"{text} {number}")
    return message


def box(tmp_path: Path, *letters: EmailMessage) -> bytes:
    """Return a mailbox as the standard library writes it."""
    path = tmp_path / "made.mbox"
    made = mailbox.mbox(path)
    for one in letters:
        made.add(one)
    made.close()
    return path.read_bytes()


def test_each_mail_is_an_article_with_its_own_fields_and_its_own_place(tmp_path: Path) -> None:
    found = pages(read(box(tmp_path, *map(letter, range(3))), "in.mbox"))
    assert [page.title for page in found] == ["Letter 0", "Letter 1", "Letter 2"]
    assert [(page.published or "")[:10] for page in found] == ["2022-04-01", "2022-04-02", "2022-04-03"]
    assert {page.outlet for page in found} == {"Briefing"}
    assert [page.where for page in found] == ["in.mbox:1", "in.mbox:2", "in.mbox:3"]
    assert all(page.data.decode().strip() == f"{WORDS} {number}" for number, page in enumerate(found))


def test_a_mail_is_called_by_its_id_so_that_it_keeps_its_name_when_others_are_deleted(tmp_path: Path) -> None:
    whole = pages(read(box(tmp_path, *map(letter, range(3))), "in.mbox"))
    (tmp_path / "made.mbox").unlink()
    left = pages(read(box(tmp_path, letter(2)), "in.mbox"))
    assert [page.name for page in whole] == ["0@x.example", "1@x.example", "2@x.example"]
    assert [page.name for page in left] == ["2@x.example"]
    assert [page.name for page in pages(read(LINE + b"Subject: a\n\nwords\n", "in.mbox"))] == ["in:1"]


def test_a_newsletter_is_its_page_and_what_is_attached_is_read(tmp_path: Path) -> None:
    message = letter(0)
    message.add_attachment(make_docx("attached"), maintype="application", subtype="octet-stream", filename="notes.docx")
    found = pages(read(MBOX + b"\n" + box(tmp_path, message), "in.mbox"))
    assert [page.form for page in found] == ["html", "html", "text", "text"]
    assert found[-1].where == "in.mbox:3:notes.docx"
    assert b"attached" in found[-1].data


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_line_like_a_border_in_a_text_is_none_and_escaped_ones_lose_their_sign(end: bytes) -> None:
    text = b"\n".join((b"From now on we wait.", b"", b"From here to there.", b"It is far.", b">From me.", b">>From you."))
    data = (LINE + b"Subject: one\n\n" + text + b"\n\n" + LINE + b"Subject: two\n\nwords\n").replace(b"\n", end)
    one, two = pages(read(data, "in.mbox"))
    assert one.data.replace(b"\r", b"").strip() == text.replace(b">From", b"From")
    assert two.data.strip() == b"words"


@pytest.mark.parametrize("line", ["From - Sat Apr 23 10:00:00 2022", "From 1735@xxx Sat Apr 23 10:00:00 +0000 2022", "From MAILER-DAEMON Sat Apr 23 10:00 2022"])
def test_the_borders_of_any_program_give_it_away_without_an_ending(line: str) -> None:
    data = f"{line}\nSubject: one\n\n{WORDS}\n\n{line}\nSubject: two\n\n{WORDS}\n".encode()
    assert [page.title for page in pages(read(data, "Inbox"))] == ["one", "two"]


@pytest.mark.parametrize("text", ["From Korva, where it was 10:00\nthe sun rose.", "From: a@x.example\nSubject: b\n\nwords", "From a Sat Apr 23 10:00:00 2022"])
def test_a_text_or_a_mail_that_begins_alike_is_no_mailbox(text: str) -> None:
    assert not mbox.READER.recognise(text.encode(), "")


def test_a_bad_mail_costs_nothing_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MAX_MAIL_BYTES", 2000)
    data = b"\n".join((LINE + MAIL, LINE + b"Subject: large\n\n" + b"x" * 5000 + b"\n", LINE + b"Subject: none\n\n", LINE + b"X: \xff\x00\n\xfe: \n\n\x00\xff\n", LINE + MAIL))
    found = read(data, "in.mbox")
    assert [page.where for page in pages(found) if WORDS.encode() in page.data] == ["in.mbox:1", "in.mbox:5"]
    assert [(item.code, item.where) for item in found if isinstance(item, Problem)] == [("too_large", "in.mbox:2"), ("empty", "in.mbox")]


def test_a_mail_that_is_too_large_does_not_seem_whole_for_losing_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MAX_MAIL_BYTES", 2000)
    found = read(LINE + b"Subject: large\n\n>From here on\n" + b"x" * 5000 + b"\n", "in.mbox")
    assert [item.code for item in found if isinstance(item, Problem)] == ["too_large"]


def test_what_stands_before_the_first_mail_is_told() -> None:
    found = read(b"half a line\n\n" + MBOX, "in.mbox", "mbox")
    assert (len(pages(found)), codes(found)) == (2, ["damaged"])
    assert codes(read(b"no mail at all", "in.mbox", "mbox")) == ["damaged"]


def test_many_empty_mails_are_one_problem() -> None:
    found = read(b"From a 10:00\nA: b\n\n" * 500, "in.mbox")
    assert [item.message for item in found if isinstance(item, Problem)] == ["500 of 500 mails have no text"]


@pytest.mark.parametrize("chunk", [LINE + MAIL + b"\n", b"x" * 100_000, b"From " * 20_000, b"\n" * 100_000])
def test_a_mailbox_of_any_length_takes_little_memory(chunk: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with streams.open_chunks(chain([LINE + MAIL + b"\n"], repeat(chunk, 800), [b"\n\n" + LINE + MAIL])) as file:
        items = list(read_open(file, Place.of_path("f.mbox"), HERE, lambda where, reader: None))
    assert isinstance(items[0], Page if chunk.startswith(LINE) else Problem)
    assert isinstance(items[-1], Page)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_the_borders_are_those_that_the_standard_library_sees(tmp_path: Path) -> None:
    letters = [letter(number, "From the harbour.\n\nFrom me to you.", has_id=number % 2 == 0) for number in range(8)]
    data = box(tmp_path, *letters)
    with open_bytes(data) as file:
        mails = list(mbox.split_mails(file))
    with closing(mailbox.mbox(tmp_path / "made.mbox")) as known:
        assert len(mails) == len(known) == 8
    assert all(mail is not None and mail.count(b"\nFrom ") == 2 for mail in mails)


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_it_does_not_matter_where_a_file_is_cut_for_reading(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"before\n\n" + b"\n".join([LINE + MAIL, b"From " + b"x" * 3000 + b"\n\n" + LINE + b"Subject: a\n\n>From b\n\nFrom c\n"] * 2)
    with open_bytes(data) as file:
        whole = list(mbox.split_mails(file))
    assert [mail is None for mail in whole] == [True, False, False, False, False]
    monkeypatch.setattr(mbox, "CHUNK_BYTES", size)
    with open_bytes(data) as file:
        assert list(mbox.split_mails(file)) == whole
