"""The shipped encoder as a module of sentence-transformers, to train it and to share it.

Importing this file imports torch, so nothing that answers questions may. A folder that was
saved loads with ``SentenceTransformer(folder, trust_remote_code=True)``: the library asks for
the flag whenever a model's class is not its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers.base.modules import InputModule

from assistant.indexing.bag_encoder import BagEncoder

__all__ = ["BagEmbedding"]


class BagEmbedding(InputModule):  # type: ignore[misc]  # the library is untyped
    """One trainable vector a unit; a text is the weighted sum of its units' vectors.

    The sum is not scaled: a ``Normalize`` module stands behind this one.

    Args:
        units: Units, each once.
        vectors: Their vectors at the start, float32, (units, dimensions).
    """

    def __init__(self, units: Sequence[str], vectors: NDArray[np.float32]) -> None:
        super().__init__()
        # Splits texts into units as the product does; its own vectors are not used.
        self._splitter = BagEncoder.quantised(units, np.zeros((len(units), 1), np.float32))
        weights = torch.from_numpy(np.array(vectors, dtype=np.float32))
        self.embedding = torch.nn.EmbeddingBag.from_pretrained(weights, freeze=False, mode="sum")

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Return the units of texts as one list, where each text begins, and the weights.

        Args:
            inputs: Texts.
            prompt: Set before every text; None for nothing.
        """
        bags = [self._splitter.places(f"{prompt or ''}{text}") for text in inputs]
        starts = np.cumsum([0, *(len(places) for places, _ in bags)])[:-1]
        places = np.concatenate([places for places, _ in bags] or [np.zeros(0, np.int64)])
        weights = np.concatenate([weights for _, weights in bags] or [np.zeros(0, np.float32)])
        return {
            "input_ids": torch.from_numpy(places),
            "offsets": torch.from_numpy(starts.astype(np.int64)),
            "unit_weights": torch.from_numpy(weights),
        }

    def tokenize(self, texts: list[str], **rest: Any) -> dict[str, Any]:
        """Return what ``preprocess`` returns; the name that the library had before."""
        return self.preprocess(texts, **rest)

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add the sums of the units' vectors as ``sentence_embedding``, (texts, dimensions)."""
        features["sentence_embedding"] = self.embedding(
            features["input_ids"],
            features["offsets"],
            per_sample_weights=features["unit_weights"],
        )
        return features

    def get_embedding_dimension(self) -> int:
        """Return the length of a vector."""
        return int(self.embedding.embedding_dim)

    def encoder(self) -> BagEncoder:
        """Return the product's encoder of the vectors as they are now, rounded to bytes."""
        vectors = self.embedding.weight.detach().cpu().numpy()
        return BagEncoder.quantised(self._splitter.units, vectors)

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Write the vectors, rounded to bytes, as the product reads them."""
        self.encoder().save(Path(output_path))

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", **_: Any) -> BagEmbedding:
        """Open the module of a folder.

        Raises:
            ModelError: A file is missing or does not hold what it should.
        """
        encoder = BagEncoder.load(Path(model_name_or_path, subfolder))
        return cls(encoder.units, encoder.vectors())
