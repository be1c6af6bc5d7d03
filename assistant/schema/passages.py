"""Sections and passages: a document along its legal structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Level", "Passage", "PassageRole", "Section", "Step"]


class Level(StrEnum):
    """Rungs of a document's structure; Vietnamese, since English has no safe words."""

    KEM_THEO = "văn bản kèm theo"
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
    CHU_THICH = "chú thích"


class PassageRole(StrEnum):
    """What a passage is in its document (Nghị định 30/2020/NĐ-CP, Điều 8).

    Only ``CONTENT`` and ``NOTE`` say what a document rules or reports; the others answer who
    signed it, what it rests on, and to whom it goes.
    """

    CONTENT = "nội dung"
    HEAD = "phần đầu"
    BASES = "căn cứ ban hành"
    CONTENTS = "mục lục"
    SIGNATURE = "chữ ký"
    RECIPIENTS = "nơi nhận"
    NOTE = "chú thích"


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
        role: What it is in its document.
        speaker: Who says what an article quotes in it, with the post where the article gives
            one: ``Lê Anh Quân, Phó Chủ tịch UBND thành phố``; None where nobody is quoted.
    """

    id: str
    document_id: str
    start: int
    end: int
    path: tuple[Step, ...]
    pages: tuple[int, int] | None
    label: str
    index_text: str
    role: PassageRole = PassageRole.CONTENT
    speaker: str | None = None

    def of(self, text: str) -> str:
        """Return the passage in the text of its document."""
        return text[self.start : self.end]
