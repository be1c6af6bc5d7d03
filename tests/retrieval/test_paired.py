from __future__ import annotations

import pytest

from assistant.retrieval.questions import analyse


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            "Tỷ lệ cây xanh: bên tỉnh đặt bao nhiêu, bên xã đặt bao nhiêu?",
            {
                "bên tỉnh": "Tỷ lệ cây xanh, bên tỉnh đặt bao nhiêu?",
                "bên xã": "Tỷ lệ cây xanh, bên xã đặt bao nhiêu?",
            },
        ),
        (
            "Biển báo cao tối đa mấy mét: đường làng và đường phố?",
            {
                "đường làng": "Biển báo cao tối đa mấy mét, đường làng?",
                "đường phố": "Biển báo cao tối đa mấy mét, đường phố?",
            },
        ),
        (
            "Về trồng cây, trường và trạm mỗi bên phải lo bao nhiêu cây?",
            {
                "trường": "Về trồng cây, trường phải lo bao nhiêu cây?",
                "trạm": "Về trồng cây, trạm phải lo bao nhiêu cây?",
            },
        ),
        (
            "Trong đề án này, công viên với vườn hoa, loại nào nhiều hạng mục hơn?",
            {
                "công viên": "Trong đề án này, công viên có bao nhiêu hạng mục?",
                "vườn hoa": "Trong đề án này, vườn hoa có bao nhiêu hạng mục?",
            },
        ),
        (
            "Phải báo trong bao lâu khi trồng cây và khi chặt cây?",
            {
                "khi trồng cây": "Phải báo trong bao lâu khi trồng cây?",
                "khi chặt cây": "Phải báo trong bao lâu khi chặt cây?",
            },
        ),
        (
            "Luật sửa về cây, hoa và luật sửa về đường: cái nào phải xong trước?",
            {
                "Luật sửa về cây, hoa": "Luật sửa về cây, hoa phải xong khi nào?",
                "luật sửa về đường": "luật sửa về đường phải xong khi nào?",
            },
        ),
        (
            "tram va truong moi ben phai lo bao nhieu cay",
            {
                "tram": "tram phai lo bao nhieu cay?",
                "truong": "truong phai lo bao nhieu cay?",
            },
        ),
    ],
)
def test_two_things_in_the_words_of_a_question(asked: str, expected: dict[str, str]) -> None:
    assert {side.label: side.text for side in analyse(asked).sides} == expected


@pytest.mark.parametrize(
    "asked",
    [
        "Tự kiểm tra cây xanh: kiểm tra xong tháng mấy, báo cáo tháng mấy?",
        "Sửa nghị định về cây giao bộ nào: Bộ Y tế hay Bộ Tài chính?",
        "Người dân và doanh nghiệp được hỗ trợ gì khi trồng cây?",
        "Sở nào chủ trì, sở nào phối hợp?",
    ],
)
def test_one_thing_asked_about_has_no_sides(asked: str) -> None:
    assert analyse(asked).sides == ()
