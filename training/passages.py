"""Check passages: the command line of the format that `onrecord.evaluation.passages` reads.

    python -m training.passages training/data/en.txt      # check a file, print counts

Runs on a bare Python from the repository's root, without anything installed.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))  # the sources beside this folder, also where nothing is installed

from onrecord.evaluation.passages import (
    ATTRIBUTION_MARKS,
    COMMITMENT_MARKS,
    CONDITION_KINDS,
    ENTITY_KINDS,
    FIGURE_KINDS,
    FORCES,
    Figure,
    Mark,
    Passage,
    PassageError,
    check_groups,
    drop_inner,
    find_words,
    parse_figure,
    parse_passage,
    read_passages,
    split_blocks,
    strip_marks,
)

__all__ = [
    "ATTRIBUTION_MARKS", "COMMITMENT_MARKS", "CONDITION_KINDS", "ENTITY_KINDS", "FIGURE_KINDS", "FORCES", "Figure", "Mark", "Passage", "PassageError",
    "check_groups", "drop_inner", "find_words", "main", "parse_figure", "parse_passage", "read_passages", "split_blocks", "strip_marks",
]  # fmt: skip


def main(paths: list[str]) -> int:
    """Check files and print counts; exit status 1 when a passage breaks the guide."""
    bad = 0
    for path in map(Path, paths):
        counts: Counter[str] = Counter()
        for block in split_blocks(path.read_text(encoding="utf-8")):
            try:
                passage = parse_passage(block)
            except PassageError as error:
                print(f"{path}: {error}")
                bad += 1
                continue
            counts["passages"] += 1
            counts.update(mark.kind for mark in passage.marks)
            counts.update(kind for kind, _, _ in passage.entities)
            counts["figures"] += len(passage.figures)
            counts["speakers"] += len(passage.speakers)
            counts["no attribution"] += not any(m.kind == "content" for m in passage.marks)
            counts["no commitment"] += not any(m.kind in FORCES for m in passage.marks)
        print(path, dict(counts))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
