"""The pages “Thư viện”, “Đánh giá” and “Lớp học” in a real browser, over the starter corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import (
    CONTROL,
    ENTER,
    choose,
    dress,
    keep,
    open_page,
    press,
    settle,
    texts_of,
    type_into,
    wait,
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
PAGES = {"thu-vien": "Thư viện", "danh-gia": "Đánh giá", "lop-hoc": "Lớp học"}


def alerts(browser: Any) -> str:
    return "\n".join(texts_of(browser, "[data-testid=stAlert]"))


def test_an_upload_is_indexed_answered_from_corrected_and_removed(
    address: str, browser: Any, tmp_path: Path
) -> None:
    files = {"Kế hoạch cây.txt": PLAN.encode(), "giả.docx": b"PK\x03\x04", "hỏng.pdf": b"%PDF-1"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    # The chat goes on while the index is built, and answers from the new one after it.
    open_page(browser, address, "thu-vien")
    choose(browser, "Tải lên")
    wait(lambda: browser.find_elements("css selector", "input[type=file]"), "the field")
    field = browser.find_element("css selector", "input[type=file]")
    field.send_keys("\n".join(str(tmp_path / name) for name in files))
    wait(lambda: texts_of(browser, "[data-testid=stProgress]"), "progress")
    wait(lambda: not texts_of(browser, "[data-testid=stProgress]"), "the end of the build")
    wait(lambda: "Đã vào chỉ mục" in browser.page_source or "Đã lưu" in alerts(browser), "it")
    assert "50" in texts_of(browser, "[data-testid=stMetric]")[0]
    choose(browser, "Chưa đọc được")
    wait(lambda: texts_of(browser, ".cs-about dt"), "what was not read")
    assert texts_of(browser, ".cs-about dt") == ["tai-len/hỏng.pdf"]

    open_page(browser, address, "")
    line = "[data-testid=stChatInputTextArea]:enabled"
    wait(lambda: browser.find_elements("css selector", line), "the line for questions")
    browser.find_element("css selector", line).send_keys(QUESTION, ENTER)
    wait(lambda: texts_of(browser, ".cs-short"), "an answer")
    assert "40.123" in texts_of(browser, ".cs-short")[0]

    # Its details are corrected, and hold once the index is built.
    open_page(browser, address, "thu-vien")
    chosen = "[data-testid=stSelectbox] input"
    settle(browser, lambda: browser.find_elements("css selector", chosen))
    type_into(
        browser,
        chosen,
        ("777",),
        lambda: any("777" in one for one in texts_of(browser, "[role=option]")),
    )
    browser.find_element("css selector", chosen).send_keys(ENTER)
    wait(lambda: texts_of(browser, ".cs-reader article"), "the text")
    assert "I. MỤC TIÊU" in texts_of(browser, ".cs-reader nav a")
    assert "doc=tai-len" in browser.current_url
    keep(browser, "library")
    press(browser, "[class*=st-key-shelves] button", "Sửa thông tin")
    day = "[role=dialog] input[aria-label='Ngày ban hành']"
    wait(lambda: browser.find_elements("css selector", day), "the form")
    browser.find_element("css selector", day).send_keys(CONTROL, "a")
    browser.find_element("css selector", day).send_keys("18/5/2024")
    press(browser, "[role=dialog] button", "Lưu")
    wait(lambda: "18/05/2024" in "".join(texts_of(browser, ".cs-about")), "the day corrected")

    wait(lambda: not texts_of(browser, "[data-testid=stProgress]"), "the end of the build")
    press(browser, "[class*=st-key-shelves] button", "Xóa")
    wait(lambda: texts_of(browser, "[role=dialog] button"), "the question")
    press(browser, "[role=dialog] button", "Xóa hẳn")
    wait(lambda: "49" in texts_of(browser, "[data-testid=stMetric]")[0], "the list without it")


def test_a_trainer_goes_from_the_tour_to_an_answer_and_a_quiz(address: str, browser: Any) -> None:
    open_page(browser, address, "lop-hoc")
    choose(browser, "Trước giờ lên lớp")
    wait(lambda: texts_of(browser, ".cs-checks li"), "the check list")
    assert any("Mô hình ngôn ngữ" in line and "Tắt" in line for line in texts_of(browser, "li"))

    choose(browser, "Từ chối và bác bỏ")
    press(browser, "[class*=st-key-workshop-ref] button", "Hỏi câu này")
    wait(lambda: "Từ chối" in alerts(browser), "a refusal")
    press(browser, "[class*=st-key-workshop-ref] button", "Kiểm chứng câu đã sửa")
    wait(lambda: "Bác bỏ" in alerts(browser), "a refutation")

    choose(browser, "Xem hệ thống làm việc")
    wait(lambda: texts_of(browser, ".cs-steps .cs-chosen"), "the sentence that won")
    keep(browser, "10-workshop")

    choose(browser, "Đố cả lớp")
    wait(lambda: texts_of(browser, ".cs-riddle"), "a riddle")
    wait(lambda: not texts_of(browser, ".cs-card"), "a riddle without its source")
    press(browser, "button", "Xem đáp án")
    wait(lambda: texts_of(browser, ".cs-card mark"), "the source")

    choose(browser, "Tám bước")
    wait(lambda: texts_of(browser, ".cs-step"), "the tour")
    press(browser, "button", "Bước sau")
    press(browser, "button", "Hỏi câu này")
    wait(lambda: texts_of(browser, ".cs-short"), "the answer in the chat")
    assert "lang=vi" in browser.current_url


@pytest.mark.parametrize("page", PAGES)
def test_pages_fit_a_narrow_window_in_both_themes(page: str, address: str, browser: Any) -> None:
    for scheme in ("light", "dark"):
        dress(browser, scheme)
        open_page(browser, address, page)
        assert texts_of(browser, "h1") == [PAGES[page]]
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
        keep(browser, f"{page}-{scheme}")
