"""A telling with the article that it stands in: what statements are grouped from."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.kinship import Gist, Sketch


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A gist with the article it is from."""

    sketch: Sketch
    gist: Gist

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """Where it comes in a story: publication date, article name, place in the text."""
        published = self.sketch.published.start if self.sketch.published else "9999"
        return (published, self.sketch.name, self.gist.span.start, self.gist.span.end, self.gist.of)
