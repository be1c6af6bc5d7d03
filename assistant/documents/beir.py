"""A corpus in BEIR form: one JSON object a line, with ``_id``, ``title`` and ``text``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.errors import ReadError

__all__ = ["Entry", "entries"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a corpus: its id, title, text and the line as it stands in the file."""

    id: str
    title: str
    text: str
    raw: str


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a corpus in order; blank lines and entries without words are left out.

    Args:
        text: The whole file, decoded.

    Raises:
        ReadError: A line is not a JSON object with ``_id`` and ``text``, or repeats an id.
    """
    seen: set[str] = set()
    for number, raw in enumerate(text.split("\n"), start=1):
        if not raw.strip():
            continue
        try:
            found = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"dòng {number} không phải JSON. Hãy sửa dòng này.") from error
        if not isinstance(found, dict) or "_id" not in found:
            raise ReadError(f"dòng {number} thiếu trường “_id”. Hãy bổ sung rồi nạp lại.")
        key, title, body = str(found["_id"]), found.get("title") or "", found.get("text") or ""
        if not isinstance(title, str) or not isinstance(body, str):
            raise ReadError(
                f"dòng {number} có “title” hoặc “text” không phải chuỗi. Hãy sửa dòng này."
            )
        if key in seen:
            raise ReadError(f"dòng {number} lặp lại “_id” {key}. Hãy đặt mã riêng cho từng dòng.")
        seen.add(key)
        if title.strip() or body.strip():
            yield Entry(key, title, body, raw)
