"""Every label has a minimal pair: two tellings that differ in one thing, in one language and across two; and a pair without it."""

from __future__ import annotations

import pytest

from onrecord.statements.differences import LABELS

from .tellings import Telling, compare, days, labels, space_of, tell

NL = {
    "wij": "we", "sluiten": "close", "haven": "port", "als": "if", "schepen": "ships", "schip": "ships", "aangevallen": "seized", "vastgehouden": "seized",
    "gedood": "killed", "verwond": "wounded", "havenarbeiders": "dockers", "vuurtoren": "lighthouse", "beschoten": "shelled", "kunnen": "can",
    "stemming": "vote", "gehouden": "held", "aangekondigd": "announced", "soldaten": "soldiers", "burgers": "civilians", "mei": "may", "juni": "june",
    "gevangen": "captured", "vissers": "fishermen", "vertrekken": "leave", "gewonden": "wounded", "gewond": "wounded", "raakten": "were",
    "sluit": "closes", "liepen": "marched", "harbour": "port", "shut": "close", "dusk": "nightfall",
}  # fmt: skip
BASE = "we close the port if ships are seized"
BASE_NL = "wij sluiten de haven als schepen worden vastgehouden"


def threat(content: str, consequence: str, *conditions: str, operator: str | None = None, lang: str = "en", name: str = "gazette", **more: object) -> Telling:
    """Return a threat on triggers."""
    return tell(
        content, name=name, lang=lang, consequence=consequence, conditions=[("trigger", c) for c in conditions], operator=operator, same=NL, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def english(content: str = BASE, consequence: str = "we close the port", *conditions: str, **more: object) -> Telling:
    return threat(content, consequence, *(conditions or ("ships are seized",)), **more)  # type: ignore[arg-type]


def dutch(content: str = BASE_NL, consequence: str = "wij sluiten de haven", *conditions: str, **more: object) -> Telling:
    return threat(content, consequence, *(conditions or ("schepen worden vastgehouden",)), lang="nl", name="avondpost", cue="zei", **more)  # type: ignore[arg-type]


TWO = ("we close the port if ships are seized or the lighthouse is shelled", "we close the port", "ships are seized", "the lighthouse is shelled")
TWO_AND = ("we close the port if ships are seized and the lighthouse is shelled", *TWO[1:])
TWO_NL = (
    "wij sluiten de haven als schepen worden vastgehouden en de vuurtoren wordt beschoten", "wij sluiten de haven", "schepen worden vastgehouden",
    "de vuurtoren wordt beschoten",
)  # fmt: skip
ONE_EN, ONE_NL = english(), dutch()

PAIRS: dict[str, list[tuple[Telling, Telling]]] = {
    "omitted_condition": [(english(*TWO, operator="any"), english(name="b")), (english(*TWO, operator="any"), ONE_NL)],
    "added_condition": [(ONE_EN, english(*TWO, operator="any", name="b")), (ONE_EN, dutch(*TWO_NL, operator="all"))],
    "and_or_changed": [
        (english(*TWO, operator="any"), english(*TWO_AND, operator="all", name="b")), (english(*TWO, operator="any"), dutch(*TWO_NL, operator="all")),
    ],
    "place_changed": [
        (tell("dockers marched through Korva", places=["Korva"]), tell("dockers marched through Lindham", places=["Lindham"], name="b")),
        (tell("dockers marched through Korva", places=["Korva"]), tell("havenarbeiders liepen door Lindham", places=["Lindham"], lang="nl", name="b", same=NL)),
    ],
    "actor_changed": [
        (tell("soldiers seized two boats"), tell("fishermen and workers seized two boats", name="b")),
        (
            english("we close the port if soldiers are captured", "we close the port", "soldiers are captured"),
            dutch("wij sluiten de haven als journalisten worden gevangen", "wij sluiten de haven", "journalisten worden gevangen"),
        ),
        (tell("the order came from Ada Moreau", persons=["Ada Moreau"]), tell("the order came from Piet Hulst", persons=["Piet Hulst"], name="b")),
    ],
    "verb_strength": [
        (tell("the dockers were wounded"), tell("the dockers were killed", name="b")),
        (tell("the dockers were wounded", same=NL), tell("de havenarbeiders zijn gedood", lang="nl", name="b", same=NL)),
    ],
    "modality_or_negation": [
        (tell("we close the port"), tell("we could close the port", name="b")), (tell("we close the port"), tell("we never close the port", name="b")),
        (tell("we close the port", same=NL), tell("wij kunnen de haven sluiten", lang="nl", name="b", same=NL)),
    ],
    "event_stage": [
        (english("we leave if a vote is held", "we leave", "a vote is held"), english("we leave if a vote is announced", "we leave", "a vote is announced", name="b")),
        (
            english("we leave if a vote is held", "we leave", "a vote is held"),
            dutch("wij vertrekken als een stemming is aangekondigd", "wij vertrekken", "een stemming is aangekondigd"),
        ),
    ],
    "date_shift": [
        (
            tell("the port closes on 2 May", date=("2 May", days("2031-05-02", "2031-05-03"))),
            tell("the port closes on 9 May", date=("9 May", days("2031-05-09", "2031-05-10")), name="b"),
        ),
        (
            tell("the port closes on 2 May", date=("2 May", days("2031-05-02", "2031-05-03"))),
            tell("de haven sluit op 2 juni", date=("2 juni", days("2031-06-02", "2031-06-03")), lang="nl", name="b", same=NL),
        ),
    ],
    "truncated": [
        (tell("the port closes tonight because pilots refuse every night shift since Sunday"), tell("the port closes tonight", name="b")),
        (tell("the port closes tonight, and pilots of Korva refuse every shift", places=["Korva"]), tell("haven dicht vannacht", lang="nl", name="b")),
    ],
    "paraphrase_in_quote_marks": [
        (tell("we shut the harbour at dusk", type="direct", same=NL), tell("we close the port by nightfall", type="direct", name="b", same=NL)),
        (english(*TWO, operator="any", type="direct"), dutch(type="direct")),
    ],
    "translated": [(ONE_EN, ONE_NL)],
    "loaded_cue": [
        (tell("the port closes", cue="said"), tell("the port closes", cue="admitted", name="b")),
        (tell("the port closes", cue="said"), tell("de haven sluit", cue="dreigde", lang="nl", name="b")),
    ],
    "spelling_variant": [
        (tell("the port closes", source="Tamsin Orlay"), tell("the port closes", source="Tamsin Orley", name="b")),
        (
            tell("we wait for Zelensky", persons=["Zelensky"]), tell("wij wachten op Zelenski", persons=["Zelenski"], lang="nl", name="b", same=NL)
        ),
    ],
    "dropped_attribution": [
        (tell("the port closes"), tell("the port closes", source=None, speaker=None, cue="", name="b")),
        (tell("the port closes"), tell("de haven sluit", source=None, speaker=None, cue="", lang="nl", name="b", same=NL)),
    ],
    "figure_changed": [
        (tell("40 dockers were wounded", figure=("40", 40)), tell("43 dockers were wounded", figure=("43", 43), name="b")),
        (tell("40 dockers were wounded", figure=("40", 40)), tell("43 havenarbeiders raakten gewond", figure=("43", 43), lang="nl", name="b", same=NL)),
    ],
}  # fmt: skip
CASES = [(label, left, right) for label, pairs in PAIRS.items() for left, right in pairs]


def test_every_label_has_a_minimal_pair() -> None:
    assert set(PAIRS) == set(LABELS)
    assert len(LABELS) == 16


@pytest.mark.parametrize(("label", "left", "right"), CASES, ids=[f"{label}-{index}" for index, (label, _, _) in enumerate(CASES)])
def test_a_minimal_pair_gets_its_label_and_no_other(label: str, left: Telling, right: Telling) -> None:
    found = labels(left, right)
    implied = {"translated"} if left.side.lang != right.side.lang else set()
    if label == "paraphrase_in_quote_marks":
        implied |= {"omitted_condition", "truncated"}
    if "condition" in label:
        implied |= {"truncated"}
    assert label in found
    assert found <= implied | {label}


@pytest.mark.parametrize(("label", "left", "right"), CASES, ids=[f"{label}-{index}" for index, (label, _, _) in enumerate(CASES)])
def test_the_spans_of_a_difference_stand_in_the_content_or_the_frame_of_their_own_side(label: str, left: Telling, right: Telling) -> None:
    for difference in compare(left, right):
        assert difference.reason
        assert any(difference.spans)
        for span, side in zip(difference.spans, (left.side, right.side), strict=True):
            if span is not None:
                assert span.of(side.article.text).strip()


@pytest.mark.parametrize("label", LABELS)
def test_the_mirror_of_a_pair_has_the_mirrored_label(label: str) -> None:
    mirrored = {"omitted_condition": "added_condition", "added_condition": "omitted_condition"}.get(label, label)
    left, right = PAIRS[label][0]
    assert mirrored in labels(right, left)


@pytest.mark.parametrize("telling", [ONE_EN, ONE_NL, *(left for left, _ in (pairs[0] for pairs in PAIRS.values()))])
def test_a_telling_does_not_differ_from_the_same_words_elsewhere(telling: Telling) -> None:
    assert labels(telling, telling) == set()


def test_a_faithful_translation_is_only_translated() -> None:
    assert labels(ONE_EN, ONE_NL) == {"translated"}


def test_would_for_will_is_no_change() -> None:
    assert "modality_or_negation" not in labels(tell("we will close the port"), tell("they would close the port", name="b"))


def test_two_spellings_of_one_place_are_no_other_place() -> None:
    left = tell("shells fell on Kharkiv", places=["Kharkiv"])
    right = tell("granaten vielen op Charkiv", places=["Charkiv"], lang="nl", name="b")
    assert "place_changed" not in labels(left, right)


def test_a_condition_told_in_another_role_is_not_omitted() -> None:
    left = english()
    right = tell("ships are seized and then we close the port", consequence="we close the port", name="b")
    assert "omitted_condition" not in labels(left, right)


def test_every_pair_of_the_first_renderings_is_compared_and_later_ones_with_the_first() -> None:
    from onrecord.statements.differences import find_differences
    from onrecord.statements.differences.find import MAX_RENDERINGS
    from onrecord.statements.match import Matcher

    sides = [tell(f"the port closes {'tonight' if i else 'never'}", name=f"a{i:02}").side for i in range(MAX_RENDERINGS + 3)]
    found = list(find_differences(sides, Matcher(space_of(sides))))
    assert found
    assert all(d.left < d.right for d in found)
    assert {d.left for d in found if d.right >= MAX_RENDERINGS} == {0}


def test_what_is_left_out_ends_in_no_conjunction_in_its_span_and_in_its_reason() -> None:
    full = tell("pilots of the port sign the whole wage deal once cranes move again")
    short = tell("pilots of the port sign, cranes move again", name="b")
    (left_out,) = (difference for difference in compare(full, short) if difference.label == "truncated")
    assert left_out.spans[0] is not None
    assert left_out.spans[0].of(full.side.article.text) == "whole wage deal"
    assert "`whole wage deal`" in left_out.reason
