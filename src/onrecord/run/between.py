"""Keep right what holds between articles while articles come and go, touching only what lies near them.

In: records of single articles (`keep`), then `add` and `remove`. Out, in the same records: pairs, stories, statements. What results
depends on which articles there are, not on the order in which they came: a pair is compared for its own sake, and all else follows
from the pairs. Articles that are all but the same (one form) are told apart only inside their story; one of them, the
lead, stands for all of them towards others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from onrecord.ids import make_id
from onrecord.kinship import Beacon, Contrast, Kinship, Recall, Sighting, Sketch
from onrecord.records import Copy, Statement, Story
from onrecord.run.articles import Articles, Records
from onrecord.run.finding import find_edge, find_kin
from onrecord.run.meetings import Meeting, Meetings
from onrecord.run.neighbourhoods import Graph
from onrecord.run.pairs import Between, compare_pair
from onrecord.run.story import Before, make_records
from onrecord.statements.match import Matcher
from onrecord.statements.positions import find_recalls
from onrecord.statements.shared import find_main, is_one_occasion
from onrecord.statements.signs import find_sightings
from onrecord.storage.links import article_key, form_key, story_key
from onrecord.stories.groups import group_articles

BETWEEN, MEETING = "between", "meeting"
"""The stages under which all of this is kept: what two articles say of one happening, and what they say of each other's positions and conditions."""


class Ground:
    """What holds between articles, in a store or in memory.

    Args:
        records: where all is read and written; the caller owns the transaction.
        matcher: gives word vectors to the differences.
    """

    def __init__(self, records: Records, matcher: Matcher | None = None) -> None:
        self._records = records
        self._articles = Articles(records)
        self._meetings = Meetings(records, self._articles.sketch)
        self._matcher = matcher or Matcher()
        self._moved: set[str] = set()  # articles whose own pairs are new, or who are gone
        self._touched: set[str] = set()  # articles whose story may be another now
        self._entered: set[str] = set()  # leads that were not yet there, or not with these pairs
        self._ties: list[tuple[str, float]] = []  # pairs of leads that entered or left
        self._kept: dict[str, Statement] = {}  # statements of the stories that were dropped

    def add(self, article: str, sketch: Sketch | None = None) -> None:
        """Compare an article with all that is there; its own records and its sketch must be there already, `settle` must follow.

        Args:
            article: the article's id.
            sketch: its sketch, which need not be read again when whoever wrote it still has it.
        """
        if sketch is not None:
            self._articles.hold(sketch)
        self._write_pair(article, article)
        others = self._others_of_form(article)
        if others and others[0] < article:
            self._write_pair(others[0], article)
            self._touched.add(others[0])
        else:
            if others:
                self._unlink(others[0], others[1:])
                self._moved.update(others)
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
                self._moved.update(others)
        self._records.forget(pair_origin(article, article), BETWEEN)
        for story in self._records.near(Story, [article_key(article)]):
            self._drop_story(story)
        self._moved.add(article)
        self._articles.drop(article)
        self._meetings.drop(article)

    def settle(self) -> None:
        """Make anew the stories that `add` and `remove` have touched."""
        self._touched |= Graph(self._tied, self._entered).find_touched(self._ties)
        graph = Graph(self._tied)
        forms, stories = self._close(graph)
        groups = list(self._group(forms, graph))
        by_members = {story.articles: story.id for story in stories.values()}
        fresh = []
        for group in groups:
            members = tuple(sorted(article for lead in group for article in forms[lead]))
            if members not in by_members or not self._moved.isdisjoint(members):
                fresh.append((group, frozenset(members)))
            else:
                del stories[by_members[members]]
        for story in stories:
            self._drop_story(story)
        same: set[str] = set()
        for group, together in fresh:
            whole = [story for story in stories.values() if together.issuperset(story.articles) and self._moved.isdisjoint(story.articles)]
            safe = max(whole, key=lambda story: (len(story.articles), story.id), default=None)
            same.update(self._write_story([forms[lead] for lead in group], graph, safe.id if safe else None))
        for statement in self._kept.keys() - same:
            self._records.forget(statement_origin(statement), BETWEEN)
        for held in (self._moved, self._touched, self._entered, self._kept, self._ties):
            held.clear()

    def _close(self, graph: Graph) -> tuple[dict[str, list[str]], dict[str, Story]]:
        """Return what must be looked at together: lead -> its form, and the stories as they are; what is touched grows to whole neighbourhoods and stories."""
        forms: dict[str, list[str]] = {}
        stories: dict[str, Story] = {}
        seen: set[str] = set()
        waiting = set(self._touched)
        while waiting:
            seen |= waiting
            fresh = {form[0]: form for article in sorted(waiting) if self._articles.has_sketch(article) and (form := self._form_of(article))[0] not in forms}
            forms.update(fresh)
            waiting = set()
            for lead in fresh:
                waiting |= graph.find_neighbourhood(lead)[1]
            found = self._records.near(Story, [article_key(article) for form in fresh.values() for article in form])
            for story in self._records.gather(Story, [id for id in found if id not in stories]):
                stories[story.id] = story
                waiting.update(story.articles)
            waiting -= seen
            waiting -= {article for form in forms.values() for article in form}
        return forms, stories

    def _group(self, leads: Collection[str], graph: Graph) -> Iterator[tuple[str, ...]]:
        """Yield the stories of the leads, neighbourhood by neighbourhood."""
        left = set(leads)
        while left:
            _, part = graph.find_neighbourhood(min(left))
            left -= part
            likeness = graph.find_pairs(sorted(part))
            mains = {lead: main for lead in sorted(part) if (main := find_main(self._articles.sketch(lead))) is not None}
            occasions = {(a, b): is_one for a, b in likeness if a in mains and b in mains and (is_one := is_one_occasion(mains[a], mains[b])) is not None}
            yield from group_articles(sorted(part), likeness, occasions)

    def _write_story(self, forms: Sequence[Sequence[str]], graph: Graph, safe: str | None) -> Iterator[str]:
        """Write a story; yield the ids of its statements."""
        leads = sorted(form[0] for form in forms)
        pairs = list(graph.find_pairs(leads))
        copies = [copy for a, b in sorted(self._copied(leads)) for copy in self._records.read(Copy, pair_origin(a, b))]
        pairs += [(form[0], other) for form in forms for other in form[1:]]
        pairs += [(article, article) for form in forms for article in form]
        ids = {make_id("kinship", a, b): (a, b) for a, b in pairs}
        echoes = {ids[id]: held for id, held in self._records.beside(Kinship, ids)}
        sketches = [[self._articles.sketch(article) for article in form] for form in forms]
        before = Before(self._kept, frozenset(self._moved), safe, lambda id: self._records.get(Contrast, id))
        records, statements = make_records(sketches, copies, echoes, self._articles, self._matcher, before)
        self._records.replace(story_origin(records[0].id), BETWEEN, records)
        for statement, contrast in statements:
            if self._kept.get(statement.id) != statement or contrast is not None:
                held = contrast or self._records.get(Contrast, statement.id)
                self._records.replace(statement_origin(statement.id), BETWEEN, [statement] if held is None else [statement, held])
            yield statement.id

    def _copied(self, leads: Collection[str]) -> set[tuple[str, str]]:
        """Return the pairs of leads of which one is a copy of the other."""
        members = frozenset(leads)
        return {(a, b) for a, b, _ in self._records.tied(Copy, leads) if a < b and b in members}

    def _drop_story(self, story: str) -> None:
        self._kept.update({s.id: s for s in self._records.gather(Statement, self._records.near(Statement, [story_key(story)]))})
        record = self._records.get(Story, story)
        if record is not None:
            self._touched.update(record.articles)
        self._records.forget(story_origin(story), BETWEEN)

    def _tied(self, articles: Collection[str]) -> list[tuple[str, str, float]]:
        return self._records.tied(Kinship, articles)

    def _form_of(self, article: str) -> list[str]:
        """Return the articles that are all but the same as one, itself among them, sorted."""
        return self._records.near(Sketch, [form_key(self._articles.sketch(article).form)])

    def _others_of_form(self, article: str) -> list[str]:
        return [other for other in self._form_of(article) if other != article]

    def _link(self, lead: str, others: Sequence[str]) -> None:
        """Let an article stand for its form: compare it with the leads of other forms, and with each of its own."""
        finding = find_kin(self._records, self._articles.sketch(lead))
        self._tie(lead, finding.kin.difference(others))
        self._entered.add(lead)
        self._write_beacon(finding.beacon)
        around = self._meetings.look_around(lead)
        self._meet(around.list_meetings())
        self._shift(*self._meetings.find_shifted(around, is_gone=False))
        for other in others:
            self._write_pair(lead, other)
        self._touched.add(lead)
        self._moved.add(lead)
        for other in sorted(finding.edge):
            self._find_anew(other)

    def _unlink(self, lead: str, others: Sequence[str]) -> None:
        """Take back `_link`."""
        self._ties.extend((other, likeness) for _, other, likeness in self._tied([lead]))
        partners = {other for kind in (Kinship, Recall, Sighting) for _, other, _ in self._records.tied(kind, [lead])}
        for other in sorted(partners.union(others)):
            self._records.forget(pair_origin(min(lead, other), max(lead, other)))
        self._records.forget(lead_origin(lead), BETWEEN)
        self._shift(*self._meetings.find_shifted(self._meetings.look_around(lead), is_gone=True))
        self._touched.add(lead)
        for other in sorted(find_edge(self._records, self._articles.sketch(lead))):
            self._find_anew(other)

    def _find_anew(self, lead: str) -> None:
        """Compare a lead with those that it finds now and did not find before, and take back the pairs with those that it finds no longer."""
        finding = find_kin(self._records, self._articles.sketch(lead))
        if finding.beacon == self._records.get(Beacon, lead):
            return
        before = {other: likeness for _, other, likeness in self._tied([lead])}
        for other in sorted(before.keys() - finding.kin):
            self._records.forget(pair_origin(min(lead, other), max(lead, other)), BETWEEN)
            self._ties += [(other, before[other]), (lead, before[other])]
            self._moved.update((lead, other))
            self._touched.update((lead, other))
        fresh = self._tie(lead, finding.kin - before.keys())
        self._ties += [(lead, likeness) for likeness in fresh.values()]
        self._moved.update({lead, *fresh} if fresh else ())
        self._touched.update({lead, *fresh} if fresh else ())
        self._write_beacon(finding.beacon)

    def _tie(self, lead: str, others: Collection[str]) -> dict[str, float]:
        """Compare a lead with others; return their likeness where they have something in common."""
        ties: dict[str, float] = {}
        for other in sorted(others):
            left, right = min(lead, other), max(lead, other)
            if found := self._compare(left, right):
                ties[other] = next(record.likeness for record in found if isinstance(record, Kinship))
                self._records.replace(pair_origin(left, right), BETWEEN, found)
        self._ties.extend(ties.items())
        return ties

    def _write_beacon(self, beacon: Beacon) -> None:
        self._records.replace(lead_origin(beacon.article), BETWEEN, [beacon])
        self._meetings.hold(beacon)

    def _write_pair(self, left: str, right: str) -> None:
        """Compare an article with itself, or a lead with another of its form."""
        found = self._compare(left, right, is_one_form=left != right)
        if left == right and self._articles.sketch(left).watches:
            found.extend(self._sightings(left, left))
        self._records.replace(pair_origin(left, right), BETWEEN, found)

    def _compare(self, left: str, right: str, *, is_one_form: bool = False) -> list[Between]:
        sketches = self._articles.sketch(left), self._articles.sketch(right)
        return list(compare_pair(*sketches, lambda: (self._articles.tellings(left), self._articles.tellings(right)), space=self._matcher.space, is_one_form=is_one_form))

    def _meet(self, meetings: Collection[Meeting]) -> None:
        """Compare articles that meet for positions and for signs; all meetings of a pair must be among these."""
        pairs: dict[tuple[str, str], list[Meeting]] = {}
        for meeting in sorted(meetings):
            pairs.setdefault((min(meeting[1:]), max(meeting[1:])), []).append(meeting)
        self._meetings.read_all({article for pair in pairs for article in pair})
        for (left, right), reasons in pairs.items():
            found: list[Between] = []
            for is_position, first, second in reasons:
                if is_position:
                    found.extend(find_recalls(list(self._articles.sides(first).values()), list(self._articles.sides(second).values()), self._matcher))
                elif not self._comes_before(second, first):
                    found.extend(self._sightings(first, second))
            if found:
                self._records.replace(pair_origin(left, right), MEETING, found)
            else:
                self._records.forget(pair_origin(left, right), MEETING)

    def _comes_before(self, left: str, right: str) -> bool:
        """True when an article is of an earlier day than another."""
        a, b = self._meetings.find_day(left), self._meetings.find_day(right)
        return bool(a and b and a < b)

    def _shift(self, come: Collection[Meeting], lost: Collection[Meeting]) -> None:
        """Compare anew the pairs of which some meetings come or are lost."""
        for left, right in sorted({(min(m[1:]), max(m[1:])) for m in (*come, *lost)}):
            self._records.forget(pair_origin(left, right), MEETING)
            self._meet(self._meetings.find_between(left, right))

    def _sightings(self, teller: str, told: str) -> Iterator[Sighting]:
        """Yield the passages of `told` about the conditions in `teller`."""
        reading = self._articles.reading(told)
        if reading is not None:
            text = self._articles.article(teller).text
            sketch = self._articles.sketch(teller)
            yield from find_sightings(sketch, [" ".join(w.condition.of(text).split()) for w in sketch.watches], reading)


def pair_origin(left: str, right: str) -> str:
    """Return the origin of what holds between two articles, the smaller id first."""
    return f"pair:{left}:{right}"


def lead_origin(article: str) -> str:
    """Return the origin of the beacon of a lead."""
    return f"lead:{article}"


def story_origin(story: str) -> str:
    """Return the origin of the records of a story."""
    return f"story:{story}"


def statement_origin(statement: str) -> str:
    """Return the origin of a statement."""
    return f"statement:{statement}"
