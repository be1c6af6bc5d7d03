"""Series of figures: pairs that are one indicator or not, and documents that replace others."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.figures.keys import key_of
from assistant.figures.series import same_indicator
from assistant.indexing.build import build_index
from assistant.schema import Comparator, Figure, FigureFilters, Role, Span
from evals.document_gold import Share

__all__ = ["PAIRS", "pairs_share", "planted_failures"]

PAIRS = Path(__file__).parent / "figures-pairs.jsonl"
_LEVEL = re.compile(r"\bcấp (?:tỉnh|huyện|xã)\b")

# Our own words: what one document sets, another raises, replaces or reports.
_PLANTED = {
    "a.md": (
        "nghị quyết",
        "5-NQ/TU",
        "2021-05-10",
        "",
        "Ban Thường vụ Tỉnh ủy Lâm Đồng",
        "Đến năm 2025:\n\n- Tỷ lệ che phủ rừng đạt 55%.\n- Tỷ lệ hộ nghèo còn 3%.\n"
        "- Số xã có chợ đạt 40%.",
    ),
    "b.md": (
        "kế hoạch",
        "77/KH-UBND",
        "2024-02-01",
        "",
        "Ủy ban nhân dân tỉnh Lâm Đồng",
        "Đến năm 2025:\n\n- Tỷ lệ che phủ rừng đạt 58%.",
    ),
    "c.md": (
        "kế hoạch",
        "9/KH-UBND",
        "2024-08-01",
        "",
        "Ủy ban nhân dân xã Đơn Dương",
        "Đến năm 2025:\n\n- Tỷ lệ hộ nghèo còn 2%.",
    ),
    "d.md": (
        "bài báo",
        "",
        "2024-09-09",
        "",
        "",
        "Đến năm 2025, tỉnh đặt mục tiêu tỷ lệ hộ nghèo còn 1%.",
    ),
    "e.md": (
        "kế hoạch",
        "12/KH-UBND",
        "2025-03-03",
        "77/KH-UBND",
        "Ủy ban nhân dân tỉnh Lâm Đồng",
        "Đến năm 2025:\n\n- Tỷ lệ hộ có nước sạch đạt 90%.",
    ),
    "f.md": (
        "báo cáo",
        "3/BC-UBND",
        "2024-12-31",
        "",
        "Ủy ban nhân dân tỉnh Lâm Đồng",
        "Năm 2024, số xã có chợ đạt 31%.",
    ),
    "g.md": (
        "báo cáo",
        "4/BC-UBND",
        "2025-01-15",
        "",
        "Sở Công Thương tỉnh Lâm Đồng",
        "Năm 2024, số xã có chợ đạt 33%.",
    ),
    "i.md": (
        "kế hoạch",
        "5/KH-UBND",
        "2025-01-10",
        "",
        "Ủy ban nhân dân tỉnh Bình Thuận",
        "Đến năm 2030:\n\n- Tỷ lệ hộ có nước sạch đạt 80%.",
    ),
    "k.md": (
        "kế hoạch",
        "30/KH-UBND",
        "2025-09-01",
        "5/KH-UBND",
        "Ủy ban nhân dân tỉnh Lâm Đồng",
        "Đến năm 2030:\n\n- Tỷ lệ hộ có nước sạch đạt 85%.",
    ),
    "l.md": (
        "quyết định",
        "8/QĐ-UBND",
        "2025-10-05",
        "",
        "Ủy ban nhân dân tỉnh Lâm Đồng",
        "Đến năm 2025:\n\n- Tỷ lệ hộ có nước sạch đạt 92%.",
    ),
}
_MERGED = "Bình Thuận"
"""The province that Lâm Đồng took in on 1 July 2025; its plan is i.md."""
_AMENDS = {"l.md": "12/KH-UBND"}  # fmt: skip


def pairs_share(*, with_failures: bool) -> list[str]:
    """Return lines on how well pairs of one indicator are told from pairs of two."""
    share, wrong = Share(), []
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    for pair in pairs:
        found = same_indicator(_figure(pair["one"]), _figure(pair["other"]))
        share += Share(int(found and pair["same"]), int(found), int(pair["same"]))
        if found != pair["same"]:
            wrong.append(f"{'merged' if found else 'apart'}: {pair['one']} / {pair['other']}")
    return [
        share.line(f"{len(pairs)} pairs: the same indicator"),
        *(wrong if with_failures else ()),
    ]


def planted_failures() -> list[str]:
    """Return what does not hold of the planted documents; none when all is right."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for name, document in _PLANTED.items():
            (corpus / name).write_text(_file_of(name, *document), encoding="utf-8")
        index = Path(folder) / "index"
        build_index([corpus], index, Config(encoder="none"))
        assistant = Assistant.open(index)
        failed = _failures(assistant)
        assistant.reader.close()
    return failed


def _failures(assistant: Assistant) -> list[str]:
    from datetime import date

    now, then = FigureFilters(), FigureFilters(as_of=date(2023, 1, 1))
    held = _held(assistant, now)
    differ = [
        sorted(cited.figure.value for cited in pair) for pair in assistant.figures(now).conflicts
    ]
    beside = [
        (target.figure.value, result.figure.value)
        for target, result in assistant.figures(now).progress
    ]
    between = _held(assistant, FigureFilters(as_of=date(2025, 8, 1)))
    heirs = {
        (s.cited.source.path, s.cited.figure.value): s.now.figure.value
        for s in assistant.figures(now).entries
        if s.now
    }
    checks = {
        "the plan of the merged province replaces that of the old one": held["i.md", 80]
        == "30/KH-UBND",
        "the value that holds in its stead is told": heirs["i.md", 80] == 85,
        "between the two, the plan of the old province holds": between["i.md", 80] is None,
        "an amendment sets another value": held["e.md", 90] == "8/QĐ-UBND",
        "before the amendment, the first value holds": between["e.md", 90] is None,
        "a plan of the same level raises a target": held["a.md", 55] == "77/KH-UBND",
        "nothing later sets 40%": held["a.md", 40] is None,
        "a commune replaces no target of its province": held["a.md", 3] is None,
        "the press replaces nothing": held["d.md", 1] is None,
        "a replaced plan is gone": held["b.md", 58] == "12/KH-UBND",
        "as of a day before, the old target holds": _held(assistant, then)["a.md", 55] is None,
        "as of a day before, later documents are not there": ("b.md", 58)
        not in _held(assistant, then),
        "two reports that differ stand side by side": [31, 33] in differ,
        "the press against the resolution is a conflict": [1, 3] in differ,
        "a target beside the latest result": (40, 33) in beside,
    }
    return [name for name, holds in checks.items() if not holds]


def _held(assistant: Assistant, filters: FigureFilters) -> dict[tuple[str, float], str | None]:
    return {
        (standing.cited.source.path, standing.cited.figure.value): (
            standing.superseded_by.number if standing.superseded_by else None
        )
        for standing in assistant.figures(filters).entries
    }


def _file_of(
    name: str, kind: str, number: str, issued: str, replaces: str, issuer: str, text: str
) -> str:
    head: dict[str, Any] = {
        "title": f"{kind.capitalize()} thử {number}".strip(),
        "kind": kind,
        "number": number,
        "issued": issued,
        "issuer": issuer,
        "place": _MERGED if _MERGED in issuer else "Lâm Đồng",
        "replaces": f"[{replaces}]" if replaces else "",
        "amends": f"[{_AMENDS[name]}]" if name in _AMENDS else "",
    }
    lines = [f"{key}: {value}" for key, value in head.items() if value]
    return "\n".join(["---", *lines, "---", "", text, ""])


def _figure(words: str) -> Figure:
    indicator, _, base = words.partition("|")
    level = _LEVEL.search(indicator)
    span = Span(0, 1)
    return Figure(
        "", indicator, Comparator.EQUAL, 1.0, None, "%", Role.TARGET, None, None, span, span,
        key=key_of(indicator, base), base=base, level=level.group() if level else None,
    )  # fmt: skip
