"""Draws the pictures of README anew: ``python docs/pictures.py``, with Chromium and selenium."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.config import Config  # noqa: E402 - found by the line above
from assistant.indexing.build import build_index  # noqa: E402
from evals.browsing import browsing, served, wait  # noqa: E402

WIDTH = 1280
QUESTION = (
    "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm bao nhiêu phần trăm GRDP của Hải Phòng?"
)
ARTICLE = (
    "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm 25% GRDP của Hải Phòng vào năm 2025. Cấp xã"
    " ở Hải Phòng phải xử lý 80% hồ sơ công việc trên môi trường mạng. Hội nghị diễn ra trong hai"
    " ngày tại thành phố."
)
ENTER, TAB = "\ue007", "\ue004"


def main() -> None:
    """Write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_index([ROOT / "corpus"], folder / "index", Config())
        with served(folder / "index", folder, os.environ) as pages, browsing() as browser:
            for picture, height, address, prepare in (
                ("answer", 860, f"?q={quote(QUESTION)}", _answered),
                ("targets", 1220, "chi-tieu", _picked),
                ("claims", 1240, "kiem-chung", _checked),
            ):
                size = {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
                browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                browser.get(pages.address + address)
                prepare(browser)
                time.sleep(2)  # charts and marks come in softly
                _keep(browser, ROOT / "docs" / f"{picture}.png")


def _answered(browser: Any) -> None:
    _await(browser, ".cs-card", "[class*='st-key-thumb'] button")
    browser.execute_script("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")


def _picked(browser: Any) -> None:
    from selenium.webdriver import ActionChains

    table = "[data-testid=stDataFrame] canvas[data-testid=data-grid-canvas]"
    _await(browser, table)
    search = browser.find_element("css selector", ".st-key-targets-words input")
    search.send_keys("kinh te so hai phong", ENTER)
    _await(browser, table)

    def picked() -> bool:
        grid = browser.find_element("css selector", table)
        right, down = 100 - grid.size["width"] // 2, 52 - grid.size["height"] // 2
        ActionChains(browser).move_to_element_with_offset(grid, right, down).click().perform()
        return _soon(lambda: len(browser.find_elements("css selector", ".cs-card")) > 0)

    wait(picked, "the figure that was picked")
    _await(browser, "[data-testid=stVegaLiteChart][role=graphics-document]")
    # The bar of tools over the table goes with the mouse.
    ActionChains(browser).move_to_element(browser.find_element("css selector", "h1")).perform()


def _checked(browser: Any) -> None:
    field = "[data-testid=stTextArea] textarea"
    _await(browser, field)
    browser.find_element("css selector", field).send_keys(ARTICLE, TAB)
    _await(browser)
    browser.find_element("css selector", ".st-key-check-claim button").click()
    _await(browser, ".cs-tally li", ".st-key-note")


def _await(browser: Any, *selectors: str) -> None:
    """Wait until elements are there and the page is still."""
    still = "[data-testid=stApp][data-test-script-state=notRunning]"
    time.sleep(0.5)
    for css in (*selectors, still):
        wait(lambda css=css: browser.find_elements("css selector", css), css)


def _soon(ready: Callable[[], bool]) -> bool:
    until = time.monotonic() + 8
    while not ready() and time.monotonic() < until:
        time.sleep(0.1)
    return ready()


def _keep(browser: Any, path: Path) -> None:
    """Write what is shown with 256 colours: a page has few, and the file is a third as large."""
    with Image.open(BytesIO(browser.get_screenshot_as_png())) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()
