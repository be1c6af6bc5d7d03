"""What a sentence does, beside what it speaks of: it judges, sets a task, gives a reason.

“Bị đánh giá thế nào?” is answered by a sentence that judges, never by one that sets a task in
the same words; “vì sao?” by one that gives a reason.
"""

from __future__ import annotations

import re

from assistant.answering.candidates.duties import as_the_doer
from assistant.answering.evidence import Evidence
from assistant.schema import BlockKind, Question
from assistant.vietnamese.normalise import fold

__all__ = ["manner"]

_STATE_ASKED = re.compile(
    r"\b(?:danh gia|nhan xet|nhan dinh|khen|che|phe binh|cham (?!diem)|thuc trang|hien trang|"
    r"tinh hinh)\b.*\b(?:the nao|ra sao|gi|diem nao|cho nao)\b|"
    r"\b(?:hien|hien nay|bay gio|luc nay|lau nay|truoc khi|truoc do|con|dang|bi)\b.*"
    r"\b(?:ra sao|the nao)\W*$|\b(?:yeu|kem|han che|manh|tot) (?:o )?(?:diem|cho|mat) nao\b"
)
_JUDGES = re.compile(
    r"(?<!\w)(?:còn|chưa|hạn chế|yếu|kém|thiếu|khá|trầm lắng|bất cập|tiến bộ|chuyển biến|nổi bật|"
    r"tích cực|lạc hậu|chậm|là lực lượng|có bước|đã (?:có|đạt|góp|được)|ngày càng|đáng kể)(?!\w)",
    re.IGNORECASE,
)
_SETS_A_TASK = re.compile(
    r"\W*(?:tang cuong|nang cao|day manh|xay dung|hoan thien|cai tien|su dung|huong dan|"
    r"co (?:co che|chinh sach|giai phap)|tao|"
    r"phat trien|to chuc|tiep tuc|ra soat|nghien cuu|ban hanh|khuyen khich|ho tro|chu trong|"
    r"bao dam|dam bao|trien khai|doi moi|phat huy|huy dong|tap trung|chu dong|uu tien|thu hut|"
    r"thuc day|quan triet|thuc hien|sua doi|quan tam|bo tri|hinh thanh|mo rong|dau tu|dao tao|"
    r"boi duong|khac phuc|kien toan|quy hoach|trong dung|ton vinh|giao|yeu cau|de nghi)\b"
)
_JUDGED, _TASKED = 0.12, 0.15
"""What a sentence that judges counts more, and one that sets a task less, of a state."""

_WHY = re.compile(r"\b(?:vi sao|tai sao|ly do|nguyen nhan|do dau|nho dau|vi dau)\b")
_REASON = re.compile(
    r"(?<!\w)(?:vì|bởi|nguyên nhân|lý do|xuất phát từ|nhờ|vì vậy|do)(?!\w)",
    re.IGNORECASE,
)
_GIVES_REASON = 0.06

_HEADING = 0.15
"""What a heading counts less, which names what a sentence would say."""


def manner(question: Question, evidence: Evidence) -> float:
    """Return what a sentence counts more or less for what it does, by what a question asks.

    Args:
        question: The question.
        evidence: The sentence.
    """
    asked, text = fold(question.query), evidence.text
    bonus = as_the_doer(question, text)
    if _STATE_ASKED.search(asked):
        tasked = _SETS_A_TASK.match(fold(text)) is not None
        bonus -= _TASKED * tasked
        bonus += _JUDGED * (not tasked and _JUDGES.search(text) is not None)
    if _WHY.search(asked):
        bonus += _GIVES_REASON * (_REASON.search(text) is not None)
    heads = evidence.block is not None and evidence.block.kind is BlockKind.HEADING
    return bonus - _HEADING * (heads and not text.rstrip().endswith(":"))
