"""Any sentence-transformers model, by path or name, as an encoder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import MissingDependencyError, ModelError, UsageError
from assistant.indexing.encoders import unit_rows
from assistant.vietnamese.normalise import lower, nfc, strip_marks

__all__ = ["SentenceTransformerEncoder"]

# Weights are told apart by their ends: reading gigabytes to open an index is too slow.
_ENDS = 1 << 20
_BATCH = 32
_QUESTION_PROMPTS = ("query", "question")
_PASSAGE_PROMPTS = ("document", "passage", "corpus")


def _joined_words(text: str) -> str:
    """Return text with the syllables of a word joined by ``_``, as PhoBERT's kind was trained."""
    try:
        from pyvi import ViTokenizer
    except ImportError as error:
        raise MissingDependencyError(
            "bước “words” của encoder_prepare cần thư viện pyvi", "pip install pyvi"
        ) from error
    joined: str = ViTokenizer.tokenize(text)
    return joined


_STEPS: dict[str, Callable[[str], str]] = {
    "lower": lower,
    "no-marks": strip_marks,
    "words": _joined_words,
}


class SentenceTransformerEncoder:
    """A sentence-transformers model with the prompts that it asks for.

    The library takes seconds to import, so this happens here and nowhere else. Nothing is
    downloaded unless the user asks for it: a model is a folder, or stands in the local
    cache of the hub.

    Args:
        model: Path of a folder, or name of a model.
        prepare: What is done to a text before the model's prompt is set before it, in this
            order, with commas between: ``lower`` (small letters), ``no-marks`` (Da Nang),
            ``words`` (syllables of a word joined by ``_``, by pyvi).
        download: Whether a model that is not on this machine may be fetched.

    Raises:
        MissingDependencyError: sentence-transformers is not installed.
        ModelError: The model is not on this machine or cannot be loaded.
        UsageError: There is no such step of preparing.
    """

    def __init__(self, model: str, *, prepare: str = "", download: bool = False) -> None:
        names = [name.strip() for name in prepare.split(",") if name.strip()]
        if unknown := [name for name in names if name not in _STEPS]:
            raise UsageError(
                f"encoder_prepare không có bước “{unknown[0]}”. Chọn trong: {', '.join(_STEPS)}."
            )
        self._prepare = [_STEPS[name] for name in names]
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise MissingDependencyError(
                f"mô hình {model} cần thư viện sentence-transformers",
                "pip install sentence-transformers",
            ) from error
        try:
            self._model: Any = SentenceTransformer(
                model, local_files_only=not download, trust_remote_code=False
            )
            dimensions = _dimensions_of(self._model)
        except Exception as error:  # the library raises whatever its parts raise
            raise ModelError(
                f"không nạp được mô hình {model} ({type(error).__name__})."
                " Hãy tải mô hình về máy rồi ghi đường dẫn thư mục vào chinhsach.toml."
            ) from error
        if not dimensions:
            raise ModelError(f"mô hình {model} không cho biết số chiều. Hãy chọn mô hình khác.")
        self._dimensions = int(dimensions)
        self._name = "+".join([f"{model}{_fingerprint(Path(model))}", *names])

    @property
    def name(self) -> str:
        """Model with a fingerprint of its files where it is a folder, and steps before it."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a passage, float32, (texts, dimensions)."""
        return self._encode(texts, _PASSAGE_PROMPTS)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a question, float32, (texts, dimensions)."""
        return self._encode(texts, _QUESTION_PROMPTS)

    def _encode(self, texts: Sequence[str], wanted: Sequence[str]) -> NDArray[np.float32]:
        prompts = getattr(self._model, "prompts", None) or {}
        listed = [prompts[name] for name in wanted if prompts.get(name) is not None]
        # The library lists empty prompts beside a model's own. All empty means none at all,
        # which is not the same as None: that would apply the model's default prompt.
        prompt = next(filter(None, listed), "" if listed else None)
        try:
            vectors = self._model.encode(
                [self._prepared(text) for text in texts],
                prompt=prompt,
                batch_size=_BATCH,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
            rows = np.asarray(vectors, dtype=np.float32).reshape(len(texts), self._dimensions)
        except MissingDependencyError:
            raise
        except Exception as error:  # as above
            raise ModelError(
                f"mô hình {self._name} không mã hoá được văn bản ({type(error).__name__})."
                " Hãy chọn mô hình khác trong chinhsach.toml."
            ) from error
        return unit_rows(rows)

    def _prepared(self, text: str) -> str:
        if self._prepare:
            text = nfc(text)
        for step in self._prepare:
            text = step(text)
        return text


def _dimensions_of(model: Any) -> int | None:
    """Return the length of a model's vectors; the library has renamed its method."""
    for name in ("get_embedding_dimension", "get_sentence_embedding_dimension"):
        if hasattr(model, name):
            dimensions: int | None = getattr(model, name)()
            return dimensions
    return None


def _fingerprint(folder: Path) -> str:
    """Return ``#`` and a digest of a model's files; nothing for a model of the hub."""
    if not folder.is_dir():
        return ""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(_ENDS))
            if size > 2 * _ENDS:
                file.seek(-_ENDS, 2)
            digest.update(file.read())
    return f"#{digest.hexdigest()[:12]}"
