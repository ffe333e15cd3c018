"""Reading pages: folders, hidden files, web pages by their content, JSON Lines good and bad; whatever cannot be read is said."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError, UsageError
from onrecord.records import Page, Problem
from onrecord.sources.files import JUNCTION, ReadOptions, is_link, make_page, make_problem, read_pages
from onrecord.sources.readers import reader
from tests.sources.asking import line, pages, problem, read, write


def test_a_file_is_named_by_its_stem_and_keeps_its_bytes(tmp_path: Path) -> None:
    (page,) = pages(write(tmp_path / "letter.txt", b"\xff\xfe caf\xe9"))
    assert (page.name, page.form, page.data) == ("letter", "text", b"\xff\xfe caf\xe9")


@pytest.mark.parametrize("ending", [".txt", ".text", ".md", ".markdown", ".TXT", "", ".log"])
def test_a_file_given_by_name_is_read_whatever_its_ending(tmp_path: Path, ending: str) -> None:
    (page,) = pages(write(tmp_path / f"letter{ending}"))
    assert page.form == "text"


@pytest.mark.parametrize("ending", [".html", ".htm", ".xhtml", ".HTML"])
def test_web_pages_are_known_by_their_ending(tmp_path: Path, ending: str) -> None:
    assert pages(write(tmp_path / f"letter{ending}"))[0].form == "html"


@pytest.mark.parametrize(
    ("data", "form"),
    [
        ("<!DOCTYPE html><p>x", "html"), ("  \n<HTML lang=en>", "html"), ("\ufeff<html>", "html"), ('<?xml version="1.0"?>\n<html>', "html"),
        ("<!-- saved --><html>", "html"), ("<p>a fragment", "text"), ("we write <html> here", "text"), ("", "text"),
    ],
)  # fmt: skip
def test_web_pages_are_known_by_their_content(tmp_path: Path, data: str, form: str) -> None:
    assert pages(write(tmp_path / "letter.txt", data))[0].form == form


def test_a_folder_gives_its_articles_sorted_with_those_of_its_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "inner/c.html", "inner/deep/d.htm"):
        write(tmp_path / name)
    assert [page.name for page in pages(tmp_path)] == ["a", "b", "c", "d"]


def test_hidden_files_and_folders_are_left_out_unless_given_by_name(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    hidden = write(tmp_path / ".secret.txt")
    write(tmp_path / ".git" / "b.txt")
    assert [page.name for page in pages(tmp_path)] == ["a"]
    assert [page.name for page in pages(hidden)] == [".secret"]
    assert [page.name for page in pages(tmp_path / ".git")] == ["b"]


@pytest.mark.parametrize("folder", ["The bridge_files", "The bridge-Dateien", "The bridge_fichiers", "The bridge.files", "The bridge_файлы"])
def test_the_folder_that_was_saved_with_a_page_is_no_article(tmp_path: Path, folder: str) -> None:
    write(tmp_path / "The bridge.html", "<html><p>words")
    write(tmp_path / folder / "advert.html", "<html><p>buy")
    write(tmp_path / folder / "deep" / "licence.txt", "terms")
    write(tmp_path / folder / "photo.jpg")
    write(tmp_path / "Other_files" / "note.txt", "words")
    assert [page.name for page in pages(tmp_path)] == ["note", "The bridge"]
    assert not [item for item in read(tmp_path) if isinstance(item, Problem)]
    assert [item.name for item in read(tmp_path / folder) if isinstance(item, Page)] == ["advert", "licence"]


def test_the_folder_that_was_saved_with_a_page_is_no_article_in_an_archive_either(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in ("in/a_files/ad.html", "in/a_files/b/c.txt", "in/a.htm", "out/a_files/d.txt", "a_files/e.html"):
            archive.writestr(name, "<html><p>words")
    found = pages(write(tmp_path / "pack.zip", held.getvalue()))
    assert sorted(page.name for page in found) == ["pack:a_files/e", "pack:in/a", "pack:out/a_files/d"]


def test_files_of_unknown_ending_in_a_folder_are_told(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "scan.tiff", b"II*")
    write(tmp_path / "inner" / "photo.jpg", b"\xff\xd8\xff")
    found = problem(tmp_path)
    assert (found.code, found.where) == ("unknown_ending", str(tmp_path))
    assert "2 files" in found.message
    assert ".jpg .tiff" in found.message


def test_what_is_left_out_is_neither_read_nor_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt")
    write(tmp_path / "onrecord.db")
    found = list(read_pages([str(tmp_path)], io.BytesIO(), [Path("onrecord.db")]))
    assert [type(item) for item in found] == [Page]


def test_a_folder_without_articles_is_a_problem(tmp_path: Path) -> None:
    assert problem(tmp_path).code == "no_articles"
    write(tmp_path / "scan.tiff")
    found = problem(tmp_path)
    assert found.code == "no_articles"
    assert found.hint is not None
    assert ".txt" in found.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything, so nothing is unreadable")
def test_what_may_not_be_read_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    locked, folder = write(tmp_path / "a.txt"), write(tmp_path / "shut" / "b.txt").parent
    write(tmp_path / "c.txt")
    locked.chmod(0)
    folder.chmod(0)
    try:
        found = read(tmp_path)
    finally:
        folder.chmod(0o700)
    assert [item.code for item in found if isinstance(item, Problem)] == ["unreadable", "unreadable"]
    assert [item.name for item in found if isinstance(item, Page)] == ["c"]


def test_a_read_that_fails_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")

    def fail(self: Path, mode: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    found = problem(path)
    assert found.code == "unreadable"
    assert "Input/output error" in found.message


def test_a_broken_link_and_a_pipe_are_problems_and_do_not_hang(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = read(tmp_path)
    assert sorted(Path(item.where).name for item in found if isinstance(item, Problem)) == ["gone.txt", "pipe.txt"]
    assert [item.name for item in found if isinstance(item, Page)] == ["a"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [page.name for page in pages(tmp_path)] == ["a"]


def test_a_file_over_the_limit_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_FILE_BYTES", 10)
    assert pages(write(tmp_path / "a.txt", "x" * 10))
    assert problem(write(tmp_path / "b.txt", "x" * 11)).code == "too_large"


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist") as raised:
        read(write(tmp_path / "a.txt"), tmp_path / "nowhere.txt")
    assert raised.value.hint


def test_paths_may_come_from_a_generator(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert len(list(read_pages((str(p) for p in [path]), io.BytesIO()))) == 1


def test_two_files_of_one_stem_get_two_names(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "z/a~2.txt"):
        write(tmp_path / name, name)
    found = pages(tmp_path)
    assert [page.name for page in found] == ["a", "a~2", "a~2~2"]
    assert len({page.id for page in found}) == 3


def test_one_file_given_twice_keeps_its_name_and_id(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    first, second = pages(path, tmp_path)
    assert first == second


def test_a_file_name_that_is_no_unicode_can_still_be_named(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as handle:  # noqa: PTH123  only bytes can name it
        handle.write(b"words")
    (page,) = pages(tmp_path)
    page.name.encode()


def test_two_records_of_one_id_get_two_names() -> None:
    assert [page.name for page in pages("-", stdin=line(id="a", text="x") + line(id="a", text="y"))] == ["a", "a~2"]


def test_ids_follow_from_names_and_bytes_and_problems_from_what_they_say() -> None:
    assert make_page("a", "text", b"x").id == make_page("a", "html", b"x", lang="en").id
    assert make_page("a", "text", b"x").id != make_page("a", "text", b"y").id
    assert make_problem("a", "empty", "nothing").id == make_problem("a", "empty", "nothing", "look").id


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_on_standard_input_raise(data: bytes) -> None:
    for item in read("-", stdin=data):
        assert isinstance(item, Page | Problem)


def test_xml_of_a_kind_that_is_not_known_is_no_article(tmp_path: Path) -> None:
    assert problem(write(tmp_path / "a.xml", "<?xml version='1.0'?><note>words</note>")).code == "unknown_form"


def test_what_was_guessed_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    path = str(write(tmp_path / "a.txt", "<!doctype html><p>x"))
    list(read_pages([path], io.BytesIO(), told=lambda where, form: told.append((where, form))))
    assert told == [(path, "web page")]


def test_a_form_may_be_given_and_must_exist(tmp_path: Path) -> None:
    path = str(write(tmp_path / "a.txt", "<!doctype html><p>x"))
    (page,) = read_pages([path], io.BytesIO(), options=ReadOptions(form="text"))
    assert isinstance(page, Page)
    assert page.form == "text"
    with pytest.raises(UsageError, match="no form"):
        list(read_pages([path], io.BytesIO(), options=ReadOptions(form="nonsense")))
    with pytest.raises(UsageError, match="no field"):
        list(read_pages([path], io.BytesIO(), options=ReadOptions(columns=(("words", "A"),))))


def test_standard_input_may_be_of_another_form_and_stays_open() -> None:
    stdin = io.BytesIO(b"text,title\none,A\n")
    (page,) = read_pages(["-"], stdin, options=ReadOptions(form="table"))
    assert isinstance(page, Page)
    assert (page.data, page.title) == (b"one", "A")
    assert not stdin.closed


def test_a_form_that_is_given_holds_inside_of_gzip_and_problems_name_the_file_given(tmp_path: Path) -> None:
    path = str(write(tmp_path / "a.gz", gzip.compress(b"text;title\none;A\n;B\n")))
    page, said = read_pages([path], io.BytesIO(), options=ReadOptions(form="table"))
    assert isinstance(page, Page)
    assert isinstance(said, Problem)
    assert (page.name, page.data, said.where) == ("a:1", b"one", f"{path}:3")


def test_many_pages_of_one_name_take_no_longer_than_others() -> None:
    found = pages("-", stdin=b"".join(line(id="a", text=str(number)) for number in range(20_000)))
    assert len({page.name for page in found}) == 20_000
    assert [page.name for page in found[:3]] == ["a", "a~2", "a~3"]


def test_a_folder_is_walked_as_its_pages_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "a" / "one.txt")
    write(tmp_path / "b" / "two.txt")
    found = read_pages([str(tmp_path)], io.BytesIO())
    first = next(found)
    write(tmp_path / "b" / "three.txt", "written after the first page was read")
    assert isinstance(first, Page)
    assert [first.name, *(item.name for item in found if isinstance(item, Page))] == ["one", "three", "two"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Stands for a folder as `os.scandir` gives it on Windows."""

    tag: int

    def is_symlink(self) -> bool:
        return False

    def is_dir(self) -> bool:
        return True

    def stat(self, *, follow_symlinks: bool) -> SimpleNamespace:
        return SimpleNamespace(st_reparse_tag=self.tag)


@pytest.mark.parametrize(("tag", "expected"), [(JUNCTION, True), (0, False), (0x9000001A, False)], ids=["junction", "folder", "kept in a cloud"])
def test_a_junction_of_windows_is_a_link(tag: int, expected: bool) -> None:
    assert is_link(Entry(tag=tag), "nt") is expected  # type: ignore[arg-type]
