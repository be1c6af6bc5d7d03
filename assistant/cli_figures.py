"""The command ``figures``: its table as text, as JSON, and as files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any

from assistant.cli_json import cited_figure_record, dump
from assistant.cli_progress import ProgressLine
from assistant.cli_text import say
from assistant.errors import UsageError
from assistant.figures.wording import value_words
from assistant.schema import (
    CitedFigure,
    CitedTask,
    FigureFilters,
    FigureSource,
    FigureTable,
    Role,
    Standing,
    number_or_title,
    written_day,
)

__all__ = ["figures_text", "run_figures", "table_record", "tasks_text"]

_WORDS = {
    "vi": {
        "target": "mục tiêu", "result": "kết quả", "baseline": "mốc so sánh", "rank": "thứ hạng",
        "count": "số lượng", "budget": "kinh phí", "by": "chủ trì", "page": "trang",
        "now": "nay là {} theo {}", "gone": "văn bản đã được thay bằng {}",
        "reported": "dẫn từ {}", "conflicts": "Nguồn nói khác nhau:",
        "progress": "Mục tiêu và kết quả mới nhất:", "due": "thời hạn", "goal": "mục tiêu",
        "none": "Không có số liệu nào. Hãy bớt điều kiện lọc.", "undated": "không ghi năm",
        "no_tasks": "Không có nhiệm vụ nào. Hãy bớt điều kiện lọc.",
    },
    "en": {
        "target": "target", "result": "result", "baseline": "baseline", "rank": "rank",
        "count": "count", "budget": "budget", "by": "lead", "page": "page",
        "now": "now {} by {}", "gone": "document replaced by {}",
        "reported": "reported from {}", "conflicts": "Sources that differ:",
        "progress": "Targets and latest results:", "due": "due", "goal": "target",
        "none": "No figures. Loosen the filters.", "undated": "no year given",
        "no_tasks": "No tasks. Loosen the filters.",
    },
}  # fmt: skip


def run_figures(args: argparse.Namespace) -> bool:
    """Print the figures or tasks asked for, or write them to files.

    Returns:
        Whether there are any.

    Raises:
        UsageError: Options that exclude each other were given together.
    """
    from assistant.assistant import Assistant

    if args.tasks and (args.csv or args.xlsx or args.in_force or args.role):
        raise UsageError(
            "--tasks không đi cùng --csv, --xlsx, --role, --in-force. Hãy bỏ một trong hai."
        )
    filters = FigureFilters(
        places=tuple(args.place),
        years=tuple(args.year),
        roles=tuple(Role(role) for role in args.role),
        indicator=args.indicator,
        in_force=args.in_force,
        as_of=args.as_of,
    )
    with ProgressLine(sys.stderr) as progress:
        progress("Mở chỉ mục", 0, 2)
        assistant = Assistant.open(args.index)
        if args.tasks:
            return _run_tasks(args, assistant.tasks(), filters)
        progress("So các số liệu", 1, 2)
        table = assistant.figures(filters)
    if args.csv or args.xlsx:
        _write(args, table)
    elif args.json:
        say(dump(table_record(table), indent=2))
    else:
        say(figures_text(table, args.lang))
    return bool(table.entries)


def _write(args: argparse.Namespace, table: FigureTable) -> None:
    from assistant.figures.exports import write_csv, write_xlsx

    for path, write in ((args.csv, write_csv), (args.xlsx, write_xlsx)):
        if path is not None:
            write(path, table)
            sys.stderr.write(f"chinhsach: đã ghi {len(table.entries)} số liệu vào {path}\n")


def _run_tasks(args: argparse.Namespace, tasks: list[CitedTask], filters: FigureFilters) -> bool:
    from assistant.vietnamese.normalise import fold
    from assistant.vietnamese.places import same_place

    words = fold(filters.indicator).split()
    found = [
        cited
        for cited in tasks
        if (not filters.years or cited.task.year in filters.years)
        and all(word in fold(cited.task.name).split() for word in words)
        and (
            not filters.places
            or any(same_place(cited.source.place or "", place) for place in filters.places)
        )
    ]
    if args.json:
        say(dump({"tasks": [_task_record(cited) for cited in found]}, indent=2))
    else:
        say(tasks_text(found, args.lang))
    return bool(found)


def figures_text(table: FigureTable, language: str = "vi") -> str:
    """Return a table of figures for people: each figure, what became of it, and its sentence."""
    words = _WORDS[language]
    if not table.entries:
        return words["none"]
    lines: list[str] = []
    series = -1
    for standing in table.entries:
        if standing.series != series:
            series = standing.series
            figure = standing.cited.figure
            heading = " · ".join(filter(None, [figure.indicator, figure.base, figure.place]))
            lines += ["", heading or "…"]
        lines += _standing_lines(standing, words)
    for name, pairs in (("conflicts", table.conflicts), ("progress", table.progress)):
        lines += ["", words[name]] if pairs else []
        for one, other in pairs:
            lines.append(f"- {_said(one, words)}\n  {_said(other, words)}")
            lines += [f"    “{_line(cited.quote)}”" for cited in (one, other)]
    return "\n".join(lines[1:])


def _standing_lines(standing: Standing, words: dict[str, str]) -> list[str]:
    cited = standing.cited
    parts = [f"  {_said(cited, words)}"]
    if cited.figure.agency:
        parts.append(f"{words['by']}: {cited.figure.agency}")
    if cited.figure.quoted_from:
        parts.append(words["reported"].format(cited.figure.quoted_from))
    if standing.now is not None:
        parts.append(words["now"].format(value_words(standing.now), _name(standing.now.source)))
    elif standing.superseded_by is not None:
        parts.append(words["gone"].format(_name(standing.superseded_by)))
    place = [cited.label, f"{words['page']} {cited.page}" if cited.page else ""]
    return ["; ".join(parts), f"    {'; '.join(filter(None, place))}: “{_line(cited.quote)}”"]


def _said(cited: CitedFigure, words: dict[str, str]) -> str:
    figure = cited.figure
    year = str(figure.year) if figure.year else words["undated"]
    return f"{value_words(cited)} ({words[figure.role.value]}, {year}) — {_name(cited.source)}"


def _name(source: FigureSource) -> str:
    known = [number_or_title(source), written_day(source.day)]
    return ", ".join(filter(None, known))


def tasks_text(tasks: Iterable[CitedTask], language: str = "vi") -> str:
    """Return tasks for people: what, by when, by whom, and from which document."""
    words = _WORDS[language]
    lines = []
    for cited in tasks:
        task = cited.task
        parts = [
            f"{words['due']}: {task.deadline}" if task.deadline else "",
            f"{words['by']}: {task.agency}" if task.agency else "",
        ]
        told = "; ".join([*filter(None, parts), f"{_name(cited.source)}, {cited.label}"])
        lines.append(f"{_line(task.name)}\n    {told}")
    return "\n".join(lines) or words["no_tasks"]


def _line(text: str) -> str:
    return " ".join(text.split())


def table_record(table: FigureTable) -> dict[str, Any]:
    """Return a table of figures as an object."""
    return {
        "figures": [
            {
                **cited_figure_record(standing.cited),
                "series": standing.series,
                "in_force": standing.superseded_by is None,
                "superseded_by": _source_record(standing.superseded_by),
                "now": cited_figure_record(standing.now) if standing.now else None,
            }
            for standing in table.entries
        ],
        "conflicts": [[cited_figure_record(cited) for cited in pair] for pair in table.conflicts],
        "progress": [
            {"target": cited_figure_record(target), "result": cited_figure_record(result)}
            for target, result in table.progress
        ],
    }


def _source_record(source: FigureSource | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "document": source.path,
        "number": source.number,
        "title": source.title,
        "issued": source.day.isoformat() if source.day else None,
    }


def _task_record(cited: CitedTask) -> dict[str, Any]:
    task = cited.task
    return {
        "task": task.name,
        "product": task.product,
        "deadline": task.deadline,
        "year": task.year,
        "agency": task.agency,
        "helpers": task.helpers,
        "document": cited.source.path,
        "number": cited.source.number,
        "label": cited.label,
        "page": cited.page,
        "passage_id": cited.passage_id,
        "quote": cited.quote,
    }
