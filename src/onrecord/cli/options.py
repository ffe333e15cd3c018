"""Options that several commands have. Nothing else is imported here, so that `--help` is quick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., None])
DEFAULT_STORE = "onrecord.db"


def store_option(command: F) -> F:
    """Add `--store`."""
    return click.option(
        "--store", type=click.Path(dir_okay=False, path_type=Path), default=DEFAULT_STORE, envvar="ONRECORD_STORE", show_default=True,
        show_envvar=True, help="The SQLite file that keeps everything.",
    )(command)  # fmt: skip


def quiet_option(command: F) -> F:
    """Add `--quiet`."""
    return click.option("--quiet", "-q", is_flag=True, help="No progress and no list of problems on standard error.")(command)


def owners_option(command: F) -> F:
    """Add `--owners`."""
    return click.option(
        "--owners", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
        help="A list of sources (TOML) with `owner`: outlets of one owner count as one account.",
    )(command)  # fmt: skip


def network_options(command: F) -> F:
    """Add what opens private networks and other ports."""
    command = click.option("--allow-port", "ports", multiple=True, type=click.IntRange(1, 65535), metavar="PORT", help="Connect to this port, too, besides 80 and 443.")(command)
    return click.option("--allow-private", "networks", multiple=True, metavar="NET", help="Connect to this private network, too: 10.0.0.0/8, 192.168.1.20.")(command)
