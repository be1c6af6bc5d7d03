"""Why a file was not read is told in English too, whatever reader says it."""

from __future__ import annotations

import pytest
from read_errors import messages

from assistant.documents.ocr.tesseract import how_to_install
from assistant.ui.reason_texts import OTHER
from assistant.ui.reasons import reason_words

SAID = [message for message, _ in messages() if message != "{}"]


def test_the_source_is_read() -> None:
    assert len(SAID) > 60


@pytest.mark.parametrize("message", SAID)
def test_every_message_of_a_reader_has_its_english(message: str) -> None:
    said = message.replace("{}", "7")
    assert reason_words(said, "vi") == said
    english = reason_words(said, "en")
    assert english != OTHER
    assert english.count("7") >= message.count("{}") - 1
    assert not set(english) & set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def test_what_a_message_names_is_put_into_english_too() -> None:
    assert reason_words(f"bản quét, cần OCR: {how_to_install()}", "en").startswith(
        "a scan, which needs OCR: install "
    )
    zipped = "tệp .docx này thật ra là gói nén (.zip). Hãy chuyển nội dung sang một trong các dạng"
    assert reason_words(f"{zipped} .md, .txt.", "en") == (
        "this .docx file is in fact an archive (.zip). Convert its content to one of .md, .txt."
    )


def test_what_nobody_put_into_words_is_told_in_general_ones() -> None:
    assert reason_words("lý do lạ", "en") == OTHER
    assert reason_words("lý do lạ", "vi") == "lý do lạ"
