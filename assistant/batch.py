"""Many questions from a file: one JSON object a line in, one out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from assistant.cli_json import answer_record, dump, search_record, verdict_record
from assistant.errors import AssistantError, UsageError
from assistant.schema import Answer, Document, Hit, Verdict

__all__ = ["BatchReport", "answer_line", "claim_line", "run_batch", "search_line"]

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of a batch.

    Attributes:
        lines: Lines that were not empty.
        bad: Lines that got an error instead of a result.
    """

    lines: int
    bad: int


def run_batch(
    content: bytes,
    handle: Callable[[Record], Record],
    write: Callable[[str], object],
    progress: Callable[[str, int, int], None] | None = None,
) -> BatchReport:
    """Handle every line of a file; a line that fails gets an error and the others go on.

    Args:
        content: The file, UTF-8, one JSON object a line; empty lines are left out.
        handle: Makes the output object of an input object.
        write: Takes each line of output, with its line end, as soon as it is made.
        progress: Called with a stage, the lines done and all lines.
    """
    # Only line feeds end a line: JSON allows U+2028 and its like inside a string.
    lines = [
        (number, line)
        for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
        if line.strip()
    ]
    bad = 0
    for done, (number, line) in enumerate(lines, 1):
        identifier: Any = None
        try:
            given = _parse(line)
            identifier = given.get("id")
            record = handle(given)
        except AssistantError as error:
            record = _error_record(identifier, number, str(error))
        # One line that meets a defect of ours must not lose the thousands after it.
        except Exception as error:
            told = f"lỗi của chương trình ({type(error).__name__}: {error})"
            record = _error_record(identifier, number, told)
        bad += "error" in record
        write(dump(record) + "\n")
        if progress:
            progress("Đang xử lý", done, len(lines))
    return BatchReport(len(lines), bad)


def answer_line(given: Record, ask: Callable[[str, list[str]], Answer]) -> Record:
    """Return the output of one line of ``ask --batch``.

    Args:
        given: ``{"id", "question", "history"}``; the history may be left out.
        ask: Answers a question, given the earlier ones.

    Raises:
        UsageError: A field is missing or of the wrong type.
    """
    question = _text(given, "question")
    history = given.get("history")
    if history is None:
        history = []
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        raise UsageError('"history" phải là danh sách các câu hỏi. Hãy sửa dòng này.')
    for earlier in history:
        _check_characters("history", earlier)
    return answer_record(given.get("id"), question, ask(question, history))


def claim_line(given: Record, check: Callable[[str], Verdict]) -> Record:
    """Return the output of one line of ``check --batch``.

    Args:
        given: ``{"id", "claim"}``.
        check: Checks a claim.

    Raises:
        UsageError: The field is missing or of the wrong type.
    """
    claim = _text(given, "claim")
    return verdict_record(given.get("id"), claim, check(claim))


def search_line(given: Record, search: Callable[[str], Iterable[tuple[Hit, Document]]]) -> Record:
    """Return the output of one line of ``search --batch``.

    Args:
        given: ``{"id", "query"}``.
        search: Finds passages for a query, each with its document.

    Raises:
        UsageError: A field is missing or of the wrong type.
    """
    query = _text(given, "query")
    return search_record(given.get("id"), query, list(search(query)))


def _parse(line: bytes) -> Record:
    try:
        given = json.loads(line.decode())
    except UnicodeDecodeError:
        raise UsageError("không phải UTF-8. Hãy lưu lại tệp bằng UTF-8.") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"không phải JSON ({error}). Hãy sửa dòng này.") from None
    if not isinstance(given, dict):
        raise UsageError("không phải đối tượng JSON. Hãy viết dạng {…} trên một dòng.")
    return given


def _text(given: Record, field: str) -> str:
    text = given.get(field)
    if not isinstance(text, str) or not text.strip():
        raise UsageError(f'thiếu "{field}" hoặc không phải chữ. Hãy sửa dòng này.')
    _check_characters(field, text)
    return text


def _check_characters(field: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f'"{field}" có nửa ký tự Unicode. Hãy sửa dòng này.') from None


def _error_record(identifier: Any, number: int, message: str) -> Record:
    return {"id": identifier, "error": f"dòng {number}: {' '.join(message.split())}"}
