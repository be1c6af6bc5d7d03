"""“Mở trang gốc”: the page as it was printed, or the text around the quote, or what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import make_document
from page_files import pdf
from pages import DOCUMENTS, build
from streamlit.testing.v1 import AppTest
from table_documents import table_document

from assistant.config import Config
from assistant.errors import ReadError
from assistant.indexing.build import build_index
from assistant.schema import Span
from assistant.ui.chatting import originals
from assistant.ui.chatting.leaves import leaf_html, leaf_of, leaves
from assistant.ui.chatting.texts import CHAT_TEXTS

Page = Callable[..., AppTest]

VI = CHAT_TEXTS["vi"]
TREES = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
PLAN = (
    "KE HOACH",
    "Phan dau trong 40.000 cay xanh trong nam 2024 tren dia ban thanh pho Hai Phong.",
    "Ty le cay ban dia dat it nhat 65% tong so cay trong moi tren dia ban thanh pho.",
)


def ask(page: AppTest, question: str = TREES) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def open_first(page: AppTest) -> AppTest:
    return next(one for one in page.button if str(one.key).startswith("open ")).click().run()


def reading(page: AppTest) -> str:
    (shown,) = [
        one.proto.body for one in page.get("html") if 'class="cs-reading"' in one.proto.body
    ]
    return str(shown)


def print_plan(folder: Path) -> Path:
    """Build an index over one printed plan, whose second page says what is asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(
        f"BT /F1 12 Tf 72 {780 - 16 * row} Td ({line}) Tj ET\n" for row, line in enumerate(PLAN)
    )
    filler = "".join(
        f"BT /F1 12 Tf 72 {780 - 16 * row} Td (Can cu Luat so {row} va de nghi cua So) Tj ET\n"
        for row in range(8)
    )
    (folder / "corpus").mkdir()
    (folder / "corpus" / "ke-hoach.pdf").write_bytes(pdf([filler, lines]))
    build_index([folder / "corpus"], folder / "index", Config())
    return folder / "index"


def test_a_text_is_shown_around_the_quote(index: Path, open_page: Page) -> None:
    page = open_first(ask(open_page(index)))

    assert not page.exception
    assert "<mark>" in reading(page)
    assert "40.000 cây xanh trong năm 2024" in reading(page)
    assert 'role="heading"' in reading(page)
    assert VI.as_read in [one.value for one in page.caption]
    assert not page.warning


def test_a_file_that_is_gone_or_changed_is_told_and_its_text_shown(
    tmp_path: Path, open_page: Page
) -> None:
    index = build(tmp_path, DOCUMENTS)
    page = ask(open_page(index))
    file = tmp_path / "corpus" / "cay-xanh.md"
    file.write_text(file.read_text(encoding="utf-8").replace("40.000", "41.000"), encoding="utf-8")

    assert VI.changed in [one.value for one in open_first(page).warning]
    assert "40.000 cây" in reading(page)
    file.unlink()
    assert VI.gone in [one.value for one in open_first(page).warning]
    assert str(tmp_path) not in str(page.warning) + reading(page)


def test_a_printed_page_is_shown_as_a_picture(tmp_path: Path, open_page: Page) -> None:
    page = open_first(ask(open_page(print_plan(tmp_path)), "trong bao nhieu cay xanh nam 2024?"))

    assert not page.exception
    pictures = [one.proto.body for one in page.get("html") if "<img " in one.proto.body]
    assert [body[:33] for body in pictures] == ['<img src="data:image/jpeg;base64,']
    assert VI.boxed in [one.value for one in page.caption]
    assert "Trang 2 / 2" in [one.value for one in page.markdown]
    assert not page.button(key="leaf before").disabled
    assert page.button(key="leaf after").disabled


def test_a_page_that_cannot_be_drawn_is_told_and_its_text_shown(
    tmp_path: Path, open_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ReadError("tệp hỏng ở /srv/secret. Hãy tải lại.")

    page = ask(open_page(print_plan(tmp_path)), "trong bao nhieu cay xanh nam 2024?")
    monkeypatch.setattr(originals, "draw_page", fail)
    originals._drawn.clear()
    open_first(page)

    assert [one.value for one in page.warning] == [VI.not_drawn]
    assert "40.000 cay xanh" in reading(page)
    shutil.rmtree(tmp_path / "corpus")


def test_leaves_hold_the_whole_document_and_the_quote_is_on_one() -> None:
    lines = [f"Đoạn {number}. {'chữ ' * 200}" for number in range(100)]
    document = make_document("dai.md", ["Dài", *lines])
    cut = leaves(document)
    start = document.text.index("Đoạn 57.")
    number = leaf_of(cut, start)

    assert [entry.block for leaf in cut for entry in leaf] == list(document.blocks)
    assert all(leaf[-1].block.end - leaf[0].block.start <= 16_000 for leaf in cut)
    assert 1 < number < len(cut)
    shown = leaf_html(document, cut[number - 1], Span(start, start + len("Đoạn 57.")))
    assert "<mark>Đoạn 57.</mark>" in shown
    assert leaf_of(cut, len(document.text)) == len(cut)


def test_tables_stay_tables_and_what_is_hostile_is_text() -> None:
    document = table_document()
    shown = "".join(leaf_html(document, leaf, Span(0, 0)) for leaf in leaves(document))
    evil = make_document("x.md", ["<script>alert(1)</script>", "\u202egpj.exe <img src=x>"])
    (leaf,) = leaves(evil)

    assert shown.count("<table") == 2
    assert "<bản>" not in shown
    assert leaf_html(evil, leaf, Span(0, 0)).count("&lt;") == 3
    assert "\u202e" not in leaf_html(evil, leaf, Span(0, 0))
