"""Replies: what a question is answered with, by whichever way it is to be answered."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.compared import compare
from assistant.answering.compose import compose
from assistant.answering.corpus import Corpus
from assistant.answering.exempt import left_out
from assistant.answering.extractive import look_for
from assistant.answering.former_papers import former_paper
from assistant.answering.in_force import replaced_notes, standing_of
from assistant.answering.missing import not_found
from assistant.answering.papers import asks_of_a_paper, said_of_itself
from assistant.answering.premises import (
    asks_why,
    claimed_body,
    claims_count,
    contradiction,
    names_a_signer,
)
from assistant.answering.several import look_for_all, rivals
from assistant.answering.tasks_asked import tasks_given
from assistant.schema import Answer, AnswerKind, Filters, Question

__all__ = ["answer"]


def answer(question: Question, corpus: Corpus, filters: Filters, *, language: str = "vi") -> Answer:
    """Answer a question by extraction, or say that the documents do not.

    Args:
        question: The question as understood.
        corpus: Where passages come from.
        filters: What the search is held to.
        language: Language of the frame around the quotes, ``vi`` or ``en``.
    """
    found = _answer(question, corpus, filters, language)
    notes = replaced_notes(found.citations, corpus, filters, language)
    return replace(found, notes=(*found.notes, *notes)) if notes else found


def _answer(question: Question, corpus: Corpus, filters: Filters, language: str) -> Answer:
    """Answer a question in the way that it asks for."""
    if question.sides:
        return compare(question, corpus, filters, language) or _answer(
            replace(question, sides=(), kind=AnswerKind.FIGURE), corpus, filters, language
        )
    given = tasks_given(question, corpus, filters, language)
    if given:
        return compose(question, given.rows, corpus, language, told=given.told)
    all_of_them = look_for_all(question, corpus, filters)
    if all_of_them:
        return compose(question, all_of_them.chosen, corpus, language, listed=True)
    doer = claimed_body(question, corpus, filters)
    if doer:
        return compose(question, doer.chosen[:1], corpus, language)
    found = look_for(question, corpus, filters)
    signed = names_a_signer(question)
    wrong = contradiction(question, corpus, filters) if signed else None
    if wrong is None and asks_of_a_paper(question):
        itself = said_of_itself(question, found.hits, found.terms, corpus)
        if itself:
            return compose(question, [itself], corpus, language)
    if wrong is None:
        of_a_paper = left_out(question, found.hits, found.terms, corpus)
        of_a_paper = of_a_paper or former_paper(question, found.hits, found.terms, corpus)
        if of_a_paper:
            return compose(question, [of_a_paper], corpus, language)
    if not signed and (asks_why(question) or claims_count(question) or not found.chosen):
        wrong = contradiction(question, corpus, filters)
    if wrong:
        return compose(
            question, wrong.found.chosen[:1], corpus, language, contradicted=wrong.stated
        )
    if not found.chosen and found.other_years and asks_why(question):
        freed = look_for(replace(question, years=found.other_years[:1]), corpus, filters)
        if freed.chosen:
            stated = ", ".join(map(str, question.years))
            years = ", ".join(map(str, found.other_years))
            return compose(
                question, freed.chosen[:1], corpus, language, contradicted=stated, actual=years
            )
    if not found.chosen:
        return not_found(
            question,
            found.hits,
            found.broken,
            found.terms,
            corpus,
            language,
            other_years=found.other_years,
        )
    stands = standing_of(question, found.chosen[0], corpus, filters, language)
    if stands:
        return compose(question, [stands.best], corpus, language, told=stands.told)
    return compose(question, found.chosen, corpus, language, rivals=rivals(found))
