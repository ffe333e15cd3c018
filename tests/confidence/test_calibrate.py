"""Calibration never falls as raw confidence rises, stays within 0 and 1, and leaves alone what was not fitted."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.confidence import calibrate as stage
from onrecord.confidence.calibrate import KINDS, calibrate, interpolate, load_knots

KNOTS = ((0.2, 0.1), (0.6, 0.5), (0.9, 0.95))
SHARE = st.floats(0, 1)


def test_between_knots_lies_a_straight_line_and_beyond_them_it_is_level() -> None:
    assert [interpolate(KNOTS, raw) for raw in (0.0, 0.2, 0.4, 0.6, 0.9, 1.0)] == [0.1, 0.1, 0.3, 0.5, 0.95, 0.95]
    assert interpolate(((0.5, 0.7),), 0.1) == 0.7


@given(SHARE, SHARE)
def test_more_raw_confidence_never_gives_less(left: float, right: float) -> None:
    low, high = sorted((left, right))
    assert interpolate(KNOTS, low) <= interpolate(KNOTS, high)


@given(st.sampled_from(KINDS), SHARE)
def test_what_is_shipped_gives_a_share(kind: str, raw: float) -> None:
    assert 0 <= calibrate(kind, raw) <= 1


def test_a_kind_without_knots_keeps_its_raw_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "load_knots", lambda: {"mention": KNOTS})
    assert calibrate("attribution", 0.4) == 0.4
    assert calibrate("mention", 0.4) == 0.3


def test_the_shipped_knots_rise() -> None:
    for kind, knots in load_knots().items():
        assert kind in KINDS
        for (raw, right), (raw_after, right_after) in itertools.pairwise(knots):
            assert raw < raw_after
            assert right <= right_after
