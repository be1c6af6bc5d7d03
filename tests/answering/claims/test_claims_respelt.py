"""What people say in words of talk, put as documents write it."""

from __future__ import annotations

import pytest

from assistant.answering.claims.respelt import respell, spoken_of_all


@pytest.mark.parametrize(
    ("said", "respelt"),
    [
        ("Cứ 10 hộ thì 8 hộ có mạng", "80% hộ có mạng"),
        ("Cứ mười sở, ngành thì chín đã góp dữ liệu", "90% sở, ngành đã góp dữ liệu"),
        ("gấp ba lần năm trước", "gấp 3 lần năm trước"),
        ("gần hai phần ba doanh thu", "gần 66,67% doanh thu"),
        ("lượng khách sụt 60%", "lượng khách giảm 60%"),
        ("ba triệu người", "3 triệu người"),
        ("mỗi năm triệu lượt khách", "mỗi năm triệu lượt khách"),
        ("cắt ít nhất một phần năm số thủ tục", "cắt ít nhất 20% số thủ tục"),
        ("chiếm một nửa GRDP", "chiếm 50% GRDP"),
        ("nối tới hai trăm mười bảy xã", "nối tới 217 xã"),
        ("Hơn tám trăm nghìn người", "Hơn 800.000 người"),
        ("đứng thứ bảy mươi mốt trên 193 nước", "đứng thứ 71/193 nước"),
        ("Huế ngồi ghế đầu bảng PCI", "Huế đứng thứ 1 PCI"),
        ("mọi cán bộ phải học", "100% cán bộ phải học"),
        ("thôn nào cũng có mạng", "thôn 100% cũng có mạng"),
        ("chọn 26 tháng 3 làm ngày hội", "chọn ngày 26/3 làm ngày hội"),
        ("nửa đầu năm 2025", "nửa đầu năm 2025"),
        ("toàn bộ 217 xã", "toàn bộ 217 xã"),
        ("năm nào cũng vậy", "năm nào cũng vậy"),
        ("mot phan nam so ho", "mot phan nam so ho"),
    ],
)
def test_talk_is_put_as_documents_write_it(said: str, respelt: str) -> None:
    assert respell(said).text == respelt


def test_words_are_found_again_where_they_were_written() -> None:
    said = "Năm 2025, hai trăm mười bảy xã và một phần năm số hộ có mạng."
    found = respell(said)
    at = found.text.index("217")
    assert said[slice(*found.written(at, at + 3))] == "hai trăm mười bảy"
    at = found.text.index("20%")
    assert said[slice(*found.written(at, at + 3))] == "một phần năm"
    at = found.text.index("có mạng")
    assert said[slice(*found.written(at, at + 7))] == "có mạng"


def test_a_word_for_all_is_told_from_a_share() -> None:
    assert spoken_of_all("toàn bộ")
    assert not spoken_of_all("100%")
