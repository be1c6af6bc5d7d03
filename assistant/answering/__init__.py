"""Answers: extracted sentences with their citations, their rewriting, and verdicts on claims."""

from assistant.answering.claims import Publication, Series, check, claim_reviews
from assistant.answering.conversation import Referent, complete_last, referent_of
from assistant.answering.corpus import Corpus
from assistant.answering.follow_ups import follow_ups
from assistant.answering.generative import ChatModel, Rewriting, rewrite
from assistant.answering.replies import answer

__all__ = [
    "ChatModel",
    "Corpus",
    "Publication",
    "Referent",
    "Rewriting",
    "Series",
    "answer",
    "check",
    "claim_reviews",
    "complete_last",
    "follow_ups",
    "referent_of",
    "rewrite",
]
