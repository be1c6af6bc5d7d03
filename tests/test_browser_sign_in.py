"""A shared machine in a real browser: signing in with a provider, and what each visitor may do.

The pages are served by ``chinhsach app`` from a folder with the settings that README tells of; the
provider is ``identity_provider.py``.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from browser import (
    ARTIFACTS,
    ENTER,
    ROOT,
    WORK,
    choose,
    click,
    dress,
    is_local,
    pick,
    press,
    requested,
    settle,
    texts_of,
    upload,
    wait,
)
from test_browser import TARGET
from test_browser_accessibility import GRAVE, RULES, RUN, axe

__all__ = ["axe"]  # a fixture

pytest.importorskip("authlib", reason="install the package streamlit[auth]")

EDITOR, READER = "bien.tap@co-quan.example", "nguoi.doc@co-quan.example"
STRANGER, UNVERIFIED = "nguoi.la@noi-khac.example", "chua.xac.minh@co-quan.example"
SIGN_IN, OTHER, SIGN_OUT = "Đăng nhập", "Dùng tài khoản khác", "Đăng xuất"
LISTS = f'[sign_in]\nreaders = ["@co-quan.example"]\neditors = ["{EDITOR}"]\n'
PAGES = ("", "chi-tieu", "kiem-chung", "thu-vien", "danh-gia", "lop-hoc")
NAME = "Trợ lý Chính sách"


@dataclass(frozen=True)
class Machine:
    """A shared machine.

    Attributes:
        address: Where its pages are.
        provider: Where people sign in.
        settings: Its ``chinhsach.toml``.
        index: Folder of its index.
    """

    address: str
    provider: Any
    settings: Path
    index: Path


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    from identity_provider import serving

    from assistant.config import Config
    from assistant.indexing.build import build_index

    home = tmp_path_factory.mktemp("shared")
    build_index([ROOT / "corpus"], home / "index", Config())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = home / "chinhsach.toml"
    settings.write_text(LISTS, encoding="utf-8")
    (home / ".streamlit").mkdir()
    command = [sys.executable, "-m", "assistant", "app", "--index", "index", "--port", str(port)]
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    with (
        serving(f"http://localhost:{port}/oauth2callback") as provider,
        (home / "server.log").open("w+b") as log,
    ):
        secrets = provider.secrets("0123456789abcdef" * 4)
        (home / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
        server = subprocess.Popen(
            command, cwd=home, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        address = f"http://localhost:{port}/"
        try:
            wait(lambda: address[:-1].encode() in (home / "server.log").read_bytes(), "the server")
            yield Machine(address, provider, settings, home / "index")
        finally:
            server.terminate()
            server.wait(timeout=60)
        assert b"Traceback" not in (home / "server.log").read_bytes()


def go(browser: Any, machine: Machine, page: str) -> None:
    browser.get(f"{machine.address}{page}")
    settle(browser, lambda: texts_of(browser, "h1"), page)


def sign_in(
    browser: Any, email: str, label: str = SIGN_IN, seen: Callable[[], object] | None = None
) -> None:
    """Sign in from the page that asks for it, and wait for what comes after: the address."""
    press(browser, "[data-testid=stBaseButton-primary]", label)
    wait(lambda: email in texts_of(browser, "button"), "the provider")
    click(browser, "button", email)
    settle(browser, seen or (lambda: email in shown(browser)), "what comes after signing in")


def shown(browser: Any) -> str:
    """Return all words of the page, without the joiner that keeps addresses from being links."""
    return "".join(texts_of(browser, "[data-testid=stApp]")).replace("\u2060", "")


def closed(browser: Any) -> bool:
    """Tell whether the page asks to sign in, and shows nothing else."""
    return texts_of(browser, "h1") == [NAME] and any(
        SIGN_IN in text for text in texts_of(browser, "[data-testid=stBaseButton-primary]")
    )


def told(browser: Any) -> str:
    return "\n".join(texts_of(browser, "[data-testid=stAlert]"))


def keep(browser: Any, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    browser.save_screenshot(str(ARTIFACTS / f"sign-in-{name}.png"))


def assert_accessible(browser: Any, script: str) -> None:
    browser.execute_script(script)
    found = browser.execute_async_script(RUN, RULES)
    assert not [one for one in found if one[0] in (*GRAVE, "moderate")]


def test_nobody_reads_anything_before_signing_in(machine: Machine, browser: Any) -> None:
    for page in PAGES:
        go(browser, machine, f"{page}?lang=vi")
        settle(browser, lambda: closed(browser), page)
        assert not texts_of(browser, "[data-testid=stTopNavLink]"), page
        assert not texts_of(browser, "[role=dialog]"), page
    go(browser, machine, f"?q={quote(TARGET)}")
    settle(browser, lambda: closed(browser), "the page that asks who it is")
    assert "%" not in browser.find_element("css selector", "body").text
    go(browser, machine, "?lang=en")
    assert "Sign in" in texts_of(browser, "[data-testid=stBaseButton-primary]")[0]
    assert all(
        is_local(url, machine.address[:-1]) for url in requested(browser) if "localhost" in url
    )


def test_a_reader_comes_back_to_the_question_reads_and_leaves(
    machine: Machine, browser: Any
) -> None:
    go(browser, machine, f"?lang=en&q={quote(TARGET)}")
    sign_in(browser, READER, "Sign in")
    settle(browser, lambda: texts_of(browser, ".cs-short"), "the answer to the link's question")
    assert "lang=en" in browser.current_url
    assert "q=" in browser.current_url

    go(browser, machine, "thu-vien?lang=vi")
    assert texts_of(browser, "[data-testid=stButtonGroup] button")[2:4] == [
        "Tài liệu",
        "Chưa đọc được (0)",
    ]
    assert not browser.find_elements("css selector", "input[type=file]")
    keep(browser, "reader")

    # Who signs out in one window is out in every other, at the next click.
    browser.switch_to.new_window("tab")
    go(browser, machine, "thu-vien?lang=vi")
    leave = "[class*=st-key-sign-out] button"
    settle(browser, lambda: browser.find_elements("css selector", leave), SIGN_OUT)
    keep(browser, "second")
    press(browser, leave, SIGN_OUT)
    settle(browser, lambda: closed(browser), "the page that asks to sign in")
    assert browser.current_url.startswith(machine.address)
    assert not [one for one in browser.get_cookies() if one["name"].startswith("_streamlit_user")]
    browser.switch_to.window(browser.window_handles[0])
    choose(browser, "Chưa đọc được")
    settle(browser, lambda: closed(browser), "the page that asks to sign in")
    assert "Phiên đăng nhập đã kết thúc" in told(browser)


def test_an_editor_uploads_is_logged_and_may_be_made_a_reader(
    machine: Machine, browser: Any, tmp_path: Path
) -> None:
    file = tmp_path / "kế hoạch.txt"
    file.write_text("KẾ HOẠCH\nNăm 2026 trồng 31.234 cây xanh.\n", encoding="utf-8")
    go(browser, machine, "thu-vien?lang=vi")
    sign_in(browser, EDITOR)
    wait(lambda: "thu-vien" in browser.current_url, "the way back")
    settle(browser, lambda: texts_of(browser, "h1") == ["Thư viện"], "the library")
    choose(browser, "Tải lên")
    upload(browser, file)
    metric = "[data-testid=stMetric]"
    settle(browser, lambda: "50" in "".join(texts_of(browser, metric)[:1]), "the new index", WORK)

    choose(browser, "Nhật ký")
    settle(browser, lambda: texts_of(browser, "[data-testid=stDataFrame]"), "the table")
    wait(lambda: EDITOR in cells(browser), "the log")
    assert "kế hoạch.txt" in cells(browser)
    keep(browser, "log")
    printed = subprocess.run(
        [sys.executable, "-m", "assistant", "status", "--changes", "--index", machine.index],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    assert f"{EDITOR}  upload  kế hoạch.txt" in printed

    # A dialog that is open works without the page around it; the list is asked all the same.
    choose(browser, "Tải lên")
    chosen = "[class*=st-key-upload-chosen] input"
    pick(browser, chosen, "kế", bool, ENTER)
    press(browser, "[class*=st-key-upload-remove] button:enabled")
    settle(browser, lambda: texts_of(browser, "[role=dialog] button"), "the question")
    machine.settings.write_text('[sign_in]\nreaders = ["@co-quan.example"]\n', encoding="utf-8")
    try:
        press(browser, "[role=dialog] button", "Xóa hẳn")
        wait(lambda: "chỉ được đọc" in told(browser), "the refusal")
        assert (machine.index.parent / "index-uploads" / "tai-len" / "kế hoạch.txt").is_file()
    finally:
        machine.settings.write_text(LISTS, encoding="utf-8")


def cells(browser: Any) -> list[str]:
    """Return what stands in the table, which is drawn, as it is told to who cannot see it."""
    texts: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('[data-testid=stDataFrame] td')]"
        ".map(cell => cell.textContent)"
    )
    return texts


@pytest.mark.parametrize(
    ("email", "words"),
    [(STRANGER, "chưa có trong danh sách"), (UNVERIFIED, "chưa xác minh")],
)
def test_who_is_refused_is_told_why_and_may_try_another_account(
    machine: Machine, browser: Any, email: str, words: str
) -> None:
    go(browser, machine, "chi-tieu?lang=vi")
    sign_in(browser, email)
    assert words in told(browser)
    assert texts_of(browser, "h1") == [NAME]
    assert not texts_of(browser, "[data-testid=stTopNavLink]")
    assert not texts_of(browser, "[data-testid=stAlert] a")
    keep(browser, email.partition("@")[0])
    press(browser, "[data-testid=stMain] button", OTHER)
    settle(browser, lambda: closed(browser), "the page that asks to sign in")


def test_a_sign_in_of_yesterday_does_not_count(machine: Machine, browser: Any) -> None:
    machine.provider.seconds_ago = 13 * 3_600
    try:
        go(browser, machine, "")
        sign_in(browser, READER, seen=lambda: told(browser))
        settle(browser, lambda: "Phiên đăng nhập đã kết thúc" in told(browser), "the reason")
        settle(browser, lambda: closed(browser), "the page that asks who it is")
    finally:
        machine.provider.seconds_ago = 0


def test_what_is_forged_leads_nowhere(machine: Machine, browser: Any) -> None:
    from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

    go(browser, machine, "")
    user = {
        "origin": machine.address[:-1], "is_logged_in": True, "email": EDITOR,
        "email_verified": True, "iat": int(time.time()),
    }  # fmt: skip
    forged = create_signed_value("x" * 64, "_streamlit_user", json.dumps(user)).decode()
    for value in (forged, forged.rpartition(".")[0], "x"):
        browser.add_cookie({"name": "_streamlit_user", "value": value, "path": "/"})
        go(browser, machine, "thu-vien")
        settle(browser, lambda: closed(browser), "the page that asks who it is")
    browser.delete_all_cookies()

    # Answers that nobody asked for, and where to go back to that is not ours.
    for address in ("oauth2callback?code=x&state=y", "auth/login?provider=x", "auth/logout"):
        go(browser, machine, address)
        assert browser.current_url.startswith(machine.address)
        settle(browser, lambda: closed(browser), "the page that asks who it is")
    browser.execute_script("sessionStorage.setItem('chinhsach-back', '//evil.example/')")
    sign_in(browser, READER)
    wait(lambda: texts_of(browser, "[data-testid=stChatInput]"), "the first page")
    assert browser.current_url.startswith(machine.address)
    assert not [url for url in requested(browser) if "evil" in url]


def test_pages_of_others_can_not_connect(machine: Machine) -> None:
    host = machine.address.removeprefix("http://").rstrip("/")
    known = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    answered = []
    for origin in ("http://evil.example", machine.address[:-1]):
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.request("GET", "/_stcore/stream", headers={**known, "Origin": origin})
        answered.append(connection.getresponse().status)
        connection.close()
    assert answered == [403, 101]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_that_asks_fits_a_narrow_window(
    machine: Machine, browser: Any, scheme: str
) -> None:
    dress(browser, scheme)
    go(browser, machine, "?lang=vi")
    settle(browser, lambda: closed(browser), "the page that asks who it is")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
    keep(browser, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_of_signing_in_has_a_serious_finding(
    machine: Machine, browser: Any, axe: str, scheme: str
) -> None:
    theme = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", theme)
    go(browser, machine, "?lang=vi")
    assert_accessible(browser, axe)
    sign_in(browser, STRANGER)
    assert_accessible(browser, axe)
    press(browser, "[data-testid=stMain] button", OTHER)
    settle(browser, lambda: closed(browser), "the page that asks to sign in")
    go(browser, machine, "thu-vien?lang=vi")
    sign_in(browser, EDITOR)
    settle(browser, lambda: texts_of(browser, "h1") == ["Thư viện"], "the way back")
    choose(browser, "Nhật ký")
    settle(browser, lambda: "Nhật ký chỉ ghi thêm" in "".join(texts_of(browser, "p")), "the log")
    assert_accessible(browser, axe)
    keep(browser, f"log-{scheme}")
