"""LibreOffice, where it is installed, for old formats that no reader of ours knows.

It is asked last and for old formats alone: on the way from .doc it loses soft hyphens, which are
letters in TCVN3, tracked insertions and footnotes; and what it makes of a damaged file is no
text that could be quoted.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from assistant.errors import ReadError

__all__ = ["converted_to_docx"]

_SECONDS = 60
"""A hundred pages take about ten; a file that takes longer is refused."""
_PROGRAMS = ("soffice", "libreoffice")


def converted_to_docx(data: bytes, refusal: str) -> bytes:
    """Return a document as .docx.

    Args:
        data: All bytes of an old office document.
        refusal: What to tell the user where LibreOffice is missing or does not do it.

    Raises:
        ReadError: It cannot be converted; the message is ``refusal``.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ReadError(refusal)
    with tempfile.TemporaryDirectory(prefix="chinhsach-") as name:
        folder = Path(name)
        (folder / "in.doc").write_bytes(data)
        command = [
            program, "--headless", "--norestore", "--nologo",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), "in.doc",
        ]  # fmt: skip
        made = folder / "in.docx"
        if not _run(command, folder) or not made.is_file():
            raise ReadError(refusal)
        return made.read_bytes()


def _run(command: list[str], folder: Path) -> bool:
    """Run a program within the time limit, and end it with all that it started."""
    apart = os.name == "posix"
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found on the path, our own arguments
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=apart,
        )
    except OSError:
        return False
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        if apart:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        return False
