"""Two things that one telling joins by "and" and the other by "or", in one language and across two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Span
from onrecord.statements.differences.joints import JOINTS

from ..tellings import Telling, compare, tell

SAME = {
    "brücke": "bridge", "brug": "bridge", "pont": "bridge", "puente": "bridge", "ponte": "bridge", "most": "bridge", "міст": "bridge", "мост": "bridge", "köprüyü": "bridge",
    "hafen": "port", "haven": "port", "port": "port", "puerto": "port", "porto": "port", "přístav": "port", "порт": "port", "limanı": "port",
    "schließen": "close", "sluiten": "close", "fermerons": "close", "cerraremos": "close", "chiuderemo": "close", "fecharemos": "close", "zamkniemy": "close", "zavřeme": "close",
    "закриємо": "close", "закроем": "close", "kapatacağız": "close",
}  # fmt: skip
BOTH = ("we close bridge and port", "we close bridge and port")
EITHER = [
    ("en", "we close bridge or port", "bridge or port"), ("en", "we close port or bridge", "port or bridge"), ("nl", "we sluiten brug of haven", "brug of haven"),
    ("de", "wir schließen Brücke oder Hafen", "Brücke oder Hafen"), ("fr", "nous fermerons pont ou port", "pont ou port"), ("es", "cerraremos puente o puerto", "puente o puerto"),
    ("it", "chiuderemo ponte oppure porto", "ponte oppure porto"), ("pt", "fecharemos ponte ou porto", "ponte ou porto"), ("pl", "zamkniemy most lub port", "most lub port"),
    ("cs", "zavřeme most nebo přístav", "most nebo přístav"), ("uk", "закриємо міст або порт", "міст або порт"), ("ru", "закроем мост или порт", "мост или порт"),
    ("tr", "köprüyü veya limanı kapatacağız", "köprüyü veya limanı"),
]  # fmt: skip


def threat(content: str, consequence: str, *, lang: str = "en", name: str = "a", conditions: tuple[tuple[str, str], ...] = (), force: str = "threat") -> Telling:
    return tell(content, lang=lang, name=name, force=force, consequence=consequence, conditions=conditions, same=SAME)


def changes(left: Telling, right: Telling) -> list[tuple[str, list[str]]]:
    found = [d for d in compare(left, right) if d.label == "and_or_changed"]
    return [(d.reason, [side.cut(span) for side, span in zip((left.side, right.side), d.spans, strict=True) if span]) for d in found]


@pytest.mark.parametrize(("lang", "content", "shown"), EITHER)
def test_two_things_threatened_together_are_not_one_of_the_two(lang: str, content: str, shown: str) -> None:
    both, either = threat(*BOTH), threat(content, content, lang=lang, name="b")
    assert changes(both, either) == [(JOINTS[0], ["bridge and port", shown])]
    assert changes(either, both) == [(JOINTS[1], [shown, "bridge and port"])]


def test_two_acts_are_compared_as_two_things_are() -> None:
    def act_twice(content: str, first: str, second: str, name: str) -> Telling:
        telling = threat(content, first, name=name)
        (commitment,) = telling.side.commitments
        at = telling.side.article.text.index(second)
        other = replace(commitment, id=f"{commitment.id}2", consequence=Span(start=at, end=at + len(second)))
        return replace(telling, side=replace(telling.side, commitments=(commitment, other)))

    both = act_twice("we close bridge and recall the envoy", "we close bridge", "recall the envoy", "a")
    either = act_twice("we close bridge or recall the envoy", "we close bridge", "recall the envoy", "b")
    whole = threat("we close bridge or recall the envoy", "we close bridge or recall the envoy", name="c")
    assert changes(both, either) == [(JOINTS[0], ["bridge and recall", "bridge or recall"])]
    assert changes(both, whole) == [(JOINTS[0], ["bridge and recall", "bridge or recall"])]


def test_two_things_in_one_condition_are_compared_too() -> None:
    both = threat("we leave if bridge and port fall", "we leave", conditions=(("trigger", "bridge and port fall"),))
    either = threat("we leave if bridge or port fall", "we leave", conditions=(("trigger", "bridge or port fall"),), name="b")
    assert changes(both, either) == [(JOINTS[0], ["bridge and port", "bridge or port"])]


@pytest.mark.parametrize(
    ("content", "consequence", "force"),
    [
        ("we close bridge and port", "we close bridge and port", "threat"),
        ("we close bridge or canal", "we close bridge or canal", "threat"),
        ("we close bridge, canal or port", "we close bridge, canal or port", "threat"),
        ("we close bridge and/or port", "we close bridge and/or port", "threat"),
        ("we do not close bridge or port", "we do not close bridge or port", "threat"),
        ("we close bridge or port", "we close bridge or port", "refusal"),
        ("we close bridge. Or port falls", "we close bridge", "threat"),
    ],
)
def test_the_same_other_things_and_what_is_denied_give_no_difference(content: str, consequence: str, force: str) -> None:
    assert changes(threat(*BOTH), threat(content, consequence, name="b", force=force)) == []
