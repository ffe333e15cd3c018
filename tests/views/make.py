"""Builds the invented articles of these tests and what was found in them: one threat told in three languages, taken up once."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.ids import hash_text, make_id
from onrecord.records import (
    Account,
    Article,
    Attribution,
    Commitment,
    Condition,
    Copy,
    Credit,
    DateMention,
    DateRange,
    Difference,
    Dropped,
    Figure,
    Fold,
    Mention,
    Problem,
    Rendering,
    Restatement,
    Sign,
    Span,
    Statement,
    Story,
)  # fmt: skip
from onrecord.results import Analysis, Comparison

ENGLISH = """Minister warns over grain ships
KORVA, 14 March (Tidewire) -
"If a single grain ship is seized or the lighthouse is shelled, we will close the strait the same day," harbour minister Tamsin Orlay \
told reporters in Korva on Tuesday.
At least 40 dockers were injured in Monday's clashes, the port hospital said.
Sign up for our newsletter"""
DUTCH = """Orlay dreigt de zeestraat te sluiten
Minister Tamsin Orlay dreigde dinsdag in Korva dat de zeestraat dichtgaat als er een graanschip wordt aangehouden en de vuurtoren \
wordt beschoten, meldt persbureau Tidewire.
"""
UKRAINIAN = """Порт Корви: нові погрози
«Ми можемо закрити протоку, якщо затримають зерновий корабель», — сказала міністерка Тамсін Орлей у вівторок.
За даними лікарні, поранено 43 докери."""
LATER = """Strait stays open for now
Orlay said on 2 May that the strait would be closed "within a week" if a grain ship is seized.
On Thursday patrol boats stopped the grain ship Halcyon off Korva for several hours."""


def find(text: str, words: str) -> Span:
    """Return where `words` stand in `text` for the first time."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def day(iso: str, until: str) -> DateRange:
    """Return a half-open range of days."""
    return DateRange(start=iso, end=until)


def day_of(iso: str) -> DateRange:
    """Return one day."""
    return DateRange(start=iso, end=(date.fromisoformat(iso) + timedelta(days=1)).isoformat())


def make_article(name: str, text: str, *, dropped: tuple[Dropped, ...] = (), credits: tuple[Credit, ...] = (), **fields: object) -> Article:
    """Return an article of `text` whose first line is the title."""
    title = text.split("\n")[0]
    values = {"lang": "en", "outlet": None, "url": None, "published": None} | fields
    return Article(
        id=make_id("article", name, hash_text(text)), name=name, text=text, text_hash=hash_text(text), title=title,
        title_span=find(text, title) if title else None, subheads=(), published_evidence=None, published_how=None, dropped=dropped,
        credits=credits, **values,  # type: ignore[arg-type]
    )  # fmt: skip


def make_attribution(article: Article, content: str, *, source: str, cue: str, type: str, speaker: str | None) -> Attribution:
    """Return an attribution whose roles are found by their words."""
    piece = find(article.text, content)
    return Attribution(
        id=make_id("attribution", article.id, piece.start), article=article.id, source=(find(article.text, source),) if source else (),
        cue=(find(article.text, cue),) if cue else (), content=(piece,), type=type, speaker=speaker, speaker_as_written=source or None,
        speaker_how="named beside the words", speaker_evidence=find(article.text, source) if source else None, addressee=None, occasion=None,
        said_at=day("2031-03-14", "2031-03-15"), said_at_evidence=None, confidence=0.9, made_by="test@1",
    )  # fmt: skip


def make_commitment(attribution: Attribution, article: Article, consequence: str, *conditions: tuple[str, str], operator: str | None) -> Commitment:
    """Return a threat; `conditions` are pairs of kind and words."""
    span = find(article.text, consequence)
    return Commitment(
        id=make_id("commitment", article.id, span.start), article=article.id, holder=None, holder_canonical=attribution.speaker,
        force="threat", consequence=span, conditions=tuple(Condition(kind=kind, span=find(article.text, words)) for kind, words in conditions),
        operator=operator, addressee=None, addressee_canonical=None, conditional=bool(conditions), attribution=attribution.id, confidence=0.8,
        made_by="test@1",
    )  # fmt: skip


def make_figure(article: Article, words: str, *, low: float | None, point: float, source: str, hedge: str | None) -> Figure:
    """Return a count of injured dockers."""
    span = find(article.text, words)
    return Figure(
        id=make_id("figure", article.id, span.start), article=article.id, span=span, low=low, high=None if hedge else point, point=point,
        unit=None, kind="injured", population="dockers", place="Korva", as_of=day("2031-03-14", "2031-03-15"),
        period=day("2031-03-13", "2031-03-14"), source=source, attribution=None, hedges=(find(article.text, hedge),) if hedge else (),
        made_by="test@1",
    )  # fmt: skip


def make_analysis(article: Article, *attributions: Attribution, **fields: object) -> Analysis:
    """Return an analysis with the given attributions."""
    empty: dict[str, object] = {"mentions": (), "commitments": (), "figures": (), "dates": (), "problems": ()}
    return Analysis(article=article, attributions=attributions, **(empty | fields))  # type: ignore[arg-type]


def make_rendering(attribution: Attribution) -> Rendering:
    """Return the rendering an attribution is."""
    return Rendering(article=attribution.article, span=attribution.span, attribution=attribution.id, type=attribution.type, telling=attribution.id)


def make_statement(name: str, *attributions: Attribution, differences: tuple[Difference, ...] = (), said_at: DateRange | None) -> Statement:
    """Return a statement told by these attributions."""
    return Statement(
        id=make_id("statement", name), story=None, speaker=attributions[0].speaker, occasion="press conference in Korva", occasion_from=None,
        said_at=said_at, said_at_from=None, said_at_how="named in the article",
        renderings=tuple(make_rendering(attribution) for attribution in attributions), differences=differences, made_by="test@1",
    )  # fmt: skip


def make_problem(code: str, where: str) -> Problem:
    """Return a problem."""
    return Problem(id=make_id("problem", where, code), where=where, code=code, message="a page could not be read", hint="look at the page")


def make_comparison() -> Comparison:
    """Return the whole set: four articles, two statements, one red line, two counts, one sign."""
    english = make_article(
        "gazette", ENGLISH, outlet="Korva Gazette", url="https://gazette.example/1", published=day("2031-03-14", "2031-03-15"),
        credits=(Credit(span=find(ENGLISH, "Tidewire"), name="Tidewire", kind="agency"),),
        dropped=(
            Dropped(span=find(ENGLISH, "KORVA, 14 March (Tidewire) -"), reason="dateline"),
            Dropped(span=find(ENGLISH, "Sign up for our newsletter"), reason="notice"),
        ),
    )  # fmt: skip
    dutch = make_article(
        "avondpost", DUTCH, lang="nl", outlet="De Avondpost", published=day("2031-03-15", "2031-03-16"),
        credits=(Credit(span=find(DUTCH, "Tidewire"), name="Tidewire", kind="agency"),),
    )  # fmt: skip
    ukrainian = make_article("visnyk", UKRAINIAN, lang="uk", published=day("2031-03-15", "2031-03-16"))
    later = make_article("gazette-2", LATER, outlet="Korva Gazette", published=day("2031-05-03", "2031-05-04"))

    name = "Tamsin Orlay"
    en = make_attribution(
        english, "If a single grain ship is seized or the lighthouse is shelled, we will close the strait the same day",
        source="harbour minister Tamsin Orlay", cue="told reporters", type="direct", speaker=name,
    )  # fmt: skip
    hospital = make_attribution(english, "At least 40 dockers were injured in Monday's clashes", source="the port hospital", cue="said", type="indirect", speaker=None)
    nl = make_attribution(
        dutch, "de zeestraat dichtgaat als er een graanschip wordt aangehouden en de vuurtoren wordt beschoten",
        source="Minister Tamsin Orlay", cue="dreigde", type="indirect", speaker=name,
    )  # fmt: skip
    uk = make_attribution(
        ukrainian, "Ми можемо закрити протоку, якщо затримають зерновий корабель", source="міністерка Тамсін Орлей", cue="сказала",
        type="direct", speaker=name,
    )  # fmt: skip
    again = make_attribution(later, 'the strait would be closed "within a week" if a grain ship is seized', source="Orlay", cue="said", type="mixed", speaker=name)
    threats = (
        make_commitment(
            en, english, "we will close the strait the same day", ("trigger", "a single grain ship is seized"),
            ("trigger", "the lighthouse is shelled"), operator="any",
        ),
        make_commitment(
            nl, dutch, "de zeestraat dichtgaat", ("trigger", "er een graanschip wordt aangehouden"), ("trigger", "de vuurtoren wordt beschoten"),
            operator="all",
        ),
        make_commitment(uk, ukrainian, "Ми можемо закрити протоку", ("trigger", "якщо затримають зерновий корабель"), operator=None),
        make_commitment(again, later, "the strait would be closed", ("trigger", "a grain ship is seized"), operator=None),
    )  # fmt: skip

    def differ(left: int, right: int, label: str, first: Span | None, second: Span | None, reason: str) -> Difference:
        return Difference(left=left, right=right, label=label, spans=(first, second), reason=reason)

    will, may = find(ENGLISH, "will close"), find(UKRAINIAN, "можемо закрити")
    lighthouse = find(ENGLISH, "or the lighthouse is shelled")
    vuurtoren = find(DUTCH, "en de vuurtoren wordt beschoten")
    threat = make_statement(
        "threat", en, nl, uk, said_at=day("2031-03-14", "2031-03-15"),
        differences=(
            differ(0, 1, "and_or_changed", find(ENGLISH, " or "), find(DUTCH, "en de vuurtoren"), "either is enough in English, both are needed in Dutch"),
            differ(0, 1, "translated", None, None, "English and Dutch"),
            differ(0, 1, "loaded_cue", find(ENGLISH, "told reporters"), find(DUTCH, "dreigde"), "“dreigde” judges, “told” does not"),
            differ(0, 2, "modality_or_negation", will, may, "will close in English, may close in Ukrainian"),
            differ(1, 2, "modality_or_negation", find(DUTCH, "dichtgaat"), may, "closes in Dutch, may close in Ukrainian"),
            differ(0, 2, "omitted_condition", lighthouse, None, "the lighthouse is not told in Ukrainian"),
            differ(1, 2, "omitted_condition", vuurtoren, None, "the lighthouse is not told in Ukrainian"),
            differ(0, 2, "translated", en.span, uk.span, "English and Ukrainian"),
        ),
    )  # fmt: skip
    count = make_statement("count", hospital, said_at=None)
    repeated = make_statement("repeated", again, said_at=day("2031-05-02", "2031-05-03"))
    story = Story(id=make_id("story", "strait"), articles=(english.id, dutch.id, ukrainian.id), made_by="test@1")
    figures = (
        make_figure(english, "At least 40", low=40, point=40, source="port hospital", hedge="At least"),
        make_figure(ukrainian, "43 докери", low=43, point=43, source="лікарня", hedge=None),
    )
    mention = Mention(id="mention-1", article=english.id, span=find(ENGLISH, "Tamsin Orlay"), kind="person", canonical=name, confidence=0.9, made_by="test@1")
    when = DateMention(id="date-1", article=english.id, span=find(ENGLISH, "on Tuesday"), range=day("2031-03-14", "2031-03-15"), how="weekday", made_by="test@1")
    return Comparison(
        analyses=(
            make_analysis(english, en, hospital, commitments=threats[:1], figures=figures[:1], mentions=(mention,), dates=(when,)),
            make_analysis(dutch, nl, commitments=threats[1:2]),
            make_analysis(ukrainian, uk, commitments=threats[2:3], figures=figures[1:], problems=(make_problem("no-outlet", "visnyk"),)),
            make_analysis(later, again, commitments=threats[3:]),
        ),
        stories=(story,),
        copies=(
            Copy(
                id="copy-1", article=dutch.id, of="Tidewire", kind="agency", coverage=(0.8, 0.6), reason="credits Tidewire in its first sentence",
                made_by="test@1",
            ),
        ),
        accounts=(
            Account(
                id="account-1", story=story.id, low=2, high=3, reasons=("both name Tidewire",), made_by="test@1",
                folds=(Fold(left=english.id, right=dutch.id, kind="agency", is_sure=False, reason="both name Tidewire"),),
            ),
        ),
        statements=(threat, count, repeated),
        restatements=(
            Restatement(
                id="restatement-1", earlier=threat.id, later=repeated.id, relation="softens", reason="“the same day” became “within a week”",
                made_by="test@1",
            ),
        ),
        signs=(
            Sign(
                id="sign-1", article=later.id, span=find(LATER, "patrol boats stopped the grain ship Halcyon off Korva"), statement=threat.id,
                commitment=threats[0].id, condition="a single grain ship is seized", status="met", made_by="test@1",
            ),
        ),
        problems=(make_problem("unread-page", "lost.html"),),
    )  # fmt: skip
