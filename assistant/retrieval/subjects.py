"""The subject of a question after meaning: X in “X là gì”, “X được hiểu như thế nào”."""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold

__all__ = ["subject_of"]

_SUBJECT = re.compile(
    r"^(?P<x>.+?)\s+(?:duoc\b.*\b(?:hieu|dinh nghia|xem|coi|mo ta)\b.*|"
    r"hieu (?:the nao|nhu|ra sao|don)\b.*|(?:nghia |tuc )?la\b.*|"
    r"giup\b.*|(?:dem|mang) lai\b.*|(?:co|dong) (?:y nghia|vai tro)\b.*|de lam gi.*|"
    r"co nghia.*|viet tat.*|co loi.*|nghia|ra sao|the nao)$"
)
_ASKED_FIRST = re.compile(
    r"^(?:the nao (?:thi )?(?:duoc )?(?:(?:coi|xem|goi) )?la|"
    r"khai niem(?: ve)?|dinh nghia|hieu the nao la|"
    r"(?:cum tu|tu ngu|thuat ngu)|.+ goi (?:cai )?gi la|"
    r"giai thich(?: ngan gon)?(?: giup(?: (?:toi|minh|em))?)?|ban chat cua|"
    r"(?:theo|trong|o|tai) [^,]+?(?:,| thi))\s*"
)
_SHORT_FORM = re.compile(
    r"^\s*(?:(?:[Cc]hữ|[Tt]ừ|[Cc]ụm từ|[Tt]huật ngữ|[Cc]hỉ số)\s+)?[“\"]?"
    r"(?P<form>[A-ZĐ][A-Za-zĐ0-9]*[A-ZĐ](?: Index| INDEX)?|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)+)[”\"]?(?=\s)"
)
_SAID_BY = re.compile(
    r"^(?:pgs|gs|ts|ong|ba|theo)\b.{3,60}?\b(?:noi(?! tieng| bat| tren| len)|cho rang|cho biet|"
    r"thi(?! (?:\S+ ){1,3}(?:noi|cho)\b))\s+(?!ve )"  # “bà Lê Thị An nói”
)
# “E-form mà kế hoạch nhắc tới là gì?”, “Vườn ươm nêu trong quyết định là gì?”
_MENTIONED = re.compile(
    r"\s+(?:(?:ma|duoc) (?:\S+ ){0,8}?(?:nhac|neu|noi|de cap|ghi|dung|su dung|giai thich|"
    r"dinh nghia)|nhac|neu|de cap)(?: (?:den|toi|trong|o|tai)\b.*)?$"
)
# “Chữ viết tắt của ‘quyết định’ trong …”, “Quyết định thì ký hiệu viết tắt là gì?”
_SHORTENED = re.compile(
    r"^(?:(?:chu|ten|ky hieu|tu) )*viet tat (?:cua|cho) (?P<of>.+?)(?: (?:la|the nao|nhu the nao|"
    r"ra sao|trong|o|gi)\b.*)?$|"
    r"^(?P<by>.+?)(?: thi| co| duoc)*(?: (?:chu|ten|ky hieu|loai|van ban|vb))* viet tat\b.*$"
)
# “Bản sao trong hồ sơ”, but “nhiệm vụ trọng tâm”, “một cửa liên thông”, “khí thải”, “ô tô”.
_WHERE = re.compile(
    r"\s+(?:voi|doi voi|cua(?! lien thong| dien tu| quoc gia| khau)|o(?! to| nhiem| nho)|"
    r"cho(?! thue| vay)|trong(?! tam| diem| yeu| so| tai| rung| trot)|theo|khi(?! thai| nha| hau|"
    r" tuong| ga))\s.*$"
)
_VIEWED = re.compile(
    r"\b(?:coi|xem|goi|(?<!khau )(?<!ky )(?<!nhan )(?<!thuong )(?<!dau )(?<!tin )(?<!danh )"
    r"(?<!bien )(?<!so )hieu|nhin nhan|xac dinh)\s+(?P<x>.+)$"
)


def subject_of(query: str) -> str:
    """Return what a question asks the meaning of, folded; the whole question as a last resort.

    Args:
        query: The question with abbreviations written out.
    """
    short = _SHORT_FORM.match(query)
    if short:
        return fold(short["form"])
    asked = re.sub(r"[“”\"‘’]|(?<!\w)'|'(?!\w)", "", fold(query)).strip(" ?.")
    asked = _SAID_BY.sub("", asked.rsplit(":", 1)[-1].strip())
    asked = _ASKED_FIRST.sub("", _ASKED_FIRST.sub("", asked))
    shortened = _SHORTENED.match(asked)
    match = _SUBJECT.match(asked)
    subject = match["x"] if match else asked
    if shortened:
        subject = shortened["of"] or shortened["by"]
    viewed = _VIEWED.search(subject)
    if viewed:
        subject = viewed["x"]
    subject = re.sub(r"^.*?\b(?:dinh nghia|giai thich(?: ngan gon)?)\s+", "", subject)
    subject = _MENTIONED.sub("", subject)
    subject = _WHERE.sub("", subject.split(",")[0])
    return re.sub(r"\s+nam (?:19|20)\d\d\b|\s+thi$", "", subject).strip()
