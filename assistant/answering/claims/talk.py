"""The words of a claim that frame what it says, and that no document has to say as well.

A journalist writes “chỉ vỏn vẹn”, “cán mốc” and “nghe nói” where a plan writes “đạt”. Such words
are of the language and of no subject: they are left out of the search and of what a document
must hold to refute a claim.
"""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold, is_marked, lower

__all__ = ["frame_spans", "light_syllables", "plain"]

_FRAME = (
    "đạt (?:ra )?mục tiêu|đặt (?:ra )?mục tiêu|mục tiêu|chỉ tiêu|phấn đấu|đặt chỉ tiêu|đặt ra|"
    "đề ra|yêu cầu|quy định|nghị quyết|kế hoạch(?: hành động)?|quyết định|chiến lược|báo cáo|"
    "theo(?! dõi)|giai đoạn|đến hết|đến năm|hiện (?:nay|có|đang|hành)|đang|đã|(?<!đổi )mới|"
    "phải|được|"
    "của|tại|trong đó|với|t[ỷỉ] lệ|t[ỷỉ] trọng|mức|đạt|đặt|chiếm|xếp hạng|xếp thứ|"
    "(?<!sắp )xếp|thứ hạng|"
    "vị trí|bảng xếp hạng|trên bảng|hạng|thuộc|cả nước|toàn quốc|thế giới|việt nam|tầm nhìn|"
    "dự kiến|nhóm"
)
"""Words of plans and reports around a figure."""
_TALK = (
    "nghe nói|nghe đồn|nói ngắn gọn|nói cách khác|nói gọn|nói thẳng|được biết|theo đó|đáng chú ý|"
    "đáng nói|ít ai (?:nhớ|biết|ngờ)|ai cũng biết|(?:điều|chuyện) này (?:có|là) thật|có thật|"
    "tính (?:đến|tới|từ)|cho tới|cho đến|lên (?:đến|tới)|vọt lên|vươn lên|leo lên|nhảy lên|"
    "rơi xuống|tụt xuống|tụt|chạm mốc|cán mốc|vượt mốc|mốc|chạm|đội sổ|bét bảng|đầu bảng|"
    "vỏn vẹn|chỉ còn|chỉ cần|mới chỉ|chỉ(?! số| tiêu| thị| đạo| dẫn)|không sót|trọn vẹn|tới|những|"
    "ngay|liền|luôn|vẫn|còn|"
    "cũng|sẽ|từng|đều|rất|khá|thêm|nữa|nhắm(?: tới| đến)?|hướng (?:tới|đến)|ngắm|"
    "muốn|mong(?: muốn)?|kỳ vọng|kì vọng|đòi hỏi|buộc|cam kết|quyết tâm|hứa|tham vọng|"
    "cho biết|cho hay|khẳng định|tiết lộ|lọt(?: vào)?|vào|ra|bứt tốc|"
    "con số|tức|nghĩa là|ước tính|đáng kể|ấn tượng|khiêm tốn|kỷ lục|gần như|cả thảy|"
    "tổng cộng|sau cùng|năm nay|vừa qua|thời gian qua|hôm"
)
"""Words of people who talk and of the press around a figure."""
_LIGHT = (
    "rớt|rơi|rút|xuống|lên|trở lại|trở về|trở thành|quay lại|rồi|xong|vừa rồi|vừa|mới đây|"
    "gần đây|bây giờ|giờ|chạy|tốn|tiêu tốn|ngốn|xài|đòi|đòi hỏi|nhảy|leo|bước|kéo|đẩy|chừng|cỡ|"
    "tầm|ngót|xấp xỉ|độ|hẳn|chính là|thực ra|thật ra|thực tế|quả thật|người ta|cho mình|cứ|"
    "tính|định|dự tính|dự chi|lo|coi như|giao|được giao|giao cho|bắt|chốt|chốt lại|ấn định|áp|"
    "rơi vào|nằm|nằm trong|kể từ|kể cả|hồi|ngay từ|ngay trong|ngay|đợt|đứng|cho thấy|ghi nhận|"
    "ghi|nêu|nêu rõ|báo|đưa tin|thông tin|viết|rằng|thế mà|vậy mà|thậm chí|đến nỗi|chẳng hạn|"
    "cụ thể|ví dụ|bất chấp|mặc dù|dù|tuy|nhưng|song|hóa ra|té ra|giống|giống như|"
    "nhiều tỉnh khác|tự|dựng|bỏ ra|thu về|kiếm về|đem về|mang về|làm ra|sở hữu|ôm|gom|ghi dấu|"
    "suýt soát|ngót nghét|non|tròn|chẵn"
)
"""Words that lead to a figure in talk; a plan says “đạt”, “chiếm” or nothing in their place."""
_LEADS = re.compile(rf"(?<!\w)(?:{_LIGHT})(?!\w)")
_HOLDS = {
    marked: re.compile(rf"(?<!\w)(?:{fold(words) if not marked else words})(?!\w)")
    for marked, words in (
        (True, f"{_FRAME}|{_TALK}"),
        (False, _FRAME),
    )
}
_TELLS = re.compile(rf"(?<!\w)(?:{_TALK})(?!\w)")
# Which way a value moved is compared by itself; with its marks, since “nền tảng” folds to “tang”.
_TREND = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)", re.IGNORECASE)


def frame_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words that frame what a text says, in no order.

    A text without tone marks keeps the words of talk: folded, too many of them are of a subject
    (“tới” and “tối”, “chạm” and “chậm”).
    """
    marked = is_marked(text)
    spelt = lower(text) if marked else fold(text)
    found = [match.span() for match in _HOLDS[marked].finditer(spelt)]
    return found + [match.span() for match in _TREND.finditer(text)]


def light_syllables(text: str) -> frozenset[str]:
    """Return the syllables, folded, of the words of talk that lead to a figure.

    A text without its marks has none: folded, most of them are other words too.
    """
    if not is_marked(text):
        return frozenset()
    return frozenset(fold(w) for m in _LEADS.finditer(lower(text)) for w in m[0].split())


def plain(text: str) -> str:
    """Return a text without the words of talk, as it is looked up; itself where it has none."""
    if not is_marked(text):
        return text
    kept, end = [], 0
    for match in _TELLS.finditer(lower(text)):
        kept.append(text[end : match.start()])
        end = match.end()
    return " ".join("".join([*kept, text[end:]]).split()) if kept else text
