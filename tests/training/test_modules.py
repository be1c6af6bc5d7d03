"""The module of sentence-transformers beside the product's encoder, and a small training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.indexing.bag_encoder import SHIPPED, BagEncoder
from assistant.training.pairs import Pair
from assistant.training.recipe import Recipe, train

pytest.importorskip("sentence_transformers")

TEXTS = [
    "Cấp xã phải xử lý bao nhiêu phần trăm hồ sơ trên mạng?",
    "Tỷ lệ hồ sơ trực tuyến đạt 80%, 80% và 80% trở lên.",
    "ty le ho so",
    "",
    "\0🙂",
    "khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP",
]


def same_as_the_product(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", trust_remote_code=True)
    ours = BagEncoder.load(folder).encode_questions(TEXTS)
    np.testing.assert_allclose(model.encode(TEXTS), ours, atol=1e-5)


def test_the_shipped_model_gives_the_vectors_of_the_product() -> None:
    same_as_the_product(SHIPPED)


PAIRS = [
    Pair(f"{word} bao nhiêu", f"{word} của thành phố trong năm {year}", "wikipedia")
    for word in ("bến cảng", "cây xanh", "hồ sơ", "nước sạch", "học phí")
    for year in range(2015, 2025)
]


def test_training_is_the_same_twice_and_saves_what_it_learnt(tmp_path: Path) -> None:
    pytest.importorskip("accelerate")
    pytest.importorskip("datasets")
    recipe = Recipe(units=200, dimensions=16, batch=5, sources=("wikipedia",))
    first, second = (train(PAIRS, recipe) for _ in range(2))
    assert first[0].encoder().name == second[0].encoder().name

    first.save(str(tmp_path / "model"), create_model_card=False)
    same_as_the_product(tmp_path / "model")
    assert BagEncoder.load(tmp_path / "model").name == first[0].encoder().name
