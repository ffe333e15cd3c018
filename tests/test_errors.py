"""The tree of errors: each class has its own code and exit status, drawn in the module's head; hints follow messages."""

from __future__ import annotations

import pytest

from onrecord import errors
from onrecord.errors import InputError, ModelError, OnrecordError, StoreError, UsageError, VerifyError

TREE = [(UsageError, "usage", 2, 400), (InputError, "input", 3, 422), (StoreError, "store", 4, 500), (VerifyError, "verify", 5, 409), (ModelError, "model", 6, 500)]


@pytest.mark.parametrize(("kind", "code", "exit_status", "http_status"), TREE)
def test_each_error_has_its_code_and_statuses(kind: type[OnrecordError], code: str, exit_status: int, http_status: int) -> None:
    assert (kind.code, kind.exit_status, kind.http_status) == (code, exit_status, http_status)


def test_the_tree_in_the_head_of_the_module_is_the_tree() -> None:
    assert {kind for kind, *_ in TREE} == set(OnrecordError.__subclasses__())
    for kind, _, exit_status, http_status in TREE:
        (drawn,) = [line for line in (errors.__doc__ or "").splitlines() if f"── {kind.__name__} " in line]
        assert drawn.split()[2:4] == [str(exit_status), str(http_status)]


def test_codes_and_exit_statuses_are_unique() -> None:
    assert len({kind.code for kind, *_ in TREE} | {OnrecordError.code}) == len(TREE) + 1
    assert len({kind.exit_status for kind, *_ in TREE} | {OnrecordError.exit_status}) == len(TREE) + 1


def test_a_hint_follows_the_message() -> None:
    assert str(InputError("nothing here")) == "nothing here"
    assert str(InputError("nothing here", hint="give a file")) == "nothing here\nhint: give a file"
