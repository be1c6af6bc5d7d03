"""YAML front matter: what its author says of a document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.errors import ReadError

__all__ = ["split_front_matter"]

_FENCED = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_][\w-]*\s*:")
_LONGEST = 20_000
"""Characters; longer front matter is text between two rules."""


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """Return the front matter of a text and the rest of it.

    Text between two rules that is not a mapping of keys is left where it is.

    Raises:
        ReadError: It is meant as front matter and is not YAML.
    """
    match = _FENCED.match(text)
    if not match or len(match.group(1)) > _LONGEST or not _KEY.match(match.group(1)):
        return {}, text
    import yaml

    try:
        found = yaml.safe_load(match.group(1))
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" ở dòng {mark.line + 2}" if mark is not None else ""
        raise ReadError(
            f"phần khai báo đầu tệp sai cú pháp YAML{where}. "
            "Hãy đặt giá trị có dấu hai chấm trong ngoặc kép, hoặc bỏ phần này."
        ) from error
    if not isinstance(found, dict):
        return {}, text
    return {str(key).strip().lower(): value for key, value in found.items()}, text[match.end() :]
