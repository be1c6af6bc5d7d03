"""Whether a model's words stand in the passages that they cite.

A rewriting is taken apart at its markers. What is said before a marker must stand in the
passages of that very marker: each figure with its unit and comparator, each date, document
number, person, body and place, and most of the words. Doubt counts against the model, since
the extracted answer is always there in its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.figures_stated import Fact, covered_spans, facts, mismatch
from assistant.schema import Answer, Citation
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import DocumentNumber, named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold, lower, place_tones
from assistant.vietnamese.places import places, same_place
from assistant.vietnamese.sentences import sentences
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["Claim", "claims", "stands_in", "verify"]
