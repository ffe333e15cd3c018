"""Output goes where systems want it: UTF-8 in files and pipes whatever the code page, files replaced also where somebody has them open, readers that went away."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from onrecord.cli import output
from onrecord.cli.output import replace_text
from onrecord.cli.streams import is_reader_gone, prepare_output
from onrecord.errors import UsageError
from onrecord.sources.replacing import take_place

WORDS = "мост, köprü, Brücke, přístav, łódź"


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "ascii", "utf-8"])
def test_a_file_gets_utf8_whatever_the_code_page(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding=encoding, newline="")
    monkeypatch.setattr("sys.stdout", stream)
    prepare_output()
    stream.write(WORDS)
    stream.flush()
    assert written.getvalue().decode("utf-8") == WORDS


def test_a_terminal_keeps_its_encoding_and_refuses_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    stream = Terminal(written, encoding="cp1252")
    monkeypatch.setattr("sys.stdout", stream)
    prepare_output()
    stream.write("Brücke мост")
    stream.flush()
    assert written.getvalue().decode("cp1252") == "Brücke \\u043c\\u043e\\u0441\\u0442"


def test_output_that_is_no_stream_of_letters_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    held = io.StringIO()
    monkeypatch.setattr("sys.stdout", held)
    prepare_output()
    held.write(WORDS)
    assert held.getvalue() == WORDS


@pytest.mark.parametrize(
    ("error", "system", "expected"),
    [
        (BrokenPipeError(), "posix", True), (BrokenPipeError(), "nt", True), (OSError(errno.EINVAL, "Invalid argument"), "nt", True),
        (OSError(errno.EINVAL, "Invalid argument"), "posix", False), (OSError(errno.EINVAL, "Invalid argument", "a?b.txt"), "nt", False), (OSError(errno.ENOSPC, "No space"), "nt", False),
    ],
)  # fmt: skip
def test_a_reader_that_went_away_is_known_on_each_system(error: OSError, system: str, expected: bool) -> None:
    assert is_reader_gone(error, system) is expected


class Refusing:
    """Stands for `Path.replace`, and refuses some times."""

    def __init__(self, times: int) -> None:
        self.left = times
        self.replace = Path.replace

    def __call__(self, part: Path, path: Path) -> Path:
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(errno.EACCES, "in use")
        return self.replace(part, path)


@pytest.mark.parametrize(("times", "waited"), [(0, []), (1, [0.1]), (2, [0.1, 0.2])])
def test_a_file_that_is_open_elsewhere_for_a_moment_is_replaced(times: int, waited: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part, path = tmp_path / "a.part", tmp_path / "a"
    part.write_text("new", encoding="utf-8")
    path.write_text("old", encoding="utf-8")
    refusing, pauses = Refusing(times), list[float]()
    monkeypatch.setattr(Path, "replace", lambda self, target: refusing(self, target))
    take_place(part, path, (0.1, 0.2), pauses.append)
    assert path.read_text(encoding="utf-8") == "new"
    assert pauses == waited


def test_one_that_stays_open_is_told_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")

    def refuse(part: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(output, "take_place", refuse)
    with pytest.raises(UsageError, match="cannot be written: in use"):
        replace_text(path, "new")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
    assert path.read_text(encoding="utf-8") == "old"


def test_files_have_the_same_line_ends_on_every_system(tmp_path: Path) -> None:
    replace_text(tmp_path / "a", "one\ntwo\n")
    assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"
