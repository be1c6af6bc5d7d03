"""Tasks of tables against gold: what is to be done, by when, and who leads.

Gold (``figures-tasks.jsonl``) holds every row of two tables of tasks, written from the
documents: the first words of the task, the words of its deadline and the year in them, and the
leading body. A cell that tells none (“Theo phân công tại …”) is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.schema import Task
from assistant.vietnamese.normalise import fold
from evals.document_gold import Share

__all__ = ["TASKS", "measure_tasks", "tasks_gold", "tasks_lines"]

TASKS = Path(__file__).parent / "figures-tasks.jsonl"
_CELLS = ("task", "deadline", "year", "agency")


def tasks_lines(tasks_of: Callable[[str], Sequence[Task]], *, with_failures: bool) -> list[str]:
    """Return lines on how well tasks are read.

    Args:
        tasks_of: Gives the tasks found in a document of the gold.
        with_failures: Whether to tell what is wrong.
    """
    total = dict.fromkeys(_CELLS, Share())
    wrong: list[str] = []
    for name, there in tasks_gold().items():
        shares, missed = measure_tasks(tasks_of(name), there)
        total = {cell: total[cell] + shares[cell] for cell in _CELLS}
        wrong += [f"{Path(name).name}: {line}" for line in missed]
    lines = [f"{'tasks':<40} {'precision':>9} {'recall':>9}"]
    lines += [total[cell].line(cell) for cell in _CELLS]
    return [*lines, *(wrong if with_failures else ())]


def tasks_gold() -> dict[str, list[dict[str, Any]]]:
    """Return the tasks of the gold by document, in the order of their rows."""
    golds: dict[str, list[dict[str, Any]]] = {}
    for line in TASKS.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        golds.setdefault(gold["document"], []).append(gold)
    return golds


def measure_tasks(
    found: Sequence[Task], there: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, Share], list[str]]:
    """Hold the tasks of a document against its gold, and tell what is not as it should be.

    A task is that of the gold whose words it begins with; of several such rows the first that
    is left.
    """
    shares = dict.fromkeys(_CELLS, Share())
    wrong: list[str] = []
    left = list(found)
    for gold in there:
        begins = _plain(gold["name"])
        task = next((task for task in left if _plain(task.name).startswith(begins)), None)
        if task is not None:
            left.remove(task)
        for cell in _CELLS:
            wanted = gold["name"] if cell == "task" else gold.get(cell)
            got = None if task is None else _cell(cell, task)
            right = got is not None and (cell == "task" or _plain(got) == _plain(wanted))
            shares[cell] += Share(int(right), int(got is not None), int(wanted is not None))
            if not right and (got is not None or wanted is not None):
                wrong.append(f"{cell}: {got} instead of {wanted} ({gold['name']})")
    for task in left:
        shares = {
            cell: share + Share(0, int(_cell(cell, task) is not None), 0)
            for cell, share in shares.items()
        }
        wrong.append(f"not there: {task.name[:60]}")
    return shares, wrong


def _cell(cell: str, task: Task) -> Any:
    cells = {"task": task.name, "deadline": task.deadline, "agency": task.agency}
    return task.year if cell == "year" else cells[cell] or None


def _plain(words: Any) -> str:
    return " ".join(fold(str(words)).split())
