"""The chart of shares by category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.ui.escaping import clean
from assistant.ui.evaluation.reports import Share
from assistant.ui.evaluation.texts import EvaluationTexts
from assistant.ui.styles import INKS, in_ink

__all__ = ["category_chart", "chart_rows"]

_ROW = 26
"""Height of a category, in pixels."""
_MIDDLE_BLUE = "#3d82c4"
"""Stands out from white and from black alike: 4.0 to 1 and 4.6 to 1."""


def chart_rows(shares: Sequence[Share], texts: EvaluationTexts) -> list[dict[str, object]]:
    """Return the rows of the chart, as it and its table show them."""
    return [
        {
            "category": clean(texts.categories.get(share.name, share.name)),
            "share": share.value,
            "low": share.low,
            "high": share.high,
            "counted": f"{share.count} / {share.of}",
        }
        for share in shares
    ]


def category_chart(shares: Sequence[Share], texts: EvaluationTexts, *, dark: bool = False) -> Any:
    """Return a bar a category with its interval, in the order given.

    Args:
        shares: The shares.
        texts: Words of the page.
        dark: Whether the page is dark.
    """
    import altair as alt

    values = chart_rows(shares, texts)
    rows = alt.InlineData(values=values)
    order = [str(row["category"]) for row in values]
    category = alt.Y("category:N", sort=order, title=None, axis=alt.Axis(labelLimit=170))
    scale = alt.Scale(domain=[0, 1])
    tooltip = [
        alt.Tooltip("category:N", title=texts.category),
        alt.Tooltip("share:Q", title=texts.share, format=".0%"),
        alt.Tooltip("counted:N", title=texts.counted),
    ]
    share = alt.X("share:Q", scale=scale, title=texts.share, axis=alt.Axis(format=".0%"))
    bars = alt.Chart(rows).mark_bar(color=_MIDDLE_BLUE, height=14)
    lines = alt.Chart(rows).mark_rule(strokeWidth=2, color=INKS[dark])
    chart = alt.layer(
        bars.encode(x=share, y=category, tooltip=tooltip),
        lines.encode(x=alt.X("low:Q", scale=scale), x2="high:Q", y=category, tooltip=tooltip),
    ).properties(height=_ROW * len(order) + 30)
    return in_ink(chart, dark=dark)
