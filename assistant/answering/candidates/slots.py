"""The words of a sentence that fill the place which a question leaves open.

“Theo tiêu chuẩn nào?” leaves open the name behind “tiêu chuẩn”, “lấy từ đâu?” the source behind
“từ”, “trong trường hợp nào?” the condition behind “trường hợp”. A place is filled only by
words that stand in the same construction; where they cannot surely be cut, nothing fills it.
"""

from __future__ import annotations

import re

from assistant.retrieval.openings import ATTRIBUTE_ASKED, CASE_ASKED, SOURCE_ASKED
from assistant.schema import Question
from assistant.vietnamese.normalise import LOWER, UPPER, fold

__all__ = ["Filled", "called", "filled"]

Filled = tuple[int, int, float]
"""Offsets of the words in the sentence, and the bonus of a sentence that has them."""

_MOST_WORDS = 32
"""Words that fill a place are fewer than these; more of them are a passage."""


def filled(question: Question, text: str) -> Filled | None:
    """Return the words of a sentence that fill the place a question leaves open.

    Args:
        question: The question.
        text: The sentence.

    Returns:
        Their offsets with the bonus of the sentence; None where none surely do.
    """
    asked = fold(question.query)
    for asks, fills in _PLACES:
        if asks.search(asked):
            found = fills(asked, text)
            if found and 0 < len(text[found[0] : found[1]].split()) < _MOST_WORDS:
                return found
    return None


# --- where money comes from -----------------------------------------------------------------

_OF_MONEY = re.compile(r"\b(?:kinh phi|chi phi|tien|von|ngan sach|nguon luc)\b")
_SOURCE = re.compile(
    r"\b(?:tu|bang|do|trong|su dung|boi)\s+(?:cac |nhung )?(?:nguon (?:von |kinh phi |thu )?)?"
    r"(?P<said>(?:ngan sach|nguon|quy|von|tai tro|xa hoi hoa|doanh nghiep|nha dau tu|chu dau tu|"
    r"kinh phi|du toan|co quan|to chuc)\b[^,;.:()]*)"
)
_SOURCE_ENDS = re.compile(
    r"\s(?:bo tri|bao dam|dam bao|chi tra|cap(?! (?:tinh|xa|huyen))|theo|duoc|de|nham|hang nam|"
    r"hien hanh|trong|tu chi)\b"
)
_FROM_SOURCE, _SAYS_OF_MONEY = 0.15, 0.3
"""Bonus of a sentence that says where money comes from, and more of one that begins with it."""


def _source(asked: str, text: str) -> Filled | None:
    """Return where money comes from: “do ngân sách thành phố bảo đảm”."""
    folded = fold(text)
    match = _SOURCE.search(folded)
    if match is None or not _OF_MONEY.search(asked) or not _OF_MONEY.search(folded):
        return None
    stop = _SOURCE_ENDS.search(match["said"])
    end = match.start("said") + (stop.start() if stop else len(match["said"].rstrip()))
    leads = _OF_MONEY.match(folded.lstrip("0123456789.) -"))
    return match.start("said"), end, _FROM_SOURCE + _SAYS_OF_MONEY * bool(leads)


# --- the case in which something holds ------------------------------------------------------

_CASE = re.compile(r"\btrong (?:cac |nhung |mot so )?truong hop\b")
_CASE_ENDS = re.compile(r";|\s+thì\s|,\s+trừ\s")
_IN_CASE = 0.1


def _case(_: str, text: str) -> Filled | None:
    """Return the case in which something holds: “trong trường hợp có thiên tai”."""
    match = _CASE.search(fold(text))
    if match is None or text.rstrip().endswith(":"):
        return None
    stop = _CASE_ENDS.search(text, match.start())
    return match.start(), stop.start() if stop else len(text.rstrip(" .")), _IN_CASE


# --- a noun and what it is called -----------------------------------------------------------

_CODE = rf"[{UPPER}0-9](?:[\w:/&+-]|[.,](?=\w))*"
_CALLED = re.compile(
    rf"\s+(?:(?:tiếng Việt|quốc gia|dùng chung|là|mang tên|có tên(?: là)?|tên|gọi là|số)\s+)?"
    rf"(?P<said>{_CODE}(?:\s+{_CODE})*)(?!\w)"
)
_IS = re.compile(r"\s+(?:được xác định |được chọn )?là\s+(?P<said>[^,;.:()]+)")
_SAID_SO = re.compile(
    rf"\s+(?:là\s+)?(?P<said>[{LOWER}]+(?:\s+(?!(?:để|nhằm|theo|do|và|hoặc|khi|được|phải|thì|với|tại|"
    rf"ở|cho|của|trong|sau|bằng)\s)[{LOWER}]+){{0,4}})(?=\s*[,;.:()]|\s+(?:để|nhằm|theo|do|khi|và)\s|\s*$)"
)
_NOUN_ASKED = re.compile(
    r"\b(?P<noun>[a-z]+(?: [a-z]+)?) (?:ten |so |co ten |mang ten )?(?:la )?(?:gi|nao)\b"
)
_NO_NOUN = re.compile(
    r"(?:(?:.* )?(?:lam|noi|co|duoc|bi|phai|gom|la|thanh|the|nhu|hay|cai|dieu|viec|thu|gap|dung|"
    r"nhung|cac|viet|khac|luc|khi|neu|bao|ra|xay|chuyen|thay|muon|can|cho|mat|loi|hai|dau|tu|"
    r"o|voi|ve|sao|truong hop|tinh huong))"
)
_BEFORE_NOUN = frozenset("dung theo bang mang o tai lay thuoc in ve qua tren va la co dat".split())
_NAMED = 0.05
_FEW = 12
"""What is said behind “noun là” in more words than these is no name."""


def _attribute(asked: str, text: str) -> Filled | None:
    """Return what an attribute is said to be: “màu đen”, “theo hình thức trực tiếp”."""
    noun = ATTRIBUTE_ASKED.search(asked)
    at = re.search(rf"(?<!\w){re.escape(noun['noun'])}(?!\w)", fold(text)) if noun else None
    if at is None:
        return None
    said = _CALLED.match(text, at.end()) or _SAID_SO.match(text, at.end())
    return (*said.span("said"), _NAMED) if said else None


def called(question: Question, text: str) -> Filled | None:
    """Return the name behind the noun asked for: “ứng dụng VNeID”, “lĩnh vực đột phá là …”.

    Args:
        question: The question.
        text: The sentence.
    """
    nouns = list(_NOUN_ASKED.finditer(fold(question.query)))
    if not nouns:
        return None
    folded = fold(text)
    words = nouns[-1]["noun"].split()
    for size in range(len(words), 0, -1):
        noun = " ".join(words[-size:])
        alone = size == len(words) or words[-size - 1] in _BEFORE_NOUN
        if _NO_NOUN.fullmatch(noun) or not alone:
            continue  # “quyết” of “phán quyết” is no noun by itself
        for at in re.finditer(rf"(?<!\w){re.escape(noun)}(?!\w)", folded):
            name = _CALLED.match(text, at.end()) or _IS.match(text, at.end())
            if name and len(name["said"].split()) <= _FEW:
                start = name.start("said")
                return start, start + len(name["said"].rstrip()), _NAMED
    return None


_PLACES = ((SOURCE_ASKED, _source), (CASE_ASKED, _case), (ATTRIBUTE_ASKED, _attribute))
