"""Who says what an article quotes: “theo ông …, Phó Chủ tịch UBND …”."""

from __future__ import annotations

import re
from bisect import bisect_right

from assistant.schema import PRESS, BlockKind, Document, Span
from assistant.vietnamese.names import Person, persons

__all__ = ["Speakers"]

_ACCORDING = re.compile(
    r"(?:^|\W)(?:theo|lời)\s+(?:(?:ông|bà|đồng chí|anh|chị|nhà báo)\s+)?"
    r"(?:(?:GS|PGS|TS|ThS)\.?,?\s*){0,3}$",
    re.IGNORECASE,
)
_LONGEST = 100_000
"""Characters; no article is longer, and each short name is looked up in all text before it."""
_NEAR = 40
"""Characters before a name in which “theo ông” stands."""
_QUOTED = re.compile(r"[-–—]?\s*[“\"]")


class Speakers:
    """The speakers of a press article, paragraph by paragraph.

    A paragraph that opens with a quotation and names nobody goes on with who spoke before,
    as newspapers set long quotations.

    Args:
        document: The document; other kinds than the press have no speakers.
    """

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = []
        self._names: list[str | None] = []
        if document.kind != PRESS or len(document.text) > _LONGEST:
            return
        posts: dict[str, str] = {}
        last: str | None = None
        for block in document.blocks:
            text = document.text[block.start : block.end]
            own: str | None = None
            if block.kind is not BlockKind.HEADING:
                spoken = None
                for person in persons(document.text, block.start, block.end):
                    _keep_post(document.text, person, posts)
                    before = document.text[max(block.start, person.start - _NEAR) : person.start]
                    speaks = person.speaks or _ACCORDING.search(before)
                    if speaks and spoken is None:
                        spoken = person.name
                if spoken:
                    own = f"{spoken}, {posts[spoken]}" if spoken in posts else spoken
                elif _QUOTED.match(text):
                    own = last
            last = own
            self._starts.append(block.start)
            self._names.append(own)

    def of(self, span: Span) -> str | None:
        """Return who speaks in a passage, with the post where the article gives one."""
        place = bisect_right(self._starts, span.start) - 1
        while 0 <= place < len(self._starts) and self._starts[place] < span.end:
            if self._names[place]:
                return self._names[place]
            place += 1
        return None


def _keep_post(text: str, person: Person, posts: dict[str, str]) -> None:
    post = text[person.post_start : person.post_end].strip(" ,;:-–—")
    if post and len(post) > len(posts.get(person.name, "")):
        posts[person.name] = post
