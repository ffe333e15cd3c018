"""The stage: quantities of people and things that an article reports.

In: an `Article`, its `Pack`, and what other stages found in it. Out: `Figure`s in text order, none in dropped spans.
Left to others: comparing figures between articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.figures.counted import Counted, find_counted, find_singles, has_unknown_noun, is_besides, is_one_word, noun_as_written
from onrecord.figures.counters import find_voice_behind, is_bare_count, share_nouns
from onrecord.figures.enumerations import join_enumerations
from onrecord.figures.frames import find_voices
from onrecord.figures.harms import find_deaths, find_wounds
from onrecord.figures.joint import carry_over
from onrecord.figures.kinds import OF_PEOPLE, find_kinds
from onrecord.figures.labels import is_house, is_numbered
from onrecord.figures.lexicon import lexicon_of
from onrecord.figures.natural import is_calm
from onrecord.figures.numbers import Number, read_numbers
from onrecord.figures.outcomes import Row, settle_outcomes
from onrecord.figures.parts import find_scope, settle_base
from onrecord.figures.revised import settle_former
from onrecord.figures.roundups import settle_places
from onrecord.figures.senses import settle_sense
from onrecord.figures.setting import Setting, merge_spans
from onrecord.ids import make_id
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import find_quotes
from onrecord.languages.sentences import find_glued, is_short_form
from onrecord.records import Article, Attribution, Commitment, DateMention, Encoding, Figure, Mention, Span
from onrecord.spans import SpanIndex

MADE_BY = "figures@11"
MAX_SENTENCE = 2000
"""Longer sentences are cut, in code points: what lies farther apart does not belong together."""
MIN_TAG_CONFIDENCE = 0.5
"""A tag of the model below this does not turn a bare number into a figure."""
BESIDES = "others"
"""Population of people counted besides others of the same kind: such a count is no total."""
SINGLE_KINDS = frozenset({"killed", "injured", "missing"})
"""Kinds of which one person told of by a noun ("a soldier was killed") is a count."""
ARMED = frozenset({"soldiers", "fighters"})
"""Populations that are troops where the text tells nothing that befell them."""
MAX_SHORT = 8
"""Code points of a word that is written short."""
LONGEST_SCALE = 3
"""Code points of a scale that is written short with a capital: "5 Mio. Euro"."""
MAX_AGE = 120
AGE_SIGNS = frozenset({", ", " (", "("})
"""What stands between a name and an age."""
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“„«(\[]*[^\W_a-z])|[\r\n\u2028\u2029]+")
_LETTER = re.compile(r"\w")
_PARAGRAPH_END = re.compile(r"[\r\n\u2028\u2029]")
_LAST_WORD = re.compile(r"(?<!\w)[^\W\d_]+$")


def find_figures(
    article: Article,
    pack: Pack | None,
    encoding: Encoding | None,
    attributions: Sequence[Attribution],
    dates: Sequence[DateMention],
    mentions: Sequence[Mention],
    commitments: Sequence[Commitment] = (),
) -> Iterator[Figure]:
    """Yield the figures of an article; nothing without a pack, since counting words are words of a language.

    Args:
        article: the article.
        pack: the pack of its language.
        encoding: the model's reading; its tags of layer `figure` name kinds where words alone do not.
        attributions: who said what in it; a figure inside a content is that speaker's count.
        dates: dates named in it; numbers inside them are no figures.
        mentions: names in it; numbers inside them are no figures, places are where figures hold.
        commitments: what is promised, offered or demanded in it; figures inside are `pledged`.
    """
    if pack is None:
        return
    lexicon = lexicon_of(pack)
    folded = fold_text(article.text, pack.lang)
    numbers = read_numbers(folded, lexicon)
    singles = list(find_singles(folded, lexicon))
    taken = merge_spans([*(dropped.span for dropped in article.dropped), *(date.span for date in dates), *(mention.span for mention in mentions)])
    cues = [cue for attribution in attributions for cue in attribution.cue]
    setting = Setting(
        article=article, folded=folded, lexicon=lexicon, attributions=SpanIndex((a, a.content) for a in attributions),
        voices=SpanIndex((a, a.source) for a in attributions),
        inner=SpanIndex((quote.span, (quote.span,)) for quote in find_quotes(article.text) if quote.depth),
        cues=(sorted(cue.start for cue in cues), sorted(cue.end for cue in cues)),
        dates=SpanIndex((date, (date.span,)) for date in dates), mentions=SpanIndex((mention, (mention.span,)) for mention in mentions), taken=taken,
    )  # fmt: skip
    tags = SpanIndex((tag, (tag.span,)) for tag in (encoding.tags if encoding is not None else ()) if tag.layer == "figure" and tag.confidence >= MIN_TAG_CONFIDENCE)
    starts = _sentence_starts(article.text, setting)
    voices = SpanIndex((voice, (voice,)) for voice in find_voices(attributions))
    calm = is_calm(folded, pack.lang)
    names = frozenset(mention.span.start for mention in mentions if mention.kind == "person")
    rows: list[Row] = []
    for start, end, inside, persons in _by_sentence(numbers, singles, starts, len(folded)):
        free = [number for number in inside if not setting.is_taken(number.start, number.end) and not is_numbered(article.text, folded, number, start, pack.lang)]
        told = [item for number in free if (item := find_counted(folded, number, lexicon, end)) is not None and not _is_age_of_name(item, setting) and not _is_house(item, setting)]
        counted = [meant for item in told if (meant := settle_sense(folded, item, lexicon, start, end)) is not None]
        counted = _add_singles(counted, [one for one in persons if not setting.is_dropped(one.number.start)])
        counted = share_nouns(counted, folded, end, pack.lang)
        kinds = find_kinds(folded, start, end, counted, lexicon, voices.inside(Span(start=start, end=end)), calm=calm, names=names)
        counted = carry_over(counted, kinds, folded, end, lexicon)
        for place, (item, kind) in enumerate(zip(counted, kinds, strict=True)):
            whole = Span(start=item.number.start, end=item.end)
            label = next((tag.label for tag in tags.across(whole)), None)
            chosen = _choose_kind(item, kind, label, article.text)
            if (
                chosen is None
                and kind is None
                and not is_one_word(item)
                and not _follows_name(article.text, item.number)
                and has_unknown_noun(folded, item, lexicon, end)
                and find_voice_behind(folded, item.end, end, pack.lang) is None
            ):
                chosen = "other"
            if chosen is not None:
                if item.population is None and item.kind is None and item.strong_kind is None and not _is_dated(item, setting):
                    item = noun_as_written(folded, item, lexicon, end)
                if item.population == "people" and is_besides(folded, item, lexicon) and _is_part(place, chosen, counted, kinds):
                    item = replace(item, population=BESIDES)
                rows.append(Row(item=item, kind=chosen, sentence=Span(start=start, end=end)))
    pledges = merge_spans(commitment.consequence for commitment in commitments)
    sentences = list(zip(starts, [*starts[1:], len(folded)], strict=True))
    wounds = list(find_wounds(setting, sentences)) if not calm else []
    settled = settle_outcomes(rows, list(find_deaths(setting, sentences, calm=calm)), wounds, sentences, setting)
    settled = join_enumerations(settled, SINGLE_KINDS, folded, lexicon)
    figures = settle_places([_make_figure(row.item, row.kind, row.sentence, setting) for row in settled], setting)
    homes = [row.sentence for row in settled]
    figures = settle_former(figures, homes, folded, pack.lang)
    for at in range(len(figures)):
        figure = settle_base(at, figures, homes)
        yield _pledge(figure, commitments) if _is_within(figure.span, pledges) else figure


def _pledge(figure: Figure, commitments: Sequence[Commitment]) -> Figure:
    """Return a figure as part of a commitment; who commits to it is not where it holds: "Norland is ready to treat 1,000 wounded"."""
    holders = {commitment.holder_canonical for commitment in commitments if commitment.consequence.holds(figure.span)}
    return replace(figure, pledged=True, place=None if figure.place in holders else figure.place)


def _is_within(span: Span, stretches: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
    """True where one of the stretches of `merge_spans` holds a span."""
    starts, ends = stretches
    at = bisect_right(starts, span.start)
    return at > 0 and span.end <= ends[at - 1]


def _add_singles(counted: list[Counted], singles: Sequence[Counted]) -> list[Counted]:
    """Return numbers and persons told of one by one, in text order, a person that a number counts left out.

    A word for one that counts no noun known to us ("ein Radfahrer") is the article of such a person.
    """
    starts = {one.number.start for one in singles}
    counted = [item for item in counted if not (is_one_word(item) and item.population is None and item.strong_kind is None and item.kind is None and item.number.start in starts)]
    free = [one for one in singles if not any(one.number.start < item.end and item.number.start < one.end for item in counted)]
    return sorted([*counted, *free], key=lambda item: item.number.start)


def _is_part(place: int, chosen: str, counted: Sequence[Counted], kinds: Sequence[str | None]) -> bool:
    """True where a sentence counts others of the kind before, or a larger number behind ("three more people died, bringing the toll to 17")."""
    own = counted[place].number.point or 0.0
    further = zip(counted[place + 1 :], kinds[place + 1 :], strict=True)
    return chosen in kinds[:place] or any(kind == chosen and (item.number.point or item.number.low or 0.0) > own for item, kind in further)


def _is_age_of_name(item: Counted, setting: Setting) -> bool:
    """True for a bare number right behind a person's name: "Jane Roe, 24 was killed", "Jane Roe (24)"."""
    number = item.number
    bare = item.population is None and item.kind is None and item.strong_kind is None and number.point is not None and number.point <= MAX_AGE
    near = Span(start=max(0, number.start - 3), end=number.start)
    return bare and any(m.kind == "person" and setting.folded[m.span.end : number.start] in AGE_SIGNS for m in setting.mentions.across(near))


def _is_house(item: Counted, setting: Setting) -> bool:
    """True for the number of a house that counts nobody: "calle Mayor, 214"; "calle Mayor, 12 heridos" are wounded."""
    bare = item.population is None and item.kind is None and item.strong_kind not in OF_PEOPLE
    return bare and is_house(setting.folded, item.number, setting.lexicon)


def _is_dated(item: Counted, setting: Setting) -> bool:
    """True when a date stands right behind the number: "killed 12 on Monday", "killed 12 yesterday"."""
    return any(date.span.start >= item.end for date in setting.dates.across(Span(start=item.end, end=item.end + 2)))


def _choose_kind(item: Counted, kind: str | None, label: str | None, text: str) -> str | None:
    """Return the kind to report, `None` when the number is no figure."""
    if is_one_word(item) and (item.population is None or kind is None or kind == item.weak_kind):
        return None
    if item.number.form == "one":
        return kind if kind in SINGLE_KINDS else None
    if kind is not None:
        sure = item.population is not None or item.strong_kind is not None or item.kind is not None
        return kind if sure or not _follows_name(text, item.number) else None
    if label is not None:
        return label
    if item.population in ARMED:
        return "troops"
    return "other" if item.population is not None and item.population != "bodies" else None


def _follows_name(text: str, number: Number) -> bool:
    """True when the word before is a capitalised one inside its sentence: "Highway 5", "Flight 370"."""
    before = text[max(0, number.start - 30) : number.start]
    found = re.search(r"(\S)?\s*(\b[^\W\d_]+)[ \u00a0]$", before)
    return found is not None and found[2][0].isupper() and found[1] is not None and found[1] not in ".!?:"


def _make_figure(item: Counted, kind: str, sentence: Span, setting: Setting) -> Figure:
    number = item.number
    article = setting.article
    span = Span(start=number.start, end=item.end)
    behind = find_voice_behind(setting.folded, span.end, sentence.end, setting.lexicon.lang)
    attribution = setting.attribution_of(span) if behind is None else setting.voice_at(behind)
    voice = behind.of(article.text) if behind else None
    source = setting.counter_of(attribution, span) if attribution else voice
    as_of, period = setting.dates_of(span, sentence)
    return Figure(
        id=make_id("figure", article.id, span.start, span.end),
        article=article.id,
        span=span,
        low=number.low,
        high=number.high,
        point=number.point,
        unit=item.unit,
        kind=kind,
        population=item.population,
        place=setting.place_of(span, sentence),
        as_of=as_of,
        period=period,
        source=None if source and is_bare_count(source, setting.lexicon.lang) else source,
        attribution=attribution.id if attribution else None,
        hedges=tuple(Span(start=start, end=end) for start, end in number.hedges),
        made_by=MADE_BY,
        scope=find_scope(setting.folded, item, setting.lexicon),
    )


def _sentence_starts(text: str, setting: Setting) -> list[int]:
    """Return where sentences start; the full stop of a short form or inside a date ("10. März") ends none."""
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        following = _LETTER.search(text, match.end())
        if following is None or _PARAGRAPH_END.search(match[0]):
            goes_on = False
        else:
            goes_on = following[0].islower() or (match[0][0] == "." and _is_short(text, starts[-1], match.start(), following[0], setting))
        if goes_on:
            continue
        if not setting.is_dated(match.start(), match.end()):
            starts.append(match.end())
    starts = sorted({*starts, *find_glued(text)})
    ends = [*starts[1:], len(text)]
    return [at for start, end in zip(starts, ends, strict=True) for at in range(start, max(end, start + 1), MAX_SENTENCE)]


def _is_short(text: str, start: int, dot: int, following: str, setting: Setting) -> bool:
    """True when a full stop belongs to an initial, a short title or a short scale ("5 Mio. Euro"); a number before it ends its sentence."""
    word = _LAST_WORD.search(setting.folded, max(start, dot - MAX_SHORT), dot)
    if word is None:
        return False
    is_scale = text[word.start()].isupper() and len(word[0]) <= LONGEST_SCALE and word[0] in setting.lexicon.scales
    return is_scale or is_short_form(text, start, dot, following)


def _by_sentence(numbers: Sequence[Number], singles: Sequence[Counted], starts: Sequence[int], size: int) -> Iterator[tuple[int, int, Sequence[Number], Sequence[Counted]]]:
    """Yield (start, end, numbers, persons) of the sentences that hold either."""
    ends = [*starts[1:], size]
    places = [number.start for number in numbers]
    persons = [one.number.start for one in singles]
    for start, end in zip(starts, ends, strict=True):
        inside = numbers[bisect_left(places, start) : bisect_left(places, end)]
        told = singles[bisect_left(persons, start) : bisect_left(persons, end)]
        if inside or told:
            yield start, end, inside, told
