"""The documents that questions are asked of, and an index of them built for the occasion."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.config import Config, load_config
from assistant.errors import UsageError
from evals.running import Progress, silent

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = ["corpus_folder", "indexed", "opened", "settings", "shared_folder"]

_ROOT = Path(__file__).resolve().parents[1]


def corpus_folder(
    corpus: str, given: Mapping[str, Path], environment: Mapping[str, str] | None = None
) -> Path | None:
    """Return the folder of a corpus; None where it is not on this machine.

    Args:
        corpus: Its name.
        given: Folders by corpus that the user named.
        environment: Environment variables; those of the process when None.

    Raises:
        UsageError: A folder that the user named is missing, or, under continuous
            integration (``CI`` is set), any folder is.
    """
    environment = os.environ if environment is None else environment
    if corpus in given:
        if not given[corpus].is_dir():
            raise UsageError(f"{given[corpus]}: không có thư mục này. Hãy kiểm tra --corpus.")
        return given[corpus]
    folder = _ROOT / "corpus"
    if corpus in ("seeds", "documents"):
        folder = shared_folder(environment) / corpus
    if folder.is_dir():
        return folder
    if environment.get("CI"):
        raise UsageError(
            f"{folder}: không có tài liệu “{corpus}”. Hãy đặt CHINHSACH_SHARED hoặc --corpus."
        )
    return None


def shared_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Return where the data lies that is not ours to ship, whether or not it is there.

    Args:
        environment: Environment variables; those of the process when None.
    """
    shared = (os.environ if environment is None else environment).get("CHINHSACH_SHARED")
    return Path(shared) if shared else _ROOT.parent / "shared"


def settings(config: Path | None) -> Config:
    """Return the settings of a file.

    Args:
        config: The file; the defaults when None, whatever the working folder holds, so that
            a gate means the same on every machine.

    Raises:
        UsageError: The file is missing or wrong.
    """
    if config and not config.is_file():
        raise UsageError(f"{config}: không có tệp thiết lập này. Hãy kiểm tra --config.")
    return load_config(config) if config else Config()


@contextmanager
def indexed(sources: Sequence[Path], config: Config, progress: Progress = silent) -> Iterator[Path]:
    """Build an index of folders and files in a temporary place; it goes afterwards.

    Args:
        sources: What to index.
        config: Settings.
        progress: Told the stage, the steps done and all its steps.
    """
    from assistant.indexing.build import build_index

    with tempfile.TemporaryDirectory(prefix="chinhsach-eval-", ignore_cleanup_errors=True) as made:
        index = Path(made) / "index"
        build_index(sources, index, config, progress=progress)
        yield index


@contextmanager
def opened(
    sources: Sequence[Path], config: Path | None = None, progress: Progress = silent
) -> Iterator[Assistant]:
    """Build an index of folders and files for the occasion and open it.

    Args:
        sources: What to index.
        config: A file of settings; the defaults when None.
        progress: Told the stage, the steps done and all its steps.

    Raises:
        UsageError: The settings are missing or wrong.
    """
    from assistant.assistant import Assistant

    with indexed(sources, settings(config), progress) as index:
        yield Assistant.open(index)
