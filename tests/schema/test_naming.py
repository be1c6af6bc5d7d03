"""What a document is called, and how a day is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import make_document

from assistant.schema import called, document_name, number_or_title, written_day


@pytest.mark.parametrize(
    ("kind", "number", "name"),
    [
        ("nghị quyết", "03-NQ/TU", "Nghị quyết 03-NQ/TU"),
        ("bài báo", None, "Bài báo"),
        (None, "03-NQ/TU", "03-NQ/TU"),
        (None, None, ""),
    ],
)
def test_a_document_is_named_by_what_is_known_of_it(
    kind: str | None, number: str | None, name: str
) -> None:
    assert document_name(kind, number) == name


def test_a_document_without_a_number_is_called_by_its_title() -> None:
    paper = make_document("cho.txt", ["Nội dung."], title="Chợ đêm", kind="đề án")

    assert (called(paper), number_or_title(paper)) == ("“Chợ đêm”", "Chợ đêm")
    numbered = replace(paper, number="7/ĐA-UBND")
    assert (called(numbered), number_or_title(numbered)) == ("Đề án 7/ĐA-UBND", "7/ĐA-UBND")


def test_a_day_has_two_digits_for_day_and_month() -> None:
    assert written_day(date(2025, 7, 1)) == "01/07/2025"
    assert written_day(None) == ""
