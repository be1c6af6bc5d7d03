"""Builds: what is read, what is taken over, what is left out, and what stays as it was."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from factories import CORPUS, HashEncoder, make_passages, write_corpus

from assistant.config import Config
from assistant.errors import UsageError
from assistant.indexing import reading
from assistant.indexing.build import BuildReport, build_index
from assistant.indexing.earlier import NONE_STATED, Earlier, survey
from assistant.indexing.reader import IndexReader
from assistant.schema import Document, Passage

CONFIG = Config(encoder="none")


@pytest.fixture
def corpus(tmp_path: Path, age: Callable[[Path], None]) -> Path:
    folder = write_corpus(tmp_path / "corpus")
    age(folder)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def counts(report: BuildReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def test_a_first_build_holds_every_passage(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    stages: list[tuple[str, int, int]] = []
    report = build_index([corpus], index, CONFIG, progress=lambda *step: stages.append(step))
    assert (report.documents, report.passages) == (3, 2 + 2 + 3)
    assert (report.generation, counts(report), report.up_to_date) == (
        "gen-000001", (3, 0, 0, 0), False,
    )  # fmt: skip
    assert read_paths == sorted(CORPUS)
    reader = IndexReader.open(index)
    assert reader.digest == report.digest
    assert [d.path for d in reader.library.documents()] == sorted(CORPUS)
    assert reader.sparse.passages == 7
    assert reader.sparse.context_count == 3  # each short document is one context
    assert reader.sparse.contexts.tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert {stage for stage, _, _ in stages} >= {"Đọc tệp", "Tách từ", "Ghi chỉ mục"}
    assert all(0 <= done <= total for _, done, total in stages)


def test_nothing_changed_nothing_read(corpus: Path, index: Path, read_paths: list[str]) -> None:
    first = build_index([corpus], index, CONFIG)
    read_paths.clear()
    second = build_index([corpus], index, CONFIG)
    assert read_paths == []
    assert second.up_to_date
    assert (second.generation, second.digest) == (first.generation, first.digest)
    assert counts(second) == (0, 0, 0, 3)


def test_only_what_changed_is_read(
    corpus: Path, index: Path, read_paths: list[str], age: Callable[[Path], None]
) -> None:
    build_index([corpus], index, CONFIG)
    read_paths.clear()
    (corpus / "thu-vien.txt").write_text("Thư viện\nMở cửa cả Chủ nhật.", encoding="utf-8")
    (corpus / "ben-xe.txt").write_text("Bến xe\nBến xe mới có 12 cửa.", encoding="utf-8")
    (corpus / "xe-buyt.txt").unlink()
    report = build_index([corpus], index, CONFIG)
    assert sorted(read_paths) == ["ben-xe.txt", "thu-vien.txt"]
    assert counts(report) == (1, 1, 1, 1)
    assert (report.generation, report.documents, report.passages) == ("gen-000002", 3, 4)
    assert not report.up_to_date

    # Taking documents over gives the index that reading all of them gives.
    fresh = build_index([corpus], index.parent / "fresh", CONFIG)
    assert fresh.digest == report.digest
    old, new = IndexReader.open(index), IndexReader.open(index.parent / "fresh")
    assert list(old.library.documents()) == list(new.library.documents())
    assert old.library.passages(range(4)) == new.library.passages(range(4))
    for name in (name for name in old.manifest.files if name.startswith("sparse/")):
        assert old.manifest.files[name] == new.manifest.files[name]


def test_a_file_that_was_only_touched_is_not_read(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    build_index([corpus], index, CONFIG)
    read_paths.clear()
    (corpus / "xe-buyt.txt").touch()
    assert build_index([corpus], index, CONFIG).up_to_date
    assert read_paths == []


def test_a_change_that_keeps_size_and_time_of_a_fresh_file_shows(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    import os

    path = corpus / "moi.txt"
    path.write_text("Tin\nCó 10 cây.", encoding="utf-8")
    times = path.stat().st_mtime_ns
    build_index([corpus], index, CONFIG)
    path.write_text("Tin\nCó 20 cây.", encoding="utf-8")
    os.utime(path, ns=(times, times))
    assert build_index([corpus], index, CONFIG).changed == 1


def test_settings_that_shape_passages_read_all_again_and_others_do_not(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    build_index([corpus], index, CONFIG)
    read_paths.clear()
    weighted = build_index([corpus], index, replace(CONFIG, folded_weight=0.3))
    assert read_paths == []
    assert (weighted.generation, counts(weighted)) == ("gen-000002", (0, 0, 0, 3))
    shorter = build_index([corpus], index, replace(CONFIG, passage_chars=500))
    assert len(read_paths) == 3
    assert counts(shorter) == (0, 3, 0, 0)


def test_new_code_reads_all_again(
    corpus: Path, index: Path, read_paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index([corpus], index, CONFIG)
    read_paths.clear()
    for module in ("build", "earlier", "shelving"):
        monkeypatch.setattr(f"assistant.indexing.{module}.code_digest", lambda: "newer")
    assert not _would_stay(index, corpus)
    build_index([corpus], index, CONFIG)
    assert len(read_paths) == 3


def test_what_cannot_be_read_is_named_and_stops_nothing(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    (corpus / "a-hong.txt").write_text("LỖI\n", encoding="utf-8")
    (corpus / "b-rong.txt").write_text("", encoding="utf-8")
    (corpus / "c-khong-doan.txt").write_text("Chỉ có tiêu đề", encoding="utf-8")
    (corpus / "d-la.xyz").write_text("?", encoding="utf-8")
    report = build_index([corpus], index, CONFIG)
    reasons = {skipped.path: skipped.reason for skipped in report.skipped}
    assert sorted(reasons) == ["a-hong.txt", "b-rong.txt", "c-khong-doan.txt", "d-la.xyz"]
    assert "RuntimeError" in reasons["a-hong.txt"]
    assert reasons["b-rong.txt"] == "tệp rỗng. Hãy bỏ tệp này."
    assert "không có đoạn văn" in reasons["c-khong-doan.txt"]
    assert (report.documents, IndexReader.open(index).manifest.skipped) == (3, 4)
    read_paths.clear()
    again = build_index([corpus], index, CONFIG)
    # What failed is tried again, and since it fails again the generation stays.
    assert {"a-hong.txt", "b-rong.txt"} <= set(read_paths) <= {
        "a-hong.txt", "b-rong.txt", "c-khong-doan.txt",
    }  # fmt: skip
    assert again.up_to_date
    assert again.skipped == report.skipped


def test_the_same_bytes_are_indexed_once(corpus: Path, index: Path, read_paths: list[str]) -> None:
    (corpus / "zz.txt").write_bytes((corpus / "xe-buyt.txt").read_bytes())
    report = build_index([corpus], index, CONFIG)
    assert [(s.path, s.reason) for s in report.skipped] == [
        ("zz.txt", "trùng nội dung với xe-buyt.txt. Hãy bỏ một trong hai tệp.")
    ]
    assert "zz.txt" not in read_paths
    (corpus / "xe-buyt.txt").unlink()
    report = build_index([corpus], index, CONFIG)
    assert (report.documents, report.skipped) == (3, ())


def test_the_same_id_is_indexed_once(
    corpus: Path, tmp_path: Path, index: Path, read_paths: list[str]
) -> None:
    other = write_corpus(tmp_path / "other", {"xe-buyt.txt": ("Khác", "Chuyện khác.")})
    report = build_index([corpus, other], index, CONFIG)
    assert [s.reason for s in report.skipped] == [
        "trùng mã “xe-buyt-txt” với xe-buyt.txt. Hãy đổi tên một trong hai."
    ]
    read_paths.clear()
    (corpus / "xe-buyt.txt").unlink()
    report = build_index([corpus, other], index, CONFIG)
    assert (read_paths, report.documents, report.skipped) == (["xe-buyt.txt"], 3, ())


def test_a_source_given_twice_is_read_once(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    report = build_index([corpus, corpus, corpus / "xe-buyt.txt"], index, CONFIG)
    assert (report.documents, len(report.skipped)) == (3, 0)


def test_nothing_to_index_is_an_error_and_the_old_index_stays(
    corpus: Path, tmp_path: Path, index: Path, read_paths: list[str]
) -> None:
    before = build_index([corpus], index, CONFIG)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UsageError, match="không có tài liệu nào"):
        build_index([empty], index, CONFIG)
    (empty / "rong.txt").touch()
    with pytest.raises(UsageError, match=r"bỏ qua 1 mục, đầu tiên là rong.txt: tệp rỗng"):
        build_index([empty], index, CONFIG)
    with pytest.raises(UsageError, match="không có tệp hay thư mục"):
        build_index([tmp_path / "nowhere"], index, CONFIG)
    assert IndexReader.open(index).digest == before.digest
    assert sorted(p.name for p in index.iterdir()) == [".lock", "CURRENT", "gen-000001"]


def _would_stay(index: Path, corpus: Path, config: Config = CONFIG) -> bool:
    earlier = Earlier.of(index)
    return earlier is not None and earlier.holds(*survey([corpus]), config, NONE_STATED)


def test_what_would_stay_follows_the_files_and_the_settings(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    assert not _would_stay(index, corpus)
    build_index([corpus], index, CONFIG)
    assert _would_stay(index, corpus)
    assert not _would_stay(index, corpus, replace(CONFIG, bm25_b=0.5))
    path = corpus / "xe-buyt.txt"
    path.touch()
    assert _would_stay(index, corpus)
    content = path.read_bytes()
    path.write_bytes(content + b"!")
    assert not _would_stay(index, corpus)
    path.write_bytes(content)
    assert _would_stay(index, corpus)
    path.rename(corpus / "xe-dien.txt")
    assert not _would_stay(index, corpus)


def test_known_passages_are_not_encoded_again(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    encoder = HashEncoder()
    build_index([corpus], index, CONFIG, encoder=encoder)
    assert len(encoder.encoded) == 7
    encoder.encoded.clear()
    (corpus / "xe-buyt.txt").write_text("Xe buýt\nVé tháng 200.000 đồng.", encoding="utf-8")
    build_index([corpus], index, CONFIG, encoder=encoder)
    assert encoder.encoded == ["Xe buýt\nVé tháng 200.000 đồng."]
    reader = IndexReader.open(index, encoder)
    assert reader.dense is not None
    stored = reader.dense.vectors(np.arange(6))
    texts = [passage.index_text for passage in reader.library.passages(range(6))]
    np.testing.assert_allclose(stored, HashEncoder().encode_questions(texts), atol=1e-6)


def test_another_encoder_makes_another_index(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    digests = {
        build_index([corpus], index, CONFIG).digest,
        build_index([corpus], index, CONFIG, encoder=HashEncoder()).digest,
        build_index([corpus], index, CONFIG, encoder=HashEncoder("b")).digest,
        build_index([corpus], index, Config(encoder="lsa")).digest,
    }
    assert len(digests) == 4
    assert IndexReader.open(index).manifest.encoder_kind == "lsa"


def test_the_manifest_names_every_file_and_no_path_of_the_machine(
    corpus: Path, index: Path, read_paths: list[str]
) -> None:
    build_index([corpus], index, Config())
    folder = index / "gen-000001"
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    assert str(corpus) not in text
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert set(json.loads(text)["files"]) == present - {"manifest.json"}
    assert {"library.sqlite", "dense.faiss", "sparse/tokens.npy"} <= present
    assert not any("pickle" in p or p.endswith(".pkl") for p in present)


def test_a_reader_that_takes_its_process_down_costs_its_file_alone(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forked here, so that the fakes reach the processes."""
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: fork)
    monkeypatch.setattr(reading, "read_file", crash_or_read)
    monkeypatch.setattr(reading, "passages", make_passages)
    names = [f"{i:02d}.txt" for i in range(20)]
    corpus = {name: (f"Bài {name}", f"Đoạn của {name}.") for name in names}
    corpus["07.txt"] = ("SẬP", "Đoạn.")
    folder = write_corpus(tmp_path / "corpus", corpus)
    report = build_index([folder], index, CONFIG, jobs=2)
    assert [s.path for s in report.skipped] == ["07.txt"]
    assert "dừng đột ngột" in report.skipped[0].reason
    assert report.documents == 19
    assert [d.path for d in IndexReader.open(index).library.documents()] == [
        name for name in names if name != "07.txt"
    ]


def crash_or_read(file, config, **_):
    import os

    from factories import read_lines

    if file.absolute.read_text(encoding="utf-8").startswith("SẬP"):
        os._exit(11)
    return read_lines(file, config)


def test_the_documents_of_one_large_file_are_the_same_with_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_WORTH_SHARING", 5)
    monkeypatch.setattr(reading, "_SHARE", 2)
    lines = [
        json.dumps(
            {"_id": f"d{n}", "title": f"Kế hoạch {n}", "text": f"Năm 2025 trồng {n} ha rừng."}
        )
        for n in range(20, 27)
    ]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    [file], _ = survey([tmp_path])
    alone, shared = (reading.read_one(file, CONFIG, jobs=jobs) for jobs in (1, 2))
    assert shared == alone
    assert [document.id for document, _, _ in shared.documents] == [f"d{n}" for n in range(20, 27)]
    assert [len(found.figures) for _, _, found in shared.documents] == [1] * 7


def test_what_a_lost_process_has_not_done_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forked here, so that the fakes reach the processes."""
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: fork)
    here = os.getpid()

    def crash_elsewhere(document: Document, config: Config) -> tuple[Passage, ...]:
        if document.id == "d1" and os.getpid() != here:
            os._exit(11)
        return make_passages(document, config)

    monkeypatch.setattr(reading, "passages", crash_elsewhere)
    monkeypatch.setattr(reading, "_WORTH_SHARING", 1)
    monkeypatch.setattr(reading, "_SHARE", 1)
    lines = [json.dumps({"_id": f"d{n}", "title": "", "text": "Trồng cây."}) for n in range(3)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    [file], _ = survey([tmp_path])
    read = reading.read_one(file, CONFIG, jobs=2)
    assert read.reason is None
    assert [document.id for document, _, _ in read.documents] == ["d0", "d1", "d2"]
