"""Words that point one way or the other: up and down, first and last, allowed and forbidden.

A text that says “sụt” of what another says “tăng” speaks of the same thing and denies it, though
both hold the same figure.
"""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import is_marked, lower

__all__ = ["ENDS", "ONLY", "denied", "says", "scopes", "turned"]

_WAYS = (
    (
        "tăng|nâng|mở rộng|bổ sung thêm|vọt|leo|nhảy|nhích|vươn|đi lên|khởi sắc",
        "giảm|hạ|thu hẹp|cắt|sụt|tụt|rơi|mất|đi xuống|teo|bớt|hụt|cuốn đi",
    ),
    ("bắt buộc", "khuyến khích|tự nguyện|tùy"),
    ("cho phép|được phép", "cấm|nghiêm cấm"),
    ("thành lập|thiết lập", "giải thể|bãi bỏ|chấm dứt"),
    ("công khai", "bí mật|nội bộ"),
)
ENDS = (
    "cao nhất|lớn nhất|nhiều nhất|tốt nhất|đứng đầu|dẫn đầu|đầu bảng|nhất bảng|đứng thứ 1",
    "thấp nhất|kém nhất|cuối bảng|đứng cuối|đội sổ|bét bảng|xếp cuối|chót",
)
"""Words for the first of a row, and for the last."""
ONLY = "chỉ|duy nhất|riêng|toàn bộ|tất cả|mọi|chưa từng|lần đầu"
"""Words that shut out all else; a text without them says less."""
_SCOPE = re.compile(
    r"(?<!\w)(?:(?P<nation>cả nước|toàn quốc)|(?P<world>thế giới|toàn cầu)"
    r"|(?P<region>asean|đông nam á|châu á|khu vực|đồng bằng|cả vùng|trong vùng"
    r"|miền (?:bắc|trung|nam)))(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng)(?: hề| phải| còn| có)? "
    r"(?:đặt|nêu|yêu cầu|đạt|là|chiếm|quy định|giao|phấn đấu|đề ra|được|lên|tới|đứng|xếp|thuộc)"
    r"(?!\w)[^,;.:]{0,40}$"
)


def says(words: str, text: str) -> bool:
    """Tell whether a lower-case text holds one of some words, ``|`` between them."""
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text) is not None


def turned(said: str, told: str) -> bool:
    """Tell whether one text says the other way round what another says, both with their marks."""
    if not (is_marked(said) and is_marked(told)):
        return False
    said, told = lower(said), lower(told)
    for pair in (*_WAYS, ENDS):
        for own, other in (pair, pair[::-1]):
            one_way = says(own, said) and not says(other, said)
            if one_way and says(other, told) and not says(own, told):
                return True
    return False


def scopes(text: str) -> frozenset[str]:
    """Return among whom a text ranks: the nation, the world, a region."""
    return frozenset(m.lastgroup or "" for m in _SCOPE.finditer(lower(text)))


def denied(before: str) -> bool:
    """Tell whether the words before a figure deny it: “không đặt mục tiêu 35%”."""
    return _DENIED.search(lower(before)) is not None
