"""A sentence without figures held against sentences of the documents, word by word.

It is supported by a sentence that says nearly all its words, all its names and nothing the other
way round; it is refuted by one that says nearly all of it of another person, post, unit or
document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.agreement import Stance, stance
from assistant.answering.anchors import Anchor, bind
from assistant.answering.claims.facts import JudgedFact, fact_of
from assistant.answering.claims.mergers import merged_the_other_way
from assistant.answering.claims.named import Kind, Name, names_in
from assistant.answering.claims.relations import relations_in
from assistant.answering.claims.senses import ENDS, says, turned
from assistant.answering.claims.words import Statement
from assistant.answering.evidence import Evidence
from assistant.answering.figure_facts import DENIAL
from assistant.answering.scopes import scopes_of
from assistant.answering.slots import filled_otherwise, hangs_on_more
from assistant.answering.terms import Haystack, Term, coverage
from assistant.figures import nature_of
from assistant.schema import Difference, Judgement, PartKind, Role
from assistant.vietnamese.dates import dates, years
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import fold, is_marked, lower
from assistant.vietnamese.places import same_place
from assistant.vietnamese.quantities import quantities

__all__ = ["judge_words"]

_SAYS_ALL = 0.8
"""Least share of the words of a claim, by weight, that a sentence must hold to support it."""
_SAYS_OF_PERSON = 0.85
"""The same of what a person does: of two papers that one signs the words are much alike."""
_SAYS_OF_ANOTHER = 0.8
"""The same, without the name in question, for a sentence of another name to refute it."""
_SPECIFIC = 0.1
"""How much less is enough of a claim with a number or a day, which the sentence holds as well."""
_FRAME, _FRAME_OF_ACTS = 0.8, 0.3
"""How much a word counts that stands in the title or headings alone; of what a person does that
is no more than what the paper is about."""
_TOGETHER = 0.5
"""Least share of its pairs of words that must stand side by side there: long sentences hold the
syllables of much that they do not say."""
_FEWEST = 4
"""With fewer words than this that the documents know a sentence tells too little."""
_AS_NEAR = 0.1
"""Another sentence within this of the one that refutes may be the one meant."""


def judge_words(
    statement: Statement,
    evidence: Sequence[Evidence],
    support: Sequence[Evidence],
    *,
    settled: bool,
) -> JudgedFact | None:
    """Judge a sentence by the sentences of the documents that come nearest to it.

    To hold the words of a claim is not to say it; see ``agreement``. So the very words settle it
    first, and a sentence that has nearly the same words with something left over supports none.

    Args:
        statement: The sentence of a claim.
        evidence: Sentences of the documents, best first.
        support: Those that are taken to support it for other reasons.
        settled: Whether other reasons settle it.

    Returns:
        The sentence as judged; None where nothing is near enough to say more than they do.
    """
    # Respelt, “mọi” is a share; as written it says of how many the sentence holds.
    said = statement.written if scopes_of(statement.written) else statement.text
    stances = [(stance(said, one.led_text()), one) for one in (*support, *evidence)]
    for wanted, judgement in (
        (Stance.SAID, Judgement.SUPPORTED),
        (Stance.DENIED, Judgement.REFUTED),
    ):
        for found, one in stances:
            if found is wanted:
                return fact_of(statement, one, judgement)
    for one in evidence:
        if merged_the_other_way(statement.text, one.text):
            return fact_of(statement, one, Judgement.REFUTED, differs=(Difference.PLACE,))
    fact = None if settled else _by_words_held(statement, evidence)
    if fact is not None and fact.checked.judgement is Judgement.REFUTED:
        return fact
    # What stands nearer than the sentence that holds the words leaves them open as well.
    for found, one in stances if fact else stances[: len(support)]:
        if found is Stance.OPEN:
            return fact_of(statement, one, Judgement.NOT_ENOUGH)
    for one in support:
        if not _as_far_reaching(statement, one):
            return fact_of(statement, one, Judgement.NOT_ENOUGH)
    return fact


def _by_words_held(statement: Statement, evidence: Sequence[Evidence]) -> JudgedFact | None:
    """Judge a sentence by how many of its words one of the documents holds."""
    terms = [term for term in statement.terms if term.known or " " not in term.text]
    if sum(" " not in term.text and term.known for term in terms) < _FEWEST:
        return None
    if next(relations_in(statement, []), None) is not None:
        return None
    names = list(names_in(statement.text))
    saying = [one for one in evidence if _may_say(statement, one, names)]
    acts = any(name.kind is Kind.PERSON for name in names)
    saying = [one for one in saying if _held_together(terms, one) >= _TOGETHER]
    best = max(saying, key=lambda one: _held(terms, one, acts=acts), default=None)
    least = _SAYS_OF_PERSON if acts else _SAYS_ALL
    least -= _SPECIFIC if _numbers_of(statement.text) and not acts else 0.0
    if best is not None and _held(terms, best, acts=acts) >= least:
        return fact_of(statement, best, Judgement.SUPPORTED)
    return _of_another(statement, evidence, names, terms)


def _may_say(statement: Statement, one: Evidence, names: Sequence[Name]) -> bool:
    """Tell whether a sentence holds all names and numbers of a claim, and denies none of it."""
    return (
        not bind(statement.question, one).broken
        and all(_names(one, name) for name in names)
        and all(_names_there(statement, one, name) for name in names)
        and (one.header is None or not any(name.kind is Kind.BODY for name in names))
        and _numbers_of(statement.text) <= _numbers_of(_whole(one))
        and _same_way(statement, one)
        and _as_far_reaching(statement, one)
        and not hangs_on_more(statement.written, one.text)
        and _same_times_and_places(statement, one)
        and _in_order(one, names)
        and not _among_others(statement, one, names)
    )


def _as_far_reaching(statement: Statement, one: Evidence) -> bool:
    """Tell whether a sentence holds of as many as a claim, and is about the same throughout."""
    scopes = scopes_of(statement.written) <= scopes_of(_whole(one))
    return scopes and not filled_otherwise(statement.written, one.led_text())


def _among_others(statement: Statement, one: Evidence, names: Sequence[Name]) -> bool:
    """Tell whether a sentence names others of the kind that a claim names.

    “Sở A chủ trì, phối hợp với Sở B” is not said of Sở B, though it holds all the words.
    """
    told = list(names_in(_whole(one)))
    for kind in {name.kind for name in names}:
        own = [Haystack(name.words).padded for name in names if name.kind is kind]
        for other in told:
            words = Haystack(other.words).padded
            if other.kind is kind and not any(w in words or words in w for w in own):
                return True
    named = statement.question.places
    return bool(named) and any(
        not any(same_place(place, name) for name in named) for place in one.own_places()
    )


def _same_times_and_places(statement: Statement, one: Evidence) -> bool:
    """Tell whether a sentence is of every year and place that a claim names, and of its nature."""
    issued = one.document.issued
    told = {*one.own_years(), *one.governing_years(), *years(one.document.title)}
    told |= {issued.year} if issued else set()
    natures = {nature_of(statement.text), one.nature()}
    return (
        set(statement.question.years) <= told
        and all(one.speaks_of(place) for place in statement.question.places)
        and natures != {Role.TARGET, Role.RESULT}
    )


def _in_order(one: Evidence, names: Sequence[Name]) -> bool:
    """Tell whether the names of one kind come in a sentence in the order of a claim.

    “Xã A nhập vào xã B” is not “xã B nhập vào xã A”.
    """
    folded = fold(_whole(one))
    for kind in Kind:
        at = [folded.find(fold(name.words)) for name in names if name.kind is kind]
        if [place for place in at if place >= 0] != sorted(place for place in at if place >= 0):
            return False
    return True


def _names_there(statement: Statement, one: Evidence, name: Name) -> bool:
    """Tell whether a unit or person that a claim says is first or last is so in a sentence."""
    clause = _at_the_end(statement, one)
    if clause is None or name.kind not in (Kind.UNIT, Kind.PERSON):
        return True
    return Haystack(name.words).padded in Haystack(clause).padded


def _whole(one: Evidence) -> str:
    header = "" if one.header is None else one.document.text[one.header.start : one.header.end]
    return f"{one.text} {header}"


def _held(terms: Sequence[Term], one: Evidence, *, acts: bool = False) -> float:
    frame = _FRAME_OF_ACTS if acts else _FRAME
    return coverage(terms, ((Haystack(_whole(one)), 1.0), (one.frame, frame)))


def _held_together(terms: Sequence[Term], one: Evidence) -> float:
    """Return the share of the pairs of words of a claim that stand side by side in a sentence."""
    pairs = [term for term in terms if " " in term.text]
    return coverage(pairs, [(Haystack(one.led_text()), 1.0)]) if pairs else 1.0


def _at_the_end(statement: Statement, one: Evidence) -> str | None:
    """Return the clause of a sentence that says who is at the end that a claim speaks of."""
    for end in ENDS:
        if says(end, lower(statement.text)):
            clauses = re.split(r"[;,](?=\s)", one.text)
            return next((clause for clause in clauses if says(end, lower(clause))), None)
    return None


def _names(one: Evidence, name: Name) -> bool:
    """Tell whether a sentence, or the frame of one for a body, holds a name."""
    if name.kind is Kind.DOCUMENT:
        asked = named_documents(name.words)
        return one.is_of(asked) or any_match(named_documents(one.around), asked)
    words = Haystack(name.words).padded
    if words in Haystack(_whole(one)).padded:
        return True
    in_frame = words in one.frame.padded or words in one.passage.padded
    return name.kind is Kind.BODY and one.header is None and in_frame


def _numbers_of(text: str) -> set[float]:
    """Return the numbers and days of a text that a sentence on the same must hold."""
    found = {one.value for one in quantities(text)}
    for mention in dates(text):
        if mention.day is not None and mention.month is not None:
            found.add(mention.day + mention.month / 100)
    return found


def _same_way(statement: Statement, one: Evidence) -> bool:
    """Tell whether a sentence denies what a claim denies, and points the way that it does."""
    said, told = (lower(text) for text in (statement.text, _whole(one)))
    if not is_marked(said):
        return DENIAL.search(told) is None or re.search(r"\b(?:khong|chua)\b", said) is not None
    if (DENIAL.search(said) is None) != (DENIAL.search(told) is None):
        return False
    return not turned(said, told) and all(not says(end, said) or says(end, told) for end in ENDS)


def _of_another(
    statement: Statement,
    evidence: Sequence[Evidence],
    names: Sequence[Name],
    terms: Sequence[Term],
) -> JudgedFact | None:
    """Return a sentence as refuted that the documents say of another name of its kind."""
    for name in names:
        others = [one for one in names if one is not name]
        without = [term for term in terms if not Haystack(name.words).holds(term.text)]
        if sum(" " not in term.text and term.known for term in without) < _FEWEST:
            continue
        near: list[tuple[float, Evidence]] = []
        for one in evidence:
            if _freed(statement, one, name.kind) and all(_names(one, other) for other in others):
                near.append((_held(without, one), one))
        near.sort(key=lambda pair: -pair[0])
        if not near or near[0][0] < _SAYS_OF_ANOTHER:
            continue
        least = near[0][0] - _AS_NEAR
        if any(
            _names(one, name) and _names_there(statement, one, name)
            for held, one in near
            if held >= least
        ):
            continue
        best = near[0][1]
        clause = _at_the_end(statement, best) or _nearest_clause(best, without)
        if _another(best, name, clause) and _same_way(statement, best):
            return fact_of(
                statement,
                best,
                Judgement.REFUTED,
                at=(name.start, name.end),
                kind=PartKind.PERSON if name.kind is Kind.PERSON else PartKind.STATEMENT,
                differs=(_DIFFERS.get(name.kind, Difference.NAME),),
            )
    return None


_ANCHORS = {
    Kind.DOCUMENT: Anchor.DOCUMENT,
    Kind.PERSON: Anchor.NAME,
    Kind.UNIT: Anchor.NAME,
    Kind.POST: Anchor.NAME,
}


def _freed(statement: Statement, one: Evidence, kind: Kind) -> bool:
    """Tell whether a sentence keeps to the anchors of a claim, but for that of a name."""
    broken = {*bind(statement.question, one).broken}
    numbers = _numbers_of(statement.text) <= _numbers_of(_whole(one))
    return broken <= {_ANCHORS.get(kind)} and numbers


_MADE_OF = re.compile(r"(?<!\w)(?:lập|hợp|hình) (?:thành )?từ(?!\w)")


def _nearest_clause(one: Evidence, terms: Sequence[Term]) -> str | None:
    """Return the clause of a sentence that holds most of what a claim says; None for all of it."""
    clauses = re.split(r";\s", one.text)
    if len(clauses) < 2 or one.header is not None:
        return None
    return max(clauses, key=lambda clause: coverage(terms, [(Haystack(clause), 1.0)]))


def _another(one: Evidence, name: Name, clause: str | None) -> bool:
    """Tell whether a sentence, or its clause that is meant, holds just one other name of a kind."""
    found = {
        fold(other.words)
        for other in names_in(clause or _whole(one))
        if other.kind is name.kind and fold(other.words) != fold(name.words)
    }
    # What a unit is made of is listed in full.
    return len(found) == 1 or bool(found and name.kind is Kind.UNIT and _MADE_OF.search(one.text))


_DIFFERS = {Kind.DOCUMENT: Difference.DOCUMENT, Kind.UNIT: Difference.SUBJECT}
