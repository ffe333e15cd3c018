"""Every command, its output, its exit statuses, and what it says when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from onrecord import __version__
from onrecord.cli.main import main
from onrecord.cli.progress import SHOWN_PROBLEMS, list_problems, show_progress
from onrecord.sources.files import make_problem
from tests.cli.calls import call
from tests.run.news import NEWS, to_lines

COMMANDS = sorted(main.commands)


def test_there_are_these_commands() -> None:
    assert COMMANDS == ["add", "analyze", "brief", "compare", "demo", "eval", "fetch", "follow", "forget", "search", "sources", "verify", "versions"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_names_an_example_and_explains_every_option(name: str) -> None:
    shown = call(name, "--help")
    assert shown.exit_code == 0
    assert f"\n  onrecord {name}" in shown.output
    command = main.commands[name]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.opts[0] in shown.output
    assert call(name, "-h").output == shown.output


def test_the_first_help_names_every_command_and_the_exit_statuses() -> None:
    shown = call("--help").output
    assert all(f"\n  {name} " in shown for name in COMMANDS)
    assert all(f"{status} " in shown.split("Exit status:")[1] for status in (0, 2, 3, 4, 5, 6))


def test_the_version_is_that_of_the_package() -> None:
    assert call("--version").output == f"onrecord, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",), ("add",), ("forget",), ("search",), ("brief", "--format", "pdf"), ("search", "x", "--limit", "0"), ("analyze", "--format", "csv"),
        ("compare", "--colour"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_status_2(arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2


def test_analyze_writes_one_line_of_json_an_article(news: Path) -> None:
    done = call("analyze", news)
    assert done.exit_code == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == sorted(NEWS)
    for answer in answers:
        assert answer["text"] == NEWS[answer["id"]]
        assert set(answer) >= {"title", "outlet", "url", "lang", "published", "dropped", "mentions", "attributions", "commitments", "figures", "dates", "credits", "problems"}
        for attribution in answer["attributions"]:
            for start, end in attribution["content"]:
                assert answer["text"][start:end]


def test_analyze_reads_json_lines_on_standard_input_and_takes_their_fields() -> None:
    done = call("analyze", stdin=to_lines(gazette={"published": "2031-03-15", "outlet": "Korva Gazette", "lang": "en", "title": "Ships"}))
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["id"], first["outlet"], first["lang"], first["title"], first["published"]) == ("gazette", "Korva Gazette", "en", "Ships", "2031-03-15")
    assert len(done.stdout.splitlines()) == len(NEWS)


def test_a_bad_line_and_a_binary_file_are_problems_beside_the_good_ones(tmp_path: Path, news: Path) -> None:
    (tmp_path / "n.jsonl").write_bytes(to_lines() + b"{broken\n")
    (tmp_path / "scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    done = call("analyze", tmp_path)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == len(NEWS)
    assert f"problem [bad_json] {tmp_path / 'n.jsonl'}:{len(NEWS) + 1}: " in done.stderr
    assert f"problem [not_text] {tmp_path / 'scan.txt'}: " in done.stderr
    assert call("analyze", tmp_path, "--quiet").stderr == ""


@pytest.mark.parametrize("command", ["analyze", "compare"])
@pytest.mark.parametrize("stdin", [b"", b"no json\n", b"\x00\xff\n"])
def test_nothing_readable_is_status_3_and_says_what_to_give(command: str, stdin: bytes) -> None:
    done = call(command, stdin=stdin)
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "onrecord: no article could be read" in done.stderr
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr


def test_compare_writes_one_object_and_needs_no_store(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("compare", news)
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert sorted(article["id"] for article in answer["articles"]) == sorted(NEWS)
    assert {name for story in answer["stories"] for name in story["articles"]} == set(NEWS)
    for statement in answer["statements"]:
        for rendering in statement["renderings"]:
            start, end = rendering["span"]
            assert NEWS[rendering["article"]][start:end]
    assert list(tmp_path.iterdir()) == []


def test_the_order_of_the_input_does_not_change_a_comparison(news: Path) -> None:
    paths = sorted(news.iterdir())
    assert call("compare", *paths).stdout == call("compare", *paths[::-1]).stdout == call("compare", stdin=to_lines()).stdout


def test_one_file_given_twice_counts_once(news: Path) -> None:
    assert call("compare", news, news / "gazette.txt").stdout == call("compare", news).stdout


@pytest.mark.parametrize(("form", "start"), [("json", "{"), ("html", "<!"), ("text", "")])
def test_compare_and_brief_write_to_a_file(news: Path, filled: Path, tmp_path: Path, form: str, start: str) -> None:
    for name, arguments in (("a", ("compare", news)), ("b", ("brief", "--store", filled))):
        done = call(*arguments, "--format", form, "--out", tmp_path / name)
        assert done.exit_code == 0
        assert done.stdout == ""
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("arguments", [("compare",), ("brief",), ("demo",)])
def test_an_output_that_cannot_be_written_is_status_2_before_any_work(tmp_path: Path, filled: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("work began")

    monkeypatch.setattr("onrecord.cli.work.Model", fail)
    monkeypatch.setattr("onrecord.cli.work.read_shelf", fail)
    done = call(*arguments, "--out", tmp_path / "nowhere" / "a.html", *(("--store", filled) if arguments == ("brief",) else ()))
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_quiet_says_nothing_on_standard_error(tmp_path: Path, news: Path, filled: Path) -> None:
    (tmp_path / "void.txt").write_bytes(b"")
    for arguments in (
        ("add", news, tmp_path / "void.txt", "--store", tmp_path / "a.db", "-q"), ("analyze", news, tmp_path / "void.txt", "-q"),
        ("compare", news, tmp_path / "void.txt", "--quiet"), ("brief", "--store", filled, "--out", tmp_path / "b.txt", "-q"),
    ):  # fmt: skip
        assert call(*arguments).stderr == ""


def test_demo_shows_the_bundled_articles_and_writes_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("demo")
    assert done.exit_code == 0
    assert done.stdout.strip()
    assert "onrecord add FOLDER" in done.stderr
    assert (tmp_path / "onrecord-demo.html").stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == ["onrecord-demo.html"]


def test_many_problems_are_counted_and_the_first_ones_shown(capsys: pytest.CaptureFixture[str]) -> None:
    list_problems([make_problem(f"a{i}", "empty", "no text", "look\x1b[31m") for i in range(SHOWN_PROBLEMS + 5)], quiet=False)
    shown = capsys.readouterr().err
    assert shown.count("problem [empty]") == SHOWN_PROBLEMS
    assert "and 5 more" in shown
    assert "\x1b" not in shown
    list_problems([make_problem("a", "empty", "no text")], quiet=True)
    assert capsys.readouterr().err == ""


def test_progress_is_silent_away_from_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress("reading", 2, quiet=False) as advance:
        advance()
    assert capsys.readouterr().err == ""


def test_control_characters_of_an_article_act_on_no_terminal(tmp_path: Path) -> None:
    file, store = tmp_path / "news.txt", tmp_path / "a.db"
    acting = "\x1b]0;title\x07\x9b31m\x00\u202e"
    file.write_text(NEWS["lindham"].replace("the", f"the{acting}", 1).replace("\n\n", f"{acting}\n\n", 1), encoding="utf-8")
    said = [call("add", file, "--store", store), call("brief", "--store", store), call("brief", "--store", store, "--format", "json"), call("analyze", file)]
    said += [
        call("search", "Hulst", "--store", store),
        call("search", "Hulst", "--store", store, "--format", "json"),
        call("verify", "--store", store),
        call("add", tmp_path / acting),
    ]
    assert [done.exit_code for done in said] == [0] * 7 + [3]
    for done in said:
        assert not set(done.stdout + done.stderr) & set("\x1b\x07\x9b\x00\u202e")
    found = json.loads(said[3].stdout)
    assert acting in found["text"]
    assert "control_characters" in {problem["code"] for problem in found["problems"]}


THAI = "นายกเทศมนตรีกล่าวว่าท่าเรือเปิดอีกครั้งในวันนี้หลังจากปิดมาสองสัปดาห์เพราะพายุ " * 3


def test_articles_in_scripts_that_nobody_reads_are_counted_as_kept_with_reservations(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name, text in (("thai", THAI), ("lindham", NEWS["lindham"])):
        (tmp_path / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    done = call("add", tmp_path / "news", "--store", tmp_path / "a.db", "-v")
    assert "2 articles added, 0 unchanged, 0 problems, 1 kept with reservations (" in done.stderr
    assert "script_unsupported 1" in done.stderr
    assert f"reservation [script_unsupported] {tmp_path / 'news' / 'thai.txt'} (thai): " in done.stderr
    assert "reservations" not in call("add", tmp_path / "news", "--store", tmp_path / "a.db").stderr
    for command in ("analyze", "compare"):
        assert "2 articles read, 1 kept with reservations (" in call(command, tmp_path / "news").stderr
    assert "reservations" not in call("analyze", tmp_path / "news", "-q").stderr


def test_a_file_that_gives_no_article_is_named_by_its_path_though_others_have_its_name_and_bytes(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "story.txt" for folder in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(" \n", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text('{"id": "r1", "text": "   "}\n', encoding="utf-8")
    (tmp_path / "good.txt").write_text(NEWS["lindham"], encoding="utf-8")
    done = call("add", tmp_path, "--store", tmp_path / "a.db")
    for path in (*map(str, paths), f"{tmp_path / 'rows.jsonl'}:1"):
        assert f"problem [empty] {path}: " in done.stderr
    assert "3 problems" in done.stderr
    paths[0].write_text(NEWS["herald"], encoding="utf-8")
    call("add", tmp_path, "--store", tmp_path / "a.db")
    told = {problem["where"] for problem in json.loads(call("brief", "--store", tmp_path / "a.db", "--format", "json").stdout)["problems"]}
    assert told == {str(paths[1]), f"{tmp_path / 'rows.jsonl'}:1"}
    assert call("forget", paths[1], "--store", tmp_path / "a.db").exit_code == 0
