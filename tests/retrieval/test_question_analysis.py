from __future__ import annotations

import unicodedata

import pytest

from assistant.errors import UsageError
from assistant.retrieval.questions import MAX_QUESTION_CHARS, analyse
from assistant.schema import AnswerKind
from assistant.vietnamese.normalise import fold

KINDS = [
    ("Tỷ lệ đường phố có cây xanh che mát là bao nhiêu?", AnswerKind.FIGURE),
    ("Bao nhiêu tuyến xe buýt chạy bằng điện?", AnswerKind.FIGURE),
    ("Thành phố có mấy công viên?", AnswerKind.FIGURE),
    ("Kinh phí trồng cây là bao nhiêu?", AnswerKind.MONEY),
    ("Thành phố chi bao nhiêu tiền cho xe buýt?", AnswerKind.MONEY),
    ("Tổng mức đầu tư bao nhiêu tỷ đồng?", AnswerKind.MONEY),
    ("Hải Phòng xếp thứ mấy về cây xanh?", AnswerKind.RANK),
    ("Huế đứng vị trí bao nhiêu?", AnswerKind.RANK),
    ("Kế hoạch trồng cây ban hành khi nào?", AnswerKind.DATE),
    ("Xe buýt điện chạy từ ngày nào?", AnswerKind.DATE),
    ("Mục tiêu đặt ra đến năm nào?", AnswerKind.DATE),
    ("Thời hạn báo cáo của Sở Xây dựng?", AnswerKind.DATE),
    ("Văn bản nào quy định việc trồng cây?", AnswerKind.DOCUMENT),
    ("Kế hoạch số mấy nói về xe buýt?", AnswerKind.DOCUMENT),
    ("Nghị quyết về cây xanh có số hiệu gì?", AnswerKind.DOCUMENT),
    ("Ai ký quyết định?", AnswerKind.PERSON),
    ("Giám đốc thư viện tên gì?", AnswerKind.PERSON),
    ("Vị đại biểu nào phát biểu tại lễ khai trương?", AnswerKind.PERSON),
    ("Cơ quan nào chủ trì việc trồng cây?", AnswerKind.AGENCY),
    ("Ai ban hành kế hoạch này?", AnswerKind.AGENCY),
    ("Sở nào lập danh mục?", AnswerKind.AGENCY),
    ("Mở vườn ươm thì xin thẻ ở đâu?", AnswerKind.AGENCY),
    ("Nộp đơn xin thẻ cho ai?", AnswerKind.AGENCY),
    ("Thu phí qua mạng đạt tới đâu?", AnswerKind.FIGURE),
    ("Chủ vườn có nghĩa vụ tỉa cành không?", AnswerKind.YES_NO),
    ("Chuyên gia nào nói vườn ươm nhỏ?", AnswerKind.PERSON),
    ("Lễ khai trương diễn ra ở đâu?", AnswerKind.PLACE),
    ("Địa phương nào trồng nhiều cây nhất?", AnswerKind.PLACE),
    ("Liệt kê các nhiệm vụ của Sở Xây dựng.", AnswerKind.LIST),
    ("Kể hết các xã trồng cây.", AnswerKind.LIST),
    ("Ba nhóm giải pháp là gì?", AnswerKind.LIST),
    ("Kế hoạch gồm những gì?", AnswerKind.LIST),
    ("Cây bóng mát là gì?", AnswerKind.DEFINITION),
    ("Thế nào là cây bóng mát?", AnswerKind.DEFINITION),
    ("TLMX nghĩa là gì?", AnswerKind.DEFINITION),
    ("Có phải thành phố trồng 40.000 cây?", AnswerKind.YES_NO),
    ("Thành phố trồng 40.000 cây, đúng không?", AnswerKind.YES_NO),
    ("Thành phố đã có xe buýt điện chưa?", AnswerKind.YES_NO),
    ("Vì sao phải trồng cây?", AnswerKind.TEXT),
    ("Lượng khách giảm chừng nào?", AnswerKind.FIGURE),
    ("Chừng nào trồng xong cây?", AnswerKind.DATE),
    ("Nơi nào đề xuất trồng cây?", AnswerKind.AGENCY),
    ("Ai trình quyết định trồng cây?", AnswerKind.AGENCY),
    ("Ai trình bày về cây xanh?", AnswerKind.PERSON),
    ("Huế có mấy vườn ươm, có đúng nhiều nhất nước không?", AnswerKind.FIGURE),
    ("Huế rộng, có đúng nhiều vườn ươm nhất không?", AnswerKind.YES_NO),
    ("Diện tích trồng cây phải công bố trước hạn nào?", AnswerKind.DATE),
    ("Hải Phòng đứng ở nhóm nào về cây xanh?", AnswerKind.RANK),
    ("Cấp giấy phép mất bao lâu?", AnswerKind.FIGURE),
    ("Hướng dẫn 12 thay cho hướng dẫn nào?", AnswerKind.DOCUMENT),
    ("Chỉ tiêu trồng rừng ở các văn bản đặt ở mức nào?", AnswerKind.FIGURE),
    ("Mục tiêu 5G đến 2030?", AnswerKind.FIGURE),
    ("Kinh phí trồng cây lấy từ đâu?", AnswerKind.TEXT),
    ("Người ta khen cán bộ trồng rừng ở điểm nào?", AnswerKind.TEXT),
    ("Kinh tế số Hải Phòng 2030", AnswerKind.FIGURE),
    ("Chủ đề diễn đàn cây xanh 2024", AnswerKind.TEXT),
    ("Mấy khái niệm về cây thì khi nào có văn bản giải thích?", AnswerKind.DATE),
    ("Thành phố chọn làm mấy việc lớn nào?", AnswerKind.LIST),
    ("Năm việc phải làm ngay là cái gì?", AnswerKind.LIST),
    ("Chủ quán còn phải nộp bản sao không, hay cán bộ tự tra?", AnswerKind.YES_NO),
    ("Tranh chấp ranh đất thì ai là người xử?", AnswerKind.AGENCY),
    ("Mở quán thì xin giấy phép ở đâu?", AnswerKind.AGENCY),
    ("Kinh phí trồng cây lấy ở đâu ra?", AnswerKind.TEXT),
    ("Địa chỉ cơ quan để cỡ chữ mấy?", AnswerKind.FIGURE),
    ("Xã Hòa An lập từ xã nào với xã nào?", AnswerKind.LIST),
    ("Ba năm qua rừng tăng mỗi năm bao nhiêu phần trăm?", AnswerKind.FIGURE),
    ("Kế hoạch ban hành năm bao nhiêu?", AnswerKind.DATE),
    ("Bộ tiêu chí gồm mấy lĩnh vực?", AnswerKind.FIGURE),
    ("Thời hạn nộp hồ sơ là bao lâu?", AnswerKind.FIGURE),
    ("Tổ trưởng do ai bổ nhiệm?", AnswerKind.AGENCY),
    ("Bộ tiêu chí gồm mấy lĩnh vực, là những lĩnh vực nào?", AnswerKind.LIST),
    ("Tổ trồng cây là tổ chức thế nào?", AnswerKind.DEFINITION),
    ("Đất ven sông là những đất nào?", AnswerKind.DEFINITION),
    ("Sắp xếp thư viện theo phương án số mấy?", AnswerKind.DOCUMENT),
    ("Bán vườn xong thì ra đâu để được xác nhận?", AnswerKind.AGENCY),
    ("Chỗ nào cấp lại thẻ vườn?", AnswerKind.AGENCY),
    ("Ưu tiên địa bàn nào trước?", AnswerKind.TEXT),
    ("Phí thẩm định vườn ươm là bao nhiêu?", AnswerKind.MONEY),
    ("Luật coi cây nào là cây di sản?", AnswerKind.DEFINITION),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_is_asked_for(text: str, kind: AnswerKind) -> None:
    assert analyse(text).kind is kind


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_same_without_marks_and_decomposed(text: str, kind: AnswerKind) -> None:
    assert analyse(unicodedata.normalize("NFD", text)) == analyse(text)
    assert analyse(fold(text)).kind is kind


@pytest.mark.parametrize(
    ("text", "not_kind"),
    [
        ("Hải Phòng đặt chỉ tiêu gì?", AnswerKind.LIST),  # Hải is no “hai”
        ("AI được dùng vào việc gì?", AnswerKind.PERSON),  # AI is no “ai”
        ("Máy bơm chạy bằng điện vì sao?", AnswerKind.FIGURE),  # máy is no “mấy”
        ("Ba trụ cột tài chính thể hiện điều chi?", AnswerKind.PERSON),
        ("Có bao nhiêu tiện ích trong công viên?", AnswerKind.MONEY),  # tiện is no “tiền”
        ("Đảo Vĩ An thuộc thành phố nào?", AnswerKind.PERSON),  # Vĩ is no “vị”
        ("Hành vi nào bị cấm?", AnswerKind.PERSON),
        ("Thủ tục nộp ở đâu cũng được thì theo quyết định số mấy?", AnswerKind.PLACE),
    ],
)
def test_what_only_folds_to_a_word_of_asking(text: str, not_kind: AnswerKind) -> None:
    assert analyse(text).kind is not not_kind


def test_the_text_is_tidied_and_marks_are_noticed() -> None:
    question = analyse("  Cây   xanh\n là gì\u200b? ")
    assert question.text == question.query == "Cây xanh là gì?"
    assert question.marked
    assert not analyse("cay xanh la gi").marked


def test_the_anchors_of_a_question() -> None:
    question = analyse(
        "Theo Nghị quyết 03-NQ/TU, năm 2025 Hải Phòng và Huế trồng bao nhiêu cây, "
        "ông Trần Văn Bình nói gì về giai đoạn 2026-2030?"
    )
    assert question.numbers == ("03-NQ/TU",)
    assert question.years == (2025, 2026, 2030)
    assert question.places == ("Hải Phòng", "Huế")
    assert question.names == ("Trần Văn Bình",)


def test_a_place_spelt_as_a_person_is_none_where_it_is_asked_where_it_lies() -> None:
    assert analyse("Bạch Long Vĩ thuộc thành phố nào?").names == ()
    assert "long" in analyse("Bạch Long Vĩ thuộc thành phố nào?").terms
    assert analyse("Bạch Long Vĩ ký văn bản nào?").names == ("Bạch Long Vĩ",)


def test_an_anchor_named_twice_is_one() -> None:
    question = analyse("Năm 2025 và năm 2025, HP và Hải Phòng có bao nhiêu cây?")
    assert question.years == (2025,)
    assert question.places == ("Hải Phòng",)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Tỷ lệ che phủ là bao nhiêu?", "%"),
        ("Bao nhiêu phần trăm hồ sơ?", "%"),
        ("Bao nhiêu ha rừng?", "ha"),
        ("Diện tích rừng là bao nhiêu?", "ha"),
        ("Sau mấy ngày thì xong?", "ngày"),
        ("Tăng gấp mấy lần?", "lần"),
        ("Bao nhiêu tấn thép?", "tấn"),
        ("Bao nhiêu cây?", ""),
        ("Chi bao nhiêu tiền?", "đồng"),
        ("Cấp phép trong bao lâu?", "thời gian"),
        ("Có đúng là 42,5% không?", "%"),
        ("Rừng thông được kỳ vọng chiếm mấy phần?", "%"),
        ("Văn bản gồm mấy phần?", ""),
        ("Ai ký?", ""),
    ],
)
def test_the_unit_asked_for(text: str, unit: str) -> None:
    assert analyse(text).unit == unit


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("Bao nhiêu tuyến xe buýt được mở?", "tuyen xe buyt"),
        ("Có bao nhiêu KCN?", "khu cong nghiep"),
        ("Thành phố có mấy công viên trong năm?", "cong vien"),
        ("bao nhieu ho so da xu ly", "ho so"),
        ("Bao nhiêu hồ sơ so với năm trước?", "ho so"),
        ("Bao nhiêu dự án đầu tư được duyệt?", "du an dau tu"),
        ("bao nhieu du an dau tu duoc duyet", "du an dau tu"),
        ("Có mấy đảng viên mới?", "dang vien"),
        ("Bao nhiêu mục tiêu đã đạt?", "muc tieu"),
        ("Có mấy chợ sau sắp xếp?", "cho"),
        ("Có mấy hãng công nghệ số ở Huế?", "hang cong nghe so"),
        ("Vườn ươm ở Huế, mỗi xã phải có mấy cái?", "vuon uom"),
        ("Có mấy đơn vị trước khi nhập?", "don vi"),
        ("Bao nhiêu phần trăm hồ sơ?", ""),
        ("Phó giám đốc sở là ai?", "pho giam doc"),
        ("Ngành tăng bao nhiêu một năm?", ""),
        ("Ai ký?", ""),
    ],
)
def test_what_is_counted_or_which_post(text: str, focus: str) -> None:
    assert analyse(text).focus == focus


def test_terms_are_content_words_then_pairs() -> None:
    question = analyse("Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025 là bao nhiêu?")
    assert question.terms == (
        "ho", "so", "truc", "tuyen",
        "ho_so", "so_truc", "truc_tuyen",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Theo Nghị quyết 57-NQ/TW, rừng ngập mặn ra sao?", {"rung", "ngap", "man"}),
        ("Xin hỏi, rừng ngập mặn là gì ạ?", {"rung", "ngap", "man"}),
        ("Thưa luật sư, cho tôi hỏi: rừng ngập mặn là gì?", {"rung", "ngap", "man"}),
        ("Điểm a khoản 5 nói gì?", {"diem", "a", "khoan", "5"}),
        ("Có đúng rừng che phủ 42,5% không?", {"rung", "che", "phu"}),
    ],
)
def test_no_anchor_and_no_politeness_is_a_term(text: str, terms: set[str]) -> None:
    assert {term for term in analyse(text).terms if "_" not in term} == terms


def test_a_word_of_the_law_keeps_the_particle_in_it() -> None:
    asked = analyse("Phần mềm bảo vệ có được bảo hộ nhãn hiệu không?")
    assert asked.terms == (
        "phan", "mem", "ve", "ho", "nhan",
        "phan_mem", "mem_bao", "bao_ve", "bao_ho", "ho_nhan", "nhan_hieu",
    )  # fmt: skip


def test_what_is_asked_for_besides_is_no_term() -> None:
    assert analyse("Ngoài tiền cây, chủ vườn còn được hỗ trợ gì?").terms == (
        "chu", "vuon", "ho", "tro", "chu_vuon", "ho_tro",
    )  # fmt: skip
    assert "ngoai_gio" in analyse("Làm vườn ngoài giờ, chủ vườn còn được gì?").terms


def test_abbreviations_are_searched_in_words_and_the_text_stays() -> None:
    question = analyse("Tỷ lệ DVCTT là bn?")
    assert question.text == "Tỷ lệ DVCTT là bn?"
    assert question.query == "Tỷ lệ dịch vụ công trực tuyến là bao nhiêu?"
    assert question.kind is AnswerKind.FIGURE


def test_history_is_kept_in_order() -> None:
    assert analyse("Còn Huế?", history=["Một?", "Hai?"]).history == ("Một?", "Hai?")


@pytest.mark.parametrize("text", ["", "   ", "?!", "…", "\u200b"])
def test_an_empty_question(text: str) -> None:
    with pytest.raises(UsageError, match=r"^Câu hỏi trống\. Hãy gõ một câu hỏi\.$"):
        analyse(text)


def test_a_pasted_document_is_no_question() -> None:
    assert analyse("a" * MAX_QUESTION_CHARS).text
    with pytest.raises(UsageError, match=r"^Câu hỏi dài 2001 ký tự, quá 2000\. Hãy hỏi ngắn hơn"):
        analyse("a" * (MAX_QUESTION_CHARS + 1))


@pytest.mark.parametrize(
    "asked", ["Ký nháy vào văn bản được không?", "ky nhay vao van ban duoc khong"]
)
def test_whether_something_may_be_is_a_question_of_yes_or_no(asked: str) -> None:
    assert analyse(asked).kind is AnswerKind.YES_NO


def test_whatever_it_is_asks_for_nothing() -> None:
    asked = "Bộ, tỉnh nào cũng phải có kế hoạch, vậy hạn là tháng mấy?"
    assert analyse(asked).kind is AnswerKind.DATE


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Đà Nẵng mới có dân số bao nhiêu?", "moi"),
        ("Xã phải trồng tối thiểu bao nhiêu cây?", "thieu"),
        ("Mục tiêu che phủ rừng năm 2030 là bao nhiêu?", "muc_tieu"),
    ],
)
def test_words_that_bind_are_no_terms(text: str, absent: str) -> None:
    terms = analyse(text).terms
    assert terms
    assert not [term for term in terms if absent in term]


def test_targets_are_asked_for_where_nothing_else_is() -> None:
    assert analyse("Mục tiêu của Huế năm 2025?").terms == ("muc", "tieu", "muc_tieu")


def test_a_word_of_digits_and_letters_is_split_as_a_text_is() -> None:
    assert analyse("5G").focus == "5 g"
