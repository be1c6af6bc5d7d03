"""What settles a comparison in a word: which side is more, or whether it is.

“Nơi nào đông dân hơn?” is answered by a name, “… có cao hơn … không?” by yes or no; both only
once the values of the sides stand, each with its citation.
"""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold

__all__ = ["settled"]

_UP = r"(?:cao|lon|nhieu|dong(?: dan)?|rong|nhanh|dai|tham vong|tot|muon|sau)"
_DOWN = r"(?:thap|nho|it|kem|cham|hep|ngan|som|truoc)"
_WHICH = re.compile(
    r"\b(?:noi|ben|cho|phia|dia phuong|van ban|thanh pho|tinh|cai|don vi|so|muc|mang|loai|nam|moc|"
    r"cap|ke hoach|nghi quyet|quyet dinh|luat) nao\b|\bai\b|\bdau\b"
)
_EITHER = re.compile(
    rf"\b(?P<up>{_UP} hon) (?:hay|hoac)(?: la)? (?P<down>{_DOWN}(?: hon)?)\b|"
    rf"\b(?P<first>{_DOWN} hon) (?:hay|hoac)(?: la)? (?P<then>{_UP}(?: hon)?)\b"
)
_MORE = re.compile(rf"\b(?:{_UP}(?: [^\W\d_]+){{0,3}}? hon|da vuot|vuot)\b")
_LESS = re.compile(rf"\b{_DOWN}(?: [^\W\d_]+){{0,3}}? hon\b|\btruoc\b")
_WHETHER = re.compile(r"\b(?:khong|chua)\W*$")
_AS_IT_IS_NOW = re.compile(r"\s(?:mới|moi)$", re.IGNORECASE)


def settled(query: str, labels: tuple[str, str], order: int, words: dict[str, str]) -> str | None:
    """Return the word or name that settles a comparison of two sides.

    Args:
        query: The question as understood.
        labels: The sides as it names them, in its order.
        order: 1 where the first is more (or later), -1 where it is less, 0 where they are equal.
        words: Wording of the answer's language.

    Returns:
        A side's name, “Có” or “Không”, or the question's own word; None where it asks for none.
    """
    asked = fold(query)
    either = _EITHER.search(asked)
    if either:
        up, down = ("up", "down") if either["up"] else ("then", "first")
        name = up if order > 0 else down
        return query[either.start(name) : either.end(name)] if order else None
    less = _LESS.search(asked)
    if not less and not _MORE.search(asked):
        return None
    wanted = -1 if less else 1
    if _WHICH.search(asked):
        if not order:
            return None
        return _AS_IT_IS_NOW.sub("", labels[0] if order == wanted else labels[1])
    if _WHETHER.search(asked):
        return words["affirmed" if order == wanted else "denied"]
    return None
