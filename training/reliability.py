"""Draw a reliability diagram as SVG: how often findings are right at each confidence, before and after calibration."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

BINS = 10
SIZE, GAP, TOP = 200, 56, 46
COLOURS = {"raw": "#b0733a", "calibrated": "#1f6f8b"}

Pairs = Sequence[tuple[float, bool]]
"""(confidence, is right) of each finding."""


def bin_pairs(pairs: Pairs) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share that is right, count) of each of `BINS` equal stretches of confidence that holds a finding."""
    if not pairs:
        return []
    confidence, right = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    index = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return [(float(confidence[index == b].mean()), float(right[index == b].mean()), int((index == b).sum())) for b in range(BINS) if (index == b).any()]


def calibration_error(pairs: Pairs) -> float:
    """Return the expected calibration error, 0 to 1. Source: Naeini et al. 2015, equal stretches of confidence."""
    return sum(abs(mean - share) * count for mean, share, count in bin_pairs(pairs)) / max(len(pairs), 1)


def draw_reliability(panels: Sequence[tuple[str, dict[str, Pairs]]]) -> str:
    """Return an SVG with one panel a kind: title, and the findings before and after (`raw`, `calibrated`)."""
    width, height = len(panels) * (SIZE + GAP) + GAP, SIZE + TOP + 64
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="11" role="img">',
        "<title>Confidence and share of findings that are right</title>", f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]  # fmt: skip
    for k, (title, series) in enumerate(panels):
        left = GAP + k * (SIZE + GAP)
        parts.append(f'<text x="{left}" y="{TOP - 12}" font-size="13" font-weight="bold">{escape(title)}</text>')
        parts.append(f'<rect x="{left}" y="{TOP}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#999999"/>')
        parts.append(f'<line x1="{left}" y1="{TOP + SIZE}" x2="{left + SIZE}" y2="{TOP}" stroke="#999999" stroke-dasharray="4 4"/>')
        for tick in (0, 0.5, 1):
            parts.append(f'<text x="{left + tick * SIZE:.0f}" y="{TOP + SIZE + 15}" text-anchor="middle">{tick:g}</text>')
            parts.append(f'<text x="{left - 6}" y="{TOP + SIZE - tick * SIZE + 4:.0f}" text-anchor="end">{tick:g}</text>')
        for name, pairs in series.items():
            points = [(left + x * SIZE, TOP + SIZE - y * SIZE, 2 + 6 * (n / max(len(pairs), 1)) ** 0.5) for x, y, n in bin_pairs(pairs)]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
            parts.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[name]}" stroke-width="1.5"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{COLOURS[name]}" fill-opacity="0.8"/>' for x, y, r in points]
        errors = ", ".join(f"{name} {calibration_error(pairs):.3f}" for name, pairs in series.items())
        parts.append(f'<text x="{left}" y="{TOP + SIZE + 34}">error: {escape(errors)}</text>')
    for k, (name, colour) in enumerate(COLOURS.items()):
        parts.append(f'<circle cx="{GAP + 4 + k * 110}" cy="{height - 12}" r="4" fill="{colour}"/><text x="{GAP + 14 + k * 110}" y="{height - 8}">{name}</text>')
    parts.append(f'<text x="{width - 12}" y="{height - 8}" text-anchor="end">across: confidence; up: share that is right</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
