"""A place in a document in words, as an official would write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.schema import Level, PassageRole, Step
from assistant.vietnamese.normalise import fold

__all__ = ["path_label", "path_slug", "points_label", "role_label", "step_heading"]

_NAMES = {
    Level.KEM_THEO: "",
    Level.PHU_LUC: "Phụ lục",
    Level.PHAN: "Phần",
    Level.CHUONG: "Chương",
    Level.MUC: "Mục",
    Level.TIEU_MUC: "Tiểu mục",
    Level.DIEU: "Điều",
    Level.KHOAN: "khoản",
    Level.DIEM: "điểm",
    Level.LA_MA: "",
    Level.SO: "",
    Level.TIEU_DE: "",
    Level.DOAN: "đoạn",
    Level.BANG: "bảng",
    Level.DONG: "dòng",
    Level.CHU_THICH: "chú thích",
}


def path_label(path: Sequence[Step]) -> str:
    """Return the place that a path stands for: “điểm đ khoản 2 Điều 5”, “mục II.1 điểm a”.

    Within a Điều the smallest unit comes first, as Nghị định 30/2020/NĐ-CP has it; the
    scheme of Party documents is read from the largest down. What stands in an appendix
    names it first.
    """
    steps = {step.level: step for step in path}
    parts: list[str] = []
    if Level.PHU_LUC in steps:
        parts.append(f"Phụ lục {steps[Level.PHU_LUC].number}".strip())
    if Level.DIEU in steps or Level.KHOAN in steps:
        rungs = [
            f"{_NAMES[level]} {steps[level].number}"
            for level in (Level.DIEM, Level.KHOAN, Level.DIEU)
            if level in steps
        ]
        # “khoản 2 Điều 5 Quy chế kèm theo”: an attached regulation has articles of its own.
        parts.append(" ".join([*rungs, *_attached(steps)]))
    else:
        parts += _attached(steps)
        place = _numbered_place(path)
        if place:
            parts.append(place)
    if Level.BANG in steps:
        table = "" if steps[Level.BANG].number == "" else f"bảng {steps[Level.BANG].number} "
        parts.append(f"{table}dòng {steps[Level.DONG].number}".strip())
    elif Level.DOAN in steps:
        parts.append(f"đoạn {steps[Level.DOAN].number}")
    return ", ".join(parts)


def _attached(steps: Mapping[Level, Step]) -> list[str]:
    return [f"{steps[Level.KEM_THEO].number} kèm theo"] if Level.KEM_THEO in steps else []


def points_label(path: Sequence[Step], letters: Sequence[str]) -> str:
    """Return several points under one rung: “các điểm a, b và c khoản 2 Điều 5”.

    Args:
        path: Steps down to the rung.
        letters: Letters of the points, two or more, in order.
    """
    points = f"các điểm {', '.join(letters[:-1])} và {letters[-1]}"
    place = path_label(path)
    if any(step.level in (Level.DIEU, Level.KHOAN) for step in path):
        appendix, comma, rungs = place.rpartition(", ")
        return f"{appendix}{comma}{points} {rungs}"
    return f"{place}, {points}"


def role_label(path: Sequence[Step], role: PassageRole, number: int = 0) -> str:
    """Return what stands apart from the content: “chữ ký”, “Phụ lục I, chú thích 2”."""
    own = f"{role.value} {number}" if number else role.value
    place = path_label(path)
    return f"{place}, {own}" if place else own


def _numbered_place(path: Sequence[Step]) -> str:
    """Return “mục II.1.1 điểm a”, “Phần A mục II”, “Chương II Mục 1”."""
    words: list[str] = []
    dotted: list[str] = []
    point = ""
    for step in path:
        if step.level in (Level.LA_MA, Level.SO):
            # 1.1 under 1 already says both.
            if dotted and step.number.startswith(f"{dotted[-1]}."):
                dotted.pop()
            dotted.append(step.number)
        elif step.level is Level.DIEM:
            point = f"điểm {step.number}"
        elif step.level in (Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC):
            words.append(f"{_NAMES[step.level]} {step.number}")
    if dotted:
        words.append("mục " + ".".join(dotted))
    if point:
        words.append(point)
    return " ".join(words)


def path_slug(path: Sequence[Step], role: PassageRole | None = None) -> str:
    """Return a path as ASCII, for the id of a passage: ``dieu-5.khoan-2``, ``chu-ky``."""
    names = {Level.LA_MA: "muc", Level.SO: "so", Level.TIEU_DE: "td"}
    parts: list[str] = []
    for step in path:
        name = names.get(step.level) or fold(step.level.value)
        number = step.number or fold(step.heading)[:40]
        # đ would fold into d and give two points one name.
        number = number.replace("đ", "dd") if step.level is Level.DIEM else number
        parts.append(re.sub(r"[^a-z0-9]+", "-", fold(f"{name} {number}")).strip("-"))
    if role is not None:
        parts.append(fold(role.value).replace(" ", "-"))
    return ".".join(parts) or "dau"


def step_heading(step: Step) -> str:
    """Return a step as a heading line: “Điều 5. Giải thích từ ngữ”, “II. MỤC TIÊU”."""
    name = f"{_NAMES[step.level]} {step.number}".strip()
    return ". ".join(part for part in (name, step.heading) if part)
