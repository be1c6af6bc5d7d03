"""How well the citations of an answer carry it, computed rather than judged.

The two questions are those of ALCE (Gao et al. 2023, “Enabling Large Language Models to
Generate Text with Citations”, section 4): do the citations hold all that is needed (recall),
and does each of them hold any of it (precision)? There a model judges whether a passage
entails a sentence. Here gold says where the answer stands, and figures and words are
compared, so that two runs agree and nobody need believe a judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.schema import Answer, Citation, Document, Span
from assistant.vietnamese.normalise import nfc
from assistant.vietnamese.tokens import syllables
from evals.forms import has_fact, normal_form
from evals.questions import Evidence, Gold
from evals.soundness import MARKER, citation_fault, statements

__all__ = [
    "citation_precision",
    "citation_recall",
    "cites",
    "file_name",
    "grounding",
    "places_of",
]


def citation_recall(gold: Gold, citations: Sequence[Citation]) -> float:
    """Return how much of the gold evidence is cited, in [0, 1].

    Where any place will do, that is 1 as soon as one is cited; where all are needed, the
    share of the places that are.
    """
    cited = [any(cites(c, place) for c in citations) for place in gold.evidence]
    if gold.evidence_all:
        return sum(cited) / len(cited)
    return float(any(cited))


def citation_precision(
    gold: Gold, answer: Answer, stored: Callable[[str], Document]
) -> float | None:
    """Return the share of the citations that count; None when there are none.

    A citation counts when its quote stands in the stored document where it says, and it
    covers a gold place or carries what the answer says: the figures of the short answer, all
    of them; or its words, when it has no figures; or what a sentence that bears its marker
    says. A sentence is carried by a quote with all its figures, or, when it has none, with
    half of its syllables.
    """
    if not answer.citations:
        return None
    said = statements(answer.text)
    counting = [
        citation_fault(citation, stored) is None
        and (
            any(cites(citation, place) for place in gold.evidence)
            or _carries_short(citation.quote, answer.short)
            or any(
                _carries(citation.quote, one) for one in said if citation.marker in _markers(one)
            )
        )
        for citation in answer.citations
    ]
    return sum(counting) / len(counting)


def grounding(answer: Answer) -> float | None:
    """Return the share of sentences whose figures all stand in what they cite.

    This is ALCE's recall of a statement with entailment read as “every figure, date and
    document number of the sentence stands, whole, in one of its quotes”. One that stands in
    the question may be said again: “không phải 100%” denies what was asked. None when no
    sentence has both a figure and a marker.
    """
    quotes = {citation.marker: citation.quote for citation in answer.citations}
    carried: list[bool] = []
    for statement in statements(answer.text):
        figures, markers = _figures(statement), _markers(statement)
        if figures and markers:
            cited = [_figures(quotes[marker]) for marker in markers if marker in quotes]
            carried.append(figures <= _figures(answer.question.text).union(*cited))
    return sum(carried) / len(carried) if carried else None


def cites(citation: Citation, evidence: Evidence) -> bool:
    """Tell whether a citation carries the gold evidence.

    It does when it is of the gold document (by file name), and its quote holds the gold
    quote or shares with it at least half of the gold quote's characters, where the gold
    quote stands in the document. White space counts as one space wherever it stands.
    """
    if file_name(citation.document.path) != file_name(evidence.document):
        return False
    gold = " ".join(nfc(evidence.quote).split())
    if gold in " ".join(nfc(citation.quote).split()):
        return True
    cited = Span(citation.start, citation.end)
    return any(
        2 * max(0, min(cited.end, place.end) - max(cited.start, place.start))
        >= place.end - place.start
        for place in places_of(gold, citation.document.text)
    )


def places_of(quote: str, text: str) -> list[Span]:
    """Find every place where a quote stands in a text, whatever the white space between."""
    pattern = r"\s+".join(map(re.escape, nfc(quote).split()))
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def file_name(path: str) -> str:
    """Return a path without its folders, by which gold names a document."""
    return path.rsplit("/", 1)[-1]


# --- what a quote carries -----------------------------------------------------------------


def _carries_short(quote: str, short: str | None) -> bool:
    if not short:
        return False
    figures = _figures(short)
    return figures <= _figures(quote) if figures else has_fact(quote, short)


def _carries(quote: str, statement: str) -> bool:
    figures = _figures(statement)
    if figures:
        return figures <= _figures(quote)
    wanted = normal_form(MARKER.sub("", statement)).split()
    there = set(normal_form(quote).split())
    return bool(wanted) and 2 * sum(word in there for word in wanted) >= len(wanted)


def _figures(text: str) -> set[str]:
    """Return the figures, dates and document numbers of a text, its markers left out.

    Each is whole, as a token of search is: 14 is not in 114, and 15.777 is in “15.777ha”.
    """
    tokens = syllables(nfc(MARKER.sub("", text)))
    return {token.text.rstrip("%") for token in tokens if token.text[0].isdigit()}


def _markers(statement: str) -> list[int]:
    return [int(number) for number in MARKER.findall(statement)]
