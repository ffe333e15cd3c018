"""The errors onrecord raises, as one tree.

OnrecordError            exit  HTTP
├── UsageError           2     400   a call that cannot be carried out as given
├── InputError           3     422   nothing readable in what was given
├── StoreError           4     500   the store cannot be opened, is locked, or is of another version
├── VerifyError          5     409   a stored span does not match its text
└── ModelError           6     500   the model file is missing, damaged or of another version

One bad item among many is no error but a `Problem` record (`records`); errors stop the work.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors: `code` names it for machines, `exit_status` and `http_status` for callers; `hint` says what to do next."""

    code = "error"
    exit_status = 1
    http_status = 500

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\nhint: {self.hint}" if self.hint else self.message


class UsageError(OnrecordError):
    """The call cannot be carried out as given."""

    code = "usage"
    exit_status = 2
    http_status = 400


class InputError(OnrecordError):
    """Nothing in the input could be read."""

    code = "input"
    exit_status = 3
    http_status = 422


class StoreError(OnrecordError):
    """The store cannot be opened or written."""

    code = "store"
    exit_status = 4


class VerifyError(OnrecordError):
    """At least one stored span does not match the text it claims to quote."""

    code = "verify"
    exit_status = 5
    http_status = 409


class ModelError(OnrecordError):
    """The model file cannot be used."""

    code = "model"
    exit_status = 6
