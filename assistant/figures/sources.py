"""Who reports a value: the words before it that name a source, and never what is measured.

“Báo A ngày 9/12 ghi 85%”, “ông B, Giám đốc Sở C, nêu số …”, “CafeF quy đổi …”, “Kế hoạch số
16/KH-UBND đặt 30%”.
"""

from __future__ import annotations

import re

__all__ = ["CAPITAL", "REPORTED", "names_source", "reports"]

CAPITAL = "A-Z" + "".join(
    letter for letter in map(chr, (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))) if letter.isupper()
)
"""Capital letters of Vietnamese, for a class of an expression."""
_BODY = r"(?:Tổng cục|Cục|Bộ|Sở|Viện|Ban|Ủy ban|Hội|Liên hợp quốc|Ngân hàng)"
_POST = (
    r"(?:(?:Phó )?(?:Bí thư|Chủ tịch|Giám đốc|Thủ tướng|Cục trưởng|Viện trưởng|Chánh Văn phòng)"
    r"|Thứ trưởng|Bộ trưởng|Tiến sĩ|TS|PGS)"
)
_SOURCE = (
    r"(?:(?:[Bb]áo(?: cáo| điện tử)?|[Tt]ạp chí|[Tt]hời báo|[Tt]rang|[Bb]ản tin|Đài|[Tt]ờ)\s"
    r"|[Bb]ài (?:viết|báo|của|đăng|trên)\s|(?:[Hh]ai|[Bb]a|[Cc]ác|[Mm]ột số) (?:nguồn|báo)\s"
    r"|(?:[Hh]ội thảo|[Tt]ọa đàm|[Hh]ọp báo|[Bb]ảng (?:của|tại))\s"
    rf"|(?:{_BODY}|[Ôô]ng|[Bb]à|{_POST})\s(?=[{CAPITAL}]|nhân dân)"
    r"|(?:[Kk]ế hoạch|[Nn]ghị quyết|[Qq]uyết định|[Cc]hương trình|[Đđ]ề án|[Cc]hiến lược)\s)"
)
_SAY = (
    r"(?:ghi(?! nhận)|nêu|viết|tính|quy đổi|công bố|ước(?: tính)?|dẫn|nói|gán|nhắc lại|dự kiến"
    r"|cho biết|cho hay|đưa (?:ra|tin)|(?:đặt|yêu cầu|đề ra|giao)(?: mục tiêu| chỉ tiêu)?)"
)
# A paper or site that no word introduces: “Tiền Phong ghi”, “CafeF viết”, “dti.gov.vn nêu”.
_NAMED = (
    rf"(?:[{CAPITAL}][\w.]*(?:\s(?:[{CAPITAL}]\w*|&|-)){{0,6}}|\w[\w-]*(?:\.\w+)+)"
    r"(?:\s(?:tiếng|bản|điện tử)(?:\s\w+){0,3})?(?:\s(?:ngày|tháng)\s[\d/.-]+)?(?:\s(?:cũng|lại))?"
    r"\s(?:ghi(?! nhận)|nêu|viết|quy đổi|dẫn|đưa tin|gán)"
)
REPORTED = re.compile(
    rf"(?:^|[,(:;]\s|\b(?:còn|theo|và)\s)\W*(?:{_NAMED}|{_SOURCE}(?:[^;:]*?\s)?{_SAY})(?!\w)"
    r"(?:\s+(?:tại\s[^,;]*?(?=\sngày)|(?:vào\s+)?(?:ngày|tháng)\s+[\d/.-]+"
    r"|(?:họp báo|báo cáo|lời|ông|bà|thông báo)\s[^,;:]*?\s(?:ghi|nêu|nói|cho biết)"
    r"|rõ|rằng|là|thêm|lại|cùng|khoảng|đạt|hạng|mức|con số"
    r"|(?:cho|đến|tới|vào) (?:hết |cuối )?năm \d{4}"
    r"|số(?: của [^,;]*?(?=\svề)| liệu)?(?: (?:cao|thấp) hơn)?))*"
)
"""Who says a value, up to the words that name what is measured or to the value itself."""


def reports(text: str) -> bool:
    """Tell whether the words before a value say whose report it is: “…; Báo A ghi”."""
    return REPORTED.search(text) is not None


def names_source(words: str) -> bool:
    """Tell whether words name who measured rather than what: “Tổng cục Thống kê”."""
    return _WHO.match(words.strip()) is not None


_WHO = re.compile(rf"(?:{_BODY}|Báo|Tạp chí|Trang|Theo|Nguồn)\s+\w")
