"""Finds articles and attributions of a comparison by id and cuts passages out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.articles.firsthand import find_firsthand
from onrecord.errors import UsageError
from onrecord.records import Account, Article, Attribution, Mention, Span
from onrecord.results import Comparison
from onrecord.views.aligned import AlignedParts, list_aligned_parts
from onrecord.views.chains import find_roots
from onrecord.views.display import format_range
from onrecord.views.entries import ArticleEntry, Passage
from onrecord.views.quoted import find_quoted, is_quoted
from onrecord.views.source_entries import Source
from onrecord.views.speakers import find_source
from onrecord.views.wording import name_language

HEADLINE_LENGTH = 70
"""How many code points of an article without a title stand for it in the legend."""


READERS = "en"
"""The language of the readers: passages in any other one name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Articles, article entries and attributions by their ids; `accounts` names by article the first one of its account, `ties` the one it perhaps hangs together
    with, `unsourced` holds those that do not say where they have their news from; `parts` are those of all commitments, `quoted` what stands between quotation
    marks in each article, `mentions` the names in it."""

    articles: Mapping[str, Article]
    entries: Mapping[str, ArticleEntry]
    attributions: Mapping[str, Attribution]
    accounts: Mapping[str, str]
    ties: Mapping[str, str]
    unsourced: Collection[str]
    parts: AlignedParts
    quoted: Mapping[str, tuple[Span, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]

    def article(self, id: str) -> Article:
        """Return the article with this id.

        Raises:
            UsageError: the comparison points at an article it does not hold (code `usage`).
        """
        found = self.articles.get(id)
        if found is None:
            raise UsageError(f"the comparison points at article `{id}`, which is not among its analyses", hint="pass all analyses compared")
        return found

    def entry(self, id: str) -> ArticleEntry:
        """Return the entry of the article with this id; raises as `article` does."""
        self.article(id)
        return self.entries[id]

    def account_of(self, id: str) -> str:
        """Return what stands for the account that an article belongs to; an article of none is its own."""
        return self.accounts.get(id, id)

    def count_accounts(self, ids: Collection[str]) -> tuple[int, int]:
        """Return how many accounts some articles are, at least and at most."""
        sure = {self.ties.get(id, self.account_of(id)) for id in ids if id not in self.unsourced}
        return min(max(1, len(sure)), len(ids)), len({self.account_of(id) for id in ids})

    def attribution(self, id: str | None) -> Attribution | None:
        """Return the attribution with this id, `None` when there is none."""
        return None if id is None else self.attributions.get(id)

    def source_of(self, speaker: str | None, attributions: Iterable[str | None]) -> Source:
        """Return who says something: the speaker where one is known, else whom the attributions with these ids name together or call without a name."""
        if speaker is not None:
            return Source(names=(speaker,))
        known = (self.attribution(id) for id in attributions)
        return find_source((attribution for attribution in known if attribution is not None), self.articles, self.mentions)

    def cut(self, id: str, span: Span) -> Passage:
        """Return the words of `span` in the article with this id; raises as `article` does."""
        article = self.article(id)
        quoted = is_quoted(article.text, span, self.quoted.get(id, ()))
        return Passage(article=article.name, article_id=id, span=span, words=span.of(article.text), lang=article.lang, quoted=quoted)


def make_lookup(comparison: Comparison) -> Lookup:
    """Return the lookup of a comparison; its article entries keep the order of the analyses."""
    articles = [analysis.article for analysis in comparison.analyses]
    labels = _name_articles(articles)
    return Lookup(
        articles={article.id: article for article in articles},
        entries={article.id: _make_entry(article, f"A{number}", labels[article.id]) for number, article in enumerate(articles, start=1)},
        attributions={attribution.id: attribution for analysis in comparison.analyses for attribution in analysis.attributions},
        accounts={id: group[0] for account in comparison.accounts for group in account.groups if group for id in group},
        ties=find_roots(tie for account in comparison.accounts for tie in _list_ties(account)),
        unsourced={id for account in comparison.accounts for id in account.unsourced},
        parts=list_aligned_parts(comparison),
        mentions={analysis.article.id: analysis.mentions for analysis in comparison.analyses},
        quoted={article.id: find_quoted(article.text) for article in articles},
    )


def _list_ties(account: Account) -> Iterator[tuple[str, str]]:
    """Yield which articles of a story are one account for its lower count."""
    yield from ((fold.left, fold.right) for fold in account.folds)
    yield from ((group[0], other) for group in account.groups for other in group[1:])


def _name_articles(articles: Sequence[Article]) -> dict[str, str]:
    """Return the shortest name that tells each article from the others: publisher, publisher and date, or publisher and code."""
    publishers = Counter(article.outlet for article in articles)
    days = Counter((article.outlet, article.published) for article in articles)
    labels: dict[str, str] = {}
    for number, article in enumerate(articles, start=1):
        when = format_range(article.published)
        is_day_enough = when is not None and days[(article.outlet, article.published)] == 1
        if article.outlet is None:
            labels[article.id] = f"A{number}"
        else:
            labels[article.id] = article.outlet if publishers[article.outlet] == 1 else f"{article.outlet}, {when if is_day_enough else f'A{number}'}"
    return labels


def _make_entry(article: Article, code: str, label: str) -> ArticleEntry:
    heard = find_firsthand(article)
    return ArticleEntry(
        name=article.name,
        article_id=article.id,
        title=article.title,
        outlet=article.outlet,
        publisher=article.outlet or code,
        label=label,
        url=article.url,
        lang=article.lang,
        published=article.published,
        credits=_name_credits(article, None),
        agencies=_name_credits(article, "agency"),
        platforms=_name_credits(article, "platform"),
        code=code if article.outlet is None or label.endswith(f", {code}") else None,
        headline=article.title or _cut_first_words(article),
        foreign=None if (article.lang or "en").split("-")[0].lower() == READERS else name_language(article.lang),
        modified=article.modified if article.modified != article.published else None,
        stub=article.stub,
        langs=tuple(sorted({passage.lang for passage in article.passages_in})),
        notes=tuple(" ".join(note.span.of(article.text).split()) for note in article.notes),
        firsthand=None if heard is None else Passage(article=article.name, article_id=article.id, span=heard, words=heard.of(article.text), lang=article.lang),
    )


def _name_credits(article: Article, kind: str | None) -> tuple[str, ...]:
    """Return the names credited, of one kind or of all; what is written small is a description."""
    return tuple(dict.fromkeys(credit.name for credit in article.credits if kind in (None, credit.kind) and not credit.name.islower()))


def _cut_first_words(article: Article) -> str | None:
    """Return how the news of an article begins, cut at a blank; what was left out as no news is passed over."""
    at, text = 0, article.text
    for part in sorted(article.dropped, key=lambda part: part.span):
        if text[at : part.span.start].strip():
            break
        at = max(at, part.span.end)
    words = text[at:].split("\n")
    first = next((" ".join(line.split()) for line in words if line.strip()), "")
    if len(first) <= HEADLINE_LENGTH:
        return first or None
    blank = first.rfind(" ", 0, HEADLINE_LENGTH)
    return f"{first[: blank if blank > 0 else HEADLINE_LENGTH].rstrip()} …"
