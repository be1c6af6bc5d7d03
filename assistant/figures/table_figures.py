"""Figures of a table's rows, each cell under its header and group row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.figures.columns import (
    BRACKETED,
    WRITTEN,
    Column,
    ColumnKind,
    filled,
    told_elsewhere,
)
from assistant.figures.frames import Frame
from assistant.figures.governors import named_years
from assistant.figures.keys import key_of
from assistant.figures.roles import nature_of, role_in
from assistant.figures.sources import names_source
from assistant.figures.years import years_of_value
from assistant.schema import Block, Cell, Figure, Origin, Role, Span
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.units import CURRENCIES

__all__ = ["LEVEL", "YEARLY", "row_figures", "unit_of"]

_RANKED = re.compile(r"\b(?:thu hang|xep hang|hang|vi tri|thu bac|xep thu)\b|^nhom\b")
LEVEL = re.compile(r"\bcấp (?:tỉnh|huyện|xã|thành phố|cơ sở|trung ương)(?!\w)", re.IGNORECASE)
_WIDEST = 60
"""Columns; wider tables are data, whose cells no reader would cite one by one."""
_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|gấp|thêm|bớt)(?!\w)", re.IGNORECASE)
YEARLY = re.compile(r"\s?/\s?năm(?!\w)", re.IGNORECASE)
"""What makes a share behind which it stands a rate: “10%/năm”."""


def row_figures(frame: Frame, row: Block, columns: Sequence[Column]) -> Iterator[Figure]:
    """Yield the figures of a row, cell by cell; none for a header or a group row."""
    holding = (ColumnKind.VALUE, ColumnKind.CHANGE)
    valued = [column for column in columns if column.kind in holding]
    names = [c for c in columns if c.kind is ColumnKind.NAME and c.cell.strip()]
    if row.row == 0 or not valued or len(columns) > _WIDEST:
        return
    units = [column for column in columns if column.kind is ColumnKind.UNIT]
    row_span = Span(row.start, row.end)
    for column in valued:
        for quantity in _held(column):
            if quantity.unit == "năm" and not units:
                continue
            change = _change(column.cell, quantity)
            if change is None and column.kind is ColumnKind.CHANGE:
                continue
            figure = _figure(frame, row_span, row, columns, names, units, column, quantity)
            yield figure if change is None else _as_change(frame, figure, columns, column, change)


def _held(column: Column) -> list[Quantity]:
    """Return the values of a cell; one in words where the cell begins with it."""
    found = quantities(column.cell, written=False)
    if found or not WRITTEN.fullmatch(column.cell):
        return found
    # A number alone counts what the row says; in running text only a noun makes it a value.
    counted = quantities(f"{column.cell.rstrip()} cái")
    first = next((q for q in counted if q.end <= len(column.cell)), None)
    if first is None:
        return []
    bound = quantities(f"{column.cell[: first.value_start]}2")
    return [replace(first, comparator=bound[0].comparator if bound else first.comparator)]


def _change(cell: str, quantity: Quantity) -> Span | None:
    """Return the word of a cell that makes a value the change of another one: “tăng 5 bậc”."""
    told = list(_CHANGE.finditer(cell[: quantity.value_start]))
    if not told or any(sign in cell[told[-1].end() : quantity.value_start] for sign in ";(),"):
        return None
    return Span(*told[-1].span())


def _as_change(
    frame: Frame, figure: Figure, columns: Sequence[Column], column: Column, change: Span
) -> Figure:
    """Return a figure as the change of what its row measures, as it is measured itself."""
    written = quantities(figure.value_span.of(frame.text))
    unit = written[0].unit if written else figure.unit
    indicator = figure.indicator
    measured = [c for c in columns if c.kind is ColumnKind.VALUE and c.head is not None]
    if column.kind is ColumnKind.CHANGE and (column.head and indicator == _headed(frame, column)):
        ranks = unit == "bậc"
        fitting = [c for c in measured if (_RANKED.search(c.header) is not None) is ranks]
        chosen = (fitting or measured)[:1]
        indicator = _headed(frame, chosen[0]) if chosen else indicator
    moved = Span(column.span.start + change.start, column.span.start + change.end)
    indicator = f"{indicator} {moved.of(frame.text).lower()}".strip()
    yearly = unit == "%" and YEARLY.match(frame.text, figure.value_span.end)
    return replace(
        figure,
        indicator=indicator,
        value=written[0].value if written else figure.value,
        unit="%/năm" if yearly else unit,
        role=Role.TARGET if figure.role is Role.TARGET else Role.RESULT,
        key=key_of(indicator),
        base="",
        origins=(*figure.origins, Origin(Cell.INDICATOR, moved)),
    )


def _headed(frame: Frame, column: Column) -> str:
    head = BRACKETED.sub("", column.head.of(frame.text)) if column.head else ""
    return " ".join(head.split())


def _figure(
    frame: Frame,
    row_span: Span,
    row: Block,
    columns: Sequence[Column],
    names: Sequence[Column],
    units: Sequence[Column],
    column: Column,
    quantity: Quantity,
) -> Figure:
    text, document = frame.text, frame.document
    origins: list[Origin] = []
    said, indicator = _indicator(frame, names, column, origins)
    unit, factor, base = _unit(text, units, column, quantity, origins)
    year, deadline = _year(frame, row, columns, names, column, quantity, origins)
    ranked = quantity.rank or (
        not unit and not quantity.unit and _RANKED.search(fold(f"{column.header} {_told(units)}"))
    )
    groups = frame.groups(row)
    # “Kết quả” heads the targets of a plan as well as what came of them: its group comes first.
    leads = [span.of(text) for span in (*groups, *frame.headings(row.start))]
    leads.insert(len(groups) if column.header.startswith("ket qua") else 0, column.header)
    read = replace(quantity, start=0, end=0, unit=unit)
    # A table of targets sets them also where a name says “tăng” or “công bố”.
    governed = next((n for lead in leads if (n := nature_of(lead))), None) is Role.TARGET
    named = names[0].cell if names and not (governed and unit not in CURRENCIES) else ""
    role = role_in(document, named, read, leads, year)
    place = _place(frame, row, said, column, origins)
    agency = next(
        (
            c
            for c in columns
            if c.kind is ColumnKind.AGENCY and filled(c) and not told_elsewhere(c.cell)
        ),
        None,
    )
    if agency is not None:
        origins.append(Origin(Cell.AGENCY, agency.span))
    level = LEVEL.search(said)
    start = column.span.start
    return Figure(
        document_id=document.id,
        indicator=indicator,
        comparator=quantity.comparator,
        value=quantity.value * factor,
        upper=None if quantity.upper is None else quantity.upper * factor,
        unit=unit,
        role=Role.RANK if ranked else role,
        year=year,
        place=place,
        value_span=Span(start + quantity.start, start + quantity.end),
        sentence_span=row_span,
        key=key_of(indicator, base),
        of=quantity.of,
        base=base,
        level=level.group().lower() if level else None,
        deadline=deadline,
        agency=" ".join(agency.cell.split()) if agency else None,
        origins=tuple(origins),
    )


def _indicator(
    frame: Frame, names: Sequence[Column], column: Column, origins: list[Origin]
) -> tuple[str, str]:
    """Return what a row says beside its values, and the indicator of one of its cells."""
    text = frame.text
    name = names[:1]
    head = BRACKETED.sub("", column.head.of(text)) if column.head else ""
    # A row named by its year alone (“2023 | 29,7”) measures what the column says.
    measured = name and not _is_bare(name[0].cell)
    origins += [Origin(Cell.INDICATOR, c.span) for c in name if measured]
    about = None if measured or not names_source(head) else frame.subject(column.span.start)
    if about is not None:
        # “Tổng cục Thống kê (%)” says whose value it is, the heading of which thing.
        origins.append(Origin(Cell.INDICATOR, about, inherited=True))
    elif not measured and column.head:
        origins.append(Origin(Cell.INDICATOR, column.head, inherited=True))
    told = about.of(text) if about is not None else name[0].cell if measured else head
    indicator = " ".join(told.split())
    said = " ".join([*(c.cell for c in names), head])
    return said, indicator


def _is_bare(cell: str) -> bool:
    return not any(letter.isalpha() for letter in cell)


def _told(columns: Sequence[Column]) -> str:
    return " ".join(column.cell for column in columns)


_SHORT_UNIT = 5
"""Characters; units of so few letters, such as Tbps, keep their capitals."""


def unit_of(words: str) -> tuple[str, float, str]:
    """Return a unit in normal form, the factor to it, and what a share is taken of.

    “Triệu đồng” is đồng a million times; “% GDP” is a share of GDP; a unit that nothing is
    known of stays as it is written, in lower case.
    """
    tidy = " ".join(words.split())
    if not tidy or _RANKED.search(fold(tidy)) or tidy.strip(" -–") == "":
        return "", 1.0, ""
    read = quantities(f"1 {tidy}")
    if read and read[0].value_start == 0 and read[0].unit:
        rest = f"1 {tidy}"[read[0].end :]
        if not rest.strip():
            return read[0].unit, read[0].value, ""
        if read[0].unit == "%" and rest.startswith(" "):
            return "%", 1.0, rest.strip()
    symbol = tidy.isascii() and len(tidy) <= _SHORT_UNIT
    sentence_case = tidy[1:] == tidy[1:].lower() and not symbol
    return (tidy.lower() if sentence_case else tidy), 1.0, ""


def _unit(
    text: str,
    units: Sequence[Column],
    column: Column,
    quantity: Quantity,
    origins: list[Origin],
) -> tuple[str, float, str]:
    """Return the unit of a value: its own, of its column, of its row; with factor and base."""
    if quantity.rank:
        return "", 1.0, ""
    words = units[0].cell if units else ""
    origin = Origin(Cell.UNIT, units[0].span) if units and words.strip() else None
    bracketed = BRACKETED.search(column.head.of(text)) if column.head else None
    if bracketed and column.head:
        words = bracketed["unit"]
        start = column.head.start
        span = Span(start + bracketed.start("unit"), start + bracketed.end("unit"))
        origin = Origin(Cell.UNIT, span, inherited=True)
    unit, factor, base = unit_of(words)
    if quantity.unit and quantity.unit != unit:
        return quantity.unit, 1.0, ""
    if origin is not None and unit:
        origins.append(origin)
    return unit, 1.0 if quantity.unit else factor, base


def _year(
    frame: Frame,
    row: Block,
    columns: Sequence[Column],
    names: Sequence[Column],
    column: Column,
    quantity: Quantity,
    origins: list[Origin],
) -> tuple[int | None, str | None]:
    """Return the year that a cell speaks of and the words of it.

    It is that of the cell, of its column, of the cell for years, of the row's name, of the
    group row, of a heading; of the title last.
    """
    text = frame.text
    dated = [c.span for c in columns if c.kind is ColumnKind.YEAR]
    own = years_of_value(column.cell, quantity.start, quantity.end, ()).own
    if own:
        origins.append(Origin(Cell.YEAR, column.span))
        return max(own), None
    places_to_look: list[tuple[Span | None, bool]] = [
        (column.head, True),
        *((span, False) for span in dated),
        *((name.span, False) for name in names),
        *((span, True) for span in frame.groups(row)),
        *((span, True) for span in frame.headings(row.start)),
    ]
    for span, inherited in places_to_look:
        years = named_years(span.of(text)) if span else []
        if span and years and (not inherited or len(years) == 1 or _is_period(span.of(text))):
            origins.append(Origin(Cell.YEAR, span, inherited))
            return max(years), " ".join(
                span.of(text).split(" | ")[-1].split()
            ) if inherited else None
    years = named_years(frame.document.title)
    return (years[0] if len(years) == 1 else None), None


def _is_period(text: str) -> bool:
    return re.search(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", text) is not None


def _place(
    frame: Frame, row: Block, said: str, column: Column, origins: list[Origin]
) -> str | None:
    if named := places(said):
        return named[0].name
    for span in frame.headings(row.start):
        found = places(span.of(frame.text))
        if len({place.name for place in found}) == 1:
            first = found[0]
            start = span.start
            origins.append(
                Origin(Cell.PLACE, Span(start + first.start, start + first.end), inherited=True)
            )
            return first.name
    return frame.own_place
