from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.errors import ReadError, UsageError
from assistant.indexing.uploads import UPLOADS_VARIABLE, Uploads, clean_name

MOST = 1_000_000
PLAN = "Kế hoạch trồng cây xanh năm 2024.".encode()


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads.of(tmp_path / "index")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Kế hoạch 12.pdf", "Kế hoạch 12.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        (r"C:\Users\a\b.DOCX", "b.docx"),
        ("/srv/.an.md", "an.md"),
        ("..txt", "tai-lieu.txt"),
        ("a\x00b\u202egpj.txt", "abgpj.txt"),
        ("a<b>:c|d?.txt", "a-b--c-d.txt"),
        ("con.txt", "tai-lieu-con.txt"),
        ("README.md", "tai-lieu-README.md"),
        ("~$bản nháp.docx", "bản nháp.docx"),
        ("Kế hoạch.txt".replace("ế", "e\u0302\u0301"), "Kế hoạch.txt"),
        ("không có đuôi", "không có đuôi"),
    ],
)
def test_a_name_never_becomes_a_path(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_a_long_name_is_cut_to_what_every_file_system_takes() -> None:
    assert len(clean_name("ộ" * 300 + ".pdf").encode()) == 150 + len(".pdf")


def test_what_is_uploaded_stands_beside_the_index_under_its_cleaned_name(
    tmp_path: Path, uploads: Uploads
) -> None:
    assert uploads.sources() == []
    path = uploads.add("../Kế hoạch.txt", PLAN, MOST)

    assert path == tmp_path / "index-uploads" / "tai-len" / "Kế hoạch.txt"
    assert path.read_bytes() == PLAN
    assert uploads.sources() == [tmp_path / "index-uploads"]
    assert [p.name for p in path.parent.iterdir()] == ["Kế hoạch.txt"]


def test_a_folder_of_uploads_may_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(UPLOADS_VARIABLE, str(tmp_path / "kho"))
    assert Uploads.of(tmp_path / "index").folder == tmp_path / "kho"


def test_one_name_for_two_files_is_numbered_and_one_file_twice_is_said(uploads: Uploads) -> None:
    uploads.add("a.txt", PLAN, MOST)
    assert uploads.add("A.TXT", PLAN + b"2", MOST).name == "A (2).txt"
    with pytest.raises(UsageError, match=r"đã có tệp này với tên “a\.txt”"):
        uploads.add("b.txt", PLAN, MOST)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.exe", PLAN, "chưa đọc được tệp dạng này"),
        ("corpus.jsonl", PLAN, "chưa đọc được tệp dạng này"),
        ("a", PLAN, "chưa đọc được tệp dạng này"),
        ("a.txt", b" \n", "tệp rỗng"),
        ("a.txt", b"x" * (MOST + 1), "tệp lớn 1 MB"),
        ("a.docx", b"PK\x03\x04 no zip", "tệp .docx hỏng"),
        ("a.pdf", bytes(range(256)) * 9, "hỏng hoặc không đúng định dạng"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_left(
    uploads: Uploads, name: str, data: bytes, told: str
) -> None:
    with pytest.raises(ReadError, match=told):
        uploads.add(name, data, MOST)
    assert not uploads.folder.exists()


def test_a_write_that_fails_loses_nothing_that_was_there(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = uploads.add("a.txt", PLAN, MOST)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.indexing.uploads.os.fsync", full)
    with pytest.raises(UsageError, match="chỗ trống"):
        uploads.replace(path, "a.txt", b"khac", MOST)
    assert path.read_bytes() == PLAN
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]


def test_another_file_takes_the_place_of_one(uploads: Uploads) -> None:
    path = uploads.add("a.txt", PLAN, MOST)
    assert uploads.replace(path, "b.txt", b"b", MOST) == path
    moved = uploads.replace(path, "b.md", b"# b", MOST)
    assert [(p.name, p.read_bytes()) for p in uploads.files()] == [("a.md", b"# b")]
    uploads.remove(moved)
    assert uploads.files() == []


def test_only_an_upload_can_be_removed_or_replaced(tmp_path: Path, uploads: Uploads) -> None:
    other = tmp_path / "corpus.md"
    other.write_bytes(PLAN)
    for act in (uploads.remove, lambda path: uploads.replace(path, "a.md", b"a", MOST)):
        with pytest.raises(UsageError):
            act(other)
    assert other.read_bytes() == PLAN


def test_corrections_are_kept_and_taken_back(uploads: Uploads) -> None:
    digest = hashlib.sha256(PLAN).hexdigest()
    uploads.correct(digest, {"number": " 12/KH-UBND ", "issued": "2024-13-01", "path": "/etc"})
    assert uploads.corrections() == {digest: (("number", "12/KH-UBND"),)}
    uploads.correct(digest, {})
    assert uploads.corrections() == {}


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version":1,"documents":[1]}'])
def test_corrections_that_cannot_be_read_are_none(uploads: Uploads, text: str) -> None:
    uploads.folder.mkdir()
    (uploads.folder / ".corrections.json").write_text(text)
    assert uploads.corrections() == {}


def test_the_signature_follows_files_and_corrections(uploads: Uploads) -> None:
    seen = [uploads.signature()]
    uploads.add("a.txt", PLAN, MOST)
    seen.append(uploads.signature())
    uploads.correct("ab", {"number": "1/KH"})
    seen.append(uploads.signature())
    assert len(set(seen)) == 3
    assert uploads.signature() == seen[-1]
