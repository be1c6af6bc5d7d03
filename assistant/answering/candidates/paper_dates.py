"""Whose date a date is: that of an event, or of a paper that a sentence names in passing.

“Trên cơ sở Đề án số 381/ĐA-CP ngày 09/5/2025 … từ ngày 01/7/2025” says when the scheme was
signed beside when something begins; only who asks for its signing is answered by the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.anchors import carried_out
from assistant.answering.evidence import documents_named
from assistant.schema import Question
from assistant.vietnamese.dates import DateMention
from assistant.vietnamese.document_numbers import KIND_SIGNS, DocumentNumber, any_match
from assistant.vietnamese.normalise import fold

__all__ = ["PaperAsked", "is_in_a_name", "is_of_another_paper", "paper_asked", "paper_of"]

_KIND_NOUNS = [(fold(sign), fold(kind)) for sign, kind in KIND_SIGNS.items() if kind]
_KINDS = (
    r"(?P<kind>nghi quyet|quyet dinh|ke hoach|chi thi|ket luan|nghi dinh|thong tu|cong dien|"
    r"thong bao|huong dan|de an|chuong trinh|chien luoc|quy hoach)(?! (?:so )?\d)\b"
)
_VERB_FIRST = re.compile(r"\b(?:ra|ban hanh|ky|duyet|phe duyet|thong qua) (?:ban |mot )?" + _KINDS)
_NOUN_FIRST = re.compile(
    r"^\W*(?:ban |cai )?" + _KINDS + r".*\b(?:ky|duyet|phe duyet|ban hanh|thong qua|ra doi|ra|"
    r"dat but|de ngay|mang ngay)\b"
)
_APPROVED = ("de an", "chuong trinh", "chien luoc", "quy hoach")
"""What has no number of its own, and the signs of the papers that approve it."""
_APPROVING = ("QĐ", "NQ")
_ISSUING = re.compile(
    r"\b(?:ban hanh|ky|duyet|thong qua|ra doi|ra|cong bo|thanh lap|lap|de ngay|mang ngay|dat but|"
    r"quyet dinh|nghi quyet|ke hoach|chi thi|ket luan|nghi dinh|thong tu|cong dien|van ban|de an|"
    r"giao|co tu|sua doi|bo sung|thay the|bai bo|huy bo|khen|bo nhiem|chap thuan|cong nhan)\b"
)
_BASIS = re.compile(
    r"\b(?:can cu|co so|thuc hien|trien khai|thi hanh|cu the hoa|thay the|sua doi|bo sung|"
    r"bai bo)\b[^,;]{0,60}$"
)
_OF_A_YEAR = re.compile(
    r"\bke hoach\b(?!.*\b(?:den|toi|giai doan)\b).*?\bnam (?P<year>(?:19|20)\d\d)\b"
)
_YEAR_OF_A_LAW = re.compile(r"\b(?:luat|phap lenh|hien phap)\b[^,;()]{0,60}\($")
# “Kế hoạch tổng thể năm 2022 của tỉnh yêu cầu hoàn thành …”: the year is part of its name.
_PLAN_OF_A_YEAR = re.compile(
    r"\b(?:ke hoach|chuong trinh|bao cao|nghi quyet|ke hoach hanh dong)"
    r"(?: (?!so\b)[^\W\d_]+){0,6} nam (?:19|20)\d\d$"
)
_ITS_ISSUER = re.compile(r" (?:cua|do)\b")
_TITLE = re.compile(r"[^,;:]* ve [^,;:]*")
_UNTIL = re.compile(r"\b(?:den|toi|het|giai doan|tam nhin|dinh huong)\s*$")
_BEHIND = 8
"""How far behind the number of a document its own date stands, in characters."""


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """The paper that a question asks the date of, by its kind alone.

    Attributes:
        kind: Its kind, folded; empty where the question names none.
        year: The year that it plans; None where the question says none.
        issuing: Whether the question is after the date of a paper at all.
    """

    kind: str
    year: int | None
    issuing: bool

    def names_kind_of(self, paper: DocumentNumber) -> bool:
        """Tell whether a numbered paper is of the kind that the question names."""
        # The sign of a scheme (ĐA) is that of a project (DA) without its mark.
        nouns = [noun for sign, noun in _KIND_NOUNS if sign == fold(paper.sign)]
        return bool(self.kind) and any(noun.startswith(self.kind) for noun in nouns)

    def admits(self, paper: DocumentNumber) -> bool:
        """Tell whether a numbered paper may be the one asked about, by its sign."""
        known = any(sign == fold(paper.sign) for sign, _ in _KIND_NOUNS)
        approving = self.kind in _APPROVED and paper.sign in _APPROVING
        return not (self.kind and known) or self.names_kind_of(paper) or approving


@lru_cache(maxsize=8)
def paper_asked(query: str) -> PaperAsked:
    """Return the paper that a question asks the date of."""
    asked = fold(query)
    kind = _VERB_FIRST.search(asked) or _NOUN_FIRST.search(asked)
    year = _OF_A_YEAR.search(asked) if kind and kind["kind"] == "ke hoach" else None
    return PaperAsked(
        kind["kind"] if kind else "",
        int(year["year"]) if year else None,
        _ISSUING.search(asked) is not None,
    )


def paper_of(mention: DateMention, named: Sequence[DocumentNumber]) -> DocumentNumber | None:
    """Return the document whose number stands right before a date, None where none does."""
    near = [n for n in named if 0 <= mention.start - n.end <= _BEHIND]
    return near[-1] if near else None


def is_of_another_paper(
    question: Question, folded: str, mention: DateMention, paper: DocumentNumber
) -> bool:
    """Tell whether a date is that of a paper which the question does not ask the date of.

    Args:
        question: The question.
        folded: The sentence, folded.
        mention: The date.
        paper: The paper whose number stands before it.
    """
    wanted = documents_named(question.numbers)
    if any_match([paper], wanted):
        return carried_out(question.query, wanted)
    asked = paper_asked(question.query)
    if not asked.issuing or not asked.admits(paper):
        return True
    if asked.year and mention.year not in (None, asked.year - 1, asked.year):
        return True
    in_passing = _BASIS.search(folded[: paper.start]) is not None
    return in_passing and not asked.names_kind_of(paper)


def is_in_a_name(folded: str, mention: DateMention, named: Sequence[DocumentNumber]) -> bool:
    """Tell whether a year only says which paper is meant.

    “Luật Khoa học (2013)”, “Đề án số 381/ĐA-CP của Chính phủ về sắp xếp các xã năm 2025”.

    Args:
        folded: The sentence, folded.
        mention: The year.
        named: The numbers of documents in the sentence.
    """
    if folded[mention.end : mention.end + 1] == ")":
        return _YEAR_OF_A_LAW.search(folded[: mention.start]) is not None
    if mention.month is not None or _UNTIL.search(folded[: mention.start]):
        return False
    own = _PLAN_OF_A_YEAR.search(folded[: mention.end])
    if own and _ITS_ISSUER.match(folded[mention.end :]):
        return True
    before = [n.end for n in named if n.end <= mention.start]
    return bool(before) and _TITLE.fullmatch(folded[before[-1] : mention.start]) is not None
