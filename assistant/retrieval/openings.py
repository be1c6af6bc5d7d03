"""Questions that leave open one place of a sentence which no figure, date or name fills.

“Kinh phí lấy ở đâu ra?” asks after no place on the map, “Văn bản in trên khổ giấy nào?” after no
document: each wants the words that stand in that place.
"""

from __future__ import annotations

import re

__all__ = ["ATTRIBUTE_ASKED", "CASE_ASKED", "SOURCE_ASKED", "asks_words"]

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

_OTHERWISE = re.compile(
    r"\b(?:bao nhieu|may|ai|khi nao|bao gio|bao lau|co phai|dung khong|ngay nao|nam nao|"
    r"(?:co quan|don vi|bo|so) nao)\b|\b(?:khong|chua)\W*$"
)


def asks_words(folded: str) -> bool:
    """Tell whether a question wants the words in one place of a sentence, and no other thing.

    Args:
        folded: The question folded, as ``asking`` gives it.
    """
    if _OTHERWISE.search(folded):
        return False
    return any(
        asked.search(folded) is not None for asked in (SOURCE_ASKED, CASE_ASKED, ATTRIBUTE_ASKED)
    )
