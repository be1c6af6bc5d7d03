"""What holds for the words of every page: both languages say everything with the same blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from string import Formatter
from typing import Any


def assert_alike(texts: Mapping[str, Any]) -> None:
    """Fail where one language lacks a word, or has other blanks in it."""
    assert list(texts) == ["vi", "en"]
    _assert_same(texts["vi"], texts["en"], "texts")


def _assert_same(one: Any, other: Any, name: str) -> None:
    if is_dataclass(one):
        for field in fields(one):
            _assert_same(getattr(one, field.name), getattr(other, field.name), field.name)
    elif isinstance(one, dict):
        assert one.keys() == other.keys(), name
        for key in one:
            _assert_same(one[key], other[key], f"{name}[{key}]")
    elif isinstance(one, tuple):
        assert len(one) == len(other), name
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            _assert_same(left, right, f"{name}[{number}]")
    else:
        assert one.strip(), name
        assert other.strip(), name
        assert _blanks(one) == _blanks(other), name


def _blanks(text: str) -> list[str]:
    return sorted(str(name) for _, name, _, _ in Formatter().parse(text) if name is not None)
