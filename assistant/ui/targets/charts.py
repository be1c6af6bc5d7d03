"""Charts of a series: its values by year, and the values of places side by side.

Colours are left to the theme, which has one set for light and one for dark; kinds differ in
their shapes too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.ui.escaping import clean
from assistant.ui.styles import INKS, in_ink
from assistant.ui.targets.series import Bar, Point
from assistant.ui.targets.texts import TargetTexts

__all__ = ["comparison", "timeline"]

# In pixels.
_HEIGHT = 300
_BAR = 34
_MARK = 110
_LONGEST_LABEL = 150
_ROOM = 1.4
"""Times the longest bar."""
_KINDS = ("target", "result", "replaced", "rank", "count", "budget", "baseline")
"""In the order of the theme's colours, so that a kind has one colour in all charts."""


def timeline(
    shown: Sequence[Point], unit: str, texts: TargetTexts, *, rank: bool, dark: bool = False
) -> Any:
    """Return a chart of values by year.

    Args:
        shown: The values, by year.
        unit: Their unit, which names the axis.
        texts: Words of the page.
        rank: Whether they are ranks, of which the first is the highest.
        dark: Whether the page is dark.
    """
    import altair as alt

    present = {point.kind for point in shown}
    names = [texts.role_names[kind] for kind in _KINDS]
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=2,
        values=[texts.role_names[kind] for kind in _KINDS if kind in present],
    )
    scale_of_kinds = alt.Scale(domain=names)
    values = [
        {
            "year": point.year,
            "value": point.value,
            "upper": point.value if point.upper is None else point.upper,
            "kind": texts.role_names[point.kind],
            "written": clean(point.written),
            "told": clean(point.told),
            "joined": point.joined,
        }
        for point in shown
    ]
    years = [point.year for point in shown]
    x = alt.X("year:Q", title=None).axis(format="d", tickMinStep=1, grid=False)
    x = x.scale(domain=[min(years) - 0.5, max(years) + 0.5], nice=False)
    scale = alt.Scale(reverse=True, zero=False) if rank else alt.Scale(zero=False, padding=24)
    y = alt.Y("value:Q", title=texts.rank_axis if rank else clean(unit) or None, scale=scale)
    tooltip = [
        alt.Tooltip("written:N", title=texts.value),
        alt.Tooltip("year:Q", title=texts.year, format="d"),
        alt.Tooltip("kind:N", title=texts.kind),
        alt.Tooltip("told:N", title=texts.document),
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=x, y=y, color=alt.Color("kind:N", scale=scale_of_kinds, legend=legend), tooltip=tooltip
    )
    lines = base.transform_filter("datum.joined").mark_line(strokeWidth=1.5)
    marks = base.mark_point(filled=True, size=_MARK, opacity=1).encode(
        shape=alt.Shape("kind:N", scale=scale_of_kinds, legend=legend)
    )
    layers = [lines, marks]
    if any(point.upper is not None for point in shown):
        reaching = base.transform_filter("datum.upper > datum.value")
        layers.insert(1, reaching.mark_rule(strokeWidth=3).encode(y2="upper:Q"))
    return in_ink(alt.layer(*layers).properties(height=_HEIGHT), dark=dark)


def comparison(
    shown: Sequence[Bar], unit: str, texts: TargetTexts, *, rank: bool, dark: bool = False
) -> Any:
    """Return a chart of the values of places, the highest first.

    Args:
        shown: A value a place.
        unit: Their unit, which names the axis.
        texts: Words of the page.
        rank: Whether they are ranks, of which the first is the highest.
        dark: Whether the page is dark: the theme gives words beside bars no colour.
    """
    import altair as alt

    ordered = sorted(shown, key=lambda bar: (bar.value if rank else -bar.value, bar.place))
    places = [clean(bar.place) for bar in ordered]
    values = [
        {
            "place": place,
            "value": bar.value,
            "written": clean(bar.written),
            "told": clean(bar.told),
        }
        for place, bar in zip(places, ordered, strict=True)
    ]
    axis = alt.Axis(title=None, labelLimit=_LONGEST_LABEL)
    # Room for the words at the end of the longest bar; what is below zero reaches to the left.
    sizes = [0.0, *(bar.value for bar in shown)]
    domain = [min(sizes), max(sizes) * _ROOM]
    x = alt.X("value:Q", title=texts.rank_axis if rank else clean(unit) or None)
    x = x.scale(domain=domain, nice=False)
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=alt.Y("place:N", sort=places, axis=axis),
        x=x,
        tooltip=[
            alt.Tooltip("place:N", title=texts.place),
            alt.Tooltip("written:N", title=texts.value),
            alt.Tooltip("told:N", title=texts.document),
        ],
    )
    drawn = base.mark_bar(size=18, cornerRadiusEnd=3)
    words = base.mark_text(align="left", dx=6, fontSize=13, color=INKS[dark]).encode(
        text="written:N"
    )
    chart = alt.layer(drawn, words).properties(height=_BAR * len(values) + 40)
    return in_ink(chart, dark=dark)
