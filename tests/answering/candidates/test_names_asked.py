from __future__ import annotations

import pytest
from policies import ARTICLE, found, line, piece, shorts

from assistant.answering.candidates.names_asked import (
    acting_candidates,
    body_candidates,
    person_candidates,
    place_candidates,
)


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        ("Giám đốc thư viện là ai?", "4.500", ["Lê Thị An"]),
        ("Phó giám đốc thư viện là ai?", "xếp thứ", ["Trần Văn Bình"]),
        ("Phó giám đốc thư viện là ai?", "4.500", []),
        ("Ai ký quyết định mở kho sách?", "xếp thứ", []),
    ],
)
def test_persons_in_the_very_post_asked_for(asked: str, words: str, expected: list[str]) -> None:
    assert shorts(person_candidates, asked, piece(ARTICLE, words)) == expected


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Ai làm trưởng ban chỉ đạo trồng cây?",
         "Lập Ban Chỉ đạo trồng cây do đồng chí Chủ tịch tỉnh làm Trưởng ban.", ["Chủ tịch tỉnh"]),
        ("Trưởng ban chỉ đạo trồng cây là ai?", "a) Trưởng ban: Phó Chủ tịch tỉnh;",
         ["Phó Chủ tịch tỉnh"]),
        ("Ai làm trưởng ban?", "Trong đó một bí thư xã làm Trưởng ban.", []),
        ("Ai làm trưởng ban?", "Việc do nông dân làm Trưởng ban lo.", []),
        ("Giám đốc Sở Y tế là ai?", "Ông Lê Văn An - Giám đốc Sở Xây dựng.", []),
        ("Giám đốc Sở Y tế Huế là ai?", "Ông Lê Văn An - Giám đốc Sở Y tế thành phố Huế.",
         ["Lê Văn An"]),
    ],
)  # fmt: skip
def test_who_holds_a_post(asked: str, sentence: str, expected: list[str]) -> None:
    assert shorts(person_candidates, asked, line(sentence)) == expected


def test_a_deputy_is_no_director() -> None:
    offered = shorts(person_candidates, "Giám đốc thư viện là ai?", piece(ARTICLE, "xếp thứ"))
    assert "Trần Văn Bình" not in offered


def test_who_speaks_comes_first() -> None:
    offered = found(person_candidates, "Ai nói chưa có máy quét?", piece(ARTICLE, "máy quét"))
    assert offered[0] == ("Trần Văn Bình", 0.12), "the full name, also for “ông Bình”"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Ai chủ trì phiên họp về chợ?", ["Trần Văn Bình"]),
        ("Ai ban hành quy chế chợ?", ["Lê Thị An"]),
        ("Ai phê duyệt sổ chợ?", []),
        ("Cơ quan nào chủ trì phiên họp về chợ?", []),
    ],
)
def test_who_acts_is_named_before_the_body_that_he_heads(asked: str, expected: list[str]) -> None:
    sentence = (
        "Ông Trần Văn Bình, Chủ tịch Ủy ban nhân dân tỉnh, chủ trì phiên họp về chợ; bà Lê Thị An "
        "đã ban hành quy chế chợ."
    )
    assert shorts(acting_candidates, asked, line(sentence)) == expected


@pytest.mark.parametrize(
    ("asked", "sentence", "first"),
    [
        ("Cơ quan nào chủ trì?", "Sở Xây dựng chủ trì, Sở Tài chính phối hợp.", "Sở Xây dựng"),
        ("Nơi nào đề xuất ban hành quy chế chợ?",
         "Quy chế chợ do Chính phủ ban hành theo đề nghị của Bộ Công Thương.", "Bộ Công Thương"),
        ("Quy chế chợ do bộ nào trình lên?",
         "Bộ Tài chính góp ý quy chế chợ; cơ quan đề nghị là Bộ Công Thương.", "Bộ Công Thương"),
        ("Cơ quan nào phối hợp?", "Sở Xây dựng chủ trì, Sở Tài chính phối hợp.", "Sở Tài chính"),
        ("Ai ban hành 12/KH-UBND?", "12/KH-UBND do UBND tỉnh Lâm Đồng ban hành.",
         "UBND tỉnh Lâm Đồng"),
        ("Sở nào lập sổ?", "Sở KH&CN lập sổ.", "Sở KH&CN"),
        # A level is part of the name, and so is who heads a body where it is asked who.
        ("Cơ quan nào phê duyệt sổ chợ?", "Ủy ban nhân dân cấp tỉnh phê duyệt sổ chợ.",
         "Ủy ban nhân dân cấp tỉnh"),
        ("Ai quyết định mở chợ?", "Chủ tịch Ủy ban nhân dân cấp huyện quyết định mở chợ.",
         "Chủ tịch Ủy ban nhân dân cấp huyện"),
        ("Cơ quan nào quyết định mở chợ?", "Chủ tịch Ủy ban nhân dân cấp xã quyết định mở chợ.",
         "Ủy ban nhân dân cấp xã"),
        ("Cấp nào quyết định giao sạp?",
         "Ủy ban nhân dân cấp xã lập phương án giao sạp, đề nghị Ủy ban nhân dân cấp huyện "
         "quyết định.", "Ủy ban nhân dân cấp huyện"),
        # Laws name offices in small letters, by what they do.
        ("Cơ quan nào cấp thẻ chợ?", "Chi nhánh của tổ chức đăng ký sạp cấp thẻ chợ.",
         "Chi nhánh của tổ chức đăng ký sạp"),
        ("Cơ quan nào chịu trách nhiệm về giá sạp?",
         "Hội đồng thẩm định giá sạp cấp huyện chịu trách nhiệm về giá sạp.",
         "Hội đồng thẩm định giá sạp cấp huyện"),
        ("Ai giải quyết tranh chấp sạp?", "Tranh chấp sạp do tòa án giải quyết.", "tòa án"),
    ],
)  # fmt: skip
def test_the_body_that_does_what_is_asked_comes_first(
    asked: str, sentence: str, first: str
) -> None:
    assert shorts(body_candidates, asked, line(sentence))[0] == first


def test_a_body_that_another_advises_or_reports_to_counts_less() -> None:
    evidence = line("Giao Công an tỉnh tham mưu Ủy ban nhân dân tỉnh triển khai tuần tra chợ.")
    worth = dict(found(body_candidates, "Đơn vị nào lo tuần tra chợ?", evidence))
    assert worth["Ủy ban nhân dân tỉnh"] == pytest.approx(0.15 - 0.3)
    assert worth["Công an tỉnh"] == pytest.approx(0.04)


def test_the_name_under_a_document_answers_who_signed_it() -> None:
    evidence = line("T/M BAN QUẢN LÝ (Đã ký) Trần Văn Bình")
    assert found(person_candidates, "Người ký sổ chợ là ai?", evidence) == [
        ("Trần Văn Bình", pytest.approx(0.3))
    ]


def test_a_body_that_the_question_names_is_no_answer() -> None:
    evidence = line("Sở Xây dựng phối hợp với Sở Tài chính.")
    assert shorts(body_candidates, "Sở Xây dựng phối hợp với cơ quan nào?", evidence) == [
        "Sở Tài chính"
    ]


def test_a_body_that_the_question_names_otherwise_is_no_answer() -> None:
    evidence = line("UBND TP.Hải Phòng và Hội Làm vườn Việt Nam tổ chức hội chợ.")
    asked = "Đơn vị nào cùng Ủy ban nhân dân thành phố Hải Phòng tổ chức hội chợ?"
    assert shorts(body_candidates, asked, evidence) == ["Hội Làm vườn Việt Nam"]


def test_a_body_of_another_document_is_no_answer() -> None:
    evidence = line("UBND tỉnh ban hành 12/KH-UBND; HĐND tỉnh ban hành 5/NQ-HĐND.")
    asked = "Cơ quan nào ban hành 5/NQ-HĐND?"
    assert shorts(body_candidates, asked, evidence) == ["HĐND tỉnh"]


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Lễ diễn ra ở đâu?", "Lễ diễn ra tại số 8 đường Bến Nghé.", ["số 8 đường Bến Nghé"]),
        (
            "Hòa giải ở đâu?",
            "Việc quy định tại Điều 9 được hòa giải tại Ủy ban nhân dân cấp xã.",
            ["Ủy ban nhân dân cấp xã"],
        ),
        ("Địa phương nào dẫn đầu?", "Hải Phòng dẫn đầu, sau đó là Huế.", ["Hải Phòng", "Huế"]),
        ("Hải Phòng thua địa phương nào?", "Huế hơn Hải Phòng.", ["Huế"]),
    ],
)
def test_places(asked: str, sentence: str, expected: list[str]) -> None:
    assert shorts(place_candidates, asked, line(sentence)) == expected


def test_a_number_far_behind_a_body_is_not_what_it_acts_on() -> None:
    text = (
        "Ban Tuyên giáo Trung ương chủ trì hướng dẫn, theo dõi, kiểm tra, giám sát và định kỳ "
        "tổng kết việc thực hiện Nghị quyết số 20-NQ/TW."
    )
    asked = "Theo Kết luận 69-KL/TW, cơ quan nào tổng kết?"
    assert shorts(body_candidates, asked, line(text)) == ["Ban Tuyên giáo Trung ương"]
