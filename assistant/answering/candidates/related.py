"""Documents that stand in a relation to another: those it repeals, rests on or amends."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.schema import Question
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.normalise import fold

__all__ = ["related_documents"]

_DOCUMENTS = re.compile(
    r"\b(?:nhung|cac|may|\d+) (?:van ban|nghi quyet|nghi dinh|quyet dinh|ke hoach|chi thi|luat|"
    r"thong tu|can cu)\b"
)
_RELATIONS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asked})\b"), re.compile(rf"\b(?:{said})\b"))
    for asked, said in (
        (r"bo|bai bo|thay|thay the|het hieu luc|huy|xoa", r"bai bo|thay the|het hieu luc|huy bo"),
        (r"can cu|dua (?:tren|vao)|co so|dan", r"can cu|tren co so|dua tren|co so phap ly"),
        (r"sua|sua doi|bo sung", r"sua doi|bo sung"),
    )
)


@lru_cache(maxsize=8)
def _relation(query: str) -> re.Pattern[str] | None:
    """Return how a text says the relation of documents that a question asks a list of.

    “Những văn bản nào dựa vào Nghị quyết 5?” asks the other way round, and for no such list.
    """
    asked, named = fold(query), named_documents(query)
    if not _DOCUMENTS.search(asked) or not named:
        return None
    for asks, says in _RELATIONS:
        verb = asks.search(asked, named[0].end)
        if verb:
            return says
    return None


def related_documents(question: Question, text: str) -> bool:
    """Tell whether a sentence names the documents that another repeals, rests on or amends.

    Args:
        question: The question: “Nghị định 5 bãi bỏ những nghị định nào?”
        text: The sentence.
    """
    says = _relation(question.query)
    said = says.search(fold(text)) if says else None
    if said is None:
        return False
    return any(mention.start >= said.end() for mention in named_documents(text))
