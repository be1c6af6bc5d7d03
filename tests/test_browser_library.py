"""The pages “Thư viện”, “Đánh giá” and “Lớp học” in a real browser, over the starter corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import (
    ENTER,
    WORK,
    ask,
    choose,
    dress,
    keep,
    open_page,
    pick,
    press,
    settle,
    texts_of,
    type_into,
    upload,
    wait,
    was_in_progress,
)

PLAN = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
Số: 777/KH-UBND
Hải Phòng, ngày 17 tháng 5 năm 2024
KẾ HOẠCH
Trồng cây xanh năm 2024
I. MỤC TIÊU
Thành phố phấn đấu trồng 40.123 cây xanh trong năm 2024.
"""
QUESTION = "Kế hoạch 777/KH-UBND phấn đấu trồng bao nhiêu cây xanh?"
NOTE_WIDTHS = """
window.csWidths = new Set();
const main = document.querySelector("[data-testid=stMainBlockContainer]");
new ResizeObserver(() => csWidths.add(getComputedStyle(main).maxWidth)).observe(main);
"""
PAGES = {"thu-vien": "Thư viện", "danh-gia": "Đánh giá", "lop-hoc": "Lớp học"}


def alerts(browser: Any) -> list[str]:
    return texts_of(browser, "[data-testid=stMain] [data-testid=stAlert]")


def counted(browser: Any) -> str:
    """Return how many documents the library says it holds, in its words."""
    return "".join(texts_of(browser, "[data-testid=stMetric]")[:1])


def test_an_upload_is_indexed_answered_from_corrected_and_removed(
    address: str, browser: Any, tmp_path: Path
) -> None:
    files = {"Kế hoạch cây.txt": PLAN.encode(), "giả.docx": b"PK\x03\x04", "hỏng.pdf": b"%PDF-1"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    # The chat goes on while the index is built, and answers from the new one after it.
    open_page(browser, address, "thu-vien")
    choose(browser, "Tải lên")
    upload(browser, *(tmp_path / name for name in files))
    settle(browser, lambda: "50" in counted(browser), "the new index", WORK)
    assert was_in_progress(browser)
    # What became of each file is still said when the build is done.
    assert [("Đã lưu" in told, "giả.docx" in told) for told in alerts(browser)] == [
        (True, False), (False, True), (True, False),
    ]  # fmt: skip
    choose(browser, "Chưa đọc được")
    settle(browser, lambda: texts_of(browser, ".cs-about dt"), "what was not read")
    assert texts_of(browser, ".cs-about dt") == ["tai-len/hỏng.pdf"]

    open_page(browser, address, "")
    ask(browser, QUESTION)
    settle(browser, lambda: texts_of(browser, ".cs-short"), "an answer")
    assert "40.123" in texts_of(browser, ".cs-short")[0]

    # Its details are corrected, and hold once the index is built.
    open_page(browser, address, "thu-vien")
    chosen = "[data-testid=stSelectbox] input"
    pick(browser, chosen, "777", lambda found: "777" in "".join(found[:1]), ENTER)
    settle(browser, lambda: texts_of(browser, ".cs-reader article"), "the text")
    assert "I. MỤC TIÊU" in texts_of(browser, ".cs-reader nav a")
    assert "doc=tai-len" in browser.current_url
    keep(browser, "library")
    press(browser, "[class*=st-key-shelves] button", "Sửa thông tin")
    day = "[role=dialog] input[aria-label='Ngày ban hành']"
    type_into(browser, day, "18/5/2024")
    press(browser, "[role=dialog] button", "Lưu")
    corrected = "18/05/2024"
    settle(
        browser,
        lambda: (
            corrected in "".join(texts_of(browser, ".cs-about"))
            and not texts_of(browser, "[data-testid=stProgress]")
        ),
        "the day corrected",
        WORK,
    )

    press(browser, "[class*=st-key-shelves] button", "Xóa")
    press(browser, "[role=dialog] button", "Xóa hẳn")
    settle(browser, lambda: "49" in counted(browser), "the list without it", WORK)


def test_a_trainer_goes_from_the_tour_to_an_answer_and_a_quiz(address: str, browser: Any) -> None:
    open_page(browser, address, "lop-hoc")
    browser.execute_script(NOTE_WIDTHS)
    choose(browser, "Trước giờ lên lớp")
    settle(browser, lambda: texts_of(browser, ".cs-checks li"), "the check list")
    assert any("Mô hình ngôn ngữ" in line and "Tắt" in line for line in texts_of(browser, "li"))

    choose(browser, "Từ chối và bác bỏ")
    press(browser, "[class*=st-key-workshop-ref] button", "Hỏi câu này")
    wait(lambda: "Từ chối" in "".join(alerts(browser)), "a refusal")
    press(browser, "[class*=st-key-workshop-ref] button", "Kiểm chứng câu đã sửa")
    wait(lambda: "Bác bỏ" in "".join(alerts(browser)), "a refutation")

    choose(browser, "Xem hệ thống làm việc")
    settle(browser, lambda: texts_of(browser, ".cs-steps .cs-chosen"), "the sentence that won")
    keep(browser, "10-workshop")

    choose(browser, "Đố cả lớp")
    settle(browser, lambda: texts_of(browser, ".cs-riddle"), "a riddle")
    assert not texts_of(browser, ".cs-card")
    press(browser, "button", "Xem đáp án")
    wait(lambda: texts_of(browser, ".cs-card mark"), "the source")

    choose(browser, "Tám bước")
    settle(browser, lambda: texts_of(browser, ".cs-step"), "the tour")
    press(browser, "button", "Bước sau")
    # The page was never another width, under the mouse of whoever was about to click.
    assert len(browser.execute_script("return [...window.csWidths]")) == 1
    press(browser, "button", "Hỏi câu này")
    settle(browser, lambda: texts_of(browser, ".cs-short"), "the answer in the chat")
    assert "lang=vi" in browser.current_url


@pytest.mark.parametrize("page", PAGES)
def test_pages_fit_a_narrow_window_in_both_themes(page: str, address: str, browser: Any) -> None:
    for scheme in ("light", "dark"):
        dress(browser, scheme)
        open_page(browser, address, page)
        assert texts_of(browser, "h1") == [PAGES[page]]
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
        keep(browser, f"{page}-{scheme}")
