"""The command line as a process among others: its start, its streams, what it starts."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.request import urlopen

import pytest
from command_line import ROOT, Run, python


def test_help_imports_nothing_heavy() -> None:
    check = (
        "import sys; from assistant.cli import main; code = main(['--help']);"
        "heavy = {'numpy', 'torch', 'langchain', 'langchain_core', 'streamlit', 'faiss', 'scipy',"
        " 'sqlite3', 'sentence_transformers'} & set(sys.modules);"
        "sys.exit(f'{code} {sorted(heavy)}' if code or heavy else 0)"
    )
    ran = python("-c", check)
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    assert "chinhsach" in ran.stdout.decode()


def test_output_is_utf8_where_the_machine_says_otherwise(built: Path) -> None:
    ran = python(
        "-m", "assistant", "status", "--index", str(built),
        PYTHONUTF8="0", LC_ALL="C", PYTHONCOERCECLOCALE="0",
    )  # fmt: skip
    assert ran.returncode == 0
    assert "2 tài liệu" in ran.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error(built: Path) -> None:
    command = [sys.executable, "-m", "assistant", "status", "--index", str(built)]
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False, timeout=300
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_eval_hands_its_arguments_on() -> None:
    ran = python("-m", "assistant", "eval", "--questions", "không-có.jsonl")
    assert ran.returncode == 2
    assert "không-có.jsonl" in ran.stderr.decode()


def test_eval_says_so_outside_a_checkout(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.cli_servers._CHECKOUT", tmp_path)
    ran = run("eval")
    assert (ran.code, ran.out) == (2, "")
    assert "thư mục mã nguồn" in ran.err


def test_app_runs_what_comes_with_the_package() -> None:
    entry = ROOT / "assistant" / "ui" / "entry"
    settings = ".streamlit/config.toml"
    assert (entry / "__main__.py").is_file()
    assert (entry / settings).read_text("utf-8") == (ROOT / settings).read_text("utf-8")
    packed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert f"ui/entry/{settings}" in packed["package-data"]["assistant"]


def test_app_refuses_a_port_that_is_taken(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("app", "--port", str(port))
    assert (ran.code, ran.out) == (2, "")
    assert f"cổng {port}" in ran.err


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_app_prints_its_address_once_the_page_answers_and_leaves_nothing_behind(
    built: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    # As from anywhere else than the folder of the source.
    environment = {key: value for key, value in os.environ.items() if not key.endswith("DISPLAY")}
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "app", "--index", str(built)],
        cwd=tmp_path, env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout
        address = re.search(r"http://localhost:(\d+) ", process.stdout.readline())
        assert address
        with urlopen(f"http://localhost:{address[1]}/_stcore/health", timeout=60) as answer:
            assert answer.read() == b"ok"
    finally:
        process.send_signal(stop)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert told.strip() == "Đã dừng Trợ lý Chính sách."
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(address[1]))) != 0
