"""Scans: pictures made fit to be read, what is no text, what is kept of each word."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from page_files import page, words
from PIL import Image, ImageDraw, ImageFont

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.documents.lines import Line
from assistant.documents.ocr.caches import RecognitionCache
from assistant.documents.ocr.dirt import mean_confidence, without_marks_of_offices, words_of_text
from assistant.documents.ocr.doubts import without_doubtful_numbers
from assistant.documents.ocr.pictures import Picture, pictures_of_file
from assistant.documents.ocr.recognition import recognise
from assistant.documents.ocr.ruling import without_rules
from assistant.documents.ocr.tesseract import ReadWord, Tesseract, find_tesseract
from assistant.documents.pages.grids import grids
from assistant.documents.pages.nouns import Page
from assistant.errors import ReadError
from assistant.schema import Document, Span, WordBox

DPI = 150
A4 = (1240, 1754)  # at 150 dpi
TEXT = [
    "Ke hoach trong cay xanh nam 2025",
    "Thanh pho trong 40.000 cay trong nam 2025.",
    "So Xay dung chu tri, cac phuong phoi hop.",
]


def drawn(lines: list[str] = TEXT, size: int = 34) -> Image.Image:
    image = Image.new("L", A4, 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size)
    for row, line in enumerate(lines):
        draw.text((150, 200 + 90 * row), line, 0, font)
    return image


def file_of(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def picture(image: Image.Image) -> Picture:
    return Picture.of_image(image, 1, 300)


def read(folder: Path, name: str, data: bytes) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read_file(SourceFile(folder, name, path), Config())[0]


@pytest.fixture
def engine() -> Tesseract:
    found = find_tesseract()
    if found is None:
        pytest.skip("no Tesseract: install the packages tesseract-ocr and tesseract-ocr-vie")
    return found


# --- pictures -----------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 1.3, 2.6])
def test_a_skewed_page_is_turned_level(degrees: float) -> None:
    lines = ["Dong chu dai cho het be ngang cua trang giay"] * 12
    skewed = drawn(lines).rotate(-degrees, fillcolor=255)  # Pillow turns the other way
    assert picture(skewed).cleaned().tilt == pytest.approx(-degrees, abs=0.2)


def test_a_level_page_stays_as_it_is() -> None:
    assert picture(drawn(["Dong chu dai cho het be ngang cua trang giay"] * 12)).cleaned().tilt == 0


def test_black_edges_go_and_letters_stay() -> None:
    plain = drawn()
    edged = plain.copy()
    draw = ImageDraw.Draw(edged)
    draw.polygon([(0, 0), (60, 0), (25, 1754), (0, 1754)], 0)
    draw.rectangle((1215, 700, 1240, 1754), 0)
    cleaned, expected = (np.asarray(picture(image).cleaned().grey) for image in (edged, plain))
    assert (cleaned[:, :100] < 128).sum() == 0
    assert (cleaned[:, -60:] < 128).sum() == 0
    inner = slice(120, 1180)
    assert np.array_equal(cleaned[:, inner] < 128, expected[:, inner] < 128)


def test_a_red_seal_goes_and_black_and_red_words_stay() -> None:
    image = drawn().convert("RGB")
    draw = ImageDraw.Draw(image)
    seal = (700, 900, 700 + round(DPI * 36 / 25.4), 900 + round(DPI * 36 / 25.4))
    draw.ellipse(seal, outline=(200, 20, 30), width=6)
    draw.text((740, 1010), "SEAL", (200, 20, 30), ImageFont.load_default(30))
    draw.text((720, 960), "Nguyen Van An", (0, 0, 0), ImageFont.load_default(30))
    draw.text((150, 1400), "KHAN", (200, 20, 30), ImageFont.load_default(30))
    grey = picture(image).grey
    assert (grey[1000:1110, 690:930] < 200).sum() == 0  # the lower half: rim and letters
    assert (grey[950:1000, 720:900] < 60).any()
    assert (grey[1400:1440, 150:260] < 140).any()


def test_a_black_seal_by_the_signature_goes_and_a_table_stays() -> None:
    image = drawn()
    draw = ImageDraw.Draw(image)
    draw.ellipse((700, 900, 700 + 210, 900 + 210), outline=0, width=5)
    for x in (700, 800, 900):
        draw.line((x, 1300, x, 1510), 0, 3)
    for y in (1300, 1400, 1510):
        draw.line((700, y, 900, y), 0, 3)
    grey = picture(image).cleaned().grey
    assert (grey[890:1120, 690:920] < 128).sum() == 0
    assert (grey[1290:1520, 690:910] < 128).sum() > 3_000


def test_the_lines_of_a_table_are_found_and_taken_out() -> None:
    image = drawn([])
    draw = ImageDraw.Draw(image)
    for x in (150, 300, 800, 1000):
        draw.line((x, 200, x, 500), 0, 3)
    for y in (200, 300, 400, 500):
        draw.line((150, y, 1000, y), 0, 3)
    draw.text((320, 330), "Ho so", 0, ImageFont.load_default(34))
    draw.line((150, 1000, 600, 1000), 0, 3)  # an underline is no table, and stays
    cleaned, rules = without_rules(picture(image))
    [grid] = grids(rules)
    points = 72 / picture(image).dpi
    assert [round(x / points) for x in grid.columns] == pytest.approx([150, 300, 800, 1000], abs=4)
    assert len(grid.cells) == 3
    dark = cleaned.grey < 128
    assert (
        dark[195:505, 145:1005].sum()
        == (np.asarray(drawn([])) < 128).sum() + dark[320:375, 310:430].sum()
    )
    assert dark[998:1003, 160:590].any()


def test_pictures_are_taken_at_their_size_however_they_are_stored() -> None:
    colours = drawn().convert("RGBA")
    colours.putalpha(0)
    blank = picture(colours)
    assert blank.grey.min() == 255  # what is transparent is paper
    assert blank.size == pytest.approx((A4[0] * 72 / blank.dpi, A4[1] * 72 / blank.dpi))
    large = picture(drawn().resize((A4[0] * 4, A4[1] * 4)))
    assert large.dpi == 300
    count, pages = pictures_of_file(
        file_of(drawn(), "TIFF", save_all=True, append_images=[drawn(["Hai"])]), Config()
    )
    assert (count, [one.number for one in pages]) == (2, [1, 2])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "ảnh hỏng"),
        (file_of(drawn())[:2_000], "ảnh hỏng"),
        (b"II*\x00" + b"\xff" * 50, "ảnh hỏng"),
        (file_of(Image.new("1", (20_000, 20_000))), "quá lớn"),
    ],
    ids=["stub", "cut", "tiff", "huge"],
)
def test_a_bad_picture_is_refused_in_one_line(
    data: bytes, said: str, tmp_path: Path, engine
) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        read(tmp_path, "a.png", data)
    assert "Hãy " in str(caught.value)
    assert "\n" not in str(caught.value)


# --- what is text -------------------------------------------------------------------------


def line(*parts: tuple[str, float]) -> list[ReadWord]:
    return [
        ReadWord((1, 1, 1), 100 * i, 0, 100 * i + 90, 20, sure, text)
        for i, (text, sure) in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (line(("Điều", 0.2), ("3.", 0.9), ("Tổ", 0.9), ("chức", 0.9)), "Điều 3. Tổ chức"),
        (line(("ChươngV_", 0.0)), "Chương V"),
        (line(("__1.", 0.9), ("Rà", 0.9), ("soát", 0.9)), "1. Rà soát"),
        (line(("ỹ#", 0.1), ("%k", 0.2), ("Ầý", 0.3)), ""),
        (line(("IINGH", 0.6), ("bao:", 0.7), ("xwq", 0.6)), ""),
        (line(("quyết", 0.6), ("định", 0.7), ("nầy", 0.6)), "quyết định nầy"),
        (line(("1,1", 0.9)), "1,1"),
        (line(("x", 0.9)), ""),
        (line(("GỔNGTHÔNG", 0.2), ("Hà", 0.96), ("Nội,", 0.97), ("ngày", 0.97)), "Hà Nội, ngày"),
        (line(("-", 0.5), ("Lưu:", 0.9), ("VT.", 0.9), ("»", 0.4)), "- Lưu: VT."),
    ],
)
def test_dirt_is_told_from_text(given: list[ReadWord], kept: str) -> None:
    assert " ".join(word.text for word in words_of_text(given)) == kept


def test_the_mean_is_over_characters() -> None:
    assert mean_confidence(line(("ab", 0.5), ("abcdef", 0.9))) == pytest.approx(
        (2 * 0.5 + 6 * 0.9) / 8
    )
    assert mean_confidence([]) == 0.0


def recognised(*rows: tuple[str, float, float, float], number: int = 1) -> Page:
    made = [w for text, left, base, sure in rows for w in words(text, left, base, 12, sure)]
    return page(made, number)


def test_the_stamp_of_receipt_goes_and_what_it_lies_upon_stays() -> None:
    made = recognised(
        ("CÔNG THÔNG TINĐIỆN TỪ CHÍNHPHÙ", 60, 200, 0.5),
        ("của tỉnh Sơn Hà", 320, 200, 0.95),
        ("ĐẾN Giờ: S", 62, 216, 0.6),
        ("Ngày: 16/4/2024", 90, 232, 0.95),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6", 100, 236, 0.95),
    )
    assert without_marks_of_offices(made).text == (
        "của tỉnh Sơn Hà Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6"
    )
    assert without_marks_of_offices(Page(2, 595, 842, made.words)).words == made.words


def test_a_seal_between_office_and_name_goes() -> None:
    made = recognised(
        ("Nơi nhận:", 85, 500, 0.95), ("KT. CHỦ TỊCH", 380, 500, 0.9),
        ("- Lưu: VT.", 85, 516, 0.95), ("Ầ ý nân CÓ xk", 380, 530, 0.8),
        ("bao: IINGH ung", 400, 560, 0.8), ("Trần Văn An", 385, 600, 0.9),
    )  # fmt: skip
    assert without_marks_of_offices(made).text == ("Nơi nhận: KT. CHỦ TỊCH - Lưu: VT. Trần Văn An")


def test_a_number_that_may_be_misread_is_not_known() -> None:
    def sign(sure: float) -> Line:
        return Line("Số: 46/QĐ-UBND", boxes=(WordBox(0, 3, 1, 0, 0, 0, 0, 0.5),
                                             WordBox(4, 14, 1, 0, 0, 0, 0, sure)))  # fmt: skip

    assert [line.text for line in without_doubtful_numbers([sign(0.85), sign(0.87)])] == [
        "Số:",
        "Số: 46/QĐ-UBND",
    ]
    assert without_doubtful_numbers([Line("Số: 46/QĐ-UBND")]) == (Line("Số: 46/QĐ-UBND"),)


# --- Tesseract ----------------------------------------------------------------------------


@pytest.mark.usefixtures("engine")
def test_a_scan_is_read_with_boxes_and_confidence(tmp_path: Path) -> None:
    document = read(tmp_path, "a.png", file_of(drawn()))
    assert [digits for digits in ("40.000", "2025") if digits in document.text] == [
        "40.000",
        "2025",
    ]
    assert document.quality.origin == "ocr"
    assert 0.5 < (document.quality.confidence or 0) <= 1
    assert document.page_starts == (0,)
    at = document.text.index("40.000")
    [box] = document.boxes(Span(at, at + 6))
    assert (box.page, box.start, box.end) == (1, at, at + 6)
    # The figure stands in the second line, 290 to 330 pixels down, right of the middle third.
    assert 0.15 < box.top < box.bottom < 0.2
    assert 0.3 < box.left < box.right < 0.6
    assert document.confidence(Span(at, at + 6)) == box.confidence
    whole = document.boxes(Span(0, len(document.text)))
    assert all(
        document.text[b.start : b.end].strip() == document.text[b.start : b.end] for b in whole
    )
    assert [b.start for b in whole] == sorted(b.start for b in whole)


def test_boxes_of_a_skewed_page_lie_on_the_page_as_it_was(
    engine: Tesseract, tmp_path: Path
) -> None:
    image = drawn([*TEXT, *TEXT, *TEXT])
    level = read(tmp_path, "a.png", file_of(image))
    skewed = read(tmp_path, "b.png", file_of(image.rotate(2, fillcolor=255)))
    one, other = (d.boxes(Span(0, 4))[0] for d in (level, skewed))
    # Two degrees move a word near the corner by about the height of a line.
    assert other.top - one.top == pytest.approx(
        np.sin(np.radians(2)) * (620 - 200) / A4[1], abs=0.006
    )


def test_what_was_read_once_is_not_read_again(
    engine: Tesseract, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("CHINHSACH_CACHE", str(tmp_path))
    [first] = recognise([picture(drawn())], engine, Config(), 1)
    monkeypatch.setattr(Tesseract, "read", lambda *_: pytest.fail("read again"))
    assert list(recognise([picture(drawn())], engine, Config(), 1)) == [first]
    for file in tmp_path.rglob("*.z"):
        file.write_bytes(b"damaged")
    with pytest.raises(pytest.fail.Exception, match="read again"):
        list(recognise([picture(drawn())], engine, Config(), 1))


def test_pages_come_in_their_order_whatever_the_number_of_jobs(engine: Tesseract) -> None:
    pictures = [
        Picture.of_image(drawn([f"Trang so {number} cua ke hoach"]), number, 300)
        for number in range(1, 6)
    ]
    found = {jobs: list(recognise(pictures, engine, Config(), jobs)) for jobs in (1, 3)}
    assert found[1] == found[3]
    assert [one.page.number for one in found[3]] == [1, 2, 3, 4, 5]


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")
@pytest.mark.parametrize("script", ["sleep 30", "exit 1", "kill -9 $$"])
def test_a_page_that_cannot_be_recognised_is_empty(
    script: str, tmp_path: Path, monkeypatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("CHINHSACH_CACHE", str(tmp_path))
    config = Config(page_seconds=1)
    [one] = recognise([picture(drawn())], Tesseract(str(program), script), config, 1)
    assert (one.page.words, one.characters, one.confidence) == ((), 0, 0.0)


def test_the_cache_keeps_words_as_they_are(tmp_path: Path) -> None:
    cache = RecognitionCache(tmp_path)
    kept = (ReadWord((1, 2, 3), 4, 5, 6, 7, 0.5, "Đà"),)
    key = cache.key(b"picture", "5.3.0", 300)
    assert cache.get(key) is None
    cache.put(key, kept)
    assert cache.get(key) == kept
    assert cache.key(b"picture", "5.4.0", 300) != key
    assert [
        path.name for path in (tmp_path / "ocr").rglob("*") if path.suffix not in ("", ".z")
    ] == []


def test_a_folder_that_cannot_be_written_to_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "ocr").write_text("a file stands in the way")
    RecognitionCache(tmp_path).put("ab" * 32, ())
    assert [path.name for path in tmp_path.iterdir()] == ["ocr"]


@pytest.mark.usefixtures("engine")
def test_a_signed_paper_with_a_broken_text_layer(shared: Path) -> None:
    folder = shared / "documents" / "scans"
    document = read_file(SourceFile(folder, "x.pdf", folder / "1716-QD-x.pdf"), Config(), jobs=2)[0]
    lines = document.text.splitlines()
    assert "Luqt" not in document.text
    assert [line[:7] for line in lines if line.startswith("Điều ")] == [
        "Điều 1.",
        "Điều 2.",
        "Điều 3.",
    ]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert lines[-1] == "Nguyễn Ngọc Phúc"
    assert (document.quality.confidence or 0) > 0.9
    # The number and the day are written by hand, and misread.
    assert (document.kind, document.number, document.issued) == ("quyết định", None, None)
