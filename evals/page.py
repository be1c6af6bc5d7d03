"""A run as one page that needs nothing beside itself: no network, no library, no font.

Documents are strangers' data, so everything that comes from a report is escaped, and nothing
of it is put where a browser would run it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from evals.charts import Interval, bar, curve, histogram, loss_bar
from evals.labels import (
    CATEGORY_LABELS,
    CONDITION_LABELS,
    CORPUS_LABELS,
    SPLIT_LABELS,
    label_of,
)
from evals.measures import MEASURES
from evals.page_questions import questions_part
from evals.questions import CATEGORIES
from evals.ranking import SEARCH_MEASURES

__all__ = ["page"]

_FOLDER = Path(__file__).resolve().parent
_HEADLINES = ("answer", "evidence", "refused", "missed", "recall@10")
_TRIVIAL = ("answer", "fact recall", "evidence", "cite recall", "refused", "missed")
_LOSSES = ("answer", "evidence", "refused", "missed")
_CUTOFFS = [int(name.rpartition("@")[2]) for name in SEARCH_MEASURES if name.startswith("recall@")]
# The split that says most is shown first.
_FIRST = ("test", "dev", "hard", "all")

Row = Mapping[str, Any]


def page(report: Mapping[str, Any]) -> str:
    """Return a report as an HTML page.

    Args:
        report: What ``as_report`` returns, or the JSON of it read again.
    """
    corpora = list(dict.fromkeys(group["corpus"] for group in report["groups"]))
    corpora.sort(key=list(CORPUS_LABELS).index)
    parts = "".join(_corpus_part(report, corpus) for corpus in corpora)
    style, script = (
        (_FOLDER / name).read_text(encoding="utf-8") for name in ("page.css", "page.js")
    )
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Đánh giá Trợ lý Chính sách</title><style>\n{style}</style></head><body>"
        f"{_header(report)}<main>{parts}{questions_part(report['questions'])}</main>"
        f"{_footer()}<script>\n{script}</script></body></html>\n"
    )


def _header(report: Mapping[str, Any]) -> str:
    run = report["run"]
    lines = "".join(
        f"<br>{_both(label_of(CORPUS_LABELS, name))}: {one['documents']} văn bản, "
        f"{_count(one['passages'])} đoạn, {_count(one['questions'])} câu hỏi; chỉ mục "
        f"<code>{escape(one['index'][:12])}</code>, thiết lập "
        f"<code>{escape(one['config'][:12])}</code>"
        for name, one in run["corpora"].items()
    )
    return (
        "<header><h1>Đánh giá Trợ lý Chính sách<span class='gloss'>evaluation report</span></h1>"
        f'<p class="note">Phiên bản {escape(run["version"])}{lines}</p></header>'
    )


def _footer() -> str:
    return (
        "<footer>Vạch đen là khoảng tin cậy 95% (bootstrap, 2.000 lần lấy mẫu lại câu hỏi). "
        "Không mô hình nào chấm mô hình nào: mọi số đo là phép so sánh người làm tay được. "
        '<span class="gloss">Whiskers are 95% bootstrap intervals; no model judges another.'
        "</span></footer>"
    )


# --- one corpus ---------------------------------------------------------------------------


def _corpus_part(report: Mapping[str, Any], corpus: str) -> str:
    groups = [group for group in report["groups"] if group["corpus"] == corpus]
    splits = [name for name in _FIRST if any(group["split"] == name for group in groups)]
    buttons = "".join(
        f'<button type="button" data-split="{split}" aria-pressed="{str(not place).lower()}">'
        f"{_both(label_of(SPLIT_LABELS, split))}</button>"
        for place, split in enumerate(splits)
    )
    tabs = f'<div class="tabs" data-of="{escape(corpus)}">{buttons}</div>'
    blocks = "".join(
        f'<div data-part="{escape(corpus)}" data-split="{split}"{" hidden" if place else ""}>'
        f"{_split_part(report, corpus, split)}</div>"
        for place, split in enumerate(splits)
    )
    title = _both(label_of(CORPUS_LABELS, corpus))
    return f"<section><h2>{title}</h2>{tabs if len(splits) > 1 else ''}{blocks}</section>"


def _split_part(report: Mapping[str, Any], corpus: str, split: str) -> str:
    def held(rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if row["corpus"] == corpus and row["split"] == split]

    groups = held(report["groups"])
    whole = next(group for group in groups if group["category"] == "all")
    by_category = [group for group in groups if group["category"] in CATEGORIES]
    asked = [
        row
        for row in report["questions"]
        if row["corpus"] == corpus and split in ("all", row["split"])
    ]
    robustness = held(report["robustness"])
    beside = _card(
        ("Tìm kiếm: có chỗ cần tìm trong k đoạn đầu", "recall@k of the search alone"),
        _search_curve(whole),
    ) + _card(("Thời gian mỗi câu", "latency"), _times(asked))
    cards = _card(
        ("Trả lời đúng theo loại câu hỏi", "right answers by category"),
        _category_bars(by_category),
        "Với câu hỏi không có câu trả lời, “đúng” là từ chối.",
    )
    cards += f'<div class="stack">{beside}</div>'
    cards += _card(
        ("So với cách trả lời không cần nghĩ", "trivial rows, for scale"),
        _trivial_bars(whole, held(report["trivial"])),
        wide=True,
    )
    if robustness:
        cards += _card(
            ("Hỏi lại trong điều kiện khác: mất bao nhiêu điểm", "robustness, as loss"),
            _robustness_bars(robustness),
            "Sang phải (đỏ) là kém đi so với lượt hỏi thường.",
            wide=True,
        )
    cards += _card(("Mọi số đo", "all measures"), _all_measures(whole), wide=True)
    return f'{_tiles(whole)}<div class="cards">{cards}</div>'


def _tiles(whole: Row) -> str:
    tiles = []
    for name in _HEADLINES:
        one = whole["measures"].get(name)
        if one:
            label = (MEASURES[name].label, MEASURES[name].gloss)
            bounds = f"{_percent(one['low'])}\u00a0–\u00a0{_percent(one['high'])};"
            tiles.append((_percent(one["value"]), label, f"{bounds} {one['n']}\u00a0câu"))
    times = whole["milliseconds"]
    search = whole["search_milliseconds"]
    tiles.append(
        (
            f"{times['p95']:.0f} ms",
            ("Thời gian trả lời p95", "answer p95"),
            f"p50 {times['p50']:.0f} ms; riêng tìm kiếm p95 {search['p95']:.0f} ms",
        )
    )
    return (
        '<div class="tiles">'
        + "".join(
            f'<div class="card tile"><b>{value}</b><span>{escape(label[0])}</span>'
            f'<span class="gloss">{escape(label[1])}</span><small>{escape(note)}</small></div>'
            for value, label, note in tiles
        )
        + "</div>"
    )


def _category_bars(groups: Sequence[Row]) -> str:
    rows = []
    for group in groups:
        answer, missed = group["measures"].get("answer"), group["measures"].get("missed")
        if answer:
            interval = _interval(answer)
        elif missed:
            interval = 1 - missed["value"], 1 - missed["high"], 1 - missed["low"]
        else:
            continue
        label = label_of(CATEGORY_LABELS, group["category"])
        count = (answer or missed)["n"]
        rows.append((_both(label), bar(interval), f"{_percent(interval[0])} · {count}"))
    return _rows(rows)


def _search_curve(whole: Row) -> str:
    found = [(k, whole["measures"].get(f"recall@{k}")) for k in _CUTOFFS]
    points = [(k, _interval(one)) for k, one in found if one]
    if not points:
        return '<p class="note">Không có câu hỏi nào để tìm.</p>'
    notes = [
        f"{name} {_percent(whole['measures'][name]['value'])}"
        for name in ("MRR@10", "nDCG@10")
        if name in whole["measures"]
    ]
    return curve(points, "recall@k") + f'<p class="note">{"; ".join(notes)}</p>'


def _times(asked: Sequence[Row]) -> str:
    parts = []
    for label, field in (
        (("Trả lời", "answering"), "milliseconds"),
        (("Riêng tìm kiếm", "search alone"), "search_milliseconds"),
    ):
        times = sorted(row[field] for row in asked if row[field] is not None)
        if times:
            marks = [(f"p{part}", times[int(part / 100 * (len(times) - 1))]) for part in (50, 95)]
            parts.append(
                f'<p class="note">{_both(label)}, ms</p>' + histogram(times, marks, label[0])
            )
    return "".join(parts)


def _trivial_bars(whole: Row, trivial: Sequence[Row]) -> str:
    parts = []
    for name in _TRIVIAL:
        rows = [
            (
                _both(label_of(CONDITION_LABELS, row_name)),
                bar(_interval(one), "bar" if row_name == "assistant" else "aside"),
                _percent(one["value"]),
            )
            for row_name, row in [("assistant", whole), *((row["name"], row) for row in trivial)]
            if (one := row["measures"].get(name))
        ]
        if rows:
            parts.append(f"<h4>{_measure(name)}</h4>{_rows(rows)}")
    return _side_by_side(parts)


def _robustness_bars(robustness: Sequence[Row]) -> str:
    edges = [
        abs(one[end])
        for row in robustness
        for one in row["loss"].values()
        for end in ("low", "high")
    ]
    reach = max(0.05, *edges)
    parts = []
    for name in _LOSSES:
        rows = [
            (
                _both(_condition(row["name"])),
                loss_bar(_interval(one), reach),
                _points(one["value"]),
            )
            for row in robustness
            if (one := row["loss"].get(name))
        ]
        if rows:
            parts.append(f"<h4>{_measure(name)}</h4>{_rows(rows)}")
    return _side_by_side(parts)


def _all_measures(whole: Row) -> str:
    rows = "".join(
        f"<tr><td>{_measure(name)}</td><td>{_percent(one['value'])}</td>"
        f"<td>{_percent(one['low'])} – {_percent(one['high'])}</td><td>{one['n']}</td></tr>"
        for name, one in whole["measures"].items()
    )
    return (
        '<div class="scroll"><table><thead><tr><th>Số đo</th><th>Giá trị</th><th>95%</th>'
        f"<th>Câu</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


# --- pieces -------------------------------------------------------------------------------


def _card(title: tuple[str, str], body: str, note: str = "", *, wide: bool = False) -> str:
    below = f'<p class="note">{escape(note)}</p>' if note else ""
    kind = "card wide" if wide else "card"
    return f'<div class="{kind}"><h3>{_both(title)}</h3>{below}{body}</div>'


def _rows(rows: Iterable[tuple[str, str, str]]) -> str:
    """Return rows of a bar chart: name and bar are HTML, the value is text."""
    cells = "".join(
        f'<div class="name">{name}</div><div>{plot}</div><div class="value">{escape(value)}</div>'
        for name, plot, value in rows
    )
    return f'<div class="rows">{cells}</div>'


def _side_by_side(parts: Sequence[str]) -> str:
    return f'<div class="multiples">{"".join(f"<div>{part}</div>" for part in parts)}</div>'


def _measure(name: str) -> str:
    note = " (thấp hơn là tốt hơn)" if MEASURES[name].lower_is_better else ""
    return _both((MEASURES[name].label + note, MEASURES[name].gloss))


def _condition(name: str) -> tuple[str, str]:
    count, _, foreign = name.partition(" ")
    if foreign == "foreign":
        return f"Thêm {_count(int(count))} đoạn lạ", f"{int(count):,} foreign passages"
    return label_of(CONDITION_LABELS, name)


def _both(label: tuple[str, str]) -> str:
    gloss = f'<span class="gloss">{escape(label[1])}</span>' if label[1] else ""
    return escape(label[0]) + gloss


def _interval(one: Row) -> Interval:
    return one["value"], one["low"], one["high"]


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".", ",")


def _points(share: float) -> str:
    # Added to 0, so that what rounds to nothing has no sign of its own.
    return f"{round(100 * share, 1) + 0.0:+.1f}".replace(".", ",")


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
