"""Sentences that form a commune of others: “Sắp xếp xã A và xã B thành xã mới tên là xã C”.

They answer in both directions: what a former commune is part of now, and what a new one is of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.vietnamese.normalise import fold

__all__ = ["FORMED", "MADE", "parts_of"]

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
_ASKED = re.compile(
    r"^\W*(?:(?:xa|phuong|thi tran|dac khu) )?"
    r"(?P<name>(?:(?!(?:moi|cu|nay|gio|bay|hien|gom|duoc|do|la|o|cua|"
    r"ben|sau|hinh|lap|ghep|gop|tu|co|thi|truoc|hoi)\b)[a-z]+ ?){1,4})"
    r".*\b(?:gom|lap|ghep|gop|nhap|hinh thanh|hop|tu)\b.*\b(?:nao|dau|gi)\b"
)


@lru_cache(maxsize=8)
def _unit_asked(query: str) -> str:
    match = _ASKED.match(fold(query))
    return match["name"].strip() if match else ""


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
