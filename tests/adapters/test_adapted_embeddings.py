"""Our encoders as LangChain embeddings, and any of those as our encoder."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding, Embeddings
from langchain_tests.integration_tests import EmbeddingsIntegrationTests
from small_corpus import QUERY

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.errors import ModelError
from assistant.indexing.build import build_index
from assistant.indexing.encoders import Encoder
from assistant.indexing.reader import IndexReader
from assistant.langchain_adapters import (
    LangChainEncoder,
    PolicyEmbeddings,
)


class Letters(Embeddings):
    """Counts of four letters, not normalised; one without any is all zeros."""

    model = "letters-4"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(text.count(letter)) for letter in "aeiu"] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


class TestPolicyEmbeddings(EmbeddingsIntegrationTests):
    """LangChain's own tests of embeddings."""

    @property
    def embeddings_class(self) -> type[Embeddings]:
        return PolicyEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {"encoder": LangChainEncoder(Letters())}


def test_embeddings_are_the_vectors_of_the_index(assistant: Assistant) -> None:
    encoder = assistant.reader.encoder
    assert encoder is not None
    embeddings = PolicyEmbeddings(encoder)
    assert embeddings.embed_query(QUERY) == encoder.encode_questions([QUERY])[0].tolist()
    assert embeddings.embed_documents(["cây", "xe"]) == (
        encoder.encode_passages(["cây", "xe"]).tolist()
    )
    assert embeddings.embed_documents([]) == []


def test_an_encoder_normalises_and_learns_its_dimensions() -> None:
    encoder = LangChainEncoder(Letters())
    assert isinstance(encoder, Encoder)
    assert encoder.name == "langchain:Letters:letters-4"
    vectors = encoder.encode_passages(["aaa eeee", "xyz"])
    assert vectors.dtype == np.float32
    assert vectors.tolist() == pytest.approx(np.array([[3 / 5, 4 / 5, 0, 0], [0, 0, 0, 0]]))
    assert encoder.dimensions == 4
    question = encoder.encode_questions(["au"])
    assert question.tolist() == pytest.approx(np.array([[math.sqrt(0.5), 0, 0, math.sqrt(0.5)]]))


def test_an_encoder_takes_nothing_and_tells_its_dimensions_first() -> None:
    assert LangChainEncoder(Letters()).encode_passages([]).shape == (0, 4)
    assert LangChainEncoder(Letters()).encode_questions([]).shape == (0, 4)
    assert LangChainEncoder(Letters()).dimensions == 4
    assert LangChainEncoder(Letters(), name="mine").name == "mine"


class Broken(Embeddings):
    def __init__(self, vectors: list[list[float]] | None) -> None:
        self.vectors = vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if self.vectors is None:
            raise ConnectionError("secret-key")
        return self.vectors

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


@pytest.mark.parametrize(
    ("vectors", "reason"),
    [
        (None, "ConnectionError"),
        ([[1.0, 2.0]], "thiếu véc-tơ"),
        ([[1.0], [1.0, 2.0]], "không cùng số chiều"),
        ([[], []], "thiếu véc-tơ"),
        ([[1.0], [math.nan]], "không phải số"),
    ],
)
def test_bad_vectors_are_a_model_error(vectors: list[list[float]] | None, reason: str) -> None:
    with pytest.raises(ModelError, match=reason) as caught:
        LangChainEncoder(Broken(vectors)).encode_passages(["một", "hai"])
    assert "secret-key" not in str(caught.value)


def test_vectors_keep_their_length_over_calls() -> None:
    source = Broken([[1.0, 2.0]])
    encoder = LangChainEncoder(source)
    encoder.encode_passages(["một"])
    source.vectors = [[1.0, 2.0, 3.0]]
    with pytest.raises(ModelError, match="từ 2 thành 3"):
        encoder.encode_passages(["hai"])


def test_an_index_is_built_and_searched_with_langchain_embeddings(
    policies: Path, tmp_path: Path
) -> None:
    encoder = LangChainEncoder(DeterministicFakeEmbedding(size=16))
    build_index([policies], tmp_path, Config(), encoder=encoder)
    reader = IndexReader.open(tmp_path, encoder)
    assert reader.manifest.encoder == "langchain:DeterministicFakeEmbedding"
    assert reader.dense is not None
    for row in range(reader.manifest.passages):
        [passage] = reader.library.passages([row])
        rows, scores = reader.dense.search(encoder.encode_questions([passage.index_text])[0], 1)
        assert (rows.tolist(), scores.tolist()) == ([row], [pytest.approx(1.0)])
    assert Assistant(reader).search(QUERY, k=1)[0].passage.document_id == "cay-xanh"
