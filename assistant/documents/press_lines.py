"""What single lines of a press page are: menus, captions, bylines, credits, buttons.

The lexicons name what newsrooms print around their articles, not any one article. Matching
is on folded text (no case, no tone marks), since pages write “Từ khóa” and “Từ khoá”.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold, lower

__all__ = [
    "STRONG_TAIL",
    "byline_date",
    "is_agency_sign",
    "is_breadcrumb",
    "is_button",
    "is_caption",
    "is_credit_caption",
    "is_image_name",
    "is_person_name",
    "is_prose",
    "is_related_link",
    "is_relative_time",
    "is_site_footer",
    "tail_marker",
]

_IMAGE_NAME = re.compile(r"\S.{0,150}\.(?:png|jpe?g|gif|webp|bmp|svg|avif|heic)(?:\?\S*)?", re.I)
_BUTTON = re.compile(
    r"image not found|khong tim thay (?:hinh )?anh|hinh anh|anh minh hoa|trang chu|home|menu|"
    r"dang nhap|dang ky|tim kiem|chia se(?: bai viet)?(?: (?:len|qua|tren) \w+)?|"
    r"facebook|zalo|twitter|x|linkedin|telegram|messenger|pinterest|copy(?: link)?|"
    r"sao chep(?: lien ket| link)?|in(?: bai(?: viet)?| trang)?|ban in|print|"
    r"email|gui email|e-mail|"
    r"luu(?: bai(?: viet)?| tin)?|nghe (?:doc )?bai(?: viet)?|nghe tin|doc bai viet|"
    r"(?:theo doi|follow)(?: .{0,40})? (?:tren )?google news|google news|"
    r"quay lai|tro (?:lai|ve)(?: .{0,20})?|ve dau trang|len dau trang|xem (?:tiep|chi tiet)|"
    r"a|a\s?[-+]|a- ?a ?a\+|aa|co chu.{0,15}|font size.{0,15}|mac dinh|lon hon|"
    r"luot (?:xem|truy cap|doc)\s?:?\s?[\d.,]*|[\d.,]+ luot (?:xem|doc)|tuong phan.{0,15}|"
    r"thich|like|share|quang cao|advertisement|ads|gui|gui binh luan|huy|dong|"
    r"nghe audio|audio|giong (?:nam|nu)|0:00|toc do doc|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d|[\d.,]+|"
    r"doc bai|danh gia(?: bai viet)?|diem trung binh.{0,40}|danh gia trang|su kien|chu de|rss"
)
STRONG_TAIL = re.compile(
    r"(?:cac )?(?:tin|bai|bai viet|tin bai|tin tuc) (?:cung |trong )(?:chuyen muc|chu de|muc)|"
    r"cung (?:chuyen muc|chu de|tac gia)|dung bo lo|moi nhat|tin moi(?: nhat| cap nhat)?|"
    r"doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|(?:tin|bai) (?:xem|doc|duoc doc) nhieu(?: nhat)?|"
    r"(?:\(?\d+\)? ?)?binh luan(?: ?\(?\d+\)?)?|y kien(?: ban doc| cua ban)?(?: ?\(?\d+\)?)?|"
    r"tags?|tu khoa|the|nhan|(?:cac )?(?:tin|bai|bai viet|tin bai|tin tuc|van ban) khac|"
    r"(?:cac )?(?:tin|bai|bai viet) (?:da dua|cu hon|moi hon|truoc do|truoc|tiep theo|ke tiep)|"
    r"co the ban (?:quan tam|se thich)|ban (?:co the quan tam|nen doc)|gui (?:phan hoi|y kien)|"
    r"(?:tin )?(?:tai tro|doanh nghiep tai tro)|multimedia|podcasts?|video(?: noi bat)?|"
    r"danh cho ban|goi y cho ban|tin nong|top|thong ke truy cap|lien ket(?: website| web)?|"
    r"dang online.{0,20}|tong (?:so )?(?:luot )?truy cap.{0,20}|danh muc|chuyen muc(?: khac)?"
)
_WEAK_TAIL = re.compile(
    r"(?:cac )?(?:tin|bai|bai viet|tin bai|tin tuc|noi dung) lien quan|lien quan|"
    r"(?:tin )?noi bat|tieu diem|(?:doc|xem) (?:them|tiep)|moi doc them|moi ban doc|>>.{0,20}"
)
_MARKER_WITH_SITE = re.compile(r"(?:noi bat|moi nhat|doc nhieu|xem nhieu|tin moi)(?: \S+){1,4}")
_TAG_LINE = re.compile(r"(?:tags?|tu khoa|the|chu de|hashtag)\s?:\s?\S.*")
_RELATIVE = re.compile(r"(?:\d+|vai|mot) (?:giay|phut|gio|ngay|tuan|thang|nam) truoc\b.{0,40}")
_RELATED = re.compile(
    r"\[[^\[\]]{10,220}\]|(?:>>+|»+|>|→|➤|►|▶|☞)\s*\S.{5,250}|"
    r"(?:xem|doc|tham khao|tim hieu) (?:them|tiep|ngay)\s?:.{3,250}|"
    r"(?:tin|bai)(?: viet)? lien quan\s?:.{3,250}"
)
_AGENCY = re.compile(
    r"\(?(?:ttxvn|vietnam\+|vnp|chinhphu\.vn|vgp|tthc|bnews|vov|vtv|ndo|bbt|pv|p\.v)"
    r"(?:[/ ,.-]+[\w+.]{2,20}){0,3}\)?\.?|"
    r"\(theo [\w./+ -]{2,40}\)|\([\w+-]+(?:[./+][\w.+-]*)+\)|"
    r"(?:trich |dan )?nguon(?: tin| bao)?\s?[.:].{1,80}|"
    r"theo\s?:?\s?(?:bao|tap chi|trang|cong|ttxvn|vov|vtv|vnexpress|"
    r"[\w-]+\.(?:vn|com|net|org))\b.{0,50}|"
    r"(?:tin|bai|anh|video|do hoa|thuc hien|clip|infographic)"
    r"(?:\s?(?:,|-|/|va|&|bai|anh|video))*\s?:\s?.{2,60}|"
    r"(?:tac gia|bien tap|nguoi viet|cong tac vien)\s?:.{2,60}"
)
_FOOTER = re.compile(
    r".*(?:powered by|all rights reserved|©|®|copyright|ban quyen thuoc|ghi ro nguon|"
    r"giay phep (?:so|xuat ban|thiet lap|hoat dong|bao chi)|tong bien tap|"
    r"chiu trach nhiem (?:noi dung|chinh)|toa soan\s?:|"
    r"hotline|duong day nong|co quan chu quan|don vi chu quan|thiet ke (?:boi|va phat trien)|"
    r"lien he quang cao|cam sao chep).*"
)
_BODY_CREDIT = r"(?:anh|nguon anh|nguon|anh minh hoa|do hoa|infographic|clip|video|hinh)"
_CREDIT_END = re.compile(
    r"(?:\(\s?(?:" + _BODY_CREDIT + r")\s?(?:minh hoa\s?)?[:;]?[^()]{0,60}\)|"
    r"(?:^|[.!?…”\"\s–-])(?:anh|nguon anh|anh minh hoa|hinh anh)\s?:\s?[^.:;]{2,45}(?:\.\w{2,4})?|"
    r"(?:^|[.–-]\s?)anh minh hoa|\(anh(?: minh hoa| tu lieu)?\)|\(anh [^()]{2,40}\))\.?$"
)
_SCENE = re.compile(
    r"(?:toan canh|quang canh|khung canh|mot goc|hinh anh|anh minh hoa|anh|canh|phoi canh)\b"
    r"(?! huong|h huong)[^.:;]{2,160}\.?"
)
_PEOPLE = (
    r"(?:cac |doan )?(?:dai bieu|lanh dao|dai dien|dong chi|thanh vien|chuyen gia|vi khach|can bo|"
    r"sinh vien|hoc sinh|nguoi dan|nghe nhan|doan vien|cong nhan|nhan vien)"
)
_PERSON = (
    r"(?:ong|ba|anh|chi|dong chi|d/c|ts\.?|pgs\.?|gs\.?|chu tich|pho chu tich|thu tuong|"
    r"pho thu tuong|"
    r"tong bi thu|bi thu|pho bi thu|giam doc|pho giam doc|bo truong|thu truong|cuc truong|"
    r"pho cuc truong|vien truong|truong ban|truong phong|tong giam doc|dai su)\b"
)
_ACT = (
    r"(?:phat bieu|trao doi|tham du|bao cao|tra loi|chia se|ket luan|chi dao|trinh bay|gioi thieu|"
    r"tham luan|chup anh|tham quan|bam nut|nhan nut|cat bang|trao (?:tang|giai|bang|hoa|qua|quyet)|"
    r"thuc hien nghi thuc|ky ket|ky bien ban|chao don|tai (?:buoi|hoi|le|dien dan|phien|su kien)|"
    r"thao tac|trai nghiem|su dung|du (?:hoi|le|buoi|dien))"
)
_PEOPLE_SCENE = re.compile(rf"{_PEOPLE}\b[^.:;%\d]{{0,120}}\b{_ACT}\b[^.:;%]{{0,120}}\.?")
_PERSON_SCENE = re.compile(rf"{_PERSON}[^.:;%\d]{{0,140}}\b{_ACT}\b[^.:;%]{{0,100}}\.?")
_SAYING = re.compile(
    r"\b(?:cho biết|cho rằng|nhấn mạnh|khẳng định|đề nghị|yêu cầu|đánh giá|cho hay|nêu rõ|nói|"
    r"lưu ý|"
    r"cam kết|bày tỏ|mong muốn|giao|chỉ rõ|đề xuất|kiến nghị|đặt mục tiêu|thông tin thêm)\b"
)
_APPOSITION = re.compile(rf"{_PERSON}[^.:;%\d]{{4,60}}(?:,| - | – )[^.:;%]{{6,120}}")
_PROSE_END = re.compile(r"(?:[.!?…]|\./\.|/\.)[”\"’)]*$")


def is_prose(text: str) -> bool:
    """Tell whether a line is a paragraph of prose: long, and ended like a sentence."""
    return len(text) >= 120 and _PROSE_END.search(text) is not None


def is_image_name(text: str) -> bool:
    """Tell whether a line is the name of a picture file."""
    return _IMAGE_NAME.fullmatch(text) is not None


def is_button(text: str) -> bool:
    """Tell whether a line is a button, a counter or another control of the page."""
    return len(text) <= 60 and _BUTTON.fullmatch(_bare(text)) is not None


def is_relative_time(text: str) -> bool:
    """Tell whether a line is “1 giờ trước Văn hóa”, which only stands in lists of stories."""
    return len(text) <= 60 and _RELATIVE.fullmatch(_bare(text)) is not None


def is_related_link(text: str) -> bool:
    """Tell whether a line is a link to another story: “[…]”, “>> …”, “Xem thêm: …”."""
    return len(text) <= 260 and _RELATED.fullmatch(fold(text)) is not None


def is_agency_sign(text: str) -> bool:
    """Tell whether a line names the agency, source or authors: “(TTXVN/Vietnam+)”."""
    return len(text) <= 100 and _AGENCY.fullmatch(fold(text)) is not None


def is_site_footer(text: str) -> bool:
    """Tell whether a line belongs to the imprint of the site."""
    return len(text) <= 300 and _FOOTER.fullmatch(fold(text)) is not None


def tail_marker(text: str) -> str:
    """Return ``strong`` or ``weak`` when a line heads a list of other stories, else empty.

    A strong one ends the article; after a weak one the article may go on.
    """
    if len(text) > 200:
        return ""
    bare = _bare(text)
    if len(text) <= 60 and (STRONG_TAIL.fullmatch(bare) or _MARKER_WITH_SITE.fullmatch(bare)):
        return "strong"
    if _TAG_LINE.fullmatch(fold(text)):
        return "strong"
    return "weak" if len(text) <= 60 and _WEAK_TAIL.fullmatch(bare) else ""


def _bare(text: str) -> str:
    return fold(text).strip(" .:|-–—•·*#►▶»>…!?\"“”'[]()_").strip()


def is_breadcrumb(text: str) -> bool:
    """Tell whether a line is a path through the site: short names set off by / > » or |."""
    parts = [part.strip() for part in re.split(r"\s[/|]\s|\s*[>»›→]\s*", text)]
    if len(parts) < 2 or len(text) > 160 or _PROSE_END.search(text):
        return False
    if fold(parts[0]) in ("trang chu", "home", "tin tuc"):
        return True
    return all(0 < len(part.split()) <= 5 and not any(c.isdigit() for c in part) for part in parts)


_NUMERIC_DATE = re.compile(r"\d\s?[./-]\s?\d|tháng\s+\d|thang\s+\d", re.I)
_CLOCK = re.compile(r"\b\d{1,2}\s?(?::|h|giờ)\s?\d{2}\b(?:\s?(?:am|pm|sa|ch))?", re.I)
_BYLINE_NOISE = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|gmt\s?[+-]?\s?\d*|"
    r"cap nhat(?: luc| lan cuoi)?|"
    r"dang luc|ngay dang|ngay cap nhat|ngay xuat ban|xuat ban|dang ngay|thoi gian|ngay|luc|"
    r"luot xem\s?:?\s?[\d.,]*|nguoi dang|tac gia|theo|utc\s?[+-]?\d*|s|c|am|pm|sa|ch)\b"
)


def byline_date(text: str) -> tuple[date | None, bool] | None:
    """Read a line that says when (and by whom) a story was published.

    Returns:
        The day and whether a time of day stands beside it; None when the line says more
        than that.
    """
    if len(text) > 110 or not _NUMERIC_DATE.search(text):
        return None
    found = [mention for mention in dates(text) if mention.date]
    clock = _CLOCK.search(text)
    if not found:
        return None
    rest = list(text)
    for mention in found:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    left = _CLOCK.sub(" ", "".join(rest))
    noise = list(left)
    for match in _BYLINE_NOISE.finditer(fold(left)):
        noise[match.start() : match.end()] = " " * (match.end() - match.start())
    words = re.findall(r"[^\W\d_]+", "".join(noise))
    named = all(word[:1].isupper() for word in words)
    if len(words) > (8 if clock else 5) or not named:
        return None
    return found[0].date, clock is not None


def is_person_name(text: str) -> bool:
    """Tell whether a line is only one or two names, as authors sign: “Doãn Quan”."""
    if len(text) > 60 or _PROSE_END.search(text.rstrip(".")):
        return False
    core = re.sub(r"^(?:Theo|Bài|Ảnh|Tin|Bài, ảnh|PV|Nhóm PV)\s*:?\s+", "", text)
    core = re.sub(r"\s*\((?:tổng hợp|Theo[^)]*|t/h|[\w./+]+)\)$", "", core)
    names = [name.split() for name in re.split(r"\s+[-–&]\s+|\s*[,/]\s*", core)]
    return (
        bool(names)
        and all(
            1 <= len(name) <= 5
            and all(re.fullmatch(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*\.?)+", word) for word in name)
            for name in names
        )
        and (len(names) > 1 or len(names[0]) >= 2 or core.isupper())
    )


def is_credit_caption(text: str) -> bool:
    """Tell whether a line is a caption with its credit: “… (Ảnh: TTXVN)”, “… Ảnh: VGP”."""
    folded = fold(text)
    if len(text) > 380 or not _CREDIT_END.search(folded):
        return False
    # "(Nguồn: Cục Thống kê)" is the source of figures, not of a picture.
    figures = re.search(r"thong ke|bao cao|tinh toan|tong hop", folded[-60:])
    return not ("(nguon:" in folded and figures)


def is_caption(text: str) -> bool:
    """Tell whether a short line between paragraphs describes a picture, without a credit.

    Captions name a scene (“Toàn cảnh hội nghị”), people doing what is done before cameras,
    or a person with an office and nothing said; they give no figures.
    """
    folded = fold(text)
    if len(text) > 220 or folded.endswith((":", ";", ",")):
        return False
    if _SCENE.fullmatch(folded) and len(text.split()) <= 24:
        return True
    if _SAYING.search(lower(text)):
        return False
    if (_PEOPLE_SCENE.fullmatch(folded) or _PERSON_SCENE.fullmatch(folded)) and len(
        text.split()
    ) <= 34:
        return True
    return _APPOSITION.fullmatch(folded) is not None and len(text.split()) <= 24
