"""Ways of asking what something means that hold words of other kinds of questions.

“Đất tín ngưỡng là những đất nào?” has the form of a list, “… viết tắt là gì?” beside “ký hiệu”
that of a question after a document; both ask what one term means.
"""

from __future__ import annotations

import re

__all__ = ["asks_meaning"]

_MEANING = re.compile(
    # a term, and what it is defined, explained or shortened as
    r"\b(?:duoc )?(?:\S+ )?(?:dinh nghia|giai thich) (?:la gi|the nao|nhu the nao|ra sao)\b|"
    r"\bviet tat\b.*\b(?:gi|nao|sao)\b|\bgoi (?:cai )?gi la\b"
)
_FRAME = r"^(?:(?:theo|trong|o|tai) [^,]{3,60}?(?:,| thi) )?"
# “Doanh nghiệp FDI … là doanh nghiệp gì?”: the noun that the term begins with is asked for.
_OWN_NOUN = re.compile(
    rf"{_FRAME}(?P<noun>\S+(?: \S+)?) [^,?]+ (?:la|nghia la) (?:nhung |cac |loai |mot )*"
    r"(?P=noun) (?:gi|nao|the nao|nhu the nao|ra sao)\b"
)
_NAMED = re.compile(
    r"(?:co quan|don vi|to chuc|bo|so|uy ban|tinh|thanh pho|dia phuong|noi|xa|phuong|huyen|"
    r"nguoi|ngay|nam|thang|van ban|nghi quyet|nghi dinh|quyet dinh|ke hoach|chi thi|luat|muc|"
    r"con so|gia tri)"
)
"""Nouns of what has a name, a date or a number: which one it is, not what it means."""


def asks_meaning(folded: str) -> bool:
    """Tell whether a question asks what a term means, whatever else its words look like.

    Args:
        folded: The question folded, as ``asking`` gives it.
    """
    own = _OWN_NOUN.search(folded)
    if own and not re.fullmatch(_NAMED, own["noun"]):
        return True
    return _MEANING.search(folded) is not None
