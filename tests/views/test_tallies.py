"""Who counts what, when: contradictions first, every number linked to its words, no text that acts."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from onrecord.records import Count, CountRelation, DateRange, Figure, Tally, TallyPoint
from onrecord.results import Comparison
from onrecord.views import comparison_to_dict, make_briefing, render_html, render_text

from .hostile import ESCAPES, MARKUP, has_control
from .make import make_comparison


def with_tallies(counter: str = "port hospital", kind: str = "injured") -> Comparison:
    """Return the made-up set with its two counts of injured dockers in a tally that contradicts, and an agreed one."""
    comparison = make_comparison()
    first, second = (figure for analysis in comparison.analyses for figure in analysis.figures)
    return replace(comparison, tallies=(make_tally("tally-agreed", first, second, "restates", "the same", kind, None), make_tally("tally-contradicted", first, second, "contradicts",
                   "40 or more and 43 for the same day, by two counters", kind, counter)))  # fmt: skip


def make_tally(id: str, first: Figure, second: Figure, relation: str, reason: str, kind: str, counter: str | None) -> Tally:
    counts = tuple(
        Count(article=f.article, figure=f.id, span=f.span, low=f.low, high=f.high, point=f.point, counter=counter, as_of=f.as_of, as_of_from="written", period=f.period)
        for f in (first, second)
    )
    points = tuple(TallyPoint(as_of=c.as_of, low=c.low, high=c.high, point=c.point, counts=(at,), accounts=at + 1) for at, c in enumerate(counts))
    return Tally(
        id=id, story="story-1", kind=kind, population="dockers", place="Korva", unit=None, counts=counts,
        relations=(CountRelation(earlier=0, later=1, relation=relation, reason=reason),), series=points, made_by="test@1",
    )  # fmt: skip


def print_plain(comparison: Comparison, width: int) -> str:
    out = io.StringIO()
    render_text(make_briefing(comparison), Console(file=out, width=width, color_system=None, force_terminal=False))
    return out.getvalue()


def test_contradictions_come_first_and_agreement_is_not_repeated() -> None:
    contradicted, agreed = make_briefing(with_tallies()).tallies
    assert [link.relation for link in contradicted.links] == ["contradicts"]
    assert [passage.words for passage in contradicted.links[0].passages] == ["At least 40", "43 докери"]
    assert agreed.links == ()
    assert agreed.restated == 1


def test_the_terminal_shows_the_series_as_one_line_of_values_with_dates() -> None:
    printed = " ".join(print_plain(with_tallies(), 80).split())
    assert "T1 injured, dockers, Korva: 40 or more (14 March 2031, port hospital) / 43 (14 March 2031, port hospital, 2 accounts)" in printed
    assert "contradicted: “At least 40” (Korva Gazette" in printed
    assert "40 or more and 43 for the same day, by two counters" in printed
    assert max(map(len, print_plain(with_tallies(), 40).splitlines())) <= 40


def test_only_a_later_day_is_a_movement() -> None:
    comparison = with_tallies()
    later = DateRange(start="2031-03-15", end="2031-03-16")
    moved = replace(comparison, tallies=tuple(replace(tally, series=(tally.series[0], replace(tally.series[1], as_of=later))) for tally in comparison.tallies))
    printed = " ".join(print_plain(moved, 200).split())
    assert "T1 injured, dockers, Korva: 40 or more (14 March 2031, port hospital) → 43 (15 March 2031" in printed


def test_the_page_links_every_value_to_its_words() -> None:
    comparison = with_tallies()
    page = render_html(make_briefing(comparison), comparison.analyses)
    section = page.split('<section id="tallies">')[1].split("</section>")[0]
    assert section.index("tally-1") < section.index("Contradicted") < section.index("tally-2")
    links = {part.split('"')[0] for part in section.split('class="source" href="#')[1:]}
    assert links and all(f'id="{link}"' in page for link in links)
    assert 'href="#tallies"' in page


def test_without_tallies_there_is_no_section() -> None:
    comparison = make_comparison()
    assert 'id="tallies"' not in render_html(make_briefing(comparison), comparison.analyses)
    assert "who counts what" not in print_plain(comparison, 80)


def test_hostile_names_stay_text() -> None:
    hostile = with_tallies(counter=f"{MARKUP}{ESCAPES}", kind=MARKUP)
    page = render_html(make_briefing(hostile), hostile.analyses)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert not has_control(print_plain(hostile, 80))


def test_the_contract_names_articles_and_gives_both_spans() -> None:
    (first, _) = comparison_to_dict(with_tallies())["tallies"]  # type: ignore[misc, union-attr]
    assert isinstance(first, dict)
    assert [count["article"] for count in first["counts"]] == ["gazette", "visnyk"]  # type: ignore[union-attr, index, call-overload]
    assert first["counts"][0]["value"] == {"min": 40, "max": None, "point": 40}  # type: ignore[index, call-overload]
    assert len(first["relations"][0]["spans"]) == 2  # type: ignore[index, arg-type, call-overload]
