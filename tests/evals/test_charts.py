"""Plots: what stands where."""

from __future__ import annotations

import re

import pytest

from evals.charts import bar, curve, histogram, loss_bar


def drawn(svg: str, kind: str) -> str:
    found = re.search(rf'<\w+ class="{kind}"[^>]*>', svg)
    assert found is not None
    return found.group()


def test_bar_is_as_long_as_its_share() -> None:
    svg = bar((0.25, 0.125, 0.5))
    assert 'width="25.00%"' in drawn(svg, "bar")
    assert 'x1="12.50%" x2="50.00%"' in drawn(svg, "whisker")


@pytest.mark.parametrize(
    ("loss", "kind", "begin", "width"),
    [(0.1, "loss", 50, 25), (-0.1, "gain", 25, 25), (0.3, "loss", 50, 50)],
)
def test_loss_goes_right_and_gain_left_up_to_the_edge(
    loss: float, kind: str, begin: float, width: float
) -> None:
    svg = loss_bar((loss, loss, loss), reach=0.2)
    assert f'x="{begin:.2f}%" width="{width:.2f}%"' in drawn(svg, kind)


def test_curve_has_a_dot_for_each_cut_off() -> None:
    svg = curve([(1, (0.8, 0.7, 0.9)), (5, (1.0, 1.0, 1.0))], "recall@k")
    assert svg.count("<circle") == 2
    heights = [float(found) for found in re.findall(r'cy="([\d.]+)"', svg)]
    assert heights[0] > heights[1], "higher shares stand higher"
    assert ">50%<" in svg
    assert ">0%<" in curve([(1, (0.2, 0.1, 0.3))], "recall@k")


def test_histogram_counts_every_question_and_the_slow_in_the_last_bin() -> None:
    svg = histogram([10.0] * 98 + [11.0, 5000.0], [("p50", 10.0)], "ms")
    counts = [int(found) for found in re.findall(r"ms: (\d+)<", svg)]
    assert sum(counts) == 100
    assert counts[-1] == 1
    assert "p50 10 ms" in svg


def test_titles_are_escaped() -> None:
    assert 'aria-label="a&lt;b&quot;"' in histogram([], [], 'a<b"')
