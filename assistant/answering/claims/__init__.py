"""Claims: a sentence or a pasted article held against the documents, part by part.

``words`` and ``said`` read the claim, ``stated`` the documents; ``compared`` and ``values`` hold
one value against another, ``figures`` and ``facts`` judge, ``force`` asks what holds today,
``checking`` goes through a claim from end to end, ``notes`` and ``review`` put it in words.
"""

from assistant.answering.claims.checking import MAX_CLAIM_CHARS, check
from assistant.answering.claims.force import Series
from assistant.answering.claims.notes import DIFFERENCES
from assistant.answering.claims.review import Publication, claim_reviews

__all__ = [
    "DIFFERENCES",
    "MAX_CLAIM_CHARS",
    "Publication",
    "Series",
    "check",
    "claim_reviews",
]
