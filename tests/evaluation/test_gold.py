"""Gold as records: marks become what stages write; files that break the guide are refused with file, passage and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import InputError, UsageError
from onrecord.evaluation.gold import SHOWN_ERRORS, Expected, expect, find_shipped_gold, read_gold
from onrecord.evaluation.passages import parse_passage
from tests.evaluation.passages import ALL, LETTER, QUIET, STRAIT


def gold(block: str) -> Expected:
    return expect(parse_passage(block))


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_passage_becomes_attributions_commitments_names_and_figures() -> None:
    passage = gold(STRAIT)
    (attribution,), (commitment,) = passage.attributions, passage.commitments
    assert [span.of(passage.text) for span in attribution.source] == ["Tamsin Orlay"]
    assert (attribution.type, attribution.speaker, attribution.is_nested) == ("indirect", "Tamsin Orlay", False)
    assert (commitment.force, commitment.operator) == ("threat", "any")
    assert commitment.consequence.of(passage.text) == "she would close the strait"
    assert [span.of(passage.text) for span in commitment.holders] == ["she"]
    assert [(c.span.of(passage.text), c.kind) for c in commitment.conditions] == [("a ship was seized", "trigger"), ("the lighthouse was shelled", "trigger")]
    assert {(span.of(passage.text), kind) for span, kind in passage.names} == {("Tamsin Orlay", "person"), ("Korva", "place")}
    assert [(f.span.of(passage.text), f.kind, f.low, f.high) for f in passage.figures] == [("At least 40", "killed", 40, None)]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("{C1:“The strait is closed,”} {S1:she} {Q1:said}.", "direct"),
        ("{S1:She} {Q1:called} {C1:the closing of the strait “a mistake”}.", "mixed"),
        ("{S1:She} {Q1:said} {C1:that it closed}.", "indirect"),
    ],
)
def test_the_type_comes_from_the_quotation_marks_in_the_content(content: str, kind: str) -> None:
    assert [a.type for a in gold(f"## en-009\n{content}").attributions] == [kind]


def test_speech_inside_speech_is_nested_and_pieces_of_one_speech_are_not() -> None:
    passage = gold("## en-009\n{S1:He} {Q1:said} {C1:that {S2:the minister} {Q2:had told} him {C2:it was over}}. {C1:It was late.}")
    assert [(a.is_nested, len(a.content)) for a in passage.attributions] == [(False, 2), (True, 1)]


def test_the_shipped_gold_is_there_and_every_language_can_be_chosen() -> None:
    everything = read_gold(find_shipped_gold())
    langs = {passage.lang for passage in everything}
    assert len(langs) >= 12
    assert {passage.lang for passage in read_gold(find_shipped_gold(), ["nl", "tr"])} == {"nl", "tr"}


def test_a_folder_is_read_by_language_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    write(tmp_path, b="\ufeff" + STRAIT + LETTER, a=QUIET)
    assert [passage.id for passage in read_gold(tmp_path)] == ["en-001", "en-002", "nl-001"]


def test_every_broken_passage_is_named_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, en=STRAIT + "## en-003\n{S1:Ada said so.\n## en-004\n{C1:so} {trigger1:a ship sinks}.", nl="## nl_1 | x\nJa.", pl="only words")
    with pytest.raises(InputError) as raised:
        read_gold(tmp_path)
    lines = raised.value.message.splitlines()[1:]
    assert [line.removeprefix(f"{tmp_path}/").split(":")[:2] for line in lines] == [
        ["en.txt", " en-003"],
        ["en.txt", " en-004"],
        ["nl.txt", " bad header `## nl_1 | x`; allowed"],
        ["pl.txt", " holds no passage; each begins with a line `## xx-000 | note`"],
    ]
    assert "never closed" in lines[0]
    assert raised.value.hint is not None


def test_a_long_list_of_errors_is_cut(tmp_path: Path) -> None:
    write(tmp_path, en="".join(f"## en-{n:03}\n{{S1:Ada\n" for n in range(SHOWN_ERRORS + 5)))
    with pytest.raises(InputError, match="and 5 more"):
        read_gold(tmp_path)


def test_an_id_stands_once_over_all_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="en-001: the same id stands in"):
        read_gold(write(tmp_path, a=STRAIT, b=STRAIT))


def test_a_file_that_is_no_text_and_a_folder_without_passages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no"):
        read_gold(tmp_path)
    (tmp_path / "en.txt").write_bytes(b"## en-001\n\xff\xfe")
    with pytest.raises(InputError, match="UTF-8"):
        read_gold(tmp_path)


def test_a_language_without_gold_is_a_wrong_call_that_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="allowed: en, nl"):
        read_gold(write(tmp_path, all="".join(ALL)), ["fr"])
