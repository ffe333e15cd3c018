"""How rare a word is, in any language, without a corpus: what its pieces cost in the tokenizer's vocabulary.

In: words. Out: numbers from 0 (stands everywhere) to 1. The vocabulary of the model lists each piece with its log probability in
running text of a hundred languages; a word costs the sum of its pieces.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FREE = 9.0
"""A word that costs so much (natural logarithm) or less says nothing: articles, prepositions, auxiliaries. A first setting by eye."""
DEAR = 25.0
"""A word that costs so much or more is as rare as any: names, and what is made of three pieces. Source: of 17, 21, 25 and 30
it keeps 600 articles of incidents-en (development part) apart best, 30 as well, November 2026."""
MOST_KEPT = 200_000


class WordRarity:
    """Says how rare words are; remembers what it said.

    Args:
        tokenizer: the model's, a unigram one.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._costs = [-float(score) for _, score in json.loads(tokenizer.to_str())["model"]["vocab"]]
        self._kept: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """Return the rarity of a word, 0 to 1, whatever its case."""
        folded = word.casefold()
        kept = self._kept.get(folded)
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[folded] = self._weigh(folded)
        return kept

    def _weigh(self, folded: str) -> float:
        forms = {folded, folded.capitalize(), folded.upper()}
        cost = min(sum(self._costs[i] for i in self._tokenizer.encode(form, add_special_tokens=False).ids) for form in forms)
        return round(min(max((cost - FREE) / (DEAR - FREE), 0.0), 1.0), 4)
