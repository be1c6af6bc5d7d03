"""Publishing: whole or not at all, one build at a time, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import POINTS
from factories import HashEncoder, write_corpus

from assistant.config import Config
from assistant.errors import IndexDamagedError, IndexMissingError, UsageError
from assistant.indexing.build import build_index
from assistant.indexing.manifest import FORMAT_VERSION
from assistant.indexing.publish import current_generation, hold_lock
from assistant.indexing.reader import IndexReader
from assistant.retrieval.search import Retriever
from assistant.schema import AnswerKind, Question

SCRIPT = Path(__file__).with_name("building.py")
ROOT = SCRIPT.parents[2]


def build_apart(
    corpus: Path, index: Path, point: str = "", seed: str = "0"
) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(corpus), str(index), *([point] if point else [])],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
        check=False,
    )


def best_passage(index: Path, text: str) -> str:
    reader = IndexReader.open(index, HashEncoder())
    question = Question(text, text, AnswerKind.TEXT, marked=True)
    return Retriever(reader).search(question, 1)[0].passage.index_text


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_any_step_the_old_index_answers(
    point: str, corpus: Path, tmp_path: Path, read_paths: list[str]
) -> None:
    index = tmp_path / "index"
    before = build_index([corpus], index, Config(), encoder=HashEncoder())
    if point == "cleaning":  # one generation more, so that there is an old one to remove
        build_index([corpus], index, Config(candidates=7), encoder=HashEncoder())
    (corpus / "moi.txt").write_text("Tin mới\nCầu mới dài 1.200 m.", encoding="utf-8")
    killed = build_apart(corpus, index, point)
    assert killed.returncode == -9, killed.stderr
    assert "25 tuyến" in best_passage(index, "danh mục tuyến ưu tiên")
    digest = IndexReader.open(index, HashEncoder()).digest
    assert (digest == before.digest) is (point != "cleaning")  # by then the new one answers

    # The next build takes the lock of the dead one over, and clears up after it.
    after = build_index([corpus], index, Config(candidates=9), encoder=HashEncoder())
    assert after.documents == 4
    assert "1.200 m" in best_passage(index, "Cầu mới dài")
    names = sorted(path.name for path in index.iterdir())
    assert names[:2] == [".lock", "CURRENT"]
    assert all(name.startswith("gen-") for name in names[2:])
    assert len(names) <= 4


def test_digests_do_not_depend_on_the_hash_seed(corpus: Path, tmp_path: Path) -> None:
    runs = [build_apart(corpus, tmp_path / seed, seed=seed) for seed in ("1", "2")]
    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    assert runs[0].stdout == runs[1].stdout != ""
    one, two = (IndexReader.open(tmp_path / seed).manifest for seed in ("1", "2"))
    arrays = [name for name in one.files if name.endswith(".npy")]
    assert len(arrays) > 10
    assert [one.files[name] for name in arrays] == [two.files[name] for name in arrays]


def test_two_builds_do_not_meet(corpus: Path, tmp_path: Path, read_paths: list[str]) -> None:
    index = tmp_path / "index"
    with hold_lock(index), pytest.raises(UsageError, match=rf"tiến trình {os.getpid()}\)"):
        build_index([corpus], index, Config(encoder="none"))
    assert build_index([corpus], index, Config(encoder="none")).documents == 3


def test_readers_keep_what_they_opened(corpus: Path, tmp_path: Path, read_paths: list[str]) -> None:
    index = tmp_path / "index"
    build_index([corpus], index, Config(encoder="none"))
    reader = IndexReader.open(index)
    digests = [reader.digest]
    for number in range(3):
        (corpus / f"moi-{number}.txt").write_text(f"Tin\nTin số {number}.", encoding="utf-8")
        digests.append(build_index([corpus], index, Config(encoder="none")).digest)
        if number == 0:
            # Opened while its generation is still the one before.
            assert reader.sparse.frequency("tuyen") > 0
            assert reader.library.count() == (3, 7)
    assert len(set(digests)) == 4
    assert sorted(p.name for p in index.glob("gen-*")) == ["gen-000003", "gen-000004"]
    assert reader.library.count() == (3, 7)


def test_a_failed_build_leaves_nothing_behind(
    corpus: Path, tmp_path: Path, read_paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    before = build_index([corpus], index, Config(encoder="none"))
    (corpus / "moi.txt").write_text("Tin\nTin.", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.indexing.sparse.SparseIndex.save", full)
    with pytest.raises(OSError, match="No space"):
        build_index([corpus], index, Config(encoder="none"))
    assert sorted(p.name for p in index.iterdir()) == [".lock", "CURRENT", "gen-000001"]
    assert IndexReader.open(index).digest == before.digest


def test_no_index_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="chinhsach index"):
        IndexReader.open(tmp_path / "index")


@pytest.fixture
def built(corpus: Path, tmp_path: Path, read_paths: list[str]) -> Path:
    build_index([corpus], tmp_path / "index", Config())
    return tmp_path / "index"


@pytest.mark.parametrize(
    "name",
    ["manifest.json", "library.sqlite", "sparse/tokens.npy", "sparse/sparse.json", "dense.faiss"],
)
@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_damage_is_named_with_what_to_do(built: Path, name: str, damage: str) -> None:
    path = built / "gen-000001" / name
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(IndexDamagedError, match=rf"{name}.*chinhsach index"):
        IndexReader.open(built)


@pytest.mark.parametrize("content", ["gen-000009\n", "../etc\n", "", "gen-000001/../x"])
def test_a_current_that_names_nothing_is_damage(built: Path, content: str) -> None:
    (built / "CURRENT").write_text(content)
    with pytest.raises(IndexDamagedError, match=r"CURRENT.*chinhsach index"):
        current_generation(built)


def test_another_version_is_said(built: Path) -> None:
    path = built / "gen-000001" / "manifest.json"
    path.write_text(path.read_text().replace(f'"format": {FORMAT_VERSION}', '"format": 99'))
    with pytest.raises(IndexDamagedError, match="một phiên bản khác"):
        IndexReader.open(built)


def test_a_damaged_index_is_built_anew(built: Path, corpus: Path, read_paths: list[str]) -> None:
    (built / "gen-000001" / "library.sqlite").write_bytes(b"?")
    report = build_index([corpus], built, Config())
    assert (report.added, report.documents) == (3, 3)
    assert IndexReader.open(built).library.count() == (3, 7)


@pytest.mark.parametrize("name", ["library.sqlite", "sparse"])
def test_a_bit_that_turned_is_mended_by_building_again(
    built: Path, corpus: Path, name: str
) -> None:
    before = IndexReader.open(built).digest
    place = built / "gen-000001" / name
    damaged = place if place.is_file() else max(place.iterdir(), key=lambda one: one.stat().st_size)
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    report = build_index([corpus], built, Config())
    assert (report.added, report.up_to_date) == (3, False)
    assert IndexReader.open(built).digest == before
    assert build_index([corpus], built, Config()).up_to_date


def test_the_number_of_the_format_is_told() -> None:
    told = (ROOT / "index" / "README.md").read_text(encoding="utf-8")
    assert f"the number of the format, now {FORMAT_VERSION};" in told


def test_an_encoder_from_outside_must_be_given_again(
    corpus: Path, tmp_path: Path, read_paths: list[str]
) -> None:
    index = tmp_path / "index"
    build_index([corpus], index, Config(), encoder=HashEncoder())
    with pytest.raises(UsageError, match="bộ mã hoá hash từ bên ngoài"):
        _ = IndexReader.open(index).encoder
    with pytest.raises(IndexDamagedError, match="khác mô hình đã lập chỉ mục"):
        _ = IndexReader.open(index, HashEncoder("other")).encoder
    assert IndexReader.open(index, HashEncoder()).encoder is not None


def test_answering_loads_no_heavy_library(built: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from assistant.indexing.reader import IndexReader
from assistant.retrieval.search import Retriever
from assistant.schema import AnswerKind, Question
from assistant.retrieval.search import Retriever
from assistant.schema import AnswerKind, Question
retriever = Retriever(IndexReader.open(Path({str(built)!r})))
question = Question("Xe buýt?", "xe buýt điện", AnswerKind.TEXT, marked=True)
hits = retriever.search(question, 3)
assert hits and dict(hits[0].ranks).keys() == {{"marked", "dense"}}, hits
heavy = {{"scipy", "torch", "langchain", "langchain_core", "pandas", "streamlit", "numba"}}
print(sorted(heavy & sys.modules.keys()))
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (run.stdout.strip(), run.returncode) == ("[]", 0), run.stderr
