"""The rules that keep the rooms apart, proved by reading the imports."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assistant"

# From top to bottom: a room imports only what stands above it. Those of one line are apart.
ROOMS = (
    ("schema", "errors"),
    ("config",),
    ("vietnamese",),
    ("documents",),
    ("structure",),
    ("figures",),
    ("indexing",),
    ("retrieval",),
    ("answering",),
    ("ratings",),
    ("assistant",),
    ("langchain_adapters",),
    ("ui", "cli", "training"),
)
# Modules of the command line, which is one room in several files beside each other.
COMMAND_LINE = ("cli", "cli_", "batch", "__main__")

# What may be imported where; LangChain's packages are many and share a beginning.
AT_HOME = {
    "streamlit": ("assistant/ui/", "app.py"),
    "langchain": ("assistant/langchain_adapters.py",),
    "langgraph": ("assistant/langchain_adapters.py",),
    "sentence_transformers": ("assistant/indexing/sentence_encoder.py", "assistant/training/"),
    "torch": ("assistant/indexing/sentence_encoder.py", "assistant/training/"),
    "datasets": ("assistant/training/",),
    "faiss": ("assistant/indexing/",),
    "sqlite3": ("assistant/indexing/", "assistant/ratings/"),
}
# Imported inside the function that needs them, so that nobody waits for what is not used.
LAZY = {"altair", "docx", "lxml", "olefile", "openpyxl", "pypdf", "pypdfium2", "scipy",
        "sentence_transformers", "torch", "xlrd"}  # fmt: skip
# Their classes are of torch's; nothing but training imports them.
EAGER = {"assistant/training/batches.py", "assistant/training/modules.py"}
FORBIDDEN = {"pickle", "shelve", "marshal", "dill", "joblib", "requests"}

MAX_LINES = 400


@dataclass(frozen=True)
class Import:
    """One imported module, and whether it is loaded together with the importing one."""

    target: str
    name: str | None
    eager: bool


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    name = module.split(".")[1] if "." in module else ""
    in_command_line = name in COMMAND_LINE or name.startswith("cli_")
    return "cli" if in_command_line else name


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> list[Import]:
    return list(_walk(parsed(path), eager=True))


def _walk(node: ast.AST, *, eager: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, None, eager) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"relative import at line {child.lineno}"
            assert child.module
            yield from (Import(child.module, alias.name, eager) for alias in child.names)
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            only_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            yield from _walk(child, eager=eager and not inside and not only_types)


def imported_module(found: Import) -> str:
    """Return the module that an import loads: ``from a import b`` may name a module a.b."""
    if found.name:
        inner = f"{found.target}.{found.name}".replace(".", "/")
        if (ROOT / f"{inner}.py").is_file() or (ROOT / inner / "__init__.py").is_file():
            return f"{found.target}.{found.name}"
    return found.target


def test_every_room_is_known() -> None:
    rank = {room for line in ROOMS for room in line}
    assert {room_of(module_of(path)) for path in sources()} - {""} <= rank


@pytest.mark.parametrize("path", sources(), ids=shown)
def test_a_room_imports_only_rooms_above_it(path: Path) -> None:
    rank = {room: number for number, line in enumerate(ROOMS) for room in line}
    own = room_of(module_of(path))
    for found in imports_of(path):
        target = imported_module(found)
        if target.split(".")[0] != "assistant" or room_of(target) in ("", own):
            continue
        assert rank[room_of(target)] < rank[own], f"{own} imports {target}"


def test_nothing_in_the_package_imports_what_stands_beside_it() -> None:
    beside = {"app", "evals", "tests"}
    for path in sources():
        assert not {found.target.split(".")[0] for found in imports_of(path)} & beside, shown(path)


@pytest.mark.parametrize("library", AT_HOME)
def test_a_library_is_imported_only_where_it_is_at_home(library: str) -> None:
    for path in [*sources(), ROOT / "app.py"]:
        if not path.is_file() or shown(path).startswith(AT_HOME[library]):
            continue
        for found in imports_of(path):
            name = found.target.split(".")[0]
            alike = name == library or (library == "langchain" and name.startswith(library))
            assert not alike, f"{shown(path)} imports {found.target}"


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    for path in sources():
        for found in imports_of(path):
            if found.eager and shown(path) not in EAGER:
                assert found.target.split(".")[0] not in LAZY, f"{shown(path)}: {found.target}"


def test_nothing_is_pickled_and_nothing_goes_online() -> None:
    for path in sources():
        assert not {found.target.split(".")[0] for found in imports_of(path)} & FORBIDDEN, path


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {module_of(path): path for path in sources()}
    graph = {
        module: sorted({imported_module(found) for found in imports_of(path)} & modules.keys())
        for module, path in modules.items()
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for target in graph[module]:
                visit(target, (*trail, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())


@pytest.mark.parametrize(
    "path",
    [*sources(), *sorted((ROOT / "evals").glob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))],
    ids=shown,
)
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_no_module_is_called_like_a_library() -> None:
    # A folder that comes first on the path would put such a module in the library's place.
    taken = {*sys.stdlib_module_names, *AT_HOME, *LAZY, "numpy", "pytest", "yaml"}
    names = {path.stem for path in sources()} - {"__init__", "__main__"}
    assert not names & taken


def exported(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            assert isinstance(names, list)
            return names
    return None


def defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def by_kind_then_name(name: str) -> tuple[int, str]:
    """Order constants, then classes, then functions, the order that ruff keeps."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


@pytest.mark.parametrize("path", sources(), ids=shown)
def test_what_a_module_exports_is_there_and_in_order(path: Path) -> None:
    tree = parsed(path)
    names = exported(tree)
    if names is None:
        only_docstring = path.stem == "__init__" and len(tree.body) <= 1
        assert only_docstring or path.stem == "__main__", "no __all__"
        return
    assert names == sorted(set(names), key=by_kind_then_name)
    assert set(names) <= defined(tree)
    public = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
    }
    assert public <= set(names)


def test_rooms_take_from_each_other_only_what_is_exported() -> None:
    modules = {module_of(path): path for path in sources()}
    for path in sources():
        for found in imports_of(path):
            if found.name is None or found.target not in modules:
                continue
            if imported_module(found) != found.target:
                continue  # a module, not a name in one
            names = exported(parsed(modules[found.target])) or []
            assert found.name in names, f"{shown(path)} takes {found.name} from {found.target}"
