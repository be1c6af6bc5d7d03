"""The search with parts of it taken away, so that each part shows what it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from assistant.config import Config
from assistant.vietnamese.normalise import nfc
from assistant.vietnamese.tokens import sparse_tokens, syllables
from evals.corpora import indexed
from evals.running import Progress

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = ["VARIANTS", "opened_with", "variants", "without_bigrams"]

# The weights that leave one part of the search alone; the others are those of the settings.
_MARKED = {"folded_weight": 0.0, "dense_weight": 0.0}
_FOLDED = {"folded_weight": 1.0, "dense_weight": 0.0}
_SPARSE = {"dense_weight": 0.0}
_DENSE = {"dense_weight": 1.0}
_NO_CONTEXT = {"context_weight": 0.0}

VARIANTS: tuple[tuple[str, bool, Mapping[str, float]], ...] = (
    ("marked field", True, _MARKED),
    ("folded field", True, _FOLDED),
    ("sparse fused", True, _SPARSE),
    ("dense", True, _DENSE),
    ("all fused", True, {}),
    ("sparse fused, no context", True, {**_SPARSE, **_NO_CONTEXT}),
    ("all fused, no context", True, _NO_CONTEXT),
    ("sparse fused, no bigrams", False, _SPARSE),
    ("all fused, no bigrams", False, {}),
)
"""Name, whether there are bigrams, and changed settings of each variant."""

# Where the tokens of passages and of questions are made.
_TOKENISING = ("bag_encoder", "encoders", "sparse", "tables")


def variants(corpus: Path, config: Config, progress: Progress) -> Iterator[tuple[str, Assistant]]:
    """Yield an assistant for each of ``VARIANTS``, to be used before the next is asked for.

    The weights act when a question is asked, so all variants with bigrams share one index,
    and all without share another.

    Args:
        corpus: What to index.
        config: Settings of the whole.
        progress: Told the stage, the steps done and all its steps.
    """
    for bigrams in (True, False):
        with (
            nullcontext() if bigrams else without_bigrams(),
            indexed([corpus], config, progress) as index,
        ):
            for name, has_bigrams, changes in VARIANTS:
                if has_bigrams == bigrams:
                    yield name, opened_with(index, **changes)


def opened_with(index: Path, **changes: Any) -> Assistant:
    """Open an index as if it had been built with other weights.

    Args:
        index: Folder of the index.
        changes: Settings that act only when a question is asked.
    """
    from assistant.assistant import Assistant
    from assistant.indexing.reader import IndexReader

    reader = IndexReader.open(index)
    reader.manifest = replace(reader.manifest, config=replace(reader.config, **changes))
    return Assistant(reader)


@contextmanager
def without_bigrams() -> Iterator[None]:
    """Take the bigrams from every token list of the index for a while.

    They are no setting: nobody should run without them. So the function is replaced where it
    is used, for as long as the measurement takes.
    """
    with ExitStack() as stack:
        for module in _TOKENISING:
            stack.enter_context(patch(f"assistant.indexing.{module}.sparse_tokens", _unigrams))
        yield


def _unigrams(text: str, *, folded: bool) -> list[str]:
    # Syllables come first, one token each, and the bigrams after them.
    return sparse_tokens(text, folded=folded)[: len(syllables(nfc(text)))]
