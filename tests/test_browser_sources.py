"""What stands around an answer in a real browser: originals, copies, links, ratings, exports."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import pytest
from browser import (
    CONTROL,
    ENTER,
    ESCAPE,
    ask,
    downloaded,
    downloaded_to,
    dress,
    has_focus,
    is_local,
    keep,
    press,
    press_enter_on,
    press_key,
    requested,
    settle,
    texts_of,
    type_into,
    wait,
)
from test_browser import TARGET, UNMARKED

PRINTED = "Chương trình 61-CTr/TU của Đắk Lắk đặt quy mô kinh tế số đến năm 2030 bao nhiêu % GRDP?"
YEARS = "Nghị quyết 57-NQ/TW đặt mục tiêu kinh tế số đến năm {} bao nhiêu phần trăm GDP?"
OPEN = "[class*='st-key-open-nguon'] button"
COPY = "[class*='st-key-source-actions'] .cs-copy"
LINE = "[data-testid=stChatInputTextArea]"


def test_an_original_is_opened_turned_over_and_left_by_the_keyboard(
    address: str, browser: Any
) -> None:
    _open(browser, f"{address}?q={quote(PRINTED)}")
    press_enter_on(browser, OPEN)

    # The page as it was printed, the quote in sight.
    settle(browser, lambda: _boxed(browser) and _drawn(browser), "the page of the quote")
    held = "[role=dialog] .st-key-original[tabindex='0']"
    wait(lambda: texts_of(browser, held), "a box that takes the focus")
    assert "61-CTr/TU" in browser.find_element("css selector", "[role=dialog] img").get_attribute(
        "alt"
    )
    keep(browser, "2-original")

    # Another page and back.
    turn = "after" if _leaf(browser)[0].startswith("Trang 1 ") else "before"
    press_enter_on(browser, f".st-key-leaf-{turn} button")
    settle(browser, lambda: not _boxed(browser) and _drawn(browser), "another page")
    press_enter_on(browser, ".st-key-leaf-quoted button")
    settle(browser, lambda: _boxed(browser) and _drawn(browser), "the page of the quote again")
    wait(lambda: has_focus(browser, "[role=dialog]"), "the focus in the dialog")
    press_key(browser, ESCAPE)
    settle(browser, lambda: not texts_of(browser, "[role=dialog]"), "the answer")
    assert len(texts_of(browser, ".cs-short")) == 1
    assert [url for url in requested(browser) if not is_local(url, address)] == []
    assert [e["message"] for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_text_is_scrolled_to_its_quote_in_a_narrow_window(
    address: str, browser: Any, scheme: str
) -> None:
    dress(browser, scheme)
    _open(browser, f"{address}?q={quote(TARGET)}")
    press_enter_on(browser, OPEN)
    settle(browser, lambda: texts_of(browser, "[role=dialog] mark"), "the text")
    wait(
        lambda: browser.execute_script(
            "const mark = document.querySelector('[role=dialog] mark').getBoundingClientRect();"
            "const box = document.querySelector('.cs-reading').getBoundingClientRect();"
            "return box.top <= mark.top && mark.top <= box.bottom && box.right <= 400"
        ),
        "the quote in sight",
    )
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
    # The mark is readable in both themes: dark on light, or light on dark.
    colour = browser.execute_script(
        "return getComputedStyle(document.querySelector('[role=dialog] mark')).backgroundColor"
    )
    lightness = sum(int(part) for part in colour.split("(")[1].rstrip(")").split(",")[:3])
    assert (lightness < 3 * 128) == (scheme == "dark")


def test_a_citation_is_copied_and_pasted(address: str, browser: Any) -> None:
    _open(browser, f"{address}?q={quote(TARGET)}")
    press_enter_on(browser, COPY)
    wait(lambda: "Đã chép" in texts_of(browser, ".cs-copying [role=status]"), "the copy")
    type_into(browser, LINE, CONTROL, "v")
    value = "return document.querySelector(arguments[0])?.value ?? ''"
    wait(lambda: browser.execute_script(value, LINE), "what was pasted")

    pasted = browser.execute_script(value, LINE)
    assert pasted.startswith("“")
    assert "25% GRDP" in pasted
    assert "của Ủy ban nhân dân thành phố Hải Phòng" in pasted or "Nghị quyết số 03-NQ" in pasted


def test_a_link_asks_again_and_the_next_question_is_a_click_away(
    address: str, browser: Any
) -> None:
    _open(browser, f"{address}?lang=en&q={quote(YEARS.format(2030))}")
    assert "lang=en" in browser.current_url
    assert len(texts_of(browser, ".cs-question")) == 1
    assert YEARS.format(2045) in texts_of(browser, ".st-key-follow-ups button")[0]
    press_enter_on(browser, ".st-key-follow-ups button")
    settle(browser, lambda: len(texts_of(browser, ".cs-short")) == 2, "the next answer")
    assert "50%" in texts_of(browser, ".cs-short")[1]

    # The address leads to what was asked last, in the same language, in a session of its own.
    wait(lambda: "2045" in browser.current_url, "the address")
    browser.refresh()
    settle(browser, lambda: len(texts_of(browser, ".cs-short")) == 1, "the answer again")
    assert texts_of(browser, ".cs-question") == [YEARS.format(2045)]
    assert "lang=en" in browser.current_url


def test_an_answer_is_rated_and_the_conversation_taken_along(
    address: str, browser: Any, tmp_path: Path
) -> None:
    downloaded_to(browser, tmp_path)
    _open(browser, f"{address}?q={quote(TARGET)}")
    ask(browser, UNMARKED)
    thumbs = "[class*='st-key-thumb'] button"
    settle(browser, lambda: len(texts_of(browser, thumbs)) == 4, "the thumbs of both answers")
    browser.find_elements("css selector", thumbs)[1].send_keys(ENTER)
    chosen = "[class*='st-key-reasons'] [aria-pressed=true]"
    for number, reason in enumerate(("Nguồn sai", "Câu trả lời sai"), start=1):
        press(browser, "[class*='st-key-reasons'] button", reason)
        settle(browser, lambda number=number: len(texts_of(browser, chosen)) == number, reason)
    settle(browser, lambda: texts_of(browser, "[class*='st-key-expected'] input"), "the right one")
    keep(browser, "5-rating")

    press(browser, ".st-key-export summary")
    for suffix in ("docx", "md", "html"):
        press(browser, f".st-key-export-{suffix} button")
        downloaded(tmp_path, f"hoi-dap.{suffix}")
    written = docx.Document(BytesIO((tmp_path / "hoi-dap.docx").read_bytes()))
    for text in (
        "\n".join(part.text for part in written.paragraphs),
        (tmp_path / "hoi-dap.md").read_text(encoding="utf-8"),
        (tmp_path / "hoi-dap.html").read_text(encoding="utf-8"),
    ):
        assert TARGET.split("?")[0].split("/")[-1] in text
        assert "60%" in text

    # What was said of the answer is a question of an evaluation.
    press(browser, ".st-key-ratings summary")
    press(browser, "[class*='st-key-ratings-questions-to-complete'] button")
    ratings = downloaded(tmp_path, "questions-to-complete.jsonl")
    asked = [json.loads(line) for line in ratings.read_text(encoding="utf-8").splitlines()]
    assert [one["question"] for one in asked] == [TARGET]


def _open(browser: Any, url: str) -> None:
    browser.get(url)
    settle(browser, lambda: texts_of(browser, ".cs-card"), "an answer")


def _boxed(browser: Any) -> bool:
    told = texts_of(browser, "[role=dialog] [data-testid=stCaptionContainer]")
    return any("đóng khung" in text for text in told)


def _leaf(browser: Any) -> list[str]:
    """Which page of the original is shown, in the words of the dialog."""
    told = texts_of(browser, "[role=dialog] [data-testid=stMarkdown]")
    return [text for text in told if text.startswith("Trang ")]


def _drawn(browser: Any) -> bool:
    """Tell whether the picture of the page has come, and all of it."""
    picture = "document.querySelector('[role=dialog] img')"
    return bool(browser.execute_script(f"return {picture}?.complete && {picture}.naturalWidth > 0"))
