"""Ways of asking, put into the words that documents use.

“Huế rộng cỡ nào?” asks for an area, “Quảng Nam giờ thuộc tỉnh nào?” what it was merged into.
Each line is a form of speech with the words that a text would have in its place; nothing of
what any document says is in it.
"""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold, has_marks
from assistant.vietnamese.places import places, successor

__all__ = ["rephrase"]

_ABOUT = r"(?:(?:co|chung|khoang|toi|den|vao khoang)\s+)?"
_FORMS: tuple[tuple[str, str], ...] = (
    (r"\bmi[ -]?li[ -]?met\b", "mm"),
    (r"\bx[ae]ng[ -]?ti[ -]?met\b", "cm"),
    (r"\b(?:ki lo met|ki-lo-met|kilomet|kilo met|cay so) vuong\b", "km2"),
    (r"\b(?:mi[- ]?li[- ]?met|mili met)\b", "mm"),
    (r"\b(?:xang[- ]?ti[- ]?met|xen[- ]?ti[- ]?met|centimet)\b", "cm"),
    (rf"\brong\s+{_ABOUT}(?:the nao|nao|bao nhieu|may)(?=\s+(?:km|ha|m2)|\W*$)",
     "diện tích bao nhiêu"),
    (rf"\bdong\s+(?:dan\s+)?{_ABOUT}(?:the nao|nao|bao nhieu|may)(?:\s+(?:nguoi|dan))?"
     r"(?=\W*$|\s*,)",
     "dân số bao nhiêu"),
    (r"\bco\s+(?:bao nhieu|may)\s+(?:dan|nhan khau|nguoi dan)"
     r"(?=\W*$|\s*,|\s+(?:sau|khi|theo|truoc))",
     "có dân số bao nhiêu"),
    (r"\b(?:ra doi|(?<!dien )(?<!dua )(?<!tao )ra)\s+"
     r"(?=(?:vao\s+)?(?:ngay|khi|nam|hom|luc)\s+(?:nao|bao nhieu|may))",
     "ban hành "),
    (r"\b(?:bao nhieu|may) (?:(?:nghin|trieu|ty) )?do(?=\W*$|,| (?:grdp|gdp|moi|mot|tren|theo|vao|"
     r"nam|trong|de|o|tai|den)\b)",
     "bao nhiêu đô la"),
    (r"\b(?:moi|mot) (?:nguoi|dau nguoi)(?: dan)?(?= .*\b(?:grdp|gdp|thu nhap)\b)",
     "bình quân đầu người"),
    (r"\btinh bang tien viet la bao nhieu\b", "bao nhiêu tiền đồng"),
    (r"\b(?:quy mo )?nen kinh te(?= (?:\S+ ){0,8}(?:bao nhieu|may))", "quy mô GRDP"),
    (r"\bcon (?:dung|xai) duoc(?: nua)?\b", "còn áp dụng hay đã được thay thế"),
    (r"\bdat but(?: ky)?\b", "ký"),
    (r"\b(?:ve|can) dich (?:nhu|dung|theo) (?=(?:ke hoach|chi tieu|muc tieu)\b)", "đạt "),
    (r"\blot(?: vao)? (?=(?:top|nhom|hang)\b)", "vào "),
    (r"\b(?:duoc )?(?:lay|trich|rut)(?: ra)? (?:tu|o|trong) dau(?: ra)?\b",
     "từ nguồn nào"),
    (r"\b(?:dung dau|cam dau)\s+la\s+ai\b", "do ai làm trưởng ban"),
    (r"\bpl ?(?=\d\b)", "phụ lục "),
    (r"\bban (?:hang |do |hang hoa |san pham )?(?:ra|sang|cho) nuoc ngoai\b", "xuất khẩu"),
    (r"\bmua (?:hang |do |hang hoa |san pham )?(?:tu|cua) nuoc ngoai(?: ve)?\b", "nhập khẩu"),
    # “Là tổ chức kiểu gì?”, “là cơ quan thế nào?” ask what it is.
    (r"\b(?:duoc )?(?:hieu )?la (?:mot )?(?:to chuc|co quan|don vi|hinh thuc|loai|thu|mo hinh) "
     r"(?:kieu |dang |loai )?(?:(?<=kieu |dang |loai )(?:gi|nao)|(?:nhu )?the nao|ra sao)"
     r"(?=\W*$)", "là gì"),
    # “Có làm được sổ đỏ không?” asks whether one is issued.
    (r"\b(?:lam|xin|ra|lay) duoc (?=(?:so (?:do|hong)|giay|the|bang)\b)", "được cấp "),
    (r"(?<=\bai )(?:se )?(?:bam nut(?: quyet(?: dinh)?)?|chot(?: ha)?|quyet(?! dinh| toan))\b",
     "quyết định"),
    # “Sáp nhập xong thì …” says when.
    (r"^\W*(?=(?:\S+ ){1,4}xong(?: roi| xuoi)?(?: thi\b|,))", "sau khi "),
    (r"(?<=\S) xong(?: roi| xuoi)?(?= thi\b|,)", ""),
)  # fmt: skip
# What resolutions on mergers say of the communes that stay as they are.
_COMMUNES = re.compile(r"\b(?:xa|phuong|dac khu|don vi(?: hanh chinh)?(?: cap xa)?)\b")
_STAYS = re.compile(
    r"\b(?:duoc |van )*giu nguyen\b(?! (?:ten|trang|ven|hien))(?: (?:khong|chua) "
    r"(?:nhap|gop|ghep|sap nhap|sap xep)(?: (?:voi|vao) (?:ai|dau|xa nao))?)?|"
    r"\b(?:khong|chua|khoi)(?: (?:phai|bi|can|thuoc dien|tien hanh|thuc hien|duoc))* "
    r"(?:sap xep|sap nhap|nhap|gop|ghep)(?: (?:voi|vao) (?:ai|dau|xa nao))?\b"
)
_WHICH_OR_HOW_MANY = re.compile(r"\b(?:nao|nhung gi|may|bao nhieu|ke ten|liet ke)\b")
_APART = "không thực hiện sắp xếp"
_BELONGS = re.compile(
    r"\b(?:(?:gio|bay gio|nay|hien nay|hien|ngay nay|sau sap xep|sau sap nhap)\s+)?"
    r"(?:(?:hanh chinh\s+)?(?:truc thuoc|thuoc)|do|nam (?:trong|o)|"
    r"(?:la|thanh) (?:mot )?phan cua|ve chung (?:mot )?nha(?: voi)?|ve(?: voi)?|"
    r"(?:bi |duoc )?(?:nhap|gop|ghep|sap nhap|hop nhat)(?: (?:vao|voi|ve))?)\s+"
    r"(?:tinh\s*,?\s*(?:hay\s+|hoac\s+)?thanh(?: pho)?|tinh|thanh pho|dia phuong|noi|dau|don vi)\b"
    r"(?:\s+nao)?(?:\s+quan ly)?"
)
# The same of a commune: “Xã Kim Đính nay thuộc xã nào?”
_UNIT_BELONGS = re.compile(
    r"\b(?P<unit>(?:xa|phuong|thi tran|huyen dao|huyen|thi xa)\s+"
    r"(?:(?!(?:cu|hoi|truoc|gio|nay|bi|ben|sau|o|cua|thuoc|duoc|va|mang|co|doi|goi|ten|tinh|"
    r"thanh pho|quan|huyen|thi xa)\b)[^\W\d_]+\s+){1,3})"
    r"(?P<rest>[^?]*?)\b(?:(?:thuoc|nam (?:trong|o)|(?:nhap|gop|ghep|sap nhap|hop nhat|chia)"
    r"(?: (?:vao|voi|ve|thanh))?|ve|(?:nay|gio|hien) la|duoc lap|thanh)\s+"
    r"(?:nhung |cac )?(?:xa|phuong|dac khu|don vi(?: hanh chinh)?)(?: moi)?\s+(?:nao|gi)|"
    r"(?:nay|gio|hien|hien nay|bay gio) (?:(?:duoc|da|thi|co) )*(?:(?:mang|doi|lay) ten|goi|ten)"
    r"(?: goi| moi| thanh| la)* gi)\b"
)
# “TP.HCM được nhập thêm những tỉnh nào?”: the same asked of the unit that took others in.
_TOOK_IN = re.compile(
    r"\s*(?:moi )?(?:duoc |da |co )*(?:nhap|sap nhap|gop|don|ghep) (?:them |voi |chung )+"
    r"(?:nhung |cac )?(?:tinh|dia phuong|noi)(?:,? thanh pho)? nao\b[^?]*"
)
_CALLED_SO = re.compile(
    r"\b(?:(?:duoc|bi|thi) )?(?:coi|xem|goi) (?P<noun>\w+(?: \w+){0,3}?) (?:nhu the |the )?nao "
    r"(?:la|nhu) (?P<so>(?!gi\b|the nao\b|ra sao\b)\w+(?: \w+){0,4})(?=\W*$)"
)
_UNIT_INTO = "được lập thành xã, phường, đặc khu nào"
_INTO = "nhập vào tỉnh, thành phố nào"


def rephrase(query: str) -> str:
    """Return a question with colloquial forms put into the words of documents.

    Args:
        query: NFC text; one without tone marks gets words without them.
    """
    marked = has_marks(query)
    for pattern, words in _FORMS:
        match = re.search(pattern, fold(query))
        if match:
            said = words if marked else fold(words)
            query = f"{query[: match.start()]}{said}{query[match.end() :]}"
    stays = _STAYS.search(fold(query)) if _COMMUNES.search(fold(query)) else None
    if stays and _WHICH_OR_HOW_MANY.search(fold(query)):
        said = _APART if marked else fold(_APART)
        query = f"{query[: stays.start()]}{said}{query[stays.end() :]}"
    called = _CALLED_SO.search(fold(query))
    if called:
        # “Luật coi nhãn hiệu nào là nổi tiếng?” asks what “nhãn hiệu nổi tiếng” is.
        noun, so = (query[slice(*called.span(part))] for part in ("noun", "so"))
        thing = so if fold(so).startswith(fold(noun)) or fold(noun) == "nguoi" else f"{noun} {so}"
        said = "được hiểu thế nào" if marked else "duoc hieu the nao"
        before = query[: called.start()].rstrip(" ,")
        if before and not fold(before).startswith(("theo ", "trong ", "tai ")):
            before = f"Theo {before}"
        query = f"{before}{before and ', '}{thing} {said}?"
    return _merged(query, marked=marked)


def _merged(query: str, *, marked: bool) -> str:
    """Return a question after the unit that a former province belongs to, in those words alone.

    Resolution 202/2025/QH15 says of each what it was merged into.
    """
    unit = _UNIT_BELONGS.search(fold(query))
    if unit:
        name = query[unit.start("unit") : unit.end("unit")].strip()
        of = [place.name for place in places(query) if place.start >= unit.end("unit")]
        tail = f" của {successor(of[-1]) or of[-1]}" if of else ""
        said = f"{name} {_UNIT_INTO}{tail}?"
        return said if marked else fold(said)
    belongs = _BELONGS.search(fold(query))
    named = places(query)
    took = _TOOK_IN.match(fold(query), named[0].end) if len(named) == 1 else None
    if took:
        said = f"Những tỉnh nào nhập vào {query[named[0].start : named[0].end]}?"
        return said if marked else fold(said)
    former = [place for place in named if successor(place.name)]
    if belongs is None or not former or len(former) != len({place.name for place in named}):
        return query
    if any(place.start >= belongs.start() for place in former):
        return query
    names = " và ".join(query[place.start : place.end] for place in former)
    said = f"tỉnh {names} {_INTO}?"
    return said if marked else fold(said)
