from __future__ import annotations

import sqlite3
import tracemalloc
import zlib
from pathlib import Path

import pytest
from factories import make_document, make_passages

from assistant.errors import IndexDamagedError, UsageError
from assistant.indexing.library import Library
from assistant.indexing.library_writer import LibraryWriter
from assistant.indexing.packing import Packing, inflated

CLAUSES = [
    f"Điều {n}. Cơ quan có thẩm quyền giải quyết hồ sơ thứ {n} trong thời hạn {n % 30} ngày"
    for n in range(400)
]
SIZE = sum(len(clause.encode()) for clause in CLAUSES)


def test_what_is_packed_comes_back() -> None:
    packing = Packing.of(CLAUSES, SIZE)
    for text in [*CLAUSES, "", "không có trong từ điển", "\0 đ 😀"]:
        assert packing.unpacked(packing.packed(text)) == text
        assert Packing().unpacked(Packing().packed(text)) == text


def test_the_dictionary_is_a_share_of_the_texts_from_all_over_them() -> None:
    packing = Packing.of(CLAUSES, SIZE)
    wanted = SIZE // 32 // 128
    assert wanted * 48 < len(packing.dictionary) <= wanted * 128
    joined = "".join(CLAUSES).encode()
    assert packing.dictionary[:60] == joined[:60]
    assert "thứ 311 ".encode() in packing.dictionary
    assert len(Packing.of(CLAUSES * 100, SIZE * 100).dictionary) <= 32_768
    assert Packing.of(CLAUSES[:9], 9).dictionary == b""
    assert Packing.of([], 0).dictionary == b""


def test_texts_that_say_the_same_pack_to_half() -> None:
    packing = Packing.of(CLAUSES, SIZE)
    plain = sum(len(Packing().packed(text)) for text in CLAUSES)
    assert sum(len(packing.packed(text)) for text in CLAUSES) < plain / 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        zlib.compress(b"a" * 99)[:-6],
        zlib.compress(b"\xff"),
        Packing(b"other words").packed("other words"),
        None,
    ],
)
def test_what_was_not_packed_so_is_damage(data: bytes) -> None:
    with pytest.raises(IndexDamagedError, match="chinhsach index"):
        Packing.of(CLAUSES, SIZE).unpacked(data)


def test_no_more_is_unpacked_than_can_be_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    assert inflated(zlib.compress(b"a" * 99), 99) == b"a" * 99
    with pytest.raises(IndexDamagedError, match="chinhsach index"):
        inflated(zlib.compress(b"a" * 100), 99)
    bomb = zlib.compress(bytes(1 << 20))
    assert peak_of(bomb, 1_000) < 500_000
    monkeypatch.setattr("assistant.indexing.packing._MOST", 9)
    with pytest.raises(UsageError, match="tách tệp"):
        Packing().packed("0123456789")


def peak_of(data: bytes, most: int) -> int:
    """Return the memory in bytes that refusing what is too long takes at most."""
    tracemalloc.start()
    try:
        with pytest.raises(IndexDamagedError):
            inflated(data, most)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("column", ["text", "blocks", "word_boxes"])
def test_what_is_not_as_it_was_packed_is_told_in_one_line(tmp_path: Path, column: str) -> None:
    path = tmp_path / "library.sqlite"
    document = make_document("luật.txt", CLAUSES)
    writer = LibraryWriter(path)
    writer.add("/l", document, make_passages(document))
    writer.finish()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE texts SET {column} = x'00'")  # noqa: S608 - our own names
    with pytest.raises(IndexDamagedError, match="chinhsach index"):
        Library.open(path).document(document.id)


def test_a_dictionary_that_unpacks_to_too_much_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    writer = LibraryWriter(path)
    writer.finish()
    Library.open(path).close()
    with sqlite3.connect(path) as connection:
        bomb = (zlib.compress(bytes(32_769)),)
        connection.execute("UPDATE dictionaries SET data = ? WHERE name = 'cells'", bomb)
    with pytest.raises(IndexDamagedError, match="từ điển nén hỏng"):
        Library.open(path)


def test_a_damaged_dictionary_or_text_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    document = make_document("luật.txt", CLAUSES)
    writer = LibraryWriter(path)
    writer.add("/l", document, make_passages(document))
    writer.finish()
    assert list(tmp_path.iterdir()) == [path]
    assert Library.open(path).document(document.id) == document
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE texts SET text = substr(text, 1, 40)")
    with pytest.raises(IndexDamagedError, match="chinhsach index"):
        Library.open(path).document(document.id)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM dictionaries WHERE name = 'text'")
    with pytest.raises(IndexDamagedError, match="từ điển nén hỏng"):
        Library.open(path)
