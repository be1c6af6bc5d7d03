"""Tables of figures as the bytes of a file to download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.figures.exports import write_csv, write_xlsx
from assistant.schema import FigureTable

__all__ = ["CSV_TYPE", "XLSX_TYPE", "csv_bytes", "xlsx_bytes"]

CSV_TYPE = "text/csv"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_bytes(table: FigureTable) -> bytes:
    """Return a table as a CSV file."""
    return _written(table, write_csv)


def xlsx_bytes(table: FigureTable) -> bytes:
    """Return a table as an Excel file.

    Raises:
        UsageError: The table has more rows than a sheet takes.
    """
    return _written(table, write_xlsx)


def _written(table: FigureTable, write: Callable[[Path, FigureTable], None]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        write(path, table)
        return path.read_bytes()
