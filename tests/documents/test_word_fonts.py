"""Legacy fonts of .docx, plain and HTML files, and LibreOffice for what is older than Word 97."""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path

import pytest
from office_files import Para, doc

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.documents.word import read_word
from assistant.errors import ReadError
from assistant.schema import Document

TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nThñ t\xadíng ChÝnh phñ"
UNICODE = "Cộng hoà xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nThủ tướng Chính phủ"


def read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return read_file(SourceFile(folder, name, folder / name), Config())[0]


def docx(paragraphs: list[list[tuple[str, str | None]]]) -> bytes:
    import docx as library

    document = library.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, font in runs:
            run = paragraph.add_run(text)
            run.font.name = font
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_docx_runs_are_converted_by_their_fonts() -> None:
    draft = read_word(
        docx(
            [
                [("bé tµi chÝnh", ".VnTimeH")],
                [("C¨n cø NghÞ ®Þnh cña ", ".VnTime"), ("Thủ tướng", "Arial")],
                [("Nhaø nöôùc quy ñònh", "VNI-Times")],
            ]
        )
    )
    assert [line.text for line in draft.lines] == [
        "BỘ TÀI CHÍNH",
        "Căn cứ Nghị định của Thủ tướng",
        "Nhà nước quy định",
    ]
    assert draft.quality.note == "chuyển từ TCVN3 và VNI"


def test_a_soft_hyphen_element_is_a_letter_of_tcvn3() -> None:
    import docx as library
    from docx.oxml import OxmlElement

    document = library.Document()
    run = document.add_paragraph().add_run("Thñ t")
    run.font.name = ".VnTime"
    run._r.append(OxmlElement("w:softHyphen"))
    run.add_text("íng ChÝnh phñ")
    buffer = BytesIO()
    document.save(buffer)
    assert [line.text for line in read_word(buffer.getvalue()).lines] == ["Thủ tướng Chính phủ"]


def test_unicode_that_names_a_legacy_font_stays(tmp_path: Path) -> None:
    data = docx([[(UNICODE.replace("\n", " "), ".VnTime")], [("xã hội có nhà", ".VnTimeH")]])
    document = read(tmp_path, "a.docx", data)
    assert document.text == UNICODE.replace("\n", " ") + "\nxã hội có nhà"
    assert document.quality.note is None


def test_plain_text_is_converted_from_bytes_and_from_unicode(tmp_path: Path) -> None:
    for name, data in (("a.txt", TCVN3.encode("latin-1")), ("b.md", TCVN3.encode())):
        document = read(tmp_path, name, data)
        assert document.text.split("\n") == UNICODE.split("\n")
        assert document.quality.note == "chuyển từ TCVN3"


def test_html_with_letters_as_entities_is_converted(tmp_path: Path) -> None:
    body = "".join(f"<p>{line.replace(chr(0xAD), '&shy;')}</p>" for line in TCVN3.split("\n"))
    page = f"<html><body>{body}<p>&lt;5% &amp; nhiÒu h¬n</p></body></html>"
    document = read(tmp_path, "a.html", page.encode())
    assert document.text.split("\n") == [*UNICODE.split("\n"), "<5% & nhiều hơn"]


def _program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_libreoffice_reads_what_is_older_than_word_97(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = doc([Para([("cũ", b"")])], version=0x68)
    (tmp_path / "made.docx").write_bytes(docx([[("Nội dung đã chuyển", None)]]))
    _program(tmp_path, monkeypatch, f'cp "{tmp_path}/made.docx" in.docx')
    assert read(tmp_path, "a.doc", old).text == "Nội dung đã chuyển"


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "sleep 60"])
def test_without_its_help_such_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr("assistant.documents.office_suite._SECONDS", 1)
    _program(tmp_path, monkeypatch, script)
    with pytest.raises(ReadError, match="đời cũ hơn Word 97"):
        read(tmp_path, "a.doc", doc([Para([("cũ", b"")])], version=0x68))
    monkeypatch.setenv("PATH", str(tmp_path / "không có gì"))
    with pytest.raises(ReadError, match="đời cũ hơn Word 97"):
        read(tmp_path, "a.doc", doc([Para([("cũ", b"")])], version=0x68))


def test_a_damaged_file_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, monkeypatch, f"touch {tmp_path}/asked")
    with pytest.raises(ReadError, match="hỏng"):
        read(tmp_path, "a.doc", doc([Para([("a", b"")])]).replace(b"\xec\xa5", b"\0\0"))
    assert not (tmp_path / "asked").exists()
