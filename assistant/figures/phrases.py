"""The words beside a value: how far they reach, and what of them is no name of anything.

What is measured stands before a value (“kinh tế số chiếm 25%”) or behind it (“100% hồ sơ …”).
Both sides also hold who says so, when, and with what it is compared; none of that is measured.
"""

from __future__ import annotations

import re

from assistant.figures.sources import CAPITAL, REPORTED
from assistant.schema import Span
from assistant.vietnamese.normalise import fold

__all__ = ["MEASURE", "behind", "in_front", "trimmed"]

_CLAUSE = re.compile(r",(?=\s)")
_LISTED = re.compile(r",\s+(?:\w+\s+){0,1}\w+\s*(?=[,;.]|$)")
MEASURE = (
    r"(?:(?:tỷ|tỉ) (?:lệ|trọng|suất)|quy mô|doanh thu|kim ngạch|giá trị|mức độ|năng suất"
    r"|tốc độ|chỉ số|trung bình|bình quân|thứ hạng|thu nhập|sản lượng|số lượng|điểm số"
    r"|tổng (?:thu|chi|số|sản phẩm|vốn|mức|diện tích|dung lượng|kinh phí|giá trị|doanh thu))(?!\w)"
)
"""Words that name a measure: what follows them, up to the value, is the whole of its name."""
_HEAD = re.compile(
    rf"(?:(?:^|,|;|:|\bvà|\bcòn|\btrong đó|\bnâng|\bđưa|\bvề)\s+|^)(?P<head>{MEASURE})",
    re.IGNORECASE,
)
# “Công nghiệp - xây dựng” is one name, “… - Phó Bí thư …” tells more.
_EDGE = re.compile(rf"[;:.(](?=\s|$)|\(|[)\]]|\s[-–—]\s(?=[{CAPITAL}\d])|[“”\"]")
# Clauses that say when, by whom or compared with what, and never what is measured.
_ADVERBIAL = re.compile(
    r"^\W*(?:(?:tong ket|tinh|uoc|rieng|trong|den|tu|vao|nam|quy|thang|ngay|sang|chieu|hien"
    r"|giai doan|theo|du kien|cuoi|dau|voi|nho|nhu|ve|cu the|ben canh|ngoai ra|dong thoi|qua|sau"
    r"|truoc|khi|hang nam|hang thang|mac du|tuy|de|tai|dac biet|tam nhin|toi|doi voi|cho|lan dau"
    r"|cung theo|tren co so|den nay|hien nay)\b)"
)
_TURNS = re.compile(
    r",?\s+(?:trong khi|cao hơn|thấp hơn|so với|nhằm|góp phần|trong đó|qua đó|dẫn đầu|vượt)(?!\w)"
    r"|,\s+(?:tăng|giảm|nâng|đạt|đứng|xếp|giao|do|nên|theo|khác|lệch|lần lượt|bằng|chưa|còn"
    r"|lần đầu|đánh dấu|nổi bật|điển hình|tiêu biểu|đặc biệt)(?!\w)"
    r"|\s+(?:mà|để|lấy từ|từ đó)\s|\s+theo\s+(?=đo lường|đánh giá|số liệu|tính toán|[Bb]áo\s)"
    r"|,\s+(?:như|gồm|bao gồm)\s|\s+với\s+(?=kinh phí|tổng|mức|diện tích)"
    r"|(?:,\s+|\s+)và\s+(?=đứng|đạt|tăng|giảm|xếp|ước|lần đầu|có\s|năm\s|phấn đấu|đến năm"
    r"|đến hết)|\s+tính (?:từ|đến)\s"
    r"|\s+xuất hiện\s|\s+(?:của\s+)?năm\s+\d{4}\s+là\s|\s+do\s+(?=ông\s|bà\s|[A-Z])"
    r"|(?:,|\s)\s*(?:và|hoặc)\s*$"
)
_SAYS = re.compile(
    r"^.*(?:cho biết|cho hay|cho rằng|nêu rõ|nhấn mạnh|cũng đặt chỉ tiêu|(?:đặt|đề|nêu|đưa)"
    r"(?: ra)? (?:mục tiêu|chỉ tiêu))(?!\w)\W*",
    re.DOTALL,
)
_STRIVES = re.compile(
    r"^.{0,200}?(?:sẽ\s+)?(?:phấn đấu|muốn|kỳ vọng)"
    r"(?:\s+(?:sẽ|để|đến|đạt|có|đưa))*\s+"
)
_TIME_LEFT = re.compile(
    r"^\W*(?:(?:đến|tính đến|trong|từ|vào|tới|cuối|năm|hết|giai đoạn|dự kiến|tổng kết|trước"
    r"|mục tiêu(?: cơ bản)?)\s+)+(?:(?:hết|năm|cuối|tháng|quý)\s+)*(?:\d{1,2}/)?(?:19|20)\d\d"
    r"(?:\s?[-–]\s?(?:19|20)\d\d)?(?:\s+và các năm tiếp theo)?\W*",
    re.IGNORECASE,
)
_TIME_RIGHT = re.compile(
    r"(?:^|\s)(?:(?:vào|trong|đến|của|tới|ở|từ)\s+)?(?:(?:cuối|hết|giai đoạn|đầu)\s+)*"
    r"(?:năm\s+)?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\W*$"
)
_COPULA = re.compile(
    r"(?:(?:^|\s)(?:đạt được|ước đạt|đã đạt|đạt|là|còn|bằng|ở mức|được|lên|xuống|tới|đến|thì|từ"
    r"|trong top|vào|với|có|gồm|ít nhất|tối thiểu|tối đa|khoảng|trên|cho|và|phấn đấu|đã|sẽ|xếp"
    r"|đứng|ước|chỉ tiêu|mức|không chỉ|xấp xỉ|(?:tăng|giảm|nâng) từ|lần lượt|ở vị trí"
    r"|luôn|trong|nằm|giữ|tiếp tục|vị trí|thuộc|lọt|vươn|ngưỡng|ghi"
    r"|chiếm khoảng))+\s*$"
)
_OPENING = re.compile(
    r"^\W*(?:(?:và|trong khi|trong đó|đồng thời|cụ thể|gồm|với|thì|riêng|nhưng|còn|đạt|có|là|được"
    r"|đã|của|trong|sẽ|do|hiện|tất cả|ngoài ra|về|phải)(?:[\s,]+|$))+",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"\bvà\s+(?=ước|năm|đến năm|giảm|tăng|đạt|còn|xếp|đứng)")
_ON = re.compile(
    r"(?:^|\s)(?:xếp|đứng|dẫn đầu|hạng|vị trí|t[oố]p)\s.*\svề\s+(?P<on>[^,;]+)$", re.IGNORECASE
)
"""What a ranking is on: “bốn tỉnh xếp sau Huế về PCI là …”."""
_TOLD_BY = re.compile(r"\s+do\s.*\s(?:công bố|nêu|cung cấp|đưa ra|ước tính)$")
_IS_NAMED = re.compile(rf"\s+là(?:\s(?:[{CAPITAL}]\w*|-))+$")
"""Whose value it is: “… là Quảng Ninh (73,20 điểm)”."""
_LASTING = re.compile(r"\s+(?:trong|qua|sau|suốt|vòng)(?:\s(?:suốt|vòng|hơn|gần))*\s+\d+\b.*$")
_LONGEST_CLAUSE = 14
"""Words; a longer clause before a comma is a statement of its own."""


def in_front(text: str, left: int, end: int, *, shared: bool) -> Span:
    """Return the words before a value that name what it measures; empty where there are none.

    Args:
        text: The sentence.
        left: Where they may begin: the end of the value before.
        end: Start of the value.
        shared: Whether a value stands before.
    """
    # “điện thoại di động (150%)”, “Tỷ lệ: 98%”: the edge right before the value is none.
    while end > left and text[end - 1] in " (:":
        end -= 1
    start = left
    for edge in _EDGE.finditer(text, left, end):
        start = edge.end()
    shared = shared and start == left
    heads = [start + match.start("head") for match in _HEAD.finditer(text[start:end])]
    # Right behind another value a measure belongs to that one: “47 chỉ số thành phần, …”.
    heads = [head for head in heads if not shared or text[start:head].strip()]
    if heads:
        start = heads[-1]
        reported = REPORTED.search(text[start:end])
        end = start + reported.start() if reported and reported.start() else end
    else:
        start = _clause_start(text, start, end, shared=shared)
    piece = text[start:end]
    for pattern in (_SAYS, REPORTED, _TIME_LEFT, _STRIVES, _TIME_LEFT, _OPENING):
        if match := pattern.match(piece):
            start, piece = start + match.end(), piece[match.end() :]
    for pattern in (_COPULA, _TIME_RIGHT, _COPULA):
        if match := pattern.search(piece):
            piece = piece[: match.start()]
    if match := _TOLD_BY.search(piece):
        piece = piece[: match.start()]
    if match := _IS_NAMED.search(piece):
        piece = piece[: match.start()]
    if match := _ON.search(piece):
        start, piece = start + match.start("on"), match["on"]
    if match := _TIME_RIGHT.search(piece):
        piece = piece[: match.start()]
    return trimmed(text, start, start + len(piece))


def _clause_start(text: str, start: int, end: int, *, shared: bool) -> int:
    """Return where the clause begins that says what a value measures."""
    if reported := REPORTED.search(text[start:end]):
        return start + reported.end()
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, end + 1) if match.end() <= end]
    if shared:
        if (beside := text.rfind(" với ", start, end)) >= 0:
            start = beside + len(" với ")
        else:
            # What comes before the first comma still belongs to the value before.
            turns = [match.end() for match in _AND_THEN.finditer(text, start, end)]
            start = cuts[0] if cuts else turns[-1] if turns else start
            cuts = cuts[1:]
    for cut in cuts:
        clause = text[start:cut]
        if _ADVERBIAL.match(fold(clause)) or len(clause.split()) > _LONGEST_CLAUSE:
            start = max(start, cut)
    return start


def behind(text: str, start: int, right: int, *, alone: bool, counted: bool = False) -> Span:
    """Return the words behind a value that name what it measures; empty where there are none.

    Args:
        text: The sentence.
        start: End of the value.
        right: Where they end at the latest: the start of the next value.
        alone: Whether nothing before the value says what it measures.
        counted: Whether the value counts things, which may be told apart by comparison: “8 chỉ
            tiêu cao hơn yêu cầu”.
    """
    edge = _EDGE.search(text, start, right)
    end = edge.start() if edge else right
    for turn in _TURNS.finditer(text, start, end):
        if not (counted and _TELLS_APART.fullmatch(turn.group())):
            end = turn.start()
            break
    if end == right < len(text):
        # The last clause before the next value is about that one.
        commas = [match.start() for match in _CLAUSE.finditer(text, start, end)]
        end = commas[-1] if commas else end
    if not alone:
        # “công nghiệp đạt 26% và dịch vụ đạt 41%”: what is joined on speaks of the next value.
        if end == right < len(text) and _JOINS_ON.match(text, start, end):
            return Span(start, start)
        at = start
        while comma := _CLAUSE.search(text, at, end):
            listed = _LISTED.match(text, comma.start(), end)
            if listed is None:
                end = comma.start()
                break
            at = listed.end()
    if not counted and _PREDICATE.match(text, start, end):
        return Span(start, start)
    piece = text[start:end]
    if match := _LASTING.search(piece) or _TIME_RIGHT.search(piece):
        piece = piece[: match.start()]
    if match := _OPENS_BEHIND.match(piece):
        start, piece = start + match.end(), piece[match.end() :]
    if match := _CLOSES.search(piece):
        piece = piece[: match.start()]
    return trimmed(text, start, start + len(piece))


_JOINS_ON = re.compile(r"\s*(?:,|và\s|còn\s)")
_TELLS_APART = re.compile(r"\s+(?:cao hơn|thấp hơn|vượt|dẫn đầu)")
_PREDICATE = re.compile(r"(?:\s+(?:của\s+)?(?:cuối\s+)?năm\s+\d{4})?\s+là\s")
"""What is said of a value itself: “19,7% là ước tính của Bộ”."""
_OPENS_BEHIND = re.compile(r"\s*(?:là\s+kết quả\s+(?:về\s+)?|về\s+|trở (?:lên|xuống)\s*)")
_CLOSES = re.compile(
    r"(?:(?:^|\s)(?:với|và|là|đạt|có|còn|ở|tại|trong|của|cho|ước|chiếm|xuống|lên|tới|đến|từ))+\s*$"
)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the white space, marks and dashes at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" \t\n,;:.-–“”\"'|*+"))
    right = len(piece.rstrip(" \t\n,;:.-–“”\"'|*(/"))
    return Span(start + left, start + max(left, right))
