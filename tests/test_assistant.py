"""The facade: what every face may rely on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from command_line import python
from policies import open_policies, write_documents

from assistant.assistant import Assistant
from assistant.errors import IndexMissingError, UsageError
from assistant.schema import Filters, Status

QUESTIONS = (
    "Tỷ lệ đường phố có cây che mát đến năm 2025 là bao nhiêu?",
    "ty le duong pho co cay che mat nam 2030",
    "Sở nào lập danh mục tuyến phố?",
    "Cơ quan nào chủ trì tỷ lệ trạm sạc có mái che?",
    "Ai là giám đốc thư viện Huế?",
    "Có đúng kho sách số tăng 28% không?",
    "Kế hoạch 03/KH-UBND cung cấp bao nhiêu loài cây?",
    "Tàu điện ngầm dài bao nhiêu km?",
)


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_policies(tmp_path_factory.mktemp("policies"))


def test_two_builds_with_other_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    corpus = write_documents(tmp_path / "corpus")
    asked = tmp_path / "in.jsonl"
    asked.write_text(
        "".join(
            json.dumps({"id": f"q{i}", "question": question}, ensure_ascii=False) + "\n"
            for i, question in enumerate(QUESTIONS)
        ),
        encoding="utf-8",
    )
    outputs, digests = [], []
    for seed in ("1", "4242"):
        index, out = tmp_path / f"index-{seed}", tmp_path / f"out-{seed}.jsonl"
        for arguments in (
            ("index", str(corpus), "--index", str(index)),
            ("ask", "--batch", str(asked), "--out", str(out), "--index", str(index)),
        ):
            ran = python("-m", "assistant", *arguments, PYTHONHASHSEED=seed)
            assert ran.returncode == 0, ran.stderr.decode()
        outputs.append(out.read_bytes())
        digests.append(Assistant.open(index).reader.digest)
    assert outputs[0] == outputs[1]
    assert digests[0] == digests[1]
    records = [json.loads(line) for line in outputs[0].decode().splitlines()]
    assert [record["id"] for record in records] == [f"q{i}" for i in range(len(QUESTIONS))]
    assert {record["receipt"]["index"] for record in records} == {digests[0]}
    assert [record["abstained"] for record in records] == [False] * 6 + [True] * 2


def test_documents_in_order_of_their_paths(policies: Assistant) -> None:
    assert [document.path for document in policies.documents()] == [
        "ke-hoach-103.md",
        "nghe-muoi.md",
        "nghi-quyet-03.md",
        "quyet-dinh-85.md",
        "thu-vien.md",
    ]
    assert policies.skipped() == []


def test_a_passage_by_its_id(policies: Assistant) -> None:
    hit = policies.search("trạm sạc có mái che")[0]
    document, passage = policies.passage(hit.passage.id)
    assert passage == hit.passage
    assert document == policies.document(passage.document_id)
    assert document.number == "85/QĐ-UBND"


def test_a_passage_that_is_not_there(policies: Assistant) -> None:
    with pytest.raises(UsageError, match=r"^Không có đoạn “x/y#1”\. Hãy lấy mã đoạn từ"):
        policies.passage("x/y#1")


def test_no_index_where_one_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        Assistant.open(tmp_path)


def test_search_gives_the_best_first_and_no_more_than_asked(policies: Assistant) -> None:
    hits = policies.search("muối hạt Bình Thuận", k=2)
    assert [hit.rank for hit in hits] == [1, 2]
    assert hits[0].passage.document_id == policies.documents()[1].id
    assert policies.search("muối", k=0) == []


@pytest.mark.parametrize(
    "query", ["", "?", "a" * 2_001], ids=["nothing", "a mark", "a pasted document"]
)
def test_what_cannot_be_asked(policies: Assistant, query: str) -> None:
    for call in (policies.ask, policies.search):
        with pytest.raises(UsageError):
            call(query)


QUESTION = "Vườn ươm cung cấp bao nhiêu loài cây?"


@pytest.mark.parametrize(
    ("filters", "status"),
    [
        (Filters(), Status.FULL),
        (Filters(kinds=("kế hoạch",)), Status.FULL),
        (Filters(kinds=("Kế hoạch",), places=("Hải Phòng",), years=(2022,)), Status.FULL),
        (Filters(as_of=date(2022, 3, 9)), Status.FULL),
        (Filters(as_of=date(2022, 3, 8)), Status.NOT_FOUND),
        (Filters(kinds=("bài báo",)), Status.NOT_FOUND),
        (Filters(places=("Huế",)), Status.NOT_FOUND),
        (Filters(years=(2021,)), Status.NOT_FOUND),
    ],
)
def test_an_answer_keeps_to_the_filters(
    policies: Assistant, filters: Filters, status: Status
) -> None:
    answer = policies.ask(QUESTION, filters=filters)
    assert answer.status is status
    assert answer.short == ("15 loài cây" if status is Status.FULL else None)
    for hit in answer.nearest:
        document = policies.document(hit.passage.document_id)
        assert not filters.kinds or document.kind in filters.kinds
        assert not filters.years or (document.issued and document.issued.year in filters.years)


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_the_frame_changes_with_the_language(policies: Assistant, question: str) -> None:
    vietnamese, english = (policies.ask(question, language=one) for one in ("vi", "en"))
    assert (vietnamese.short, vietnamese.citations) == (english.short, english.citations)
    assert vietnamese.receipt == english.receipt
    if vietnamese.status is Status.NOT_FOUND:
        assert vietnamese.text.startswith("Không tìm thấy trong tài liệu.")
        assert english.text.startswith("Not found in these documents.")


def test_a_typing_slip_is_mended_and_the_question_kept(policies: Assistant) -> None:
    answer = policies.ask("Bao nhiêu tuynến xe buýt chạy điện năm 2030?")
    assert answer.short == "40"
    assert answer.question.text == "Bao nhiêu tuynến xe buýt chạy điện năm 2030?"


def test_history_is_carried_through(policies: Assistant) -> None:
    history = ["Vườn ươm ở đâu?"]
    assert policies.ask(QUESTION, history=history).question.history == tuple(history)
