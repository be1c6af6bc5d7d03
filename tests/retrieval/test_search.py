"""Search on a small corpus: what leads, what is held back, and in which order."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import HashEncoder, make_document, make_passages, write_corpus

from assistant.config import Config
from assistant.documents import SourceFile
from assistant.indexing import reading
from assistant.indexing.build import build_index
from assistant.indexing.dense import DenseIndex
from assistant.indexing.reader import IndexReader
from assistant.retrieval import search
from assistant.retrieval.lexical import Lexical, Ranking
from assistant.retrieval.questions import analyse
from assistant.retrieval.search import Retriever
from assistant.schema import AnswerKind, Document, Filters, Hit, Question

CORPUS = {
    "a.txt": ("Kế hoạch cây xanh", "Thành phố trồng 40.000 cây xanh.", "Sở Xây dựng chủ trì."),
    "b.txt": ("Xe buýt điện", "Có 60% xe buýt chạy bằng điện.", "Sở Giao thông lập danh mục."),
    "c.txt": ("Muối và gạo", "Giá muội than tăng, giá gạo giảm.", "Chợ mở lúc 5 giờ."),
    "d.txt": ("Chợ nổi", "Ngày hội có muối và gạo.", "Ngày hội có muối và gạo."),
    "e.txt": ("Chợ nổi", "Ngày hội có muối và gạo.", "Khách đến đông."),
}
KNOWN = {
    "a.txt": {"kind": "kế hoạch", "place": "Hải Phòng", "issued": date(2021, 3, 4)},
    "b.txt": {"kind": "quyết định", "place": "Đà Nẵng", "issued": date(2023, 3, 4)},
}

OpenIndex = Callable[..., Retriever]


def ask(text: str, marked: bool = True) -> Question:
    return Question(text=text, query=text, kind=AnswerKind.TEXT, marked=marked)


def read(file: SourceFile, config: Config, **_: object) -> list[Document]:
    lines = file.absolute.read_text(encoding="utf-8").splitlines()
    return [make_document(file.path, lines, **KNOWN.get(file.path, {}))]


@pytest.fixture
def open_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenIndex:
    monkeypatch.setattr(reading, "read_file", read)
    monkeypatch.setattr(reading, "passages", make_passages)
    corpus = write_corpus(tmp_path / "corpus", CORPUS)

    def build(config: Config, encoder: HashEncoder | None = None) -> Retriever:
        build_index([corpus], tmp_path / "index", config, encoder=encoder)
        return Retriever(IndexReader.open(tmp_path / "index", encoder))

    return build


BASE = Config(encoder="none", dense_weight=0, folded_weight=0.2, context_weight=0.5)


def texts(retriever: Retriever, hits: list[Hit]) -> list[str]:
    library = retriever.reader.library
    return [
        library.document(h.passage.document_id).text[h.passage.start : h.passage.end] for h in hits
    ]


def test_the_passage_that_answers_comes_first(open_index: OpenIndex) -> None:
    retriever = open_index(BASE)
    hits = retriever.search(ask("bao nhiêu xe buýt chạy bằng điện"), 3)
    assert texts(retriever, hits)[0] == "Có 60% xe buýt chạy bằng điện."
    assert [hit.rank for hit in hits] == [1, 2, 3][: len(hits)]
    assert hits[0].score == pytest.approx(1.0)
    assert dict(hits[0].ranks) == {"marked": 1}


def test_without_marks_letters_count_alone(open_index: OpenIndex) -> None:
    retriever = open_index(BASE)
    hits = retriever.search(ask("xe buyt chay bang dien", marked=False), 2)
    assert texts(retriever, hits)[0] == "Có 60% xe buýt chạy bằng điện."
    assert [name for name, _ in hits[0].ranks] == ["folded"]


def test_marks_tell_words_apart_when_they_are_typed(open_index: OpenIndex) -> None:
    retriever = open_index(replace(BASE, folded_weight=0, context_weight=0))
    assert texts(retriever, retriever.search(ask("muội"), 5)) == [
        "Giá muội than tăng, giá gạo giảm."
    ]
    folded = texts(retriever, retriever.search(ask("muoi", marked=False), 5))
    assert len(folded) == 5


def test_the_context_decides_between_equal_passages(open_index: OpenIndex) -> None:
    question = ask("ngày hội muối khách đến")
    alone = open_index(replace(BASE, context_weight=0))
    assert [h.passage.id for h in alone.search(question, 4)][1:3] == sorted(
        h.passage.id for h in alone.search(question, 4)[1:3]
    )
    around = open_index(replace(BASE, context_weight=0.9))
    best = around.search(question, 2)
    assert {hit.passage.document_id for hit in best} == {"e-txt"}


def test_ties_are_in_the_order_of_passages(open_index: OpenIndex) -> None:
    retriever = open_index(replace(BASE, context_weight=0))
    hits = retriever.search(ask("ngày hội có muối"), 3)
    assert [hit.passage.id for hit in hits] == [
        "d-txt/đoạn-1#0", "d-txt/đoạn-2#0", "e-txt/đoạn-1#0",
    ]  # fmt: skip
    assert len({hit.score for hit in hits}) == 1


def test_at_most_so_many_of_one_document(open_index: OpenIndex) -> None:
    retriever = open_index(BASE)
    hits = retriever.search(ask("ngày hội muối gạo"), 3, per_document=1)
    documents = [hit.passage.document_id for hit in hits]
    assert len(documents) == len(set(documents)) == 3
    assert [hit.rank for hit in hits] == [1, 2, 3]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(kinds=("quyết định",)), {"b-txt"}),
        (Filters(places=("Hải Phòng",)), {"a-txt"}),
        (Filters(years=(2021,)), {"a-txt"}),
        (Filters(as_of=date(2022, 1, 1)), {"a-txt"}),
        (Filters(years=(1999,)), set()),
    ],
)
@pytest.mark.parametrize("dense_weight", [0, 0.5, 1])
def test_filters_hold_in_every_leg(
    open_index: OpenIndex, filters: Filters, expected: set[str], dense_weight: float
) -> None:
    config = replace(BASE, dense_weight=dense_weight)
    retriever = open_index(config, HashEncoder())
    hits = retriever.search(ask("sở có xe chủ trì danh mục"), 10, filters)
    assert {hit.passage.document_id for hit in hits} == expected


def test_the_dense_leg_has_its_weight_and_a_similarity_counts_as_it_is(
    open_index: OpenIndex,
) -> None:
    config = replace(BASE, dense_weight=0.25, context_weight=0, folded_weight=0)
    retriever = open_index(config, HashEncoder())
    question = ask("sở giao thông")
    hit, second = retriever.search(question, 2)
    encoder, dense = retriever.reader.encoder, retriever.reader.dense
    assert encoder is not None
    assert dense is not None
    vector = encoder.encode_questions([question.query])[0]
    lexical = Lexical(retriever.reader.sparse, config, Ranking())
    rows, words = lexical.search(question.query, True, 5)
    total = sorted(0.75 * words + 0.25 * dense.scores(vector, rows), reverse=True)
    assert total[0] < 0.95  # a similarity is no share of the best
    assert (hit.score, second.score) == (1, pytest.approx(total[1] / total[0], abs=1e-5))
    assert dict(hit.ranks) == {"marked": 1, "dense": 1}


def test_a_leg_without_weight_is_not_run(open_index: OpenIndex) -> None:
    encoder = HashEncoder()
    retriever = open_index(BASE, encoder)
    encoder.encode_questions = None
    assert retriever.search(ask("xe buýt"), 1)
    assert "dense" not in vars(retriever.reader)
    assert "encoder" not in vars(retriever.reader)


@pytest.mark.parametrize("text", ["", "zzz qqq", "?!"])
def test_nothing_in_common_finds_nothing(open_index: OpenIndex, text: str) -> None:
    assert open_index(Config(dense_weight=0.5)).search(ask(text), 5) == []


def test_no_more_hits_than_asked_for(open_index: OpenIndex) -> None:
    retriever = open_index(Config())
    assert retriever.search(ask("sở"), 0) == []
    assert len(retriever.search(ask("có"), 2)) == 2
    assert len(retriever.search(ask("ngày hội có muối"), 100)) <= 10


@pytest.mark.parametrize(("text", "looked"), [("muối và gạo", False), ("qqq zzz", True)])
def test_many_vectors_are_compared_only_where_words_draw_too_little(
    open_index: OpenIndex, monkeypatch: pytest.MonkeyPatch, text: str, looked: bool
) -> None:
    retriever = open_index(replace(BASE, dense_weight=0.25), HashEncoder())
    expected = retriever.search(ask(text), 3)
    depths: list[int] = []
    compare = DenseIndex.search

    def counted(self: DenseIndex, vector: object, k: int, mask: object = None) -> object:
        depths.append(k)
        return compare(self, vector, k, mask)

    monkeypatch.setattr(DenseIndex, "search", counted)
    monkeypatch.setattr(search, "FEW", 1)
    assert retriever.search(ask(text), 3) == expected
    assert bool(depths) is looked


def test_few_comparisons_find_what_all_of_them_do(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared / "retrieval" / "xquad-vi"
    build_index([folder / "corpus.jsonl"], tmp_path / "index", Config())
    retriever = Retriever(IndexReader.open(tmp_path / "index"))
    lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [analyse(json.loads(line)["text"]) for line in lines[:100]]
    exact = [[hit.passage.id for hit in retriever.search(one, 10)] for one in questions]
    monkeypatch.setattr(search, "FEW", 0)
    found = [[hit.passage.id for hit in retriever.search(one, 10)] for one in questions]
    kept = [len({*some} & {*best}) / len(best) for some, best in zip(found, exact, strict=True)]
    assert sum(kept) / len(kept) >= 0.99
    first = [some[0] == best[0] for some, best in zip(found, exact, strict=True)]
    assert sum(first) / len(first) >= 0.99
