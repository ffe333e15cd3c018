"""The documentation names every command, option, setting, problem, error, label and record field, and nothing that does not exist."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from onrecord import errors, records
from onrecord.cli.main import main
from onrecord.errors import OnrecordError
from onrecord.languages.pack import known_languages
from onrecord.sources.readers.columns import list_fields
from onrecord.sources.readers.reader import Reader
from onrecord.sources.readers.registry import READERS
from onrecord.statements.differences import LABELS

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "onrecord"
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def cut_sections(page: str, level: int) -> dict[str, str]:
    """Return heading -> text under it, up to the next heading of the same or a higher level."""
    parts = re.split(rf"(?m)^#{{1,{level}}} (.+)$", page)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def list_first_cells(table: str) -> set[str]:
    """Return the words in backticks that begin the rows of tables."""
    return set(re.findall(r"(?m)^\| `([^`]+)`", table))


def find_problem_codes() -> dict[str, Path]:
    """Return every code that a call of a function for problems gives as its second argument, with a file that holds it."""
    codes = {}
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {ast.unparse(node.targets[0]): node.value for node in tree.body if isinstance(node, ast.Assign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("make_problem", "problem", "Problem") and len(node.args) > 1:
                code = constants.get(ast.unparse(node.args[1]), node.args[1])
                assert isinstance(code, ast.Constant), f"{path.name}:{node.lineno}: a problem's code must stand there as a word, or as a constant of the file"
                codes[str(code.value)] = path
    return codes


def list_explained_problems() -> set[str]:
    """Return the codes of the tables of problems."""
    return list_first_cells(read("errors.md").split("\n## Problems\n")[1].split("\n## ")[0])


def list_options() -> Iterator[tuple[str, str]]:
    """Yield (command, option) for every spelling of every option."""
    for name, command in main.commands.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield from ((name, spelling) for spelling in parameter.opts)


def test_the_regular_expressions_of_this_test_find_something() -> None:
    assert len(find_problem_codes()) > 10
    assert len(list(list_options())) > 10
    assert len(cut_sections(read("manual.md"), 3)) > 8


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_a_section_in_the_manual_with_an_example(name: str) -> None:
    section = cut_sections(read("manual.md"), 3)[name]
    assert f"onrecord {name}" in section


@pytest.mark.parametrize(("name", "option"), sorted(list_options()))
def test_every_option_stands_in_the_section_of_its_command(name: str, option: str) -> None:
    manual = read("manual.md")
    section = cut_sections(manual, 3)[name]
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", section), f"`{option}` is not in the section of `{name}`"


def test_every_option_and_command_the_manual_names_exists() -> None:
    sections = cut_sections(read("manual.md"), 3)
    options = set(list_options())
    for name in main.commands:
        for option in re.findall(r"`(--[a-z-]+)", sections[name]):
            assert (name, option) in options or option in ("--help",), f"`{name}` has no `{option}`"
    for page in PAGES:
        for block in re.findall(r"(?s)```\w*\n(.*?)```", page.read_text(encoding="utf-8")):
            for name in re.findall(r"(?m)^(?:\$ )?onrecord ([a-z]+)", block):
                assert name in main.commands, f"{page.name}: there is no `onrecord {name}`"


def test_every_setting_stands_in_the_manual() -> None:
    for command in main.commands.values():
        for parameter in command.params:
            if isinstance(parameter, click.Option) and isinstance(parameter.envvar, str):
                assert parameter.envvar in read("manual.md")


@pytest.mark.parametrize("code", sorted(find_problem_codes()))
def test_every_problem_is_explained(code: str) -> None:
    assert code in list_explained_problems()


def test_every_problem_that_is_explained_exists() -> None:
    assert list_explained_problems() == set(find_problem_codes())


@pytest.mark.parametrize("kind", [OnrecordError, *OnrecordError.__subclasses__()], ids=lambda kind: kind.__name__)
def test_every_error_is_explained_with_its_code_and_statuses(kind: type[OnrecordError]) -> None:
    (row,) = re.findall(rf"(?m)^\| `{kind.__name__}` .*$", read("errors.md"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1:4] == [f"`{kind.code}`", str(kind.exit_status), str(kind.http_status)]


def test_every_exit_status_stands_in_the_manual() -> None:
    section = cut_sections(read("manual.md"), 2)["Exit statuses"]
    statuses = {0, *(kind.exit_status for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, OnrecordError))}
    assert statuses <= {int(number) for number in re.findall(r"(?m)^\| `?(\d+)`?", section)}


@pytest.mark.parametrize("kind", [k for _, k in inspect.getmembers(records, inspect.isclass) if dataclasses.is_dataclass(k)], ids=lambda kind: kind.__name__)
def test_every_field_of_a_record_stands_in_its_section(kind: type) -> None:
    section = cut_sections(read("records.md"), 2)[kind.__name__]
    assert list_first_cells(section) >= {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_form_is_listed_where_users_look(reader: Reader) -> None:
    table = read("sources.md").split("\n## Forms\n")[1].split("\n## ")[0]
    assert f"`{reader.name}`" in table
    (option,) = (parameter for parameter in main.commands["add"].params if isinstance(parameter, click.Option) and "--form" in parameter.opts)
    assert reader.name in (option.help or "").replace("(", " ").replace(")", " ").split()


@pytest.mark.parametrize("field", list_fields())
def test_every_field_that_may_be_mapped_is_listed_where_users_look(field: str) -> None:
    assert f"`{field}`" in next(line for line in read("manual.md").splitlines() if line.startswith("| `--map "))
    (option,) = (parameter for parameter in main.commands["add"].params if isinstance(parameter, click.Option) and "--map" in parameter.opts)
    assert field in (option.help or "").replace(".", " ").split()


@pytest.mark.parametrize("label", LABELS)
def test_every_label_of_a_difference_is_explained(label: str) -> None:
    assert f"`{label}`" in read("glossary.md") + read("manual.md")


def test_every_language_with_a_pack_is_listed() -> None:
    listed = read("languages.md") + read("quality.md") + read("manual.md")
    for lang in known_languages():
        assert re.search(rf"`{lang}`|\b{lang}\b", listed), lang


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"(?s)```.*?```", "", text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path) if path else page
        assert found.exists(), f"{page.name}: `{target}`"
        if anchor and found.suffix == ".md":
            headings = re.findall(r"(?m)^#+ (.+)$", found.read_text(encoding="utf-8"))
            assert anchor in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}, f"{page.name}: `{target}`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_of_the_source_that_is_named_exists(page: Path) -> None:
    for name in re.findall(r"`((?:src|training|tests|benchmarks|bench|docs|examples)/[\w./-]+)`", page.read_text(encoding="utf-8")):
        is_pattern = "xx." in name or re.search(r"\b[A-Z]{3,}\b", name) is not None
        assert is_pattern or (ROOT / name).exists(), f"{page.name} names `{name}`"
