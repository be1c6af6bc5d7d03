"""The questions of a report as a list to look through: what was wanted beside what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from evals.labels import CATEGORY_LABELS, CORPUS_LABELS, SPLIT_LABELS, Labels, label_of
from evals.measures import MEASURES

__all__ = ["questions_part"]

# What a person looks for first in a question that went wrong.
_WRONG = ("short", "facts", "evidence", "refused", "missed", "valid")
_LONGEST = 700

Row = Mapping[str, Any]


def questions_part(questions: Sequence[Row]) -> str:
    """Return all questions with their filters; those that went wrong are open.

    Args:
        questions: Rows of a report.
    """
    return (
        "<section><h2>Từng câu hỏi<span class='gloss'>every question</span></h2>"
        f"{_filters(questions)}{''.join(_question(row) for row in questions)}</section>"
    )


def _filters(questions: Sequence[Row]) -> str:
    choices = "".join(
        _select(field, title, labels, [str(row[field]) for row in questions])
        for field, title, labels in (
            ("corpus", "Mọi bộ văn bản", CORPUS_LABELS),
            ("split", "Mọi phần", SPLIT_LABELS),
            ("category", "Mọi loại", CATEGORY_LABELS),
        )
    )
    return (
        '<form class="filters"><input type="search" name="words" '
        'placeholder="Tìm trong câu hỏi và câu trả lời" aria-label="Tìm">'
        f'{choices}<select name="right" aria-label="Đúng sai"><option value="">Đúng và sai</option>'
        '<option value="no" selected>Chỉ câu sai</option><option value="yes">Chỉ câu đúng</option>'
        "</select><output></output></form>"
    )


def _select(field: str, title: str, labels: Labels, values: Sequence[str]) -> str:
    known = [name for name in labels if name in set(values)]
    options = "".join(
        f'<option value="{escape(name)}">{escape(label_of(labels, name)[0])}</option>'
        for name in known
    )
    return (
        f'<select name="{field}" aria-label="{escape(title)}">'
        f'<option value="">{escape(title)}</option>{options}</select>'
    )


def _question(row: Row) -> str:
    right = "yes" if row["right"] else "no"
    category, split = (
        label_of(CATEGORY_LABELS, row["category"])[0],
        label_of(SPLIT_LABELS, row["split"])[0],
    )
    wrong = "; ".join(_wrongs(row))
    meta = f"{row['id']} · {category} · {split}" + (f" · {wrong}" if wrong else "")
    attributes = "".join(
        f' data-{name}="{escape(str(value))}"'
        for name, value in (
            ("corpus", row["corpus"]),
            ("split", row["split"]),
            ("category", row["category"]),
            ("right", right),
        )
    )
    return (
        f'<details class="question"{attributes}{"" if row["right"] else " open"}>'
        f'<summary>{escape(row["question"])} <span class="meta">{escape(meta)}</span></summary>'
        f'<div class="pair">{_wanted(row)}{_said(row)}</div></details>'
    )


def _wrongs(row: Row) -> list[str]:
    """Return what is wrong with an answer, in words."""
    found = []
    for name in _WRONG:
        value, measure = row["measures"].get(name), MEASURES[name]
        if value is not None and (value == 1) == measure.lower_is_better:
            found.append(measure.label if measure.lower_is_better else f"{measure.label}: không")
    return found


def _wanted(row: Row) -> str:
    expected = row["expected"]
    parts = [f"<p>Hỏi trước đó: {escape(' → '.join(row['history']))}</p>"] if row["history"] else []
    if not expected["answerable"]:
        parts.append("<p>Tài liệu không có câu trả lời.</p>")
    if expected["short"]:
        parts.append(f"<p><b>{escape(expected['short'][0])}</b></p>")
    if expected["short"][1:]:
        parts.append(f"<p>hoặc: {escape('; '.join(expected['short'][1:]))}</p>")
    if expected["facts"]:
        facts = (
            f"✗ {fact}" if fact in row["missing_facts"] else f"✓ {fact}"
            for fact in expected["facts"]
        )
        parts.append(f"<p>{escape(chr(10).join(facts))}</p>")
    parts += [_quote(place["document"], place["quote"]) for place in expected["evidence"]]
    return (
        f'<div class="gold"><h4>Cần có <span class="gloss">gold</span></h4>{"".join(parts)}</div>'
    )


def _said(row: Row) -> str:
    parts = [f"<p><b>{escape(row['short'])}</b></p>"] if row["short"] else []
    if row["text"]:
        parts.append(f"<p>{escape(_clip(row['text']))}</p>")
    if row["missing"]:
        parts.append(f"<p>{escape(row['missing'])}</p>")
    parts += [
        _quote(f"[{one['marker']}] {one['document']}, {one['label']}", one["quote"])
        for one in row["citations"]
    ]
    parts += [f"<p>⚠ {escape(fault)}</p>" for fault in row["faults"]]
    if row["rank"]:
        parts.append(f"<p class='note'>Tìm kiếm đặt chỗ cần tìm ở hạng {row['rank']}.</p>")
    return (
        f'<div class="said"><h4>Trợ lý nói <span class="gloss">answer, '
        f"{escape(row['status'])}, {row['milliseconds']:.0f} ms</span></h4>{''.join(parts)}</div>"
    )


def _quote(source: str, quote: str) -> str:
    return f"<blockquote>{escape(_clip(quote))}<br><small>{escape(source)}</small></blockquote>"


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
