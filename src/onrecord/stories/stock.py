"""Passages that an outlet keeps in stock, prints under many articles and never about one of them: a footer, background kept ready.

In: a sketch, which of its passages are stock. Out: the keys by which these are counted; the keys of the article that find others of its story or its text.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.ids import make_key
from onrecord.kinship import Sketch

STOCK = 24
"""Articles of one outlet with a passage from which on it finds none of them: more than tell one happening in the same words, few enough to be compared with each."""
MOST_SHARE = 0.5
"""Share of an article's words in stock passages from which on all of it finds it, as nothing much would be left: one that was brought up to date again and again."""
Keys = NDArray[np.uint64]


def list_prints(sketch: Sketch) -> list[int]:
    """Return a key for each passage of an article under which all of its outlet that print it stand; none without an outlet."""
    outlet = (sketch.outlet or "").casefold()
    return [make_key("print", outlet, int(key)) for key in np.frombuffer(sketch.passages, dtype="<u8")] if outlet else []


def find_keys(sketch: Sketch, stock: NDArray[np.bool_]) -> tuple[Keys, Keys]:
    """Return the keys that find an article's story, and those that find its text, ascending, without what stands in its stock passages alone.

    Args:
        sketch: the article.
        stock: which of its passages are stock.
    """
    story_keys, run_keys = np.frombuffer(sketch.story_keys, dtype="<u8"), np.frombuffer(sketch.run_keys, dtype="<u8")
    sizes = np.frombuffer(sketch.passage_words, dtype="<u2")
    if not stock.any() or sizes[stock].sum() > MOST_SHARE * sketch.word_count:
        return story_keys, run_keys
    is_stock = np.append(stock, np.False_)  # the last for what stands in no passage, or in several
    names = _pick(sketch.names, sketch.name_places, is_stock)
    gone = [*_pick(sketch.terms, sketch.term_places, is_stock), *names, *(make_key("again", int(name)) for name in names)]
    story_keys = story_keys[~np.isin(story_keys, np.array(gone, dtype="<u8"))]
    return story_keys, run_keys[~is_stock[_bound(sketch.run_places, is_stock)].reshape(-1, 2).all(axis=1)]


def _pick(keys: bytes, places: bytes, is_stock: NDArray[np.bool_]) -> Keys:
    return np.frombuffer(keys, dtype="<u8")[is_stock[_bound(places, is_stock)]]


def _bound(places: bytes, is_stock: NDArray[np.bool_]) -> NDArray[np.uint16]:
    return np.asarray(np.minimum(np.frombuffer(places, dtype="<u2"), len(is_stock) - 1), dtype="<u2")
