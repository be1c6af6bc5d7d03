"""A real browser over the application, which answers from an index of the starter corpus.

What every journey needs: the two fixtures, and waiting for what a page shows. The journeys are
listed in ``docs/journeys.md``, each with the picture that ``keep`` leaves of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import MissingDependencyError
from evals import browsing

ROOT = Path(__file__).resolve().parents[1]
ARTIFACTS = ROOT / "tests" / "artifacts"
# Keys as WebDriver numbers them.
TAB, ENTER, CONTROL, ESCAPE, DOWN = "\ue004", "\ue007", "\ue009", "\ue00c", "\ue015"
# Seconds: limits of what never comes. All that comes takes a hundredth of them on an idle machine.
PATIENCE = 120.0
WORK = 1_800.0  # an index built, a scan read, an evaluation run, beside whatever else is done
_REST = """
const done = arguments[0];
const app = "[data-testid=stApp][data-test-connection-state=CONNECTED]" +
  "[data-test-script-state=notRunning]";
const unfinished = "[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]";
const still = () => document.querySelector(app) && !document.querySelector(unfinished);
let changes = 0;
const watch = new MutationObserver(() => { changes += 1; });
watch.observe(document, {childList: true, characterData: true, subtree: true});
// What is drawn has no idle moment in it.
const idle = (then) => requestIdleCallback(then, {timeout: 2000});
idle(() => idle(() => { watch.disconnect(); done(Boolean(still() && !changes)); }));
"""
_NOTE_PROGRESS = """
new MutationObserver(() => {
  window.csProgress ||= Boolean(document.querySelector("[data-testid=stProgress]"));
}).observe(document, {childList: true, subtree: true});
"""
_FIND = """
const found = [...document.querySelectorAll(arguments[0])]
  .find(one => one.innerText.includes(arguments[1]) && one.checkVisibility());
found?.scrollIntoView({block: "center"});
return found;
"""


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
    with browsing.served(folder / "index", folder, environment) as pages:
        yield pages.address
    assert b"Traceback" not in pages.log.read_bytes()


@pytest.fixture
def browser() -> Iterator[Any]:
    """A headless Chromium that records every request it makes."""
    with ExitStack() as stack:
        try:
            found = stack.enter_context(browsing.browsing())
        except MissingDependencyError as error:
            pytest.skip(str(error))
        yield found


def wait(ready: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until something is so; what a rerun has just taken away is not there yet."""
    from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException

    def is_so() -> object:
        try:
            return ready()
        except (NoSuchElementException, StaleElementReferenceException):
            return False

    browsing.wait(is_so, what, patience)


def settle(
    browser: Any, seen: Callable[[], object], what: str = "it", patience: float = PATIENCE
) -> None:
    """Wait until something is seen on a page at rest.

    Only there may a test look at one thing after another: the parts of a page come in any order,
    and what is clicked or typed while it is drawn may reach what is about to go.
    """
    wait(lambda: seen() and _at_rest(browser) and seen(), f"{what}, on a page at rest", patience)


def _at_rest(browser: Any) -> bool:
    """Tell whether the server has sent the page in full, and the browser drawn all of it."""
    from selenium.common.exceptions import JavascriptException, TimeoutException

    try:
        return bool(browser.execute_async_script(_REST))
    except (JavascriptException, TimeoutException):  # the browser went on to another page
        return False


def type_into(browser: Any, css: str, *keys: str) -> None:
    """Type into a field of a page at rest, in place of what it holds."""
    settle(browser, lambda: texts_of(browser, css), css)
    field = browser.find_element("css selector", css)
    field.send_keys(CONTROL, "a")
    field.send_keys(*keys)


def pick(
    browser: Any, css: str, typed: str, offered: Callable[[list[str]], bool], *keys: str
) -> None:
    """Choose from a list by what is typed into its field, once the list is as it should be.

    A list that is open closes when the page is sent anew, and who types opens it again.
    """

    def picked() -> bool:
        type_into(browser, css, typed)
        try:
            wait(lambda: offered(texts_of(browser, "[role=option]")), typed, 15)
        except AssertionError:
            return False
        browser.find_element("css selector", css).send_keys(*keys)
        return True

    wait(picked, f"{typed} in the list")


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
    settle(browser, lambda: browser.find_elements("css selector", line), "the line for questions")
    browser.find_element("css selector", line).send_keys(question, ENTER)


def press_key(browser: Any, key: str) -> str:
    """Press a key wherever the focus is and return the kind of element that has it then."""
    browser.switch_to.active_element.send_keys(key)
    return str(browser.execute_script("return document.activeElement.tagName.toLowerCase()"))


def has_focus(browser: Any, css: str) -> bool:
    """Tell whether the focus is within an element."""
    focus = "return Boolean(document.activeElement?.closest(arguments[0]))"
    return bool(browser.execute_script(focus, css))


def open_page(browser: Any, address: str, page: str, language: str = "vi") -> None:
    browser.get(f"{address}{page}?lang={language}")
    settle(browser, lambda: texts_of(browser, "h1"), f"the page {page}")


def keep(browser: Any, name: str) -> None:
    """Keep a picture of what the browser shows, by the name of the journey."""
    ARTIFACTS.mkdir(exist_ok=True)
    browser.save_screenshot(str(ARTIFACTS / f"{name}.png"))


def downloaded_to(browser: Any, folder: Path) -> None:
    """Let what is downloaded come into a folder."""
    options = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Page.setDownloadBehavior", options)


def upload(browser: Any, *files: Path) -> None:
    """Hand files to the field for them."""
    field = "input[type=file]"
    settle(browser, lambda: browser.find_elements("css selector", field), "the field for files")
    browser.execute_script(_NOTE_PROGRESS)
    browser.find_element("css selector", field).send_keys("\n".join(map(str, files)))


def was_in_progress(browser: Any) -> bool:
    """Tell whether a bar of progress was shown since files were uploaded, however briefly."""
    return bool(browser.execute_script("return window.csProgress"))


def downloaded(folder: Path, name: str) -> Path:
    """Wait for a file to be in a folder as a whole, and return its path."""
    file = folder / name
    wait(lambda: file.is_file() and not [*folder.glob("*.crdownload")], name)
    return file


def press(browser: Any, css: str, label: str = "") -> None:
    """Click what is found by its text on a page at rest, out from under the bar at the top."""
    settle(browser, lambda: any(label in text for text in texts_of(browser, css)), label or css)
    click(browser, css, label)


def press_enter_on(browser: Any, css: str) -> None:
    """Press Enter on the first element that is shown, wherever it is on the page."""
    shown = "[...document.querySelectorAll(arguments[0])].find(e => e.offsetParent)"
    settle(browser, lambda: browser.execute_script(f"return Boolean({shown})", css), css)
    browser.execute_script(f"{shown}.focus()", css)
    press_key(browser, ENTER)


def choose(browser: Any, label: str) -> None:
    press(browser, "[data-testid=stButtonGroup] button", label)


def click(browser: Any, css: str, label: str = "") -> None:
    """Click what is found by its text, once it is there and nothing lies over it."""
    from selenium.common.exceptions import (
        ElementClickInterceptedException,
        ElementNotInteractableException,
    )

    def clicked() -> bool:
        # The name of an icon is part of the text of its button.
        found = browser.execute_script(_FIND, css, label)
        try:
            return bool(found) and found.click() is None
        except (ElementClickInterceptedException, ElementNotInteractableException):
            return False

    wait(clicked, f"a click on {label or css}")


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
