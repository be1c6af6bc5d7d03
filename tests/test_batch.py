"""Batches: every line gets its own result or its own error, in order."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from assistant.batch import BatchReport, answer_line, run_batch, search_line
from assistant.cli_json import answer_record, dump
from assistant.errors import UsageError
from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Comparator,
    Document,
    Figure,
    Hit,
    Method,
    Passage,
    Question,
    Receipt,
    Role,
    SideFound,
    Span,
    Status,
)

TEXT = "Kế hoạch trồng cây\nThành phố trồng 40.000 cây xanh trong năm 2024. Sở Xây dựng chủ trì."
SENTENCE = TEXT.index("Thành phố"), TEXT.index(" Sở Xây")
VALUE = TEXT.index("40.000"), TEXT.index("40.000") + len("40.000 cây")
DOCUMENT = Document(
    id="cay-xanh",
    path="kế hoạch/cây xanh.md",
    sha256="0" * 64,
    title="Kế hoạch trồng cây",
    text=TEXT,
    blocks=(),
    number="12/KH-UBND",
)
PASSAGE = Passage(
    id="cay-xanh/đoạn-1#1",
    document_id="cay-xanh",
    start=SENTENCE[0],
    end=len(TEXT),
    path=(),
    pages=None,
    label="đoạn 1",
    index_text=TEXT,
)


def found(question: str, history: list[str]) -> Answer:
    """Answer anything with one cited sentence, and show the history in the receipt."""
    return Answer(
        question=Question(
            question, question, AnswerKind.FIGURE, marked=True, history=tuple(history)
        ),
        status=Status.FULL,
        missing="",
        short="40.000 cây",
        text="Thành phố trồng 40.000 cây xanh trong năm 2024. [1]",
        citations=(Citation(1, DOCUMENT, PASSAGE, "đoạn 1", None, *SENTENCE),),
        figures=(
            Figure(
                "cay-xanh", "cây xanh", Comparator.EQUAL, 40_000.0, None, "cây", Role.TARGET,
                2024, None, Span(*VALUE), Span(*SENTENCE),
            ),
        ),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=Receipt("index", "config", tuple(history)),
    )  # fmt: skip


def run(content: bytes, handle: Any = None) -> tuple[BatchReport, list[dict[str, Any]]]:
    lines: list[str] = []
    report = run_batch(content, handle or (lambda given: answer_line(given, found)), lines.append)
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    return report, [json.loads(line) for line in lines]


def test_an_answer_has_exactly_the_agreed_fields_in_order() -> None:
    _, (record,) = run('{"id": "c1", "question": "Trồng bao nhiêu cây?"}'.encode())
    assert list(record) == [
        "id", "question", "status", "abstained", "short", "answer", "sides", "notes",
        "citations", "figures", "method", "receipt",
    ]  # fmt: skip
    assert record["id"] == "c1"
    assert record["question"] == "Trồng bao nhiêu cây?"
    assert (record["status"], record["abstained"], record["method"]) == (
        "full",
        False,
        "extractive",
    )
    assert record["citations"] == [
        {
            "marker": 1,
            "document": "kế hoạch/cây xanh.md",
            "title": "Kế hoạch trồng cây",
            "number": "12/KH-UBND",
            "label": "đoạn 1",
            "page": None,
            "start": SENTENCE[0],
            "end": SENTENCE[1],
            "quote": "Thành phố trồng 40.000 cây xanh trong năm 2024.",
            "passage": "Thành phố trồng 40.000 cây xanh trong năm 2024. Sở Xây dựng chủ trì.",
            "recognition": None,
        }
    ]
    (figure,) = record["figures"]
    assert (figure["value"], figure["text"], figure["role"]) == (40_000, "40.000 cây", "target")
    assert record["receipt"] == {"index": "index", "config": "config", "passages": []}


def test_sides_and_notes_are_part_of_the_record() -> None:
    note = "Từ ngày 01/07/2025, Hải Dương thuộc Hải Phòng (Nghị quyết 202/2025/QH15)."
    answer = replace(
        found("Hải Dương và Cà Mau trồng bao nhiêu cây?", []),
        sides=(SideFound("Hải Dương", "40.000 cây", 1), SideFound("Cà Mau", None, None)),
        notes=(note,),
    )
    record = answer_record(None, "Hải Dương và Cà Mau trồng bao nhiêu cây?", answer)
    assert record["sides"] == [
        {"label": "Hải Dương", "short": "40.000 cây", "marker": 1},
        {"label": "Cà Mau", "short": None, "marker": None},
    ]
    assert record["notes"] == [note]
    plain = answer_record(None, "Trồng bao nhiêu cây?", found("Trồng bao nhiêu cây?", []))
    assert (plain["sides"], plain["notes"]) == ([], [])


def test_search_has_exactly_the_agreed_fields_and_rounds_scores() -> None:
    def search(query: str) -> list[tuple[Hit, Document]]:
        return [(Hit(PASSAGE, 1, 1 / 3), DOCUMENT)]

    record = search_line({"id": 7, "query": "cây"}, search)
    assert record == {
        "id": 7,
        "query": "cây",
        "hits": [
            {
                "rank": 1,
                "score": 0.3333,
                "document": "kế hoạch/cây xanh.md",
                "passage_id": "cay-xanh/đoạn-1#1",
                "label": "đoạn 1",
                "passage": "Thành phố trồng 40.000 cây xanh trong năm 2024. Sở Xây dựng chủ trì.",
            }
        ],
    }


def test_ids_are_carried_through_whatever_they_are() -> None:
    ids = ["q1", "", 0, 12345678901234567890, 2.5, None, True, ["a", {"b": 1}], "đường/1"]
    content = "\n".join(json.dumps({"id": id_, "question": "gì?"}) for id_ in ids)
    report, records = run(content.encode())
    assert [record["id"] for record in records] == ids
    assert report == BatchReport(lines=len(ids), bad=0)


def test_history_reaches_the_answer() -> None:
    _, (with_history, without) = run(
        '{"id":1,"question":"Còn năm 2025?","history":["Năm 2024?","Ai chủ trì?"]}\n'
        '{"id":2,"question":"Còn năm 2025?","history":null}'.encode()
    )
    assert with_history["receipt"]["passages"] == ["Năm 2024?", "Ai chủ trì?"]
    assert without["receipt"]["passages"] == []


@pytest.mark.parametrize(
    ("line", "identifier", "told"),
    [
        (b'{"id": 1, "question": "a"', None, "JSON"),
        (b"[1, 2]", None, "JSON"),
        (b'"h\xe1\xbb\x8fi"', None, "JSON"),
        (b'{"id": 1, "question": "\xff"}', None, "UTF-8"),
        (b'{"id": 1}', 1, '"question"'),
        (b'{"id": 1, "question": "  "}', 1, '"question"'),
        (b'{"id": 1, "question": 5}', 1, '"question"'),
        (b'{"id": 1, "question": "\\ud800"}', 1, "Unicode"),
        (b'{"id": 1, "question": "a", "history": "b"}', 1, '"history"'),
        (b'{"id": 1, "question": "a", "history": ["b", 3]}', 1, '"history"'),
        (b"[" * 100_000, None, "JSON"),
    ],
)
def test_a_bad_line_gets_its_error_and_the_others_go_on(
    line: bytes, identifier: object, told: str
) -> None:
    good = '{"id": "tốt", "question": "gì?"}'.encode()
    report, records = run(b"\n".join([good, line, good]))
    assert report == BatchReport(lines=3, bad=1)
    assert [record["id"] for record in records] == ["tốt", identifier, "tốt"]
    assert list(records[1]) == ["id", "error"]
    assert records[1]["error"].startswith("dòng 2: ")
    assert told in records[1]["error"]


def test_an_error_of_the_assistant_stays_with_its_line() -> None:
    def refuse(given: dict[str, Any]) -> dict[str, Any]:
        if given["id"] == 1:
            raise UsageError("câu hỏi quá dài.\nHãy rút gọn.")
        if given["id"] == 2:
            raise ZeroDivisionError("division by zero")
        return {"id": given["id"]}

    report, records = run(b'{"id": 1}\n{"id": 2}\n{"id": 3}\n', refuse)
    assert report == BatchReport(lines=3, bad=2)
    assert records[0] == {"id": 1, "error": "dòng 1: câu hỏi quá dài. Hãy rút gọn."}
    assert "ZeroDivisionError" in records[1]["error"]
    assert records[2] == {"id": 3}


def test_empty_lines_the_byte_order_mark_and_windows_line_ends_are_no_matter() -> None:
    content = b'\xef\xbb\xbf{"id": 1, "question": "a"}\r\n\r\n   \n{"id": 2, "question": "b"}\r\n'
    report, records = run(content)
    assert [record["id"] for record in records] == [1, 2]
    assert report == BatchReport(lines=2, bad=0)
    assert run(b"") == (BatchReport(0, 0), [])


def test_only_a_line_feed_ends_a_line() -> None:
    question = "một\u2028hai\u0085ba"
    content = json.dumps({"id": 1, "question": question}, ensure_ascii=False).encode()
    _, (record,) = run(content)
    assert record["question"] == question


def test_output_is_readable_vietnamese_and_always_valid_utf8() -> None:
    assert dump({"id": "đ"}) == '{"id": "đ"}'
    assert dump({"id": "\ud800đ"}).encode() == b'{"id": "\\ud800\\u0111"}'


def test_an_answer_not_found_is_abstained() -> None:
    answer = Answer(
        Question("?", "?", AnswerKind.TEXT, marked=True), Status.NOT_FOUND, "tài liệu về cây", None,
        "Không tìm thấy trong tài liệu.", (), (), (), Method.EXTRACTIVE, Receipt("i", "c"),
    )  # fmt: skip
    record = answer_record(None, "?", answer)
    assert (record["status"], record["abstained"], record["short"]) == ("not_found", True, None)


def test_progress_counts_the_lines() -> None:
    seen: list[tuple[int, int]] = []
    run_batch(
        b'{"id": 1}\n\n{"id": 2}',
        lambda given: given,
        lambda line: None,
        lambda stage, done, total: seen.append((done, total)),
    )
    assert seen == [(1, 2), (2, 2)]
