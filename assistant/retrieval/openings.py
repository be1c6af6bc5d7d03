"""Questions that leave open one place of a sentence which no figure, date or name fills.

“Kinh phí lấy ở đâu ra?” asks after no place on the map, “Văn bản in trên khổ giấy nào?” after no
document: each wants the words that stand in that place.
"""

from __future__ import annotations

import re

__all__ = [
    "ATTRIBUTE_ASKED",
    "CASE_ASKED",
    "POSITION_ASKED",
    "SOURCE_ASKED",
    "WHOM_ASKED",
    "asks_words",
]

SOURCE_ASKED = re.compile(
    r"\b(?:lay|trich|huy dong|bo tri|chi|kiem|co)(?: ra)?(?: tien| von| kinh phi)? (?:tu|o) "
    r"(?:dau|nguon nao|khoan nao|quy nao)\b|"
    r"\b(?:tu|bang) (?:nguon|khoan|quy|kinh phi|tien|von)(?: \S+){0,2} (?:nao|gi|dau)\b|"
    r"\b(?:tien|kinh phi|von)\b.* o dau ra\b"
)
"""“Tiền lấy từ đâu?”, “bằng nguồn nào?”"""

CASE_ASKED = re.compile(
    r"\b(?:trong|o|gap) (?:tinh huong|truong hop|hoan canh)(?: nhu the)? (?:nao|gi)\b"
)
"""“Trong trường hợp nào …?”"""

ATTRIBUTE_ASKED = re.compile(
    r"(?<!nhung )(?<!cac )(?<!\d )\b(?P<noun>kho giay|phong chu|kieu chu|mau sac|"
    r"(?<!bieu )(?<!kieu )(?<!theo )mau(?= (?:gi|nao))|tieu chuan|quy chuan|"
    r"hinh thuc|phuong thuc|phuong cham|dinh dang|bo ma|ngon ngu|ung dung|"
    r"phan mem|che do|he toa do)(?: \S+)? (?:nao|gi)\b"
)
"""“Theo tiêu chuẩn nào?”, “bằng hình thức gì?”"""

WHOM_ASKED = re.compile(
    r"\b(?P<verb>(?!giao\b|phan\b|cong\b)\w+ (?!giao\b|cong\b|danh\b|loi\b)\w+) "
    r"(?P<with>voi|cho|doi voi) (?:nhung )?(?:ai|doi tuong nao|nguoi nao)\b"
)
"""“Áp dụng cho những ai?”, “đối thoại với ai?”, but not “giao cho ai?”, which has one name."""

POSITION_ASKED = re.compile(
    r"\b(?P<verb>dat(?! (?:muc|chi) tieu)|ghi|dong|trinh bay|danh|in|nam)(?: \S+){0,4}? "
    r"(?:(?:o |tai |vao )?(?:vi tri|cho|phia|goc) nao|(?:o|tai|vao) dau)\b"
)
"""“Số của văn bản đặt ở vị trí nào?”"""

_OF_A_TEXT = re.compile(
    r"\b(?:van ban|ban do|ky hieu|chu ky|tieu de|so trang|phu luc|quoc hieu|nhan|tem|con dau|"
    r"dau (?:treo|giap lai|noi|chi|dong)|dong dau)\b"
)
"""What has a position on paper, or on a thing, rather than in the country."""

_OTHERWISE = re.compile(
    r"\b(?:bao nhieu|may|ai|khi nao|bao gio|bao lau|co phai|dung khong|ngay nao|nam nao|"
    r"(?:co quan|don vi|bo|so) nao)\b|\b(?:khong|chua)\W*$"
)


_HANDED_IN = re.compile(r"\b(?:nop|gui|khieu nai|to cao)\b")
"""“Nộp hồ sơ cho ai?” asks for an office."""
_TWO_THINGS = re.compile(r"\b(?:bao nhieu|may|khi nao|bao gio|bao lau)\b|\b(?:khong|chua)\W*$")


def asks_words(folded: str) -> bool:
    """Tell whether a question wants the words in one place of a sentence, and no other thing.

    Args:
        folded: The question folded, as ``asking`` gives it.
    """
    if WHOM_ASKED.search(folded) and not _TWO_THINGS.search(folded):
        return _HANDED_IN.search(folded) is None
    if _OTHERWISE.search(folded):
        return False
    if POSITION_ASKED.search(folded) and _OF_A_TEXT.search(folded):
        return True
    return any(
        asked.search(folded) is not None for asked in (SOURCE_ASKED, CASE_ASKED, ATTRIBUTE_ASKED)
    )
