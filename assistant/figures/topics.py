"""What a sentence is about as a whole, and which of its words name nothing themselves."""

from __future__ import annotations

import re

from assistant.figures.owners import places_in
from assistant.figures.phrases import MEASURE, trimmed
from assistant.schema import Span
from assistant.vietnamese.normalise import fold

__all__ = ["index_of", "is_bare", "plain_of", "topic_of", "without_owner"]

_ASIDE = re.compile(
    r"\((?!theo\b|trừ\b|chưa\b|không\b|gồm\b|bao gồm\b|nguồn\b|tính\b|đăng\b|trước\b|sau\b)"
    r"[^()\d]{0,60}\)"
)
_BARE = frozenset(
    "muc yeu cau chi tieu toan quoc ty le ti nghi quyet cua la trong khi cao hon thap tinh con "
    "so ca nuoc dat va nhat dan dau dung thuoc nhom xep hang thu the gioi khu vuc ke hoach voi "
    "o ghi bang ve duoc chua sau van hoan bao dam thuc hien bai viet nam den khoang lan luot nay "
    "uoc cac thi cung deu vao lai moi khac".split()
)
"""Words that point at an indicator told before: “mức yêu cầu là 85%”, “đứng thứ 2 cả nước”."""


def plain_of(text: str) -> str:
    """Return a text of the same length without the marks that are no edges.

    These are asides without a figure, such as an abbreviation, and the commas of set phrases:
    “tỉnh, thành phố”, “cơ quan, đơn vị, địa phương”.
    """
    hidden = _ASIDE.sub(lambda match: "_" * len(match.group()), text)
    return _SET_PHRASE.sub(lambda match: f"{match.group()[:-1]}_", hidden)


_BODIES = (
    r"(?:tỉnh|thành phố|xã|phường|thị trấn|thị xã|huyện|quận|đặc khu|sở|ban|bộ|ngành|đoàn thể"
    r"|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|người dân|cá nhân|cán bộ|công chức"
    r"|viên chức|nhiệm vụ|chỉ tiêu|mục tiêu|khám|chữa bệnh|lĩnh vực|phản ánh|kiến nghị)"
)
_SET_PHRASE = re.compile(rf"(?i:\b{_BODIES},(?=\s{_BODIES}(?!\w)))")


def is_bare(words: str) -> bool:
    """Tell whether words name nothing that could be measured, but for a place or a day."""
    kept = fold(words).split()
    if all(word.strip(".,:;") in _BARE or word[0].isdigit() for word in kept):
        return True
    if len(kept) > _LONGEST_BARE:
        return False
    for named in reversed(places_in(words)):
        words = f"{words[: named.start]} {words[named.end :]}"
    left = (word.strip(".,:;") for word in fold(words).split())
    return all(word in _BARE or word in _UNITS_OF_PLACE or word[:1].isdigit() for word in left)


_LONGEST_BARE = 12
_UNITS_OF_PLACE = frozenset(("thanh", "pho", "tinh", "dia", "phuong", "viet", "nam"))


def topic_of(text: str, first: int) -> Span | None:
    """Return what a sentence says that it is about, before its first value; None for most.

    “Về PAR Index năm 2023, Báo A ghi …”, “Các nguồn nêu khác nhau về thứ hạng: …”, “Kim ngạch
    xuất khẩu cũng lệch giữa các báo: …”.
    """
    if match := _ABOUT.match(text[:first]):
        return trimmed(text, match.start("topic"), match.end("topic"))
    colon = text.rfind(":", 0, first)
    if colon < 0:
        return None
    lead = text[:colon]
    if match := _DIFFERS_ON.search(lead) or _DIFFERS.match(lead) or _NAMED.search(lead):
        return trimmed(text, match.start("topic"), match.end("topic"))
    return None


_ABOUT = re.compile(r"\W*(?:\d+\.\s+)?Về\s+(?P<topic>(?!năm\s|\d)[^,;:]{4,120}),")
_DIFFERS_ON = re.compile(r"khác nhau(?: ít nhiều)? về\s+(?P<topic>[^,;:]{4,120})$")
_DIFFERS = re.compile(
    r"\W*(?:\d+\.\s+)?(?:(?:[Hh]ai|[Cc]ác|[Mm]ột số) (?:nguồn|báo)(?: (?:đo|nêu|ghi|tính))?\s+)?"
    r"(?P<topic>[^,;:]{4,120}?)\s+(?:(?:được|cũng|còn|vẫn|có|bị)\s+)*"
    r"(?:(?:nêu|ghi|tính|công bố)\s+)?(?:khác|lệch|chênh|không (?:thống nhất|giống))(?!\w)"
)
_NAMED = re.compile(rf"(?:^|\s)(?P<topic>{MEASURE}[^,;:]{{0,100}})$", re.IGNORECASE)


def index_of(text: str, first: int) -> Span | None:
    """Return the index that a sentence speaks of facets of: “Trong DTI năm 2023, …”."""
    match = _INDEX.search(text, 0, first)
    return Span(*match.span("index")) if match else None


_INDEX = re.compile(
    r"(?<!\w)(?:[Tt]rong|[Tt]ại|[Ởở])\s+(?:bảng\s|bộ\s|xếp hạng\s)*"
    r"(?P<index>[Cc]hỉ số[^,;:]{0,60}?|[A-Z]{3,}\w*(?: [A-Z][a-z]+)*"
    r"|(?<=bảng )[A-Z][\w-]*(?: [A-Z][\w-]*)*)(?=\s+(?:năm\s|(?:19|20)\d\d)|,)"
)


def without_owner(text: str, span: Span) -> Span:
    """Return a span without whose value it is: “chỉ số hài lòng năm 2023 của cả nước”."""
    owner = _OWNER.search(span.of(text))
    return Span(span.start, span.start + owner.start()) if owner else span


_OWNER = re.compile(r"(?<=\w)(?:\s+năm\s+\d{4})?\s+của\s+(?:cả nước|toàn quốc|[A-ZĐ].*)$")
