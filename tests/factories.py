"""Documents, passages and a corpus of our own words, for tests of what comes after reading."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.config import Config
from assistant.documents import SourceFile
from assistant.errors import ReadError
from assistant.schema import Block, BlockKind, Document, Level, Passage, Step

CORPUS = {
    "cay-xanh.txt": (
        "Kế hoạch 12/KH-UBND trồng cây xanh",
        "Hải Phòng phấn đấu trồng 40.000 cây xanh trong năm 2024.",
        "Sở Xây dựng chủ trì, báo cáo kết quả trước ngày 15/12/2024.",
    ),
    "xe-buyt.txt": (
        "Quyết định 85/QĐ-UBND về xe buýt điện",
        "Đến năm 2030, ít nhất 60% xe buýt của Đà Nẵng chạy bằng điện.",
        "Sở Giao thông lập danh mục 25 tuyến ưu tiên.",
    ),
    "thu-vien.txt": (
        "Bài viết về thư viện số",
        "Thư viện thành phố Huế mở cửa bảy ngày trong tuần từ tháng 3.",
        "Mỗi tháng có khoảng 4.500 lượt bạn đọc mượn sách trực tuyến.",
        "Bà Lê Thị An, giám đốc thư viện, nói kho sách số tăng 18%.",
    ),
}


def write_corpus(folder: Path, corpus: dict[str, Sequence[str]] | None = None) -> Path:
    """Write text files, a title and a paragraph a line."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (CORPUS if corpus is None else corpus).items():
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return folder


def make_document(name: str, lines: Sequence[str], sha256: str = "", **known: object) -> Document:
    """Return a document whose first line is its title."""
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    blocks = tuple(
        Block(BlockKind.PARAGRAPH if i else BlockKind.HEADING, start, start + len(line), int(not i))
        for i, (start, line) in enumerate(zip(starts, lines, strict=False))
    )
    values: dict[str, object] = {
        "id": re.sub(r"\W+", "-", name),
        "path": name,
        "sha256": sha256 or hashlib.sha256(text.encode()).hexdigest(),
        "title": lines[0],
        "text": text,
        "blocks": blocks,
        "issued": date(2024, 5, 17),
    }
    return Document(**{**values, **known})


def make_passages(document: Document, config: Config | None = None) -> list[Passage]:
    """Return one passage a paragraph, indexed with the title."""
    return [
        Passage(
            id=f"{document.id}/đoạn-{number}#0",
            document_id=document.id,
            start=block.start,
            end=block.end,
            path=(Step(Level.DOAN, str(number)),),
            pages=None,
            label=f"đoạn {number}",
            index_text=f"{document.title}\n{document.text[block.start : block.end]}",
        )
        for number, block in enumerate(document.blocks[1:], start=1)
    ]


def read_lines(file: SourceFile, config: Config, **_: object) -> list[Document]:
    """Read a file of ``write_corpus``; an empty one is an error, LỖI one a defect."""
    data = file.absolute.read_bytes()
    if not data:
        raise ReadError("tệp rỗng. Hãy bỏ tệp này.")
    lines = data.decode().splitlines()
    if lines[0] == "LỖI":
        raise RuntimeError("a defect of the reader")
    return [make_document(file.path, lines, hashlib.sha256(data).hexdigest())]


class HashEncoder:
    """An encoder deterministic by content: each syllable adds 1 in a place of its own."""

    dimensions = 64

    def __init__(self, name: str = "hash") -> None:
        self.name = name
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return self.encode_questions(texts)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                digest = hashlib.sha256(word.encode()).digest()
                vectors[row, digest[0] % self.dimensions] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
