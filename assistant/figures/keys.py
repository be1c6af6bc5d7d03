"""Indicators in normal form, so that documents that word them otherwise can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.figures.owners import places_in
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.normalise import fold, lower

__all__ = ["key_of"]

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
    for place in reversed(places_in(words)):
        words = f"{words[: place.start]} {words[place.end :]}"
    words = lower(expand(words))
    for pattern, word in _ALIKE:
        words = pattern.sub(word, words)
    words = _FILLERS.sub(" ", words)
    kept = (word for word in re.findall(r"[\w%]+", fold(words)) if not _YEAR.fullmatch(word))
    return " ".join(dict.fromkeys(kept))


_YEAR = re.compile(r"(?:19|20)\d\d")
