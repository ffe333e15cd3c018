"""The space in which word vectors are compared: what all words have in common taken out, the directions that tell them apart kept.

Fitted on invented tellings by `training/fit_match.py`, which writes `space.npy`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from onrecord.statements.sides import FloatArray

WIDTH = 384


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """`centre` (width) is taken out of every word vector, `middle` out of those of sentences and articles; `basis` (width, kept) leads into the narrower space gists are compared in."""

    centre: FloatArray
    middle: FloatArray
    basis: FloatArray

    def narrow(self, centred: FloatArray) -> FloatArray:
        """Return centred vectors (rows, width) as unit rows (rows, kept)."""
        rows = centred @ self.basis
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def plain_space() -> Space:
    """Return the space that leaves vectors as they are."""
    return Space(centre=np.zeros(WIDTH, dtype=np.float32), middle=np.zeros(WIDTH, dtype=np.float32), basis=np.eye(WIDTH, dtype=np.float32))


def write_space(space: Space) -> bytes:
    """Return what `load_space` reads: centre and middle, then the columns of the basis, one a row."""
    out = BytesIO()
    np.save(out, np.vstack([space.centre, space.middle, *space.basis.T]).astype("<f2"))
    return out.getvalue()


@lru_cache(maxsize=1)
def load_space() -> Space:
    """Return the fitted space."""
    rows = np.load(BytesIO((files("onrecord.statements") / "space.npy").read_bytes())).astype(np.float32)
    return Space(centre=rows[0], middle=rows[1], basis=np.ascontiguousarray(rows[2:].T))
