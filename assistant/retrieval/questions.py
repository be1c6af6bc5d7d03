"""Questions: what is asked for, of which place, year, document and person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.errors import UsageError
from assistant.retrieval.subjects import subject_of
from assistant.schema import AnswerKind, Question
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.names import head_of_post, persons
from assistant.vietnamese.normalise import fold, has_marks, is_marked, lower, nfc, place_tones
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["MAX_QUESTION_CHARS", "analyse"]

MAX_QUESTION_CHARS = 2_000
"""A question longer than this is a pasted document, not a question."""

_DOC = (
    r"(?:van ban|nghi quyet|quyet dinh|ke hoach|chi thi|nghi dinh|thong tu|ket luan|luat|"
    r"chuong trinh|de an)"
)
_TITLE = (
    r"(?:vi|nguoi|chuyen gia|hoc gia|nha nghien cuu|giao su|lanh dao|dong chi|can bo|"
    r"dai bieu|tien s[iy]|"
    r"(?:pho )?(?:chu tich|giam doc|bi thu|thu tuong|chanh van phong|"
    r"(?:bo|vien|cuc|vu|hieu) truong|truong (?:ban|phong|khoa|doan)))"
)
_NUMBERED = (
    r"(?:cac|nhung|hai|ba|bon|sau|bay|tam|\d{1,2}|"
    r"nam (?=tru|nhom|nhiem|giai|muc tieu|noi dung|linh|quan))"
)

# The first pattern that matches decides; the order is from the most to the least telling.
_KINDS: tuple[tuple[AnswerKind, tuple[str, ...]], ...] = (
    (AnswerKind.LIST, (
        r"liet ke|ke ten|ke ra|bao gom\b",
        r"gom (?:nhung |co |cac )?(?:gi|nao|may|dau)|la nhung gi\b",
        r"neu (?:cac|nhung|\d|ba|hai|bon)|\b(?:cho|neu) (?:toi|minh|biet) (?:cac|nhung)\b",
    )),
    (AnswerKind.YES_NO, (
        r"(?:dung|phai) (?:khong|chang|hay sai|hay khong|k\b)|\bco phai\b|\bphai chang\b",
        r"\bco dung\b|\bco\b.+\b(?:khong|chua)\s*[?.]*$|\bchua\s*\?\s*$",
    )),
    (AnswerKind.AGENCY, (
        r"\b(?:do|boi) ai (?:ban hanh|phe duyet|to chuc|chu tri)",
        r"\bai (?:ban hanh|phe duyet|thong qua)|co quan (?:ban hanh|chu tri)|don vi ban hanh",
        r"\b(?:co quan|don vi|to chuc|hiep hoi|cap|ben|dau moi|so nganh|bo nganh) nao\b",
        r"\b(?:bo|(?<!van )ban) nao\b",
        r"(?:do|boi) (?:co quan|don vi|to chuc|ben) (?:nao|gi)",
    )),
    (AnswerKind.RANK, (
        r"\b(?:top|nhom|thu) (?:may|bao nhieu)(?! (?:tien|ty|ti|trieu|nghin|dong|tan|phan|%))",
        r"\bhang (?:may|bao nhieu|nao)",
        r"vi tri (?:thu )?(?:may|bao nhieu|nao)",
        r"\bchi so\b.*(?:vi tri|thu hang|xep hang)|\bdung thu\b|\bthu hang\b",
        r"\bxep hang\b.*(?:may|bao nhieu|nao|the nao)",
    )),
    (AnswerKind.DATE, (
        r"khi nao|bao gio|chung nao|ngay thang|(?:ngay|nam) bao nhieu",
        r"(?:ngay|hom|luc|nam|thang|buoi|thoi diem|thoi gian|moc|quy|dip) (?:nao|may|gi)\b",
        r"thoi han|han chot|han cuoi|giai doan nao",
    )),
    (AnswerKind.DOCUMENT, (
        rf"\b{_DOC}\b(?! (?:so )?\d)(?: \S+){{0,6}}? (?:nao|so may|so bao nhieu|so gi|gi)\b",
        rf"so hieu|so ky hieu|can cu (?:vao )?dau|\b{_DOC}\b.*\bso (?:may|bao nhieu)\b",
    )),
    (AnswerKind.PERSON, (
        rf"\bai\b|\b{_TITLE}\b(?: [^\s,;]+){{0,7}}? (?<!the )nao\b",
        r"\bten (?:la )?gi\b|\b(?:ong|ba) nao\b|ho (?:va )?ten",
        r"\bten (?:cua )?(?:ong|ba|vi|nguoi|dong chi)\b",
    )),
    (AnswerKind.MONEY, (
        r"bao nhieu (?:tien|ty|ti|trieu|nghin ty|dong|kinh phi|von)|may (?:ty|ti|trieu)\b",
        r"(?:kinh phi|tong muc dau tu|von|ngan sach|chi phi|so tien|muc phat)\b.*"
        r"(?:bao nhieu|la may|ra sao|co nao|the nao)(?! (?:phan tram|%))",
        r"\bton (?:\w+ )?(?:bao nhieu|may)",
    )),
    (AnswerKind.FIGURE, (
        r"bao nhieu|\bmay\b|phan tram|\bty le\b|\bti le\b|ty trong|con so",
        r"^(?:chi tieu|thiet hai_?)\b(?!.*\b(?:gi|nao)\b)",
        r"^(?:tong|so luong|dien tich|muc|toc do|quy mo|doanh thu|kinh phi|san luong) ",
    )),
    (AnswerKind.PLACE, (
        r"(?:o|tai|den tu) dau|dia diem|dia chi",
        r"(?:noi|duong|dia phuong|tinh|thanh pho|nuoc) nao",
        r"\b(?:tai|o) (?:\S+ ){1,5}nao\b",
    )),
    (AnswerKind.LIST, (
        rf"\b{_NUMBERED} (?:\S+ ){{1,8}}?(?:nao|gi|la gi)\b|nhung gi\b|\bnhung \S+ nao",
        rf"\b{_NUMBERED} (?:\S+ ){{1,4}}(?:la|gom)\b",
    )),
    (AnswerKind.DEFINITION, (
        r"\bla gi\b|nghia la|dinh nghia|the nao la|khai niem|giai thich|viet tat",
        r"(?:duoc )?hieu (?:the nao|nhu the nao|ra sao|la)",
        r"la (?:to chuc|chi so|co quan|khai niem|don vi|he thong|chuong trinh|cai) gi",
    )),
)  # fmt: skip
_PATTERNS = tuple(
    (kind, re.compile("|".join(f"(?:{part})" for part in parts))) for kind, parts in _KINDS
)

# “X mang lại những gì” asks what X is for, though it has the form of a list.
_BENEFIT = re.compile(
    r"(?:dem|mang) lai (?:dieu |loi ich )?(?:nhung )?gi\b|\bgiup (?:duoc )?(?:ich )?gi\b|"
    r"de lam gi|co loi (?:ich )?gi|nghia la (?:gi|sao|co)|co nghia|ban chat cua|"
    r"\b(?:coi|xem|goi) .+ la gi|mo ta (?:the|nhu the) nao|(?:duoc )?hieu (?:the nao|nhu the nao|ra sao)"
)
_POST_FIRST = re.compile(
    r"^(?:pho )?(?:chu tich|giam doc|bi thu|thu tuong|bo truong|vien truong|chanh van phong)\b"
)
_ASKED_IN_TURN = frozenset(
    (AnswerKind.AGENCY, AnswerKind.RANK, AnswerKind.DATE, AnswerKind.DOCUMENT, AnswerKind.PERSON,
     AnswerKind.MONEY, AnswerKind.FIGURE, AnswerKind.PLACE)
)  # fmt: skip
_HOW_MANY = re.compile(r"bao nhieu|\bmay\b")
_COUNTED = re.compile(r"(?:bao nhieu|\bmay)\s+(?P<focus>[^?.,;:()]+)")
_NAMED = re.compile(r"(?P<focus>(?:[^\s?.,;:()]+\s+){1,4})(?:gi|nao)\b")
_PERCENT = re.compile(r"phan tram|%|\bty le\b|\bti le\b|ty trong|ti trong")
_UNIT = re.compile(
    r"(?:bao nhieu|\bmay) "
    r"(ha|hec ta|km|km2|m2|lan|nam|thang|ngay|gio|phut|tuoi|diem|kwh|tan)\b|\b(dien tich)\b|"
    r"\b(gap) (?:may|bao nhieu)\b"
)
_UNITS = {"ha": "ha", "hec ta": "ha", "km": "km", "km2": "km2", "m2": "m2", "lan": "lần",
          "nam": "năm", "thang": "tháng", "ngay": "ngày", "gio": "giờ", "phut": "phút",
          "tuoi": "tuổi", "diem": "điểm", "kwh": "kWh", "tan": "tấn", "dien tich": "ha",
          "gap": "lần"}  # fmt: skip
_SHORT_NAME = 6
"""Names of places up to this many characters (HP, TP HCM) are written out for the search."""

_FRAME = re.compile(
    r"(?:hãy |xin |vui lòng )?(?:giải thích|kể tên|liệt kê|cho (?:tôi|mình|em) (?:biết|hỏi)|"
    r"kể ra|nêu rõ|nêu)(?: ngắn gọn| vắn tắt| rõ)?(?= )|"
    r"(?:kể tên|liệt kê|giải thích)(?: giúp tôi| ra)?(?=[.?]|$)|"
    r"bài (?:viết|báo)(?: này)? (?:nói|viết|nêu)|(?:hiểu )?một cách nôm na|nôm na|kèm tỷ lệ|"
    r"ngắn gọn|giúp tôi|phần trăm|phan tram|theo bài(?: viết| báo)?(?: này)?",
    re.IGNORECASE,
)
# “Theo bài …, X?” names where to look, not what to look for; the anchors in it still bind.
_SOURCE = re.compile(
    r",\s*theo [^,?]{3,60}(?=\?|$)|^\s*theo\s[^,?]{3,60}\sthì\s|"
    r"^\s*(?:theo|tại (?:hội thảo|hội nghị|diễn đàn|buổi|cuộc|bài)|trong bài)\s[^,?]{3,90}"
    r"(?:“[^”]*”|\"[^\"]*\")?,\s+(?=\S+\s\S+\s\S+)",
    re.I,
)
_GREETING = re.compile(
    r"^\s*(?:(?:kính\s+)?(?:thưa|chào|dạ)\b[^,?.]{0,25},\s*)?"
    r"(?:(?:thưa|dạ|xin|cho|vui lòng|làm ơn|nhờ|chào)\b[^,?.]{0,25}?"
    r"(?:hỏi|biết|giúp)(?: là)?[,:]?\s+)?",
    re.IGNORECASE,
)


def analyse(text: str, *, history: Sequence[str] = ()) -> Question:
    """Understand a question.

    Args:
        text: The question as typed.
        history: Earlier questions of the conversation, oldest first.

    Raises:
        UsageError: The question is empty or longer than ``MAX_QUESTION_CHARS``.
    """
    text = " ".join(nfc(text).split())
    if not any(char.isalnum() for char in text):
        raise UsageError("Câu hỏi trống. Hãy gõ một câu hỏi.")
    if len(text) > MAX_QUESTION_CHARS:
        raise UsageError(
            f"Câu hỏi dài {len(text)} ký tự, quá {MAX_QUESTION_CHARS}. Hãy hỏi ngắn hơn."
        )
    query = _name_places(expand(_GREETING.sub("", text) or text))
    folded = _asking(query)
    kind = _kind(folded, text)
    numbers = tuple(dict.fromkeys(mention.text for mention in named_documents(query)))
    return Question(
        text=text,
        query=query,
        kind=kind,
        marked=is_marked(text),
        also=tuple(other for other in _asked_in_turn(folded) if other is not kind),
        unit=_unit(folded, kind, query),
        focus=subject_of(query) if kind is AnswerKind.DEFINITION else _focus(query, kind),
        places=tuple(dict.fromkeys(place.name for place in places(query))),
        years=tuple(dict.fromkeys(d.year for d in dates(query) if d.year is not None)),
        numbers=numbers,
        names=tuple(dict.fromkeys(person.name for person in persons(query))),
        terms=_terms(_SOURCE.sub("", _FRAME.sub(" ", query)), kind),
        history=tuple(history),
    )


# Words of asking as they are spelt: in a question with marks "máy" is not "mấy", nor "thu" "thứ".
_SPELT = {"may": "mấy", "gi": "gì", "nao": "nào", "hom": "hôm", "khong": "không",
          "chua": "chưa", "hai": "hai", "ba": "ba", "bon": "bốn",
          "thu": "thứ thủ thư"}  # fmt: skip


def _asking(query: str, spelt: Mapping[str, str] = _SPELT) -> str:
    """Return the question folded for pattern matching.

    Places are masked (“Hải Phòng” is no “hai”), the abbreviation AI is no “ai”, and in a
    question with marks a syllable that only folds to a word of asking is set apart.
    """
    masked = list(query)
    for place in places(query):
        masked[place.start : place.end] = "_" * (place.end - place.start)
    marked = has_marks(query)

    def spell(match: re.Match[str]) -> str:
        word, folded = match.group(), fold(match.group())
        if word == "AI":
            return "_i"
        right = spelt.get(folded, "").split()
        return (
            folded + "_" if marked and right and place_tones(lower(word)) not in right else folded
        )

    return re.sub(r"[^\W\d_]+", spell, "".join(masked))


def _asked_in_turn(folded: str) -> list[AnswerKind]:
    """Return the kinds of things that a question asks for, in the order it asks for them.

    Where patterns overlap (“thứ mấy”, “mấy”) the more telling one counts.
    """
    found: list[tuple[int, int, AnswerKind]] = []
    for kind, pattern in _PATTERNS:
        if kind in _ASKED_IN_TURN:
            match = (_HOW_MANY if kind is AnswerKind.FIGURE else pattern).search(folded)
            if match and not any(a < match.end() and match.start() < b for a, b, _ in found):
                found.append((*match.span(), kind))
    return [kind for _, _, kind in sorted(found, key=lambda item: item[1])]


def _name_places(query: str) -> str:
    """Return the question with short names of places written out (“ĐN” as “Đà Nẵng”)."""
    for place in reversed(places(query)):
        written = query[place.start : place.end]
        if fold(written) not in fold(place.name) and len(written) <= _SHORT_NAME:
            name = place.name if has_marks(query) or not written.islower() else fold(place.name)
            query = query[: place.start] + name + query[place.end :]
    return query


def _kind(folded: str, text: str) -> AnswerKind:
    if re.search(r"\bsở nào\b|^so nao\b", text.lower()):
        return AnswerKind.AGENCY
    if _BENEFIT.search(folded):
        return AnswerKind.DEFINITION
    asked = _asked_in_turn(folded)
    for kind, pattern in _PATTERNS:
        if kind in _ASKED_IN_TURN and asked:
            return asked[0]
        if pattern.search(folded):
            return kind
    if re.search(r"\s(?:à|ư|hả|nhỉ)\s*\?*$", text.lower()):
        return AnswerKind.YES_NO
    if _POST_FIRST.match(folded):
        return AnswerKind.PERSON
    return AnswerKind.TEXT


def _unit(folded: str, kind: AnswerKind, query: str) -> str:
    if kind is AnswerKind.MONEY:
        return "đồng"
    if kind is AnswerKind.YES_NO:
        asked = [q for q in quantities(query) if not q.written]
        return asked[0].unit if asked else ""
    if kind is not AnswerKind.FIGURE:
        return ""
    match = _UNIT.search(folded)
    if match and not re.search(r"bao nhieu (?:phan tram|%)|\bmay (?:phan tram|%)", folded):
        return _UNITS[next(group for group in match.groups() if group)]
    return "%" if _PERCENT.search(folded) else ""


# Words that end a noun phrase, with their marks, which tell them from parts of a noun: the “sơ”
# of “hồ sơ” ends nothing. Common nouns are known whole, for where there are no marks.
_FOCUS_END: dict[str, str] = {}
for _word in (
    "lên mức dù đủ này kia đã cũng cùng ở tại của được đang sẽ phải có là thì trong trên theo vào "
    "đến từ với bị cho để năm về và hay so số khi nếu mới một mỗi thuộc không giảm tăng nữa nhỉ "
    "vậy thế ạ à rồi"
).split():
    _FOCUS_END[fold(_word)] = f"{_FOCUS_END.get(fold(_word), '')} {place_tones(_word)}".strip()
_FOCUS_NOUN = re.compile(
    r"\b(?:ho so|co (?:so|quan)|dau tu|du (?:an|lich|thao|khach)|(?:danh|hang) muc|muc tieu|o to|"
    r"tai (?:lieu|khoan|san|nan)|(?:chuyen|van) de|de (?:an|tai)|thi (?:xa|tran|sinh)|dang vien|"
    r"moi truong|dau moi|thiet bi|bi thu|the (?:thao|can cuoc)|ve tinh|cay trong)\b"
)


def _focus(query: str, kind: AnswerKind) -> str:
    """Return the noun phrase that is counted, or that stands before “gì” or “nào”."""
    folded = _asking(query, {**_FOCUS_END, **_SPELT})
    folded = _FOCUS_NOUN.sub(lambda noun: noun.group().replace(" ", "_"), folded)
    if kind in (AnswerKind.FIGURE, AnswerKind.MONEY):
        match = _COUNTED.search(folded)
        words: list[str] = []
        for word in match["focus"].split() if match else []:
            if word in _FOCUS_END or len(words) == 10:
                break
            words.append(word.rstrip("_").replace("_", " "))
        return "" if words[:2] == ["phan", "tram"] else " ".join(words)
    if kind is AnswerKind.PERSON:
        return head_of_post(query) or ""
    match = _NAMED.search(folded)
    if match is None and kind is AnswerKind.TEXT:
        # “Chủ đề diễn đàn?” asks by its first words alone.
        return " ".join(word.rstrip("_") for word in folded.split()[:2])
    if match and kind in (AnswerKind.TEXT, AnswerKind.LIST):
        kept = [word for word in match["focus"].split() if word[0] not in "_0123456789"]
        while kept and (kept[0] in _FOCUS_END or is_stopword(kept[0], marked=False)):
            kept = kept[1:]
        return " ".join(word.rstrip("_") for word in kept)
    return ""


def _terms(query: str, kind: AnswerKind) -> tuple[str, ...]:
    """Return the content syllables, folded, in order, then the bigrams of neighbours.

    No question words, no particles, no anchors: places, years and document numbers are
    held apart, since they bind and do not just count.
    """
    taken = [(p.start, p.end) for p in places(query)]
    taken += [(d.start, d.end) for d in dates(query)]
    taken += [(n.start, n.end) for n in named_documents(query)]
    if kind is AnswerKind.YES_NO:
        taken += [(q.start, q.end) for q in quantities(query) if not q.written]
    marked = has_marks(query)
    kept: list[str] = []
    pairs: list[str] = []
    previous: tuple[int, str] | None = None
    for token in syllables(query):
        form = fold(token.text)
        if (
            token.text.lower() in ("phần", "trăm")
            or is_stopword(token.text, marked=marked)
            or any(a <= token.start < b for a, b in taken)
        ):
            previous = None
            continue
        if previous and query[previous[0] : token.start].strip(" -–\"'“”") == "":
            pairs.append(f"{previous[1]}_{form}")
        kept.append(form)
        previous = (token.end, form)
    return tuple(dict.fromkeys(kept + pairs))
