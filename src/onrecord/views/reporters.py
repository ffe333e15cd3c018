"""Says in the summary who reports: happening by happening the articles with what is known of where they have it from, and what is not known.

In: a `Briefing`. Out: `Sentence`s; empty where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.views.display import count, format_range
from onrecord.views.entries import ArticleEntry, Briefing, StatementEntry, StoryEntry
from onrecord.views.occasions import find_usual_day
from onrecord.views.parts import Name, Part, Sentence, capitalise, join_names, join_parts, list_names
from onrecord.views.sureness import word_story_accounts

_STORIES, _ARTICLES = 3, 6
"""Stories, and articles of one, that are told one by one before the rest is counted."""


def tell_sources(briefing: Briefing) -> Sentence:
    """Return of each of the largest stories its day, how many separate texts it has, and from where each article has it; a sum over happenings would say nothing."""
    large = [story for story in briefing.stories if len(story.articles) > 1]
    told = [_word_story(story, briefing.statements) for story in large[:_STORIES]]
    if len(large) > _STORIES:
        told.append([count(len(large) - _STORIES, "more story of several articles", "more stories of several articles")])
    placed = {article.article_id for story in large for article in story.articles}
    alone = [article for article in briefing.articles if article.article_id not in placed]
    if alone:
        told.append(_word_alone(alone, briefing.statements, is_all=not large))
    return (*join_parts(told, "; ", "; "), ".") if told else ()


def _word_story(story: StoryEntry, statements: Sequence[StatementEntry]) -> list[Part]:
    day = format_range(find_usual_day(story.articles, statements))
    head = f"{day}: " if day else ""
    accounts = word_story_accounts(story)
    if len(story.articles) > _ARTICLES:
        agencies = list(dict.fromkeys(agency for article in story.articles for agency in article.agencies))
        rest: list[Part] = [", some credit ", *list_names(agencies)] if agencies else []
        return [head, *list_names((article.label for article in story.articles), 4), f", {accounts}" if accounts else "", *rest]
    return [head, *join_parts([_word_article(article) for article in story.articles], ", "), f", {accounts}" if accounts else ""]


def _word_alone(articles: Sequence[ArticleEntry], statements: Sequence[StatementEntry], *, is_all: bool) -> list[Part]:
    if len(articles) > _STORIES:
        return [f"{count(len(articles), 'article')}, each on its own" if is_all else f"{count(len(articles), 'more article')} alone"]
    told: list[Sequence[Part]] = []
    for article in articles:
        day = format_range(article.published or find_usual_day([article], statements))
        told.append([f"{day}: " if day and day not in article.label else "" if day else "no date: ", *_word_article(article)])
    return [*join_parts(told, "; ", "; "), "" if is_all and len(articles) == 1 else ", alone" if len(articles) == 1 else ", each alone"]


def _word_article(article: ArticleEntry) -> list[Part]:
    """Return an article with what it says of where it has its news from; that it says nothing, where not even its outlet is known."""
    facts: list[Sequence[Part]] = []
    authors = [name for name in article.credits if name not in article.agencies and name not in article.platforms]
    if article.agencies:
        facts.append(["credits ", *list_names(article.agencies)])
    elif authors and article.outlet is None:
        facts.append(["by ", *list_names(authors, 2)])
    if article.platforms:
        facts.append(["on ", *list_names(article.platforms, 2)])
    if article.firsthand is not None:
        facts.append([article.firsthand])
    if not facts and article.outlet is None and article.url is None:
        facts.append(["no source named"])
    return [Name(text=article.label), *([" (", *join_parts(facts, ", ", ", "), ")"] if facts else [])]


def tell_gaps(briefing: Briefing) -> Sentence:
    """Return what is not known: days, outlets, speakers, and what could not be read."""
    gaps = [*_list_gaps(briefing)]
    return capitalise((f"{'; '.join(gaps)}.",)) if gaps else ()


def _list_gaps(briefing: Briefing) -> Iterator[str]:
    articles = briefing.articles
    nowhere = briefing.undated
    yield from _name_gap("the day of {}", "the day of any article", nowhere, len(articles))
    yield from _name_gap("when {} appeared", "when the articles appeared", [a for a in articles if a.published is None and a not in nowhere], len(articles))
    yield from _name_gap("the outlet of {}", "the outlet of any article", [a for a in articles if a.outlet is None and not a.platforms], len(articles))
    yield from _name_gap("whether more follows in {}", "", [a for a in articles if a.stub], 0)
    nobody = sum(not entry.source.is_known for entry in briefing.statements)
    undated = sum(entry.said_at is None for entry in briefing.statements)
    if nobody:
        yield f"who says {count(nobody, 'statement')}"
    if undated:
        yield "the day of any statement" if undated == len(briefing.statements) > 1 else f"the day of {count(undated, 'statement')}"
    if briefing.problems:
        yield f"what could not be read: {count(len(briefing.problems), 'problem')}"


def _name_gap(what: str, of_all: str, lacking: Sequence[ArticleEntry], articles: int) -> Iterator[str]:
    """Yield what is not known of which articles; in other words where it is of none."""
    if lacking:
        yield of_all if len(lacking) == articles > 1 else what.format(join_names(article.label for article in lacking))
