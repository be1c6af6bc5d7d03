"""Answers: extracted sentences with their citations, and their rewriting by a model."""

from assistant.answering.conversation import Referent, complete_last, referent_of
from assistant.answering.corpus import Corpus
from assistant.answering.extractive import answer
from assistant.answering.generative import ChatModel, Rewriting, rewrite

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
