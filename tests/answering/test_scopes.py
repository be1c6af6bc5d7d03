"""Words that say of how many a statement holds."""

from __future__ import annotations

import pytest

from assistant.answering.scopes import Scope, scope_spans, scopes_of


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Mọi chủ kho đều phải khai báo", {Scope.EVERY}),
        ("moi chu kho deu phai khai bao", {Scope.EVERY}),
        ("Chủ kho chỉ khai báo một vài món", {Scope.ONLY, Scope.SOME}),
        ("Chỉ tiêu và chi phí của chủ kho", set()),
        ("Đây là kho đầu mối duy nhất, lần đầu mở cửa", {Scope.ONLY, Scope.FIRST}),
    ],
)
def test_a_text_tells_of_how_many_it_holds(text: str, scopes: set[Scope]) -> None:
    assert scopes_of(text) == scopes


def test_words_for_how_many_are_found_where_they_stand() -> None:
    assert list(scope_spans("Kho chỉ nhận gạo")) == [(Scope.ONLY, 4, 7)]
