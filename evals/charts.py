"""Plots as inline SVG, drawn by hand so that a report needs neither network nor library.

Colours are classes that the style sheet fills in, for light and for dark. Bars have
positions in per cent of their own width and no view box, so that they fit any screen without
their text growing or shrinking.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

__all__ = ["Interval", "bar", "curve", "histogram", "loss_bar"]

Interval = tuple[float, float, float]
"""A value with the ends of its interval: value, low, high."""

_HEIGHT = 18
_MIDDLE = _HEIGHT / 2


def bar(one: Interval, kind: str = "bar") -> str:
    """Return a bar from 0 to 1 with the whisker of its interval.

    Args:
        one: Value and interval, in [0, 1].
        kind: Class that colours it.
    """
    value, low, high = (100 * max(0.0, min(1.0, part)) for part in one)
    return _svg(
        f'<rect class="track" width="100%" height="{_HEIGHT}" rx="3"/>'
        f'<rect class="{kind}" width="{value:.2f}%" height="{_HEIGHT}" rx="3"/>'
        + _whisker(low, high)
    )


def loss_bar(one: Interval, reach: float) -> str:
    """Return a bar to the right of the middle for a loss, to the left for a gain.

    Args:
        one: Loss and interval.
        reach: The loss at the right edge, above 0.
    """
    value, low, high = (50 + 50 * max(-1.0, min(1.0, part / reach)) for part in one)
    kind = "loss" if one[0] > 0 else "gain"
    begin, width = min(50.0, value), abs(value - 50)
    return _svg(
        f'<rect class="track" width="100%" height="{_HEIGHT}" rx="3"/>'
        f'<rect class="{kind}" x="{begin:.2f}%" width="{width:.2f}%" height="{_HEIGHT}"/>'
        f'<line class="axis" x1="50%" x2="50%" y2="{_HEIGHT}"/>' + _whisker(low, high)
    )


def curve(points: Sequence[tuple[int, Interval]], title: str) -> str:
    """Return a line over cut-offs with its 95% band.

    Args:
        points: Cut-off and share, ascending.
        title: What it shows, for who cannot see it.
    """
    width, height, left, bottom, top = 440, 220, 44, 30, 12
    lowest = min((one[1] for _, one in points), default=0.0)
    floor = 0.0 if lowest < 0.5 else 0.5  # halves are enough to see a difference
    step = (width - left - 30) / max(1, len(points) - 1)
    across = [left + 10 + step * number for number in range(len(points))]

    def up(value: float) -> float:
        return height - bottom - (height - bottom - top) * (value - floor) / (1 - floor)

    marks = [floor + (1 - floor) * part / 5 for part in range(6)]
    grid = "".join(
        f'<line class="grid" x1="{left}" x2="{width}" y1="{up(mark):.1f}" y2="{up(mark):.1f}"/>'
        f'<text class="tick" x="{left - 6}" y="{up(mark) + 4:.1f}" text-anchor="end">'
        f"{100 * mark:.0f}%</text>"
        for mark in marks
    )
    ticks = "".join(
        f'<text class="tick" x="{x:.1f}" y="{height - 8}" text-anchor="middle">k = {k}</text>'
        for x, (k, _) in zip(across, points, strict=True)
    )
    upper = [f"{x:.1f},{up(one[2]):.1f}" for x, (_, one) in zip(across, points, strict=True)]
    lower = [f"{x:.1f},{up(one[1]):.1f}" for x, (_, one) in zip(across, points, strict=True)]
    line = [f"{x:.1f},{up(one[0]):.1f}" for x, (_, one) in zip(across, points, strict=True)]
    dots = "".join(
        f'<circle class="dot" cx="{place.split(",")[0]}" cy="{place.split(",")[1]}" r="3.5">'
        f"<title>k = {k}: {100 * one[0]:.1f}%</title></circle>"
        for place, (k, one) in zip(line, points, strict=True)
    )
    body = (
        f'{grid}{ticks}<polygon class="band" points="{" ".join(upper + lower[::-1])}"/>'
        f'<polyline class="line" points="{" ".join(line)}"/>{dots}'
    )
    return _plot(body, width, height, title)


def histogram(milliseconds: Sequence[float], marks: Sequence[tuple[str, float]], title: str) -> str:
    """Return how many questions took how long.

    Args:
        milliseconds: One time a question.
        marks: Names and times to draw a line at, such as p95.
        title: What it shows, for who cannot see it.
    """
    width, height, bottom, top, bins = 440, 180, 30, 26, 30
    # A single slow question must not push all others into one bin.
    ordered = sorted(milliseconds)
    longest = max(1.0, 1.25 * ordered[int(0.98 * (len(ordered) - 1))] if ordered else 1.0)
    counts = [0] * bins
    for time in milliseconds:
        counts[min(bins - 1, int(bins * time / longest))] += 1
    most = max(1, *counts)
    step = width / bins
    bars = "".join(
        f'<rect class="bar" x="{number * step + 0.5:.1f}" width="{step - 1:.1f}" '
        f'y="{height - bottom - part:.1f}" height="{part:.1f}">'
        f"<title>{number * longest / bins:.0f}–{(number + 1) * longest / bins:.0f} ms: "
        f"{count}</title></rect>"
        for number, count in enumerate(counts)
        for part in ((height - bottom - top) * count / most,)
    )
    lines = "".join(
        f'<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="{top - 8}" y2="{height - bottom}"/>'
        f'<text class="tick" x="{x + 4:.1f}" y="{top - 10 + 14 * number}">'
        f"{escape(name)} {time:.0f} ms</text>"
        for number, (name, time) in enumerate(marks)
        for x in (min(width - 80.0, width * time / longest),)
    )
    ticks = "".join(
        f'<text class="tick" x="{max(8.0, min(width - 26.0, width * part / 4)):.1f}" '
        f'y="{height - 8}" text-anchor="middle">{longest * part / 4:.0f}</text>'
        for part in range(5)
    )
    axis = f'<line class="axis" x2="{width}" y1="{height - bottom}" y2="{height - bottom}"/>'
    return _plot(bars + axis + lines + ticks, width, height, title)


def _whisker(low: float, high: float) -> str:
    """Return an interval, in per cent of the width, with short ends."""
    ends = "".join(
        f'<line class="whisker" x1="{x:.2f}%" x2="{x:.2f}%" y1="{_MIDDLE - 4}" y2="{_MIDDLE + 4}"/>'
        for x in (low, high)
    )
    middle = (
        f'<line class="whisker" x1="{low:.2f}%" x2="{high:.2f}%" y1="{_MIDDLE}" y2="{_MIDDLE}"/>'
    )
    return middle + ends


def _svg(body: str) -> str:
    return f'<svg class="bar-plot" height="{_HEIGHT}" aria-hidden="true">{body}</svg>'


def _plot(body: str, width: int, height: int, title: str) -> str:
    return (
        f'<svg class="plot" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(title)}">{body}</svg>'
    )
