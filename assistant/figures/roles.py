"""What a figure is for: a target, a result, a baseline, a rank, a count, a budget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.schema import PRESS, Document, Role
from assistant.vietnamese.normalise import fold, has_marks, lower
from assistant.vietnamese.quantities import Quantity
from assistant.vietnamese.units import CURRENCIES

__all__ = ["nature_of", "role_in", "tells_of_now"]


class _Words:
    """Words looked for with their marks, and without them in a text that has none.

    Without marks “chia sẻ” has the letters of “sẽ”, “hạ tầng” those of “tăng”, “giám đốc” of
    “giảm” and “Đà Nẵng” of “đã”.

    Args:
        words: An expression in lower case, whose classes have no capitals.
        before: What must stand before the words.
        behind: What must stand behind them, up to the value.
    """

    def __init__(self, words: str, before: str = r"\b", behind: str = r"\b") -> None:
        self._marked = re.compile(f"{before}(?:{words}){behind}")
        self._bare = re.compile(f"{before}(?:{fold(words)}){behind}")

    def search(self, text: str) -> re.Match[str] | None:
        """Look for the words in a text in lower case."""
        return (self._marked if has_marks(text) else self._bare).search(text)


_TARGET = _Words(
    "phấn đấu|mục tiêu|chỉ tiêu|đến năm|đến hết năm|đặt ra|quy hoạch|tầm nhìn|định hướng"
    "|tối thiểu|ít nhất|không quá|sẽ|cần đạt|yêu cầu|kỳ vọng|mong muốn"
)
_RESULT = _Words(
    "kết quả|đã đạt|ước đạt|đạt được|công bố|thực hiện được|tính đến|ghi nhận|thống kê"
    "|đạt và vượt|hiện (?:có|nay)|đã (?:cung cấp|hoàn thành|có|chiếm)|đóng góp"
)
_BUDGET = _Words("kinh phí|vốn|ngân sách|dự toán|tổng mức đầu tư|dành khoảng|chi cho")
_AIMED = _Words(
    "chỉ tiêu|mục tiêu|yêu cầu|phấn đấu|dự kiến|kế hoạch là|đặt ra|nâng (?:mức|lên)|cần đạt"
    "|muốn|kỳ vọng|bảo đảm|đảm bảo",
    behind=r"\b[^,;.]{0,60}$",
)
_PLANNED = _Words("kế hoạch(?: đề ra| đặt ra| được giao| giao)?", behind=r"\s*$")
"""What a value right behind it is: “chưa đạt kế hoạch 12,35%”."""
_EXPECTED = _Words("dự kiến|phấn đấu|mục tiêu", before=r"^[^a-z]*(?:\d+\.\s+)?")
_COMPARED = _Words(
    "so với|cùng kỳ|(?:tăng|giảm|nâng) từ|từ mức|trước đó(?: là)?", behind=r"\b[^,;.)]{0,40}$"
)
_DONE = _Words(
    "công bố|thống kê|ghi nhận|đã|đạt được|(?<!thực )(?<!thể )(?<!phát )hiện(?! đại| hành)"
    "|đạt và vượt|tính đến|đến nay|tổng kết|theo báo cáo|ước|vừa|tăng(?! cường)|giảm|trước đây"
)
_PAST = _Words(
    "đã|đạt được|(?<!thực )(?<!thể )(?<!phát )hiện(?! đại| hành)|tính đến|đến nay|ghi nhận|vừa"
    "|tổng kết|đạt và vượt|ước đạt|trước đây"
)
"""Words of what is past even under a heading that sets targets; “tăng” is one of targets too."""
_TOLD = _Words(
    "(?:báo|trang|tạp chí|tờ|[a-z]+)(?: [^,;:. ]+){0,6} "
    "(?:(?:ghi|viết|quy đổi)(?! nhận)|(?<!hướng )dẫn (?:lời|nguồn|công bố|số liệu|thống kê))"
    r"|theo (?:báo|trang|tạp chí|bản tin|bài|tờ|đài|vn\w+|viet\w+|ttxvn|[\w-]+\.\w+)"
)
"""Who reports a value from outside: what a plan says of itself it does not report."""
_REPORTS = (PRESS, "báo cáo", "thông báo", None)
_NEAR = 80
"""Characters before a value in which words bind to it rather than to its sentence."""


# Headings and lead-ins are asked for every sentence below them.
@lru_cache(maxsize=4096)
def nature_of(text: str) -> Role | None:
    """Return whether a text sets targets or reports results; None where its words do not tell.

    Args:
        text: A sentence with what governs it: headings and lead-in.
    """
    said = lower(text)
    target, result = _TARGET.search(said), _RESULT.search(said)
    if bool(target) == bool(result):
        return None
    return Role.TARGET if target else Role.RESULT


def tells_of_now(text: str) -> bool:
    """Tell whether a sentence says what is or has come about: “đã”, “hiện có”, “tăng”."""
    return _DONE.search(lower(text)) is not None


def role_in(
    document: Document, text: str, quantity: Quantity, leads: Sequence[str], year: int | None
) -> Role:
    """Return what a value of a sentence is for.

    Args:
        document: The document, whose kind speaks where no words do.
        text: The sentence, or what the row of a table says.
        quantity: The value in it.
        leads: Lead-ins, headings and column names, the nearest first.
        year: Year that the value speaks of.
    """
    if quantity.rank:
        return Role.RANK
    words = lower(text)
    near = words[max(0, quantity.start - _NEAR) : quantity.start]
    if _COMPARED.search(near):
        return Role.BASELINE
    if quantity.unit in CURRENCIES and _BUDGET.search(words):
        return Role.BUDGET
    if _AIMED.search(near) or _PLANNED.search(near) or _EXPECTED.search(words):
        return Role.TARGET
    # What comes after the clause of the value is about others: “…, cao hơn chỉ tiêu 25%”.
    clause = re.compile(r",\s|[;(]").search(words, quantity.end)
    said = words[: clause.start()] if clause else words
    own = nature_of(said)
    if own is None and _TARGET.search(said) and not _DONE.search(said):
        own = Role.TARGET
    told = _TOLD.search(words) is not None
    titles = [] if document.kind == PRESS or told else [document.title]
    around = next((nature for lead in (*leads, *titles) if (nature := nature_of(lead))), None)
    if own is None and around is None and document.kind not in _REPORTS and year is not None:
        past = document.issued is not None and year < document.issued.year
        own = None if past or told or _DONE.search(said) else Role.TARGET
    # “Kết quả” and “đóng góp” are also words of plans, so what governs a bare word wins.
    if own is Role.RESULT and around is Role.TARGET and not _PAST.search(said):
        own = Role.TARGET
    past = document.issued is not None and year is not None and year < document.issued.year
    if own is None and past and str(year) in words:
        around = None
    if (own or around) is Role.TARGET:
        return Role.TARGET
    whole = quantity.unit == "" and quantity.value.is_integer()
    return Role.COUNT if whole else Role.RESULT
