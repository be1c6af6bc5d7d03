"""Answers: extracted sentences with their citations, and their rewriting by a model."""

from assistant.answering.conversation import Referent, complete_last, referent_of
from assistant.answering.corpus import Corpus
from assistant.answering.generative import ChatModel, Rewriting, rewrite
from assistant.answering.replies import answer

__all__ = [
    "ChatModel",
    "Corpus",
    "Referent",
    "Rewriting",
    "answer",
    "complete_last",
    "referent_of",
    "rewrite",
]
