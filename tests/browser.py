"""A real browser over the application, which answers from an index of the starter corpus.

What every journey needs: the two fixtures, and waiting for what a page shows. The journeys are
listed in ``docs/journeys.md``, each with the picture that ``keep`` leaves of it.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import MissingDependencyError
from evals.browsing import browsing, served, wait

ROOT = Path(__file__).resolve().parents[1]
ARTIFACTS = ROOT / "tests" / "artifacts"
# Keys as WebDriver numbers them.
TAB, ENTER, CONTROL, ESCAPE, DOWN = "\ue004", "\ue007", "\ue009", "\ue00c", "\ue015"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page, served over an index of the starter corpus."""
    from assistant.config import Config
    from assistant.indexing.build import build_index

    folder = tmp_path_factory.mktemp("browser")
    build_index([ROOT / "corpus"], folder / "index", Config())
    # What a page runs finds the starter corpus alone, as it does on the machine of a user.
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {
        "CHINHSACH_EVAL_RESULTS": str(folder / "results"),
        "CHINHSACH_SHARED": str(folder / "shared"),
    }
    with served(folder / "index", folder, environment) as pages:
        yield pages.address
    assert b"Traceback" not in pages.log.read_bytes()


@pytest.fixture
def browser() -> Iterator[Any]:
    """A headless Chromium that records every request it makes."""
    with ExitStack() as stack:
        try:
            found = stack.enter_context(browsing())
        except MissingDependencyError as error:
            pytest.skip(str(error))
        yield found


def soon(ready: Callable[[], object]) -> bool:
    """Tell whether something comes to be within some seconds."""
    until = time.monotonic() + 8
    while not ready() and time.monotonic() < until:
        time.sleep(0.1)
    return bool(ready())


def settle(browser: Any, seen: Callable[[], object]) -> None:
    """Wait until the server has sent the page in full: what is done before is lost in a rerun."""
    still = "[data-testid=stApp][data-test-script-state=notRunning]"
    wait(lambda: seen() and texts_of(browser, still), "a still page")


def type_into(browser: Any, css: str, keys: tuple[str, ...], came: Callable[[], object]) -> None:
    """Type into a field until what is typed has come; a rerun may put another in its place."""
    from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException

    def typed() -> bool:
        try:
            field = browser.find_element("css selector", css)
            field.send_keys(CONTROL, "a")
            field.send_keys(*keys)
        except (NoSuchElementException, StaleElementReferenceException):
            return False
        return soon(came)

    wait(typed, f"what was typed into {css}")


def texts_of(browser: Any, css: str) -> list[str]:
    """Return the texts of elements as one moment shows them; reruns replace elements."""
    texts: list[str] = browser.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", css
    )
    return texts


def dress(browser: Any, scheme: str) -> None:
    """Show pages as on a telephone, in the light or the dark theme."""
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    size = {"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def ask(browser: Any, question: str) -> None:
    line = "[data-testid=stChatInputTextArea]:enabled"
    wait(lambda: browser.find_elements("css selector", line), "the line for questions")
    browser.find_element("css selector", line).send_keys(question, ENTER)


def press_key(browser: Any, key: str) -> str:
    """Press a key wherever the focus is and return the kind of element that has it then."""
    browser.switch_to.active_element.send_keys(key)
    return str(browser.execute_script("return document.activeElement.tagName.toLowerCase()"))


def open_page(browser: Any, address: str, page: str, language: str = "vi") -> None:
    browser.get(f"{address}{page}?lang={language}")
    settle(
        browser,
        lambda: texts_of(browser, "h1") and not texts_of(browser, "[data-testid=stSpinner]"),
    )


def keep(browser: Any, name: str) -> None:
    """Keep a picture of what the browser shows, by the name of the journey."""
    ARTIFACTS.mkdir(exist_ok=True)
    browser.save_screenshot(str(ARTIFACTS / f"{name}.png"))


def downloaded_to(browser: Any, folder: Path) -> None:
    """Let what is downloaded come into a folder."""
    options = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Page.setDownloadBehavior", options)


def press(browser: Any, css: str, label: str) -> None:
    """Click what is found by its text, out from under the bar at the top of the page."""
    wait(lambda: any(label in text for text in texts_of(browser, css)), label)
    browser.execute_script(
        "[...document.querySelectorAll(arguments[0])].find(e => e.innerText.includes(arguments[1]))"
        ".scrollIntoView({block: 'center'})",
        css,
        label,
    )
    click(browser, css, label)


def choose(browser: Any, label: str) -> None:
    press(browser, "[data-testid=stButtonGroup] button", label)


def click(browser: Any, css: str, text: str) -> None:
    # The name of an icon is part of the text of its button.
    next(one for one in browser.find_elements("css selector", css) if text in one.text).click()


def requested(browser: Any) -> list[str]:
    urls: list[str] = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            urls.append(message["params"]["request"]["url"])
        elif message["method"] == "Network.webSocketCreated":
            urls.append(message["params"]["url"])
    assert urls
    return urls


def is_local(url: str, address: str) -> bool:
    host = address.removeprefix("http://")
    return url.startswith((f"http://{host}", f"ws://{host}", "data:", "blob:"))
