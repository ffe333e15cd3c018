"""The versions of one piece in the order in which they were online, whatever the order in which they arrive.

In: the known versions and one text met at some time. Out: the versions, numbered anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.ids import make_id
from onrecord.records import Version

MET_KEPT = 100
"""Times at which one version was met that are kept; of more, those in the middle go. They tell where a text belongs that arrives late."""

Versions = tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """One text met once; `at` is `None` when nobody said when."""

    at: str | None
    article: str
    title: str | None


def add_version(versions: Versions, piece: str, article: str, title: str | None, met_at: str | None, *, is_return: bool = False) -> Versions:
    """Return the versions of a piece after one of its texts was met; the same ones when that says nothing new.

    The order in which texts with times arrive means nothing, unless two have the same time. A text without a time comes after all that is known. One that is known already and not the last says nothing, as the same old
    file may be read again and again, unless `is_return`. A text without a headline is the same one with any; when it is told later, it is filled in.

    Args:
        versions: what is known, in order.
        piece: the piece's id.
        article: the id of the text.
        title: its headline.
        met_at: when it was online, UTC in ISO 8601, `None` when nobody said.
        is_return: the text came back after another one, although it has no time.
    """
    sights = [sight for version in versions for sight in _list_sights(version)]
    new = _Sight(at=met_at, article=article, title=title)
    gone_at = versions[-1].gone_at if versions else None
    known = {number for number, sight in enumerate(sights) if _are_one(sight, new) and met_at in (None, sight.at)}
    if is_return and met_at is None:
        known &= {len(sights) - 1}
    if known:
        if title is None or any(sights[number].title is not None for number in known):
            return versions
        return _group([replace(sight, title=title) if number in known else sight for number, sight in enumerate(sights)], piece, gone_at)
    if met_at is None:
        return _group([*sights, new], piece, None)
    place = _find_place(sights, met_at)
    return _group([*sights[:place], new, *sights[place:]], piece, gone_at if gone_at is not None and gone_at >= met_at else None)


def mark_gone(versions: Versions, at: str) -> Versions:
    """Return the versions with the last one marked as removed by the publisher; what is marked already, or was met later, stays as it is."""
    if not versions or versions[-1].gone_at is not None or (versions[-1].seen_at or "") > at:
        return versions
    return (*versions[:-1], replace(versions[-1], gone_at=at))


def mark_back(versions: Versions, at: str) -> Versions:
    """Return the versions with the last one no longer marked as removed; what was removed after that time stays so."""
    if not versions or versions[-1].gone_at is None or versions[-1].gone_at > at:
        return versions
    return (*versions[:-1], replace(versions[-1], gone_at=None))


def _list_sights(version: Version) -> Iterator[_Sight]:
    for at in (version.fetched_at, *version.met_again):
        yield _Sight(at=at, article=version.article, title=None if at in version.untitled else version.title)


def _are_one(left: _Sight | Version, right: _Sight) -> bool:
    """True for the same text under the same headline; where one of them has none, nobody said that it was another."""
    return left.article == right.article and (left.title == right.title or left.title is None or right.title is None)


def _find_place(sights: Sequence[_Sight], met_at: str) -> int:
    """Return how many texts were met before; one without a time counts as met with the one before it, of two at one time the first to come is the older."""
    place, last = 0, ""
    for number, sight in enumerate(sights, 1):
        last = last if sight.at is None else max(last, sight.at)
        if last <= met_at:
            place = number
    return place


def _group(sights: Sequence[_Sight], piece: str, gone_at: str | None) -> Versions:
    """Return the versions that texts in order are: the same text several times in a row is one."""
    found: list[Version] = []
    for sight in sights:
        if found and _are_one(found[-1], sight):
            found[-1] = _meet_again(_note_headline(found[-1], sight), sight.at)
            continue
        number = len(found) + 1
        found.append(
            Version(
                id=make_id("version", piece, number), piece=piece, article=sight.article, number=number, title=sight.title, fetched_at=sight.at, met_again=(),
                previous=found[-1].article if found else None, gone_at=None,
            )
        )  # fmt: skip
    found[-1] = replace(found[-1], gone_at=gone_at)
    return tuple(found)


def _note_headline(version: Version, sight: _Sight) -> Version:
    """Return a version with the headline of another sight of it, and which of both came without: a headline between them may part them later."""
    if version.title == sight.title:
        return version
    without = [sight.at] if sight.title is None else [version.fetched_at, *version.met_again]
    return replace(version, title=version.title or sight.title, untitled=(*version.untitled, *(at for at in without if at is not None)))


def _meet_again(version: Version, at: str | None) -> Version:
    if at is None:
        return version
    if version.fetched_at is None:
        return replace(version, fetched_at=at)
    times = (*version.met_again, at)
    middle = len(times) // 2
    return replace(version, met_again=times if len(times) < MET_KEPT else (*times[:middle], *times[middle + 1 :]))
