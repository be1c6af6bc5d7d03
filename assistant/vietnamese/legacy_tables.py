"""Conversion tables of the legacy Vietnamese fonts: TCVN3 (ABC), VNI, VISCII and VPS.

Before Unicode a font drew Vietnamese letters where Latin-1 or Windows-1252 has others. A
reader sees those others; the tables say which letter each one was drawn as. Sources: TCVN
5712:1993 (VN3), RFC 1456 (VISCII), and the charts of the Vietnamese Unicode project for VNI
and VPS.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

__all__ = ["WINDOWS_1252", "Encoding", "convert"]

WINDOWS_1252 = {
    code: bytes([code]).decode("windows-1252")
    for code in range(0x80, 0xA0)
    if bytes([code]).decode("windows-1252", "ignore")
}
"""What Windows-1252 has where Latin-1 has control characters, for ``str.translate``."""


class Encoding(StrEnum):
    """A legacy encoding, named as users know it."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    VISCII = "VISCII"
    VPS = "VPS"


# Sources and letters stand one over the other, each from its first code on.
_TCVN3_RANGES = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
# The standard has tones by themselves too, which a few fonts set after a capital.
_TCVN3_TONES = dict(zip("\xb0\xb1\xb2\xb3\xb4", "\u0300\u0309\u0303\u0301\u0323", strict=True))
# PDF writers name glyphs, so a code comes back as another sign of the same look; between
# digits it is what it looks like.
_LOOKALIKE = re.compile(r"(?<=[^\W\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\s\d])|\u03bc")
_LOOKALIKES = {"\u2212": "\xad", "\u2219": "\xb7", "\u03bc": "\xb5"}

_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VPS_LOW = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ",
    0x13: "Ợ", 0x14: "Ụ", 0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
}  # fmt: skip
_VPS_HIGH = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ\xa0ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺßàáâãảạăçèéêẽìíîĩẴĐòóôõöƠụùúủüỶẼỳ"
)


def _by_char() -> dict[Encoding, dict[str, str]]:
    tcvn3 = {
        chr(first + place): letter
        for first, letters in _TCVN3_RANGES
        for place, letter in enumerate(letters)
    }
    return {
        Encoding.TCVN3: tcvn3,
        Encoding.VISCII: _surfaces(_VISCII_LOW, _VISCII_HIGH),
        Encoding.VPS: _surfaces(_VPS_LOW, _VPS_HIGH),
    }


def _surfaces(low: dict[int, str], high: str) -> dict[str, str]:
    """Return letters by what a reader shows for their code, in Latin-1 or in Windows-1252."""
    codes = {**low, **{0x80 + place: letter for place, letter in enumerate(high)}}
    table = {chr(code): letter for code, letter in codes.items()}
    table.update({shown: codes[code] for code, shown in WINDOWS_1252.items()})
    return table


_TABLES = _by_char()
_TCVN3_SEQUENCE = re.compile("([AEIOUYaeiouy\xa1-\xa6\xa8-\xad])([\xb0-\xb4])")

# VNI writes a base letter and then its marks, mostly as one sign; a sign has two cases.
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_MARKS.update({sign.upper(): marks for sign, marks in _VNI_MARKS.items()})
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_LETTERS.update({sign.upper(): letter.upper() for sign, letter in _VNI_LETTERS.items()})
_VNI_SEQUENCE = re.compile(
    f"([AEIOUYaeiouyôöÔÖ])([{''.join(_VNI_MARKS)}]{{1,2}})|([{''.join(_VNI_LETTERS)}])"
)


def convert(text: str, encoding: Encoding) -> str:
    """Return text drawn in a legacy font as the letters that it showed, in NFC.

    Args:
        text: Text as a reader gives it: the codes of the font taken for Latin-1 or
            Windows-1252, or moved to the private area as in a symbol font.
        encoding: Encoding of the font.
    """
    text = text.translate(_private())
    if encoding is Encoding.VNI:
        converted = _VNI_SEQUENCE.sub(_vni_letter, text)
    elif encoding is Encoding.TCVN3:
        text = _LOOKALIKE.sub(lambda m: _LOOKALIKES[m.group()], text)
        text = _TCVN3_SEQUENCE.sub(lambda m: m.group(1) + _TCVN3_TONES[m.group(2)], text)
        converted = text.translate(_translation(encoding))
    else:
        converted = text.translate(_translation(encoding))
    return unicodedata.normalize("NFC", converted)


@lru_cache(maxsize=1)
def _private() -> dict[int, int]:
    return {0xF000 + code: code for code in range(0x20, 0x100)}


@lru_cache(maxsize=4)
def _translation(encoding: Encoding) -> dict[int, str]:
    return {ord(sign): letter for sign, letter in _TABLES[encoding].items()}


def _vni_letter(match: re.Match[str]) -> str:
    base, signs, alone = match.groups()
    if alone:
        return _VNI_LETTERS[alone]
    base = _VNI_LETTERS.get(base, base)
    # A second sign belongs to the letter only where both make one: “VEÂØ” is VỀ.
    for count in range(len(signs), 0, -1):
        marks = "".join(_VNI_MARKS[sign] for sign in signs[:count])
        letter = unicodedata.normalize("NFC", base + marks)
        if len(letter) == 1:
            return letter + _VNI_SEQUENCE.sub(_vni_letter, signs[count:])
    return base + _VNI_SEQUENCE.sub(_vni_letter, signs)
