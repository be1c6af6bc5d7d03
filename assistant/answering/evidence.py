"""Evidence: the sentences of the passages found, each with what it stands in.

A sentence of a policy text leaves out what the text before it has said: the year (“mục tiêu
đến năm 2025”, then a list), the document that sets the target, the place. Each piece of
evidence therefore knows what governs it, and from where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from assistant.answering.terms import Haystack
from assistant.figures import nature_of
from assistant.figures.columns import says_year
from assistant.figures.governors import (
    ENUMERATOR,
    block_at,
    bullet,
    governor,
    header_of,
    named_years,
    opens,
    section_start,
)
from assistant.indexing.library import Card
from assistant.schema import Block, BlockKind, Document, Hit, Level, Role, Span
from assistant.vietnamese.document_numbers import (
    DocumentNumber,
    any_match,
    named_documents,
    number_in_file_name,
)
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places, same_place
from assistant.vietnamese.sentences import sentences

__all__ = ["Evidence", "documents_named", "gather", "numbers_of"]

_SOURCE = re.compile(r"\W*(?:nguon|nguon tin|dan theo|theo bao|ghi chu)\b")
# “Hà Nội, ngày 16 tháng 6 năm 2025” says where a document was signed, not of where it speaks.
_DATELINE = re.compile(r"(?:^|[\s|])(?:[^\W\d_]+ ){0,5}[^\W\d_]+, ngày \d")
_ARTICLE = re.compile(r"Điều \d+[a-zđ]?\. [^.;:]{3,250}$")
_FARTHEST_LEAD = 8_000
"""How far before an item of a list its heading is looked for, in characters."""
_LONGEST_LIST = 2_000
"""A list longer than this, in characters, is cut at an item."""


@dataclass(frozen=True)
class Evidence:
    """A sentence that may answer.

    Attributes:
        hit: The hit whose passage holds the sentence.
        document: Its document.
        span: The sentence in ``document.text``.
        before: Start of the text that governs it: the section so far.
        block: The block that holds the sentence, None when no block does.
        header: The header row of its table, for a row of a table.
        sentence: The sentence for look-ups.
        passage: The whole passage for look-ups.
        frame: Title and headings for look-ups.
    """

    hit: Hit
    document: Document
    span: Span
    before: int
    block: Block | None
    header: Block | None
    sentence: Haystack = field(repr=False)
    passage: Haystack = field(repr=False)
    frame: Haystack = field(repr=False)

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.document.text)

    @property
    def around(self) -> str:
        """The whole passage, verbatim."""
        return self.hit.passage.of(self.document.text)

    def row_years(self) -> list[int]:
        """Return the years of the cell that says which year a row of a table is of."""
        if self.header is None or self.block is None:
            return []
        text = self.document.text
        for header, cell in zip(self.header.cells, self.block.cells, strict=False):
            if says_year(fold(header.of(text)).strip()):
                return named_years(cell.of(text))
        return []

    def nature(self) -> Role | None:
        """Return whether the sentence sets targets or reports results, if its words tell."""
        governor = self.governor()
        lead = governor.of(self.document.text) if governor else ""
        headings = " ".join(step.heading for step in self.hit.passage.path)
        return nature_of(self.text) or nature_of(f"{lead} {headings}")

    def own_years(self) -> list[int]:
        """Return the years that the sentence itself, or the header of its table, names."""
        row = self.row_years()
        if row:
            return row
        return named_years(f"{self.text} {self.head}")

    @property
    def head(self) -> str:
        """The header of its table, for a row of a table."""
        return self.document.text[self.header.start : self.header.end] if self.header else ""

    def governing_years(self) -> list[int]:
        """Return the years of the nearest earlier text of the section that names any."""
        governor = self.governor()
        if governor:
            return named_years(governor.of(self.document.text))
        return named_years(" ".join(step.heading for step in self.hit.passage.path[::-1]))

    def governor(self) -> Span | None:
        """Return the nearest earlier text of the section that names a year.

        For an item or a row that is its lead-in or a heading, never the item before it;
        for running text it is any sentence.
        """
        return governor(
            self.document,
            self.span.start,
            self.before,
            self.block if self.header else None,
            in_list=self.in_list,
        )

    def leads(self) -> list[Span]:
        """Return what an item hangs from, the nearest first: lead-ins, and the heading last.

        None for what is no item. The items before it, and theirs, are passed over.
        """
        blocks, text = self.document.blocks, self.document.text
        if self.block is None or not self.in_list or self.block.kind is BlockKind.ROW:
            return []
        found: list[Span] = []
        marks = {bullet(text, self.block)}
        for block in blocks[: blocks.index(self.block)][::-1]:
            if self.block.start - block.end > _FARTHEST_LEAD:
                break
            mark = bullet(text, block)
            if _heads(text, block):
                return [*found, Span(block.start, block.end)]
            if opens(text, block) and mark not in marks:
                found.append(Span(block.start, block.end))
                marks.add(mark)
        return found

    def led_text(self) -> str:
        """Return the sentence behind the lead-ins that it hangs from."""
        leads = (lead.of(self.document.text) for lead in reversed(self.leads()))
        return " ".join([*leads, self.text])

    def list_below(self) -> tuple[Span, Span] | None:
        """Return the lead-in or heading right above the sentence and the list that it opens.

        None unless the sentence is the first item of the list, and each item a sentence; an item
        that is a lead-in opens a list of its own.
        """
        blocks, text = self.document.blocks, self.document.text
        if self.block is None or not self.in_list or self.block.kind is BlockKind.ROW:
            return None
        if opens(text, self.block):
            return None
        place = blocks.index(self.block)
        lead = blocks[place - 1] if place else None
        if lead is None or not (_heads(text, lead) or opens(text, lead)):
            return None
        end, marked = self.block.end, bullet(text, self.block)
        for block in blocks[place + 1 :]:
            alike = block.kind is not BlockKind.HEADING and bullet(text, block) == marked
            if not alike or block.end - self.block.start > _LONGEST_LIST:
                break
            if len(sentences(text, block.start, block.end)) > 1:
                return None
            end = block.end
        if len(sentences(text, self.block.start, self.block.end)) > 1:
            return None
        return Span(lead.start, lead.end), Span(self.block.start, end)

    def points_end(self) -> int:
        """Return where the points end that a lead-in opens, at a whole block of its section.

        A law sets each point apart (“1. …”, “a) …”), so that they may be passages of their own.
        The points end at the next heading, and where the list goes on that the lead-in is of.
        """
        blocks, text = self.document.blocks, self.document.text
        if self.block is None or not opens(text, self.block):
            return self.span.end
        end, own = self.span.end, bullet(text, self.block)
        first = ""
        for block in blocks[blocks.index(self.block) + 1 :]:
            mark = bullet(text, block)
            first = first or mark
            marked = mark in ("figure", "letter", "dash")
            if _heads(text, block) or block.kind is BlockKind.ROW or (marked and mark == own):
                break
            if not marked and first != mark and first == "dash":
                break
            if block.end - self.span.end > _LONGEST_LIST:
                break
            end = block.end
        return end

    @property
    def in_list(self) -> bool:
        """Whether the sentence is an item of a list or a row of a table."""
        return self.block is not None and (
            self.block.kind in (BlockKind.ITEM, BlockKind.ROW) or self.numbered
        )

    @property
    def numbered(self) -> bool:
        """Whether the sentence's block begins with an enumerator."""
        if self.block is None:
            return False
        mark = ENUMERATOR.match(self.document.text, self.block.start, self.block.end)
        return mark is not None and mark.end() == self.span.start

    def own_numbers(self) -> list[DocumentNumber]:
        """Return the number of the document itself, with its kind where it has no sign."""
        return numbers_of(self.document)

    def is_of(self, documents: Sequence[DocumentNumber]) -> bool:
        """Tell whether the document is one of those."""
        return any_match(self.own_numbers(), documents)

    def carries_out(self, documents: Sequence[DocumentNumber]) -> bool:
        """Tell whether the document is by its title about one of those: a plan, an annex to it."""
        return any_match(named_documents(self.document.title), documents)

    def own_places(self) -> list[str]:
        """Return the places that the sentence itself names, as such.

        A place inside the name of a body (“Hội Tin học Thành phố Hồ Chí Minh”) says whose
        the body is, not where the sentence speaks of, unless the document is about it.
        """
        return self._places_in(self._told())

    def _told(self) -> str:
        """Return the sentence without the cell of a row that says who told it."""
        if self.header is None or self.block is None:
            return self.text
        text = self.document.text
        return " ".join(
            cell.of(text)
            for header, cell in zip(self.header.cells, self.block.cells, strict=False)
            if not _SOURCE.match(fold(header.of(text)))
        )

    def _places_in(self, text: str) -> list[str]:
        inside = bodies(text)
        inside += [(match.start() - 1, match.end()) for match in _DATELINE.finditer(text)]
        for person in persons(text):
            inside += [(person.start, person.end), (person.post_start, person.post_end)]
        return list(
            dict.fromkeys(
                place.name
                for place in places(text)
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
        return any(same_place(place, name) for name in self._places_in(self.around))

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence of the document that holds an offset."""
        text = self.document.text
        start = text.rfind("\n", 0, offset) + 1
        stop = text.find("\n", offset)
        line = sentences(text, start, stop if stop >= 0 else len(text))
        return next((span for span in line if span.start <= offset < span.end), None)

    def governing_sentence(self) -> Span | None:
        """Return the sentence of the section that names the nearest document, if any does."""
        found = self.governing_documents()
        if not found:
            return None
        spans = sentences(self.document.text, self.before, self.span.start)
        return next((span for span in spans if span.start <= found[0][1] < span.end), None)

    def governing_documents(self) -> list[tuple[DocumentNumber, int]]:
        """Return documents named before the sentence in its section, nearest first.

        Each comes with its offset in the document's text.
        """
        text = self.document.text[self.before : self.span.start]
        found = [(mention, self.before + mention.start) for mention in named_documents(text)]
        return found[::-1]


def _heads(text: str, block: Block) -> bool:
    """Tell whether a block is a heading, or the line that names an article of a law."""
    article = block.kind is BlockKind.PARAGRAPH and _ARTICLE.match(text, block.start, block.end)
    return block.kind is BlockKind.HEADING or bool(article)


def numbers_of(document: Document | Card) -> list[DocumentNumber]:
    """Return the number of a document, with its kind where it has no sign.

    Where the text leaves the number blank it is that of the file's name.
    """
    number = document.number
    if not number:
        named = number_in_file_name(PurePosixPath(document.path).stem)
        return [named] if named else []
    return named_documents(number) or named_documents(f"{document.kind} số {number}")


# A question is held against hundreds of sentences: what it names is found once.
@lru_cache(maxsize=8)
def documents_named(numbers: tuple[str, ...]) -> tuple[DocumentNumber, ...]:
    """Return the documents that a question names, from its ``numbers``."""
    return tuple(mention for number in numbers for mention in named_documents(number))


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
        around = Haystack(passage.of(document.text))
        before = section_start(document, passage.start)
        for whole in sentences(document.text, passage.start, passage.end):
            block = block_at(document, whole.start)
            row = block is not None and block.kind is BlockKind.ROW
            enumerator = ENUMERATOR.match(document.text, whole.start, whole.end)
            span = Span(enumerator.end() if enumerator and not row else whole.start, whole.end)
            if span.start == span.end:
                continue
            yield Evidence(
                hit=hit,
                document=document,
                span=span,
                before=before,
                block=block,
                header=header_of(document, block) if row and block else None,
                sentence=Haystack(span.of(document.text)),
                passage=around,
                frame=frame,
            )
