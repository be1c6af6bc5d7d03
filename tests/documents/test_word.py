"""Word documents: numbering that starts anew, notes, text boxes, merged and nested cells."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml

from assistant.documents.word import read_word
from assistant.schema import BlockKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVEL = (
    '<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    '<w:lvlText w:val="{text}"/>{more}</w:lvl>'
)


def numbered(document: Any, key: int, text: str, level: int = 0) -> None:
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')
    )


def numbering(document: Any, levels: str, instances: str) -> None:
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    root.append(parse_xml(f'<w:abstractNum {W} w:abstractNumId="0">{levels}</w:abstractNum>'))
    wrapped = parse_xml(f"<w:numbering {W}>{instances}</w:numbering>")
    for instance in list(wrapped):
        root.append(instance)


def texts(document: Any) -> list[str]:
    stream = BytesIO()
    document.save(stream)
    return [line.text or " | ".join(line.cells) for line in read_word(stream.getvalue()).lines]


def test_a_list_starts_anew_where_its_instance_says_so() -> None:
    document = docx.Document()
    numbering(
        document,
        LEVEL.format(i=0, form="decimal", text="%1.", more="")
        + LEVEL.format(i=1, form="lowerLetter", text="%2)", more=""),
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>',
    )
    for key, text, level in (
        (1, "một", 0), (1, "hai", 0), (1, "điểm", 1), (2, "lại một", 0), (2, "lại hai", 0),
        (2, "điểm mới", 1), (3, "nối tiếp", 0),
    ):  # fmt: skip
        numbered(document, key, text, level)
    assert texts(document) == [
        "1. một", "2. hai", "a) điểm", "1. lại một", "2. lại hai", "a) điểm mới", "3. nối tiếp",
    ]  # fmt: skip


def test_levels_that_never_restart_and_legal_numbers() -> None:
    document = docx.Document()
    numbering(
        document,
        LEVEL.format(i=0, form="upperRoman", text="Chương %1", more="")
        + LEVEL.format(i=1, form="decimal", text="Điều %2.", more='<w:lvlRestart w:val="0"/>')
        + LEVEL.format(i=2, form="decimal", text="%1.%3", more="<w:isLgl/>"),
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    for text, level in (("A", 0), ("Một", 1), ("B", 0), ("Hai", 1), ("Ba", 2)):
        numbered(document, 1, text, level)
    assert texts(document) == ["Chương I A", "Điều 1. Một", "Chương II B", "Điều 2. Hai", "2.1 Ba"]


def test_numbers_stand_in_cells_without_words() -> None:
    document = docx.Document()
    numbering(
        document,
        LEVEL.format(i=0, form="decimal", text="%1", more=""),
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    table = document.add_table(3, 2)
    for row, words in enumerate(("Việc", "Số hóa", "Đào tạo")):
        table.cell(row, 1).text = words
        if row:
            paragraph = table.cell(row, 0).paragraphs[0]._p
            paragraph.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
            )
    table.cell(0, 0).text = "TT"
    assert texts(document) == ["TT | Việc", "1 | Số hóa", "2 | Đào tạo"]


def test_headers_and_footers_are_not_content() -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung.")
    document.sections[0].header.paragraphs[0].text = "CÔNG BÁO"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    assert texts(document) == ["Nội dung."]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước hộp.")
    box = "<w:txbxContent><w:p><w:r><w:t>Trong hộp.</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.add_paragraph("Sau hộp.")
    assert texts(document) == ["Trước hộp.", "Trong hộp.", "Sau hộp."]


def test_hidden_deleted_and_moved_words_are_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Còn lại")
    paragraph._p.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r>"))
    paragraph._p.append(
        parse_xml(f'<w:moveFrom {W} w:id="1"><w:r><w:t> dời</w:t></w:r></w:moveFrom>')
    )
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="2"><w:r><w:t> thêm</w:t></w:r></w:ins>'))
    assert texts(document) == ["Còn lại thêm"]


def with_notes(document: Any, notes: dict[int, str]) -> bytes:
    """Return a document with footnotes, which python-docx does not write."""
    stream = BytesIO()
    document.save(stream)
    body = "".join(
        f'<w:footnote w:id="{key}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for key, text in notes.items()
    )
    rule = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    made = BytesIO()
    with ZipFile(BytesIO(stream.getvalue())) as old, ZipFile(made, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/_rels/document.xml.rels":
                link = (
                    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/'
                    'officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
                )
                data = data.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            if item.filename == "[Content_Types].xml":
                kind = (
                    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.'
                    'openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
                )
                data = data.replace(b"</Types>", kind.encode() + b"</Types>")
            new.writestr(item, data)
        new.writestr("word/footnotes.xml", f"<w:footnotes {W}>{rule}{body}</w:footnotes>")
    return made.getvalue()


def test_footnotes_are_lines_of_their_own_in_the_order_of_their_marks() -> None:
    document = docx.Document()
    for key, words in ((7, "Kinh tế số đạt 25%"), (3, "Xã hội số đạt 50%")):
        paragraph = document.add_paragraph(words)
        paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="{key}"/></w:r>'))
        paragraph.add_run(" vào năm 2025.")
    lines = read_word(with_notes(document, {3: "Theo sở A.", 7: "Theo sở B."})).lines
    assert [(line.text, line.kind, line.level) for line in lines[:2]] == [
        ("Kinh tế số đạt 25% vào năm 2025.", BlockKind.PARAGRAPH, 0),
        ("Xã hội số đạt 50% vào năm 2025.", BlockKind.PARAGRAPH, 0),
    ]
    assert [(line.text, line.kind, line.level) for line in lines[2:]] == [
        ("Theo sở B.", BlockKind.NOTE, 1),
        ("Theo sở A.", BlockKind.NOTE, 2),
    ]


def test_a_header_of_two_rows_is_one() -> None:
    document = docx.Document()
    table = document.add_table(4, 4)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "TT"
    table.cell(0, 1).merge(table.cell(1, 1)).text = "Nhiệm vụ"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "Cơ quan"
    table.cell(1, 2).text, table.cell(1, 3).text = "Chủ trì", "Phối hợp"
    for row in (2, 3):
        for column, words in enumerate((str(row - 1), "Số hóa", "Sở A", "Sở B")):
            table.cell(row, column).text = words
    assert texts(document) == [
        "TT | Nhiệm vụ | Cơ quan – Chủ trì | Cơ quan – Phối hợp",
        "1 | Số hóa | Sở A | Sở B",
        "2 | Số hóa | Sở A | Sở B",
    ]


def test_a_table_in_a_cell_is_read_row_by_row() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, column, words in ((0, 0, "Việc"), (0, 1, "Mức"), (1, 0, "Số hóa")):
        table.cell(row, column).text = words
    inner = table.cell(1, 1).add_table(2, 2)
    for row, column, words in ((0, 0, "2024"), (0, 1, "80%"), (1, 0, "2025"), (1, 1, "90%")):
        inner.cell(row, column).text = words
    assert texts(document) == ["Việc | Mức", "Số hóa | 2024 – 80% 2025 – 90%"]
