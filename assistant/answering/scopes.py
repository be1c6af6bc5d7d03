"""Words that say of how many a statement holds, and whether it binds: “mọi”, “chỉ”, “phải”.

Documents and statements about them often differ by such words alone: what “chủ kho” do is not
what only they do, and what is urged is no duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from assistant.vietnamese.normalise import fold, has_marks, lower

__all__ = ["DUTY", "URGED", "Scope", "scope_spans", "scopes_of"]


class Scope(Enum):
    """Of how many a statement holds."""

    EVERY = "every"
    ONLY = "only"
    SOME = "some"
    FIRST = "first"


DUTY = "phải|buộc"
"""Syllables that make a duty of what follows; “bắt buộc” has one of them."""
URGED = "khuyến khích|tự nguyện|tùy"
"""Words for what is no duty."""
_WORDS = {
    Scope.EVERY: "luôn|mọi|tuyệt đối|toàn bộ|tất cả|bất (?:kỳ|kể|cứ)|kể cả|hoàn toàn",
    # “Chỉ tiêu” and the like are other words; without marks so is “chi phí”.
    Scope.ONLY: "chỉ(?! (?:số|tiêu|đạo|thị|định|dẫn|huy|phí))|duy nhất",
    Scope.SOME: "một số|một vài|một phần",
    Scope.FIRST: "lần đầu|chưa từng",
}
_PATTERNS = {
    marked: [
        (scope, re.compile(rf"(?<!\w)(?:{words if marked else fold(words)})(?!\w)"))
        for scope, words in _WORDS.items()
    ]
    for marked in (True, False)
}


def scope_spans(text: str) -> Iterator[tuple[Scope, int, int]]:
    """Yield the words of a text that say of how many it holds, with their offsets.

    Args:
        text: Any text, with its marks or without; of one without them “chi” and “moi” are taken
            for “chỉ” and “mọi”.
    """
    spelt = lower(text)
    for scope, pattern in _PATTERNS[has_marks(text)]:
        for match in pattern.finditer(spelt):
            yield scope, *match.span()


def scopes_of(text: str) -> frozenset[Scope]:
    """Return of how many a text holds, by all such words that it has."""
    return frozenset(scope for scope, _, _ in scope_spans(text))
