"""How marked texts become what the network learns from."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from training.examples import Labelled, add_commitments, capitalize
from training.passages import CONDITION_KINDS, FORCES

MARKED = Path(__file__).parents[2] / "training/data/polnear-commitments.jsonl"


@given(st.text())
def test_capitals_keep_every_place(text: str) -> None:
    assert len(capitalize(text)) == len(text)


def test_letters_that_would_become_two_stay() -> None:
    assert capitalize("straße im märz") == "STRAßE IM MÄRZ"


def test_commitments_become_spans_and_links() -> None:
    text = "Kessa will leave the talks unless shelling stops."
    item = Labelled(id="a", text=text, spans={"attribution": []}, links=[], known=("attribution",))
    marked = {"force": "refusal", "consequence": [0, 26], "holder": [0, 5], "addressee": None, "conditions": [{"kind": "exception", "span": [34, 48]}], "operator": None}

    result = add_commitments(item, [marked])

    assert result.spans["force"] == [(0, 26, "refusal")]
    assert result.spans["party"] == [(0, 5, "holder")]
    assert result.spans["condition"] == [(34, 48, "exception")]
    assert set(result.links) == {("holder", (0, 5), (0, 26)), ("condition", (34, 48), (0, 26))}
    assert set(result.known) == {"attribution", "force", "condition", "party"}


def test_an_article_without_commitments_teaches_that_it_has_none() -> None:
    item = Labelled(id="a", text="It rained.", spans={"attribution": []}, links=[], known=("attribution",))
    assert add_commitments(item, []).known == ("attribution", "force", "condition", "party")


def test_the_marked_commitments_hold_spans_and_no_text() -> None:
    rows = [json.loads(line) for line in MARKED.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) > 0
    for row in rows:
        for commitment in row["commitments"]:
            assert commitment["force"] in FORCES
            assert set(commitment) == {"force", "consequence", "holder", "addressee", "conditions", "operator"}
            assert {c["kind"] for c in commitment["conditions"]} <= set(CONDITION_KINDS)
            spans = [commitment["consequence"], commitment["holder"], commitment["addressee"], *(c["span"] for c in commitment["conditions"])]
            assert all(0 <= start < end for start, end in filter(None, spans))
