"""Which kind of thing a question asks for: patterns over its words of asking."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.retrieval.meanings import asks_meaning
from assistant.retrieval.openings import asks_words
from assistant.schema import AnswerKind
from assistant.vietnamese.abbreviations import is_syllable
from assistant.vietnamese.normalise import fold, has_marks, lower, place_tones
from assistant.vietnamese.places import places

__all__ = ["SPELT", "asked_in_turn", "asking", "kind_of"]

_DOC = (
    r"(?:van ban|nghi quyet|quyet dinh|ke hoach|chi thi|nghi dinh|thong tu|ket luan|luat|"
    r"chuong trinh|de an)"
)
_OTHER_DOC = r"(?:huong dan|phuong an|cong dien|cong van|thong bao|to trinh|phu luc)"
_ITS_WORDS = r"(?: (?!(?:theo|o|dat|den|tai|tu)_? )\S+){0,6}?"
_TITLE = (
    r"(?:(?<!hanh )(?<!pham )vi(?! du\b)|nguoi|chuyen gia_?|hoc gia_?|"
    r"nha nghien cuu|giao su|lanh dao|dong chi|can bo|dai bieu|tien s[iy]|"
    r"(?:pho )?(?:chu tich|giam doc|bi thu|thu tuong|chanh van phong|"
    r"(?:bo|vien|cuc|vu|hieu) truong|truong (?:ban|phong|khoa|doan)))"
)
_NUMBERED = (
    r"(?:cac|nhung|hai|ba|bon|sau|bay(?! gio)|tam|(?<!trinh )(?<!quyet )(?<!hoach )(?<!dinh )"
    r"(?<!luan )(?<!dieu )(?<!khoan )(?<!so )\d{1,2}|"
    r"nam (?=tru|nhom|nhiem|giai|muc tieu|noi dung|linh|quan|cai|viec|dieu|yeu to|van de))(?!_)"
)

_DONE_BY_AN_OFFICE = (
    r"(?:cap|xac nhan|giai quyet|tiep nhan|nop|dang ky|khieu nai|to cao|sang ten|cong chung|"
    r"chung thuc|hoa giai|khai bao|trinh bao)"
)

_COUNTED = r"(?:phan tram|phan|%|ty|ti|trieu|nghin|tien|nguoi|don vi|tieu chi|diem|lan|ha|km)\b"

_WHICH = r"(?<!ngay )(?<!nam )(?<!thang )(?<!khi )(?<!diem )(?:nao|gi)\b"

# “Giảm chừng nào” asks how far, “chừng nào xong” when.
_SINCE = r"(?<!tang )(?<!giam )(?<!sut )(?<!hut )(?<!len )(?<!xuong )(?<!them )"

# The first pattern that matches decides; the order is from the most to the least telling.
_KINDS: tuple[tuple[AnswerKind, tuple[str, ...]], ...] = (
    (AnswerKind.LIST, (
        r"^(?:nhung|cac) (?!.*\b(?:gi|nao|may|bao nhieu|ai|dau)\b)",
        rf"\bnhung (?:\S+ ){{1,5}}?{_WHICH}|\bcac (?:\S+ ){{1,4}}?{_WHICH}|\bnhung (?:ai|gi)\b",
        r"liet ke|^ke (?:ten|ra|het|du|giup|cho|hai|ba|bon|mot so|vai|cac|nhung|tat ca|\d)|"
        r"\bvi du nao\b",
        r"ke ten|ke ra|bao gom\b",
        r"gom (?:nhung |co |cac )?(?:gi|nao|dau)|la nhung gi\b|"
        r"gom (?:co )?may\b.*\b(?:gi|nao|dau|ke)\b",
        # “Mấy việc lớn nào?” asks which they are, not how many.
        rf"(?<!thu )(?<!hang )\bmay (?!{_COUNTED})(?:[^\s,;?]+ ){{1,4}}?{_WHICH}",
        # “Phường Hội An lập từ phường nào với xã nào?” asks of all that it was made of.
        r"^(?:xa|phuong|thi tran|dac khu) .*\b(?:lap|ghep|gop|nhap|hinh thanh|hop nhat|sap xep) "
        r"(?:\w+ )?tu (?:nhung |cac )?(?:dau\b|(?:xa|phuong|thi tran|don vi)\b.* nao\b)",
        r"neu (?:cac|nhung|\d|ba|hai|bon)|\b(?:cho|neu) (?:toi|minh|biet) (?:cac|nhung)\b",
    )),
    (AnswerKind.YES_NO, (
        r"(?:dung|phai) (?:khong|chang|hay sai|hay khong|k\b)|\bco phai\b|\bphai chang\b",
        r"\bdung (?:chu|ha|nhi|a)\W*$|\bco dung\b",
        r"\bco\b.+\b(?:khong|chua)\s*[?.]*$|\bchua\s*\?\s*$",
        # “Còn phải nộp không, hay cán bộ tự tra được?”
        r"\b(?:co|con) .+ khong,? hay\b(?! (?:la|chi)\b)",
    )),
    (AnswerKind.AGENCY, (
        r"\b(?:do|boi) ai (?:ban hanh|phe duyet|to chuc|chu tri|quyet dinh|bo nhiem|mien nhiem|"
        r"phe chuan|chi dinh|phan cong|thanh lap)",
        r"\bai (?:chu tri|chiu trach nhiem|phu trach|thuc hien|lo)\b",
        # “Xin giấy phép ở đâu?”, “Nộp hồ sơ cho ai?” ask for the office.
        r"\b(?:xin|nop|khieu nai|to cao|gui)\b(?: (?!thi\b)\S+){0,12}? "
        r"(?:o|tai|cho) (?:dau|ai)\b(?! cung)",
        r"\bai (?:(?:la nguoi|se|phai|duoc|co quyen|co tham quyen) )?(?:giai quyet|xu|xu ly|cap|"
        r"quan ly|giam sat|kiem tra|tham dinh|chi tra|cap phep|xet|duyet|boi thuong|tra tien)\b",
        r"\bai (?:ban hanh|phe duyet|thong qua|de xuat|trinh(?! (?:tu|do|bay|dien)))\b|"
        r"co quan (?:ban hanh|chu tri)|don vi ban hanh",
        r"\b(?:co quan|don vi|to chuc|hiep hoi|cap|ben|dau moi|so nganh|bo nganh) nao\b",
        r"\b(?:bo|(?<!van )(?<!dia )ban) nao\b",
        # “Nơi nào đề xuất ban hành?” asks for who does it.
        r"\b(?:noi|cho) nao (?:da |se |phai |duoc )?(?:de xuat|de nghi|trinh|ban hanh|chu tri|"
        r"phu trach|quan ly|tiep nhan|tham dinh|phe duyet|chiu trach nhiem|giai quyet)\b",
        # “Ra đâu để được xác nhận?”, “Chỗ nào cấp sổ?”
        rf"\b(?:ra|den|toi|di|len|gap|lien he|tim|hoi) (?:dau|cho nao|ai) "
        rf"(?:(?:de|ma|thi|duoc|xin|lam|lay|doi|nho|co the) )*{_DONE_BY_AN_OFFICE}\b",
        rf"\b(?:cho|noi) nao (?:(?:se|phai|duoc|co quyen) )?{_DONE_BY_AN_OFFICE}\b",
        r"(?:do|boi) (?:co quan|don vi|to chuc|ben) (?:nao|gi)",
    )),
    (AnswerKind.RANK, (
        r"\b(?:trong|lot vao|vao|dung) (?:top |nhom )?(?:may|bao nhieu) "
        r"(?:nuoc|quoc gia_?|nen kinh te|tinh|dia phuong|thanh pho)\b",
        r"\b(?:top|nhom|thu) (?:may|bao nhieu)(?! (?:tien|ty|ti|trieu|nghin|dong|tan|phan|%))",
        r"\b(?:dung|vao|lot|thuoc|nam trong|o|trong)(?: o| vao)? (?:top|nhom) nao\b",
        r"\bhang (?:may|bao nhieu|nao)",
        r"vi tri (?:thu )?(?:may|bao nhieu|nao)",
        r"\bchi so\b.*(?:vi tri|thu hang|xep hang)|(?<!noi )(?<!xay )\bdung thu\b|\bthu hang\b",
        r"\bxep hang\b.*(?:may|bao nhieu|nao|the nao)",
    )),
    (AnswerKind.DATE, (
        rf"khi nao|bao gio|{_SINCE}chung nao|ngay thang|"
        rf"(?<!moi )(?<!mot )(?<!hang )(?:ngay|nam) bao nhieu(?! {_COUNTED})",
        r"\b(?:ngay|hom|bua|luc|(?<!viet )nam|thang|buoi|thoi diem|thoi gian|moc|quy|dip) "
        rf"(?:nao|may(?! {_COUNTED})|gi)\b",
        r"thoi han(?!.*\b(?:bao lau|(?:bao nhieu|may) (?:ngay|thang|nam|gio|tuan))\b)|"
        r"han chot|han cuoi|giai doan nao|(?<!gioi )(?<!quyen )\bhan (?:nao|gi)\b",
    )),
    (AnswerKind.DOCUMENT, (
        rf"\b{_DOC}\b(?! (?:so )?\d){_ITS_WORDS} (?:nao|so may|so bao nhieu|so gi)\b",
        rf"\b(?:{_DOC}|{_OTHER_DOC}) gi\b|\b{_OTHER_DOC} (?:nao|so may|so bao nhieu)\b",
        rf"so hieu|\bky hieu\b|can cu (?:vao )?dau|"
        rf"\b{_DOC}\b.*(?<!dan )(?<!con )(?<!tong )(?<!chi )(?<!tru )(?<!co )(?<!ho )"
        r"\bso (?:may|bao nhieu)\b",
        rf"^(?:cho (?:minh|toi|em) |tim )(?:xin )?so {_DOC}",
    )),
    (AnswerKind.PERSON, (
        rf"\bai\b|\b{_TITLE}\b(?: (?!(?:o|ve|tai|cho|theo|trong) )[^\s,;]+){{0,7}}? (?<!the )nao\b",
        r"\bten (?:la )?gi\b|\b(?:ong|ba) nao\b|ho (?:va )?ten",
        r"\b(?:giu )?chuc (?:vu|danh)? ?(?:gi|nao)\b",
        r"\bten (?:cua )?(?:ong|ba|vi|nguoi|dong chi)\b",
    )),
    (AnswerKind.MONEY, (
        r"(?:bao nhieu|may) (?:nghin |trieu |ty )?(?:do la|usd|euro|do_my)\b|tien (?:viet|dong)\b",
        r"bao nhieu (?:tien|ty|ti|trieu|nghin ty|dong|kinh phi|von)\b|may (?:ty|ti|trieu)\b",
        r"(?:kinh phi|tong muc dau tu|von|ngan sach|chi phi|so tien|muc phat)\b.*"
        r"(?:bao nhieu(?= (?:tien|ty|ti|trieu|nghin|dong|usd|do la|kinh phi|von|moi|mot|cho|de|vao|"
        r"trong|hang|nam|den|o|tai|tu)\b|\W*$|[,;(])|la may|ra sao|co nao|the nao)",
        r"\bton (?:\w+ )?(?:bao nhieu|may)|^gia\b.*bao nhieu",
        r"\b(?:le phi|muc phi|thu lao|hoc phi|vien phi|phi(?= (?:tham dinh|cap|dang ky|thi|su dung|"
        r"lam|dich vu|bao tri|khai thac|ve sinh|do xe|duong bo)))\b[^,;?]*\bbao nhieu\W*$",
    )),
    (AnswerKind.FIGURE, (
        r"\b(?:dai|lon) (?:co|chung|khoang|toi|den)? ?(?:nao|dau|may)\b",
        r"\b(?:tang|giam|sut|hut|len|xuong)(?: them| den)? (?:chung|co) nao\b",
        r"\b(?:dat|len|xuong|lam)(?: duoc)? (?:toi|den) dau\b",
        r"\b(?:co|muc|dung luong|quy mo|toc do|cong suat)(?: do)? nao\b",
        r"bao nhieu|\bmay\b|bao lau\b|phan tram|\bty le\b|\bti le\b|ty trong|con so",
        r"^(?:chi tieu|thiet hai_?)\b(?!.*\b(?:gi|nao)\b)",
        r"(?:^|[:,] )(?:muc|chi) tieu(?: ve)? (?!cua|trong|theo|den|nam|tai|o|cu the|chung|tong)"
        r"[a-z0-9]+ [a-z]+(?!.*\b(?:gi|nao)\b).*\d{4}\W*$",
        r"\b(?:muc|chi) tieu(?: ve)? (?!cua|trong|theo|den|nam|tai|o|cu the|chung|tong|phat)"
        r"[a-z]+ [a-z]+(?!.*\bnhung\b).*\b(?:the nao|ra sao)\W*$",
        r"^(?:tong|so luong|dien tich|muc(?! tieu)|toc do|quy mo|doanh thu|kinh phi|san luong) "
        r"(?!.*\b(?:(?:tu|o) dau|nguon nao)\b)",
    )),
    (AnswerKind.PLACE, (
        r"\b(?:o|tai|den tu) dau\b(?! (?:cung|tu|tien|ra)\b)",
        r"dia (?:diem|chi)(?=\W*$| (?:\S+ ){0,6}?(?:nao|gi|dau|la)\b)|"
        r"^dia (?:diem|chi)(?!.*\b(?:bao nhieu|may|ai|khi nao|bao gio)\b)",
        r"(?:noi|duong|dia phuong|tinh|thanh pho|nuoc) nao\b",
        r"\b(?:lap|nhap|gop|sap xep) (?:thanh|vao) (?:xa|phuong|dac khu|don vi)\b",
        r"(?<!nhau )(?<!biet )(?<!khac )(?<!hon )\b(?:tai|o) (?:\S+ ){0,4}"
        r"(?:cho|khach san|hoi truong|tru so|xa|phuong|quan|huyen) nao\b",
    )),
    (AnswerKind.LIST, (
        rf"\b{_NUMBERED} (?:\S+ ){{1,8}}?(?:nao|gi|la gi)\b|nhung gi\b|\bnhung \S+ nao",
        rf"\b{_NUMBERED} (?:\S+ ){{1,4}}(?:la|gom)\b",
    )),
    (AnswerKind.LIST, (
        rf"^{_NUMBERED}(?: |(?<=[ \d]))\S+ \S+",
        r"\b(?:trach nhiem|nhiem vu|nghia vu|quyen han|quyen loi) (?:\S+ ){0,3}?cua .*\bla gi\b",
    )),
    (AnswerKind.DEFINITION, (
        r"\bla gi\b|nghia la|dinh nghia|the nao la|khai niem|giai thich|viet tat",
        r"(?:duoc )?hieu (?:the nao|nhu the nao|ra sao|la)",
        r"the nao (?:thi )?(?:duoc )?(?:coi|goi) la",
        r"\bhieu (?:\S+ ){1,6}(?:la )?(?:gi|the nao|nhu the nao|ra sao)\W*$",
        r"la (?:to chuc|chi so|co quan|khai niem|don vi|he thong|chuong trinh|cai) gi",
    )),
)  # fmt: skip
_PATTERNS = tuple(
    (kind, re.compile("|".join(f"(?:{part})" for part in parts))) for kind, parts in _KINDS
)

# “X mang lại những gì” asks what X is for, though it has the form of a list.
_BENEFIT = re.compile(
    r"(?:dem|mang) lai (?:\w+ ){0,3}gi\b|(?:co|dong) (?:y nghia|vai tro) gi|"
    r"\bgiup (?:duoc )?(?:ich )?gi\b|"
    r"de lam gi|co loi (?:ich )?gi|nghia la (?:gi|sao|co)|co nghia(?! vu)|ban chat cua|"
    r"(?<!nao )(?<!thi )(?<!duoc )\b(?:coi|xem|goi|nhin nhan) .+ "
    r"(?:la (?:(?:thu|dieu|cai|yeu to|nguon luc|tai san) )?gi|ra sao|the nao)|"
    r"mo ta (?:the|nhu the) nao|"
    r"(?:duoc )?hieu (?:the nao|nhu the nao|ra sao)"
)
_SHORT_FORM = re.compile(
    r"^(?:(?:chu|tu|cum tu) )?\S+(?: ma [^?]+?)? la (?:to chuc|chi so|co quan|don vi|hiep hoi|"
    r"ten tat|viet tat|chu viet tat)\b[^?]*(?:gi|nao)\b"
)
# “SIPAS là thước đo gì?”, “Chữ EGDI nói về cái gì?”: a foreign or short name, and what it is.
_ASKS_MEANING = re.compile(
    r"^\s*(?:(?:[Cc]hữ|[Tt]ừ|[Cc]ụm từ|[Tt]huật ngữ|[Cc]hỉ số)\s+)?[“\"]?(?:[A-ZĐ]{2,}\w*|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)+)[”\"]?\s"
)
_MEANING = re.compile(
    r"\b(?:la|do|noi ve|nghia la|viet tat(?: cua)?|duoc hieu la|chi|nham chi)\b[^?]{0,40}"
    r"\b(?:gi|nao|sao)\b"
)
_POST_FIRST = re.compile(
    r"^(?:pho )?(?:chu tich|giam doc|bi thu|thu tuong|bo truong|vien truong|chanh van phong)\b"
)
_ASKED_IN_TURN = frozenset(
    (AnswerKind.AGENCY, AnswerKind.RANK, AnswerKind.DATE, AnswerKind.DOCUMENT, AnswerKind.PERSON,
     AnswerKind.MONEY, AnswerKind.FIGURE, AnswerKind.PLACE)
)  # fmt: skip
_HOW_MANY = re.compile(r"bao nhieu|\bmay\b")


# Words of asking as they are spelt: in a question with marks "máy" is not "mấy", nor "thu" "thứ".
SPELT = {"may": "mấy", "gi": "gì", "nao": "nào", "hom": "hôm", "khong": "không",
          "chua": "chưa", "sau": "sáu", "bay": "bảy", "tam": "tám", "hai": "hai",
          "ba": "ba", "bon": "bốn", "gia": "giá", "thu": "thứ thủ thư",
          "tien": "tiền tiến", "vi": "vị vi ví vì"}  # fmt: skip


def asking(query: str, spelt: Mapping[str, str] = SPELT) -> str:
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

    for match in _WHATEVER.finditer(query):
        masked[match.end()] = "_"
    return _SOME.sub("cac", re.sub(r"[^\W\d_]+", spell, "".join(masked)))


# “Bộ nào cũng phải …” asks after no ministry, “Mấy khái niệm … khi nào phải …?” after no number.
_WHATEVER = re.compile(r"(?<!\w)(?:nào|ai|gì|đâu)(?=(?: [^\s,;?]+){0,3} cũng(?!\w))", re.IGNORECASE)
_SOME = re.compile(r"^may(?= .*\b(?:khi nao|bao gio|ai|gi|nao|bao nhieu|the nao|ra sao)\b)")


def asked_in_turn(folded: str) -> list[AnswerKind]:
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


# “Huế có mấy bến tàu, có đúng nhiều nhất nước không?” asks for the number first.
_AND_WHETHER = re.compile(r", (?:ma |the |va )?co (?:phai|dung|that)\b")
_OR_NOT = re.compile(r"\s(?:khong|chua)\W*$")


def kind_of(folded: str, text: str) -> AnswerKind:
    """Return the kind of thing that a question asks for first.

    Args:
        folded: The question as ``asking`` gives it.
        text: The question as typed.
    """
    named = _ASKS_MEANING.search(text)
    # “Trong Nghi” of a question without marks is no foreign name.
    words = named.group().split() if named else []
    foreign = any(word.isupper() or not is_syllable(word) for word in words)
    if foreign and _MEANING.search(folded):
        return AnswerKind.DEFINITION
    if re.search(r"\bsở nào\b|^so nao\b", text.lower()):
        return AnswerKind.AGENCY
    if _BENEFIT.search(folded) or _SHORT_FORM.search(folded) or asks_meaning(folded):
        return AnswerKind.DEFINITION
    if asks_words(folded):
        return AnswerKind.TEXT
    whether = _AND_WHETHER.search(folded)
    first = asked_in_turn(folded[: whether.start()]) if whether else []
    if first:
        return first[0]
    asked = asked_in_turn(folded)
    for kind, pattern in _PATTERNS:
        if kind in _ASKED_IN_TURN and asked:
            return asked[0]
        if pattern.search(folded):
            return kind
    if re.search(r"\s(?:à|ư|hả|nhỉ)\s*\?*$", text.lower()) or _OR_NOT.search(folded):
        return AnswerKind.YES_NO
    if _POST_FIRST.match(folded):
        return AnswerKind.PERSON
    return AnswerKind.TEXT
