"""What is right and what is wrong in an answer.

Every rule is a comparison with gold that a person could make by hand; see ``forms`` for the
comparison of short answers, ``citing`` and ``soundness`` for that of citations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.schema import Answer, Document, Status
from evals.citing import citation_precision, citation_recall, grounding
from evals.forms import has_fact, same_answer
from evals.questions import Gold
from evals.soundness import MARKER, faults

__all__ = ["Verdict", "score"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is right in one answer; None where a measure does not apply to the question.

    Attributes:
        short: The short answer is an accepted form.
        facts: The text holds every fact.
        fact_recall: Share of the facts that the text holds.
        answer: ``short`` where the gold has short forms, else ``facts``.
        evidence: The citations carry the gold evidence: any place of it, or all where the
            gold says so.
        citation_recall: Share of the gold evidence that is cited.
        citation_precision: Share of the citations that carry gold or what the answer says;
            None without citations.
        grounding: Share of the sentences with figures whose figures stand in what they cite;
            it applies to every answer that has such sentences.
        abstained: The question has no answer, and none was given.
        refused: The question has an answer, and none was given (lower is better).
        valid: Citations and markers are sound; it applies to every answer.
        missing_facts: Facts that the text lacks.
        faults: What is unsound in the citations and markers, in words.
    """

    valid: bool
    faults: tuple[str, ...]
    grounding: float | None
    short: bool | None = None
    facts: bool | None = None
    fact_recall: float | None = None
    answer: bool | None = None
    evidence: bool | None = None
    citation_recall: float | None = None
    citation_precision: float | None = None
    abstained: bool | None = None
    refused: bool | None = None
    missing_facts: tuple[str, ...] = ()

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
    grounded = None if silent else grounding(answer)
    if not gold.answerable:
        return Verdict(valid=not found, faults=found, grounding=grounded, abstained=silent)
    text = MARKER.sub("", answer.text)
    missing = tuple(fact for fact in gold.facts if silent or not has_fact(text, fact))
    short = (not silent and same_answer(answer.short, gold.short)) if gold.short else None
    facts = not missing if gold.facts else None
    recall = 0.0 if silent else citation_recall(gold, answer.citations)
    return Verdict(
        valid=not found,
        faults=found,
        grounding=grounded,
        short=short,
        facts=facts,
        fact_recall=1 - len(missing) / len(gold.facts) if gold.facts else None,
        answer=short if short is not None else facts,
        evidence=recall == 1,
        citation_recall=recall,
        citation_precision=None if silent else citation_precision(gold, answer, stored),
        refused=silent,
        missing_facts=missing,
    )
