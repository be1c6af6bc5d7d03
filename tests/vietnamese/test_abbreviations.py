from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.vietnamese.abbreviations import ABBREVIATIONS, defined_abbreviations, expand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ DVCTT của tỉnh", "Tỷ lệ dịch vụ công trực tuyến của tỉnh"),
        ("CSDLQG về cây", "cơ sở dữ liệu quốc gia về cây"),
        ("CĐS là gì?", "chuyển đổi số là gì?"),
        ("số KCN ở Đà Nẵng", "số khu công nghiệp ở Đà Nẵng"),
        ("Sở GD&ĐT họp", "Sở giáo dục và đào tạo họp"),
        ("phát triển KT-XH của xã", "phát triển kinh tế - xã hội của xã"),
        ("Xin lại GCN QSDĐ", "Xin lại giấy chứng nhận quyền sử dụng đất"),
        ("Có bn hồ sơ đc xử lý", "Có bao nhiêu hồ sơ được xử lý"),
    ],
)
def test_written_out_with_marks(text: str, expected: str) -> None:
    assert expand(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ty le dvctt la bao nhieu", "ty le dich vu cong truc tuyen la bao nhieu"),
        ("co bn kcn", "co bao nhieu khu cong nghiep"),
        ("KCN o dau", "khu cong nghiep o dau"),
        ("cntt la gi", "cong nghe thong tin la gi"),
    ],
)
def test_written_out_without_marks_in_a_text_without(text: str, expected: str) -> None:
    assert expand(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "dn nho",  # two small letters may be anything
        "749/QĐ-TTg",  # part of a document number
        "227/KH-UBND",
        "03-NQ/TU",
        "KCNX và XKCN",
        "trồng cây xanh",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert expand(text) == text


def test_a_corpus_may_add_its_own_but_not_change_ours() -> None:
    extra = {"HTXS": "hệ thống xử lý", "CĐS": "cây đầu sông"}
    assert expand("Dùng HTXS để CĐS", extra) == "Dùng hệ thống xử lý để chuyển đổi số"


@given(st.sampled_from(sorted(ABBREVIATIONS)))
def test_each_is_written_out_once(short: str) -> None:
    text = f"việc {short} của xã"
    assert expand(text) == f"việc {ABBREVIATIONS[short]} của xã"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đẩy mạnh cải cách hành chính (CCHC) ở xã", {"CCHC": "cải cách hành chính"}),
        ("Trung tâm điều hành (sau đây gọi tắt là TTĐH)", {"TTĐH": "Trung tâm điều hành"}),
        ("Trung tâm điều hành (sau đây viết tắt là: “TTĐH”)", {"TTĐH": "Trung tâm điều hành"}),
        ("một nghị quyết (NQ), hai kế hoạch (KH)", {"NQ": "nghị quyết", "KH": "kế hoạch"}),
        ("trồng cây xanh (ABC)", {}),
        ("chia theo nhóm (I)", {}),
        ("", {}),
    ],
)
def test_what_a_text_defines(text: str, expected: dict[str, str]) -> None:
    assert defined_abbreviations(text) == expected
