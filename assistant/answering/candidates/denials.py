"""What in a sentence denies what a question of yes or no asks, and what only seems to.

“Chưa có mô hình” denies; “hộ mà chưa được giao đất” says of whom something holds, and “trừ hộ
nghèo” denies of some alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.candidates.acts import OR_ELSE, Act, Mode, act_asked
from assistant.answering.evidence import Evidence
from assistant.answering.terms import Haystack
from assistant.schema import Question
from assistant.vietnamese.normalise import fold, lower, place_tones
from assistant.vietnamese.tokens import syllables

__all__ = [
    "CLAIM",
    "EXCLUDES",
    "claimed_words",
    "clause_end",
    "denied_words",
    "has_not",
    "leaves_out",
    "on_condition",
    "opposed",
    "said_whole",
    "stays_apart",
    "taken_as_known",
]

EXCLUDES = re.compile(
    r"(?<!\w)(?:(?:ngoại |(?<!miễn )(?<!khấu )(?<!loại )(?<!bài )(?<!phòng ))trừ|không tính|"
    r"không (?:bao )?gồm|chưa (?:bao )?gồm|không thuộc|không kể|không áp dụng|không còn|"
    r"không sắp xếp|không sáp nhập|không phải|chưa có|không có)(?!\w)"
)
_HAS_NOT = re.compile(r"(?:không|chưa) có")
_LEAVES_OUT = re.compile(
    r"(?:(?:ngoại )?trừ|không tính|(?:không|chưa) (?:bao )?gồm|không kể)(?!\w)"
)
_CLAUSE_END = re.compile(r"[,;.)]|$")


def clause_end(text: str, start: int) -> int:
    """Return where the clause ends that holds an offset of a text."""
    end = _CLAUSE_END.search(text, start)
    return end.start() if end else len(text)


def has_not(words: str) -> bool:
    """Tell whether words that exclude only say what is lacking: “không có”, “chưa có”."""
    return _HAS_NOT.fullmatch(words) is not None


def denied_words(question: Question, text: str) -> tuple[int, int] | None:
    """Return the words that deny what is asked: “chưa có mô hình”, “không sáp nhập”."""
    asked = {fold(token.text) for token in syllables(question.query)}
    spelt = {place_tones(lower(token.text)) for token in syllables(question.query)}
    claimed = claimed_words(question.query)
    act = act_asked(question.query)
    bidding = _BIDDING if act and act.mode is not Mode.PLAIN else frozenset[str]()
    for match in re.finditer(r"(?<!\w)(?:không|chưa)(?=\s)", text):
        if taken_as_known(question.query, text, match.start()) or on_condition(text, match.start()):
            continue
        end = 0
        for token in syllables(text[match.end() :]):
            gap = text[match.end() + end : match.end() + token.start]
            word = fold(token.text)
            # “Lạm dụng” is not what “làm” asks of.
            same = not question.marked or place_tones(lower(token.text)) in spelt
            told = (word in asked and same) or word in bidding
            if gap.strip() or not told or word in ("theo", "cua", "ve"):
                break
            end = token.end
        denied = fold(text[match.end() : match.end() + end]).split()
        of_it = not claimed or claimed & set(denied)
        if len(denied) >= 2 and of_it and set(denied) - bidding:
            return match.start(), match.end() + end
    return None


_BIDDING = frozenset("phai can bat buoc duoc bi".split())
CLAIM = re.compile(
    r"\b(?:co|con) (?:phai|duoc|can|bi|the|bat buoc)\b(?P<claim>.+?)\s(?:khong|chua)\W*$"
)
_EMPTY = frozenset("phai duoc can bi the la co cho va hoac cua theo".split())


# A question is held against hundreds of sentences: what it claims is found once.
@lru_cache(maxsize=64)
def claimed_words(query: str) -> frozenset[str]:
    """Return the folded words of what is asked after “có phải”, “có được”; none without such."""
    match = CLAIM.search(fold(OR_ELSE.sub(r"\g<not>", query)))
    return frozenset(re.findall(r"\w+", match["claim"])) - _EMPTY if match else frozenset()


_CLAUSE = re.compile(r"[,;:.]\s|(?<!\w)thì(?!\w)")
_CONDITION = re.compile(r"(?<!\w)(?:mà|khi|nếu|vì|do|trường hợp)(?!\w)", re.IGNORECASE)
_THEN = re.compile(r"[^;:.]*(?<!\w)(?:thì|đều)(?!\w)")


def on_condition(text: str, start: int) -> bool:
    """Tell whether a denial only says when something else holds.

    “Hộ mà chưa được giao đất”, “không có tranh chấp thì được cấp” and “kết quả không thuộc bí mật
    đều có bản điện tử” deny nothing of what is so.
    """
    begins = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    return (
        _CONDITION.search(text, begins, start) is not None or _THEN.match(text, start) is not None
    )


def taken_as_known(query: str, text: str, start: int) -> bool:
    """Tell whether a question itself says the denial that begins at an offset of a text.

    “Khách không có giấy tờ thì có phải báo không?” is not denied by “khách không có giấy tờ”.
    """
    folded, asked = fold(text[start:]), fold(query)
    run = " ".join(folded.split()[:3])
    if len(run.split()) == 3 and re.search(rf"\b{re.escape(run)}\b", asked):
        return True
    # “Không ai tranh chấp” says as much as “không có tranh chấp”.
    here = _DENIED.match(folded)
    return here is not None and any(
        here["what"] == there["what"] for there in _DENIED.finditer(asked) if there["what"]
    )


_DENIED = re.compile(r"(?:khong|chua)(?: (?:co|ai|con|he|bi|xay ra|phat sinh))* (?P<what>\w+ \w+)")


def said_whole(act: Act, evidence: Evidence, denial: tuple[int, int]) -> bool:
    """Tell whether the words that deny an act name all of it: “không sáp nhập”."""
    said = Haystack(evidence.text[slice(*denial)])
    return all(said.holds(fold(word)) for word in act.words)


def leaves_out(evidence: Evidence, act: Act, start: int) -> bool:
    """Tell whether what a question asks of is what a sentence leaves out, from an offset on.

    “100% hồ sơ được xử lý trên mạng (trừ hồ sơ bí mật nhà nước)” answers of “hồ sơ mật”.
    """
    text = evidence.text
    if not _LEAVES_OUT.match(text, start):
        return False
    about = Haystack(text[start : clause_end(text, start)])
    plain = act.mode is Mode.PLAIN
    asked, rest = (act.words[1:], act.who) if plain else (act.who, act.words)
    if len(asked) < _NAMED_IN_FULL or not all(about.holds(fold(word)) for word in asked):
        return False
    near = (evidence.sentence, evidence.frame)
    held = sum(any(part.holds(fold(word)) for part in near) for word in rest)
    return held >= _LEAST_OF_REST * len(rest)


_NAMED_IN_FULL = 2
_LEAST_OF_REST = 0.3
"""Least share of the other words of a question beside what a sentence leaves out."""


_MERGING = re.compile(r"\b(?:sap nhap|nhap|ghep|gop|hop nhat|sap xep)\b")
_AS_IT_WAS = re.compile(
    r"\bkhong (?:thuc hien |phai |thuoc dien |tien hanh |bi )?(?:sap xep|sap nhap|nhap|hop nhat)\b"
)
_UNIT = re.compile(
    r"(?<!\w)(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]ỉnh|[Tt]hành phố)\s"
    r"(?P<name>[^\W\d_a-zà-ỹ]\w+(?: [^\W\d_a-zà-ỹ]\w+)*)"
)


def stays_apart(question: Question, evidence: Evidence) -> float:
    """Return the bonus of a sentence that names a unit as one that is merged with none, or 0.

    Resolutions on mergers list these, under a heading (“Các địa phương không sắp xếp”) or in a
    sentence (“02 xã không thực hiện sắp xếp là xã …”), which says it better.
    """
    if not _MERGING.search(fold(question.query)):
        return 0.0
    first = _UNIT.search(question.query)
    unit = first["name"] if first else next(iter(question.places), "")
    text = fold(evidence.text)
    at = text.find(fold(unit))
    if not unit or at < 0:
        return 0.0
    denial = _AS_IT_WAS.search(text)
    if denial:
        return _SAID_APART if at > denial.end() else 0.0
    nearest = evidence.hit.passage.path[-1:]
    listed = any(_AS_IT_WAS.search(fold(step.heading)) for step in nearest)
    return _LISTED_APART if listed else 0.0


_SAID_APART, _LISTED_APART = 0.9, 0.45


_OPPOSITES = tuple(
    (re.compile(rf"(?<!\w)(?:{asked})(?!\w)", re.I), re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.I))
    for asked, said in (
        (r"dừng|nghỉ|ngừng|ngưng|chấm dứt|giải thể|bãi bỏ|hết (?:hiệu lực|giá trị|hạn)|mất giá trị",
         r"(?:vẫn )?tiếp tục (?:được )?[^\W\d_]+ [^\W\d_]+|"
         r"vẫn (?:còn |có )*(?:hiệu lực|giá trị|hoạt động)"),
        (r"nâng|tăng|giảm|hạ|cắt|thay đổi|điều chỉnh",
         r"(?:được |vẫn )*giữ nguyên|(?:không|chưa) thay đổi"),
    )
)  # fmt: skip
"""What a question may ask of, and what says that the contrary is so."""

_SPOKEN_OF = 0.4
"""Least share of a question's words that a sentence, with its headings, holds to oppose it."""


def opposed(question: Question, evidence: Evidence) -> tuple[int, int] | None:
    """Return the words that state the contrary of what is asked: “tiếp tục hoạt động”."""
    text = evidence.text
    for asked, said in _OPPOSITES:
        found = said.search(text) if asked.search(question.query) else None
        if found is None or asked.search(text, found.end()):
            continue
        words = [term for term in question.terms if "_" not in term]
        near = (evidence.sentence, evidence.frame)
        held = sum(any(part.holds(word) for part in near) for word in words)
        if held >= _SPOKEN_OF * len(words):
            return found.span()
    return None
