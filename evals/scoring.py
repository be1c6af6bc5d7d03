"""What is right and what is wrong in an answer.

Every rule is a comparison with gold that a person could make by hand; see ``forms`` for the
comparison of short answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.schema import Answer, Citation, Document, Span, Status
from assistant.vietnamese.normalise import nfc
from assistant.vietnamese.sentences import sentences
from evals.forms import normal_form, same_answer
from evals.questions import Evidence, Gold

__all__ = ["Verdict", "cites", "faults", "has_fact", "score"]

_MARKER = re.compile(r"\[(\d+)\]")
_STOP_THEN_MARKERS = re.compile(r"([.!?…]+[\"”’)]*)((?:\s*\[\d+\])+)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right in one answer; None where a measure does not apply to the question.

    Attributes:
        short: The short answer is an accepted form.
        facts: The text holds every fact.
        answer: ``short`` where the gold has short forms, else ``facts``.
        evidence: The citations carry the gold evidence: any place of it, or all where the
            gold says so.
        abstained: The question has no answer, and none was given.
        refused: The question has an answer, and none was given (lower is better).
        valid: Citations and markers are sound; it applies to every answer.
        missing_facts: Facts that the text lacks.
        faults: What is unsound in the citations and markers, in words.
    """

    short: bool | None
    facts: bool | None
    answer: bool | None
    evidence: bool | None
    abstained: bool | None
    refused: bool | None
    valid: bool
    missing_facts: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether nothing that applies is wrong."""
        applied = (self.answer, self.evidence, self.abstained, self.valid)
        return False not in applied and not self.refused


def score(gold: Gold, answer: Answer, stored: Callable[[str], Document]) -> Verdict:
    """Compare an answer with its gold.

    Args:
        gold: The question and what a right answer holds.
        answer: What the assistant said.
        stored: Finds a document of the index by its id, to check citations against.
    """
    found = faults(answer, stored)
    silent = answer.status is Status.NOT_FOUND
    if not gold.answerable:
        return Verdict(None, None, None, None, silent, None, not found, (), found)
    text = _MARKER.sub("", answer.text)
    missing = tuple(fact for fact in gold.facts if silent or not has_fact(text, fact))
    short = (not silent and same_answer(answer.short, gold.short)) if gold.short else None
    facts = not missing if gold.facts else None
    cited = [any(cites(c, place) for c in answer.citations) for place in gold.evidence]
    evidence = all(cited) if gold.evidence_all else any(cited)
    return Verdict(
        short=short,
        facts=facts,
        answer=short if short is not None else facts,
        evidence=evidence and not silent,
        abstained=None,
        refused=silent,
        valid=not found,
        missing_facts=missing,
        faults=found,
    )


def has_fact(text: str, fact: str) -> bool:
    """Tell whether a text holds a fact as whole words of its normal form.

    A number is whole too: 17% is neither in 117% nor in 3,17%, and 17 is not in 17%.
    """
    wanted = normal_form(fact)
    pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    if wanted[:1].isdigit():
        pattern = r"(?<!\d[.,/-])" + pattern
    if wanted[-1:].isdigit():
        pattern += r"(?![.,/-]\d)(?!\s?%)"
    return re.search(pattern, normal_form(text)) is not None


# --- evidence -----------------------------------------------------------------------------


def cites(citation: Citation, evidence: Evidence) -> bool:
    """Tell whether a citation carries the gold evidence.

    It does when it is of the gold document (by file name), and its quote holds the gold
    quote or shares with it at least half of the gold quote's characters, where the gold
    quote stands in the document. White space counts as one space wherever it stands.
    """
    if citation.document.path.rsplit("/", 1)[-1] != evidence.document.rsplit("/", 1)[-1]:
        return False
    gold = " ".join(nfc(evidence.quote).split())
    if gold in " ".join(nfc(citation.quote).split()):
        return True
    cited = Span(citation.start, citation.end)
    return any(
        2 * max(0, min(cited.end, place.end) - max(cited.start, place.start))
        >= place.end - place.start
        for place in _places_of(gold, citation.document.text)
    )


def _places_of(quote: str, text: str) -> list[Span]:
    """Find every place where a quote stands in a text, whatever the white space between."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


# --- soundness ----------------------------------------------------------------------------


def faults(answer: Answer, stored: Callable[[str], Document]) -> tuple[str, ...]:
    """Return what is unsound in an answer's citations and markers, in words.

    A citation must be words of its stored document, inside its passage; every marker must
    have a citation, every citation a marker, and every sentence of an answer a marker. An
    answer that finds nothing needs no markers.
    """
    found = [f"[{c.marker}]: {fault}" for c in answer.citations if (fault := _fault(c, stored))]
    used = {int(number) for number in _MARKER.findall(answer.text)}
    cited = {citation.marker for citation in answer.citations}
    found += [f"[{marker}] has no citation" for marker in sorted(used - cited)]
    if answer.status is not Status.NOT_FOUND:
        found += [f"citation {marker} has no marker" for marker in sorted(cited - used)]
        found += [f"no marker: {sentence}" for sentence in _unmarked_sentences(answer.text)]
    return tuple(found)


def _fault(citation: Citation, stored: Callable[[str], Document]) -> str | None:
    text = stored(citation.document.id).text
    if not 0 <= citation.start < citation.end <= len(text):
        return "empty or outside its document"
    if text[citation.start : citation.end] != citation.quote:
        return "quote differs from the stored document"
    passage = Span(citation.passage.start, citation.passage.end)
    if not passage.contains(Span(citation.start, citation.end)):
        return "quote reaches outside its passage"
    return None


def _unmarked_sentences(text: str) -> list[str]:
    """Return the sentences without a marker.

    A marker may follow the full stop of its sentence, and a line that ends in a colon is one
    sentence with what it announces.
    """
    text = _STOP_THEN_MARKERS.sub(r"\2\1", text)
    groups: list[str] = []
    for span in sentences(text):
        if groups and groups[-1].endswith(":"):
            groups[-1] += " " + span.of(text)
        else:
            groups.append(span.of(text))
    return [group for group in groups if not _MARKER.search(group)]
