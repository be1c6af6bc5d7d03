"""Answers, hits and passages as JSON objects, the same for ``--json`` and ``--batch``.

The order of keys is fixed, and so are the values: whatever is computed is rounded to where
machines agree.
"""

from __future__ import annotations

import json
from typing import Any

from assistant.schema import (
    Answer,
    Beside,
    CheckedPart,
    Citation,
    CitedFigure,
    Document,
    Figure,
    Hit,
    Passage,
    SideFound,
    Status,
    Verdict,
)

__all__ = [
    "answer_record",
    "cited_figure_record",
    "dump",
    "passage_record",
    "search_record",
    "verdict_record",
]

Record = dict[str, Any]

# Scores are sums of 32-bit floats, whose last digits differ between processors.
SCORE_DECIMALS = 4


def dump(record: Record, *, indent: int | None = None) -> str:
    """Return a record as JSON that is valid UTF-8, whatever its strings hold."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, carried through from the input
        text = json.dumps(record, indent=indent)
    return text


def answer_record(identifier: Any, question: str, answer: Answer) -> Record:
    """Return an answer as an object.

    Args:
        identifier: The question's id, any JSON value, carried through.
        question: The question as it was given.
        answer: Its answer.
    """
    documents = {citation.document.id: citation.document for citation in answer.citations}
    return {
        "id": identifier,
        "question": question,
        "status": answer.status.value,
        "abstained": answer.status is Status.NOT_FOUND,
        "short": answer.short,
        "answer": answer.text,
        "sides": [_side_record(side) for side in answer.sides],
        "notes": list(answer.notes),
        "citations": [_citation_record(citation) for citation in answer.citations],
        "figures": [
            _figure_record(figure, documents[figure.document_id]) for figure in answer.figures
        ],
        "method": answer.method.value,
        "receipt": {
            "index": answer.receipt.index,
            "config": answer.receipt.config,
            "passages": list(answer.receipt.passages),
        },
    }


def search_record(identifier: Any, query: str, found: list[tuple[Hit, Document]]) -> Record:
    """Return the hits of a query, each with its document, as an object."""
    return {
        "id": identifier,
        "query": query,
        "hits": [
            {
                "rank": hit.rank,
                "score": round(hit.score, SCORE_DECIMALS),
                "document": document.path,
                "passage_id": hit.passage.id,
                "label": hit.passage.label,
                "passage": hit.passage.of(document.text),
            }
            for hit, document in found
        ],
    }


def passage_record(document: Document, passage: Passage) -> Record:
    """Return one passage, with what is known of its document, as an object."""
    return {
        "passage_id": passage.id,
        **document.metadata(),
        "url": document.source.url,
        "label": passage.label,
        "pages": list(passage.pages) if passage.pages else None,
        "start": passage.start,
        "end": passage.end,
        "passage": passage.of(document.text),
    }


def verdict_record(identifier: Any, claim: str, verdict: Verdict) -> Record:
    """Return a verdict as an object.

    Args:
        identifier: The claim's id, any JSON value, carried through.
        claim: The claim as it was given.
        verdict: What was found.
    """
    return {
        "id": identifier,
        "claim": claim,
        "verdict": verdict.judgement.value,
        "figures": [_part_record(checked) for checked in verdict.parts],
        "citations": [_citation_record(citation) for citation in verdict.citations],
        "note": verdict.text,
        "sentences": [
            {
                "text": one.span.of(verdict.claim),
                "start": one.span.start,
                "end": one.span.end,
                "verdict": one.judgement.value,
            }
            for one in verdict.sentences
        ],
        "unchecked": [span.of(verdict.claim) for span in verdict.unchecked],
        "receipt": {
            "index": verdict.receipt.index,
            "config": verdict.receipt.config,
            "passages": list(verdict.receipt.passages),
        },
    }


def _beside_record(beside: Beside | None) -> Record | None:
    if beside is None:
        return None
    return {
        "words": beside.words,
        "document": beside.document,
        "issued": beside.issued.isoformat() if beside.issued else None,
        "marker": beside.marker,
    }


def _part_record(checked: CheckedPart) -> Record:
    part = checked.part
    return {
        "kind": part.kind.value,
        "text": part.text,
        "start": part.span.start,
        "end": part.span.end,
        "subject": part.subject,
        "value": None if part.value is None else _number(part.value),
        "upper": None if part.upper is None else _number(part.upper),
        "unit": part.unit,
        "comparator": part.comparator.value,
        "role": part.role.value if part.role else None,
        "years": list(part.years),
        "place": part.place,
        "verdict": checked.judgement.value,
        "differs": [difference.value for difference in checked.differs],
        "rounded": checked.rounded,
        "found": checked.found,
        "found_years": list(checked.found_years),
        "found_place": checked.found_place,
        "marker": checked.marker,
        "now": _beside_record(checked.now),
        "against": _beside_record(checked.against),
        "beside": _beside_record(checked.beside),
    }


def _side_record(side: SideFound) -> Record:
    return {"label": side.label, "short": side.short, "marker": side.marker}


def _citation_record(citation: Citation) -> Record:
    return {
        "marker": citation.marker,
        "document": citation.document.path,
        "title": citation.document.title,
        "number": citation.document.number,
        "label": citation.label,
        "page": citation.page,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "passage": citation.passage_text,
        "recognition": _rounded(citation.confidence),
    }


def _rounded(confidence: float | None) -> float | None:
    """Return the confidence of recognition in hundredths; None for words that were typed."""
    return None if confidence is None else round(confidence, 2)


def cited_figure_record(cited: CitedFigure) -> Record:
    """Return a figure with its cells, where each was read, and its source, as an object."""
    figure, source = cited.figure, cited.source
    return {
        **_cells_record(figure),
        "number": source.number,
        "title": source.title,
        "issued": source.day.isoformat() if source.day else None,
        "document": source.path,
        "label": cited.label,
        "page": cited.page,
        "passage_id": cited.passage_id,
        "start": figure.value_span.start,
        "end": figure.value_span.end,
        "text": cited.written,
        "sentence": cited.quote,
        "origins": [
            {
                "cell": origin.cell.value,
                "start": origin.span.start,
                "end": origin.span.end,
                "inherited": origin.inherited,
            }
            for origin in figure.origins
        ],
    }


def _figure_record(figure: Figure, document: Document) -> Record:
    return {
        **_cells_record(figure),
        "document": document.path,
        "start": figure.value_span.start,
        "end": figure.value_span.end,
        "text": figure.value_span.of(document.text),
        "sentence": figure.sentence_span.of(document.text),
    }


def _cells_record(figure: Figure) -> Record:
    return {
        "indicator": figure.indicator,
        "comparator": figure.comparator.value,
        "value": _number(figure.value),
        "upper": None if figure.upper is None else _number(figure.upper),
        "of": None if figure.of is None else _number(figure.of),
        "unit": figure.unit,
        "base": figure.base,
        "role": figure.role.value,
        "year": figure.year,
        "deadline": figure.deadline,
        "place": figure.place,
        "level": figure.level,
        "agency": figure.agency,
        "speaker": figure.speaker,
        "quoted_from": figure.quoted_from,
    }


def _number(value: float) -> int | float:
    """Return a whole number as one: 437621, not 437621.0."""
    return int(value) if value.is_integer() else value
