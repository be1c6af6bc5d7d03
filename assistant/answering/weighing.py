"""What a word counts by where it stands beside an answer, and a source by what it is."""

from __future__ import annotations

from assistant.answering.evidence import Evidence, documents_named
from assistant.schema import PRESS

__all__ = ["FRAME", "LIST", "NEAR", "PASSAGE", "SENTENCE", "primacy"]

NEAR = 1.0
"""A term beside the value."""
SENTENCE = 0.75
"""A term elsewhere in its sentence."""
PASSAGE = 0.45
"""A term in the rest of the passage."""
FRAME = 0.45
"""A term in title and headings."""
LIST = 0.3
"""A term in the rest of a list, for one item of it: the items speak of other things."""

_OWN, _REPORTED, _ADDED_BY_EDITORS = 0.08, 0.04, 0.06
_SINCE, _LATER = 2015, 0.001
"""What a document counts more for each year that it is later: as much as decides between equals."""
_ADDED = "(ngoài văn bản)"


def primacy(evidence: Evidence, numbers: tuple[str, ...], *, reports: bool = True) -> float:
    """Return what a source counts more, or less, where several say the same.

    A document that is named speaks for itself; the press reports what others set, and so does
    what editors add to a digest.

    Args:
        evidence: A sentence of the source.
        numbers: Numbers of the documents named.
        reports: Whether the press only reports what is looked for.
    """
    own = evidence.is_of(documents_named(numbers))
    reported = evidence.document.kind == PRESS and reports
    added = any(_ADDED in step.heading.lower() for step in evidence.hit.passage.path)
    issued = evidence.document.issued
    later = _LATER * (issued.year - _SINCE) if issued else 0.0
    return _OWN * own - _REPORTED * reported - _ADDED_BY_EDITORS * added + later
