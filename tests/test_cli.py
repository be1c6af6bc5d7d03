"""The command line, from what is typed to what is printed and the exit code."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from assistant.cli import main

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

Run = Callable[..., "Ran"]


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


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tài liệu")
    (folder / "nghị quyết.md").write_text(RESOLUTION, encoding="utf-8")
    (folder / "xe-buyt.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    return folder


@pytest.fixture(scope="module")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    assert main(["index", str(corpus), "--index", str(folder)]) == 0
    return folder


@pytest.fixture
def run(built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the built index."""
    monkeypatch.setenv("CHINHSACH_INDEX", str(built))

    def run_command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return run_command


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONIOENCODING"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=inherited | environment,
        capture_output=True,
        check=False,
        timeout=60,
    )


# --- starting -----------------------------------------------------------------------------


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
        command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ([], "thiếu tham số LỆNH"),
        (["hoi"], "không có 'hoi'"),
        (["ask"], "thiếu nội dung"),
        (["ask", "   "], "trống"),
        (["ask", "q", "--gì"], "không có tham số --gì"),
        (["ask", "q", "--as-of", "31/02/2024"], "không phải ngày"),
        (["ask", "q", "--lang", "fr"], "không có 'fr'"),
        (["ask", "q", "--kind", "luật"], "bài báo, nghị quyết"),
        (["ask", "q", "--batch", "x.jsonl"], "--batch không đi cùng"),
        (["ask", "q", "--out", "x.jsonl"], "--out chỉ đi cùng"),
        (["ask", "--batch", "không-có.jsonl"], "không-có.jsonl"),
        (["search", "q", "--k", "0"], "không phải số nguyên dương"),
        (["search", "q", "--year", "hai"], "không phải số nguyên dương"),
        (["show"], "thiếu tham số MÃ_ĐOẠN"),
        (["show", "không/có#1"], "không/có#1"),
        (["index", "không-có"], "không-có"),
        (["status", "--index", "không-có"], "chinhsach index"),
        (["app", "--port", "99999"], "cổng"),
    ],
)
def test_a_users_error_is_one_line_and_exit_code_2(run: Run, typed: list[str], told: str) -> None:
    ran = run(*typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("chinhsach: ")
    assert ran.err.count("\n") == 1
    assert told in ran.err


def test_a_defect_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("assistant.assistant.Assistant.open", fail)
    ran = run("ask", "gì?")
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert "ZeroDivisionError" in ran.err
    monkeypatch.setenv("CHINHSACH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["ask", "gì?"])


def test_interrupting_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.assistant.Assistant.open", interrupt)
    assert run("ask", "gì?") == Ran(130, "", "")


# --- index and status ---------------------------------------------------------------------


def test_index_says_what_changed_and_what_it_skipped(run: Run, tmp_path: Path) -> None:
    corpus, index = tmp_path / "c", tmp_path / "i"
    corpus.mkdir()
    (corpus / "a.md").write_text(RESOLUTION, encoding="utf-8")
    (corpus / "b.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    ran = run("index", corpus, "--index", index)
    assert ran.code == 0
    assert "1 tài liệu" in ran.out
    assert "Bỏ qua 1:" in ran.out
    assert any(line.startswith("  b.pdf: ") for line in ran.out.splitlines())
    (corpus / "a.md").write_text(RESOLUTION.replace("42,5%", "43%"), encoding="utf-8")
    (corpus / "c.md").write_text(ARTICLE, encoding="utf-8")
    (corpus / "b.pdf").unlink()
    ran = run("index", corpus, "--index", index)
    assert "Thêm 1, đổi 1," in ran.out
    assert "Bỏ qua" not in ran.out
    ran = run("index", corpus, "--index", index)
    assert "Thêm 0, đổi 0, bớt 0, giữ nguyên 2" in ran.out


def test_status_tells_what_the_index_holds(run: Run, built: Path) -> None:
    ran = run("status", "--json")
    assert ran.code == 0
    record = ran.record
    assert (record["index"], record["documents"]) == (str(built), 2)
    assert record["kinds"] == {"bài báo": 1, "nghị quyết": 1}
    assert [one["path"] for one in record["skipped"]] == ["hỏng.pdf"]
    assert len(record["digest"]) == 64
    assert "hỏng.pdf: " in run("status").out


# --- ask ----------------------------------------------------------------------------------


def test_an_answer_shows_the_figure_then_sentences_then_sources(run: Run) -> None:
    ran = run("ask", "Hải Phòng mỗi năm trồng mới bao nhiêu cây xanh?")
    assert (ran.code, ran.err) == (0, "")
    short, _, *rest = ran.out.splitlines()
    assert short.startswith("40.000")
    sources = rest.index("Nguồn")
    assert "[1]" in " ".join(rest[:sources])
    cited = rest[sources + 1]
    assert cited.startswith("[1] Nghị quyết về phát triển cây xanh đô thị — 12-NQ/TU, 17/05/2021,")
    assert "Thành ủy Hải Phòng; " in cited
    assert "trang" not in cited  # Markdown has no pages
    assert "40.000 cây xanh" in rest[sources + 2]


def test_not_found_looks_different_and_names_what_is_missing(run: Run) -> None:
    ran = run("ask", "Cần Thơ mỗi năm trồng bao nhiêu cây xanh?")
    assert ran.code == 1
    first, missing, *_ = ran.out.splitlines()
    assert first == "KHÔNG TÌM THẤY TRONG TÀI LIỆU"
    assert "Cần Thơ" in missing
    assert "Nguồn" not in ran.out.splitlines()
    english = run("ask", "Cần Thơ mỗi năm trồng bao nhiêu cây xanh?", "--lang", "en")
    assert english.out.splitlines()[0] == "NOT FOUND IN THE DOCUMENTS"


def test_json_of_an_answer_quotes_the_document(run: Run) -> None:
    ran = run("ask", "hai phong moi nam trong bao nhieu cay xanh", "--json")
    assert ran.code == 0
    record = ran.record
    assert list(record)[:6] == ["id", "question", "status", "abstained", "short", "answer"]
    assert record["abstained"] is False
    (citation, *_) = record["citations"]
    assert citation["document"] == "nghị quyết.md"
    assert citation["quote"] in citation["passage"]
    assert "40.000" in citation["quote"]
    assert "Hải Phòng" in ran.out or "cây xanh" in ran.out  # readable, not escaped


def test_json_is_the_same_bytes_in_every_process(built: Path) -> None:
    command = ["-m", "assistant", "ask", "Ai chủ trì trồng cây xanh?", "--json", "--index"]
    runs = [python(*command, str(built), PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert runs[0] == runs[1] != b""


def test_filters_hold_an_answer_to_some_documents(run: Run) -> None:
    question = "Hải Phòng mỗi năm trồng mới bao nhiêu cây xanh?"
    assert run("ask", question, "--kind", "nghi quyet", "--year", "2021").code == 0
    assert run("ask", question, "--kind", "bài báo").code == 1
    assert run("ask", question, "--place", "Đà Nẵng").code == 1
    assert run("ask", question, "--as-of", "16/05/2021").code == 1
    assert run("ask", question, "--as-of", "2021-05-17").code == 0


# --- search and show ----------------------------------------------------------------------


def test_search_and_show_agree_on_a_passage(run: Run) -> None:
    hits = run("search", "cây xanh và xe buýt điện", "--k", "2", "--json").record["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2]
    assert hits[0]["score"] >= hits[1]["score"]
    assert all(hit["score"] == round(hit["score"], 4) for hit in hits)
    shown = run("show", hits[0]["passage_id"], "--json").record
    assert shown["passage"] == hits[0]["passage"]
    assert shown["document"] == hits[0]["document"]
    text = run("show", hits[0]["passage_id"])
    assert text.code == 0
    assert text.out.startswith(f"{shown['title']} — ")
    assert text.out.endswith(f"\n\n{hits[0]['passage']}\n")


def test_search_prints_the_id_that_show_takes(run: Run) -> None:
    ran = run("search", "xe buýt điện", "--k", "1")
    assert ran.out.startswith("1. Đà Nẵng thử nghiệm xe buýt điện — 02/09/2023; ")
    passage_id = ran.out.splitlines()[2].strip().partition("  (")[0]
    assert run("show", passage_id).code == 0


def test_search_that_finds_nothing_exits_1(run: Run) -> None:
    ran = run("search", "xe buýt điện", "--year", "1999")
    assert ran.code == 1
    assert run("search", "xe buýt điện", "--year", "1999", "--json").record["hits"] == []


# --- batches ------------------------------------------------------------------------------


def test_a_batch_answers_in_order_and_goes_on_after_a_bad_line(run: Run, tmp_path: Path) -> None:
    given, out = tmp_path / "vào.jsonl", tmp_path / "ra.jsonl"
    given.write_text(
        '{"id": "b", "question": "Hải Phòng mỗi năm trồng mới bao nhiêu cây xanh?"}\n\n'
        '{"id": "lỗi", "question": ""}\n'
        '{"id": "a", "question": "Cần Thơ mỗi năm trồng bao nhiêu cây xanh?", "history": []}\n',
        encoding="utf-8",
    )
    ran = run("ask", "--batch", given, "--out", out)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("chinhsach: 1/3 dòng lỗi")
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == ["b", "lỗi", "a"]
    assert [record.get("abstained") for record in records] == [False, None, True]


def test_a_good_batch_exits_0_even_where_nothing_is_found(run: Run, tmp_path: Path) -> None:
    given, out = tmp_path / "vào.jsonl", tmp_path / "ra.jsonl"
    given.write_text('{"id": 1, "question": "Cần Thơ trồng bao nhiêu cây?"}\n', encoding="utf-8")
    assert run("ask", "--batch", given, "--out", out) == Ran(0, "", "")
    single = run("ask", "Cần Thơ trồng bao nhiêu cây?", "--json").record
    assert json.loads(out.read_text(encoding="utf-8")) == single | {"id": 1}


def test_a_search_batch_goes_to_stdout_without_out(run: Run, tmp_path: Path) -> None:
    given = tmp_path / "vào.jsonl"
    given.write_text('{"id": 1, "query": "xe buýt"}\n{"id": 2, "query": "cây"}', encoding="utf-8")
    ran = run("search", "--batch", given, "--k", "1")
    assert (ran.code, ran.err) == (0, "")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [record["id"] for record in records] == [1, 2]
    assert [hit["document"] for record in records for hit in record["hits"]] == [
        "xe-buyt.md",
        "nghị quyết.md",
    ]


def test_a_batch_never_overwrites_its_input(run: Run, tmp_path: Path) -> None:
    given = tmp_path / "vào.jsonl"
    given.write_text('{"id": 1, "query": "xe buýt"}\n', encoding="utf-8")
    assert run("search", "--batch", given, "--out", given).code == 2
    assert given.read_text(encoding="utf-8") == '{"id": 1, "query": "xe buýt"}\n'


# --- other processes ----------------------------------------------------------------------


def test_eval_hands_its_arguments_on() -> None:
    ran = python("-m", "assistant", "eval", "--questions", "không-có.jsonl")
    assert ran.returncode == 2
    assert "không-có.jsonl" in ran.stderr.decode()


def test_eval_and_app_say_so_outside_a_checkout(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.cli_servers._CHECKOUT", tmp_path)
    for command in ("eval", "app"):
        ran = run(command)
        assert (ran.code, ran.out) == (2, "")
        assert "thư mục mã nguồn" in ran.err


def test_app_refuses_a_port_that_is_taken(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").touch()
    monkeypatch.setattr("assistant.cli_servers._CHECKOUT", tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("app", "--port", str(port))
    assert (ran.code, ran.out) == (2, "")
    assert f"cổng {port}" in ran.err


def test_app_prints_its_address_once_the_page_answers(built: Path, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import streamlit\nstreamlit.write('trang thử')\n")
    script = (
        "import sys; from pathlib import Path; from assistant import cli, cli_servers;"
        f"cli_servers._CHECKOUT = Path({str(tmp_path)!r});"
        f"sys.exit(cli.main(['app', '--index', {str(built)!r}]))"
    )
    environment = {key: value for key, value in os.environ.items() if not key.endswith("DISPLAY")}
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout
        address = re.search(r"http://localhost:(\d+) ", process.stdout.readline())
        assert address
        with urlopen(f"http://localhost:{address[1]}/_stcore/health", timeout=10) as answer:
            assert answer.read() == b"ok"
    finally:
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in told
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(address[1]))) != 0
