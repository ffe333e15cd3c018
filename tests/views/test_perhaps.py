"""What tellings differ on if they are of one utterance: shown under that condition, counted nowhere."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from onrecord.records import Article, Attribution, Commitment, Difference
from onrecord.results import Comparison
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.views import make_briefing, render_html, render_text
from onrecord.views.entries import StatementEntry
from onrecord.views.perhaps import IF_ONE

from .make import day_of, find, make_analysis, make_article, make_attribution, make_commitment, make_statement

SPEAKER = "Ada Quill"


def tell(name: str, lang: str, text: str, *pairs: tuple[str, str], force: str = "threat") -> tuple[Article, tuple[Attribution, ...], tuple[Commitment, ...]]:
    """Return an article with a title, its tellings and one commitment each; a pair is what is said and what follows."""
    article = make_article(name, f"{name}\n{text}", lang=lang, outlet=name)
    said = tuple(make_attribution(article, content, source="", cue="", type="direct", speaker=SPEAKER) for content, _ in pairs)
    acts = tuple(replace(make_commitment(one, article, act, operator=None), force=force) for one, (_, act) in zip(said, pairs, strict=True))
    return article, said, acts


def join(*told: tuple[Article, tuple[Attribution, ...], tuple[Commitment, ...]], differ: tuple[Difference, ...], mean: float = 0.8) -> Comparison:
    """Return a comparison whose only statement has all these tellings."""
    statement = replace(make_statement("one", *(one for _, said, _ in told for one in said), differences=differ, said_at=None), join_mean=mean, join_least=mean)
    analyses = tuple(make_analysis(article, *said, commitments=acts) for article, said, acts in told)
    return Comparison(analyses=analyses, stories=(), copies=(), accounts=(), statements=(statement,), restatements=(), signs=(), problems=())


def differ(left: Article, right: Article, at: tuple[int, int], words: tuple[str, str], label: str = "place_changed", reason: str = "two places") -> Difference:
    return Difference(left=at[0], right=at[1], label=label, spans=(find(left.text, words[0]), find(right.text, words[1])), reason=reason)


def entry_of(comparison: Comparison) -> StatementEntry:
    return make_briefing(comparison).statements[0]


DUTCH = tell("Avondpost", "nl", '"We sluiten de haven van Varn", zei Quill.', ("We sluiten de haven van Varn", "We sluiten de haven van Varn"))
POLISH = tell("Kurier", "pl", "„Zamkniemy port w Tarsii” – powiedziała Quill.", ("Zamkniemy port w Tarsii", "Zamkniemy port w Tarsii"))
ENGLISH = tell("Courier", "en", "“We will close the port of Tarsia,” said Quill. “We will not sell grain,” she added.",
    ("We will close the port of Tarsia", "We will close the port of Tarsia"), ("We will not sell grain", "We will not sell grain"),
)  # fmt: skip
PLACES = (differ(DUTCH[0], POLISH[0], (0, 1), ("Varn", "Tarsii")),)


def test_the_only_tellings_of_two_articles_differ_if_they_are_one_utterance() -> None:
    comparison = join(DUTCH, POLISH, differ=PLACES)
    entry = entry_of(comparison)
    assert (entry.doubtful, entry.points, [point.label for point in entry.perhaps]) == (True, (), ["place_changed"])
    assert [[mark.span.of(r.passage.words and article.text) for mark in r.marks] for r, (article, _, _) in zip(entry.renderings, (DUTCH, POLISH), strict=True)] == [
        ["Varn"],
        ["Tarsii"],
    ]
    (remark,) = (remark for remark in make_briefing(comparison).summary if remark.title == "Told differently")
    assert "".join(part if isinstance(part, str) else "…" for part in remark.sentence) == "If … is one utterance, another place: … (…), … (…)."


def test_both_views_say_on_what_condition_they_differ_and_the_page_leads_to_the_words() -> None:
    comparison = join(DUTCH, POLISH, differ=PLACES)
    briefing = make_briefing(comparison)
    out = StringIO()
    render_text(briefing, Console(file=out, width=100))
    assert f"{IF_ONE}:" in out.getvalue() and "“Varn” in Avondpost, “Tarsii” in Kurier" in " ".join(out.getvalue().split())
    page = render_html(briefing, comparison.analyses)
    assert IF_ONE in page and 'id="statement-1-difference-1"' in page


def test_what_was_joined_for_sure_has_its_points_as_before() -> None:
    entry = entry_of(join(DUTCH, POLISH, differ=PLACES, mean=0.99))
    assert ([point.label for point in entry.points], entry.perhaps) == (["place_changed"], ())


def test_of_several_tellings_of_an_article_those_are_compared_that_tell_the_same_kind_of_act() -> None:
    both = (differ(DUTCH[0], ENGLISH[0], (0, 1), ("Varn", "Tarsia")), differ(DUTCH[0], ENGLISH[0], (0, 2), ("haven", "grain"), label="actor_changed"))
    promise = (ENGLISH[0], ENGLISH[1], (ENGLISH[2][0], replace(ENGLISH[2][1], force="refusal")))
    assert [point.label for point in entry_of(join(DUTCH, promise, differ=both)).perhaps] == ["place_changed"]
    offers = (ENGLISH[0], ENGLISH[1], tuple(replace(act, force="offer") for act in ENGLISH[2]))
    assert entry_of(join(DUTCH, offers, differ=both)).perhaps == ()


@pytest.mark.parametrize("changed", [{"speaker": "Jan Brandt"}, {"said_at": day_of("2031-03-20")}])
def test_two_speakers_or_two_days_are_not_compared(changed: dict[str, object]) -> None:
    other = (POLISH[0], tuple(replace(one, **changed) for one in POLISH[1]), POLISH[2])  # type: ignore[arg-type]
    assert entry_of(join(DUTCH, other, differ=PLACES)).perhaps == ()


def test_what_only_says_that_the_words_are_others_and_what_is_spelling_is_not_shown() -> None:
    labels = ("truncated", "paraphrase_in_quote_marks", "dropped_attribution", "spelling_variant", "translated")
    assert entry_of(join(DUTCH, POLISH, differ=tuple(replace(PLACES[0], label=label) for label in labels))).perhaps == ()
    apart = replace(PLACES[0], label="truncated", reason=f"4 of 4 words here: {PERHAPS_NOT_ONE}")
    assert entry_of(join(DUTCH, POLISH, differ=(*PLACES, apart))).perhaps == ()
