"""Our objects behind LangChain's interfaces, and LangChain's models behind ours.

The only file that imports LangChain; nothing imports it until a chat model, a retriever or
an embedding of LangChain is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import Field, SkipValidation

from assistant.answering import ChatModel
from assistant.assistant import Assistant
from assistant.errors import MissingDependencyError, ModelError, UsageError
from assistant.indexing.encoders import Encoder, unit_rows
from assistant.schema import Document, Filters, Hit

__all__ = [
    "LangChainChatModel",
    "LangChainEncoder",
    "PolicyEmbeddings",
    "PolicyRetriever",
    "chat_model",
]

# What LangChain's embeddings call the model they wrap, by how common it is.
_MODEL_FIELDS = ("model", "model_name", "model_id", "deployment")
_PROBE = "chính sách"


class PolicyRetriever(BaseRetriever):
    """Passages of an open index as LangChain documents, for any chain.

    ``page_content`` is the passage verbatim. The metadata say where it stands: with
    ``document``, ``start`` and ``end`` a chain can cite it exactly.

    Attributes:
        assistant: The open index.
        k: How many passages to return; may be given to ``invoke`` too.
        filters: What the search is held to; may be given to ``invoke`` too.
    """

    assistant: SkipValidation[Assistant]
    k: int = Field(default=4, ge=1)
    filters: SkipValidation[Filters | None] = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        k: int | None = None,
        filters: Filters | None = None,
    ) -> list[LangChainDocument]:
        wanted = self.k if k is None else k
        if wanted < 1:
            raise UsageError(f"k = {wanted} không dùng được. Hãy chọn k từ 1 trở lên.")
        hits = self.assistant.search(query, k=wanted, filters=filters or self.filters)
        return [
            _as_langchain(hit, self.assistant.document(hit.passage.document_id)) for hit in hits
        ]


def _as_langchain(hit: Hit, document: Document) -> LangChainDocument:
    passage = hit.passage
    return LangChainDocument(
        id=passage.id,
        page_content=passage.of(document.text),
        metadata={
            "passage_id": passage.id,
            **document.metadata(),
            "source": document.source.url or document.path,
            "publisher": document.source.publisher,
            "label": passage.label,
            "page": document.page_at(passage.start),
            "start": passage.start,
            "end": passage.end,
            "rank": hit.rank,
            "score": hit.score,
            "ranks": dict(hit.ranks),
        },
    )


class PolicyEmbeddings(Embeddings):
    """One of our encoders as LangChain embeddings.

    Args:
        encoder: The encoder, such as that of an open index.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector a passage."""
        return _as_lists(self.encoder.encode_passages(texts)) if texts else []

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a question."""
        return _as_lists(self.encoder.encode_questions([text]))[0]


def _as_lists(vectors: NDArray[np.float32]) -> list[list[float]]:
    return [[float(value) for value in row] for row in vectors]


class LangChainEncoder:
    """Any LangChain embeddings as an encoder.

    The length of a vector is learnt from the first vectors that the model returns.

    Args:
        embeddings: The embeddings.
        name: Name that changes when the vectors would; class and model when None.
    """

    def __init__(self, embeddings: Embeddings, name: str | None = None) -> None:
        self._embeddings = embeddings
        self._dimensions: int | None = None
        models = (getattr(embeddings, field, None) for field in _MODEL_FIELDS)
        model = next((value for value in models if isinstance(value, str) and value), None)
        parts = ["langchain", type(embeddings).__name__, *([model] if model else [])]
        self._name = name or ":".join(parts)

    @property
    def name(self) -> str:
        """Class and model, such as ``langchain:OllamaEmbeddings:bge-m3``."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector; a word is embedded to learn it when nothing has been yet.

        Raises:
            ModelError: The model failed.
        """
        if self._dimensions is None:
            return int(self.encode_questions([_PROBE]).shape[1])
        return self._dimensions

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a passage, float32, (texts, dimensions).

        Raises:
            ModelError: The model failed, or returned what are no vectors of one length.
        """
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        try:
            vectors = self._embeddings.embed_documents(list(texts))
        except Exception as error:  # providers raise whatever they raise
            raise self._failed(type(error).__name__) from error
        return self._unit(vectors, len(texts))

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a question, float32, (texts, dimensions).

        Raises:
            ModelError: The model failed, or returned what are no vectors of one length.
        """
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        try:
            vectors = [self._embeddings.embed_query(text) for text in texts]
        except Exception as error:  # as above
            raise self._failed(type(error).__name__) from error
        return self._unit(vectors, len(texts))

    def _unit(self, vectors: list[list[float]], count: int) -> NDArray[np.float32]:
        try:
            rows = np.asarray(vectors, dtype=np.float32)
        except (TypeError, ValueError) as error:
            raise self._failed("véc-tơ không cùng số chiều") from error
        if rows.ndim != 2 or rows.shape[0] != count or rows.shape[1] == 0:
            raise self._failed("thiếu véc-tơ")
        if self._dimensions not in (None, rows.shape[1]):
            raise self._failed(f"số chiều đổi từ {self._dimensions} thành {rows.shape[1]}")
        if not np.isfinite(rows).all():
            raise self._failed("véc-tơ có giá trị không phải số")
        self._dimensions = int(rows.shape[1])
        return unit_rows(rows)

    def _failed(self, reason: str) -> ModelError:
        return ModelError(
            f"mô hình {self._name} không mã hoá được văn bản ({reason})."
            " Hãy kiểm tra mô hình và kết nối rồi thử lại."
        )


class LangChainChatModel:
    """A LangChain chat model behind our protocol.

    Args:
        model: The model.
        name: Name for messages; the class when None.
    """

    def __init__(self, model: BaseChatModel, name: str | None = None) -> None:
        self._model = model
        self.name = name or type(model).__name__

    def complete(self, system: str, user: str) -> str:
        """Return the text of the model's answer, without its thoughts; it may be empty.

        Raises:
            ModelError: The model failed, whatever the reason.
        """
        try:
            message = self._model.invoke([SystemMessage(system), HumanMessage(user)])
        except Exception as error:  # providers raise whatever they raise
            # The text of such an error may hold the key or the prompt; its type tells enough.
            raise ModelError(
                f"mô hình {self.name} không trả lời ({type(error).__name__})."
                " Hãy kiểm tra mạng, khoá truy cập và tên mô hình rồi thử lại."
            ) from error
        return str(message.text)


def chat_model(spec: str) -> ChatModel:
    """Return the chat model that ``--llm`` names, at temperature 0.

    Args:
        spec: ``provider:model`` as LangChain's ``init_chat_model`` names them, such as
            ``ollama:qwen3:8b``; the model may hold colons of its own.

    Raises:
        UsageError: The text has not that form, or LangChain knows no such provider.
        MissingDependencyError: The provider's package is not installed.
        ModelError: The model cannot be set up, mostly for want of a key.
    """
    provider, separator, model = (part.strip() for part in spec.partition(":"))
    if not separator or not model or not re.fullmatch(r"[A-Za-z][\w-]*", provider, re.ASCII):
        raise UsageError(
            f"--llm “{spec}” không đúng dạng. Hãy gõ nhà_cung_cấp:mô_hình, ví dụ ollama:qwen3:8b."
        )
    from langchain.chat_models import init_chat_model  # half a second, for this alone

    try:
        made: Any = init_chat_model(model, model_provider=provider, temperature=0)
    except ImportError as error:
        raise MissingDependencyError(
            f"mô hình {spec} cần thư viện của nhà cung cấp", _install_line(provider, error)
        ) from error
    except Exception as error:  # each provider has errors of its own
        # Providers' own errors are subclasses, such as those of pydantic for a missing key.
        if type(error) is ValueError and "provider" in str(error):
            raise UsageError(
                f"--llm “{spec}”: LangChain không có nhà cung cấp “{provider}”."
                " Hãy chọn nhà cung cấp khác, ví dụ openai, anthropic, google_genai, ollama."
            ) from error
        key = f"{provider.upper().replace('-', '_')}_API_KEY"
        raise ModelError(
            f"không khởi tạo được mô hình {spec} ({type(error).__name__})."
            f" Hãy đặt khoá truy cập của nhà cung cấp, thường là biến môi trường {key}."
        ) from error
    return LangChainChatModel(made, name=spec)


def _install_line(provider: str, error: ImportError) -> str:
    """Return the install line that LangChain's message gives, or the one by its naming."""
    match = re.search(r"pip install ([\w.-]+)", str(error))
    package = match[1] if match else f"langchain-{provider.lower().replace('_', '-')}"
    return f"pip install {package}"
