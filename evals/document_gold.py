"""Real documents with what is known of them, for what is measured of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.errors import UsageError
from assistant.schema import Document
from evals.corpora import shared_folder

__all__ = ["Share", "documents_folder", "read"]


@dataclass(frozen=True, slots=True)
class Share:
    """What was found against what is there.

    Attributes:
        right: Found and there.
        found: All that was found.
        there: All that is there.
    """

    right: int = 0
    found: int = 0
    there: int = 0

    @classmethod
    def of(cls, found: Iterable[Hashable], there: Iterable[Hashable]) -> Share:
        """Compare two collections; what is found twice and there once is right once."""
        one, other = Counter(found), Counter(there)
        return cls((one & other).total(), one.total(), other.total())

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """Share of what was found that is there; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        return self.right / self.there if self.there else 1.0

    def line(self, name: str) -> str:
        """Return a line of a table: name, precision, recall, and what they are shares of."""
        return (
            f"{name:<40} {self.precision:9.3f} {self.recall:9.3f}"
            f"   {self.right} of {self.found} found, {self.there} there"
        )


def documents_folder(shared: Path | None = None) -> Path:
    """Return the folder of real documents.

    Args:
        shared: The folder of all shared data; found by ``CHINHSACH_SHARED`` when None.

    Raises:
        UsageError: It is not on this machine.
    """
    folder = (shared or shared_folder()) / "documents"
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: không có tài liệu thật để đo. Hãy đặt CHINHSACH_SHARED tới nơi có chúng."
        )
    return folder


def read(folder: Path, name: str) -> Document:
    """Read one of the documents.

    Raises:
        ReadError: It cannot be read.
    """
    path = folder / name
    return read_file(SourceFile(path.parent, path.name, path), Config())[0]
