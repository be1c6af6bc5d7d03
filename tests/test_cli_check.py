"""``chinhsach check``: from what is typed to what is printed and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Run

TRUE = "Mỗi năm Hải Phòng trồng mới 40.000 cây xanh."
FALSE = "Mỗi năm Hải Phòng trồng mới 45.000 cây xanh."
OPEN = "Hải Phòng có 12 bảo tàng tư nhân."


@pytest.mark.parametrize(
    ("claim", "code", "verdict"),
    [(TRUE, 0, "supported"), (FALSE, 0, "refuted"), (OPEN, 1, "not_enough")],
)
def test_a_verdict_and_its_exit_code(run: Run, claim: str, code: int, verdict: str) -> None:
    ran = run("check", claim, "--json")
    assert (ran.code, ran.err) == (code, "")
    record = ran.record
    assert (record["id"], record["claim"], record["verdict"]) == (None, claim, verdict)
    assert list(record)[:5] == ["id", "claim", "verdict", "figures", "citations"]
    for citation in record["citations"]:
        assert citation["quote"] in citation["passage"]


def test_a_figure_stands_beside_the_one_found(run: Run) -> None:
    [figure] = run("check", FALSE, "--json").record["figures"]
    assert (figure["value"], figure["verdict"], figure["found"]) == (45_000, "refuted", "40.000")
    assert figure["differs"] == ["value"]
    assert FALSE[figure["start"] : figure["end"]] == figure["text"] == "45.000"


def test_the_note_is_ready_to_paste(run: Run) -> None:
    ran = run("check", FALSE)
    lines = ran.out.splitlines()
    assert lines[0] == f"“{FALSE}”"
    assert lines[2] == "Không đúng với tài liệu."
    assert "“45.000” không đúng: tài liệu nêu “40.000”" in lines[3]
    assert "12-NQ/TU" in ran.out
    assert "Refuted by the documents." in run("check", FALSE, "--lang", "en").out


def test_a_batch_keeps_order_and_ids(run: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": 7, "claim": TRUE}, {"id": "x"}, {"id": None, "claim": OPEN}]
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    ran = run("check", "--batch", source, "--out", target)
    assert ran.code == 2
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in found] == [7, "x", None]
    assert found[0]["verdict"] == "supported"
    assert found[1]["error"].startswith('dòng 2: thiếu "claim"')
    assert found[2]["verdict"] == "not_enough"


@pytest.mark.parametrize(
    ("typed", "told"),
    [(["check"], "thiếu nội dung"), (["check", "?"], "trống"), (["check", "a " * 30_000], "dài")],
)
def test_a_users_error_is_one_line(run: Run, typed: list[str], told: str) -> None:
    ran = run(*typed)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err


def test_an_article_in_a_file_is_checked_sentence_by_sentence(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "bài viết.txt"
    article.write_text(f"{TRUE} {FALSE} Ai cũng vui mừng vì điều ấy.", encoding="utf-8")
    ran = run("check", "--file", article)
    assert ran.code == 0
    assert ran.out.startswith("Đã kiểm tra 2 câu: 1 đúng, 1 có phần không đúng")
    assert ran.out.rstrip().endswith("- Ai cũng vui mừng vì điều ấy.")
    record = run("check", "--file", article, "--json").record
    assert [one["verdict"] for one in record["sentences"]] == ["supported", "refuted"]
    assert record["unchecked"] == ["Ai cũng vui mừng vì điều ấy."]


def test_claim_reviews_are_printed_on_request(run: Run) -> None:
    ran = run("check", TRUE, "--claim-review", "--article-url", "https://vi.du/bai")
    [review] = json.loads(ran.out)
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", TRUE)
    assert review["itemReviewed"]["appearance"]["url"] == "https://vi.du/bai"
    assert "author" not in review


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["check", "--file", "không-có.txt"], "không có tệp"),
        (["check", TRUE, "--file", "a.txt"], "--file không đi cùng"),
        (["check", "--batch", "a.jsonl", "--claim-review"], "--claim-review không đi cùng"),
    ],
)
def test_a_file_that_cannot_be_checked_is_told_in_one_line(
    run: Run, typed: list[str], told: str
) -> None:
    ran = run(*typed)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err
