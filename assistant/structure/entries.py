"""A block of a document with its place in the structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.schema import Block, PassageRole, Step

__all__ = ["Entry", "Part"]


class Part(StrEnum):
    """What a block is to the reader of a passage."""

    HEADING = "heading"
    BODY = "body"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Entry:
    """A block with its place.

    Attributes:
        block: The block.
        part: Heading, body, or outside (signature, recipients).
        path: Steps from the document down to it.
        keys: For each step, the index of the block that opened it; tells apart two sections
            of one name.
        opens: Whether the block itself opened the last step of its path.
        role: What it is in the document.
    """

    block: Block
    part: Part
    path: tuple[Step, ...]
    keys: tuple[int, ...]
    opens: bool = False
    role: PassageRole = PassageRole.CONTENT
