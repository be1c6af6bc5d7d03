"""``python -m evals retrieval``: ways of searching, on every set, part by part."""

from evals.retrieval.command import main

__all__ = ["main"]
