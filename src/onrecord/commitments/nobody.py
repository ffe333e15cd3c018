"""Words in the place of a holder that name nobody: "man", "on", or a mere verb ("Jesteśmy").

In: the words for a holder. Out: whether they name nobody, so that the speaker is committed.
"""

from __future__ import annotations

from onrecord.commitments.worded import find_word
from onrecord.languages.pack import fold_text
from onrecord.records import Span


def is_nobody(text: str, held: Span, lang: str) -> bool:
    """True where the words for a holder are only an indefinite pronoun, or a verb in the first person without its pronoun."""
    words = fold_text(held.of(text), lang).replace("’", "'").strip(" ,")
    return any(find_word("nobody", key, lang).fullmatch(words) is not None for key in ("indefinite", "verbs"))
