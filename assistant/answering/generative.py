"""Answers in a model's words, kept only when every figure in them is in the evidence."""

from __future__ import annotations

from typing import Protocol

from assistant.schema import Answer

__all__ = ["ChatModel", "rewrite"]


class ChatModel(Protocol):
    """A model that continues a prompt."""

    name: str

    def complete(self, system: str, user: str) -> str:
        """Return the model's answer to a prompt.

        Raises:
            ModelError: The model failed.
        """
        ...


def rewrite(found: Answer, model: ChatModel) -> Answer:
    """placeholder."""
    return found
