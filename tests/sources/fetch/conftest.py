"""A web and a clock for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sources.fetch.hostile_web import SimulatedClock, Web, open_web


@pytest.fixture
def web() -> Iterator[Web]:
    with open_web() as found:
        yield found


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock()
