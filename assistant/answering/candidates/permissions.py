"""Whether something may be done: what forbids it, and what is no leave to do it.

Laws list forbidden acts by their bare names (“Cho mượn, cho thuê giấy phép”) under a heading
that forbids them, and the same acts again where they are fined. An item of such a list says of
itself neither yes nor no; what it hangs from does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.schema import Question
from assistant.vietnamese.normalise import fold

__all__ = ["asks_leave", "forbidden", "grants"]

# “Có được … không?”, “… được không?”, “Có thể … không?”
_LEAVE = re.compile(
    r"\bco (?:duoc|the|quyen)\b(?P<act>.+?)\s(?:khong|chua)\W*$|"
    r"^(?P<whole>.+?)\s(?:co )?duoc (?:phep )?(?:khong|chua)\W*$"
)
# “Không được cấp thẻ trong các trường hợp sau đây:” forbids no act of those cases.
_FORBIDS = re.compile(
    r"(?<!\w)cấm(?!\w)|(?<!\w)không được(?: phép)?(?: làm| thực hiện)?(?: các| những)?"
    r"(?: hành vi| việc| hoạt động| điều)?(?: sau(?: đây)?| dưới đây)?\W*$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:duoc|co quyen|cho phep|co the)\b")
_QUALIFIED = re.compile(
    r"\b(?:trai|khong dung|sai|khi|ma|de|nham|gay|loi dung|lam dung)\s+(?P<how>\S+(?: \S+){0,4})"
)
_NEAR_AN_ACT = 5
"""An act stands at most so many words behind the word that allows it."""

_NAMED = 0.7
"""Least share of the words of an act in a sentence that may be leave for it."""

_SETTLED = 0.2
"""Bonus of an act named under what forbids it."""

_EMPTY = frozenset("duoc the quyen phep co la cho cua va hoac".split())


def asks_leave(question: Question) -> list[str]:
    """Return the folded words of the act whose leave is asked, none where no leave is."""
    match = _LEAVE.search(fold(question.query).strip())
    if match is None:
        return []
    words = re.findall(r"\w+", match["act"] or match["whole"])
    return [word for word in words if word not in _EMPTY]


def forbidden(told: Candidate, act: list[str]) -> Candidate | None:
    """Return the denial in an item that hangs from a heading or lead-in that forbids.

    It settles nothing where the act is forbidden in some manner alone, which the question does
    not name (“sử dụng trái phép”, “kinh doanh khi chưa có giấy phép”).

    Args:
        told: The item, which holds nearly all words of the question.
        act: Words of the act asked about.
    """
    if not act:
        return None
    text = told.evidence.document.text
    forbids = next((lead for lead in told.evidence.leads() if _forbids(lead.of(text))), None)
    if forbids is None:
        return None
    asked = set(act)
    only_some = any(
        not asked & set(re.findall(r"\w+", match["how"]))
        for match in _QUALIFIED.finditer(fold(told.evidence.text))
    )
    return replace(told, settles=None if only_some else False, bonus=_SETTLED, governor=forbids)


def grants(evidence: Evidence, act: list[str]) -> bool:
    """Tell whether a sentence may be leave for an act: it names the act, and an item says so.

    Running text is a statement of its own; the name of an act in a list is none.
    """
    if not act:
        return True
    text = fold(evidence.text)
    if sum(evidence.sentence.holds(word) for word in act) < _NAMED * len(act):
        return False
    if not evidence.in_list:
        return True
    for lead in evidence.leads()[:1]:
        said = lead.of(evidence.document.text).rstrip()
        if said.endswith(":") and _MAY.search(fold(said)) and not _forbids(said):
            return True
    return any(
        word in act
        for match in _MAY.finditer(text)
        for word in re.findall(r"\w+", text[match.end() :])[:_NEAR_AN_ACT]
    )


def _forbids(lead: str) -> bool:
    return _FORBIDS.search(lead) is not None
