"""Commands that start another process: the pages in a browser and the evaluation."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

from assistant.errors import AssistantError, MissingDependencyError, UsageError

__all__ = ["run_evals", "serve_app"]

# The page holds what its user asks; nobody else on the network is to see it.
_HOST = "127.0.0.1"
_FIRST_PORT = 8501
_PORTS_TRIED = 50
# A cold start of Streamlit from a slow disk took under 20 s.
_START_SECONDS = 120.0
_CHECKOUT = Path(__file__).resolve().parents[1]
_PAGE = Path(__file__).resolve().parent / "ui" / "entry" / "__main__.py"


def serve_app(index: Path, port: int | None, say: Callable[[str], None]) -> int:
    """Serve the pages until they are stopped, and say their address once they answer.

    Args:
        index: Folder of the index, handed to the page in ``CHINHSACH_INDEX``.
        port: Port to listen on; the first free one from 8501 when None.
        say: Tells the user one line.

    Raises:
        UsageError: The port is taken.
        MissingDependencyError: Streamlit is not installed.
        AssistantError: The page did not start.
    """
    if find_spec("streamlit") is None:
        raise MissingDependencyError("Chưa có Streamlit", "pip install streamlit")
    port = _free_port() if port is None else port
    if not _is_free(port):
        raise UsageError(f"cổng {port} đang được dùng. Hãy chọn cổng khác bằng --port.")
    options = {
        "server.address": _HOST,
        "server.port": str(port),
        "server.headless": "false" if _has_display() else "true",
        "server.showEmailPrompt": "false",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "logger.hideWelcomeMessage": "true",
        "logger.level": "warning",  # what the server says of itself is in English
    }
    command = [sys.executable, "-m", "streamlit", "run", str(_PAGE)]
    command += [f"--{name}={value}" for name, value in options.items()]
    environment = _with_package() | {"CHINHSACH_INDEX": str(index.resolve())}
    # A service is stopped by this signal; its pages would go on being served without a parent.
    earlier = signal.signal(signal.SIGTERM, _interrupt)
    # Its errors go to stderr; to stdout it says only that it is stopping, in English.
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        _wait_until_served(process, port)
        say(f"Trợ lý Chính sách: http://localhost:{port} (dừng bằng Ctrl+C)")
        sys.stdout.flush()
        return process.wait()
    except KeyboardInterrupt:  # the usual way to stop it
        _stop(process)
        sys.stderr.write("\nĐã dừng Trợ lý Chính sách.\n")
        return 0
    finally:
        _stop(process)
        signal.signal(signal.SIGTERM, earlier)


def run_evals(arguments: Sequence[str]) -> int:
    """Run ``python -m evals`` of the source checkout and return its exit code.

    Args:
        arguments: Handed on as they are.

    Raises:
        UsageError: The program does not run from a source checkout.
    """
    if not (_CHECKOUT / "evals" / "__main__.py").is_file():
        raise UsageError(
            f"{_CHECKOUT}: không có thư mục evals. Hãy chạy từ thư mục mã nguồn của dự án."
        )
    sys.stdout.flush()
    return subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "evals", *arguments], env=_with_package(), check=False
    ).returncode


def _with_package() -> dict[str, str]:
    """Return the environment of a process that finds this package and what stands beside it.

    Found by path, not by working folder, so that paths among the arguments keep their meaning.
    """
    paths = [str(_CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _wait_until_served(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssistantError(
                f"trang hỏi đáp không khởi động được (mã {process.returncode})."
                " Hãy xem thông báo ở trên."
            )
        if not _is_free(port):
            return
        time.sleep(0.1)
    raise AssistantError(
        f"trang hỏi đáp không trả lời sau {_START_SECONDS:.0f} giây. Hãy thử chạy lại."
    )


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    for port in range(_FIRST_PORT, _FIRST_PORT + _PORTS_TRIED):
        if _is_free(port):
            return port
    raise UsageError(
        f"không còn cổng trống từ {_FIRST_PORT} đến {_FIRST_PORT + _PORTS_TRIED - 1}."
        " Hãy chọn cổng khác bằng --port."
    )


def _is_free(port: int) -> bool:
    """Tell whether nothing answers on a port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((_HOST, port)) != 0


def _has_display() -> bool:
    """Tell whether there is a screen to open a browser on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
