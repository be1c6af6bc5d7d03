"""Answers made by hand, for the tests of their scoring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Document,
    Hit,
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


RIGHT = answer("Xã phấn đấu 60% [1].", short="60%", citations=(citation(TARGET),))
SILENT = answer("Không tìm thấy.", status=Status.NOT_FOUND)


def hit(quote: str = TEXT, rank: int = 1, doc: Document | None = None) -> Hit:
    doc = doc or document()
    start = doc.text.index(quote)
    end = start + len(quote)
    return Hit(Passage(f"xa/{rank}", doc.id, start, end, (), None, "đoạn 1", quote), rank, 1.0)


class Fake:
    """Answers by rote; whatever it has not learnt is not found."""

    def __init__(self, answers: dict[str, Answer], hits: Sequence[Hit] = (hit(),)) -> None:
        self.answers = answers
        self.hits = list(hits)
        config = SimpleNamespace(digest=lambda: "config")
        manifest = SimpleNamespace(digest="index", config=config, documents=1, passages=1)
        self.reader = SimpleNamespace(manifest=manifest)

    def ask(self, text: str, *, history: Sequence[str] = ()) -> Answer:
        return self.answers.get(text, SILENT)

    def search(self, text: str, *, k: int = 10) -> list[Hit]:
        return self.hits[:k]

    def document(self, document_id: str) -> Document:
        return document()

    def documents(self) -> list[Document]:
        return [document()]


def asked(id_: str, question: str, **changes: object) -> Gold:
    return replace(gold(id_, **changes), question=question)


QUESTIONS = [
    asked("q1", "đúng"),
    asked("q2", "sai"),
    asked("q3", "im", split="test"),
    asked("q4", "không có", category="unanswerable"),
    asked("q5", "bịa", category="unanswerable", split="test"),
]
FAKE = Fake({"đúng": RIGHT, "sai": replace(RIGHT, short="14"), "bịa": RIGHT})


@contextmanager
def opened_fake(
    sources: Sequence[Path], config: Path | None = None, progress: object = None
) -> Iterator[Fake]:
    yield FAKE
