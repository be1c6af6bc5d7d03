"""The chat from end to end in a real browser, over the starter corpus.

The last view is kept as ``tests/artifacts/chat.png``.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.config import Config
from assistant.indexing.build import build_index

ROOT = Path(__file__).resolve().parents[1]
ARTIFACTS = ROOT / "tests" / "artifacts"
BROWSER_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic"
    " --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
# Keys as WebDriver numbers them.
TAB, ENTER, CONTROL, ESCAPE = "\ue004", "\ue007", "\ue009", "\ue00c"
# A page on a busy machine of two cores; a page that is well takes a tenth of it.
PATIENCE = 60

TARGET = "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm bao nhiêu phần trăm GRDP của Hải Phòng?"
UNMARKED = "cap xa o Hai Phong phai xu ly bao nhieu phan tram ho so tren moi truong mang"
COMPARISON = "So sánh mục tiêu kinh tế số năm 2025 của Hải Phòng và Cà Mau"
ROW = "Kế hoạch 186/KH-UBND của Kiên Giang: hồ sơ cấp xã xử lý trên mạng bao nhiêu phần trăm?"
HOSTILE = "TikTok <img src=x onerror=\"document.title='hacked'\"> $x^2$ **a** [b](javascript:c)"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page, served over an index of the starter corpus."""
    folder = tmp_path_factory.mktemp("browser")
    build_index([ROOT / "corpus"], folder / "index", Config())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += ["--server.port", str(port), "--server.headless", "true"]
    environment = os.environ | {"CHINHSACH_INDEX": str(folder / "index")}
    with (folder / "server.log").open("w+b") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait(lambda: _answers(f"http://127.0.0.1:{port}/_stcore/health"), "the server")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=20)
        log.seek(0)
        assert b"Traceback" not in log.read()


@pytest.fixture
def browser() -> Iterator[Any]:
    """A headless Chromium that records every request it makes."""
    if not _chromium() or not shutil.which("chromedriver"):
        pytest.skip("no browser: install the packages chromium and chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver", reason="install the package selenium")
    options = webdriver.ChromeOptions()
    options.binary_location = _chromium()
    for flag in [*BROWSER_FLAGS.split(), "--window-size=1280,900"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield driver
    finally:
        driver.quit()


def test_a_person_asks_reads_the_sources_and_is_refused(address: str, browser: Any) -> None:
    browser.get(address)
    _wait(lambda: _texts(browser, "[class*=st-key-example] button"), "the first screen")

    # A click on an example gives a cited answer.
    _click(browser, "[class*=st-key-example] button", TARGET)
    _wait(lambda: _texts(browser, ".cs-card"), "an answer")
    assert "25%" in _texts(browser, ".cs-short")[0]
    assert "25% GRDP" in _texts(browser, ".cs-card mark")[0]

    # The next answer begins in view, and the first one keeps its sources.
    first = _texts(browser, ".cs-card")
    _ask(browser, UNMARKED)
    _wait(lambda: len(_texts(browser, ".cs-short")) == 2, "a second answer")
    _wait(lambda: _in_view(browser, ".cs-short", 1), "the second answer in view")
    assert "60%" in _texts(browser, ".cs-short")[1]
    assert _texts(browser, ".cs-card")[: len(first)] == first

    # A marker leads to its card, in the same window.
    marker = browser.find_elements("css selector", ".cs-text a.cs-badge")[-1]
    target = marker.get_attribute("href").split("#")[1]
    browser.execute_script("arguments[0].click()", marker)
    _wait(lambda: _in_view(browser, f"#{target} header", 0), "the card of the marker")
    assert len(browser.window_handles) == 1

    # What is not in the documents is refused; what is typed is shown and does nothing.
    _ask(browser, HOSTILE)
    _wait(lambda: _texts(browser, "[data-testid=stAlertContentWarning]"), "a refusal")
    _wait(lambda: _in_view(browser, "[data-testid=stAlertContentWarning]", 0), "it in view")
    assert "Không tìm thấy trong tài liệu" in _texts(browser, "[data-testid=stAlert]")[-1]
    assert _texts(browser, ".cs-question")[-1] == HOSTILE
    assert browser.title == "Trợ lý Chính sách"
    assert len(_texts(browser, ".cs-short")) == 2

    ARTIFACTS.mkdir(exist_ok=True)
    browser.save_screenshot(str(ARTIFACTS / "chat.png"))

    assert "lang=vi" in browser.current_url
    assert [url for url in _requested(browser) if not _is_local(url, address)] == []
    assert [e["message"] for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []


def test_a_follow_up_is_mended_by_the_keyboard_alone(address: str, browser: Any) -> None:
    browser.get(address)
    _wait(lambda: _texts(browser, "[class*=st-key-example] button"), "the first screen")
    _ask(browser, UNMARKED)
    _wait(lambda: len(_texts(browser, ".cs-short")) == 1, "an answer")
    _ask(browser, "con cap huyen thi sao")
    _wait(lambda: len(_texts(browser, ".cs-short")) == 2, "the answer to the follow-up")
    assert "80%" in _texts(browser, ".cs-short")[1]

    # Enter opens the reading; Tab goes round in it and Escape leaves it.
    edit = browser.find_element("css selector", "[class*=st-key-edit] button")
    edit.send_keys(ENTER)
    _wait(lambda: _texts(browser, "[role=dialog] textarea"), "the reading")
    _press(browser, ESCAPE)
    _wait(lambda: not _texts(browser, "[role=dialog]"), "the page")
    browser.find_element("css selector", "[class*=st-key-edit] button").send_keys(ENTER)
    _wait(lambda: _texts(browser, "[role=dialog] textarea"), "the reading again")
    _wait(lambda: _press(browser, TAB) == "textarea", "the field")
    reading = UNMARKED.replace("cap xa", "Cap huyen") + "?"
    assert browser.switch_to.active_element.get_attribute("value") == reading
    browser.switch_to.active_element.send_keys(CONTROL, "a")
    browser.switch_to.active_element.send_keys(COMPARISON)
    _wait(lambda: _press(browser, TAB) == "button", "the button")
    _press(browser, ENTER)

    # What was mended is asked by itself, and is a comparison with a table.
    _wait(lambda: _texts(browser, ".cs-sides"), "a table")
    assert not _texts(browser, "[role=dialog]")
    assert _texts(browser, ".cs-question")[-1] == COMPARISON
    assert _texts(browser, ".cs-sides tbody th") == ["Hải Phòng", "Cà Mau"]
    assert _texts(browser, ".cs-sides .cs-no-side") == ["không có trong tài liệu"]


def test_the_page_fits_a_narrow_window_in_both_themes(address: str, browser: Any) -> None:
    for scheme in ("light", "dark"):
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
        )
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": False},
        )
        browser.get(f"{address}?lang=en")
        _wait(lambda: _texts(browser, "[class*=st-key-example] button"), "the first screen")
        _ask(browser, UNMARKED)
        _wait(lambda: _texts(browser, ".cs-card"), "an answer")
        _ask(browser, ROW)
        _wait(lambda: _texts(browser, ".cs-text .cs-rows"), "a row of a table")

        assert "Sources" in _texts(browser, ".cs-label")
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


def _ask(browser: Any, question: str) -> None:
    line = "[data-testid=stChatInputTextArea]:enabled"
    _wait(lambda: browser.find_elements("css selector", line), "the line for questions")
    browser.find_element("css selector", line).send_keys(question, ENTER)


def _press(browser: Any, key: str) -> str:
    """Press a key wherever the focus is and return the kind of element that has it then."""
    browser.switch_to.active_element.send_keys(key)
    return str(browser.switch_to.active_element.tag_name)


def _click(browser: Any, css: str, text: str) -> None:
    # The name of an icon is part of the text of its button.
    next(one for one in browser.find_elements("css selector", css) if text in one.text).click()


def _texts(browser: Any, css: str) -> list[str]:
    """Return the texts of elements as one moment shows them; reruns replace elements."""
    texts: list[str] = browser.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", css
    )
    return texts


def _in_view(browser: Any, css: str, number: int) -> bool:
    """Tell whether an element is seen above the line for questions."""
    return bool(
        browser.execute_script(
            "const box = document.querySelectorAll(arguments[0])[arguments[1]]"
            ".getBoundingClientRect();"
            "const line = document.querySelector('[data-testid=stChatInput]');"
            "return box.top >= 0 && box.bottom <= line.getBoundingClientRect().top",
            css,
            number,
        )
    )


def _requested(browser: Any) -> list[str]:
    urls: list[str] = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            urls.append(message["params"]["request"]["url"])
        elif message["method"] == "Network.webSocketCreated":
            urls.append(message["params"]["url"])
    assert urls
    return urls


def _is_local(url: str, address: str) -> bool:
    host = address.removeprefix("http://")
    return url.startswith((f"http://{host}", f"ws://{host}", "data:", "blob:"))


def _rgb(colour: str) -> list[int]:
    """Return the parts of a colour as browsers compute it: ``rgb(49, 51, 63)``."""
    return [int(part) for part in colour.split("(")[1].rstrip(")").split(",")[:3]]


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:  # noqa: S310 - our own server
            return bool(reply.status == 200)
    except OSError:
        return False


def _wait(ready: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < deadline, f"{what} did not appear"
        time.sleep(0.1)
