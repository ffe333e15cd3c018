"""Word lists beside the code are read once, and hold what their type says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord
from onrecord.languages.tables import read_lists

SOURCES = Path(onrecord.__file__).parent
ASKED = sorted({match for path in SOURCES.rglob("*.py") for match in re.findall(r'read_lists\("([\w.]+)", "(\w+)"\)', path.read_text("utf-8"))})


def test_many_rooms_ask_for_their_lists_here() -> None:
    assert len(ASKED) > 20


@pytest.mark.parametrize(("package", "name"), ASKED)
def test_a_file_holds_lists_of_forms_by_language_and_is_read_once(package: str, name: str) -> None:
    lists = read_lists(package, name)
    assert lists
    assert all(isinstance(forms, list) and all(isinstance(form, str) for form in forms) for table in lists.values() for forms in table.values())
    assert read_lists(package, name) is lists
