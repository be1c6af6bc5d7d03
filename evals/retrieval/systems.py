"""Ways of searching that are compared: baselines, parts of the search, the whole less a part."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.retrieval.lexical import Ranking
from evals.beir import Ranked, rank_documents
from evals.retrieval.baselines import PlainBM25
from evals.retrieval.sets import IndexedSet
from evals.running import Progress

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_Search = Callable[[str], tuple[str, ...]]

__all__ = ["BASELINE", "DEPTH", "SHIPPED", "VARIANTS", "Variant", "opened_with", "run_all"]

DEPTH = 100
BASELINE = "BM25 syllables+bigrams"
SHIPPED = "as shipped"


@dataclass(frozen=True, slots=True)
class Variant:
    """The search of the product, changed.

    Attributes:
        name: What it is called in the table.
        config: Settings that differ from the default.
        ranking: Weights of words that differ from the default.
    """

    name: str
    config: Mapping[str, float]
    ranking: Mapping[str, Any]


_WORDS = {"dense_weight": 0.0}
VARIANTS = (
    Variant("passages alone", {**_WORDS, "context_weight": 0.0}, {}),
    Variant("contexts alone", {**_WORDS, "context_weight": 1.0}, {"covered": 0.0}),
    Variant("words", _WORDS, {}),
    Variant("words, no bigrams", _WORDS, {"pairs": 0.0}),
    Variant("words, bigrams in full", _WORDS, {"pairs": 1.0}),
    Variant("words, no coverage", _WORDS, {"covered": 0.0}),
    Variant("words, marks exact", {**_WORDS, "folded_weight": 0.0}, {}),
    Variant("dense", {"dense_weight": 1.0}, {}),
    Variant(SHIPPED, {}, {}),
    Variant("shipped, no coverage", {}, {"covered": 0.0}),
    Variant("shipped, no subject", {}, {"held": 0.0}),
    Variant("shipped, none common", {}, {"common": 0.0}),
    Variant("shipped, no stand-ins", {}, {"stand_in": 0.0}),
)
"""The parts of the search, what it is without each, and the whole."""

WHOLE = ("words", SHIPPED)
"""What is also asked in the other spellings."""


def opened_with(index: Path, *, ranking: Ranking | None = None, **changes: Any) -> Assistant:
    """Open an index with other settings and weights than it was built with.

    Args:
        index: Folder of the index.
        ranking: Weights of words; the default when None.
        changes: Settings that act only when a question is asked.
    """
    from assistant.assistant import Assistant
    from assistant.indexing.reader import IndexReader
    from assistant.retrieval.search import Retriever

    reader = IndexReader.open(index)
    reader.manifest = replace(reader.manifest, config=replace(reader.config, **changes))
    assistant = Assistant(reader)
    assistant.retriever = Retriever(reader, ranking)
    return assistant


def run_all(
    data: IndexedSet, queries: Mapping[str, str], progress: Progress, *, parts: bool = True
) -> dict[str, dict[str, Ranked]]:
    """Return what each system finds for each question, and the time of one core it takes.

    Args:
        data: The set.
        queries: Its questions by id, as they are to be spelt.
        progress: Told the stage, the steps done and all its steps.
        parts: Whether the parts of the search are run too, or the whole alone.
    """
    systems: dict[str, Callable[[], _Search]] = {
        "BM25 syllables": partial(_plain, data, bigrams=False),
        BASELINE: partial(_plain, data, bigrams=True),
    }
    for variant in VARIANTS if parts else [one for one in VARIANTS if one.name in WHOLE]:
        systems[variant.name] = partial(_variant, data, variant)
    found: dict[str, dict[str, Ranked]] = {}
    for name, make in systems.items():
        search, found[name] = make(), {}
        for done, (key, text) in enumerate(queries.items()):
            progress(f"{data.name}: {name}", done, len(queries))
            begin = time.thread_time()
            documents = search(text)
            found[name][key] = Ranked(documents, (time.thread_time() - begin) * 1000)
    return found


def _plain(data: IndexedSet, *, bigrams: bool) -> _Search:
    plain = PlainBM25(data.documents, bigrams=bigrams)
    return lambda text: plain.rank(text, DEPTH)


def _variant(data: IndexedSet, variant: Variant) -> _Search:
    ranking = replace(Ranking(), **variant.ranking)
    assistant = opened_with(data.index, ranking=ranking, **variant.config)
    paths = {card.id: card.path for card in assistant.reader.library.cards()}

    def search(text: str) -> tuple[str, ...]:
        hits = assistant.search(text, k=DEPTH)
        return rank_documents([paths[hit.passage.document_id] for hit in hits], DEPTH)

    return search
