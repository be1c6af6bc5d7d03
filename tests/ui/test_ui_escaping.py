from __future__ import annotations

import html as stdlib_html

import pytest

from assistant.ui.escaping import clean, html, link, markdown

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</blockquote><script>alert(1)</script>",
    "[bấm](javascript:alert(1))",
    "![ảnh](https://evil.example/a.png)",
    "$\\href{javascript:alert(1)}{x}$",
    "`mã` và **đậm** và ~~bỏ~~",
    ":red[đỏ] :material/home: :smile:",
    "https://evil.example và www.evil.example",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "&lt;script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_hostile_text_and_holds_no_tag_and_no_open_quote(text: str) -> None:
    safe = html(text)

    assert not set(safe) & set("<>\"'")
    assert stdlib_html.unescape(safe) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_leaves_no_punctuation_with_a_meaning(text: str) -> None:
    safe = markdown(text)

    # Read as CommonMark reads it: a backslash takes the meaning of the next character.
    bare, position = [], 0
    while position < len(safe):
        if safe[position] == "\\":
            position += 2
            continue
        bare.append(safe[position])
        position += 1
    assert not set(bare) & set("<>[]()!$`*_~:#&@.|{}\\\"'/")
    assert "".join(_read(safe)).replace("\u2060", "") == text


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("https://evil.example", "https://\u2060evil.example"),
        ("xem www.evil.example", "xem www\u2060.evil.example"),
        ("a@evil.example", "a@\u2060evil.example"),
        ("lúc 5 @ nhà", "lúc 5 @ nhà"),
    ],
)
def test_markdown_breaks_bare_addresses_which_streamlit_links_once_they_are_read(
    text: str, broken: str
) -> None:
    assert "".join(_read(markdown(text))) == broken


def _read(escaped: str) -> list[str]:
    """Return the characters that escaped Markdown shows."""
    shown, position = [], 0
    while position < len(escaped):
        position += escaped[position] == "\\"
        shown.append(escaped[position])
        position += 1
    return shown


def test_markdown_is_one_line_so_that_no_list_heading_or_code_block_begins() -> None:
    assert markdown("một\n\n# hai\n    ba\n1. bốn") == r"một \# hai ba 1\. bốn"


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c"])
def test_marks_that_turn_text_round_are_dropped(mark: str) -> None:
    assert clean(f"a{mark}gpj.exe") == "agpj.exe"
    assert mark not in html(f"a{mark}b") + markdown(f"a{mark}b")


def test_clean_keeps_vietnamese_lines_tabs_and_drops_other_controls() -> None:
    text = "Điều 5.\tỦy ban nhân dân\nphường Hòa Bình – “số” 42,5% ≥ 3"

    assert clean(text) == text
    assert clean("a\x00b\x1b[31mc\x7f") == "ab[31mc"


@pytest.mark.parametrize("url", ["https://vanban.chinhphu.vn/x?a=1&b=2", "http://example.vn/"])
def test_web_addresses_may_be_linked_to(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example/x",
        "/index/CURRENT",
        "file:///etc/passwd",
        "https://",
        "https://chinhphu.vn@evil.example/",
        "https://chinhphu.vn\u202e/gpj",
        "https://[bad",
    ],
)
def test_other_addresses_are_not(url: str | None) -> None:
    assert link(url) is None
