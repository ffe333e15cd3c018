"""Word lists that lie beside the code that asks for them.

In: a package and the name of a TOML file in it, one table a language with lists of forms. Out: the lists. What they mean stands at the top of each file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

Lists = Mapping[str, Mapping[str, Sequence[str]]]
"""Language -> name of a list -> its forms."""


@lru_cache(maxsize=128)
def read_lists(package: str, name: str) -> Lists:
    """Return the lists of a file, read once.

    Args:
        package: where it lies, with dots.
        name: the file without its ending.
    """
    return tomllib.loads((files(package) / f"{name}.toml").read_text("utf-8"))
