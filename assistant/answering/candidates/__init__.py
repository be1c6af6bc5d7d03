"""Candidates: what in a sentence could be the answer, by the kind of thing asked for.

Each kind has its own finder. A candidate carries the exact span that would be the short
answer (or none), the words nearest to it, which say what it belongs to, and a bonus for
signs that the language gives (“do … ban hành”, “X là …”).
"""

from assistant.answering.candidates.finding import candidate_at, find

__all__ = ["candidate_at", "find"]
