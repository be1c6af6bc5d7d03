"""Documents with tables of our own words, and citations of their rows."""

from __future__ import annotations

from assistant.documents.lines import Line, lay_out
from assistant.documents.tables import table_lines
from assistant.schema import BlockKind, Citation, Document, Passage

TREES = [
    ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2025", ""],
    ["1", "Cây trồng mới", "nghìn cây", "≥ 40", "đợt 1"],
    ["2", "Cây <bản> địa", "", "65", "-"],
]
BUSES = [["1", "Tuyến xe buýt điện", "25 tuyến"], ["2", "Trạm sạc", "100 trạm"]]


def table_document() -> Document:
    """Return a document of a sentence, a table with a header, one without, and a sentence."""
    lines = [
        Line("Trồng cây theo bảng sau.", BlockKind.PARAGRAPH),
        *table_lines(TREES, 1, header=True),
        *table_lines(BUSES, 2),
        Line("Hết bảng.", BlockKind.PARAGRAPH),
    ]
    laid = lay_out(lines, pages=0)
    return Document("bang", "bang.md", "0" * 64, "Kế hoạch", laid.text, laid.blocks)


def cite(quote: str, marker: int = 1, passage: str = "") -> Citation:
    """Return the citation of a quote from ``table_document``, in a passage or in itself."""
    document = table_document()
    start = document.text.index(quote)
    around = document.text.index(passage or quote)
    end = around + len(passage or quote)
    held = Passage("bang/1#1", document.id, around, end, (), None, "bảng 1", "")
    return Citation(marker, document, held, held.label, None, start, start + len(quote))
