"""Fit the space in which sentences of any two languages are compared, on the invented passages, and write it into `statements/space.npy`.

    python -m training.fit_sentences --passages training/data --out src/onrecord/statements

Every passage is read as an article. Of the vectors of its sentences (at unit length) the mean of each language is taken out; the directions in which what is left differs
most are kept, each divided by a power of how much it does: a direction that is common in all texts tells two sentences apart no better than a rarer one. That power and how
many directions are kept were chosen on MEANTIME (fold 0), see docs/quality.md.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.encode.model import Model, unpack_vector
from onrecord.evaluation.passages import parse_passage, split_blocks
from onrecord.run.analyze import ReadArticle, read_articles
from onrecord.sources.files import make_page
from onrecord.statements.space import LANGUAGES, load_space, write_space

KEPT, POWER = 128, 0.75
LEAST = 25
"""Code points of the shortest sentence that counts."""


def read_sentences(path: Path, model: Model) -> np.ndarray:
    """Return the vectors of all sentences of a file of passages, at unit length (sentences, width)."""
    rows: list[np.ndarray] = []
    passages = map(parse_passage, split_blocks(path.read_text(encoding="utf-8")))
    pages = [make_page(f"{path.stem}/{number}", "record", passage.text.encode(), lang=path.stem) for number, passage in enumerate(passages)]
    for read in read_articles(pages):
        if isinstance(read, ReadArticle):
            rows += [unpack_vector(v.values) for v in model.encode(read.article).vectors if v.span.end - v.span.start >= LEAST]
    table = np.stack(rows)
    return table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)


def fit(rows: dict[str, np.ndarray]) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Return the mean of each language, and the directions that are kept (width, KEPT)."""
    means = {lang: table.mean(axis=0) for lang, table in rows.items()}
    _, sizes, directions = np.linalg.svd(np.vstack([table - means[lang] for lang, table in rows.items()]), full_matrices=False)
    basis = directions[:KEPT].T
    basis = basis * np.where(basis[np.abs(basis).argmax(axis=0), np.arange(KEPT)] < 0, -1.0, 1.0)  # a direction has no sign: always the same one
    return means, basis / (sizes[:KEPT] / sizes[0]) ** POWER


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = Model()
    rows = {lang: read_sentences(args.passages / f"{lang}.txt", model) for lang in LANGUAGES}
    means, basis = fit(rows)
    print({lang: len(table) for lang, table in rows.items()})
    space = replace(
        load_space(),
        middle=np.mean([*means.values()], axis=0).astype(np.float32),
        means={lang: mean.astype(np.float32) for lang, mean in means.items()},
        basis=basis.astype(np.float32),
    )
    (args.out / "space.npy").write_bytes(write_space(space))


if __name__ == "__main__":
    main()
