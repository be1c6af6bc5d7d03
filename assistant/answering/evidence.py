"""Evidence: the sentences of the passages found, each with what it stands in.

A sentence of a policy text leaves out what the text before it has said: the year (“mục tiêu
đến năm 2025”, then a list), the document that sets the target, the place. Each piece of
evidence therefore knows what governs it, and from where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.answering.terms import Haystack
from assistant.schema import BlockKind, Document, Hit, Level, Span
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import DocumentNumber, named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.places import places, same_place
from assistant.vietnamese.sentences import sentences

__all__ = ["Evidence", "gather"]

_WINDOW = 2_500
"""How many characters back a governing year or document may stand."""


@dataclass(frozen=True)
class Evidence:
    """A sentence that may answer.

    Attributes:
        hit: The hit whose passage holds the sentence.
        document: Its document.
        span: The sentence in ``document.text``.
        before: Start of the text that governs it: the section so far.
        sentence: The sentence for look-ups.
        passage: The whole passage for look-ups.
        frame: Title and headings for look-ups.
    """

    hit: Hit
    document: Document
    span: Span
    before: int
    sentence: Haystack = field(repr=False)
    passage: Haystack = field(repr=False)
    frame: Haystack = field(repr=False)

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.document.text)

    def own_years(self) -> list[int]:
        """Return the years that the sentence itself names."""
        return _years(self.text)

    def governing_years(self) -> list[int]:
        """Return the years of the nearest earlier sentence of the section that names any."""
        text = self.document.text
        for span in reversed(sentences(text, self.before, self.span.start)):
            found = _years(span.of(text))
            if found:
                return found
        return _years(" ".join(step.heading for step in self.hit.passage.path))

    def own_places(self) -> list[str]:
        """Return the places that the sentence itself names, as such.

        A place inside the name of a body (“Hội Tin học Thành phố Hồ Chí Minh”) says whose
        the body is, not where the sentence speaks of, unless the document is about it.
        """
        inside = bodies(self.text)
        return list(
            dict.fromkeys(
                place.name
                for place in places(self.text)
                if (self.document.place and same_place(place.name, self.document.place))
                or not any(start < place.start and place.end <= end for start, end in inside)
            )
        )

    def speaker(self) -> str | None:
        """Return who spoke last before the sentence in its section, None when nobody did."""
        spoken = [
            person.name
            for person in persons(self.document.text, self.before, self.span.start)
            if person.speaks
        ]
        return spoken[-1] if spoken else None

    def speaks_of(self, place: str) -> bool:
        """Tell whether the sentence is about a place.

        A place that the sentence names rules; without one, a place that the title or the
        headings name; without one, the place that the document governs.
        """
        named = self.own_places()
        if any(same_place(place, name) for name in named):
            return True
        if self.document.place and same_place(place, self.document.place):
            return (
                not named
                or any(same_place(self.document.place, name) for name in named)
                or (self.passage_names(place))
            )
        headings = " ".join(step.heading for step in self.hit.passage.path)
        framed = places(f"{self.document.title}. {headings}")
        return not named and (
            any(same_place(place, p.name) for p in framed) or self.passage_names(place)
        )

    def passage_names(self, place: str) -> bool:
        """Tell whether the passage around the sentence names a place."""
        passage = self.hit.passage
        around = self.document.text[passage.start : passage.end]
        return any(same_place(place, found.name) for found in places(around))

    def governing_documents(self) -> list[tuple[DocumentNumber, int]]:
        """Return documents named before the sentence in its section, nearest first.

        Each comes with its offset in the document's text.
        """
        text = self.document.text[self.before : self.span.start]
        found = [(mention, self.before + mention.start) for mention in named_documents(text)]
        return found[::-1]


def _years(text: str) -> list[int]:
    """Return the years of a text; a period such as 2021-2025 counts with both its ends."""
    return list(dict.fromkeys(d.year for d in dates(text) if d.year is not None))


def gather(hits: Sequence[Hit], documents: dict[str, Document]) -> Iterator[Evidence]:
    """Yield the sentences of the hits' passages, best passage first, in order of the text.

    Args:
        hits: Hits, best first.
        documents: Documents of the hits by id.
    """
    for hit in hits:
        document = documents[hit.passage.document_id]
        passage = hit.passage
        headings = " ".join(step.heading for step in passage.path if step.level is not Level.DOAN)
        frame = Haystack(
            " ".join(
                part
                for part in (document.title, document.kind, document.number, document.issuer,
                             document.place, headings)
                if part
            )
        )  # fmt: skip
        around = Haystack(document.text[passage.start : passage.end])
        before = _section_start(document, passage.start)
        for span in sentences(document.text, passage.start, passage.end):
            yield Evidence(
                hit, document, span, before, Haystack(span.of(document.text)), around, frame
            )


def _section_start(document: Document, offset: int) -> int:
    """Return where the section that holds an offset begins, at most a window back."""
    start = max(0, offset - _WINDOW)
    for block in document.blocks:
        if block.start > offset:
            break
        if block.kind is BlockKind.HEADING and block.end <= offset:
            start = max(start, block.start)
    return start
