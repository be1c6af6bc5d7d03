"""The encoder that ships: sums by hand, bytes within their bounds, files whole or refused."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.config import Config
from assistant.errors import IndexDamagedError, ModelError
from assistant.indexing.bag_encoder import SHIPPED, BagEncoder, open_bag
from assistant.indexing.build import build_index
from assistant.indexing.encoders import Encoder
from assistant.indexing.reader import IndexReader
from assistant.indexing.tables import TokenTable

UNITS = ["cang", "ben", "ben_cang"]
# Whole numbers whose largest is 127 lose nothing.
VECTORS = np.array([[127, 0], [0, 127], [127, -127]], dtype=np.float32)
HOSTILE = [
    "",
    " \n\t",
    "\0" * 50,
    "%%%",
    "🙂" * 100,
    "\u0301\u0323",
    "a" * 100_000,
    "bến " * 50_000,
]


def made() -> BagEncoder:
    return BagEncoder.quantised(UNITS, VECTORS)


def unit(x: float, y: float) -> list[float]:
    return [x / math.hypot(x, y), y / math.hypot(x, y)]


def shipped() -> BagEncoder:
    encoder = open_bag("bag")
    assert encoder is not None
    return encoder


def random_vectors(count: int = 40, dimensions: int = 24) -> np.ndarray:
    generator = np.random.default_rng(3)
    sizes = 10.0 ** generator.integers(-3, 3, (count, 1))
    return (generator.standard_normal((count, dimensions)) * sizes).astype(np.float32)


def test_a_text_is_the_sum_of_its_units() -> None:
    (vector,) = made().encode_questions(["Bến cảng"])
    assert vector.tolist() == pytest.approx(unit(1 + 0 + 1, 0 + 1 - 1))


def test_a_repeated_unit_counts_by_its_logarithm() -> None:
    (vector,) = made().encode_passages(["cảng, cảng, cảng, bến"])
    assert vector.tolist() == pytest.approx(unit(1 + math.log(3), 1))


def test_marks_do_not_matter_and_unknown_words_are_zero() -> None:
    marked, folded, unknown, empty = made().encode_questions(["bến cảng", "ben cang", "rừng", ""])
    assert marked.tolist() == folded.tolist()
    assert unknown.tolist() == empty.tolist() == [0, 0]


def test_a_table_is_encoded_as_its_texts_are() -> None:
    encoder = shipped()
    texts = ["Tỷ lệ hồ sơ trực tuyến đạt 80%", "", "zzzz", "cấp xã, cấp xã và cấp tỉnh"]
    table = TokenTable.read(texts, folded=True)
    np.testing.assert_allclose(
        encoder.encode_table(table), encoder.encode_passages(texts), atol=1e-6
    )


def test_it_fulfils_the_protocol() -> None:
    assert isinstance(made(), Encoder)
    assert made().encode_passages([]).shape == (0, 2)


def test_bytes_are_at_most_half_a_step_away() -> None:
    vectors = random_vectors()
    units = [f"u{n}" for n in range(len(vectors))]
    rounded = BagEncoder.quantised(units, vectors).vectors()
    # A step is the largest component over 127, rounded up by less than one in 2,048.
    steps = np.abs(vectors).max(axis=1, keepdims=True) / 127 * (1 + 1 / 2048)
    assert (np.abs(rounded - vectors) <= steps / 2 * (1 + 1e-5)).all()


def test_what_was_rounded_is_not_changed_by_rounding_again() -> None:
    vectors = random_vectors()
    units = [f"u{n}" for n in range(len(vectors))]
    once = BagEncoder.quantised(units, vectors)
    twice = BagEncoder.quantised(units, once.vectors())
    assert twice.name == once.name
    np.testing.assert_array_equal(twice.vectors(), once.vectors())


def test_a_unit_of_zeros_stays_zero() -> None:
    encoder = BagEncoder.quantised(["a"], np.zeros((1, 4), dtype=np.float32))
    assert not encoder.vectors().any()


def test_other_vectors_or_units_have_another_name() -> None:
    names = {
        made().name,
        BagEncoder.quantised(UNITS, VECTORS * 2).name,
        BagEncoder.quantised([*UNITS[:2], "khac"], VECTORS).name,
    }
    assert len(names) == 3


def test_it_is_saved_and_opened(tmp_path: Path) -> None:
    folder = tmp_path / "mô hình"
    made().save(folder)
    opened = BagEncoder.load(folder)
    assert (opened.name, opened.units, opened.dimensions) == (made().name, UNITS, 2)
    np.testing.assert_array_equal(opened.vectors(), VECTORS)
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    opened.save(tmp_path / "again")
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()} == first


@pytest.mark.parametrize("name", ["encoder.json", "rows.npy", "scales.npy", "units.txt"])
@pytest.mark.parametrize("damage", ["missing", "empty", "short", "other"])
def test_a_damaged_model_is_told_in_one_line(tmp_path: Path, name: str, damage: str) -> None:
    made().save(tmp_path)
    path = tmp_path / name
    if damage == "missing":
        path.unlink()
    elif damage == "short":
        path.write_bytes(path.read_bytes()[:-3] if name != "units.txt" else b"cang\nben")
    else:
        path.write_bytes(b"" if damage == "empty" else b"[1, 2]\xff")
    with pytest.raises(ModelError, match="Hãy cài lại chương trình") as caught:
        BagEncoder.load(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_has_a_vector_of_length_one_or_zero(text: str) -> None:
    (vector,) = shipped().encode_questions([text])
    assert np.isfinite(vector).all()
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5) or not vector.any()


def test_the_shipped_model_is_what_its_name_says() -> None:
    encoder = shipped()
    assert BagEncoder.quantised(encoder.units, encoder.vectors()).name == encoder.name
    assert len(set(encoder.units)) == len(encoder.units)
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*")) <= 20_000_000


def test_the_shipped_model_knows_words_of_the_same_matter() -> None:
    encoder = shipped()
    asked, near, far = encoder.encode_questions(
        ["ly hôn thì ai nuôi con", "quyền của vợ chồng với con chung", "quản lý bến cảng biển"]
    )
    assert asked @ near > asked @ far + 0.1


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "cang.md").write_text("# Cảng\n\nThành phố có 49 bến cảng.\n", encoding="utf-8")
    (folder / "rung.md").write_text("# Rừng\n\nTỉnh trồng cây xanh.\n", encoding="utf-8")
    return folder


def test_an_index_names_the_encoder_and_holds_its_vectors(documents: Path, tmp_path: Path) -> None:
    build_index([documents], tmp_path / "index", replace(Config(), encoder="bag"))
    reader = IndexReader.open(tmp_path / "index")
    assert (reader.manifest.encoder_kind, reader.manifest.encoder) == (
        "bag",
        shipped().name,
    )
    assert reader.dense is not None
    assert reader.encoder is not None
    passages = [p for d in reader.library.documents() for p in reader.library.passages_of(d.id)]
    # Each document is one passage, which is its own context.
    vectors = reader.encoder.encode_passages([p.index_text for p in passages])
    np.testing.assert_allclose(reader.dense.vectors(np.arange(2)), vectors, atol=0.002)


def test_another_folder_is_used_by_its_path(documents: Path, tmp_path: Path) -> None:
    made().save(tmp_path / "model")
    config = replace(Config(), encoder=str(tmp_path / "model"))
    build_index([documents], tmp_path / "index", config)
    reader = IndexReader.open(tmp_path / "index")
    assert reader.manifest.encoder == made().name
    assert reader.encoder is not None
    (vector,) = reader.encoder.encode_questions(["bến cảng"])
    assert vector.tolist() == pytest.approx(unit(2, 0))
    assert open_bag(str(tmp_path)) is None


def test_an_index_of_another_encoder_is_refused(documents: Path, tmp_path: Path) -> None:
    build_index([documents], tmp_path / "index", replace(Config(), encoder="bag"))
    reader = IndexReader.open(tmp_path / "index")
    reader.manifest = replace(reader.manifest, encoder="bag#another")
    with pytest.raises(IndexDamagedError, match="chinhsach index"):
        _ = reader.encoder


def test_the_header_says_what_the_arrays_hold() -> None:
    header = json.loads((SHIPPED / "encoder.json").read_text(encoding="utf-8"))
    encoder = shipped()
    assert header == {
        "name": encoder.name,
        "units": len(encoder.units),
        "dimensions": encoder.dimensions,
    }
