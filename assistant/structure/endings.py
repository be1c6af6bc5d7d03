"""Signature blocks and lists of recipients, which say nothing that a question asks for."""

from __future__ import annotations

import re

__all__ = ["closes_ending", "opens_ending"]

_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN|Noi nhận)\s*(?::\s*)?(?:$|[-–]|Như trên)")
_SIGNED_FOR = re.compile(r"(?:TM|KT|TL|TUQ|T\.M|T/M|Q)(?:\.\s*|/|\s)(?=[A-ZĐÀ-Ỹ]{2})")
_OFFICE = re.compile(
    r"(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG BÍ THƯ|"
    r"BÍ THƯ|PHÓ BÍ THƯ|"
    r"CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG THƯ KÝ)"
)
_ATTACHED = re.compile(
    r"(?:PHỤ LỤC|DANH MỤC|CHƯƠNG TRÌNH|KẾ HOẠCH|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|MẪU|BẢNG|BIỂU|"
    r"ĐIỀU LỆ|Phụ lục|Mẫu)\b"
)


def opens_ending(text: str, following: str) -> bool:
    """Tell whether a line begins a signature block or a list of recipients.

    Args:
        text: The line.
        following: The line after it, empty at the end.
    """
    if _RECIPIENTS.match(text) and len(text) <= 400:
        return True
    if len(text) > 160:
        return False
    if _SIGNED_FOR.match(text) and text.split("  ")[0].isupper():
        return True
    # An office in capitals over a person's name.
    return bool(
        _OFFICE.match(text) and text.isupper() and len(text) <= 80 and _is_name(following)
    ) or bool(_OFFICE.match(text) and _is_name(_OFFICE.sub("", text).strip()))


def _is_name(text: str) -> bool:
    words = text.replace("(Đã ký)", "").replace("[đã ký]", "").split()
    return 2 <= len(words) <= 6 and all(word[:1].isupper() and not word.isupper() for word in words)


def closes_ending(text: str, *, heading: bool, row: bool, marked: bool) -> bool:
    """Tell whether a line after a signature block belongs to what is attached to it."""
    if heading or row or marked:
        return True
    if _ATTACHED.match(text):
        return True
    return len(text) >= 200 and not text.startswith(("-", "–", "+"))
