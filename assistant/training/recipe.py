"""From pairs to a trained encoder, with the Trainer of sentence-transformers."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import MissingDependencyError
from assistant.training.pairs import SOURCES, Pair
from assistant.training.units import choose_units, first_vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["Recipe", "train"]


# Every fourth passage tells which units are frequent as well as all do.
_COUNTED = 4


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides the encoder beside its data.

    Attributes:
        units: Most units with a vector of their own.
        dimensions: Length of a vector; 40,000 times 256 are 10 MB in bytes.
        batch: Pairs of a step; each passage is the wrong answer of all other pairs.
        epochs: How often every pair is seen.
        rate: Largest step of Adam, reached after a tenth of the steps and falling to 0.
        scale: Factor of the cosines before the softmax.
        seed: Decides sentences, first vectors and the order of pairs.
        sources: Which of ``SOURCES`` to learn from.
    """

    units: int = 40_000
    dimensions: int = 256
    batch: int = 512
    epochs: float = 1.0
    rate: float = 0.01
    scale: float = 20.0
    seed: int = 7
    sources: tuple[str, ...] = SOURCES


def train(pairs: Sequence[Pair], recipe: Recipe) -> SentenceTransformer:
    """Return a model trained on pairs, on one thread, so that it is the same every time.

    The batches are of one source each, and within it of neighbours: a passage of an
    encyclopaedia is too easy a wrong answer to the title of an article of law, and so is an
    article of some other law.

    Args:
        pairs: What to learn from.
        recipe: How.

    Raises:
        MissingDependencyError: sentence-transformers or what it trains with is missing.
    """
    try:
        import accelerate  # noqa: F401 - the Trainer would say so only after minutes
        import torch
        from datasets import Dataset, DatasetDict
        from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer
        from sentence_transformers import SentenceTransformerTrainingArguments as Arguments
        from sentence_transformers.base.modules import Normalize
        from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
    except ImportError as error:
        raise MissingDependencyError(
            f"huấn luyện cần thư viện {error.name}", "pip install 'tro-ly-chinh-sach[train]'"
        ) from error
    from assistant.training.batches import NeighbourBatches
    from assistant.training.modules import BagEmbedding

    torch.set_num_threads(1)
    counted = [pair.passage for pair in pairs[::_COUNTED]]
    units, frequencies, total = choose_units(counted, recipe.units)
    vectors = first_vectors(frequencies, total, recipe.dimensions, recipe.seed)
    bag = BagEmbedding(units, vectors)
    model = SentenceTransformer(modules=[bag, Normalize()], device="cpu")
    data = DatasetDict(
        {
            source: Dataset.from_dict(
                {
                    "anchor": [pair.short for pair in pairs if pair.source == source],
                    "positive": [pair.passage for pair in pairs if pair.source == source],
                }
            )
            for source in recipe.sources
        }
    )
    with tempfile.TemporaryDirectory() as scratch:
        arguments = Arguments(
            output_dir=str(Path(scratch)),
            num_train_epochs=recipe.epochs,
            per_device_train_batch_size=recipe.batch,
            learning_rate=recipe.rate,
            weight_decay=0.0,
            warmup_steps=0.1,
            lr_scheduler_type="linear",
            max_grad_norm=0.0,
            seed=recipe.seed,
            use_cpu=True,
            dataloader_drop_last=True,
            batch_sampler=NeighbourBatches,
            save_strategy="no",
            report_to="none",
            logging_steps=50,
        )
        loss = MultipleNegativesRankingLoss(model, scale=recipe.scale)
        trainer = SentenceTransformerTrainer(
            model=model, args=arguments, train_dataset=data, loss=loss
        )
        trainer.train()
    return model
