"""The list of journeys names tests that are there, and the pictures that they leave."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (\d+) \| .+ \| `(\w+\.py)::(\w+)` \| `([\w-]+)` \|$", re.M)
ROWS = ROW.findall((ROOT / "docs" / "journeys.md").read_text(encoding="utf-8"))


def test_there_are_ten() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 11))


@pytest.mark.parametrize(("number", "file", "name", "picture"), ROWS)
def test_a_journey_is_a_test_that_leaves_a_picture(
    number: str, file: str, name: str, picture: str
) -> None:
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    walked = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
    assert len(walked) == 1
    assert f"keep(browser, '{picture}')" in ast.unparse(walked[0])
    assert picture.startswith(f"{number}-")
