"""A short, readable table of words that policy Vietnamese and ordinary speech share.

Each line is one idea; its members stand for each other when a question is compared with a
sentence. Folded, since a question may come without tone marks. The lists are general: they
name how people speak of offices, money, growth and work, not what any one document says.
"""

from __future__ import annotations

from functools import cache

__all__ = ["SYNONYMS", "synonyms"]

SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("mat viec", "that nghiep", "mat viec lam"),
    ("nguoi", "lao dong"),
    ("dan", "nguoi dan", "dan so", "nhan dan", "cu dan"),
    ("gia dinh", "ho gia dinh", "ho dan", "nha dan"),
    ("cong ty", "doanh nghiep", "hang"),
    ("giam", "sut", "tut", "di xuong", "sut giam", "hao"),
    ("tang", "lon len", "tang truong", "tang them", "di len"),
    ("thiet hai", "mat", "ton that"),
    ("khach", "luong khach", "du khach", "khach du lich"),
    ("kinh phi", "chi phi", "tien", "von", "ngan sach", "ton"),
    ("nhiem vu", "dau viec", "viec", "cong viec"),
    ("muc tieu", "chi tieu", "phan dau", "dat ra", "muon", "huong toi"),
    ("ty le", "ti le", "phan tram", "ty trong", "ti trong"),
    ("ban hanh", "ra", "ky", "ky ban hanh", "thong qua", "phe duyet"),
    ("dien ra", "to chuc"),
    ("cho biet", "noi", "bao", "cho rang", "cho hay", "phat bieu", "nhan manh", "khang dinh",
     "chia se", "nhac", "neu", "danh gia", "nhan dinh", "thong tin"),
    ("thanh toan", "tra tien"),
    ("dien tu", "truc tuyen", "qua mang", "tren mang", "online"),
    ("internet", "mang", "bang rong", "bang thong rong", "cap quang"),
    ("cung cap", "cap"),
    ("thanh lap", "ra doi"),
    ("xep", "dung", "xep hang", "hang", "vi tri", "thu hang"),
    ("tre han", "qua han", "tre hen"),
    ("giai the", "dong cua"),
    ("tam ngung", "tam dung", "ngung hoat dong"),
    ("khong co", "thieu", "con thieu"),
    ("kho khan", "rao can", "vuong mac", "vuong", "nguyen nhan", "han che", "thach thuc",
     "diem nghen"),
    ("giai phap", "bien phap", "cach"),
    ("dau mo", "mo"),
    ("khuyen nghi", "khuyen", "de xuat", "kien nghi"),
    ("yeu cau", "phai", "de nghi", "chi dao"),
    ("lanh dao", "nguoi dung dau", "chu tich", "giam doc"),
    ("dau tu", "rot von"),
    ("ve dich", "hoan thanh"),
    ("su dung", "dung"),
    ("covid", "dich", "dai dich", "dich benh", "covid-19"),
    ("toan quoc", "ca nuoc", "nuoc"),
    ("dung dau", "dan dau", "hang dau"),
    ("lien tiep", "lien tuc", "lien"),
    ("tru cot", "chan", "nen tang"),
    ("chu de", "de tai"),
    ("so hieu", "so", "ky hieu"),
    ("dien tich", "rong"),
    ("hop dong", "giao keo"),
    ("dao tao", "tap huan", "huan luyen", "day"),
    ("truong hoc", "co so giao duc"),
    ("benh vien", "co so kham chua benh", "co so y te", "co so kham"),
    ("hoan thanh", "xong"),
    ("dua vao su dung", "dua vao hoat dong", "van hanh"),
    ("lo trinh", "ke hoach"),
    ("chuyen gia", "pho giao su", "tien sy", "tien si", "giao su"),
    ("le hoi", "su kien"),
    ("kho", "kho khan", "thach thuc"),
    ("thoi co", "co hoi"),
    ("giay to", "ho so"),
    ("thuoc", "nhap vao", "sap nhap vao", "nhap", "mot phan cua"),
    ("nhap", "sap nhap", "hop nhat", "gop"),
    ("dau nguoi", "moi nguoi", "binh quan dau nguoi"),
    ("mo ho", "mu mo", "lung tung", "chua ro"),
    ("muc do", "cap do"),
    ("tuyen huyen", "cap huyen"),
    ("tuyen xa", "cap xa"),
    ("tuyen tinh", "cap tinh"),
    ("lua", "chon", "lua chon", "tuyen chon"),
    ("huong dan", "dao tao", "huan luyen"),
    ("nganh", "linh vuc"),
    ("tu van", "tham muu"),
    ("tai lieu", "ho so", "van ban"),
    ("mat", "bi mat"),
    ("be", "nho", "quy mo nho"),
    ("dat hang", "dung thu", "xep thu"),
    ("ket noi", "lien thong"),
    ("roi rac", "phan tan", "manh mun"),
    ("bo quan trong", "then chot", "trong yeu", "quan trong"),
    ("nong cot", "mui nhon", "chu luc", "tru cot"),
    ("thap ky", "10 nam"),
    ("gap", "tang"),
    ("trong diem", "uu tien"),
    ("chiem", "dong gop", "dat"),
    ("hop nhat", "sap nhap"),
    ("hai", "2"),
    ("ba", "3"),
    ("bon", "4"),
    ("tong cong", "tat ca", "tong so"),
    ("cao toc", "duong cao toc"),
)  # fmt: skip


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for group in SYNONYMS:
        for word in group:
            table.setdefault(word, {}).update(
                dict.fromkeys(other for other in group if other != word)
            )
    return {word: tuple(others) for word, others in table.items()}


def synonyms(term: str) -> tuple[str, ...]:
    """Return what may stand for a folded term, in the table's order; empty for most words."""
    return _table().get(term, ())
