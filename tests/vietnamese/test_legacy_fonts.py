"""Text of legacy fonts: told by name and by spelling, converted run by run, or left alone."""

from __future__ import annotations

import unicodedata

import pytest

from assistant.vietnamese.legacy_capitals import draws_capitals, raise_capitals
from assistant.vietnamese.legacy_fonts import Encoding, LegacyFonts, Run, convert_text
from assistant.vietnamese.legacy_spelling import is_spelt
from assistant.vietnamese.legacy_tables import convert

TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, Thñ t\xadíng ChÝnh phñ"
VNI = (
    "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc, "
    "Thuû töôùng Chính phuû"
)
UNICODE = "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc, Thủ tướng Chính phủ"

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SMALL = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in TONES] + ["đ"]


def alone(text: str, font: str | None) -> str:
    runs = [Run(text, font)]
    return LegacyFonts(runs).convert(runs)[0]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        (TCVN3, ".VnTime", UNICODE),
        (TCVN3, "ABCDEF+.VnTime", UNICODE),
        (TCVN3, ".VnTimeH", UNICODE.upper()),
        (TCVN3, None, UNICODE),
        (TCVN3, "Times New Roman", UNICODE),
        (VNI, "VNI-Times", UNICODE),
        (VNI, None, UNICODE),
        (UNICODE, ".VnTime", UNICODE),
        (UNICODE, ".VnTimeH", UNICODE),
        (UNICODE, None, UNICODE),
        # Fonts lie: the letters decide.
        (VNI, ".VnTime", UNICODE),
        (TCVN3, "VNI-Times", UNICODE),
        (VNI, "VNSTCVN3", UNICODE),
        (TCVN3, "VNSTCVN3", UNICODE),
    ],
)
def test_name_and_letters_decide_together(text: str, font: str | None, expected: str) -> None:
    assert alone(text, font) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Señor, mañana por la tarde habrá una reunión en la oficina de Nariño; ¿qué opción?",
        "Économie générale à Genève: été, forêt, hôtel, garçon, naïve, où, élève, près, très",
        "Straße für Übung, schöne Grüße aus München, Äpfel, Öl, über, ähnlich, größer, fünf",
        "Nhiệt độ 25°C ± 2, diện tích 30 m², «trích dẫn» · © 2024, tỉ lệ ½",
        "Plain English text about budgets and targets",
        "",
    ],
)
def test_other_languages_and_unicode_are_left_alone(text: str) -> None:
    for _ in range(2):
        made, fonts = convert_text(text)
        assert (made, fonts.note) == (text, None)
        text = "\n".join([text] * 20)


def test_one_document_may_mix_encodings_and_unicode() -> None:
    paragraphs = [
        [Run(TCVN3, ".VnTime")],
        [Run(VNI, "VNI-Times")],
        [Run("Quyết định của ", "Arial"), Run("Thñ t\xadíng", ".VnTime"), Run(" đã ký", "Arial")],
        [Run("UÛy ban nhaân daân", ".VnTime")],
    ]
    fonts = LegacyFonts(run for runs in paragraphs for run in runs)
    assert ["".join(fonts.convert(runs)) for runs in paragraphs] == [
        UNICODE,
        UNICODE,
        "Quyết định của Thủ tướng đã ký",
        "Ủy ban nhân dân",
    ]
    assert fonts.note == "chuyển từ VNI và TCVN3"  # the more frequent one first


def test_a_word_cut_by_a_change_of_font_is_converted_whole() -> None:
    runs = [Run("Thuû töô", "VNI-Times"), Run("ùng Chính phuû", "VNI-Times")]
    assert "".join(LegacyFonts(runs).convert(runs)) == "Thủ tướng Chính phủ"
    runs = [Run("Q", ".VnTime"), Run("uyÕt ®Þnh cña Bé tr\xadëng", ".VnTimeH")]
    assert LegacyFonts(runs).convert(runs) == ["QUYẾT", " ĐỊNH CỦA BỘ TRƯỞNG"]


def test_signs_that_a_pdf_puts_for_letters() -> None:
    assert convert("Thñ t\u2212íng n\u2212íc x\u2219", Encoding.TCVN3) == "Thủ tướng nước xã"
    assert convert("5 \u2212 3, 5\u22123", Encoding.TCVN3) == "5 \u2212 3, 5\u22123"


def test_codes_in_the_private_area() -> None:
    moved = "".join(chr(0xF000 + ord(char)) if char != " " else char for char in "ViÖt Nam")
    assert convert(moved, Encoding.TCVN3) == "Việt Nam"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("PHầN thứ nhất", "PHẦN thứ nhất"),
        ("Hà NộI NăM", "HÀ NỘI NĂM"),
        ("Bộ trưởng", "Bộ trưởng"),
        ("của Bộ GTVT", "của Bộ GTVT"),
        ("QUYếT ĐịNH ở ĐâY", "QUYẾT ĐỊNH Ở ĐÂY"),
    ],
)
def test_capitals_that_could_not_be_typed(words: str, expected: str) -> None:
    split = words.split()
    assert raise_capitals(split, [True] * len(split)) == expected.split()
    assert raise_capitals(split, [False] * len(split)) == split


def test_fonts_of_capitals_are_told_by_their_names() -> None:
    capital = [".VnTimeH", ".VNTIMEH", ".VnArial NarrowH", "ABCDEF+.VnTimeH,Bold", ".vntimeh"]
    plain = [".VnTime", ".VnHelvetIns", "VNI-Times", "Arial", ".VnTime Bold", "", None]
    assert [draws_capitals(font) for font in capital] == [True] * len(capital)
    assert [draws_capitals(font) for font in plain] == [False] * len(plain)


def test_each_table_has_every_letter_once() -> None:
    codes = [chr(code) for code in range(0x100)]
    for encoding in (Encoding.TCVN3, Encoding.VISCII, Encoding.VPS):
        made = [convert(code, encoding) for code in codes]
        missing = [letter for letter in SMALL if not letter.isascii() and letter not in made]
        assert missing == []
    assert convert("aù eâ ôï öõ ñ AÊ VEÂØ aú aü", Encoding.VNI) == "á ê ợ ữ đ Ă VỀ ẳ ẵ"


@pytest.mark.parametrize("encoding", [Encoding.VISCII, Encoding.VPS])
def test_whole_texts_of_rarer_encodings_are_told(encoding: Encoding) -> None:
    back = {convert(chr(code), encoding): chr(code) for code in range(0x80, 0x100)}
    small = UNICODE.lower()
    typed = "".join(back.get(char, char) for char in small)
    text, fonts = convert_text("\n".join([typed] * 3))
    assert text == "\n".join([small] * 3)
    assert fonts.encodings == (encoding,)


def test_syllables() -> None:
    good = "quốc nghĩa giếng hoà hòa thuỷ khuỷu gì ưu ướt quỳnh xoong đ ở"
    bad = "cỏc qng tp hoach cụngg đc ngươif bk"
    assert [word for word in good.split() if not is_spelt(word)] == ["đ"]
    assert [word for word in bad.split() if is_spelt(word)] == []
