"""A lasting problem is said when it appears, when it changes and when it ends, and what was said is remembered within bounds."""

from __future__ import annotations

import pytest

from onrecord.cli.taking import Sums, describe_intake, describe_sums
from onrecord.cli.telling import Teller, tell_visit
from onrecord.records import Problem
from onrecord.run.intake import Intake
from onrecord.sources.fetch.failures import OF_HOST
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.visits import Asked, Visit
from onrecord.sources.readers.reader import make_problem

FEED, A, B = "https://a.example/rss", "https://a.example/1", "https://A.example/2"
SOURCE = Source(name="A", url=FEED)


def problem(url: str, code: str = "fetch_status", message: str = "status 503") -> Problem:
    return make_problem(url, code, message)


def ask(url: str, problem: Problem | None = None) -> Asked:
    return Asked(url=url, problem=problem, is_of_host=problem is not None and problem.code in OF_HOST)


def visit(*asked: tuple[str, Problem | None] | Asked, is_failing: bool = False, was_failing: bool = False) -> Visit:
    told = tuple(each if isinstance(each, Asked) else ask(*each) for each in asked)
    return Visit(source=SOURCE, at=0.0, new=0, taken=0, failed=0, waiting=0, again=0, asked=told, is_failing=is_failing, was_failing=was_failing)


class Said:
    """What is said of visits, line by line."""

    def __init__(self, capsys: pytest.CaptureFixture[str], most: int = 100) -> None:
        self.teller, self._capsys = Teller(most), capsys

    def of(self, visit: Visit, *texts: tuple[str, tuple[Problem, ...]], quiet: bool = False) -> list[str]:
        tell_visit(visit, texts, self.teller, quiet=quiet)
        return self._capsys.readouterr().err.splitlines()


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


def test_a_problem_is_said_when_it_appears_changes_and_ends(said: Said) -> None:
    first, second = problem(FEED), problem(FEED, "fetch_gone", "no such page")
    assert said.of(visit((FEED, first), is_failing=True)) == [f"problem [fetch_status] {FEED}: status 503"]
    assert said.of(visit((FEED, first), is_failing=True, was_failing=True)) == []
    assert said.of(visit((FEED, second), is_failing=True, was_failing=True)) == [f"problem [fetch_gone] {FEED}: no such page"]
    assert said.of(visit((FEED, first), is_failing=True, was_failing=True)) == [f"problem [fetch_status] {FEED}: status 503"]
    assert said.of(visit(is_failing=True, was_failing=True)) == []  # it was not asked
    assert said.of(visit((FEED, None), was_failing=True)) == [f"over [fetch_status] {FEED}: status 503"]
    assert said.of(visit((FEED, None))) == []
    assert said.of(visit((FEED, first), is_failing=True)) == [f"problem [fetch_status] {FEED}: status 503"]
    assert said.teller.count == 4
    assert said.teller.first == first


def test_what_another_run_told_is_over_too(said: Said) -> None:
    assert said.of(visit((FEED, None), was_failing=True)) == [f"over: {FEED} can be read again"]


def test_quiet_says_nothing_and_counts(said: Said) -> None:
    assert said.of(visit((FEED, problem(FEED)), is_failing=True), quiet=True) == []
    assert said.of(visit((FEED, None), was_failing=True), quiet=True) == []
    assert said.of(visit((FEED, None), was_failing=True), quiet=True) == []
    assert said.teller.count == 1


def test_pages_are_told_apart_and_one_of_them_ends_alone(said: Said) -> None:
    assert len(said.of(visit((A, problem(A)), (B, problem(B))))) == 2
    assert said.of(visit((B, problem(B)), (A, None))) == [f"over [fetch_status] {A}: status 503"]


@pytest.mark.parametrize("code", ["fetch_gone", "fetch_status", "fetch_type", "reader_crashed"])
def test_a_host_that_answers_is_back_whatever_it_answers(said: Said, code: str) -> None:
    down, other = problem(A, "fetch_connect", "refused"), problem(B, code, "no page")
    assert len(said.of(visit((A, down)))) == 1
    assert said.of(visit((B, other))) == [f"problem [{code}] {B}: no page", f"over [fetch_connect] {A}: refused"]
    assert said.of(visit((A, down))) == [f"problem [fetch_connect] {A}: refused"]


def test_a_piece_that_is_still_gone_is_an_answer_of_its_host_and_no_end(said: Said) -> None:
    assert len(said.of(visit((A, problem(A, "fetch_gone", "no such page"))))) == 1
    assert len(said.of(visit((B, problem(B, "fetch_dns", "leads nowhere"))))) == 1
    still = Asked(url=A, is_still_gone=True)
    assert said.of(visit(still)) == [f"over [fetch_dns] {B}: leads nowhere"]
    assert said.of(visit(still)) == []
    assert said.of(visit((A, None))) == [f"over [fetch_gone] {A}: no such page"]


def test_two_problems_of_a_host_in_turn_are_said_once_each_and_are_over_together(said: Said) -> None:
    down, later = problem(A, "fetch_connect", "refused"), problem(A, "fetch_later", "for 900 s more")
    assert [line for _ in range(3) for each in (down, later) for line in said.of(visit((A, each)))] == [
        f"problem [fetch_connect] {A}: refused", f"problem [fetch_later] {A}: for 900 s more",
    ]  # fmt: skip
    assert said.of(visit((B, None))) == [f"over [fetch_connect] {A}: refused", f"over [fetch_later] {A}: for 900 s more"]


def test_a_robots_file_that_is_not_given_out_is_said_once_for_all_pages_and_one_that_refuses_for_each(said: Said) -> None:
    def withhold(url: str) -> Asked:
        return Asked(url=url, problem=problem(url, "fetch_robots", "not given out"), is_of_host=True)

    assert len(said.of(visit(withhold(A)))) == 1
    assert said.of(visit(withhold(B))) == []
    assert len(said.of(visit((A, problem(A, "fetch_robots", "not allowed")), (B, problem(B, "fetch_robots", "not allowed"))))) == 2


def test_a_host_that_answers_only_now_and_then_is_said_once_until_a_whole_visit_goes_well(said: Said) -> None:
    late = (B, problem(B, "fetch_timeout", "not complete after 30 s"))
    assert len(said.of(visit((A, None), late))) == 1
    assert said.of(visit((A, None), (B, problem(B, "fetch_timeout", "let us wait too long")))) == []
    assert len(said.of(visit((A, None)))) == 1


@pytest.mark.parametrize("code", ["fetch_connect", "fetch_dns", "fetch_tls"])
def test_a_host_that_takes_no_connection_is_said_once_for_all_its_pages(said: Said, code: str) -> None:
    assert len(said.of(visit((A, problem(A, code))))) == 1
    assert said.of(visit((B, problem(B, code)))) == []
    (line,) = said.of(visit((B, problem(B, code, "otherwise"))))  # a change is no end
    assert "otherwise" in line
    assert said.of(visit((A, None))) == [f"over [{code}] {B}: otherwise"]
    assert said.of(visit((B, None))) == []


def test_a_message_that_counts_down_is_no_change(said: Said) -> None:
    assert len(said.of(visit((A, problem(A, "fetch_later", "for 900 s more"))))) == 1
    assert said.of(visit((A, problem(A, "fetch_later", "for 600 s more")))) == []


def test_what_could_not_be_read_of_a_page_ends_when_it_is_kept_without_it_and_not_when_it_is_only_fetched(said: Said) -> None:
    one, two = problem(f"{A}#1", "entry_empty", "no text"), problem(f"{A}#2", "entry_empty", "no text")
    assert len(said.of(visit((A, None)), (A, (one, two)))) == 2
    assert said.of(visit((A, None)), (A, (one, two))) == []
    assert said.of(visit((A, None))) == []
    assert said.of(visit((A, None)), (A, (two,))) == [f"over [entry_empty] {A}#1: no text"]
    assert said.of(visit((A, None)), (A, ())) == [f"over [entry_empty] {A}#2: no text"]


def test_no_more_places_are_remembered_than_allowed_and_lasting_ones_longest(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, most=5)
    for number in range(50):
        url = f"https://a.example/{number}"
        lines = said.of(visit((FEED, problem(FEED)), (url, problem(url)), is_failing=True))
        assert len(lines) == (2 if number == 0 else 1)
        assert len(said.teller) <= 5
    assert said.teller.count == 51


def test_many_intakes_are_told_as_one_is() -> None:
    reserved = {"x": (problem("x", "stub"), problem("x", "live_blog")), "y": (problem("y", "stub"),)}
    parts = [Intake(added=["a"], same=2), Intake(changed=["b"], renewed=["c"], gone=["d", "e"], problems=[problem(A)], reserved=reserved)]
    whole = Intake(added=["a"], same=2, changed=["b"], renewed=["c"], gone=["d", "e"], problems=[problem(A)], reserved=reserved)
    sums = Sums()
    assert not sums.has_articles
    for part in parts:
        sums.add(part)
    assert sums.has_articles
    assert describe_sums(sums) == describe_intake(whole) == (
        "2 articles added, 1 with a new version, 2 gone, 2 unchanged, 1 problem, 2 kept with reservations (live_blog 1, stub 2)"
    )  # fmt: skip
