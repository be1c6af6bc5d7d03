"""Questions as understood, and the passages found for them."""

from assistant.retrieval.questions import analyse
from assistant.retrieval.restoring import restore
from assistant.retrieval.search import Retriever
from assistant.retrieval.spelling import mend

__all__ = ["Retriever", "analyse", "mend", "restore"]
