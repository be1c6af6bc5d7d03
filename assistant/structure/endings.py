"""Signature blocks and lists of recipients, which say nothing that a question asks for."""

from __future__ import annotations

import re

from assistant.schema import PassageRole

__all__ = ["attached_kind", "closes_ending", "ending_role", "is_adoption", "opens_ending"]

_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN|Noi nhận)\s*(?::\s*)?(?:$|[-–]|Như trên)")
_SIGNED_FOR = re.compile(
    r"(?:T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)(?:\.\s*|/|\s)(?=[A-ZĐÀ-Ỹ]{2})"
)
_OFFICE = re.compile(
    r"(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG BÍ THƯ|"
    r"BÍ THƯ|PHÓ BÍ THƯ|"
    r"CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG THƯ KÝ)"
)
_ATTACHED = re.compile(
    r"(?:PHỤ LỤC|DANH MỤC|CHƯƠNG TRÌNH|KẾ HOẠCH|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|MẪU|BẢNG|BIỂU|"
    r"ĐIỀU LỆ|Phụ lục|Mẫu)\b"
)
_KIND = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|ĐIỀU LỆ|NỘI QUY|"
    r"PHƯƠNG ÁN|CHIẾN LƯỢC|HƯỚNG DẪN)(?=\s|$)"
)
_STATE = re.compile(r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM$")
_ADOPTION = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được "
    r"(?:Quốc hội|Ủy ban [Tt]hường vụ|Uỷ ban [Tt]hường vụ|Hội đồng nhân dân)\b.*\bthông qua\b"
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


def ending_role(text: str, before: PassageRole) -> PassageRole:
    """Return what a line of a signature block or a list of recipients is.

    Args:
        text: The line.
        before: What the line above it is.
    """
    if _RECIPIENTS.match(text):
        return PassageRole.RECIPIENTS
    if _STATE.match(text):
        return PassageRole.HEAD  # the letterhead of what is attached
    listed = text.startswith(("-", "–", "+"))
    if before is PassageRole.RECIPIENTS and not (
        _SIGNED_FOR.match(text) or (_OFFICE.match(text) and text.isupper())
    ):
        return PassageRole.RECIPIENTS
    if listed:
        return PassageRole.RECIPIENTS
    return PassageRole.HEAD if before is PassageRole.HEAD else PassageRole.SIGNATURE


def closes_ending(text: str, *, heading: bool, row: bool, marked: bool) -> bool:
    """Tell whether a line after a signature block belongs to what is attached to it."""
    if heading or row or marked:
        return True
    if _ATTACHED.match(text):
        return True
    return len(text) >= 200 and not text.startswith(("-", "–", "+"))


def attached_kind(text: str) -> str | None:
    """Return “Quy chế” for a line in capitals that heads a regulation, plan … attached."""
    match = _KIND.match(text)
    return match.group().capitalize() if match and text.isupper() and len(text) <= 250 else None


def is_adoption(text: str) -> bool:
    """Tell whether a line is the formula under a law that says when it was passed."""
    return len(text) <= 400 and _ADOPTION.match(text) is not None
