"""A real sentence-transformers model, made here, so that nothing is fetched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.config import Config
from assistant.errors import ModelError
from assistant.indexing.build import build_index
from assistant.indexing.reader import IndexReader

TEXTS = {
    "cang.md": "# Cảng\n\nThành phố có 49 bến cảng.\n",
    "rung.md": "# Rừng\n\nTỉnh trồng 40.000 cây xanh trong năm.\n",
}
WORDS = "[UNK] thành phố có bến cảng tỉnh trồng cây xanh năm rừng".split()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a static embedding: one random vector a word, from a fixed seed."""
    transformers = pytest.importorskip("sentence_transformers")
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token=WORDS[0]))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    weights = np.random.default_rng(7).normal(size=(len(WORDS), 16)).astype(np.float32)
    made = transformers.SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu"
    )
    folder = tmp_path_factory.mktemp("model") / "static"
    made.save(str(folder))
    return folder


def test_a_model_on_disk_makes_the_dense_field(model: Path, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    config = replace(Config(), encoder=str(model))

    build_index([documents], tmp_path / "index", config)
    reader = IndexReader.open(tmp_path / "index")

    assert reader.encoder is not None
    assert reader.dense is not None
    passages = [p for d in reader.library.documents() for p in reader.library.passages_of(d.id)]
    vectors = reader.encoder.encode_passages([p.index_text for p in passages])
    assert vectors.shape == (2, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    question = reader.encoder.encode_questions(["bến cảng"])[0]
    rows, _ = reader.dense.search(question, 2)
    assert passages[int(rows[0])].document_id == "cang"


def test_a_model_that_is_not_there_is_told_in_one_line(model: Path, tmp_path: Path) -> None:
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    with pytest.raises(ModelError, match="Hãy tải mô hình về máy"):
        SentenceTransformerEncoder(str(tmp_path / "không có"))
