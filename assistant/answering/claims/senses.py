"""Words that point one way or the other: up and down, first and last, allowed and forbidden.

A text that says “sụt” of what another says “tăng” speaks of the same thing and denies it, though
both hold the same figure.
"""

from __future__ import annotations

import re
from enum import Enum

from assistant.answering.scopes import URGED
from assistant.vietnamese.normalise import is_marked, lower

__all__ = [
    "DOWN",
    "ENDS",
    "UP",
    "Denial",
    "denied",
    "of_another_kind",
    "says",
    "scopes",
    "turned",
]

UP = "tăng|nâng|mở rộng|bổ sung thêm|vọt|leo|nhảy|nhích|vươn|đi lên|khởi sắc"
DOWN = "giảm|hạ|thu hẹp|cắt|sụt|tụt|rơi|mất|đi xuống|teo|bớt|hụt|cuốn đi"
_WAYS = (
    (UP, DOWN),
    ("bắt buộc", URGED),
    ("cho phép|được phép", "cấm|nghiêm cấm"),
    ("thành lập|thiết lập", "giải thể|bãi bỏ|chấm dứt"),
    ("công khai", "bí mật|nội bộ"),
)
_KINDS = (
    ("kinh tế số", "xã hội số", "chính quyền số|chính phủ số", "công dân số"),
    ("trực tuyến|qua mạng|trên mạng|môi trường mạng", "trực tiếp"),
    ("xuất khẩu", "nhập khẩu"),
    ("doanh nghiệp", "hộ gia đình", "hợp tác xã", "hộ kinh doanh"),
    ("người dân|dân số", "cán bộ|công chức|viên chức"),
    ("đô thị|thành thị", "nông thôn"),
    ("diện tích", "dân số|số dân"),
    ("grdp", "gdp", "thu ngân sách", "chi ngân sách"),
    ("pci", "sipas", "papi", "par index|cải cách hành chính", "dti", "ict index"),
    ("khách quốc tế", "khách nội địa"),
    ("phần mềm", "phần cứng"),
    ("4g", "5g"),
)
"""Things of one kind, of which a figure is told of one: what is said of a firm is not of a home."""
ENDS = (
    "cao nhất|lớn nhất|nhiều nhất|tốt nhất|đứng đầu|dẫn đầu|đầu bảng|nhất bảng|đứng thứ 1",
    "thấp nhất|kém nhất|cuối bảng|đứng cuối|đội sổ|bét bảng|xếp cuối|chót",
)
"""Words for the first of a row, and for the last."""
_SCOPE = re.compile(
    r"(?<!\w)(?:(?P<nation>cả nước|toàn quốc)|(?P<world>thế giới|toàn cầu)"
    r"|(?P<region>asean|đông nam á|châu á|khu vực|đồng bằng|cả vùng|trong vùng"
    r"|miền (?:bắc|trung|nam)))(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng)(?: hề| phải| còn| có)? "
    r"(?:(?P<sets>đặt|nêu|yêu cầu|quy định|giao|phấn đấu|đề ra)"
    r"|có|đạt|là|chiếm|được|lên|tới|đứng|xếp|thuộc)"
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


def of_another_kind(said: str, told: str) -> bool:
    """Tell whether one text is of one thing and the other of another of its kind alone."""
    said, told = lower(said), lower(told)
    for kinds in _KINDS:
        named = {kind for kind in kinds if says(kind, said)}
        others = {kind for kind in kinds if says(kind, told)} if named else set()
        if others and not named & others:
            return True
    return False


def scopes(text: str) -> frozenset[str]:
    """Return among whom a text ranks: the nation, the world, a region."""
    return frozenset(m.lastgroup or "" for m in _SCOPE.finditer(lower(text)))


class Denial(Enum):
    """What of a figure is denied: that it is set, or that it is so."""

    SET = "set"
    SO = "so"


def denied(before: str) -> Denial | None:
    """Return what the words before a figure deny of it: “không đặt mục tiêu 35%”."""
    match = _DENIED.search(lower(before))
    if match is None:
        return None
    return Denial.SET if match["sets"] else Denial.SO
