"""One entry of a live blog, and by what it is told from the others of its page. In: nothing. Out: `LiveEntry`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles.page_blocks import make_key


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry. `key` tells it from the others of its page and stays when others come: what the page calls it, then `is_fragment`, or its time.

    `paragraphs` are its text with the reason why one is no news (`None` = it is); `published` and `modified` are as written. An entry that the page
    lists although nothing is told in it (a picture, a film) is one too: `is_told` is false.
    """

    key: str
    is_fragment: bool
    title: str | None
    published: str | None
    modified: str | None
    authors: tuple[str, ...]
    paragraphs: tuple[tuple[str, str | None], ...]

    @property
    def letters(self) -> str:
        """What its text is compared by."""
        return "".join(make_key(text) for text, _ in self.paragraphs)

    @property
    def is_told(self) -> bool:
        """True when there is something to read in it."""
        return any(reason is None for _, reason in self.paragraphs)

    @property
    def is_named(self) -> bool:
        """True when the page calls it something, and its key is not only its time."""
        return self.key != name_time(self.published)


def name_time(published: str | None) -> str:
    """Return the key of an entry that nobody calls anything, from its moment as written."""
    return (published or "undated")[:19].replace(":", ".").replace(" ", "T")
