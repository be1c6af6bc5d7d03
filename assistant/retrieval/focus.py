"""The noun phrase that a question counts, or that stands before its “gì” or “nào”."""

from __future__ import annotations

import re

from assistant.retrieval.kinds import SPELT, asking
from assistant.schema import AnswerKind
from assistant.vietnamese.names import head_of_post
from assistant.vietnamese.normalise import fold, place_tones
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["PERCENT", "focus_of"]

_COUNTED = re.compile(
    r"(?:bao nhieu|\bmay|\btong so|\bso luong)\s+(?!tro (?:len|xuong)\b)(?P<focus>[^?.,;:()]+)"
)
_NAMED = re.compile(r"(?P<focus>(?:[^\s?.,;:()]+\s+){1,4})(?:gi|nao)\b")
_LISTED = re.compile(r"\b(?:nhung|cac|hai|ba|bon|sau|\d{1,2}) (?P<noun>[^\W\d_]+ [^\W\d_]+)")
PERCENT = re.compile(
    r"phan tram|bao nhieu phan(?! (?:mem|viec|qua|an|thuong))|%|\bty le\b|\bti le\b|"
    r"ty trong|ti trong|\b(?:chiem|gop|dong gop|tang|giam)(?: \w+){0,2} may phan(?! (?:mem|viec))"
)

# Words that end a noun phrase, with their marks, which tell them from parts of a noun: the “sơ”
# of “hồ sơ” ends nothing. Common nouns are known whole, for where there are no marks.
_FOCUS_END: dict[str, str] = {}
for _word in (
    "lên mức dù đủ này kia đã cũng cùng ở tại của được đang sẽ phải có là thì trong trên theo vào "
    "đến từ với bị cho để năm về và hay so số khi nếu mới một mỗi thuộc không giảm tăng nữa nhỉ "
    "vậy thế ạ à rồi vì do bởi nhờ trước"
).split():
    _FOCUS_END[fold(_word)] = f"{_FOCUS_END.get(fold(_word), '')} {place_tones(_word)}".strip()
# With marks “sau” is set apart from the “sáu” that counts.
_FOCUS_END["sau_"] = "sau"
_FOCUS_NOUN = re.compile(
    r"\b(?:doanh so|(?:kinh te|xa hoi|chinh quyen|du lieu|chu ky|ky nang|nen tang|cong nghe|"
    r"cong nghiep|cong dan|thanh toan|ha tang) so|"
    r"ho so|co (?:so|quan)|dau tu|du (?:an|lich|thao|khach)|(?:danh|hang) muc|muc tieu|o to|"
    r"tai (?:lieu|khoan|san|nan)|(?:chuyen|van) de|de (?:an|tai)|thi (?:xa|tran|sinh)|dang vien|"
    r"moi truong|dau moi|thiet bi|bi thu|the (?:thao|can cuoc)|ve tinh|cay trong)\b"
)


_A_PIECE = "cai"
"""“Sáng kiến, mỗi nơi phải có mấy cái?” counts what the question begins with."""


def _first_noun(folded: str) -> str:
    """Return the first words of a question up to the end of a noun phrase."""
    words: list[str] = []
    for match in re.finditer(r"[^\W\d][\w]*|[,:;?]", folded):
        word = match.group()
        if not word[0].isalpha() or word in _FOCUS_END or len(words) == _NOUN_PHRASE:
            break
        words.append(word.rstrip("_").replace("_", " "))
    return " ".join(words)


_NOUN_PHRASE = 6


def focus_of(query: str, kind: AnswerKind) -> str:
    """Return the noun phrase that is counted, or that stands before “gì” or “nào”."""
    folded = asking(query, {**_FOCUS_END, **SPELT, "vi": _FOCUS_END["vi"]})
    folded = _FOCUS_NOUN.sub(lambda noun: noun.group().replace(" ", "_"), folded)
    if kind in (AnswerKind.FIGURE, AnswerKind.MONEY):
        match = _COUNTED.search(folded)
        words: list[str] = []
        for word in match["focus"].split() if match else []:
            if word in _FOCUS_END or len(words) == 10:
                break
            words.append(word.rstrip("_").replace("_", " "))
        if words == [_A_PIECE]:
            return _first_noun(folded)
        part = words[:1] == ["phan"] and PERCENT.search(folded)
        return "" if part else " ".join(words)
    if kind is AnswerKind.PERSON:
        return head_of_post(query) or ""
    listed = _LISTED.search(folded) if kind is AnswerKind.LIST else None
    if listed:
        return " ".join(word.rstrip("_") for word in listed["noun"].split())
    match = _NAMED.search(folded)
    if match is None and kind is AnswerKind.TEXT:
        # “Chủ đề diễn đàn?” asks by its first words alone.
        return " ".join(fold(token.text) for token in syllables(query)[:2])
    if match and kind in (AnswerKind.TEXT, AnswerKind.LIST):
        kept = [word for word in match["focus"].split() if word[0] not in "_0123456789"]
        while kept and (kept[0] in _FOCUS_END or is_stopword(kept[0], marked=False)):
            kept = kept[1:]
        return " ".join(word.rstrip("_") for word in kept)
    return ""
