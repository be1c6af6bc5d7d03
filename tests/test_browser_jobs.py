"""Work that goes on behind the pages, in a real browser: a scan is read, answers are counted."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from browser import (
    DOWN,
    ENTER,
    WORK,
    ask,
    choose,
    keep,
    open_page,
    pick,
    press,
    settle,
    texts_of,
    upload,
    wait,
)
from page_files import pdf
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from test_browser import TARGET

from assistant.documents.ocr.tesseract import find_tesseract

SCANNED = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
Số: 888/KH-UBND
Hải Phòng, ngày 17 tháng 5 năm 2024

KẾ HOẠCH
Chiếu sáng công cộng năm 2024

I. MỤC TIÊU
Thành phố phấn đấu lắp mới 12.345 đèn chiếu sáng trong năm 2024.
Sở Xây dựng chủ trì, phối hợp với Ủy ban nhân dân các quận, huyện."""
MORE = "\n".join(
    f"{number}. Ủy ban nhân dân xã kiểm tra hệ thống chiếu sáng và báo cáo hằng quý."
    for number in range(1, 12)
)
QUESTION = "Kế hoạch 888/KH-UBND phấn đấu lắp mới bao nhiêu đèn chiếu sáng?"
FONTS = ("DejaVuSerif.ttf", "DejaVuSans.ttf", "LiberationSerif-Regular.ttf", "times.ttf")
BAR = "[data-testid=stProgress]"


def test_a_signed_scan_is_read_while_the_chat_answers(
    address: str, browser: Any, tmp_path: Path
) -> None:
    if find_tesseract() is None:
        pytest.skip("no Tesseract: install the packages tesseract-ocr and tesseract-ocr-vie")
    (tmp_path / "888.signed.pdf").write_bytes(signed_scan(SCANNED, MORE, MORE))
    open_page(browser, address, "thu-vien")
    before = _documents(browser)
    choose(browser, "Tải lên")
    upload(browser, tmp_path / "888.signed.pdf")
    wait(lambda: texts_of(browser, BAR), "progress")

    # Another window asks meanwhile, and the old index answers.
    library = browser.current_window_handle
    browser.switch_to.new_window("tab")
    open_page(browser, address, "")
    ask(browser, TARGET)
    settle(browser, lambda: texts_of(browser, ".cs-card"), "an answer while the scan is read")
    assert "25%" in texts_of(browser, ".cs-short")[0]

    browser.switch_to.window(library)
    settle(browser, lambda: _documents(browser) == before + 1, "the document", WORK)
    keep(browser, "8-scan-in-the-library")

    # The conversation that was begun before goes on with the new document.
    browser.switch_to.window(next(one for one in browser.window_handles if one != library))
    ask(browser, QUESTION)
    settle(browser, lambda: len(texts_of(browser, ".cs-short")) == 2, "an answer from the scan")
    assert "12.345" in texts_of(browser, ".cs-short")[1]
    assert "Bản quét, độ tin cậy nhận dạng" in texts_of(browser, ".cs-card")[-1]
    press(browser, "[class*='st-key-open-nguon-2'] button", "Mở trang gốc")
    wait(lambda: texts_of(browser, "[role=dialog] img"), "the picture of the page")
    told = "[role=dialog] [data-testid=stCaptionContainer]"
    settle(
        browser, lambda: any("đóng khung" in text for text in texts_of(browser, told)), "the box"
    )
    keep(browser, "8-scan-boxed")

    # It is looked at, and removed again.
    browser.switch_to.window(library)
    chosen = "[class*=st-key-upload-chosen] input"
    pick(browser, chosen, "888", lambda found: found == ["888.signed.pdf"], DOWN, ENTER)
    press(browser, ".st-key-upload-read button:enabled", "Xem tài liệu")
    wait(lambda: "12.345" in " ".join(texts_of(browser, ".cs-reader article")), "its text")
    press(browser, "[class*=st-key-shelves] button", "Xóa")
    press(browser, "[role=dialog] button", "Xóa hẳn")
    settle(browser, lambda: _documents(browser) == before, "the library without it", WORK)


def test_an_evaluation_runs_and_what_failed_is_asked_again(address: str, browser: Any) -> None:
    open_page(browser, address, "danh-gia")
    press(browser, ".st-key-evaluation-run button", "Chạy đánh giá")
    wait(lambda: "/" in " ".join(texts_of(browser, BAR)), "how many questions are asked", WORK)
    settle(browser, lambda: texts_of(browser, "[class*=st-key-failure]"), "what failed", WORK)
    shares = texts_of(browser, "[data-testid=stMetric]")
    assert any("%" in share for share in shares)
    keep(browser, "9-evaluation")

    asked = texts_of(browser, "[class*=st-key-failure] strong")[0]
    press(browser, "[class*=st-key-failure] button", "Hỏi lại")
    settle(
        browser, lambda: texts_of(browser, ".cs-question") == [asked], "the question in the chat"
    )
    wait(lambda: texts_of(browser, ".cs-card") or texts_of(browser, ".cs-nearest"), "its answer")


def signed_scan(*texts: str) -> bytes:
    """Return pages as a scanner makes them, with the invisible note of an electronic signature."""
    pictures = [_drawn(text) for text in texts]
    scanned, note = BytesIO(), "BT 3 Tr /F1 6 Tf 300 820 Td (Nguoi ky: CONG THONG TIN) Tj ET"
    pictures[0].save(scanned, "PDF", resolution=150, save_all=True, append_images=pictures[1:])
    writer = PdfWriter(PdfReader(scanned))
    writer.pages[0].merge_page(PdfReader(BytesIO(pdf([note]))).pages[0])
    signed = BytesIO()
    writer.write(signed)
    return signed.getvalue()


def _drawn(text: str) -> Image.Image:
    page = Image.new("L", (1240, 1754), 255)  # A4 at 150 dpi
    draw = ImageDraw.Draw(page)
    for row, line in enumerate(text.splitlines()):
        draw.text((150, 150 + 60 * row), line, 0, _font())
    return page.rotate(0.4, fillcolor=255)


def _font() -> ImageFont.FreeTypeFont:
    for name in FONTS:
        try:
            return ImageFont.truetype(name, 27)
        except OSError:
            continue
    pytest.skip("no font with the letters of Vietnamese: install the package fonts-dejavu-core")


def _documents(browser: Any) -> int:
    """Return how many documents the library says it holds; 0 where it says nothing now."""
    told = texts_of(browser, "[data-testid=stMetric]")[:1]
    return int("0" + "".join(filter(str.isdigit, "".join(told))))
