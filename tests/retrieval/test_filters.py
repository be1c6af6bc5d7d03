from __future__ import annotations

from datetime import date

import pytest

from assistant.indexing.library import Card
from assistant.retrieval.filters import admits, passage_mask
from assistant.schema import Filters


def card(kind: str | None, issued: str | None, place: str | None, passages: int = 1) -> Card:
    return Card("id", "path", "title", kind, None, None, issued, place, passages)


PLAN = card("kế hoạch", "2021-10-26", "Hải Phòng", 2)
NEWS = card("bài báo", "2024-01-02", "Huế", 3)
BARE = card(None, None, None, 1)
CARDS = [PLAN, NEWS, BARE]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), [PLAN, NEWS, BARE]),
        (Filters(kinds=("kế hoạch",)), [PLAN]),
        (Filters(kinds=("Kế hoạch", "bài báo")), [PLAN, NEWS]),
        (Filters(places=("Hải Phòng",)), [PLAN]),
        (Filters(places=("Thừa Thiên Huế",)), [NEWS]),
        (Filters(places=("Hải Dương",)), []),
        (Filters(years=(2021, 2022)), [PLAN]),
        (Filters(as_of=date(2021, 10, 26)), [PLAN]),
        (Filters(as_of=date(2021, 10, 25)), []),
        (Filters(as_of=date(2025, 1, 1)), [PLAN, NEWS]),
        (Filters(kinds=("bài báo",), years=(2021,)), []),
    ],
)
def test_filters_admit(filters: Filters, expected: list[Card]) -> None:
    assert [card for card in CARDS if admits(filters, card)] == expected


def test_a_mask_has_a_place_for_every_passage() -> None:
    assert passage_mask(Filters(), CARDS) is None
    mask = passage_mask(Filters(places=("Huế",)), CARDS)
    assert mask is not None
    assert mask.tolist() == [False] * 2 + [True] * 3 + [False]
