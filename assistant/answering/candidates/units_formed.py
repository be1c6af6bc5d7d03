"""Sentences that form a commune of others: “Sắp xếp xã A và xã B thành xã mới tên là xã C”.

They answer in both directions: what a former commune is part of now, and what a new one is of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.vietnamese.normalise import fold

__all__ = ["FORMED", "MADE", "left_as_they_were", "parts_of"]

# “Xã An Thành được lập từ các xã … và Kim Đính”
FORMED = re.compile(
    r"(?P<unit>(?:Xã|Phường|Đặc khu|Thị trấn)\s[^,.;:]{2,40}?)\s(?:được|do) [^,.;:]{0,20}?từ\s"
)
# “Sắp xếp … của phường A và xã B thành phường mới có tên gọi là phường C” says the same.
MADE = re.compile(
    r"\bthành\s+(?:(?:xã|phường|đặc khu|thị trấn) (?:mới )?có tên gọi là\s*)?"
    r"(?P<unit>(?:xã|phường|đặc khu|Xã|Phường|Đặc khu)\s[^,.;:()]{2,40}?)\s*(?=[,.;:(]|$)"
)
_TAKEN = re.compile(
    r"(?:diện tích tự nhiên|quy mô dân số)(?:, quy mô dân số)? của\s*(?=\S)|^\W*(?:\d+\.)?\s*Nhập\s"
)
_NAME = (
    r"(?:(?:xa|phuong|thi tran|dac khu) )?"
    r"(?P<name>(?!nao\b|gi\b)(?:(?!(?:moi|cu|nay|gio|bay|hien|gom|duoc|do|la|o|cua|nao|gi|"
    r"ben|sau|hinh|lap|ghep|gop|nhap|tu|co|thi|truoc|(?:hoi|ngay) (?:truoc|xua|nam)|tinh|"
    r"thanh (?:pho|lap|tu))\b)[a-z]+(?: |\b)){1,4})"
)
_OF = r"\b(?:gom|lap|ghep|gop|nhap|hinh thanh|hop|tu|sap xep|tao thanh|tach ra)\b"
_ASKED = (
    re.compile(rf"^\W*{_NAME}.*{_OF}.*\b(?:nao|dau|gi)\b"),
    # “Ghép những phường nào thành phường Cẩm Lệ?”
    re.compile(rf"{_OF}.*\b(?:nao|gi)\b.*?\b(?:thanh|ra|lap)(?: lap| nen| ra)* {_NAME}\W*$"),
    re.compile(rf"\b(?:nao|gi)\b.*{_OF}.*?\b(?:thanh|ra|lap)(?: lap| nen| ra)* {_NAME}\W*$"),
)


@lru_cache(maxsize=8)
def _unit_asked(query: str) -> str:
    folded = fold(query)
    found = next((match for asked in _ASKED if (match := asked.search(folded))), None)
    return found["name"].strip() if found else ""


def parts_of(query: str, text: str) -> tuple[int, int] | None:
    """Return the communes of which a sentence forms the one that a question asks about.

    Args:
        query: The question as understood: “Phường Hội An gồm những phường nào?”
        text: The sentence.

    Returns:
        Their offsets; None where the question asks after no such thing, or the sentence forms
        another unit.
    """
    name = _unit_asked(query)
    if not name:
        return None
    formed, made = FORMED.match(text), MADE.search(text)
    if formed and fold(formed["unit"]).endswith(f" {name}"):
        return formed.end(), len(text.rstrip(" .;"))
    if made and fold(made["unit"]).endswith(f" {name}"):
        taken = _TAKEN.search(text[: made.start()])
        start = taken.end() if taken else 0
        return start, start + len(text[start : made.start()].rstrip(" ,"))
    return None


_STAY = re.compile(
    r"không (?:thực hiện |tiến hành |phải )?sắp xếp (?:là|gồm)\s+(?P<said>[^.;]+[^.;\s])"
)
_STAY_ASKED = re.compile(
    r"\b(?:xa|phuong|dac khu|don vi)\b.*\bkhong (?:thuc hien |phai )?sap xep\b.*|"
    r"\bkhong (?:thuc hien |phai )?sap xep\b.*\b(?:xa|phuong|dac khu|don vi)\b"
)


def left_as_they_were(query: str, text: str) -> tuple[int, int] | None:
    """Return the communes that a sentence says were merged with none, where they are asked for.

    Args:
        query: The question as understood.
        text: The sentence: “… và 01 xã không thực hiện sắp xếp là xã …”.
    """
    said = _STAY.search(text) if _STAY_ASKED.search(fold(query)) else None
    return said.span("said") if said else None
