"""What a value measures: the words around it, and their normal form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.schema import Span
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity

__all__ = ["indicator_spans", "key_of"]

_EDGE = re.compile(r"[;:.(](?=\s|$)|\(|[)\]]|\s[-–—]\s|[“”\"]")
_ASIDE = re.compile(r"\([^()\d]{0,60}\)")
_CLAUSE = re.compile(r",(?=\s)")
_LISTED = re.compile(r",\s+(?:\w+\s+){0,1}\w+\s*(?=[,;.]|$)")
# Clauses that say when, by whom or compared with what, and never what is measured.
_ADVERBIAL = re.compile(
    r"^\W*(?:(?:tong ket|tinh|uoc|rieng|trong|den|tu|vao|nam|quy|thang|ngay|sang|chieu|hien"
    r"|giai doan|theo|du kien|cuoi|dau|voi|nho|nhu|ve|cu the|ben canh|ngoai ra|dong thoi|qua|sau"
    r"|truoc|khi|hang nam|hang thang|mac du|tuy|de|tai|dac biet|tam nhin|toi|doi voi|cho)\b)"
)
_TURNS = re.compile(
    r",?\s+(?:trong khi|cao hơn|thấp hơn|so với|nhằm|góp phần|trong đó|qua đó|dẫn đầu|vượt)(?!\w)"
    r"|,\s+(?:tăng|giảm|nâng|đạt|đứng|giao|do)(?!\w)"
    r"|,\s+(?:như|gồm|bao gồm)\s|\s+với\s+(?=kinh phí|tổng|mức|diện tích)"
    r"|(?:,\s+|\s+)và\s+(?=đứng|đạt|tăng|giảm|xếp)|(?:,|\s)\s*(?:và|hoặc)\s*$"
)
_SAYS = re.compile(
    r"^.*(?:cho biết|cho hay|cho rằng|nêu rõ|nhấn mạnh|cũng đặt chỉ tiêu|(?:đặt|đề|nêu|đưa)"
    r"(?: ra)? (?:mục tiêu|chỉ tiêu))(?!\w)\W*",
    re.DOTALL,
)
_STRIVES = re.compile(
    r"^.{0,200}?(?:sẽ\s+)?phấn đấu"
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
    r"|đứng))+\s*$"
)
_OPENING = re.compile(
    r"^\W*(?:(?:và|trong đó|đồng thời|cụ thể|gồm|với|thì|riêng|nhưng|còn|đạt|có|là|được|đã|của"
    r"|trong|sẽ|do|hiện|tất cả|ngoài ra)(?:\s+|$))+",
    re.IGNORECASE,
)
_BARE = frozenset(
    "muc yeu cau chi tieu toan quoc ty le ti nghi quyet cua la trong khi cao hon thap tinh con "
    "so ca nuoc dat va".split()
)
"""Words that point at an indicator told before: “mức yêu cầu là 85%”, “đạt 81,5%”."""
_LONGEST_CLAUSE = 14
"""Words; a longer clause before a comma is a statement of its own."""
_SHORT_HEAD = 3
"""Words before a count that leave it to those behind to say what is counted."""

_FILLERS = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|số lượng|tổng số|quy mô|chỉ tiêu|mục tiêu|kết quả|"
    r"thành phố|tỉnh|trên địa bàn|toàn tỉnh|toàn thành phố|của|và|các|những|trong|tại|ở|có|được|"
    r"đạt|chiếm|đóng góp|khoảng|là|cho|với|đã|sẽ|phấn đấu|hoàn thành|dân số|người dân|mức|hiện|"
    r"từ 15 tuổi trở lên|ước|thứ hạng|xếp hạng|trở lên|cơ cấu|năm|thêm|mới)(?!\w)"
)
_ALIKE = (
    (re.compile(r"\btổng sản phẩm (?:trên địa bàn|của địa phương|địa phương)\b"), "grdp"),
    (re.compile(r"\btổng sản phẩm quốc nội\b"), "gdp"),
    (re.compile(r"\bchữ ký số hoặc (?:chữ ký )?(?:điện tử )?cá nhân\b"), "chữ ký số"),
    (re.compile(r"\bchữ ký hoặc chữ ký điện tử cá nhân\b"), "chữ ký số"),
    (re.compile(r"\bxếp (?:hạng|thứ)\b|\bthứ hạng\b"), "hạng"),
)  # fmt: skip


def indicator_spans(text: str, quantity: Quantity, values: Sequence[Quantity]) -> list[Span]:
    """Return the words of a sentence that say what a value measures, in order.

    They stand before the value (“kinh tế số chiếm 25%”), behind it (“100% hồ sơ …”) or on both
    sides (“kinh tế số chiếm 25% GRDP”), up to the next edge or value. A value that says nothing
    of itself (“…, đạt 81,5%”) measures what the value before it does.

    Args:
        text: The sentence.
        quantity: The value.
        values: All values of the sentence, in order.
    """
    # What stands in brackets without a figure, such as an abbreviation, is no edge.
    plain = _ASIDE.sub(lambda match: "_" * len(match.group()), text)
    left = max([0, *(v.end for v in values if v.end <= quantity.start)])
    right = min([len(text), *(v.start for v in values if v.start >= quantity.end)])
    before = _before(plain, left, quantity.start, shared=left > 0)
    between = text[left : quantity.start]
    joined = left > 0 and _JOINS.search(between) is not None
    counted = not quantity.unit and not quantity.rank
    own = before.of(text)
    of_another = left > 0 and counted and "," not in between
    if joined or of_another or (counted and _DOES.search(own)) or not key_of(own):
        before = Span(quantity.start, quantity.start)
    words = len(before.of(text).split())
    alone = words == 0 or (counted and words <= _SHORT_HEAD)
    after = _after(plain, quantity.end, right, alone=alone)
    spans = [span for span in (before, after) if span.start < span.end]
    compared = _COMPARES.search(between) is not None
    bare = compared or all(word in _BARE for span in spans for word in fold(span.of(text)).split())
    earlier = [v for v in values if v.end <= quantity.start]
    if earlier and bare:
        return indicator_spans(text, earlier[-1], values) if len(earlier) < _FURTHEST else spans
    if earlier and joined and quantity.unit:
        # “phủ tới 90% hộ gia đình và 100% xã” says the subject before the first value alone.
        floor = earlier[-2].end if len(earlier) > 1 else 0
        head = _before(plain, floor, earlier[-1].start, shared=floor > 0)
        spans = [span for span in (head, after) if span.start < span.end]
    return spans


_JOINS = re.compile(r"(?:,|\bvà)\s*(?:tối thiểu\s|ít nhất\s)?$")
_COMPARES = re.compile(r"(?:,\s|^\W*)(?:trong khi|cao hơn|thấp hơn|vượt)\s")
_DOES = re.compile(
    r"(?<!\w)(?:đề ra|thực hiện|cung cấp|giao|ghi|nói|quy hoạch|khởi tạo|hình thành|xây dựng|hiện"
    r"|triển khai|dành|khai thác thử nghiệm|ưu tiên|chọn)\s*$",
    re.IGNORECASE,
)
"""Verbs before a count, whose object behind it is what is counted."""
_FURTHEST = 20
"""Values in one sentence; a longer run of bare values is left without an indicator."""


def _before(text: str, left: int, end: int, *, shared: bool) -> Span:
    # “điện thoại di động (150%)”, “Tỷ lệ: 98%”: the edge right before the value is none.
    while end > left and text[end - 1] in " (:":
        end -= 1
    start = left
    for edge in _EDGE.finditer(text, left, end):
        start = edge.end()
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    if shared and start == left and (beside := text.rfind(" với ", start, end)) >= 0:
        start = beside + len(" với ")
    if shared and start == left:
        # What comes before the first comma still belongs to the value before.
        start = cuts[0] if cuts else start
        cuts = cuts[1:]
    for cut in cuts:
        clause = text[start:cut]
        if _ADVERBIAL.match(fold(clause)) or len(clause.split()) > _LONGEST_CLAUSE:
            start = cut
    piece = text[start:end]
    for pattern in (_SAYS, _TIME_LEFT, _STRIVES, _TIME_LEFT, _OPENING):
        if match := pattern.match(piece):
            start, piece = start + match.end(), piece[match.end() :]
    for pattern in (_COPULA, _TIME_RIGHT, _COPULA):
        if match := pattern.search(piece):
            piece = piece[: match.start()]
    return _trim(text, start, start + len(piece))


def _after(text: str, start: int, right: int, *, alone: bool) -> Span:
    edge = _EDGE.search(text, start, right)
    end = edge.start() if edge else right
    if turn := _TURNS.search(text, start, end):
        end = turn.start()
    if not alone:
        at = start
        while comma := _CLAUSE.search(text, at, end):
            listed = _LISTED.match(text, comma.start(), end)
            if listed is None:
                end = comma.start()
                break
            at = listed.end()
    elif right < len(text) and end == right:
        # The last clause before the next value is about that one.
        commas = [match.start() for match in _CLAUSE.finditer(text, start, end)]
        end = commas[-1] if commas else end
    piece = text[start:end]
    if match := _TIME_RIGHT.search(piece):
        piece = piece[: match.start()]
    return _trim(text, start, start + len(piece))


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" \t\n,;:.-–“”\"'|*+"))
    right = len(piece.rstrip(" \t\n,;:.-–“”\"'|*(/"))
    return Span(start + left, start + max(left, right))


@lru_cache(maxsize=4096)
def key_of(indicator: str, base: str = "") -> str:
    """Return an indicator in normal form: folded content syllables, each once, in order.

    Places, years, verbs and words of measure (“tỷ lệ”, “đạt”) are left out, since documents
    put them as they like.

    Args:
        indicator: The indicator in a document's words.
        base: What a share is taken of, where it stands beside the unit.
    """
    words = f"{indicator} {base}"
    for place in reversed(places(words)):
        words = f"{words[: place.start]} {words[place.end :]}"
    words = lower(expand(words))
    for pattern, word in _ALIKE:
        words = pattern.sub(word, words)
    words = _FILLERS.sub(" ", words)
    kept = (word for word in re.findall(r"[\w%]+", fold(words)) if not _YEAR.fullmatch(word))
    return " ".join(dict.fromkeys(kept))


_YEAR = re.compile(r"(?:19|20)\d\d")
