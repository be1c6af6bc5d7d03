"""The guide for trainers prints on one sheet."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import Any

import pypdf
from browser import ROOT

from assistant.ui.workshop.tour_texts import TOURS

GUIDE = ROOT / "docs" / "huong-dan-giang-vien.html"


def test_the_guide_is_one_page_of_a4(browser: Any) -> None:
    browser.get(GUIDE.as_uri())
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    pages = pypdf.PdfReader(BytesIO(base64.b64decode(printed["data"]))).pages
    assert len(pages) == 1
    assert [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [210, 297]
    # On a screen of its own it needs no scrolling aside.
    browser.set_window_size(500, 900)
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_the_guide_has_the_steps_of_the_tour() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for number, step in enumerate(TOURS["vi"], start=1):
        assert f"<td>{number}. {step.title.split(',')[0].split(' và ')[0]}" in text
