"""Places that a text names as such, and not as a part of another name."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.vietnamese.places import PlaceMention, places

__all__ = ["places_in"]

# “Phó Thủ tướng Nguyễn Hòa Bình” is a person, “Báo Pháp Luật TP.HCM” a paper, and “người Việt Nam
# định cư” holds no Nam Định.
_PART_OF_NAME = re.compile(
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Trương)\s+$"
    r"|(?:Báo|báo|Tạp chí|tạp chí|Thời báo|Đài|tờ)\s(?:[^\s,.;:]+\s){0,4}$"
)


@lru_cache(maxsize=2048)
def places_in(text: str) -> tuple[PlaceMention, ...]:
    """Return the places that a text speaks of, in order.

    Args:
        text: A sentence, a heading or a part of one.
    """
    return tuple(
        place
        for place in places(text)
        if not _PART_OF_NAME.search(text[: place.start])
        and not (text[: place.start].endswith("Việt ") and text[: place.end].endswith("định"))
    )
