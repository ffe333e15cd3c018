"""Keep right what holds between articles while articles come and go, touching only what lies near them.

In: records of single articles (`keep`), then `add` and `remove`. Out, in the same records: pairs, stories, statements. What results
depends on which articles there are, not on the order in which they came: a pair is compared for its own sake, and all else follows
from the pairs. Articles that are all but the same (one form) are told apart only inside their story; one of them, the
lead, stands for all of them towards others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from onrecord.ids import make_id
from onrecord.kinship import Beacon, Kinship, Recall, Sighting, Sketch
from onrecord.records import Statement, Story
from onrecord.run.articles import Articles, Records
from onrecord.run.neighbourhoods import find_neighbourhood, find_touched
from onrecord.run.pairs import Between, compare_pair
from onrecord.run.sketch import make_beacon, seek, unpack_keys
from onrecord.run.story import make_records
from onrecord.statements.match import Matcher
from onrecord.statements.positions import find_recalls
from onrecord.statements.shared import find_main, is_one_occasion
from onrecord.statements.signs import find_sightings
from onrecord.storage.links import article_key, form_key
from onrecord.stories.groups import group_articles
from onrecord.stories.likeness import LEAST_KEYS, WINDOW_DAYS, find_day

BETWEEN = "between"
"""The stage under which all of this is kept."""
LEAST_RUNS = 2
"""Keys of runs that two texts must share to be compared whenever they were published."""
LEAST_HITS = 2
"""Keys of words by which passages and positions are found; a rare word has two."""


class Ground:
    """What holds between articles, in a store or in memory.

    Args:
        records: where all is read and written; the caller owns the transaction.
        matcher: gives word vectors to the differences.
    """

    def __init__(self, records: Records, matcher: Matcher | None = None) -> None:
        self._records = records
        self._articles = Articles(records)
        self._matcher = matcher or Matcher()
        self._moved: set[str] = set()  # articles whose own pairs are new, or who are gone
        self._touched: set[str] = set()  # articles whose story may be another now
        self._kept: dict[str, Statement] = {}  # statements of the stories that were dropped

    def add(self, article: str) -> None:
        """Compare an article with all that is there; its own records and its sketch must be there already, `settle` must follow."""
        self._write_pair(article, article)
        others = self._others_of_form(article)
        if others and others[0] < article:
            self._write_pair(others[0], article)
            self._touched.add(others[0])
        else:
            if others:
                self._unlink(others[0], others[1:])
            self._link(article, others)
        self._moved.add(article)

    def remove(self, article: str) -> None:
        """Take back what `add` did; the article's own records must still be there, and be gone before `settle`."""
        others = self._others_of_form(article)
        if others and others[0] < article:
            self._records.forget(pair_origin(others[0], article), BETWEEN)
            self._touched.add(others[0])
        else:
            self._unlink(article, others)
            if others:
                self._link(others[0], others[1:])
        self._records.forget(pair_origin(article, article), BETWEEN)
        for story in self._records.near(Story, [article_key(article)]):
            self._drop_story(story)
        self._moved.add(article)
        self._articles.drop(article)

    def settle(self) -> None:
        """Make anew the stories that `add` and `remove` have touched."""
        forms, stories = self._close()
        groups = list(self._group(forms))
        same = set()
        for group in groups:
            members = sorted(article for lead in group for article in forms[lead])
            is_same = next((s.id for s in stories.values() if list(s.articles) == members), None)
            if is_same is not None and not self._moved & set(members):
                same.add(is_same)
        for story in stories.keys() - same:
            self._drop_story(story)
        kept_articles = {article for story in same for article in stories[story].articles}
        for group in groups:
            if group[0] not in kept_articles:
                self._write_story([forms[lead] for lead in group])
        self._moved.clear()
        self._touched.clear()
        self._kept.clear()

    def _close(self) -> tuple[dict[str, list[str]], dict[str, Story]]:
        """Return what must be looked at together: lead -> its form, and the stories as they are; what is touched grows to whole neighbourhoods and stories."""
        forms: dict[str, list[str]] = {}
        stories: dict[str, Story] = {}
        waiting = set(self._touched)
        while waiting:
            fresh = {form[0]: form for article in sorted(waiting) if self._records.get(Sketch, article) is not None and (form := self._form_of(article))[0] not in forms}
            forms.update(fresh)
            waiting = set()
            for lead in fresh:
                waiting |= find_neighbourhood(lead, self._tied)[1]
            for story in self._records.near(Story, [article_key(article) for form in fresh.values() for article in form]):
                if story not in stories and (record := self._records.get(Story, story)) is not None:
                    stories[story] = record
                    waiting.update(record.articles)
            waiting -= {article for form in forms.values() for article in form}
        return forms, stories

    def _group(self, leads: Collection[str]) -> Iterator[tuple[str, ...]]:
        """Yield the stories of the leads, neighbourhood by neighbourhood."""
        left = set(leads)
        while left:
            _, part = find_neighbourhood(min(left), self._tied)
            left -= part
            likeness = {(a, b): value for a, b, value in self._tied(sorted(part), 0.0) if a < b and b in part}
            mains = {lead: main for lead in sorted(part) if (main := find_main(self._articles.sketch(lead))) is not None}
            occasions = {(a, b): is_one for a, b in likeness if a in mains and b in mains and (is_one := is_one_occasion(mains[a], mains[b])) is not None}
            yield from group_articles(sorted(part), likeness, occasions)

    def _write_story(self, forms: Sequence[Sequence[str]]) -> None:
        leads = sorted(form[0] for form in forms)
        pairs = [(a, b) for a, b, _ in self._tied(leads, 0.0) if a < b and b in set(leads)]
        pairs += [(form[0], other) for form in forms for other in form[1:]]
        pairs += [(article, article) for form in forms for article in form]
        kinships = [k for a, b in pairs if (k := self._records.get(Kinship, make_id("kinship", a, b))) is not None]
        sketches = [[self._articles.sketch(article) for article in form] for form in forms]
        story, *rest = make_records(sketches, kinships, self._articles, self._matcher, self._kept)
        self._records.replace(story_origin(story.id), BETWEEN, [story, *rest])

    def _drop_story(self, story: str) -> None:
        origin = story_origin(story)
        self._kept.update({s.id: s for s in self._records.read(Statement, origin)})
        record = self._records.get(Story, story)
        if record is not None:
            self._touched.update(record.articles)
        self._records.forget(origin, BETWEEN)

    def _tied(self, articles: Collection[str], least: float) -> list[tuple[str, str, float]]:
        return self._records.tied(Kinship, articles, least)

    def _form_of(self, article: str) -> list[str]:
        """Return the articles that are all but the same as one, itself among them, sorted."""
        return self._records.near(Sketch, [form_key(self._articles.sketch(article).form)])

    def _others_of_form(self, article: str) -> list[str]:
        return [other for other in self._form_of(article) if other != article]

    def _link(self, lead: str, others: Sequence[str]) -> None:
        """Let an article stand for its form: compare it with the leads of other forms, and with each of its own."""
        sketch = self._articles.sketch(lead)
        records, gone = self._records, {lead, *others}
        day = find_day(sketch)
        window = (day - WINDOW_DAYS, day + WINDOW_DAYS) if day else None
        kin = set(records.near(Beacon, _ints(sketch.story_keys), LEAST_KEYS, window)) | set(records.near(Beacon, _ints(sketch.run_keys), LEAST_RUNS))
        speaking = set(records.near(Beacon, _ints(sketch.position_keys), LEAST_HITS))
        seeking = set(records.near(Beacon, seek(sketch.passage_keys).tolist(), LEAST_HITS))
        holding = set(records.near(Beacon, _ints(sketch.condition_keys), LEAST_HITS))
        ties = []
        for other in sorted((kin | speaking | seeking | holding) - gone):
            left, right = min(lead, other), max(lead, other)
            found: list[Between] = []
            if other in kin:
                found.extend(self._compare(left, right))
            if other in speaking:
                found.extend(find_recalls(list(self._articles.sides(left).values()), list(self._articles.sides(right).values()), self._matcher))
            if other in seeking:
                found.extend(self._sightings(other, lead))
            if other in holding:
                found.extend(self._sightings(lead, other))
            if found:
                ties.append((other, next((r.likeness for r in found if isinstance(r, Kinship)), 0.0), left, right, found))
        self._touched |= find_touched([(other, likeness) for other, likeness, *_ in ties], self._tied)
        for _, _, left, right, found in ties:
            records.replace(pair_origin(left, right), BETWEEN, found)
        records.replace(lead_origin(lead), BETWEEN, [make_beacon(sketch)])
        for other in others:
            self._write_pair(lead, other)
        self._touched.add(lead)
        self._moved.add(lead)

    def _unlink(self, lead: str, others: Sequence[str]) -> None:
        """Take back `_link`."""
        ties = [(other, likeness) for _, other, likeness in self._tied([lead], 0.0)]
        partners = {other for kind in (Kinship, Recall, Sighting) for _, other, _ in self._records.tied(kind, [lead])}
        for other in sorted(partners.union(others)):
            self._records.forget(pair_origin(min(lead, other), max(lead, other)), BETWEEN)
        self._records.forget(lead_origin(lead), BETWEEN)
        self._touched |= find_touched(ties, self._tied)
        self._touched.add(lead)

    def _write_pair(self, left: str, right: str) -> None:
        """Compare an article with itself, or a lead with another of its form."""
        found = self._compare(left, right, is_one_form=left != right)
        if left == right and self._articles.sketch(left).watches:
            found.extend(self._sightings(left, left))
        self._records.replace(pair_origin(left, right), BETWEEN, found)

    def _compare(self, left: str, right: str, *, is_one_form: bool = False) -> list[Between]:
        sketches = self._articles.sketch(left), self._articles.sketch(right)
        return list(compare_pair(*sketches, (self._articles.tellings(left), self._articles.tellings(right)), is_one_form=is_one_form))

    def _sightings(self, teller: str, told: str) -> Iterator[Sighting]:
        """Yield the passages of `told` about the conditions in `teller`."""
        reading = self._articles.reading(told)
        if reading is not None:
            sides = self._articles.sides(teller)
            watches = self._articles.sketch(teller).watches
            yield from find_sightings(self._articles.sketch(teller), [sides[w.attribution].cut(w.condition) for w in watches], reading)


def pair_origin(left: str, right: str) -> str:
    """Return the origin of what holds between two articles, the smaller id first."""
    return f"pair:{left}:{right}"


def lead_origin(article: str) -> str:
    """Return the origin of the beacon of a lead."""
    return f"lead:{article}"


def story_origin(story: str) -> str:
    """Return the origin of the records of a story."""
    return f"story:{story}"


def _ints(keys: bytes) -> list[int]:
    return [int(key) for key in unpack_keys(keys)]
