"""The pages “Chỉ tiêu” and “Kiểm chứng” in a real browser, over the starter corpus."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from browser import (
    CONTROL,
    ENTER,
    TAB,
    downloaded,
    downloaded_to,
    dress,
    is_local,
    keep,
    press,
    requested,
    settle,
    texts_of,
    type_into,
    wait,
)
from test_browser import HOSTILE

GRID = "[data-testid=stDataFrame] canvas[data-testid=data-grid-canvas]"
SEARCH = ".st-key-targets-words input"
CHART = "[data-testid=stVegaLiteChart][role=graphics-document]"
FIELD = "[data-testid=stTextArea] textarea"
CHECK = ".st-key-check-claim button"
# The corpus states a thousand figures; what a search leaves of them is fewer than this.
FEW = 100
TRUE = "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm 25% GRDP của Hải Phòng vào năm 2025."
FALSE = "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm 30% GRDP của Hải Phòng vào năm 2025."


def test_a_target_is_found_with_its_history_and_checked(
    address: str, browser: Any, tmp_path: Path
) -> None:
    downloaded_to(browser, tmp_path)
    browser.get(f"{address}?lang=en")
    _go(browser, "Targets")
    assert "lang=en" in browser.current_url

    # A search without marks leaves few rows; a click on one shows what became of it.
    _search(browser, "kinh te so hai phong")
    _pick(browser, 0, ".cs-notes")
    assert (
        "25% by Nghị quyết 03-NQ/TU; raised to 35% by Kế hoạch 106/KH-UBND"
        in (texts_of(browser, ".cs-notes")[0])
    )
    settle(browser, lambda: len(browser.find_elements("css selector", CHART)) == 2, "two charts")
    assert texts_of(browser, ".cs-card mark") == ["> 35"]
    keep(browser, "6-targets")

    # What is shown is taken along, in both forms the same.
    for suffix in ("csv", "xlsx"):
        press(browser, f"[class*='st-key-download-chi-tieu-{suffix}'] button")
        downloaded(tmp_path, f"chi-tieu.{suffix}")
    lines = (tmp_path / "chi-tieu.csv").read_text(encoding="utf-8-sig").splitlines()
    sheet = openpyxl.load_workbook(tmp_path / "chi-tieu.xlsx").worksheets[0]
    rows = list(csv.reader(lines))
    assert sheet.max_row == len(rows) == 1 + _count(browser)
    assert [cell.value for cell in sheet[1]] == rows[0]

    # From the figure to its check, in the same language, and back to the same search.
    press(browser, ".st-key-targets-check button")
    settle(browser, lambda: texts_of(browser, ".cs-tally li"), "a verdict")
    assert "/kiem-chung?lang=en" in browser.current_url
    assert browser.find_element("css selector", FIELD).get_attribute("value")
    _go(browser, "Targets")
    settle(browser, lambda: texts_of(browser, GRID), "the table again")
    assert _sought(browser) == "kinh te so hai phong"

    # And to the chat, which answers at once.
    _pick(browser, 0, ".st-key-targets-ask button")
    press(browser, ".st-key-targets-ask button")
    settle(browser, lambda: texts_of(browser, ".cs-question"), "a question")
    wait(lambda: texts_of(browser, ".cs-card"), "its answer")
    assert [url for url in requested(browser) if not is_local(url, address)] == []


def test_a_claim_is_pasted_or_dropped_and_its_note_is_there(
    address: str, browser: Any, tmp_path: Path
) -> None:
    browser.get(address)
    _go(browser, "Kiểm chứng")
    settle(browser, lambda: texts_of(browser, FIELD), "the field")

    # By the keyboard alone: a text, the file field, the button.
    field = browser.find_element("css selector", FIELD)
    field.send_keys(f"{FALSE} {TRUE} Trời đẹp {HOSTILE}.", TAB)
    wait(lambda: _reach(browser, CHECK), "the button by Tab")
    browser.switch_to.active_element.send_keys(ENTER)
    settle(browser, lambda: texts_of(browser, ".cs-tally li"), "a verdict")
    assert texts_of(browser, ".cs-tally li")[:2] == ["1 đúng", "1 sai"]
    claims = texts_of(browser, ".cs-claim")
    assert "25%" in claims[0]
    assert "giá trị" in claims[0]
    assert browser.title == "Kiểm chứng | Trợ lý Chính sách"
    told = "“30%” không đúng: tài liệu nêu “25%”"
    assert told in " ".join(texts_of(browser, ".st-key-note"))
    keep(browser, "7-checked")

    # The note is copied, and pasted somewhere else.
    press(browser, ".st-key-note .cs-copy")
    wait(lambda: "Đã chép" in texts_of(browser, ".st-key-note [role=status]"), "the copy")
    type_into(browser, FIELD, CONTROL, "v")
    wait(lambda: told in _value(browser), "the note in the field")

    # A sentence leads to its claim, a marker to its source, in the same window.
    for css in (".cs-said", ".cs-claim a.cs-badge"):
        link = browser.find_element("css selector", css)
        target = link.get_attribute("href").split("#")[1]
        browser.execute_script("arguments[0].click()", link)
        wait(lambda target=target: _in_window(browser, f"#{target}"), f"the place of {css}")
    assert len(browser.window_handles) == 1

    # A file is read into the field.
    (tmp_path / "bài viết.txt").write_text(TRUE, encoding="utf-8")
    upload = browser.find_element("css selector", "[data-testid=stFileUploader] input[type=file]")
    upload.send_keys(str(tmp_path / "bài viết.txt"))
    wait(lambda: _value(browser) == TRUE, "the text of the file")
    press(browser, CHECK)
    settle(
        browser, lambda: texts_of(browser, ".cs-tally li")[:2] == ["1 đúng", "0 sai"], "its verdict"
    )
    assert str(tmp_path) not in browser.find_element("css selector", "body").text
    assert [url for url in requested(browser) if not is_local(url, address)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_pages_fit_a_narrow_window(address: str, browser: Any, scheme: str) -> None:
    dress(browser, scheme)
    browser.get(f"{address}chi-tieu")
    _search(browser, "kinh te so hai phong")
    _pick(browser, 0, ".cs-card")
    _fits(browser, ".cs-card", GRID, ".cs-notes")

    browser.get(f"{address}kiem-chung")
    press(browser, "[class*=st-key-example] button")
    settle(browser, lambda: texts_of(browser, ".cs-claim"), "a verdict")
    _fits(browser, ".cs-claim", ".cs-card", ".cs-tally", ".st-key-note")
    # Words of a verdict are readable on what they stand on: at least 4.5 to 1.
    ratios = browser.execute_script(
        CONTRASTS, ".cs-tally li, .cs-claim .cs-mark, .cs-claim .cs-meta"
    )
    assert ratios
    assert min(ratios) >= 4.5


CONTRASTS = """
const lit = (rgb) => {
  const [r, g, b] = rgb.map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const over = (colours) => {
  canvas.clearRect(0, 0, 1, 1);
  for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255);
};
return [...document.querySelectorAll(arguments[0])].map(one => {
  const behind = [];
  for (let at = one; at; at = at.parentElement)
    behind.unshift(getComputedStyle(at).backgroundColor);
  const ground = lit(over(behind));
  const words = lit(over([...behind, getComputedStyle(one).color]));
  return (Math.max(ground, words) + .05) / (Math.min(ground, words) + .05);
});
"""


def _go(browser: Any, page: str) -> None:
    """Open a page by its name in the navigation."""
    press(browser, "[data-testid=stTopNavLink]", page)
    settle(browser, lambda: page in " ".join(texts_of(browser, "h1")), f"the page {page}")


def _search(browser: Any, words: str) -> None:
    type_into(browser, SEARCH, words, ENTER)
    settle(browser, lambda: 0 < _count(browser) < FEW, "fewer figures")


def _sought(browser: Any) -> str:
    found = browser.find_element("css selector", SEARCH)
    return str(found.get_attribute("value"))


def _value(browser: Any) -> str:
    return str(browser.find_element("css selector", FIELD).get_attribute("value"))


def _count(browser: Any) -> int:
    """Return how many figures the page says it shows: “Figures: 34; indicators: 6”."""
    for told in texts_of(browser, "[data-testid=stCaptionContainer]"):
        if found := re.match(r"(?:Figures: )?([\d.,]+)(?:; indicators| số liệu)", told):
            return int(re.sub(r"\D", "", found[1]))
    return 0


def _pick(browser: Any, row: int, shown: str) -> None:
    """Click on the first cell of a row of the first table, and wait for what it shows."""
    from selenium.webdriver import ActionChains

    settle(browser, lambda: texts_of(browser, GRID), "the table")
    grid = browser.find_element("css selector", GRID)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", grid)
    size = grid.size
    right, down = 100 - size["width"] // 2, 35 * (row + 1) + 17 - size["height"] // 2
    ActionChains(browser).move_to_element_with_offset(grid, right, down).click().perform()
    settle(browser, lambda: texts_of(browser, shown), "what was picked")


def _reach(browser: Any, css: str) -> bool:
    """Go on to the next element by Tab, and tell whether it is the one."""
    focus = browser.switch_to.active_element
    if focus == browser.find_element("css selector", css):
        return True
    focus.send_keys(TAB)
    return False


def _in_window(browser: Any, css: str) -> bool:
    top, height = browser.execute_script(
        "return [document.querySelector(arguments[0]).getBoundingClientRect().top, innerHeight]",
        css,
    )
    return bool(0 <= top < height)


def _fits(browser: Any, *boxes: str) -> None:
    for css in boxes:
        wait(lambda css=css: browser.find_elements("css selector", css), css)
        left, right = browser.execute_script(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [box.left, box.right]",
            css,
        )
        assert 0 <= left < right <= 400, css
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
