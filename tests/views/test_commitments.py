"""Commitments for reading: sure before unsure, weighty before light, and what is unsure neither leads nor reaches the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Article, Attribution, Commitment, Restatement
from onrecord.results import Comparison
from onrecord.views import Briefing, make_briefing, render_html
from onrecord.views.contract_article import analysis_to_dict
from onrecord.views.parts import Passage

from .make import find, make_analysis, make_article, make_attribution, make_commitment, make_statement
from .test_brief_text import print_plain

NOTHING = Comparison(analyses=(), stories=(), copies=(), accounts=(), statements=(), restatements=(), signs=(), problems=())
TEXT = """The lock at Varn
“We will shut the lock if the levy stays,” said Ada Quill.
“We will sink the barges if the levy stays,” said Ada Quill.
“We will reopen the yard if the levy goes,” said Ada Quill.
“We will pay for the dredging,” said Ada Quill."""


def commit(confidences: dict[str, float], *, forces: dict[str, str] | None = None) -> Comparison:
    """Return an article in which Ada Quill makes these commitments, each in a statement of its own."""
    article = make_article("varn", TEXT, outlet="Varn Mirror")
    said: list[Attribution] = []
    held: list[Commitment] = []
    for words, confidence in confidences.items():
        line = next(line for line in TEXT.split("\n") if words in line)
        said.append(make_attribution(article, line[1 : line.index(",”")], source="", cue="", type="direct", speaker="Ada Quill"))
        condition = ("trigger", line[line.index(" if ") + 4 : line.index(",”")]) if " if " in line else None
        made = make_commitment(said[-1], article, words, *([condition] if condition else []), operator=None)
        if condition:
            at = find(line, condition[1])
            start = article.text.index(line)
            moved = replace(made.conditions[0], span=replace(at, start=at.start + start, end=at.end + start))
            made = replace(made, conditions=(moved,))
        held.append(replace(made, confidence=confidence, force=(forces or {}).get(words, "threat")))
    statements = [make_statement(words, one, said_at=None) for words, one in zip(confidences, said, strict=True)]
    return replace(NOTHING, analyses=(make_analysis(article, *said, commitments=tuple(held)),), statements=tuple(statements))


def quoted_in_summary(briefing: Briefing) -> set[str]:
    return {part.words for remark in briefing.summary for part in remark.sentence if isinstance(part, Passage)}


def test_the_sure_come_before_the_unsure_and_carry_their_confidence() -> None:
    briefing = make_briefing(commit({"shut the lock": 0.4, "sink the barges": 0.9}))
    assert [(entry.number, entry.tellings[0].consequence.words, entry.confidence) for entry in briefing.red_lines] == [(1, "sink the barges", 0.9), (2, "shut the lock", 0.4)]


def test_the_unsure_is_marked_and_in_no_summary() -> None:
    comparison = commit({"shut the lock": 0.4, "sink the barges": 0.9})
    briefing = make_briefing(comparison)
    assert "sink the barges" in quoted_in_summary(briefing)
    assert "shut the lock" not in quoted_in_summary(briefing)
    printed = print_plain(comparison)
    assert "R2 Ada Quill · Threat · unsure" in printed
    assert printed.count("unsure") == 1
    assert render_html(briefing, comparison.analyses).count('· <span class="unsure">unsure</span>') == 1


def test_an_unsure_red_line_adds_no_weight_to_the_lead() -> None:
    leads = []
    for confidence in (0.9, 0.4):
        briefing = make_briefing(commit({"shut the lock": 0.9, "reopen the yard": confidence}, forces={"shut the lock": "promise"}))
        leads.append(next(statement.lead.words for statement in briefing.statements if statement.number == briefing.lead))
    assert leads == ["We will reopen the yard if the levy goes", "We will shut the lock if the levy stays"]


def test_one_statement_has_one_red_line_in_the_summary() -> None:
    words = "We will bar the gate and flood the dock if the levy stays"
    article = make_article("varn", f"The lock at Varn\n“{words},” said Ada Quill.")
    said = make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")
    held = tuple(make_commitment(said, article, what, ("trigger", "the levy stays"), operator=None) for what in ("bar the gate", "flood the dock"))
    briefing = make_briefing(replace(NOTHING, analyses=(make_analysis(article, said, commitments=held),), statements=(make_statement("x", said, said_at=None),)))
    assert len(briefing.red_lines) == 2
    assert quoted_in_summary(briefing) == {"bar the gate", "the levy stays"}


def test_offers_have_their_own_heading_and_line() -> None:
    comparison = commit({"sink the barges": 0.9, "reopen the yard": 0.7, "pay for the dredging": 0.8}, forces={"reopen the yard": "offer", "pay for the dredging": "promise"})
    briefing = make_briefing(comparison)
    assert [group.force for group in briefing.commitments] == ["offer", "promise"]
    told = {remark.title: remark.sentence for remark in briefing.summary}
    assert [part.words for part in told["Offered"] if isinstance(part, Passage)] == ["reopen the yard", "the levy goes"]
    assert "Offers · 1" in print_plain(comparison)
    assert not any("offered" in str(part) for part in told.get("Not known", ()))


def test_promises_on_a_condition_have_a_line_beside_red_lines() -> None:
    comparison = commit({"sink the barges": 0.9, "reopen the yard": 0.8, "pay for the dredging": 0.7}, forces={"reopen the yard": "promise", "pay for the dredging": "promise"})
    told = {remark.title: remark.sentence for remark in make_briefing(comparison).summary}
    assert [part.words for part in told["Promised on a condition"] if isinstance(part, Passage)] == ["reopen the yard", "the levy goes"]
    assert "Promised" not in told


def test_a_day_alone_makes_no_promise_on_a_condition_and_is_printed_with_its_own_preposition() -> None:
    article = make_article("varn", "“We will reopen the yard on Friday,” Quill said. “We will flood the dock if the levy stays,” she said.\n", outlet="Varn Mirror")
    promised = make_attribution(article, "We will reopen the yard on Friday", source="", cue="", type="direct", speaker="Ada Quill")
    warned = make_attribution(article, "We will flood the dock if the levy stays", source="", cue="", type="direct", speaker="Ada Quill")
    promise = replace(make_commitment(promised, article, "We will reopen the yard", ("deadline", "on Friday"), operator=None), force="promise")
    threat = make_commitment(warned, article, "We will flood the dock", ("trigger", "the levy stays"), operator=None)
    statements = (make_statement("x", promised, said_at=None), make_statement("y", warned, said_at=None))
    comparison = replace(NOTHING, analyses=(make_analysis(article, promised, warned, commitments=(promise, threat)),), statements=statements)
    titles = [remark.title for remark in make_briefing(comparison).summary if remark.sentence]
    assert "Red line" in titles
    assert "Promised on a condition" not in titles
    assert "“We will reopen the yard” deadline “on Friday”" in " ".join(print_plain(comparison).split())


def test_promises_without_a_condition_have_none() -> None:
    briefing = make_briefing(commit({"sink the barges": 0.9, "pay for the dredging": 0.7}, forces={"pay for the dredging": "promise"}))
    assert not any(remark.title.startswith("Promised") for remark in briefing.summary)


def test_readiness_without_a_condition_has_its_own_heading_and_line() -> None:
    comparison = commit({"pay for the dredging": 0.9, "reopen the yard": 0.9}, forces={"pay for the dredging": "promise", "reopen the yard": "promise"})
    (analysis,) = comparison.analyses
    ready = tuple(replace(c, readiness=not c.conditional) for c in analysis.commitments)
    comparison = replace(comparison, analyses=(replace(analysis, commitments=ready),))
    briefing = make_briefing(comparison)
    assert [group.force for group in briefing.commitments] == ["readiness", "promise"]
    told = {remark.title: remark.sentence for remark in briefing.summary}
    assert [part.words for part in told["Ready to"] if isinstance(part, Passage)] == ["pay for the dredging"]
    assert "Ready to, without a condition · 1" in print_plain(comparison)


@pytest.mark.parametrize(
    ("lang", "line", "holder", "consequence", "shown"),
    [
        ("en", "They will lose the harbour", "They", "lose the harbour", "‘They’, in the words of Ada Quill"),
        ("de", "Ihre Flotte wird den Hafen verlieren", "Ihre Flotte", "den Hafen verlieren", "‘Ihre Flotte’, in the words of Ada Quill"),
        ("pl", "Oni stracą port", "Oni", "stracą port", "‘Oni’, in the words of Ada Quill"),
        ("tr", "Onlar limanı kaybedecek", "Onlar", "limanı kaybedecek", "‘Onlar’, in the words of Ada Quill"),
        ("fr", "Le conseil perdra le port", "Le conseil", "perdra le port", "Le conseil"),
    ],
)
def test_a_pronoun_is_shown_as_somebody_elses_word(lang: str, line: str, holder: str, consequence: str, shown: str) -> None:
    article: Article = make_article("words", f"Varn\n“{line},” said Ada Quill.", lang=lang)
    said = make_attribution(article, line, source="", cue="", type="direct", speaker="Ada Quill")
    made = replace(make_commitment(said, article, consequence, operator=None), holder=find(article.text, holder), holder_canonical=None)
    briefing = make_briefing(replace(NOTHING, analyses=(make_analysis(article, said, commitments=(made,)),), statements=(make_statement("x", said, said_at=None),)))
    assert briefing.commitments[0].commitments[0].holder == shown
    assert [actor.name for actor in briefing.actors] == ["Ada Quill"]


@pytest.mark.parametrize(
    ("lang", "line", "holder", "source", "type", "shown"),
    [
        ("en", "she would pay for the dredging", "she", "The mayor, a docker once,", "indirect", "The mayor"),
        ("nl", "zij het baggeren zou betalen", "zij", "De burgemeester", "indirect", "De burgemeester"),
        ("de", "wir zahlen das Baggern", "wir", "Ein Sprecher", "direct", "Ein Sprecher"),
        ("uk", "ми заплатимо за все", "ми", "речник порту", "direct", "речник порту"),
        ("en", "they would pay for the dredging", "they", "The mayor", "indirect", "‘they’, in the words of The mayor"),
        ("en", "she would pay for the dredging", "she", "The mayor", "direct", "‘she’, in the words of The mayor"),
        ("en", "he would pay for the dredging", "he", "She", "indirect", "‘he’, in the words of a speaker not named"),
        ("en", "we pay for the dredging", "we", "Her spokesman", "direct", "‘we’, in the words of a speaker not named"),
        ("it", "noi paghiamo tutto", "noi", "Il suo portavoce", "direct", "‘noi’, in the words of a speaker not named"),
    ],
)
def test_a_speaker_without_a_name_holds_in_the_words_for_it(lang: str, line: str, holder: str, source: str, type: str, shown: str) -> None:
    article: Article = make_article("words", f"Varn\n{source} : {line}.", lang=lang)
    said = make_attribution(article, line, source=source, cue="", type=type, speaker=None)
    made = replace(
        make_commitment(said, article, line, operator=None),
        holder=replace(find(line, holder), start=(at := article.text.index(line)) + line.index(holder), end=at + line.index(holder) + len(holder)),
        holder_canonical=None,
    )
    briefing = make_briefing(replace(NOTHING, analyses=(make_analysis(article, said, commitments=(made,)),), statements=(make_statement("x", said, said_at=None),)))
    assert briefing.commitments[0].commitments[0].holder == shown


@pytest.mark.parametrize("named", [None, "Piet Hulst"])
def test_what_others_are_said_to_threaten_stands_apart(named: str | None) -> None:
    comparison = commit({"shut the lock": 0.9, "pay for the dredging": 0.9}, forces={"pay for the dredging": "promise"})
    (analysis,) = comparison.analyses
    others = tuple(replace(c, inner_voice=True, holder_canonical=named) if c.conditional else c for c in analysis.commitments)
    comparison = replace(comparison, analyses=(replace(analysis, commitments=others),))
    briefing = make_briefing(comparison)
    assert briefing.red_lines == ()
    assert [group.force for group in briefing.commitments] == ["promise", "inner_voice"]
    (entry,) = briefing.commitments[1].commitments
    assert entry.outer is not None
    assert entry.outer.words == "We will shut the lock if the levy stays"
    assert (entry.holder or "").endswith("in the words of Ada Quill") is (named is not None)
    assert [actor.commitments for actor in briefing.actors] == [1]
    printed = print_plain(comparison)
    assert "Words put into others' mouths · 1" in printed
    assert "said in: “We will shut the lock if the levy stays”" in printed
    assert "said in: " in render_html(briefing, comparison.analyses)


def test_other_words_of_the_same_statement_are_not_folded_into_an_inner_voice() -> None:
    comparison = commit({"shut the lock": 0.9})
    (analysis,) = comparison.analyses
    (own,) = analysis.commitments
    voice = replace(own, id="other", consequence=replace(own.consequence, start=own.consequence.start + 5), inner_voice=True)
    briefing = make_briefing(replace(comparison, analyses=(replace(analysis, commitments=(voice, own)),)))
    assert [len(entry.tellings) for entry in briefing.red_lines] == [1]
    assert [group.force for group in briefing.commitments] == ["inner_voice"]


def headline(*, holder: str = "Ada Quill", force: str = "threat", body: str | None = "shut the lock") -> Comparison:
    """Return an article whose headline tells a commitment, and whose text tells one on a condition."""
    article = make_article("varn", "Quill vows to bar the lock\n“We will shut the lock if the levy stays,” said Ada Quill.", outlet="Varn Mirror")
    said = make_attribution(article, "We will shut the lock if the levy stays", source="", cue="", type="direct", speaker="Ada Quill")
    titled = make_attribution(article, "bar the lock", source="", cue="vows to", type="indirect", speaker="Ada Quill")
    title = replace(make_commitment(titled, article, "bar the lock", operator=None), holder_canonical=holder, force=force)
    told = (make_commitment(said, article, body, ("trigger", "the levy stays"), operator=None),) if body else ()
    statements = tuple(make_statement(name, one, said_at=None) for name, one in (("title", titled), ("text", said)))
    return replace(NOTHING, analyses=(make_analysis(article, titled, said, commitments=(title, *told)),), statements=statements)


def test_a_headline_stands_under_the_commitment_it_sums_up() -> None:
    comparison = headline()
    briefing = make_briefing(comparison)
    (red_line,) = briefing.red_lines
    assert [telling.consequence.words for telling in red_line.headlines] == ["bar the lock"]
    assert briefing.commitments == ()
    assert not red_line.headline_only
    assert "headline: “bar the lock” (Varn Mirror)" in print_plain(comparison)
    assert "headline in " in render_html(briefing, comparison.analyses)
    assert [c["headline"] for c in analysis_to_dict(comparison.analyses[0])["commitments"]] == [True, False]


def two_below(condition: str) -> Comparison:
    """Return an article whose headline tells a threat on `condition`, and whose text tells two threats on other conditions, one after the other."""
    text = f"Quill to bar the lock if {condition}\n“We will shut the lock if the tariff stays,” said Ada Quill. “We will leave the guild if the tariff rises, and if the tolls stay,” she said."
    article = make_article("varn", text, outlet="Varn Mirror")
    told = (("bar the lock", condition), ("shut the lock", "the tariff stays"), ("leave the guild", "the tariff rises"))
    said = [make_attribution(article, f"{act} if {words}", source="", cue="", type="direct", speaker="Ada Quill") for act, words in told]
    commitments = tuple(
        replace(make_commitment(one, article, act, ("trigger", words), operator=None), holder_canonical="Ada Quill", force="threat")
        for one, (act, words) in zip(said, told, strict=True)
    )
    statements = tuple(make_statement(f"s{number}", one, said_at=None) for number, one in enumerate(said))
    return replace(NOTHING, analyses=(make_analysis(article, *said, commitments=commitments),), statements=statements)


@pytest.mark.parametrize(("condition", "under"), [("tariff remains", "shut the lock"), ("sluice shuts", None)])
def test_a_headline_of_several_stands_under_the_first_on_a_condition_like_its_own(condition: str, under: str | None) -> None:
    lines = make_briefing(two_below(condition)).red_lines
    assert [line.tellings[0].consequence.words for line in lines if line.headlines] == ([under] if under else [])
    assert len(lines) == (2 if under else 3)


@pytest.mark.parametrize("comparison", [headline(holder="Piet Hulst"), headline(force="promise"), headline(body=None)])
def test_a_headline_that_sums_up_nothing_is_marked(comparison: Comparison) -> None:
    briefing = make_briefing(comparison)
    (entry,) = [entry for group in briefing.commitments for entry in group.commitments]
    assert (entry.tellings[0].consequence.words, entry.headline_only) == ("bar the lock", True)
    assert all(line.headlines == () for line in briefing.red_lines)
    assert "headline only" in " ".join(print_plain(comparison).split())
    assert "headline only" in render_html(briefing, comparison.analyses)


@pytest.mark.parametrize(
    ("bearing", "words", "force"),
    [
        ("while", "as long as", "threat"),
        ("until", "until", "threat"),
        ("if", "if", "threat"),
        ("once", "once", "threat"),
        ("after", "after", "threat"),
        ("only", "only if", "threat"),
        ("only_after", "only after", "threat"),
        ("exchange", "in exchange for", "threat"),
        (None, "provided", "refusal"),
        (None, "if", "threat"),
    ],
)
def test_a_condition_is_shown_in_the_words_of_its_bearing(bearing: str | None, words: str, force: str) -> None:
    comparison = commit({"shut the lock": 0.9})
    (analysis,) = comparison.analyses
    (threat,) = analysis.commitments
    borne = replace(threat, force=force, conditions=tuple(replace(c, kind="prerequisite", bearing=bearing) for c in threat.conditions))
    told = replace(comparison, analyses=(replace(analysis, commitments=(borne,)),))
    assert f"{words}: “the levy stays”" in print_plain(told)
    assert f'<span class="kind">{words}</span>' in render_html(make_briefing(told), told.analyses)
    assert analysis_to_dict(told.analyses[0])["commitments"][0]["conditions"][0]["bearing"] == bearing


@pytest.mark.parametrize("force", ["threat", "promise"])
def test_a_condition_that_the_consequence_tells_is_not_printed_twice(force: str) -> None:
    (analysis,) = headline(force=force).analyses
    told = next(made for made in analysis.commitments if made.conditions)
    whole = replace(told, consequence=told.consequence.cover(told.conditions[0].span), force=force)
    lines = " ".join(print_plain(replace(NOTHING, analyses=(replace(analysis, commitments=(whole,)),))).split())
    assert "“shut the lock if the levy stays”" in lines
    assert "“the levy stays”" not in lines
    assert "no condition" not in lines


@pytest.mark.parametrize("force", ["promise", "threat"])
def test_what_does_not_matter_is_shown_and_is_no_condition(force: str) -> None:
    comparison = commit({"shut the lock": 0.9}, forces={"shut the lock": force})
    (analysis,) = comparison.analyses
    (made,) = analysis.commitments
    even = replace(made, conditions=(), conditional=False, concessions=(made.conditions[0].span,))
    told = replace(comparison, analyses=(replace(analysis, commitments=(even,)),))
    assert "in any case, “the levy stays”" in print_plain(told)
    assert "in any case," in render_html(make_briefing(told), told.analyses)


def test_a_deadline_inside_a_condition_is_told_once() -> None:
    words = "We will bar the gate if the levy by 30 June is not dropped"
    article = make_article("varn", f"The lock at Varn\n“{words},” said Ada Quill.")
    said = make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")
    held = make_commitment(said, article, "We will bar the gate", ("trigger", "the levy by 30 June is not dropped"), ("deadline", "by 30 June"), operator=None)
    comparison = replace(NOTHING, analyses=(make_analysis(article, said, commitments=(held,)),), statements=(make_statement("x", said, said_at=None),))
    (entry,) = make_briefing(comparison).red_lines
    assert [condition.passage.words for condition in entry.tellings[0].conditions] == ["the levy by 30 June is not dropped"]
    assert len(comparison.analyses[0].commitments[0].conditions) == 2


def test_what_takes_up_one_commitment_of_a_statement_stands_at_that_one_alone() -> None:
    words = "We will dredge the harbour and raise the quay if the levy goes"
    article = make_article("varn", f"The lock at Varn\n“{words},” said Ada Quill.")
    later = make_article("varn-2", "“We will raise the quay,” said Ada Quill.")
    said = make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")
    again = make_attribution(later, "We will raise the quay", source="", cue="", type="direct", speaker="Ada Quill")
    dredge = replace(make_commitment(said, article, "dredge the harbour", operator=None), force="promise")
    lift = replace(make_commitment(said, article, "raise the quay", ("trigger", "the levy goes"), operator=None), force="promise")
    same = replace(make_commitment(again, later, "raise the quay", operator=None), force="promise")
    first, last = make_statement("x", said, said_at=None), make_statement("y", again, said_at=None)
    link = Restatement(
        id="r", earlier=first.id, later=last.id, relation="hardens", reason="no longer on the condition", made_by="t@1", articles=(article.id, later.id),
        spans=(lift.conditions[0].span, same.consequence), commitments=(lift.id, same.id),
    )  # fmt: skip
    analyses = make_analysis(article, said, commitments=(dredge, lift)), make_analysis(later, again, commitments=(same,))
    comparison = replace(NOTHING, analyses=analyses, statements=(first, last), restatements=(link,))
    shown = {entry.tellings[0].consequence.words: len(entry.restated) for group in make_briefing(comparison).commitments for entry in group.commitments if entry.restated}
    assert shown == {"raise the quay": 1}
