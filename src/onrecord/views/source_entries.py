"""Who says something, as far as it is told: one name, several, words without a name, or nobody."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.views.parts import join_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says something. `names` are one or several that say it together, `words` those by which an article calls who it does not name; both empty = not known.
    `lang` is the language of `words`, and makes no other source of them."""

    names: tuple[str, ...] = ()
    words: str | None = None
    lang: str | None = field(default=None, compare=False)

    @property
    def is_known(self) -> bool:
        """True when the article says who speaks, by name or not."""
        return bool(self.names or self.words)

    @property
    def name(self) -> str:
        """Return what the source is called: "Ada Quill", "Korva and Tarsia", "harbour officials (not named)", "Speaker not known"."""
        return join_names(self.names) if self.names else f"{self.words} (not named)" if self.words else "Speaker not known"


NOT_KNOWN = Source()
"""The source of words that nobody is told to have said."""
