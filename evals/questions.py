"""Questions with known answers, and where in the documents the answers stand.

Gold points at a document and at words in it, never at a passage, so that a new way of
cutting passages does not invalidate a single question.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import UsageError

__all__ = [
    "CATEGORIES",
    "CORPORA",
    "SPLITS",
    "Evidence",
    "Gold",
    "load_questions",
    "question_files",
]

CATEGORIES = (
    "figure",
    "target",
    "result",
    "money",
    "rank",
    "date",
    "deadline",
    "person",
    "agency",
    "document",
    "list",
    "definition",
    "comparison",
    "yesno",
    "tablerow",
    "several",
    "followup",
    "unmarked",
    "abbreviation",
    "typo",
    "oldplace",
    "falsepremise",
    "unanswerable",
)
"""Known categories, in the order in which a table shows them."""

# A follow-up or a question about a former province may ask for what the documents do not hold; a
# false premise is corrected where they hold the correction, and met with silence where not.
_EITHER_WAY = frozenset({"followup", "oldplace", "falsepremise"})

CORPORA = ("documents", "seeds", "starter")
"""Known corpora: real official documents, the press articles, and this repository's corpus."""

SPLITS = ("dev", "hard", "unread", "test")
"""``dev`` is for tuning and is gated; ``hard`` steers (lists, definitions, claims and wording far
from the text's); ``test`` is only ever measured."""

_FOLDER = Path(__file__).resolve().parent
_FIELDS = frozenset(
    "id corpus split category question history answerable short facts evidence evidence_all".split()
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document that carry the answer.

    Attributes:
        document: Name of the file, without its folder.
        quote: The words, verbatim but for white space.
    """

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A question and what a right answer to it holds.

    Attributes:
        id: Unique over all files.
        corpus: Which documents it is asked of.
        split: ``dev``, ``hard``, ``unread`` or ``test``.
        category: One of ``CATEGORIES``.
        question: The question as a user would type it.
        answerable: Whether the documents hold the answer.
        short: Accepted forms of the short answer; empty when no single span answers.
        facts: What the text of the answer must hold, all of it; empty when ``short`` says it.
        evidence: Places that carry the answer; any one of them will do, unless
            ``evidence_all``.
        history: Earlier questions of the conversation, oldest first.
        evidence_all: Whether every place is needed, as for the two sides of a comparison.
    """

    id: str
    corpus: str
    split: str
    category: str
    question: str
    answerable: bool
    short: tuple[str, ...]
    facts: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    history: tuple[str, ...] = ()
    evidence_all: bool = False


def question_files() -> list[Path]:
    """Return the question files of this folder, by name."""
    return sorted(_FOLDER.glob("questions*.jsonl"))


def load_questions(path: Path) -> list[Gold]:
    """Read one file of questions, one JSON object a line.

    Args:
        path: The file, UTF-8.

    Returns:
        The questions, in the order of the file.

    Raises:
        UsageError: The file cannot be read, or a line is not a question; the message names
            the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: không đọc được ({error}). Hãy kiểm tra tệp câu hỏi.") from error
    questions: list[Gold] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line)))
        except (KeyError, TypeError, ValueError) as error:
            reason = f"thiếu {error}" if isinstance(error, KeyError) else str(error)
            raise UsageError(f"{path}, dòng {number}: {reason}. Hãy sửa dòng này.") from error
    return questions


def _question(row: object) -> Gold:
    """Read one question and check that it can be scored."""
    if not isinstance(row, Mapping):
        raise TypeError("không phải một đối tượng JSON")
    unknown = sorted(set(row) - _FIELDS)
    if unknown:
        raise ValueError(f"không có trường “{unknown[0]}”")
    gold = Gold(
        id=_text(row, "id"),
        corpus=_one_of(row, "corpus", CORPORA),
        split=_one_of(row, "split", SPLITS),
        category=_one_of(row, "category", CATEGORIES),
        question=_text(row, "question"),
        answerable=_truth(row, "answerable"),
        short=_texts(row, "short"),
        facts=_texts(row, "facts"),
        evidence=tuple(
            Evidence(_text(place, "document"), _text(place, "quote")) for place in row["evidence"]
        ),
        history=_texts(row, "history") if "history" in row else (),
        evidence_all=_truth(row, "evidence_all") if "evidence_all" in row else False,
    )
    _check(gold)
    return gold


def _check(gold: Gold) -> None:
    """Raise ValueError for a question whose fields contradict each other."""
    either_way = gold.category in _EITHER_WAY
    if not either_way and gold.answerable != (gold.category != "unanswerable"):
        raise ValueError("“answerable” và “category” không khớp nhau")
    if gold.category == "followup" and not gold.history:
        raise ValueError("câu hỏi “followup” phải có “history”")
    if gold.evidence_all and not gold.evidence:
        raise ValueError("“evidence_all” cần có “evidence”")
    if gold.answerable and not (gold.evidence and (gold.short or gold.facts)):
        raise ValueError("câu hỏi trả lời được phải có “evidence” và “short” hoặc “facts”")
    if not gold.answerable and (gold.evidence or gold.short or gold.facts):
        raise ValueError("câu hỏi không có câu trả lời thì không có “short”, “facts”, “evidence”")


def _text(row: Mapping[str, object], field: str) -> str:
    value = row[field]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"“{field}” phải là chuỗi không rỗng")
    return value


def _truth(row: Mapping[str, object], field: str) -> bool:
    value = row[field]
    if not isinstance(value, bool):
        raise ValueError(f"“{field}” phải là true hoặc false")
    return value


def _texts(row: Mapping[str, object], field: str) -> tuple[str, ...]:
    values = row[field]
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise ValueError(f"“{field}” phải là danh sách chuỗi không rỗng")
    return tuple(values)


def _one_of(row: Mapping[str, object], field: str, known: tuple[str, ...]) -> str:
    value = _text(row, field)
    if value not in known:
        raise ValueError(f"“{field}” là “{value}”, phải là một trong: {', '.join(known)}")
    return value
