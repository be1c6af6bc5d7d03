from __future__ import annotations

import sqlite3
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import make_document, make_passages

from assistant.errors import IndexDamagedError
from assistant.indexing import library as library_module
from assistant.indexing.library import Card, FileRecord, Library
from assistant.indexing.library_writer import LibraryWriter
from assistant.schema import (
    Block,
    BlockKind,
    Document,
    Level,
    Passage,
    Quality,
    Relation,
    RelationKind,
    Skipped,
    Source,
    Span,
    Step,
)

FULL = Document(
    id="ke-hoach",
    path="kế hoạch.docx",
    sha256="ab" * 32,
    title="Kế hoạch “số”",
    text="Tiêu đề\nChỉ tiêu | 25%",
    blocks=(
        Block(BlockKind.HEADING, 0, 7, level=1),
        Block(BlockKind.ROW, 8, 22, table=1, row=2, cells=(Span(8, 16), Span(19, 22))),
    ),
    kind="kế hoạch",
    number="12/KH-UBND",
    issuer="UBND thành phố",
    issued=date(2024, 5, 17),
    effective=date(2024, 6, 1),
    place="Hải Phòng",
    source=Source("Cổng thông tin", "https://example.org/a", date(2024, 5, 18)),
    relations=(Relation(RelationKind.THAY_THE, "1/KH-UBND"),),
    page_starts=(0, 8),
    quality=Quality("ocr", 0.91, "quét"),
    word_boxes=zlib.compress(b"x\x9c"),
)
ROW = Passage(
    id="ke-hoach/bảng-1-dòng-2#0",
    document_id="ke-hoach",
    start=8,
    end=22,
    path=(Step(Level.BANG, "1", "Chỉ tiêu"), Step(Level.DONG, "2")),
    pages=(2, 2),
    label="bảng 1 dòng 2",
    index_text="Kế hoạch “số”\nChỉ tiêu | 25%",
)
PLAIN = make_document("bài.txt", ["Một bài", "Đoạn một.", "Đoạn hai."], issued=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    writer = LibraryWriter(tmp_path / "library.sqlite")
    writer.add("/k", FULL, [ROW])
    writer.add("/b", PLAIN, make_passages(PLAIN))
    writer.skip(Skipped("hỏng.pdf", "tệp rỗng. Hãy bỏ tệp này."), "/h")
    writer.skip(Skipped("a.xyz", "chưa đọc được."))
    writer.record(FileRecord("/k", "kế hoạch.docx", 10, 20, "ab" * 32, 30))
    writer.record(FileRecord("/h", "hỏng.pdf", 0, 20, "", 30, "tệp rỗng."))
    writer.finish()
    return tmp_path / "library.sqlite"


def test_what_is_stored_comes_back_equal(path: Path) -> None:
    library = Library.open(path)
    assert list(library.documents()) == [FULL, PLAIN]
    assert library.document("ke-hoach") == FULL
    assert library.passage(ROW.id) == ROW
    assert library.passages_of(PLAIN.id) == make_passages(PLAIN)
    assert library.count() == (2, 3)
    assert library.skipped() == [
        Skipped("hỏng.pdf", "tệp rỗng. Hãy bỏ tệp này."),
        Skipped("a.xyz", "chưa đọc được."),
    ]
    assert library.left_out() == ((Skipped("a.xyz", "chưa đọc được."),), frozenset({"/h"}))
    assert library.files()["/h"] == FileRecord("/h", "hỏng.pdf", 0, 20, "", 30, "tệp rỗng.")


def test_ids_with_slashes_and_texts_of_their_own_come_back_equal(tmp_path: Path) -> None:
    document = make_document("a/b.txt", ["Bài", "Một đoạn.", "Một đoạn."])
    one, other = make_passages(document)
    document = replace(document, id="a/b")
    passages = [
        replace(one, id="a/b/khoản-1/điểm-a#1", document_id="a/b", index_text="Một đoạn. Hết"),
        replace(other, id="a/b/khoản-2#1", document_id="a/b", speaker="Bà Tám"),
    ]
    writer = LibraryWriter(tmp_path / "library.sqlite")
    writer.add("/a", document, passages)
    writer.finish()
    library = Library.open(tmp_path / "library.sqlite")
    assert [library.passage(passage.id) for passage in passages] == passages
    assert library.passages([1, 0]) == passages[::-1]
    for unknown in ("a/b", "a/b/khoản-3#1", "a/khoản-2#1", "/", ""):
        with pytest.raises(KeyError):
            library.passage(unknown)


def test_cards_tell_all_but_the_text(path: Path) -> None:
    first, second = Library.open(path).cards()
    assert first == Card(
        "ke-hoach", "kế hoạch.docx", "Kế hoạch “số”", "kế hoạch", "12/KH-UBND",
        "UBND thành phố", "2024-05-17", "Hải Phòng", 1,
    )  # fmt: skip
    assert (second.issued, second.passages) == (None, 2)


def test_passages_come_in_the_order_asked_for(path: Path) -> None:
    library = Library.open(path)
    one, two = make_passages(PLAIN)
    assert library.passages([2, 0, 1, 2]) == [two, ROW, one, two]
    assert library.passages([]) == []
    with pytest.raises(IndexDamagedError, match="đoạn số 9"):
        library.passages([0, 9])


def test_more_rows_than_a_statement_binds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_BOUND_VALUES", 2)
    assert [p.id for p in Library.open(path).passages([2, 1, 0])][-1] == ROW.id


def test_unknown_ids_are_key_errors(path: Path) -> None:
    library = Library.open(path)
    with pytest.raises(KeyError):
        library.document("x")
    with pytest.raises(KeyError):
        library.passage("x")


def test_it_keeps_few_documents_and_gives_the_same_ones(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "_KEPT_DOCUMENTS", 1)
    library = Library.open(path)
    first = library.document("ke-hoach")
    assert library.document("ke-hoach") is first
    library.document(PLAIN.id)
    assert library.document("ke-hoach") is not first


def test_several_threads_read_at_once(path: Path) -> None:
    library = Library.open(path)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda i: library.passages([i % 3])[0].id, range(300)))
    assert found == [library.passages([i % 3])[0].id for i in range(300)]


def test_it_cannot_be_written_to(path: Path) -> None:
    library = Library.open(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library._connection.execute("DELETE FROM passages")


@pytest.mark.parametrize("content", [None, b"", b"not a database, but long enough" * 40])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "library.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(
        IndexDamagedError, match=r"library\.sqlite: không đọc được .* chinhsach index"
    ):
        Library.open(path)


def test_a_page_that_was_overwritten_is_damage(path: Path) -> None:
    library = Library.open(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(16_384)
        file.write(b"\xff" * (size - 16_384))
    with pytest.raises(IndexDamagedError, match="chinhsach index"):
        library.cards()
    library.close()


def test_documents_are_taken_over_with_their_passages(path: Path, tmp_path: Path) -> None:
    writer = LibraryWriter(tmp_path / "new.sqlite", path)
    other = make_document("khác.txt", ["Khác", "Một đoạn."])
    writer.add("/o", other, make_passages(other))
    assert writer.earlier_documents("/b") == [(PLAIN.id, "bài.txt")]
    writer.copy(PLAIN.id)
    writer.copy("ke-hoach")
    writer.finish()
    library = Library.open(tmp_path / "new.sqlite")
    assert list(library.documents()) == [other, PLAIN, FULL]
    assert library.passages([3, 0]) == [ROW, make_passages(other)[0]]
    assert library.count() == (3, 4)
