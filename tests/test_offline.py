"""The whole walk in a process of its own that may not open a socket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

RESOLUTION = """\
---
title: Nghị quyết về nước sạch nông thôn
kind: nghị quyết
number: 8-NQ/TU
issued: 2022-03-04
place: Lâm Đồng
---

Đến năm 2025, 92,5% hộ dân nông thôn của Lâm Đồng được dùng nước sạch.
"""

# An audit hook sees every socket, whichever library opens it, and cannot be taken off again.
WALK = """\
import sys

seen = []

def watch(event, arguments):
    if event.startswith("socket."):
        seen.append(event)
        raise PermissionError(event)

sys.addaudithook(watch)

from assistant.cli import main

corpus, index = sys.argv[1:]
assert main(["index", corpus, "--index", index]) == 0
question = "Bao nhiêu hộ dân nông thôn Lâm Đồng được dùng nước sạch?"
assert main(["ask", question, "--index", index]) == 0
assert main(["search", "nuoc sach", "--index", index]) == 0
heavy = {"torch", "transformers", "sentence_transformers", "langchain", "langchain_core",
         "streamlit", "sklearn", "pandas", "requests", "httpx"} & sys.modules.keys()
sys.exit(f"{seen} {sorted(heavy)}" if seen or heavy else 0)
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "nước sạch.md").write_text(RESOLUTION, encoding="utf-8")
    return folder


def test_index_ask_and_search_open_no_socket_and_load_nothing_heavy(
    corpus: Path, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WALK, str(corpus), str(tmp_path / "index")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    assert "92,5%" in ran.stdout.decode()


def test_the_watch_would_see_a_socket(corpus: Path, tmp_path: Path) -> None:
    guilty = WALK.replace("corpus, index =", "import socket; socket.socket()\ncorpus, index =")
    ran = subprocess.run(
        [sys.executable, "-c", guilty, str(corpus), str(tmp_path / "index")],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert ran.returncode != 0
    assert "socket.__new__" in ran.stderr.decode()
