"""What a value measures: the words around it, and their normal form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.schema import Span
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity

__all__ = ["indicator_spans", "key_of"]

_EDGE = re.compile(r"[;:.(](?=\s|$)|\(|[)\]]|\s[-–—]\s|[“”\"]")
_CLAUSE = re.compile(r",(?=\s)")
# Clauses that say when, by whom or compared with what, and never what is measured.
_ADVERBIAL = re.compile(
    r"^\W*(?:(?:tong ket|tinh|uoc|rieng|trong|den|tu|vao|nam|quy|thang|ngay|sang|chieu|hien|giai doan"
    r"|theo|du kien|cuoi|dau|voi|nho|nhu|ve|cu the|ben canh|ngoai ra|dong thoi|qua|sau|truoc|khi"
    r"|hang nam|hang thang|mac du|tuy|de|tai|dac biet|tam nhin|toi)\b)"
)
_TURNS = re.compile(
    r",?\s+(?:trong khi|cao hơn|thấp hơn|tăng|giảm|so với|nhằm|góp phần|trong đó|qua đó|và\s*$|"
    r"dẫn đầu|đứng|vượt|bằng)(?!\w)|(?:,|\s)\s*(?:và|hoặc)\s*$"
)
_TIME_LEFT = re.compile(
    r"^\W*(?:(?:Đến|đến|Tính đến|Trong|trong|Từ|Vào|vào|Tới|tới|Cuối|cuối|Năm|năm|Hết|hết|Giai đoạn"
    r"|giai đoạn|Dự kiến|dự kiến|Tổng kết|Trước)\s+)+(?:(?:hết|năm|cuối|tháng|quý)\s+)*"
    r"(?:\d{1,2}/)?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\W*"
)
_TIME_RIGHT = re.compile(
    r"(?:^|\s)(?:(?:vào|trong|đến|của|tới|ở|từ)\s+)?(?:(?:cuối|hết|giai đoạn|đầu)\s+)*"
    r"(?:năm\s+)?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\W*$"
)
_COPULA = re.compile(
    r"(?:(?:^|\s)(?:đạt được|ước đạt|đã đạt|đạt|là|còn|bằng|ở mức|được|lên|xuống|tới|đến|thì|từ"
    r"|trong top|vào|với|có|gồm|ít nhất|tối thiểu|tối đa|khoảng|trên|cho|và|phấn đấu|đã|sẽ))+\s*$"
)
_OPENING = re.compile(
    r"^\W*(?:(?:và|trong đó|đồng thời|cụ thể|gồm|với|thì|riêng|nhưng|còn|phấn đấu(?: để| sẽ| đạt|"
    r" đến)*|đạt|có|là|được|đã|của|trong|sẽ)(?:\s+|$))+"
)

_FILLERS = frozenset(
    "dat chiem la ty ti le trong so luong muc quy mo ket qua uoc co duoc cua va cac nhung toan thanh "
    "pho tinh dia ban o tai den vao nam het cuoi tren duoi it nhat toi thieu da phan dau hoan xay "
    "dung gop dong dien ra moi tong cho voi khoang chi tieu tu trung binh trong vong nguoi dan thi "
    "khi do".split()
)
_ALIKE = (
    (re.compile(r"\b(?:tong san pham (?:tren dia ban|cua dia phuong|trong tinh|dia ban))\b"), "grdp"),
    (re.compile(r"\btong san pham quoc noi\b"), "gdp"),
    (re.compile(r"\bchu ky so hoac (?:chu ky )?(?:dien tu )?ca nhan\b"), "chu ky so"),
    (re.compile(r"\btoan trinh\b|\bhoan toan truc tuyen\b"), "toan trinh"),
    (re.compile(r"\bxep (?:hang|thu)\b"), "hang"),
    (re.compile(r"[^\w%]+"), " "),
)  # fmt: skip


def indicator_spans(text: str, quantity: Quantity, values: Sequence[Quantity]) -> list[Span]:
    """Return the words of a sentence that say what a value measures, in order.

    They stand before the value (“kinh tế số chiếm 25%”), behind it (“100% hồ sơ …”) or on both
    sides (“kinh tế số chiếm 25% GRDP”), up to the next edge or value.

    Args:
        text: The sentence.
        quantity: The value.
        values: All values of the sentence, in order.
    """
    left = max([0, *(v.end for v in values if v.end <= quantity.start)])
    right = min([len(text), *(v.start for v in values if v.start >= quantity.end)])
    before = _before(text, left, quantity.start, shared=left > 0)
    after = _after(text, quantity.end, right, alone=before.start == before.end)
    if (
        right < len(text)
        and after.end == right
        and quantity.unit == ""
        and before.start < before.end
    ):
        after = Span(after.start, after.end)
    spans = [span for span in (before, after) if span.start < span.end]
    if not spans and left:
        # “90% hộ gia đình và 100% xã” says the verb before the first value alone.
        return []
    return spans


def _before(text: str, left: int, end: int, *, shared: bool) -> Span:
    start = left
    for edge in _EDGE.finditer(text, left, end):
        start = edge.end()
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    if shared and start == left:
        # What comes before the first comma still belongs to the value before.
        start = cuts[0] if cuts else start
        cuts = cuts[1:]
    for cut in cuts:
        if (
            _ADVERBIAL.match(fold(text[start:cut]))
            or len(text[start:cut].split()) > _LONGEST_CLAUSE
        ):
            start = cut
    piece = text[start:end]
    for pattern in (_TIME_LEFT, _OPENING):
        if match := pattern.match(piece):
            start, piece = start + match.end(), piece[match.end() :]
    for pattern in (_COPULA, _TIME_RIGHT, _COPULA):
        if match := pattern.search(piece):
            piece = piece[: match.start()]
    return _trim(text, start, start + len(piece))


_LONGEST_CLAUSE = 14
"""Words; a longer clause before a comma is a statement of its own."""


def _after(text: str, start: int, right: int, *, alone: bool) -> Span:
    edge = _EDGE.search(text, start, right)
    end = edge.start() if edge else right
    if not alone and (comma := _CLAUSE.search(text, start, end)):
        end = comma.start()
    elif right < len(text) and not edge:
        # The last clause before the next value is about that one.
        commas = [match.start() for match in _CLAUSE.finditer(text, start, end)]
        end = commas[-1] if commas else end
    if turn := _TURNS.search(text, start, end):
        end = turn.start()
    piece = text[start:end]
    if match := _TIME_RIGHT.search(piece):
        piece = piece[: match.start()]
    return _trim(text, start, start + len(piece))


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" \t\n,;:.-–“”\"'|*+"))
    right = len(piece.rstrip(" \t\n,;:.-–“”\"'|*("))
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
    folded = fold(expand(words))
    for pattern, word in _ALIKE:
        folded = pattern.sub(f" {word} " if word.strip() else " ", folded)
    kept = (word for word in folded.split() if word not in _FILLERS and not _YEAR.fullmatch(word))
    return " ".join(dict.fromkeys(kept))


_YEAR = re.compile(r"(?:19|20)\d\d")
