"""A few documents of our own words for the page, and their index."""

from __future__ import annotations

from pathlib import Path

from assistant.config import Config
from assistant.indexing.build import build_index

DOCUMENTS = {
    "cay-xanh.md": """---
title: Kế hoạch trồng cây xanh đô thị
kind: kế hoạch
number: 12/KH-UBND
issuer: Ủy ban nhân dân thành phố Hải Phòng
issued: 2024-05-17
place: Hải Phòng
publisher: Báo Cây Xanh
url: https://example.vn/cay-xanh
---
# Kế hoạch trồng cây xanh đô thị

Kế hoạch số 12/KH-UBND do Ủy ban nhân dân thành phố Hải Phòng ban hành ngày 17/5/2024.

## I. Mục tiêu

1. Thành phố Hải Phòng phấn đấu trồng 40.000 cây xanh trong năm 2024.

2. Tỷ lệ cây bản địa đạt ít nhất 65% tổng số cây trồng mới.
""",
    "xe-buyt.md": """---
title: Quyết định phát triển xe buýt điện
kind: quyết định
number: 85/QĐ-UBND
issuer: Ủy ban nhân dân thành phố Đà Nẵng
issued: 2023-03-02
place: Đà Nẵng
---
# Quyết định phát triển xe buýt điện

Quyết định số 85/QĐ-UBND do Ủy ban nhân dân thành phố Đà Nẵng ban hành ngày 02/3/2023.

## Điều 1. Chỉ tiêu

Đến năm 2030, ít nhất 60% xe buýt của thành phố Đà Nẵng chạy bằng điện.
""",
}


def build(folder: Path, documents: dict[str, str]) -> Path:
    """Write documents below a folder and return the folder of their index."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (corpus / name).write_text(text, encoding="utf-8")
    build_index([corpus], folder / "index", Config())
    return folder / "index"
