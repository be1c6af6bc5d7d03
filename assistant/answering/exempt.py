"""Who is left out: “Bộ nào không phải …?”, “Bộ X có phải … không?” where a paper leaves it out.

A decision says so where it says whom it applies to, “Các bộ (trừ Bộ X, Bộ Y)”, in words that hold
next to nothing of the question; that paper is known by its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.candidates import candidate_at
from assistant.answering.corpus import Corpus
from assistant.answering.local import Candidate
from assistant.answering.terms import Haystack, Term, coverage
from assistant.schema import AnswerKind, Hit, Question, Span
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import fold

__all__ = ["left_out"]

_ASKED = re.compile(
    r"\b(?P<noun>bo|so|co quan|don vi|to chuc|tinh|thanh pho|dia phuong|xa|nganh|doanh nghiep|"
    r"nguoi|doi tuong) nao\b.*?"
    r"\b(?:(?:khong|khoi|chua)(?: (?:phai|bi|can|duoc|thuoc|co|nam))*|duoc mien|mien|ngoai le|"
    r"nam ngoai|dung ngoai) \w+"
)
_WHETHER = re.compile(r"\b(?:co|cung)(?: \S+){0,2}? \S.*\b(?:khong|chua)\W*$")
_SCOPE = re.compile(r"^.*(?:đối tượng áp dụng|phạm vi áp dụng|áp dụng đối với)", re.I | re.M)
_EXCEPT = re.compile(
    r"(?:ngoại )?trừ (?P<said>[^();.]{4,200})|không (?:bao gồm|áp dụng đối với|kể) "
    r"(?P<other>[^();.]{4,200})"
)
_REACH = 600
"""How far behind “đối tượng áp dụng” an exception may stand, in characters."""

_BY_TITLE = 0.45
"""Least share of a question that the title of a paper about its matter holds."""

_PAPERS = 2
"""How many papers, best found first, are looked through."""


def left_out(
    question: Question, hits: Sequence[Hit], terms: Sequence[Term], corpus: Corpus
) -> Candidate | None:
    """Return the words of a paper that leave out whom a question asks after.

    Args:
        question: The question.
        hits: Passages found for it.
        terms: Its terms.
        corpus: Where documents come from.

    Returns:
        The bodies left out, or, of a question of yes or no, the clause that leaves out the one
        it names; None where the question asks for no such thing or no paper says so.
    """
    asked = _ASKED.search(fold(question.query))
    named = [question.query[start:end] for start, end in bodies(question.query)[:1]]
    whether = question.kind is AnswerKind.YES_NO and _WHETHER.search(fold(question.query))
    if not (asked if question.kind is not AnswerKind.YES_NO else whether and named):
        return None
    name = Haystack(" ".join(named))
    about = [term for term in terms if not name.holds(term.text)]
    for identifier in list(dict.fromkeys(hit.passage.document_id for hit in hits))[:_PAPERS]:
        document = corpus.document(identifier)
        if coverage(about, ((Haystack(document.title), 1.0),)) < _BY_TITLE:
            continue
        for scope in _SCOPE.finditer(document.text):
            said = _EXCEPT.search(document.text, scope.end(), scope.end() + _REACH)
            if said is None:
                continue
            span = Span(*said.span("said" if said["said"] else "other"))
            words = fold(span.of(document.text))
            if whether:
                held = fold(named[0]) in words
            else:
                held = asked is not None and re.search(rf"\b{asked['noun']} ", words) is not None
            found = candidate_at(document, span, corpus) if held else None
            if found is not None:
                # “Có phải không?” is answered by “Không”, whoever else is left out.
                return replace(found, short=None, settles=False) if whether else found
    return None
