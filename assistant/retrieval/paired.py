"""Two things that a question asks the same of, named in its own words.

“Bộ và tỉnh mỗi bên bị chấm mấy tiêu chí?” and “Lề trái bao nhiêu: văn bản của Đảng và văn bản
nhà nước?” name no two places, years or documents, yet each side wants an answer of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.retrieval.parts import parts_of, tidy, told_apart
from assistant.schema import Side
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import has_marks, lower

__all__ = ["paired"]

_ASKS = r"\b(?:bao nhieu|bao lau|may|gi|nao|ai|khi nao|bao gio|the nao|ra sao|o dau|tu dau)\b"
_AND = r"(?:va|voi|cung)"
_OR = r"(?:va|voi|cung|hay)"
_SIDE = r"[^,:;?]{2,70}?"
_VERB = r"(?:la|dat|dat ra|duoc|chiem|phai|co|dung|bi|doi hoi|yeu cau|ghi|quy dinh|noi|giao|cho)"
_THING = (
    r"(?:ben|noi|cap|loai|thu|cai|nhom|mang|dang|kieu|muc|dia phuong|tinh|van ban|truong hop|"
    r"linh vuc|don vi|nam|moc|dau)"
)
# “T: A đặt bao nhiêu, B đặt bao nhiêu?”
_EACH_ASKED = re.compile(
    rf"^(?P<topic>[^:?]{{3,}}):\s*(?P<one>[^,:;?]*?{_ASKS}[^,:;?]*),\s*"
    rf"(?:(?:con|va|roi)\s+)?(?P<other>[^,:;?]*?{_ASKS}[^,:;?]*)$"
)
# “… bao nhiêu: A và B?”
_ASKED_BEFORE = re.compile(
    rf"^(?P<lead>.*{_ASKS}[^:]*):\s*(?:(?:giua|ca|o)\s+)?(?P<one>{_SIDE})\s+{_AND}\s+"
    rf"(?P<other>[^,:;?]{{2,70}})$"
)
# “A và B mỗi bên bao nhiêu?”
_EACH = re.compile(
    rf"^(?P<lead>(?:[^?]*[,:]\s*)?)(?P<one>{_SIDE})\s+{_AND}\s+(?P<other>{_SIDE}),?\s+"
    rf"(?:thi\s+)?(?:moi|tung)\s+{_THING}\s+(?P<rest>[^?]+)$"
)
# “A và B, cái nào nhiều điều hơn?”
_WHICH_MORE = re.compile(
    rf"^(?P<lead>(?:[^?]*,\s*)?)(?P<one>{_SIDE})\s+{_OR}\s+(?P<other>{_SIDE}),?\s+(?:thi\s+)?"
    rf"{_THING}\s+nao\s+(?:co\s+)?(?P<more>nhieu|it)\s+(?P<noun>[^,?]*?)\s*hon\b(?P<rest>[^?]*)$"
)
# “… khi nộp trực tuyến và khi nộp trực tiếp”: what is alike begins alike.
_ALIKE = re.compile(
    rf"^(?P<lead>[^?]*?)(?P<one>\b(?P<head>khi|ben|cap|doi voi|ke hoach|nghi quyet|van ban|dat|"
    rf"luat|nguoi|ho so|truong hop)\s{_SIDE}),?\s+{_AND}\s+(?P<other>(?P=head)\s[^,:;?]{{2,70}}?)"
    rf"(?P<rest>,[^?]*|\s+(?:{_VERB} )*{_ASKS}[^?]*|\s+(?:co )?(?P<apart>khac|giong)\b[^?]*|)$"
)
# “Luật về A, B và luật về C: cái nào phải xong trước?”
_WHICH_FIRST = re.compile(
    rf"^(?P<one>(?P<head>\S+ \S+) [^:?]+?)\s+{_OR}\s+(?P<other>(?P=head) [^:?]+?)[:,]\s*"
    rf"{_THING}\s+nao\s+(?P<act>[^,?]*?)\s*(?:truoc|sau|som|muon)(?: hon)?\b[^?]*$"
)
_SAYS = re.compile(rf"\s(?:(?:thi )?{_VERB}|thi)\b.*$|\s*{_ASKS}.*$")
_ACTOR = re.compile(
    r"^(?:ben|phia|cap|ca nuoc|toan quoc|nguoi|nhom|loai|ho|dat|doanh nghiep|to chuc|co quan|"
    r"van ban|ke hoach|nghi quyet|quyet dinh)\b"
)


def paired(query: str) -> tuple[Side, ...]:
    """Return the two questions that one question asks of two things in its own words.

    Args:
        query: The question with abbreviations written out, without its question mark.

    Returns:
        Two sides; none where the question names no such pair.
    """
    folded = told_apart(query)
    for form in (_each_asked, _asked_before, _each, _which_more, _which_first, _alike):
        sides = form(query, folded)
        if sides and sides[0].label.casefold() != sides[1].label.casefold():
            return sides
    return ()


def _each_asked(query: str, folded: str) -> tuple[Side, ...]:
    found = _EACH_ASKED.match(folded)
    if found is None:
        return ()
    topic, sides = _of(query, found, "topic"), []
    for name in ("one", "other"):
        half = _of(query, found, name)
        label = half[: len(_SAYS.sub("", told_apart(half)))].strip()
        if not (_ACTOR.match(told_apart(label)) or parts_of(label) or bodies(label)):
            # “… kiểm tra xong tháng mấy, báo cáo tháng mấy?” asks of one thing twice.
            return ()
        sides.append(Side(label, f"{topic}, {half}?"))
    return tuple(sides)


def _asked_before(query: str, folded: str) -> tuple[Side, ...]:
    found = _ASKED_BEFORE.match(folded)
    if found is None:
        return ()
    lead = _of(query, found, "lead")
    return _sides(found, query, lambda side: f"{lead}, {side}?")


def _each(query: str, folded: str) -> tuple[Side, ...]:
    found = _EACH.match(folded)
    if found is None or not re.search(_ASKS, found["rest"]):
        return ()
    lead, rest = _of(query, found, "lead"), _of(query, found, "rest")
    return _sides(found, query, lambda side: f"{lead} {side} {rest}?".strip())


def _which_more(query: str, folded: str) -> tuple[Side, ...]:
    found = _WHICH_MORE.match(folded)
    if found is None:
        return ()
    lead, rest, noun = (_of(query, found, name) for name in ("lead", "rest", "noun"))
    many = "bao nhiêu" if has_marks(query) else "bao nhieu"
    if not noun:
        return _sides(found, query, lambda side: f"{lead} {many} {side} {rest}?".strip())
    return _sides(found, query, lambda side: f"{lead} {side} có {many} {noun} {rest}?".strip())


def _alike(query: str, folded: str) -> tuple[Side, ...]:
    found = _ALIKE.match(folded)
    if found is None or not (
        found["apart"] or re.search(_ASKS, f"{found['lead']} {found['rest']}")
    ):
        return ()
    lead, rest = _of(query, found, "lead"), _of(query, found, "rest")
    if found["apart"]:
        rest = "là gì" if has_marks(query) else "la gi"
    rest = rest if rest[:1] == "," else f" {rest}"
    return _sides(found, query, lambda side: f"{lead} {side}{rest}".strip() + "?")


def _which_first(query: str, folded: str) -> tuple[Side, ...]:
    found = _WHICH_FIRST.match(folded)
    if found is None:
        return ()
    act, when = _of(query, found, "act"), "khi nào" if has_marks(query) else "khi nao"
    return _sides(found, query, lambda side: f"{side} {act} {when}?")


def _of(query: str, found: re.Match[str], name: str) -> str:
    start, end = found.span(name)
    return query[start:end].strip() if start >= 0 else ""


_BARE_LEVEL = re.compile(r"^(?:bo|tinh|huyen|xa|phuong|trung uong)$")


def _sides(found: re.Match[str], query: str, asked: Callable[[str], str]) -> tuple[Side, ...]:
    labels = [_of(query, found, "one"), _of(query, found, "other")]
    if all(_BARE_LEVEL.match(told_apart(label)) for label in labels):
        # “Bộ và tỉnh mỗi bên …” asks of two levels, which documents call so.
        level = "cấp" if has_marks(query) else "cap"
        labels = [f"{level} {lower(label)}" for label in labels]
    return tuple(Side(label, tidy(asked(label))) for label in labels)
