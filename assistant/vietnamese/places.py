"""Provinces and cities, by their names of before and after 1 July 2025.

Resolution 202/2025/QH15 made 34 of the 63 units from that day on; the district level ended.
Resolution 175/2024/QH15 made the province of Thừa Thiên Huế the city of Huế from 1 January
2025. A document of 2021 speaks of the old unit: both names are known, no quote is rewritten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.vietnamese.normalise import fold, has_marks, lower, place_tones

__all__ = [
    "NATION",
    "PlaceMention",
    "names_nation",
    "new_or_old",
    "places",
    "same_place",
    "successor",
]

NATION = "Việt Nam"

_MERGED = {
    "Tuyên Quang": ("Hà Giang",),
    "Lào Cai": ("Yên Bái",),
    "Thái Nguyên": ("Bắc Kạn",),
    "Phú Thọ": ("Vĩnh Phúc", "Hòa Bình"),
    "Bắc Ninh": ("Bắc Giang",),
    "Hưng Yên": ("Thái Bình",),
    "Hải Phòng": ("Hải Dương",),
    "Ninh Bình": ("Hà Nam", "Nam Định"),
    "Quảng Trị": ("Quảng Bình",),
    "Đà Nẵng": ("Quảng Nam",),
    "Quảng Ngãi": ("Kon Tum",),
    "Gia Lai": ("Bình Định",),
    "Khánh Hòa": ("Ninh Thuận",),
    "Lâm Đồng": ("Đắk Nông", "Bình Thuận"),
    "Đắk Lắk": ("Phú Yên",),
    "Thành phố Hồ Chí Minh": ("Bình Dương", "Bà Rịa - Vũng Tàu"),
    "Đồng Nai": ("Bình Phước",),
    "Tây Ninh": ("Long An",),
    "Cần Thơ": ("Sóc Trăng", "Hậu Giang"),
    "Vĩnh Long": ("Bến Tre", "Trà Vinh"),
    "Đồng Tháp": ("Tiền Giang",),
    "Cà Mau": ("Bạc Liêu",),
    "An Giang": ("Kiên Giang",),
    "Huế": ("Thừa Thiên Huế",),
}
_UNCHANGED = (
    "Hà Nội",
    "Cao Bằng",
    "Điện Biên",
    "Hà Tĩnh",
    "Lai Châu",
    "Lạng Sơn",
    "Nghệ An",
    "Quảng Ninh",
    "Sơn La",
    "Thanh Hóa",
)
_SUCCESSOR = {old: new for new, olds in _MERGED.items() for old in olds}
_NAMES = tuple(sorted({*_MERGED, *_UNCHANGED, *_SUCCESSOR}))

# Names in use beside the official one. Two capitals alone are matched as capitals.
_ALIASES = {
    "Hồ Chí Minh": "Thành phố Hồ Chí Minh",
    "Sài Gòn": "Thành phố Hồ Chí Minh",
    "TP.HCM": "Thành phố Hồ Chí Minh",
    "TP. HCM": "Thành phố Hồ Chí Minh",
    "TP HCM": "Thành phố Hồ Chí Minh",
    "TPHCM": "Thành phố Hồ Chí Minh",
    "HCM": "Thành phố Hồ Chí Minh",
    "Thừa Thiên - Huế": "Thừa Thiên Huế",
    "Thừa Thiên-Huế": "Thừa Thiên Huế",
    "Thừa Thiên – Huế": "Thừa Thiên Huế",
    "TT Huế": "Thừa Thiên Huế",
    "TT-Huế": "Thừa Thiên Huế",
    "TT. Huế": "Thừa Thiên Huế",
    "T.T.Huế": "Thừa Thiên Huế",
    "Bà Rịa – Vũng Tàu": "Bà Rịa - Vũng Tàu",
    "Bà Rịa-Vũng Tàu": "Bà Rịa - Vũng Tàu",
    "Bà Rịa Vũng Tàu": "Bà Rịa - Vũng Tàu",
    "Đắc Lắc": "Đắk Lắk",
    "Đăk Lăk": "Đắk Lắk",
    "Đăk Nông": "Đắk Nông",
    "thành phố Cảng": "Hải Phòng",
    "đất Cảng": "Hải Phòng",
    "thành phố hoa phượng đỏ": "Hải Phòng",
    "TTH": "Thừa Thiên Huế",
    "HP": "Hải Phòng",
    "ĐN": "Đà Nẵng",
    "HN": "Hà Nội",
}
# Ordinary words that are spelt like a province when neither capitals nor marks tell.
_WORDS = {
    "hoa binh",  # hòa bình, peace
    "thai binh",  # Thái Bình Dương
    "binh duong",
    "binh dinh",
    "an giang",
    "ha nam",
    "ha giang",
    "long an",
    "tay ninh",
    "hue",
    "hau giang",
    "tien giang",
}
_NOT_PLACES = re.compile(
    r"thai binh duong|dai hoc thai binh|dien bien phu|ho chi minh toan tap|"
    r"(?:tu tuong|chu tich|dao duc|phong cach|huan chuong|duong|chinh tri quoc gia|"
    r"thanh nien cong san) ho chi minh|"
    # newspapers
    r"sai gon giai phong|sai gon tiep thi|ha noi moi|"
    r"phap luat (?:tp\.? ?|thanh pho )(?:hcm|ho chi minh)"
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A province or city named in a text; ``name`` is its normal form."""

    start: int
    end: int
    name: str


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(
        {fold(name) for name in (*_NAMES, *_ALIASES)}, key=lambda name: (-len(name), name)
    )
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, names)) + r")(?![\w])")


@cache
def _by_folded() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for written, name in (*((name, name) for name in _NAMES), *_ALIASES.items()):
        table.setdefault(fold(written), []).append((written, name))
    return {key: tuple(forms) for key, forms in table.items()}


def _spelt(text: str) -> str:
    return " ".join(place_tones(syllable) for syllable in lower(text).split())


def _name_of(surface: str, *, after_title: bool, text_marked: bool) -> str | None:
    """Return the place that a surface names, or None when it is another word."""
    folded = fold(surface)
    for written, name in _by_folded()[folded]:
        if written.upper() == written:
            if surface == written or len(surface) > 2:
                return name
            continue
        if has_marks(surface):
            if _spelt(surface) != _spelt(written):
                continue
        elif has_marks(written) and text_marked:
            continue
        capital = surface[:1].isupper() and surface.split()[-1][:1].isupper()
        if capital or after_title or folded not in _WORDS or (folded == "hue" and not text_marked):
            return name
    return None


def places(text: str) -> list[PlaceMention]:
    """Find provinces and cities in NFC text, in order.

    A name must be spelt with its marks, or, in a text without marks, without them. A name
    that is also an ordinary word (Hòa Bình) needs its capitals or a title before it.
    """
    return list(_places(text))


@lru_cache(maxsize=8_192)
def _places(text: str) -> tuple[PlaceMention, ...]:
    folded = fold(text)
    marked = has_marks(text)
    banned = [(m.start(), m.end()) for m in _NOT_PLACES.finditer(folded)]
    found: list[PlaceMention] = []
    for match in _pattern().finditer(folded):
        start, end = match.span()
        if any(left <= start and end <= right for left, right in banned):
            continue
        title = re.search(r"(?:tinh|thanh pho|tp\.?|o|tai|cua|cho)\s*$", folded[:start]) is not None
        name = _name_of(text[start:end], after_title=title, text_marked=marked)
        if name:
            found.append(PlaceMention(start, end, name))
    return tuple(found)


# “Hai năm mới đây” is no new place.
_NEW_OR_OLD = re.compile(r"\s(?:mới|cũ)(?!\w)(?! đây)")


def new_or_old(text: str, end: int) -> int:
    """Return where the name of a place ends that tells which of two it is: “Lâm Đồng mới”.

    Args:
        text: NFC text.
        end: End of the name itself.
    """
    told = _NEW_OR_OLD.match(text, end)
    return told.end() if told else end


def names_nation(text: str) -> bool:
    """Tell whether a text speaks of the whole country."""
    return _WHOLE_COUNTRY.search(fold(text)) is not None


_WHOLE_COUNTRY = re.compile(r"\b(?:ca nuoc|toan quoc|viet nam|quoc gia)\b")


def successor(name: str) -> str | None:
    """Return the unit that a former province has been part of since 2025, else None."""
    return _SUCCESSOR.get(name)


def same_place(one: str, other: str) -> bool:
    """Tell whether two names stand for one unit; the city of Huế is the former province."""
    return one == other or {one, other} == {"Huế", "Thừa Thiên Huế"}
