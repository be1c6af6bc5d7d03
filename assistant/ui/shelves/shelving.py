"""What the page knows of the shelves at one moment: uploads, corrections, and the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from assistant.documents.corrections import Stated
from assistant.indexing.catalogue import Entry
from assistant.indexing.jobs import recorded_sources
from assistant.indexing.library import FileRecord
from assistant.indexing.uploads import Uploads
from assistant.schema import Document, Section
from assistant.structure import sections
from assistant.ui.opening import Shelf
from assistant.ui.shelves.changes import Upload, count_changes, uploads_of

__all__ = ["ASKED_FOR", "SHOWN", "Shelves", "read_sections", "shelves_of"]

ASKED_FOR = "doc"
"""Name of the document in the address, so that a link opens it."""
SHOWN = "shelves shown"
"""Name under which a session keeps which part of the page is open."""
_DEFAULT = Path("corpus")
"""What ``chinhsach index`` reads where nothing is named."""


@dataclass(frozen=True, slots=True, eq=False)
class Shelves:
    """Documents of the index and files beside it, as they are now.

    Attributes:
        index: Folder of the index.
        shelf: The open index; None where there is none yet.
        entries: Documents of the index.
        files: Its files by absolute path.
        uploads: The folder of uploads.
        uploaded: What is in it.
        corrections: What is stated of documents.
    """

    index: Path
    shelf: Shelf | None
    entries: Sequence[Entry]
    files: Mapping[str, FileRecord]
    uploads: Uploads
    uploaded: Sequence[Upload]
    corrections: Mapping[str, Stated]

    @property
    def changes(self) -> int:
        """Number of files that a build would add, read anew, or drop."""
        return count_changes(self.uploads, self.uploaded, self.files, self.corrections)

    def upload_of(self, entry: Entry) -> Path | None:
        """Return the uploaded file of a document; None for one of the source folders."""
        return next(
            (one.path for one in self.uploaded if str(one.path.resolve()) == entry.file), None
        )

    def entry_of(self, upload: Path) -> Entry | None:
        """Return the document that an uploaded file became; None while it is not indexed."""
        file = str(upload.resolve())
        return next((entry for entry in self.entries if entry.file == file), None)

    def can_correct(self, entry: Entry) -> bool:
        """Tell whether a document is a whole file, of which something can be stated."""
        file = self.files.get(entry.file)
        return file is not None and file.sha256 == entry.sha256

    def sources(self) -> list[Path]:
        """Return what the index is built from besides the uploads."""
        library = self.shelf.assistant.reader.library if self.shelf else None
        recorded = recorded_sources(self.index, library)
        if not recorded and self.shelf is None and _DEFAULT.is_dir():
            return [_DEFAULT]
        return recorded


def shelves_of(shelf: Shelf | None, index: Path) -> Shelves:
    """Return what the page shows, read anew where it is cheap and kept where it is not.

    Args:
        shelf: The open index; None where there is none yet.
        index: Folder of the index.
    """
    entries, files = _catalogue(shelf, shelf.stamp) if shelf else ((), {})
    uploads = Uploads.of(index)
    uploaded = uploads_of(uploads, files)
    return Shelves(index, shelf, entries, files, uploads, uploaded, uploads.corrections())


@st.cache_resource(max_entries=2, show_spinner=False)
def _catalogue(_shelf: Shelf, stamp: str) -> tuple[list[Entry], dict[str, FileRecord]]:
    library = _shelf.assistant.reader.library
    return library.entries(), library.files()


@st.cache_resource(max_entries=32, show_spinner=False)
def read_sections(_shelf: Shelf, stamp: str, document_id: str) -> tuple[Document, list[Section]]:
    """Return a document with its sections, found once for each publication.

    Args:
        _shelf: The open index; the underscore keeps Streamlit from hashing it.
        stamp: Its stamp, by which the sections are kept.
        document_id: Id of the document.
    """
    document = _shelf.assistant.document(document_id)
    return document, sections(document)
