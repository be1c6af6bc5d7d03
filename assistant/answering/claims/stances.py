"""A sentence without figures held against sentences of nearly the same words.

Words that a sentence holds are no proof that it says what they say; see ``agreement``. So the
very words settle a claim, and what only nearly has them supports none.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.agreement import Stance, stance
from assistant.answering.claims.facts import JudgedFact, fact_of
from assistant.answering.claims.words import Statement
from assistant.answering.evidence import Evidence
from assistant.schema import Judgement

__all__ = ["judge_stance"]


def judge_stance(
    statement: Statement, evidence: Sequence[Evidence], support: Sequence[Evidence]
) -> JudgedFact | None:
    """Judge a sentence by what nearly the same words make of it.

    Args:
        statement: The sentence of a claim.
        evidence: Sentences of the documents, best first.
        support: Those that are taken to support it.

    Returns:
        The sentence as judged; None where no words are near enough to say otherwise.
    """
    stances = [(stance(statement.text, one.led_text()), one) for one in (*support, *evidence)]
    for wanted, judgement in (
        (Stance.SAID, Judgement.SUPPORTED),
        (Stance.DENIED, Judgement.REFUTED),
    ):
        for found, one in stances:
            if found is wanted:
                return fact_of(statement, one, judgement)
    for found, one in stances[: len(support)]:
        if found is Stance.OPEN:
            return fact_of(statement, one, Judgement.NOT_ENOUGH)
    return None
