"""Make the sketch of an article: all that other articles are compared with, so that comparing needs neither the model nor the text.

In: an analysis with its encoding and meanings, the rarity of words. Out: a `Sketch`, and the `Beacon` that finds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.credits import is_agency
from onrecord.articles.firsthand import is_sourced
from onrecord.copies.runs import choose_keys, find_form, list_pairs, list_run_spans, list_runs
from onrecord.encode.model import unpack_vector
from onrecord.ids import make_key
from onrecord.kinship import Beacon, Sketch
from onrecord.records import Article, Encoding, Meaning, Span
from onrecord.results import Analysis
from onrecord.statements.bridges import list_places
from onrecord.statements.gists import find_crossing_keys, find_passage_keys, find_position_keys, find_watch_keys, list_watches, make_gist
from onrecord.statements.leads import find_leads
from onrecord.statements.sides import find_pack, list_loose, make_asides, make_sides
from onrecord.statements.signs import find_told_keys, read_passages, weigh_stems
from onrecord.statements.space import Space, load_space
from onrecord.stories.days import find_told_days
from onrecord.stories.likeness import find_day
from onrecord.stories.reprints import NOWHERE, Passages, list_passages, place_names, place_runs, place_stems
from onrecord.stories.stock import list_prints
from onrecord.stories.terms import join_keys, weigh_names, weigh_words

MADE_BY = "sketch@24"
LEAST_WORDS = 3
"""Sentences with fewer words (datelines, names of photographers) tell nothing that could be told in other words."""
DAY_BITS = 42
"""A place has its day above so many bits."""
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
Keys = NDArray[np.uint64]


def make_sketch(analysis: Analysis, encoding: Encoding | None, meanings: Sequence[Meaning], rarity: Callable[[str], float], space: Space | None = None) -> Sketch:
    """Return the sketch of an article.

    Args:
        analysis: what was found in it.
        encoding: its sentences; `None` when the model cannot read its script.
        meanings: what its attributions mean.
        rarity: says how rare a word is, 0 to 1.
        space: what word vectors are compared in; the fitted one by default.
    """
    article, kept = analysis.article, space or load_space()
    sides = make_sides(analysis, {m.of: m for m in meanings})
    tellers, leads = [*sides, *list_loose(analysis, sides)], find_leads(sides, analysis.mentions, kept)
    words, names, runs = weigh_words(article, rarity), weigh_names(analysis.mentions, rarity), list_runs(article)
    passages, run_keys = list_passages(article), choose_keys(runs)
    watches = tuple(watch for side in tellers for watch in list_watches(side, rarity))
    places = frozenset[str]() if all(watch.names for watch in watches) else frozenset[str]().union(*list_places(analysis.mentions))
    lang = article.lang or "und"
    sentences = [v.span for v in encoding.vectors] if encoding is not None else []
    crossing = set(find_told_keys(read_passages(analysis, encoding), rarity)) if encoding is not None else set()
    vector = mean_vector(encoding, kept, article.lang) if encoding is not None else None
    sentence_rows, sentence_words = pack_sentences(article, encoding, kept) if encoding is not None else (b"", b"")
    return Sketch(
        article=article.id, name=article.name, lang=article.lang, outlet=article.outlet, published=article.published,
        agencies=tuple(dict.fromkeys(c.name for c in article.credits if c.kind == "agency")), form=find_form(article, runs), terms=_pack(words.keys),
        term_weights=words.weights.astype("<f4").tobytes(), names=_pack(names.keys), name_weights=names.weights.astype("<f4").tobytes(),
        runs=_pack(np.unique(runs)),
        pairs=list_pairs(article).astype("<u4").tobytes(), vector=b"" if vector is None else vector.astype("<f2").tobytes(), width=kept.told.shape[1],
        story_keys=_pack(join_keys(words, names)), run_keys=_pack(run_keys),
        passage_keys=_pack(find_passage_keys(lang, weigh_stems(article, find_pack(article.lang), sentences, rarity)) | crossing), condition_keys=_pack(find_watch_keys(watches, lang) | {key for side in tellers for key in find_crossing_keys(side, rarity)}),
        position_keys=_pack({key for side in sides for key in find_position_keys(side, rarity)}), gists=tuple(make_gist(side, kept, leads.get(side.attribution.id)) for side in sides),
        watches=watches, made_by=MADE_BY, sentences=sentence_rows, sentence_words=sentence_words, asides=tuple(replace(make_gist(side, kept), words=b"") for side in make_asides(analysis)), numbers=_pack({make_key(n) for n in find_numbers(article)}),
        is_sourced=is_sourced(article),
        told_days=np.array(find_told_days(analysis.dates, article.published), dtype="<u4").tobytes(), published_at=article.published_at, is_agency=is_agency(article.outlet),
        passages=_pack(np.array(passages.keys, dtype=np.uint64)), passage_words=np.array([min(size, 65535) for size in passages.sizes], dtype="<u2").tobytes(),
        word_count=passages.words, term_places=place_stems(article, passages, words.items), name_places=place_names(analysis.mentions, passages, names.items),
        run_places=_place_keys(article, runs, run_keys, passages), places=tuple(sorted(places)),
    )  # fmt: skip


def make_beacon(sketch: Sketch, found_by: tuple[Keys, Keys] | None = None) -> Beacon:
    """Return what finds an article: every key by which another may look for it, those of `stories/stock.py` where they are given, else all."""
    keys = np.unique(np.concatenate(found_by or (unpack_keys(sketch.story_keys), unpack_keys(sketch.run_keys))))
    return Beacon(
        article=sketch.article, keys=_pack(keys), day=find_day(sketch), place=place_of(sketch), positions=sketch.position_keys, conditions=sketch.condition_keys,
        passages=sketch.passage_keys, prints=_pack(np.array(list_prints(sketch), dtype=np.uint64)),
    )  # fmt: skip


def place_of(sketch: Sketch) -> int:
    """Return where an article stands in the order of time: by its day, then in an order that is the same everywhere; the lowest two bits are free."""
    return find_day(sketch) << DAY_BITS | make_key("place", sketch.article) >> 23 << 2


def unpack_keys(keys: bytes) -> Keys:
    """Return packed keys."""
    return np.frombuffer(keys, dtype="<u8")


def mean_vector(encoding: Encoding, space: Space, lang: str | None) -> NDArray[np.float32] | None:
    """Return what an article is about, less what all of its language have in common: its mean sentence, narrowed, at unit length; `None` without a sentence."""
    if not encoding.vectors:
        return None
    (row,) = space.narrow(np.mean([unpack_vector(v.values) for v in encoding.vectors], axis=0)[None], lang)
    return np.asarray(row, dtype=np.float32)


def pack_sentences(article: Article, encoding: Encoding, space: Space) -> tuple[bytes, bytes]:
    """Return a vector of each sentence of some length (float16 rows, narrowed) and how many words each has (16 bit)."""
    counted = [(v, len(_WORD.findall(v.span.of(article.text)))) for v in encoding.vectors]
    kept = [(unpack_vector(v.values), words) for v, words in counted if words >= LEAST_WORDS]
    if not kept:
        return b"", b""
    rows = space.narrow(np.stack([vector for vector, _ in kept]), article.lang)
    return rows.astype("<f2").tobytes(), np.array([min(words, 65535) for _, words in kept], dtype="<u2").tobytes()


def _place_keys(article: Article, runs: Keys, keys: Keys, passages: Passages) -> bytes:
    """Return `Sketch.run_places`: for each key of a run the places of the passages in which it begins and ends, nowhere for one that stands in several."""
    values = runs >> np.uint64(1)
    wanted = np.isin(values, keys)
    found: dict[int, tuple[int, int]] = {}
    for key, (first, last) in zip(values[wanted].tolist(), place_runs(list_run_spans(article)[wanted], passages).tolist(), strict=True):
        if found.setdefault(key, (first, last)) != (first, last):
            found[key] = (NOWHERE, NOWHERE)
    return np.array([found[key] for key in keys.tolist()], dtype="<u2").tobytes()


def find_numbers(article: Article) -> set[str]:
    """Return the numbers in a text, dropped spans left out, as digits without zeros at either end: `7.1` billion is `7 100` millions elsewhere."""
    dropped = [d.span for d in article.dropped]
    found = ((m, Span(start=m.start(), end=m.end())) for m in _NUMBER.finditer(article.text))
    digits = ("".join(c for c in m[0] if c.isdigit()).strip("0") for m, span in found if not any(d.overlap(span) for d in dropped))
    return {number for number in digits if number}


def _pack(keys: Keys | set[int]) -> bytes:
    return np.array(sorted(keys) if isinstance(keys, set) else keys, dtype="<u8").tobytes()
