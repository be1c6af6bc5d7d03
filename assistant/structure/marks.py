"""The marks that open a rung of a document: "Chương II", "Điều 5.", "1.", "a)", "II-".

State documents follow Nghị định 30/2020/NĐ-CP (Phụ lục I, mục II.6): phần, chương, mục, tiểu
mục, điều, khoản, điểm. Party and council documents use A-, I., 1., 1.1, a) (36-HD/VPTW).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.schema import Level

__all__ = ["POINT_LETTERS", "RANKS", "Mark", "read_mark"]

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in order: đ follows d, and there is no f, j, w, z."""

RANKS = {
    Level.KEM_THEO: 0,
    Level.PHU_LUC: 0,
    Level.PHAN: 10,
    Level.CHUONG: 20,
    Level.MUC: 30,
    Level.LA_MA: 30,
    Level.TIEU_MUC: 35,
    Level.DIEU: 40,
    Level.KHOAN: 50,
    Level.SO: 50,
    Level.DIEM: 60,
}
"""Depth of each level; a mark closes all rungs of its own depth or deeper."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line.

    Attributes:
        level: The rung that it opens; a bare number is ``SO`` until it is known to stand
            in a Điều.
        number: Its number or letter as written, without punctuation.
        rest: What follows on the line.
        rank: Depth; 1.1 lies below 1.
    """

    level: Level
    number: str
    rest: str
    rank: int


_ROMAN = r"[IVXLC]{1,7}"
_ORDINAL = r"(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]{1,7}|\d{1,2}|[A-H])"
_NAMED = (
    (
        Level.PHU_LUC,
        re.compile(
            r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?([IVXLC]{1,7}|\d{1,2}[A-Za-z]?|[A-H])\b)?"
            r"\s*(?:$|[.:–-]\s*|(?=[A-ZĐÀ-Ỹ(]{2}))"
        ),
    ),
    (Level.PHAN, re.compile(rf"(?:Phần|PHẦN)\s+({_ORDINAL})\s*(?:$|[.:–-]\s*|(?=[A-ZĐÀ-Ỹ]{{2}}))")),
    (Level.CHUONG, re.compile(rf"(?:Chương|CHƯƠNG)\s+({_ROMAN}|\d{{1,3}})\b\s*[.:–-]?\s*")),
    (Level.TIEU_MUC, re.compile(r"(?:Tiểu mục|TIỂU MỤC)\s+(\d{1,2})\b\s*[.:–-]?\s*")),
    (
        Level.MUC,
        re.compile(rf"(?:Mục|MỤC)\s+(\d{{1,2}}|{_ROMAN})\s*(?:$|[.:–-]\s*|(?=[A-ZĐÀ-Ỹ]{{2}}))"),
    ),
    (Level.DIEU, re.compile(r"(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]?)\s*(?:[.:]\s*|$)")),
)
_LETTERED_PART = re.compile(r"([A-H])\s*[.–-]\s*(?=[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ ,])")
_ROMAN_MARK = re.compile(rf"({_ROMAN})\s*[.)–/-]+\s*(?=[A-ZĐÀ-Ỹ“\"])")
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)–-]?\s+(?=[^\W\d_]|[“\"])")
_NUMBER = re.compile(
    r"(\d{1,3}(?:[a-zđ]{1,2}(?=[.)]))?)\s*(?:[.)]\s*(?=[^\W\d_]|[“\"(])|[–-]\s+(?=[A-ZĐÀ-Ỹ]))"
)
_POINT = re.compile(rf"([{POINT_LETTERS}]{{1,2}}\d?)\s*\)\s*|([a-eđghik])\.\s+(?=[A-ZĐÀ-Ỹ])")


def read_mark(text: str) -> Mark | None:
    """Read the mark at the start of a line; None when the line opens no rung."""
    for level, pattern in _NAMED:
        match = pattern.match(text)
        if match:
            if level is Level.PHU_LUC and len(text) > 250:
                return None
            if level is not Level.DIEU and text.endswith((":", ";", ",")):
                return None  # “… trong Mục 2 / Chương XIV Phần thứ tư như sau:”, a wrapped line
            number = (match.group(1) or "").strip()
            return Mark(level, number, text[match.end() :].strip(), RANKS[level])
    match = _ROMAN_MARK.match(text)
    if match and not (match.group(1) in "CDLM" and len(match.group(1)) == 1):
        return Mark(Level.LA_MA, match.group(1), text[match.end() :], RANKS[Level.LA_MA])
    match = _LETTERED_PART.match(text)
    if match:
        return Mark(Level.PHAN, match.group(1), text[match.end() :], RANKS[Level.PHAN])
    match = _DOTTED.match(text)
    if match:
        number = match.group(1)
        return Mark(Level.SO, number, text[match.end() :], RANKS[Level.SO] + number.count("."))
    match = _NUMBER.match(text)
    if match:
        return Mark(Level.SO, match.group(1), text[match.end() :], RANKS[Level.SO])
    match = _POINT.match(text)
    if match:
        number = match.group(1) or match.group(2)
        return Mark(Level.DIEM, number, text[match.end() :], RANKS[Level.DIEM])
    return None
