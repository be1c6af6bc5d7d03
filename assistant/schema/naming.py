"""What a document is called, and how a day is written: the same in every room and face."""

from __future__ import annotations

from datetime import date
from typing import Protocol

__all__ = [
    "PRESS",
    "called",
    "document_name",
    "name_or_title",
    "number_or_title",
    "written_day",
]

PRESS = "bài báo"
"""Kind of an article of the press, which reports what others set."""


class _Named(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def number(self) -> str | None: ...


def document_name(kind: str | None, number: str | None) -> str:
    """Return what a document is called for short: “Nghị quyết 03-NQ/TU”, “Bài báo”, or "".

    Args:
        kind: Its kind, None where it is not known.
        number: Its number and sign, None where it has none.
    """
    name = " ".join(part for part in (kind, number) if part)
    return name[:1].upper() + name[1:]


def called(document: _Named) -> str:
    """Return what a document is called in a sentence: its title in quotes without a number.

    Args:
        document: A document, or what is known of one.
    """
    if not document.number:
        return f"“{document.title}”"
    return document_name(document.kind, document.number)


def name_or_title(document: _Named) -> str:
    """Return what a document is called in a list: its title where it has no number.

    Args:
        document: A document, or what is known of one.
    """
    return document_name(document.kind, document.number) if document.number else document.title


def number_or_title(document: _Named) -> str:
    """Return the number of a document, as a table has it; its title where it has none.

    Args:
        document: A document, or what is known of one.
    """
    return document.number or document.title


def written_day(day: date | None) -> str:
    """Return a day as all that we write has it, “05/03/2024”; "" where none is known."""
    return f"{day:%d/%m/%Y}" if day else ""
