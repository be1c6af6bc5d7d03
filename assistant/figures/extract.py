"""Figures of a span of a document: each value with its indicator, role, year and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.figures.columns import ColumnKind
from assistant.figures.frames import Frame
from assistant.figures.governors import ENUMERATOR
from assistant.figures.roles import nature_of, tells_of_now
from assistant.figures.statements import Statement
from assistant.figures.table_figures import YEARLY, row_figures
from assistant.figures.table_tasks import row_task
from assistant.schema import (
    Block,
    BlockKind,
    Cell,
    Comparator,
    Document,
    Figure,
    Role,
    Span,
    Task,
)
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.sentences import sentences

__all__ = ["figures_in", "figures_under", "tasks_under"]

# “từ 15 tuổi trở lên”, “mức độ 4”, “trên 1.000 dân”, “6 tháng đầu năm”, “10 năm qua”.
_QUALIFIES_BEFORE = re.compile(
    r"\b(?:muc do|cap do|(?<!cung )cap|muc|phien ban|thoi ky|doanh nghiep tren|lan thu|so hieu"
    r"|phuong an|cong nghiep|chi so|phan mem|giai doan|dong|so nha"
    r"|quoc lo|duong|chuong trinh|ke hoach|nghi quyet|quyet dinh|de an|hang)"
    r"\s*(?:so\s+)?$"
)
# “4 không 1 có” is a slogan, and 4 no count in “mức độ 3, 4”.
_SLOGAN = re.compile(r"\s+(?:không|có)(?!\w)")
_LISTED_LEVELS = re.compile(r"\b(?:muc do|cap do|muc|giai doan)\s+\d\s?(?:,|va|hoac)\s*$")
_NOUN = re.compile(r"\s+(?!và\b|so\b|trên\b|năm\b|trong\b|cho\b|của\b|ở\b|phần\b)[a-zà-ỹđ]")
_SPAN_OF_TIME = ("năm", "tháng", "ngày", "tuần", "giờ", "quý")
_LASTING = re.compile(
    r"\b(?:trong|sau|qua|vong|truoc|suot|cach day|hon|gan|ngoai|hang|moi|ke hoach)\s+$"
)
_PASSED = re.compile(
    r"^\s*(?:dau|cuoi|qua|gan day|toi|lien tiep|truoc|nua|sau|ke tu|nam|trong|lien|dem|cao diem)\b"
)


_MAYBE = re.compile(
    r"\d|(?:thứ|hạng|vị trí|thu|hang|vi tri)\s+(?:số\s+|so\s+)?"
    r"(?:nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|nhat|nhi|tu|nam|sau|bay|tam|chin|muoi)",
    re.IGNORECASE,
)
"""What a sentence holds at least that holds a value: a digit, or the words of a rank."""
_DIGIT = re.compile(r"\d")
_RANKED = re.compile(
    r"(?:thu|hang|vi tri)\s+(?:so\s+)?(?:nhat|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi)"
)
"""What a folded sentence holds at least that holds a value without a digit."""
_MOST = 60
"""Values of one sentence; what has more is a list of numbers and no sentence."""
_LONGEST = 6_000
"""Characters; what is longer between two full stops is a list of numbers and no sentence."""


def figures_in(document: Document, span: Span) -> list[Figure]:
    """Return the figures of a span, in order.

    Args:
        document: The document.
        span: Whole sentences or rows of it.
    """
    return list(figures_under(Frame(document), span))


def figures_under(frame: Frame, span: Span) -> Iterator[Figure]:
    """Yield the figures of a span of a document whose frame is known, in order."""
    done = -1
    for sentence in sentences(frame.text, span.start, span.end):
        block = frame.block_at(sentence.start)
        if block is None or block.kind is not BlockKind.ROW:
            yield from _of_sentence(frame, sentence, block)
        elif block.start > done:
            done = block.start
            for figure in _of_row(frame, block):
                if span.contains(figure.value_span):
                    yield _clipped(figure, span)


def _clipped(figure: Figure, span: Span) -> Figure:
    """Return a figure whose sentence is no more of its row than the span asked for."""
    whole = figure.sentence_span
    if span.contains(whole):
        return figure
    clipped = Span(max(whole.start, span.start), min(whole.end, span.end))
    return replace(figure, sentence_span=clipped)


def tasks_under(frame: Frame, span: Span) -> Iterator[Task]:
    """Yield the tasks of the rows that a span holds."""
    block = frame.block_at(span.start)
    while block is not None and block.start < span.end:
        if block.kind is BlockKind.ROW and block.start >= span.start:
            task = row_task(frame, block, frame.columns(block))
            if task is not None:
                yield task
        block = frame.block_at(block.end + 1)


def _of_row(frame: Frame, row: Block) -> Iterator[Figure]:
    """Yield the figures of a row: of its value cells, or else of the words of its cells."""
    if row.row == 0:
        return
    columns = frame.columns(row)
    found = list(row_figures(frame, row, columns))
    yield from found
    if found:
        return
    task = row_task(frame, row, columns)
    for column in columns:
        if column.kind in (ColumnKind.NAME, ColumnKind.TASK, ColumnKind.PRODUCT):
            for sentence in sentences(frame.text, column.span.start, column.span.end):
                for figure in _of_sentence(frame, sentence, row):
                    yield figure if task is None else _under_task(figure, task)


def _under_task(figure: Figure, task: Task) -> Figure:
    """Return a figure told in a row of a table of tasks, with body and deadline of the task.

    What a task is to bring about is a target, whatever words say it.
    """
    kept = (Cell.AGENCY, Cell.DEADLINE)
    origins = tuple(replace(o, inherited=True) for o in task.origins if o.cell in kept)
    aimed = figure.role in (Role.RESULT, Role.COUNT)
    return replace(
        figure,
        role=Role.TARGET if aimed else figure.role,
        agency=task.agency or None,
        deadline=figure.deadline or task.deadline or None,
        year=task.year or figure.year,
        origins=figure.origins + origins,
    )


def _of_sentence(frame: Frame, sentence: Span, block: Block | None) -> Iterator[Figure]:
    if sentence.end - sentence.start > _LONGEST:
        return
    mark = ENUMERATOR.match(frame.text, sentence.start, sentence.end)
    offset = mark.end() - sentence.start if mark else 0
    text = sentence.of(frame.text)
    if not _MAYBE.search(text):
        return
    if not _DIGIT.search(text, offset) and not _RANKED.search(fold(text)):
        return
    values = [
        value
        for value in map(partial(_counted, text), quantities(text, written=False))
        if value.value_start >= offset and not _qualifies(text, value)
    ]
    if not values or len(values) > _MOST:
        return
    earlier = frame.earlier(sentence, block)
    if tells_of_now(text):
        earlier = [span for span in earlier if nature_of(span.of(frame.text)) is not Role.TARGET]
    leads = [*earlier, *frame.leads(sentence.start, block)]
    found = [Statement(frame, sentence, text, one, values, leads).figure(offset) for one in values]
    yield from _as_told_again(found, sentence.start + max(text.find(": "), 0))


def _as_told_again(figures: Sequence[Figure], colon: int) -> Iterator[Figure]:
    """Yield figures, those that a colon announces as they are told behind it.

    “Mức 35% có ở hai nơi: Kế hoạch 106 đặt 35%, …” says whose figure it is behind the colon.
    """
    behind = [figure for figure in figures if figure.value_span.start > colon]
    for figure in figures:
        same = (f for f in behind if (f.value, f.unit) == (figure.value, figure.unit))
        again = next(same, figure) if figure.value_span.start < colon else figure
        yield replace(
            figure,
            role=again.role,
            year=again.year,
            deadline=again.deadline,
            quoted_from=again.quoted_from,
        )


def _counted(text: str, quantity: Quantity) -> Quantity:
    """Return “25 điểm du lịch” as 25 of something, and “10%/năm” as a rate.

    Points of a score are followed by no noun.
    """
    yearly = YEARLY.match(text, quantity.end)
    if quantity.unit == "%" and yearly:
        return replace(quantity, unit="%/năm", end=yearly.end())
    rest = text[quantity.end : quantity.end + 12]
    if quantity.unit != "điểm" or not _NOUN.match(rest) or not quantity.value.is_integer():
        return quantity
    end = text.lower().rindex("điểm", quantity.value_start, quantity.end)
    return replace(
        quantity, unit="", end=quantity.value_start + len(text[quantity.value_start : end].rstrip())
    )


def _qualifies(text: str, quantity: Quantity) -> bool:
    """Tell whether a number says which thing is meant rather than how much of it there is."""
    before = fold(text[max(0, quantity.value_start - 40) : quantity.start])
    after = fold(text[quantity.end : quantity.end + 20])
    if quantity.unit == "tuổi" or (quantity.unit in ("", "người") and _per(text, quantity)):
        return True
    if quantity.unit in _SPAN_OF_TIME:
        led = fold(text[max(0, quantity.start - 12) : quantity.start])
        own = fold(text[quantity.start : quantity.value_start])
        return _LASTING.search(led + own) is not None or _PASSED.match(after) is not None
    plain = not quantity.unit and not quantity.rank and quantity.of is None
    if plain and (_SLOGAN.match(text, quantity.end) or _LISTED_LEVELS.search(before)):
        return True
    return plain and (_QUALIFIES_BEFORE.search(before) is not None or _names(text, quantity))


def _names(text: str, quantity: Quantity) -> bool:
    """Tell whether a number is a name or an address: “phần mềm hộ tịch 158 của Bộ”.

    What is counted follows a number; a number that nothing follows and no verb leads to names
    what stands before it.
    """
    if not quantity.value.is_integer() or quantity.value >= _LONGEST_NAME or quantity.upper:
        return False
    if quantity.comparator is not Comparator.EQUAL:
        return False
    before, after = text[: quantity.start], text[quantity.end :]
    if before.endswith(" số "):
        return True
    if _STREET.match(after) and before.endswith((" tại ", " ở ")):
        return True
    return bool(_NOTHING_COUNTED.match(after)) and bool(_AFTER_NOUN.search(before))


_LONGEST_NAME = 1_000
_STREET = re.compile(r" [A-ZĐ]\w+ [A-ZĐ]\w+")
_NOTHING_COUNTED = re.compile(r"\s+(?:của|vào|tại|để|do|trong|ở|được|thì)(?!\w)")
_AFTER_NOUN = re.compile(
    r"(?<!\w)(?!(?:là|đạt|có|còn|bằng|lên|xuống|tới|đến|từ|ghi|mức|tăng|giảm|thêm|được|gồm|nhất"
    r"|số|điểm|hạng|thứ|vị trí|khoảng|và|với|chỉ|cả|ra|ước)\s)[^\W\d_]+\s+$"
)


def _per(text: str, quantity: Quantity) -> bool:
    """Tell whether a number is what others are counted on: “0,7 doanh nghiệp trên 1.000 dân”."""
    after = fold(text[quantity.end : quantity.end + 10])
    before = fold(text[max(0, quantity.start - 20) : quantity.value_start])
    return quantity.value in (100, 1000, 10_000, 100_000) and (
        re.match(r"\s*(?:dan|nguoi)\b", after) is not None
        and re.search(r"(?:tren|/|moi)\s*$", before) is not None
    )
