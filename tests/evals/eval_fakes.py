"""Answers made by hand, for the tests of their scoring."""

from __future__ import annotations

from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Document,
    Method,
    Passage,
    Question,
    Receipt,
    Status,
)
from evals.questions import Evidence, Gold

TEXT = (
    "Xã Đoàn Kết có 14 khu phố. Đến năm 2025, xã phấn đấu 60% hồ sơ được xử lý trên mạng.\n"
    "Ông Lê Văn Nam cho biết kinh phí khoảng 400 tỷ đồng."
)
TARGET = "xã phấn đấu 60% hồ sơ được xử lý trên mạng"


def document(text: str = TEXT, path: str = "bai/xa-doan-ket.txt") -> Document:
    return Document(id="xa", path=path, sha256="0", title="Xã Đoàn Kết", text=text, blocks=())


def citation(quote: str, marker: int = 1, doc: Document | None = None) -> Citation:
    doc = doc or document()
    start = doc.text.index(quote)
    passage = Passage("xa/1", doc.id, 0, len(doc.text), (), None, "đoạn 1", doc.text)
    return Citation(marker, doc, passage, "đoạn 1", None, start, start + len(quote))


def answer(
    text: str = "",
    *,
    short: str | None = None,
    citations: tuple[Citation, ...] = (),
    status: Status = Status.FULL,
) -> Answer:
    return Answer(
        question=Question(text="?", query="?", kind=AnswerKind.TEXT, marked=True),
        status=status,
        missing="",
        short=short,
        text=text,
        citations=citations,
        figures=(),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=Receipt("index", "config"),
    )


def gold(
    id_: str = "q1",
    *,
    category: str = "target",
    split: str = "dev",
    short: tuple[str, ...] = ("60%",),
    facts: tuple[str, ...] = (),
    quote: str = TARGET,
) -> Gold:
    if category == "unanswerable":
        return Gold(id_, "seeds", split, category, "Câu hỏi?", False, (), (), ())
    evidence = (Evidence("xa-doan-ket.txt", quote),)
    return Gold(id_, "seeds", split, category, "Câu hỏi?", True, short, facts, evidence)
