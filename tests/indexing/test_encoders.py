"""The latent semantic encoder against the SVD of numpy, and what any encoder promises."""

from __future__ import annotations

import builtins
import math
from pathlib import Path

import numpy as np
import pytest
from factories import HashEncoder

from assistant.errors import MissingDependencyError, ModelError, UsageError
from assistant.indexing.dense import DenseIndex
from assistant.indexing.embeddings import embed, embedding_keys
from assistant.indexing.encoders import Encoder, LatentSemanticEncoder
from assistant.indexing.tables import TokenTable
from assistant.vietnamese.tokens import sparse_tokens

TEXTS = [
    "chuyển đổi số ở cấp xã",
    "chuyển đổi số trong doanh nghiệp",
    "kinh tế số và chuyển đổi xanh",
    "trồng cây xanh ở cấp xã",
    "doanh nghiệp trồng rừng",
    "kinh tế doanh nghiệp",
]


def fit(dimensions: int) -> LatentSemanticEncoder:
    encoder = LatentSemanticEncoder.fit(TokenTable.read(TEXTS, folded=True), dimensions)
    assert encoder is not None
    return encoder


def exact_similarities(dimensions: int) -> np.ndarray:
    """Cosines of the passages after an exact truncated SVD of the same matrix."""
    documents = [sparse_tokens(text, folded=True) for text in TEXTS]
    tokens = sorted({token for document in documents for token in document})
    frequency = {token: sum(token in document for document in documents) for token in tokens}
    kept = [token for token in tokens if frequency[token] >= 2]
    matrix = np.zeros((len(TEXTS), len(kept)))
    for row, document in enumerate(documents):
        for column, token in enumerate(kept):
            if count := document.count(token):
                idf = 1 + math.log((1 + len(TEXTS)) / (1 + frequency[token]))
                matrix[row, column] = (1 + math.log(count)) * idf
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    axes = np.linalg.svd(matrix, full_matrices=False)[2][:dimensions]
    reduced = matrix @ axes.T
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True)
    return reduced @ reduced.T


@pytest.mark.parametrize("dimensions", [2, 3, 6])
def test_similarities_are_those_of_an_exact_svd(dimensions: int) -> None:
    vectors = fit(dimensions).encode_passages(TEXTS)
    # The axes are kept in half precision, three digits.
    np.testing.assert_allclose(vectors @ vectors.T, exact_similarities(dimensions), atol=2e-3)


def test_a_question_is_encoded_as_a_passage_is() -> None:
    encoder = fit(3)
    np.testing.assert_allclose(
        encoder.encode_questions(TEXTS), encoder.encode_passages(TEXTS), atol=1e-5
    )


def test_marks_do_not_matter_and_unknown_words_are_zero() -> None:
    encoder = fit(3)
    marked, folded, unknown = encoder.encode_questions(["kinh tế số", "kinh te so", "zzz"])
    np.testing.assert_array_equal(marked, folded)
    assert np.linalg.norm(marked) == pytest.approx(1)
    assert not unknown.any()


def test_it_has_no_more_axes_than_the_corpus_gives() -> None:
    assert fit(128).dimensions <= len(TEXTS)
    nothing_shared = TokenTable.read(["một hai", "ba bốn"], folded=True)
    assert LatentSemanticEncoder.fit(nothing_shared, 8) is None
    assert LatentSemanticEncoder.fit(TokenTable.read([""], folded=True), 8) is None


def test_fitted_twice_it_is_the_same_to_the_sign(tmp_path: Path) -> None:
    one, other = fit(3), fit(3)
    np.testing.assert_array_equal(one.encode_questions(TEXTS), other.encode_questions(TEXTS))
    one.save(tmp_path / "encoder")
    loaded = LatentSemanticEncoder.load(tmp_path / "encoder")
    np.testing.assert_array_equal(one.encode_questions(TEXTS), loaded.encode_questions(TEXTS))
    components = np.load(tmp_path / "encoder" / "components.npy")
    largest = np.abs(components).argmax(axis=0)
    assert (components[largest, np.arange(components.shape[1])] > 0).all()


def test_encoders_fulfil_the_protocol() -> None:
    assert isinstance(fit(2), Encoder)
    assert isinstance(HashEncoder(), Encoder)


def test_only_unknown_texts_are_encoded() -> None:
    first = HashEncoder()
    keys = embedding_keys(first, TEXTS)
    vectors = embed(first, TEXTS, keys, None)
    again, texts = HashEncoder(), ["một câu mới", *TEXTS[::-1]]
    taken = embed(again, texts, embedding_keys(again, texts), (keys, DenseIndex.build(vectors)))
    assert again.encoded == ["một câu mới"]
    np.testing.assert_allclose(taken[1:], vectors[::-1], atol=1e-6)
    other = HashEncoder("another model")
    embed(other, TEXTS, embedding_keys(other, TEXTS), (keys, DenseIndex.build(vectors)))
    assert other.encoded == TEXTS


def test_a_model_that_returns_nonsense_is_named() -> None:
    class Broken(HashEncoder):
        def encode_passages(self, texts):
            return np.full((len(texts), 64), np.nan, dtype=np.float32)

    broken = Broken("hỏng")
    with pytest.raises(ModelError, match="mô hình hỏng"):
        embed(broken, TEXTS, embedding_keys(broken, TEXTS), None)


def test_a_missing_library_is_named_with_its_install_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    real_import = builtins.__import__

    def refuse(name: str, *rest: object) -> object:
        if name.startswith("sentence_transformers"):
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingDependencyError, match="pip install sentence-transformers"):
        SentenceTransformerEncoder("some/model")


class FakeSentenceTransformer:
    """Stands in for the library: remembers prompts, refuses what is not a folder."""

    def __init__(self, model: str, *, local_files_only: bool, trust_remote_code: bool) -> None:
        assert not trust_remote_code
        if local_files_only and not Path(model).is_dir():
            raise OSError("no such model on this machine")
        self.prompts = {"query": "hỏi: ", "document": "", "passage": "đoạn: "}
        self.seen: list[tuple[str | None, list[str]]] = []

    def get_sentence_embedding_dimension(self) -> int:
        return 2

    def encode(self, texts: list[str], *, prompt: str | None, **rest: object) -> np.ndarray:
        self.seen.append((prompt, texts))
        return np.array([[3.0, 4.0]] * len(texts))


@pytest.fixture
def sentence_transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    import types

    module = types.ModuleType("sentence_transformers")
    module.SentenceTransformer = FakeSentenceTransformer
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)


@pytest.mark.usefixtures("sentence_transformers")
def test_a_model_is_given_the_prompts_it_asks_for(tmp_path: Path) -> None:
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    (tmp_path / "config.json").write_text("{}")
    encoder = SentenceTransformerEncoder(str(tmp_path))
    assert encoder.encode_questions(["a"]).tolist() == [pytest.approx([0.6, 0.8])]
    encoder.encode_passages(["b", "c"])
    assert encoder._model.seen == [("hỏi: ", ["a"]), ("đoạn: ", ["b", "c"])]
    assert encoder.encode_passages([]).shape[0] == 0
    name = encoder.name
    (tmp_path / "config.json").write_text("[]")
    assert SentenceTransformerEncoder(str(tmp_path)).name != name


@pytest.mark.usefixtures("sentence_transformers")
def test_a_model_that_is_not_here_is_not_fetched() -> None:
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    with pytest.raises(ModelError, match="không nạp được mô hình no/such"):
        SentenceTransformerEncoder("no/such")


@pytest.mark.usefixtures("sentence_transformers")
def test_texts_are_prepared_before_the_prompt(tmp_path: Path) -> None:
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    plain = SentenceTransformerEncoder(str(tmp_path))
    encoder = SentenceTransformerEncoder(str(tmp_path), prepare="lower, no-marks")
    encoder.encode_questions(["Hòa BÌNH"])
    assert encoder._model.seen == [("hỏi: ", ["hoa binh"])]
    assert encoder.name == f"{plain.name}+lower+no-marks"
    bare = SentenceTransformerEncoder(str(tmp_path), prepare="no-marks")
    bare.encode_passages(["Đà Nẵng"])
    assert bare._model.seen == [("đoạn: ", ["Da Nang"])]


@pytest.mark.usefixtures("sentence_transformers")
def test_words_are_joined_by_a_library_that_may_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys
    import types

    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    encoder = SentenceTransformerEncoder(str(tmp_path), prepare="words")
    monkeypatch.setitem(sys.modules, "pyvi", None)
    with pytest.raises(MissingDependencyError, match="pip install pyvi"):
        encoder.encode_questions(["chuyển đổi số"])
    library = types.ModuleType("pyvi")
    library.ViTokenizer = types.SimpleNamespace(tokenize=lambda text: text.replace(" ", "_"))
    monkeypatch.setitem(sys.modules, "pyvi", library)
    encoder.encode_questions(["chuyển đổi số"])
    assert encoder._model.seen == [("hỏi: ", ["chuyển_đổi_số"])]


@pytest.mark.usefixtures("sentence_transformers")
def test_an_unknown_step_is_named(tmp_path: Path) -> None:
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    with pytest.raises(UsageError, match="“stem”"):
        SentenceTransformerEncoder(str(tmp_path), prepare="stem")
