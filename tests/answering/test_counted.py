"""Counts that one passage of a document tells, and all its others seem to be about."""

from __future__ import annotations

from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.retrieval.questions import analyse

_NAMES = ("An", "Bình", "Cát", "Dương", "Giang", "Hà", "Khê", "Lạc", "Minh", "Nam")
_MERGED = "Phường {0}, phường {1} của Huế nhập thành phường {0} {1}."
_TOLD = "Sau khi sắp xếp, thành phố Huế có 67 xã, 45 phường và 2 đặc khu. " + " ".join(
    f"Việc thứ {number} được tổ chức theo kế hoạch, có phân công và có kiểm tra hằng quý."
    for number in range(1, 9)
)
ASKED = "Huế mới có mấy phường vậy?"


@pytest.fixture(scope="module")
def communes(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    items = [
        f"## Điều {number}. Phường {one} {other}\n\n{_MERGED.format(one, other)}"
        for number, (one, other) in enumerate(
            ((one, other) for one in _NAMES for other in _NAMES if one != other), start=1
        )
    ]
    text = "\n\n".join(
        ["---\nplace: Huế\nkind: nghị quyết\n---\n\n# Nghị quyết về phường", *items,
         f"## Điều 99. Kết quả\n\n{_TOLD}"]
    )  # fmt: skip
    return open_policies(Path(tmp_path_factory.mktemp("communes")), {"a.md": text})


def test_the_passage_that_counts_them_is_found_by_its_figure(communes: Assistant) -> None:
    assert communes.ask(ASKED).short == "45 phường"
    another = communes.search("phường An", k=1)
    counted = communes._corpus._of_figures(analyse(ASKED), another)
    assert [hit.passage.label for hit in counted] == ["Điều 99"]


@pytest.mark.parametrize("asked", ["Huế có mấy thôn?", "Huế có phường nào?", "Ai lập phường?"])
def test_what_counts_something_else_is_left_out(communes: Assistant, asked: str) -> None:
    another = communes.search("phường An", k=1)
    assert communes._corpus._of_figures(analyse(asked), another) == []
