"""Make the sketch of an article: all that other articles are compared with, so that comparing needs neither the model nor the text.

In: an analysis with its encoding and meanings, the rarity of words. Out: a `Sketch`, and the `Beacon` that finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.copies.runs import choose_keys, find_form, list_pairs, list_runs
from onrecord.encode.model import unpack_vector
from onrecord.kinship import Beacon, Sketch
from onrecord.records import Encoding, Meaning
from onrecord.results import Analysis
from onrecord.statements.gists import find_passage_keys, find_position_keys, find_watch_keys, list_watches, make_gist
from onrecord.statements.sides import find_pack, make_sides
from onrecord.statements.signs import weigh_stems
from onrecord.statements.space import Space, load_space
from onrecord.stories.likeness import find_day
from onrecord.stories.terms import join_keys, weigh_names, weigh_words

MADE_BY = "sketch@1"
SOUGHT = np.uint64(0x5A5A5A5A5A5A5A5A)
"""Told beside what passages hold is what conditions seek; the same keys with these bits turned, so that one never finds its like."""
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
    sides = make_sides([analysis], {article.id: ""}, {m.of: m for m in meanings})
    words, names, runs = weigh_words(article, rarity), weigh_names(analysis.mentions, rarity), list_runs(article)
    watches = tuple(watch for side in sides for watch in list_watches(side, rarity))
    lang = article.lang or "und"
    sentences = [v.span for v in encoding.vectors] if encoding is not None else []
    vector = mean_vector(encoding, kept.middle) if encoding is not None else None
    return Sketch(
        article=article.id, name=article.name, lang=article.lang, outlet=article.outlet, published=article.published,
        agencies=tuple(dict.fromkeys(c.name for c in article.credits if c.kind == "agency")), form=find_form(article, runs), terms=_pack(words.keys),
        term_weights=words.weights.astype("<f4").tobytes(), names=_pack(names.keys), name_weights=names.weights.astype("<f4").tobytes(),
        runs=_pack(np.unique(runs)),
        pairs=list_pairs(article).astype("<u4").tobytes(), vector=b"" if vector is None else vector.astype("<f2").tobytes(), width=kept.basis.shape[1],
        story_keys=_pack(join_keys(words, names)), run_keys=_pack(choose_keys(runs)),
        passage_keys=_pack(find_passage_keys(lang, weigh_stems(article, find_pack(article.lang), sentences, rarity))), condition_keys=_pack(find_watch_keys(watches, lang)),
        position_keys=_pack({key for side in sides for key in find_position_keys(side, rarity)}), gists=tuple(make_gist(side, kept) for side in sides),
        watches=watches, made_by=MADE_BY,
    )  # fmt: skip


def make_beacon(sketch: Sketch) -> Beacon:
    """Return what finds an article: every key by which another may look for it."""
    keys = [*map(unpack_keys, (sketch.story_keys, sketch.run_keys, sketch.passage_keys, sketch.position_keys)), seek(sketch.condition_keys)]
    return Beacon(article=sketch.article, keys=_pack(np.unique(np.concatenate(keys))), day=find_day(sketch))


def unpack_keys(keys: bytes) -> Keys:
    """Return packed keys."""
    return np.frombuffer(keys, dtype="<u8")


def seek(keys: bytes) -> Keys:
    """Return the keys of what conditions seek for keys of what passages hold, and the other way round."""
    return np.asarray(unpack_keys(keys) ^ SOUGHT)


def mean_vector(encoding: Encoding, middle: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """Return the mean sentence vector of an article, less what all articles have in common, at unit length; `None` without a sentence."""
    if not encoding.vectors:
        return None
    mean = np.mean([unpack_vector(v.values) for v in encoding.vectors], axis=0) - middle
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), dtype=np.float32)


def _pack(keys: Keys | set[int]) -> bytes:
    return np.array(sorted(keys) if isinstance(keys, set) else keys, dtype="<u8").tobytes()
