"""Differences in sentences: the words of each side, who has them, and what the stage noted of them."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.views.parts import Name, Part, Passage, Sentence
from onrecord.views.point_words import Reason, place_reason, word_point, word_whole

NAMES = {1: "Gazette", 2: "Courier", 3: "Post"}


def words(text: str) -> list[Passage]:
    return [Passage(article="a", article_id="a", span=Span(start=0, end=len(text)), words=text, lang="en")]


def read(sentence: Sentence) -> str:
    """Return a sentence as it is read."""

    def show(part: Part) -> str:
        return f"“{part.words}”" if isinstance(part, Passage) else part if isinstance(part, str) else part.text if isinstance(part, Name) else part.label

    return "".join(map(show, sentence))


def test_equal_words_are_said_once() -> None:
    sides = {1: words("men"), 2: words("people"), 3: words("Men")}
    sentence, rest = word_point(sides, [Reason(left=1, right=2, text="`men` here, `people` there")], NAMES, lacking="nothing in")
    assert (read(sentence), rest) == ("“men” in Gazette and Post, “people” in Courier", ())


def test_strengths_run_from_weaker_to_stronger() -> None:
    reasons = [Reason(left=1, right=2, text="harm: `wrecked` (strength 4) here, `touched` (strength 1) there")]
    sentence, _ = word_point({1: words("wrecked"), 2: words("touched")}, reasons, NAMES, lacking="nothing in")
    assert read(sentence) == "From weaker to stronger: “touched” in Courier < “wrecked” in Gazette"


def test_words_of_one_strength_are_no_steps() -> None:
    reasons = [
        Reason(left=1, right=2, text="harm: `touched` (strength 1) here, `wrecked` (strength 4) there"),
        Reason(left=1, right=3, text="harm: `touched` (strength 1) here, `zerstört` (strength 4) there"),
    ]
    sentence, _ = word_point({2: words("wrecked"), 3: words("zerstört"), 1: words("touched")}, reasons, NAMES, lacking="nothing in")
    assert read(sentence) == "From weaker to stronger: “touched” in Gazette < “wrecked” in Courier / “zerstört” in Post"
    alike, _ = word_point({2: words("wrecked"), 3: words("zerstört")}, reasons, NAMES, lacking="nothing in")
    assert read(alike) == "“wrecked” in Courier / “zerstört” in Post"


def test_what_words_come_to_stands_beside_them() -> None:
    reasons = [Reason(left=1, right=2, text="`admitted` (conceding) here, `said` (neutral) there")]
    sentence, _ = word_point({1: words("admitted"), 2: words("said")}, reasons, NAMES, lacking="nothing in")
    assert read(sentence) == "“admitted” (conceding) in Gazette, “said” (neutral) in Courier"


def test_sides_that_come_to_the_same_stand_together() -> None:
    reasons = [
        Reason(left=1, right=2, text="here all conditions must hold, there one condition is enough, by the wording"),
        Reason(left=2, right=3, text="here one condition is enough, there all conditions must hold, by the wording"),
    ]
    sentence, _ = word_point({1: words("a and b"), 2: words("a or b"), 3: words("a en b")}, reasons, NAMES, lacking="nothing in")
    assert read(sentence) == "All conditions must hold: “a and b” in Gazette and “a en b” in Post; one condition is enough: “a or b” in Courier"


def test_an_empty_side_is_named() -> None:
    sentence, _ = word_point({1: words("if it rains"), 2: []}, [Reason(left=1, right=2, text="it stands only here")], NAMES, lacking="not told in")
    assert read(sentence) == "Not told in Courier: “if it rains” in Gazette"
    told = {1: words("if it rains"), 2: [], 3: words("als het regent")}
    sentence, _ = word_point(told, [Reason(left=1, right=2, text="it stands only here")], NAMES, lacking="not told in", elsewhere=[3])
    assert read(sentence) == "Not told in Courier, though told in Post: “if it rains” in Gazette, “als het regent” in Post"


def test_many_wordings_go_on_behind() -> None:
    names = {number: f"paper {number}" for number in range(1, 11)}
    sentence, rest = word_point({number: words(f"word {number}") for number in names}, [], names, lacking="nothing in")
    assert read(sentence).count("“") == 5
    assert read(rest).count("“") == 5


def test_a_difference_of_everything_is_told_by_language_or_by_its_reason() -> None:
    reasons = [Reason(left=1, right=2, text="told in English here, in Dutch there")]
    assert read(word_whole([1, 2, 3], reasons, {1: "en", 2: "nl", 3: "en"}, NAMES)) == "English in Gazette and Post; Dutch in Courier"
    assert read(word_whole([1, 2], [Reason(left=1, right=2, text="told by `the mayor` here, by nobody there")], {1: "en", 2: "en"}, NAMES)) == (
        "told by “the mayor” in Gazette, by nobody in Courier"
    )


def test_here_and_there_in_quoted_words_stay() -> None:
    assert place_reason(Reason(left=1, right=2, text="`stay here` here, `go there` there"), NAMES) == "“stay here” in Gazette, “go there” in Courier"


def test_a_day_is_said_in_words() -> None:
    told, _ = word_point({1: words("tonight"), 2: words("later")}, [Reason(left=1, right=2, text="2031-03-14 here, 2031-05-02 there")], NAMES, lacking="not told in")
    assert read(told) == "14 March 2031: “tonight” in Gazette; 2 May 2031: “later” in Courier"
