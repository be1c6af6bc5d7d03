"""The chat from end to end in a real browser, over the starter corpus."""

from __future__ import annotations

from typing import Any

from browser import (
    CONTROL,
    DOWN,
    ENTER,
    ESCAPE,
    TAB,
    ask,
    dress,
    has_focus,
    is_local,
    keep,
    open_page,
    pick,
    press,
    press_key,
    requested,
    settle,
    texts_of,
    wait,
)

TARGET = "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm bao nhiêu phần trăm GRDP của Hải Phòng?"
UNMARKED = "cap xa o Hai Phong phai xu ly bao nhieu phan tram ho so tren moi truong mang"
COMPARISON = "So sánh mục tiêu kinh tế số năm 2025 của Hải Phòng và Cà Mau"
BEFORE = "Hải Phòng đặt mục tiêu kinh tế số năm 2025 chiếm bao nhiêu phần trăm GRDP?"
SIDE = "[data-testid=stSidebar]"
IN_PLACE = 12  # documents of Hải Phòng in the starter corpus
ELSEWHERE = "Cần Thơ đặt mục tiêu kinh tế số bao nhiêu phần trăm GRDP?"
ROW = "Kế hoạch 186/KH-UBND của Kiên Giang: hồ sơ cấp xã xử lý trên mạng bao nhiêu phần trăm?"
HOSTILE = "TikTok <img src=x onerror=\"document.title='hacked'\"> $x^2$ **a** [b](javascript:c)"


def test_a_person_asks_reads_the_sources_and_is_refused(address: str, browser: Any) -> None:
    # A click on an example gives a cited answer.
    browser.get(address)
    press(browser, "[class*=st-key-example] button", TARGET)
    settle(browser, lambda: texts_of(browser, ".cs-card"), "an answer")
    assert "25%" in texts_of(browser, ".cs-short")[0]
    assert "25% GRDP" in texts_of(browser, ".cs-card mark")[0]
    keep(browser, "1-answer")

    # The next answer begins in view, and the first one keeps its sources.
    first = texts_of(browser, ".cs-card")
    ask(browser, UNMARKED)
    settle(browser, lambda: len(texts_of(browser, ".cs-short")) == 2, "a second answer")
    wait(lambda: _in_view(browser, ".cs-short", 1), "the second answer in view")
    assert "60%" in texts_of(browser, ".cs-short")[1]
    assert texts_of(browser, ".cs-card")[: len(first)] == first

    # A marker leads to its card, in the same window.
    marker = browser.find_elements("css selector", ".cs-text a.cs-badge")[-1]
    target = marker.get_attribute("href").split("#")[1]
    browser.execute_script("arguments[0].click()", marker)
    wait(lambda: _in_view(browser, f"#{target} header", 0), "the card of the marker")
    assert len(browser.window_handles) == 1

    # What is not in the documents is refused; what is typed is shown and does nothing.
    ask(browser, HOSTILE)
    settle(browser, lambda: texts_of(browser, "[data-testid=stAlertContentWarning]"), "a refusal")
    wait(lambda: _in_view(browser, "[data-testid=stAlertContentWarning]", 0), "it in view")
    assert "Không tìm thấy trong tài liệu" in texts_of(browser, "[data-testid=stAlert]")[-1]
    assert texts_of(browser, ".cs-question")[-1] == HOSTILE
    assert browser.title == "Trợ lý Chính sách"
    assert len(texts_of(browser, ".cs-short")) == 2

    assert "lang=vi" in browser.current_url
    assert [url for url in requested(browser) if not is_local(url, address)] == []
    assert [e["message"] for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []


def test_a_follow_up_is_mended_by_the_keyboard_alone(address: str, browser: Any) -> None:
    browser.get(address)
    ask(browser, UNMARKED)
    settle(browser, lambda: len(texts_of(browser, ".cs-short")) == 1, "an answer")
    ask(browser, "con cap huyen thi sao")
    settle(browser, lambda: len(texts_of(browser, ".cs-short")) == 2, "the answer to the follow-up")
    assert "80%" in texts_of(browser, ".cs-short")[1]

    # Enter opens the reading; Tab goes round in it and Escape leaves it.
    edit = browser.find_element("css selector", "[class*=st-key-edit] button")
    edit.send_keys(ENTER)
    settle(browser, lambda: texts_of(browser, "[role=dialog] textarea"), "the reading")
    wait(lambda: has_focus(browser, "[role=dialog]"), "the focus in the dialog")
    press_key(browser, ESCAPE)
    settle(browser, lambda: not texts_of(browser, "[role=dialog]"), "the page")
    browser.find_element("css selector", "[class*=st-key-edit] button").send_keys(ENTER)
    settle(browser, lambda: texts_of(browser, "[role=dialog] textarea"), "the reading again")
    wait(lambda: has_focus(browser, "[role=dialog]"), "the focus in the dialog again")
    wait(lambda: press_key(browser, TAB) == "textarea", "the field")
    reading = UNMARKED.replace("cap xa", "Cap huyen") + "?"
    assert browser.switch_to.active_element.get_attribute("value") == reading
    browser.switch_to.active_element.send_keys(CONTROL, "a")
    browser.switch_to.active_element.send_keys(COMPARISON)
    wait(lambda: press_key(browser, TAB) == "button", "the button")
    press_key(browser, ENTER)

    # What was mended is asked by itself, and is a comparison with a table.
    settle(browser, lambda: texts_of(browser, ".cs-sides"), "a table")
    assert not texts_of(browser, "[role=dialog]")
    assert texts_of(browser, ".cs-question")[-1] == COMPARISON
    assert texts_of(browser, ".cs-sides tbody th") == ["Hải Phòng", "Cà Mau"]
    assert texts_of(browser, ".cs-sides .cs-no-side") == ["không có trong tài liệu"]
    keep(browser, "3-reading-mended")


def test_a_search_is_held_to_a_place_and_a_day_and_refuses_what_is_not_there(
    address: str, browser: Any
) -> None:
    open_page(browser, address, "")
    places = "[class*=st-key-places] {}"
    found = f"Tìm trong {IN_PLACE} / 49"
    field = places.format("input")
    pick(browser, field, "Hải Phòng", lambda seen: len(seen) == 1, DOWN, ENTER, ESCAPE)
    settle(browser, lambda: found in browser.find_element("css selector", SIDE).text)
    parts = "[class*=st-key-as-of] [role=spinbutton]"
    settle(browser, lambda: len(texts_of(browser, parts)) == 3, "the day")
    for number, digits in enumerate(("31", "12", "2021")):
        browser.find_elements("css selector", parts)[number].send_keys(digits)
    browser.find_element("css selector", "[data-testid=stChatInputTextArea]").click()
    settle(browser, lambda: found not in browser.find_element("css selector", SIDE).text)

    # What was issued later is neither quoted nor named as what holds.
    ask(browser, BEFORE)
    settle(browser, lambda: texts_of(browser, ".cs-card"), "an answer")
    assert "25%" in texts_of(browser, ".cs-short")[0]
    told = "Hải Phòng; ban hành đến hết ngày 31/12/2021"
    assert told in browser.find_element("css selector", "main").text
    assert "106/KH-UBND" not in " ".join(texts_of(browser, ".cs-card .cs-name"))

    # Of another place nothing is said; what is nearest is shown and not given as an answer.
    ask(browser, ELSEWHERE)
    settle(browser, lambda: texts_of(browser, "[data-testid=stAlertContentWarning]"), "a refusal")
    press(browser, "[class*=st-key-nearest] summary", "Đoạn gần nhất")
    wait(lambda: any(texts_of(browser, ".cs-nearest .cs-card")), "what is nearest")
    assert len(texts_of(browser, ".cs-short")) == 1
    keep(browser, "4-held-and-refused")


def test_the_page_fits_a_narrow_window_in_both_themes(address: str, browser: Any) -> None:
    for scheme in ("light", "dark"):
        dress(browser, scheme)
        browser.get(f"{address}?lang=en")
        ask(browser, UNMARKED)
        settle(browser, lambda: texts_of(browser, ".cs-card"), "an answer")
        ask(browser, ROW)
        settle(browser, lambda: texts_of(browser, ".cs-text .cs-rows"), "a row of a table")

        assert "Sources" in texts_of(browser, ".cs-label")
        boxes = (
            ".cs-short",
            ".cs-card",
            ".cs-question",
            ".cs-text .cs-scroll",
            ".cs-card .cs-scroll",
        )
        for css in (*boxes, "[data-testid=stChatInput]"):
            left, right = browser.execute_script(
                "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                "return [box.left, box.right]",
                css,
            )
            assert 0 <= left < right <= 400, css
        # A table may be wider than its box, which scrolls; the page does not.
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
        lightness = browser.execute_script(
            "return getComputedStyle(document.querySelector('.cs-title')).color"
        )
        assert (sum(_rgb(lightness)) > 3 * 128) == (scheme == "dark")


def _in_view(browser: Any, css: str, number: int) -> bool:
    """Tell whether an element is seen above the line for questions."""
    return bool(
        browser.execute_script(
            "const box = document.querySelectorAll(arguments[0])[arguments[1]]"
            "?.getBoundingClientRect() ?? {top: -1};"
            "const line = document.querySelector('[data-testid=stChatInput]');"
            "return box.top >= 0 && box.bottom <= line.getBoundingClientRect().top",
            css,
            number,
        )
    )


def _rgb(colour: str) -> list[int]:
    """Return the parts of a colour as browsers compute it: ``rgb(49, 51, 63)``."""
    return [int(part) for part in colour.split("(")[1].rstrip(")").split(",")[:3]]
