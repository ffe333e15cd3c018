"""Turn the model's tags and links, with the quotation marks of the text, into who-cue-what triples.

In: an `Encoding` and the text. Out: `Draft`s: spans of source, cue and content that belong together.
Left to others: who the source is (`speakers`), when and where it was said (`occasion`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.attributions.frames import find_frames
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.participles import is_participle
from onrecord.languages.quotes import Quote, find_quotes
from onrecord.records import Encoding, Span, Tag

MIN_LINK = 0.5
MIN_FAR_LINK = 0.9
"""A source of another paragraph needs so sure a link: the next paragraph mostly begins with somebody else. Source: PolNeAR dev, read in
November 2026: of five tellings that took their source from another paragraph four were wrong."""
MIN_OWN_LINK = 0.2
"""A participle ("..., saying") takes a source before it in its own sentence from this link on, rather than one of another sentence."""
_PARAGRAPH_END = re.compile(r"[.!?…][\"'”’»“)\]]*[^\S\n]*\n|(?<![:,\s])[^\S\n]*\n[^\S\n]*\n")
"""A line end behind a full stop, or an empty line; not behind a colon, where the speech follows, nor where lines are broken at a fixed width."""
FAR_CHARS = 200
"""A source or cue is taken from no farther than this. Source: PolNeAR train, November 2026: 99.5 % of 18,470 sources stand
within 149 code points of their content, 99.5 % of 19,941 cues within 68."""
PIECE_GAP_CHARS = 150
"""Two pieces of one speech stand no farther apart: between them is room for source and cue with an apposition."""
MIN_LOOSE_WORDS = 5
"""A quotation that the model did not tag counts as speech from this many words on; shorter ones are titles and scare quotes."""

LOOSE_CONFIDENCE = 0.4
"""Confidence of such a quotation, before calibration."""


@dataclass(slots=True)
class Draft:
    """An attribution being put together: pieces of each role, and the confidence of its parts.

    `unspoken` is the reason why nobody is its speaker, where that is known already; `asked` is who was asked what it says, a question put to somebody,
    `teller` who mentions it, where that is not its source. A topic is only spoken about.
    """

    content: list[Span]
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)
    is_loose: bool = False
    unspoken: str | None = None
    asked: Span | None = None
    is_question: bool = False
    teller: list[Span] | None = None
    is_topic: bool = False

    @property
    def start(self) -> int:
        """First code point of the content."""
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        """Code point after the content."""
        return max(span.end for span in self.content)


def decode_drafts(text: str, encoding: Encoding, hidden: Sequence[Span] = (), quotes: Sequence[Quote] | None = None, lang: str = "en") -> list[Draft]:
    """Return the drafts of an article in text order.

    Args:
        text: the article's text.
        encoding: the model's tags and links.
        hidden: spans that are not told news; quotations in them do not count.
        quotes: the quotations of the text, where they are known already.
        lang: language of the text.
    """
    unseen = SpanIndex((span, span) for span in hidden)
    quotes = [q for q in (find_quotes(text) if quotes is None else quotes) if q.depth == 0 and not unseen.overlapping(q.span)]
    tags = encoding.tags
    contents = [i for i, tag in enumerate(tags) if tag.label == "content"]
    attached = {(k.dependent, k.head): k.confidence for k in encoding.links}
    frames = find_frames(text, tags)
    owner = _group_pieces(contents, attached, tags, text, frames)
    outer = SpanIndex((q.span, q) for q in quotes)
    drafts: dict[int, Draft] = {}
    for index in contents:
        draft = drafts.setdefault(owner[index], Draft(content=[]))
        draft.content.append(fit_to_quotes(tags[index].span, outer.overlapping(tags[index].span)))
        draft.confidences.append(tags[index].confidence)
    _attach_role("cue", drafts, _beliefs("cue", tags, contents, owner, attached, text, frames), tags, text)
    sources = _beliefs("source", tags, contents, owner, attached, text, frames)
    for root, draft in drafts.items():
        _prefer_own_sentence(draft, sources[root], tags, text, lang)
    _attach_role("source", drafts, sources, tags, text)
    found = _without_scraps([_tidy(draft) for draft in drafts.values()])
    found.extend(_loose_quotes(text, quotes, found))
    return sorted(found, key=lambda d: (d.start, d.end))


def _group_pieces(
    contents: Sequence[int], attached: Mapping[tuple[int, int], float], tags: Sequence[Tag], text: str, frames: Mapping[int, frozenset[int]]
) -> dict[int, int]:  # fmt: skip
    """Return for each content the first piece of its speech.

    The model links a later piece to an earlier one; it must stand near, in the same paragraph, and have no other cue, above all none right behind it.
    """
    known = set(contents)
    cue_of: dict[int, tuple[float, int]] = {}
    best: dict[int, tuple[float, int]] = {}
    for (dependent, head), confidence in attached.items():
        if head not in known or confidence < MIN_LINK:
            continue
        if tags[dependent].label == "cue":
            cue_of[head] = max(cue_of.get(head, (0.0, -1)), (confidence, dependent))
        elif dependent in known and head < dependent:
            best[dependent] = max(best.get(dependent, (0.0, -1)), (confidence, head))
    owner: dict[int, int] = {}
    for index in contents:
        _, head = best.get(index, (0.0, -1))
        owner[index] = index
        if head < 0:
            continue
        between = text[tags[head].span.end : tags[index].span.start]
        mine, theirs = cue_of.get(index), cue_of.get(head)
        if index in frames and (theirs is None or theirs[1] not in frames[index]) and not _same_sentence(text, tags[head].span, tags[index].span):
            continue
        if len(between) <= PIECE_GAP_CHARS and "\n" not in between and (mine is None or theirs is None or mine[1] == theirs[1]):
            owner[index] = owner[head]
    return owner


def fit_to_quotes(span: Span, quotes: Sequence[Quote]) -> Span:
    """Return a content span that does not cut a quotation: nearly covered ones are taken whole, marks included."""
    start, end = span.start, span.end
    for quote in quotes:
        shared = span.overlap(quote.span)
        if not shared or quote.depth:
            continue
        size = quote.span.end - quote.span.start
        if quote.span.holds(span):
            if shared >= 0.8 * size or size - shared <= 3:
                start, end = min(start, quote.span.start), max(end, quote.span.end)
        elif start > quote.span.start and shared >= 0.8 * size:
            start = quote.span.start
        elif end < quote.span.end and (shared >= 0.5 * size or size - shared <= 3):
            end = quote.span.end
    return Span(start=start, end=end)


def _beliefs(
    role: str, tags: Sequence[Tag], contents: Sequence[int], owner: Mapping[int, int], attached: Mapping[tuple[int, int], float], text: str,
    frames: Mapping[int, frozenset[int]],
) -> dict[int, dict[int, float]]:  # fmt: skip
    """Return draft -> tag -> how surely the tag is a source or cue of it: the best link to a piece, plus a little for standing near; certain for what frames it."""
    places = SpanIndex((tag.span, i) for i, tag in enumerate(tags) if tag.label == role)
    result: dict[int, dict[int, float]] = {}
    for piece in contents:
        beliefs = result.setdefault(owner[piece], {})
        content = tags[piece].span
        for index in places.near(content, FAR_CHARS):
            span = tags[index].span
            gap = max(content.start - span.end, span.start - content.end, 0)
            is_near = "\n" not in text[min(content.end, span.end) : max(content.start, span.start)]
            link = attached.get((index, piece), 0.0)
            if piece in frames:
                beliefs[index] = max(1.0 if index in frames[piece] else link * _same_sentence(text, span, content), beliefs.get(index, 0.0))
                continue
            if role == "source" and link < MIN_FAR_LINK and _has_paragraph_end(text, content, span):
                link = 0.0
            score = 0.9 * link + 0.1 * (1 - gap / FAR_CHARS) * is_near
            beliefs[index] = max(score, beliefs.get(index, 0.0))
    return result


def _has_paragraph_end(text: str, left: Span, right: Span) -> bool:
    """True when a paragraph ends between two spans; the mark that ends it may belong to the first."""
    first, second = sorted((left, right))
    return first.end < second.start and "\n" in text[first.end : second.start] and _PARAGRAPH_END.search(text, max(first.start, first.end - 3), second.start) is not None


def _prefer_own_sentence(draft: Draft, beliefs: dict[int, float], tags: Sequence[Tag], text: str, lang: str) -> None:
    """Let the source before a participle in its sentence win over one of another sentence: who goes on with "saying" is the subject of that verb's sentence."""
    if len(draft.cue) != 1 or not beliefs or not is_participle(draft.cue[0].of(text), lang):
        return
    cue = draft.cue[0]
    best = max(beliefs, key=lambda i: (beliefs[i], i))
    own = [i for i, score in beliefs.items() if score >= MIN_OWN_LINK and tags[i].span.end <= cue.start and _same_sentence(text, tags[i].span, cue)]
    if own and not _same_sentence(text, tags[best].span, cue):
        chosen = max(own, key=lambda i: (beliefs[i], i))
        beliefs[chosen] = max(beliefs[chosen], MIN_LINK)
        for index in [i for i in beliefs if i != chosen and not _same_sentence(text, tags[i].span, cue)]:
            del beliefs[index]


def _attach_role(role: str, drafts: Mapping[int, Draft], beliefs: Mapping[int, Mapping[int, float]], tags: Sequence[Tag], text: str) -> None:
    """Give every draft its best source or cue; a tag that no draft chose goes to the draft it fits best, if that one has none."""
    taken: set[int] = set()
    for root, draft in drafts.items():
        chosen = [i for score, i in sorted(((score, i) for i, score in beliefs[root].items()), reverse=True) if score >= MIN_LINK]
        if not chosen:
            continue
        keep = [chosen[0]]
        if role == "cue":  # a verb in two pieces ("hat ... erklärt") stands within one sentence
            keep += [i for i in chosen[1:3] if _same_sentence(text, tags[i].span, tags[keep[0]].span)]
        for index in sorted(keep):
            taken.add(index)
            getattr(draft, role).append(tags[index].span)
            draft.confidences.append(tags[index].confidence)
    offers: dict[int, tuple[float, int]] = {}
    for root, scores in beliefs.items():
        for index, score in scores.items():
            if score > 0 and index not in taken:
                offers[index] = max(offers.get(index, (0.0, -1)), (score, root))
    for index, (_, root) in sorted(offers.items()):
        if not getattr(drafts[root], role):
            getattr(drafts[root], role).append(tags[index].span)


def _same_sentence(text: str, left: Span, right: Span) -> bool:
    """True when no sentence end stands between two spans."""
    first, second = sorted((left, right))
    between = text[first.end : second.start]
    return "\n" not in between and not any(mark in between for mark in (". ", "! ", "? "))


def _tidy(draft: Draft) -> Draft:
    """Sort the pieces of each role, merge those that touch, and keep each once."""
    for role in ("content", "source", "cue"):
        merged: list[Span] = []
        for span in sorted(set(getattr(draft, role))):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
            else:
                merged.append(span)
        setattr(draft, role, merged)
    return draft


def _without_scraps(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts less those inside another's content that nobody says: left over where a tag was cut in two."""
    contents = SpanIndex((span, draft) for draft in drafts for span in draft.content)
    return [
        draft for draft in drafts
        if draft.source or draft.cue or not all(any(o is not draft and any(c.holds(s) for c in o.content) for o in contents.overlapping(s)) for s in draft.content)
    ]  # fmt: skip


def _loose_quotes(text: str, quotes: Sequence[Quote], drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts for speech in quotation marks that the model did not tag; pieces reopened at a paragraph join."""
    known = SpanIndex((span, draft) for draft in drafts for span in (*draft.content, *draft.source, *draft.cue))
    found: list[Draft] = []
    speech: Draft | None = None  # the speech that the quotation before leaves open
    for quote in quotes:
        owners = known.overlapping(quote.span)
        if owners:
            speech = owners[-1] if quote.continues else None
            continue
        if speech is not None:
            speech.content.append(quote.span)
        elif len(quote.inner.of(text).split()) >= MIN_LOOSE_WORDS:
            speech = Draft(content=[quote.span], confidences=[LOOSE_CONFIDENCE], is_loose=True)
            found.append(speech)
        speech = speech if quote.continues else None
    return found
