"""Real documents that offices published in several formats at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.errors import ReadError
from assistant.schema import Document
from assistant.structure import passages


def read(folder: Path, name: str) -> Document:
    return read_file(SourceFile(folder, name, folder / name), Config())[0]


def bare(document: Document) -> str:
    return re.sub(r"\s", "", document.text)


def sections(document: Document) -> list[tuple[str, ...]]:
    """Return the path of every passage, as a reader is told where it stands."""
    return [
        tuple(f"{step.level.value} {step.number}" for step in passage.path)
        for passage in passages(document, Config())
    ]


@pytest.mark.parametrize("appendix", ["Phuluc2", "Phuluc3", "Phuluc4", "Phuluc5", "Phuluc6"])
def test_an_appendix_is_the_same_from_both_formats_of_word(shared: Path, appendix: str) -> None:
    folder = shared / "documents/office/nd-30-2020"
    old, new = read(folder, f"{appendix}.doc"), read(folder, f"{appendix}.docx")
    assert bare(old) == bare(new)
    assert [block.kind for block in old.blocks] == [block.kind for block in new.blocks]
    assert sections(old) == sections(new)


def test_a_drawing_has_the_same_labels_in_both_formats_of_word(shared: Path) -> None:
    # The labels of a drawing are floating boxes, which have no order in the text.
    folder = shared / "documents/office/nd-30-2020"
    old, new = read(folder, "Phuluc1.doc"), read(folder, "Phuluc1.docx")
    assert sorted(old.text.split("\n")) == sorted(new.text.split("\n"))
    first = old.text.index("Vị trí trình bày") if "Vị trí trình bày" in old.text else 5_000
    assert old.text[:first] == new.text[:first]


def test_an_appendix_is_the_same_from_markdown(shared: Path) -> None:
    # The others lost their order on the way to Markdown: tables and notes stand at the end.
    folder = shared / "documents/office/nd-30-2020"
    made = [read(folder, f"Phuluc2.{suffix}") for suffix in ("doc", "docx", "md")]
    assert bare(made[0]) == bare(made[1]) == bare(made[2])
    assert sections(made[0]) == sections(made[1])


def test_a_guideline_is_the_same_from_both_formats_of_word(shared: Path) -> None:
    folder = shared / "documents/office"
    old, new = (read(folder, f"36-HD_VPTW_380096.{suffix}") for suffix in ("doc", "docx"))
    assert old.text == new.text
    assert (old.number, old.kind) == ("36-HD/VPTW", "hướng dẫn")
    assert sections(old) == sections(new)


def test_a_decree_in_word_97_has_all_its_articles(shared: Path) -> None:
    document = read(shared / "documents/office", "96-2016-ND-CP.doc")
    articles = re.findall(r"^Điều (\d+)\.", document.text, re.M)
    assert document.number == "96/2016/NĐ-CP"
    assert [int(number) for number in articles] == list(range(1, 54))


def test_files_are_what_their_bytes_say(shared: Path) -> None:
    folder = shared / "documents/odd"
    assert read(folder, "word97-named-docx.docx").number == "27/2001/QH10"
    with pytest.raises(ReadError, match="trang báo lỗi"):
        read(folder, "html-404-named-pdf.pdf")


LEGACY = [
    ("2004-0328NDCP.doc", "chuyển từ TCVN3", "THỦ TƯỚNG CHÍNH PHỦ"),
    ("2006-quydinhkiemtra02.doc", "chuyển từ VNI", "Quy chế này quy định chức năng, nhiệm vụ"),
    ("2004-duanLD9820.doc", "chuyển từ VNI và TCVN3", "tỉnh Lâm Đồng giai đoạn 1998 - 2000"),
    ("2004-A3.rtf", "chuyển từ TCVN3", "Luật Thuế thu nhập doanh nghiệp"),
    ("2006-Mau22_CKTC_NSH-1.xls", "chuyển từ VNI", "Thu ngân sách huyện hưởng theo phân cấp"),
    ("2005-KH2003-bieu.xls", "chuyển từ TCVN3", "Tốc độ tăng giá trị dịch vụ | % | 6,7 | 6,7"),
    ("2009-Van-ban-phap-quy-2-_10-02-09.ppt", "chuyển từ VNI", "LUẬT CHẤT LƯỢNG SẢN PHẨM"),
]


@pytest.mark.parametrize(("name", "note", "words"), LEGACY, ids=[name for name, _, _ in LEGACY])
def test_legacy_files_are_converted_and_say_so(
    shared: Path, name: str, note: str, words: str
) -> None:
    document = read(shared / "documents/legacy/files", name)
    assert document.quality.note == note
    assert words in document.text
