"""Claims without figures, held against the words of the documents."""

from __future__ import annotations

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Difference, Judgement

SUPPORTED, REFUTED, NOT_ENOUGH = Judgement.SUPPORTED, Judgement.REFUTED, Judgement.NOT_ENOUGH
ARCHIVES = """\
---
title: Nghị quyết về sắp xếp kho lưu trữ
kind: nghị quyết
number: 57-NQ/TU
issuer: Thành ủy Hải Phòng
issued: 2024-02-05
place: Hải Phòng
---

# Nghị quyết về sắp xếp kho lưu trữ

Thành ủy lập Ban Chỉ đạo kho lưu trữ do Bí thư Thành ủy làm Trưởng Ban.

Kế hoạch số 309-KH/TU ngày 23/5/2023 của Thành ủy thôi áp dụng từ ngày nghị quyết này được ký.

Sau sắp xếp, thành phố còn 34 kho; 18/20 kho lớn đã có hệ thống chữa cháy tự động.

Tại buổi tập huấn bảo quản tài liệu giấy, Phó Chánh Văn phòng Phạm Anh Tuấn hướng dẫn cách khử ẩm.

Nghị quyết ưu tiên số hóa ba nhóm tài liệu: bản đồ địa chính, gia phả dòng họ và ảnh cảng biển.

Hộ gia đình gửi tài liệu vào kho đạt 35% kế hoạch năm 2023.
"""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An open index of one resolution."""
    return open_policies(tmp_path_factory.mktemp("archives"), {"luu-tru.md": ARCHIVES})


@pytest.mark.parametrize(
    ("claim", "judgement"),
    [
        ("Bản đồ địa chính và gia phả dòng họ đều nằm trong nhóm tài liệu được ưu tiên số hóa.",
         SUPPORTED),
        ("Nghị quyết ưu tiên số hóa gia phả dòng họ.", SUPPORTED),
        ("Nghị quyết không ưu tiên số hóa gia phả dòng họ.", REFUTED),
        ("Nghị quyết chỉ ưu tiên số hóa gia phả dòng họ.", REFUTED),
        ("Nghị quyết ưu tiên phục chế tranh lụa dòng họ.", NOT_ENOUGH),
    ],
)  # fmt: skip
def test_a_sentence_that_says_nearly_all_supports_or_denies(
    archives: Assistant, claim: str, judgement: Judgement
) -> None:
    assert archives.check(claim).judgement is judgement


@pytest.mark.parametrize(
    ("claim", "words", "difference"),
    [
        ("Ban Chỉ đạo kho lưu trữ có Chủ tịch nước làm Trưởng Ban.",
         "Chủ tịch nước", Difference.NAME),
        ("Nghị quyết 57-NQ/TU thay Kế hoạch số 390-KH/TU ngày 23/5/2023 của Thành ủy.",
         "390-KH/TU", Difference.DOCUMENT),
        ("Tại buổi tập huấn bảo quản tài liệu giấy, ông Phạm Anh Tuấn hướng dẫn với tư cách "
         "Phó Giám đốc.", "Phạm Anh Tuấn", Difference.NAME),
        ("Nghị quyết 57-NQ/TU không nêu con số nào về kho lớn có hệ thống chữa cháy tự động.",
         "không nêu con số nào về", Difference.VALUE),
    ],
)  # fmt: skip
def test_a_name_a_number_and_a_silence_are_settled(
    archives: Assistant, claim: str, words: str, difference: Difference
) -> None:
    verdict = archives.check(claim)
    assert verdict.judgement is REFUTED, verdict.text
    [part] = [part for part in verdict.parts if part.judgement is REFUTED]
    assert (part.part.text, part.differs) == (words, (difference,))
    assert part.marker is not None


@pytest.mark.parametrize(
    ("claim", "judgement"),
    [
        ("Hộ gia đình Hải Phòng gửi tài liệu vào kho đạt 35% kế hoạch năm 2023.", SUPPORTED),
        ("Cứ mười kho lớn thì chín kho đã có hệ thống chữa cháy tự động.", SUPPORTED),
        ("Đã có hệ thống chữa cháy tự động ở trọn 20 kho lớn của Hải Phòng.", REFUTED),
        ("Hải Phòng không có 34 kho sau sắp xếp.", NOT_ENOUGH),
    ],
)
def test_shares_of_a_whole_and_words_for_them(
    archives: Assistant, claim: str, judgement: Judgement
) -> None:
    verdict = archives.check(claim)
    assert verdict.judgement is judgement, verdict.text


def test_what_is_said_of_one_kind_is_not_said_of_another(archives: Assistant) -> None:
    verdict = archives.check("Doanh nghiệp gửi tài liệu vào kho đạt 35% kế hoạch năm 2023.")
    assert verdict.judgement is not SUPPORTED
    assert [part.differs for part in verdict.parts] == [(Difference.SUBJECT,)]
