"""The words of a sentence that fill the place which a question leaves open.

“Theo tiêu chuẩn nào?” leaves open the name behind “tiêu chuẩn”, “lấy từ đâu?” the source behind
“từ”, “trong trường hợp nào?” the condition behind “trường hợp”. A place is filled only by
words that stand in the same construction; where they cannot surely be cut, nothing fills it.
"""

from __future__ import annotations

import re

from assistant.answering.terms import Haystack
from assistant.retrieval.openings import (
    ATTRIBUTE_ASKED,
    CASE_ASKED,
    POSITION_ASKED,
    SOURCE_ASKED,
    WHOM_ASKED,
)
from assistant.schema import Question
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.synonyms import synonyms

__all__ = ["Filled", "called", "filled", "leaves_open"]

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


def leaves_open(question: Question, text: str) -> bool:
    """Tell whether a sentence surely says nothing of what a question asks, close as it may be.

    Who asks where money comes from is not answered by how much of it there is, nor who asks
    for a motto by a sentence without one.

    Args:
        question: The question.
        text: A sentence in which nothing fills the place that the question leaves open.
    """
    asked = fold(question.query)
    if _FINE_ASKED.search(asked):
        return _FINES.search(text) is None
    if SOURCE_ASKED.search(asked):
        return _OF_MONEY.search(asked) is not None
    noun = ATTRIBUTE_ASKED.search(asked)
    if noun is None:
        return False
    said = Haystack(text)
    return not any(said.holds(word) for word in (noun["noun"], *synonyms(noun["noun"])))


# --- how something is punished --------------------------------------------------------------

_FINE_ASKED = re.compile(
    r"\b(?:bi |xu )?phat (?:nhu )?(?:the nao|ra sao|gi)\b|\b(?:hinh thuc|muc) (?:xu )?phat "
    r"(?:\S+ ){0,8}?(?:nao|gi|the nao|ra sao)\b|\bche tai (?:nao|gi|ra sao|the nao)\b"
)
_FINES = re.compile(
    r"(?<!\w)(?:(?<!đã )bị (?:phạt|xử|tước|đình chỉ|truy cứu|kỷ luật|buộc)|(?:xử|mức) phạt|"
    r"phạt (?:tiền|cảnh cáo|từ \d)|xử lý (?:vi phạm|kỷ luật|hình sự)|chế tài)(?!\w)",
    re.IGNORECASE,
)

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


# --- whom it is done with or for, and where on a thing it stands ----------------------------


def _whom(asked: str, text: str) -> Filled | None:
    """Return whom something is done with or for: “đối thoại hằng tháng với người dân”."""
    want = WHOM_ASKED.search(asked)
    if want is None or text.rstrip().endswith(":"):
        return None
    preposition = "doi voi|cho" if want["with"] != "voi" else "voi"
    said = re.search(
        rf"\b{want['verb']}\b(?: \S+){{0,6}}? (?:{preposition}) (?P<said>\S.*)$", fold(text)
    )
    if said is None:
        return None
    stop = _WHOM_ENDS.search(text, said.start("said"))
    return said.start("said"), stop.start() if stop else len(text.rstrip()), _SAID_OF


def _position(asked: str, text: str) -> Filled | None:
    """Return where on a thing something stands: “đặt ở góc trên bên phải”."""
    want = POSITION_ASKED.search(asked)
    things = asked[: want.start()].split()[:2] if want else []
    folded = fold(text)
    if len(things) < _TWO or not re.match(rf"\W*{re.escape(' '.join(things))}\b", folded):
        return None
    said = _STANDS.search(folded)
    if said is None:
        return None
    stop = _STANDS_ENDS.search(text, said.start("said"))
    end = stop.start() if stop else len(text)
    return (
        said.start("said"),
        said.start("said") + len(text[said.start("said") : end].rstrip()),
        _SAID_OF,
    )


_TWO = 2
_STANDS = re.compile(
    r"\b(?:dat|trinh bay|dong|ghi|danh|in)\b(?: \S+){0,2}? "
    r"(?P<said>(?:o|tai|vao|duoi|tren|phia|ben|giua|canh|can doi|trum len) \S.*)$"
)
_STANDS_ENDS = re.compile(r"[;.:(]|,\s(?!cách\s|phía\s|bên\s)")
_WHOM_ENDS = re.compile(r"[;.:(]|\s(?:để|nhằm|theo|thì)\s")
_SAID_OF = 0.15


# --- how something is dealt with ------------------------------------------------------------

_DEALT_WITH = re.compile(
    r"\b(?:xu ly|su ly|giai quyet)(?: voi)? (?P<thing>(?:\S+ ){1,6}?)(?:nhu )?(?:the nao|ra sao)\b"
)
_ACTS = re.compile(r"(?:^|[,;:]\s|\s(?:và|để|phải|đã|hoặc)\s)(?P<act>(?:[^\s,;:]+\s){1,3})$")


def _deed(asked: str, text: str) -> Filled | None:
    """Return what is done to a thing: “loại bỏ tài khoản không chính chủ”."""
    thing = _DEALT_WITH.search(asked)
    if thing is None:
        return None
    at = re.search(rf"(?<!\w){re.escape(thing['thing'].strip())}(?!\w)", fold(text))
    act = _ACTS.search(text[: at.start()]) if at else None
    return (act.start("act"), at.end(), _SAID_OF) if at and act else None


_PLACES = (
    (_DEALT_WITH, _deed),
    (WHOM_ASKED, _whom),
    (POSITION_ASKED, _position),
    (SOURCE_ASKED, _source),
    (CASE_ASKED, _case),
    (ATTRIBUTE_ASKED, _attribute),
)
