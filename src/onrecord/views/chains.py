"""Finds what hangs together: statements that take one another up, articles that copy one another."""

from __future__ import annotations

from collections.abc import Iterable


def find_roots(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for everything on an edge what stands for all that hangs together with it."""
    parent: dict[str, str] = {}

    def climb(at: str) -> str:
        while parent.setdefault(at, at) != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for left, right in edges:
        first, second = sorted((climb(left), climb(right)))
        parent[second] = first
    return {member: climb(member) for member in list(parent)}
