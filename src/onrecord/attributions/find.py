"""The stage: from an encoded article to its attributions.

In: `Article`, `Encoding`, mentions, dates, language pack. Out: `Attribution`s in text order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.attributions.addressed import AddressReader
from onrecord.attributions.channels import ChannelReader
from onrecord.attributions.comments import read_comments
from onrecord.attributions.decode import Draft, decode_drafts
from onrecord.attributions.headings import HeadingReader
from onrecord.attributions.informants import InformantReader
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.kept_back import KeptBackReader
from onrecord.attributions.named import Speaker
from onrecord.attributions.nested import NestedReader
from onrecord.attributions.occasion import find_addressee, frame_of
from onrecord.attributions.questions import QuestionReader
from onrecord.attributions.saying_days import carry_days, find_said_at, find_torn, tells_open_day
from onrecord.attributions.scenes import carry_occasions, find_owners, find_scenes
from onrecord.attributions.scraps import ScrapReader
from onrecord.attributions.speakers import SpeakerResolver
from onrecord.attributions.takeups import TakeUpReader, take_up
from onrecord.attributions.topics import TopicReader
from onrecord.attributions.transcripts import Transcript
from onrecord.confidence.calibrate import calibrate
from onrecord.ids import make_id
from onrecord.languages.pack import Pack
from onrecord.languages.quotes import find_quotes
from onrecord.records import TOPIC, Article, Attribution, DateMention, Encoding, Mention, Span

MADE_BY = "attributions@2"
DIRECT_SHARE = 0.85
"""Share of a content's letters that stand between quotation marks from which on it is direct speech."""


def find_attributions(article: Article, encoding: Encoding, mentions: Sequence[Mention], dates: Sequence[DateMention], pack: Pack | None) -> Iterator[Attribution]:
    """Yield the attributions of an article in text order.

    Args:
        article: the article.
        encoding: what the model says of it.
        mentions: its names, in text order.
        dates: its dates, in text order.
        pack: the pack of its language, or `None`.
    """
    hidden = [d.span for d in article.dropped]
    quotes = find_quotes(article.text)
    drafts = decode_drafts(article.text, encoding, hidden, quotes, article.lang or "en")
    transcript = Transcript(article, mentions)
    resolver = SpeakerResolver(article, mentions, pack, quotes, transcript)
    drafts = HeadingReader(article, quotes, pack, resolver.is_somebody).read_all(drafts)
    drafts = take_up(article.text, drafts, tuple(TakeUpReader(article, encoding, mentions, pack, resolver.is_somebody).read()), quotes)
    drafts = list(read_comments(article, drafts, quotes, pack))
    drafts = KeptBackReader(article).read_all(drafts)
    drafts = TopicReader(article, mentions, quotes, pack).read_all(drafts)
    QuestionReader(article, mentions, pack).read_all(drafts)
    AddressReader(article, mentions).read_all(drafts)
    InformantReader(article).read_all(drafts)
    drafts = ScrapReader(article, quotes, pack).keep_said(drafts)
    ChannelReader(article, pack, resolver.is_somebody, resolver.has_title).read_all(drafts)
    NestedReader(article, mentions, quotes, pack, resolver.is_somebody, resolver.has_title).read_all(drafts)
    drafts = transcript.read_all(drafts)
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    speakers = resolver.resolve_all(drafts)
    drafts_kept = [(d, s) for d, s in zip(drafts, speakers, strict=True) if not d.is_loose or s.name is not None or d.source]
    quoted = SpanIndex((q.span, q.span) for q in quotes if q.depth == 0)
    places = SpanIndex((m.span, m) for m in mentions)
    torn = find_torn(article, dates)
    days = SpanIndex((d.span, d) for d in dates if d.id not in torn)
    contents = SpanIndex((content, content) for d, _ in drafts_kept for content in d.content)
    frames = [frame_of(article.text, d, contents) for d, _ in drafts_kept]
    told = [find_said_at(article, d, f, days) for (d, _), f in zip(drafts_kept, frames, strict=True)]
    scenes = find_scenes(article, mentions, [d for d, _ in drafts_kept], days)
    owners = find_owners(article, drafts_kept, [resolver.name_asked(d) for d, _ in drafts_kept], scenes)
    heads = resolver.find_heads([d for d, _ in drafts_kept], [s for _, s in drafts_kept])
    owners = [head or owner for head, owner in zip(heads, owners, strict=True)]
    owners_of_days = [None if tells_open_day(frame, days) else owner for owner, frame in zip(owners, frames, strict=True)]
    said = carry_days(article, told, drafts_kept, frames, owners_of_days, [(scene.name, scene.day) for scene in scenes if scene.day is not None])
    occasions = carry_occasions(article, [d for d, _ in drafts_kept], frames, owners, said, told, scenes, places)
    for (draft, speaker), (occasion, when) in zip(drafts_kept, occasions, strict=True):
        yield _make(article, draft, speaker, occasion, when, quoted, places)


def _make(article: Article, draft: Draft, speaker: Speaker, occasion: Span | None, when: DateMention | None, quoted: SpanIndex[Span], places: SpanIndex[Mention]) -> Attribution:
    source = tuple(draft.source)
    return Attribution(
        id=make_id("attribution", article.id, [[s.start, s.end] for s in draft.content], [[s.start, s.end] for s in source]),
        article=article.id,
        source=source,
        cue=tuple(draft.cue),
        content=tuple(draft.content),
        type=TOPIC if draft.is_topic else quote_type(article.text, draft.content, quoted),
        speaker=speaker.name,
        speaker_as_written=source[0].of(article.text) if source else None,
        speaker_how=speaker.how,
        speaker_evidence=speaker.evidence,
        addressee=draft.asked or find_addressee(article.text, draft, places),
        occasion=occasion,
        said_at=when.range if when else None,
        said_at_evidence=when.span if when else None,
        confidence=calibrate("attribution", round(float(np.exp(np.mean(np.log(np.maximum(draft.confidences, 1e-6))))), 4)),
        made_by=MADE_BY,
    )


def quote_type(text: str, content: Sequence[Span], quoted: SpanIndex[Span]) -> str:
    """Return `direct`, `mixed` or `indirect` by the share of the content's letters between quotation marks."""
    total = inside = 0
    for span in content:
        total += _count_letters(text, span.start, span.end)
        at = span.start
        for quote in quoted.overlapping(span):
            start, end = max(quote.start, at), min(quote.end, span.end)
            inside += _count_letters(text, start, end)
            at = max(at, end)
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"


def _count_letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
