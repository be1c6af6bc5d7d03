"""The command line, from what is typed to what is printed and the exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from command_line import ARTICLE, RESOLUTION, Ran, Run, python

from assistant.cli import main
from assistant.errors import ModelError


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
        (["ask", "--batch", "x.jsonl", "--history", "q"], "--history không đi cùng --batch"),
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


def test_a_follow_up_is_read_with_the_history_and_says_how(run: Run) -> None:
    first = "Đến năm 2025, tỷ lệ đường phố có cây xanh che mát của Hải Phòng đạt bao nhiêu?"
    alone = run("ask", "Còn Cần Thơ thì sao?")
    assert "Hiểu là" not in alone.out
    asked = run("ask", "Còn Cần Thơ thì sao?", "--history", "Ai chủ trì?", "--history", first)
    assert (asked.code, asked.err) == (1, "")
    reading = first.replace("Hải Phòng", "Cần Thơ")
    assert f"Hiểu là: {reading}" in asked.out.splitlines()
    back = run("ask", "Thế còn Hải Phòng?", "--history", reading, "--lang", "en")
    assert back.out.splitlines()[0] == "42,5%"
    assert f"Understood as: {first}" in back.out.splitlines()
    assert run("ask", first).out.splitlines()[0] == "42,5%"


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


def test_llm_hands_its_name_to_the_adapters(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def chat_model(spec: str) -> object:
        raise ModelError(f"không mở được mô hình {spec}. Hãy kiểm tra tên.")

    adapters = ModuleType("assistant.langchain_adapters")
    adapters.chat_model = chat_model
    monkeypatch.setitem(sys.modules, adapters.__name__, adapters)
    ran = run("ask", "Ai chủ trì?", "--llm", "fake:one")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "chinhsach: không mở được mô hình fake:one. Hãy kiểm tra tên.\n"


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
