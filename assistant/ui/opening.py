"""Opening the index that the page answers from, again whenever a new one was published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from assistant.assistant import Assistant
from assistant.errors import IndexMissingError
from assistant.indexing.library import Card
from assistant.retrieval.filters import admits
from assistant.schema import Filters, Skipped

__all__ = ["INDEX_VARIABLE", "Shelf", "index_folder", "open_shelf"]

INDEX_VARIABLE = "CHINHSACH_INDEX"
_DEFAULT_INDEX = "index"


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """An open index with what the sidebar tells of it, read once and shared by all sessions.

    Attributes:
        assistant: What answers.
        stamp: Which publication of the index this is.
        cards: What is known of each document.
        skipped: Files that were not read, and why.
    """

    assistant: Assistant
    stamp: str
    cards: tuple[Card, ...]
    skipped: tuple[Skipped, ...]

    @property
    def passages(self) -> int:
        """Number of passages."""
        return self.assistant.reader.manifest.passages

    @property
    def meaning_model(self) -> str | None:
        """Name of the encoder when it is a model from outside, else None."""
        manifest = self.assistant.reader.manifest
        return None if manifest.is_complete else manifest.encoder

    def admitted(self, filters: Filters) -> int:
        """Return how many documents a search with these filters looks into."""
        return sum(admits(filters, card) for card in self.cards)


def index_folder() -> Path:
    """Return the folder of the index: ``CHINHSACH_INDEX``, or ``index``."""
    return Path(os.environ.get(INDEX_VARIABLE) or _DEFAULT_INDEX)


def open_shelf(index: Path) -> Shelf:
    """Open the index, or return it as it was opened before if nothing new was published.

    Args:
        index: Folder of the index.

    Raises:
        IndexMissingError: There is no index in the folder.
        IndexDamagedError: The index cannot be trusted.
    """
    return _open_shelf(str(index), _stamp(index))


def _stamp(index: Path) -> str:
    """Return what changes whenever an index is published.

    The name of the generation alone starts again from 1 when somebody deletes the folder
    and builds anew; the time of the change tells the two apart.
    """
    current = index / "CURRENT"
    try:
        name = current.read_text(encoding="utf-8", errors="replace").strip()
        return f"{index.resolve()}/{name}@{current.stat().st_mtime_ns}"
    except OSError as error:
        raise IndexMissingError("chưa có chỉ mục. Hãy chạy: chinhsach index") from error


# Two, so that sessions in the middle of an answer keep theirs while a new one is opened.
@st.cache_resource(max_entries=2, show_spinner=False)
def _open_shelf(index: str, stamp: str) -> Shelf:
    assistant = Assistant.open(Path(index))
    library = assistant.reader.library
    return Shelf(assistant, stamp, tuple(library.cards()), tuple(library.skipped()))
