"""What one outlet prints under many articles makes them neither one story nor copies of one another."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from onrecord.kinship import Kinship, Sketch
from onrecord.records import Copy
from onrecord.results import Analysis
from onrecord.run.pairs import compare_pair
from onrecord.run.sketch import make_sketch
from onrecord.statements.features import Tellings
from onrecord.statements.space import plain_space
from onrecord.storage import SqliteStore
from onrecord.stories.groups import JOIN
from onrecord.stories.likeness import compare_matter
from onrecord.stories.reprints import LEAST_REST, find_own_matter, list_passages
from tests.run.made import Made, add, complete, digest_of, forget, rarity, read
from tests.statements.tellings import tell
from tests.views.make import day_of, find, make_article

NOTES = {
    "en": "Editor's note: the Korva Gazette is owned by the Halcyon shipping company and opposes the closure of the Pelgrim lighthouse and all who voted for it.",
    "nl": "Noot van de redactie: deze krant is eigendom van rederij Halcyon en verzet zich tegen de sluiting van vuurtoren Pelgrim en tegen wie daarvoor stemde.",
    "ru": "Примечание редакции: газета принадлежит судоходной компании «Халцион» и выступает против закрытия маяка Пелгрим и всех, кто за это голосовал.",
}
STORM = (
    "A storm tore roofs off barns around Odense on Sunday. Farmers counted drowned sheep and broken dykes, and firemen pumped water from cellars until dawn. "
    "The railway stays shut between both towns while crews clear fallen oaks from embankments."
)
STRIKE = (
    "Nurses in Lindham walked out over night shifts. Surgeons postponed forty operations, wards were closed, patients moved to clinics inland. "
    "Talks with hospital directors resume tomorrow, union delegates announced after marching through pouring rain."
)


def sketch(name: str, text: str, outlet: str | None = "Korva Gazette", published: str = "2031-03-14") -> Sketch:
    """Return the sketch of an article in which nobody says anything."""
    article = make_article(name, text, outlet=outlet, published=day_of(published))
    return make_sketch(Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=()), None, [], rarity, plain_space())


def pair(left: Sketch, right: Sketch) -> tuple[float, list[Copy]]:
    """Return how like two articles are, and the copy that one of them is."""
    left, right = sorted((left, right), key=lambda s: s.article)
    found = compare_pair(left, right, lambda: ((Tellings(left), Tellings(left, left.asides)), (Tellings(right), Tellings(right, right.asides))), space=plain_space())
    return max((r.likeness for r in found if isinstance(r, Kinship)), default=0.0), [r for r in found if isinstance(r, Copy)]


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_note_of_the_outlet_makes_no_story_and_no_copy(note: str) -> None:
    one, other = sketch("a", f"{STORM}\n\n{note}"), sketch("b", f"{STRIKE}\n\n{note}", published="2031-03-19")
    assert compare_matter(one, other) > JOIN
    likeness, copies = pair(one, other)
    assert likeness < JOIN / 2
    assert copies == []


def test_line_breaks_inside_the_note_change_nothing() -> None:
    broken = NOTES["en"].replace(" owned ", "\nowned\n").replace(" opposes ", "\nopposes ")
    assert pair(sketch("a", f"{STORM}\n{NOTES['en']}"), sketch("b", f"{STRIKE}\n\n{broken}"))[0] < JOIN / 2


def test_a_note_above_the_text_counts_no_more() -> None:
    assert pair(sketch("a", f"{NOTES['en']}\n{STORM}"), sketch("b", f"{NOTES['en']} {STRIKE}"))[0] < JOIN / 2


@pytest.mark.parametrize("outlet", ["Lindham Courier", None])
def test_what_two_outlets_share_counts(outlet: str | None) -> None:
    one, other = sketch("a", f"{STORM}\n\n{NOTES['en']}"), sketch("b", f"{STRIKE}\n\n{NOTES['en']}", outlet=outlet)
    assert find_own_matter(one, other) is None
    assert pair(one, other)[0] > JOIN


def test_an_article_brought_up_to_date_stays_a_copy_of_the_first() -> None:
    more = "Two more barns near Odense lost their roofs on Monday. Insurance companies expect claims from three hundred farmers after the storm, and sheep are still missing in the meadows."
    (copy,) = pair(sketch("a", f"{STORM}\n\n{NOTES['en']}"), sketch("b", f"{more} {STORM}\n\n{NOTES['en']}", published="2031-03-15"))[1]
    assert copy.kind == "edited"


def test_two_reports_on_one_happening_with_the_same_note_are_one_story() -> None:
    again = (
        "A storm broke dykes around Odense. Farmers lost sheep and barns lost roofs on Sunday; firemen pumped cellars until dawn, crews clear oaks from the railway embankments."
    )
    assert pair(sketch("a", f"{STORM}\n\n{NOTES['en']}"), sketch("b", f"{again}\n\n{NOTES['en']}"))[0] > JOIN


def test_words_that_the_rest_has_too_stay() -> None:
    one, other = sketch("a", f"{STORM} Halcyon ships lay in port.\n\n{NOTES['en']}"), sketch("b", f"{STRIKE} Halcyon ships lay idle.\n\n{NOTES['en']}")
    without = find_own_matter(sketch("a", f"{STORM}\n\n{NOTES['en']}"), sketch("b", f"{STRIKE}\n\n{NOTES['en']}"))
    both = find_own_matter(one, other)
    assert both is not None
    assert without is not None
    assert both > without


def test_passages_are_counted_and_equal_ones_stand_once() -> None:
    article = make_article("a", f"{NOTES['en']} {NOTES['en']}\n\nShort line.")
    found = list_passages(article)
    assert (len(found.keys), len(found.sizes), len(found.sentences)) == (1, 1, 4)
    assert found.words == 2 * found.sizes[0] + 2
    made = sketch("a", NOTES["en"])
    assert len(np.frombuffer(made.term_places, dtype="<u2")) == len(np.frombuffer(made.terms, dtype="<u8"))
    assert LEAST_REST > 0
    assert find(article.text, "Short line").start > 0


def told(name: str, text: str, published: str) -> Made:
    """Return an article of the Gazette with a telling, a text of its own and the note."""
    made = tell("we close the strait", name=name, lang="en", speaker="Tamsin Orlay", source="Tamsin Orlay", published=published, aside=f"{text} {NOTES['en']}")
    return complete(replace(made.analysis, article=replace(made.analysis.article, outlet="Korva Gazette")), [made.meaning])


def test_the_order_of_arrival_does_not_matter_and_what_is_forgotten_leaves_no_trace() -> None:
    made = [told("a", STORM, "2031-03-14"), told("b", STRIKE, "2031-03-15"), told("c", STORM, "2031-03-16")]
    expected = digest_of(made)
    for order in permutations(made):
        assert digest_of(order) == expected
    for gone in made:
        with closing(SqliteStore(":memory:")) as store:
            add(store, made)
            forget(store, [gone])
            assert store.digest() == digest_of([m for m in made if m is not gone])
            assert read(store).stories
