"""Sections and passages: a document along its legal structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Level", "Passage", "Section", "Step"]


class Level(StrEnum):
    """Rungs of a document's structure; Vietnamese, since English has no safe words."""

    PHU_LUC = "phụ lục"
    PHAN = "phần"
    CHUONG = "chương"
    MUC = "mục"
    TIEU_MUC = "tiểu mục"
    DIEU = "điều"
    KHOAN = "khoản"
    DIEM = "điểm"
    LA_MA = "mục la mã"
    SO = "mục số"
    TIEU_DE = "tiêu đề"
    DOAN = "đoạn"
    BANG = "bảng"
    DONG = "dòng"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: ``Điều 5`` is ``Step(Level.DIEU, "5", "Giải thích từ ngữ")``."""

    level: Level
    number: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with its place in the structure."""

    path: tuple[Step, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved and cited: a span of one document, with what it stands in.

    Attributes:
        id: ``document/path#part``, stable over rebuilds.
        document_id: Id of the document.
        start: First character in ``Document.text``.
        end: One past the last character.
        path: Steps from the document to the passage.
        pages: First and last page, or None when the document has no pages.
        label: Place in words, such as ``Điều 5 khoản 2`` or ``đoạn 7``.
        index_text: What is indexed: title, heading path, table header and text. It may
            differ from the quoted text; the quoted text never differs from the document.
    """

    id: str
    document_id: str
    start: int
    end: int
    path: tuple[Step, ...]
    pages: tuple[int, int] | None
    label: str
    index_text: str

    def of(self, text: str) -> str:
        """Return the passage in the text of its document."""
        return text[self.start : self.end]
