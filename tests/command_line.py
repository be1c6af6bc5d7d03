"""Running the command line in tests, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

RESOLUTION = """\
---
title: Nghị quyết về phát triển cây xanh đô thị
kind: nghị quyết
number: 12-NQ/TU
issuer: Thành ủy Hải Phòng
issued: 2021-05-17
place: Hải Phòng
---

# Nghị quyết về phát triển cây xanh đô thị

## I. Mục tiêu

1. Đến năm 2025, tỷ lệ đường phố có cây xanh che mát của Hải Phòng đạt 42,5%.

2. Mỗi năm thành phố trồng mới 40.000 cây xanh.

## II. Tổ chức thực hiện

1. Sở Xây dựng chủ trì, báo cáo kết quả trước ngày 15/12/2025.
"""
ARTICLE = """\
---
title: Đà Nẵng thử nghiệm xe buýt điện
kind: bài báo
issued: 2023-09-02
place: Đà Nẵng
source_publisher: Báo thử nghiệm
---

Ngày 1/9/2023, Đà Nẵng đưa 25 xe buýt điện vào hoạt động trên năm tuyến.

Theo ông Trần Văn Bình, mỗi ngày có khoảng 4.500 lượt khách đi xe buýt điện.
"""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def record(self) -> dict[str, Any]:
        record = json.loads(self.out)
        assert isinstance(record, dict)
        return record


Run = Callable[..., Ran]


def write_documents(folder: Path) -> Path:
    """Write a resolution, an article, and a file that cannot be read."""
    (folder / "nghị quyết.md").write_text(RESOLUTION, encoding="utf-8")
    (folder / "xe-buyt.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    return folder


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONIOENCODING"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=inherited | environment,
        capture_output=True,
        check=False,
        timeout=300,
    )
