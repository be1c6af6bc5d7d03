"""Every message that says why a file was not read or changed, parts as ``{}``."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
READERS = (
    *sorted((ROOT / "assistant" / "documents").rglob("*.py")),
    ROOT / "assistant" / "indexing" / "uploads.py",
    ROOT / "assistant" / "indexing" / "change_log.py",
)
RAISED = {"ReadError", "OlderWordError", "UsageError", "MissingDependencyError"}


def messages() -> list[tuple[str, str]]:
    """Return each message with the place where it is raised."""
    return sorted(set(_messages()))


def _messages() -> Iterator[tuple[str, str]]:
    for path in READERS:
        module = importlib.import_module(
            ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        )
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in RAISED and node.args:
                for told in _said(node.args[0], module):
                    yield told, path.relative_to(ROOT).as_posix()


def _said(node: ast.expr, module: ModuleType) -> list[str]:
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.Name):
        found = getattr(module, node.id, None)
        return [found] if isinstance(found, str) else ["{}"]
    if isinstance(node, ast.IfExp):
        return _said(node.body, module) + _said(node.orelse, module)
    if isinstance(node, ast.JoinedStr):
        joined = [""]
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            joined = [one + other for one in joined for other in _said(inner, module)]
        return joined
    if isinstance(node, ast.BinOp):
        return [
            one + other for one in _said(node.left, module) for other in _said(node.right, module)
        ]
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".format"):
        assert isinstance(node.func, ast.Attribute)
        return _said(node.func.value, module)
    return ["{}"]
