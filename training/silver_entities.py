"""Name persons, organisations and places in PolNeAR train with spaCy's English pipeline (MIT): silver labels for the entity head.

    python -m training.silver_entities --polnear polnear.jsonl --out training/runs/silver.json

The one tool of training that needs spaCy and `en_core_web_sm`; without the file it writes, the entity head learns from the passages alone.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.examples import read_polnear

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}


def tight_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name's span as the passages mark it: without article and possessive ending."""
    for article in ("The ", "the "):
        if text.startswith(article, start, end):
            start += len(article)
    for ending in ("'s", "’s"):
        if text.endswith(ending, start, end):
            end -= len(ending)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    return start, end


def main() -> None:
    """Write id -> [start, end, kind] of every document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pipeline", default="en_core_web_sm", help="name of the installed spaCy pipeline")
    args = parser.parse_args()
    import spacy

    tagger = spacy.load(args.pipeline, exclude=["parser", "attribute_ruler", "lemmatizer", "tagger"])
    found: dict[str, list[tuple[int, int, str]]] = {}
    for record in read_polnear(args.polnear, "train"):
        rows = []
        for entity in tagger(record["text"]).ents:
            start, end = tight_span(record["text"], entity.start_char, entity.end_char)
            if entity.label_ in KINDS and start < end and "\n" not in record["text"][start:end]:
                rows.append((start, end, KINDS[entity.label_]))
        found[record["id"]] = rows
    args.out.write_text(json.dumps(found), encoding="utf-8")
    print(f"{args.out}: {sum(map(len, found.values()))} names in {len(found)} documents")


if __name__ == "__main__":
    main()
