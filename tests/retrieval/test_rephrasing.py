from __future__ import annotations

import pytest

from assistant.retrieval.rephrasing import rephrase


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Huế rộng cỡ nào?", "Huế diện tích bao nhiêu?"),
        ("Huế rộng chừng nào?", "Huế diện tích bao nhiêu?"),
        ("Huế rộng bao nhiêu km2?", "Huế diện tích bao nhiêu km2?"),
        ("hue rong chung nao", "hue dien tich bao nhieu"),
        ("Huế đông dân chừng nào?", "Huế dân số bao nhiêu?"),
        ("Huế có bao nhiêu dân?", "Huế có dân số bao nhiêu?"),
        ("Nghị quyết ra đời ngày nào?", "Nghị quyết ban hành ngày nào?"),
        ("Ban chỉ đạo đứng đầu là ai?", "Ban chỉ đạo do ai làm trưởng ban?"),
        ("Lề trái chừa bao nhiêu mi-li-mét?", "Lề trái chừa bao nhiêu mm?"),
        ("Kinh phí lấy ở đâu ra?", "Kinh phí từ nguồn nào?"),
        ("Quyết định do ai đặt bút?", "Quyết định do ai ký?"),
        ("Huế có về đích như kế hoạch không?", "Huế có đạt kế hoạch không?"),
        ("Huế có lọt tốp 10 không?", "Huế có vào tốp 10 không?"),
        ("Sạp cũ có làm được giấy không?", "Sạp cũ có được cấp giấy không?"),
        ("Giá sạp chợ do ai bấm nút quyết?", "Giá sạp chợ do ai quyết định?"),
        ("Luật Chợ coi sạp nào là bỏ hoang?", "Theo Luật Chợ, sạp bỏ hoang được hiểu thế nào?"),
        ("Luật Chợ coi người nào là chủ sạp?", "Theo Luật Chợ, chủ sạp được hiểu thế nào?"),
        ("Trong luật coi sạp nào là sạp mới?", "Trong luật, sạp mới được hiểu thế nào?"),
        ("Mỗi người làm ra bao nhiêu đô theo nghị quyết?",
         "Mỗi người làm ra bao nhiêu đô la theo nghị quyết?"),
        ("Huế bán hàng ra nước ngoài được bao nhiêu?", "Huế xuất khẩu được bao nhiêu?"),
        ("Tổ trồng cây hiểu là tổ chức kiểu gì?", "Tổ trồng cây là gì?"),
        ("Cơ quan chủ trì là cơ quan nào?", "Cơ quan chủ trì là cơ quan nào?"),
        ("PL2 đặt mấy việc?", "phụ lục 2 đặt mấy việc?"),
        ("Huế có mấy xã giữ nguyên?", "Huế có mấy xã không thực hiện sắp xếp?"),
        ("Xã nào của Huế không phải nhập với ai?", "Xã nào của Huế không thực hiện sắp xếp?"),
        ("Xã nào giữ nguyên tên cũ?", "Xã nào giữ nguyên tên cũ?"),
        ("Quyết định còn dùng được không?",
         "Quyết định còn áp dụng hay đã được thay thế không?"),
    ],
)  # fmt: skip
def test_speech_in_the_words_of_documents(asked: str, expected: str) -> None:
    assert rephrase(asked) == expected


@pytest.mark.parametrize(
    "asked",
    [
        "Cây xanh là gì?",
        "Đường rộng mấy mét?",
        "Trung tâm đưa ra khi nào?",
        "Mô hình được tạo ra năm nào?",
        "Huế có bao nhiêu dân tộc?",
        "Ai đứng đầu thư viện?",
        "Ai quyết toán vốn?",
        "Quả chuối được coi là loại cây nào?",
    ],
)
def test_what_is_only_like_it_stays(asked: str) -> None:
    assert rephrase(asked) == asked


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Phường Hòa Bắc thành phố Bạc Liêu hồi xưa nay mang tên gì?",
         "Phường Hòa Bắc được lập thành xã, phường, đặc khu nào của Cà Mau?"),
        ("Thị trấn Hòa Bắc bên Bạc Liêu hồi trước nay gọi là gì?",
         "Thị trấn Hòa Bắc được lập thành xã, phường, đặc khu nào của Cà Mau?"),
        ("Quảng Nam giờ thuộc tỉnh nào?", "tỉnh Quảng Nam nhập vào tỉnh, thành phố nào?"),
        ("Hải Dương sáp nhập vào đâu?", "tỉnh Hải Dương nhập vào tỉnh, thành phố nào?"),
        ("quang nam gio thuoc tinh nao", "tinh quang nam nhap vao tinh, thanh pho nao?"),
        ("Quảng Nam và Hải Dương nhập vào đâu?",
         "tỉnh Quảng Nam và Hải Dương nhập vào tỉnh, thành phố nào?"),
        ("Đà Nẵng thuộc tỉnh nào?", "Đà Nẵng thuộc tỉnh nào?"),
        ("Xã Hòa Bắc thuộc tỉnh nào?", "Xã Hòa Bắc thuộc tỉnh nào?"),
        ("Bí thư xã Hòa Bắc tên là gì?", "Bí thư xã Hòa Bắc tên là gì?"),
    ],
)  # fmt: skip
def test_what_a_former_province_is_part_of(asked: str, expected: str) -> None:
    assert rephrase(asked) == expected
