"""Answers: extracted sentences with their citations, and their rewriting by a model."""

from assistant.answering.corpus import Corpus
from assistant.answering.extractive import answer
from assistant.answering.generative import ChatModel, Rewriting, rewrite

__all__ = ["ChatModel", "Corpus", "Rewriting", "answer", "rewrite"]
