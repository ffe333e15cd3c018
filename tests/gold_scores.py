"""Score the shipped model on the project's own held-out passages (`tests/gold/`)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from onrecord.encode.model import Model
from onrecord.ids import hash_text, make_id
from onrecord.records import Article
from training.examples import from_passage
from training.passages import read_passages

GOLD = Path(__file__).parent / "gold"


def make_article(name: str, text: str, lang: str) -> Article:
    """Return a passage as an article without anything dropped."""
    return Article(
        id=make_id("article", name, hash_text(text)), name=name, text=text, text_hash=hash_text(text), lang=lang, title=None, title_span=None, subheads=(),
        outlet=None, url=None, published=None, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip


def score_gold(model: Model) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Return (right, predicted, gold) exact spans by (language, layer); the label must be right too, but for figures."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for path in sorted(GOLD.glob("??.txt")):
        for passage in read_passages(path):
            item = from_passage(passage)
            encoding = model.encode(make_article(passage.id, passage.text, passage.lang))
            for layer, spans in item.spans.items():
                keep_label = layer != "figure"
                gold = {(s, e, label if keep_label else "") for s, e, label in spans}
                found = {(t.span.start, t.span.end, t.label if keep_label else "") for t in encoding.tags if t.layer == layer}
                row = counts.setdefault((passage.lang, layer), Counter())
                row.update(right=len(gold & found), predicted=len(found), gold=len(gold))
    return {key: (row["right"], row["predicted"], row["gold"]) for key, row in counts.items()}


def f1(right: int, predicted: int, gold: int) -> float:
    """Return F1 of counts, 0 when there is nothing."""
    return 2 * right / (predicted + gold) if predicted + gold else 0.0
