"""The page “Kiểm chứng” as a user meets it, without a browser."""

from __future__ import annotations

import io
import logging
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from figure_documents import FIGURE_DOCUMENTS
from page_over import htmls, over, plain, told
from pages import build
from streamlit.testing.v1 import AppTest

from assistant.answering.claims import MAX_CLAIM_CHARS
from assistant.assistant import Assistant
from assistant.errors import UsageError
from assistant.schema import Verdict
from assistant.ui.checking import page as checking_page
from assistant.ui.checking.texts import CHECK_TEXTS

VI, EN = CHECK_TEXTS["vi"], CHECK_TEXTS["en"]
TRUE = "Đến năm 2030, kinh tế số chiếm 40% GRDP của thành phố Hải Phòng."
FALSE = "Đến năm 2025, kinh tế số chiếm 90% GRDP của thành phố Đà Nẵng."


def checking(index: str, language: str) -> None:
    from pathlib import Path

    from assistant.ui.checking.page import show
    from assistant.ui.opening import open_shelf

    show(open_shelf(Path(index)), language)


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("checking"), FIGURE_DOCUMENTS)


def check(page: AppTest, text: str) -> AppTest:
    page.text_area(key="claim").set_value(text)
    return page.button(key="check claim").click().run()


def drop(page: AppTest, name: str, data: bytes) -> AppTest:
    page.file_uploader[0].set_value((name, data, "application/octet-stream"))
    return page.run()


def test_the_empty_page_says_what_it_does_and_offers_claims(claims: Path) -> None:
    page = over(checking, claims).run()

    assert not page.exception
    assert VI.intro.format(4) in told(page)
    examples = [one for one in page.button if (one.key or "").startswith("example claim")]
    assert len(examples) == 2
    examples[1].click().run()
    assert page.text_area(key="claim").value == plain(examples[1].label)
    assert "<b>1</b> sai" in htmls(page)


def test_a_claim_gets_its_verdict_its_evidence_and_a_note(claims: Path) -> None:
    page = check(over(checking, claims).run(), FALSE)

    assert "<b>1</b> sai" in htmls(page)
    assert "<b>0</b> đúng" in htmls(page)
    assert "<mark>20%</mark> GRDP của thành phố Đà Nẵng" in htmls(page)
    assert "“90%” không đúng" in page.code[0].value
    assert page.code[0].value.startswith("KẾT QUẢ KIỂM CHỨNG ngày ")
    assert VI.whole not in told(page)


def test_an_article_is_shown_whole_and_can_be_held_to_one_kind(claims: Path) -> None:
    article = " ".join([TRUE, FALSE, "Trời đẹp.", "Hải Phòng có 12 bảo tàng.", TRUE, TRUE])
    page = check(over(checking, claims).run(), article)

    assert VI.whole in told(page).replace("**", "")
    assert htmls(page).count("<article class") > 5
    page.get("button_group")[0].set_value("refuted").run()
    assert htmls(page).count('cs-claim cs-refuted"') == 1
    assert 'cs-claim cs-supported"' not in htmls(page)


def test_nothing_is_checked_again_until_it_is_asked(
    claims: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = check(over(checking, claims).run(), TRUE)

    def fail(self: Assistant, text: str, **options: object) -> None:
        raise AssertionError("checked again")

    monkeypatch.setattr(Assistant, "check", fail)
    page.text_area(key="claim").set_value(FALSE).run()
    assert not page.exception
    assert "<b>1</b> đúng" in htmls(page)
    assert VI.unchanged in told(page)

    page.button(key="clear claim").click().run()
    assert page.text_area(key="claim").value == ""
    assert "<b>1</b> đúng" not in htmls(page)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" ?! ", VI.empty),
        ("dài " * 20_000, VI.too_long.format("79.999", "50.000")),
    ],
)
def test_a_text_with_nothing_to_check_is_told_in_one_line(
    claims: Path, text: str, message: str
) -> None:
    page = check(over(checking, claims).run(), text)

    assert not page.exception
    assert message in told(page)
    assert not page.code


def test_a_verdict_without_parts_is_told(claims: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Assistant.check

    def check_nothing(self: Assistant, text: str, **options: str) -> Verdict:
        return replace(real(self, text, language=options["language"]), parts=(), citations=())

    page = over(checking, claims).run()
    monkeypatch.setattr(Assistant, "check", check_nothing)
    check(page, TRUE)
    assert not page.exception
    assert VI.none_checked in told(page)
    assert not page.code


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (RuntimeError("/srv/secret"), VI.defect),
        (UsageError("sai. Hãy thử lại."), "sai. Hãy thử lại."),
    ],
)
def test_errors_are_told_without_their_insides(
    claims: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    message: str,
) -> None:
    def fail(self: Assistant, text: str, **options: object) -> None:
        raise error

    page = over(checking, claims).run()
    monkeypatch.setattr(Assistant, "check", fail)
    with caplog.at_level(logging.ERROR):
        check(page, TRUE)
    assert not page.exception
    assert [plain(one.value) for one in page.error] == [message]
    assert ("/srv/secret" in caplog.text) == isinstance(error, RuntimeError)


def test_the_text_of_a_file_is_put_in_the_field_and_then_checked(claims: Path) -> None:
    page = drop(over(checking, claims).run(), "../bài <b>.txt", TRUE.encode())

    assert page.text_area(key="claim").value == TRUE
    assert VI.read.format(len(TRUE), "bài <b>.txt") in told(page).replace("../", "")
    page.button(key="check claim").click().run()
    assert "<b>1</b> đúng" in htmls(page)

    page.text_area(key="claim").set_value(FALSE).run()
    assert page.text_area(key="claim").value == FALSE, "the file was read into the field again"
    page.button(key="clear claim").click().run()
    assert page.text_area(key="claim").value == ""


def test_a_long_file_is_cut_and_says_so(claims: Path) -> None:
    text = f"{TRUE} " * 1_000
    page = drop(over(checking, claims).run(), "dài.txt", text.encode())

    assert len(page.text_area(key="claim").value) <= MAX_CLAIM_CHARS
    assert page.text_area(key="claim").value.endswith("Hải Phòng.")
    assert "chỉ lấy" in told(page)


def test_a_file_that_cannot_be_read_is_told_in_one_line(
    claims: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" * 1_000_000)
    for data in (b"%PDF-1.4 broken", bomb.getvalue(), b"\x00\x01" * 50):
        page = drop(over(checking, claims).run(), "x$y$.docx", data)
        assert not page.exception
        [error] = page.error
        assert plain(error.value).startswith("Không đọc được tệp “x$y$.docx”: ")
        assert "$y$" not in error.value.replace(r"\$", "")
        assert not page.text_area(key="claim").value

    monkeypatch.setattr(checking_page, "MOST_BYTES", 1_000_000)
    page = drop(over(checking, claims).run(), "a.txt", b"a" * 1_000_001)
    assert "quá mức" in page.error[0].value


def test_the_page_speaks_english_and_keeps_the_claim_in_vietnamese(claims: Path) -> None:
    page = check(over(checking, claims, "en").run(), FALSE)

    assert page.title[0].value == EN.title
    assert "<b>1</b> refuted" in htmls(page)
    assert "Refuted by the documents." in page.code[0].value
    assert "value" in htmls(page)


def test_hostile_text_is_shown_and_does_nothing(claims: Path) -> None:
    evil = f"{FALSE} <img src=x onerror=alert(1)> [x](javascript:alert(1)) $a$ \u202egpj.exe 7%."
    page = check(over(checking, claims).run(), evil)

    assert not page.exception
    assert "<img" not in htmls(page)
    assert "\u202e" not in htmls(page)
    assert "\u202e" not in page.code[0].value
    assert 'href="javascript' not in htmls(page)
