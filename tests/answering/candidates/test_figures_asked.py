from __future__ import annotations

import pytest
from policies import found, line, shorts

from assistant.answering.candidates.figures_asked import figure_candidates


def test_the_whole_comes_before_its_part() -> None:
    sentence = "Xã có 20 chợ; trong đó có 5 chợ nổi."
    whole, part = found(figure_candidates, "Xã có mấy chợ?", line(sentence))
    assert (whole[0], part[0]) == ("20 chợ", "5 chợ")
    assert whole[1] - part[1] == pytest.approx(0.12)
    whole, part = found(figure_candidates, "Trong đó có mấy chợ?", line(sentence))
    assert whole[1] == part[1]


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Tỷ lệ che phủ là bao nhiêu?", "Che phủ đạt 42,5% với 12 ha.", ["42,5%"]),
        ("Bao nhiêu phần trăm hồ sơ đạt?", "Có 1.579/1.937 hồ sơ đạt.", ["1.579/1.937"]),
        ("Bao nhiêu ha rừng?", "Trồng 12 ha, đạt 40%.", ["12 ha"]),
        ("Bao nhiêu tấn muối?", "Thu 50 nghìn tấn muối, lãi 5%.", ["50 nghìn tấn"]),
        ("Kinh phí bao nhiêu?", "Chi hơn 12 tỷ đồng cho 40 ha.", ["hơn 12 tỷ đồng"]),
        ("Thu nhập bao nhiêu tiền?", "Đạt 45 triệu đồng/năm.", ["45 triệu đồng/năm"]),
        ("Huế xếp thứ mấy?", "Huế xếp thứ 5/34, đạt 80%.", ["thứ 5/34"]),
        ("Huế xếp thứ mấy?", "Huế dẫn đầu cả nước, đạt 80%.", ["dẫn đầu cả nước"]),
        # A name and “xếp thứ” name no commune as “phường Đông Hải 2” does.
        ("Huế đứng thứ mấy?", "Năm 2023, thành phố Huế xếp thứ 5/34 về vườn.", ["thứ 5/34"]),
        ("Bao nhiêu loài cây?", "Có 15 loài cây.", ["15 loài cây"]),
        ("Có bao nhiêu khu công nghiệp?", "Tỉnh có 9 KCN.", ["9 KCN"]),
        ("Bao nhiêu doanh nghiệp?", "Có 75 công ty tham gia.", ["75 công ty"]),
        ("Có mấy nhóm giải pháp?", "Nêu ba nhóm giải pháp chính.", ["ba nhóm giải pháp"]),
        ("bao nhieu cong ty giai the", "Có 98 công ty giải thể.", ["98 công ty giải thể"]),
        (
            "bao nhieu khu cong nghiep dang mo",
            "Có 9 khu công nghiệp đang mở.",
            ["9 khu công nghiệp"],
        ),
        ("Vườn được mấy điểm?", "Điểm của vườn là 31,5/100.", ["31,5/100"]),
        ("Có mấy vườn ươm thông?", "Có 3 vườn ươm và 9 vườn ươm thông.", ["9 vườn ươm thông"]),
        (
            "Có mấy vườn ươm thông?",
            "Có 9 vườn ươm thông, xã có 3 vườn ươm.",
            ["9 vườn ươm thông", "3 vườn ươm"],
        ),
        (
            "Xã báo cáo 1 năm một lần phải không?",
            "Xã báo cáo định kỳ 6 tháng.",
            ["định kỳ 6 tháng"],
        ),
        ("Xã báo cáo 1 năm một lần phải không?", "Xã báo cáo định kỳ hằng quý.", []),
        ("Trước khi sáp nhập có mấy chợ?", "Sau khi sắp xếp, xã có 15 chợ.", []),
        ("Trước khi sáp nhập có mấy chợ?", "Sau khi phân lô, xã có 15 chợ.", ["15 chợ"]),
        (
            "Sau sắp xếp có mấy chợ?",
            "Trước khi sắp xếp có 15 chợ, sau khi sắp xếp có 4 chợ.",
            ["4 chợ"],
        ),
        ("Bao nhiêu chợ không có mái?", "Cả xã có 15 chợ; 4 chợ không có mái che.", ["4 chợ"]),
        ("Bao nhiêu chợ có mái?", "90.Xây chợ có mái.", []),
        ("Có bao nhiêu chợ?", "Vườn có 15 chợ hình thành từ lâu.", ["15 chợ"]),
        ("Tổng số loài cây?", "Vườn có 15 loài cây.", ["15 loài cây"]),
        ("Tổng số loài cây?", "Đạt 100% loài cây.", []),
        ("Bao nhiêu loài cây?", "Đạt 100% loài cây.", ["100% loài cây"]),
        ("Bao nhiêu loài cây?", "Loài cây quý nêu ở Điều 5, mức độ 3, 4.", []),
        ("Bao nhiêu loài cây?", "Số loài cây quý đạt mức 15.", ["15"]),
        ("Bao nhiêu loài cây?", "Trồng 40 loài hoa quanh cây; cây đẹp.", []),
        ("Bao nhiêu ha rừng?", "Trồng rừng từ năm 2021 theo 12/KH-UBND.", []),
        ("Kinh phí bao nhiêu?", "Trồng 40 ha, đạt 90%.", []),
        ("Huế xếp thứ mấy?", "Huế đạt 80% với 12 ha.", []),
        ("Cấp phép trong bao lâu?", "Cấp trong 15 ngày, phí 2%.", ["15 ngày"]),
        ("Bao lâu báo cáo một lần?", "Báo cáo định kỳ hằng quý, đạt 2%.", ["định kỳ hằng quý"]),
        ("Có mấy phường?", "Gộp phường Đông Hải 2, phường Nam Hải.", []),
        (
            "Thợ giỏi được thưởng bao nhiêu?",
            "Thưởng tối đa 02 tháng lương cho thợ giỏi có con dưới 18 tuổi.",
            ["tối đa 02 tháng lương"],
        ),
        (
            "Thợ giỏi được thưởng bao nhiêu tiền?",
            "Thưởng 10 lần lương cơ sở.",
            ["10 lần lương cơ sở"],
        ),
        ("Thợ giỏi được thưởng mấy triệu đồng?", "Thưởng 10 lần lương cơ sở.", []),
        ("Làm bao lâu thì được thưởng?", "Sau 12 tháng, thưởng 01 tháng lương.", ["12 tháng"]),
        ("Từ bao nhiêu tuổi được vào?", "Người từ 15 tuổi trở lên được vào.", ["15 tuổi"]),
        ("Bao nhiêu người được vào?", "Người từ 15 tuổi trở lên được vào.", []),
        ("Muối chiếm bao nhiêu hàng xuất khẩu?", "Muối chiếm 12% lượng bán ra.", ["12%"]),
        ("Muối có bao nhiêu hàng xuất khẩu?", "Muối chiếm 12% lượng bán ra.", []),
        ("Vườn xếp thứ mấy thế giới?", "Vườn xếp thứ 2 Đông Nam Á và thứ 9 thế giới.", ["thứ 9"]),
        ("Vườn xếp thứ mấy?", "Vườn xếp thứ 2 Đông Nam Á và thứ 9 thế giới.", ["thứ 2", "thứ 9"]),
        ("Có mấy chợ?", "Có 0,7 chợ quê trên 1.000 dân.", []),
        ("Có mấy chợ trên 1.000 dân?", "Có 0,7 chợ quê trên 1.000 dân.", ["0,7 chợ"]),
        ("Có bao nhiêu phường?", "Phường 9 và Phường 11 nhập lại.", []),
        ("Vườn ở tốp nào?", "Vườn luôn trong tốp đầu các vườn.", ["tốp đầu"]),
        ("Lề trái bao nhiêu mi-li-mét?", "Lề trái cách mép 30 mm, cỡ chữ 14.", ["30 mm"]),
    ],
)
def test_figures_of_the_kind_asked_for(asked: str, sentence: str, expected: list[str]) -> None:
    assert shorts(figure_candidates, asked, line(sentence)) == expected


def test_the_noun_asked_for_comes_before_other_counts() -> None:
    evidence = line("Có 3 vườn ươm, 15 loài cây và 40 thợ.")
    assert shorts(figure_candidates, "Bao nhiêu loài cây?", evidence)[0] == "15 loài cây"
    assert shorts(figure_candidates, "Bao nhiêu vườn ươm?", evidence)[0] == "3 vườn ươm"


def test_100_is_not_1000() -> None:
    evidence = line("Trồng mới 1.000 cây xanh, thay thế 100 cây già.")
    assert shorts(figure_candidates, "Bao nhiêu cây già?", evidence)[0] == "100 cây già"
    assert shorts(figure_candidates, "Bao nhiêu cây xanh?", evidence)[0] == "1.000 cây xanh"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Lề tối thiểu bao nhiêu?", "tối thiểu 6 cm"),
        ("Lề tối đa bao nhiêu?", "tối đa 8 cm"),
    ],
)
def test_a_bound_of_the_kind_asked_for_counts_more(asked: str, first: str) -> None:
    offered = found(figure_candidates, asked, line("Lề tối thiểu 6 cm, tối đa 8 cm."))
    assert max(offered, key=lambda one: one[1])[0] == first


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Sản lượng muối tăng bao nhiêu?", "16%/năm"),
        ("Sản lượng muối giảm bao nhiêu?", "3%"),
    ],
)
def test_a_change_is_what_moved(asked: str, first: str) -> None:
    text = "Sản lượng muối đạt 40%, tăng trung bình 16%/năm, năm cuối giảm 3%."
    offered = found(figure_candidates, asked, line(text))
    assert max(offered, key=lambda one: one[1])[0] == first
