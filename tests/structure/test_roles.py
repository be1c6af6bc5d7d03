"""What stands apart from the content, and who speaks in an article."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant.answering.apart import may_answer
from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.retrieval import analyse
from assistant.schema import Document, Passage, PassageRole
from assistant.structure import passages

CONFIG = Config()

DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 7/QĐ-UBND
Sơn La, ngày 05 tháng 3 năm 2024
QUYẾT ĐỊNH
Ban hành Quy chế làm việc
Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;
Theo đề nghị của Giám đốc Sở Nội vụ.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Minh
QUY CHẾ
LÀM VIỆC CỦA VĂN PHÒNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định nguyên tắc làm việc của Văn phòng.
Điều 2. Nguyên tắc
1. Công khai trong mọi việc được giao.
2. Đúng thời hạn đã cam kết với người dân.
"""


def read(folder: Path, text: str, name: str = "a.txt") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    return read_file(SourceFile(folder, name, folder / name), CONFIG)[0]


def shown(document: Document) -> list[tuple[str, PassageRole, str]]:
    return [(p.label, p.role, p.of(document.text)) for p in passages(document, CONFIG)]


def test_each_part_of_a_decision_is_marked_as_what_it_is(tmp_path: Path) -> None:
    found = shown(read(tmp_path, DECISION))
    roles = [(label, role) for label, role, _ in found]
    assert roles == [
        ("phần đầu", PassageRole.HEAD),
        ("đoạn 1", PassageRole.CONTENT),
        ("căn cứ ban hành", PassageRole.BASES),
        ("Điều 1", PassageRole.CONTENT),
        ("Điều 2", PassageRole.CONTENT),
        ("nơi nhận", PassageRole.RECIPIENTS),
        ("chữ ký", PassageRole.SIGNATURE),
        ("Điều 1 Quy chế kèm theo", PassageRole.CONTENT),
        ("khoản 1 Điều 2 Quy chế kèm theo", PassageRole.CONTENT),
        ("khoản 2 Điều 2 Quy chế kèm theo", PassageRole.CONTENT),
    ]
    texts = {label: text for label, _, text in found}
    assert texts["chữ ký"] == "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Minh"
    assert texts["nơi nhận"] == "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT."
    assert texts["căn cứ ban hành"].startswith("Căn cứ Nghị định số 61/2018/NĐ-CP")


@pytest.mark.parametrize(
    ("question", "label", "answers"),
    [
        ("Ai ký Quyết định 7/QĐ-UBND?", "chữ ký", True),
        ("Nguyên tắc làm việc của Văn phòng là gì?", "chữ ký", False),
        ("Quyết định 7/QĐ-UBND căn cứ văn bản nào?", "căn cứ ban hành", True),
        ("Bao nhiêu phần trăm hồ sơ được xử lý?", "căn cứ ban hành", False),
        ("Quyết định 7/QĐ-UBND có nơi nhận là những cơ quan nào?", "nơi nhận", True),
        ("Sở Nội vụ có nhiệm vụ gì?", "nơi nhận", False),
        ("Nguyên tắc làm việc của Văn phòng là gì?", "Điều 1 Quy chế kèm theo", True),
    ],
)
def test_what_may_answer_what(question: str, label: str, answers: bool, tmp_path: Path) -> None:
    found = {p.label: p for p in passages(read(tmp_path, DECISION), CONFIG)}
    assert may_answer(analyse(question), found[label]) is answers


def test_an_example_of_a_signature_ends_nothing(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "HƯỚNG DẪN\nI- CHUNG\n1. Chức vụ\n1.1. Thể thức\nVí dụ cách ký thay mặt tập thể:\n"
        "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn An\n1.2. Kỹ thuật\n"
        "Chức vụ trình bày bằng chữ in hoa, cỡ chữ mười bốn.\n",
    )
    assert [role for _, role, _ in shown(document) if role is PassageRole.SIGNATURE] == []
    assert shown(document)[-1][0] == "mục I.1.2"


def test_a_table_of_contents_opens_no_rungs(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "KẾ HOẠCH\nMỤC LỤC\nI. MỤC TIÊU ........ 2\nII. NHIỆM VỤ ........ 5\n"
        "III. TỔ CHỨC THỰC HIỆN ........ 9\nI. MỤC TIÊU\nHồ sơ trên mạng đạt 80% tổng số hồ sơ.\n"
        "II. NHIỆM VỤ\nSố hóa toàn bộ hồ sơ lưu trữ của cơ quan.\n",
    )
    by_role = {role: text for _, role, text in shown(document)}
    assert by_role[PassageRole.CONTENTS].endswith("III. TỔ CHỨC THỰC HIỆN ........ 9")
    labels = [label for label, role, _ in shown(document) if role is PassageRole.CONTENT]
    assert labels == ["mục I, đoạn 1", "mục II, đoạn 1"]


ARTICLE = """Chuyển đổi số ở xã vùng cao thay đổi cách làm việc

12/03/2024 08:15

Theo ông Lò Văn Minh, Phó Chủ tịch UBND tỉnh Sơn La, hồ sơ trên mạng của tỉnh đã đạt 80% trong sáu \
tháng đầu năm, cao hơn hẳn so với cùng kỳ của năm trước.

"Chúng tôi còn thiếu người làm được việc, và thiếu cả máy tính cho các xã ở xa trung tâm tỉnh, nên \
sẽ đề nghị hỗ trợ thêm trong năm tới để làm cho xong."

Toàn tỉnh có hai trăm xã, và mỗi xã nay đã có một tổ công nghệ số cộng đồng giúp người dân quen \
với dịch vụ công trực tuyến ngay tại nhà mình.

Tin cùng chuyên mục
"""


def test_the_speaker_stays_with_the_quotation(tmp_path: Path) -> None:
    document = read(tmp_path, ARTICLE)
    assert document.kind == "bài báo"
    found = passages(document, CONFIG)
    minh = "Lò Văn Minh, Phó Chủ tịch UBND tỉnh Sơn La"
    assert [p.speaker for p in found] == [minh, minh, None]
    assert f"Người nói: {minh}" in found[1].index_text
    assert "Người nói" not in found[0].index_text


def test_no_text_makes_the_search_for_speakers_slow(tmp_path: Path) -> None:
    def seconds(times: int) -> float:
        text = ARTICLE + "\n" + "theo " + "Ab Cd " * times + "\n"
        document = read(tmp_path, text)
        # Time of the processor: what else the machine does is not counted.
        start = time.process_time()
        passages(document, CONFIG)
        return time.process_time() - start

    assert seconds(4_000) < 60 * max(0.05, seconds(400))


def test_rows_of_a_continued_table_are_counted_on(tmp_path: Path) -> None:
    table = "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n"
    document = read(
        tmp_path,
        f"PHỤ LỤC I\n\n{table}| 1 | Số hóa | Sở A |\n| 2 | Đào tạo | Sở B |\n\n"
        f"{table}| 3 | Kiểm tra | Sở C |\n",
        "a.md",
    )
    found = passages(document, CONFIG)
    assert [p.label for p in found] == [f"Phụ lục I, dòng {n}" for n in (1, 2, 3)]
    assert found[2].index_text.endswith("TT | Nhiệm vụ | Chủ trì\n3 | Kiểm tra | Sở C")


def test_a_cell_merged_downwards_is_known_to_the_rows_below(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "# Bảng\n\n| Lĩnh vực | Chỉ tiêu | Mức |\n|---|---|---|\n| Kinh tế | GRDP | 8% |\n"
        "| | Thu ngân sách | 9% |\n",
        "a.md",
    )
    second: Passage = passages(document, CONFIG)[1]
    assert second.of(document.text) == "Thu ngân sách | 9%"
    assert "Kinh tế" in second.index_text
