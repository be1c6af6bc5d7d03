from __future__ import annotations

import pytest
from sparse_texts import build_sparse

from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.restoring import restore

TEXTS = [
    "Đà Nẵng đặt mục tiêu kinh tế số đạt 30% vào năm 2030.",
    "Ông Lê Trung Chinh chủ trì hội nghị về cấp nước sạch.",
    "Cáp quang biển đưa vào hoạt động; cấp xã có bến tàu.",
    "Bà Trần Thị Chính ký kế hoạch trồng rừng của tỉnh.",
]


@pytest.fixture
def corpus() -> SparseIndex:
    return build_sparse(TEXTS, list(range(len(TEXTS))))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Kinh te so Da Nang nam 2030 la bao nhieu?", "Kinh tế số Đà Nẵng năm 2030 là bao nhiêu?"),
        ("Ong Le Trung Chinh la ai?", "Ông Lê Trung Chinh là ai?"),
        ("cap quang bien co may tuyen", "cáp quang biển có mấy tuyến"),
        ("bay gio cap xa thuoc tinh nao", "bây giờ cấp xã thuộc tỉnh nào"),
        ("Sai Gon dat muc tieu gi?", "Thành phố Hồ Chí Minh đặt mục tiêu gì?"),
        ("HP co ke hoach trong rung khong", "HP có kế hoạch trồng rừng không"),
        ("QD 749/QD-TTg ve CDS", "QĐ 749/QĐ-TTg về CĐS"),
        ("03-NQ/TU dat muc tieu gi", "03-NQ/TU đặt mục tiêu gì"),
    ],
)
def test_marks_are_put_back(typed: str, expected: str, corpus: SparseIndex) -> None:
    assert restore(typed, corpus) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "Kinh tế so Da Nang la bao nhieu?",
        "What is the share of the digital economy in Da Nang?",
        "KINH TE SO DA NANG",
        "PAR Index 2023?",
        "",
    ],
)
def test_what_has_marks_or_is_no_vietnamese_stays(typed: str, corpus: SparseIndex) -> None:
    assert restore(typed, corpus) == typed


def test_a_corpus_without_texts_leaves_everyday_words(corpus: SparseIndex) -> None:
    assert restore("xyz bao nhieu", build_sparse([""], [0])) == "xyz bao nhiêu"
