"""Fixtures that all tests share, and the rule that CI skips nothing."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from browser import address, browser
from command_line import Ran, Run, write_documents
from hypothesis import settings

__all__ = ["address", "browser"]  # fixtures of browser.py

# Random examples are the same on every machine, and take as long as it lets them.
settings.load_profile("ci")

ROOT = Path(__file__).resolve().parents[1]

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _find_shared() -> Path | None:
    given = os.environ.get("CHINHSACH_SHARED")
    for folder in (Path(given) if given else None, ROOT.parent / "shared"):
        if folder and (folder / "seeds").is_dir():
            return folder
    return None


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of real documents that are not ours to ship."""
    folder = _find_shared()
    if folder is None:
        pytest.skip("real documents not found: put them in ../shared or set CHINHSACH_SHARED")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what is recognised in a folder of the tests, never in the user's own.

    Where ``CHINHSACH_CACHE`` is set already, it is kept, so that a second run is quick.
    """
    os.environ.setdefault("CHINHSACH_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Index of the documents of ``command_line``."""
    from assistant.cli import main

    documents = write_documents(tmp_path_factory.mktemp("tài liệu"))
    folder = tmp_path_factory.mktemp("index")
    assert main(["index", str(documents), "--index", str(folder)]) == 0
    return folder


@pytest.fixture
def run(built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, on that index."""
    from assistant.cli import main

    monkeypatch.setenv("CHINHSACH_INDEX", str(built))

    def run_command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return run_command


# On a laptop a test may be skipped for want of a browser, of Tesseract or of the real
# documents. Where CI is set they must be there: a skip would hide that something is untested.


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure in CI."""
    return _forbid_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into a failure in CI."""
    return _forbid_skip((yield))


def _forbid_skip(report: Report) -> Report:
    """Return the report, failed if CI is set and it tells of a skip; an xfail stays one."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        told = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI allows no skip. {told}"
    return report
