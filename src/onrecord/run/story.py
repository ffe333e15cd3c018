"""Write one story: which articles it has, how many accounts they are, and the statements they tell.

In: the leads of a story with the copies each stands for, what pairs of them have in common. Out: the records of the story.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from onrecord.copies.find import find_coverage, first_told, make_copy
from onrecord.kinship import Kinship, Sketch
from onrecord.records import Account, Copy, Difference, Statement, Story
from onrecord.run.articles import Articles
from onrecord.statements.changes import find_changes, list_pairs
from onrecord.statements.cluster import Group, Telling
from onrecord.statements.find import find_statements
from onrecord.statements.match import Matcher
from onrecord.stories.find import count_accounts, make_story

Written = Story | Account | Copy | Statement


def make_records(forms: Sequence[Sequence[Sketch]], kinships: Collection[Kinship], articles: Articles, matcher: Matcher, kept: Mapping[str, Statement]) -> list[Written]:
    """Return all records of a story.

    Args:
        forms: for each lead the articles of its form, itself among them.
        kinships: what pairs of them have in common, and each article with itself.
        articles: gives what is kept of single articles.
        matcher: gives word vectors.
        kept: statement id -> statement as it was, whose differences hold as long as its renderings are the same.
    """
    members = [sketch for form in forms for sketch in form]
    by_id = {s.article: s for s in members}
    story = make_story(members)
    copies = [copy for form in forms for copy in _copies_of_form(form)]
    between = [
        copy for k in kinships if k.left != k.right and not k.is_one_form
        if (copy := make_copy(by_id[k.left], by_id[k.right], k.coverage)) is not None
    ]  # fmt: skip
    surely = {
        (by_id[k.left].gists[echo.left].of, by_id[k.right].gists[echo.right].of): echo.probability
        for k in kinships for echo in k.echoes
    }  # fmt: skip

    def differ(id: str, group: Group) -> tuple[Difference, ...]:
        if id in kept:
            return kept[id].differences
        pairs = list_pairs(group)
        wanted = {group.units[i].sketch.article for pair in pairs for i in pair}
        return find_changes(group, {of: side for each in sorted(wanted) for of, side in articles.sides(each).items()}, matcher) if pairs else ()

    tellings = [Telling(sketch=s, gist=gist) for s in members for gist in s.gists]
    return [story, count_accounts(story, members, [*copies, *between]), *copies, *find_statements(story.id, tellings, surely, differ)]


def _copies_of_form(form: Sequence[Sketch]) -> list[Copy]:
    """Return each article of a form as a copy of the one told first."""
    first, *others = sorted(form, key=first_told)
    return [copy for other in others if (copy := make_copy(first, other, find_coverage(first, other))) is not None]
