"""Abbreviations that one document defines, understood in questions about another."""

from __future__ import annotations

from pathlib import Path

from policies import open_policies

from assistant.schema import Status

DEFINES = """\
---
title: Quy chế lưu trữ sách số
kind: bài báo
---

Phòng kiểm sách cũ (PKSC) thuộc thư viện thành phố.
"""
USES = """\
---
title: Báo cáo trang thiết bị của thư viện
kind: báo cáo
---

Phòng kiểm sách cũ có 12 kệ thép và 3 máy quét.

Phòng đọc có 40 kệ gỗ.
"""


def test_an_abbreviation_is_learnt_from_the_documents(tmp_path: Path) -> None:
    documents = {"quy-che.md": DEFINES, "bao-cao.md": USES}
    assistant = open_policies(tmp_path, documents)
    answer = assistant.ask("PKSC có bao nhiêu kệ thép?")
    assert (answer.status, answer.short) == (Status.FULL, "12 kệ thép")
    assert [c.document.path for c in answer.citations] == ["bao-cao.md"]
