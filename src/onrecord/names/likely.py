"""Find the names that may be a name in another spelling without comparing it with all of them.

In: names one after another. Out: of those put in, the few that are worth comparing. Left to others: whether two names match (`keys`).
"""

from __future__ import annotations

from onrecord.names.keys import carried_words, name_words, word_keys

MOST_LIKE = 200
"""So many names are found by one word at most. A list of more members of a family leaves the later ones alone."""


class LikelyNames:
    """Names by the words that carry them."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._places: dict[str, list[int]] = {}

    def add(self, name: str) -> None:
        """Put a name in."""
        for key in {key for word in (*name_words(name), *carried_words(name)) for key in word_keys(word)}:
            places = self._places.setdefault(key, [])
            if len(places) < MOST_LIKE:
                places.append(len(self._names))
        self._names.append(name)

    def find(self, name: str) -> list[str]:
        """Return, in the order in which they were put in, all names that match a name of one word, and all of several words that match one of several."""
        words = {*name_words(name), *carried_words(name)} if len(name_words(name)) == 1 else {*name_words(name)[-1:], *carried_words(name)[-1:]}
        found = {place for word in words for key in word_keys(word) for place in self._places.get(key, ())}
        return [self._names[place] for place in sorted(found)]
