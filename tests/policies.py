"""Policy texts of our own, evidence from them and an index of them, for tests of what answers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from assistant.answering.evidence import Evidence, gather
from assistant.answering.local import Candidate
from assistant.assistant import Assistant
from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.indexing.build import build_index
from assistant.retrieval.questions import analyse
from assistant.schema import Document, Hit, Question
from assistant.structure import passages

RESOLUTION = """\
---
title: Nghị quyết về phát triển cây xanh đô thị
kind: nghị quyết
number: 03-NQ/TU
issuer: Thành ủy Hải Phòng
issued: 2021-05-17
place: Hải Phòng
---

# Nghị quyết về phát triển cây xanh đô thị

## I. Mục tiêu

1. Mục tiêu đến năm 2025:

- Tỷ lệ đường phố có cây che mát đạt 42,5%.

- 90% hồ sơ cây xanh cấp thành phố; 80% hồ sơ cấp quận và 60% hồ sơ cấp xã được số hóa.

- Mỗi năm trồng mới 1.000 cây xanh, thay thế 100 cây già cỗi.

2. Tầm nhìn đến năm 2030:

- Tỷ lệ đường phố có cây che mát đạt trên 60%.

## II. Tổ chức thực hiện

1. Sở Xây dựng chủ trì lập danh mục tuyến phố, báo cáo kết quả trước ngày 15/12/2025.

2. Kinh phí trồng cây khoảng 120 tỷ đồng, do ngân sách thành phố bảo đảm.

3. Nghị quyết tập trung ba nhóm giải pháp, gồm: quy hoạch vườn ươm, đào tạo thợ, vận động dân cư.
"""
PLAN = """\
---
title: Kế hoạch chăm sóc vườn ươm
kind: kế hoạch
number: 103/KH-UBND
issuer: Ủy ban nhân dân thành phố Hải Phòng
issued: 2022-03-09
place: Hải Phòng
---

# Kế hoạch chăm sóc vườn ươm

Vườn ươm cung cấp 15 loài cây bản địa cho các quận.

Kế hoạch này thực hiện Nghị quyết 03-NQ/TU ngày 17/5/2021 của Thành ủy.
"""
DECISION = """\
---
title: Quyết định phê duyệt đề án xe buýt điện
kind: quyết định
number: 85/QĐ-UBND
issuer: Ủy ban nhân dân thành phố Đà Nẵng
issued: 2023-09-02
place: Đà Nẵng
---

# Quyết định phê duyệt đề án xe buýt điện

| TT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2030 | Cơ quan chủ trì | Thời hạn |
|---|---|---|---|---|---|---|
| 1 | Tuyến xe buýt chạy điện | tuyến | 25 | 40 | Sở Giao thông | quý III/2024 |
| 2 | Tỷ lệ trạm sạc có mái che | % | 70 | 95 | Sở Xây dựng | tháng 6/2025 |
"""
ARTICLE = """\
---
title: Thư viện Huế mở kho sách số
kind: bài báo
issued: 2024-06-11
place: Huế
source_publisher: Báo thử nghiệm
---

Ngày 10/6/2024, Thư viện thành phố Huế đưa kho sách số vào hoạt động tại số 8 đường Bến Nghé.

Theo bà Lê Thị An, Giám đốc thư viện, kho sách số hiện có 4.500 đầu sách, tăng 18% so với năm 2023.

Ông Trần Văn Bình, Phó Giám đốc thư viện, cho biết thư viện xếp thứ 5/34 cả nước về lượt mượn.

“Chúng tôi chưa có máy quét sách cổ”, ông Bình chia sẻ.

Sách nói là bản ghi âm của một cuốn sách in. Ngày hội đọc có chủ đề “Mỗi nhà một tủ sách”.

Trung tâm lưu trữ số (TTLTS) giữ bản gốc của mọi cuốn sách.
"""
FORMER = """\
---
title: Báo cáo nghề muối của Bình Thuận
kind: báo cáo
number: 7/BC-UBND
issuer: Ủy ban nhân dân tỉnh Bình Thuận
issued: 2023-02-20
place: Bình Thuận
---

# Báo cáo nghề muối

Năm 2022, diêm dân Bình Thuận thu 38.200 tấn muối hạt, đạt 96,5% kế hoạch.
"""
DOCUMENTS = {
    "nghi-quyet-03.md": RESOLUTION,
    "ke-hoach-103.md": PLAN,
    "quyet-dinh-85.md": DECISION,
    "thu-vien.md": ARTICLE,
    "nghe-muoi.md": FORMER,
}

Finder = Callable[[Question, Evidence], Iterable[Candidate]]


def write_documents(folder: Path, documents: Mapping[str, str] = DOCUMENTS) -> Path:
    """Write documents as files, by their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def open_policies(folder: Path, documents: Mapping[str, str] = DOCUMENTS) -> Assistant:
    """Write the documents, index them and open the index, all in one folder."""
    build_index([write_documents(folder / "corpus", documents)], folder / "index", Config())
    return Assistant.open(folder / "index")


def read(text: str, name: str = "a.md") -> Document:
    """Return the document that a Markdown text is read as."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        return read_file(SourceFile(path.parent, name, path), Config())[0]


def pieces(text: str) -> list[Evidence]:
    """Return the evidence of a Markdown text, all its passages found in order."""
    document = read(text)
    hits = [Hit(passage, rank, 1.0) for rank, passage in enumerate(passages(document, Config()), 1)]
    return list(gather(hits, {document.id: document}))


def piece(text: str, words: str) -> Evidence:
    """Return the one piece of evidence that holds some words."""
    [found] = [evidence for evidence in pieces(text) if words in evidence.text]
    return found


def line(sentence: str, **known: str) -> Evidence:
    """Return the evidence of a document of one sentence."""
    head = "".join(f"{key}: {value}\n" for key, value in {"title": "Văn bản", **known}.items())
    [found] = pieces(f"---\n{head}---\n\n{sentence}\n")
    return found


def found(finder: Finder, asked: str, evidence: Evidence) -> list[tuple[str | None, float]]:
    """Return what a finder offers, short answer and bonus, best bonus first."""
    text = evidence.document.text
    offered = [
        (c.short.of(text) if c.short else None, round(c.bonus, 2))
        for c in finder(analyse(asked), evidence)
    ]
    return sorted(offered, key=lambda offer: -offer[1])


def shorts(finder: Finder, asked: str, evidence: Evidence) -> list[str | None]:
    """Return the short answers that a finder offers, best bonus first."""
    return [short for short, _ in found(finder, asked, evidence)]
