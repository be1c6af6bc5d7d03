"""Who holds a post by the post that he holds already: “Chủ tịch xã là Chủ tịch Hội đồng”.

Laws name nobody. They say which office sits at the head of a board, and that is who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.answering.terms import Haystack
from assistant.schema import Question, Span
from assistant.vietnamese.names import persons
from assistant.vietnamese.normalise import fold

__all__ = ["post_candidates"]

_HOLDS = re.compile(
    r"(?<!\w)(?P<who>(?:(?:Phó |Nguyên )?(?:Chủ tịch|Thủ tướng|Bí thư|Giám đốc|Chánh [^\W\d_]+)|"
    r"Bộ trưởng|Thứ trưởng|Viện trưởng|Cục trưởng|Hiệu trưởng|Trưởng|Thủ trưởng|Lãnh đạo|"
    r"(?:Một|01|Các) (?:Phó )?[^\W\d_]+|[Đđ]ại diện|[Nn]gười đứng đầu|[Nn]gười đại diện)"
    r"(?!\w)[^;:.()]*?)\s+(?:là|làm|giữ chức(?: vụ| danh)?|kiêm)\s+(?P<post>[^,;:.()]+)"
)
_HELD = 0.2
"""Bonus of a sentence that says who holds the post asked for."""
_OF_THE_BOARD = 0.6
"""Least share of a question's words and pairs in a sentence that speaks of the same board."""


def post_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the office whose holder has the post asked for: “ai làm trưởng ban?”.

    Args:
        question: A question that asks who holds the post in its ``focus``.
        evidence: A sentence; one that names a person is left to the finder of persons.
    """
    text, start = evidence.text, evidence.span.start
    if not question.focus or persons(text):
        return
    said = Haystack(evidence.led_text())
    words = [term.replace("_", " ") for term in question.terms]
    if sum(map(said.holds, words)) < _OF_THE_BOARD * len(words):
        return
    for holds in _HOLDS.finditer(text):
        if re.match(rf"{re.escape(question.focus)}\b", fold(holds["post"])):
            who = Span(start + holds.start("who"), start + holds.end("who"))
            yield Candidate(evidence, who, evidence.led_text(), _HELD)
