"""The file of a document is shown only while it is the one that was read."""

from __future__ import annotations

from pathlib import Path

from factories import CORPUS, write_corpus

from assistant.config import Config
from assistant.indexing.build import build_index
from assistant.indexing.originals import Found, Original, find_original
from assistant.indexing.reader import IndexReader

NAME = "cay-xanh.txt"


def reader_over(folder: Path, *roots: Path) -> IndexReader:
    build_index(list(roots), folder / "index", Config())
    return IndexReader.open(folder / "index")


def test_a_file_is_found_while_it_is_the_same(tmp_path: Path) -> None:
    file = write_corpus(tmp_path / "corpus") / NAME
    library = reader_over(tmp_path, tmp_path / "corpus").library
    document = next(one for one in library.documents() if one.path == NAME)
    data = file.read_bytes()

    assert find_original(library, document) == Original(Found.SAME, data)
    file.write_bytes(data[:-1] + b"?")  # as long as before
    assert find_original(library, document) == Original(Found.CHANGED)
    file.write_bytes(data + b"?")
    assert find_original(library, document) == Original(Found.CHANGED)
    file.unlink()
    assert find_original(library, document) == Original(Found.GONE)


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    one = write_corpus(tmp_path / "a", {"x.txt": CORPUS[NAME]})
    other = write_corpus(tmp_path / "b", {"y.txt": CORPUS["xe-buyt.txt"]})
    library = reader_over(tmp_path, one, other).library
    found = {
        document.path: find_original(library, document).data for document in library.documents()
    }

    assert found == {
        "x.txt": (one / "x.txt").read_bytes(),
        "y.txt": (other / "y.txt").read_bytes(),
    }
