"""Made-up records of every kind, for the tests of stores: two articles on one dispute over a bridge."""

from __future__ import annotations

from onrecord.ids import hash_text, make_id
from onrecord.kinship import Beacon, Contrast, Gist, Kinship, Recall, Sighting, Sketch, Watch
from onrecord.records import (
    Account,
    Article,
    Attribution,
    Commitment,
    Condition,
    Copy,
    Count,
    CountRelation,
    Credit,
    DateMention,
    DateRange,
    Difference,
    Dropped,
    Encoding,
    Figure,
    Fold,
    Link,
    LivePage,
    Meaning,
    Mention,
    PieceKey,
    Problem,
    Rendering,
    Restatement,
    SentenceVector,
    Sign,
    Span,
    Statement,
    Story,
    Tag,
    Tally,
    TallyPoint,
    Version,
)
from onrecord.storage import Record

FIRST = "Bridge talks\nMinister Oda said on 3 May: “If the bridge is closed, we leave the talks.” About 400 people marched."
SECOND = "Gespräche über die Brücke\nMinister Oda: „Wird die Brücke gesperrt, verlassen wir die Gespräche.“"


def find(text: str, words: str) -> Span:
    """Return the span of the first occurrence of words."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def make_tally(name: str, *told: tuple[str, Span]) -> Tally:
    """Return a tally of the same number at each place (article, span)."""
    day = DateRange(start="2024-05-03", end="2024-05-04")
    return Tally(
        id=make_id("tally", name),
        story=make_id("story", name),
        kind="protesters",
        population="people",
        place=None,
        unit=None,
        counts=tuple(
            Count(
                article=article,
                figure=make_id("figure", article),
                span=span,
                low=None,
                high=None,
                point=400.0,
                counter="police",
                as_of=day,
                as_of_from="written",
                period=None,
            )
            for article, span in told
        ),
        relations=(CountRelation(earlier=0, later=1, relation="restates", reason="the same number"),),
        series=(TallyPoint(as_of=day, low=None, high=None, point=400.0, counts=(0, 1), accounts=1),),
        made_by="test@1",
    )


def make_article(name: str, text: str, *, title: str | None = None, outlet: str | None = None) -> Article:
    """Return a plain article with honest id and hash."""
    headline = text.split("\n")[0]
    title_span = Span(start=0, end=len(headline)) if headline else None
    return Article(
        id=make_id("article", name, hash_text(text)),
        name=name,
        text=text,
        text_hash=hash_text(text),
        lang="en",
        title=headline if title is None else title,
        title_span=title_span,
        subheads=(),
        outlet=outlet,
        url=None,
        published=DateRange(start="2031-05-04", end="2031-05-05"),
        published_evidence=None,
        published_how="given",
        dropped=(Dropped(span=title_span, reason="headline"),) if title_span else (),
        credits=(Credit(span=title_span, name="Example Wire", kind="agency"),) if title_span else (),
    )


def make_mention(article: Article, words: str, kind: str = "person") -> Mention:
    """Return a mention of words that stand in the article."""
    span = find(article.text, words)
    return Mention(
        id=make_id("mention", article.id, [span.start, span.end]),
        article=article.id,
        span=span,
        kind=kind,
        canonical=words,
        confidence=0.75,
        made_by="test@1",
    )


def make_everything(prefix: str = "") -> dict[str, tuple[Article, tuple[Record, ...]]]:
    """Return two origins, each with its article and all records made from it; together they hold every kind."""
    first = make_article(f"{prefix}first", FIRST, outlet="The Example")
    second = make_article(f"{prefix}second", SECOND)
    said, gesagt = (
        find(FIRST, "If the bridge is closed, we leave the talks."),
        find(SECOND, "verlassen wir die Gespräche."),
    )
    day = DateRange(start="2031-05-03", end="2031-05-04")
    attribution = Attribution(
        id=make_id("attribution", first.id, [said.start, said.end]),
        article=first.id,
        source=(find(FIRST, "Minister Oda"),),
        cue=(find(FIRST, "said"),),
        content=(said,),
        type="direct",
        speaker="Oda",
        speaker_as_written="Minister Oda",
        speaker_how="named",
        speaker_evidence=find(FIRST, "Oda"),
        addressee=None,
        occasion=None,
        said_at=day,
        said_at_evidence=find(FIRST, "3 May"),
        confidence=0.1 + 0.2,
        made_by="test@1",
    )
    condition = find(FIRST, "If the bridge is closed")
    commitment = Commitment(
        id=make_id("commitment", first.id, [condition.start]),
        article=first.id,
        holder=find(FIRST, "we"),
        holder_canonical="Oda",
        force="threat",
        consequence=find(FIRST, "we leave the talks"),
        conditions=(Condition(span=condition, kind="trigger"),),
        operator=None,
        addressee=None,
        addressee_canonical=None,
        conditional=True,
        attribution=attribution.id,
        confidence=1.0,
        made_by="test@1",
    )
    figure = Figure(
        id=make_id("figure", first.id, 400),
        article=first.id,
        span=find(FIRST, "About 400 people"),
        low=None,
        high=None,
        point=400.0,
        unit=None,
        kind="marching",
        population="people",
        place=None,
        as_of=None,
        period=day,
        source=None,
        attribution=None,
        hedges=(find(FIRST, "About"),),
        made_by="test@1",
    )
    encoding = Encoding(
        article=first.id,
        tags=(Tag(layer="attribution", label="content", span=said, confidence=0.5),),
        links=(Link(dependent=0, head=0, confidence=0.25),),
        vectors=(SentenceVector(span=said, values=bytes(range(256)) * 3), SentenceVector(span=find(FIRST, "About"), values=b"\0\xff")),
        made_by="test@1",
    )
    meaning = Meaning(of=attribution.id, article=first.id, vector=b"\1\2", words=(find(FIRST, "leave"),), word_vectors=b"\3\4")
    date = find(FIRST, "3 May")
    date_mention = DateMention(
        id=make_id("date", first.id, date.start),
        article=first.id,
        span=date,
        range=day,
        how="year of piece",
        made_by="test@1",
    )
    statement = Statement(
        id=make_id("statement", prefix),
        story=None,
        speaker="Oda",
        occasion=None,
        occasion_from=None,
        said_at=day,
        said_at_from=attribution.id,
        said_at_how="named",
        renderings=(
            Rendering(article=first.id, span=said, attribution=attribution.id, type="direct", telling=attribution.id),
            Rendering(article=second.id, span=gesagt, attribution=None, type="direct", telling="telling-alone"),
        ),
        differences=(
            Difference(left=0, right=1, label="omitted_condition", spans=(condition, None), reason="the condition is gone"),
            Difference(
                left=1,
                right=0,
                label="translated",
                spans=(gesagt, find(FIRST, "we leave")),
                reason="German for English",
            ),
        ),
        made_by="test@1",
        join_mean=0.97,
        join_least=0.95,
    )
    closed = find(SECOND, "Brücke gesperrt")
    gist = Gist(
        of=attribution.id,
        attribution=attribution.id,
        span=said,
        type="direct",
        speaker="Oda",
        is_institution=False,
        country="UA",
        said_at=day,
        weekday=5,
        occasion=None,
        form="form-1",
        forces=("own",),
        stems=bytes(8),
        names=b"",
        numbers=b"",
        size=4,
        words=b"\1\2",
    )
    sketch = Sketch(
        article=first.id,
        name=first.name,
        lang="en",
        outlet=first.outlet,
        published=first.published,
        agencies=("Example Wire",),
        form="form-2",
        terms=bytes(8),
        term_weights=bytes(4),
        names=b"",
        name_weights=b"",
        runs=bytes(range(8)),
        pairs=bytes(4),
        vector=b"\3\4",
        width=1,
        story_keys=bytes(8),
        run_keys=bytes(8),
        passage_keys=b"",
        condition_keys=b"",
        position_keys=b"",
        gists=(gist,),
        watches=(
            Watch(
                telling=attribution.id,
                commitment=commitment.id,
                condition=condition,
                stems=("bridg",),
                weights=(0.5,),
                names=("name pst",),
                numbers=("number 12",),
                matter=(("cognate brdg",),),
            ),
        ),
        made_by="test@1",
        sentences=b"\5\6",
        sentence_words=b"\7\0",
        numbers=bytes(8),
    )
    sign = Sign(
        id=make_id("sign", second.id, closed.start),
        article=second.id,
        span=closed,
        statement=statement.id,
        commitment=commitment.id,
        condition="trigger",
        status="met",
        made_by="test@1",
    )
    story = Story(id=make_id("story", first.id, second.id), articles=(first.id, second.id), made_by="test@1")
    return {
        f"{prefix}a": (
            first,
            (encoding, sketch, meaning, attribution, commitment, figure, date_mention, make_mention(first, "Oda")),
        ),
        f"{prefix}b": (
            second,
            (
                sign,
                statement,
                story,
                Account(
                    id=make_id("account", story.id),
                    story=story.id,
                    low=1,
                    high=2,
                    reasons=("one wire",),
                    made_by="test@1",
                    folds=(Fold(left=first.id, right=second.id, kind="agency", is_sure=False, reason="one wire"),),
                    groups=((first.id,), (second.id,)),
                ),
                Copy(
                    id=make_id("copy", second.id, first.id),
                    article=second.id,
                    of=first.id,
                    kind="translated",
                    coverage=(0.5, 1.0),
                    reason="same words",
                    made_by="test@1",
                ),
                Restatement(
                    id=make_id("restatement", statement.id),
                    earlier=statement.id,
                    later=statement.id,
                    relation="repeats",
                    reason="same words",
                    made_by="test@1",
                    articles=(first.id, second.id),
                    spans=(commitment.consequence, closed),
                ),
                Kinship(
                    id=make_id("kinship", first.id, second.id),
                    left=first.id,
                    right=second.id,
                    likeness=0.4,
                    coverage=(0.1, 0.2),
                    shared=1,
                    is_apart=False,
                    is_one_form=False,
                    echoes=b"\0\0\0\0\0\0\0\0\x28\x23\0\0",
                    made_by="test@1",
                ),
                Contrast(id=statement.id, pairs=bytes([0, 0, 0, 0, 1, 0, 0, 0])),
                make_tally(prefix, (first.id, find(first.text, "Minister Oda")), (second.id, closed)),
                Recall(
                    id=make_id("recall", prefix),
                    left=first.id,
                    right=second.id,
                    earlier=attribution.id,
                    later="attribution-2",
                    likeness=0.7,
                    relation="repeats",
                    reason="same words",
                    made_by="test@1",
                    spans=(commitment.consequence, closed),
                ),
                Sighting(
                    id=make_id("sighting", second.id, closed.start),
                    article=second.id,
                    span=closed,
                    teller=first.id,
                    telling=attribution.id,
                    commitment=commitment.id,
                    condition="If the bridge is closed",
                    status="met",
                    made_by="test@1",
                ),
                Beacon(article=second.id, keys=bytes(range(16)), day=741000),
                PieceKey(id=make_id("piece_key", "url", f"{prefix}x.example/bridge"), kind="url", value=f"{prefix}x.example/bridge", piece="piece-1"),
                LivePage(
                    id=make_id("live_page", f"{prefix}x.example/live"),
                    address=f"{prefix}x.example/live",
                    read_at="2031-05-04T08:00:00+00:00",
                    entries=("piece-1", "piece-2"),
                    further=(),
                ),
                Version(
                    id=make_id("version", f"{prefix}piece", 1),
                    piece=f"{prefix}piece",
                    article=first.id,
                    number=1,
                    title="Bridge talks",
                    fetched_at="2031-05-04T08:00:00+00:00",
                    met_again=("2031-05-05T08:00:00+00:00",),
                    previous=None,
                    gone_at=None,
                ),
                Problem(
                    id=make_id("problem", prefix),
                    where="second",
                    code="no_date",
                    message="no date was found",
                    hint=None,
                ),
            ),
        ),
    }
