"""Everything that can go wrong and be told to a user, as one tree.

AssistantError
├── UsageError             the command line or a setting was used wrongly
├── ReadError              one file cannot be read; the others go on
├── IndexMissingError      there is no index where one was asked for
├── IndexDamagedError      the index is there and cannot be trusted
├── MissingDependencyError a package or program that this step needs is not installed
├── ModelError             a language or embedding model did not do its work
└── NotAllowedError        this person may read and not change

Each message ends with what to do. Whatever is not in this tree is a defect of ours.
"""

from __future__ import annotations

__all__ = [
    "AssistantError",
    "IndexDamagedError",
    "IndexMissingError",
    "MissingDependencyError",
    "ModelError",
    "NotAllowedError",
    "ReadError",
    "UsageError",
]


class AssistantError(Exception):
    """Root of all errors that are shown to a user as one line."""


class UsageError(AssistantError):
    """The command line or a setting was used wrongly."""


class ReadError(AssistantError):
    """One file cannot be read; it is reported and the others go on."""


class IndexMissingError(AssistantError):
    """There is no index where one was asked for."""


class IndexDamagedError(AssistantError):
    """The index is there, and cannot be trusted."""


class MissingDependencyError(AssistantError):
    """A package or a program that this step needs is not installed.

    Args:
        what: What is missing, in words.
        install: The command that installs it.
    """

    def __init__(self, what: str, install: str) -> None:
        super().__init__(f"{what}. Cài bằng lệnh: {install}")


class ModelError(AssistantError):
    """A language or embedding model did not do its work."""


class NotAllowedError(AssistantError):
    """Who is signed in may read and not change, or is not signed in any more."""
